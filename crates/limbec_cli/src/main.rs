//! The command line of Limbec: the only crate that prints and that ends the process.

mod app;
mod args;
mod commands;
mod console;
mod excerpt;
mod failure;
mod graph;
mod hints;
mod json;
mod program;
mod progress;
mod server_message;
mod sqlstate_hints;

use std::process::ExitCode;

fn main() -> ExitCode {
    app::main()
}
