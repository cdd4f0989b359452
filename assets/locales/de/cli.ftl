# Words of the command line.

replay-holds = Jedes Quartal stimmt: { $team }, { $scenario }, Seed { $seed }, { $quarters } Quartale im Protokoll.
replay-ended = Das Spiel endete mit einem Unternehmenswert von { $value }.
replay-open = Das Spiel steht in { $quarter }, Phase { $phase }.
team-too-long = Ein Teamname hat höchstens { $most } Zeichen; dieser hat { $count }.
terminal-instead = Das Spiel geht im Terminal weiter.
no-window-built = Diese Version hat kein Fenster.
rename-done = { $file } ist jetzt der Spielstand von { $team }, mit { $product } (Product) und { $sales } (Sales).
output-taken = In { $path } steht etwas anderes als eine frühere Ausgabe dieses Befehls; eine andere Datei nennen, oder mit --force ersetzen
output-folder = { $path } ist ein Ordner; eine Datei darin nennen
output-ron = { $path } hat die Endung eines Szenarios oder Spielstands; eine andere Endung wählen, oder --force
output-cannot = { $path } kann nicht geschrieben werden: { $reason }
