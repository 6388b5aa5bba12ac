//! The columns and constraints of the new table, when all operations are applied.

use limbec_schema::{Column, Constraint, UniqueConstraint};

use super::order;
use super::parts::{for_each_column, stop_type_check};
use super::rebuild::Rebuild;
use crate::CompileError;
use crate::ddl::type_check;

impl Rebuild<'_> {
    /// The name of a column in the new table; constraints may use the old one or the new one.
    pub(super) fn new_name(&self, name: &str) -> Option<String> {
        let by_key = self.columns.get(name);
        by_key
            .or_else(|| self.columns.values().find(|column| column.name == name))
            .map(|column| column.name.clone())
    }

    /// The constraints of the new table in the order in which Alembic attaches them.
    pub(super) fn constraints(&mut self) -> Result<Vec<Constraint>, CompileError> {
        let mut found = self.batch.settings.table_args.clone();
        for column in self.columns.values_mut() {
            if column.unique && !column.index {
                column.unique = false;
                found.push(Constraint::Unique(UniqueConstraint {
                    columns: vec![column.name.clone()],
                    ..UniqueConstraint::default()
                }));
            }
            if let Some(check) = type_check(&self.ddl, column)? {
                stop_type_check(&mut column.sql_type);
                found.push(Constraint::Check(check));
            }
        }
        let named = std::mem::take(&mut self.named);
        let mut own: Vec<Constraint> = named.into_values().collect();
        own.append(&mut self.unnamed);
        own.extend(self.loose_checks.drain(..).map(Constraint::Check));
        for constraint in own {
            found.extend(self.moved(constraint)?);
        }
        Ok(found)
    }

    /// The constraint with the columns' new names; `None` where a column of it is gone.
    fn moved(&mut self, mut constraint: Constraint) -> Result<Option<Constraint>, CompileError> {
        let mut missing = None;
        for_each_column(&mut constraint, |name| match self.new_name(name) {
            Some(new) => *name = new,
            None => missing = Some(name.clone()),
        });
        if let Some(column) = missing {
            let known = self.table.columns.iter().any(|known| known.name == column);
            if !known {
                self.warnings.push(format!(
                    "a constraint of table '{}' names column '{column}', which the table does not \
                     have; the constraint is left out",
                    self.batch.table
                ));
            }
            return Ok(None);
        }
        if let Constraint::Check(check) = &mut constraint
            && let Some(key) = check.type_bound.clone()
            && let (Some(sql_type), Some(name)) = (self.bound_types.get(&key), self.new_name(&key))
        {
            let bearer = Column::new(name, sql_type.clone());
            if let Some(fresh) = type_check(&self.ddl, &bearer)? {
                check.expr = fresh.expr;
            }
            check.type_bound = None;
        }
        // A foreign key stays within the schema of its table unless it says otherwise.
        if let Constraint::ForeignKey(key) = &mut constraint
            && key.ref_schema.is_none()
        {
            key.ref_schema.clone_from(&self.batch.schema);
        }
        if let Some(referred) = self.own_columns_referred(&mut constraint) {
            for column in referred {
                if let Some(new) = self.new_name(column) {
                    *column = new;
                }
            }
        }
        Ok(Some(constraint))
    }

    /// The columns that a foreign key refers to, where they are those of the table itself.
    pub(super) fn own_columns_referred<'c>(
        &self,
        constraint: &'c mut Constraint,
    ) -> Option<&'c mut Vec<String>> {
        match constraint {
            Constraint::ForeignKey(key)
                if key.ref_table == self.batch.table && key.ref_schema == self.batch.schema =>
            {
                Some(&mut key.ref_columns)
            }
            _ => None,
        }
    }

    /// The columns in the order of the new table.
    pub(super) fn reorder(&mut self) -> Result<(), CompileError> {
        let reordering = &self.batch.settings.partial_reordering;
        if reordering.is_empty() && self.placed.is_empty() {
            return Ok(());
        }
        let names: Vec<String> = self.columns.keys().cloned().collect();
        let mut pairs: Vec<(String, String)> = if reordering.is_empty() {
            let count = self.existing_order.len().min(names.len());
            names[..count].windows(2).map(pair).collect()
        } else {
            reordering
                .iter()
                .flat_map(|names| names.windows(2))
                .map(pair)
                .collect()
        };
        pairs.append(&mut self.placed.clone());
        let sorted = order::sort(&names, &pairs)?;
        for (at, name) in sorted.iter().enumerate() {
            if let Some(from) = self.columns.get_index_of(name) {
                self.columns.move_index(from, at);
            }
            if let Some(from) = self.transfers.get_index_of(name) {
                self.transfers.move_index(from, at);
            }
        }
        Ok(())
    }
}

fn pair(window: &[String]) -> (String, String) {
    (window[0].clone(), window[1].clone())
}
