//! All visible text: language files (Fluent), and how numbers, quarters and names are written.

mod deed;
mod disk;
mod finding;
mod format;
mod label;
pub mod letters;
mod refusal;
mod report;
mod seen;
mod teller;
mod together;
mod typed;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

pub use deed::{
    decision, product_move, product_move_about, product_move_id, product_move_kind, product_move_target, reform_about,
    sales_move, sales_move_about, sales_move_id, sales_move_kind, sales_move_target,
};
pub use disk::disk;
pub use finding::message;
pub use format::{
    Numbers, Unit, change, change_beside, change_in_tenths, change_range, count, decimal, dollars, hundredths, index,
    percent, percent_in_tenths, percent_points, quarter_name, quarter_number, range, signed_decimal, signed_dollars,
    signed_hundredths, weeks, width,
};
pub use label::{
    ask_name, by, cause, causes, customer_name, deal_name, evidence, has_group, measure, measure_key, name, persona,
    persona_about, phase, quantity, reform, request, response, seat, team_name, work_name,
};
pub use refusal::refusal;
pub use report::{Paper, report};
pub use seen::seen;
pub use teller::Teller;
pub use together::together;

static LOCALES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// The language if no other is chosen.
pub const DEFAULT_LANGUAGE: &str = "en";

/// Suffix of the key of a text for one person who plays alone; without it, the text is for two.
const ALONE: &str = "-alone";

/// The texts of one language.
#[derive(Clone)]
pub struct Text {
    bundle: Arc<FluentBundle<FluentResource>>,
    language: String,
    numbers: Numbers,
    /// Whether one person plays alone, so that texts with a form for one person use it.
    alone: bool,
}

impl core::fmt::Debug for Text {
    fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        f.debug_struct("Text").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new(DEFAULT_LANGUAGE)
    }
}

impl Text {
    /// The texts of a language. If it has no files there are no texts, and every key is shown in angle brackets.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let id: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolating marks are for mixed text directions, and show as boxes in fonts that lack them.
        bundle.set_use_isolating(false);
        for source in sources(language) {
            // A file with a broken entry still provides the others. A test makes sure that ours have none.
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        let numbers = Numbers::default();
        let mut text = Self { bundle: Arc::new(bundle), language: language.to_owned(), numbers, alone: false };
        text.numbers = Numbers::of(&text);
        text
    }

    /// A made-up language for tests: English with strange letters, so that text that does not come from the language
    /// files is noticed.
    #[must_use]
    pub fn made_up() -> Self {
        let mut text = Self::default();
        if let Some(bundle) = Arc::get_mut(&mut text.bundle) {
            bundle.set_transform(Some(accented));
        }
        text.numbers = Numbers::of(&text);
        text
    }

    /// The same texts, for one person who plays alone or for two.
    #[must_use]
    pub fn spoken_to(&self, alone: bool) -> Self {
        Self { alone, ..self.clone() }
    }

    /// Whether the texts are for one person who plays alone.
    #[must_use]
    pub fn alone(&self) -> bool {
        self.alone
    }

    /// The text for a key. A key without a text is shown in angle brackets, for a test to find.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// The text for a key, with values filled in.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, &dyn Value)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set((*name).to_owned(), value.fluent());
        }
        self.format(key, &args)
    }

    /// Its signs and units, for code that writes only numbers.
    #[must_use]
    pub fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether a key has a text.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    fn format(&self, key: &str, args: &FluentArgs) -> String {
        if self.alone {
            let own = format!("{key}{ALONE}");
            if self.has(&own) {
                return self.pattern(&own, args);
            }
        }
        self.pattern(key, args)
    }

    fn pattern(&self, key: &str, args: &FluentArgs) -> String {
        match self.bundle.get_message(key).and_then(|message| message.value()) {
            Some(pattern) => self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned(),
            None => format!("⟨{key}⟩"),
        }
    }
}

impl AsRef<Numbers> for Text {
    fn as_ref(&self) -> &Numbers {
        &self.numbers
    }
}

/// The letters of the made-up language. Vowels are doubled to make texts two fifths longer, as they are in some
/// languages.
fn accented(text: &str) -> Cow<'_, str> {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$%.";
    const ACCENTED: &str = "áƀčďéƒğĥíĵķľɱñóƥʠŕšťúṽŵẋýžÁƁČĎÉƑĞĤÍĴĶĽṀÑÓƤɊŔŠŤÚṼŴẊÝŽ¤‰·";
    let mut accented = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let place = PLAIN.chars().position(|plain| plain == letter);
        let drawn = place.and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(letter);
        accented.push(drawn);
        if matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u') {
            accented.push(drawn);
        }
    }
    Cow::Owned(accented)
}

/// A value that can be filled into a text.
pub trait Value {
    /// The value in Fluent's type.
    fn fluent(&self) -> FluentValue<'static>;
}

impl Value for String {
    fn fluent(&self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

impl Value for &str {
    fn fluent(&self) -> FluentValue<'static> {
        FluentValue::from((*self).to_owned())
    }
}

impl Value for usize {
    fn fluent(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

impl Value for u16 {
    fn fluent(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

impl Value for u8 {
    fn fluent(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

impl Value for u32 {
    fn fluent(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

/// The languages that have files, in order.
#[must_use]
pub fn languages() -> Vec<String> {
    let mut languages: Vec<String> = LOCALES.dirs().map(|folder| folder.path().display().to_string()).collect();
    languages.sort();
    languages
}

/// The contents of a language's files, in order of their names.
pub fn sources(language: &str) -> Vec<&'static str> {
    let files: BTreeMap<_, _> = LOCALES
        .get_dir(language)
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| Some((file.path(), file.contents_utf8()?)))
        .collect();
    files.into_values().collect()
}
