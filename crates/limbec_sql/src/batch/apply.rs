//! What each operation of a batch does to the state.

use limbec_schema::{
    AddColumn, AlterColumn, Autoincrement, Change, Column, Constraint, DropColumn, DropConstraint,
    DropIndex, Index, Operation, SqlType,
};

use super::affinity::family;
use super::order;
use super::parts::{detached, is_check_of_type, mentions, set_default, stop_type_check, type_name};
use super::rebuild::Rebuild;
use super::subject::{dropped_name, named_constraint, named_index, shape_of_column};
use crate::CompileError;
use crate::ddl::type_check;

impl Rebuild<'_> {
    pub(super) fn apply(&mut self, operation: &Operation) -> Result<(), CompileError> {
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
            // Alembic's own word for what it refuses here.
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
}

fn must_have_a_name() -> CompileError {
    CompileError::value("Constraint must have a name".to_owned())
}
