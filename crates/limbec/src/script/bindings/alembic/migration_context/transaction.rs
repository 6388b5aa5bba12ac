//! The transactions of a context: Alembic's rules of when one is begun, and where.

use std::cell::Cell;
use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};

use super::super::bridge;
use super::super::manager::{context_manager, null_context};
use super::MigrationContext;
use crate::runner::steps::StepTransaction;
use crate::script::host::{Host, TransactionCommand};

impl MigrationContext {
    /// A context manager for a transaction: around all migrations, or around one.
    pub fn begin_transaction(self: &Rc<Self>, vm: &Vm, per_migration: bool) -> Value {
        match self.transaction_kind(per_migration) {
            StepTransaction::None => null_context(vm),
            StepTransaction::Written => {
                let (begin, commit) = (self.clone(), self.clone());
                context_manager(
                    vm,
                    move |vm| {
                        begin.static_output(vm, "BEGIN;")?;
                        Ok(Value::None)
                    },
                    move |vm, exception| {
                        if exception.is_none() {
                            commit.static_output(vm, "COMMIT;")?;
                        }
                        Ok(false)
                    },
                )
            }
            StepTransaction::Real => {
                let (begin, end) = (self.clone(), self.clone());
                context_manager(
                    vm,
                    move |vm| {
                        begin.begin(vm)?;
                        Ok(Value::None)
                    },
                    move |vm, exception| {
                        end.end(vm, exception.is_none())?;
                        Ok(false)
                    },
                )
            }
        }
    }

    /// What `begin_transaction` does: Alembic's rules.
    pub fn transaction_kind(&self, per_migration: bool) -> StepTransaction {
        if self.in_external_transaction {
            return StepTransaction::None;
        }
        let now = if self.transactional_ddl {
            per_migration == self.transaction_per_migration
        } else {
            per_migration
        };
        match (now, self.as_sql) {
            (false, _) => StepTransaction::None,
            (true, true) if self.transactional_ddl => StepTransaction::Written,
            (true, true) => StepTransaction::None,
            (true, false) if !self.transactional_ddl && self.own_transaction.get() => {
                StepTransaction::None
            }
            (true, false) => StepTransaction::Real,
        }
    }

    /// Begin a real transaction, or take over the one that a statement has begun.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn begin(&self, vm: &mut Vm) -> PyResult<()> {
        self.session
            .transaction(TransactionCommand::Begin)
            .map_err(|error| bridge::raise(vm, error))?;
        self.own_transaction.set(true);
        Ok(())
    }

    /// End the transaction, if it has not been ended.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn end(&self, vm: &mut Vm, commit: bool) -> PyResult<()> {
        if !self.own_transaction.replace(false) {
            return Ok(());
        }
        let command = if commit {
            TransactionCommand::Commit
        } else {
            TransactionCommand::Rollback
        };
        let ended = self.session.transaction(command);
        match ended {
            // The error that led to a rollback must not be hidden by one of the rollback.
            Err(_) if !commit => Ok(()),
            other => other.map_err(|error| bridge::raise(vm, error)),
        }
    }

    pub(super) fn autocommit_block(self: &Rc<Self>, vm: &Vm) -> Value {
        let (enter, exit) = (self.clone(), self.clone());
        let resume = Rc::new(Cell::new(false));
        let again = resume.clone();
        context_manager(
            vm,
            move |vm| {
                again.set(enter.leave_transaction(vm)?);
                Ok(Value::None)
            },
            move |vm, _| {
                exit.return_to_transaction(vm, resume.get())?;
                Ok(false)
            },
        )
    }

    /// Commit what there is and let every statement commit itself; says whether there was a
    /// transaction.
    ///
    /// # Errors
    /// A transaction that belongs to whoever called `configure()`; what the database refuses.
    pub fn leave_transaction(&self, vm: &mut Vm) -> PyResult<bool> {
        if self.as_sql {
            if self.transactional_ddl {
                self.static_output(vm, "COMMIT;")?;
            }
            return Ok(false);
        }
        let open = self.session.in_transaction();
        if open {
            if !self.own_transaction.get() {
                // Alembic asserts here: the transaction belongs to whoever called configure().
                return Err(vm.raise("AssertionError", ""));
            }
            self.end(vm, true)?;
        }
        self.session.switch_autocommit(true);
        Ok(open)
    }

    /// End that.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn return_to_transaction(&self, vm: &mut Vm, resume: bool) -> PyResult<()> {
        if self.as_sql {
            if self.transactional_ddl {
                self.static_output(vm, "BEGIN;")?;
            }
            return Ok(());
        }
        self.session.switch_autocommit(false);
        // What the statements of the block have begun in name has been done long ago.
        self.session
            .transaction(TransactionCommand::Commit)
            .map_err(|error| bridge::raise(vm, error))?;
        if resume {
            self.begin(vm)?;
        }
        Ok(())
    }
}
