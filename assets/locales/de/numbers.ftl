# Zeichen und Einheiten von Zahlen. Ein geschütztes Leerzeichen hält Zahl und Einheit in einer Zeile.

number-decimal = ,
unit-dollars = { $number }{"\u00A0"}$
unit-thousand = { $number }{"\u00A0"}Tsd.
unit-million = { $number }{"\u00A0"}Mio.
unit-percent = { $number }{"\u00A0"}%
unit-points = { $number }{"\u00A0"}Pkt.
unit-weeks = { $number }{"\u00A0"}Wo.
quarter-name = Q{ $number } { $year }
quarter-number = Q{ $number }
quarter-after = +{ $number }
