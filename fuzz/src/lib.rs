//! What the targets share: see `tests/support/mutate.rs` of the interpreter, whose recorded cases are built in.

#![cfg(feature = "interpreter")]

#[path = "../../crates/limbec_python/tests/support/mutate.rs"]
mod mutate;

pub use mutate::run;

include!(concat!(env!("OUT_DIR"), "/scripts.rs"));

/// A script out of pieces of the recorded cases.
pub fn mutated(data: &[u8]) -> String {
    mutate::mutated(SCRIPTS, data)
}
