# Words of the command line.

replay-holds = Every quarter holds: { $team }, { $scenario }, seed { $seed }, { $quarters ->
    [one] one quarter
   *[other] { $quarters } quarters
} played.
replay-ended = The run ended with a company value of { $value }.
replay-open = The run is in { $quarter }, phase { $phase }.
team-too-long = The name of a team has at most { $most } letters; this one has { $count }.
terminal-instead = The game continues in the terminal.
texts-broken = The translation { $path } cannot be used, so the scenario is told in its own language; `off-roadmap check` says why.
no-window-built = This build has no window.
rename-done = { $file } is now the run of { $team }, led by { $product } (product) and { $sales } (sales).
output-taken = { $path } is not an earlier output of this command; choose another file, or replace it with --force
output-folder = { $path } is a folder; name a file in it
output-ron = { $path } has the extension of a scenario or a run; choose another extension, or use --force
output-cannot = { $path } cannot be written: { $reason }
export-folder = { $path } is not empty; name a new folder
export-unknown = There is no run, no folder and no room { $what }; `off-roadmap rooms` lists the rooms on this machine
export-same-sign = The separator and the decimal sign cannot both be { $sign }; choose another --separator or --decimal
export-done = { $folder } has { $runs ->
    [one] one run
   *[other] { $runs } runs
} in { $tables } tables; dictionary.csv says what their columns mean.
export-acts = It also has the run files and { $acts ->
    [one] one entry
   *[other] { $acts } entries
} of what was done in the room, without names.
