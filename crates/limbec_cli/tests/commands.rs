//! Whole commands as data: every `tests/commands/**/*.txt` is a project and a conversation with it.
//!
//! The file starts with `# ` comments, then sections:
//!
//! ```text
//! --- file versions/a1.py          a file of the project, up to the next section
//! --- use postgresql               the files of tests/commands/projects/postgresql
//! --- sqlite app.db                SQL that is run on a database file first
//! --- $ [NAME=value ...] upgrade head      a command, followed by what it answers:
//! > a line of standard output
//! ! a line of standard error
//! ? 255                            the exit code, where it is not 0
//! --- limbec heads --json          a command that Alembic does not have: never recorded with it
//! --- query app.db: SELECT ...     what the database then says
//! > a row
//! --- cat versions/a2.py           a file that a command has written
//! > a line of it
//! --- ls versions                  the files below a folder, sorted
//! > a2.py
//! ```
//!
//! A file whose head says `# database: postgresql` has new databases on a real server: `[ADDRESS]` stands for user, host,
//! port and name of the first (`postgresql+asyncpg://[ADDRESS]`), `[ADDRESS2]` for those of the second, and there are
//!
//! ```text
//! --- psql                         SQL that is run by psql; psql2 is the second database
//! --- query postgresql: SELECT ... what the database then says; postgresql2
//! --- dump postgresql              its schema as pg_dump writes it
//! ```
//!
//! Where the head says `# folder: services/api`, the commands run in that folder of the project.
//!
//! `[ROOT]` stands for the project's folder, `[DATE]` for a date and time. `LIMBEC_UPDATE=1 cargo test --test commands`
//! writes the answers of limbec into the files; `LIMBEC_UPDATE=oracle` those of real Alembic (standard output and
//! exit code; lines of standard error are kept, but on PostgreSQL the log lines must be Alembic's), which is how the
//! cases that say `# oracle` are recorded.
#![allow(clippy::unwrap_used)]

mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use limbec_testing::postgres::{Database, server};
use support::{
    copy_folder, limbec, oracle_python, sqlite, sqlite_script, stderr, stdout, workspace,
};

enum Section {
    File { path: String, text: String },
    Use { project: String },
    Psql { database: String, sql: String },
    Sqlite { database: String, sql: String },
    Run(Run),
    Look { at: Look, seen: String },
}

/// What is looked at between the commands.
enum Look {
    Query { database: String, sql: String },
    Dump { database: String },
    File { path: String },
    Folder { path: String },
}

/// Where a conversation takes place.
struct Place {
    root: PathBuf,
    /// Where commands run: the root, or a folder below it.
    folder: PathBuf,
    databases: Vec<Database<'static>>,
}

impl Place {
    /// The database that a section names: `postgresql2`, `psql2` are the second.
    fn database(&self, name: &str) -> Option<&Database<'static>> {
        let number = name
            .strip_prefix("postgresql")
            .or(name.strip_prefix("psql"))?;
        self.databases.get(usize::from(number == "2"))
    }

    fn placeholders(&self) -> impl Iterator<Item = (String, String)> {
        self.databases
            .iter()
            .enumerate()
            .flat_map(|(at, database)| {
                let number = if at == 0 { "" } else { "2" };
                let url = database.url();
                let address = url.strip_prefix("postgresql://").unwrap_or(&url);
                [
                    (format!("[ADDRESS{number}]"), address.to_owned()),
                    (format!("[DATABASE{number}]"), database.name().to_owned()),
                ]
            })
    }

    /// The text with the names of this run put in.
    fn fill(&self, text: &str) -> String {
        self.placeholders()
            .fold(text.to_owned(), |text, (name, value)| {
                text.replace(&name, &value)
            })
            .replace("[ROOT]", &self.root.to_string_lossy())
    }

    /// The text without what differs from run to run.
    fn settle(&self, text: &str) -> String {
        let text = self.placeholders().fold(
            text.replace(&*self.root.to_string_lossy(), "[ROOT]"),
            |text, (name, value)| text.replace(&value, &name),
        );
        text.lines()
            .map(|line| match line.split_once("Create Date: ") {
                Some((before, date)) if date.starts_with("20") && !date.starts_with("2000-") => {
                    format!("{before}Create Date: [DATE]\n")
                }
                _ => format!("{line}\n"),
            })
            .collect()
    }
}

struct Run {
    words: String,
    /// Limbec's own command.
    own: bool,
    stdout: String,
    stderr: String,
    code: i32,
}

fn parse(text: &str) -> (String, Vec<Section>) {
    let mut head = String::new();
    let mut sections = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("--- ") {
            sections.push(start(title));
        } else {
            match sections.last_mut() {
                None => {
                    head.push_str(line);
                    head.push('\n');
                }
                Some(section) => add(section, line),
            }
        }
    }
    (head, sections)
}

fn start(title: &str) -> Section {
    if let Some(path) = title.strip_prefix("file ") {
        return Section::File {
            path: path.to_owned(),
            text: String::new(),
        };
    }
    if let Some(database) = title.strip_prefix("sqlite ") {
        return Section::Sqlite {
            database: database.to_owned(),
            sql: String::new(),
        };
    }
    if let Some(project) = title.strip_prefix("use ") {
        return Section::Use {
            project: project.to_owned(),
        };
    }
    if title == "psql" || title == "psql2" {
        return Section::Psql {
            database: title.to_owned(),
            sql: String::new(),
        };
    }
    if let Some(at) = look(title) {
        let seen = String::new();
        return Section::Look { at, seen };
    }
    let own = title.starts_with("limbec ");
    let words = title
        .strip_prefix(if own { "limbec " } else { "$ " })
        .unwrap_or_else(|| panic!("no such section: --- {title}"));
    Section::Run(Run {
        words: words.to_owned(),
        own,
        stdout: String::new(),
        stderr: String::new(),
        code: 0,
    })
}

fn look(title: &str) -> Option<Look> {
    let (word, rest) = title.split_once(' ')?;
    match word {
        "query" => {
            let (database, sql) = rest.split_once(": ").expect("--- query DATABASE: SQL");
            Some(Look::Query {
                database: database.to_owned(),
                sql: sql.to_owned(),
            })
        }
        "dump" => Some(Look::Dump {
            database: rest.to_owned(),
        }),
        "cat" => Some(Look::File {
            path: rest.to_owned(),
        }),
        "ls" => Some(Look::Folder {
            path: rest.to_owned(),
        }),
        _ => None,
    }
}

fn add(section: &mut Section, line: &str) {
    let (text, line) = match section {
        Section::File { text, .. } => (text, line),
        Section::Sqlite { sql, .. } | Section::Psql { sql, .. } => (sql, line),
        Section::Use { .. } => panic!("a section `use` has no text: {line}"),
        Section::Look { seen, .. } => (seen, marked(line, '>')),
        Section::Run(run) if line.starts_with('!') => (&mut run.stderr, marked(line, '!')),
        Section::Run(run) if line.starts_with('?') => {
            run.code = line[1..].trim().parse().expect("? EXIT CODE");
            return;
        }
        Section::Run(_) if line.is_empty() => return,
        Section::Run(run) => (&mut run.stdout, marked(line, '>')),
    };
    text.push_str(line);
    text.push('\n');
}

fn marked(line: &str, mark: char) -> &str {
    let rest = line
        .strip_prefix(mark)
        .unwrap_or_else(|| panic!("a line of an answer starts with {mark:?}: {line:?}"));
    rest.strip_prefix(' ').unwrap_or(rest)
}

fn mark(out: &mut String, mark: char, text: &str) {
    for line in text.lines() {
        let space = if line.is_empty() { "" } else { " " };
        writeln!(out, "{mark}{space}{line}").unwrap();
    }
}

fn write(head: &str, sections: &[Section]) -> String {
    let mut out = head.to_owned();
    for section in sections {
        match section {
            Section::File { path, text } => write!(out, "--- file {path}\n{text}").unwrap(),
            Section::Sqlite { database, sql } => {
                write!(out, "--- sqlite {database}\n{sql}").unwrap()
            }
            Section::Use { project } => writeln!(out, "--- use {project}").unwrap(),
            Section::Psql { database, sql } => write!(out, "--- {database}\n{sql}").unwrap(),
            Section::Look { at, seen } => {
                match at {
                    Look::Query { database, sql } => {
                        writeln!(out, "--- query {database}: {sql}").unwrap()
                    }
                    Look::Dump { database } => writeln!(out, "--- dump {database}").unwrap(),
                    Look::File { path } => writeln!(out, "--- cat {path}").unwrap(),
                    Look::Folder { path } => writeln!(out, "--- ls {path}").unwrap(),
                }
                mark(&mut out, '>', seen);
            }
            Section::Run(run) => {
                let prompt = if run.own { "limbec" } else { "$" };
                writeln!(out, "--- {prompt} {}", run.words).unwrap();
                mark(&mut out, '>', &run.stdout);
                mark(&mut out, '!', &run.stderr);
                if run.code != 0 {
                    writeln!(out, "? {}", run.code).unwrap();
                }
            }
        }
    }
    out
}

/// Words as a shell splits them, with single and double quotes.
fn split(words: &str) -> Vec<String> {
    let (mut out, mut word, mut quote, mut open) = (Vec::new(), String::new(), None, false);
    for c in words.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => word.push(c),
            None if c == '\'' || c == '"' => (quote, open) = (Some(c), true),
            None if c.is_whitespace() => {
                if open {
                    out.push(std::mem::take(&mut word));
                }
                open = false;
            }
            None => {
                word.push(c);
                open = true;
            }
        }
    }
    if open {
        out.push(word);
    }
    out
}

fn run(place: &Place, expected: &Run, oracle: bool) -> Run {
    let words = &expected.words;
    let mut command = if oracle {
        let mut python = Command::new(oracle_python());
        python
            .args(["-m", "alembic"])
            .env("PYTHONDONTWRITEBYTECODE", "1");
        python
    } else {
        limbec()
    };
    let words_list = split(words);
    let mut rest = words_list
        .iter()
        .skip_while(|word| match word.split_once('=') {
            Some((name, value))
                if name.chars().all(|c| c.is_ascii_uppercase() || c == '_') && !name.is_empty() =>
            {
                command.env(name, place.fill(value));
                true
            }
            _ => false,
        });
    let arguments: Vec<String> = rest.by_ref().map(|word| place.fill(word)).collect();
    let output = command
        .args(arguments)
        .current_dir(&place.folder)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    Run {
        words: words.clone(),
        own: expected.own,
        stdout: place.settle(&stdout(&output)),
        stderr: place.settle(&stderr(&output)),
        code: output.status.code().unwrap_or(-1),
    }
}

fn look_at(place: &Place, at: &Look) -> String {
    let root = &place.root;
    match at {
        Look::Query { database, sql } => match place.database(database) {
            Some(database) => database.psql(sql),
            None => sqlite(&root.join(database), sql),
        },
        Look::Dump { database } => match place.database(database) {
            Some(database) => database.dump(),
            None => panic!("--- dump {database}: there is no such database"),
        },
        Look::File { path } => std::fs::read_to_string(root.join(path))
            .unwrap_or_else(|error| format!("({})\n", error.kind())),
        Look::Folder { path } => {
            let mut files = Vec::new();
            list(&root.join(path), "", &mut files);
            files.sort();
            files.concat()
        }
    }
}

fn list(folder: &Path, before: &str, files: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), files);
        } else {
            files.push(format!("{name}\n"));
        }
    }
}

/// The lines that a log writes: those of Alembic and of Limbec must be the same.
fn log_lines(text: &str) -> Vec<&str> {
    let levels = ["DEBUG", "INFO ", "WARNI", "ERROR"];
    text.lines()
        .filter(|line| levels.iter().any(|level| line.starts_with(level)))
        .filter(|line| line.contains(" ["))
        .collect()
}

/// The databases that a conversation asks for.
fn databases(head: &str, path: &Path) -> std::io::Result<Vec<Database<'static>>> {
    if !head.contains("# database: postgresql") {
        return Ok(Vec::new());
    }
    let text = std::fs::read_to_string(path)?;
    let two = text.contains("[ADDRESS2]") || text.contains("[DATABASE2]");
    let number = if two { 2 } else { 1 };
    Ok((0..number).map(|_| server().database()).collect())
}

fn conversation(path: &Path) -> datatest_stable::Result<()> {
    let (head, mut sections) = parse(&std::fs::read_to_string(path)?);
    let update = std::env::var("LIMBEC_UPDATE").unwrap_or_default();
    let oracle = update == "oracle";
    if oracle && !head.contains("# oracle") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let root = folder.path().canonicalize()?;
    let below = head
        .lines()
        .find_map(|line| line.strip_prefix("# folder: "));
    let place = Place {
        folder: root.join(below.unwrap_or_default()),
        root,
        databases: databases(&head, path)?,
    };
    let root = &place.root;
    let expected = write(&head, &sections);
    for section in &mut sections {
        match section {
            Section::File { path, text } => {
                let target = root.join(path);
                std::fs::create_dir_all(target.parent().expect("a file has a folder"))?;
                std::fs::write(target, place.fill(text))?;
            }
            Section::Use { project } => {
                let files = workspace().join("tests/commands/projects").join(project);
                copy_folder(&files, root);
                let ini = root.join("alembic.ini");
                std::fs::write(&ini, place.fill(&std::fs::read_to_string(&ini)?))?;
            }
            Section::Psql { database, sql } => {
                let database = place.database(database).expect("# database: postgresql");
                database.psql(sql);
            }
            Section::Sqlite { database, sql } => {
                let script = root.join(".given.sql");
                std::fs::write(&script, sql)?;
                sqlite_script(&root.join(database), &script);
                std::fs::remove_file(script)?;
            }
            Section::Look { at, seen } => *seen = place.settle(&look_at(&place, at)),
            Section::Run(expected) => {
                let by_alembic = oracle && !expected.own;
                let answer = run(&place, expected, by_alembic);
                let kept = std::mem::take(&mut expected.stderr);
                *expected = answer;
                if by_alembic {
                    if !place.databases.is_empty() {
                        let words = &expected.words;
                        assert_eq!(log_lines(&kept), log_lines(&expected.stderr), "{words}");
                    }
                    expected.stderr = kept;
                }
            }
        }
    }
    let actual = write(&head, &sections);
    if update.is_empty() {
        assert!(expected == actual, "{}", difference(&expected, &actual));
    } else {
        std::fs::write(path, actual)?;
    }
    Ok(())
}

/// The lines that differ, around the first of them.
fn difference(expected: &str, actual: &str) -> String {
    let (expected, actual): (Vec<_>, Vec<_>) =
        (expected.lines().collect(), actual.lines().collect());
    let same = expected
        .iter()
        .zip(&actual)
        .take_while(|(a, b)| a == b)
        .count();
    let from = same.saturating_sub(3);
    let part =
        |lines: &[&str]| lines[from.min(lines.len())..(same + 12).min(lines.len())].join("\n");
    format!(
        "expected:\n{}\n\nactual:\n{}\n",
        part(&expected),
        part(&actual)
    )
}

datatest_stable::harness! {
    { test = conversation, root = "../../tests/commands", pattern = r"\.txt$" },
}
