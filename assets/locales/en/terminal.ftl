# The game by lines. Words in `backticks` are typed as they stand.

terminal-title = { $scenario } · { $team }
terminal-how = Two leads play one company: the Product Lead and the Sales Lead. An empty line takes the default that is shown, `?` explains, Ctrl+C leaves.
terminal-hand-over = Hand over to the { $seat }. The other one looks away. Press Enter.
terminal-together = Both leads, please. Press Enter.
terminal-go-on = Press Enter to go on.
terminal-unknown = “{ $line }” is no command here. Type ? to see what is.
terminal-partner = { $seat }: { $reason }
terminal-none = none

terminal-debt = Revenue debt { $debt }, interest { $interest } a quarter
terminal-goals = Your goals
terminal-why = { $number } last quarter
terminal-private = For the { $seat } only
terminal-quota = Quota this quarter: { $quota }

terminal-moves = Moves · { $left } of { $all } attention points left
terminal-no-move = No move is called “{ $words }”. Type `move` and a number from the list.
terminal-several-moves = Several moves are called “{ $words }”. Type the number from the list.
terminal-backlog = Promised
terminal-due = due { $quarter }
terminal-due-late = late, { $quarter }
terminal-themes = Themes
terminal-theme = { $name } (asked { $count }×)
terminal-theme-built = { $name } (productised, asked { $count }×)
terminal-evidence = Evidence
terminal-coherence = Coherence last quarter
terminal-share = Type `{ $word }` and a percentage from 0 to 100, such as `{ $word } 25`.
terminal-left = { $percent } % are still to give.
terminal-over = That is { $percent } % too much.
terminal-product-draft = Plan: roadmap { $roadmap } %, specials { $specials } %, repair { $repair } %, discovery { $discovery } %. Moves: { $moves }.
terminal-product-prompt = Product Lead [done] >
terminal-product-help = `roadmap 50`, `specials 20`, `repair 20`, `discovery 10` split engineering in steps of five percent. `move 3` or `move vision` chooses a move, or drops it again. `undo` takes back, `show` prints the desk, `done` signs. The moves:

terminal-asks = Asks for { $ask }
terminal-renewals = Renewals this quarter
terminal-let-down = a promise to them is late
terminal-segments = Segments
terminal-market = market { $percent }
terminal-push = Type `push` and the number of a deal from 1 to { $all }.
terminal-target = Type `target` and { $segments } percentages in steps of five that sum to 100.
terminal-sales-draft = Plan: target { $target }. Pushes: { $pushes }. Moves: { $moves }.
terminal-sales-prompt = Sales Lead [done] >
terminal-sales-help = `target 60 40` says whom to look for, a share per segment. `push 2` puts a push token on a deal. `move 3` or `move coach` chooses a move, or drops it again. `undo` takes back, `show` prints the desk, `done` signs. The moves:

terminal-house = House quadrant: the standing answer to small asks
terminal-house-prompt = Both sign the house quadrant [done] >
terminal-house-help = `3 5` gives cell 3 the fifth answer. `undo` goes back to the standing answers, `done` signs for both.
terminal-responses = Answers
terminal-stance-prompt = { $seat }, what would you do? [{ $default }] >
terminal-stance-help = Type the number of an answer. The other lead sees it only when both have chosen.
terminal-note = { $seat } knows: { $note }
terminal-stances-agree = Both say: { $product }.
terminal-stances-differ = Product says: { $product }. Sales says: { $sales }. You differ.
terminal-answer-prompt = Both sign [{ $answer }] >
terminal-answer-help = The number of an answer chooses it. `defend strategy` uses evidence for it, `defend` alone takes it back. `by 2` names the quarter of a promise. `ask ceo` lets the CEO decide, at the cost of trust. `done` signs for both.
terminal-answer-due = { $answer }, by { $quarter }
terminal-answer-defended = { $answer }, defended with { $evidence }
terminal-fits = { $evidence } fits this answer.
terminal-fits-not = { $evidence } does not fit this answer; it would be used up for nothing.
terminal-by = Choose the roadmap promise, then `by` and a number: { $quarters }.
terminal-signed = Signed: { $answer } ({ $by }).

terminal-predict = Prediction: { $number } at the end of this quarter
terminal-predict-prompt = { $seat }, from and to [{ $default }] >
terminal-predict-help = Type two numbers, the lower one first, such as `0.9M 1.2M` or `85 92`.
terminal-waterfall = ARR { $start }: won { $won }, grown { $grown }, left { $left } → { $end }

terminal-payslips = Payslips
terminal-payslip = { $seat } (since the start { $total })
terminal-result = { $number } became { $value }
terminal-hit = { $seat } said { $range }: right.
terminal-missed = { $seat } said { $range }: missed.
terminal-talk = Talk about it

terminal-debrief = Debrief · { $team }
terminal-insolvent = The cash ran out.
terminal-value = The company is worth { $value }.
terminal-value-parts = How the value comes about
terminal-scores = The two leads
terminal-badges = Badges
terminal-timeline = Quarter by quarter
terminal-debt-column = Debt
terminal-decisions = Decisions and what they moved, later quarters included
terminal-truths = The cards as they truly are
terminal-truth = Believed: { $believed }. True: { $truth }
terminal-demand = Asks per hundred deals
terminal-demand-base = base demand
terminal-demand-asked = asked
terminal-echo = What the echo year did to ARR
