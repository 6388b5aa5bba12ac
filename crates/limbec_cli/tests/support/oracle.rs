//! Real Alembic, in a process that answers one command after the other.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// What a command answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The process.
pub struct Alembic {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Alembic {
    /// Start it.
    pub fn start() -> Self {
        let mut child = Command::new(super::oracle_python())
            .arg(super::workspace().join("tests/oracle/command_worker.py"))
            .arg("written")
            .env_remove("ALEMBIC_CONFIG")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    /// Run a command in a folder.
    pub fn run(&mut self, folder: &Path, arguments: &[&str]) -> Answer {
        let request = json!({"cwd": folder, "argv": arguments});
        writeln!(self.input, "{request}").unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        let answer: Value =
            serde_json::from_str(&line).unwrap_or_else(|_| panic!("Alembic died at {request}"));
        Answer {
            code: answer["code"].as_i64().unwrap() as i32,
            stdout: answer["stdout"].as_str().unwrap().to_owned(),
            stderr: answer["stderr"].as_str().unwrap().to_owned(),
        }
    }
}

impl Drop for Alembic {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The same command by the binary under test.
pub fn limbec_answer(folder: &Path, arguments: &[&str]) -> Answer {
    let output = super::limbec()
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Answer {
        code: output.status.code().unwrap_or(-1),
        stdout: super::stdout(&output),
        stderr: super::stderr(&output),
    }
}
