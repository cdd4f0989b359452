# Several runs side by side.

compare-title = Spielstände nebeneinander
compare-one = Hier ist nur ein Spielstand. Wählt einen zweiten, um ihn zu vergleichen.
compare-scenarios = Diese Spielstände sind aus verschiedenen Szenarien ({ $list }): Sie begannen in verschiedenen Firmen. Vergleicht, wie sie verliefen, nicht, wie hoch sie endeten.
compare-versions = Diese Spielstände sind aus verschiedenen Fassungen desselben Szenarios, also sind die Karten nicht dieselben.
compare-seeds = Diese Spielstände haben verschiedene Seeds ({ $list }): Zu ihnen kamen andere Kunden, also unterscheidet sie auch das Glück und nicht nur die Entscheidungen.
compare-open = { $team } spielt noch ({ $where }); die Zahlen sind die von bisher.
compare-same = Jede Karte, die auf mehr als einem Tisch lag, bekam dieselbe Antwort.
compare-did = { $team }: { $answer }
compare-parting = Zuerst trennten sich die Wege in { $quarter } bei { $customer } ({ $ask }). { $answers }.
compare-not-there = kam nicht
compare-no-ask = wollte nichts
compare-not-asked = nicht beantwortet
compare-team = Team
compare-scenario = Szenario
compare-seed = Seed
compare-value = Wert
compare-par = Anteil am Par
compare-teams = Die Teams
compare-teams-about = Wert ist die Firma nach dem Echojahr. Par ist die beste der eingebauten Faustregeln auf demselben Seed.
compare-where = Wo sich die Wege trennten
compare-numbers = Die sechs Zahlen
compare-numbers-about = Alle Spielstände in jedem Bild. Die Linien unterscheiden sich durch ihre Striche und den Namen an ihrem Ende; grau ist das Echojahr, in dem niemand mehr entscheidet.
compare-echo = Echojahr
compare-maps = Die Produkte
compare-maps-about = Gerade Kacheln sind ein Produkt, das zusammenpasst. Neben dem Raster stehen die Specials, jedes an seinem Kunden.
compare-cards = Dieselben Karten
compare-cards-about = Jede Karte, die auf einem Tisch lag. „≠“ steht vor Karten, die zwei Tische verschieden beantwortet haben.
compare-no-cards = Noch gibt es keine Karten, die alle diese Spielstände haben.
compare-card = Karte
compare-quarter = Quartal
compare-first = hier trennten sich die Wege zuerst
compare-run-in-the-way = { $path } ist einer der Spielstände; die Seite braucht einen anderen Namen
compare-footer = Gemacht mit Off-Roadmap { $version }.

# In the window
compare-start = Läufe vergleichen
compare-start-about = Stellt Teams, die gespielt haben, nebeneinander.
compare-runs = Gespeicherte Läufe
compare-none = Noch ist kein Lauf gespeichert.
compare-choose = Wählt links die Läufe aus.
compare-finished = beendet
compare-run = { $scenario } · Seed { $seed } · { $at }
compare-full = Höchstens { $most } Läufe; nehmt zuerst einen heraus.
compare-hint = Bis zu { $most } Läufe, am besten auf demselben Seed
compare-debrief = Auswertung
compare-go-on = Weiterspielen
