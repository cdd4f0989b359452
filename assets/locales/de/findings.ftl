# Was an einer Szenariodatei nicht stimmt, und was zu tun ist. Teile von Sätzen, sie enden ohne Punkt.
# Was in Backticks oder geraden Anführungszeichen steht, steht so in der Datei; darum hier kein „ und kein “.

finding-error = Fehler
finding-warning = Warnung
finding-help = Hilfe
finding-note = Hinweis
finding-here = hier

# Why a scenario is not loaded.
load-unknown = es gibt kein Szenario "{ $wanted }": { $hint }
load-close = ist "{ $name }" gemeint? Zur Wahl stehen { $names }
load-known = zur Wahl stehen { $names }; der Pfad einer Datei geht auch
load-unreadable = { $file } kann nicht gelesen werden: { $reason }
load-folder = das ist ein Ordner
load-no-file = diese Datei gibt es nicht
load-base = { $file } ist eine Grundlage für andere Szenarien: weder `id` noch `meta` ist da
load-texts = { $file } enthält die Texte von „{ $title }“ in einer anderen Sprache: nenne die Datei des Szenarios
load-faulty = { $file } ist nicht spielbar: { $count ->
    [one] 1 Fehler
   *[other] { $count } Fehler
}

# Kinds of values: what is expected, and what is found.
finding-expected = erwartet wird { $expected }, gefunden wurde { $found }
kind-the-number = die Zahl { $written }
kind-the-text = der Text "{ $written }"
kind-the-name = der Name `{ $written }`
kind-list = eine Liste
kind-map = eine Zuordnung
kind-fields = eine Gruppe benannter Felder
kind-group = eine Gruppe aus { $count ->
    [one] 1 Wert
   *[other] { $count } Werten
}
kind-whole = eine ganze Zahl
kind-number = eine Zahl
kind-text = ein Text
kind-bool = `true` oder `false`
kind-name = ein Name
kind-rule-name = der Name einer Regel
kind-file-name = ein Dateiname
hint-whole-number = schreib eine Zahl wie 12 oder 1_000_000
hint-whole-number-bare = schreib eine Zahl wie 12 oder 1_000_000, ohne Anführungszeichen
hint-number = schreib eine Zahl wie 12 oder 0.25
hint-number-bare = schreib eine Zahl wie 12 oder 0.25, ohne Anführungszeichen
hint-no-decimals = runde auf eine ganze Zahl
hint-whole-amount = schreib Beträge aus: { $millions } für { $found } Millionen
hint-text = setz ihn in doppelte Anführungszeichen: "…"
hint-name-in-quotes = setz den Namen in doppelte Anführungszeichen
hint-bool = schreib eins von beiden, ohne Anführungszeichen
hint-list = schreib [a, b]
hint-list-around = setz `[…]` darum
hint-list-around-all = schreib `[…]` um sie alle
hint-fields = schreib (name: value, …)
hint-group = schreib ({ $count ->
    [2] value, value
    [3] value, value, value
   *[other] value, …, value
})
hint-name-optional = der Name vor der Klammer kann wegbleiben

# The file, before anything of it is understood.
finding-unreadable-file = die Datei kann nicht gelesen werden: { $reason }
finding-too-big = { $bytes } Bytes sind zu viel für ein Szenario
finding-unreadable-folder = dieser Ordner kann nicht gelesen werden: { $reason }
finding-misnamed = an den Namen dieser Datei wurde etwas angehängt
finding-no-file = das ist keine gewöhnliche Datei
finding-run = das ist ein Spiel, kein Szenario
hint-run = sieh es dir mit `off-roadmap replay` oder `off-roadmap compare` an
hint-rename = nenne sie in { $name } um
hint-permission = gib dir das Recht, ihn zu lesen
hint-right-file = ist das die richtige Datei?
finding-no-text = das ist kein UTF-8-Text
finding-windows = das ist kein UTF-8-Text: in der Kodierung älterer Windows-Programme steht hier `{ $letter }`
finding-garbled = `{ $found }` war wohl `{ $meant }`
hint-garbled = ein Programm hat den UTF-8-Text dieser Datei für etwas anderes gehalten und neu gespeichert: schreib die Buchstaben neu
finding-utf16 = das ist UTF-16-Text
hint-utf8 = speicher sie als UTF-8-Text
finding-office = das ist ein Dokument einer Text- oder Tabellenverarbeitung oder ein Archiv, kein reiner Text
finding-picture = das ist ein Bild
finding-packed = das ist eine gepackte Datei
hint-plain-text = schreib Szenarien mit einem Texteditor und speicher sie als reinen Text (UTF-8)
finding-web-page = das ist eine Webseite und kein Szenario
hint-plain-file = lade die Datei selbst herunter, nicht die Seite, die sie zeigt
finding-empty-file = in dieser Datei steht nichts
finding-no-brackets = ein Szenario steht in runden Klammern

# The syntax.
finding-comment-open = dieser Kommentar wird nicht geschlossen
hint-close-comment = beende ihn mit `*/`
finding-text-open = dieser Text wird nicht geschlossen
hint-close-text = beende ihn mit `"`
finding-inner-quote = dieses Anführungszeichen beendet den Text zu früh
hint-inner-quote = schreib ein Anführungszeichen im Text als `\"`, oder nimm `„` und `“`
finding-bare-text = ein Text steht in geraden doppelten Anführungszeichen
finding-control = das Steuerzeichen { $code } darf nicht in einem Text stehen
finding-invisible = hier steht ein unsichtbares Zeichen ({ $code })
hint-remove-letter = lösch es
finding-look-alike = das `{ $letter }` ({ $code }) in `{ $found }` sieht nur aus wie ein lateinischer Buchstabe
hint-retype = tipp es neu: `{ $name }`
finding-comment-sign = ein Kommentar beginnt nicht mit `{ $sign }`
hint-comment = beginn ihn mit `//`
finding-conflict = `{ $mark }` steht, wo zwei Leute dieselben Zeilen geändert haben
hint-conflict = behalte eine der beiden Fassungen und entferne die Zeichen
finding-comparison = eine Bedingung wird nicht mit einem Zeichen geschrieben
finding-text-unreadable = dieser Text ist nicht lesbar
hint-backslash = ein Backslash in einem Text wird `\\` geschrieben, ein Anführungszeichen `\"`
finding-not-a-number = `{ $found }` ist keine Zahl
hint-numbers = schreib eine Zahl wie 12, 1_000_000 oder -0.25; ein Anteil von 5 % ist 0.05
hint-either-number = schreib `{ $thousands }` oder `{ $decimal }`, je nachdem, was gemeint ist
hint-unit = schreib nur die Zahl, ohne `{ $unit }`
hint-span = schreib eine Zahl, oder `{ $form }`, wo ein Bereich hingehört
finding-enable = `#![enable(…)]` ist hier nicht nötig
hint-remove-line = lösch die Zeile
finding-after-the-end = das Szenario war schon zu Ende
hint-one-scenario = eine Datei enthält ein Szenario: steht vor dieser Stelle eine Klammer zu viel?
finding-file-ends = die Datei endet, wo ein Wert erwartet wird
finding-value-missing = hier fehlt ein Wert
hint-add-value = ergänze den Wert
finding-other-quote = ein Text steht in geraden doppelten Anführungszeichen
finding-no-value = mit `{ $found }` beginnt kein Wert
hint-values = ein Wert ist eine Zahl, ein "Text", true, false, ein Name, [eine Liste] oder (eine Gruppe)
finding-too-deep = das ist zu tief verschachtelt
hint-fewer-levels = ein Szenario braucht viel weniger Ebenen von Klammern
finding-name-missing = hier wird der Name eines Felds erwartet
finding-colon-missing = hier fehlt ein `:`
hint-name-and-value = schreib `name: value`
finding-bracket-open = diese `{ $open }` wird nicht geschlossen
hint-close-bracket = ergänze die `{ $close }`
finding-other-bracket = `{ $found }` schließt nicht die offene `{ $open }`
hint-close-with = schreib `{ $close }`
finding-closed-otherwise = diese `{ $open }` wird in Zeile { $line } mit `{ $found }` geschlossen
finding-bracket-surplus = diese `{ $found }` schließt nichts
hint-remove-bracket = lösch sie
finding-bracket-missing = vor diesem Feld fehlt `{ $open }`
hint-open-bracket = beginn jedes Element der Liste mit einer eigenen Klammer
finding-item-colon = der Wert steht hier in Klammern, nicht hinter einem Doppelpunkt
finding-mixed-group = diese Gruppe hat Werte mit Namen und Werte ohne
finding-list-missing = das ist der erste von mehreren Werten
hint-name-all = gib jedem Wert seinen Namen: (Name: Wert, …)
finding-curly = benannte Felder stehen in runden Klammern
finding-quoted-field = der Name eines Felds steht ohne Anführungszeichen
finding-comma-twice = hier ist ein Komma zu viel
hint-remove-comma = lösch es
finding-no-comma = `{ $found }` ist kein Komma
finding-comma-missing = hier fehlt ein `,` oder `{ $close }`
hint-one-number = schreib eine große Zahl ohne Lücken: 6000000 oder 6_000_000
hint-commas = Werte und Felder werden durch Kommas getrennt

# Fields and choices.
finding-field-twice = `{ $field }` steht hier zweimal
hint-keep-one = behalte eins davon
finding-no-field = ein Feld `{ $field }` gibt es hier nicht
hint-fields-here = die Felder hier sind { $names }
finding-field-missing = hier fehlt das Feld `{ $field }`
hint-add-field = ergänze `{ $field }: …`
finding-main-field-missing = das Feld `{ $field }` fehlt
finding-own-field-missing = das Feld `{ $field }` fehlt; es wird nie aus einer anderen Datei übernommen
hint-add-main-field = ergänze `{ $field }: …` in der Datei
finding-no-variant = `{ $found }` gibt es hier nicht
hint-one-of = schreib eins von { $names }, ohne Anführungszeichen
hint-without-quotes = schreib `{ $name }` ohne Anführungszeichen
finding-other-form = `{ $name }` hat eine andere Form
hint-write = schreib `{ $form }`
hint-write-values = schreib `{ $name }({ $count ->
    [1] value
    [2] value, value
   *[other] value, …, value
})`
hint-did-you-mean = ist `{ $name }` gemeint?
hint-did-you-mean-text = ist "{ $name }" gemeint?
finding-unreadable-value = das ist nicht lesbar: { $reason }
hint-compare = vergleich es mit einem mitgelieferten Szenario

# The head of a file and the file that it extends.
finding-no-scenario = ein Szenario ist eine Gruppe benannter Felder, das hier ist { $found }
hint-scenario = schreib (format: 1, id: "…", …)
hint-no-json = ein Szenario steht in runden Klammern, die Namen der Felder ohne Anführungszeichen: (format: 1, id: "…", …). Eine Übersetzung hat ihre Sprache im Namen: mine.de.ron
finding-no-format = das Feld `format` fehlt: die Version des Dateiformats
hint-add-format = ergänze `format: { $newest },` als erstes Feld
finding-newer-format = diese Datei hat Format { $found }, diese Version des Spiels liest bis Format { $newest }
hint-newer-game = spiel es mit einer neueren Version des Spiels
finding-no-version = { $found } ist keine Version des Formats
hint-extends = schreib `extends: "base.ron"`
finding-no-base = es gibt keine Datei "{ $file }", auf der diese aufbauen kann
finding-base-unreadable = "{ $file }": { $reason }
hint-base = nenn eine Datei neben dieser oder ein eingebautes Szenario
finding-circle = die Dateien bauen im Kreis aufeinander auf: "{ $file }" führt hierher zurück
hint-remove-extends = lösch ein `extends`
finding-long-chain = mehr als { $most } Dateien bauen aufeinander auf
hint-common-parts = nimm die gemeinsamen Teile in eine Datei
finding-id-taken = die id "{ $id }" gehört schon zu { $file }
finding-id-built-in = die id "{ $id }" gehört zu einem Szenario des Spiels: unter den Szenarien steht diese Datei an seiner Stelle
hint-own-scenario-id = gib jedem Szenario eine eigene id

# Files of texts in another language.
hint-texts = schreib { "{" } "place": "text", … { "}" }
finding-untranslated = { $count ->
    [one] ein Satz ist nicht übersetzt, bei „{ $place }“
   *[other] { $count } Sätze sind nicht übersetzt, der erste bei „{ $place }“
}
hint-untranslated = setz einen Text an seine Stelle; bis dahin steht dort die Sprache des Szenarios
finding-no-text-at = das Szenario hat bei "{ $place }" keinen Text
hint-text-places = nenn Felder wie im Szenario, Elemente von Listen nach id oder Nummer
finding-place-twice = "{ $place }" steht zweimal da, und nur das letzte zählt
hint-place-once = behalt eins davon
finding-blank-translation = der Text bei "{ $place }" ist leer
finding-no-scenario-beside = { $file } ist nicht da oder nicht spielbar
hint-texts-beside = leg die Texte neben ein Szenario, das seine Prüfung besteht

# Numbers.
finding-too-large = { $found } ist viel zu groß
hint-smaller = nimm eine kleinere Zahl
finding-too-small = { $found } ist zu klein
hint-from-on = nimm eine Zahl ab { $min }
finding-out-of-range = `{ $name }` ist { $found }, möglich ist { $min } bis { $max }
finding-beyond-range = { $found } geht nicht: `{ $name }` reicht von { $min } bis { $max }
hint-share = ein Anteil: schreib { $share } für { $percent } %
hint-choose-number = nimm eine Zahl von { $min } bis { $max }
hint-choose-whole = nimm eine ganze Zahl von { $min } bis { $max }
hint-choose-or-default = nimm eine Zahl von { $min } bis { $max }; üblich ist { $default }
finding-sum = `{ $field }` aller Segmente ergibt zusammen { $sum } ({ $shares }), nicht 1
hint-sum = ändere die Anteile, bis sie zusammen 1 ergeben
finding-customers = der ARR ist der von { $found } Kunden dieser Größe, das Spiel rechnet mit { $min } bis { $max }
hint-customers = ändere `customer_size` oder `arr`

# Texts, ids and lists.
finding-blank = `{ $field }` ist leer
hint-write-text = schreib den Text
finding-no-id = "{ $found }" ist keine id
hint-id = eine id hat kleine Buchstaben von a bis z, Ziffern und Bindestriche, wie "scale-up"
finding-id-hyphen = die id "{ $id }" beginnt mit einem Bindestrich, ein Befehl hielte sie für eine Option
hint-id-hyphen = lass die id mit einem Buchstaben oder einer Ziffer beginnen
finding-id-twice = die id "{ $id }" steht zweimal in `{ $list }`
hint-own-id = gib jedem Eintrag eine eigene id
finding-unknown = { $what ->
    [policy] es gibt keine Strategie
    [segment] es gibt kein Segment
   *[theme] es gibt kein Thema
} "{ $id }"
hint-known = das Szenario hat { $names }
hint-none-yet = { $what ->
    [policy] das Szenario hat noch keine Strategie
    [segment] das Szenario hat noch kein Segment
   *[theme] das Szenario hat noch kein Thema
}
finding-too-few = { $what ->
    [names] zu wenige Namen
    [predictions] zu wenige Prognosen
    [prompts] zu wenige Fragenpaare
    [segments] zu wenige Segmente
    [specials] zu wenige Specials
    [templates] zu wenige Vorlagen
   *[themes] zu wenige Themen
}: { $found }, nötig sind mindestens { $least }
hint-add-some = ergänze { $count }
finding-too-many = { $found } Einträge, das Spiel nimmt höchstens { $most }
hint-remove-some = lösch { $count }

# Rules.
finding-many-rules = { $found } Regeln, das Spiel hat nur { $most }
hint-rules-once = setz jede Regel einmal
hint-rules = schreib { "{" } "name": (value: …, source: "…", trust: …), … { "}" }
finding-rule-twice = die Regel `{ $name }` ist zweimal gesetzt
hint-keep-one-of-two = behalte eine von beiden
finding-no-rule = es gibt keine Regel "{ $name }"
hint-rule-names = die Namen und was sie tun stehen in scenarios/REFERENCE.md

# Cards, briefings, gates, predictions.
finding-enters = das letzte Quartal, in dem die Karte kommen kann ({ $last }), liegt vor dem ersten ({ $first })
hint-enters = schreib (erstes, letztes)
finding-cycle = der kürzeste Verkaufszyklus ({ $shortest }) ist länger als der längste ({ $longest })
hint-cycle = schreib (kürzester, längster)
finding-quarter-not-played = Quartal { $quarter } wird nicht gespielt
hint-count-from-one = zähl ab 1
hint-quarters = das Spiel hat die Quartale 1 bis { $last }
finding-two-briefings = Quartal { $quarter } hat zwei Briefings
hint-one-briefing = nimm beide Texte in ein Briefing
finding-no-briefing = Quartal 1 hat kein Briefing
hint-add-briefing = ergänze eins: die Leads lesen es vor ihrem ersten Plan
finding-gate-before-start = vor Quartal 1 endet kein Quartal
hint-one-or-more = schreib 1 oder mehr
finding-not-predictable = `{ $name }` lässt sich nicht vorhersagen: das sehen nicht beide Leads in jedem Quartal
hint-predictable = nimm eins von { $names }

# What can be played but is probably not meant.
finding-idle-theme = niemand fragt nach dem Thema "{ $id }"
hint-idle-theme = nutz es in einem Special oder einer Vorlage, oder lösch es
finding-never-enters = diese Karte kommt nie: was ab Quartal { $quarter } kommt, entscheidet sich nach dem Spiel
hint-enter-earlier = lass sie früher kommen, oder lösch sie
finding-small-deck = { $cards ->
    [one] 1 Karte
   *[other] { $cards } Karten
} für { $wanted } benannte Interessenten: der Stapel ist vor dem Ende des Spiels leer
hint-small-deck = schreib mehr Karten, oder senk `named_per_quarter`
finding-few-hidden = { $cards ->
    [one] 1 Karte
   *[other] { $cards } Karten
} mit `hidden_profile: true`, gedacht ist eine für jedes der { $quarters } Quartale
hint-few-hidden = gib mehr Karten zwei private Notizen, die erst zusammen das richtige Bild geben
finding-tiny = { $amount } ist so gut wie nichts neben einem ARR von { $arr }
hint-whole-dollars = schreib Beträge in Dollar, nicht in Tausend
finding-thousands = `{ $written }` wird als { $read } gelesen: der Punkt trennt Nachkommastellen, nie Tausender
finding-few-names = { $pairs } Namenspaare für etwa { $wanted } Kunden und Interessenten: manche werden gleich heißen
hint-few-names = ergänz Wörter in `first` oder `second`
finding-late-gate = diese Hürde erreicht niemand: das Spiel endet mit Quartal { $last }
hint-or-less = schreib { $last } oder weniger
finding-closed-gate = diese Hürde nimmt niemand: { $reason }
finding-never-happens = das geschieht nie: { $reason }
bound-too-high = `{ $name }` von { $bound } liegt weit über dem Stand am Anfang
bound-too-low = `{ $name }` fällt nicht unter { $bound }
hint-lower-bound = senk die Schwelle
hint-raise-bound = heb die Schwelle
finding-better-fit = das erste Segment ist der ideale Kunde, aber "{ $id }" hat den besseren Fit
hint-best-first = stell das Segment mit dem besten Fit an den Anfang
