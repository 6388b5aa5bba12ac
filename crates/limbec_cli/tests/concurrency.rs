//! Several migrators on one database: one works, the others wait and find nothing left to do.
#![allow(clippy::unwrap_used)]

mod support;

use std::process::Stdio;

use support::{limbec, sqlite, stderr, workspace};

#[test]
fn three_at_once_run_every_migration_once() {
    let folder = tempfile::tempdir().unwrap();
    support::copy_folder(&workspace().join("examples/repair-bot"), folder.path());
    // Slow enough that the three meet.
    let script = folder
        .path()
        .join("alembic/versions/c27e90b3a5d8_create_audit_log_table.py");
    let text = std::fs::read_to_string(&script).unwrap();
    let slow = "def upgrade() -> None:\n    import time\n    time.sleep(0.5)\n    op.execute(\"INSERT INTO users (telegram_id) VALUES (1)\")\n";
    std::fs::write(&script, text.replacen("def upgrade() -> None:\n", slow, 1)).unwrap();

    let children: Vec<_> = (0..3)
        .map(|_| {
            limbec()
                .args(["upgrade", "head"])
                .current_dir(folder.path())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let outputs: Vec<_> = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap())
        .collect();
    for output in &outputs {
        assert!(output.status.success(), "{}", stderr(output));
    }
    let ran = outputs
        .iter()
        .filter(|output| stderr(output).contains("Running upgrade 8b5d1e64c0f3 -> c27e90b3a5d8"))
        .count();
    assert_eq!(ran, 1, "one of the three made the audit log");
    let database = folder.path().join("bot_database.db");
    assert_eq!(
        sqlite(&database, "SELECT * FROM alembic_version"),
        "abcfdb12222b\n"
    );
    assert_eq!(sqlite(&database, "SELECT count(*) FROM users"), "1\n");
}
