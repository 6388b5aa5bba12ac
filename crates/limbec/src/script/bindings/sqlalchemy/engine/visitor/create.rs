//! Creating.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{AddConstraint, Constraint, NamedType, Operation, Sequence, SqlCommand};

use super::super::super::ddl;
use super::super::super::schema::items;
use super::super::super::util::{attr_str, error};
use super::events::{Event, fire};
use super::order::{self, Circle, Entry};
use super::{Visitor, all_types, chosen, own_sequences, sequences_of, visit};

/// `metadata.create_all(bind, tables, checkfirst)`
pub(in super::super::super) fn create_all(
    vm: &mut Vm,
    bind: &Value,
    metadata: &Value,
    tables: &Value,
    check: bool,
) -> PyResult {
    visit(vm, bind, check, |vm, visitor| {
        let wanted = chosen(vm, metadata, tables)?;
        let mut entries = Vec::new();
        for entry in visitor.entries(vm, &wanted)? {
            if visitor.has_table(vm, &entry)? != Some(true) {
                entries.push(entry);
            }
        }
        let alters = visitor.host.dialect().features().alters_constraints;
        let (entries, deferred) = match order::sort(entries, |_| true) {
            Ok(sorted) => sorted,
            Err(Circle(names)) => {
                let message = format!("Circular dependency detected. ({})", names.join(", "));
                return Err(error(vm, "CircularDependencyError", message));
            }
        };
        let targets: Vec<Value> = entries.iter().map(|entry| entry.value.clone()).collect();
        fire(vm, visitor, metadata, Event::before_create(&targets))?;
        for named in all_types(vm, visitor, metadata)? {
            visitor.create_type(vm, &named)?;
        }
        for sequence in own_sequences(vm, metadata)? {
            visitor.create_sequence(vm, &sequence)?;
        }
        for entry in &entries {
            visitor.create_table(vm, entry, true)?;
        }
        for waiting in deferred.into_iter().filter(|_| alters) {
            let operation = Operation::AddConstraint(AddConstraint {
                table: waiting.table,
                schema: waiting.schema,
                constraint: Constraint::ForeignKey(waiting.key),
            });
            visitor.invoke(vm, operation)?;
        }
        fire(vm, visitor, metadata, Event::after_create(&targets))
    })
}

/// `table.create(bind, checkfirst)`
pub(in super::super::super) fn create_table(
    vm: &mut Vm,
    bind: &Value,
    table: &Value,
    check: bool,
) -> PyResult {
    visit(vm, bind, check, |vm, visitor| {
        for entry in visitor.entries(vm, std::slice::from_ref(table))? {
            if visitor.has_table(vm, &entry)? != Some(true) {
                visitor.create_table(vm, &entry, false)?;
            }
        }
        Ok(())
    })
}

impl Visitor {
    /// A table with its types and sequences, between its events. As part of a metadata, whose types
    /// are there already, it makes none unless it is told to look first.
    fn create_table(&mut self, vm: &mut Vm, entry: &Entry, of_metadata: bool) -> PyResult<()> {
        for named in self.types_of(entry) {
            if self.check || !(of_metadata || named.has_metadata()) {
                self.create_type(vm, &named)?;
            }
        }
        fire(vm, self, &entry.value, Event::before_create(&[]))?;
        for sequence in sequences_of(vm, &entry.value)? {
            self.create_sequence(vm, &sequence)?;
        }
        let mut table = Box::new(entry.data.clone());
        let unwanted = self.unwanted_indexes(vm, &entry.value)?;
        table.indexes.retain(|index| {
            !unwanted
                .iter()
                .any(|name| name.as_deref() == index.name.as_str())
        });
        self.execute(vm, SqlCommand::BuildTable(table))?;
        fire(vm, self, &entry.value, Event::after_create(&[]))
    }

    /// The names of the indexes that `ddl_if` keeps from this database.
    fn unwanted_indexes(&self, vm: &mut Vm, table: &Value) -> PyResult<Vec<Option<String>>> {
        let mut unwanted = Vec::new();
        let keywords = vec![(Rc::from("checkfirst"), Value::Bool(self.check))];
        for index in items(vm, table, "indexes")? {
            let bound = (&index, &self.connection);
            let dialect = self.host.dialect().name();
            if !ddl::is_wanted(vm, &index, dialect, bound, &keywords)? {
                unwanted.push(attr_str(vm, &index, "name")?);
            }
        }
        Ok(unwanted)
    }

    fn create_type(&mut self, vm: &mut Vm, named: &NamedType) -> PyResult<()> {
        if !self.is_new(named) || self.has_type(vm, named)? == Some(true) {
            return Ok(());
        }
        self.execute(vm, SqlCommand::CreateType(named.clone()))
    }

    fn create_sequence(&self, vm: &mut Vm, sequence: &Sequence) -> PyResult<()> {
        if !self.uses(sequence) || self.has_sequence(vm, sequence)? == Some(true) {
            return Ok(());
        }
        let command = SqlCommand::CreateSequence {
            sequence: sequence.clone(),
            if_not_exists: false,
        };
        self.execute(vm, command)
    }
}
