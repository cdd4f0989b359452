# A workshop with many devices: the way in, the lobby, the console, the wall, and what goes wrong.

# The way in
door-title = Join the workshop
door-about = You play on this device. Nobody has to install anything.
door-code = Code
door-name = Your name
door-name-about = A first name or a nickname is enough. The others in the room see it.
door-enter = Join
lobby-short = Choose a seat
lobby-title = Welcome, { $name }. Where do you sit?
lobby-about = Product and Sales of a team each have their own pages. Up to three people share a seat.
lobby-any = Any free seat
lobby-free = nobody yet
door-back = I was here before, on another device
door-own-code = Your own code
door-come-back = Come back
own-code = To come back on another device, use your own code: { $code }
call = Ask the facilitator to come
call-on = The facilitator has been asked to come.
call-off = No longer needed
facilitator-says = From the facilitator: { $words }
page-lost = The host cannot be reached. This page tries again by itself.
page-waits-for = Waiting for { $names }.

# The clock
clock-minutes = { $minutes } min
clock-over = time is up
clock-paused = { $time } · paused
gate-briefing = Briefing of { $quarter }
gate-close = Close of { $quarter }
gate-debrief = Debrief
room-paused = The facilitator has paused the game. You can read on; what you press has to wait.
room-stand-in = { $seat }: a stand-in signs while nobody is there. Any press of that seat stops it.
partner-plays = A computer partner plays the { $seat }.
seat-change = Another seat
room-facilitator = the facilitator
room-closed = The workshop is closed. When the host is back, this page goes on where it was.

# The console
console-title = Console
console-room = Room
console-not-begun = not begun
console-open-gate = Open: { $gate }
console-pause = Pause
console-paused = The game is paused, on every device. “Go on” lets all clocks run again.
console-resume = Go on
console-lock = Lock the door
console-locked = The door is locked: nobody else can come in.
console-unlock = Open the door
console-more-minutes = +{ $minutes } min
console-fewer-minutes = −{ $minutes } min
console-pace = Gates open:
pace-hand = by hand
pace-together = when all are there
pace-free = always
console-nobody-there = No team has come there yet.
console-unfinished = Still playing: { $names }
console-watching = Without a seat:
console-held = waits at the gate
console-away = (away)
console-missing = to sign
console-signed = signed
console-nothing = –
console-stands-in = stand-in
console-partner-plays = partner plays
console-stand-in = Let a stand-in sign
console-stop-stand-in = Stop the stand-in
console-partner = Give this team a partner
console-no-partner = Let a person play this seat
console-way-in = How devices come in
console-calls = asks for you
console-answered = Answered
console-rise = Free this seat
console-say = Say something
console-say-to = To:
console-say-about = It stays above the pages of those it is said to, until you say something else to the same ones. Say nothing to take it back.
console-to-all = Everybody and the wall
console-prefer = Show this one
console-open-wall = Open the wall for the projector
console-compare = Compare the teams, in a tab of its own that can be projected
console-reach = No device arrives?
reach-same = Are this machine and the devices in the same network? Compare the names of the networks.
reach-address = Try another address from the list. A tick shows the one through which a device arrived.
reach-firewall = Allow this program in the firewall of this machine. Windows takes new networks for public and closes them.
reach-guest = Guest networks often keep devices apart. Use another network.
reach-mobile = On phones, turn mobile data off, and stay connected if the phone says that this network has no internet.
reach-router = Bring a router of your own. The hotspot of a phone often stops at about ten devices.

# The wall
wall-title = Wall
wall-scan = Scan with your phone's camera, or type the address:
wall-qr = Code with the address to join

# What is refused
refused-code = This is not the code of a room here. It stands on the wall.
refused-own-code = Nobody here has this code. It stands at the foot of every page of your other device.
refused-too-often = Too many tries. Wait a minute.
refused-link = This link has been used or has expired. The host prints a new one when it starts.
refused-unknown = This does not exist any more. Here is the page as it is now.
refused-locked = The door is locked. Ask the facilitator to open it.
refused-no-name = Type a name.
refused-seat-full = Three people have this seat already. Choose another one.
refused-no-seat = You have no seat yet.
refused-partner = A computer partner plays this seat. It gives its chair up at the next briefing.
refused-only-at-briefing = Within a team, seats change only at a briefing.
refused-held = Your team waits at the gate.
refused-gate = No team has come to this gate yet, or it is open already.
refused-present = Somebody is there.
refused-not-yours = That belongs to the other seat.
refused-stale = Something has changed since. Look again, then press again.

# The host
team-names = Aspen, Birch, Cedar, Juniper, Larch, Maple, Oak, Rowan, Spruce, Willow
team-numbered = Team { $number }
host-links = Join:     { $join }
    Code:     { $code }
    Console:  { $console }
    Wall:     { $wall }
    Room:     { $room }

    The link to the console works once.
host-ends = Ctrl+C ends the workshop; nothing is lost, and --room with this file goes on.
host-port-in-use = { $address } is in use, perhaps by another workshop; choose another port with --listen
host-cannot-listen = { $address } cannot be listened on: { $reason }
host-tls = { $certificate } and { $key } are no certificate with its private key in PEM: { $reason }
host-tls-url = Say with --public-url for which address the certificate is, such as https://workshop.example.org.
host-no-folder = This system names no folder for the data of programs; say with --room where to keep the room.
host-no-chance = This system has no random numbers.
host-goes-on = The room in this file was opened otherwise; leave out { $option }, or choose another file with --room.

# Rooms
room-folder = { $path } cannot be used: { $reason }
room-foreign = { $path } is not a room.
room-version = { $path } was kept by { $engine }, which plays by other rules. Use that version to go on with it.
room-in-use = { $path } is open in another host. Close that one first.
room-scenario-changed = The scenario { $scenario } was changed since this room was opened. Put the old file back to go on.
room-diverged = The room cannot be rebuilt: its journal breaks off at command { $at }.
room-disk-full = The disk of the host is full. The game goes on as soon as there is space; until then nothing can be signed.
room-database = The room cannot be written down: { $reason }

# What was signed in place of a lead
signed-by-clock = Time was up: the clock signed for the { $seat }: { $what }.
signed-by-stand-in = A stand-in signed for the { $seat }: { $what }.
signed-plan = plan
signed-house = house quadrant
signed-stances = { $count ->
    [one] one stance
   *[other] { $count } stances
}
signed-answers = { $count ->
    [one] one answer
   *[other] { $count } answers
}
signed-calls = { $count ->
    [one] one call of the CEO
   *[other] { $count } calls of the CEO
}
signed-prediction = prediction

# Rooms on this machine
rooms-none = No room is kept on this machine. `off-roadmap host` opens one.
rooms-line = { $code }  { $scenario }, { $teams ->
    [one] one team
   *[other] { $teams } teams
}, { $people ->
    [one] one person
   *[other] { $people } people
}; { $position }; last used { $time }
rooms-ended = ended
rooms-go-on = off-roadmap host --room { $path }

ceo-wrote = The CEO has written: { $subject }

host-about = { $scenario } · { $teams ->
    [one] one team
   *[other] { $teams } teams
} · { $minutes }
host-minutes = { $minutes } minutes for a quarter, twice as many for the first
host-no-clock = no clock
host-continues = The room goes on, and is paused: { $position }. “Go on” on the console lets the clocks run.
host-loopback = Only this machine reaches this address; leave out --listen to let devices in.
host-closed = The workshop is closed. To go on: off-roadmap host --room { $room }

signed-before = The { $seat } signed this as it was before the last change, and has to sign again.

# The debrief of a seat

# Seats, as the facilitator gives them
console-seats = Seats
seating-free = Everybody chooses
seating-assigned = I give the seats
seating-automatic = A seat for everybody at once
console-assign-all = Seat those who have none
console-let-return = Let devices come back without a code for five minutes
console-no-return = Devices come back without a code: stop
console-move = Move
console-move-to = to
console-move-now = Move
console-move-about = You can also drag a name onto a seat. Whoever moves keeps what they know. Within a team, seats change only at a briefing.
console-no-seat = no seat
console-look = See this page
console-say-now = Say
look-question = This page belongs to its seat alone. Make sure that the projector does not show this screen.
look-show = Show it for { $seconds } seconds
look-shown = You see the private page of { $page }. It closes after { $seconds } seconds.
look-back = Back to the console
lobby-assigned = The facilitator gives you a seat. This page changes by itself.
refused-facilitator-seats = Ask the facilitator for another seat.
refused-return = The facilitator does not let people return now, or this one is here already. Use your own code.

# How long a room is kept
console-data = What is kept of this room
console-data-about = Names, acts and runs stay on this machine. They are deleted 30 days after the room was last used.
console-data-kept = Names, acts and runs stay on this machine until you delete them.
console-keep = Keep them for longer
console-keep-no-longer = Delete them after 30 days
console-delete-about = Deleting takes the room and the run files of its teams from this machine, and ends the workshop. It cannot be undone. It does not reach what was exported or copied elsewhere.
console-delete-code = To delete, type the code { $code }:
console-delete = Delete everything
host-deleted = The room and the run files of its teams have been deleted. What was exported or copied elsewhere is still there.
room-expired = Room { $room } was not used for 30 days (a rehearsal: for a day); it has been deleted, with the run files of its teams.
rooms-deleted = Deleted: { $room } and { $runs ->
    [one] one run file
   *[other] { $runs } run files
}. What was exported or copied elsewhere is still there.
rooms-kept = { $room } is kept until you delete it.
rooms-is-kept = {"; kept until you delete it"}

# Programs
refused-key = This needs a key. Joining gives one; send it as a bearer token.
refused-advice = Only bots ask for advice.

# Bots
bots-no-link = This is not the link that devices open. It looks like http://192.168.1.20:7878/KQZM; the host prints it.
bots-secure = Bots speak to a host without TLS. If it is behind a proxy, run them on its machine, with the link http://127.0.0.1:PORT/CODE; a host with --tls has no such link.
bots-unreachable = No host answers at { $address }: { $reason }
bots-no-team = No team of this room has two free seats.
bots-report = { $seats } bots signed { $signatures } times in { $seconds } s.
    Answered, safe on disk:    half within { $answered } ms, 99 of 100 within { $answered-slow } ms
    On the team-mate's page:   half within { $seen } ms, 99 of 100 within { $seen-slow } ms
console-bot = (bot: { $policy })

# A workshop in the window
host-start = Host a workshop
host-start-about = Teams join with their own phones, tablets and laptops
host-start-running = Room { $code } is open
host-title = Host a workshop
host-page-about = This machine hosts; everybody else scans a code. No internet is needed, and nobody installs anything.
host-go-on = Go on with a room
host-kept = { $scenario } · { $teams ->
    [one] one team
   *[other] { $teams } teams
} · { $time }
host-scenario = Scenario
host-field-teams = Teams
host-field-minutes = Minutes for a quarter; 0 for no clock
host-first-quarter = The first quarter has twice as many minutes.
host-field-seed = Seed
host-teams-error = Type a number of teams from 1 to { $most }.
host-minutes-error = Type a number of minutes from 0 to { $most }.
host-seed-hint = random
host-seed-same = All teams meet the same customers and the same luck
host-seed-each = Each team has its own
host-pace = The gates before briefings and before closes open
pace-together-about = A gate opens when all have come to it, or time is up.
pace-hand-about = You open every gate.
pace-free-about = Nobody waits. With one seed, teams that are ahead know what comes.
host-open = Open the workshop
host-running = Workshop: { $scenario }
host-code = The code of the room is { $code }.
host-open-console = Open the console
host-addresses = No device arrives? Try another address of this machine:
host-kept-in = Everything is kept in { $room }
host-close = End the workshop
host-hint = The workshop runs on while you do something else in this window.
host-no-browser = No browser opens ({ $reason }). Type this address into one: { $link }

# A second copy of the room
room-other = { $path } is a room already; name another folder for the mirror
room-mirror-behind = The second copy of the room has been behind for { $seconds } seconds.
console-mirrored = A second copy of the room follows on the mirror. If this machine fails, another one goes on from it.
page-deleted = The facilitator has ended the workshop and deleted the room. You can close this page.
console-facilitators = Co-facilitators
console-facilitators-about = Somebody else, or a second device of yours, gets a console of its own by a link that works once. It can do everything that this one can. You can take it away at any time.
console-facilitator-name = Name
console-invite = Make a link
console-invited = The console of { $name } opens once with this link: { $link }
console-link-unused = (link not used yet)
console-revoke = Take the console away
console-taken = This console has been taken away. Ask the facilitator for another link.
room-unknown = No room { $room } is kept here. Name the path of its file.
wall-value = Company value: { $value }
own-devices = { $devices } devices have come in under your name. If one of them is not yours, ask the facilitator.

# A team that is taken back to an earlier quarter
console-more = More
console-rewind = Back to the beginning of { $quarter }
console-rewind-about = The team plays again from there. What it played so far stays a try of its own. Nobody waits for a team that plays again; its name says so everywhere, because it knows what comes.
console-undo-rewind = Undo: go on in { $quarter }
page-again = The facilitator has taken your team back to { $quarter }. This is a second try: nobody waits for you, and no clock runs.
refused-not-played = The team cannot be taken back to that quarter: it has signed nothing in it, or has seen its debrief.
refused-not-rewound = The team has signed something since it was taken back.

# A rehearsal
host-rehearsal = A rehearsal: no run is saved, and the room is deleted when the host ends, unless the console keeps it.
host-rehearsed = The rehearsal is over. Nothing of it was kept.
console-rehearsal = Rehearsal.
console-rehearsal-about = Console and wall say so, no run is saved, and the room is deleted when the workshop ends.
console-bots = Let bots play the free teams
console-data-rehearsal = This is a rehearsal: nothing of it stays on this machine when the workshop ends.
console-keep-rehearsal = Keep the room all the same
wall-rehearsal = Rehearsal
page-rehearsal = This is a rehearsal: nothing of it is kept.
rooms-rehearsal = {"; a rehearsal"}
host-field-rehearsal = A rehearsal: marked as one, with bots for the free teams; nothing of it is kept
host-real = A workshop: the teams' runs are saved

# What the wall says of the teams
console-wall = The wall shows:
console-wall-names = names of the teams
console-wall-ranks = ranking by company value
page-rehearsed = The rehearsal is over. You can close this page.

# Who needs the facilitator
console-needs = Needs you:
console-needs-call = { $who } asks for you
console-needs-away = { $who } is away
console-needs-people = nobody sits on { $who }
console-needs-seat = { $who } has no seat
