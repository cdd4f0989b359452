//! Which request goes where.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::response::Redirect;
use axum::routing::{get, post};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use tokio::net::TcpListener;

use super::host::Host;
use super::{api, compare, console, files, guard, join, look, seat, stream, wall};

/// Bytes of a request at most: an act with the page that it was made on is far smaller.
const LARGEST: usize = 32 * 1024;

/// How long requests may take that are being answered when the host ends.
const LAST: Duration = Duration::from_secs(5);

/// Serves a room until `stop` is done. Open streams are told and ended.
///
/// # Errors
/// The network fails.
pub async fn serve(
    listener: TcpListener,
    tls: Option<RustlsConfig>,
    host: Arc<Host>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let versions = host.versions.clone();
    let stopped = async move {
        stop.await;
        versions.close();
    };
    let service = routes(host).into_make_service_with_connect_info::<SocketAddr>();
    let Some(tls) = tls else { return axum::serve(listener, service).with_graceful_shutdown(stopped).await };
    let handle = Handle::new();
    let closing = handle.clone();
    tokio::spawn(async move {
        stopped.await;
        closing.graceful_shutdown(Some(LAST));
    });
    axum_server::from_tcp_rustls(listener.into_std()?, tls)?.handle(handle).serve(service).await
}

fn routes(host: Arc<Host>) -> Router {
    let back = || async { Redirect::to("/seat") };
    Router::new()
        .route("/", get(join::without_code))
        .route("/{code}", get(join::with_code))
        .route("/join", post(join::join).get(back))
        .route("/back", post(join::back).get(back))
        .route("/return", post(join::come_back).get(back))
        .route("/language", post(join::language).get(back))
        .route("/seat", get(seat::show))
        .route("/act", post(seat::act).get(back))
        .route("/sit", post(seat::sit).get(back))
        .route("/rise", post(seat::rise).get(back))
        .route("/call", post(seat::call).get(back))
        .route("/draw", post(seat::draw).get(back))
        .route("/events", get(stream::of_person))
        .route("/console", get(console::show).post(console::act))
        .route("/console/events", get(stream::of_console))
        .route("/console/seat", get(look::ask).post(look::show))
        .route("/console/compare", get(compare::show))
        .route("/wall", get(wall::show))
        .route("/wall/events", get(stream::of_wall))
        .route("/style.css", get(files::style_sheet))
        .route("/page.js", get(files::script))
        .route("/icon.svg", get(files::icon))
        .merge(api::routes())
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(from_fn_with_state(host.clone(), guard::guard))
        .with_state(host)
}
