# Words on the wall, the desks, the table, the close, the review and the debrief.

quarter-of = { $name } · quarter { $number } of { $all }
quarter-echo = { $name } · echo year +{ $number }
quarter-echo-short = echo year +{ $number }
no-change = no change
not-known = not known to you
not-yet = –
partner-doors = Sales lets you call these prospects this quarter: { $names }.
partner-no-doors = Sales does not let you call anybody this quarter, so a prospect call would not happen.
calls-open = Sales has brought you in here, so a call takes place:
calls-closed = Only if Sales brings you in this quarter:
calls-none = Sales has not brought you in anywhere yet. A call takes place only where Sales opens the door, this quarter or earlier. Agree on a customer before you sign, or the attention is spent for nothing.
calls-shut = Not this quarter: Sales does not bring you in.
partner-proposes = The { $seat } has signed what is marked, and will also sign what you mark instead.
partner-paper = The Product Lead takes a board paper to the board this quarter. The board adopts it only if you support it.
partner-offer = The { $seat } will not sign that, but would sign “{ $response }”, which is now marked. If you still disagree, the CEO decides.
of-quota = of { $quota } in { $quarter }
quota-ahead = to sign in { $quarter }
decision-behind = { $quarter } · { $who } · { $what }
start = start
and-more = and { $count } more
gate-ahead = { $title } · after { $quarter }
plan-goes-on-split = The last plan: this split also holds through the echo year, four more quarters in which nobody decides.
plan-goes-on-target = The last plan: this target mix also holds through the echo year, four more quarters in which nobody decides.
echo-ahead = In the echo year nobody decides: engineering carries on with your last split, Sales with the last target mix, and every new special is declined.

capacity-headline = { $paper } weeks on paper, { $give } to allocate
coherence-now = coherence { $coherence }
part-upkeep = upkeep
part-drag = drag
part-support = support
part-roadmap = Roadmap
part-specials = Specials backlog
part-repair = Repair
part-discovery = Discovery
part-free = free
preview-promises = Promised for this quarter
preview-in-time = { $done } of { $all } on time
preview-in-time-range = { $sure } to { $done } of { $all } on time

column-now = Closes this quarter, { $quarter }
column-next = Next quarter, { $quarter }
column-later = Later
run-rate = And { $count } smaller deals this quarter, { $arr } together.
quota-line = Quota { $quota } · likely { $likely } (specials declined … built)
quota-mark = { $share } · ×{ $factor }
quota-alone = quota { $quota }
pay-bookings = Commission: { $rate } of bookings; ×{ $first } past 100 % of quota, ×{ $second } past 125 %.
pay-retained = Commission: { $rate } of bookings, times the share of ARR that stays. No accelerator.
pay-outcomes = Bonus up to { $bonus }: market gap 40 %, coherence 30 %, promises kept 30 %. Bookings pay nothing.
champion-weak = Champion is weak
champion-fair = Champion is fair
champion-strong = Champion is strong
competitor-has = Competitor has it (70 % sure)
competitor-has-not = Competitor does not have it (70 % sure)
fit-poor = Really a poor fit
fit-partly = Really a partial fit
fit-good = Really a good fit
fact-promised = Sales has already promised it

outcome-call-refused = The call to { $name } did not happen: Sales had not brought Product in.
outcome-call = { $name } really needs: { $need } { $dealbreaker }.
outcome-call-nothing = { $name } was called and wants nothing special.
outcome-funnel = Product has seen what the named deals ask for.
outcome-shared = Sales has told Product what it knows about the named deals.
outcome-door = Sales has brought Product in at { $name }: Product may call there.
outcome-pre-promise = Sales has promised { $name } the special before asking.
outcome-fit = { $name }: { $fit }
outcome-adopted = The board adopted “{ $reform }”. It is in force from { $quarter }. { $about }
outcome-paper-unsupported = { $paper }: not adopted, because Sales did not support it.
outcome-paper-blocked = { $paper }: not adopted, because Sales blocked it.
outcome-paper-not-in-money = { $paper }: not adopted, because it named no benefit in money.
outcome-sunset = The special of { $name } was taken out of the product.

house-catches = { $count ->
    [0] No small asks this quarter.
    [one] One small ask this quarter gets the standing answer of its cell.
   *[other] { $count } small asks this quarter get the standing answer of their cell.
}
house-now = { $count ->
    [0] Catches nothing now
    [one] Catches 1 ask now, { $arr }
   *[other] Catches { $count } asks now, { $arr }
}
house-expected = { $answer }: expect { $parts }
house-arr = { $arr } ARR
house-work = { $weeks } of work
house-trust = trust { $trust }
house-was = until now: { $answer }
house-last = Last quarter: { $won } won, { $lost } lost
house-last-none = Last quarter: nothing
house-applied = House quadrant ({ $cell }): { $answer }

card-ordinary = From the ordinary pipeline. Its segment: { $segment }
card-position = Special { $number } of { $all }
card-deal = { $arr } ARR · { $segment }
card-theme = { $count ->
    [0] { $theme } · not asked before
    [one] { $theme } · asked once before
   *[other] { $theme } · asked { $count } times before
}
chances-shared = Chances leave out pushes and discounts: only Sales knows those.
chances-own = On top of these chances you have { $what }, each × { $factor }, up to { $most }. The table does not see this.
own-pushes = { $pushes ->
    [one] 1 push
   *[other] { $pushes } pushes
}
own-discount = { $off } discount
own-both = { $pushes ->
    [one] 1 push
   *[other] { $pushes } pushes
} and { $off } discount
dealbreaker-real = It is a real dealbreaker
dealbreaker-not-real = It is not a dealbreaker
debt-from = from { $debt }
effort-unknown = effort not estimated
response-mark = coherence { $coherence }
board-effort = effort, engineer-weeks →
board-alignment = alignment →
board-simplified = if simplified
board-spot = { $name }: { $effort }, alignment { $alignment }
board-told = Effort and strategic alignment. { $spots }.
card-ceo = The CEO decides by cash, evidence and results: for Sales after missed quotas or when cash runs short, for Product after good quarters. Asking moves trust by { $trust }.
answer-first = You disagree: choose an answer.
ceo-lead = the { $seat }
ceo-wants = For { $name }
ceo-wanted = What { $name } wanted
ceo-letter-to = To { $product } and { $sales }
ceo-letter-subject = { $customer }: { $ask }
ceo-letter-opening = You could not agree on this one, so it landed on my desk. I have heard both sides.
ceo-letter-sided = I side with { $name }: “{ $response }”.
ceo-letter-neither = What you asked for cannot be done. It will be “{ $response }”.
ceo-why-cash = Our cash lasts less than three quarters. I need this deal.
ceo-why-missed = I am worried about our results, and Sales brings in revenue now.
ceo-why-calm = I believe in the course we are on, and I give Product the time for it.
ceo-why-evidence = The evidence fits: { $evidence }, brought by { $name }.
ceo-why-countered = There was evidence on the other side too: { $evidence }, brought by { $name }. It counted, but not enough.
ceo-why-open = Nothing spoke clearly for either side. It could have gone the other way.
ceo-letter-cost = Trust { $trust }
ceo-letter-moral = Every time I have to decide for you, the two of you trust each other less. Next time, bring me an answer.
ceo-letter-signature = Your CEO
token = { $name } { $amount }

close-work = Delivered and late
close-work-summary = { $delivered } delivered, { $late } late
close-delivered = Special for { $name } delivered
close-upkeep = upkeep { $weeks }
close-late = Special for { $name } is late
close-grew = Special for { $name } is larger than estimated
close-shrank = Special for { $name } is smaller than estimated
gate-measured = { $number } { $value }
close-gates = The condition
close-theme = “{ $name }” is productised: the next ask needs no special
close-deals = Deals
close-deals-summary = { $won } won, { $lost } lost
close-won = { $name } signed
close-lost = { $name } went elsewhere
close-more-lost = Deals lost: { $count } more
close-answered = { $what } · answer: { $answer }
close-customers = Renewals
close-customers-summary = { $stayed } renewed, { $left } left
close-product = The product
close-debt-summary = { $debt } owed; it costs { $interest } a quarter
close-people = People
close-money = Money
close-cause = { $number }: { $cause }
causes-rest = { $count } smaller causes together

value-arr = ARR after the echo year
value-base = Base multiple
value-growth = Growth
value-retention = Gross retention
value-coherence = Coherence
value-gap = Lead or lag in the market
value-off-share = Revenue off strategy
value-concentration = Dependence on one customer
value-multiple = Multiple of ARR
value-cash = Cash
score-sales = Sales Lead: commission
score-sales-forecast = Sales Lead: forecasts that held
score-product = Product Lead: outcome (gap, coherence, promises)
score-product-bonus = Product Lead: bonus
score-product-forecast = Product Lead: forecasts that held
score-forecast = { $hits } of { $all }
badge-trust = Trust
badge-trust-about = { $trust } after the last played quarter; 65 earns it
badge-evidence = Evidence used
badge-evidence-about = { $count ->
    [one] One answer defended with fitting evidence; 4 earn it
   *[other] { $count } answers defended with fitting evidence; 4 earn it
}
badge-promises = Promises kept
badge-promises-about = { $kept } kept, { $late } late; three to one earns it
card-believed = { $weeks }, alignment about { $alignment }
card-truth = { $weeks }, alignment { $alignment }, fit { $fit }. { $dealbreaker }.
outcome-won = Won
outcome-lost = Lost
outcome-open = Still open
echo-arr-before = ARR after your last quarter
echo-arr-after = ARR at the end
echo-cash = Cash, from then to the end
echo-won = New deals
echo-grown = Customers that grew
echo-incoherence = Left: the product no longer fits together
echo-market = Left for a competitor that is ahead
echo-late = Left because a promise was late
echo-repriced = New prices off strategy
echo-sunset = Left because their special was sunset
echo-churn = Left at renewal, as some always do
stances-were = Product would have chosen “{ $product }”, Sales “{ $sales }”.
stances-same = Your private stances were the same on { $same } of { $all } cards.

# Par: what the policies reach on the same seed
par-title = The same start, played by rules of thumb, on average over other dice
turning-allocation = Engineering
turning-target = Target
turning-title = What turned it
turning-about = Each amount is how much more or less the company was worth than on the best other way, on average over { $all } futures. In each of them the dice fall differently, and what neither of you knew turns out differently, too. Only what is clearly more than luck is listed. The amounts do not add up.
turning-coming = Playing what else you could have done …
turning-none = No single decision or habit clearly mattered: across { $all } futures no other way was clearly better, and none clearly worse.
turning-better = { $way }: worth { $amount } more on average (± { $error }), and better in { $dots } of { $of } futures.
turning-worse = { $way }, the best other way: worth { $amount } less on average (± { $error }), and better in only { $dots } of { $of } futures.
turning-dots = Better in { $dots } of { $of } futures
turning-habit = Again and again: { $habit }
turning-each = { $way }, each time
turning-without = Never
known-both = Both of you knew: { $what }
known-only = { $seat } alone knew: { $what }
known-neither = Neither of you knew: { $what }
known-effort = effort: { $effort }
known-not-need = what they really need and whether it is a dealbreaker (a prospect call: { $product } attention of Product, { $sales } of Sales)
known-not-fit = how well they truly fit (qualifying: { $sales } attention of Sales)
facts-same = Knowing that would not have changed the amount above by more than luck does.
facts-change = If all of that had been known, the amount above would have been { $amount } instead of { $instead }.
others-found = { $count } of { $all } strategies would have signed “{ $answer }” at this table.
others-paid = “{ $answer }” would have changed the pay of Product by { $product } and that of Sales by { $sales }, on average.
contrary-good = A good decision with a bad result: with your dice, and things as they were, you would have ended { $amount } higher on the other way ({ $way }).
contrary-bad = A poor decision with a good result: with your dice, and things as they were, you would have ended { $amount } lower on the better way ({ $way }).
again-title = Sit down at that table again
again-question = With what you knew then: what do you sign now?
again-show = Show what came of it
again-hide = Back to the table
again-best = Right: nothing did better.
again-right = Right: nothing was clearly better, and “{ $best }” about as good.
again-wrong = Not the best: “{ $best }” was worth { $amount } more on average.
again-signed = It is what you signed.
habit-standing = standing answer for “{ $cell }”
habit-pushes = pushing deals
par-own = Your team
par-line = Par on this seed is { $par }: what “{ $persona }” reaches on average if the dice fall anew. You reached { $share } of it.
par-coming = Playing the same seed by rules of thumb …

# The policies, as colleagues and as ways to play
persona-accept-all = Says yes
persona-accept-all-about = Takes every special as it is asked: a deal in hand is worth the work.
persona-decline-all = Says no
persona-decline-all-about = Declines every special and puts everybody on the roadmap.
persona-purist = Keeps it clean
persona-purist-about = Declines with evidence and sells to the ideal customer.
persona-quadrant = Sorts by the quadrant
persona-quadrant-about = Answers by effort and alignment, and keeps specials to a fifth of engineering.
persona-quadrant-proactive = Works early together
persona-quadrant-proactive-about = Answers by the quadrant, and works early with the other side to learn fit and needs.
persona-opportunist = Follows the money
persona-opportunist-about = Takes whatever pays most per week of work, up to a third of engineering.
persona-bridge = Borrows, then cleans up
persona-bridge-about = Takes specials for three quarters to reach solid ground, then repairs.
persona-paid = Lets the customer pay
persona-paid-about = Customers who want something of their own pay for it; what many want is built for all.
persona-repair-first = Repairs first
persona-repair-first-about = No new specials for three quarters, a third of engineering on repair.
persona-dictator = Decides alone
persona-dictator-about = Product says no without evidence and asks the board for a veto.
persona-reformer = Changes the rules
persona-reformer-about = Collects evidence and makes its case to the board in money by the third quarter.
persona-turnaround = Lets the wrong customers go
persona-turnaround-about = Makes the wrong customers pay or go, and takes old specials out.
persona-incentives = Follows the pay
persona-incentives-about = Does what the pay plan rewards, as most people would.
persona-random = Rolls dice
persona-random-about = Chooses at random among what is possible.

# A word explained
explained-moved = { $what } in { $quarter }
explained-last-quarter = Last quarter's signings no longer count
explained-last-year = The year being measured has moved on
decision-signed = Signed in { $quarter }: { $who }.
decision-moved = { $quarter }: { $cause }
interest-support = Support for customers who do not fit
interest-upkeep = Upkeep of specials
interest-renewals = Renewals that will be lost
interest-total = Interest per quarter
value-times = { $what } ({ $times } × ARR)
value-limits = Beyond the limits of the multiple
capacity-paper = Engineers on paper
capacity-morale = Low morale
capacity-floor = Guaranteed minimum
capacity-to-give = To allocate
drag-usual = Normal for any product
drag-incoherence = Because the product is incoherent
drag-total = Lost to drag
evidence-total = Evidence in total
debt-misfit = Customers who do not fit
debt-promises = Open promises
debt-upkeep = Upkeep of specials over eight quarters
debt-total = Revenue debt
taken-engineering = Out of engineering
taken-renewals = Out of renewals
taken-upkeep = { $weeks } of upkeep
taken-support = { $weeks } of support for customers who do not fit
taken-risk = revenue likely to be lost beyond the usual

# What an answer does to the six numbers
effect-now = now
effect-from = from { $quarter }

# What a move gives besides
move-gives-knowledge = You find out in { $quarter }.
move-gives-evidence = Evidence +{ $tokens } from { $quarter }: each piece defends one answer.
move-gives-little-evidence = Hardly any evidence yet (+{ $tokens } from { $quarter }): it pays off when kept up for { $quarters } quarters in a row.
move-gives-wins = Better chances to win from { $quarter }, if both sides keep it up.
move-gives-rule = If the board adopts it, a rule changes for good from { $quarter }.
move-gives-deals = More deals to win from { $quarter }.
move-gives-weeks = Frees its upkeep for other work from { $quarter }.

# The product map
map-productised = productised
map-base = there from the start
map-added = added by the roadmap
map-free = free ground
map-from-specials = productised special
map-bespoke = bespoke special, hatched by its upkeep
map-customer = its customer
map-orphaned = customer has left
map-older = {" "}Older work inside the product takes { $weeks } of upkeep a quarter.
map-summary = Coherence { $coherence }: { $tiles } regular tiles in { $districts ->
    [one] one district
   *[other] { $districts } districts
}, and { $specials ->
    [0] no bespoke specials.
    [one] one bespoke special that takes { $upkeep } of upkeep a quarter.
   *[other] { $specials } bespoke specials that take { $upkeep } of upkeep a quarter.
}

# Charts in words
chart-line = { $name } from { $from } to { $to }
chart-lines = { $title }: { $lines }.
chart-band = { $name }: { $low } to { $high } at the end
chart-range = { $name } { $range }
chart-range-actual = { $name } { $range }, and it became { $actual }

# The debt ledger
bill-misfit = does not fit; renews { $quarter }
bill-upkeep = their special: { $weeks } of upkeep every quarter
bill-promise = promised by { $quarter }
account-customer = { $arr } ARR · { $segment } · renews in { $quarter }
account-left = No longer a customer.
account-special = Special for { $name }
account-asked = { $ask } · { $answer }
account-misfit = ARR that does not fit the product: { $share } on the books
account-promise = { $ask }: { $weeks } still to do
account-upkeep = { $ask }: { $weeks } of upkeep a quarter, over eight quarters
account-owed = Part of the revenue debt
bills-more = { $count ->
    [one] and one more bill
   *[other] and { $count } more bills
}
bills-rest = { $count ->
    [one] One smaller bill
   *[other] { $count } smaller bills together
}

what-if-was = your run
what-if-instead = instead
what-if-without = Without it
what-if-as-before = As before
what-if-no-other = There was no other option at that point.
what-if-coming = Trying the other ways this could have gone …
what-if-dropped = No longer possible: { $list }.
what-if-stood-in = Cards you never saw: { $list }. “{ $persona }” answered them for you.
what-if-more = { $list } and { $more } more
what-if-saved = Your company ran out of cash in { $quarter }. This one does not; “{ $persona }” played on from there.
what-if-bankrupt = This company runs out of cash in { $quarter }.
what-if-everywhere = { $response } for all
what-if-about = The run is played again with this one decision changed, and everything else as you signed it. Each amount is how much more or less the company would be worth, on average over { $all } futures. In each of them the dice fall differently from that point on, and what neither of you knew then turns out differently, too.
what-if-luck = Worth more in { $better } of { $all } futures, less in { $worse }, the same in { $same }: { $mean } on average (± { $error }). With your run's own dice, shown in the charts: { $own }.
what-if-luck-open = { $told } Too close to call.
what-if-more-of = { $name } +{ $points } pt
