//! The sources of the program, for tests that read them.

use std::collections::BTreeMap;
use std::path::{MAIN_SEPARATOR, Path};

/// The Rust files below a folder of the repository, by their path in it with `/` between its parts.
pub fn sources(folder: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let source = std::fs::read_to_string(&path).expect("it is text");
                let name = path.strip_prefix(&root).expect("it lies below the folder").display().to_string();
                found.insert(name.replace(MAIN_SEPARATOR, "/"), source);
            }
        }
    }
    found
}
