//! Focus and keys: which widget has the keyboard focus, where arrow keys and shortcuts go, and keeping the
//! focus over rebuilds and sheets.

use bevy::ecs::entity::EntityHashMap;
use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::directional_navigation::{AutoNavigationConfig, FocusableArea};
use bevy::input_focus::navigator::find_best_candidate;
use bevy::input_focus::tab_navigation::{NavAction, TabGroup, TabIndex, TabNavigation, TabNavigationPlugin};
use bevy::input_focus::{FocusCause, FocusedInput, InputFocus, InputFocusSystems, InputFocusVisible};
use bevy::math::CompassOctant;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{Checkable, InteractionDisabled, UiGlobalTransform};
use bevy::ui_widgets::Activate;
use bevy::window::PrimaryWindow;

use super::intent::{OnSubmit, Shortcut, Submit};
use super::keys::Keys;
use super::link::Links;
use super::modal::Sheet;
use super::scroll::ScrollBy;
use super::unread::Reading;

/// The action that leads to the next page. It has the focus when its screen opens, unless
/// something is marked [`First`].
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Primary;

/// What a person does first on a screen. It has the focus when the screen opens.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(super) struct First;

/// For each screen and sheet, the name of the widget that gets the focus back when it is rebuilt or a sheet closes.
#[derive(Resource, Default)]
pub struct LastPlaces(EntityHashMap<Name>);

impl LastPlaces {
    /// Forgets all places, so that a new page starts at its own beginning even if it has a widget with the same name.
    pub fn forget(&mut self, focus: &mut InputFocus) {
        self.0.clear();
        focus.clear();
    }
}

/// What the keyboard can reach at the moment.
#[derive(SystemParam)]
pub(super) struct Reach<'w, 's> {
    focusables: Query<
        'w,
        's,
        (Entity, &'static ComputedNode, &'static UiGlobalTransform, &'static InheritedVisibility),
        With<TabIndex>,
    >,
    links: Links<'w, 's>,
    sheets: Query<'w, 's, (Entity, &'static GlobalZIndex), With<Sheet>>,
    parents: Query<'w, 's, &'static ChildOf>,
}

impl Reach<'_, '_> {
    fn top_sheet(&self) -> Option<Entity> {
        self.sheets.iter().max_by_key(|(_, z)| z.0).map(|(sheet, _)| sheet)
    }

    pub(super) fn contains(&self, entity: Entity) -> bool {
        let there = self.focusables.contains(entity) || self.links.contains(entity);
        there && self.top_sheet().is_none_or(|sheet| self.root(entity) == sheet)
    }

    fn root(&self, entity: Entity) -> Entity {
        self.parents.root_ancestor(entity)
    }

    fn area(&self, entity: Entity) -> Option<FocusableArea> {
        if let Some((place, _)) = self.links.place(entity) {
            return Some(FocusableArea { entity, position: place.center(), size: place.size() });
        }
        let (entity, node, transform, visible) = self.focusables.get(entity).ok()?;
        visible.get().then(|| FocusableArea { entity, position: transform.translation, size: node.size() })
    }

    fn toward(&self, from: Entity, direction: CompassOctant) -> Option<Entity> {
        let all = self.focusables.iter().map(|(entity, ..)| entity).chain(self.links.iter());
        let others: Vec<_> =
            all.filter(|entity| self.contains(*entity)).filter_map(|entity| self.area(entity)).collect();
        find_best_candidate(&self.area(from)?, direction, &others, &AutoNavigationConfig::default())
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(TabNavigationPlugin)
        .init_resource::<LastPlaces>()
        .add_observer(use_key)
        .add_systems(PostUpdate, keep_focus.before(InputFocusSystems::FocusChangeEvents));
}

/// Handles the keys that no focused widget has used, which is why they have bubbled up to the window.
fn use_key(
    input: On<FocusedInput<KeyboardInput>>,
    windows: Query<(), With<PrimaryWindow>>,
    keys: Res<Keys>,
    fields: Query<&EditableText>,
    submits: Query<(), With<OnSubmit>>,
    shortcuts: Query<(Entity, &Shortcut, Has<InteractionDisabled>)>,
    choices: Query<(), With<Checkable>>,
    reach: Reach,
    mut reading: Reading,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    mut commands: Commands,
) {
    let key = &input.input;
    // A field does not pass Escape on, but Escape should go back from a field as from anywhere else.
    let leaves_field =
        key.logical_key == Key::Escape && fields.get(input.focused_entity).is_ok_and(|field| !field.is_composing());
    if !(windows.contains(input.focused_entity) || leaves_field) || key.state != ButtonState::Pressed {
        return;
    }
    let from = focus.get();
    let direction = match key.logical_key {
        Key::ArrowUp => CompassOctant::North,
        Key::ArrowDown => CompassOctant::South,
        Key::ArrowLeft => CompassOctant::West,
        Key::ArrowRight => CompassOctant::East,
        Key::PageUp => return commands.trigger(ScrollBy::page(from, -1.0)),
        Key::PageDown => return commands.trigger(ScrollBy::page(from, 1.0)),
        _ => {
            let typing = from.is_some_and(|entity| fields.contains(entity));
            if let (true, Key::Enter, Some(entity)) = (typing && !key.repeat, &key.logical_key, from)
                && submits.contains(entity)
            {
                return commands.trigger(Submit { entity });
            }
            let (meant, ctrl) = (keys.meant(key), keys.command());
            let text = matches!(key.logical_key, Key::Character(_));
            if key.repeat || (typing && text) {
                return;
            }
            let wanted = shortcuts
                .iter()
                .find(|(entity, shortcut, _)| shortcut.matches(&meant, ctrl) && reach.contains(*entity));
            match wanted {
                Some((entity, _, false)) if reading.too_early(entity) => visible.0 = true,
                Some((entity, _, false)) => {
                    // Focus the choice, so that a shortcut followed by Enter chooses and then moves on.
                    if choices.contains(entity) {
                        focus.set(entity, FocusCause::Navigated);
                    }
                    visible.0 = true;
                    commands.trigger(Activate { entity });
                }
                // A blocked action responds by showing its reason.
                Some((entity, _, true)) => {
                    focus.set(entity, FocusCause::Navigated);
                    visible.0 = true;
                }
                // Somebody has started to use the keyboard, so show where the focus is.
                None => visible.0 = true,
            }
            return;
        }
    };
    visible.0 = true;
    match from.and_then(|entity| reach.toward(entity, direction)) {
        Some(next) => focus.set(next, FocusCause::Navigated),
        None if direction == CompassOctant::North => commands.trigger(ScrollBy::line(from, -1.0)),
        None if direction == CompassOctant::South => commands.trigger(ScrollBy::line(from, 1.0)),
        None => {}
    }
}

/// Makes sure that something always has the focus: after a rebuild the widget with the same name, on a new screen the
/// widget that comes first there.
fn keep_focus(
    reach: Reach,
    tabs: TabNavigation,
    names: Query<(Entity, &Name), With<TabIndex>>,
    roots: Query<(), With<TabGroup>>,
    firsts: Query<Entity, With<First>>,
    primaries: Query<Entity, (With<Primary>, Without<InteractionDisabled>)>,
    mut places: ResMut<LastPlaces>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    mut over: Local<Option<Entity>>,
) {
    // Hide the focus when a sheet is closed, so that Enter triggers the main button of the page rather than the widget
    // that opened the sheet. The next arrow key or Tab still continues from that widget.
    let before = std::mem::replace(&mut *over, reach.top_sheet());
    if before.is_some_and(|sheet| !roots.contains(sheet)) {
        visible.0 = false;
    }
    let there = focus.get().filter(|entity| reach.contains(*entity));
    if there.is_some() && !focus.is_changed() {
        return;
    }
    let before = |(entity, name): &(Entity, &Name)| places.0.get(&reach.root(*entity)) == Some(*name);
    let back = names.iter().filter(before).map(|(entity, _)| entity).find(|entity| reach.contains(*entity));
    let begin = || firsts.iter().chain(&primaries).find(|entity| reach.contains(*entity));
    let anywhere = || match reach.top_sheet() {
        Some(sheet) => tabs.initialize(sheet, NavAction::First).ok(),
        None => tabs.navigate(&InputFocus::default(), NavAction::First).ok(),
    };
    let Some(place) = there.or(back).or_else(begin).or_else(anywhere) else { return };
    if there.is_none() {
        focus.set(place, FocusCause::Navigated);
    }
    // Remember the place now: the window sleeps until the next key, which may already lead to another screen.
    places.0.retain(|root, _| roots.contains(*root));
    match names.get(place) {
        Ok((_, name)) if !primaries.contains(place) => places.0.insert(reach.root(place), name.clone()),
        // After the primary action has been done another one takes its place, so do not come back to it.
        _ => places.0.remove(&reach.root(place)),
    };
}
