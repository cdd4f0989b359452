# Die Seiten außerhalb eines Spiels: wann etwas war, Seeds, Spiele zum Fortsetzen und Spiele, die nicht gespeichert sind.

when-today = heute { $time }
when-yesterday = gestern { $time }
when-day = { $month ->
    [1] { $day }. Januar { $year }
    [2] { $day }. Februar { $year }
    [3] { $day }. März { $year }
    [4] { $day }. April { $year }
    [5] { $day }. Mai { $year }
    [6] { $day }. Juni { $year }
    [7] { $day }. Juli { $year }
    [8] { $day }. August { $year }
    [9] { $day }. September { $year }
    [10] { $day }. Oktober { $year }
    [11] { $day }. November { $year }
   *[other] { $day }. Dezember { $year }
}

# Seeds
seed-of = Seed { $seed }
seed-of-day = Seed { $seed } ({ $date })
seed-drawn = { $seed } (zufällig)
seed-about-drawn = Ihr spielt mit Seed { $seed }, zufällig gezogen. Tippt eine Zahl, um selbst zu wählen.
seed-about-day = Seed { $seed } ist der vom { $date }. Wer ihn nimmt, bekommt dasselbe Spiel.
seed-about-own = Ihr spielt mit Seed { $seed }.
game-played = { $team } · { $scenario } · { $seed }

# Spiele, die weitergehen können
open-all = { $count ->
    [one] Ein offenes Spiel
   *[other] Alle { $count } offenen Spiele
}
open-title = Offene Spiele
open-hint = Wählt ein Spiel zum Fortsetzen
open-none = Jedes Spiel ist zu Ende gespielt.
open-unsaved = nicht gespeichert
list-more = { $count ->
    [one] Einen älteren Spielstand zeigen
   *[other] { $count } ältere Spielstände zeigen
}

# Was auf dem Weg hinaus nicht gespeichert oder nicht unterschrieben ist
unsaved-title = Noch nicht gespeichert
unsaved-draft-title = Noch nicht unterschrieben
unsaved-done-title = Alles ist gespeichert
unsaved-game = { $team } ({ $scenario }, { $quarter }) ist nicht gespeichert: { $problem }.
unsaved-nowhere = dieser Computer hat keinen Ordner für Spielstände
unsaved-draft = { $team } ({ $scenario }, { $quarter }): Etwas ist gewählt und nicht unterschrieben. Es geht verloren, wenn das Fenster schließt.
unsaved-about-leave = Ihr könnt das Spiel woanders speichern. Oder ihr verlasst es so: „Fortsetzen“ auf der Titelseite macht damit weiter, bis das Fenster schließt.
unsaved-about-close = Ihr könnt es woanders speichern, bevor das Fenster schließt. Was dann nicht gespeichert ist, geht verloren.
unsaved-again = Noch einmal versuchen
unsaved-elsewhere = In einem anderen Ordner speichern
folder-documents = Dokumente
folder-home = Persönlicher Ordner
folder-temp = Temporäre Dateien
unsaved-folder = Ein beliebiger Ordner
unsaved-folder-hint = Pfad eingeben
unsaved-folder-first = Gib zuerst einen Ordner ein.
unsaved-save-there = Dort speichern
unsaved-saved = Gespeichert in { $path }. Das Spiel geht von dort weiter, und „Fortsetzen“ findet es.
unsaved-saved-now = Jetzt ist es gespeichert.
unsaved-still = Es lässt sich immer noch nicht speichern.
unsaved-back = Zurück
unsaved-leave = Verlassen
unsaved-leave-anyway = Ohne Speichern verlassen
unsaved-close = Fenster schließen
unsaved-close-anyway = Trotzdem schließen
