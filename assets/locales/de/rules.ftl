# The words of the rules: seats, phases, responses, evidence, moves, numbers.

seat-product = Product Lead
seat-sales = Sales Lead
by-both = Beide
by-ceo = CEO, zugunsten von { $seat }
by-house = Hausquadrant
by-autopilot = Niemand (Echojahr)
somebody = Ein Kunde

phase-briefing = Briefing
phase-plan = Plan
phase-table = Tisch
phase-close = Abschluss
phase-review = Review
phase-ended = Auswertung

response-build = Bauen wie angefragt
response-descope = Abspecken
response-simplify = Auf den Bedarf vereinfachen
response-productise = Später als Standard
response-paid = Bezahlte Erweiterung
response-promise = Roadmap-Zusage
response-decline = Ablehnen
response-have = Haben wir schon

response-build-about = wird zum Präzedenzfall
response-descope-about = halber Schaden
response-simplify-about = wenig Schaden
response-productise-about = bedient alle
response-paid-about = Preis { $fee }
response-paid-unsized-about = gegen Bezahlung; der Preis folgt aus dem Aufwand, der noch nicht geschätzt ist
response-promise-about = darf nicht zu spät kommen
response-decline-about = Vertrauen { $trust }, mit Beleg { $defended }
response-decline-defended-about = mit Beleg: Vertrauen { $defended } statt { $trust }
response-have-about = schon gebaut, keine Arbeit

evidence-vision = Vision
evidence-strategy = Strategie
evidence-impact = Wirkung

reform-retained-commission = Provision auf bleibenden Umsatz
reform-specials-budget = Ein Budget für Specials
reform-paid-only = Specials nur gegen Bezahlung
reform-retained-commission-about = Für Sales: Provision gibt es auf Abschlüsse, mal dem Anteil des ARR, der im letzten Jahr geblieben ist, ohne Accelerators.
reform-retained-bonus-about = Für Product: Der Bonus richtet sich nach dem Anteil des ARR, der geblieben ist, nicht nach Bookings, und niemand bietet mehr im Gespräch Specials an.
reform-retained-mix-about = Für beide: { $mix } mehr der Deals kommen von idealen Kunden.
reform-specials-budget-about = Für beide: Die in einem Quartal angenommenen Specials dürfen höchstens { $share } der Entwicklung beanspruchen. Kleine Anfragen darüber hinaus lehnt die Regel ab, das kostet kein Vertrauen.
reform-paid-only-about = Für beide: Specials werden gegen Bezahlung gebaut oder für alle. Andere kleine Anfragen lehnt die Regel ab, das kostet kein Vertrauen; { $asks } weniger Deals fragen an.

cell-small-on = Klein, strategisch
cell-big-on = Groß, strategisch
cell-small-off = Klein, nicht strategisch
cell-big-off = Groß, nicht strategisch

measure-cash = Cash
measure-arr = ARR
measure-bookings = Bookings
measure-attainment = Quota
measure-retention = Gross Retention
measure-coherence = Kohärenz
measure-trust = Vertrauen
measure-gap = Marktabstand
measure-upkeep = Pflegeaufwand
measure-precedent = Präzedenz
measure-morale = Stimmung
measure-value = Unternehmenswert

quantity-lost-arr = Verlorener ARR
quantity-commission = Provision
quantity-bonus = Bonus
quantity-quota = Quota
quantity-engineering = Entwicklung
quantity-backlog = Backlog
quantity-market-speed = Markttempo
quantity-need = Nachfrage nach Specials
quantity-confidence = Zuversicht des CEO
quantity-discovery = Discovery
quantity-enablement = Enablement
quantity-vision = Belege für die Vision
quantity-strategy = Belege für die Strategie
quantity-impact = Belege für die Wirkung
quantity-promises-kept = Gehaltene Zusagen
quantity-promises-broken = Verspätete Zusagen

move-funnel-review = Beim Funnel-Review dabei sein
move-funnel-review-about = Die Anfragen benannter Deals sehen, bevor sie auf den Tisch kommen.
move-prospect-call-kind = Interessentengespräch
move-prospect-call = Gespräch mit { $name }
move-prospect-call-about = Den echten Bedarf vom Interessenten selbst hören, und ob der Dealbreaker echt ist. Sales muss dich dazuholen.
move-win-loss = Win/Loss-Interviews
move-win-loss-about = Warum Deals wirklich gewonnen und verloren werden. Wirkt nach { $quarters } Quartalen in Folge.
move-enablement-kit = Enablement-Kit
move-enablement-kit-about = Material für die Reps. Wirkt, wenn Sales damit coacht, { $quarters } Quartale in Folge.
move-publish-vision = Vision veröffentlichen
move-publish-vision-about = Wohin das Produkt geht. Gibt Belege für die Vision.
move-publish-strategy = ICP und Strategie veröffentlichen
move-publish-strategy-about = Für wen ihr baut. Gibt Belege für die Strategie; der Mix bewegt sich, wenn auch Sales darauf zielt und Kit und Coaching weitergehen.
move-track-specials = Specials nachhalten
move-track-specials-about = Was sie gebracht und was sie gekostet haben. Gibt nächstes Quartal Belege für die Wirkung.
move-board-paper-kind = Board-Vorlage in Geld
move-board-paper = Board-Vorlage: { $name }
move-board-paper-about = { $what } Braucht { $tokens } Belege, die verbraucht sind, wenn das Board sie beschließt, und im selben Quartal die Unterstützung von Sales.
move-board-paper-product-led = Board-Vorlage: product-led werden
move-board-paper-product-led-about = Für Product: Es würde allein entscheiden. Nennt keinen Nutzen in Geld.
move-sunset-kind = Special abkündigen
move-sunset = Special von { $name } abkündigen
move-sunset-about = Aus dem Produkt nehmen. Die Pflege entfällt, der Kunde ist unzufrieden.

move-qualify-kind = Deal qualifizieren
move-qualify = { $name } qualifizieren
move-qualify-about = Herausfinden, ob sie wirklich passen.
move-bring-product-in-kind = Product in einen Deal holen
move-bring-product-in = Product zu { $name } holen
move-bring-product-in-about = Zustimmung, dass der Product Lead dort anruft, dieses Quartal oder später.
move-coach-reps = Reps coachen
move-coach-reps-about = Zum Enablement-Kit. Wirkt zusammen mit ihm, { $quarters } Quartale in Folge.
move-share-pipeline = Pipeline teilen
move-share-pipeline-about = Product sagen, was du über die benannten Deals weißt. Schafft Vertrauen.
move-pre-promise-kind = Vorab zusagen
move-pre-promise = { $name } das Special zusagen
move-pre-promise-about = Product wird nicht gefragt und kann nicht mehr ablehnen. Hilft dem Deal sofort, kostet Vertrauen.
move-discount-kind = Rabatt
move-discount = Rabatt für { $name }
move-discount-about = { $discount } Nachlass, dafür eher ein Abschluss.
move-reprice = Nicht strategische Verträge verteuern
move-reprice-about = Verlängerungen dieses Quartals außerhalb des idealen Kundenprofils zahlen { $raise } mehr. Ihr Risiko zu gehen steigt um { $churn }.
move-save-renewal-kind = Verlängerung retten
move-save-renewal = { $name } halten
move-save-renewal-about = Arbeit an der Verlängerung: { $risk } weniger Risiko, sie zu verlieren. Wer ein Special hat, sagt dabei, was es wert ist: ein Beleg.
move-prospect-icp = Im ICP akquirieren
move-prospect-icp-about = { $deals ->
    [one] Ein Deal mehr
   *[other] { $deals } Deals mehr
} in deinem besten Segment, ab nächstem Quartal.
move-support-paper = Board-Vorlage unterstützen
move-support-paper-about = Wenn Product dieses Quartal eine Vorlage einbringt, hört das Board euch beide und beschließt sie.
move-block-paper = Board-Vorlage blockieren
move-block-paper-about = Wenn Product dieses Quartal eine Vorlage einbringt, lehnt das Board sie ab. Kostet Vertrauen.

decision-allocation = Entwicklung: Roadmap { $roadmap } %, Specials { $specials } %, Sanierung { $repair } %, Discovery { $discovery } %
decision-target = Zielmix: { $mix }
decision-push = Push für { $name }
decision-house = Hausquadrant: { $answers }
decision-answer = { $name }: { $response }
