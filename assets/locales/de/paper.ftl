# Blätter aus Papier für Teams ohne Geräte, und das Eintippen dessen, was darauf steht.
paper-saved = { $folder } hat { $files }: im Browser öffnen und mit 100 % drucken
paper-folder = { $path } ist eine Datei; nenne einen Ordner für die Blätter
paper-run-closing = { $path } steht am Ende eines Quartals: Tipp zuerst den Rest davon ein, dann druck das nächste
paper-run-ended = { $path } ist zu Ende gespielt; `off-roadmap report` macht die Auswertung zum Drucken
paper-partner = { $path } ist ein Spiel mit dem Computer; vom Papier lässt sich nur eintippen, was zwei Leads entschieden haben

# Fußzeilen der Blätter
paper-foot-only = nur für { $seat }
paper-foot-table = am Tisch
paper-foot-facilitator = die Moderation teilt es aus

# Die Rollenblätter
paper-name = Name
paper-for = Wofür diese Rolle da ist
paper-for-product = Du entscheidest, woran die Entwicklung arbeitet, und stehst für das Produkt in drei Jahren ein. Du weißt, was eine Anfrage zu bauen kostet; Sales weiß, wer fragt und warum. Ein Special braucht eure beiden Unterschriften.
paper-for-sales = Du bringst die Deals dieses Quartals und hältst die Kunden. Du weißt, wer fragt und wie ernst es ist; Product weiß, was es zu bauen kostet. Ein Special braucht eure beiden Unterschriften.
paper-only-you = Das weißt nur du
paper-you-are = Du bist { $name }, wenn du keinen eigenen Namen mitbringst.
paper-segment = { $percent } des Markts. { $about }
paper-moves = Deine Aktionen, für dich allein
paper-plan-product = Jedes Quartal teilst du die Entwicklung auf Roadmap, Specials, Sanierung und Discovery auf, in Schritten von fünf Prozent, und gibst drei Aufmerksamkeitspunkte für Aktionen aus. Schreib die Nummer einer Aktion in ein Feld deines Blatts und die Nummer ihres Ziels dahinter.
paper-plan-sales = Jedes Quartal setzt du den Zielmix über die Segmente, in Schritten von fünf Prozent, legst bis zu drei Push-Marken auf Deals (höchstens zwei auf einen) und gibst drei Aufmerksamkeitspunkte für Aktionen aus. Schreib die Nummer einer Aktion in ein Feld deines Blatts und die Nummer ihres Ziels dahinter.
paper-no = Nr.
paper-move = Aktion
paper-cost = Kosten
paper-aim-deal = Nr. des Deals
paper-aim-reform = 1, 2 oder 3
paper-aim-special = Nr. des Specials
paper-aim-renewal = Nr. der Verlängerung
paper-course = Ein Quartal
paper-course-plan = Lies deine Seite. Plan allein: der obere Teil deines Stücks. Beide geben ab und hören, was daraus wurde.
paper-course-house = Zusammen: die festen Antworten auf kleine Anfragen, für jede Zelle des Hausquadranten.
paper-course-stance = Lies allein deine Hälfte jeder Karte. Schreib auf, was du mit jeder tun würdest, und deine Vorhersage.
paper-course-sign = Zeigt eure Haltungen. Redet, dann unterschreibt eine Antwort für jede Karte. Wenn ihr euch nicht einigt, schreibt CEO.
paper-course-close = Gebt ab. Schreibt die Zahlen, die vorgelesen werden, auf euer Blatt und an die Wand.
paper-table-title = Am Tisch, für beide Leads
paper-answers-about = Arbeit und Schaden sind Anteile dessen, was Bauen wie angefragt braucht; die Chance ist ein Faktor auf die eines Deals ohne Special. Schaden ist, was das Produkt an Kohärenz verliert.
paper-answer = Antwort
paper-work = Arbeit
paper-chance = Chance
paper-harm = Schaden
paper-factor = × { $factor }
paper-factors = × { $low }–{ $high }
paper-work-need = 30–50 %
paper-build = Schafft einen Präzedenzfall: Mehr Deals werden fragen.
paper-descope = Nur der Teil, der den Deal trägt.
paper-simplify = Für den echten Bedarf. Erst wenn ein Interessentengespräch ihn bestätigt hat.
paper-productise = Für alle, ein Quartal später. Günstig ab dem dritten, der dasselbe anfragt.
paper-paid = Neben dem Produkt. Der Kunde zahlt { $fee } für zehn Wochen Arbeit.
paper-promise = Nennt das Quartal, höchstens vier voraus. Zu spät kostet es Vertrauen und vielleicht den Kunden.
paper-decline = Kostet Vertrauen. Mit passendem Beleg nur die Hälfte, und ihr gewinnt etwas öfter.
paper-have = Nur wo das Angefragte schon Standard ist.
paper-vision = Aus der veröffentlichten Vision. Passt zum Ja, wo etwas klar strategisch ist, und zum Nein, wo es das klar nicht ist.
paper-strategy = Aus der veröffentlichten Strategie und aus Win/Loss-Gesprächen. Passt zum Ja bei idealen Kunden und zum Nein bei anderen.
paper-impact = Aus nachgehaltenen Specials und aus Verlängerungen. Passt zum Nein bei viel Arbeit und zum Ja, wo mehrere andere dasselbe wollten.
paper-know = Was ihr beide wissen müsst
paper-later = Geheime Seiten späterer Quartale
paper-later-about = Auseinanderschneiden und jede ihrem Lead beim Briefing ihres Quartals geben. Niemand sieht sie vorher.

# Die Karten
paper-cards-title = Karten
paper-cards-about = Auseinanderschneiden. Die Karte in der Mitte liegt auf dem Tisch, die Hälften daneben gehen an die beiden Leads. Welche Nummern an einen Tisch kommen, wird Quartal für Quartal vorn gesagt.
paper-estimates = Schätzung am Anfang: { $effort }, Passung { $alignment }
paper-competitor = Der Wettbewerb hat es: ☐ ja ☐ nein (70 % sicher; du hörst es vorn)
paper-need = Echter Bedarf, sobald ein Gespräch ihn fand:

# Die Entscheidungsblätter
paper-decisions-title = Entscheidungsblätter
paper-both = Beide Leads
paper-split = Entwicklung, in Prozent
paper-target = Zielmix, in Prozent
paper-pushes = Pushes: bis zu { $count } Deals, nach Nummer
paper-moves-of = Aktionen: { $points } Aufmerksamkeitspunkte
paper-move-hint = Nr. + Ziel
paper-was = war { $value }
paper-stances = Am Tisch: meine Haltung zu jeder Karte
paper-predicts = Meine Vorhersage: { $number }
paper-in-dollars = etwa 900 Tsd.
paper-in-percent = %
paper-in-weeks = Wochen
paper-in-points = Punkte
paper-house = Hausquadrant: die Antwort auf kleine Anfragen (eine mit *)
paper-signed = Unterschriebene Antworten (Belege: { $evidence })
paper-letter = { $letter } = { $name }
paper-card = Kunde
paper-by = bis Q
paper-evidence = Beleg
paper-reason = Warum wir das so sehen
paper-signature = { $seat } unterschreibt
paper-results = Nach dem Abschluss, wie vorgelesen
paper-pay-product = Lohn, Product
paper-pay-sales = Lohn, Sales

# Die Wand
paper-wall-title = die Wand
paper-after-echo = Nach dem Echojahr
paper-map-about = Zeichnet, was ihr gebaut habt: ein Feld in seinem Viertel für jedes Stück Roadmap und jedes Special, das ihr für alle gebaut habt; ein schiefes Feld neben dem Raster, mit einem Faden zum Kunden, für jedes Special, das ihr für einen gebaut habt. Schraffiert, was Pflege braucht.
paper-debrief-title = Die Auswertung
paper-debrief-about = In dieser Reihenfolge. Vor dem vierten Schritt sagt niemand, was richtig gewesen wäre.
paper-ask-felt = Was habt ihr am Tisch gefühlt, und wann war es am stärksten?
paper-ask-felt-more = Bei welcher Karte lagen eure geheimen Haltungen am weitesten auseinander?
paper-ask-happened = Lest die sechs Zahlen von links nach rechts: Wo hat sich etwas gedreht?
paper-ask-happened-more = Welche Vorhersage hat euch am meisten überrascht?
paper-ask-caused = Auf welche eurer Entscheidungen geht das zurück, und wie viele Quartale liegen dazwischen?
paper-ask-caused-more = Was davon war Glück?
paper-ask-true = Was hat jeder von euch über diese Karte gewusst und nicht erzählt?
paper-ask-true-more = Was hättet ihr herausfinden können, und für wie viele Aufmerksamkeitspunkte?
paper-ask-if = Entscheidet noch einmal, nur mit dem, was ihr damals wusstet. Was unterschreibt ihr jetzt?
paper-ask-if-more = Welche eurer Entscheidungen war gut, obwohl sie schlecht ausging?
paper-ask-next = Was macht ihr am Montag anders?
paper-ask-next-more = Wer wird es merken, und woran?
paper-questions = In dieser Firma
paper-promise-title = Je ein Versprechen
paper-promise-line = Wenn … kommt, dann mache ich zuerst …

# Die Blätter für ein Quartal eines Spiels
paper-at-table = Am Tisch
paper-at-table-about = Austeilen, wenn beide Pläne abgegeben sind. Auseinanderschneiden: Der obere Teil jeder Karte liegt auf dem Tisch, jede Hälfte geht an ihren Lead.
paper-targets = Nummern für deine Aktionen
paper-arr = ARR
paper-asks = Fragt nach
paper-hear = Was du hörst

# Eintippen
paper-type-how = Tipp ein, was in jedem nummerierten Feld des Blatts steht. Ein leeres Feld bleibt leer: Dann gilt, was in Klammern steht. `?` erklärt ein Feld, `zurück` geht zum Feld davor, `quit` beendet; alles bis zum letzten vollen Feld ist gespeichert.
paper-type-sheets = Die Blätter dieses Quartals: off-roadmap print { $path } --out ORDNER
paper-type-split = 1  Entwicklung: Roadmap, Specials, Sanierung, Discovery [{ $default }] >
paper-type-split-help = Tipp vier Prozentzahlen in Schritten von fünf, die zusammen 100 ergeben, etwa 50 25 15 10.
paper-type-product-moves = 2  Aktionen von Product [keine] >
paper-type-target = 3  Ziel: { $segments } [{ $default }] >
paper-type-target-help = Tipp { $count } Prozentzahlen in Schritten von fünf, die zusammen 100 ergeben.
paper-type-pushes = 4  Pushes [keine] >
paper-type-pushes-help = Tipp die Nummern der Deals, die eine Push-Marke bekommen, etwa 3 3 12.
paper-type-sales-moves = 5  Aktionen von Sales [keine] >
paper-type-moves-help = Tipp die Nummern der Aktionen, jede mit der Nummer ihres Ziels dahinter, wenn sie eins hat, etwa 1, 7 3.
paper-type-no-number = „{ $word }“ ist keine Zahl.
paper-type-no-move = Es gibt keine Aktion mit der Nummer { $number }.
paper-type-no-target = Aktion { $number } braucht die Nummer ihres Ziels dahinter.
paper-type-not-now = Aktion { $number } { $target } geht jetzt nicht: Nichts hat diese Nummer.
paper-type-twice = „{ $move }“ steht zweimal da.
paper-type-no-deal = Kein offener Deal hat die Nummer { $number }.
paper-type-house = 6  Haus: klein und groß strategisch, klein und groß nicht [{ $default }] >
paper-type-house-help = Tipp vier Antworten nach ihren Nummern; 1, 2, 4, 5 und 7 können dort stehen.
paper-type-product-stances = 7  Haltungen von Product zu { $cards } >
paper-type-product-predicts = 8  Vorhersage von Product: { $number }, von und bis >
paper-type-sales-stances = 9  Haltungen von Sales zu { $cards } >
paper-type-sales-predicts = 10  Vorhersage von Sales: { $number }, von und bis >
paper-type-stances-help = Tipp die Nummern von { $count } Antworten, von 1 bis 8, in der Reihenfolge der Karten.
paper-type-far = Das liegt weit von dem, was es bisher war: { $usual } hieße keine Änderung. Wenn es ein Versehen ist, tipp `zurück`.
paper-type-answer = 11  Unterschrieben für { $card } (Product { $product }, Sales { $sales }){ $default } >
paper-type-answer-help = Tipp die Nummer der Antwort. Dahinter kommt der erste Buchstabe des Belegs, wenn es einen gibt (7 s), und das Quartal einer Zusage (6 q3). `ceo` lässt den CEO entscheiden.
