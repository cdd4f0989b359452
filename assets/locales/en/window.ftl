# Words of the window: lobby, feet, headings of the screens.

game-title = Off-Roadmap
game-kind = A simulation for product and sales
game-about = One software company, two leads. Product owns next year, Sales owns this quarter, and both sign every special.
play = New game
play-about = Choose a scenario, name your team and play eight quarters.
continue = Continue
continue-last = Continue the last game
choose-scenario = Choose a scenario
quit = Quit
back = Back
leave = Quit to title

language-name = English
settings-title = Settings
settings-hint = Remembered on this computer
settings-theme = Colours
theme-light = Light
theme-light-about = Ink on paper, for a bright room.
theme-dark = Dark
theme-dark-about = The same wall, for a dim room.
theme-contrast = High contrast
theme-contrast-about = Black on white, for weak projectors.
settings-text = Text size
settings-text-size = { $percent } %
settings-text-about = Anything that no longer fits scrolls inside its panel.
settings-motion = Motion
settings-motion-on = Animate changes
settings-motion-about = Short, and any key skips it. When off, everything appears in place at once.
settings-language = Language
settings-unreadable = The settings in { $file } cannot be read ({ $reason }), so the defaults are used. If you change anything, the old file is kept beside the new one.
settings-unsaved = The settings cannot be saved to { $file } ({ $reason }). They last until the window closes.
undo = Undo
undo-nothing = Nothing to undo yet.
take-back = Take the signature back
taken-back = The signature is taken back.

shelf-title = Scenarios
shelf-hint = Choose a scenario
shelf-facts = { $minutes } min · { $quarters } quarters · difficulty { $difficulty } of 5
shelf-lesson = What it teaches
shelf-best = Best so far: { $share } of par
shelf-broken = { $count ->
    [one] cannot be played: 1 error
   *[other] cannot be played: { $count } errors
}

setup-team = Team
setup-product = Product Lead
setup-sales = Sales Lead
setup-name-hint = Type a name
name-longest = A name has at most { $most } letters.
name-unreadable = This computer has no font for some of these letters; they are shown as boxes.
setup-seed = Seed
setup-note = Teams that play the same seed get the same customers, asks and luck, so they can compare results.
seed-today = Today's
seed-free = Random
seed-error = A seed is a whole number from 0 to { $most }, such as 7.
seed-longest = A seed has at most { $most } digits.
team-default = Our team
start-game = Start

setup-partner = Who plays
partner-none = Two people
partner-none-about = Both leads share this computer.
partner-sales = I play Product
partner-sales-about = The computer is the Sales Lead.
partner-product = I play Sales
partner-product-about = The computer is the Product Lead.
setup-persona = How the computer plays

hand-over = Hand over to { $name }
hand-over-note = The other lead looks away now. The next page is for you only.
take = Take
take-as = I am { $name }
page-waiting = Signed. Waiting for the other lead
page-waiting-about = The page changes by itself as soon as it is your turn.
task-briefing = Your briefing is next.
task-plan = Your plan for the quarter is next.
task-stance = Your private stance on the cards is next, and your prediction.
task-predict = Your prediction is next.
hidden-from = The { $seat } cannot see this page
read-on = I have read it
sign-plan = Sign your plan
sign-anyway = Sign anyway
sign-product-anyway = Product signs anyway
sign-sales-anyway = Sales signs anyway
sign-gives-up = { $what } Sign again if you mean it.
sign-unused = Not used, and gone after this quarter: { $what }.
house-all-declined = All four standing answers are Decline: every small ask is turned down.
sign-stance = Sign your stance
sign-prediction = Sign your prediction
stance-first = Choose what you would do.
sign-product = Sign for Product
sign-sales = Sign for Sales
signed-product = Signed for Product
signed-sales = Signed for Sales
ask-ceo = Ask the CEO
ceo-ask-title = Ask the CEO to decide?
ceo-ask-about = The CEO hears both of you and decides for one side. Nobody can take that back.
ceo-letter-office = CEO, { $company }
letter-read = Continue
skip = Skip
next-step = Next
next-page = Continue
next-quarter = Next quarter
next-part = Next: { $part }
review-hint = Talk through the two questions first
review-hint-alone = Think about the two questions first
to-echo = On to the echo year
to-debrief = On to the debrief
echo-hint = Four quarters on autopilot have passed
echo-insolvent = The run ends here
done = Done

wall-team = { $team } · { $quarter }
wall-quarter = { $quarter } · { $phase }
wall-phase = { $phase }: phase { $number } of { $all }
wall-interest = costs { $interest }

briefing-title = The company
briefing-goals = What the board wants
briefing-quota = This quarter's quota is { $quota } of new ARR.
briefing-moved = What moved { $number } last quarter
briefing-page = For the { $seat } only
briefing-again = What you already know; there is nothing new this quarter.
briefing-pay = What you are paid for
nothing-moved = No changes yet.

engineering-title = Engineering this quarter
split-title = With this split:
share-value = { $weeks } · { $percent } %
requests-title = Upcoming requests
request-row = { $ask } · { $effort } · alignment { $alignment }
backlog-title = Promised
backlog-empty = No open promises.
backlog-row = { $ask } · { $response } · { $left } left
backlog-late = late, { $due }
backlog-due = due { $due }
evidence-title = Evidence
coherence-title = Coherence last quarter
themes-title = Themes
theme-built = productised
theme-asked = { $count ->
    [0] not asked yet
    [one] asked once
   *[other] asked { $count } times
}
moves-title = Moves: { $left } of { $all } attention points left
moves-of-kind = { $kind } ({ $count })
moves-none-chosen = None chosen yet.
moves-nothing-yet = Does not change any of the six numbers yet.

pipeline-title = Pipeline
commission-so-far = Commission so far: { $commission }
pushes-left = { $count ->
    [one] 1 push token left
   *[other] { $count } push tokens left
}
no-deals = No named deals.
renewals-title = Largest renewals this quarter
no-renewals = No renewals this quarter.
renewal-late = promise late
deal-consent = Product may call
deal-asks = Asks for { $ask }
push = Push
push-for = Push: { $customer }
unpush = Take back { $count }
target-title = Target mix
target-value = { $percent } % · market { $market }

house-title = The house quadrant: standing answers to small asks
house-about = You both sign it, and you can change it every quarter. { $catches }
house-about-alone = It stands until you change it. { $catches }

stance-title = What would you do? Only you see this until both have chosen.
quote = “{ $words }”
card-ask = Ask
card-deal-label = Deal
card-theme-label = Theme
card-effort-label = Effort
card-effort-none = not estimated
note-of = { $seat } knows
need-found = True need confirmed
stance-of = { $seat } says
partner-alone = Sign your answer. The computer replies at once: it agrees, offers a different one, or leaves it to the CEO.
stances-agree = You agree. Sign one answer, or talk about why.
stances-agree-alone = You agree. Sign the answer.
stances-differ = You disagree. Talk, then sign an answer or ask the CEO (trust { $trust }).
stances-differ-alone = You disagree. Sign an answer, or ask the CEO (trust { $trust }).
effects-title = What “{ $answer }” moves, as far as known
answers-title = One answer, two signatures
answers-title-alone = Your answer
effects-none = Point at an answer to see what it moves.
promise-by = By
range-win = win chance
range-debt = debt if won
defend-title = Defend it with:
defend-title-fits = Defend it with (fits this answer: { $list }):

predict-title = Your prediction: { $number }
predict-about = Before the quarter closes, say in which range you expect it to end. If the result falls inside, you get up to 100 points: the narrower the range, the more. A range of { $width } or wider earns nothing.
predict-low = At least
predict-high = At most
predict-range = Between { $from } and { $to }: worth about { $points } of 100 points if it holds
predict-unset = not set
predict-first = Set both ends first.
predict-no-past = There is no past value yet.

close-title = The quarter closes
waterfall-title = ARR of the quarter
waterfall-start = before
waterfall-won = won
waterfall-grown = grew
waterfall-left = left
waterfall-end = now
waterfall-note = The bars do not start at zero, so that the changes stand out.
close-debt-before = It was { $debt } before the quarter.
close-map = Coherence { $from } → { $to }. New this quarter: { $tiles ->
    [0] no regular tile
    [one] one regular tile
   *[other] { $tiles } regular tiles
}, { $specials ->
    [0] no bespoke special.
    [one] one bespoke special.
   *[other] { $specials } bespoke specials.
}

review-title = Review: { $quarter }
payslip-total = { $total } since the start
predicted-title = { $number } became { $result }
prediction-hit = held: { $points } of 100 points
prediction-too-wide = inside, but too wide to count
prediction-missed = missed
prompts-title = Talk about it
prompts-title-alone = Think about it

echo-title = The echo year
echo-title-insolvent = The cash ran out
echo-about = Nobody made any more decisions. Engineering carried on with your last split and Sales with the last target mix, every new special was declined, and promises, renewals and upkeep fell due:
echo-about-insolvent = The company cannot pay its people. A buyer takes it for less than a year of revenue.
echo-value = The company is worth { $value }.

debrief-felt = How it felt
debrief-happened = What happened
debrief-caused = What caused it
debrief-cards = What was true
debrief-what-if = What if?
debrief-next = Sound familiar?
debrief-value = Company value after the echo year
debrief-scores = The two leads
debrief-badges = Badges
measure-debt = Revenue debt
demand-title = Specials requested per hundred deals
demand-asked = asked
demand-base = base
branch-name = { $quarter }: { $way } ({ $team })
branch-keep = Keep it as a run of its own
branch-kept = “{ $name }” is kept beside this run, and can be compared with it: { $path }
branch-nowhere = This game is not saved in a folder, so there is no place to keep another run beside it.
truth-believed = Believed: { $what }
truth-true = True: { $what }
truth-answer = Product: { $product }. Sales: { $sales }. Signed: { $answer }
cards-about = Every card that came to your table: what you believed, and what nobody could see.
truth-believed-head = What you believed
truth-true-head = What was true
felt-stances = What each of you would have done
felt-stances-alone = What you and the computer would have done
felt-card = Card
felt-signed = Signed: { $answer }
felt-same = same
felt-apart = apart
felt-forecasts = What each of you predicted
felt-forecasts-alone = What you and the computer predicted
caused-chart = ARR and revenue debt, with the decisions that turned them
caused-envelope = ARR range of 80 % of games by rules of thumb from this start
decided-both = Both, or the CEO
caused-every = Every decision and what it changed later
what-if-decisions = Every decision
talk-title = Talk about it
talk-title-alone = Think about it
talk-note = Take your time. This is what the game is for.
next-lesson = What this company teaches
next-title = What next
next-home = Name one special at your own company that this reminds you of. Who pays the interest on it today?
plan-unused = Unused: { $what }
unused-attention = { $count ->
    [one] one attention point
   *[other] { $count } attention points
}
unused-pushes = { $count ->
    [one] one push token
   *[other] { $count } push tokens
}
again = Play this seed again
next-again = Play the same seed once more: the same customers come with the same luck, so every difference comes from you.
next-compare = Compare with another team: see where your runs first diverged.
outcome-title = How the plans turned out

# Sheets over the page
sheet-close = Close
explained-see = See also
decision-moved-nothing = It has not changed any number so far.
explained-press = Press it to see everything behind it.
help-title = How to play
help-rules = The rules on one page
help-keys = Keys
help-words = What the words mean
rule-quarter = A quarter has five phases. Both leads read their briefing and plan in private. At the table each first says in private what it would do, and predicts how the quarter will end. Then both decide together, the quarter closes, and both look at what it did.
rule-special = Deals ask for specials. Accepting a special helps to win its deal. It takes engineer-weeks, leaves upkeep, and makes the product a little less of one product.
rule-table = On every card each lead takes a private stance first. Then both stances are shown, and one answer needs two signatures. If you cannot agree, the CEO decides by cash, evidence and results: for Sales when they are bad, for Product when they are good. Trust falls either way.
rule-quadrant-cells = Small asks get the standing answer of the house quadrant. Change it when it catches too much or too little.
rule-debt = Revenue from customers who do not fit is borrowed: promises, support and upkeep are its interest. The more specials you accept, the more deals ask for one.
rule-evidence = A no backed by fitting evidence costs only half the trust and loses fewer deals. Evidence comes from vision, strategy and the tracked impact of specials.
rule-together = Prospect calls confirm the true need, which is often smaller than the request. The other lead must bring you in.
rule-paper = A board paper changes a rule for good. The board wants a benefit in money: it takes evidence, and Sales' support in the same quarter. The rule usually comes into force two quarters later.
rule-end = After the last quarter comes an echo year in which nobody decides: engineering carries on with your last split, Sales with the last target mix, and every new special is declined. What counts is what the company is worth then, and what each lead was paid for.
keys-enter = Enter
keys-enter-about = Presses the item with the focus ring. On a new page that is the button at the bottom right, which takes you on.
keys-tab = Tab, arrows
keys-tab-about = Move from item to item, underlined words last.
keys-space = Space
keys-space-about = Presses the item with the focus ring.
keys-slider = Left, right
keys-slider-about = Move the slider with the focus ring.
keys-escape = Esc
keys-escape-about = Goes back, or leaves the game. What you signed is saved; anything unsigned is kept until the window closes, which asks first.
keys-answers = 1 to 8, F1 to F4
keys-answers-about = Choose an answer, or another card of the table.
keys-letters = Letters on buttons
keys-letters-about = Press that button.
keys-undo = Ctrl Z
keys-undo-about = Takes the last change back, up to your last signature.
keys-page = Page up, page down
keys-page-about = Scroll.
keys-drag = Dragging
keys-drag-about = An answer can be dragged onto a signature. Pressing it does the same.
keys-help = ?
keys-help-about = Opens the rules, the keys and the words.

# The notes of the first minutes
settings-notes = Notes for the first quarter
settings-notes-again = Show them all
settings-notes-none = Show none
settings-notes-about = Short notes that explain each page once, in the first quarter.
note-read = Got it
notes-off = No more notes
note-briefing = This page is for you alone. It says what the board wants and what you are paid for. When you have read it, press Enter to continue.
note-pipeline = These deals will be decided this quarter or soon. A push makes one more likely to be won; you have only a few.
note-sales-moves = Moves cost attention, the dots on the right. Some help you alone, some help both of you later: share the pipeline, and bring Product in.
note-engineering = Your engineers' weeks. The hatched part is taken before you choose. Move a slider; the roadmap takes up the difference.
note-product-moves = Moves cost attention, the dots on the right. Evidence and prospect calls take time before they help: start early.
note-house = Most asks are small. Agree once on a standing answer for each of the four kinds, and you do not have to discuss every one.
note-house-alone = Most asks are small. Give each of the four kinds a standing answer once, and you need not decide every one.
note-stance = Say in private what you would do. The bars show the chance of winning and the debt that follows; the less you know, the wider they are.
note-board = Now both stances are on the table. Choose one answer together. The spot on the board shows how much work it is, and how close it is to your strategy.
note-board-alone = Now both stances lie open, yours and the computer's. Choose one answer. The spot on the board shows how much work it is, and how near to your strategy.
note-sign = Both sign the same answer. If you cannot agree, the CEO decides, and trust falls.
note-sign-alone = You sign, and the computer answers at once. If you cannot agree, the CEO decides, and trust falls.
note-predict = Say where the number will end up. A narrow range that holds shows that you know your business.
note-close = The quarter closes step by step. Each line says what moved, and why.
note-review = Press any number on the wall to see everything that moved it, and the decision behind it.
note-coherence = Coherence moves. Specials wear it down; repair and productising build it up again. The cost shows up two to four quarters later. Press it to see the causes.
note-debt = You owe something now: a special has been promised or needs upkeep. The map shows all of your revenue debt as bills, each with the decision behind it.
note-talk = Stop here and talk about the two questions. This is what the game is for.
note-talk-alone = Stop here and think about the two questions. This is what the game is for.

# The product map and the debt ledger
map-title = The product
map-open = Open the product map and the debt ledger
map-specials = { $specials ->
    [0] No special for a single customer yet.{ $older } Press for the map and the debt.
    [one] One special for a single customer.{ $older } Press for the map and the debt.
   *[other] { $specials } specials for single customers.{ $older } Press for the map and the debt.
}
map-before = The product before you came
map-after = The product after the echo year
map-legend = The more coherent the product, the straighter the tiles of a theme. A tile with a diamond was built for everybody because one customer asked. Hatched tiles were built for one customer; the further off strategy, the more crooked.
debt-ledger = Revenue debt
debt-interest = It costs { $interest } this quarter: support, upkeep, and renewals that will be lost.
keys-map = M
keys-map-about = Opens the product map and the debt ledger, in a game.

# Window and keys
settings-window = Window
window-own = Window
window-full = Full screen
settings-window-about = F11 switches at any time. The window size is remembered.
keys-settings = Ctrl ,
keys-settings-about = Opens the settings.
keys-full-screen = F11
keys-full-screen-about = Full screen, and back.

# What a screen reader says of a number on the wall
wall-said = { $label } { $value }, { $change }

# What is printed on keys
key-enter = Enter
key-escape = Esc
key-control = Ctrl
