//! The dictionaries of SQLAlchemy's SQLite dialect.

use crate::inspect::answer::{self, Answer, Answers};
use crate::inspect::{ReflectedColumn, ReflectedIndex};

/// The dictionaries of SQLAlchemy's SQLite dialect.
pub(super) struct SqliteAnswers;

impl Answers for SqliteAnswers {
    fn column(&self, column: &ReflectedColumn) -> Answer {
        let mut found = Answer::map([
            ("name", Answer::str(&column.name)),
            ("type", Answer::Type(column.sql_type.clone())),
            ("nullable", Answer::Bool(column.nullable)),
            ("default", Answer::opt_str(column.default.as_ref())),
            (
                "primary_key",
                Answer::Int(column.primary_key.unwrap_or_default()),
            ),
        ]);
        if let Some(computed) = &column.computed {
            found.push("computed", answer::computed(computed));
        }
        found
    }

    fn index(&self, index: &ReflectedIndex) -> Answer {
        Answer::map([
            ("name", Answer::opt_str(index.name.as_ref())),
            ("column_names", answer::column_names(index)),
            ("unique", Answer::Int(i64::from(index.unique))),
            ("dialect_options", Answer::options(&index.dialect_options)),
        ])
    }

    fn table_comment(&self, _comment: Option<&String>) -> Option<Answer> {
        None
    }
}
