//! What the DDL of MySQL and MariaDB has of its own.

use limbec_schema::build::Affinity;
use limbec_schema::{
    Change, Column, ColumnDefault, Expr, Index, NumericName, NumericType, OptionValue,
    PrimaryKeyConstraint, SqlType, TemporalName, UnaryOp,
};

use crate::ddl::{
    ColumnAlteration, Ddl, DdlRules, DefaultKind, TableShape, computed_clause, computed_error,
    default_of, element_key, identity_error, index_elements, option_text, plain_default,
    set_default,
};
use crate::{CompileError, Statement};

/// The rules of MySQL and MariaDB.
#[derive(Debug)]
pub(super) struct Rules;

impl DdlRules for Rules {
    fn column(
        &self,
        ddl: &Ddl<'_>,
        shape: &TableShape,
        column: &Column,
    ) -> Result<String, CompileError> {
        let sql_type = column.sql_type.for_dialect(ddl.dialect.name());
        check_precision(sql_type)?;
        let mut parts = vec![
            ddl.dialect.quote_as(&column.name, column.quote),
            ddl.dialect.type_ddl(sql_type)?,
        ];
        if let Some(computed) = &column.computed {
            parts.push(computed_clause(ddl, computed)?);
        }
        if !is_nullable(ddl, shape, column) {
            parts.push("NOT NULL".to_owned());
        } else if is_timestamp(sql_type) {
            // A TIMESTAMP is NOT NULL by itself on older servers.
            parts.push("NULL".to_owned());
        }
        if let Some(comment) = &column.comment {
            parts.push(format!("COMMENT {}", ddl.string(comment)?));
        }
        let by_sequence =
            has_sequences(ddl) && column.sequence.as_ref().is_some_and(|s| !s.optional);
        if shape.autoincrement(ddl)? == Some(column.name.as_str())
            && column.server_default.is_none()
            && column.computed.is_none()
            && !by_sequence
        {
            parts.push("AUTO_INCREMENT".to_owned());
        } else if let Some(default) = default_of(ddl, column)? {
            parts.push(if takes_parentheses(ddl, &default) {
                format!("DEFAULT ({default})")
            } else {
                format!("DEFAULT {default}")
            });
        }
        Ok(parts.join(" "))
    }

    fn table_options(&self, ddl: &Ddl<'_>, shape: &TableShape) -> Result<String, CompileError> {
        let prefix = format!("{}_", ddl.dialect.name());
        let mut options: Vec<(String, String)> = shape
            .options
            .iter()
            .filter_map(|(key, value)| {
                let key = key.strip_prefix(&prefix)?.to_uppercase();
                Some((key, option_text(value)))
            })
            .collect();
        if let Some(comment) = &shape.comment {
            options.retain(|(key, _)| key != "COMMENT");
            options.push(("COMMENT".to_owned(), comment.clone()));
        }
        let (partition, mut plain): (Vec<_>, Vec<_>) = options
            .into_iter()
            .partition(|(key, _)| PARTITION_ORDER.contains(&key.as_str()));
        // A collation comes after the character set that it belongs to.
        if plain
            .iter()
            .any(|(key, _)| CHARSET_KEYS.contains(&key.as_str()))
            && let Some(at) = plain.iter().position(|(key, _)| key == "COLLATE")
        {
            let collate = plain.remove(at);
            plain.push(collate);
        }
        let mut words = Vec::new();
        for (key, value) in plain {
            words.push(plain_option(ddl, &key, value)?);
        }
        for name in PARTITION_ORDER {
            if let Some((key, value)) = partition.iter().find(|(key, _)| key == name) {
                words.push(format!("{} {value}", key.replace('_', " ")));
            }
        }
        Ok(words.join(" "))
    }

    fn primary_key_extras(
        &self,
        ddl: &Ddl<'_>,
        _: &TableShape,
        key: &PrimaryKeyConstraint,
    ) -> Result<(String, String), CompileError> {
        let end = match option(ddl, &key.options, "using") {
            Some(method) if method.is_truthy() => {
                format!(" USING {}", ddl.dialect.quote(&option_text(method)))
            }
            _ => String::new(),
        };
        Ok((String::new(), end))
    }

    fn match_clause(&self, _: &str) -> Result<String, CompileError> {
        Err(CompileError::compile(
            "MySQL ignores the 'MATCH' keyword while at the same time causes ON UPDATE/ON DELETE \
             clauses to be ignored.",
        ))
    }

    fn create_index(
        &self,
        ddl: &Ddl<'_>,
        index: &Index,
        name: &str,
        if_not_exists: bool,
    ) -> Result<String, CompileError> {
        let prefix = match option(ddl, &index.options, "prefix") {
            Some(prefix) if prefix.is_truthy() => format!("{} ", option_text(prefix)),
            _ => String::new(),
        };
        let mut text = format!(
            "CREATE {}{prefix}INDEX {}{name} ON {} ({})",
            if index.unique { "UNIQUE " } else { "" },
            if if_not_exists { "IF NOT EXISTS " } else { "" },
            ddl.dialect.qualified(index.schema.as_deref(), &index.table),
            prefixed_elements(ddl, index)?.join(", ")
        );
        if let Some(parser) = option(ddl, &index.options, "with_parser") {
            text.push_str(&format!(" WITH PARSER {}", option_text(parser)));
        }
        if let Some(method) = option(ddl, &index.options, "using") {
            let method = ddl.dialect.quote(&option_text(method));
            text.push_str(&format!(" USING {method}"));
        }
        Ok(text)
    }

    fn alter_column(
        &self,
        ddl: &Ddl<'_>,
        alteration: &ColumnAlteration<'_>,
    ) -> Result<Vec<Statement>, CompileError> {
        refuse_generated(alteration)?;
        let sql_type = alteration
            .sql_type
            .or(alteration.existing.sql_type.as_ref());
        // Alembic writes the whole column where the type may have a function as its default.
        let functional = sql_type.is_some_and(|t| t.affinity() == Affinity::DateTime)
            && !alteration.bare_type
            && *alteration.server_default != Change::Set(None);
        let column = ddl.dialect.quote(alteration.column);
        let table = alteration.alter_table(ddl);
        if alteration.name.is_some() || functional {
            let name = ddl
                .dialect
                .quote(alteration.name.unwrap_or(alteration.column));
            return Ok(vec![Statement::new(format!(
                "{table} CHANGE {column} {name} {}",
                whole_column(ddl, alteration, sql_type)?
            ))]);
        }
        if alteration.nullable.is_some()
            || alteration.sql_type.is_some()
            || alteration.autoincrement.is_some()
            || alteration.comment.is_set()
        {
            return Ok(vec![Statement::new(format!(
                "{table} MODIFY {column} {}",
                whole_column(ddl, alteration, sql_type)?
            ))]);
        }
        match alteration.server_default {
            Change::Set(default) => Ok(vec![Statement::new(format!(
                "{table} ALTER COLUMN {column} {}",
                set_default(ddl, default.as_ref())?
            ))]),
            Change::Keep => Ok(Vec::new()),
        }
    }
}

/// The options of a partitioned table, in the order in which MySQL reads them.
const PARTITION_ORDER: [&str; 4] = [
    "PARTITION_BY",
    "PARTITIONS",
    "SUBPARTITION_BY",
    "SUBPARTITIONS",
];

/// The options that name a character set.
const CHARSET_KEYS: [&str; 4] = [
    "DEFAULT_CHARSET",
    "DEFAULT_CHARACTER_SET",
    "CHARSET",
    "CHARACTER_SET",
];

fn plain_option(ddl: &Ddl<'_>, key: &str, value: String) -> Result<String, CompileError> {
    let value = match key {
        "COMMENT" | "PASSWORD" | "CONNECTION" => ddl.string(&value)?,
        _ => value,
    };
    Ok(match key {
        "DATA_DIRECTORY" | "INDEX_DIRECTORY" | "DEFAULT_CHARSET" | "DEFAULT_COLLATE" => {
            format!("{}={value}", key.replace('_', " "))
        }
        "DEFAULT_CHARACTER_SET" | "CHARACTER_SET" | "COLLATE" | "TABLESPACE" => {
            format!("{} {value}", key.replace('_', " "))
        }
        _ => format!("{key}={value}"),
    })
}

/// An option by its short name, of MySQL or of MariaDB.
fn option<'a>(
    ddl: &Ddl<'_>,
    options: &'a limbec_schema::Options,
    key: &str,
) -> Option<&'a OptionValue> {
    options
        .get(&format!("{}_{key}", ddl.dialect.name()))
        .or_else(|| {
            options
                .get(&format!("mysql_{key}"))
                .filter(|_| key != "length" && key != "prefix")
        })
        .filter(|value| !matches!(value, OptionValue::None))
}

/// MariaDB has sequences since 10.3; without a server to ask, SQLAlchemy expects none.
fn has_sequences(ddl: &Ddl<'_>) -> bool {
    ddl.dialect.features().sequences && ddl.ctx.server_version.is_some_and(|v| v >= (10, 3, 0))
}

fn is_nullable(ddl: &Ddl<'_>, shape: &TableShape, column: &Column) -> bool {
    // MariaDB does not take NOT NULL beside a generated column.
    if ddl.dialect.name() == "mariadb" && column.computed.is_some() && column.nullable.is_none() {
        return true;
    }
    shape.nullable(column)
}

fn is_timestamp(sql_type: &SqlType) -> bool {
    match sql_type {
        SqlType::Temporal(t) => t.name == TemporalName::ExactTimestamp,
        SqlType::Mysql(t) => t.name == "TIMESTAMP",
        _ => false,
    }
}

/// `sa.Double(53)` has no form in MySQL, which wants a scale beside the precision.
fn check_precision(sql_type: &SqlType) -> Result<(), CompileError> {
    match sql_type {
        SqlType::Numeric(NumericType {
            name: NumericName::Double | NumericName::ExactDouble | NumericName::ExactDoublePrecision,
            precision: Some(_),
            scale: None,
            ..
        }) => Err(CompileError::Argument {
            message: "You must specify both precision and scale or omit both altogether."
                .to_owned(),
        }),
        _ => Ok(()),
    }
}

/// Whether the server takes an expression as a default, and the default is one.
fn takes_parentheses(ddl: &Ddl<'_>, default: &str) -> bool {
    let since = if ddl.dialect.name() == "mariadb" {
        (10, 2, 1)
    } else {
        (8, 0, 13)
    };
    if ddl.ctx.server_version.is_none_or(|version| version < since) {
        return false;
    }
    let lower = default.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let on_update = words.windows(2).any(|pair| pair == ["on", "update"]);
    let with_precision = ["now(", "current_timestamp("].iter().any(|call| {
        lower
            .strip_prefix(call)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    !matches!(default.trim_start().chars().next(), Some('\'' | '"' | '('))
        && !on_update
        && !with_precision
        && default.chars().any(|c| !(c.is_alphanumeric() || c == '_'))
}

/// The elements of an index with the lengths of their prefixes.
fn prefixed_elements(ddl: &Ddl<'_>, index: &Index) -> Result<Vec<String>, CompileError> {
    let texts = index_elements(ddl, index, |ddl, expr| {
        let text = ddl.expr(expr)?;
        Ok(if is_grouped(expr) {
            format!("({text})")
        } else {
            text
        })
    })?;
    let Some(length) = option(ddl, &index.options, "length") else {
        return Ok(texts);
    };
    Ok(texts
        .into_iter()
        .zip(&index.elements)
        .map(|(text, element)| match length {
            OptionValue::Map(lengths) => {
                let length = element_key(element)
                    .and_then(|key| lengths.get(key))
                    .or_else(|| lengths.get(&text));
                match length {
                    Some(length) => format!("{text}({})", option_text(length)),
                    None => text,
                }
            }
            length => format!("{text}({})", option_text(length)),
        })
        .collect())
}

/// Whether an index writes the expression in parentheses of its own.
fn is_grouped(expr: &Expr) -> bool {
    match expr {
        Expr::Binary { .. }
        | Expr::Between { .. }
        | Expr::Collate { .. }
        | Expr::Function(_)
        | Expr::Nulls { .. } => true,
        Expr::Unary { op, .. } => !matches!(op, UnaryOp::Desc | UnaryOp::Asc),
        _ => false,
    }
}

/// MySQL cannot alter computed columns and identities; Alembic says so.
fn refuse_generated(alteration: &ColumnAlteration<'_>) -> Result<(), CompileError> {
    let kind = alteration.default_kind();
    if kind == DefaultKind::Plain {
        return Ok(());
    }
    if alteration.nullable.is_some() {
        return Err(CompileError::not_implemented(
            "Individual alter column constructs not supported by MySQL",
        ));
    }
    if alteration.server_default.is_set() {
        return Err(match kind {
            DefaultKind::Computed => computed_error(),
            DefaultKind::Identity | DefaultKind::Plain => identity_error(),
        });
    }
    if alteration.sql_type.is_some() {
        return Err(CompileError::not_implemented(
            "Individual alter column constructs not supported by MySQL",
        ));
    }
    Ok(())
}

/// The whole column, as CHANGE and MODIFY want it: what is not altered comes from `existing_*`.
fn whole_column(
    ddl: &Ddl<'_>,
    alteration: &ColumnAlteration<'_>,
    sql_type: Option<&SqlType>,
) -> Result<String, CompileError> {
    let existing = alteration.existing;
    let Some(sql_type) = sql_type else {
        return Err(CompileError::Command {
            message: "All MySQL CHANGE/MODIFY COLUMN operations require the existing type."
                .to_owned(),
        });
    };
    let nullable = alteration.nullable.or(existing.nullable).unwrap_or(true);
    let mut text = format!(
        "{} {}",
        ddl.dialect.type_ddl(sql_type)?,
        if nullable { "NULL" } else { "NOT NULL" }
    );
    if alteration
        .autoincrement
        .or(existing.autoincrement)
        .unwrap_or(false)
    {
        text.push_str(" AUTO_INCREMENT");
    }
    let default: Option<&ColumnDefault> = match alteration.server_default {
        Change::Set(default) => default.as_ref(),
        Change::Keep => existing.server_default.as_set().and_then(Option::as_ref),
    };
    if let Some(default) = default {
        text.push_str(&format!(" DEFAULT {}", plain_default(ddl, default)?));
    }
    let comment = match alteration.comment {
        Change::Set(comment) => comment.as_deref(),
        Change::Keep => existing.comment.as_deref(),
    };
    if let Some(comment) = comment {
        text.push_str(&format!(" COMMENT {}", ddl.string(comment)?));
    }
    Ok(text)
}
