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
