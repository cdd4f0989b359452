//! A scripted game that visits every screen of the window, for pictures and for tests.

use super::director::{Body, ComparePart, DebriefStep};
use super::headless::Headless;
use super::pictures::Stage;
use super::screens::Directing;

/// A tour that takes more presses than this is stuck.
const PATIENCE: usize = 2000;
/// The scenario that is played.
pub const SCENARIO: &str = "scale-up";
/// The seed that it is played with.
pub const SEED: u64 = 7;

/// Something that holds the app and can be taken on the tour.
pub trait Touring {
    /// The app.
    fn app(&mut self) -> &mut Headless;
}

impl Touring for Stage {
    fn app(&mut self) -> &mut Headless {
        Self::app(self)
    }
}

impl Touring for Headless {
    fn app(&mut self) -> &mut Headless {
        self
    }
}

/// Plays a whole game by its buttons, from the title to the last part of the debrief. Calls `visit` with the name of
/// every kind of screen in the first quarter, in the middle of the game, and at its end.
///
/// # Errors
/// If a button is missing or blocked, or if `visit` returns an error.
pub fn play<T: Touring>(tour: &mut T, mut visit: impl FnMut(&mut T, &str) -> Result<(), String>) -> Result<(), String> {
    visit(tour, "title")?;
    tour.app().press("settings")?;
    visit(tour, "settings")?;
    tour.app().press("back")?;
    tour.app().press("help")?;
    visit(tour, "help")?;
    tour.app().press("shut")?;
    tour.app().press("new-game")?;
    visit(tour, "shelf")?;
    tour.app().press(&format!("scenario-{SCENARIO}"))?;
    tour.app().type_text("team", "Juniper")?;
    tour.app().type_text("seed", &SEED.to_string())?;
    visit(tour, "setup")?;
    tour.app().press("start")?;
    let mut seen: Vec<String> = Vec::new();
    let mut asked = false;
    for _ in 0..PATIENCE {
        let Some(stop) = stop(tour.app()) else { return Err("the game is gone from the window".into()) };
        if !seen.contains(&stop.name) && stop.worth_a_visit {
            prepare(tour.app(), &stop.screen)?;
            visit(tour, &stop.name)?;
            if stop.name.ends_with("-review") {
                sheets(tour, &stop.name, &mut visit)?;
            }
            if stop.screen == DebriefStep::Next.key() {
                compare(tour, &mut visit)?;
            }
            seen.push(stop.name.clone());
        }
        if stop.screen == DebriefStep::Next.key() {
            return Ok(());
        }
        if stop.screen == "table" && !asked && usable(tour.app(), "ceo") {
            asked = true;
            ask_ceo(tour, &stop.name, &mut visit)?;
            continue;
        }
        go_on(tour.app(), &stop.screen)?;
    }
    Err("the game did not come to its end".into())
}

/// Asks the CEO about the card on the table, and reads the letter.
fn ask_ceo<T: Touring>(
    tour: &mut T,
    page: &str,
    visit: &mut impl FnMut(&mut T, &str) -> Result<(), String>,
) -> Result<(), String> {
    tour.app().press("ceo")?;
    visit(tour, &format!("{page}-ask-ceo"))?;
    tour.app().press("ask-ceo")?;
    visit(tour, &format!("{page}-letter"))?;
    tour.app().press("shut")
}

/// Opens what can lie over a page: the product with its debt, and the explanation of a number.
fn sheets<T: Touring>(
    tour: &mut T,
    page: &str,
    visit: &mut impl FnMut(&mut T, &str) -> Result<(), String>,
) -> Result<(), String> {
    tour.app().press("map")?;
    visit(tour, &format!("{page}-map"))?;
    tour.app().press("shut")?;
    tour.app().press("measure-coherence")?;
    visit(tour, &format!("{page}-explained"))?;
    // A word in the explanation, and something that moved the number; each opens on a plate beside it.
    for leads in ["term-special", "part-0-0"] {
        if tour.app().buttons().iter().any(|(name, _)| name == leads) {
            tour.app().press(leads)?;
            visit(tour, &format!("{page}-explained-{leads}"))?;
            tour.app().press("unpin")?;
        }
    }
    tour.app().press("unpin")
}

/// Opens the comparison of the saved runs, visits its parts, and goes back.
fn compare<T: Touring>(tour: &mut T, visit: &mut impl FnMut(&mut T, &str) -> Result<(), String>) -> Result<(), String> {
    tour.app().press("compare")?;
    visit(tour, "compare")?;
    for part in ComparePart::ALL {
        if tour.app().buttons().iter().any(|(name, _)| name == part.key()) {
            tour.app().press(part.key())?;
            visit(tour, part.key())?;
        }
    }
    tour.app().press("back")
}

/// A screen that the tour has reached.
struct Stop {
    screen: String,
    name: String,
    worth_a_visit: bool,
}

fn stop(app: &mut Headless) -> Option<Stop> {
    let director = &app.world().resource::<Directing>().0;
    let quarter = director.session()?.game().state().quarter.0;
    let body = director.frame().body;
    let screen = match &body {
        Body::Title(_) | Body::Shelf(_) | Body::Setup(_) | Body::Settings(_) | Body::Compare(_) => return None,
        Body::Briefing(briefing) => format!("briefing-{:?}", briefing.seat).to_lowercase(),
        Body::Stance(seat, ..) => format!("stance-{seat:?}").to_lowercase(),
        Body::Close(_, step) => format!("close-{}", step + 1),
        Body::Debrief(_, _, step) => step.key().to_owned(),
        other => other.name().to_owned(),
    };
    let ending = screen.starts_with("echo") || screen.starts_with("debrief");
    let name = if ending { screen.clone() } else { format!("q{quarter}-{screen}") };
    Some(Stop { screen, name, worth_a_visit: ending || quarter == 1 || quarter == 5 })
}

/// Puts a screen into a state with something chosen on it.
fn prepare(app: &mut Headless, screen: &str) -> Result<(), String> {
    match screen {
        "product-desk" => {
            app.set_value("share-specials", 30)?;
            in_order(app, "move-").first().map_or(Ok(()), |name| app.press(name))
        }
        "sales-desk" => {
            // Of the kinds of moves the last: one that opens moves what is below it.
            let wanted: [(&str, fn(Vec<String>) -> Option<String>); 3] = [
                ("push-", |all| all.into_iter().next()),
                ("kind-", |all| all.into_iter().next_back()),
                ("move-", |all| all.into_iter().next()),
            ];
            for (prefix, one) in wanted {
                if let Some(name) = one(in_order(app, prefix)) {
                    app.press(&name)?;
                }
            }
            Ok(())
        }
        "predict" => foresee(app),
        _ => Ok(()),
    }
}

/// Sets both ends of a prediction to the usual range.
///
/// # Errors
/// If no prediction is open, or if an end cannot be set to that value.
pub fn foresee(app: &mut Headless) -> Result<(), String> {
    let Body::Predict(_, predict, _) = app.world().resource::<Directing>().0.frame().body else {
        return Err("no prediction is open".to_owned());
    };
    let steps = |value: f64| libm::round(value / predict.step) as i32;
    app.set_value("predict-low", steps(predict.usual.low))?;
    app.set_value("predict-high", steps(predict.usual.high))
}

/// Whether there is a button with this name that can be used.
fn usable(app: &mut Headless, name: &str) -> bool {
    app.buttons().iter().any(|(button, usable)| button == name && *usable)
}

/// The buttons that can be used and whose names start with the prefix, from the top of the page.
fn in_order(app: &mut Headless, prefix: &str) -> Vec<String> {
    let boxes = app.boxes();
    let buttons = app.buttons().into_iter().filter(|(name, usable)| *usable && name.starts_with(prefix));
    let mut found: Vec<String> = buttons.map(|(name, _)| name).collect();
    let place = |name: &String| boxes.get(name).map(|place| (place.min.y as i32, place.min.x as i32));
    found.sort_by_key(place);
    found
}

/// Presses what leads to the next screen. Product prefers smaller answers, Sales larger ones.
fn go_on(app: &mut Headless, screen: &str) -> Result<(), String> {
    match screen {
        "hand-over" => app.press("take"),
        "briefing-product" | "briefing-sales" | "review" => app.press("read"),
        "stance-product" => choose(app, &["respond-6", "respond-1"]).and_then(|()| app.press("sign")),
        "stance-sales" => choose(app, &["respond-0"]).and_then(|()| app.press("sign")),
        "predict" => foresee(app).and_then(|()| app.press("sign")),
        "product-desk" | "sales-desk" => app.press("sign"),
        "house" => sign_next(app),
        "table" => choose(app, &["respond-7", "respond-3", "respond-1", "respond-4"]).and_then(|()| both_sign(app)),
        _ => app.press("next"),
    }
}

fn choose(app: &mut Headless, wanted: &[&str]) -> Result<(), String> {
    let buttons = app.buttons();
    let usable = |name: &&&str| buttons.iter().any(|(button, usable)| button == **name && *usable);
    match wanted.iter().find(usable) {
        Some(name) => app.press(name),
        None => Ok(()),
    }
}

/// Presses the next signature. A signature that gives something up needs two presses, so this may be called twice.
fn sign_next(app: &mut Headless) -> Result<(), String> {
    let foot = app.world().resource::<Directing>().0.frame().foot;
    foot.right.last().map_or(Ok(()), |next| app.press(next.name))
}

fn both_sign(app: &mut Headless) -> Result<(), String> {
    app.press("sign-product")?;
    app.press("sign-sales")
}
