# Sheets of paper for teams without devices, and typing in what stands on them.
paper-saved = { $folder } has { $files }: open them in a browser and print them at 100 %
paper-folder = { $path } is a file; name a folder for the sheets
paper-run-closing = { $path } is at the end of a quarter: type in the rest of it first, then print the next one
paper-run-ended = { $path } was played to its end; `off-roadmap report` makes its debrief to print
paper-partner = { $path } is a run with a computer partner; only what two leads decided can be typed in from paper

# Feet of the sheets
paper-foot-only = only for the { $seat }
paper-foot-table = at the table
paper-foot-facilitator = for the facilitator to hand out

# The role sheets
paper-name = Name
paper-for = What this role is for
paper-for-product = You decide what engineering does, and you answer for the product in three years. You know what a request would cost to build; Sales knows who asks and why. A special needs both your signatures.
paper-for-sales = You bring in the deals of this quarter and keep the customers. You know who asks and how serious they are; Product knows what it would cost to build. A special needs both your signatures.
paper-only-you = Only you know this
paper-you-are = You are { $name }, unless you bring a name of your own.
paper-segment = { $percent } of the market. { $about }
paper-moves = Your moves, in private
paper-plan-product = Each quarter you split engineering over roadmap, specials, repair and discovery, in steps of five percent, and spend three attention points on moves. Write the number of a move into a box of your sheet, and the number of its target behind it.
paper-plan-sales = Each quarter you set the target mix over the segments in steps of five percent, put up to three push tokens on deals (two at most on one), and spend three attention points on moves. Write the number of a move into a box of your sheet, and the number of its target behind it.
paper-no = No.
paper-move = Move
paper-cost = Cost
paper-aim-deal = no. of the deal
paper-aim-reform = 1, 2 or 3
paper-aim-special = no. of the special
paper-aim-renewal = no. of the renewal
paper-course = A quarter
paper-course-plan = Read your page. Plan alone: the upper part of your piece. Both hand in, and hear what came of it.
paper-course-house = Together: the standing answers to small asks, for each cell of the house quadrant.
paper-course-stance = Read your half of each card, alone. Write down what you would do with each of them, and your prediction.
paper-course-sign = Show your stances. Talk, then sign one answer for each card. If you cannot agree, write CEO.
paper-course-close = Hand in. Write the numbers that are read out on your sheet and on the wall.
paper-table-title = At the table, for both leads
paper-answers-about = Work and harm are shares of what building as asked takes; the chance is a factor on that of a deal without a special. Harm is what the product loses in coherence.
paper-answer = Answer
paper-work = Work
paper-chance = Chance
paper-harm = Harm
paper-factor = × { $factor }
paper-factors = × { $low }–{ $high }
paper-work-need = 30–50 %
paper-build = Sets a precedent: more deals will ask.
paper-descope = Only the part that carries the deal.
paper-simplify = For the true need. Only after a prospect call has confirmed it.
paper-productise = For everybody, a quarter later. Cheap from the third who asks for the same.
paper-paid = Outside the product. The customer pays { $fee } for ten weeks of work.
paper-promise = Name the quarter, at most four ahead. Late, it costs trust and maybe the customer.
paper-decline = Costs trust. With fitting evidence it costs half of it and wins a little more often.
paper-have = Only where what they ask for has been productised.
paper-vision = From publishing the vision. Fits a yes to what is clearly on strategy, and a no to what is clearly off it.
paper-strategy = From publishing the strategy and from win/loss interviews. Fits a yes to ideal customers, and a no to others.
paper-impact = From tracking specials and from renewals. Fits a no to big work, and a yes to what several others asked for.
paper-know = What both of you have to know
paper-later = Private pages of later quarters
paper-later-about = Cut apart, and hand each to its lead at the briefing of its quarter. Nobody sees them before.

# The cards
paper-cards-title = cards
paper-cards-about = Cut apart. The card in the middle lies on the table, the halves beside it go to the two leads. Which numbers come to a table is said at the front, quarter by quarter.
paper-estimates = Estimate at the start: { $effort }, alignment { $alignment }
paper-competitor = Competitor has it: ☐ yes ☐ no (70 % sure; you hear it at the front)
paper-need = True need, once a call found it:

# The decision sheets
paper-decisions-title = decision sheets
paper-both = Both leads
paper-split = Engineering, in percent
paper-target = Target mix, in percent
paper-pushes = Pushes: up to { $count } deals, by number
paper-moves-of = Moves: { $points } attention points
paper-move-hint = no. + target
paper-was = was { $value }
paper-stances = At the table: my stance on each card
paper-predicts = My prediction: { $number }
paper-in-dollars = such as 900k
paper-in-percent = %
paper-in-weeks = weeks
paper-in-points = points
paper-house = House quadrant: the answer to small asks (one of those with *)
paper-signed = Signed answers (evidence: { $evidence })
paper-letter = { $letter } = { $name }
paper-card = Customer
paper-by = by Q
paper-evidence = Evidence
paper-reason = Why we think so
paper-signature = { $seat } signs
paper-results = After the close, as read out
paper-pay-product = Pay, Product
paper-pay-sales = Pay, Sales

# The wall
paper-wall-title = the wall
paper-after-echo = After the echo year
paper-map-about = Draw what you built: a tile in its district for each piece of roadmap and for each special that you built for everybody; a crooked tile outside the grid, tied to its customer, for each special that you built for one. Hatch what takes upkeep.
paper-debrief-title = The debrief
paper-debrief-about = In this order. Nobody says what would have been right before the fourth step.
paper-ask-felt = What did you feel at the table, and when was it strongest?
paper-ask-felt-more = On which card did your private stances lie furthest apart?
paper-ask-happened = Read the six numbers from left to right: where did something turn?
paper-ask-happened-more = Which prediction surprised you most?
paper-ask-caused = Which decision of yours does the turn go back to, and how many quarters lie between?
paper-ask-caused-more = What of it was luck?
paper-ask-true = What did each of you know of that card and not tell?
paper-ask-true-more = What could you have found out, and for how many attention points?
paper-ask-if = Decide it again, with only what you knew then. What do you sign now?
paper-ask-if-more = Which of your decisions was good although it ended badly?
paper-ask-next = What do you do differently on Monday?
paper-ask-next-more = Who will notice, and by what?
paper-questions = In this company
paper-promise-title = One promise each
paper-promise-line = If … comes, then I first …

# The sheets of a quarter of a run
paper-at-table = At the table
paper-at-table-about = Hand out when both plans are in. Cut apart: the upper part of each card lies on the table, each half goes to its lead.
paper-targets = Numbers for your moves
paper-arr = ARR
paper-asks = Asks for
paper-hear = What you hear

# Typing in
paper-type-how = Type what stands in each numbered box of the sheet. An empty box stays empty: what is in brackets then holds. `?` explains a box, `undo` goes back to the one before, `quit` leaves; everything up to the last full box is saved.
paper-type-sheets = The sheets of this quarter: off-roadmap print { $path } --out FOLDER
paper-type-split = 1  Engineering: roadmap, specials, repair, discovery [{ $default }] >
paper-type-split-help = Type four percentages in steps of five that add up to 100, such as 50 25 15 10.
paper-type-product-moves = 2  Moves of Product [none] >
paper-type-target = 3  Target: { $segments } [{ $default }] >
paper-type-target-help = Type { $count } percentages in steps of five that add up to 100.
paper-type-pushes = 4  Pushes [none] >
paper-type-pushes-help = Type the numbers of the deals that get a push token, such as 3 3 12.
paper-type-sales-moves = 5  Moves of Sales [none] >
paper-type-moves-help = Type the numbers of the moves, each with the number of its target behind it if it has one, such as 1, 7 3.
paper-type-no-number = “{ $word }” is not a number.
paper-type-no-move = There is no move with the number { $number }.
paper-type-no-target = Move { $number } needs the number of its target behind it.
paper-type-not-now = Move { $number } { $target } is not possible now: there is nothing with that number.
paper-type-twice = “{ $move }” stands there twice.
paper-type-no-deal = No open deal has the number { $number }.
paper-type-house = 6  House: small on, big on, small off, big off [{ $default }] >
paper-type-house-help = Type four answers by their numbers; 1, 2, 4, 5 and 7 can stand there.
paper-type-product-stances = 7  Stances of Product on { $cards } >
paper-type-product-predicts = 8  Prediction of Product: { $number }, from and to >
paper-type-sales-stances = 9  Stances of Sales on { $cards } >
paper-type-sales-predicts = 10  Prediction of Sales: { $number }, from and to >
paper-type-stances-help = Type the numbers of { $count } answers, from 1 to 8, in the order of the cards.
paper-type-far = That is far from what it was so far: { $usual } would mean no change. If it is a slip, type `undo`.
paper-type-answer = 11  Signed for { $card } (Product { $product }, Sales { $sales }){ $default } >
paper-type-answer-help = Type the number of the answer. Behind it comes the first letter of the evidence if there is some (7 s), and the quarter of a promise (6 q3). `ceo` lets the CEO decide.
