//! A revision file, and the texts that `history`, `heads`, `branches` and `show` print about it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use limbec_graph::Revision;

use super::error::ScriptError;
use super::header::{HeaderRunner, ScriptHeader};
use super::python_header;
use super::sql;
use crate::config::pytext;

/// What a revision file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// `versions/*.py`
    Python,
    /// `versions/*.sql`
    Sql,
}

/// A revision file.
#[derive(Debug, Clone)]
pub struct Script {
    /// What it is written in.
    pub language: Language,
    /// The identifier.
    pub revision: String,
    /// The file, with links resolved.
    pub path: PathBuf,
    /// What the file says about itself.
    pub header: ScriptHeader,
    /// The content of the file.
    pub source: Arc<str>,
}

impl Script {
    /// Reads the file; `None` when its name is not one of a revision file (`__init__.py`, `.#lock.py`, `README`).
    ///
    /// # Errors
    /// When the file cannot be read or does not say which revision it is.
    pub(super) fn from_path(
        path: &Path,
        sourceless: bool,
        runner: &dyn HeaderRunner,
    ) -> Result<Option<Self>, ScriptError> {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        match FileKind::of(&name, sourceless) {
            FileKind::Source => Self::from_source(path, &name, runner).map(Some),
            FileKind::Sql => Self::from_sql(path, &name),
            FileKind::Compiled if source_of(path).exists() => Ok(None),
            FileKind::Compiled => Err(compiled_only(path)),
            FileKind::Other => Ok(None),
        }
    }

    fn from_source(
        path: &Path,
        name: &str,
        runner: &dyn HeaderRunner,
    ) -> Result<Self, ScriptError> {
        let bytes = std::fs::read(path).map_err(|error| ScriptError::io("read", path, &error))?;
        let source = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
        let header = python_header::read(path, &source, runner)?;
        let revision = match &header.revision {
            Some(id) => id.clone(),
            None => legacy_id(name).ok_or_else(|| no_revision_id(path, name))?,
        };
        if header.down_revision.is_none() {
            return Err(ScriptError::Revision {
                message: format!(
                    "module '{}' has no attribute 'down_revision'",
                    module_name(name)
                ),
                path: path.to_owned(),
                location: None,
                hint: Some(
                    "write down_revision = None, or the identifier of the revision before this one"
                        .to_owned(),
                ),
            });
        }
        Ok(Self {
            language: Language::Python,
            revision,
            path: path.to_owned(),
            header,
            source: source.into(),
        })
    }

    /// Reads a script in SQL; `None` where the file does not say that it is one.
    fn from_sql(path: &Path, name: &str) -> Result<Option<Self>, ScriptError> {
        let bytes = std::fs::read(path).map_err(|error| ScriptError::io("read", path, &error))?;
        let source = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
        if !sql::is_script(&source) {
            return Ok(None);
        }
        Self::of_sql(path, name, source.into()).map(Some)
    }

    /// A script in SQL whose text is there already.
    ///
    /// # Errors
    /// A header that does not say which revision it is, or on which one it builds.
    pub(crate) fn of_sql(path: &Path, name: &str, source: Arc<str>) -> Result<Self, ScriptError> {
        let header = sql::read_header(path, &source)?;
        let lacks = |field: &str, place: (usize, usize), hint: &str| {
            let message = format!("{name} has no line `-- {field}:`");
            sql::wrong(path, &source, place, message, Some(hint.to_owned()))
        };
        let Some(revision) = header.revision.clone() else {
            return Err(lacks(
                "revision",
                (0, source.lines().next().map_or(0, str::len)),
                "write `-- revision: 3f2a9c81d0b4` at the top of the file, in comments that begin with --",
            ));
        };
        if header.down_revision.is_none() {
            return Err(lacks(
                "down_revision",
                sql::revision_line(&source),
                "write `-- down_revision: none`, or the identifier of the revision before this one",
            ));
        }
        Ok(Self {
            language: Language::Sql,
            revision,
            path: path.to_owned(),
            header,
            source,
        })
    }

    /// The whole docstring without white space around it.
    #[must_use]
    pub fn longdoc(&self) -> &str {
        pytext::strip(self.header.doc.as_deref().unwrap_or_default())
    }

    /// The first paragraph of the docstring.
    #[must_use]
    pub fn doc(&self) -> &str {
        let longdoc = self.longdoc();
        longdoc
            .split_once("\n\n")
            .map_or(longdoc, |(first, _)| first)
    }

    /// The revision as the graph takes it; `payload` is the number by which this file is found again.
    pub(super) fn to_revision(&self, payload: usize) -> Revision {
        let header = &self.header;
        let names = |names: &[String]| -> Vec<Arc<str>> {
            names.iter().map(|name| Arc::from(name.as_str())).collect()
        };
        Revision::new(
            &self.revision,
            names(header.down_revision.as_deref().unwrap_or_default()),
        )
        .with_dependencies(names(&header.depends_on))
        .with_labels(names(&header.branch_labels))
        .with_doc(self.doc())
        .with_payload(payload)
    }
}

/// What the name of a file says.
enum FileKind {
    Source,
    Sql,
    Compiled,
    Other,
}

impl FileKind {
    fn of(name: &str, sourceless: bool) -> Self {
        if name.starts_with(".#") || name.starts_with("__init__") {
            return Self::Other;
        }
        if name.ends_with(".py") {
            return Self::Source;
        }
        if name.ends_with(".sql") {
            return Self::Sql;
        }
        if sourceless && (name.ends_with(".pyc") || name.ends_with(".pyo")) {
            return Self::Compiled;
        }
        Self::Other
    }
}

/// `x.py` for `x.pyc`.
fn source_of(compiled: &Path) -> PathBuf {
    compiled.with_extension("py")
}

/// Very old scripts have no `revision`; their name is the identifier.
fn legacy_id(name: &str) -> Option<String> {
    let stem = name.strip_suffix(".py")?;
    let hexadecimal = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    (!stem.is_empty() && stem.chars().all(hexadecimal)).then(|| stem.to_owned())
}

/// The name under which Alembic loads the file.
fn module_name(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '_' {
                c
            } else {
                '_'
            }
        })
        .collect()
}

fn no_revision_id(path: &Path, name: &str) -> ScriptError {
    ScriptError::Revision {
        message: format!(
            "Could not determine revision id from filename {name}. Be sure the 'revision' variable is declared inside the \
             script (please see 'Upgrading from Alembic 0.1 to 0.2' in the documentation)."
        ),
        path: path.to_owned(),
        location: None,
        hint: Some(format!(
            "write revision = \"...\" in {}, or move the file out of the folder",
            path.display()
        )),
    }
}

fn compiled_only(path: &Path) -> ScriptError {
    ScriptError::Revision {
        message: format!("{} is compiled Python without its source", path.display()),
        path: path.to_owned(),
        location: None,
        hint: Some(
            "Limbec runs sources only: put the .py file next to it, or set sourceless = false"
                .to_owned(),
        ),
    }
}

fn not_utf8(path: &Path, error: &std::string::FromUtf8Error) -> ScriptError {
    let at = error.utf8_error().valid_up_to();
    let byte = error.as_bytes()[at];
    let line = error.as_bytes()[..at]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count()
        + 1;
    ScriptError::Revision {
        message: format!(
            "{}: 'utf-8' codec can't decode byte {byte:#04x} on line {line}",
            path.display()
        ),
        path: path.to_owned(),
        location: None,
        hint: Some("save the script as UTF-8".to_owned()),
    }
}

/// Which parts a one-line text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextOptions {
    /// `(label)`.
    pub branches: bool,
    /// `, message`.
    pub doc: bool,
    /// `parent -> `.
    pub parents: bool,
    /// `(branchpoint)`, `(mergepoint)` and, with it, `(head)`.
    pub tree_indicators: bool,
    /// `(head)`, `(effective head)`, `(current)`.
    pub head_indicators: bool,
}

impl Default for TextOptions {
    fn default() -> Self {
        Self {
            branches: false,
            doc: false,
            parents: false,
            tree_indicators: true,
            head_indicators: true,
        }
    }
}

/// A revision file with its place in the graph.
#[derive(Debug, Clone, Copy)]
pub struct ScriptView<'a> {
    /// The place.
    pub revision: &'a Revision,
    /// The file.
    pub script: &'a Script,
    /// Whether the database is at this revision; only known to commands that ask a database.
    pub current: bool,
}

impl ScriptView<'_> {
    /// The same, marked as the revision that the database is at.
    #[must_use]
    pub fn marked_current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    /// The text of a revision: several lines when `verbose`, else one.
    #[must_use]
    pub fn cmd_format(&self, verbose: bool, options: TextOptions) -> String {
        if verbose {
            self.log_entry()
        } else {
            self.head_only(options)
        }
    }

    /// The several lines of `history -v` and `show`.
    #[must_use]
    pub fn log_entry(&self) -> String {
        let revision = self.revision;
        let mut entry = format!("Rev: {}", revision.id());
        push_if(&mut entry, revision.is_head(), " (head)");
        push_if(&mut entry, revision.is_branch_point(), " (branchpoint)");
        push_if(&mut entry, revision.is_merge_point(), " (mergepoint)");
        push_if(&mut entry, self.current, " (current)");
        let title = if revision.is_merge_point() {
            "Merges"
        } else {
            "Parent"
        };
        entry.push_str(&format!(
            "\n{title}: {}\n",
            revision.format_down_revisions()
        ));
        if !revision.dependencies().is_empty() {
            entry.push_str(&format!(
                "Also depends on: {}\n",
                revision.dependencies().join(", ")
            ));
        }
        if revision.is_branch_point() {
            entry.push_str(&format!(
                "Branches into: {}\n",
                revision.next_revisions().join(", ")
            ));
        }
        let labels = self.labels();
        if !labels.is_empty() {
            entry.push_str(&format!("Branch names: {labels}\n"));
        }
        entry.push_str(&format!("Path: {}\n", self.script.path.display()));
        let lines: Vec<String> = split_lines(self.script.longdoc())
            .map(|line| format!("    {line}"))
            .collect();
        entry.push_str(&format!("\n{}\n", lines.join("\n")));
        entry
    }

    /// The one line of `history`, `heads` and `branches`.
    #[must_use]
    pub fn head_only(&self, options: TextOptions) -> String {
        let revision = self.revision;
        let mut text = String::new();
        if options.parents {
            text.push_str(&revision.format_down_revisions());
            if !revision.dependencies().is_empty() {
                text.push_str(&format!(" ({})", revision.dependencies().join(", ")));
            }
            text.push_str(" -> ");
        }
        text.push_str(revision.id());
        let labels = self.labels();
        if options.branches && !labels.is_empty() {
            text.push_str(&format!(" ({labels})"));
        }
        if options.head_indicators || options.tree_indicators {
            push_if(&mut text, revision.is_real_head(), " (head)");
            push_if(
                &mut text,
                revision.is_head() && !revision.is_real_head(),
                " (effective head)",
            );
            push_if(&mut text, self.current, " (current)");
        }
        if options.tree_indicators {
            push_if(&mut text, revision.is_branch_point(), " (branchpoint)");
            push_if(&mut text, revision.is_merge_point(), " (mergepoint)");
        }
        if options.doc {
            text.push_str(&format!(", {}", self.script.doc()));
        }
        text
    }

    fn labels(&self) -> String {
        self.revision
            .branch_labels()
            .map(|label| label.as_ref())
            .collect::<Vec<&str>>()
            .join(", ")
    }
}

/// The text of Python's `str(script)`.
impl std::fmt::Display for ScriptView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.revision.fmt(f)
    }
}

fn push_if(text: &mut String, condition: bool, addition: &str) {
    if condition {
        text.push_str(addition);
    }
}

/// Python's `str.splitlines`, which knows more ends of lines than `\n`.
fn split_lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let is_end = |c: char| {
            matches!(
                c,
                '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'
                    ..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
            )
        };
        let end = rest.find(is_end).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        let skip = if tail.starts_with("\r\n") {
            2
        } else {
            tail.chars().next().map_or(0, char::len_utf8)
        };
        rest = &tail[skip..];
        Some(line)
    })
}
