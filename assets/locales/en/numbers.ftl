# Signs and units of numbers. A no-break space keeps a number and its unit on one line.

number-decimal = .
unit-dollars = ${ $number }
unit-thousand = { $number }k
unit-million = { $number }M
unit-percent = { $number }{"\u00A0"}%
unit-points = { $number }{"\u00A0"}pt
unit-weeks = { $number }{"\u00A0"}wk
quarter-name = Q{ $number } { $year }
quarter-number = Q{ $number }
quarter-after = +{ $number }
