//! The conversations in the READMEs of the examples.
//!
//! In a block marked `console`, a line `$ command` is run by the shell and the lines below it are what a terminal
//! shows; in them `…` stands for any text, and a line `…` for any lines. Every section (`##`) has a new database;
//! the files of the project go on from one to the next.
//!
//! Each command is also run by real Alembic, on a copy of the project and a database of its own: both must
//! succeed or both fail, say the same, and leave the same schema and the same rows.
#![allow(clippy::unwrap_used)]

mod support;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use limbec_testing::postgres::{Database, server};
use support::{copy_folder, oracle_python, schema, sqlite, workspace};

#[test]
fn location_service() {
    run_readme("location-service", "postgresql");
}

#[test]
fn location_service_ends_at_one_schema_from_wherever_it_starts() {
    let source = workspace().join("examples/location-service");
    let limbec = Side::limbec(&source);
    let schema_from = |fixture: Option<&str>| {
        let database = Place::new("postgresql");
        if let Some(fixture) = fixture {
            let load = format!("psql -q -v ON_ERROR_STOP=1 -f fixtures/{fixture}.sql");
            assert!(limbec.run(&database, &load).success, "{fixture}");
        }
        let answer = limbec.run(&database, "limbec upgrade head");
        assert!(answer.success, "{fixture:?}\n{}", answer.lines.join("\n"));
        database.dump()
    };
    let fresh = schema_from(None);
    assert!(
        fresh.contains("CREATE INDEX ix_locations_inaccurate"),
        "{fresh}"
    );
    assert_eq!(schema_from(Some("created-by-application")), fresh);
    assert_eq!(schema_from(Some("half-created")), fresh);
}

#[test]
fn catalog_bot() {
    run_readme("catalog-bot", "postgresql+asyncpg");
}

#[test]
fn bot_generic_on_sqlite() {
    run_readme("bot-generic", "sqlite+aiosqlite");
}

#[test]
fn bot_generic_on_postgresql() {
    run_readme("bot-generic", "postgresql+asyncpg");
}

#[test]
fn catalog_bot_by_script_is_the_database_that_it_is_online() {
    let source = workspace().join("examples/catalog-bot");
    let limbec = Side::limbec(&source);
    let (online, by_script) = (
        Place::new("postgresql+asyncpg"),
        Place::new("postgresql+asyncpg"),
    );
    for (database, command) in [
        (&online, "limbec upgrade heads"),
        (&by_script, "limbec upgrade heads --sql >migration.sql"),
        (
            &by_script,
            "psql -q -v ON_ERROR_STOP=1 -o /dev/null -f migration.sql",
        ),
    ] {
        let answer = limbec.run(database, command);
        assert!(answer.success, "{command}\n{}", answer.lines.join("\n"));
    }
    assert!(online.dump().contains("CREATE TABLE public.reviews"));
    assert_eq!(online.dump(), by_script.dump());
    assert_eq!(online.rows(), by_script.rows());
}

/// A command of a README and what it shows.
struct Turn {
    section: String,
    command: String,
    shown: Vec<String>,
}

impl Turn {
    fn fails(&self) -> bool {
        let fails = |line: &String| line.starts_with("FAILED:") || line.starts_with("error:");
        self.shown.iter().any(fails)
    }
}

/// What a command answered.
struct Answer {
    success: bool,
    lines: Vec<String>,
}

/// One of the two tools with its copy of the project.
struct Side {
    folder: tempfile::TempDir,
    /// Holds the program `limbec`.
    programs: tempfile::TempDir,
}

/// The database of one of the tools.
enum Place {
    Server {
        database: Database<'static>,
        scheme: &'static str,
    },
    File {
        folder: tempfile::TempDir,
        scheme: &'static str,
    },
}

impl Place {
    fn new(scheme: &'static str) -> Self {
        if scheme.starts_with("sqlite") {
            let folder = tempfile::tempdir().unwrap();
            return Self::File { folder, scheme };
        }
        let database = server().database();
        Self::Server { database, scheme }
    }

    /// Tell a command where the database is.
    fn tell(&self, command: &mut Command) {
        match self {
            Self::Server { database, scheme } => {
                let url = database.url();
                let address = url.strip_prefix("postgresql").unwrap();
                command
                    .env("DATABASE_URL", format!("{scheme}{address}"))
                    .env("PGHOST", "127.0.0.1")
                    .env("PGPORT", server().port().to_string())
                    .env("PGUSER", "postgres")
                    .env("PGDATABASE", database.name());
            }
            Self::File { folder, scheme } => {
                let file = folder.path().join("database.db");
                command.env("DATABASE_URL", format!("{scheme}:///{}", file.display()));
            }
        }
    }

    fn dump(&self) -> String {
        match self {
            Self::Server { database, .. } => database.dump(),
            Self::File { folder, .. } => schema(&folder.path().join("database.db")),
        }
    }

    fn rows(&self) -> String {
        match self {
            Self::Server { database, .. } => rows_of_server(database),
            Self::File { folder, .. } => rows_of_file(&folder.path().join("database.db")),
        }
    }
}

fn run_readme(example: &str, scheme: &'static str) {
    let source = workspace().join("examples").join(example);
    let readme = std::fs::read_to_string(source.join("README.md")).unwrap();
    let turns = conversation(&readme);
    assert!(turns.len() > 3, "{example} has a conversation");
    let limbec = Side::limbec(&source);
    let alembic = Side::new(&source, |program| {
        let python = oracle_python();
        let text = format!(
            "#!/bin/sh\nexec '{}' -B -W ignore -m alembic \"$@\"\n",
            python.display()
        );
        std::fs::write(program, text).unwrap();
        std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).unwrap();
    });

    let mut section = "";
    let mut databases = None;
    for turn in &turns {
        if section != turn.section || databases.is_none() {
            section = &turn.section;
            databases = Some((Place::new(scheme), Place::new(scheme)));
        }
        let (ours, theirs) = databases.as_ref().unwrap();
        let at = format!("{example}, {section}: {}", turn.command);
        let (answer, original) = std::thread::scope(|scope| {
            let original = scope.spawn(|| alembic.run(theirs, &turn.command));
            (
                limbec.run(ours, &turn.command),
                original.join().expect("Alembic was run"),
            )
        });
        let shown = answer.lines.join("\n");
        assert!(
            matches(&turn.shown, &answer.lines),
            "{at}\n--- the README says\n{}\n--- limbec says\n{shown}",
            turn.shown.join("\n")
        );
        assert_eq!(answer.success, !turn.fails(), "{at}\n{shown}");
        assert_eq!(
            answer.success,
            original.success,
            "{at}: Alembic says\n{}",
            original.lines.join("\n")
        );
        assert_eq!(
            comparable(&answer),
            comparable(&original),
            "{at}: Limbec, then Alembic"
        );
        assert_eq!(ours.dump(), theirs.dump(), "{at}: Limbec, then Alembic");
        assert_eq!(ours.rows(), theirs.rows(), "{at}: Limbec, then Alembic");
    }
}

impl Side {
    fn limbec(source: &Path) -> Self {
        Self::new(source, |program| {
            std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_limbec"), program).unwrap();
        })
    }

    fn new(source: &Path, make: impl Fn(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(source, folder.path());
        let programs = tempfile::tempdir().unwrap();
        make(&programs.path().join("limbec"));
        Self { folder, programs }
    }

    fn run(&self, database: &Place, command: &str) -> Answer {
        let path = std::env::var("PATH").unwrap();
        let mut shell = Command::new("sh");
        shell
            .args(["-c", &format!("{{ {command}\n}} 2>&1")])
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", format!("{}:{path}", self.programs.path().display()))
            .env("LANG", "C.UTF-8");
        database.tell(&mut shell);
        let output = shell.stdin(Stdio::null()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let folder = self.folder.path().canonicalize().unwrap();
        let text = text.replace(&format!("{}/", folder.display()), "");
        Answer {
            success: output.status.success(),
            lines: text
                .lines()
                .map(|line| line.trim_end().to_owned())
                .collect(),
        }
    }
}

fn conversation(readme: &str) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut section = String::new();
    let mut inside = false;
    for line in readme.lines() {
        if inside {
            if line == "```" {
                inside = false;
            } else if let Some(command) = line.strip_prefix("$ ") {
                turns.push(Turn {
                    section: section.clone(),
                    command: command.to_owned(),
                    shown: Vec::new(),
                });
            } else {
                let turn = turns.last_mut().expect("a block begins with `$ command`");
                turn.shown.push(line.to_owned());
            }
        } else if line == "```console" {
            inside = true;
        } else if let Some(title) = line.strip_prefix("## ") {
            section = title.to_owned();
        }
    }
    turns
}

/// Whether lines are what a README shows.
fn matches(pattern: &[String], lines: &[String]) -> bool {
    let Some((first, rest)) = pattern.split_first() else {
        return lines.is_empty();
    };
    if first == "…" {
        return (0..=lines.len()).any(|skipped| matches(rest, &lines[skipped..]));
    }
    let Some((line, others)) = lines.split_first() else {
        return false;
    };
    line_matches(first, line) && matches(rest, others)
}

fn line_matches(pattern: &str, line: &str) -> bool {
    let mut parts = pattern.split('…');
    let Some(mut rest) = line.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, between)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in between {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// What both tools must say: of a failure the message, of a success everything. Alembic takes parallel
/// branches in an order of chance and makes random identifiers, and its standard output comes when it ends; it keeps
/// the server's notices to itself.
fn comparable(answer: &Answer) -> Vec<String> {
    let mut lines: Vec<String> = answer
        .lines
        .iter()
        .filter(|line| answer.success || line.starts_with("FAILED:"))
        .filter(|line| !line.starts_with("hint:") && !line.starts_with("NOTICE:"))
        .map(|line| without_new_identifiers(line))
        .collect();
    lines.sort();
    lines
}

/// Random identifiers of revisions replaced, as those of the files that `merge` makes.
fn without_new_identifiers(line: &str) -> String {
    let mut text = String::new();
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let mut rest = line;
    while let Some(start) = rest.find(is_word) {
        let end = rest[start..]
            .find(|c| !is_word(c))
            .map_or(rest.len(), |end| start + end);
        let word = &rest[start..end];
        text.push_str(&rest[..start]);
        let hexadecimal = word.len() == 12 && word.chars().all(|c| c.is_ascii_hexdigit());
        if hexadecimal && !in_the_examples(word) {
            text.push_str("REVISION");
        } else {
            text.push_str(word);
        }
        rest = &rest[end..];
    }
    text + rest
}

/// Whether an identifier is that of a revision which the examples come with.
fn in_the_examples(identifier: &str) -> bool {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names = Vec::new();
        file_names(&workspace().join("examples"), &mut names);
        names
    });
    names.iter().any(|name| name.starts_with(identifier))
}

fn file_names(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            file_names(&path, found);
        } else {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
}

/// All rows, table by table; of the version table only how many there are.
fn rows_of_server(database: &Database<'_>) -> String {
    let tables = database.psql(
        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables \
         WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1",
    );
    let queries: Vec<String> = tables
        .lines()
        .map(|table| match table {
            "public.alembic_version" => format!("SELECT '{table}', count(*)::text FROM {table}"),
            _ => format!("SELECT '{table}', t::text FROM {table} AS t"),
        })
        .collect();
    if queries.is_empty() {
        return String::new();
    }
    let query = queries.join(" UNION ALL ");
    database.psql(&format!("SELECT * FROM ({query}) AS rows ORDER BY 1, 2"))
}

/// The same of a file of SQLite.
fn rows_of_file(file: &Path) -> String {
    let tables = sqlite(
        file,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1",
    );
    let mut rows = String::new();
    for table in tables.lines() {
        let what = if table == "alembic_version" {
            "count(*)"
        } else {
            "*"
        };
        let found = sqlite(file, &format!("SELECT {what} FROM \"{table}\" ORDER BY 1"));
        rows.push_str(&format!("{table}\n{found}"));
    }
    rows
}
