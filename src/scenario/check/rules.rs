//! Checks the rule parameters that a scenario sets.

use std::collections::BTreeSet;

use super::{Checker, from_to, out_of_range, plain};
use crate::scenario::message::Message;
use crate::scenario::read::suggest;
use crate::scenario::rules::PARAMETERS;

pub fn check(c: &mut Checker) {
    let Some(rules) = &c.draft.rules else { return };
    let mut seen = BTreeSet::new();
    for (name, rule) in rules {
        let at = format!("rules.{name}");
        let key = c.document.key("rules", name);
        if !seen.insert(name) {
            let message = Message::new("finding-rule-twice").with("name", name.as_str());
            c.error_at(key, &at, message, "hint-keep-one-of-two");
        }
        let Some(parameter) = PARAMETERS.iter().find(|parameter| parameter.name == name) else {
            let hint = match suggest(name, PARAMETERS.iter().map(|parameter| parameter.name)) {
                Some(close) => Message::new("hint-did-you-mean-text").with("name", close),
                None => "hint-rule-names".into(),
            };
            let message = Message::new("finding-no-rule").with("name", name.escape_debug().to_string());
            c.error_at(key, &at, message, hint);
            continue;
        };
        if !(parameter.min..=parameter.max).contains(&rule.value) {
            let (min, max) = (plain(parameter.min), plain(parameter.max));
            let message = out_of_range(name, plain(rule.value), &min, &max);
            let hint = from_to("hint-choose-or-default", &min, &max).with("default", plain(parameter.default));
            c.error(&format!("{at}.value"), message, hint);
        }
        c.text(&format!("{at}.source"), &rule.source);
    }
}
