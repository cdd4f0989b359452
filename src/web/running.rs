//! A workshop that runs beside a window.

use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use tokio::sync::oneshot;

use super::host::Host;
use super::workshop::{Links, Wanted, Workshop};
use crate::journal::{Holder, Key, Task};
use crate::run::plain;
use crate::text::Text;

/// A workshop that runs in threads of its own, until this is dropped.
#[derive(Debug)]
pub struct Running {
    /// What all requests share.
    pub host: Arc<Host>,
    /// Where everything is.
    pub links: Links,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Opens a workshop in the language of a text, and runs it.
    ///
    /// # Errors
    /// A sentence that says why it cannot be opened.
    pub fn start(wanted: Wanted, text: Arc<Text>) -> Result<Self, String> {
        let (stop, stopped) = oneshot::channel();
        let (opened, wait) = mpsc::channel();
        let run = move || {
            let opening = async {
                let workshop = Workshop::open(&wanted, &text).await?;
                // Sending fails only if `start` has returned, and then the workshop is stopped, too.
                let _ = opened.send(Ok((workshop.host.clone(), workshop.links.clone())));
                let stop = async { drop(stopped.await) };
                workshop.run(stop).await.map(drop).map_err(|error| plain(&error))
            };
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
            let ran = runtime.map_err(|error| plain(&error)).and_then(|runtime| runtime.block_on(opening));
            if let Err(problem) = ran {
                let _ = opened.send(Err(problem));
            }
        };
        let thread = thread::Builder::new().name("workshop".to_owned()).spawn(run).map_err(|error| plain(&error))?;
        let (host, links) = wait.recv().map_err(|_| String::new())??;
        Ok(Self { host, links, stop: Some(stop), thread: Some(thread) })
    }

    /// Whether it has ended by itself: its room was deleted, or the network failed.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// A new link to the console. It works once.
    #[must_use]
    pub fn console_link(&self) -> Option<String> {
        let key = Key::new().ok()?;
        let (given, wait) = mpsc::channel();
        self.host.kept.ask(Task::Give(key.hash(), Holder::ConsoleLink(None)), move |done| {
            let _ = given.send(done.is_ok());
        });
        let own = self.links.console.split('?').next().unwrap_or_default();
        wait.recv().ok().filter(|given| *given).map(|_| format!("{own}?key={}", key.as_str()))
    }
}

impl Drop for Running {
    /// Nothing that was accepted is lost, and devices are told.
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
