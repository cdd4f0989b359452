# Words of the command line.

replay-holds = Jedes Quartal stimmt: { $team }, { $scenario }, Seed { $seed }, { $quarters ->
    [one] ein Quartal
   *[other] { $quarters } Quartale
} gespielt.
replay-ended = Das Spiel endete mit einem Unternehmenswert von { $value }.
replay-open = Das Spiel steht in { $quarter }, Phase { $phase }.
team-too-long = Ein Teamname hat höchstens { $most } Zeichen; dieser hat { $count }.
terminal-instead = Das Spiel geht im Terminal weiter.
texts-broken = Die Übersetzung { $path } ist nicht brauchbar, deshalb kommt das Szenario in seiner eigenen Sprache; `off-roadmap check` sagt, warum.
no-window-built = Diese Version hat kein Fenster.
rename-done = { $file } ist jetzt der Spielstand von { $team }, mit { $product } (Product) und { $sales } (Sales).
output-taken = { $path } ist keine frühere Ausgabe dieses Befehls; wähle eine andere Datei oder ersetze sie mit --force
output-folder = { $path } ist ein Ordner; nenne eine Datei darin
output-ron = { $path } hat die Endung eines Szenarios oder Spielstands; wähle eine andere Endung oder nimm --force
output-cannot = { $path } kann nicht geschrieben werden: { $reason }
export-folder = { $path } ist nicht leer; nenne einen neuen Ordner
export-unknown = Es gibt keinen Spielstand, keinen Ordner und keinen Raum { $what }; `off-roadmap rooms` listet die Räume auf diesem Rechner
export-same-sign = Trennzeichen und Dezimalzeichen können nicht beide { $sign } sein; wähle ein anderes mit --separator oder --decimal
export-done = In { $folder } { $runs ->
    [one] liegt ein Run
   *[other] liegen { $runs } Runs
} in { $tables } Tabellen; was ihre Spalten bedeuten, steht in dictionary.csv.
export-acts = Dazu kommen die Spielstände und { $acts ->
    [one] ein Eintrag
   *[other] { $acts } Einträge
} dessen, was im Raum geschah, ohne Namen.
