# What is wrong with a saved run. These are the insides of sentences and end without a full stop.

run-at = { $file }: { $reason }
run-cannot-be-read = { $file } cannot be read: { $reason }
run-cannot-be-saved = { $file } cannot be saved: { $reason }
run-unsaved = { $problem }. The game continues, and the next signature tries again.
run-careless = The run is saved, but the drive of { $file } cannot guarantee to keep it whole if the power fails. Keep a copy on this computer.
run-moved = { $file } holds something that this run did not write; the run is saved to { $to } instead.
run-scenario-gone = it was played with the scenario `{ $id }`, which is not here. Put its file beside the run, or in a folder named scenarios there
run-scenario-gone-file = it was played with the scenario `{ $id }`, and its file { $file } is not here. Put the file beside the run, or in a folder named scenarios there
run-scenario-gone-titled = it was played with the scenario “{ $title }” (`{ $id }`), and its file { $file } is not here. Put the file beside the run, or in a folder named scenarios there
run-scenario-faulty = its scenario cannot be played any more: { $reason }
run-place = quarter { $quarter }, command { $number } ({ $what })
run-place-line = quarter { $quarter }, command { $number } ({ $what }, line { $line })
disk-not-found = no such file or directory
disk-taken = something else is in its place
disk-not-allowed = permission denied
disk-full = no space is left on the disk
disk-read-only = the disk is read-only
disk-folder = is a directory
disk-no-folder = not a directory
broken-empty = the file is empty
broken-foreign = this is not a run file of Off-Roadmap
broken-packed = it is packed; unpack it first
broken-preceded = the run begins only in line { $line }; remove what stands before it
broken-unreadable = it cannot be read: { $reason }
broken-misnamed = the name of a run ends in .run.ron; rename it to { $name }
broken-cut-off = the run file is cut off after line { $line }, its end is missing
broken-syntax = line { $line }, column { $column }: the run file cannot be read here ({ $reason })
broken-format = the run file has format { $found }, this program reads format { $own }; use the program that wrote it
broken-rules = the run was played with version { $found } of the rules ({ $engine }), this program has version { $own }; it would end differently here, so it is left as it is
mismatch-scenario = the run belongs to the scenario `{ $run }`, not to `{ $given }`
mismatch-changed = the scenario `{ $scenario }` has changed since this run was played, so the run cannot be replayed with it
mismatch-start = the run does not hold from the start: the seed, or the hash of the start, was changed
mismatch-refused = { $place }: it cannot be done there ({ $reason })
mismatch-order = quarter { $logged }: its commands belong to quarter { $played }
mismatch-command = { $place }: it leads to a different state than the file says; the command, or its mark, was changed
mismatch-state = quarter { $quarter }: its commands lead to a different state than the file says; the hash of the quarter was changed
mismatch-seal = every quarter holds, but the seal does not: the head of the file (engine, team), its end, or the seal was changed by hand

# Who took a chair over in the middle of a run
chair-computer = From { $quarter } on the computer plays the { $seat } (“{ $persona }”).
chair-person = From { $quarter } on a person plays the { $seat } again.

# A team that the facilitator took back to an earlier quarter
team-again = { $team } (again from { $quarter })
replay-again = From { $quarter } on it was played again: the team had been taken back and knew what would come.
