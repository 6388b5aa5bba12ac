//! Whole commands as data: every `tests/commands/**/*.txt` is a project and a conversation with it.
//!
//! The file starts with `# ` comments, then sections:
//!
//! ```text
//! --- file versions/a1.py          a file of the project, up to the next section
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
//! `[ROOT]` stands for the project's folder, `[DATE]` for a date and time. `LIMBEC_UPDATE=1 cargo test --test commands`
//! writes the answers of limbec into the files; `LIMBEC_UPDATE=oracle` those of real Alembic (standard output and
//! exit code; lines of standard error are kept), which is how the cases that say `# oracle` are recorded.
#![allow(clippy::unwrap_used)]

mod support;

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use support::{limbec, oracle_python, sqlite, sqlite_script, stderr, stdout};

enum Section {
    File { path: String, text: String },
    Sqlite { database: String, sql: String },
    Run(Run),
    Look { at: Look, seen: String },
}

/// What is looked at between the commands.
enum Look {
    Query { database: String, sql: String },
    File { path: String },
    Folder { path: String },
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
        Section::Sqlite { sql, .. } => (sql, line),
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
            Section::Look { at, seen } => {
                match at {
                    Look::Query { database, sql } => {
                        writeln!(out, "--- query {database}: {sql}").unwrap()
                    }
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

fn run(root: &Path, expected: &Run, oracle: bool) -> Run {
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
                command.env(name, value.replace("[ROOT]", &root.to_string_lossy()));
                true
            }
            _ => false,
        });
    let arguments: Vec<String> = rest
        .by_ref()
        .map(|word| word.replace("[ROOT]", &root.to_string_lossy()))
        .collect();
    let output = command
        .args(arguments)
        .current_dir(root)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    Run {
        words: words.clone(),
        own: expected.own,
        stdout: settled(root, &stdout(&output)),
        stderr: settled(root, &stderr(&output)),
        code: output.status.code().unwrap_or(-1),
    }
}

fn look_at(root: &Path, at: &Look) -> String {
    match at {
        Look::Query { database, sql } => sqlite(&root.join(database), sql),
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

/// The text without what differs from run to run.
fn settled(root: &Path, text: &str) -> String {
    let text = text.replace(&*root.to_string_lossy(), "[ROOT]");
    text.lines()
        .map(|line| match line.split_once("Create Date: ") {
            Some((before, date)) if date.starts_with("20") && !date.starts_with("2000-") => {
                format!("{before}Create Date: [DATE]\n")
            }
            _ => format!("{line}\n"),
        })
        .collect()
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
    let expected = write(&head, &sections);
    for section in &mut sections {
        match section {
            Section::File { path, text } => {
                let target = root.join(path);
                std::fs::create_dir_all(target.parent().expect("a file has a folder"))?;
                std::fs::write(target, text)?;
            }
            Section::Sqlite { database, sql } => {
                let script = root.join(".given.sql");
                std::fs::write(&script, sql)?;
                sqlite_script(&root.join(database), &script);
                std::fs::remove_file(script)?;
            }
            Section::Look { at, seen } => *seen = settled(&root, &look_at(&root, at)),
            Section::Run(expected) => {
                let by_alembic = oracle && !expected.own;
                let answer = run(&root, expected, by_alembic);
                let kept = std::mem::take(&mut expected.stderr);
                *expected = answer;
                if by_alembic {
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
