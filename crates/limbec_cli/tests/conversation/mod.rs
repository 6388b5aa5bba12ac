//! Commands in a page of Markdown, and what a terminal shows of them.
//!
//! In a block marked `console`, a line `$ command` is run by the shell and the lines below it are what a terminal
//! shows; in them `…` stands for any text, and a line `…` for any lines.
#![allow(dead_code, clippy::unwrap_used)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use limbec_testing::postgres::{Database, server};

use crate::support::{copy_folder, oracle_python, schema, sqlite, workspace};

/// A command of a page and what it shows.
pub struct Turn {
    /// The section (`##`) that it stands in.
    pub section: String,
    /// What the shell is given.
    pub command: String,
    /// The lines below it.
    pub shown: Vec<String>,
}

impl Turn {
    /// Whether what is shown is a failure of Limbec.
    pub fn fails(&self) -> bool {
        let fails = |line: &String| line.starts_with("FAILED:") || line.starts_with("error:");
        self.shown.iter().any(fails)
    }
}

/// What a command answered.
pub struct Answer {
    /// Whether the command ended with 0.
    pub success: bool,
    /// Standard output and standard error, in order.
    pub lines: Vec<String>,
}

/// A copy of a project, with one of the two tools for `limbec`.
pub struct Side {
    folder: tempfile::TempDir,
    /// Holds the programs `limbec` and `alembic`.
    programs: tempfile::TempDir,
}

/// Where a command finds its database.
pub enum Place {
    /// Where the files of the project say.
    AsConfigured,
    /// A new database on the server of the tests.
    Server {
        /// The database.
        database: Database<'static>,
        /// How its URL begins.
        scheme: String,
    },
    /// A file of SQLite outside of the project.
    File {
        /// Its folder.
        folder: tempfile::TempDir,
        /// How its URL begins.
        scheme: String,
    },
}

impl Place {
    /// A new database for URLs of this scheme.
    pub fn new(scheme: &str) -> Self {
        let scheme = scheme.to_owned();
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
            Self::AsConfigured => {}
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

    /// Its schema.
    pub fn dump(&self) -> String {
        match self {
            Self::AsConfigured => String::new(),
            Self::Server { database, .. } => database.dump(),
            Self::File { folder, .. } => schema(&folder.path().join("database.db")),
        }
    }

    /// Its rows.
    pub fn rows(&self) -> String {
        match self {
            Self::AsConfigured => String::new(),
            Self::Server { database, .. } => rows_of_server(database),
            Self::File { folder, .. } => rows_of_file(&folder.path().join("database.db")),
        }
    }
}

impl Side {
    /// A copy of the project, where `limbec` is the binary under test.
    pub fn limbec(source: &Path) -> Self {
        let side = Self::copy_of(source);
        let program = side.programs.path().join("limbec");
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_limbec"), program).unwrap();
        side.write_alembic("alembic");
        side
    }

    /// A copy of the project, where `limbec` is real Alembic.
    pub fn alembic(source: &Path) -> Self {
        let side = Self::copy_of(source);
        side.write_alembic("limbec");
        side
    }

    fn copy_of(source: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(source, folder.path());
        let programs = tempfile::tempdir().unwrap();
        Self { folder, programs }
    }

    fn write_alembic(&self, name: &str) {
        let program = self.programs.path().join(name);
        let python = oracle_python();
        let text = format!(
            "#!/bin/sh\nexec '{}' -B -W ignore -m alembic \"$@\"\n",
            python.display()
        );
        std::fs::write(&program, text).unwrap();
        std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Where the copy lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Run a command by the shell, in the copy of the project.
    pub fn run(&self, database: &Place, command: &str) -> Answer {
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

/// The commands of a page.
pub fn conversation(readme: &str) -> Vec<Turn> {
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
pub fn matches(pattern: &[String], lines: &[String]) -> bool {
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
pub fn comparable(answer: &Answer) -> Vec<String> {
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

/// Random identifiers of revisions replaced by `…`, as those of the files that `merge` makes.
pub fn without_new_identifiers(line: &str) -> String {
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
            text.push('…');
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
