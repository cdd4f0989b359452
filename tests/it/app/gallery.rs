//! The gallery: every widget on one screen, to look at and to test. Not part of the game.

use bevy::prelude::*;
use off_roadmap::app::theme::{Icon, Tone, space};
use off_roadmap::app::widgets::{
    Area, Button, MeterPart, RangeBar, Shortcut, Slider, Span, TextField, TextKind, Tile, Ui, panel, screen_root,
};

/// The most letters in a team's name here, and what a field says about letters that no font has.
pub const LONGEST: usize = 20;
pub const UNREADABLE: &str = "No font has some of these letters.";
pub const FULL: &str = "A name has at most twenty letters.";

/// The messages that the gallery can receive.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Intent {
    Pick(usize),
    Weeks(i32),
    Team(String),
    Named(String),
    Motion,
    Sign,
    Undo,
}

/// What the gallery shows.
#[derive(Resource, Clone, Debug)]
pub struct Gallery {
    pub picked: usize,
    pub weeks: i32,
    pub team: String,
    pub motion: bool,
    pub signed: usize,
}

impl Default for Gallery {
    fn default() -> Self {
        Self { picked: 1, weeks: 48, team: String::new(), motion: true, signed: 0 }
    }
}

#[derive(Component)]
struct Body;

#[derive(Component)]
struct Foot;

/// The gallery as an app of its own.
pub fn plugin(app: &mut App) {
    app.init_resource::<Gallery>()
        .add_message::<Intent>()
        .add_systems(Startup, open)
        .add_systems(Update, (obey, panel::<Body, Gallery>(body), panel::<Foot, Gallery>(foot)).chain());
}

fn obey(mut intents: MessageReader<Intent>, mut gallery: ResMut<Gallery>) {
    for intent in intents.read() {
        match intent.clone() {
            Intent::Pick(index) => gallery.picked = index,
            Intent::Weeks(weeks) => gallery.weeks = weeks,
            Intent::Team(team) => gallery.team = team,
            Intent::Named(team) => gallery.team = format!("{team}!"),
            Intent::Motion => gallery.motion = !gallery.motion,
            Intent::Sign => gallery.signed += 1,
            Intent::Undo => gallery.signed = 0,
        }
    }
}

fn open(mut commands: Commands) {
    screen_root(&mut commands, "gallery", |ui| {
        ui.top_bar(wall);
        ui.owner_rule(Tone::Product);
        ui.panel(Area::row(0.0).align_stretch().grow(1.0), Body);
        ui.panel(Area::column(0.0), Foot);
    });
}

fn wall(ui: &mut Ui) {
    ui.area(Area::column(2.0).width(210.0), |ui| {
        ui.subheading("Fieldnote Systems");
        ui.caption("Team Juniper · Q5 2027 of 8");
    });
    let numbers = [
        ("Cash", "$4.1M", "−$0.6M", Tone::Debt, [6.0, 5.5, 5.1, 4.7, 4.1]),
        ("ARR", "$13.9M", "+$0.5M", Tone::Good, [12.0, 12.2, 12.9, 13.4, 13.9]),
        ("Quota", "104 %", "+11 pt", Tone::Good, [88.0, 81.0, 98.0, 93.0, 104.0]),
        ("Gross retention", "86 %", "−3 pt", Tone::Debt, [91.0, 92.0, 91.0, 89.0, 86.0]),
        ("Coherence", "61", "−7", Tone::Debt, [75.0, 74.0, 71.0, 68.0, 61.0]),
        ("Trust", "54", "+2", Tone::Good, [66.0, 58.0, 49.0, 52.0, 54.0]),
    ];
    for (name, value, change, tone, past) in numbers {
        ui.upright();
        let shown = |ui: &mut Ui| {
            ui.caption(name);
            ui.figure(value);
            ui.area(Area::row(space::XS).between(), |ui| {
                ui.toned(TextKind::Caption, tone, change);
                ui.sparkline(&past, Vec2::new(64.0, 24.0), tone, format!("{name} over five quarters"));
            });
        };
        let note = |ui: &mut Ui| {
            ui.label(format!("{name}, quarter on quarter"));
            for (cause, part) in [("Four renewals", "+$0.3M"), ("Two late promises", "−$0.9M")] {
                ui.area(Area::row(space::XS).between(), |ui| {
                    ui.note(cause);
                    ui.note(part);
                });
            }
        };
        let area = Area::column(0.0).grow(1.0).padding(0.0, space::XS);
        ui.explained(format!("wall/{name}"), format!("{name} {value}"), area, Intent::Named(name.into()), shown, note);
    }
}

fn body(ui: &mut Ui, gallery: &Gallery) {
    ui.body_area(Area::grid(&[5.0, 4.0, 4.0], space::M), |ui| {
        ui.column(space::S, |ui| engineering(ui, gallery));
        ui.column(space::S, |ui| words(ui, gallery));
        ui.scroll("answers", space::XS, |ui| answers(ui, gallery));
    });
}

fn engineering(ui: &mut Ui, gallery: &Gallery) {
    ui.card(|ui| {
        ui.area(Area::row(space::XS).between(), |ui| {
            ui.row(space::XS, |ui| {
                ui.role_shape(Tone::Product);
                ui.subheading("Engineering this quarter");
            });
            ui.muted("160 weeks");
        });
        ui.meter([
            MeterPart::hatched("upkeep 22", 22.0, Tone::Debt),
            MeterPart::hatched("drag 27", 27.0, Tone::Caution),
            MeterPart::solid("roadmap 48", gallery.weeks as f32, Tone::Product),
            MeterPart::solid("specials 24", 24.0, Tone::Joint),
            MeterPart::solid("repair", 15.0, Tone::Good),
        ]);
        let weeks = format!("{} wk · {} %", gallery.weeks, gallery.weeks * 100 / 98);
        let roadmap = Slider::new("weeks/roadmap", "Roadmap", gallery.weeks, 0, 98)
            .tone(Tone::Product)
            .value_text(weeks)
            .label_width(110.0);
        ui.slider(roadmap.sends(Intent::Weeks));
        ui.divider();
        let specials =
            Slider::new("weeks/specials", "Specials", 24, 0, 98).tone(Tone::Joint).value_text("24 wk · 24 %");
        ui.slider(specials.label_width(110.0));
        ui.divider();
        let repair = Slider::new("weeks/repair", "Repair", 15, 0, 98).value_text("15 wk").label_width(110.0);
        ui.slider(repair.blocked("Repair opens in Q3."));
        ui.rich(
            TextKind::Caption,
            [
                Span::plain("With this split: two of three promises on time · coherence "),
                Span::toned("+1 to +3", Tone::Good),
                Span::plain(" · market gap "),
                Span::toned("−4 to −1", Tone::Debt),
                Span::plain(" by Q6"),
            ],
        );
    });
    ui.area(Area::grid(&[1.0, 1.0], space::XS), |ui| {
        let call = Tile::new("move/call", "Prospect call").subtitle("Hear the true need. Sales brings you in.");
        ui.tile(call.tone(Tone::Product).chosen(true).trailing_top(), |ui| {
            ui.dots(Tone::Product, 1, 1);
        });
        let paper = Tile::new("move/paper", "Board paper").blocked("Needs three evidence tokens; you have two.");
        ui.tile(paper.trailing_top(), |ui| {
            ui.dots(Tone::Neutral, 2, 3);
        });
    });
    ui.row(space::S, |ui| {
        ui.toggle("motion", "Motion", gallery.motion, Intent::Motion);
    });
}

fn words(ui: &mut Ui, gallery: &Gallery) {
    ui.card(|ui| {
        ui.area(Area::row(space::XS).between(), |ui| {
            ui.tag(Tone::Joint, "Special 2 of 3");
            ui.caption("closes this quarter");
        });
        ui.heading("Harbourline Freight");
        ui.body("“Every depot manager signs off on paper. If your approvals can't follow our depot tree, we go with the incumbent.”");
        ui.area(Area::soft(Tone::Product), |ui| {
            ui.row(space::XXS, |ui| {
                ui.role_shape(Tone::Product);
                ui.label("Product shared");
            });
            ui.note("9 to 20 weeks. Two earlier requests look alike.");
        });
        ui.area(Area::soft(Tone::Sales), |ui| {
            ui.row(space::XXS, |ui| {
                ui.role_shape(Tone::Sales);
                ui.label("Sales shared");
            });
            ui.note("Champion is strong. 6 % to the accelerator.");
        });
        ui.area(Area::row(space::XS).wrap(), |ui| {
            ui.icon_tag(Tone::Good, Icon::Check, "True need confirmed");
            ui.tag(Tone::Caution, "due Q5");
            ui.tag(Tone::Debt, "late, Q4");
            ui.tag(Tone::Neutral, "24:10 left");
        });
    });
    let error = (gallery.team.len() > 12).then_some("At most twelve letters.");
    ui.text_field(
        TextField::new("team", "Team name", gallery.team.clone())
            .hint("Juniper")
            .error(error)
            .at_most(LONGEST, FULL)
            .unreadable(UNREADABLE)
            .on_change(|text| Intent::Team(text.into()))
            .on_submit(|text| Intent::Named(text.into())),
    );
}

fn answers(ui: &mut Ui, gallery: &Gallery) {
    let answers = [
        ("Build as asked", "14 wk · sets a precedent", 0.62, 0.84, 0.52, 0.92),
        ("Simplify to the true need", "5 wk · small mark on coherence", 0.55, 0.78, 0.06, 0.16),
        ("Descope", "8 wk · half of the marks", 0.48, 0.72, 0.26, 0.5),
        ("Productise later", "19 wk, from Q6 · serves the theme", 0.38, 0.6, 0.04, 0.1),
        ("Paid extension", "15 wk · $68k fee, isolated", 0.36, 0.58, 0.18, 0.34),
        ("Promise for a quarter", "late promises come back at renewal", 0.44, 0.64, 0.2, 0.7),
        ("Decline", "defended: trust −2 instead of −4", 0.14, 0.34, 0.0, 0.0),
        ("Ask the CEO", "trust −5", 0.3, 0.5, 0.1, 0.4),
        ("Refer to a partner", "the partner takes the margin", 0.3, 0.5, 0.1, 0.4),
        ("Wait a quarter", "they may not", 0.3, 0.5, 0.1, 0.4),
    ];
    for (index, (title, subtitle, win_low, win_high, debt_low, debt_high)) in answers.into_iter().enumerate() {
        let tile = Tile::new(format!("answer/{index}"), title)
            .subtitle(subtitle)
            .chosen(index == gallery.picked)
            .sends(Intent::Pick(index));
        ui.tile(tile, |ui| {
            let win = RangeBar { low: win_low, high: win_high, tone: Tone::Good };
            let debt = RangeBar { low: debt_low, high: debt_high, tone: Tone::Debt };
            ui.column(0.0, |ui| {
                ui.range((90.0, 40.0), win, "win");
                ui.range((90.0, 40.0), debt, "debt");
            });
        });
    }
}

fn foot(ui: &mut Ui, gallery: &Gallery) {
    let undo = (gallery.signed == 0).then_some("Nothing to undo");
    ui.bottom_bar(
        |ui| {
            let undo = Button::secondary("undo", "Undo").icon(Icon::Undo).key(Shortcut::Ctrl('z')).blocked_by(undo);
            ui.button(undo.sends(Intent::Undo));
            ui.button(Button::secondary("rules", "Rules").key(Shortcut::Char('?')));
            ui.button(Button::quiet("details", "Details"));
            ui.button(Button::quiet("settings", "").icon(Icon::Settings));
        },
        |ui| {
            ui.muted("Sales cannot see this page");
            ui.button(Button::secondary("product-signed", "Signed for Product").tone(Tone::Product).icon(Icon::Check));
            let sign = Button::primary("sign", "Sign for Sales: Simplify").key(Shortcut::Enter).sends(Intent::Sign);
            ui.button(sign);
        },
    );
}
