# The words of the rules: seats, phases, responses, evidence, moves, numbers.

seat-product = Product Lead
seat-sales = Sales Lead
by-both = Both
by-ceo = the CEO, for the { $seat }
by-house = House quadrant
by-autopilot = Nobody (echo year)
somebody = A customer

phase-briefing = Briefing
phase-plan = Plan
phase-table = Table
phase-close = Close
phase-review = Review
phase-ended = Debrief

response-build = Build as asked
response-descope = Descope
response-simplify = Simplify to the true need
response-productise = Productise later
response-paid = Paid extension
response-promise = Roadmap promise
response-decline = Decline
response-have = Already have it

response-build-about = sets a precedent
response-descope-about = half the harm
response-simplify-about = little harm
response-productise-about = serves everybody
response-paid-about = fee { $fee }
response-paid-unsized-about = for a fee, which follows from the effort: not estimated yet
response-promise-about = must not be late
response-decline-about = trust { $trust }, defended { $defended }
response-decline-defended-about = defended: trust { $defended } instead of { $trust }
response-have-about = built already, no work

evidence-vision = Vision
evidence-strategy = Strategy
evidence-impact = Impact

reform-retained-commission = Commission on retained revenue
reform-specials-budget = A budget for specials
reform-paid-only = Specials only for a fee
reform-retained-commission-about = For Sales: commission is paid on what is signed, times the share of ARR that stayed over the last year, without accelerators.
reform-retained-bonus-about = For Product: the bonus is paid by the share of ARR that stayed, not by bookings, and nobody offers specials in the pitch any more.
reform-retained-mix-about = For both: { $mix } more of the deals come from ideal customers.
reform-specials-budget-about = For both: the specials accepted in a quarter may claim no more than { $share } of engineering. Small asks beyond that are declined by the rule, which costs no trust.
reform-paid-only-about = For both: specials are built for a fee or for everybody. Other small asks are declined by the rule, which costs no trust; { $asks } fewer deals ask.

cell-small-on = Small, on strategy
cell-big-on = Big, on strategy
cell-small-off = Small, off strategy
cell-big-off = Big, off strategy

measure-cash = Cash
measure-arr = ARR
measure-bookings = Bookings
measure-attainment = Quota
measure-retention = Gross retention
measure-coherence = Coherence
measure-trust = Trust
measure-gap = Market gap
measure-upkeep = Upkeep
measure-precedent = Precedent
measure-morale = Morale
measure-value = Company value

quantity-lost-arr = ARR lost
quantity-commission = Commission
quantity-bonus = Bonus
quantity-quota = Quota
quantity-engineering = Engineering
quantity-backlog = Backlog
quantity-market-speed = Market speed
quantity-need = Demand for specials
quantity-confidence = CEO's confidence
quantity-discovery = Discovery
quantity-enablement = Enablement
quantity-vision = Vision evidence
quantity-strategy = Strategy evidence
quantity-impact = Impact evidence
quantity-promises-kept = Promises kept
quantity-promises-broken = Promises late

move-funnel-review = Join the funnel review
move-funnel-review-about = See the requests of named deals before they come to the table.
move-prospect-call-kind = Prospect call
move-prospect-call = Call { $name }
move-prospect-call-about = Hear the true need from the customer, and whether the dealbreaker is real. Sales must bring you in.
move-win-loss = Win/loss interviews
move-win-loss-about = Why deals are really won and lost. Works when kept up for { $quarters } quarters in a row.
move-enablement-kit = Enablement kit
move-enablement-kit-about = Material for the reps. Works when Sales coaches on it, { $quarters } quarters in a row.
move-publish-vision = Publish the vision
move-publish-vision-about = Where the product is going. Gives vision evidence.
move-publish-strategy = Publish ICP and strategy
move-publish-strategy-about = Who you build for. Gives strategy evidence; the mix moves if Sales targets it too and kit and coaching are kept up.
move-track-specials = Track specials
move-track-specials-about = What they earned and what they cost. Gives impact evidence next quarter.
move-board-paper-kind = Board paper in money
move-board-paper = Board paper: { $name }
move-board-paper-about = { $what } Needs { $tokens } pieces of evidence, used up if the board adopts it, and Sales' support in the same quarter.
move-board-paper-product-led = Board paper: be product-led
move-board-paper-product-led-about = For Product: it would decide alone. Names no benefit in money.
move-sunset-kind = Sunset a special
move-sunset = Sunset the special of { $name }
move-sunset-about = Take it out of the product. The upkeep goes, the customer is unhappy.

move-qualify-kind = Qualify a deal
move-qualify = Qualify { $name }
move-qualify-about = Find out whether they truly fit.
move-bring-product-in-kind = Bring Product into a deal
move-bring-product-in = Bring Product to { $name }
move-bring-product-in-about = Let the Product Lead call them, this quarter or later.
move-coach-reps = Coach the reps
move-coach-reps-about = Train them on the enablement kit. Works together with it, { $quarters } quarters in a row.
move-share-pipeline = Share the pipeline
move-share-pipeline-about = Tell Product what you know about the named deals. Builds trust.
move-pre-promise-kind = Promise before asking
move-pre-promise = Promise { $name } the special
move-pre-promise-about = Product is not asked and can no longer decline. Helps the deal now, costs trust.
move-discount-kind = Discount
move-discount = Discount for { $name }
move-discount-about = { $discount } less, so more likely to sign.
move-reprice = Reprice off-strategy renewals
move-reprice-about = Renewals of this quarter outside the ideal customer profile pay { $raise } more. Their risk of leaving rises by { $churn }.
move-save-renewal-kind = Save a renewal
move-save-renewal = Save { $name }
move-save-renewal-about = Work on the renewal: { $risk } less risk of losing them. If they have a special, hear what it is worth to them: evidence.
move-prospect-icp = Prospect in the ICP
move-prospect-icp-about = { $deals ->
    [one] One more deal
   *[other] { $deals } more deals
} in your best segment, from next quarter.
move-support-paper = Support the board paper
move-support-paper-about = If Product brings a paper this quarter, the board hears you both and adopts it.
move-block-paper = Block the board paper
move-block-paper-about = If Product brings a paper this quarter, the board turns it down. Costs trust.

decision-allocation = Engineering: roadmap { $roadmap } %, specials { $specials } %, repair { $repair } %, discovery { $discovery } %
decision-target = Target: { $mix }
decision-push = Push on { $name }
decision-house = House quadrant: { $answers }
decision-answer = { $name }: { $response }
