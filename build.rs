//! Builds again when a scenario is added: the folder is embedded, and the compiler sees only files it knows.

fn main() {
    println!("cargo::rerun-if-changed=scenarios");
}
