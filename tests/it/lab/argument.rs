//! What can be said of several runs beyond their numbers: luck, and which of their differences mattered.

use off_roadmap::lab::{Argument, Finished, Spread, Stats};
use off_roadmap::policy::Altered;
use off_roadmap::run::{Session, Team};
use off_roadmap::sim::Response;

use super::{by, played};

fn argument(sessions: &[&Session]) -> Argument {
    let finished = sessions.iter().map(|session| Finished { run: session.run(), game: session.game() });
    Argument::of(&finished.collect::<Vec<_>>())
}

#[test]
fn one_card_answered_differently_is_named_with_what_the_other_answer_was_worth_to_each() {
    let builds = Altered {
        answers: Some(|sight, request, answers| match sight.quarter() == 2 && request.prospect.arr > 200_000.0 {
            true => vec![Response::BuildAsAsked],
            false => answers,
        }),
        ..Altered::of(by("decline-all"))
    };
    let (declines, builds) = (played(by("decline-all"), 7), played(&builds, 7));
    let found = argument(&[&declines, &builds]);
    assert_eq!(found.same_deck, [0, 1]);
    let first = &found.contrasts[0];
    let [one, other] = &first.sides[..] else { panic!("{first:?}") };
    assert_ne!(one.team, other.team);
    assert_eq!((one.gave, one.other), (other.other, other.gave));
    let (one, other) = (one.gain.difference.mean(), other.gain.difference.mean());
    assert!(one * other < 0.0, "what is better for one is worse for the other: {one} {other}");
}

#[test]
fn a_run_of_another_deck_or_one_that_goes_on_is_left_out_of_the_argument() {
    let (one, other, away) = (played(by("quadrant"), 3), played(by("bridge"), 3), played(by("bridge"), 4));
    let begun = Session::new(one.game().scenario().clone(), 3, Team::named("Red", one.game().scenario()), None);
    let found = argument(&[&away, &one, &begun, &other]);
    assert_eq!(found.same_deck, [1, 3]);
    assert_eq!(found.spreads.len(), 2);
    assert!(found.contrasts.iter().flat_map(|it| &it.sides).all(|side| [1, 3].contains(&side.team)));
    assert_eq!(argument(&[]), Argument::default());
}

#[test]
fn a_result_is_about_the_mean_of_the_same_decisions_on_other_dice() {
    for id in ["quadrant", "accept-all"] {
        let above = |seed| {
            let session = played(by(id), seed);
            Spread::of(session.run(), session.game(), 24).above_mean()
        };
        let above: Stats = (0..24).map(above).collect();
        assert!(above.mean().abs() < 3.0 * above.error(), "{id}: {above:?}");
    }
}

#[test]
fn the_same_dice_for_two_teams_that_play_alike_give_the_same_results() {
    let (one, other) = (played(by("quadrant"), 5), played(by("quadrant"), 5));
    let found = argument(&[&one, &other]);
    assert_eq!(found.spreads[0], found.spreads[1]);
    assert!(found.contrasts.is_empty() && !found.spreads[0].clearly_before(&found.spreads[1]));
}
