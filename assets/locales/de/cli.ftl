# Words of the command line.

replay-holds = Jedes Quartal stimmt: { $team }, { $scenario }, Seed { $seed }, { $quarters } Quartale im Protokoll.
replay-ended = Das Spiel endete mit einem Unternehmenswert von { $value }.
replay-open = Das Spiel steht in { $quarter }, Phase { $phase }.
terminal-instead = Das Spiel geht im Terminal weiter.
no-window-built = Diese Version hat kein Fenster.

# Comparing runs
compare-title = Spielstände nebeneinander
compare-team = Team
compare-scenario = Szenario
compare-seed = Seed
compare-value = Wert
compare-par = Vom Par
compare-numbers = Die sechs Zahlen
compare-maps = Die Produkte am Ende
compare-cards = Was auf dieselben Karten geantwortet wurde
compare-parted = Eine getönte Zeile ist eine Karte, an der sich die Wege trennten. Bis zur ersten war es dieselbe Firma.
compare-quarter = Wann
compare-card = Karte
compare-ask = Anfrage
compare-scenarios = Diese Spielstände sind aus verschiedenen Szenarien: Ihre Zahlen lassen sich nicht vergleichen, und keine Karte ist dieselbe.
compare-seeds = Diese Spielstände haben verschiedene Seeds: andere Kunden, Anfragen und anderes Glück, also ist keine Karte dieselbe.
compare-written = Der Vergleich steht in { $file }.
