//! What the tests that go through the binary share.
#![allow(dead_code, clippy::unwrap_used)]

pub mod oracle;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The binary under test.
pub fn limbec() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_limbec"));
    for name in ["ALEMBIC_CONFIG", "LIMBEC_URL", "DATABASE_PATH", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("the crate lies two folders below the workspace")
        .to_owned()
}

/// The Python that has real Alembic; a test that needs it fails without it.
pub fn oracle_python() -> PathBuf {
    let python = std::env::var_os("LIMBEC_ORACLE_PYTHON")
        .map_or_else(|| workspace().join(".oracle/bin/python"), PathBuf::from);
    assert!(
        python.exists(),
        "{} is missing: run scripts/setup, which installs the Alembic that Limbec is compared with",
        python.display()
    );
    python
}

/// Copy a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Standard output as text.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("standard output is UTF-8")
}

/// Standard error as text.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("standard error is UTF-8")
}

/// The answers of a query on a SQLite file, by the sqlite3 shell.
pub fn sqlite(database: &Path, sql: &str) -> String {
    let output = Command::new("sqlite3")
        .arg(database)
        .arg(sql)
        .output()
        .expect("sqlite3 is installed by scripts/setup");
    assert!(output.status.success(), "{}", stderr(&output));
    stdout(&output)
}

/// Run a SQL file on a SQLite database.
pub fn sqlite_script(database: &Path, script: &Path) {
    let output = Command::new("sqlite3")
        .arg("-bail")
        .arg(database)
        .stdin(std::fs::File::open(script).unwrap())
        .output()
        .expect("sqlite3 is installed by scripts/setup");
    assert!(output.status.success(), "{}", stderr(&output));
}

/// The schema as a human reads it: objects, columns and foreign keys, whatever made them.
pub fn schema(database: &Path) -> String {
    sqlite(
        database,
        "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex%' ORDER BY 1, 2;
         SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk
           FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' ORDER BY 1, 2;
         SELECT m.name, f.\"table\", f.\"from\", f.\"to\"
           FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 2, 3;",
    )
}
