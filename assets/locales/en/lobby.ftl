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
seed-about-day = Seed { $seed } is the seed for { $date }. Everybody who uses it gets the same game.
seed-about-own = You play with seed { $seed }.
game-played = { $team } · { $scenario } · { $seed }

# The games that can go on
open-all = { $count ->
    [one] One unfinished game
   *[other] All { $count } unfinished games
}
open-title = Unfinished games
open-hint = Choose a game to continue
open-none = Every game is finished.
open-unsaved = not saved
list-more = { $count ->
    [one] Show one older run
   *[other] Show { $count } older runs
}

# What is not saved or not signed, on the way out
unsaved-title = Not saved yet
unsaved-draft-title = Not signed yet
unsaved-done-title = Everything is saved
unsaved-game = { $team } ({ $scenario }, { $quarter }) is not saved: { $problem }.
unsaved-nowhere = this computer has no folder for saved games
unsaved-draft = { $team } ({ $scenario }, { $quarter }): some choices are not signed. They are lost when the window closes.
unsaved-about-leave = You can save the game somewhere else. Or leave it as it is: “Continue” on the title screen picks it up again until the window closes.
unsaved-about-close = You can save it somewhere else before the window closes. Anything not saved by then is lost.
unsaved-again = Try again
unsaved-elsewhere = Save it in another folder
folder-documents = Documents
folder-home = Home folder
folder-temp = Temporary files
unsaved-folder = Any other folder
unsaved-folder-hint = Type its path
unsaved-folder-first = Type a folder first.
unsaved-save-there = Save there
unsaved-saved = Saved in { $path }. The game continues from there, and “Continue” finds it.
unsaved-saved-now = It is saved now.
unsaved-still = It still cannot be saved.
unsaved-back = Back
unsaved-leave = Quit to title
unsaved-leave-anyway = Leave without saving
unsaved-close = Close the window
unsaved-close-anyway = Close anyway
