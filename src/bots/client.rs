//! Requests of a bot, and the stream of what it sees.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{Method, Request};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::address::Address;

type Http = hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>;

/// A request that takes longer has failed.
const LONGEST: Duration = Duration::from_secs(30);
/// A stream that is silent for longer is dead: the host sends a beat every 15 seconds.
const SILENCE: Duration = Duration::from_secs(40);

/// Why a bot cannot go on.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The host cannot be reached.
    Unreachable(String),
    /// The host refused, with this sentence.
    Refused(String),
    /// No team has two free seats.
    NoFreeTeam,
}

/// A program with the key of a person.
#[derive(Clone, Debug)]
pub(super) struct Client {
    http: Http,
    base: String,
    key: String,
}

/// A stream of what a bot sees.
pub(super) struct Stream {
    body: Body,
    read: Vec<u8>,
}

impl Client {
    /// Joins a room under a name, as a bot of a policy.
    pub(super) async fn join(address: &Address, name: &str, policy: &str) -> Result<Self, Problem> {
        let http = hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build_http();
        let mut client = Self { http, base: address.base.clone(), key: String::new() };
        let join = json!({ "code": address.code, "name": name, "bot": policy });
        let joined = client.post("/api/join", &join).await?;
        joined["key"].as_str().unwrap_or_default().clone_into(&mut client.key);
        Ok(client)
    }

    pub(super) async fn get(&self, path: &str) -> Result<Value, Problem> {
        self.ask(Method::GET, path, Bytes::new()).await
    }

    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<Value, Problem> {
        self.ask(Method::POST, path, body.to_string().into()).await
    }

    /// Opens a stream.
    pub(super) async fn stream(&self, path: &str) -> Result<Stream, Problem> {
        let answer = self.send(Method::GET, path, Bytes::new()).await?;
        match answer.status().is_success() {
            true => Ok(Stream { body: answer.into_body(), read: Vec::new() }),
            false => Err(Problem::Refused(answer.status().to_string())),
        }
    }

    async fn ask(&self, method: Method, path: &str, body: Bytes) -> Result<Value, Problem> {
        let answer = self.send(method, path, body).await?;
        let well = answer.status().is_success();
        let bytes = timeout(LONGEST, answer.into_body().collect()).await.map_err(|_| unreachable(&"no answer"))?;
        let bytes = bytes.map_err(|error| unreachable(&error))?.to_bytes();
        let value: Value = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        match well {
            true => Ok(value),
            false => Err(Problem::Refused(value["why"].as_str().unwrap_or_default().to_owned())),
        }
    }

    async fn send(&self, method: Method, path: &str, body: Bytes) -> Result<axum::http::Response<Body>, Problem> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            .header(AUTHORIZATION, format!("Bearer {}", self.key))
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(body))
            .map_err(|error| unreachable(&error))?;
        let answer = timeout(LONGEST, self.http.request(request)).await.map_err(|_| unreachable(&"no answer"))?;
        answer.map(|answer| answer.map(Body::new)).map_err(|error| unreachable(&error))
    }
}

impl Stream {
    /// The data of the next event that shows something; `None` if the stream has ended.
    pub(super) async fn next(&mut self) -> Option<String> {
        loop {
            while let Some(end) = self.read.windows(2).position(|two| two == b"\n\n") {
                let event: Vec<u8> = self.read.drain(..end + 2).collect();
                match shown(&String::from_utf8_lossy(&event)) {
                    Event::Shows(data) => return Some(data),
                    Event::Closed => return None,
                    Event::Beat => {}
                }
            }
            let frame = timeout(SILENCE, self.body.frame()).await.ok()??.ok()?;
            self.read.extend_from_slice(frame.data_ref()?);
        }
    }
}

/// What an event of a stream says.
enum Event {
    Shows(String),
    Beat,
    Closed,
}

fn shown(event: &str) -> Event {
    match fields(event, "event: ").next() {
        Some("page") => Event::Shows(fields(event, "data: ").collect::<Vec<_>>().join("\n")),
        Some("closed") => Event::Closed,
        _ => Event::Beat,
    }
}

/// The fields of an event with a name.
fn fields<'a>(event: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    event.lines().filter_map(move |line| line.strip_prefix(name))
}

fn unreachable(reason: &dyn core::fmt::Display) -> Problem {
    Problem::Unreachable(reason.to_string())
}
