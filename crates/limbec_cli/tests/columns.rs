//! Types and server defaults that come back from a database as they were declared, and those that do not: the tables of
//! lines in `tests/autogenerate/columns`, with what SQLAlchemy creates for each and what Alembic says of it. And how much a
//! comparison asks.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use limbec_testing::postgres::{Database, server};
use support::oracle::{Answer, limbec_answer};
use support::{sqlite_script, workspace};
use tempfile::TempDir;

const ENV: &str = r#"
import logging
import sys

from alembic import context
import sqlalchemy as sa

import models

logging.basicConfig(stream=sys.stderr, format="%(message)s")
logging.getLogger("alembic.autogenerate").setLevel(logging.INFO)

engine = sa.create_engine(context.config.get_main_option("sqlalchemy.url"))
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=models.metadata,
                      compare_type=True, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()
"#;

const POSTGRES_BEFORE: &str = "
CREATE SCHEMA other; CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree; CREATE EXTENSION \"uuid-ossp\";
";

/// A line of a table with what was recorded of it.
struct Entry {
    /// The name of its table in the database.
    table: String,
    /// The line.
    line: String,
    /// What SQLAlchemy creates.
    statements: Vec<String>,
    /// What Alembic says.
    log: Vec<String>,
    /// Alembic ends with an error.
    error: bool,
}

impl Entry {
    /// The arguments of the declared column.
    fn declared(&self) -> &str {
        self.line
            .split_once(" => ")
            .map_or(&self.line, |(_, declared)| declared)
    }
}

fn recorded(table: &str, kind: &str) -> Vec<Entry> {
    let path = folder().join(format!("recorded/{table}.{kind}.txt"));
    let text = fs::read_to_string(path).unwrap();
    let entry = |(place, part): (usize, &str)| {
        let mut lines = part.lines();
        let mut entry = Entry {
            table: format!("t{:03}", place + 1),
            line: lines.next().unwrap().to_owned(),
            statements: Vec::new(),
            log: Vec::new(),
            error: false,
        };
        for line in lines {
            match line.trim_start().split_once(' ').unwrap() {
                ("create", sql) => entry.statements.push(serde_json::from_str(sql).unwrap()),
                ("log", log) => entry.log.push(log.to_owned()),
                ("error", _) => entry.error = true,
                (other, _) => panic!("{other}"),
            }
        }
        entry
    };
    text.split("\n\n").enumerate().map(entry).collect()
}

fn folder() -> PathBuf {
    workspace().join("tests/autogenerate/columns")
}

/// A project whose models are the lines, beside a database.
struct Project {
    folder: TempDir,
    postgres: Option<Database<'static>>,
}

impl Project {
    fn new(kind: &str, entries: &[Entry]) -> Self {
        let folder = TempDir::new().unwrap();
        let postgres = (kind == "postgresql").then(|| server().database());
        let url = match &postgres {
            Some(database) => {
                database.psql(POSTGRES_BEFORE);
                database.url()
            }
            None => "sqlite:///app.db".to_owned(),
        };
        let project = Self { folder, postgres };
        fs::create_dir_all(project.path("migrations/versions")).unwrap();
        fs::write(project.path("migrations/env.py"), ENV).unwrap();
        let template = workspace().join("tests/autogenerate/project/script.py.mako");
        fs::copy(template, project.path("migrations/script.py.mako")).unwrap();
        let ini = format!(
            "[alembic]\nscript_location = migrations\nprepend_sys_path = .\nsqlalchemy.url = {url}\n"
        );
        fs::write(project.path("alembic.ini"), ini).unwrap();
        fs::copy(this_folder("prelude.py"), project.path("prelude.py")).unwrap();
        let mut models = "from prelude import *\nmetadata = MetaData()\n".to_owned();
        for entry in entries {
            let (table, column) = (&entry.table, entry.declared());
            writeln!(models, "Table({table:?}, metadata, Column(\"a\", Integer), Column(\"b\", String(20)), Column(\"c\", {column}))")
                .unwrap();
        }
        fs::write(project.path("models.py"), models).unwrap();
        project
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Create the tables as SQLAlchemy does.
    fn create(&self, entries: &[Entry]) {
        let mut sql = String::new();
        for entry in entries {
            for statement in &entry.statements {
                sql.push_str(statement);
                sql.push_str(";\n");
            }
        }
        match &self.postgres {
            Some(database) => {
                database.psql(&sql);
            }
            None => {
                fs::write(self.path("create.sql"), sql).unwrap();
                sqlite_script(&self.path("app.db"), &self.path("create.sql"));
            }
        }
    }

    fn run(&self, arguments: &[&str]) -> Answer {
        limbec_answer(self.folder.path(), arguments)
    }
}

fn this_folder(name: &str) -> PathBuf {
    folder().join(name)
}

/// What a comparison says, by table.
fn said(answer: &Answer, entries: &[Entry]) -> BTreeMap<String, Vec<String>> {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in answer.stderr.lines() {
        let Some(entry) = entries.iter().find(|entry| {
            line.contains(&format!("'{}.c'", entry.table))
                || line.contains(&format!(" {}.c ", entry.table))
        }) else {
            continue;
        };
        let line = line.replace(&format!("{}.c", entry.table), "t.c");
        said.entry(entry.table.clone())
            .or_default()
            .push(without_address(&line));
    }
    said
}

/// A line without the address of an object of Python.
fn without_address(line: &str) -> String {
    match line.split_once("0x") {
        None => line.to_owned(),
        Some((before, after)) => {
            let rest = after.trim_start_matches(|c: char| c.is_ascii_hexdigit());
            format!("{before}0x{rest}")
        }
    }
}

/// All lines, each created by SQLAlchemy, are the same for Limbec, also where they are not for Alembic.
fn same(kind: &str) {
    let entries = recorded("same", kind);
    let project = Project::new(kind, &entries);
    project.create(&entries);
    let answer = project.run(&["check"]);
    let mut wrong = String::new();
    for (table, mut lines) in said(&answer, &entries) {
        // A type that SQLAlchemy does not read back, either.
        lines.retain(|line| !line.starts_with("Couldn't determine database type"));
        if lines.is_empty() {
            continue;
        }
        let entry = entries.iter().find(|entry| entry.table == table).unwrap();
        writeln!(wrong, "{}\n  {}", entry.line, lines.join("\n  ")).unwrap();
    }
    let shown = format!("{}\n{}", answer.stdout, answer.stderr);
    assert!(wrong.is_empty(), "{kind}\n{wrong}");
    assert_eq!(
        answer.stdout.trim(),
        "No new upgrade operations detected.",
        "{shown}"
    );
    assert_eq!(answer.code, 0, "{shown}");
}

/// Each line is as different for Limbec as it is for Alembic.
fn different(kind: &str) {
    let entries = recorded("different", kind);
    let project = Project::new(kind, &entries);
    project.create(&entries);
    let answer = project.run(&["check"]);
    let said = said(&answer, &entries);
    assert!(
        !said.is_empty(),
        "{kind}\n{}\n{}",
        answer.stdout,
        answer.stderr
    );
    let mut wrong = String::new();
    for entry in entries.iter().filter(|entry| !entry.error) {
        let found = said.get(&entry.table).cloned().unwrap_or_default();
        if found != entry.log {
            writeln!(
                wrong,
                "{}\n  Alembic {:?}\n  Limbec  {found:?}",
                entry.line, entry.log
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "{kind}\n{wrong}");
}

#[test]
fn what_sqlite_gives_back_is_what_was_declared() {
    same("sqlite");
}

#[test]
fn what_postgresql_gives_back_is_what_was_declared() {
    same("postgresql");
}

#[test]
fn what_differs_on_sqlite_is_found() {
    different("sqlite");
}

#[test]
fn what_differs_on_postgresql_is_found() {
    different("postgresql");
}

#[test]
fn every_class_of_types_has_a_line() {
    for kind in ["sqlite", "postgresql"] {
        let read = |name: &str| fs::read_to_string(this_folder(name)).unwrap();
        let lines = [
            read("same.txt"),
            read(&format!("same_{kind}.txt")),
            read(&format!("refused_{kind}.txt")),
            read("refused.txt"),
            read("abstract.txt"),
        ]
        .concat();
        let named: Vec<&str> = lines
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'))
            .collect();
        let classes = read(&format!("recorded/classes.{kind}.txt"));
        let without: Vec<&str> = classes
            .lines()
            .filter(|class| !named.contains(&class.rsplit('.').next().unwrap()))
            .collect();
        assert!(classes.lines().count() > 50, "{kind}");
        assert!(without.is_empty(), "{kind}: {without:?} have no line");
    }
}

#[test]
fn what_sqlite_cannot_have_is_refused() {
    refused("sqlite");
}

#[test]
fn what_postgresql_cannot_have_is_refused() {
    refused("postgresql");
}

/// A script that creates the tables of the models.
const CREATE_ALL: &str = "\
revision = 'a1'
down_revision = None
from alembic import op
import models

def upgrade():
    models.metadata.create_all(op.get_bind())
";

/// Each line ends with what SQLAlchemy, or the server, says of it.
fn refused(kind: &str) {
    let text = fs::read_to_string(this_folder(&format!("recorded/refused.{kind}.txt"))).unwrap();
    for part in text.split("\n\n") {
        let (line, error) = part.trim_end().split_once("\n  error ").unwrap();
        let entry = Entry {
            table: "t001".to_owned(),
            line: line.to_owned(),
            statements: Vec::new(),
            log: Vec::new(),
            error: true,
        };
        let project = Project::new(kind, &[entry]);
        let script = project.path("migrations/versions/a1.py");
        fs::write(script, CREATE_ALL).unwrap();
        let answer = project.run(&["upgrade", "head"]);
        assert_ne!(answer.code, 0, "{line}");
        assert!(answer.stderr.contains(error), "{line}\n{}", answer.stderr);
    }
}

/// A table with everything that a catalog query could be asked for one by one.
const BUSY_TABLE: &str = r#"
Table("busy_{n}", metadata,
      Column("id", Integer, primary_key=True),
      Column("counted", Integer, Sequence("busy_{n}_counted_seq"), server_default=text("nextval('busy_{n}_counted_seq')")),
      Column("parent_id", ForeignKey("busy_{p}.id", ondelete="CASCADE")),
      Column("state", Enum("new", "done", name="busy_state"), server_default="new", nullable=False),
      Column("code", String(20), index=True, server_default="it's", comment="the code"),
      Column("made_at", DateTime, server_default=text("CURRENT_TIMESTAMP")),
      Column("on", Boolean, server_default="1"),
      Column("ratio", Float(24), server_default="1.10"),
      Column("data", JSON, server_default="{{}}"),
      CheckConstraint("counted > 0", name="ck_busy_{n}"),
      UniqueConstraint("code", "state", name="uq_busy_{n}"),
      Index("ix_busy_{n}_lower", text("lower(code)")),
      comment="a busy table")
"#;

#[test]
fn the_number_of_queries_does_not_grow_with_the_tables() {
    let few = queries_of_check(10);
    let many = queries_of_check(500);
    assert_eq!(few, many);
}

/// How many statements a check sends to PostgreSQL.
fn queries_of_check(tables: usize) -> usize {
    let project = Project::new("postgresql", &[]);
    let mut models = "from prelude import *\nmetadata = MetaData()\n".to_owned();
    for number in 0..tables {
        let text = BUSY_TABLE.replace("{{}}", "{}");
        let parent = number.saturating_sub(1).to_string();
        models.push_str(
            &text
                .replace("{n}", &number.to_string())
                .replace("{p}", &parent),
        );
    }
    fs::write(project.path("models.py"), models).unwrap();
    let made = project.run(&["revision", "--autogenerate", "-m", "all", "--rev-id", "all"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    // The sequences, which no revision makes, and that belong to their columns as those of SERIAL do.
    let database = project.postgres.as_ref().unwrap();
    let each = |sql: &str| {
        let sql = (0..tables).map(|n| sql.replace("{n}", &n.to_string()));
        database.psql(&sql.collect::<String>())
    };
    each("CREATE SEQUENCE busy_{n}_counted_seq;\n");
    let done = project.run(&["upgrade", "head"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    each("ALTER SEQUENCE busy_{n}_counted_seq OWNED BY busy_{n}.counted;\n");
    // SERIAL is declared by nothing.
    let text = fs::read_to_string(project.path("models.py")).unwrap();
    let text = text
        .lines()
        .map(|line| match line.split_once(", Sequence(") {
            Some((column, _)) if line.contains("\"counted\"") => format!("{column}),\n"),
            _ => format!("{line}\n"),
        })
        .collect::<String>();
    fs::write(project.path("models.py"), text).unwrap();
    database.psql("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET log_statement = ''all''', current_database());
        EXECUTE format('ALTER DATABASE %I SET log_min_messages = ''log''', current_database()); END $$");
    let before = logged();
    let checked = project.run(&["check"]);
    let asked = logged() - before;
    assert_eq!(checked.code, 0, "{}{}", checked.stdout, checked.stderr);
    assert!(asked > 3, "{asked} statements are in the log");
    asked
}

/// The statements in the log of the server: only the databases of this file log theirs.
fn logged() -> usize {
    let log = fs::read_to_string(server().folder().join("server.log")).unwrap();
    log.matches("LOG:  statement:").count()
}
