//! The dictionaries of SQLAlchemy's PostgreSQL dialect.

use limbec_schema::Identity;

use crate::inspect::answer::{self, Answer, Answers};
use crate::inspect::{
    ReflectedCheck, ReflectedColumn, ReflectedForeignKey, ReflectedIndex, ReflectedPrimaryKey,
    ReflectedUnique,
};

/// The dictionaries of SQLAlchemy's PostgreSQL dialect.
pub(super) struct PostgresAnswers;

impl Answers for PostgresAnswers {
    fn column(&self, column: &ReflectedColumn) -> Answer {
        let mut found = Answer::map([
            ("name", Answer::str(&column.name)),
            ("type", Answer::Type(column.sql_type.clone())),
            ("nullable", Answer::Bool(column.nullable)),
            ("default", Answer::opt_str(column.default.as_ref())),
            (
                "autoincrement",
                Answer::Bool(column.autoincrement == Some(true)),
            ),
            ("comment", Answer::opt_str(column.comment.as_ref())),
        ]);
        if let Some(computed) = &column.computed {
            found.push("computed", answer::computed(computed));
        }
        if let Some(found_identity) = &column.identity {
            found.push("identity", identity(found_identity));
        }
        found
    }

    fn primary_key(&self, key: &ReflectedPrimaryKey) -> Answer {
        if key.constrained_columns.is_empty() {
            return Answer::map([
                ("name", Answer::None),
                ("constrained_columns", Answer::List(Vec::new())),
            ]);
        }
        let mut found = Answer::map([
            (
                "constrained_columns",
                Answer::strings(&key.constrained_columns),
            ),
            ("name", Answer::opt_str(key.name.as_ref())),
            ("comment", Answer::opt_str(key.comment.as_ref())),
        ]);
        found.push_options(&key.dialect_options);
        found
    }

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
            ("comment", Answer::opt_str(key.comment.as_ref())),
        ])
    }

    fn unique_constraint(&self, unique: &ReflectedUnique) -> Answer {
        let mut found = Answer::map([
            ("column_names", Answer::strings(&unique.column_names)),
            ("name", Answer::opt_str(unique.name.as_ref())),
            ("comment", Answer::opt_str(unique.comment.as_ref())),
        ]);
        found.push_options(&unique.dialect_options);
        found
    }

    fn check_constraint(&self, check: &ReflectedCheck) -> Answer {
        let mut found = Answer::map([
            ("name", Answer::opt_str(check.name.as_ref())),
            ("sqltext", Answer::str(&check.sqltext)),
            ("comment", Answer::opt_str(check.comment.as_ref())),
        ]);
        found.push_options(&check.dialect_options);
        found
    }

    fn index(&self, index: &ReflectedIndex) -> Answer {
        let mut found = Answer::map([
            ("name", Answer::opt_str(index.name.as_ref())),
            ("unique", Answer::Bool(index.unique)),
            ("column_names", answer::column_names(index)),
        ]);
        if let Some(expressions) = &index.expressions {
            found.push("expressions", Answer::strings(expressions));
        }
        if !index.column_sorting.is_empty() {
            let sorting = index.column_sorting.iter().map(|(column, words)| {
                let words = words.iter().map(Answer::str).collect();
                (column.clone(), Answer::Tuple(words))
            });
            found.push("column_sorting", Answer::Map(sorting.collect()));
        }
        if let Some(constraint) = &index.duplicates_constraint {
            found.push("duplicates_constraint", Answer::str(constraint));
        }
        if let Some(include) = &index.include_columns {
            found.push("include_columns", Answer::strings(include));
        }
        found.push_options(&index.dialect_options);
        found
    }
}

fn identity(identity: &Identity) -> Answer {
    let int = |value: Option<i64>| value.map_or(Answer::None, Answer::Int);
    let options = &identity.options;
    Answer::map([
        ("always", Answer::Bool(identity.always)),
        ("start", int(options.start)),
        ("increment", int(options.increment)),
        ("minvalue", int(options.minvalue)),
        ("maxvalue", int(options.maxvalue)),
        ("cache", int(options.cache)),
        ("cycle", Answer::Bool(options.cycle == Some(true))),
    ])
}
