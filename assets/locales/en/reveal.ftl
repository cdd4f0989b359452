# The reveal in the debrief: the demand for specials, drawn from memory before it is shown, and what only one seat knew.

reveal-title = What became of demand
reveal-draw = How many of every hundred deals asked for a special, from your first quarter to your last? Choose the curve as you remember it. Then you see the real one.
reveal-now = Show it without drawing
reveal-drew = You drew: { $shape }.
reveal-sketch = sketch
reveal-own = From the first { $quarters ->
    [one] quarter to the last
   *[other] { $quarters } quarters to the last { $quarters }
}, requests rose from { $from } to { $to } per hundred deals. { $own } of these { $rise } ({ $share }) came because of what you had said yes to before.
reveal-other = From the first { $quarters ->
    [one] quarter to the last
   *[other] { $quarters } quarters to the last { $quarters }
}, requests rose from { $from } to { $to } per hundred deals. Less than half of that came because of what you had said yes to ({ $own } of { $rise }): most of it would have come anyway.
reveal-level = Demand did not rise: from { $from } to { $to } requests per hundred deals, so what you said yes to did not drive it up.
reveal-kept = Demand did not rise: from { $from } to { $to } requests per hundred deals. At the precedent of the start it would have ended { $less } higher: your answers kept it down.
reveal-short = The game was over too early to tell what became of demand.
reveal-ask = Each yes was decided on its own card. Where, in any quarter, could you have seen this curve?
reveal-how = Both lines count the same deals. “{ demand-base }” is how many of them would have asked at the precedent of the start.
shape-level = It stayed level
shape-steady = It rose steadily
shape-late = It rose late
shape-hill = It rose and fell

# All teams
reveal-teams-title = What became of demand, in every team
reveal-teams-draw = First everybody draws: how many of every hundred deals asked for a special, from the first quarter to the last?
reveal-teams-show = Show what was
reveal-teams = { $rose ->
    [0] In none of { $all } teams did requests rise.
   *[other] Requests rose in { $rose } of { $all } teams. In { $own } of them, at least half of the rise came because of what the team itself had said yes to.
}
reveal-same = Different people, the same curve. So ask what about the situation made it, not who sat there.
reveal-asked-all = asked, a line for each team
reveal-base-all = would have asked at the precedent of the start
reveal-wall-drew = What you drew
reveal-wall-count = { $drawn ->
    [one] One person has drawn.
   *[other] { $drawn } people have drawn.
}
reveal-wall-came = What was
console-wall-drew = what people drew ({ $drawn } of { $all })
console-wall-came = what became of demand
refused-not-over = The game is not over yet. What became of demand is drawn in the debrief.

# Predictions
foresight-title = How wide, and how often right
foresight-told = { $seat }: { $held } of { $all } ranges held. The middle one was { $width } of the result wide.
foresight-held = { $seat }: { $held } of { $all } ranges held.
foresight-about = A narrow range says more and misses more often. So few predictions show a habit, not who is good at it.
foresight-width = Width of the range, as a share of the result
foresight-dot-held = held
foresight-dot-missed = missed, or too wide to count

# Stances, against what turned out
nearer-yes = { $seat } was nearer to what turned out: the deal did depend on it, and it was on strategy (alignment { $alignment }).
nearer-no = { $seat } was nearer to what turned out: the deal did not depend on it, and it was off strategy (alignment { $alignment }).

# What only one seat knew
untold-title = What stood on one page only
untold-about = When you signed, this stood on one page and not on the other. Did you say it aloud? And if not, what kept you?
untold-about-alone = At the signature, this stood on one page and not on the other. What would it have changed?
untold-fit = Sales had found out how well { $name } fits the strategy ({ $fit }). Product did not know.
untold-both = Only Product could read: “{ $product }” Only Sales could read: “{ $sales }”
untold-product = Only Product could read: “{ $note }”
untold-sales = Only Sales could read: “{ $note }”

# In the terminal
terminal-draw = { $number }. { $shape }
terminal-no-curve = “{ $line }” is none of these curves: type 1 to 4, or press Enter.
terminal-draw-prompt = Which curve do you remember? 1 to 4; Enter shows it without drawing >
