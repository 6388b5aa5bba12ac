//! One revision of the graph: what its script says, and what the map works out about it.

use std::fmt;
use std::sync::Arc;

use indexmap::IndexSet;

/// A revision identifier or a branch label, shared so that plans can outlive the map they were made from.
pub type RevId = Arc<str>;

/// Characters that the target grammar needs for itself, in the order in which Alembic's message sorts them.
const ILLEGAL_CHARACTERS: [char; 4] = ['+', '-', ':', '@'];

/// One migration script as the graph sees it.
///
/// The first group of fields is what the script says; the second is filled in by [`crate::RevisionMap::build`] and
/// empty before that.
#[derive(Debug, Clone)]
pub struct Revision {
    pub(crate) id: RevId,
    pub(crate) down: Vec<RevId>,
    pub(crate) dependencies: Vec<RevId>,
    pub(crate) written_labels: Vec<RevId>,
    pub(crate) doc: Option<String>,
    pub(crate) payload: usize,

    pub(crate) resolved_dependencies: Vec<RevId>,
    pub(crate) normalized_dependencies: Vec<RevId>,
    pub(crate) labels: IndexSet<RevId>,
    pub(crate) next: Vec<RevId>,
    pub(crate) all_next: Vec<RevId>,
}

impl Revision {
    /// A revision with its `down_revision` as written: empty for a base, several for a merge.
    #[must_use]
    pub fn new<I, S>(id: &str, down_revisions: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: Into<RevId>,
    {
        Self {
            id: id.into(),
            down: down_revisions.into_iter().map(Into::into).collect(),
            dependencies: Vec::new(),
            written_labels: Vec::new(),
            doc: None,
            payload: 0,
            resolved_dependencies: Vec::new(),
            normalized_dependencies: Vec::new(),
            labels: IndexSet::new(),
            next: Vec::new(),
            all_next: Vec::new(),
        }
    }

    /// Sets `depends_on` as written: revision identifiers or branch labels.
    #[must_use]
    pub fn with_dependencies<I, S>(mut self, dependencies: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: Into<RevId>,
    {
        self.dependencies = dependencies.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `branch_labels` as written.
    #[must_use]
    pub fn with_labels<I, S>(mut self, labels: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: Into<RevId>,
    {
        self.written_labels = labels.into_iter().map(Into::into).collect();
        self.labels = self.written_labels.iter().cloned().collect();
        self
    }

    /// Sets the message: the first paragraph of the script's docstring.
    #[must_use]
    pub fn with_doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = Some(doc.into());
        self
    }

    /// Sets the number by which the caller finds its own data about the script.
    #[must_use]
    pub fn with_payload(mut self, payload: usize) -> Self {
        self.payload = payload;
        self
    }

    /// The identifier.
    #[must_use]
    pub fn id(&self) -> &RevId {
        &self.id
    }

    /// `down_revision` as written; empty for a base.
    #[must_use]
    pub fn down_revisions(&self) -> &[RevId] {
        &self.down
    }

    /// `depends_on` as written: identifiers or branch labels.
    #[must_use]
    pub fn dependencies(&self) -> &[RevId] {
        &self.dependencies
    }

    /// `branch_labels` as written in this script; see [`Revision::branch_labels`] for those it belongs to.
    #[must_use]
    pub fn written_labels(&self) -> &[RevId] {
        &self.written_labels
    }

    /// The first paragraph of the docstring, if there is one.
    #[must_use]
    pub fn doc(&self) -> Option<&str> {
        self.doc.as_deref()
    }

    /// The caller's number for this script.
    #[must_use]
    pub fn payload(&self) -> usize {
        self.payload
    }

    /// The dependencies as revision identifiers.
    #[must_use]
    pub fn resolved_dependencies(&self) -> &[RevId] {
        &self.resolved_dependencies
    }

    /// All labels of the branches this revision is on, its own first. Alembic prints them in random order.
    pub fn branch_labels(&self) -> impl ExactSizeIterator<Item = &RevId> {
        self.labels.iter()
    }

    /// Whether the revision is on the branch of that label.
    #[must_use]
    pub fn has_branch_label(&self, label: &str) -> bool {
        self.labels.contains(label)
    }

    /// Revisions that name this one in `down_revision`. Alembic prints them in random order.
    #[must_use]
    pub fn next_revisions(&self) -> &[RevId] {
        &self.next
    }

    /// Revisions that name this one in `down_revision` or depend on it.
    #[must_use]
    pub fn all_next_revisions(&self) -> &[RevId] {
        &self.all_next
    }

    /// `down_revision` and resolved dependencies without duplicates.
    #[must_use]
    pub fn all_down_revisions(&self) -> Vec<RevId> {
        joined(&self.down, &self.resolved_dependencies)
    }

    /// `down_revision` and those dependencies that no ancestor already has: what a step starts from.
    #[must_use]
    pub fn normalized_down_revisions(&self) -> Vec<RevId> {
        joined(&self.down, &self.normalized_dependencies)
    }

    /// No revision builds on this one (dependencies aside).
    #[must_use]
    pub fn is_head(&self) -> bool {
        self.next.is_empty()
    }

    /// No revision builds on this one or depends on it: a row of the version table after `upgrade heads`.
    #[must_use]
    pub fn is_real_head(&self) -> bool {
        self.all_next.is_empty()
    }

    /// The revision builds on nothing.
    #[must_use]
    pub fn is_base(&self) -> bool {
        self.down.is_empty()
    }

    /// The revision builds on nothing and depends on nothing.
    #[must_use]
    pub fn is_real_base(&self) -> bool {
        self.down.is_empty() && self.dependencies.is_empty()
    }

    /// More than one revision builds on this one.
    #[must_use]
    pub fn is_branch_point(&self) -> bool {
        self.next.len() > 1
    }

    /// More than one revision builds on this one or depends on it.
    #[must_use]
    pub fn is_real_branch_point(&self) -> bool {
        self.all_next.len() > 1
    }

    /// The revision builds on more than one.
    #[must_use]
    pub fn is_merge_point(&self) -> bool {
        self.down.len() > 1
    }

    /// The parents as Alembic prints them: `<base>`, `a` or `a, b`.
    #[must_use]
    pub fn format_down_revisions(&self) -> String {
        match self.down.as_slice() {
            [] => "<base>".to_owned(),
            // An empty string is as good as no parent to Alembic's formatting, though not to its resolution.
            [only] if only.is_empty() => "<base>".to_owned(),
            several => several.join(", "),
        }
    }

    /// The characters of `id` that no revision identifier may have, sorted.
    pub(crate) fn illegal_characters(id: &str) -> Vec<char> {
        ILLEGAL_CHARACTERS
            .into_iter()
            .filter(|&character| id.contains(character))
            .collect()
    }
}

/// The text that Alembic's `str(script)` gives: `a, b -> c (head) (mergepoint), message`.
impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} -> {}", self.format_down_revisions(), self.id)?;
        if self.is_head() {
            f.write_str(" (head)")?;
        }
        if self.is_branch_point() {
            f.write_str(" (branchpoint)")?;
        }
        if self.is_merge_point() {
            f.write_str(" (mergepoint)")?;
        }
        write!(f, ", {}", self.doc().unwrap_or_default())
    }
}

/// Both lists in order, each entry once.
fn joined(first: &[RevId], second: &[RevId]) -> Vec<RevId> {
    let mut all: Vec<RevId> = Vec::with_capacity(first.len() + second.len());
    for id in first.iter().chain(second) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

/// What a caller may ask for: nothing (the base), one symbol, or several identifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selector {
    /// Python's `None`: the empty state before every base.
    Base,
    /// One symbol of the target grammar.
    One(RevId),
    /// Several symbols, for example the rows of the version table.
    Many(Vec<RevId>),
}

impl Selector {
    /// The symbols, one by one; none for the base.
    pub(crate) fn symbols(&self) -> &[RevId] {
        match self {
            Self::Base => &[],
            Self::One(symbol) => std::slice::from_ref(symbol),
            Self::Many(symbols) => symbols,
        }
    }

    /// Whether Python would take the value for false.
    pub(crate) fn is_falsy(&self) -> bool {
        match self {
            Self::Base => true,
            Self::One(symbol) => symbol.is_empty(),
            Self::Many(symbols) => symbols.is_empty(),
        }
    }
}

/// The value as Python's `%s` prints it; several identifiers print as a tuple.
impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Base => f.write_str("None"),
            Self::One(symbol) => f.write_str(symbol),
            Self::Many(symbols) => {
                f.write_str("(")?;
                for (position, symbol) in symbols.iter().enumerate() {
                    if position > 0 {
                        f.write_str(", ")?;
                    }
                    write_python_string(f, symbol)?;
                }
                f.write_str(if symbols.len() == 1 { ",)" } else { ")" })
            }
        }
    }
}

/// Writes a string as Python's `repr` does for the characters that occur in revision identifiers.
fn write_python_string(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    write!(f, "{quote}")?;
    for character in text.chars() {
        match character {
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            _ if character == quote => write!(f, "\\{character}")?,
            _ => write!(f, "{character}")?,
        }
    }
    write!(f, "{quote}")
}

impl From<&str> for Selector {
    fn from(symbol: &str) -> Self {
        Self::One(symbol.into())
    }
}

impl From<&String> for Selector {
    fn from(symbol: &String) -> Self {
        Self::One(symbol.as_str().into())
    }
}

impl From<&RevId> for Selector {
    fn from(symbol: &RevId) -> Self {
        Self::One(symbol.clone())
    }
}

impl From<Option<&str>> for Selector {
    fn from(symbol: Option<&str>) -> Self {
        symbol.map_or(Self::Base, Self::from)
    }
}

impl From<&[RevId]> for Selector {
    fn from(symbols: &[RevId]) -> Self {
        Self::Many(symbols.to_vec())
    }
}

impl From<&Vec<RevId>> for Selector {
    fn from(symbols: &Vec<RevId>) -> Self {
        Self::Many(symbols.clone())
    }
}

impl From<Vec<RevId>> for Selector {
    fn from(symbols: Vec<RevId>) -> Self {
        Self::Many(symbols)
    }
}

impl From<&Selector> for Selector {
    fn from(selector: &Selector) -> Self {
        selector.clone()
    }
}
