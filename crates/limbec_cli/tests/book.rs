//! The pages of `docs/`: every command in them is run, and the two languages have the same ones.
//!
//! The module `conversation` says how commands are written in blocks marked `console`. Where they are run stands in a
//! comment of the page, which begins anew with a copy of a project (`empty` is an empty folder), and, where it
//! names one, with a new database; its lines `$ command` are run first, and must succeed:
//!
//! ```text
//! <!-- project: examples/catalog-bot, database: postgresql+asyncpg
//! $ psql -q -f fixtures/created-by-application.sql
//! -->
//! ```
//!
//! `<!-- then` with such lines runs commands that the page does not show. The block below
//! `<!-- file: PATH -->` is written to that file, the one below `<!-- functions: PATTERN -->` into the revision that a
//! shell finds by the pattern, in the place of its functions.
//!
//! The Russian page has the same comments and the same blocks as the English one, so they are run once. A block of
//! commands that cannot be run here is marked `sh` and stands below a comment `<!-- not run: reason -->`.
//!
//! `LIMBEC_UPDATE=1` writes what a command answers in the place of a line `?`, in both languages.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod conversation;
mod support;

use std::path::{Path, PathBuf};

use conversation::{Place, Side, matches, without_new_identifiers};
use support::workspace;

datatest_stable::harness! {
    { test = commands_do_what_the_page_shows, root = "../../docs/en", pattern = r"\.md$" },
    { test = the_russian_page_is_its_twin, root = "../../docs/en", pattern = r"\.md$" },
    { test = nothing_is_left_out_unsaid, root = "../../docs/en", pattern = r"\.md$" },
    { test = links_lead_somewhere, root = "../../docs", pattern = r"(en|ru)/.*\.md$" },
    { test = links_lead_somewhere, root = "../..", pattern = r"^[A-Z]+(\.ru)?\.md$" },
}

/// A part of a page, in order.
#[derive(Debug, PartialEq)]
enum Part {
    /// A comment that begins anew.
    Scene {
        project: String,
        scheme: Option<String>,
        setup: Vec<String>,
    },
    /// Commands that are not shown.
    Then(Vec<String>),
    /// A block that is a file, or the functions of a revision.
    File {
        path: String,
        functions: bool,
        text: String,
    },
    /// A command in a `console` block and what it shows.
    Turn { command: String, shown: Vec<String> },
    /// A block of commands that are not run, and why.
    NotRun { reason: Option<String> },
    /// A heading, by its level.
    Heading(usize),
}

fn commands_do_what_the_page_shows(path: &Path) -> datatest_stable::Result<()> {
    let path = path.canonicalize()?;
    let mut answers = Vec::new();
    let mut wrong = Vec::new();
    let mut scene: Option<(Side, Place)> = None;
    for part in parts(&std::fs::read_to_string(&path)?)? {
        match part {
            Part::Scene {
                project,
                scheme,
                setup,
            } => scene = Some(begin(&project, scheme.as_deref(), &setup)?),
            Part::Turn { command, shown } => {
                let Some((side, place)) = &scene else {
                    return Err(format!("no project is named above `{command}`").into());
                };
                let mut answer = side.run(place, &command);
                while answer.lines.last().is_some_and(String::is_empty) {
                    answer.lines.pop();
                }
                let says = answer.lines.join("\n");
                if shown == ["?"] && std::env::var_os("LIMBEC_UPDATE").is_some() {
                    answers.push((command, says));
                } else if !matches(&shown, &answer.lines) {
                    wrong.push(format!(
                        "$ {command}\n--- the page shows\n{}\n--- limbec shows\n{says}",
                        shown.join("\n")
                    ));
                }
            }
            Part::Then(commands) => run_all(scene.as_ref().ok_or("no project")?, &commands)?,
            Part::File {
                path,
                functions,
                text,
            } => write_file(scene.as_ref().ok_or("no project")?, &path, functions, &text)?,
            Part::NotRun { .. } | Part::Heading(_) => {}
        }
    }
    for language in ["en", "ru"] {
        write_answers(&in_language(&path, language), &answers)?;
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n\n").into()),
    }
}

fn begin(
    project: &str,
    scheme: Option<&str>,
    setup: &[String],
) -> datatest_stable::Result<(Side, Place)> {
    let empty = tempfile::tempdir()?;
    let source = match project {
        "empty" => empty.path().to_owned(),
        project => workspace().join(project),
    };
    let side = Side::limbec(&source);
    let scene = (side, scheme.map_or(Place::AsConfigured, Place::new));
    run_all(&scene, setup)?;
    Ok(scene)
}

fn run_all((side, place): &(Side, Place), commands: &[String]) -> datatest_stable::Result<()> {
    for command in commands {
        let answer = side.run(place, command);
        if !answer.success {
            return Err(format!("$ {command}\n{}", answer.lines.join("\n")).into());
        }
    }
    Ok(())
}

/// Write a block of the page where its comment says.
fn write_file(
    (side, place): &(Side, Place),
    pattern: &str,
    functions: bool,
    text: &str,
) -> datatest_stable::Result<()> {
    if !functions {
        let path = side.path().join(pattern);
        std::fs::create_dir_all(path.parent().unwrap())?;
        return Ok(std::fs::write(path, text)?);
    }
    let found = side.run(place, &format!("ls {pattern}")).lines;
    let [name] = &found[..] else {
        return Err(format!("{pattern}: {found:?}").into());
    };
    let path = side.path().join(name);
    let revision = std::fs::read_to_string(&path)?;
    let (header, _) = revision
        .split_once("def upgrade")
        .ok_or("a revision has a function upgrade()")?;
    Ok(std::fs::write(path, format!("{header}{text}"))?)
}

/// Put what commands have answered in the places of the lines `?`, in order.
fn write_answers(path: &Path, answers: &[(String, String)]) -> datatest_stable::Result<()> {
    if answers.is_empty() || !path.exists() {
        return Ok(());
    }
    let mut text = std::fs::read_to_string(path)?;
    for (command, says) in answers {
        let keep = says.lines().any(|line| {
            let words = line.split(|c: char| !c.is_ascii_alphanumeric());
            let mut identifiers = words.filter(|word| word.len() == 12);
            identifiers.any(|word| text.contains(word))
        });
        let line = |line: &str| match keep {
            true => line.to_owned(),
            false => without_new_identifiers(line),
        };
        let says: String = says.lines().map(|text| line(text) + "\n").collect();
        let asked = format!("$ {command}\n?\n");
        text = text.replacen(&asked, &format!("$ {command}\n{says}"), 1);
    }
    Ok(std::fs::write(path, text)?)
}

fn the_russian_page_is_its_twin(path: &Path) -> datatest_stable::Result<()> {
    let path = path.canonicalize()?;
    let russian = in_language(&path, "ru");
    let text = std::fs::read_to_string(&russian)
        .map_err(|error| format!("{}: {error}", russian.display()))?;
    let english = without_reasons(parts(&std::fs::read_to_string(&path)?)?);
    let russian = without_reasons(parts(&text)?);
    for (at, part) in english.iter().enumerate() {
        let other = russian.get(at);
        if other != Some(part) {
            return Err(format!("English has\n{part:#?}\nRussian has\n{other:#?}").into());
        }
    }
    match russian.get(english.len()) {
        Some(more) => Err(format!("only Russian has\n{more:#?}").into()),
        None => Ok(()),
    }
}

/// The reasons are in the language of the page.
fn without_reasons(mut parts: Vec<Part>) -> Vec<Part> {
    for part in &mut parts {
        if let Part::NotRun { reason } = part {
            *reason = None;
        }
    }
    parts
}

/// Lists the blocks that are not run; one without a reason is an error.
fn nothing_is_left_out_unsaid(path: &Path) -> datatest_stable::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    for part in parts(&std::fs::read_to_string(path)?)? {
        match part {
            Part::NotRun { reason: None } => {
                return Err("a block of commands that are not run does not say why".into());
            }
            Part::NotRun {
                reason: Some(reason),
            } => println!("{name}: not run: {reason}"),
            _ => {}
        }
    }
    Ok(())
}

fn links_lead_somewhere(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let folder = path.parent().unwrap();
    let mut broken = Vec::new();
    for target in links(&text) {
        if target.contains("://") || target.starts_with("mailto:") {
            continue;
        }
        let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
        let file = if file.is_empty() {
            path.to_owned()
        } else {
            folder.join(file)
        };
        let found = file.exists()
            && (anchor.is_empty()
                || anchors(&std::fs::read_to_string(&file)?).contains(&anchor.to_owned()));
        if !found {
            broken.push(target);
        }
    }
    match broken.is_empty() {
        true => Ok(()),
        false => Err(format!("{}: {}", path.display(), broken.join(", ")).into()),
    }
}

/// The targets of `[text](target)`, outside of blocks of code.
fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in prose(text) {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once("](") {
            let Some((target, after)) = after.split_once(')') else {
                break;
            };
            found.push(target.to_owned());
            rest = after;
        }
    }
    found
}

/// The anchors that mdBook and GitHub give to headings.
fn anchors(text: &str) -> Vec<String> {
    prose(text)
        .filter_map(|line| line.strip_prefix('#'))
        .map(|line| {
            let title = line.trim_start_matches('#').trim();
            let letters = title
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            letters
                .flat_map(char::to_lowercase)
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

/// The lines outside of blocks of code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

fn in_language(page: &Path, language: &str) -> PathBuf {
    let relative = page.strip_prefix(workspace().join("docs/en")).unwrap();
    workspace().join("docs").join(language).join(relative)
}

fn parts(text: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut lines = text.lines();
    let mut not_run: Option<String> = None;
    let mut file: Option<(bool, String)> = None;
    while let Some(line) = lines.next() {
        if let Some(comment) = line.strip_prefix("<!-- ") {
            let mut comment = comment.to_owned();
            while !comment.trim_end().ends_with("-->") {
                let next = lines.next().ok_or("a comment does not end")?;
                comment = format!("{comment}\n{next}");
            }
            let comment = comment.trim_end().trim_end_matches("-->").trim_end();
            if let Some(scene) = comment.strip_prefix("project: ") {
                parts.push(scene_of(scene)?);
            } else if let Some(commands) = comment.strip_prefix("then\n") {
                parts.push(Part::Then(hidden_commands(commands.lines())?));
            } else if let Some(path) = comment.strip_prefix("file: ") {
                file = Some((false, path.to_owned()));
            } else if let Some(path) = comment.strip_prefix("functions: ") {
                file = Some((true, path.to_owned()));
            } else if let Some(reason) = comment.strip_prefix("not run: ") {
                not_run = Some(reason.to_owned());
            }
        } else if let Some(tag) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if let Some((functions, path)) = file.take() {
                let text = block.join("\n") + "\n";
                parts.push(Part::File {
                    path,
                    functions,
                    text,
                });
            }
            match tag {
                "console" => turns_of(&block, &mut parts)?,
                "sh" | "bash" | "shell" => parts.push(Part::NotRun {
                    reason: not_run.take(),
                }),
                _ => {}
            }
        } else if line.starts_with('#') {
            parts.push(Part::Heading(
                line.chars().take_while(|c| *c == '#').count(),
            ));
        }
    }
    Ok(parts)
}

fn scene_of(text: &str) -> Result<Part, String> {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let (project, scheme) = match first.split_once(", database: ") {
        Some((project, scheme)) => (project, Some(scheme.to_owned())),
        None => (first, None),
    };
    Ok(Part::Scene {
        project: project.to_owned(),
        scheme,
        setup: hidden_commands(lines)?,
    })
}

fn hidden_commands<'a>(lines: impl Iterator<Item = &'a str>) -> Result<Vec<String>, String> {
    lines
        .map(|line| {
            let command = line.strip_prefix("$ ").map(str::to_owned);
            command.ok_or_else(|| format!("`{line}` is not `$ command`"))
        })
        .collect()
}

fn turns_of(block: &[&str], parts: &mut Vec<Part>) -> Result<(), String> {
    if !block.first().is_some_and(|line| line.starts_with("$ ")) {
        return Err("a console block begins with `$ command`".to_owned());
    }
    for line in block {
        match (line.strip_prefix("$ "), parts.last_mut()) {
            (Some(command), _) => parts.push(Part::Turn {
                command: command.to_owned(),
                shown: Vec::new(),
            }),
            (None, Some(Part::Turn { shown, .. })) => shown.push((*line).to_owned()),
            (None, _) => {}
        }
    }
    for part in parts {
        if let Part::Turn { shown, .. } = part {
            while shown.last().is_some_and(String::is_empty) {
                shown.pop();
            }
        }
    }
    Ok(())
}
