//! `examples/repair-bot`: every starting point that the bot has in the field, and the way of its guide.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Output;

use support::{copy_folder, limbec, schema, sqlite, sqlite_script, stderr, stdout, workspace};

struct Bot {
    folder: tempfile::TempDir,
}

impl Bot {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(&workspace().join("examples/repair-bot"), folder.path());
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A database as one of the fixtures has it.
    fn given(&self, name: &str, fixture: &str) -> PathBuf {
        let database = self.path(name);
        sqlite_script(&database, &self.path(&format!("fixtures/{fixture}.sql")));
        database
    }

    fn run(&self, database: &Path, arguments: &[&str]) -> Output {
        limbec()
            .args(arguments)
            .env("DATABASE_PATH", database)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    fn ok(&self, database: &Path, arguments: &[&str]) -> String {
        let output = self.run(database, arguments);
        assert!(
            output.status.success(),
            "limbec {arguments:?}\n{}{}",
            stdout(&output),
            stderr(&output)
        );
        stdout(&output)
    }
}

#[test]
fn four_starting_points_end_at_one_schema() {
    let bot = Bot::new();
    let empty = bot.path("empty.db");
    let printed = bot.ok(&empty, &["upgrade", "head"]);
    assert!(
        printed.contains("[INFO] Таблица audit_log существует"),
        "{printed}"
    );
    assert!(printed.contains("[SKIP]"), "{printed}");
    let wanted = schema(&empty);
    assert!(
        wanted.contains("audit_log|deleted_at|TIMESTAMP"),
        "{wanted}"
    );

    for fixture in [
        "existing-tables",
        "audit-log-without-deleted-at",
        "complete",
    ] {
        let database = bot.given(&format!("{fixture}.db"), fixture);
        let printed = bot.ok(&database, &["upgrade", "head"]);
        assert_eq!(schema(&database), wanted, "{fixture}");
        assert_eq!(
            sqlite(&database, "SELECT count(*) FROM users"),
            "2\n",
            "{fixture}"
        );
        assert_eq!(
            printed.contains("[OK] Колонка deleted_at добавлена"),
            fixture == "audit-log-without-deleted-at",
            "{fixture}: {printed}"
        );
        assert_eq!(bot.ok(&database, &["current"]), "abcfdb12222b (head)\n");
    }
}

#[test]
fn the_table_is_made_where_it_is_missing_when_its_revision_runs() {
    let bot = Bot::new();
    let database = bot.given("bot.db", "existing-tables");
    bot.ok(&database, &["stamp", "c27e90b3a5d8"]);
    let printed = bot.ok(&database, &["upgrade", "d0a601a63b16"]);
    assert!(
        printed.contains("[INFO] Таблица audit_log не существует"),
        "{printed}"
    );
    assert!(
        printed.contains("[OK] Таблица audit_log создана"),
        "{printed}"
    );
}

#[test]
fn the_guide_works_on_a_copy_and_back() {
    let bot = Bot::new();
    // Made by ALTER TABLE in application code: stamped, not migrated.
    let production = bot.given("bot_database.db", "complete");
    bot.ok(&production, &["stamp", "head"]);
    let before = schema(&production);

    let copy = bot.path("copy.db");
    std::fs::copy(&production, &copy).unwrap();
    bot.ok(
        &copy,
        &[
            "revision",
            "-m",
            "add email to users",
            "--rev-id",
            "e0e0e0e0e0e0",
        ],
    );
    let script = bot.path("alembic/versions/e0e0e0e0e0e0_add_email_to_users.py");
    let text = std::fs::read_to_string(&script).unwrap();
    let text = text.replacen(
        "    pass",
        "    op.add_column(\"users\", sa.Column(\"email\", sa.Text()))\n    op.create_index(\"idx_users_email\", \"users\", [\"email\"])",
        1,
    );
    let text = text.replacen(
        "    pass",
        "    op.drop_index(\"idx_users_email\", table_name=\"users\")\n    op.drop_column(\"users\", \"email\")",
        1,
    );
    std::fs::write(&script, text).unwrap();

    bot.ok(&copy, &["upgrade", "head"]);
    assert!(schema(&copy).contains("users|email|TEXT"));
    assert_eq!(
        schema(&production),
        before,
        "the production file was not touched"
    );

    bot.ok(&copy, &["downgrade", "-1"]);
    assert_eq!(schema(&copy), before);
    assert_eq!(bot.ok(&copy, &["current"]), "abcfdb12222b\n");
}

#[test]
fn the_whole_way_back_leaves_only_the_version_table() {
    let bot = Bot::new();
    let database = bot.path("bot.db");
    bot.ok(&database, &["upgrade", "head"]);
    bot.ok(&database, &["downgrade", "base"]);
    assert_eq!(
        sqlite(
            &database,
            "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        ),
        "alembic_version\n"
    );
}
