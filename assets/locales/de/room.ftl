# Ein Workshop mit vielen Geräten: der Eingang, die Plätze, die Konsole, die Wand, und was schiefgehen kann.

# Der Eingang
door-title = Am Workshop teilnehmen
door-about = Du spielst auf diesem Gerät und musst nichts installieren.
door-code = Code
door-name = Dein Name
door-name-about = Ein Vor- oder Spitzname genügt. Die anderen im Raum sehen ihn.
door-enter = Teilnehmen
lobby-short = Platz wählen
lobby-title = Willkommen, { $name }. Wo willst du sitzen?
lobby-about = Product und Sales eines Teams haben je eigene Seiten. Bis zu drei Personen teilen sich einen Platz.
lobby-any = Irgendein freier Platz
lobby-free = noch niemand
door-back = Ich war schon da, auf einem anderen Gerät
door-own-code = Dein eigener Code
door-come-back = Zurückkommen
own-code = Auf einem anderen Gerät kommst du mit deinem eigenen Code zurück: { $code }
call = Moderation rufen
call-on = Die Moderation ist gerufen.
call-off = Nicht mehr nötig
facilitator-says = Von der Moderation: { $words }
page-lost = Der Host ist nicht erreichbar. Diese Seite versucht es von selbst weiter.
page-waits-for = Warten auf: { $names }.

# Die Uhr
clock-minutes = { $minutes } Min.
clock-over = Zeit ist um
clock-paused = { $time } · Pause
gate-briefing = Briefing { $quarter }
gate-close = Abschluss { $quarter }
gate-debrief = Auswertung
room-paused = Die Moderation hat das Spiel angehalten. Lesen kannst du weiter; was du drückst, muss warten.
room-stand-in = { $seat }: Eine Vertretung unterschreibt, solange niemand da ist. Wer auf diesem Platz etwas drückt, hält sie an.
partner-plays = { $seat } wird vom Computer gespielt.
seat-change = Anderer Platz
room-facilitator = die Moderation
room-closed = Der Workshop ist geschlossen. Sobald der Host zurück ist, geht diese Seite weiter, wo sie war.

# Die Konsole
console-title = Konsole
console-room = Raum
console-not-begun = noch nicht begonnen
console-open-gate = Öffnen: { $gate }
console-pause = Pause
console-paused = Das Spiel ist auf allen Geräten angehalten. „Weiter“ lässt alle Uhren wieder laufen.
console-resume = Weiter
console-lock = Tür schließen
console-locked = Die Tür ist zu: Niemand kann mehr dazukommen.
console-unlock = Tür öffnen
console-more-minutes = +{ $minutes } Min.
console-fewer-minutes = −{ $minutes } Min.
console-pace = Tore öffnen sich:
pace-hand = von Hand
pace-together = wenn alle da sind
pace-free = immer
console-nobody-there = Dort ist noch kein Team angekommen.
console-unfinished = Spielen noch: { $names }
console-watching = Ohne Platz:
console-held = wartet am Tor
console-away = (weg)
console-missing = muss unterschreiben
console-signed = unterschrieben
console-nothing = –
console-stands-in = Vertretung
console-partner-plays = Partner spielt
console-stand-in = Vertretung unterschreiben lassen
console-stop-stand-in = Vertretung anhalten
console-partner = Diesem Team einen Partner geben
console-no-partner = Den Platz einer Person geben
console-way-in = So kommen Geräte herein
console-calls = ruft
console-answered = Erledigt
console-rise = Diesen Platz freigeben
console-say = Etwas sagen
console-say-to = An:
console-say-about = Es bleibt über den Seiten derer stehen, denen es gesagt wird, bis du denselben etwas anderes sagst. Wer nichts sagt, nimmt es zurück.
console-to-all = alle und die Wand
console-prefer = Diese zeigen
console-open-wall = Wand für den Beamer öffnen
console-compare = Die Teams vergleichen, in einem eigenen Tab, der sich projizieren lässt
console-reach = Kein Gerät kommt an?
reach-same = Sind dieser Rechner und die Geräte im selben Netz? Vergleiche die Namen der Netze.
reach-address = Versuche eine andere Adresse der Liste. Ein Haken steht bei der, über die ein Gerät ankam.
reach-firewall = Erlaube dieses Programm in der Firewall dieses Rechners. Windows hält neue Netze für öffentlich und sperrt sie.
reach-guest = Gastnetze trennen Geräte oft voneinander. Nimm ein anderes Netz.
reach-mobile = Schalte auf Telefonen die mobilen Daten aus, und bleib verbunden, wenn das Telefon meldet, dass dieses Netz kein Internet hat.
reach-router = Bring einen eigenen Router mit. Der Hotspot eines Telefons hört oft bei etwa zehn Geräten auf.

# Die Wand
wall-title = Wand
wall-scan = Mit der Kamera scannen oder die Adresse eintippen:
wall-qr = Code mit der Adresse zum Teilnehmen

# Was abgelehnt wird
refused-code = Das ist nicht der Code eines Raums hier. Er steht an der Wand.
refused-own-code = Diesen Code hat hier niemand. Er steht am Fuß jeder Seite deines anderen Geräts.
refused-too-often = Zu viele Versuche. Warte eine Minute.
refused-link = Dieser Link ist verbraucht oder abgelaufen. Der Host nennt beim Start einen neuen.
refused-unknown = Das gibt es nicht mehr. Hier ist die Seite, wie sie jetzt ist.
refused-locked = Die Tür ist geschlossen. Bitte die Moderation, sie zu öffnen.
refused-no-name = Gib einen Namen ein.
refused-seat-full = Auf diesem Platz sitzen schon drei. Wähle einen anderen.
refused-no-seat = Du hast noch keinen Platz.
refused-partner = Diesen Platz spielt ein Partner. Beim nächsten Briefing gibt er ihn ab.
refused-only-at-briefing = Die Plätze eines Teams wechseln nur beim Briefing.
refused-held = Dein Team wartet am Tor.
refused-gate = Noch kein Team ist an diesem Tor, oder es ist schon offen.
refused-present = Da sitzt jemand.
refused-not-yours = Das gehört dem anderen Platz.
refused-stale = Inzwischen hat sich etwas geändert. Sieh noch einmal hin und drück dann erneut.

# Der Host
team-names = Ahorn, Birke, Eberesche, Eiche, Erle, Esche, Fichte, Lärche, Linde, Weide
team-numbered = Team { $number }
host-links = Teilnehmen:  { $join }
    Code:        { $code }
    Konsole:     { $console }
    Wand:        { $wall }
    Raum:        { $room }

    Der Link zur Konsole gilt einmal.
host-ends = Strg+C beendet den Workshop; nichts geht verloren, und --room mit dieser Datei macht weiter.
host-port-in-use = { $address } ist belegt, vielleicht von einem anderen Workshop; wähle mit --listen einen anderen Port
host-cannot-listen = Auf { $address } kann nicht gehört werden: { $reason }
host-tls = { $certificate } und { $key } sind kein Zertifikat mit seinem privaten Schlüssel in PEM: { $reason }
host-tls-url = Sag mit --public-url, für welche Adresse das Zertifikat ist, etwa https://workshop.example.org.
host-no-folder = Dieses System nennt keinen Ordner für Daten von Programmen; sag mit --room, wo der Raum liegen soll.
host-no-chance = Dieses System hat keine Zufallszahlen.
host-goes-on = Der Raum in dieser Datei wurde anders eröffnet; lass { $option } weg, oder wähle mit --room eine andere Datei.

# Räume
room-folder = { $path } ist nicht benutzbar: { $reason }
room-foreign = { $path } ist kein Raum.
room-version = { $path } stammt von { $engine } mit anderen Regeln. Mach mit dieser Version weiter.
room-in-use = { $path } ist in einem anderen Host offen. Schließ zuerst den.
room-scenario-changed = Das Szenario { $scenario } wurde geändert, seit dieser Raum eröffnet wurde. Leg die alte Datei zurück, um weiterzumachen.
room-diverged = Der Raum lässt sich nicht wiederherstellen: Sein Journal bricht bei Befehl { $at } ab.
room-disk-full = Die Platte des Hosts ist voll. Sobald Platz ist, geht es weiter; bis dahin kann nichts unterschrieben werden.
room-database = Der Raum kann nicht aufgeschrieben werden: { $reason }

# Was anstelle eines Leads unterschrieben wurde
signed-by-clock = Die Zeit war um: Die Uhr hat für { $seat } unterschrieben: { $what }.
signed-by-stand-in = Eine Vertretung hat für { $seat } unterschrieben: { $what }.
signed-plan = Plan
signed-house = Hausquadrant
signed-stances = { $count ->
    [one] eine Position
   *[other] { $count } Positionen
}
signed-answers = { $count ->
    [one] eine Antwort
   *[other] { $count } Antworten
}
signed-calls = { $count ->
    [one] eine Frage an den CEO
   *[other] { $count } Fragen an den CEO
}
signed-prediction = Prognose

# Räume auf diesem Rechner
rooms-none = Auf diesem Rechner ist kein Raum. `off-roadmap host` öffnet einen.
rooms-line = { $code }  { $scenario }, { $teams ->
    [one] ein Team
   *[other] { $teams } Teams
}, { $people ->
    [one] eine Person
   *[other] { $people } Personen
}; { $position }; zuletzt benutzt { $time }
rooms-ended = beendet
rooms-go-on = off-roadmap host --room { $path }

ceo-wrote = Der CEO hat geschrieben: { $subject }

host-about = { $scenario } · { $teams ->
    [one] ein Team
   *[other] { $teams } Teams
} · { $minutes }
host-minutes = { $minutes } Minuten je Quartal, doppelt so viele für das erste
host-no-clock = keine Uhr
host-continues = Der Raum geht weiter und ist angehalten: { $position }. „Weiter“ auf der Konsole lässt die Uhren laufen.
host-loopback = Diese Adresse erreicht nur dieser Rechner; ohne --listen kommen Geräte herein.
host-closed = Der Workshop ist geschlossen. So geht es weiter: off-roadmap host --room { $room }

signed-before = { $seat } hat es so unterschrieben, wie es vor der letzten Änderung war, und muss neu unterschreiben.

# The debrief of a seat

# Seats, as the facilitator gives them
console-seats = Plätze
seating-free = Alle wählen selbst
seating-assigned = Ich vergebe die Plätze
seating-automatic = Alle bekommen sofort einen Platz
console-assign-all = Allen ohne Platz einen geben
console-let-return = Geräte fünf Minuten lang ohne Code wieder hereinlassen
console-no-return = Geräte kommen ohne Code wieder herein: beenden
console-move = Setze
console-move-to = auf
console-move-now = Umsetzen
console-move-about = Ein Name lässt sich auch auf einen Platz ziehen. Wer den Platz wechselt, behält sein Wissen. Innerhalb eines Teams wechseln die Plätze nur beim Briefing.
console-no-seat = ohne Platz
console-look = Diese Seite ansehen
console-say-now = Sagen
look-question = Diese Seite gehört nur diesem Platz. Achte darauf, dass der Beamer diesen Bildschirm nicht zeigt.
look-show = { $seconds } Sekunden lang zeigen
look-shown = Du siehst die private Seite von { $page }. Sie schließt sich nach { $seconds } Sekunden.
look-back = Zurück zur Konsole
lobby-assigned = Du bekommst deinen Platz von der Moderation. Diese Seite ändert sich von selbst.
refused-facilitator-seats = Einen anderen Platz gibt dir die Moderation.
refused-return = Gerade kann niemand ohne Code zurückkommen, oder diese Person ist schon da. Nimm deinen eigenen Code.

# How long a room is kept
console-data = Was von diesem Raum bleibt
console-data-about = Namen, Handlungen und Spielstände bleiben auf diesem Rechner. 30 Tage nach der letzten Benutzung des Raums werden sie gelöscht.
console-data-kept = Namen, Handlungen und Spielstände bleiben auf diesem Rechner, bis du sie löschst.
console-keep = Länger behalten
console-keep-no-longer = Nach 30 Tagen löschen
console-delete-about = Löschen entfernt den Raum und die Spielstände seiner Teams von diesem Rechner und beendet den Workshop. Das lässt sich nicht rückgängig machen. Was exportiert oder kopiert wurde, bleibt.
console-delete-code = Zum Löschen den Code { $code } eingeben:
console-delete = Alles löschen
host-deleted = Der Raum und die Spielstände seiner Teams sind gelöscht. Was exportiert oder kopiert wurde, ist noch da.
room-expired = Der Raum { $room } wurde 30 Tage (eine Probe: einen Tag) nicht benutzt; er ist gelöscht, mit den Spielständen seiner Teams.
rooms-deleted = Gelöscht: { $room } und { $runs ->
    [one] ein Spielstand
   *[other] { $runs } Spielstände
}. Was exportiert oder kopiert wurde, ist noch da.
rooms-kept = { $room } bleibt, bis du ihn löschst.
rooms-is-kept = {"; bleibt, bis du ihn löschst"}

# Programs
refused-key = Dafür braucht es einen Schlüssel. Das Beitreten gibt einen; er wird als Bearer-Token gesendet.
refused-advice = Rat bekommen nur Bots.

# Bots
bots-no-link = Das ist nicht der Link, den Geräte öffnen. Er sieht aus wie http://192.168.1.20:7878/KQZM; der Host gibt ihn aus.
bots-secure = Bots sprechen ohne TLS mit einem Host. Steht er hinter einem Proxy, lass sie auf seinem Rechner laufen, mit dem Link http://127.0.0.1:PORT/CODE; ein Host mit --tls hat keinen solchen Link.
bots-unreachable = Unter { $address } antwortet kein Host: { $reason }
bots-no-team = Kein Team dieses Raums hat zwei freie Plätze.
bots-report = { $seats } Bots haben in { $seconds } s { $signatures }-mal unterschrieben.
    Beantwortet, sicher auf der Platte:  die Hälfte in { $answered } ms, 99 von 100 in { $answered-slow } ms
    Auf der Seite des Partners:          die Hälfte in { $seen } ms, 99 von 100 in { $seen-slow } ms
console-bot = (Bot: { $policy })

# A workshop in the window
host-start = Workshop veranstalten
host-start-about = Teams spielen auf ihren eigenen Handys, Tablets und Laptops
host-start-running = Raum { $code } ist offen
host-title = Workshop veranstalten
host-page-about = Dieser Rechner ist der Host; alle anderen scannen einen Code. Es braucht kein Internet, und niemand installiert etwas.
host-go-on = Mit einem Raum weitermachen
host-kept = { $scenario } · { $teams ->
    [one] ein Team
   *[other] { $teams } Teams
} · { $time }
host-scenario = Szenario
host-field-teams = Teams
host-field-minutes = Minuten je Quartal; 0 heißt ohne Uhr
host-first-quarter = Das erste Quartal hat doppelt so viele Minuten.
host-field-seed = Seed
host-teams-error = Gib eine Zahl von Teams von 1 bis { $most } ein.
host-minutes-error = Gib eine Zahl von Minuten von 0 bis { $most } ein.
host-seed-hint = zufällig
host-seed-same = Alle Teams haben dieselben Kunden und dasselbe Glück
host-seed-each = Jedes Team hat eigene
host-pace = Die Tore vor Briefings und vor Abschlüssen öffnen sich
pace-together-about = Ein Tor öffnet sich, wenn alle da sind oder die Zeit um ist.
pace-hand-about = Du öffnest jedes Tor.
pace-free-about = Niemand wartet. Bei gleichem Seed wissen schnellere Teams, was kommt.
host-open = Workshop öffnen
host-running = Workshop: { $scenario }
host-code = Der Code des Raums ist { $code }.
host-open-console = Konsole öffnen
host-addresses = Kein Gerät kommt an? Versuche eine andere Adresse dieses Rechners:
host-kept-in = Alles liegt in { $room }
host-close = Workshop beenden
host-hint = Der Workshop läuft weiter, während du in diesem Fenster etwas anderes tust.
host-no-browser = Es öffnet sich kein Browser ({ $reason }). Gib diese Adresse in einen ein: { $link }

# A second copy of the room
room-other = { $path } ist schon ein Raum; nenne einen anderen Ordner für die Kopie
room-mirror-behind = Die zweite Kopie des Raums ist seit { $seconds } Sekunden im Rückstand.
console-mirrored = Eine zweite Kopie des Raums wird laufend mitgeschrieben. Fällt dieser Rechner aus, macht ein anderer damit weiter.
page-deleted = Die Moderation hat den Workshop beendet und den Raum gelöscht. Du kannst diese Seite schließen.
console-facilitators = Co-Moderation
console-facilitators-about = Wer mitmoderiert, oder ein zweites Gerät von dir, bekommt mit einem Link, der einmal funktioniert, eine eigene Konsole. Sie kann alles, was diese kann. Du kannst sie jederzeit wieder wegnehmen.
console-facilitator-name = Name
console-invite = Link erstellen
console-invited = Die Konsole von { $name } öffnet sich einmal mit diesem Link: { $link }
console-link-unused = (Link noch nicht benutzt)
console-revoke = Konsole wegnehmen
console-taken = Diese Konsole wurde weggenommen. Bitte die Moderation um einen neuen Link.
room-unknown = Hier liegt kein Raum { $room }. Nenne den Pfad seiner Datei.
wall-value = Unternehmenswert: { $value }
own-devices = { $devices } Geräte sind unter deinem Namen hereingekommen. Gehört dir eines davon nicht, ruf die Moderation.

# A team that is taken back to an earlier quarter
console-more = Mehr
console-rewind = Zurück an den Anfang von { $quarter }
console-rewind-about = Das Team spielt von dort aus noch einmal. Was es bisher gespielt hat, bleibt ein Versuch für sich. Auf ein Team, das noch einmal spielt, wartet niemand; sein Name sagt es überall, denn es weiß, was kommt.
console-undo-rewind = Rückgängig: weiter in { $quarter }
page-again = Die Moderation hat euer Team auf { $quarter } zurückgesetzt. Das ist ein zweiter Versuch: Niemand wartet auf euch, und keine Uhr läuft.
refused-not-played = Auf dieses Quartal lässt sich das Team nicht zurücksetzen: Es hat darin nichts unterschrieben oder hat seine Auswertung gesehen.
refused-not-rewound = Das Team hat seit dem Zurücksetzen etwas unterschrieben.

# Eine Probe
host-rehearsal = Eine Probe: Kein Spielstand wird gesichert, und der Raum wird am Ende gelöscht, wenn die Konsole ihn nicht behält.
host-rehearsed = Die Probe ist vorbei. Nichts davon wurde behalten.
console-rehearsal = Probe.
console-rehearsal-about = Konsole und Wand sagen es, kein Spielstand wird gesichert, und der Raum wird gelöscht, wenn der Workshop endet.
console-bots = Freie Teams von Bots spielen lassen
console-data-rehearsal = Das ist eine Probe: Wenn der Workshop endet, bleibt nichts davon auf diesem Rechner.
console-keep-rehearsal = Den Raum trotzdem behalten
wall-rehearsal = Probe
page-rehearsal = Das ist eine Probe: Nichts davon wird behalten.
rooms-rehearsal = {"; eine Probe"}
host-field-rehearsal = Eine Probe: als solche markiert, mit Bots für freie Teams; nichts davon wird behalten
host-real = Ein Workshop: Die Spielstände der Teams werden gesichert

# What the wall says of the teams
console-wall = Die Wand zeigt:
console-wall-names = Namen der Teams
console-wall-ranks = Rangfolge nach Unternehmenswert
page-rehearsed = Die Probe ist vorbei. Du kannst diese Seite schließen.

# Wer die Moderation braucht
console-needs = Braucht dich:
console-needs-call = { $who } ruft
console-needs-away = { $who } ist weg
console-needs-people = auf { $who } sitzt niemand
console-needs-seat = { $who } hat keinen Platz
