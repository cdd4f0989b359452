# Words of the window: lobby, feet, headings of the screens.

game-title = Off-Roadmap
game-kind = Eine Simulation für Product und Sales
game-about = Eine Softwarefirma, zwei Leads. Product gehört das nächste Jahr, Sales gehört dieses Quartal, und beide unterschreiben jedes Special.
play = Neues Spiel
play-about = Wählt ein Szenario, gebt eurem Team einen Namen, spielt acht Quartale.
continue = Fortsetzen
continue-last = Letztes Spiel fortsetzen
choose-scenario = Szenario wählen
quit = Beenden
back = Zurück
leave = Zur Titelseite

language-name = Deutsch
settings-title = Einstellungen
settings-hint = Auf diesem Computer gespeichert
settings-theme = Farben
theme-light = Hell
theme-light-about = Tinte auf Papier, für einen hellen Raum.
theme-dark = Dunkel
theme-dark-about = Dieselbe Wand in einem dunklen Raum.
theme-contrast = Hoher Kontrast
theme-contrast-about = Schwarz auf Weiß, für schwache Beamer.
settings-text = Textgröße
settings-text-size = { $percent } %
settings-text-about = Was nicht mehr passt, scrollt in seinem eigenen Bereich.
settings-motion = Bewegung
settings-motion-on = Dinge bewegen sich an ihren Platz
settings-motion-about = Kurz, und jede Taste beendet es. Aus: Alles steht sofort, wo es hingehört.
settings-language = Sprache
settings-unreadable = Die Einstellungen in { $file } sind nicht lesbar ({ $reason }), deshalb gelten die üblichen. Bei einer Änderung bleibt die Datei neben der neuen erhalten.
settings-unsaved = Die Einstellungen lassen sich nicht in { $file } speichern ({ $reason }). Sie gelten, bis das Fenster schließt.
undo = Rückgängig
undo-nothing = Noch nichts rückgängig zu machen.
take-back = Unterschrift zurücknehmen
taken-back = Die Unterschrift ist zurückgenommen.

shelf-title = Szenarien
shelf-hint = Wählt ein Szenario
shelf-facts = { $minutes } min · { $quarters } Quartale · Schwierigkeit { $difficulty } von 5
shelf-lesson = Was es lehrt
shelf-best = Bisher bestes Ergebnis: { $share } von Par
shelf-broken = { $count ->
    [one] nicht spielbar: 1 Fehler
   *[other] nicht spielbar: { $count } Fehler
}

setup-team = Team
setup-product = Product Lead
setup-sales = Sales Lead
setup-name-hint = Namen eingeben
name-longest = Ein Name hat höchstens { $most } Zeichen.
name-unreadable = Für manche dieser Zeichen hat dieser Rechner keine Schrift; sie erscheinen als Kästchen.
setup-seed = Seed
setup-note = Teams mit demselben Seed bekommen dieselben Kunden, Anfragen und dasselbe Glück und können sich so vergleichen.
seed-today = Von heute
seed-free = Zufällig
seed-error = Ein Seed ist eine ganze Zahl von 0 bis { $most }, etwa 7.
seed-longest = Ein Seed hat höchstens { $most } Ziffern.
team-default = Unser Team
start-game = Start

setup-partner = Wer spielt
partner-none = Zwei Personen
partner-none-about = Beide Leads teilen sich diesen Computer.
partner-sales = Ich spiele Product
partner-sales-about = Der Computer ist der Sales Lead.
partner-product = Ich spiele Sales
partner-product-about = Der Computer ist der Product Lead.
setup-persona = Wie der Computer spielt

hand-over = Übergebt an { $name }
hand-over-note = Die andere Seite schaut jetzt weg. Die nächste Seite ist nur für dich.
take = Übernehmen
take-as = Ich bin { $name }
page-waiting = Unterschrieben. Wir warten auf die andere Seite
page-waiting-about = Die Seite wechselt von selbst, sobald du dran bist.
task-briefing = Als Nächstes kommt dein Briefing.
task-plan = Als Nächstes kommt dein Plan für das Quartal.
task-stance = Als Nächstes kommen deine geheime Position zu den Karten und deine Prognose.
task-predict = Als Nächstes kommt deine Prognose.
hidden-from = { $seat } kann diese Seite nicht sehen
read-on = Gelesen
sign-plan = Plan unterschreiben
sign-anyway = Trotzdem unterschreiben
sign-product-anyway = Product unterschreibt trotzdem
sign-sales-anyway = Sales unterschreibt trotzdem
sign-gives-up = { $what } Wenn ihr das so wollt, unterschreibt noch einmal.
sign-unused = Nicht genutzt und nach diesem Quartal verfallen: { $what }.
house-all-declined = Alle vier festen Antworten lauten Ablehnen: Jede kleine Anfrage wird abgelehnt.
sign-stance = Position unterschreiben
sign-prediction = Prognose unterschreiben
stance-first = Wähle, was du tun würdest.
sign-product = Product unterschreibt
sign-sales = Sales unterschreibt
signed-product = Product: unterschrieben
signed-sales = Sales: unterschrieben
ask-ceo = CEO fragen
ceo-ask-title = Den CEO entscheiden lassen?
ceo-ask-about = Der CEO hört beide Seiten und entscheidet für eine. Das kann niemand zurücknehmen.
ceo-letter-office = CEO, { $company }
letter-read = Weiter
skip = Überspringen
next-step = Weiter
next-page = Weiter
next-quarter = Nächstes Quartal
next-part = Weiter: { $part }
review-hint = Redet zuerst über die zwei Fragen
review-hint-alone = Denk zuerst über die zwei Fragen nach
to-echo = Weiter zum Echojahr
to-debrief = Weiter zur Auswertung
echo-hint = Vier Quartale sind von selbst gelaufen
echo-insolvent = Hier endet das Spiel
done = Fertig

wall-team = { $team } · { $quarter }
wall-quarter = { $quarter } · { $phase }
wall-phase = { $phase }: Phase { $number } von { $all }
wall-interest = Zinsen { $interest }

briefing-title = Die Firma
briefing-goals = Was das Board will
briefing-quota = Die Quota dieses Quartals: { $quota } neuer ARR.
briefing-moved = Das hat { $number } im letzten Quartal bewegt
briefing-page = Nur für { $seat }
briefing-again = Was du schon weißt; dieses Quartal gibt es nichts Neues.
briefing-pay = Wofür du bezahlt wirst
nothing-moved = Noch keine Änderungen.

engineering-title = Entwicklung dieses Quartal
split-title = Mit dieser Aufteilung:
share-value = { $weeks } · { $percent } %
requests-title = Anfragen, die kommen
request-row = { $ask } · { $effort } · Passung { $alignment }
backlog-title = Zugesagt
backlog-empty = Nichts ist zugesagt.
backlog-row = { $ask } ({ $response }), noch { $left }
backlog-late = verspätet, { $due }
backlog-due = fällig { $due }
evidence-title = Belege
coherence-title = Kohärenz im letzten Quartal
themes-title = Themen
theme-built = Standard
theme-asked = { $count ->
    [0] noch nicht angefragt
    [one] einmal angefragt
   *[other] { $count }-mal angefragt
}
moves-title = Aktionen: noch { $left } von { $all } Fokuspunkten
moves-of-kind = { $kind } ({ $count })
moves-none-chosen = Noch keine gewählt.
moves-nothing-yet = Bewegt noch keine der sechs Zahlen.

pipeline-title = Pipeline
commission-so-far = Provision bisher: { $commission }
pushes-left = { $count ->
    [one] noch 1 Push
   *[other] noch { $count } Pushes
}
no-deals = Keine benannten Deals.
renewals-title = Größte Verlängerungen dieses Quartal
no-renewals = Keine Verlängerungen dieses Quartal.
renewal-late = Zusage verspätet
deal-consent = Product darf anrufen
deal-asks = Anfrage: { $ask }
push = Pushen
push-for = Pushen: { $customer }
unpush = { $count } zurück
target-title = Zielmix
target-value = { $percent } % · Markt { $market }

house-title = Der Hausquadrant: feste Antworten auf kleine Anfragen
house-about = Ihr unterschreibt ihn beide und könnt ihn jedes Quartal ändern. { $catches }
house-about-alone = Er gilt, bis du ihn änderst. { $catches }

stance-title = Was würdest du tun? Nur du siehst das, bis beide gewählt haben.
quote = „{ $words }“
card-ask = Anfrage
card-deal-label = Deal
card-theme-label = Thema
card-effort-label = Aufwand
card-effort-none = nicht geschätzt
note-of = { $seat } weiß
need-found = Echter Bedarf bestätigt
stance-of = { $seat } sagt
partner-alone = Unterschreib deine Antwort. Der Computer reagiert sofort: Er stimmt zu, bietet eine andere an oder lässt den CEO entscheiden.
stances-agree = Ihr seid euch einig. Unterschreibt eine Antwort, oder redet darüber, warum.
stances-agree-alone = Ihr seid euch einig. Unterschreib die Antwort.
stances-differ = Ihr seid uneins. Redet, dann unterschreibt eine Antwort oder fragt den CEO (Vertrauen { $trust }).
stances-differ-alone = Ihr seid uneins. Unterschreib eine Antwort, oder frag den CEO (Vertrauen { $trust }).
answers-title = Eure Antwort
answers-title-alone = Deine Antwort
effects-none = Zeig auf eine Antwort, um zu sehen, was sie bewegt.
promise-by = Bis
range-win = Gewinnchance
range-debt = Schulden bei Gewinn
defend-title = Belegen mit:
defend-title-fits = Belegen mit (passt zu dieser Antwort: { $list }):

predict-title = Deine Prognose: { $number }
predict-about = Sag vor dem Abschluss des Quartals, zwischen welchen zwei Werten die Zahl landet. Eine Spanne, die hält, bringt bis zu 100 Punkte: je enger, desto mehr. Ist sie { $width } breit, bringt sie keinen.
predict-low = Mindestens
predict-high = Höchstens
predict-range = Zwischen { $from } und { $to }: etwa { $points } von 100 Punkten, wenn die Spanne hält
predict-unset = nicht gesetzt
predict-first = Setz zuerst beide Enden.
predict-no-past = Es gibt noch keinen früheren Wert.

close-title = Quartalsabschluss
waterfall-title = ARR des Quartals
waterfall-start = vorher
waterfall-won = gewonnen
waterfall-grown = gewachsen
waterfall-left = gegangen
waterfall-end = jetzt
waterfall-note = Die Balken beginnen über null, damit man die Änderungen sieht.
close-debt-before = Vor dem Quartal waren es { $debt }.
close-map = Kohärenz { $from } → { $to }. Neu in diesem Quartal: { $tiles ->
    [0] keine regelmäßige Kachel
    [one] eine regelmäßige Kachel
   *[other] { $tiles } regelmäßige Kacheln
}, { $specials ->
    [0] kein Special für einen einzelnen Kunden.
    [one] ein Special für einen einzelnen Kunden.
   *[other] { $specials } Specials für einzelne Kunden.
}

review-title = Review: { $quarter }
payslip-total = { $total } seit dem Start
predicted-title = { $number }: am Ende { $result }
prediction-hit = getroffen: { $points } von 100 Punkten
prediction-too-wide = drin, aber zu breit, um zu zählen
prediction-missed = verfehlt
prompts-title = Redet darüber
prompts-title-alone = Denk darüber nach

echo-title = Das Echojahr
echo-title-insolvent = Das Geld ist ausgegangen
echo-about = Niemand hat mehr etwas entschieden. Die Entwicklung lief mit eurer letzten Aufteilung weiter, Sales mit dem letzten Zielmix, jedes neue Special wurde abgelehnt, und Zusagen, Verlängerungen und Pflege wurden fällig:
echo-about-insolvent = Die Firma kann ihre Leute nicht bezahlen. Ein Käufer übernimmt sie für weniger als einen Jahresumsatz.
echo-value = Die Firma ist { $value } wert.

debrief-felt = Wie es sich anfühlte
debrief-happened = Was geschah
debrief-caused = Was es auslöste
debrief-cards = Was wahr war
debrief-what-if = Was wäre, wenn?
debrief-next = Wie bei euch?
debrief-value = Unternehmenswert nach dem Echojahr
debrief-scores = Die beiden Leads
debrief-badges = Abzeichen
measure-debt = Umsatzschulden
demand-title = Angefragte Specials je hundert Deals
demand-asked = angefragt
demand-base = Basis
branch-name = { $quarter }: { $way } ({ $team })
branch-keep = Als eigenen Lauf behalten
branch-kept = „{ $name }“ liegt jetzt neben diesem Lauf und lässt sich mit ihm vergleichen: { $path }
branch-nowhere = Dieses Spiel ist in keinem Ordner gespeichert. Daneben lässt sich also kein anderer Lauf behalten.
truth-believed = Geglaubt: { $what }
truth-true = Wahr: { $what }
truth-answer = Product: { $product }. Sales: { $sales }. Unterschrieben: { $answer }
cards-about = Jede Karte, die auf eurem Tisch lag: was ihr geglaubt habt, und was niemand sehen konnte.
truth-believed-head = Was ihr geglaubt habt
truth-true-head = Was wahr war
felt-stances = Was jeder von euch getan hätte
felt-stances-alone = Was du und der Computer getan hätten
felt-card = Karte
felt-signed = Unterschrieben: { $answer }
felt-same = gleich
felt-apart = verschieden
felt-forecasts = Was jeder von euch vorhersah
felt-forecasts-alone = Was du und der Computer vorhersahen
caused-chart = ARR und Umsatzschulden, mit den Entscheidungen an den Wendepunkten
caused-envelope = ARR-Spanne von 80 % der Spiele nach Faustregeln von diesem Anfang aus
decided-both = Beide oder der CEO
caused-every = Jede Entscheidung und was sie später bewegt hat
what-if-decisions = Alle Entscheidungen
talk-title = Redet darüber
talk-title-alone = Denk darüber nach
talk-note = Nehmt euch Zeit. Dafür ist das Spiel da.
next-lesson = Was diese Firma lehrt
next-title = Was nun
next-home = Nennt ein Special eurer eigenen Firma, an das euch das erinnert. Wer zahlt heute seine Zinsen?
plan-unused = Nicht genutzt: { $what }
unused-attention = { $count ->
    [one] ein Fokuspunkt
   *[other] { $count } Fokuspunkte
}
unused-pushes = { $count ->
    [one] ein Push
   *[other] { $count } Pushes
}
again = Derselbe Seed noch einmal
next-again = Spielt denselben Seed noch einmal: dieselben Kunden kommen mit demselben Glück, also ist jeder Unterschied von euch.
next-compare = Vergleicht euch mit einem anderen Team: Seht, wo sich eure Spiele zuerst trennen.
outcome-title = Was die Pläne ergeben haben

effects-title = Was „{ $answer }“ bewegt, soweit ihr es wisst

# Sheets over the page
sheet-close = Schließen
explained-see = Siehe auch
decision-moved-nothing = Sie hat bisher keine Zahl bewegt.
explained-press = Drückt darauf, um zu sehen, was dahintersteht.
help-title = So wird gespielt
help-rules = Die Regeln auf einer Seite
help-keys = Tasten
help-words = Was die Wörter bedeuten
rule-quarter = Ein Quartal hat fünf Phasen. Beide lesen ihr Briefing und planen allein. Am Tisch sagt jeder zuerst allein, was er tun würde, und wie das Quartal enden wird. Dann entscheiden beide zusammen, das Quartal wird abgeschlossen, und beide sehen an, was es bewirkt hat.
rule-special = Deals verlangen Specials. Ein angenommenes Special hilft, seinen Deal zu gewinnen. Es kostet Entwicklungswochen, hinterlässt Pflege und macht das Produkt ein wenig weniger zu einem Produkt.
rule-table = Zu jeder Karte nimmt jeder zuerst allein eine Position ein. Dann liegen beide offen, und eine Antwort braucht zwei Unterschriften. Werdet ihr nicht einig, entscheidet der CEO nach Cash, Belegen und Ergebnissen: für Sales, wenn sie schlecht sind, für Product, wenn sie gut sind. Das Vertrauen sinkt in jedem Fall.
rule-quadrant-cells = Kleine Anfragen bekommen die feste Antwort des Hausquadranten. Ändert sie, wenn sie zu viel oder zu wenig fängt.
rule-debt = Umsatz von Kunden, die nicht passen, ist geliehen: Zusagen, Support und Pflege sind seine Zinsen. Je mehr Specials ihr annehmt, desto mehr Deals verlangen eines.
rule-evidence = Ein Nein mit passendem Beleg kostet das halbe Vertrauen und weniger Deals. Belege kommen aus Vision, Strategie und der nachgehaltenen Wirkung von Specials.
rule-together = Interessentengespräche bestätigen den echten Bedarf, der oft kleiner ist als die Anfrage. Der andere Lead muss dich dazuholen.
rule-paper = Eine Board-Vorlage ändert dauerhaft eine Regel. Das Board will einen Nutzen in Geld sehen: Sie braucht Belege und im selben Quartal die Unterstützung von Sales. Die Regel gilt meist zwei Quartale später.
rule-end = Nach dem letzten Quartal kommt ein Echojahr, in dem niemand entscheidet: Die Entwicklung läuft mit eurer letzten Aufteilung weiter, Sales mit dem letzten Zielmix, und jedes neue Special wird abgelehnt. Es zählt, was die Firma dann wert ist und wofür jeder Lead bezahlt wurde.
keys-enter = Enter
keys-enter-about = Löst aus, was den Fokusring hat. Auf einer neuen Seite ist das der Knopf unten rechts, der weiterführt.
keys-tab = Tab, Pfeile
keys-tab-about = Von Element zu Element gehen, zuletzt zu unterstrichenen Wörtern.
keys-space = Leertaste
keys-space-about = Löst aus, was den Fokusring hat.
keys-slider = Links, rechts
keys-slider-about = Bewegen den Regler mit dem Fokusring.
keys-escape = Esc
keys-escape-about = Geht zurück oder verlässt das Spiel. Unterschriebenes ist gespeichert; alles andere bleibt bis zum Schließen des Fensters, und das fragt vorher nach.
keys-answers = 1 bis 8, F1 bis F4
keys-answers-about = Wählt eine Antwort oder eine andere Karte auf dem Tisch.
keys-letters = Buchstaben auf Knöpfen
keys-letters-about = Drücken diesen Knopf.
keys-undo = Strg Z
keys-undo-about = Nimmt die letzte Änderung zurück, bis zu deiner letzten Unterschrift.
keys-page = Bild auf, Bild ab
keys-page-about = Blättern.
keys-drag = Ziehen
keys-drag-about = Eine Antwort lässt sich auf eine Unterschrift ziehen. Drücken bewirkt dasselbe.
keys-help = ?
keys-help-about = Öffnet Regeln, Tasten und Begriffe.

# The notes of the first minutes
settings-notes = Hinweise im ersten Quartal
settings-notes-again = Alle zeigen
settings-notes-none = Keine zeigen
settings-notes-about = Kurze Hinweise, die jede Seite einmal erklären, im ersten Quartal.
note-read = Verstanden
notes-off = Keine Hinweise mehr
note-briefing = Diese Seite ist nur für dich. Sie sagt, was das Board will und wofür du bezahlt wirst. Wenn du sie gelesen hast, geht es mit Enter weiter.
note-pipeline = Diese Deals werden jetzt oder bald entschieden. Ein Push macht einen davon wahrscheinlicher; du hast nur wenige.
note-sales-moves = Aktionen kosten Fokus, die Punkte rechts. Manche helfen nur dir, manche später euch beiden: Pipeline teilen, Product dazuholen.
note-engineering = Die Wochen deiner Entwickler. Was schraffiert ist, ist weg, bevor du wählst. Bewege einen Regler; die Roadmap gibt oder nimmt den Rest.
note-product-moves = Aktionen kosten Fokus, die Punkte rechts. Belege und Interessentengespräche brauchen Zeit, bis sie helfen: Fang früh an.
note-house = Die meisten Anfragen sind klein. Einigt euch einmal auf eine feste Antwort für jede der vier Arten, dann muss niemand über jede einzelne reden.
note-house-alone = Die meisten Anfragen sind klein. Gib jeder der vier Arten einmal eine feste Antwort, dann musst du nicht über jede einzelne entscheiden.
note-stance = Sag allein, was du tun würdest. Die Balken zeigen die Chance auf den Deal und die Schulden danach; je weniger du weißt, desto breiter sind sie.
note-board = Jetzt liegen beide Positionen offen. Wählt zusammen eine Antwort. Der Fleck zeigt, wie viel Arbeit es ist und wie nah an eurer Strategie.
note-board-alone = Jetzt liegen beide Positionen offen, deine und die des Computers. Wähl eine Antwort. Der Fleck zeigt, wie viel Arbeit es ist und wie nah an eurer Strategie.
note-sign = Beide unterschreiben dieselbe Antwort. Werdet ihr nicht einig, entscheidet der CEO, und das Vertrauen sinkt.
note-sign-alone = Du unterschreibst, und der Computer antwortet sofort. Werdet ihr nicht einig, entscheidet der CEO, und das Vertrauen sinkt.
note-predict = Sag, wo die Zahl landet. Eine enge Spanne, die hält, zeigt, dass du dein Geschäft kennst.
note-close = Das Quartal schließt Schritt für Schritt. Jede Zeile sagt, was sich bewegt hat und warum.
note-review = Drückt auf eine Zahl der Wand, um alles zu sehen, was sie bewegt hat, und die Entscheidung dahinter.
note-coherence = Die Kohärenz bewegt sich. Specials nutzen sie ab, Sanierung und Standards bauen sie wieder auf; die Folgen zeigen sich zwei bis vier Quartale später. Drückt darauf, um zu sehen, woher es kommt.
note-debt = Jetzt schuldet ihr etwas: Ein Special ist zugesagt oder muss gepflegt werden. Die Karte zeigt alle Umsatzschulden als Rechnungen, jede mit der Entscheidung dahinter.
note-talk = Haltet hier an und redet über die zwei Fragen. Dafür ist das Spiel da.
note-talk-alone = Halt hier an und denk über die zwei Fragen nach. Dafür ist das Spiel da.

# The product map and the debt ledger
map-title = Das Produkt
map-open = Die Produktkarte und die Umsatzschulden öffnen
map-specials = { $specials ->
    [0] Noch kein Special für einen einzelnen Kunden.{ $older } Drücken für Karte und Schulden.
    [one] Ein Special für einen einzelnen Kunden.{ $older } Drücken für Karte und Schulden.
   *[other] { $specials } Specials für einzelne Kunden.{ $older } Drücken für Karte und Schulden.
}
map-before = Das Produkt, bevor ihr kamt
map-after = Das Produkt nach dem Echojahr
map-legend = Je kohärenter das Produkt, desto gerader stehen die Kacheln eines Themas. Eine Kachel mit Raute wurde für alle gebaut, weil ein Kunde danach gefragt hat. Schraffierte Kacheln sind für einen Kunden gebaut; je weniger strategisch, desto schiefer.
debt-ledger = Umsatzschulden
debt-interest = Sie kosten dieses Quartal { $interest }: Support, Pflege und Verlängerungen, die verloren gehen.
keys-map = M
keys-map-about = Öffnet im Spiel die Produktkarte und die Umsatzschulden.

# Fenster und Tasten
settings-window = Fenster
window-own = Fenster
window-full = Vollbild
settings-window-about = F11 schaltet jederzeit um. Die Größe des Fensters bleibt gespeichert.
keys-settings = Strg ,
keys-settings-about = Öffnet die Einstellungen.
keys-full-screen = F11
keys-full-screen-about = Vollbild an und aus.

# Was ein Vorleseprogramm zu einer Zahl der Wand sagt
wall-said = { $label } { $value }, { $change }

# Was auf den Tasten steht
key-enter = Enter
key-escape = Esc
key-control = Strg
