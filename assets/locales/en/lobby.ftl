# The pages outside a game: when something happened, seeds, the games that can go on, and games that are not saved.

when-today = today { $time }
when-yesterday = yesterday { $time }
when-day = { $month ->
    [1] { $day } January { $year }
    [2] { $day } February { $year }
    [3] { $day } March { $year }
    [4] { $day } April { $year }
    [5] { $day } May { $year }
    [6] { $day } June { $year }
    [7] { $day } July { $year }
    [8] { $day } August { $year }
    [9] { $day } September { $year }
    [10] { $day } October { $year }
    [11] { $day } November { $year }
   *[other] { $day } December { $year }
}

# Seeds
seed-of = Seed { $seed }
seed-of-day = Seed { $seed } ({ $date })
seed-drawn = { $seed } (random)
seed-about-drawn = You play with seed { $seed }, drawn at random. Type a number to choose your own.
seed-about-day = Seed { $seed } is the one of { $date }. Everybody who takes it gets the same game.
seed-about-own = You play with seed { $seed }.
game-played = { $team } · { $scenario } · { $seed }
