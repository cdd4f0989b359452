//! Turns away what comes from other sites, and sets the headers of every answer.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::host::Host;

/// Only what this server sends: no script or style inside a page, nothing from elsewhere, no frame around it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Looks at every request before anything else does.
pub(super) async fn guard(State(host): State<Arc<Host>>, mut request: Request, next: Next) -> Response {
    // HTTP/2 names the host in the address of the request only.
    let named = request.uri().authority().and_then(|name| HeaderValue::from_str(name.as_str()).ok());
    if let Some(name) = named {
        request.headers_mut().entry(HOST).or_insert(name);
    }
    let name = request.headers().get(HOST).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let mut answer = if !is_ours(name, host.public_name()) {
        (StatusCode::MISDIRECTED_REQUEST, "This address does not belong to the workshop.\n").into_response()
    } else if request.method() == Method::POST && !from_our_page(request.headers(), name) {
        (StatusCode::FORBIDDEN, "This was sent from another site.\n").into_response()
    } else {
        next.run(request).await
    };
    let headers = answer.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    answer
}

/// Whether a request means this machine. A foreign site can point a name of its own at an address in the room, but it
/// cannot make a browser ask for an address by number.
fn is_ours(name: &str, public: Option<&str>) -> bool {
    let bare = match name.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => name.split(':').next().unwrap_or_default(),
    };
    Some(name) == public || bare == "localhost" || bare.ends_with(".local") || bare.parse::<IpAddr>().is_ok()
}

/// Whether a form was sent by one of our own pages. Programs send neither header, and have no cookies of others.
fn from_our_page(headers: &HeaderMap, name: &str) -> bool {
    let text = |header: Option<&HeaderValue>| header.and_then(|value| value.to_str().ok()).map(str::to_owned);
    let same_origin = text(headers.get(ORIGIN)).is_none_or(|origin| origin.split("//").nth(1) == Some(name));
    let site = text(headers.get("sec-fetch-site"));
    same_origin && site.is_none_or(|site| site == "same-origin" || site == "none")
}

#[cfg(test)]
mod tests {
    use super::{from_our_page, is_ours};
    use axum::http::HeaderMap;

    #[test]
    fn names_of_other_sites_are_not_ours_even_if_they_lead_here() {
        for ours in ["192.168.1.20:7878", "localhost:7878", "[::1]:7878", "laptop.local:7878", "room.example.org"] {
            assert!(is_ours(ours, Some("room.example.org")), "{ours}");
        }
        for foreign in ["", "evil.example", "192.168.1.20.evil.example:7878", "localhost.evil.example"] {
            assert!(!is_ours(foreign, None), "{foreign}");
        }
    }

    #[test]
    fn a_form_of_another_site_is_turned_away() {
        let from = |pairs: &[(&'static str, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.insert(*name, value.parse().expect("it is a header"));
            }
            from_our_page(&headers, "192.168.1.20:7878")
        };
        assert!(from(&[]));
        assert!(from(&[("origin", "http://192.168.1.20:7878"), ("sec-fetch-site", "same-origin")]));
        assert!(!from(&[("origin", "http://evil.example")]));
        assert!(!from(&[("origin", "null")]));
        assert!(!from(&[("sec-fetch-site", "cross-site")]));
    }
}
