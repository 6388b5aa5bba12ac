//! The table on its way from what it is to what the batch makes of it.
//!
//! As in Alembic, columns are known by the names that they had before the batch, whatever they are
//! renamed to on the way.

use std::collections::HashMap;

use indexmap::IndexMap;
use limbec_schema::{
    Batch, CheckConstraint, Column, Constraint, ConstraintName, Index, SqlType, Table,
};

use super::parts::{detached, for_each_column, rename_elements};
use super::statements::RebuildPlan;
use super::subject::named_constraint;
use crate::ddl::{CompileContext, Ddl, TableShape};
use crate::{CompileError, Dialect};

/// The table before the batch.
#[derive(Debug, Clone, Default)]
pub(crate) struct Existing {
    /// The table.
    pub table: Table,
    /// Read from a database, not given by `copy_from`.
    pub reflected: bool,
    /// Indexes that are made again by their own text, by name.
    pub verbatim_indexes: IndexMap<String, String>,
    /// Columns that already bear their new names: (new name, old name).
    pub renamed: HashMap<String, String>,
}

impl Existing {
    /// A table given by `copy_from`.
    pub(crate) fn given(table: Table) -> Self {
        Existing {
            table,
            ..Existing::default()
        }
    }
}

/// Where the values of a column come from: the column before the batch, through casts.
#[derive(Debug, Clone, Default)]
pub(super) struct Transfer {
    pub source: String,
    pub casts: Vec<SqlType>,
}

/// The state of a batch.
pub(crate) struct Rebuild<'a> {
    pub(super) ddl: Ddl<'a>,
    pub(super) batch: &'a Batch,
    pub(super) table: TableShape,
    /// By the name before the batch.
    pub(super) columns: IndexMap<String, Column>,
    /// `None` for a new column.
    pub(super) transfers: IndexMap<String, Option<Transfer>>,
    pub(super) existing_order: Vec<String>,
    pub(super) placed: Vec<(String, String)>,
    pub(super) named: IndexMap<String, Constraint>,
    pub(super) unnamed: Vec<Constraint>,
    /// CHECKs without a name that were found in the database.
    pub(super) loose_checks: Vec<CheckConstraint>,
    /// Types whose CHECK was added by an operation, by column.
    pub(super) bound_types: HashMap<String, SqlType>,
    pub(super) indexes: IndexMap<String, Index>,
    pub(super) new_indexes: IndexMap<String, Index>,
    pub(super) verbatim_indexes: IndexMap<String, String>,
    pub(super) warnings: Vec<String>,
}

impl<'a> Rebuild<'a> {
    /// The plan of a batch.
    ///
    /// # Errors
    /// What Alembic would raise for its operations.
    pub(crate) fn plan(
        dialect: &'a dyn Dialect,
        batch: &'a Batch,
        existing: Existing,
        ctx: &'a CompileContext,
    ) -> Result<RebuildPlan, CompileError> {
        let mut state = Rebuild::begin(Ddl { dialect, ctx }, batch, existing)?;
        for item in &batch.items {
            state.apply(&item.operation)?;
        }
        state.finish()
    }

    fn begin(ddl: Ddl<'a>, batch: &'a Batch, existing: Existing) -> Result<Self, CompileError> {
        let plain = CompileContext::default();
        let unnamed_ddl = Ddl { ctx: &plain, ..ddl };
        let table = TableShape::build(&unnamed_ddl, &existing.table)?;
        let key = |name: &String| existing.renamed.get(name).unwrap_or(name).clone();
        let columns: IndexMap<String, Column> = table
            .columns
            .iter()
            .map(|column| (key(&column.name), detached(column)))
            .collect();
        let transfers = table
            .columns
            .iter()
            .map(|column| {
                let source = column.name.clone();
                let transfer = Transfer {
                    source,
                    casts: Vec::new(),
                };
                (key(&column.name), Some(transfer))
            })
            .collect();
        let mut state = Rebuild {
            ddl,
            batch,
            existing_order: columns.keys().cloned().collect(),
            columns,
            transfers,
            placed: Vec::new(),
            named: IndexMap::new(),
            unnamed: Vec::new(),
            loose_checks: Vec::new(),
            bound_types: HashMap::new(),
            indexes: IndexMap::new(),
            new_indexes: IndexMap::new(),
            verbatim_indexes: existing.verbatim_indexes.clone(),
            warnings: Vec::new(),
            table,
        };
        state.grab_constraints(&existing)?;
        for mut index in std::mem::take(&mut state.table.indexes) {
            rename_elements(&mut index, &key);
            let name = index.name.as_str().unwrap_or_default().to_owned();
            state.indexes.insert(name, index);
        }
        Ok(state)
    }

    fn grab_constraints(&mut self, existing: &Existing) -> Result<(), CompileError> {
        let key = |name: &String| existing.renamed.get(name).unwrap_or(name).clone();
        let restated = self
            .batch
            .settings
            .table_args
            .iter()
            .any(|constraint| matches!(constraint, Constraint::Check(_)));
        let primary_key = Constraint::PrimaryKey(self.table.primary_key.clone());
        let others = std::mem::take(&mut self.table.constraints);
        let all = std::iter::once((primary_key, false)).chain(
            others
                .into_iter()
                .map(|bound| (bound.constraint, bound.type_bound)),
        );
        for (mut constraint, type_bound) in all {
            // What a type makes is made again from the type of the column.
            if type_bound {
                continue;
            }
            for_each_column(&mut constraint, |name| *name = key(name));
            if let Some(referred) = self.own_columns_referred(&mut constraint) {
                referred.iter_mut().for_each(|name| *name = key(name));
            }
            if let Constraint::Check(check) = &constraint
                && existing.reflected
                && check.name.is_unnamed()
            {
                // The script says what CHECKs there are: then those that are there already would be
                // there twice.
                if !restated {
                    self.loose_checks.push(check.clone());
                }
                continue;
            }
            let constraint = self.conventional(constraint, existing)?;
            self.keep(constraint);
        }
        Ok(())
    }

    /// `naming_convention` of the batch names what was found without a name.
    fn conventional(
        &self,
        mut constraint: Constraint,
        existing: &Existing,
    ) -> Result<Constraint, CompileError> {
        let Some(convention) = self.batch.settings.naming_convention.as_ref() else {
            return Ok(constraint);
        };
        if !existing.reflected {
            return Ok(constraint);
        }
        if let Constraint::PrimaryKey(key) = &constraint
            && key.columns.is_empty()
        {
            return Ok(constraint);
        }
        if let Some(name) = constraint.name().as_str() {
            *constraint.name_mut() = ConstraintName::Final(name.to_owned());
            return Ok(constraint);
        }
        let schema = self.batch.schema.as_deref();
        named_constraint(Some(convention), &self.batch.table, schema, constraint)
    }

    pub(super) fn keep(&mut self, constraint: Constraint) {
        match constraint.name().as_str() {
            Some(name) => {
                // A name that comes again takes the place of the one before, as in a dictionary.
                self.named.insert(name.to_owned(), constraint);
            }
            None => self.unnamed.push(constraint),
        }
    }
}
