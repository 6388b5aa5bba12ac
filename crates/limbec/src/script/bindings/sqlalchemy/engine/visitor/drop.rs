//! Dropping.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{DropConstraint, DropTable, NamedType, Operation, Sequence, SqlCommand};

use super::super::super::util::error;
use super::events::{Event, fire};
use super::order::{self, Circle, Entry};
use super::{Visitor, all_types, chosen, own_sequences, sequences_of, tables_of, visit};

/// `metadata.drop_all(bind, tables, checkfirst)`
pub(in super::super::super) fn drop_all(
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
            if visitor.has_table(vm, &entry)? != Some(false) {
                entries.push(entry);
            }
        }
        let (entries, deferred) = visitor.order_of_drops(vm, entries)?;
        let mut sequences: Vec<Sequence> = Vec::new();
        for table in tables_of(vm, metadata)? {
            for sequence in sequences_of(vm, &table)? {
                // Two columns may share one.
                if !sequences.contains(&sequence) {
                    sequences.push(sequence);
                }
            }
        }
        sequences.extend(own_sequences(vm, metadata)?);
        let targets: Vec<Value> = entries.iter().map(|entry| entry.value.clone()).collect();
        fire(vm, visitor, metadata, Event::before_drop(&targets))?;
        for operation in deferred {
            visitor.invoke(vm, operation)?;
        }
        for entry in &entries {
            visitor.drop_table(vm, entry, true)?;
        }
        for sequence in sequences {
            visitor.drop_sequence(vm, &sequence)?;
        }
        for named in all_types(vm, visitor, metadata)? {
            visitor.drop_type(vm, &named)?;
        }
        fire(vm, visitor, metadata, Event::after_drop(&targets))
    })
}

/// `table.drop(bind, checkfirst)`
pub(in super::super::super) fn drop_table(
    vm: &mut Vm,
    bind: &Value,
    table: &Value,
    check: bool,
) -> PyResult {
    visit(vm, bind, check, |vm, visitor| {
        for entry in visitor.entries(vm, std::slice::from_ref(table))? {
            if visitor.has_table(vm, &entry)? != Some(false) {
                visitor.drop_table(vm, &entry, false)?;
            }
        }
        Ok(())
    })
}

impl Visitor {
    /// The tables, those that refer to others first, and the foreign keys that go before all of
    /// them. Only a foreign key with a name can be dropped by itself.
    fn order_of_drops(
        &self,
        vm: &mut Vm,
        entries: Vec<Entry>,
    ) -> PyResult<(Vec<Entry>, Vec<Operation>)> {
        let alters = self.host.dialect().features().alters_constraints;
        let unsorted = entries.clone();
        match order::sort(entries, |key| alters && !key.name.is_unnamed()) {
            Ok((mut entries, deferred)) => {
                entries.reverse();
                let drops = deferred.into_iter().filter(|_| alters).map(|waiting| {
                    Operation::DropConstraint(DropConstraint {
                        name: waiting.key.name.clone(),
                        table: waiting.table,
                        schema: waiting.schema,
                        kind: Some("foreignkey".to_owned()),
                        ..DropConstraint::default()
                    })
                });
                Ok((entries, drops.collect()))
            }
            Err(Circle(names)) if alters => {
                let message = format!(
                    "Can't sort tables for DROP; an unresolvable foreign key dependency exists \
                     between tables: {}.  Please ensure that the ForeignKey and \
                     ForeignKeyConstraint objects involved in the cycle have names so that they \
                     can be dropped using DROP CONSTRAINT.",
                    names.join(", ")
                );
                Err(error(vm, "CircularDependencyError", message))
            }
            Err(Circle(_)) => Ok((unsorted, Vec::new())),
        }
    }

    /// A table with what belongs to it alone, between its events. What belongs to the metadata goes
    /// with that.
    fn drop_table(&mut self, vm: &mut Vm, entry: &Entry, of_metadata: bool) -> PyResult<()> {
        fire(vm, self, &entry.value, Event::before_drop(&[]))?;
        let operation = Operation::DropTable(DropTable {
            name: entry.data.name.clone(),
            schema: entry.data.schema.clone(),
            ..DropTable::default()
        });
        self.invoke(vm, operation)?;
        if !of_metadata {
            for sequence in sequences_of(vm, &entry.value)? {
                self.drop_sequence(vm, &sequence)?;
            }
            for named in self.types_of(entry) {
                if !named.has_metadata() {
                    self.drop_type(vm, &named)?;
                }
            }
        }
        fire(vm, self, &entry.value, Event::after_drop(&[]))
    }

    fn drop_type(&mut self, vm: &mut Vm, named: &NamedType) -> PyResult<()> {
        if !self.is_new(named) || self.has_type(vm, named)? == Some(false) {
            return Ok(());
        }
        self.execute(vm, SqlCommand::DropType(named.clone()))
    }

    fn drop_sequence(&self, vm: &mut Vm, sequence: &Sequence) -> PyResult<()> {
        if !self.uses(sequence) || self.has_sequence(vm, sequence)? == Some(false) {
            return Ok(());
        }
        let command = SqlCommand::DropSequence {
            sequence: sequence.clone(),
            if_exists: false,
        };
        self.execute(vm, command)
    }
}
