//! By what the rows of a run name it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::harmless;
use crate::run::RUN_ENDING;

/// The names of run files without their ending; with the name of the folder where two are the same, and with a number
/// where that is the same, too.
pub(super) fn names(paths: &[&Path]) -> Vec<String> {
    let bare: Vec<String> = paths.iter().map(|path| bare(path)).collect();
    let long: Vec<String> = paths.iter().zip(&bare).map(|(path, name)| inside(path, name)).collect();
    let of = |name: &String| bare.iter().filter(|other| *other == name).count();
    let chosen = bare.iter().zip(long).map(|(bare, long)| if of(bare) > 1 { long } else { bare.clone() });
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    chosen
        .map(|name| {
            let times = seen.entry(name.clone()).or_default();
            *times += 1;
            if *times == 1 { name } else { format!("{name}-{times}") }
        })
        .collect()
}

fn bare(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    harmless(name.strip_suffix(RUN_ENDING).or_else(|| name.strip_suffix(".ron")).unwrap_or(&name))
}

fn inside(path: &Path, name: &str) -> String {
    match path.parent().and_then(Path::file_name) {
        Some(folder) => format!("{}/{name}", harmless(&folder.to_string_lossy())),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_named_by_its_file_and_by_more_only_if_that_is_not_enough() {
        let paths =
            ["a/aspen.run.ron", "b/aspen.run.ron", "b/juniper.ron", "x/b/aspen.run.ron", "odd\u{202e}\n.run.ron"];
        let names = names(&paths.map(Path::new));
        assert_eq!(names[..4], ["a/aspen", "b/aspen", "juniper", "b/aspen-2"]);
        assert!(!names[4].contains(['\u{202e}', '\n']), "{names:?}");
    }
}
