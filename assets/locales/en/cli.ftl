# Words of the command line.

replay-holds = Every quarter holds: { $team }, { $scenario }, seed { $seed }, { $quarters } quarters logged.
replay-ended = The run ended with a company value of { $value }.
replay-open = The run is in { $quarter }, phase { $phase }.
terminal-instead = The game goes on in the terminal.
no-window-built = This build has no window.

# Comparing runs
compare-title = Runs beside each other
compare-team = Team
compare-scenario = Scenario
compare-seed = Seed
compare-value = Value
compare-par = Of par
compare-numbers = The six numbers
compare-maps = The products at the end
compare-cards = What was answered to the same cards
compare-parted = A tinted line is a card on which the runs parted. Up to the first of them they had the same company.
compare-quarter = When
compare-card = Card
compare-ask = Asked for
compare-scenarios = These runs are of different scenarios: their numbers cannot be compared, and no card is the same.
compare-seeds = These runs have different seeds: they had other customers, asks and luck, so no card is the same.
compare-written = The comparison is in { $file }.
