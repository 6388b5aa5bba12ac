//! Runs a Python file: `cargo run -p limbec_python --example run -- file.py`.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

use limbec_python::{Captured, Config, NoModules, Vm, format_error, run_on_big_stack};

fn main() -> std::io::Result<()> {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: run FILE");
        return Ok(());
    };
    let text = std::fs::read_to_string(&path)?;
    let (out, err) = run_on_big_stack(|| {
        let output = Captured::default();
        let here = std::env::current_dir().ok();
        let config = Config {
            environment: std::env::vars().collect(),
            project_root: here.clone(),
            current_dir: here,
            argv: std::env::args().skip(1).collect(),
            ..Config::default()
        };
        let mut vm = Vm::new(config, Box::new(NoModules), Box::new(output.clone()));
        let result = vm.run_module("__main__", &path, &text);
        let mut err = output.err.borrow().clone();
        if let Err(error) = result {
            err.push_str(&format_error(&mut vm, &error));
        }
        let out = output.out.borrow().clone();
        (out, err)
    })?;
    print!("{out}");
    eprint!("{err}");
    if !err.is_empty() {
        std::process::exit(1);
    }
    Ok(())
}
