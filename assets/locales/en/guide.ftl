# The facilitator's guide to a scenario.
guide-secret = For the facilitator only: it tells what nobody who plays may know.
guide-foot = facilitator’s guide
guide-agendas = Plans for a meeting
guide-minutes = { $minutes } minutes
guide-introduction = Situation, the two roles, how each is paid
guide-first = First quarter
guide-others = { $quarters } quarters of { $minutes } minutes
guide-debrief = Debrief, step by step
guide-compare = The teams side by side, and what next
guide-rest = { $quarters ->
    [one] One quarter does not fit. Play it in a second meeting: games go on where they stopped.
   *[other] { $quarters } quarters do not fit. Play them in a second meeting: games go on where they stopped.
}
guide-start = At the start
guide-say = Say that both roles act sensibly by what they are paid for, that the company has one product and one pipeline, and that nobody is told the right answers. Say that what a page marks as private stays private until somebody tells it. Do not say what this company teaches.
guide-quarters = Quarter by quarter
guide-gate = Decided after this quarter: { $title }
guide-only = Only for the { $seat }
guide-predicts = Both predict: { $measure }
guide-asks = Asked at the review
guide-conditional = News that depends on how a team plays
guide-cards = What is true of the specials
guide-cards-about = Not all of them come in every game. Where two halves are marked, each lead’s note leans one way, and both together the other: watch whether they talk.
guide-two-halves = two halves
guide-truth = Estimated { $effort }, truly { $true }; alignment { $alignment }, fit { $fit }; the deal does not depend on it.
guide-truth-breaks = Estimated { $effort }, truly { $true }; alignment { $alignment }, fit { $fit }; the deal depends on it.
guide-strategies = What strategies reach here
guide-strategies-about = Company value on average over forty games. What stands below are the typical mistakes in this company; look for them in the habits of the teams.
