//! Motion: animates nodes when they appear. It shows what is new, never makes anybody wait, and any key ends it.
//!
//! A node with [`Arrive`] starts away from its place and eases into it. The layout never moves, only what is drawn, and
//! the final state has no trace of the animation. In a [`panel`](super::panel()), nodes that were there before, by
//! name, are not animated.

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

/// How far below its place a rising node starts, in logical pixels.
const RISE: f32 = 14.0;
/// The scale at which a beating node starts.
const BEAT: f32 = 1.08;
/// The most that one frame may advance an animation, in milliseconds, so that a slow frame does not skip to its end.
const LONGEST_FRAME: f32 = 64.0;

/// Whether animations run: only in a real window, and only if the person wants them.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
    /// Whether this is a real window. In pictures and tests, everything is shown as it ends.
    pub watched: bool,
    /// Whether the person wants animations.
    pub wanted: bool,
}

impl Default for Motion {
    fn default() -> Self {
        Self { watched: false, wanted: true }
    }
}

impl Motion {
    /// For a real window.
    pub fn watched() -> Self {
        Self { watched: true, ..Self::default() }
    }

    fn on(self) -> bool {
        self.watched && self.wanted
    }
}

/// The kind of animation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Fades in.
    Fade,
    /// Fades in from a little below.
    Rise,
    /// Turns around its vertical axis, like a card.
    Flip,
    /// Grows from its left edge to the right.
    Wipe,
    /// Starts a little larger.
    Beat,
    /// The picture or the number in the node grows; the node itself does not move.
    Grow,
}

/// How a node is animated when it appears.
#[derive(Component, Clone, Copy, Debug, PartialEq)]
#[require(UiTransform)]
pub struct Arrive {
    way: Way,
    /// Milliseconds before the animation starts.
    delay: f32,
    /// Milliseconds that the animation takes.
    length: f32,
    /// Milliseconds since the node appeared.
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

    /// Fades in while rising to its place: for a card, a line, a page.
    pub fn rise() -> Self {
        Self::by(Way::Rise, 240.0)
    }

    /// Turns over, like a card.
    pub fn flip() -> Self {
        Self::by(Way::Flip, 320.0)
    }

    /// Grows from its left edge: for a bar.
    pub fn wipe() -> Self {
        Self::by(Way::Wipe, 360.0)
    }

    /// Starts a little too large, to attract attention.
    pub fn beat() -> Self {
        Self::by(Way::Beat, 300.0)
    }

    /// Lets a picture or a number grow from its old value to the new one.
    pub fn grow() -> Self {
        Self::by(Way::Grow, 400.0)
    }

    /// Starts after this many milliseconds, so that things in a row can appear one after another.
    pub fn after(self, millis: u16) -> Self {
        Self { delay: f32::from(millis), ..self }
    }

    /// The progress of the animation from 0 to 1, fast at first and slow at its end.
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
            // At the start it has no width, so there is nothing to see.
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

/// A number that counts up or down while it is animated.
#[derive(Component)]
struct Counted(Box<dyn Fn(f32) -> String + Send + Sync>);

impl Ui<'_, '_> {
    /// Adds a box that is animated if there was no box with this name before.
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

    /// Adds a number that counts to its value if there was no text with this name before. `write` formats it
    /// for a progress from 0 to 1.
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

/// Ends all animations when somebody presses a key, a mouse button or the screen, so that nobody has to wait.
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

/// The colours that a node is painted with, and the roles that they come from.
#[derive(QueryData)]
#[query_data(mutable)]
struct Paint {
    fill: Option<(&'static Fill, &'static mut BackgroundColor)>,
    edge: Option<(&'static Edge, &'static mut BorderColor)>,
    ink: Option<(&'static Ink, &'static mut TextColor)>,
    image: Option<(Option<&'static Tint>, &'static mut ImageNode)>,
    shadow: Option<(&'static Shadow, &'static mut BoxShadow)>,
    /// The focus ring. It is set to its full colour before every frame.
    ring: Option<&'static mut Outline>,
}

/// Makes animated nodes and everything in them transparent. Runs after the layout, because that is
/// when pictures are added.
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

/// Removes finished animations, and requests the next frame for the others, because the window would sleep otherwise.
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
