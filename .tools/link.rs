//! Keeps the relocations in the linked app: by them it is cut into its parts (src/app/parts.rs).

fn main() {
    println!("cargo:rerun-if-changed=.tools/link.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
