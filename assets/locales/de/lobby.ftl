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
