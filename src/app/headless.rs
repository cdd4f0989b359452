//! Drives the app as a player would, but without a window, graphics or a real clock. Layout, text,
//! focus and keys all run.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use accesskit::Role;
use bevy::a11y::AccessibilityNode;

use bevy::app::{PluginGroupBuilder, TerminalCtrlCHandlerPlugin};
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input::mouse::{MouseButtonInput, MouseScrollUnit, MouseWheel};
use bevy::input::touch::TouchPhase;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusCause, InputDispatchPlugin, InputFocus, InputFocusVisible};
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::settings::{RenderCreation, WgpuSettings};
use bevy::text::{EditableText, TextEdit, TextSpan};
use bevy::time::TimeUpdateStrategy;
use bevy::ui::{Checkable, UiGlobalTransform};
use bevy::ui_widgets::{Activate, Scrollbar};
use bevy::window::{CursorMoved, ExitCondition, PrimaryWindow, WindowEvent, WindowResized, WindowResolution};
use bevy::winit::WinitPlugin;

use super::layout_check;
use super::screens::Directing;
use super::widgets::{Blocked, JOINER, NARROW, NO_BREAK, OnActivate, SetSlider, SliderScale, Unread};

/// Frames after which an input has had all its effects: message, rebuild, layout, focus.
const SETTLE: usize = 4;
const FRAME: Duration = Duration::from_millis(16);
/// Real time between two looks at something that is being computed.
const GLANCE: Duration = Duration::from_millis(2);

/// The running app, and the methods that drive it.
pub struct Headless {
    app: App,
}

/// A control of the page, as a test sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// Its name.
    pub name: String,
    /// Why it cannot be used, or `None` if it can.
    pub blocked: Option<String>,
}

impl Headless {
    /// Starts the app with a window of this size in physical pixels; `setup` adds plugins, resources and screens.
    pub fn new(size: UVec2, setup: impl FnOnce(&mut App)) -> Self {
        let render = RenderPlugin {
            render_creation: RenderCreation::from(WgpuSettings { backends: None, ..default() }),
            ..default()
        };
        let mut app = App::new();
        app.add_plugins(windowless(size).set(render));
        app.add_plugins(super::plugin);
        setup(&mut app);
        Self::start(app)
    }

    /// Starts an app that already has all its plugins.
    pub(super) fn start(mut app: App) -> Self {
        app.insert_resource(TimeUpdateStrategy::ManualDuration(FRAME));
        app.finish();
        app.cleanup();
        let mut game = Self { app };
        game.settle();
        game
    }

    /// The world, for anything that the other methods do not offer.
    pub fn world(&mut self) -> &mut World {
        self.app.world_mut()
    }

    /// Runs one frame.
    pub fn update(&mut self) {
        self.app.update();
    }

    /// Runs frames until an input has had all its effects, including what is computed meanwhile.
    pub fn settle(&mut self) {
        self.update();
        while self.app.world().get_resource::<Directing>().is_some_and(|directing| directing.0.awaits()) {
            thread::sleep(GLANCE);
            self.update();
        }
        for _ in 0..SETTLE {
            self.update();
        }
    }

    /// Resizes the window.
    pub fn resize(&mut self, size: UVec2) {
        let mut windows = self.world().query_filtered::<(Entity, &mut Window), With<PrimaryWindow>>();
        if let Ok((window, mut state)) = windows.single_mut(self.app.world_mut()) {
            state.resolution.set_physical_resolution(size.x, size.y);
            // The camera learns about the size from this message, which winit would otherwise send.
            let (width, height) = (size.x as f32, size.y as f32);
            self.world().write_message(WindowResized { window, width, height });
        }
        self.settle();
    }

    /// Uses the button, tile or toggle with this name.
    pub fn press(&mut self, name: &str) -> Result<(), String> {
        let entity = self.usable(name)?;
        if !self.world().entity(entity).contains::<OnActivate>() {
            return Err(format!("`{name}` does nothing when pressed"));
        }
        self.world().trigger(Activate { entity });
        self.settle();
        Ok(())
    }

    /// Moves the slider with this name.
    pub fn set_value(&mut self, name: &str, value: i32) -> Result<(), String> {
        let entity = self.usable(name)?;
        let Some(scale) = self.world().get::<SliderScale>(entity).copied() else {
            return Err(format!("`{name}` is not a slider"));
        };
        if scale.snap(value as f32) != value {
            return Err(format!("`{name}` cannot stand at {value}: {scale:?}"));
        }
        self.world().trigger(SetSlider { entity, wish: value as f32 });
        self.settle();
        Ok(())
    }

    /// Replaces the text in the field with this name.
    pub fn type_text(&mut self, name: &str, text: &str) -> Result<(), String> {
        let entity = self.usable(name)?;
        self.hand_keyboard(entity);
        let Some(mut field) = self.world().get_mut::<EditableText>(entity) else {
            return Err(format!("`{name}` is not a text field"));
        };
        field.queue_edit(TextEdit::SelectAll);
        field.queue_edit(match text {
            "" => TextEdit::Delete,
            text => TextEdit::Insert(text.into()),
        });
        self.settle();
        Ok(())
    }

    /// Gives the keyboard focus to the widget with this name.
    pub fn focus(&mut self, name: &str) -> Result<(), String> {
        let entity = self.find(name)?;
        self.world().resource_mut::<InputFocusVisible>().0 = true;
        self.hand_keyboard(entity);
        Ok(())
    }

    fn hand_keyboard(&mut self, entity: Entity) {
        self.world().resource_mut::<InputFocus>().set(entity, FocusCause::Navigated);
        self.settle();
    }

    /// Presses and releases a key. Letters, digits and signs are written as `Key::Character("e".into())`.
    pub fn key(&mut self, key: Key) {
        self.chord(&[], key);
    }

    /// Presses and releases a key while others, such as `Key::Control`, are held.
    pub fn chord(&mut self, held: &[Key], key: Key) {
        self.look();
        for held in held {
            self.send_key(held.clone(), ButtonState::Pressed);
        }
        self.send_key(key.clone(), ButtonState::Pressed);
        self.update();
        self.send_key(key, ButtonState::Released);
        for held in held.iter().rev() {
            self.send_key(held.clone(), ButtonState::Released);
        }
        self.settle();
    }

    /// Presses and releases keys within one frame, each given by its place on the keyboard and what it means there.
    /// This happens when a frame takes long, or when a program types.
    pub fn keys_at_once(&mut self, keys: &[(KeyCode, Key, ButtonState)]) {
        for (place, key, state) in keys {
            self.send_key_at(*place, key.clone(), *state);
        }
        self.settle();
    }

    fn send_key(&mut self, logical_key: Key, state: ButtonState) {
        self.send_key_at(key_code(&logical_key), logical_key, state);
    }

    fn send_key_at(&mut self, key_code: KeyCode, logical_key: Key, state: ButtonState) {
        let Some(window) = self.window() else { return };
        let text = match &logical_key {
            Key::Character(text) => Some(text.clone()),
            Key::Space => Some(" ".into()),
            _ => None,
        };
        self.world().write_message(KeyboardInput { key_code, logical_key, state, text, repeat: false, window });
    }

    /// Drags the widget with this name to the middle of another one and drops it there.
    pub fn drag(&mut self, from: &str, to: &str) -> Result<(), String> {
        let (from, to) = (self.middle(from)?, self.middle(to)?);
        self.point(from);
        self.mouse(ButtonState::Pressed);
        for way in [0.1, 0.5, 0.9, 1.0] {
            self.point(from.lerp(to, way));
        }
        self.mouse(ButtonState::Released);
        self.settle();
        Ok(())
    }

    /// Clicks on the widget with this name with the left mouse button.
    pub fn click(&mut self, name: &str) -> Result<(), String> {
        self.look();
        let at = self.middle(name)?;
        self.point(at);
        self.mouse(ButtonState::Pressed);
        self.mouse(ButtonState::Released);
        self.settle();
        Ok(())
    }

    /// Clicks twice on the same spot, as quickly as people do.
    pub fn double_click(&mut self, name: &str) -> Result<(), String> {
        self.click(name)?;
        for state in [ButtonState::Pressed, ButtonState::Released] {
            self.mouse(state);
        }
        self.settle();
        Ok(())
    }

    /// Marks everything on the screen as read, so that the next press is not ignored for coming too early.
    pub fn look(&mut self) {
        self.world().resource_mut::<Unread>().read();
    }

    /// Turns the wheel over the scroll bar of the area with this name; negative `lines` scroll down.
    pub fn wheel_over_bar(&mut self, name: &str, lines: f32) -> Result<(), String> {
        let mut bars = self.world().query::<(&Scrollbar, &UiGlobalTransform)>();
        let world = self.app.world();
        let of = |bar: &Scrollbar| world.get::<Name>(bar.target).is_some_and(|area| area.as_str() == name);
        let bar = bars.iter(world).find(|(bar, _)| of(bar)).map(|(_, place)| place.translation);
        self.point(bar.ok_or_else(|| format!("`{name}` has no bar"))?);
        if let Some(window) = self.window() {
            let (unit, phase) = (MouseScrollUnit::Line, TouchPhase::Moved);
            let input = MouseWheel { unit, x: 0.0, y: lines, window, phase };
            self.world().write_message(WindowEvent::MouseWheel(input));
        }
        self.settle();
        Ok(())
    }

    /// The middle of the widget with this name in physical pixels, which are also the window's logical ones here.
    fn middle(&mut self, name: &str) -> Result<Vec2, String> {
        let entity = self.find(name)?;
        let place = self.world().get::<UiGlobalTransform>(entity).map(|place| place.translation);
        place.ok_or_else(|| format!("`{name}` has no place of its own"))
    }

    /// Moves the pointer.
    fn point(&mut self, position: Vec2) {
        if let Some(window) = self.window() {
            self.world().write_message(WindowEvent::CursorMoved(CursorMoved { window, position, delta: None }));
        }
        self.update();
    }

    /// Presses or releases the left mouse button.
    fn mouse(&mut self, state: ButtonState) {
        if let Some(window) = self.window() {
            let input = MouseButtonInput { button: MouseButton::Left, state, window };
            self.world().write_message(WindowEvent::MouseButtonInput(input));
        }
        self.update();
    }

    fn window(&mut self) -> Option<Entity> {
        let mut windows = self.world().query_filtered::<Entity, With<PrimaryWindow>>();
        windows.single(self.world()).ok()
    }

    /// The name of the widget that has the keyboard focus.
    pub fn focused(&mut self) -> Option<String> {
        let entity = self.world().resource::<InputFocus>().get()?;
        self.world().get::<Name>(entity).map(ToString::to_string)
    }

    /// How far the scroll area with this name is scrolled down, in logical pixels.
    pub fn scroll_position(&mut self, name: &str) -> Option<f32> {
        let mut areas = self.world().query::<(&Name, &ScrollPosition)>();
        areas.iter(self.world()).find(|(found, _)| found.as_str() == name).map(|(_, position)| position.y)
    }

    /// How far the scroll area with this name can be scrolled, in logical pixels.
    pub fn scroll_room(&mut self, name: &str) -> Option<f32> {
        let mut areas = self.world().query_filtered::<(&Name, &ComputedNode), With<ScrollPosition>>();
        let (_, node) = areas.iter(self.world()).find(|(found, _)| found.as_str() == name)?;
        let missing = node.content_size().y - node.size().y;
        Some(if missing > 1.0 { missing * node.inverse_scale_factor() } else { 0.0 })
    }

    /// All visible texts in reading order, without icons.
    pub fn texts(&mut self) -> Vec<String> {
        let mut roots = self.world().query_filtered::<Entity, (With<Node>, Without<ChildOf>)>();
        let roots: Vec<_> = roots.iter(self.world()).collect();
        let mut texts = Vec::new();
        for root in roots {
            self.gather_texts(root, &mut texts);
        }
        texts
    }

    fn gather_texts(&self, entity: Entity, texts: &mut Vec<String>) {
        let world = self.app.world();
        let hidden = world.get::<InheritedVisibility>(entity).is_some_and(|visible| !visible.get());
        let absent = world.get::<Node>(entity).is_some_and(|node| node.display == Display::None);
        if hidden || absent {
            return;
        }
        let children = world.get::<Children>(entity);
        if let Some(text) = world.get::<Text>(entity) {
            let spans = children.into_iter().flatten().filter_map(|child| world.get::<TextSpan>(*child));
            let whole: String = std::iter::once(text.0.as_str()).chain(spans.map(|span| span.0.as_str())).collect();
            let icon = whole.chars().all(|char| ('\u{E000}'..='\u{F8FF}').contains(&char));
            if !icon {
                texts.push(whole.replace([NO_BREAK, NARROW], " ").replace(JOINER, ""));
            }
        } else if let Some(field) = world.get::<EditableText>(entity) {
            texts.push(field.value().to_string());
        } else {
            for child in children.into_iter().flatten() {
                self.gather_texts(*child, texts);
            }
        }
    }

    /// Everything that can have the keyboard focus, with what blocks it, in no particular order.
    pub fn controls(&mut self) -> Vec<Control> {
        let mut widgets = self.world().query_filtered::<(&Name, Option<&Blocked>), With<TabIndex>>();
        widgets
            .iter(self.world())
            .map(|(name, blocked)| Control {
                name: name.to_string(),
                blocked: blocked.map(|blocked| blocked.reason().to_owned()),
            })
            .collect()
    }

    /// All buttons, tiles and toggles, and whether each can be used.
    pub fn buttons(&mut self) -> Vec<(String, bool)> {
        let mut widgets = self.world().query_filtered::<(&Name, Has<Blocked>), With<OnActivate>>();
        widgets.iter(self.world()).map(|(name, blocked)| (name.to_string(), !blocked)).collect()
    }

    /// The box of every control that can have the focus, in physical pixels. If several have the
    /// same name, the last one counts.
    pub fn boxes(&mut self) -> BTreeMap<String, Rect> {
        let mut widgets = self.world().query_filtered::<(&Name, &UiGlobalTransform, &ComputedNode), With<TabIndex>>();
        let place = |(name, place, node): (&Name, &UiGlobalTransform, &ComputedNode)| {
            (name.to_string(), Rect::from_center_size(place.translation, node.size()))
        };
        widgets.iter(self.app.world()).map(place).collect()
    }

    /// The box of the node with this name, in physical pixels, whether or not it can have the focus.
    pub fn place(&mut self, name: &str) -> Option<Rect> {
        let mut boxes = self.world().query::<(&Name, &UiGlobalTransform, &ComputedNode)>();
        let mut boxes = boxes.iter(self.app.world()).filter(|(found, ..)| found.as_str() == name);
        boxes.next().map(|(_, place, node)| Rect::from_center_size(place.translation, node.size()))
    }

    /// The choices of the page that can be used, not counting its tabs: whatever is one
    /// of several, or can be on or off.
    pub fn choices(&mut self) -> Vec<String> {
        let mut widgets =
            self.world().query_filtered::<(&Name, &AccessibilityNode), (With<Checkable>, Without<Blocked>)>();
        let choices = widgets.iter(self.app.world()).filter(|(_, node)| node.role() != Role::Tab);
        choices.map(|(name, _)| name.to_string()).collect()
    }

    /// What is wrong with the layout: texts that are cut off, nodes outside their parent or the window, and controls
    /// that overlap or are too small to hit.
    pub fn layout_problems(&mut self) -> Vec<String> {
        layout_check::problems(self.world())
    }

    fn find(&mut self, name: &str) -> Result<Entity, String> {
        let mut widgets = self.world().query_filtered::<(Entity, &Name), With<TabIndex>>();
        let found = widgets.iter(self.world()).find(|(_, found)| found.as_str() == name);
        match found {
            Some((entity, _)) => Ok(entity),
            None => {
                let mut names: Vec<_> = self.controls().into_iter().map(|control| control.name).collect();
                names.sort();
                Err(format!("there is no `{name}`; there is: {}", names.join(", ")))
            }
        }
    }

    fn usable(&mut self, name: &str) -> Result<Entity, String> {
        let entity = self.find(name)?;
        match self.world().get::<Blocked>(entity) {
            Some(blocked) => Err(format!("`{name}` is blocked: {}", blocked.reason())),
            None => Ok(entity),
        }
    }
}

/// The plugins of an app without a real window.
pub(super) fn windowless(size: UVec2) -> PluginGroupBuilder {
    let window =
        Window { resolution: WindowResolution::new(size.x, size.y).with_scale_factor_override(1.0), ..default() };
    DefaultPlugins
        .set(WindowPlugin {
            primary_window: Some(window),
            exit_condition: ExitCondition::DontExit,
            close_when_requested: false,
            ..default()
        })
        .disable::<WinitPlugin>()
        // The widgets dispatch keys themselves.
        .disable::<InputDispatchPlugin>()
        // One process may run many apps, but can only have one logger and one signal handler.
        .disable::<LogPlugin>()
        .disable::<TerminalCtrlCHandlerPlugin>()
        .disable::<PipelinedRenderingPlugin>()
}

/// The key code of a key, because Bevy's own widgets and tab navigation read the code and not the meaning.
fn key_code(key: &Key) -> KeyCode {
    match key {
        Key::Enter => KeyCode::Enter,
        Key::Space => KeyCode::Space,
        Key::Tab => KeyCode::Tab,
        Key::Escape => KeyCode::Escape,
        Key::Shift => KeyCode::ShiftLeft,
        Key::Control => KeyCode::ControlLeft,
        Key::Alt => KeyCode::AltLeft,
        Key::AltGraph => KeyCode::AltRight,
        Key::Super => KeyCode::SuperLeft,
        _ => KeyCode::F35,
    }
}
