//! All integration tests in one binary, because every binary would link Bevy again.

#[cfg(feature = "app")]
mod app_gallery;
#[cfg(feature = "app")]
mod app_game;
#[cfg(feature = "app")]
mod app_language;
#[cfg(feature = "app")]
mod app_lobby;
#[cfg(feature = "app")]
mod app_motion;
#[cfg(feature = "app")]
mod app_pictures;
#[cfg(feature = "app")]
mod app_presses;
#[cfg(feature = "app")]
mod app_spoken;
#[cfg(feature = "app")]
mod app_story;
#[cfg(feature = "app")]
mod app_table;
#[cfg(feature = "app")]
mod app_told;
#[cfg(feature = "app")]
mod app_typing;
#[cfg(feature = "app")]
mod app_widgets;
mod charts;
mod cli_compare;
mod cli_lab;
mod cli_play;
mod cli_rename;
mod golden;
mod lab_luck;
mod lab_policies;
mod layers;
mod play_door;
mod play_pages;
mod properties;
mod rules_answers;
mod rules_causes;
mod rules_company;
mod rules_driver;
mod rules_moves;
mod run_file;
mod run_save;
mod run_scenario;
mod run_support;
mod run_what_if;
mod scenario_errors;
mod scenario_findings;
mod scenario_fuzz;
mod scenario_load;
mod scenario_reference;
mod scenario_shelf;
mod scenario_slips;
mod scenario_texts;
mod sources;
mod table_answers;
mod table_steps;
mod telling;
mod terminal_play;
mod terminal_typed;
mod text_keys;
mod view_driver;
mod view_languages;
mod view_secrets;
mod view_told;
mod view_words;
