//! Motion: how something comes onto the screen. It shows what is new, never makes anybody wait, and ends at any key.
//!
//! A node with [`Arrive`] starts off its place and eases into it. Layout never moves: only what is drawn does, and the
//! last state is the plain one. In a [`panel`](super::panel()) a node that was there before, by name, stays where it is.

use bevy::ecs::query::QueryData;
use bevy::input::ButtonState;
use bevy::input::keyboard::KeyboardInput;
use bevy::input::mouse::MouseButtonInput;
use bevy::input::touch::{TouchInput, TouchPhase};
use bevy::prelude::*;
use bevy::time::Real;
use bevy::ui::{UiSystems, Val2};
use bevy::window::RequestRedraw;

use super::super::theme::{Edge, Fill, Ink, Shadow, Theme, Tint};
use super::text::TextKind;
use super::{Area, Ui};

/// From where a rising node comes, in logical pixels below its place.
const RISE: f32 = 14.0;
/// How much larger a beating node is at first.
const BEAT: f32 = 1.08;
/// The most of a motion that one frame may take, in milliseconds: after a slow frame nothing jumps to its end.
const LONGEST_FRAME: f32 = 64.0;

/// Whether things move: somebody looks, and wants to see it.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
    /// Whether this is a window that somebody looks at: pictures and tests show how things end.
    pub watched: bool,
    /// Whether the person wants to see things move.
    pub wanted: bool,
}

impl Default for Motion {
    fn default() -> Self {
        Self { watched: false, wanted: true }
    }
}

impl Motion {
    /// For a window that somebody looks at.
    pub fn watched() -> Self {
        Self { watched: true, ..Self::default() }
    }

    fn on(self) -> bool {
        self.watched && self.wanted
    }
}

/// The way a node comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Out of nothing.
    Fade,
    /// Out of nothing, from a little below.
    Rise,
    /// Turned around its upright axis, like a card.
    Flip,
    /// From its left edge to the right.
    Wipe,
    /// A little larger first.
    Beat,
    /// Its picture or its number grows; the node itself stands.
    Grow,
}

/// How a node comes onto the screen.
#[derive(Component, Clone, Copy, Debug, PartialEq)]
#[require(UiTransform)]
pub struct Arrive {
    way: Way,
    /// Milliseconds before it starts.
    delay: f32,
    /// Milliseconds that it takes.
    length: f32,
    /// Milliseconds since it was put there.
    age: f32,
}

impl Arrive {
    fn by(way: Way, length: f32) -> Self {
        Self { way, delay: 0.0, length, age: 0.0 }
    }

    /// Fades in.
    pub fn fade() -> Self {
        Self::by(Way::Fade, 220.0)
    }

    /// Fades in while it rises to its place: a card, a line, a page.
    pub fn rise() -> Self {
        Self::by(Way::Rise, 240.0)
    }

    /// Turns to its face, like a card.
    pub fn flip() -> Self {
        Self::by(Way::Flip, 320.0)
    }

    /// Grows from its left edge: a bar.
    pub fn wipe() -> Self {
        Self::by(Way::Wipe, 360.0)
    }

    /// Is a little too large at first: look here.
    pub fn beat() -> Self {
        Self::by(Way::Beat, 300.0)
    }

    /// Lets a picture or a number grow from what was to what is.
    pub fn grow() -> Self {
        Self::by(Way::Grow, 400.0)
    }

    /// Waits so many milliseconds first: things in a row come one after another.
    pub fn after(self, millis: u16) -> Self {
        Self { delay: f32::from(millis), ..self }
    }

    /// How far it has come, 0..1, fast at first and slow at its end.
    pub(super) fn share(&self) -> f32 {
        let left = 1.0 - ((self.age - self.delay) / self.length).clamp(0.0, 1.0);
        1.0 - left * left * left
    }

    fn done(&self) -> bool {
        self.age >= self.delay + self.length
    }

    fn alpha(&self) -> f32 {
        match self.way {
            Way::Fade | Way::Rise => self.share(),
            // Edge-on there is nothing to see.
            Way::Flip | Way::Wipe if self.share() == 0.0 => 0.0,
            _ => 1.0,
        }
    }

    fn place(&self) -> UiTransform {
        let share = self.share();
        let from = |start: f32| start + (1.0 - start) * share;
        match self.way {
            Way::Fade | Way::Grow => UiTransform::IDENTITY,
            Way::Rise => UiTransform::from_translation(Val2::px(0.0, RISE * (1.0 - share))),
            Way::Flip => UiTransform::from_scale(Vec2::new(from(0.0), 1.0)),
            Way::Wipe => UiTransform {
                translation: Val2::percent(-50.0 * (1.0 - share), 0.0),
                ..UiTransform::from_scale(Vec2::new(from(0.0), 1.0))
            },
            Way::Beat => UiTransform::from_scale(Vec2::splat(from(BEAT))),
        }
    }
}

/// A text that is another one while it arrives: a number that counts.
#[derive(Component)]
struct Counted(Box<dyn Fn(f32) -> String + Send + Sync>);

impl Ui<'_, '_> {
    /// Adds a box that arrives when a box of this name was not there before.
    pub fn arriving(
        &mut self,
        name: impl Into<String>,
        arrive: Arrive,
        area: Area,
        draw: impl FnOnce(&mut Ui),
    ) -> EntityCommands<'_> {
        let mut entity = self.area(area.named(name), draw);
        entity.insert(arrive);
        entity
    }

    /// Adds a number that counts to its value when a text of this name was not there before; `write` says how it is
    /// written at a share of the way, 0..1.
    pub fn counted(
        &mut self,
        name: impl Into<String>,
        arrive: Arrive,
        kind: TextKind,
        write: impl Fn(f32) -> String + Send + Sync + 'static,
    ) -> EntityCommands<'_> {
        let mut entity = self.text(kind, write(1.0));
        entity.insert((Name::new(name.into()), arrive, Counted(Box::new(write))));
        entity
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Motion>()
        .add_systems(PreUpdate, hurry.after(bevy::input::InputSystems))
        .add_systems(PostUpdate, (advance, count).chain().before(UiSystems::Prepare))
        .add_systems(Last, (fade, finish).chain());
}

/// A person who does something is not kept waiting.
fn hurry(
    mut keys: MessageReader<KeyboardInput>,
    mut buttons: MessageReader<MouseButtonInput>,
    mut touches: MessageReader<TouchInput>,
    mut moving: Query<&mut Arrive>,
) {
    let pressed = keys.read().filter(|key| key.state == ButtonState::Pressed).count()
        + buttons.read().filter(|button| button.state == ButtonState::Pressed).count()
        + touches.read().filter(|touch| touch.phase == TouchPhase::Started).count();
    if pressed > 0 {
        for mut arrive in &mut moving {
            arrive.age = f32::MAX;
        }
    }
}

fn advance(motion: Res<Motion>, time: Res<Time<Real>>, mut moving: Query<(&mut Arrive, &mut UiTransform)>) {
    let passed = (time.delta_secs() * 1000.0).min(LONGEST_FRAME);
    for (mut arrive, mut transform) in &mut moving {
        if !motion.on() {
            arrive.age = f32::MAX;
        } else if !arrive.is_added() {
            arrive.age += passed;
        }
        transform.set_if_neq(arrive.place());
    }
}

fn count(mut numbers: Query<(&Arrive, &Counted, &mut Text)>) {
    for (arrive, counted, mut text) in &mut numbers {
        text.set_if_neq(Text::new((counted.0)(arrive.share())));
    }
}

/// What a node is painted with, and the roles that say how.
#[derive(QueryData)]
#[query_data(mutable)]
struct Paint {
    fill: Option<(&'static Fill, &'static mut BackgroundColor)>,
    edge: Option<(&'static Edge, &'static mut BorderColor)>,
    ink: Option<(&'static Ink, &'static mut TextColor)>,
    image: Option<(Option<&'static Tint>, &'static mut ImageNode)>,
    shadow: Option<(&'static Shadow, &'static mut BoxShadow)>,
    /// The ring around what has the focus; it is given its whole colour before every frame.
    ring: Option<&'static mut Outline>,
}

/// Thins what is on its way, and all that is in it. After the layout, because pictures are put there by it.
fn fade(
    theme: Res<Theme>,
    moving: Query<(Entity, &Arrive)>,
    parents: Query<&ChildOf>,
    children: Query<&Children>,
    mut paints: Query<Paint>,
) {
    let outermost = moving.iter().filter(|(entity, _)| !parents.iter_ancestors(*entity).any(|at| moving.contains(at)));
    let mut open: Vec<(Entity, f32)> = outermost.map(|(entity, _)| (entity, 1.0)).collect();
    while let Some((entity, around)) = open.pop() {
        let alpha = around * moving.get(entity).map_or(1.0, |(_, arrive)| arrive.alpha());
        if let Ok(mut paint) = paints.get_mut(entity) {
            thin(&theme, &mut paint, alpha);
        }
        open.extend(children.get(entity).into_iter().flatten().map(|child| (*child, alpha)));
    }
}

fn thin(theme: &Theme, paint: &mut PaintItem, alpha: f32) {
    let thinned = |color: Color| color.with_alpha(color.alpha() * alpha);
    if let Some((role, color)) = &mut paint.fill {
        color.set_if_neq(BackgroundColor(thinned(theme.color(role.0))));
    }
    if let Some((role, color)) = &mut paint.edge {
        color.set_if_neq(BorderColor::all(thinned(theme.color(role.0))));
    }
    if let Some((role, color)) = &mut paint.ink {
        color.set_if_neq(TextColor(thinned(theme.color(role.0))));
    }
    if let Some((role, image)) = &mut paint.image {
        let whole = role.map_or(Color::WHITE, |role| theme.color(role.0));
        if image.color != thinned(whole) {
            image.color = thinned(whole);
        }
    }
    if let Some((_, shadow)) = &mut paint.shadow {
        for style in &mut shadow.0 {
            style.color = thinned(theme.shadow());
        }
    }
    if let Some(ring) = paint.ring.as_mut().filter(|ring| ring.color != thinned(ring.color)) {
        ring.color = thinned(ring.color);
    }
}

/// Forgets what has arrived, and asks for the next frame of what has not: the window sleeps else.
fn finish(moving: Query<(Entity, &Arrive)>, mut commands: Commands, mut redraw: MessageWriter<RequestRedraw>) {
    if moving.is_empty() {
        return;
    }
    redraw.write(RequestRedraw);
    for (entity, _) in moving.iter().filter(|(_, arrive)| arrive.done()) {
        commands.entity(entity).remove::<(Arrive, Counted)>();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_arrived_stands_as_if_it_had_never_moved() {
        let ways = [Arrive::fade(), Arrive::rise(), Arrive::flip(), Arrive::wipe(), Arrive::beat(), Arrive::grow()];
        for start in ways {
            assert!((150.0..=400.0).contains(&start.length), "{start:?}");
            let end = Arrive { age: f32::MAX, ..start.after(70) };
            assert!(end.done() && end.share() == 1.0 && end.alpha() == 1.0);
            assert_eq!(end.place(), UiTransform::IDENTITY, "{start:?}");
            assert!(!start.done() && start.share() == 0.0);
        }
    }
}
