# Several runs side by side.

compare-title = Runs side by side
compare-one = There is only one run here. Choose a second one to compare it with.
compare-scenarios = These runs are of different scenarios ({ $list }): they began in different companies, so compare how they went, not how high they ended.
compare-versions = These runs are of different versions of the same scenario, so their cards are not the same.
compare-seeds = These runs have different seeds ({ $list }): other customers came to them, so luck differs as well as decisions.
compare-open = { $team } is still being played ({ $where }); its numbers are those so far.
compare-same = Every card that lay on more than one table got the same answer.
compare-did = { $team }: { $answer }
compare-parting = The runs first parted in { $quarter } over { $customer } ({ $ask }). { $answers }.
compare-not-there = did not come
compare-no-ask = asked for nothing
compare-not-asked = not answered
compare-team = Team
compare-scenario = Scenario
compare-seed = Seed
compare-value = Value
compare-par = Of par
compare-teams = The teams
compare-teams-about = Value is the company after the echo year. Par is the best of the built-in rules of thumb on the same seed.
compare-where = Where they parted
compare-numbers = The six numbers
compare-numbers-about = Every run in each picture. Lines differ by their dashes and by the name at their end; grey is the echo year, in which nobody decides any more.
compare-echo = echo year
compare-maps = The products
compare-maps-about = Straight tiles are a product that fits together. Off the grid stand the specials, each tied to its customer.
compare-cards = The same cards
compare-cards-about = Every card that lay on a table. “≠” marks cards that two tables answered differently.
compare-no-cards = There are no cards yet that all of these runs have.
compare-card = Card
compare-quarter = Quarter
compare-first = here the runs parted first
compare-run-in-the-way = { $path } is one of the runs; the page needs another name
compare-footer = Made by Off-Roadmap { $version }.

# In the window
compare-start = Compare runs
compare-start-about = Put teams that played side by side.
compare-runs = Saved runs
compare-none = No run is saved yet.
compare-choose = Choose the runs on the left.
compare-finished = finished
compare-run = { $scenario } · seed { $seed } · { $at }
compare-full = { $most } runs at most; take one out first.
compare-hint = Up to { $most } runs, best on the same seed
compare-debrief = Debrief
compare-go-on = Go on with it
