# Der Leitfaden für die Moderation, aus einem Szenario gemacht.
guide-secret = Nur für die Moderation: Hier steht, was niemand wissen darf, der spielt.
guide-foot = Leitfaden für die Moderation
guide-agendas = Pläne für ein Treffen
guide-minutes = { $minutes } Minuten
guide-introduction = Lage, die zwei Rollen, wofür jede bezahlt wird
guide-first = Erstes Quartal
guide-others = { $quarters } Quartale zu { $minutes } Minuten
guide-debrief = Auswertung, Schritt für Schritt
guide-compare = Die Teams nebeneinander, und was nun
guide-rest = { $quarters ->
    [one] Ein Quartal passt nicht hinein. Spielt es in einem zweiten Treffen: Spiele gehen weiter, wo sie aufgehört haben.
   *[other] { $quarters } Quartale passen nicht hinein. Spielt sie in einem zweiten Treffen: Spiele gehen weiter, wo sie aufgehört haben.
}
guide-start = Zu Beginn
guide-say = Sag, dass beide Rollen vernünftig handeln, gemessen an dem, wofür sie bezahlt werden, dass die Firma ein Produkt und eine Pipeline hat und dass niemand die richtigen Antworten gesagt bekommt. Sag, dass geheim bleibt, was eine Seite als geheim zeigt, bis es jemand erzählt. Sag nicht, was diese Firma lehrt.
guide-quarters = Quartal für Quartal
guide-gate = Entscheidet sich nach diesem Quartal: { $title }
guide-only = Nur für { $seat }
guide-predicts = Beide sagen voraus: { $measure }
guide-asks = Frage im Review
guide-conditional = Nachrichten, die davon abhängen, wie ein Team spielt
guide-cards = Was an den Specials wahr ist
guide-cards-about = Nicht alle kommen in jedem Spiel. Wo zwei Hälften stehen, zeigt die Notiz jedes Leads in eine Richtung und beide zusammen in die andere: Achte darauf, ob sie miteinander reden.
guide-two-halves = zwei Hälften
guide-truth = Geschätzt { $effort }, in Wahrheit { $true }; Passung { $alignment }, Fit { $fit }; der Deal hängt nicht daran.
guide-truth-breaks = Geschätzt { $effort }, in Wahrheit { $true }; Passung { $alignment }, Fit { $fit }; der Deal hängt daran.
guide-strategies = Was Strategien hier erreichen
guide-strategies-about = Unternehmenswert im Mittel über vierzig Spiele. Was unten steht, sind die typischen Fehler in dieser Firma; such sie in den Gewohnheiten der Teams.
