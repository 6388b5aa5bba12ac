use limbec_schema::{FromItem, Hint};

use super::Compiler;
use super::scope::same;
use crate::CompileError;

/// Hints of the tables of one statement, as they stand in the text.
pub(super) type TableHints = Vec<(FromItem, String)>;

impl Compiler<'_> {
    /// The hints for the tables of a statement: the last one for a table holds.
    pub(super) fn table_hints(
        &mut self,
        hints: &[Hint],
        own: Option<&FromItem>,
    ) -> Result<TableHints, CompileError> {
        let mut found: TableHints = Vec::new();
        for hint in hints {
            let Some(table) = hint.table.as_ref().or(own) else {
                continue;
            };
            if !self.is_meant(hint.dialect.as_deref()) {
                continue;
            }
            let name = match table {
                FromItem::Table(plain) if plain.alias.is_none() => self.dialect.quote(&plain.name),
                other => self
                    .qualifier(other, super::Cx::default())?
                    .unwrap_or_default(),
            };
            let text = hint.text.replace("%(name)s", &name);
            found.retain(|(known, _)| !same(known, table));
            found.push((table.clone(), text));
        }
        Ok(found)
    }

    /// The text of an item of FROM with its hint.
    pub(super) fn hinted(&mut self, item: &FromItem, text: String) -> Result<String, CompileError> {
        let hint = self.stack.last().and_then(|scope| {
            let found = scope.hints.iter().find(|(table, _)| same(table, item));
            found.map(|(_, hint)| hint.clone())
        });
        match hint {
            Some(hint) => self.answers.table_hint(text, &hint),
            None => Ok(text),
        }
    }

    /// ` ...` at the end of a SELECT: hints for the statement.
    pub(super) fn statement_hints(&self, hints: &[Hint]) -> String {
        let mut text = String::new();
        for hint in hints {
            if hint.table.is_none() && self.is_meant(hint.dialect.as_deref()) {
                text.push(' ');
                text.push_str(&hint.text);
            }
        }
        text
    }

    /// Whether words are for this database.
    pub(super) fn is_meant(&self, dialect: Option<&str>) -> bool {
        matches!(dialect, None | Some("*")) || dialect == Some(self.dialect.name())
    }
}
