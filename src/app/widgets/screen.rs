//! The frame of every screen: top bar, body, bottom bar; and sheets over it.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use super::super::theme::{Fill, Line, Room, Token, Tone, space};
use super::modal::Sheet;
use super::{Area, Ui};

const BAR_ACROSS: f32 = 20.0;
/// High enough for a button with a reason below its label, so that nothing moves when one gets blocked.
const FOOT: f32 = 78.0;

fn root(tabs: TabGroup) -> impl Bundle {
    (
        Node {
            position_type: PositionType::Absolute,
            width: percent(100),
            height: percent(100),
            flex_direction: FlexDirection::Column,
            ..default()
        },
        Fill(Token::Paper),
        tabs,
    )
}

/// Opens a screen: a column over the whole window. Put what depends on the room into a panel, and add
/// `DespawnOnExit(...)` to the returned entity.
pub fn screen_root<'a>(
    commands: &'a mut Commands,
    name: impl Into<String>,
    draw: impl FnOnce(&mut Ui),
) -> EntityCommands<'a> {
    let mut entity = commands.spawn((Name::new(name.into()), root(TabGroup::new(0)), Pickable::IGNORE));
    entity.with_children(|spawner| draw(&mut Ui::new(spawner, Room::Wide)));
    entity
}

/// Opens a sheet over everything: for a hand-over, a confirmation, the help. The keyboard focus stays in it until it is
/// despawned. Put what depends on the room into a panel.
pub fn sheet<'a>(
    commands: &'a mut Commands,
    name: impl Into<String>,
    draw: impl FnOnce(&mut Ui),
) -> EntityCommands<'a> {
    let mut entity = commands.spawn((Name::new(name.into()), root(TabGroup::modal()), Sheet, GlobalZIndex(10)));
    entity.with_children(|spawner| draw(&mut Ui::new(spawner, Room::Wide)));
    entity
}

impl Ui<'_, '_> {
    /// Adds the bar at the top: white, with a strong line below.
    pub fn top_bar(&mut self, draw: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        let bar = Area::row(space::M)
            .padding(BAR_ACROSS, 0.0)
            .min_height(if self.narrow() { 0.0 } else { FOOT })
            .firm()
            .fill(Token::Surface)
            .edge(Token::Ink)
            .line(Line::Bottom(2.0));
        self.area(bar, draw)
    }

    /// Adds the line below the top bar that shows whose screen this is.
    pub fn owner_rule(&mut self, tone: Tone) {
        let height = if self.narrow() { 3 } else { 6 };
        let rule = Node { height: px(height), flex_shrink: 0.0, ..default() };
        self.spawn((rule, Fill(Token::Strong(tone)), Pickable::IGNORE));
    }

    /// Adds the middle of the screen, between the bars, arranged as in `area`. If room is narrow,
    /// put it into a [`Ui::page`].
    pub fn body_area(&mut self, area: Area, draw: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        let down = if self.narrow() { space::XS } else { space::M };
        self.area(area.padding(BAR_ACROSS, down).grow(1.0), draw)
    }

    /// Adds the bar at the bottom: leaving and secondary actions on the left, the one primary action on the right.
    pub fn bottom_bar(&mut self, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        let (gap, down, least) = match self.narrow() {
            true => (space::XS, space::XXS, 0.0),
            false => (space::M, space::XS, FOOT),
        };
        let bar = Area::row(gap)
            .wrap()
            .padding(BAR_ACROSS, down)
            .min_height(least)
            .firm()
            .fill(Token::Surface)
            .edge(Token::Line)
            .line(Line::Top(1.0));
        self.area(bar, |ui| {
            // With large text the bar may need two rows; the primary action stays on the right.
            let growing = |area: Area| area.tweak(|node| node.flex_grow = 1.0);
            let gap = gap.min(space::S);
            ui.area(growing(Area::row(gap).wrap()), left);
            ui.area(growing(Area::row(gap).wrap().at_end()), right);
        })
    }
}
