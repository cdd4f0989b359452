//! The numbers of the rules that a scenario sets.

use std::collections::BTreeSet;

use super::{Checker, plain};
use crate::scenario::read::suggest;
use crate::scenario::rules::PARAMETERS;

pub fn check(c: &mut Checker) {
    let Some(rules) = &c.draft.rules else { return };
    let mut seen = BTreeSet::new();
    for (name, rule) in rules {
        let at = format!("rules.{name}");
        let key = c.document.key("rules", name);
        if !seen.insert(name) {
            c.error_at(key, &at, format!("the rule `{name}` is set twice"), "keep one of the two");
        }
        let Some(parameter) = PARAMETERS.iter().find(|parameter| parameter.name == name) else {
            let hint = match suggest(name, PARAMETERS.iter().map(|parameter| parameter.name)) {
                Some(close) => format!("did you mean \"{close}\"?"),
                None => "the names and what they do are in src/scenario/rules.rs".into(),
            };
            c.error_at(key, &at, format!("there is no rule \"{}\"", name.escape_debug()), hint);
            continue;
        };
        if !(parameter.min..=parameter.max).contains(&rule.value) {
            let (min, max) = (plain(parameter.min), plain(parameter.max));
            c.error(
                &format!("{at}.value"),
                format!("`{name}` is {}, but it goes from {min} to {max}", plain(rule.value)),
                format!("choose a number from {min} to {max}; the default is {}", plain(parameter.default)),
            );
        }
        c.text(&format!("{at}.source"), &rule.source);
    }
}
