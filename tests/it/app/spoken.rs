//! What a screen reader gets from the window, and what it can do.

use std::collections::BTreeSet;
use std::sync::Arc;

use accesskit::{Action, ActionData, ActionRequest, NodeId, Role, TreeId};
use bevy::a11y::AccessibilityNode;
use bevy::ecs::entity::Entity;
use bevy::ecs::hierarchy::ChildOf;
use bevy::ecs::query::With;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::math::UVec2;
use bevy::prelude::Name;
use off_roadmap::app::director::{Director, Opening};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::{stage, tour};
use off_roadmap::text::Text;

use crate::app::gallery::{self, Gallery};
use crate::app::game::outside;
use crate::app::language::{foreign, told_by_scenarios};

fn game(text: Text) -> Headless {
    let director = Director::new(Arc::new(text), outside(), Opening::Title);
    Headless::new(UVec2::new(1280, 720), |app| stage(app, director))
}

/// Role and text of every node in the tree that is not hidden.
fn said(game: &mut Headless) -> Vec<(Role, String)> {
    let mut nodes = game.world().query::<(Entity, &AccessibilityNode)>();
    let nodes: Vec<_> = nodes.iter(game.world()).map(|(entity, node)| (entity, (**node).clone())).collect();
    let hidden: BTreeSet<Entity> =
        nodes.iter().filter(|(_, node)| node.is_hidden()).map(|(entity, _)| *entity).collect();
    let mut said = Vec::new();
    for (entity, node) in nodes {
        let mut above = Some(entity);
        let shown = loop {
            let Some(at) = above else { break true };
            if hidden.contains(&at) {
                break false;
            }
            above = game.world().get::<ChildOf>(at).map(ChildOf::parent);
        };
        if shown && node.role() != Role::GenericContainer {
            let words = [node.label(), node.value(), node.description()];
            said.push((node.role(), words.into_iter().flatten().collect::<Vec<_>>().join(" ")));
        }
    }
    said
}

#[test]
fn every_control_and_every_picture_of_a_game_is_said_in_the_language_of_the_player() {
    let told = told_by_scenarios();
    let mut problems = BTreeSet::new();
    let mut game = game(Text::made_up());
    tour::play(&mut game, |game, page| {
        let mut controls = game.world().query_filtered::<(&Name, Option<&AccessibilityNode>), With<TabIndex>>();
        let controls = controls.iter(game.world());
        let unsaid = controls.filter(|(_, node)| node.and_then(|node| node.label()).is_none_or(str::is_empty));
        problems.extend(unsaid.map(|(name, _)| format!("{page}: {name} has no name")));
        for (role, words) in said(game) {
            if words.is_empty() && role != Role::Dialog {
                problems.insert(format!("{page}: a {role:?} says nothing"));
            }
            problems.extend(foreign(&words, &told).map(|word| format!("{page}: “{word}” in “{words}”")));
        }
        Ok(())
    })
    .expect("the tour reaches the debrief");
    assert_eq!(problems, BTreeSet::new());
}

#[test]
fn every_text_of_a_page_is_read_out_and_what_lies_below_a_sheet_is_not() {
    let mut game = game(Text::default());
    tour::play(&mut game, |game, page| {
        let said = said(game);
        let all: String = said.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join("\n");
        let title = said.iter().any(|(_, words)| words.contains("both sign every special"));
        assert_eq!(title, page == "title", "{page}");
        if page.ends_with("-review") {
            assert!(all.contains("Coherence 7") || all.contains("Coherence 6") || all.contains("Coherence 5"), "{all}");
            assert!(said.iter().any(|(role, _)| *role == Role::Image), "the product map is a picture");
        }
        if page.ends_with("-stance-product") {
            assert!(all.contains('“') && all.contains("What would you do?"), "{all}");
        }
        let count = |role: Role| said.iter().filter(|(found, _)| *found == role).count();
        match page {
            "title" => assert_eq!(count(Role::RadioButton), 0, "a new game is no choice among others"),
            "q1-product-desk" => assert!(count(Role::CheckBox) > 0 && count(Role::RadioButton) == 0),
            "q1-table" => assert!(count(Role::RadioButton) > 4),
            "help" => assert_eq!(count(Role::Dialog), 1),
            "debrief-happened" => assert!(all.contains("Changes the rules"), "what the strategies reach: {all}"),
            _ => {}
        }
        Ok(())
    })
    .expect("the tour reaches the debrief");
}

fn ask(game: &mut Headless, name: &str, action: Action, data: Option<ActionData>) {
    let mut named = game.world().query_filtered::<(Entity, &Name), With<TabIndex>>();
    let found = named.iter(game.world()).find(|(_, found)| found.as_str() == name).map(|(entity, _)| entity);
    let target_node = NodeId(found.unwrap_or_else(|| panic!("there is no {name}")).to_bits());
    let request = ActionRequest { action, target_tree: TreeId::ROOT, target_node, data };
    game.world().write_message(bevy::a11y::ActionRequest(request));
    game.settle();
}

#[test]
fn a_screen_reader_presses_focuses_moves_and_types() {
    let mut game = Headless::new(UVec2::new(1280, 800), |app| {
        app.add_plugins(gallery::plugin);
    });
    let model = |game: &mut Headless| game.world().resource::<Gallery>().clone();
    ask(&mut game, "answer/2", Action::Click, None);
    assert_eq!(model(&mut game).picked, 2);
    ask(&mut game, "answer/0", Action::Focus, None);
    assert_eq!(game.focused().as_deref(), Some("answer/0"));
    ask(&mut game, "weeks/roadmap", Action::Increment, None);
    assert_eq!(model(&mut game).weeks, 49);
    ask(&mut game, "weeks/roadmap", Action::SetValue, Some(ActionData::NumericValue(30.0)));
    assert_eq!(model(&mut game).weeks, 30);
    ask(&mut game, "team", Action::SetValue, Some(ActionData::Value("Alder".into())));
    assert_eq!(model(&mut game).team, "Alder");
    ask(&mut game, "undo", Action::Click, None);
    assert_eq!(game.focused().as_deref(), Some("undo"), "what is blocked shows why");
}

#[test]
fn a_slider_says_where_it_stands_and_how_far_it_goes() {
    let mut game = Headless::new(UVec2::new(1280, 800), |app| {
        app.add_plugins(gallery::plugin);
    });
    game.set_value("weeks/roadmap", 30).expect("the gallery has the slider");
    let mut named = game.world().query::<(&Name, &AccessibilityNode)>();
    let (_, node) = named.iter(game.world()).find(|(name, _)| name.as_str() == "weeks/roadmap").expect("it is there");
    assert_eq!(node.numeric_value(), Some(30.0));
    assert_eq!((node.min_numeric_value(), node.max_numeric_value()), (Some(0.0), Some(98.0)));
    assert_eq!((node.label(), node.numeric_value_step()), (Some("Roadmap"), Some(1.0)));
}

#[test]
fn headings_are_headings_and_every_button_of_a_page_has_a_name_of_its_own() {
    let mut game = game(Text::default());
    let mut problems = BTreeSet::new();
    tour::play(&mut game, |game, page| {
        let said = said(game);
        if !said.iter().any(|(role, words)| *role == Role::Heading && !words.is_empty()) {
            problems.insert(format!("{page}: no heading"));
        }
        let mut controls = game.world().query_filtered::<(Entity, &AccessibilityNode), With<TabIndex>>();
        let nodes = controls.iter(game.world());
        let buttons: Vec<_> = nodes
            .filter(|(_, node)| node.role() == Role::Button)
            .map(|(entity, node)| (entity, node.label().unwrap_or_default().to_owned()))
            .collect();
        let mut names = BTreeSet::new();
        for (entity, name) in buttons {
            let (mut above, mut hidden) = (Some(entity), false);
            while let Some(at) = above {
                hidden |= game.world().get::<AccessibilityNode>(at).is_some_and(|node| node.is_hidden());
                above = game.world().get::<ChildOf>(at).map(ChildOf::parent);
            }
            if !hidden && !names.insert(name.clone()) {
                problems.insert(format!("{page}: two buttons are called “{name}”"));
            }
        }
        Ok(())
    })
    .expect("the tour reaches the debrief");
    assert_eq!(problems, BTreeSet::new());
}
