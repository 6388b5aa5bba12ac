use limbec_schema::{Delete, Expr, FromItem, Hint, TableColumn, Update};

use super::insert::unconsumed;
use super::scope::{Scope, add, froms_of};
use super::{Compiler, Cx};
use crate::CompileError;

impl Compiler<'_> {
    pub(super) fn update(&mut self, update: &Update) -> Result<String, CompileError> {
        let table = FromItem::Table(update.table.clone());
        let assignments = self.assignments(update)?;
        let values: Vec<&Expr> = update.set.iter().map(|(_, value)| value).collect();
        let extra = extra_froms(&table, update.filter.iter().chain(values));
        self.push_dml_scope(&table, &extra);
        let result = self.update_body(update, &assignments, &table, &extra);
        self.stack.pop();
        let mut text = result?;
        text.insert_str(0, &self.with_clause(false));
        Ok(text)
    }

    /// The assignments of SET: in the order of the table unless the script ordered them, `onupdate`
    /// values included.
    fn assignments<'e>(
        &self,
        update: &'e Update,
    ) -> Result<Vec<(&'e TableColumn, Expr)>, CompileError> {
        let unknown: Vec<&str> = update
            .set
            .iter()
            .map(|(key, _)| key.as_str())
            .filter(|key| !update.columns.iter().any(|column| column.key == *key))
            .collect();
        if !unknown.is_empty() {
            return Err(unconsumed(&unknown));
        }
        let find = |key: &str| update.columns.iter().find(|column| column.key == key);
        let mut out: Vec<(&TableColumn, Expr)> = Vec::new();
        if update.ordered {
            for (key, value) in &update.set {
                if let Some(column) = find(key) {
                    out.push((column, self.given_value(key, value)));
                }
            }
        }
        for column in &update.columns {
            if update.ordered && update.set.iter().any(|(key, _)| *key == column.key) {
                continue;
            }
            let given = update.set.iter().find(|(key, _)| *key == column.key);
            let given = given.map(|(key, value)| self.given_value(key, value));
            let value = given.or_else(|| {
                let value = column.onupdate.as_ref()?;
                Some(self.client_default(column, value))
            });
            if let Some(value) = value {
                out.push((column, value));
            }
        }
        Ok(out)
    }

    fn update_body(
        &mut self,
        update: &Update,
        assignments: &[(&TableColumn, Expr)],
        table: &FromItem,
        extra: &[FromItem],
    ) -> Result<String, CompileError> {
        let cx = Cx::default();
        let mut text = format!("UPDATE {}", self.prefixes(&update.prefixes)?);
        self.hint_own_table(&update.hints, table)?;
        text.push_str(&self.source(table, cx)?);
        let inside = self.answers.update_tables_in_front();
        if inside {
            for item in extra {
                text.push_str(", ");
                text.push_str(&self.source(item, cx)?);
            }
        }
        self.added_ctes(&update.ctes)?;
        let mut set = Vec::with_capacity(assignments.len());
        if update.set.is_empty() && assignments.is_empty() {
            for column in &update.columns {
                let name = self.dialect.quote_as(&column.name, column.quote);
                let value = self.slot(column.key.clone(), None, column.sql_type.clone());
                set.push(format!("{name}={value}"));
            }
        }
        for (column, value) in assignments {
            let name = self.dialect.quote_as(&column.name, column.quote);
            let name = if inside && !extra.is_empty() {
                match self.qualifier(table, cx)? {
                    Some(qualifier) => format!("{qualifier}.{name}"),
                    None => name,
                }
            } else {
                name
            };
            set.push(format!("{name}={}", self.assigned_value(value)?));
        }
        text.push_str(&format!(" SET {}", set.join(", ")));
        if !inside && !extra.is_empty() {
            let items = self.sources(extra, cx)?;
            text.push_str(&format!(" FROM {items}"));
        }
        let filter = self.conditions(&update.filter, cx)?;
        if !filter.is_empty() {
            text.push_str(&format!(" WHERE {filter}"));
        }
        text.push_str(&self.returning(&update.returning)?);
        Ok(text)
    }

    pub(super) fn delete(&mut self, delete: &Delete) -> Result<String, CompileError> {
        let table = FromItem::Table(delete.table.clone());
        let extra = extra_froms(&table, delete.filter.iter());
        self.push_dml_scope(&table, &extra);
        let result = self.delete_body(delete, &table, &extra);
        self.stack.pop();
        let mut text = result?;
        text.insert_str(0, &self.with_clause(false));
        Ok(text)
    }

    fn delete_body(
        &mut self,
        delete: &Delete,
        table: &FromItem,
        extra: &[FromItem],
    ) -> Result<String, CompileError> {
        let cx = Cx::default();
        let mut text = format!("DELETE {}FROM ", self.prefixes(&delete.prefixes)?);
        self.added_ctes(&delete.ctes)?;
        self.hint_own_table(&delete.hints, table)?;
        let repeats = self.answers.delete_repeats_table();
        if repeats && !extra.is_empty() {
            text.push_str(&self.qualifier(table, cx)?.unwrap_or_default());
        } else {
            text.push_str(&self.source(table, cx)?);
        }
        if !extra.is_empty() {
            if !self.answers.has_delete_using() {
                return Err(CompileError::not_implemented(
                    "This backend does not support multiple-table criteria within DELETE",
                ));
            }
            let mut items = Vec::new();
            if repeats {
                items.push(table.clone());
            }
            items.extend_from_slice(extra);
            text.push_str(&format!(" USING {}", self.sources(&items, cx)?));
        }
        let filter = self.conditions(&delete.filter, cx)?;
        if !filter.is_empty() {
            text.push_str(&format!(" WHERE {filter}"));
        }
        text.push_str(&self.returning(&delete.returning)?);
        Ok(text)
    }

    fn sources(&mut self, items: &[FromItem], cx: Cx) -> Result<String, CompileError> {
        let texts = items
            .iter()
            .map(|item| self.source(item, cx))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(texts.join(", "))
    }

    fn push_dml_scope(&mut self, table: &FromItem, extra: &[FromItem]) {
        let mut own = vec![table.clone()];
        own.extend_from_slice(extra);
        self.stack.push(Scope {
            correlate: own.clone(),
            own,
            labels: Vec::new(),
            hints: Vec::new(),
        });
    }

    fn hint_own_table(&mut self, hints: &[Hint], table: &FromItem) -> Result<(), CompileError> {
        let mut hints = self.table_hints(hints, Some(table))?;
        // Hints for other tables than the one that is changed go unused, as in SQLAlchemy.
        hints.retain(|(known, _)| known == table);
        if let Some(scope) = self.stack.last_mut() {
            scope.hints = hints;
        }
        Ok(())
    }
}

/// The tables besides its own that a statement's conditions and values name.
fn extra_froms<'e>(table: &FromItem, exprs: impl Iterator<Item = &'e Expr>) -> Vec<FromItem> {
    let mut all = vec![table.clone()];
    for expr in exprs {
        let mut found = Vec::new();
        froms_of(expr, &mut found);
        for item in &found {
            add(&mut all, item);
        }
    }
    all.split_off(1)
}
