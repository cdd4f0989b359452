# Die Auflösung im Debriefing: die Nachfrage nach Specials, aus dem Gedächtnis gezeichnet, bevor sie zu sehen ist, und was
# nur ein Platz wusste.

reveal-title = Was aus der Nachfrage wurde
reveal-draw = Wie viele von hundert Deals haben ein Special angefragt, vom ersten bis zum letzten Quartal? Welche Kurve ist im Gedächtnis geblieben? Danach kommt die echte.
reveal-now = Ohne Zeichnen zeigen
reveal-drew = Gezeichnet: { $shape }.
reveal-sketch = Skizze
reveal-own = Vom { $quarters ->
    [one] ersten zum letzten Quartal
   *[other] Schnitt der ersten { $quarters } zum Schnitt der letzten { $quarters } Quartale
} stiegen die Anfragen von { $from } auf { $to } je hundert Deals. { $own } von diesen { $rise } ({ $share }) kamen durch frühere eigene Zusagen.
reveal-other = Vom { $quarters ->
    [one] ersten zum letzten Quartal
   *[other] Schnitt der ersten { $quarters } zum Schnitt der letzten { $quarters } Quartale
} stiegen die Anfragen von { $from } auf { $to } je hundert Deals. Weniger als die Hälfte davon kam durch frühere eigene Zusagen ({ $own } von { $rise }): Das meiste wäre ohnehin gekommen.
reveal-level = Die Nachfrage ist nicht gestiegen: von { $from } auf { $to } Anfragen je hundert Deals. Die Zusagen haben sie also nicht hochgetrieben.
reveal-kept = Die Nachfrage ist nicht gestiegen: von { $from } auf { $to } Anfragen je hundert Deals. Bei der Präzedenz vom Anfang hätte sie am Ende um { $less } höher gelegen: Die Antworten haben sie niedrig gehalten.
reveal-short = Das Spiel war zu früh vorbei, um zu sagen, was aus der Nachfrage wurde.
reveal-ask = Jedes Ja fiel auf seiner eigenen Karte. In welchem Quartal wäre diese Kurve zu sehen gewesen, und woran?
reveal-how = Beide Linien zählen dieselben Deals. „{ demand-base }“ sagt, wie viele davon bei der Präzedenz vom Anfang angefragt hätten.
shape-level = Blieb gleich
shape-steady = Stieg stetig
shape-late = Stieg spät
shape-hill = Stieg und fiel

# Alle Teams
reveal-teams-title = Was aus der Nachfrage wurde, in jedem Team
reveal-teams-draw = Zuerst zeichnen alle: Wie viele von hundert Deals haben ein Special angefragt, vom ersten bis zum letzten Quartal?
reveal-teams-show = Zeigen, wie es war
reveal-teams = { $rose ->
    [0] In keinem von { $all } Teams sind die Anfragen gestiegen.
   *[other] In { $rose } von { $all } Teams sind die Anfragen gestiegen. In { $own } davon kam mindestens die Hälfte des Anstiegs durch das, was das Team selbst zugesagt hatte.
}
reveal-same = Andere Leute, dieselbe Kurve. Fragt also, was an der Lage sie gemacht hat, und nicht, wer da saß.
reveal-asked-all = angefragt, eine Linie je Team
reveal-base-all = wäre bei der Präzedenz vom Anfang angefragt worden
reveal-wall-drew = Was ihr gezeichnet habt
reveal-wall-count = { $drawn ->
    [one] Eine Person hat gezeichnet.
   *[other] { $drawn } Personen haben gezeichnet.
}
reveal-wall-came = Wie es war
console-wall-drew = was gezeichnet wurde ({ $drawn } von { $all })
console-wall-came = was aus der Nachfrage wurde
refused-not-over = Das Spiel ist noch nicht vorbei. Was aus der Nachfrage wurde, zeichnet ihr im Debriefing.

# Vorhersagen
foresight-title = Wie breit, und wie oft richtig
foresight-told = { $seat }: { $held } von { $all } Spannen trafen zu. Die mittlere war { $width } des Ergebnisses breit.
foresight-held = { $seat }: { $held } von { $all } Spannen trafen zu.
foresight-about = Eine schmale Spanne sagt mehr und liegt öfter daneben. So wenige Vorhersagen zeigen eine Gewohnheit, nicht, wer es besser kann.
foresight-width = Breite der Spanne, als Anteil am Ergebnis
foresight-dot-held = traf zu
foresight-dot-missed = daneben oder zu breit

# Positionen, an dem gemessen, was herauskam
nearer-yes = { $seat } lag näher an dem, was herauskam: Der Deal hing wirklich daran, und es passte zur Strategie (Passung { $alignment }).
nearer-no = { $seat } lag näher an dem, was herauskam: Der Deal hing nicht daran, und es passte nicht zur Strategie (Passung { $alignment }).

# Was nur ein Platz wusste
untold-title = Was nur auf einer Seite stand
untold-about = Als ihr unterschrieben habt, stand das auf der einen Seite und nicht auf der anderen. Habt ihr es gesagt? Und wenn nicht: Was hat euch abgehalten?
untold-about-alone = Bei der Unterschrift stand das auf der einen Seite und nicht auf der anderen. Was hätte es geändert?
untold-fit = Sales hatte herausgefunden, wie gut { $name } zur Strategie passt ({ $fit }). Product wusste es nicht.
untold-both = Nur Product konnte lesen: „{ $product }“ Nur Sales konnte lesen: „{ $sales }“
untold-product = Nur Product konnte lesen: „{ $note }“
untold-sales = Nur Sales konnte lesen: „{ $note }“

# Im Terminal
terminal-draw = { $number }. { $shape }
terminal-no-curve = „{ $line }“ ist keine dieser Kurven: Tipp 1 bis 4 ein, oder drück Enter.
terminal-draw-prompt = Welche Kurve ist im Gedächtnis geblieben? 1 bis 4; Enter zeigt sie ohne Zeichnen >
