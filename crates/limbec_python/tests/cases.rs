//! Runs every script below `tests/cases` and compares what it prints, and the traceback it ends with, to what CPython
//! 3.11 gave. `tests/record.py` records that.

use std::path::Path;

use limbec_python::{Captured, Config, NoModules, Vm, format_error, run_on_big_stack};

fn run(path: &Path, text: &str) -> String {
    let shown = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let root = path.parent().and_then(|folder| folder.canonicalize().ok());
    run_on_big_stack(|| {
        let output = Captured::default();
        let config = Config {
            project_root: root.clone(),
            current_dir: root,
            ..Config::default()
        };
        let mut vm = Vm::new(config, Box::new(NoModules), Box::new(output.clone()));
        let result = vm.run_module("__main__", &shown, text);
        let mut all = output.out.borrow().clone();
        if let Err(error) = result {
            all.push_str("--- error\n");
            all.push_str(&format_error(&mut vm, &error));
        }
        all
    })
    .expect("a thread")
}

fn case(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let wanted = std::fs::read_to_string(path.with_extension("out"))?;
    let found = run(path, &text);
    if found == wanted {
        return Ok(());
    }
    let mut report = String::new();
    for (line, (wanted, found)) in wanted.lines().zip(found.lines()).enumerate() {
        if wanted != found {
            report.push_str(&format!(
                "line {}\n  CPython: {wanted}\n  here:    {found}\n",
                line + 1
            ));
        }
    }
    Err(format!(
        "{}: {} lines of CPython, {} here\n{report}\nhere:\n{found}",
        path.display(),
        wanted.lines().count(),
        found.lines().count()
    )
    .into())
}

datatest_stable::harness! {
    { test = case, root = "tests/cases", pattern = r".*\.py$" },
}
