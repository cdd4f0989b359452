//! `Ui`, which every screen draws with, and `Area`, which says how a box arranges its content.

use bevy::ecs::hierarchy::ChildSpawnerCommands;
use bevy::prelude::*;

use super::super::theme::{Edge, Fill, Line, Room, Shadow, Token, Tone, radius, space};
use super::press::Spot;
use super::scroll::RING_ROOM;

/// Draws widgets: every call adds one to the current box. Knows how much room there is: if it is narrow, columns are
/// below each other and the page scrolls as a whole.
pub struct Ui<'a, 'w> {
    spawner: &'a mut ChildSpawnerCommands<'w>,
    room: Room,
}

impl<'a, 'w> Ui<'a, 'w> {
    pub(super) fn new(spawner: &'a mut ChildSpawnerCommands<'w>, room: Room) -> Self {
        Self { spawner, room }
    }

    pub(super) fn room(&self) -> Room {
        self.room
    }

    /// Whether there is no room for columns, so that some things should be shorter or left out.
    pub fn narrow(&self) -> bool {
        self.room == Room::Narrow
    }

    /// Adds any bundle, for nodes that these widgets do not cover.
    pub fn spawn(&mut self, bundle: impl Bundle) -> EntityCommands<'_> {
        self.spawner.spawn(bundle)
    }

    /// Adds a box.
    pub fn area(&mut self, area: Area, draw: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        let room = self.room;
        let mut entity = self.spawner.spawn_empty();
        area.insert_into(&mut entity, room);
        entity.with_children(|spawner| draw(&mut Ui::new(spawner, room)));
        entity
    }

    /// Adds a row: things side by side, vertically centred.
    pub fn row(&mut self, gap: f32, draw: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        self.area(Area::row(gap), draw)
    }

    /// Adds a column: things below each other, all as wide as the column.
    pub fn column(&mut self, gap: f32, draw: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        self.area(Area::column(gap), draw)
    }

    /// Adds a card: a column on white, with a border and a soft shadow.
    pub fn card(&mut self, draw: impl FnOnce(&mut Ui)) -> EntityCommands<'_> {
        self.area(Area::card(), draw)
    }

    /// Adds an empty box that takes all the room left in a row or column.
    pub fn filler(&mut self) {
        self.area(Area::row(0.0).grow(1.0), |_| {});
    }

    /// Adds a thin line across a column.
    pub fn divider(&mut self) {
        let rule = Node { flex_shrink: 0.0, ..default() };
        self.spawn((rule, Line::Flat(1.0), Fill(Token::Line), Pickable::IGNORE));
    }

    /// Adds a thin vertical line in a row.
    pub fn upright(&mut self) {
        let rule = Node { flex_shrink: 0.0, align_self: AlignSelf::Stretch, ..default() };
        self.spawn((rule, Line::Upright(1.0), Fill(Token::Line), Pickable::IGNORE));
    }
}

/// How a box arranges its content, and how it looks. Start from `row`, `column`, `grid`, `card` or `soft`.
#[derive(Clone, Debug)]
pub struct Area {
    node: Node,
    fill: Option<Token>,
    edge: Option<Token>,
    line: Line,
    lifted: bool,
    rigid: bool,
    spot: bool,
    name: Option<String>,
}

impl Area {
    fn from_node(node: Node) -> Self {
        Self {
            node,
            fill: None,
            edge: None,
            line: Line::Around(1.0),
            lifted: false,
            rigid: false,
            spot: false,
            name: None,
        }
    }

    /// Side by side, vertically centred.
    pub fn row(gap: f32) -> Self {
        Self::from_node(Node { align_items: AlignItems::Center, column_gap: px(gap), row_gap: px(gap), ..default() })
    }

    /// Below each other, all as wide as the box.
    pub fn column(gap: f32) -> Self {
        Self::from_node(Node {
            flex_direction: FlexDirection::Column,
            column_gap: px(gap),
            row_gap: px(gap),
            ..default()
        })
    }

    /// Columns with the given shares of the width: `grid(&[2.0, 1.0], 16.0)` is two thirds and one third.
    pub fn grid(shares: &[f32], gap: f32) -> Self {
        // Let tracks become narrower than their longest word; otherwise one long text would widen the whole grid.
        let track = |share: &f32| {
            RepeatedGridTrack::minmax(1, MinTrackSizingFunction::Px(0.0), MaxTrackSizingFunction::Fraction(*share))
        };
        Self::from_node(Node {
            display: Display::Grid,
            grid_template_columns: shares.iter().map(track).collect(),
            column_gap: px(gap),
            row_gap: px(gap),
            ..default()
        })
    }

    /// A column on white with a border and a soft shadow.
    pub fn card() -> Self {
        let card = Self::column(space::S).padding(space::M, space::M).rounded(radius::CARD);
        Self { lifted: true, ..card }.fill(Token::Surface).edge(Token::Line)
    }

    /// A tinted column: what somebody said, a note, a warning.
    pub fn soft(tone: Tone) -> Self {
        Self::column(space::XXS).padding(space::S, space::XS).rounded(radius::CONTROL).fill(Token::Soft(tone))
    }

    /// Padding between border and content, as `across` for left and right and `down` for top and bottom.
    pub fn padding(mut self, across: f32, down: f32) -> Self {
        self.node.padding = UiRect::axes(px(across), px(down));
        self
    }

    /// Extends the box a little on all sides for the focus rings of a scroll area at its edge. Its content still lines
    /// up with its neighbours.
    pub fn ring_room(mut self) -> Self {
        self.node.margin = UiRect::all(px(-RING_ROOM));
        self.padding(RING_ROOM, RING_ROOM)
    }

    /// Takes a share of the remaining room, whatever the size of its content.
    pub fn grow(mut self, share: f32) -> Self {
        self.node.flex_grow = share;
        self.node.flex_basis = px(0);
        self.node.min_width = px(0);
        self.node.min_height = px(0);
        self
    }

    /// Takes a share of the remaining room, but is never narrower than its longest word. In a row that wraps, it goes
    /// to the next line instead.
    pub fn grow_from_word(mut self, share: f32) -> Self {
        self = self.grow(share);
        self.node.min_width = auto();
        self
    }

    /// Never becomes smaller than its content.
    pub fn firm(mut self) -> Self {
        self.node.flex_shrink = 0.0;
        self
    }

    /// A fixed width.
    pub fn width(mut self, width: f32) -> Self {
        self.node.width = px(width);
        self.firm()
    }

    /// At least this wide.
    pub fn min_width(mut self, width: f32) -> Self {
        self.node.min_width = px(width);
        self
    }

    /// As wide as the parent.
    pub fn wide(mut self) -> Self {
        self.node.width = percent(100);
        self
    }

    /// At most this wide.
    pub fn max_width(mut self, width: f32) -> Self {
        self.node.max_width = px(width);
        self
    }

    /// A fixed height.
    pub fn height(mut self, height: f32) -> Self {
        self.node.height = px(height);
        self.firm()
    }

    /// At least this high.
    pub fn min_height(mut self, height: f32) -> Self {
        self.node.min_height = px(height);
        self
    }

    /// The first item at the start, the last at the end, the remaining room in between.
    pub fn between(mut self) -> Self {
        self.node.justify_content = JustifyContent::SpaceBetween;
        self
    }

    /// Everything in the middle, along the main axis of the box.
    pub fn centered(mut self) -> Self {
        self.node.justify_content = JustifyContent::Center;
        self
    }

    /// Everything at the end, along the main axis of the box.
    pub fn at_end(mut self) -> Self {
        self.node.justify_content = JustifyContent::FlexEnd;
        self
    }

    /// Across the main axis: at the start (top of a row, left of a column).
    pub fn align_start(mut self) -> Self {
        self.node.align_items = AlignItems::FlexStart;
        self
    }

    /// Across the main axis: in the middle.
    pub fn align_center(mut self) -> Self {
        self.node.align_items = AlignItems::Center;
        self
    }

    /// Across the main axis: as large as the box.
    pub fn align_stretch(mut self) -> Self {
        self.node.align_items = AlignItems::Stretch;
        self
    }

    /// Texts of different sizes share a baseline.
    pub fn align_baseline(mut self) -> Self {
        self.node.align_items = AlignItems::Baseline;
        self
    }

    /// What does not fit goes to the next line.
    pub fn wrap(mut self) -> Self {
        self.node.flex_wrap = FlexWrap::Wrap;
        self
    }

    /// A background.
    pub fn fill(mut self, token: Token) -> Self {
        self.fill = Some(token);
        self
    }

    /// A border of one pixel.
    pub fn edge(mut self, token: Token) -> Self {
        self.edge = Some(token);
        self.line = Line::Around(1.0);
        self
    }

    /// Sets the width and sides of the border, if not one pixel all around.
    pub fn line(mut self, line: Line) -> Self {
        self.line = line;
        self
    }

    /// Rounded corners.
    pub fn rounded(mut self, radius: f32) -> Self {
        self.node.border_radius = BorderRadius::all(px(radius));
        self
    }

    /// Does not change where room is narrow: for what is a picture rather than a page.
    pub fn rigid(mut self) -> Self {
        self.rigid = true;
        self
    }

    /// A name, for tests and for finding the box again.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// A name by which a note can point at the box.
    pub fn spot(mut self, name: &'static str) -> Self {
        if self.node.border_radius == BorderRadius::ZERO {
            self = self.rounded(radius::CONTROL);
        }
        Self { spot: true, ..self.named(name) }
    }

    /// Changes the Bevy node itself, for anything that these methods do not cover.
    pub fn tweak(mut self, change: impl FnOnce(&mut Node)) -> Self {
        change(&mut self.node);
        self
    }

    pub(super) fn insert_into(self, entity: &mut EntityCommands, room: Room) {
        let node = if room == Room::Narrow && !self.rigid { folded(self.node) } else { self.node };
        // Boxes ignore the pointer; only what can be pressed, scrolled or explained catches it.
        entity.insert((node, Pickable::IGNORE));
        if let Some(token) = self.fill {
            entity.insert(Fill(token));
        }
        if let Some(token) = self.edge {
            entity.insert((Edge(token), self.line));
        }
        if self.lifted {
            entity.insert(Shadow);
        }
        if self.spot {
            entity.insert(Spot);
        }
        if let Some(name) = self.name {
            entity.insert(Name::new(name));
        }
    }
}

/// Adapts a box to narrow room: columns below each other, everything as high as its content and no narrower than its
/// longest word, and rows that wrap.
fn folded(mut node: Node) -> Node {
    if node.display == Display::Grid {
        (node.display, node.flex_direction) = (Display::Flex, FlexDirection::Column);
    }
    if node.flex_basis == px(0) {
        node.min_width = auto();
        node.min_height = auto();
    }
    if node.justify_content == JustifyContent::SpaceBetween && node.flex_direction == FlexDirection::Row {
        node.flex_wrap = FlexWrap::Wrap;
    }
    node.max_height = auto();
    node
}
