# Words on the wall, the desks, the table, the close, the review and the debrief.

quarter-of = { $name } · Quartal { $number } von { $all }
quarter-echo = { $name } · Echojahr +{ $number }
quarter-echo-short = Echojahr +{ $number }
no-change = unverändert
not-known = dir nicht bekannt
not-yet = –
partner-doors = Sales lässt dich dieses Quartal anrufen bei: { $names }.
partner-no-doors = Sales lässt dich dieses Quartal niemanden anrufen: Ein Interessentengespräch käme nicht zustande.
calls-open = Hier hat Sales dich dazugeholt, ein Gespräch kommt zustande:
calls-closed = Nur wenn Sales dich dieses Quartal dazuholt:
calls-none = Sales hat dich noch nirgends dazugeholt. Ein Gespräch kommt nur zustande, wo Sales die Tür öffnet, dieses Quartal oder früher. Sprecht euch vor dem Unterschreiben ab, sonst ist die Aufmerksamkeit umsonst ausgegeben.
calls-shut = Dieses Quartal nicht: Sales holt dich nicht dazu.
partner-proposes = { $seat } hat unterschrieben, was markiert ist, und unterschreibt auch, was du stattdessen markierst.
partner-paper = Der Product Lead bringt dieses Quartal eine Board-Vorlage ein. Das Board beschließt sie nur, wenn du sie unterstützt.
partner-offer = { $seat } unterschreibt das nicht, aber „{ $response }“; das ist jetzt markiert. Bleibt ihr uneins, entscheidet der CEO.
of-quota = von { $quota } in { $quarter }
quota-ahead = zu unterschreiben in { $quarter }
decision-behind = { $quarter } · { $who } · { $what }
start = Start
and-more = und { $count } weitere
gate-ahead = { $title } · nach { $quarter }
plan-goes-on-split = Der letzte Plan: Diese Aufteilung gilt auch im Echojahr, vier weitere Quartale, in denen niemand entscheidet.
plan-goes-on-target = Der letzte Plan: Dieser Zielmix gilt auch im Echojahr, vier weitere Quartale, in denen niemand entscheidet.
echo-ahead = Im Echojahr entscheidet niemand: Die Entwicklung läuft mit eurer letzten Aufteilung weiter, Sales mit dem letzten Zielmix, und jedes neue Special wird abgelehnt.

capacity-headline = { $paper } Wochen auf dem Papier, { $give } zu vergeben
coherence-now = Kohärenz { $coherence }
part-upkeep = Pflege
part-drag = Reibung
part-support = Support
part-roadmap = Roadmap
part-specials = Special-Backlog
part-repair = Sanierung
part-discovery = Discovery
part-free = frei
preview-promises = Für dieses Quartal zugesagt
preview-in-time = { $done } von { $all } pünktlich
preview-in-time-range = { $sure } bis { $done } von { $all } pünktlich

column-now = Dieses Quartal, { $quarter }
column-next = Nächstes Quartal, { $quarter }
column-later = Später
run-rate = Dazu { $count } kleinere Deals dieses Quartal, zusammen { $arr }.
quota-line = Quota { $quota } · erwartet { $likely } (abgelehnt … gebaut)
quota-mark = { $share } · ×{ $factor }
quota-alone = Quota { $quota }
pay-bookings = Provision: { $rate } der Bookings; ×{ $first } über 100 % der Quota, ×{ $second } über 125 %.
pay-retained = Provision: { $rate } der Bookings, mal dem Anteil des ARR, der bleibt. Kein Accelerator.
pay-outcomes = Bonus bis { $bonus }: Marktabstand 40 %, Kohärenz 30 %, gehaltene Zusagen 30 %. Bookings bringen nichts.
champion-weak = Champion ist schwach
champion-fair = Champion ist mittel
champion-strong = Champion ist stark
competitor-has = Wettbewerber hat es (zu 70 % sicher)
competitor-has-not = Wettbewerber hat es nicht (zu 70 % sicher)
fit-poor = Passt in Wahrheit schlecht
fit-partly = Passt in Wahrheit teilweise
fit-good = Passt in Wahrheit gut
fact-promised = Sales hat es schon zugesagt

outcome-call-refused = Das Gespräch mit { $name } fand nicht statt: Sales hatte Product nicht dazugeholt.
outcome-call = { $name } braucht wirklich: { $need } { $dealbreaker }.
outcome-call-nothing = Gespräch mit { $name }: nichts Besonderes gewünscht.
outcome-funnel = Product hat gesehen, was die benannten Deals anfragen.
outcome-shared = Sales hat sein Wissen über die benannten Deals mit Product geteilt.
outcome-door = Sales hat Product bei { $name } dazugeholt: Product darf dort anrufen.
outcome-pre-promise = Sales hat { $name } das Special zugesagt, ohne vorher zu fragen.
outcome-fit = { $name }: { $fit }
outcome-adopted = Das Board hat „{ $reform }“ beschlossen. Es gilt ab { $quarter }. { $about }
outcome-paper-unsupported = { $paper }: nicht beschlossen, weil Sales nicht unterstützt hat.
outcome-paper-blocked = { $paper }: nicht beschlossen, weil Sales blockiert hat.
outcome-paper-not-in-money = { $paper }: nicht beschlossen, weil kein Nutzen in Geld genannt war.
outcome-sunset = Das Special von { $name } ist aus dem Produkt genommen.

house-catches = { $count ->
    [0] Keine kleinen Anfragen dieses Quartal.
    [one] Eine kleine Anfrage bekommt dieses Quartal die feste Antwort ihres Felds.
   *[other] { $count } kleine Anfragen bekommen dieses Quartal die feste Antwort ihres Felds.
}
house-now = { $count ->
    [0] Betrifft gerade nichts
    [one] Betrifft gerade 1 Anfrage, { $arr }
   *[other] Betrifft gerade { $count } Anfragen, { $arr }
}
house-expected = { $answer }: rechne mit { $parts }
house-arr = { $arr } ARR
house-work = { $weeks } Arbeit
house-trust = Vertrauen { $trust }
house-was = bisher: { $answer }
house-last = Letztes Quartal: { $won } gewonnen, { $lost } verloren
house-last-none = Letztes Quartal: nichts
house-applied = Hausquadrant ({ $cell }): { $answer }

card-ordinary = Aus der laufenden Pipeline. Das Segment: { $segment }
card-position = Special { $number } von { $all }
card-deal = { $arr } ARR · { $segment }
card-theme = { $count ->
    [0] { $theme } · bisher nicht angefragt
    [one] { $theme } · schon einmal angefragt
   *[other] { $theme } · schon { $count }-mal angefragt
}
chances-shared = Die Chancen zählen Pushes und Rabatte nicht mit: Die kennt nur Sales.
chances-own = Zu diesen Chancen kommt von dir: { $what }, jede × { $factor }, höchstens { $most }. Der Tisch sieht das nicht.
own-pushes = { $pushes ->
    [one] 1 Push
   *[other] { $pushes } Pushes
}
own-discount = { $off } Rabatt
own-both = { $pushes ->
    [one] 1 Push
   *[other] { $pushes } Pushes
} und { $off } Rabatt
dealbreaker-real = Es ist ein echter Dealbreaker
dealbreaker-not-real = Es ist kein Dealbreaker
debt-from = ab { $debt }
effort-unknown = Aufwand nicht geschätzt
response-mark = Kohärenz { $coherence }
board-effort = Aufwand, Entwicklungswochen →
board-alignment = Passung →
board-simplified = vereinfacht
board-spot = { $name }: { $effort }, Passung { $alignment }
board-told = Aufwand und strategische Passung. { $spots }.
card-ceo = Der CEO entscheidet nach Cash, Belegen und Ergebnissen: für Sales nach verfehlten Quotas oder wenn das Geld knapp wird, für Product nach guten Quartalen. Fragen bewegt das Vertrauen um { $trust }.
answer-first = Uneinig: wählt eine Antwort.
ceo-lead = { $seat }
ceo-wants = Für { $name }
ceo-wanted = Das wollte { $name }
ceo-letter-to = An { $product } und { $sales }
ceo-letter-subject = { $customer }: { $ask }
ceo-letter-opening = Ihr konntet euch hier nicht einigen, und jetzt liegt es auf meinem Tisch. Ich habe beide Seiten gehört.
ceo-letter-sided = Ich entscheide für { $name }: „{ $response }“.
ceo-letter-neither = Was ihr wolltet, geht nicht. Es wird „{ $response }“.
ceo-why-cash = Unser Geld reicht keine drei Quartale mehr. Ich brauche diesen Abschluss.
ceo-why-missed = Unsere Ergebnisse machen mir Sorgen, und Sales bringt jetzt Umsatz.
ceo-why-calm = Ich glaube an unseren Kurs und gebe Product die Zeit dafür.
ceo-why-evidence = Der Beleg passt: { $evidence }, vorgelegt von { $name }.
ceo-why-countered = Auch die andere Seite hatte einen Beleg: { $evidence }, vorgelegt von { $name }. Er hat gezählt, aber nicht genug.
ceo-why-open = Für keine Seite sprach etwas klar. Es hätte auch anders ausgehen können.
ceo-letter-cost = Vertrauen { $trust }
ceo-letter-moral = Jedes Mal, wenn ich für euch entscheiden muss, vertraut ihr einander weniger. Bringt mir nächstes Mal eine Antwort.
ceo-letter-signature = Euer CEO
token = { $name } { $amount }

close-work = Geliefert und verspätet
close-work-summary = { $delivered } geliefert, { $late } verspätet
close-delivered = Special für { $name } geliefert
close-upkeep = Pflege { $weeks }
close-late = Special für { $name } ist verspätet
close-grew = Special für { $name } ist größer als geschätzt
close-shrank = Special für { $name } ist kleiner als geschätzt
gate-measured = { $number } { $value }
close-gates = Die Hürde
close-theme = „{ $name }“ ist jetzt Standard: Die nächste Anfrage braucht kein Special
close-deals = Deals
close-deals-summary = { $won } gewonnen, { $lost } verloren
close-won = { $name } hat unterschrieben
close-lost = { $name } ging woandershin
close-more-lost = Verlorene Deals: { $count } weitere
close-answered = { $what } · Antwort: { $answer }
close-customers = Verlängerungen
close-customers-summary = { $stayed } haben verlängert, { $left } sind gegangen
close-product = Das Produkt
close-debt-summary = { $debt } offen; sie kosten { $interest } im Quartal
close-people = Menschen
close-money = Geld
close-cause = { $number }: { $cause }
causes-rest = { $count } kleinere Ursachen zusammen

value-arr = ARR nach dem Echojahr
value-base = Basis-Multiple
value-growth = Wachstum
value-retention = Gross Retention
value-coherence = Kohärenz
value-gap = Vorsprung oder Rückstand am Markt
value-off-share = Nicht strategischer Umsatz
value-concentration = Abhängigkeit von einem Kunden
value-multiple = Multiple auf den ARR
value-cash = Cash
score-sales = Sales Lead: Provision
score-sales-forecast = Sales Lead: getroffene Prognosen
score-product = Product Lead: Ergebnis (Marktabstand, Kohärenz, Zusagen)
score-product-bonus = Product Lead: Bonus
score-product-forecast = Product Lead: getroffene Prognosen
score-forecast = { $hits } von { $all }
badge-trust = Vertrauen
badge-trust-about = { $trust } nach dem letzten gespielten Quartal; nötig sind 65
badge-evidence = Belege genutzt
badge-evidence-about = { $count ->
    [one] Eine Antwort passend belegt; nötig sind 4
   *[other] { $count } Antworten passend belegt; nötig sind 4
}
badge-promises = Zusagen gehalten
badge-promises-about = { $kept } gehalten, { $late } verspätet; nötig ist drei zu eins
card-believed = { $weeks }, Passung etwa { $alignment }
card-truth = { $weeks }, Passung { $alignment }, Fit { $fit }. { $dealbreaker }.
outcome-won = Gewonnen
outcome-lost = Verloren
outcome-open = Noch offen
echo-arr-before = ARR nach eurem letzten Quartal
echo-arr-after = ARR am Ende
echo-cash = Cash, von da bis zum Ende
echo-won = Neue Deals
echo-grown = Kunden, die gewachsen sind
echo-incoherence = Gegangen: Das Produkt passt nicht mehr zusammen
echo-market = Zu einem Wettbewerber gegangen, der weiter ist
echo-late = Gegangen, weil eine Zusage verspätet war
echo-repriced = Neue Preise nicht strategischer Verträge
echo-sunset = Gegangen, weil ihr Special abgekündigt wurde
echo-churn = Nicht verlängert, wie es immer einige tun
stances-were = Product hätte „{ $product }“ gewählt, Sales „{ $sales }“.
stances-same = Eure geheimen Positionen waren bei { $same } von { $all } Karten gleich.

# Par: what the policies reach on the same seed
par-title = Derselbe Anfang, nach Faustregeln gespielt, im Mittel über andere Würfel
turning-allocation = Entwicklung
turning-target = Zielmix
turning-title = Was den Ausschlag gab
turning-about = Jeder Betrag sagt, wie viel mehr oder weniger die Firma wert war als auf dem besten anderen Weg, im Mittel über { $all } Zukünfte. In jeder fallen die Würfel anders, und was keiner von euch wusste, stellt sich anders heraus. Hier steht nur, was klar mehr als Glück ist. Die Beträge lassen sich nicht addieren.
turning-coming = Wir spielen, was ihr sonst hättet tun können …
turning-none = Keine einzelne Entscheidung oder Gewohnheit gab klar den Ausschlag: In { $all } Zukünften war kein anderer Weg klar besser und keiner klar schlechter.
turning-better = { $way }: im Mittel { $amount } mehr wert (± { $error }) und in { $dots } von { $of } Zukünften besser.
turning-worse = { $way }, der beste andere Weg: im Mittel { $amount } weniger wert (± { $error }) und nur in { $dots } von { $of } Zukünften besser.
turning-dots = In { $dots } von { $of } Zukünften besser
turning-habit = Immer wieder: { $habit }
turning-each = { $way }, jedes Mal
turning-without = Nie
known-both = Ihr wusstet beide: { $what }
known-only = Nur { $seat } wusste: { $what }
known-neither = Keiner von euch wusste: { $what }
known-effort = Aufwand: { $effort }
known-not-need = was sie wirklich brauchen und ob der Deal daran hängt (ein Gespräch mit dem Interessenten: { $product } Aufmerksamkeit von Product, { $sales } von Sales)
known-not-fit = wie gut sie wirklich passen (qualifizieren: { $sales } Aufmerksamkeit von Sales)
facts-same = Das zu wissen, hätte den Betrag oben nicht stärker verändert als das Glück.
facts-change = Wäre all das bekannt gewesen, stünde oben { $amount } statt { $instead }.
others-found = { $count } von { $all } Strategien hätten an diesem Tisch „{ $answer }“ unterschrieben.
others-paid = „{ $answer }“ hätte das Gehalt von Product im Mittel um { $product } verändert, das von Sales um { $sales }.
contrary-good = Gut entschieden, schlecht ausgegangen: Mit euren Würfeln, und so wie alles war, hättet ihr auf dem anderen Weg ({ $way }) { $amount } mehr erreicht.
contrary-bad = Schlecht entschieden, gut ausgegangen: Mit euren Würfeln, und so wie alles war, hättet ihr auf dem besseren Weg ({ $way }) { $amount } weniger erreicht.
again-title = Setzt euch noch einmal an diesen Tisch
again-question = Mit dem, was ihr damals wusstet: Was unterschreibt ihr jetzt?
again-show = Zeigen, was daraus wurde
again-hide = Zurück an den Tisch
again-best = Richtig: Nichts war besser.
again-right = Richtig: Nichts war klar besser, und „{ $best }“ etwa genauso gut.
again-wrong = Nicht am besten: „{ $best }“ war im Mittel { $amount } mehr wert.
again-signed = Das habt ihr unterschrieben.
habit-standing = feste Antwort für „{ $cell }“
habit-pushes = Pushes für Deals
par-own = Euer Team
par-line = Par auf diesem Seed ist { $par }: was „{ $persona }“ im Mittel erreicht, wenn die Würfel neu fallen. Ihr habt { $share } davon erreicht.
par-coming = Derselbe Seed wird gerade nach Faustregeln gespielt …

# The policies, as colleagues and as ways to play
persona-accept-all = Sagt Ja
persona-accept-all-about = Nimmt jedes Special an, wie es angefragt ist: Ein Deal in der Hand ist die Arbeit wert.
persona-decline-all = Sagt Nein
persona-decline-all-about = Lehnt jedes Special ab und setzt alle auf die Roadmap.
persona-purist = Hält es sauber
persona-purist-about = Lehnt mit Belegen ab und verkauft an das ideale Kundenprofil.
persona-quadrant = Sortiert nach dem Quadranten
persona-quadrant-about = Antwortet nach Aufwand und Passung und begrenzt Specials auf ein Fünftel der Entwicklung.
persona-quadrant-proactive = Arbeitet früh zusammen
persona-quadrant-proactive-about = Antwortet nach dem Quadranten und klärt Fit und Bedarf früh mit der anderen Seite.
persona-opportunist = Folgt dem Geld
persona-opportunist-about = Nimmt, was je Woche Arbeit am meisten bringt, bis zu einem Drittel der Entwicklung.
persona-bridge = Leiht, räumt dann auf
persona-bridge-about = Nimmt drei Quartale lang Specials an, um festen Boden zu erreichen, und saniert dann.
persona-paid = Lässt den Kunden zahlen
persona-paid-about = Wer etwas Eigenes will, bezahlt dafür; was viele wollen, wird für alle gebaut.
persona-repair-first = Saniert zuerst
persona-repair-first-about = Drei Quartale lang keine neuen Specials, ein Drittel der Entwicklung für Sanierung.
persona-dictator = Entscheidet allein
persona-dictator-about = Product sagt ohne Belege Nein und bittet das Board um ein Veto.
persona-reformer = Ändert die Regeln
persona-reformer-about = Sammelt Belege und bringt dem Board bis zum dritten Quartal eine Vorlage in Geld.
persona-turnaround = Trennt sich von falschen Kunden
persona-turnaround-about = Lässt die falschen Kunden zahlen oder gehen und nimmt alte Specials heraus.
persona-incentives = Folgt der Bezahlung
persona-incentives-about = Tut, was die Bezahlung belohnt, wie es die meisten täten.
persona-random = Würfelt
persona-random-about = Wählt zufällig unter dem, was möglich ist.

# A word explained
explained-moved = { $what } in { $quarter }
explained-last-quarter = Die Abschlüsse des letzten Quartals zählen nicht mehr
explained-last-year = Der betrachtete Zeitraum ist weitergerückt
decision-signed = Unterschrieben in { $quarter }: { $who }.
decision-moved = { $quarter }: { $cause }
interest-support = Support für Kunden, die nicht passen
interest-upkeep = Pflege von Specials
interest-renewals = Verlängerungen, die verloren gehen
interest-total = Zinsen pro Quartal
value-times = { $what } ({ $times } × ARR)
value-limits = Jenseits der Grenzen des Multiples
capacity-paper = Entwicklung auf dem Papier
capacity-morale = Schlechte Stimmung
capacity-floor = Garantiertes Minimum
capacity-to-give = Zu vergeben
drag-usual = In jedem Produkt üblich
drag-incoherence = Weil das Produkt nicht zusammenpasst
drag-total = Verloren durch Reibung
evidence-total = Belege insgesamt
debt-misfit = Kunden, die nicht passen
debt-promises = Offene Zusagen
debt-upkeep = Pflege von Specials über acht Quartale
debt-total = Umsatzschulden
taken-engineering = Aus der Entwicklung
taken-renewals = Aus Verlängerungen
taken-upkeep = { $weeks } Pflege
taken-support = { $weeks } Support für Kunden, die nicht passen
taken-risk = Umsatz, der über das Übliche hinaus wohl verloren geht

# What an answer does to the six numbers
effect-now = jetzt
effect-from = ab { $quarter }

# Was eine Aktion sonst noch bringt
move-gives-knowledge = Ihr erfahrt es in { $quarter }.
move-gives-evidence = Belege +{ $tokens } ab { $quarter }: Jeder stützt eine Antwort.
move-gives-little-evidence = Noch kaum Belege (+{ $tokens } ab { $quarter }): Es lohnt sich erst { $quarters } Quartale in Folge.
move-gives-wins = Wahrscheinlichere Abschlüsse ab { $quarter }, wenn beide Seiten dranbleiben.
move-gives-rule = Wenn das Board die Vorlage beschließt, ändert sich ab { $quarter } dauerhaft eine Regel.
move-gives-deals = Mehr Deals zu gewinnen ab { $quarter }.
move-gives-weeks = Ihre Pflege ist ab { $quarter } frei für anderes.

# The product map
map-productised = für alle gebaut
map-base = von Anfang an da
map-added = durch die Roadmap dazugekommen
map-free = freier Platz
map-from-specials = Special, für alle gebaut
map-bespoke = Special für einen Kunden, schraffiert nach Pflegeaufwand
map-customer = sein Kunde
map-orphaned = Kunde ist gegangen
map-older = {" "}Ältere Arbeit im Produkt kostet { $weeks } Pflege im Quartal.
map-summary = Kohärenz { $coherence }: { $tiles } regelmäßige Kacheln in { $districts ->
    [one] einem Bezirk
   *[other] { $districts } Bezirken
} und { $specials ->
    [0] keine Specials für einzelne Kunden.
    [one] ein Special für einen einzelnen Kunden; es kostet { $upkeep } Pflege im Quartal.
   *[other] { $specials } Specials für einzelne Kunden; sie kosten { $upkeep } Pflege im Quartal.
}

# Charts in words
chart-line = { $name } von { $from } auf { $to }
chart-lines = { $title }: { $lines }.
chart-band = { $name }: am Ende { $low } bis { $high }
chart-range = { $name } { $range }
chart-range-actual = { $name } { $range }, daraus wurde { $actual }

# The debt ledger
bill-misfit = passt nicht; Verlängerung { $quarter }
bill-upkeep = ihr Special: { $weeks } Pflege in jedem Quartal
bill-promise = zugesagt bis { $quarter }
account-customer = { $arr } ARR · { $segment } · Verlängerung { $quarter }
account-left = Kein Kunde mehr.
account-special = Special für { $name }
account-asked = { $ask } · { $answer }
account-misfit = ARR, der nicht zum Produkt passt: { $share } laut Buch
account-promise = { $ask }: noch { $weeks } Arbeit
account-upkeep = { $ask }: { $weeks } Pflege im Quartal, über acht Quartale
account-owed = Teil der Umsatzschulden
bills-more = { $count ->
    [one] und eine weitere Rechnung
   *[other] und { $count } weitere Rechnungen
}
bills-rest = { $count ->
    [one] Eine kleinere Rechnung
   *[other] { $count } kleinere Rechnungen zusammen
}

what-if-was = euer Spiel
what-if-instead = stattdessen
what-if-without = Ohne sie
what-if-as-before = Wie zuvor
what-if-no-other = Eine andere Möglichkeit gab es da nicht.
what-if-coming = Wir probieren, wie es sonst hätte ausgehen können …
what-if-dropped = Nicht mehr möglich: { $list }.
what-if-stood-in = Karten, die ihr nie gesehen habt: { $list }. „{ $persona }“ hat sie für euch beantwortet.
what-if-more = { $list } und { $more } weitere
what-if-saved = Eurer Firma ging in { $quarter } das Geld aus. Diese hat genug; „{ $persona }“ hat weitergespielt.
what-if-bankrupt = Dieser Firma geht in { $quarter } das Geld aus.
what-if-everywhere = { $response } für alle
what-if-about = Das Spiel wird noch einmal gespielt: Diese eine Entscheidung fällt anders, alles andere bleibt, wie ihr es unterschrieben habt. Jeder Betrag sagt, wie viel mehr oder weniger die Firma wert wäre, im Mittel über { $all } Zukünfte. In jeder fallen die Würfel von da an anders, und was damals keiner von euch wusste, stellt sich anders heraus.
what-if-luck = In { $better } von { $all } Zukünften mehr wert, in { $worse } weniger, in { $same } gleich viel: im Mittel { $mean } (± { $error }). Mit den Würfeln eures Spiels, wie in den Diagrammen: { $own }.
what-if-luck-open = { $told } Zu knapp, um etwas daraus zu schließen.
what-if-more-of = { $name } +{ $points } Pt.
