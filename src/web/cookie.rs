//! The keys that browsers hold, in cookies named by the room.

use axum::http::header::{AUTHORIZATION, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};

use super::host::Host;
use crate::journal::{Holder, Key, KeyHash};
use crate::room::PersonId;

/// Seconds that a browser keeps a key: as long as rooms are kept.
const KEPT: u32 = 30 * 24 * 60 * 60;
/// The cookie with the language that a device chose.
const LANGUAGE: &str = "language";

/// The value of a cookie.
fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// The first key of a device, or of a program, that opens something wanted.
pub(super) fn holder<T>(host: &Host, headers: &HeaderMap, wanted: impl Fn(Holder) -> Option<T>) -> Option<T> {
    keys(host, headers).filter_map(|key| host.kept.holder(&key)).find_map(wanted)
}

/// The key by which a device, or a program, sees the console.
pub(super) fn console(host: &Host, headers: &HeaderMap) -> Option<KeyHash> {
    keys(host, headers).find(|key| matches!(host.kept.holder(key), Some(Holder::Console(_))))
}

/// All keys that a device or a program shows.
fn keys<'a>(host: &'a Host, headers: &'a HeaderMap) -> impl Iterator<Item = KeyHash> + use<'a> {
    let key = move |kind: &&str| value(headers, &format!("{kind}-{}", host.kept.opening.code));
    let program = headers.get(AUTHORIZATION).and_then(|line| line.to_str().ok()?.strip_prefix("Bearer "));
    let program = program.map(str::trim);
    program.into_iter().chain(KINDS.iter().filter_map(key)).map(|key| Key::shown(key).hash())
}

const KINDS: [&str; 3] = ["seat", "console", "wall"];

/// A cookie with a key for a holder.
pub(super) fn keep(host: &Host, holder: &Holder, key: &Key) -> (axum::http::HeaderName, HeaderValue) {
    let kind = match holder {
        Holder::Person(_) => KINDS[0],
        Holder::Console(_) | Holder::ConsoleLink(_) => KINDS[1],
        Holder::Wall => KINDS[2],
    };
    set(host, &format!("{kind}-{}", host.kept.opening.code), key.as_str())
}

/// A cookie with a language.
pub(super) fn keep_language(host: &Host, language: &str) -> (axum::http::HeaderName, HeaderValue) {
    set(host, LANGUAGE, language)
}

fn set(host: &Host, name: &str, value: &str) -> (axum::http::HeaderName, HeaderValue) {
    let secure = if host.secure() { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; Max-Age={KEPT}; HttpOnly; SameSite=Lax{secure}");
    (SET_COOKIE, HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static("")))
}

/// The language of a device: the one that it chose, or else the first one that its browser asks for.
pub(super) fn language<'a>(host: &'a Host, headers: &HeaderMap) -> &'a str {
    let asked = headers.get("accept-language").and_then(|line| line.to_str().ok()).unwrap_or_default();
    let asked = asked.split(',').filter_map(|part| part.split([';', '-']).next()).map(str::trim);
    value(headers, LANGUAGE)
        .into_iter()
        .chain(asked)
        .find_map(|code| host.known_language(code))
        .unwrap_or_else(|| host.own_language())
}

/// The person whose key a device has.
pub(super) fn person(host: &Host, headers: &HeaderMap) -> Option<PersonId> {
    holder(host, headers, |holder| match holder {
        Holder::Person(person) => Some(person),
        _ => None,
    })
}
