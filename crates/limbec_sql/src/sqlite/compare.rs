//! What SQLite answers when its schema is compared with models: Alembic's `SQLiteImpl`.

use crate::compare::{CompareRules, DefaultPair, DefaultSameness, TypePair, equal_if};
use crate::ddl::{CompileContext, Ddl, default_of};
use crate::{CompileError, Dialect};

/// The rules of SQLite.
#[derive(Debug)]
pub(super) struct Rules;

impl CompareRules for Rules {
    fn defaults(
        &self,
        dialect: &dyn Dialect,
        pair: &DefaultPair<'_>,
    ) -> Result<DefaultSameness, CompileError> {
        if pair.found_text.map(bare) == pair.declared_text.map(bare) {
            return Ok(DefaultSameness::Equal);
        }
        // SQLite keeps a default as it was written.
        let ctx = CompileContext::default();
        let ddl = Ddl { dialect, ctx: &ctx };
        let written = default_of(&ddl, pair.declared)?.map(parenthesised);
        Ok(equal_if(
            written.is_some() && written.as_deref() == pair.found_text,
        ))
    }

    fn same_type_query(
        &self,
        dialect: &dyn Dialect,
        pair: &TypePair<'_>,
    ) -> Result<Option<String>, CompileError> {
        let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
        let schema = pair.schema.map(|schema| format!(", {}", quoted(schema)));
        // SQLite keeps a type as it was written.
        Ok(Some(format!(
            "SELECT upper(type) = upper({}) FROM pragma_table_xinfo({}{}) WHERE name = {}",
            quoted(&dialect.type_ddl(&pair.declared.sql_type)?),
            quoted(pair.table),
            schema.unwrap_or_default(),
            quoted(&pair.found.name),
        )))
    }

    fn reflected_default(&self, text: String) -> Option<String> {
        Some(parenthesised(text))
    }

    fn default_in_script(&self, text: String) -> String {
        parenthesised(text)
    }

    fn reads_expression_indexes(&self) -> bool {
        false
    }
}

/// A default without the parentheses and the quotes around it, which SQLite keeps as they were
/// written.
fn bare(text: &str) -> &str {
    let inner = around(text, "(", ")").unwrap_or(text);
    ["\"'", "'"]
        .iter()
        .flat_map(|open| ["'", "'\""].map(|close| around(inner, open, close)))
        .flatten()
        .min_by_key(|bare| bare.len())
        .unwrap_or(inner)
}

/// What stands between the two, at least a character, and no line end.
fn around<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let inner = text.strip_prefix(open)?.strip_suffix(close)?;
    (!inner.is_empty() && !inner.contains('\n')).then_some(inner)
}

/// An expression as SQLite takes it in DDL: in parentheses, unless it is a string, one digit, or has
/// them.
fn parenthesised(text: String) -> String {
    let one_digit = text.len() == 1 && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let plain = text.is_empty()
        || one_digit
        || around(&text, "'", "'").is_some()
        || around(&text, "(", ")").is_some();
    if plain { text } else { format!("({text})") }
}

#[cfg(test)]
mod tests {
    use super::{bare, parenthesised};

    #[test]
    fn quotes_and_parentheses_do_not_count() {
        for (text, expected) in [
            ("'a'", "a"),
            ("\"'a'\"", "a"),
            ("('a')", "a"),
            ("(1+2)", "1+2"),
            ("a", "a"),
            ("''", "''"),
        ] {
            assert_eq!(bare(text), expected, "{text}");
        }
    }

    #[test]
    fn expressions_stand_in_parentheses() {
        for (text, expected) in [
            ("CURRENT_TIMESTAMP", "(CURRENT_TIMESTAMP)"),
            ("10", "(10)"),
            ("1", "1"),
            ("'x'", "'x'"),
            ("(1+2)", "(1+2)"),
        ] {
            assert_eq!(parenthesised(text.to_owned()), expected);
        }
    }
}
