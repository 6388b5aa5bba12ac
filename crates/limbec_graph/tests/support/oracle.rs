//! Starts the oracle: a Python that has the real Alembic.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::{Value, json};

/// The Python with Alembic 1.20: `LIMBEC_ORACLE_PYTHON`, or `.oracle/bin/python` of the workspace.
///
/// # Panics
/// When there is none: a comparison that silently does not happen is worse than none.
pub fn python() -> PathBuf {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = std::env::var_os("LIMBEC_ORACLE_PYTHON")
        .map_or_else(|| workspace.join(".oracle/bin/python"), PathBuf::from);
    assert!(
        python.exists(),
        "the oracle is missing: there is no {}. This test compares limbec with the real Alembic; `scripts/test` \
         installs it, or set LIMBEC_ORACLE_PYTHON to a Python that has alembic 1.20",
        python.display()
    );
    python
}

/// The answers of the real Alembic, graph by graph. `order` is explained in the oracle's script.
pub fn ask(order: &str, graphs: &Value) -> Vec<Vec<Value>> {
    ask_with_seed(order, 0, graphs)
}

/// As [`ask`], with another seed for Python's hashes.
pub fn ask_with_seed(order: &str, seed: u32, graphs: &Value) -> Vec<Vec<Value>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/graph_oracle.py");
    let mut child = Command::new(python())
        .args(["-W", "ignore", script])
        .env("PYTHONHASHSEED", seed.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the oracle starts");
    let mut stdin = child.stdin.take().expect("stdin is a pipe");
    let questions = json!({"order": order, "graphs": graphs}).to_string();
    let writer = thread::spawn(move || stdin.write_all(questions.as_bytes()));
    let output = child.wait_with_output().expect("the oracle answers");
    writer
        .join()
        .unwrap()
        .expect("the oracle reads its questions");
    assert!(
        output.status.success(),
        "the oracle failed: {}",
        output.status
    );
    serde_json::from_slice(&output.stdout).expect("the oracle answers in JSON")
}
