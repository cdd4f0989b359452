# Was an einem Spielstand nicht stimmt. Teile von Sätzen, sie enden ohne Punkt.

run-at = { $file }: { $reason }
run-cannot-be-read = { $file } kann nicht gelesen werden: { $reason }
run-cannot-be-saved = { $file } kann nicht gespeichert werden: { $reason }
run-unsaved = { $problem }. Das Spiel geht weiter, und die nächste Unterschrift versucht es noch einmal.
run-careless = Der Spielstand ist gespeichert, aber das Laufwerk von { $file } kann bei einem Stromausfall nicht für ihn garantieren. Legt eine Kopie auf diesem Rechner ab.
run-moved = In { $file } steht etwas, das nicht von diesem Spiel ist; es wird stattdessen in { $to } gespeichert.
run-scenario-gone = gespielt wurde mit dem Szenario `{ $id }`, das hier fehlt. Die Datei gehört neben den Spielstand oder dort in einen Ordner namens scenarios
run-scenario-gone-file = gespielt wurde mit dem Szenario `{ $id }`, dessen Datei { $file } hier fehlt. Die Datei gehört neben den Spielstand oder dort in einen Ordner namens scenarios
run-scenario-gone-titled = gespielt wurde mit dem Szenario „{ $title }“ (`{ $id }`), dessen Datei { $file } hier fehlt. Die Datei gehört neben den Spielstand oder dort in einen Ordner namens scenarios
run-scenario-faulty = das Szenario lässt sich nicht mehr spielen: { $reason }
run-place = Quartal { $quarter }, Befehl { $number } ({ $what })
run-place-line = Quartal { $quarter }, Befehl { $number } ({ $what }, Zeile { $line })
disk-not-found = die Datei oder den Ordner gibt es nicht
disk-taken = an seiner Stelle ist etwas anderes
disk-not-allowed = das ist nicht erlaubt
disk-full = der Datenträger ist voll
disk-read-only = der Datenträger lässt sich nur lesen
disk-folder = das ist ein Ordner
disk-no-folder = das ist kein Ordner
broken-empty = die Datei ist leer
broken-foreign = das ist kein Spielstand von Off-Roadmap
broken-packed = sie ist gepackt; pack sie erst aus
broken-preceded = das Spiel beginnt erst in Zeile { $line }; entferne, was davor steht
broken-unreadable = die Datei kann nicht gelesen werden: { $reason }
broken-misnamed = der Name eines Spielstands endet auf .run.ron; benennt die Datei um in { $name }
broken-cut-off = der Spielstand ist nach Zeile { $line } abgeschnitten, sein Ende fehlt
broken-syntax = Zeile { $line }, Spalte { $column }: hier ist der Spielstand nicht lesbar ({ $reason })
broken-format = der Spielstand hat Format { $found }, dieses Programm liest Format { $own }; nimm das Programm, das ihn geschrieben hat
broken-rules = das Spiel lief mit Version { $found } der Regeln ({ $engine }), dieses Programm hat Version { $own }; hier ginge es anders aus, darum bleibt der Spielstand, wie er ist
mismatch-scenario = der Spielstand gehört zum Szenario „{ $run }“, nicht zu „{ $given }“
mismatch-changed = das Szenario „{ $scenario }“ wurde seit diesem Spiel geändert, darum lässt sich der Spielstand damit nicht mehr abspielen
mismatch-start = der Spielstand stimmt von Anfang an nicht: der Seed oder der Hash des Anfangs wurde geändert
mismatch-refused = { $place }: das geht dort nicht ({ $reason })
mismatch-order = Quartal { $logged }: seine Befehle gehören zu Quartal { $played }
mismatch-command = { $place }: führt zu einem anderen Zustand, als die Datei sagt; der Befehl oder seine Marke wurde geändert
mismatch-state = Quartal { $quarter }: seine Befehle führen zu einem anderen Zustand, als die Datei sagt; der Hash des Quartals wurde geändert
mismatch-seal = jedes Quartal stimmt, aber das Siegel nicht: der Kopf der Datei (Programm, Team), ihr Ende oder das Siegel wurde von Hand geändert

# Who took a chair over in the middle of a run
chair-computer = Ab { $quarter } spielt der Computer als { $seat } („{ $persona }“).
chair-person = Ab { $quarter } spielt wieder eine Person als { $seat }.

# A team that the facilitator took back to an earlier quarter
team-again = { $team } (noch einmal ab { $quarter })
replay-again = Ab { $quarter } wurde noch einmal gespielt: Das Team war zurückgesetzt worden und wusste, was kommt.
