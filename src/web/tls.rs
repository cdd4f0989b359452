//! The certificate of a host that speaks TLS.

use std::fs;
use std::path::Path;

use axum_server::tls_rustls::RustlsConfig;

use super::workshop::Wanted;
use crate::run::plain;
use crate::text::Text;

/// The certificate that is asked for, with its key.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub(super) async fn config(wanted: &Wanted, text: &Text) -> Result<Option<RustlsConfig>, String> {
    let Some((certificate, key)) = &wanted.tls else { return Ok(None) };
    if wanted.public_url.as_ref().is_none_or(|url| !url.starts_with("https://")) {
        return Err(text.get("host-tls-url"));
    }
    let shown = |path: &Path| path.display().to_string();
    let read = |path: &Path| {
        fs::read(path).map_err(|error| text.with("room-folder", &[("path", &shown(path)), ("reason", &plain(&error))]))
    };
    let config = RustlsConfig::from_pem(read(certificate)?, read(key)?).await.map_err(|error| {
        let (certificate, key) = (shown(certificate), shown(key));
        text.with("host-tls", &[("certificate", &certificate), ("key", &key), ("reason", &error.to_string())])
    })?;
    Ok(Some(config))
}
