# Words of the command line.

replay-holds = Jedes Quartal stimmt: { $team }, { $scenario }, Seed { $seed }, { $quarters } Quartale im Protokoll.
replay-ended = Das Spiel endete mit einem Unternehmenswert von { $value }.
replay-open = Das Spiel steht in { $quarter }, Phase { $phase }.
team-too-long = Ein Teamname hat höchstens { $most } Zeichen; dieser hat { $count }.
terminal-instead = Das Spiel geht im Terminal weiter.
no-window-built = Diese Version hat kein Fenster.
rename-done = { $file } ist jetzt der Lauf von { $team }, mit { $product } (Produkt) und { $sales } (Vertrieb).
