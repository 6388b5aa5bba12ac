//! What `revision --autogenerate` asks on a terminal, and what it tells where nobody can be asked: renames, and tables that no
//! revision has made.
#![allow(clippy::unwrap_used)]

mod support;

use std::cell::RefCell;
use std::path::Path;
use std::process::Command;

use limbec_testing::postgres::server;
use support::oracle::{Alembic, Answer, limbec_answer};
use support::{limbec, oracle_python, sqlite, stdout, workspace};

thread_local! {
    static ALEMBIC: RefCell<Alembic> = RefCell::new(Alembic::start());
}

const CASE: &str = "
import sqlalchemy as sa


def before(m):
    sa.Table('customers', m, sa.Column('id', sa.Integer, primary_key=True), sa.Column('name', sa.String(20)), sa.Column('mail', sa.String(40)))
    sa.Table('orders', m, sa.Column('id', sa.Integer, primary_key=True), sa.Column('total', sa.Integer))


def after(m):
    sa.Table('clients', m, sa.Column('id', sa.Integer, primary_key=True), sa.Column('name', sa.String(20)), sa.Column('mail', sa.String(40)))
    sa.Table('orders', m, sa.Column('id', sa.Integer, primary_key=True), sa.Column('amount', sa.Integer))
";

/// A project on a database, with the models of `CASE` before the change.
fn project(folder: &Path, url: &str) {
    let scripts = folder.join("scripts");
    std::fs::create_dir_all(scripts.join("versions")).unwrap();
    for name in ["env.py", "script.py.mako"] {
        let source = workspace().join("tests/compare/project").join(name);
        std::fs::copy(source, scripts.join(name)).unwrap();
    }
    std::fs::write(folder.join("case.py"), CASE).unwrap();
    let ini = format!("[alembic]\nscript_location = scripts\nsqlalchemy.url = {url}\n");
    std::fs::write(folder.join("alembic.ini"), ini).unwrap();
    for arguments in [
        &[
            "-x",
            "stage=before",
            "revision",
            "--autogenerate",
            "--rev-id",
            "r1",
            "-m",
            "r1",
        ][..],
        &["-x", "stage=before", "upgrade", "head"],
    ] {
        let answer = limbec_answer(folder, arguments);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
    }
}

fn sqlite_project(folder: &Path) {
    project(
        folder,
        &format!("sqlite:///{}", folder.join("app.db").display()),
    );
}

/// The names of the operations of a script's `upgrade()`.
fn operations(folder: &Path, revision: &str) -> String {
    let name = format!("scripts/versions/{revision}_{revision}.py");
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let start = text.find("def upgrade").unwrap();
    let end = text.find("def downgrade").unwrap();
    let calls = text[start..end].split("op.").skip(1);
    let names: Vec<&str> = calls
        .filter_map(|call| call.split_once('('))
        .map(|call| call.0)
        .collect();
    names.join(" ")
}

/// Run `revision --autogenerate` on a terminal on which someone answers each question.
fn on_a_terminal(folder: &Path, answers: &[&str]) -> String {
    let binary = limbec().get_program().to_owned();
    let output = Command::new(oracle_python())
        .arg(workspace().join("tests/compare/terminal.py"))
        .arg(answers.join(","))
        .arg(binary)
        .args(["revision", "--autogenerate", "--rev-id", "r2", "-m", "r2"])
        .current_dir(folder)
        .output()
        .unwrap();
    let shown = stdout(&output);
    assert!(output.status.success(), "{shown}");
    shown
}

#[test]
fn on_a_terminal_renames_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    sqlite_project(folder.path());
    let shown = on_a_terminal(folder.path(), &["y", "yes"]);
    assert!(
        shown.contains("table 'clients' is new: renamed from customers? [y/N] "),
        "{shown}"
    );
    assert!(
        shown.contains("column 'orders.amount' is new: renamed from orders.total? [y/N] "),
        "{shown}"
    );
    assert_eq!(operations(folder.path(), "r2"), "rename_table alter_column");
    let app = folder.path().join("app.db");
    sqlite(
        &app,
        "INSERT INTO customers VALUES (1, 'Ada', 'a@b'); INSERT INTO orders VALUES (1, 7)",
    );
    for arguments in [&["upgrade", "head"][..], &["check"]] {
        let answer = limbec_answer(folder.path(), arguments);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
    }
    let rows = sqlite(&app, "SELECT name FROM clients; SELECT amount FROM orders");
    assert_eq!(rows, "Ada\n7\n");
    let answer = ALEMBIC.with(|alembic| {
        alembic
            .borrow_mut()
            .run(folder.path(), &["downgrade", "-1"])
    });
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert_eq!(
        sqlite(&app, "SELECT mail FROM customers; SELECT total FROM orders"),
        "a@b\n7\n"
    );
}

#[test]
fn a_no_on_a_terminal_is_a_removal_and_an_addition() {
    let folder = tempfile::tempdir().unwrap();
    sqlite_project(folder.path());
    on_a_terminal(folder.path(), &["", "n"]);
    let found = operations(folder.path(), "r2");
    assert!(found.starts_with("create_table drop_table"), "{found}");
    assert!(!found.contains("rename_table"), "{found}");
}

#[test]
fn where_nobody_can_be_asked_a_hint_says_what_to_write() {
    let folder = tempfile::tempdir().unwrap();
    sqlite_project(folder.path());
    let answer = limbec_answer(folder.path(), &["check"]);
    assert_eq!(answer.code, 255, "{}", answer.stdout);
    for argument in [
        "--rename customers:clients",
        "--rename orders.total:orders.amount",
    ] {
        assert_eq!(
            answer.stderr.matches(argument).count(),
            1,
            "{}",
            answer.stderr
        );
    }
    let generate = ["revision", "--autogenerate", "--rev-id", "r2", "-m", "r2"];
    let renames = [
        "--rename",
        "customers:clients",
        "--rename",
        "orders.total:amount",
    ];
    let answer = limbec_answer(folder.path(), &[&generate[..], &renames].concat());
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert!(!answer.stderr.contains("hint"), "{}", answer.stderr);
    assert_eq!(operations(folder.path(), "r2"), "rename_table alter_column");
}

#[test]
fn a_rename_of_what_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    sqlite_project(folder.path());
    for (rename, said) in [
        ("nothing:clients", "the database has no table nothing"),
        ("customers:nothing", "the models have no nothing"),
        (
            "customers:orders",
            "the database has a table orders already",
        ),
        ("orders.x:orders.amount", "no column orders.x"),
        ("customers", "write old:new"),
    ] {
        let answer = limbec_answer(folder.path(), &["check", "--rename", rename]);
        assert_ne!(answer.code, 0, "{rename}");
        let all = format!("{}{}", answer.stdout, answer.stderr);
        assert!(all.contains(said), "{rename}: {all}");
    }
}

/// The tables of PostGIS belong to its extension; those of another application to nobody known.
#[test]
fn what_no_revision_has_made_is_told_once_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let database = server().database();
    project(folder.path(), &database.url());
    database.psql(
        "CREATE TABLE spatial_ref_sys (srid integer PRIMARY KEY, srtext varchar(2048));
         ALTER EXTENSION plpgsql ADD TABLE spatial_ref_sys;
         CREATE VIEW geometry_columns AS SELECT srid FROM spatial_ref_sys;
         CREATE TABLE tickets (id serial PRIMARY KEY, state text);
         CREATE TYPE ticket_state AS ENUM ('open');",
    );
    let stage = ["-x", "stage=before"];
    let asked = |arguments: &[&str]| -> Answer {
        limbec_answer(folder.path(), &[&stage[..], arguments].concat())
    };
    // As under Alembic without a word.
    let plain = asked(&["check"]);
    assert_eq!(plain.code, 255);
    assert!(
        plain
            .stdout
            .contains("('remove_table', Table('spatial_ref_sys'"),
        "{}",
        plain.stdout
    );
    let alembic = ALEMBIC.with(|alembic| {
        alembic
            .borrow_mut()
            .run(folder.path(), &["-x", "stage=before", "check"])
    });
    assert!(
        alembic
            .stdout
            .contains("('remove_table', Table('spatial_ref_sys'"),
        "{}",
        alembic.stdout
    );
    let all = asked(&["check", "--compare", "all"]);
    assert_eq!(all.code, 0, "{}{}", all.stdout, all.stderr);
    for name in ["spatial_ref_sys", "tickets"] {
        assert_eq!(all.stderr.matches(name).count(), 1, "{}", all.stderr);
    }
    // A table that a revision has made goes when it is not declared any more.
    let answer = limbec_answer(
        folder.path(),
        &[
            "revision",
            "--autogenerate",
            "--rev-id",
            "r2",
            "-m",
            "r2",
            "--compare",
            "all",
        ],
    );
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let found = operations(folder.path(), "r2");
    assert_eq!(found.matches("drop_table").count(), 1, "{found}");
}
