//! Ignores presses that come too early. A press is meant for what was on the screen when somebody decided to press, so
//! a control that has just appeared or changed its meaning ignores presses for a moment. This keeps a double click from
//! signing what appeared after the first click.

use std::collections::BTreeMap;
use std::time::Duration;

use bevy::a11y::AccessibilitySystems;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy::time::Real;
use bevy::ui::InteractionDisabled;
use bevy::window::RequestRedraw;

use super::press::Pressable;

/// How long something must have been there before it can be pressed. A press during that time restarts it.
const MOMENT: Duration = Duration::from_millis(400);

/// If frames take longer than that, this many frames must also have been drawn before something can be pressed, but the
/// wait never exceeds `LONGEST`.
const FRAMES: u32 = 2;
const LONGEST: Duration = Duration::from_millis(1500);

/// For every control, since when it has had its current meaning.
#[derive(Resource, Default, Debug)]
pub struct Unread {
    now: Point,
    /// By name. The point is `None` if somebody has read the control.
    controls: BTreeMap<String, (Meaning, Option<Point>)>,
    /// The control that was pressed last, and the frame. Its effect is not on the screen before the next frame.
    pressed: Option<(String, u32)>,
}

/// A moment, in time and in frames.
#[derive(Clone, Copy, Default, Debug)]
struct Point {
    time: Duration,
    frame: u32,
}

/// What a control says, and whether it is blocked.
type Meaning = (String, bool);

impl Unread {
    /// Starts a new page: everything on it is new, even if it looks like what was there before.
    pub fn turn(&mut self) {
        self.controls.clear();
    }

    /// Marks everything as read.
    pub fn read(&mut self) {
        for (_, since) in self.controls.values_mut() {
            *since = None;
        }
        self.pressed = None;
    }

    fn is_new(&self, name: &str) -> bool {
        let frames = |since: u32| self.now.frame.saturating_sub(since);
        if self.pressed.as_ref().is_some_and(|(pressed, frame)| pressed == name && frames(*frame) < FRAMES) {
            return true;
        }
        let Some((_, since)) = self.controls.get(name) else { return true };
        let Some(since) = since else { return false };
        let waited = self.now.time.saturating_sub(since.time);
        waited < MOMENT || (waited < LONGEST && frames(since.frame) < FRAMES)
    }
}

/// Decides whether a control may be pressed yet.
#[derive(SystemParam)]
pub(super) struct Reading<'w, 's> {
    unread: ResMut<'w, Unread>,
    names: Query<'w, 's, &'static Name>,
}

impl Reading<'_, '_> {
    /// Whether a press on this control came too early to be meant. If so, the wait starts again, because somebody who
    /// presses repeatedly is not reading.
    pub(super) fn too_early(&mut self, entity: Entity) -> bool {
        let Ok(name) = self.names.get(entity) else { return false };
        let new = self.unread.is_new(name);
        let now = self.unread.now;
        if !new {
            self.unread.pressed = Some((name.to_string(), now.frame));
        } else if let Some((_, since)) = self.unread.controls.get_mut(name.as_str()) {
            *since = Some(now);
        }
        new
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Unread>()
        .add_systems(First, count.after(bevy::time::TimeSystems))
        .add_systems(PostUpdate, look.before(AccessibilitySystems::Update));
}

fn count(time: Res<Time<Real>>, mut unread: ResMut<Unread>) {
    let now = Point { time: time.elapsed(), frame: unread.now.frame.saturating_add(1) };
    unread.now = now;
}

/// Records which controls have appeared or changed. A control that is redrawn with the same meaning has not changed.
fn look(
    controls: Query<(&Name, &AccessibleLabel, Has<InteractionDisabled>), With<Pressable>>,
    mut unread: ResMut<Unread>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let now = unread.now;
    let mut before = std::mem::take(&mut unread.controls);
    let mut fresh = false;
    for (name, label, blocked) in &controls {
        let meaning = (label.0.clone(), blocked);
        let since = match before.remove(name.as_str()) {
            Some((was, since)) if was == meaning => since,
            _ => Some(now),
        };
        fresh |= since.is_some_and(|since| now.frame.saturating_sub(since.frame) < FRAMES);
        unread.controls.insert(name.to_string(), (meaning, since));
    }
    // Keep drawing, because a sleeping window would not count frames.
    if fresh {
        redraw.write(RequestRedraw);
    }
}
