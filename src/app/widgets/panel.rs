//! Panels: parts of a screen that are functions of a resource, and are redrawn whenever that resource changes.

use bevy::ecs::schedule::ScheduleConfigs;
use bevy::ecs::system::ScheduleSystem;
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui_widgets::ScrollArea;

use super::super::theme::Room;
use super::field::Field;
use super::motion::Arrive;
use super::scroll::Reveal;
use super::{Area, Ui};

impl Ui<'_, '_> {
    /// Adds an empty box for a [`panel`] system to fill; `marker` is the component by which that system finds it.
    pub fn panel(&mut self, area: Area, marker: impl Component) -> EntityCommands<'_> {
        let mut entity = self.area(area, |_| {});
        entity.insert(marker);
        entity
    }
}

/// A system that draws every box marked `P` from the resource `V`: when the box is new, and when
/// `V` or the room changes.
///
/// `app.add_systems(Update, panel::<WallPanel, Wall>(draw_wall))`
pub fn panel<P: Component, V: Resource>(draw: fn(&mut Ui, &V)) -> ScheduleConfigs<ScheduleSystem> {
    let system =
        move |view: Option<Res<V>>, room: Res<Room>, panels: Query<(Entity, Ref<P>)>, mut commands: Commands| {
            let Some(view) = view else { return };
            for (entity, marker) in &panels {
                if view.is_changed() || room.is_changed() || marker.is_added() {
                    rebuild(&mut commands, entity, *room, |ui| draw(ui, &view));
                }
            }
        };
    system.into_configs()
}

/// Redraws the content of a box. Scroll positions, half-typed text and the focus are kept by name.
pub fn rebuild(commands: &mut Commands, panel: Entity, room: Room, draw: impl FnOnce(&mut Ui)) {
    commands.queue(move |world: &mut World| remember(world, panel));
    commands.entity(panel).despawn_children().with_children(|spawner| draw(&mut Ui::new(spawner, room)));
    commands.queue(move |world: &mut World| recall(world, panel));
}

/// What a panel keeps over a rebuild.
#[derive(Component, Default)]
struct Memory {
    /// What was there before. Only what is new may be animated or scroll into view.
    names: Vec<Name>,
    scrolls: Vec<(Name, ScrollPosition)>,
    fields: Vec<(Name, Field, EditableText)>,
    hovered: Option<Name>,
}

fn named_descendants(world: &mut World, panel: Entity) -> Vec<(Entity, Name)> {
    let mut children = world.query::<&Children>();
    let mut names = world.query::<&Name>();
    let (children, names) = (children.query(world), names.query(world));
    children.iter_descendants(panel).filter_map(|entity| Some((entity, names.get(entity).ok()?.clone()))).collect()
}

fn remember(world: &mut World, panel: Entity) {
    let mut memory = Memory::default();
    for (entity, name) in named_descendants(world, panel) {
        memory.names.push(name.clone());
        let entity = world.entity(entity);
        if let (Some(position), true) = (entity.get::<ScrollPosition>(), entity.contains::<ScrollArea>()) {
            memory.scrolls.push((name.clone(), position.clone()));
        }
        if let (Some(field), Some(text)) = (entity.get::<Field>(), entity.get::<EditableText>()) {
            memory.fields.push((name.clone(), field.clone(), text.clone()));
        }
        if entity.get::<Hovered>().is_some_and(|hovered| hovered.0) {
            memory.hovered = Some(name);
        }
    }
    if let Ok(mut panel) = world.get_entity_mut(panel) {
        panel.insert(memory);
    }
}

fn recall(world: &mut World, panel: Entity) {
    let Some(memory) = world.get_entity_mut(panel).ok().and_then(|mut panel| panel.take::<Memory>()) else {
        return;
    };
    for (entity, name) in named_descendants(world, panel) {
        let mut entity = world.entity_mut(entity);
        if memory.names.contains(&name) {
            entity.remove::<(Reveal, Arrive)>();
        }
        if let Some((_, position)) = memory.scrolls.iter().find(|(old, _)| *old == name) {
            entity.insert(position.clone());
        }
        if memory.hovered.as_ref() == Some(&name) && entity.contains::<Hovered>() {
            entity.insert(Hovered(true));
        }
        // If the model has what the field last reported, keep the cursor and what is being typed.
        if let Some((_, old, text)) = memory.fields.iter().find(|(old, ..)| *old == name)
            && entity.get::<Field>().is_some_and(|new| new.text == old.text)
        {
            entity.insert(text.clone());
        }
    }
}
