//! Triggers a rebuild when a scenario is added. The folder is embedded, but the compiler only notices changes of files
//! that it already knows.

fn main() {
    println!("cargo::rerun-if-changed=scenarios");
}
