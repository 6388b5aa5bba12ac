//! The table on its way from what it is to what the batch makes of it.
//!
//! As in Alembic, columns are known by the names that they had before the batch, whatever they are
//! renamed to on the way.

use std::collections::HashMap;

use indexmap::IndexMap;
use limbec_schema::{
    AddColumn, AlterColumn, Autoincrement, Batch, Change, CheckConstraint, Column, ColumnDefault,
    Constraint, ConstraintName, DropColumn, DropConstraint, DropIndex, Expr, Index, IndexElement,
    Operation, PrimaryKeyConstraint, SqlType, Table, UniqueConstraint,
};

use super::affinity::family;
use super::order;
use super::statements::RebuildPlan;
use super::subject::{dropped_name, named_constraint, named_index, shape_of_column};
use crate::ddl::{CompileContext, Ddl, TableShape, columns_in, type_check};
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
    existing_order: Vec<String>,
    placed: Vec<(String, String)>,
    named: IndexMap<String, Constraint>,
    unnamed: Vec<Constraint>,
    /// CHECKs without a name that were found in the database.
    loose_checks: Vec<CheckConstraint>,
    /// Types whose CHECK was added by an operation, by column.
    bound_types: HashMap<String, SqlType>,
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

    fn keep(&mut self, constraint: Constraint) {
        match constraint.name().as_str() {
            Some(name) => {
                // A name that comes again takes the place of the one before, as in a dictionary.
                self.named.insert(name.to_owned(), constraint);
            }
            None => self.unnamed.push(constraint),
        }
    }

    fn apply(&mut self, operation: &Operation) -> Result<(), CompileError> {
        match operation {
            Operation::AddColumn(op) => self.add_column(op),
            Operation::DropColumn(op) => self.drop_column(op),
            Operation::AlterColumn(op) => self.alter_column(op),
            Operation::AddConstraint(op) => {
                let constraint = self.settled(op.constraint.clone())?;
                self.add_constraint(constraint)
            }
            Operation::DropConstraint(op) => self.drop_constraint(op),
            Operation::CreateIndex(op) => self.create_index(op.index.clone(), op.if_not_exists),
            Operation::DropIndex(op) => self.drop_index(op),
            Operation::RenameTable(_) => Err(CompileError::not_implemented("TODO")),
            Operation::CreateTable(_) => Err(CompileError::not_implemented(
                "Can't create table in batch mode",
            )),
            Operation::DropTable(_) => Err(CompileError::not_implemented(
                "Can't drop table in batch mode",
            )),
            Operation::BulkInsert(_) | Operation::Batch(_) => Err(CompileError::not_implemented(
                "Can't insert rows or begin another batch in batch mode",
            )),
            // Comments are part of the new table where the database has them; statements were
            // executed before.
            Operation::TableComment(_) | Operation::DropTableComment(_) | Operation::Execute(_) => {
                Ok(())
            }
        }
    }

    fn settled(&self, constraint: Constraint) -> Result<Constraint, CompileError> {
        let convention = self.ddl.ctx.naming_convention.as_ref();
        let schema = self.batch.schema.as_deref();
        named_constraint(convention, &self.batch.table, schema, constraint)
    }

    fn add_column(&mut self, op: &AddColumn) -> Result<(), CompileError> {
        let column = &op.column;
        if op.if_not_exists && self.columns.contains_key(&column.name) {
            return Ok(());
        }
        let pairs = order::place(
            &column.name,
            &op.position,
            &self.existing_order,
            &self.placed,
            !self.batch.settings.partial_reordering.is_empty(),
        )
        .map_err(CompileError::no_such_column)?;
        self.placed.extend(pairs);
        let shape = shape_of_column(&self.ddl, op)?;
        // Alembic leaves `index=True` and `unique=True` on the column, so that the new table makes an
        // index and a constraint of its own beside those added below. The schema is to be the same.
        let mut new = Column {
            index: column.index,
            unique: column.unique,
            ..detached(column)
        };
        stop_type_check(&mut new.sql_type);
        self.columns.insert(column.name.clone(), new);
        self.transfers.insert(column.name.clone(), None);
        for bound in shape.constraints {
            if bound.type_bound {
                self.bound_types
                    .insert(column.name.clone(), column.sql_type.clone());
            }
            let constraint = self.settled(bound.constraint)?;
            let inlined = op.inline_references && matches!(constraint, Constraint::ForeignKey(_));
            if inlined && constraint.name().is_unnamed() {
                // Alembic loses this one; REFERENCES was asked for and is kept.
                self.unnamed.push(constraint);
            } else {
                self.add_constraint(constraint)?;
            }
        }
        for index in shape.indexes {
            self.create_index(index, false)?;
        }
        Ok(())
    }

    fn drop_column(&mut self, op: &DropColumn) -> Result<(), CompileError> {
        if !self.columns.contains_key(&op.column) {
            return match op.if_exists {
                true => Ok(()),
                false => Err(CompileError::no_such_column(op.column.clone())),
            };
        }
        self.columns.shift_remove(&op.column);
        self.transfers.shift_remove(&op.column);
        self.existing_order.retain(|name| *name != op.column);
        // A key over several columns goes on without the column; other constraints go with it.
        for constraint in self.named.values_mut().chain(&mut self.unnamed) {
            if let Constraint::PrimaryKey(key) = constraint {
                key.columns.retain(|name| *name != op.column);
            }
        }
        if let Some(name) = op
            .original
            .as_ref()
            .and_then(|column| type_name(&column.sql_type))
        {
            self.named.shift_remove(&name);
        }
        self.loose_checks
            .retain(|check| !mentions(check, &op.column));
        Ok(())
    }

    fn alter_column(&mut self, op: &AlterColumn) -> Result<(), CompileError> {
        if let (Some(old), Some(_)) = (&op.existing.sql_type, &op.sql_type) {
            self.drop_type_check(&op.column, old)?;
        }
        let Some(column) = self.columns.get_mut(&op.column) else {
            return Err(CompileError::no_such_column(op.column.clone()));
        };
        if let Some(name) = op.name.as_ref().filter(|name| **name != op.column) {
            column.name.clone_from(name);
            if let Some(old) = op.existing.sql_type.as_ref().and_then(type_name) {
                self.named.shift_remove(&old);
            }
        }
        if let Some(new) = &op.sql_type {
            let differs = family(&column.sql_type) != family(new);
            if differs
                && !matches!(new, SqlType::Json(_))
                && let Some(Some(transfer)) = self.transfers.get_mut(&op.column)
            {
                transfer.casts.push(new.clone());
            }
            column.sql_type = new.clone();
            stop_type_check(&mut column.sql_type);
        }
        if let Change::Set(nullable) = op.nullable {
            column.nullable = Some(nullable);
        }
        if let Change::Set(default) = &op.server_default {
            set_default(column, default.as_ref())?;
        }
        if let Some(autoincrement) = op.autoincrement {
            column.autoincrement = match autoincrement {
                true => Autoincrement::On,
                false => Autoincrement::Off,
            };
        }
        if let Change::Set(comment) = &op.comment {
            column.comment.clone_from(comment);
        }
        if let Some(new) = &op.sql_type {
            self.loose_checks
                .retain(|check| !is_check_of_type(check, &op.column));
            let bearer = Column::new(op.column.clone(), new.clone());
            if let Some(check) = type_check(&self.ddl, &bearer)? {
                self.bound_types.insert(op.column.clone(), new.clone());
                let constraint = self.settled(Constraint::Check(check))?;
                self.keep(constraint);
            }
        }
        Ok(())
    }

    /// The CHECK of the type that a column had goes with the type.
    fn drop_type_check(&mut self, column: &str, old: &SqlType) -> Result<(), CompileError> {
        let bearer = Column::new(column.to_owned(), old.clone());
        if let Some(check) = type_check(&self.ddl, &bearer)?
            && let Some(name) = self.settled(Constraint::Check(check))?.name().as_str()
        {
            self.named.shift_remove(name);
        }
        Ok(())
    }

    fn add_constraint(&mut self, constraint: Constraint) -> Result<(), CompileError> {
        let type_bound = matches!(&constraint, Constraint::Check(c) if c.type_bound.is_some());
        if constraint.name().is_unnamed() && !type_bound {
            return Err(must_have_a_name());
        }
        if matches!(constraint, Constraint::PrimaryKey(_)) {
            self.unnamed
                .retain(|old| !matches!(old, Constraint::PrimaryKey(_)));
        }
        self.keep(constraint);
        Ok(())
    }

    fn drop_constraint(&mut self, op: &DropConstraint) -> Result<(), CompileError> {
        let name = dropped_name(
            self.ddl.ctx.naming_convention.as_ref(),
            &self.batch.table,
            self.batch.schema.as_deref(),
            &op.name,
            op.kind.as_deref(),
        )?
        .ok_or_else(must_have_a_name)?;
        // A CHECK that `copy_from` declares inside a column.
        for column in self.columns.values_mut() {
            let before = column.constraints.len();
            column
                .constraints
                .retain(|c| c.name().as_str() != Some(&name));
            if column.constraints.len() < before {
                return Ok(());
            }
        }
        match self.named.shift_remove(&name) {
            Some(Constraint::PrimaryKey(key)) => {
                for column in &key.columns {
                    if let Some(column) = self.columns.get_mut(column) {
                        column.primary_key = false;
                    }
                }
                Ok(())
            }
            Some(_) => Ok(()),
            None if op.if_exists => Ok(()),
            None => Err(CompileError::value(format!("No such constraint: '{name}'"))),
        }
    }

    fn create_index(&mut self, index: Index, if_not_exists: bool) -> Result<(), CompileError> {
        let convention = self.ddl.ctx.naming_convention.as_ref();
        let index = named_index(convention, &self.batch.table, index)?;
        let Some(name) = index.name.as_str().map(str::to_owned) else {
            let message = "CREATE INDEX requires that the index have a name";
            return Err(CompileError::compile(message));
        };
        let known = self.indexes.contains_key(&name) || self.verbatim_indexes.contains_key(&name);
        if !(if_not_exists && known) {
            self.new_indexes.insert(name, index);
        }
        Ok(())
    }

    fn drop_index(&mut self, op: &DropIndex) -> Result<(), CompileError> {
        let Some(name) = op.name.as_str() else {
            return Err(CompileError::value("No such index: 'None'".to_owned()));
        };
        let found = self.indexes.shift_remove(name).is_some()
            || self.verbatim_indexes.shift_remove(name).is_some();
        match found || op.if_exists {
            true => Ok(()),
            false => Err(CompileError::value(format!("No such index: '{name}'"))),
        }
    }

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
    fn own_columns_referred<'c>(
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

fn must_have_a_name() -> CompileError {
    CompileError::value("Constraint must have a name".to_owned())
}

/// The column without what has become constraints and indexes of the table.
fn detached(column: &Column) -> Column {
    Column {
        unique: false,
        index: false,
        foreign_keys: Vec::new(),
        ..column.clone()
    }
}

/// The type no longer makes a CHECK.
fn stop_type_check(sql_type: &mut SqlType) {
    match sql_type {
        SqlType::Boolean(t) => t.create_constraint = false,
        SqlType::Enum(t) => t.create_constraint = false,
        SqlType::Variant(t) => {
            stop_type_check(&mut t.base);
            t.variants.iter_mut().for_each(|(_, t)| stop_type_check(t));
        }
        SqlType::Decorated(t) => {
            stop_type_check(&mut t.base);
            t.by_dialect
                .iter_mut()
                .for_each(|(_, t)| stop_type_check(t));
        }
        _ => {}
    }
}

/// The name of a Boolean or an Enum, which is that of its CHECK.
fn type_name(sql_type: &SqlType) -> Option<String> {
    let name = match sql_type.for_dialect("sqlite") {
        SqlType::Boolean(t) => &t.name,
        SqlType::Enum(t) => &t.name,
        _ => return None,
    };
    name.as_str().map(str::to_owned)
}

fn set_default(column: &mut Column, default: Option<&ColumnDefault>) -> Result<(), CompileError> {
    match default {
        None => {
            column.server_default = None;
            Ok(())
        }
        Some(ColumnDefault::Server(default)) => {
            column.server_default = Some(default.clone());
            Ok(())
        }
        Some(ColumnDefault::Computed(_) | ColumnDefault::Identity(_)) => {
            Err(CompileError::Argument {
                message:
                    "Adding a \"computed\" or \"identity\" construct to an existing column is \
                          not supported in batch mode."
                        .to_owned(),
            })
        }
    }
}

/// Calls `change` with every column of the constraint's own table.
fn for_each_column(constraint: &mut Constraint, mut change: impl FnMut(&mut String)) {
    match constraint {
        Constraint::PrimaryKey(PrimaryKeyConstraint { columns, .. }) => {
            columns.iter_mut().for_each(change);
        }
        Constraint::Unique(unique) => unique.columns.iter_mut().for_each(change),
        Constraint::ForeignKey(key) => key.columns.iter_mut().for_each(change),
        Constraint::Check(check) => match &mut check.type_bound {
            Some(column) => change(&mut column.clone()),
            None => super::statements::rename_in(&mut check.expr, &mut change),
        },
        Constraint::Exclude(_) => {}
    }
}

fn rename_elements(index: &mut Index, key: &dyn Fn(&String) -> String) {
    for element in &mut index.elements {
        if let IndexElement::Column(name) = element {
            *name = key(name);
        }
    }
}

/// Whether a CHECK found in the database uses the column.
fn mentions(check: &CheckConstraint, column: &str) -> bool {
    match sql_of(check) {
        Some(sql) => crate::sqlite::mentions(sql, column),
        None => columns_in(&check.expr).contains(&column),
    }
}

/// Whether a CHECK found in the database has the form that Boolean and Enum give it:
/// `column IN (...)`.
fn is_check_of_type(check: &CheckConstraint, column: &str) -> bool {
    let Some(text) = sql_of(check) else {
        return false;
    };
    let text = text.trim_start_matches(['"', '`', '[']);
    let Some(rest) = text.strip_prefix(column) else {
        return false;
    };
    let rest = rest.trim_start_matches(['"', '`', ']']).trim_start();
    rest.get(..2)
        .is_some_and(|word| word.eq_ignore_ascii_case("in"))
        && rest[2..].trim_start().starts_with('(')
}

/// The condition, where it is text.
fn sql_of(check: &CheckConstraint) -> Option<&str> {
    match &check.expr {
        Expr::Text(clause) => Some(&clause.text),
        Expr::Raw { text, .. } => Some(text),
        _ => None,
    }
}
