//! The clipboard that is shared with other programs. Without one, as in tests, fields copy and
//! paste only among themselves.

use bevy::clipboard::Clipboard;
use bevy::prelude::*;

/// A clipboard that is shared with other programs.
pub trait Exchange: Send + Sync + 'static {
    /// The text that was copied last, if there is any.
    fn read(&mut self) -> Option<String>;
    /// Makes a text available to other programs.
    fn write(&mut self, text: String);
}

/// The shared clipboard, which fields copy to and paste from.
#[derive(Resource)]
pub struct SystemClipboard(pub Box<dyn Exchange>);

/// The clipboard of the desktop, opened on first use.
#[derive(Default)]
pub struct Desktop(Option<arboard::Clipboard>);

impl Desktop {
    fn open(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.0.is_none() {
            self.0 = arboard::Clipboard::new().ok();
        }
        self.0.as_mut()
    }
}

impl Exchange for Desktop {
    fn read(&mut self) -> Option<String> {
        self.open()?.get_text().ok()
    }

    fn write(&mut self, text: String) {
        if let Some(Err(error)) = self.open().map(|clipboard| clipboard.set_text(text)) {
            warn!("the clipboard took no text: {error}");
        }
    }
}

/// The text that was copied last, here or in another program.
pub(super) fn copied(own: &mut Clipboard, system: Option<&mut SystemClipboard>) -> Option<String> {
    let elsewhere = system.and_then(|system| system.0.read());
    elsewhere.or_else(|| own.fetch_text().poll_result()?.ok())
}

/// Makes what a field has just copied available to other programs.
pub(super) fn share(own: &mut Clipboard, system: Option<&mut SystemClipboard>) {
    if let (Some(system), Some(Ok(text))) = (system, own.fetch_text().poll_result()) {
        system.0.write(text);
    }
}
