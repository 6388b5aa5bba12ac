//! The dictionaries in which SQLAlchemy answers, as data: scripts see their keys and the order of
//! them, and each dialect has its own.

use limbec_schema::{OptionValue, Options, SqlType};

use super::{
    ReflectedCheck, ReflectedColumn, ReflectedComputed, ReflectedForeignKey, ReflectedIndex,
    ReflectedPrimaryKey, ReflectedUnique,
};

/// A value of such a dictionary.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Answer {
    None,
    Bool(bool),
    Int(i64),
    Str(String),
    Type(SqlType),
    Option(OptionValue),
    List(Vec<Answer>),
    Tuple(Vec<Answer>),
    Map(Vec<(String, Answer)>),
}

impl Answer {
    /// A string.
    pub fn str(text: impl Into<String>) -> Self {
        Answer::Str(text.into())
    }

    /// A string or `None`.
    pub fn opt_str(text: Option<&String>) -> Self {
        text.map_or(Answer::None, Answer::str)
    }

    /// A list of strings.
    pub fn strings(texts: &[String]) -> Self {
        Answer::List(texts.iter().map(Answer::str).collect())
    }

    /// A dictionary.
    pub fn map<const N: usize>(pairs: [(&str, Answer); N]) -> Self {
        Answer::Map(
            pairs
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }

    /// A dictionary of options.
    pub fn options(options: &Options) -> Self {
        Answer::Map(
            options
                .iter()
                .map(|(key, value)| (key.clone(), Answer::Option(value.clone())))
                .collect(),
        )
    }

    /// Adds a pair to a dictionary.
    pub fn push(&mut self, key: &str, value: Answer) {
        if let Answer::Map(pairs) = self {
            pairs.push((key.to_owned(), value));
        }
    }

    /// Adds `dialect_options`, where there are any.
    pub fn push_options(&mut self, options: &Options) {
        if !options.is_empty() {
            self.push("dialect_options", Answer::options(options));
        }
    }
}

/// How a dialect puts what was found into dictionaries.
///
/// What most dialects of SQLAlchemy share is here; the rest is beside each inspector.
pub trait Answers: Sync {
    /// An entry of `get_columns`.
    fn column(&self, column: &ReflectedColumn) -> Answer;

    /// `get_pk_constraint`.
    fn primary_key(&self, key: &ReflectedPrimaryKey) -> Answer {
        if key.constrained_columns.is_empty() {
            return Answer::map([
                ("name", Answer::None),
                ("constrained_columns", Answer::List(Vec::new())),
            ]);
        }
        Answer::map([
            (
                "constrained_columns",
                Answer::strings(&key.constrained_columns),
            ),
            ("name", Answer::opt_str(key.name.as_ref())),
        ])
    }

    /// An entry of `get_foreign_keys`.
    fn foreign_key(&self, key: &ReflectedForeignKey) -> Answer {
        Answer::map([
            ("name", Answer::opt_str(key.name.as_ref())),
            (
                "constrained_columns",
                Answer::strings(&key.constrained_columns),
            ),
            (
                "referred_schema",
                Answer::opt_str(key.referred_schema.as_ref()),
            ),
            ("referred_table", Answer::str(&key.referred_table)),
            ("referred_columns", Answer::strings(&key.referred_columns)),
            ("options", Answer::options(&key.options)),
        ])
    }

    /// An entry of `get_unique_constraints`.
    fn unique_constraint(&self, unique: &ReflectedUnique) -> Answer {
        Answer::map([
            ("name", Answer::opt_str(unique.name.as_ref())),
            ("column_names", Answer::strings(&unique.column_names)),
        ])
    }

    /// An entry of `get_check_constraints`.
    fn check_constraint(&self, check: &ReflectedCheck) -> Answer {
        Answer::map([
            ("sqltext", Answer::str(&check.sqltext)),
            ("name", Answer::opt_str(check.name.as_ref())),
        ])
    }

    /// An entry of `get_indexes`.
    fn index(&self, index: &ReflectedIndex) -> Answer;

    /// `get_table_comment`; `None` where the dialect does not answer at all.
    fn table_comment(&self, comment: Option<&String>) -> Option<Answer> {
        Some(Answer::map([("text", Answer::opt_str(comment))]))
    }
}

/// `{"sqltext": ..., "persisted": ...}`
#[cfg_attr(
    not(any(feature = "sqlite", feature = "postgres")),
    allow(dead_code, reason = "only connections need it")
)]
pub(crate) fn computed(computed: &ReflectedComputed) -> Answer {
    Answer::map([
        ("sqltext", Answer::str(&computed.sqltext)),
        ("persisted", Answer::Bool(computed.persisted)),
    ])
}

/// The columns of an index; `None` stands for an expression.
#[cfg_attr(
    not(any(feature = "sqlite", feature = "postgres")),
    allow(dead_code, reason = "only connections need it")
)]
pub(crate) fn column_names(index: &ReflectedIndex) -> Answer {
    Answer::List(
        index
            .column_names
            .iter()
            .map(|name| Answer::opt_str(name.as_ref()))
            .collect(),
    )
}
