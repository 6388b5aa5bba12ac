//! Bad input gets a clear error, and nothing is lost.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use support::{limbec, sqlite, stderr, stdout};

const INI: &str = "[alembic]\nscript_location = %(here)s/migrations\npath_separator = os\nsqlalchemy.url = sqlite:///app.db\n";

const ENV: &str = "\
from alembic import context
from sqlalchemy import create_engine

with create_engine(context.config.get_main_option('sqlalchemy.url')).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
";

struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    fn new() -> Self {
        let project = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        project.write("alembic.ini", INI);
        project.write("migrations/env.py", ENV);
        project.script(
            "a1",
            "None",
            "op.create_table('t', sa.Column('id', sa.Integer(), primary_key=True))",
        );
        project
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn script(&self, revision: &str, parent: &str, upgrade: &str) {
        self.write(
            &format!("migrations/versions/{revision}.py"),
            &format!(
                "\"\"\"{revision}\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = '{revision}'\n\
                 down_revision = {parent}\n\n\ndef upgrade():\n    {upgrade}\n\n\ndef downgrade():\n    pass\n"
            ),
        );
    }

    fn run(&self, arguments: &[&str]) -> Output {
        limbec()
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    /// The command fails with this exit code, and says all of this on standard output and standard error together.
    fn fails(&self, arguments: &[&str], code: i32, says: &[&str]) -> String {
        let output = self.run(arguments);
        let text = format!("{}{}", stdout(&output), stderr(&output));
        assert_eq!(
            output.status.code(),
            Some(code),
            "limbec {arguments:?}\n{text}"
        );
        for part in says {
            assert!(text.contains(part), "{part:?} is missing in:\n{text}");
        }
        assert!(!text.contains("panicked"), "{text}");
        text
    }

    fn tables(&self) -> String {
        sqlite(
            &self.path("app.db"),
            "SELECT name FROM sqlite_master ORDER BY 1",
        )
    }
}

#[test]
fn not_a_database_file() {
    let project = Project::new();
    project.write(
        "app.db",
        &"this is a letter to a friend, not a database. ".repeat(40),
    );
    project.fails(
        &["upgrade", "head"],
        1,
        &["file is not a database", "hint:"],
    );
}

#[test]
fn a_locked_database() {
    let project = Project::new();
    sqlite(&project.path("app.db"), "CREATE TABLE held (id INTEGER)");
    let holder = rusqlite::Connection::open(project.path("app.db")).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    project.fails(
        &["--url", "sqlite:///app.db?timeout=0.2", "upgrade", "head"],
        1,
        &["database is locked", "hint:"],
    );
    holder.execute_batch("ROLLBACK").unwrap();
    assert_eq!(project.tables(), "held\n");
}

#[test]
fn a_read_only_database() {
    let project = Project::new();
    sqlite(&project.path("app.db"), "CREATE TABLE held (id INTEGER)");
    // The tests may run as root, whom permissions do not stop: SQLite's own read-only mode does.
    project.fails(
        &[
            "--url",
            "sqlite:///file:app.db?mode=ro&uri=true",
            "upgrade",
            "head",
        ],
        1,
        &["attempt to write a readonly database", "hint:"],
    );
    assert_eq!(project.tables(), "held\n");
}

#[test]
fn env_py_is_missing() {
    let project = Project::new();
    std::fs::remove_file(project.path("migrations/env.py")).unwrap();
    project.fails(&["upgrade", "head"], 255, &["FAILED: ", "env.py", "hint:"]);
}

#[test]
fn a_script_with_a_syntax_error() {
    let project = Project::new();
    project.script("b2", "'a1'", "op.execute('x'");
    project.fails(&["upgrade", "head"], 255, &["SyntaxError", "b2.py", "^"]);
    assert!(!project.path("app.db").exists(), "nothing was touched");
}

#[test]
fn a_script_without_upgrade() {
    let project = Project::new();
    project.write(
        "migrations/versions/b2.py",
        "revision = 'b2'\ndown_revision = 'a1'\n\n\ndef downgrade():\n    pass\n",
    );
    project.fails(
        &["upgrade", "head"],
        1,
        &["has no attribute 'upgrade'", "b2", "hint:"],
    );
}

#[test]
fn a_cyclic_history() {
    let project = Project::new();
    project.script("a1", "'c3'", "pass");
    project.script("b2", "'a1'", "pass");
    project.script("c3", "'b2'", "pass");
    project.fails(
        &["upgrade", "head"],
        255,
        &["FAILED: Cycle is detected in revisions", "hint:"],
    );
}

#[test]
fn ten_thousand_brackets() {
    let project = Project::new();
    let deep = format!("x = {}{}", "(".repeat(10_000), ")".repeat(10_000));
    project.script("b2", "'a1'", &deep);
    project.fails(
        &["upgrade", "head"],
        255,
        &["too many nested parentheses", "b2.py"],
    );
}

#[test]
fn ten_thousand_of_other_things_inside_each_other() {
    for (name, deep) in [
        ("not", format!("x = {} True", "not ".repeat(10_000))),
        ("minus", format!("x = {}1", "-".repeat(10_000))),
        ("lambda", format!("x = {} 1", "lambda: ".repeat(10_000))),
        ("attribute", format!("x = op{}", ".real".repeat(10_000))),
        ("sum", format!("x = 1{}", " + 1".repeat(10_000))),
        ("if", format!("x = {} 1", "1 if 0 else ".repeat(10_000))),
    ] {
        let project = Project::new();
        project.script("b2", "'a1'", &deep);
        let output = project.run(&["upgrade", "head"]);
        let text = format!("{}{}", stdout(&output), stderr(&output));
        // A chain may run; what may not happen is that the process dies of it.
        assert!(
            matches!(output.status.code(), Some(0 | 1 | 255)),
            "{name}: {:?}\n{text}",
            output.status
        );
        assert!(!text.contains("panicked"), "{name}: {text}");
    }
}

#[test]
fn a_script_that_loops_for_ever_is_ended_by_ctrl_c_and_rolled_back() {
    let project = Project::new();
    project.script(
        "b2",
        "'a1'",
        "op.create_table('half', sa.Column('id', sa.Integer()))\n    print('looping', flush=True)\n    while True:\n        pass",
    );
    let mut child = limbec()
        .args(["upgrade", "head"])
        .current_dir(project.folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut printed = std::io::BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    std::io::BufRead::read_line(&mut printed, &mut line).unwrap();
    assert_eq!(line, "looping\n");
    let killed = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(
            started.elapsed() < Duration::from_secs(10),
            "Ctrl-C did not end it"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", stderr(&output));
    assert!(!project.tables().contains("half"), "{}", project.tables());
    assert_eq!(
        sqlite(&project.path("app.db"), "SELECT * FROM alembic_version"),
        "a1\n"
    );
}

#[test]
fn a_url_with_an_unknown_scheme() {
    let project = Project::new();
    project.fails(
        &["--url", "oracel://scott:tiger@host/db", "upgrade", "head"],
        1,
        &["Can't load plugin: sqlalchemy.dialects:oracel", "hint:"],
    );
}

#[test]
fn a_password_is_never_shown() {
    let project = Project::new();
    for url in [
        "oracel://scott:tiger@host/db",
        "postgresql://scott:tiger@127.0.0.1:1/db",
        "scott:tiger@x",
    ] {
        for command in [&["upgrade", "head"][..], &["current", "-v"]] {
            let mut words = vec!["--url", url];
            words.extend(command);
            let output = project.run(&words);
            let text = format!("{}{}", stdout(&output), stderr(&output));
            assert!(!output.status.success());
            assert!(!text.contains("tiger"), "{text}");
        }
    }
}

#[test]
fn a_broken_value_in_the_configuration() {
    let project = Project::new();
    project.write("alembic.ini", &format!("{INI}version_num_format = %04d\n"));
    project.fails(
        &["revision", "-m", "x"],
        255,
        &["alembic.ini:5", "version_num_format = %04d", "^", "%%04d"],
    );
}

#[test]
fn a_failing_migration_leaves_nothing_behind() {
    let project = Project::new();
    project.script(
        "b2",
        "'a1'",
        "op.create_table('half', sa.Column('id', sa.Integer()))\n    op.execute('INSERT INTO nowhere VALUES (1)')",
    );
    let text = project.fails(
        &["upgrade", "head"],
        1,
        &[
            "no such table: nowhere",
            "b2.py",
            "op.execute('INSERT INTO nowhere VALUES (1)')",
            "^",
            "Traceback (most recent call last):",
        ],
    );
    assert!(!text.contains(".rs"), "{text}");
    assert_eq!(
        project.tables(),
        "alembic_version\nsqlite_autoindex_alembic_version_1\nt\n"
    );
    assert_eq!(
        sqlite(&project.path("app.db"), "SELECT * FROM alembic_version"),
        "a1\n"
    );
}

#[test]
fn an_absent_package_stops_the_run_where_it_is_used() {
    let project = Project::new();
    project.write(
        "migrations/versions/b2.py",
        "from alembic import op\nfrom nowhere.models import User, Other\n\nrevision = 'b2'\ndown_revision = 'a1'\n\n\n\
         def upgrade():\n    op.execute('CREATE TABLE half (id INTEGER)')\n    User.metadata.create_all(op.get_bind())\n\n\ndef downgrade():\n    pass\n",
    );
    project.fails(&["upgrade", "head"], 1, &["nowhere", "User", "b2.py"]);
    assert!(!project.tables().contains("half"));
}

#[test]
fn usage_mistakes_exit_with_2() {
    let project = Project::new();
    for words in [
        &[][..],
        &["upgrade"],
        &["upgrade", "--no-such-option", "head"],
        &["frobnicate"],
        &["stamp"],
    ] {
        assert_eq!(project.run(words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn options_may_be_abbreviated_and_negative_numbers_are_arguments() {
    let project = Project::new();
    assert!(project.run(&["upgrade", "head"]).status.success());
    assert!(project.run(&["downgrade", "-1"]).status.success());
    let output = project.run(&["heads", "--verb"]);
    assert!(
        stdout(&output).starts_with("Rev: a1 (head)\n"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn started_as_alembic_it_is_alembic() {
    let project = Project::new();
    project.script("b2", "'a1'", "pass");
    project.script("c3", "'a1'", "pass");
    let link = project.path("alembic");
    link_to(Path::new(env!("CARGO_BIN_EXE_limbec")), &link);
    let output = std::process::Command::new(&link)
        .args(["upgrade", "head"])
        .current_dir(project.folder.path())
        .output()
        .unwrap();
    assert!(
        stderr(&output).contains("`alembic merge heads"),
        "{}",
        stderr(&output)
    );
}

fn link_to(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).unwrap();
}
