# What is wrong with a scenario file, and what to do. These are the insides of sentences and end without a full stop.
# What stands in backticks or straight quotes is written so in the file.

finding-error = error
finding-warning = warning
finding-help = help
finding-note = note
finding-here = here

# Why a scenario is not loaded.
load-unknown = there is no scenario "{ $wanted }": { $hint }
load-close = did you mean "{ $name }"? The shelf has { $names }
load-known = the shelf has { $names }; a path to a file works too
load-unreadable = { $file } cannot be read: { $reason }
load-folder = it is a folder
load-no-file = there is no such file
load-base = { $file } is a base for other scenarios: it has neither an `id` nor a `meta`
load-texts = { $file } holds the texts of "{ $title }" in another language: give the file of the scenario
load-faulty = { $file } cannot be played: { $count ->
    [one] 1 error
   *[other] { $count } errors
}

# Kinds of values: what is expected, and what is found.
finding-expected = expected { $expected }, found { $found }
kind-the-number = the number { $written }
kind-the-text = the text "{ $written }"
kind-the-name = the name `{ $written }`
kind-list = a list
kind-map = a map
kind-fields = a group of named fields
kind-group = a group of { $count ->
    [one] 1 value
   *[other] { $count } values
}
kind-whole = a whole number
kind-number = a number
kind-text = a text
kind-bool = `true` or `false`
kind-name = a name
kind-rule-name = the name of a rule
kind-file-name = a file name
hint-whole-number = write a number like 12 or 1_000_000
hint-whole-number-bare = write a number like 12 or 1_000_000, without quotes
hint-number = write a number like 12 or 0.25
hint-number-bare = write a number like 12 or 0.25, without quotes
hint-no-decimals = round it to a whole number
hint-whole-amount = write amounts in full: { $millions } for { $found } million
hint-text = write it in double quotes: "…"
hint-name-in-quotes = write the name in double quotes
hint-bool = write one of the two, without quotes
hint-list = write [a, b]
hint-list-around = write `[…]` around it
hint-list-around-all = write `[…]` around all of them
hint-fields = write (name: value, …)
hint-group = write ({ $count ->
    [2] value, value
    [3] value, value, value
   *[other] value, …, value
})
hint-name-optional = the name before the bracket may be left out

# The file, before anything of it is understood.
finding-unreadable-file = the file cannot be read: { $reason }
finding-too-big = { $bytes } bytes are too many for a scenario
finding-unreadable-folder = this folder cannot be read: { $reason }
finding-misnamed = something was added to the end of the name of this file
finding-no-file = this is no ordinary file
finding-run = this is a run, not a scenario
hint-run = look at it with `off-roadmap replay` or `off-roadmap compare`
hint-rename = rename it to { $name }
hint-permission = give yourself the right to read it
hint-right-file = is this the right file?
finding-no-text = this is not UTF-8 text
finding-windows = this is not UTF-8 text: in the encoding of older Windows programs, `{ $letter }` stands here
finding-garbled = `{ $found }` was probably `{ $meant }`
hint-garbled = some program took the UTF-8 text of this file for something else and saved it again: write the letters anew
finding-utf16 = this is UTF-16 text
hint-utf8 = save it as UTF-8 text
finding-office = this is a word processor document, a spreadsheet or an archive, not plain text
finding-picture = this is a picture
finding-packed = this is a packed file
hint-plain-text = write scenarios with a text editor and save them as plain text (UTF-8)
finding-web-page = this is a web page, not a scenario
hint-plain-file = download the file itself, not the page that shows it
finding-empty-file = there is nothing in this file
finding-no-brackets = a scenario stands in round brackets

# The syntax.
finding-comment-open = this comment is never closed
hint-close-comment = end it with `*/`
finding-text-open = this text is never closed
hint-close-text = end it with `"`
finding-inner-quote = this quote ends the text too early
hint-inner-quote = write a quote inside a text as `\"`, or use `“` and `”`
finding-bare-text = a text stands in straight double quotes
finding-control = the control character { $code } may not stand in a text
finding-invisible = an invisible character ({ $code }) stands here
hint-remove-letter = delete it
finding-look-alike = the `{ $letter }` ({ $code }) in `{ $found }` only looks like a letter of the Latin alphabet
hint-retype = type it again: `{ $name }`
finding-comment-sign = a comment does not begin with `{ $sign }`
hint-comment = begin it with `//`
finding-conflict = `{ $mark }` marks lines that two people changed
hint-conflict = keep one of the two versions, and remove the marks
finding-comparison = a condition is not written with a sign
finding-text-unreadable = this text cannot be read
hint-backslash = a backslash in a text is written `\\`, a quote `\"`
finding-not-a-number = `{ $found }` is not a number
hint-numbers = write a number like 12, 1_000_000 or -0.25; a share of 5 % is 0.05
hint-either-number = write `{ $thousands }` or `{ $decimal }`, whichever you mean
hint-unit = write the number alone, without `{ $unit }`
hint-span = write one number, or `{ $form }` where a range belongs
finding-enable = no `#![enable(…)]` is needed here
hint-remove-line = remove the line
finding-after-the-end = the scenario already ended
hint-one-scenario = one file holds one scenario: is there a bracket too many before this place?
finding-file-ends = the file ends where a value is expected
finding-value-missing = a value is missing here
hint-add-value = add the value
finding-other-quote = a text stands in straight double quotes
finding-no-value = `{ $found }` does not start a value
hint-values = a value is a number, a "text", true, false, a name, [a list] or (a group)
finding-too-deep = this is nested too deeply
hint-fewer-levels = a scenario needs far fewer levels of brackets
finding-name-missing = a field name is expected here
finding-colon-missing = a `:` is missing here
hint-name-and-value = write `name: value`
finding-bracket-open = this `{ $open }` is never closed
hint-close-bracket = add the `{ $close }`
finding-other-bracket = `{ $found }` does not close the `{ $open }` that is open
hint-close-with = write `{ $close }`
finding-closed-otherwise = this `{ $open }` is closed by a `{ $found }` in line { $line }
finding-bracket-surplus = this `{ $found }` closes nothing
hint-remove-bracket = remove it
finding-bracket-missing = a `{ $open }` is missing before this field
hint-open-bracket = begin each element of the list with a bracket of its own
finding-item-colon = the value stands in brackets here, not behind a colon
finding-mixed-group = this group has values with a name and values without
finding-list-missing = this is the first of several values
hint-name-all = give each value its name: (name: value, …)
finding-curly = named fields stand in round brackets
finding-quoted-field = the name of a field stands without quotes
finding-comma-twice = there is a comma too many here
hint-remove-comma = remove it
finding-no-comma = `{ $found }` is not a comma
finding-comma-missing = a `,` or `{ $close }` is missing here
hint-one-number = write a large number without gaps: 6000000 or 6_000_000
hint-commas = values and fields are separated by commas

# Fields and choices.
finding-field-twice = `{ $field }` is here twice
hint-keep-one = keep one of them
finding-no-field = there is no field `{ $field }` here
hint-fields-here = the fields here are { $names }
finding-field-missing = the field `{ $field }` is missing here
hint-add-field = add `{ $field }: …`
finding-main-field-missing = the field `{ $field }` is missing
finding-own-field-missing = the field `{ $field }` is missing; it is never taken from another file
hint-add-main-field = add `{ $field }: …` to the file
finding-no-variant = there is no `{ $found }` here
hint-one-of = write one of { $names }, without quotes
hint-without-quotes = write `{ $name }` without quotes
finding-other-form = `{ $name }` has another form
hint-write = write `{ $form }`
hint-write-values = write `{ $name }({ $count ->
    [1] value
    [2] value, value
   *[other] value, …, value
})`
hint-did-you-mean = did you mean `{ $name }`?
hint-did-you-mean-text = did you mean "{ $name }"?
finding-unreadable-value = this cannot be read: { $reason }
hint-compare = compare it with a shipped scenario

# The head of a file and the file that it extends.
finding-no-scenario = a scenario is a group of named fields, this is { $found }
hint-scenario = write (format: 1, id: "…", …)
hint-no-json = a scenario stands in round brackets, with the names of its fields without quotes: (format: 1, id: "…", …). A translation has its language in its name: mine.de.ron
finding-no-format = the field `format` is missing: the version of the file format
hint-add-format = add `format: { $newest },` as the first field
finding-newer-format = this file has format { $found }, this version of the game reads up to format { $newest }
hint-newer-game = play it with a newer version of the game
finding-no-version = { $found } is not a format version
hint-extends = write `extends: "base.ron"`
finding-no-base = there is no file "{ $file }" to extend
finding-base-unreadable = "{ $file }": { $reason }
hint-base = name a file beside this one, or a built-in scenario
finding-circle = the files extend each other in a circle: "{ $file }" comes back to this one
hint-remove-extends = remove one `extends`
finding-long-chain = more than { $most } files extend each other
hint-common-parts = put the common parts into one file
finding-id-taken = the id "{ $id }" belongs to { $file } already
finding-id-built-in = the id "{ $id }" is that of a scenario of the game: among the scenarios this file takes its place
hint-own-scenario-id = give each scenario its own id

# Files of texts in another language.
hint-texts = write it as { "{" } "place": "text", … { "}" }
finding-untranslated = { $count ->
    [one] one sentence is not translated, at "{ $place }"
   *[other] { $count } sentences are not translated, the first at "{ $place }"
}
hint-untranslated = add a text at its place; until then it is shown in the language of the scenario
finding-no-text-at = the scenario has no text at "{ $place }"
hint-text-places = name fields as in the scenario, elements of lists by id or number
finding-place-twice = "{ $place }" is here twice, and only the last one counts
hint-place-once = keep one of them
finding-blank-translation = the text at "{ $place }" is blank
finding-no-scenario-beside = { $file } is not there, or cannot be played
hint-texts-beside = put the texts beside a scenario that passes its check

# Numbers.
finding-too-large = { $found } is far too large
hint-smaller = choose a smaller number
finding-too-small = { $found } is too small
hint-from-on = choose a number from { $min } on
finding-out-of-range = `{ $name }` is { $found }, but it goes from { $min } to { $max }
finding-beyond-range = { $found } is out of range: `{ $name }` goes from { $min } to { $max }
hint-share = a share: write { $share } for { $percent } %
hint-choose-number = choose a number from { $min } to { $max }
hint-choose-whole = choose a whole number from { $min } to { $max }
hint-choose-or-default = choose a number from { $min } to { $max }; the default is { $default }
finding-sum = `{ $field }` of all segments sums to { $sum } ({ $shares }), not to 1
hint-sum = change the shares so that they sum to 1
finding-customers = the ARR makes { $found } customers of this size, and the game works with { $min } to { $max }
hint-customers = change `customer_size` or `arr`

# Texts, ids and lists.
finding-blank = `{ $field }` is blank
hint-write-text = write the text
finding-no-id = "{ $found }" is not an id
hint-id = an id has small letters a to z, digits and hyphens, like "scale-up"
finding-id-hyphen = the id "{ $id }" begins with a hyphen, so a command would take it for an option
hint-id-hyphen = begin the id with a letter or a digit
finding-id-twice = the id "{ $id }" is used twice in `{ $list }`
hint-own-id = give each its own id
finding-unknown = { $what ->
    [policy] there is no policy
    [segment] there is no segment
   *[theme] there is no theme
} "{ $id }"
hint-known = the scenario has { $names }
hint-none-yet = { $what ->
    [policy] the scenario has no policy yet
    [segment] the scenario has no segment yet
   *[theme] the scenario has no theme yet
}
finding-too-few = { $what ->
    [names] too few names
    [predictions] too few predictions
    [prompts] too few pairs of prompts
    [segments] too few segments
    [specials] too few specials
    [templates] too few templates
   *[themes] too few themes
}: { $found }, at least { $least } are needed
hint-add-some = add { $count }
finding-too-many = { $found } entries, the game takes at most { $most }
hint-remove-some = remove { $count }

# Rules.
finding-many-rules = { $found } rules, the game has only { $most }
hint-rules-once = set each rule once
hint-rules = write { "{" } "name": (value: …, source: "…", trust: …), … { "}" }
finding-rule-twice = the rule `{ $name }` is set twice
hint-keep-one-of-two = keep one of the two
finding-no-rule = there is no rule "{ $name }"
hint-rule-names = the names and what they do are in scenarios/REFERENCE.md

# Cards, briefings, gates, predictions.
finding-enters = the last quarter to enter ({ $last }) is before the first ({ $first })
hint-enters = write (first, last)
finding-cycle = the shortest sales cycle ({ $shortest }) is longer than the longest ({ $longest })
hint-cycle = write (shortest, longest)
finding-quarter-not-played = quarter { $quarter } is not played
hint-count-from-one = count from 1
hint-quarters = the game has quarters 1 to { $last }
finding-two-briefings = quarter { $quarter } has two briefings
hint-one-briefing = put both texts into one briefing
finding-no-briefing = quarter 1 has no briefing
hint-add-briefing = add one: the leads read it before their first plan
finding-gate-before-start = no quarter closes before quarter 1
hint-one-or-more = write 1 or more
finding-not-predictable = `{ $name }` cannot be predicted: the leads do not both see it every quarter
hint-predictable = use one of { $names }

# What can be played but is probably not meant.
finding-idle-theme = nobody asks for the theme "{ $id }"
hint-idle-theme = use it in a special or a template, or remove it
finding-never-enters = this card can never appear: what enters in quarter { $quarter } or later is decided after the game
hint-enter-earlier = let it enter earlier, or remove it
finding-small-deck = { $cards ->
    [one] 1 card
   *[other] { $cards } cards
} for { $wanted } named prospects: the deck runs out before the game ends
hint-small-deck = write more cards, or lower `named_per_quarter`
finding-few-hidden = { $cards ->
    [one] 1 card
   *[other] { $cards } cards
} with `hidden_profile: true`, one for each of the { $quarters } quarters is meant
hint-few-hidden = let more cards need both private notes to be judged right
finding-tiny = { $amount } is next to nothing beside an ARR of { $arr }
hint-whole-dollars = write amounts in dollars, not in thousands
finding-thousands = `{ $written }` is read as { $read }: a point separates decimals, never thousands
finding-few-names = { $pairs } pairs of names for about { $wanted } customers and prospects: some will have the same name
hint-few-names = add words to `first` or `second`
finding-late-gate = nobody reaches this gate: the game ends with quarter { $last }
hint-or-less = write { $last } or less
finding-closed-gate = nobody reaches this gate: { $reason }
finding-never-happens = this never happens: { $reason }
bound-too-high = `{ $name }` of { $bound } is far beyond the start
bound-too-low = `{ $name }` does not fall below { $bound }
hint-lower-bound = lower the bound
hint-raise-bound = raise the bound
finding-better-fit = the first segment is the ideal customer, but "{ $id }" has a better fit
hint-best-first = put the segment with the best fit first
