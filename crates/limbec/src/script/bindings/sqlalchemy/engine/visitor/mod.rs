//! `metadata.create_all`, `Table.create` and their opposites, with all that goes with a table: types,
//! sequences, foreign keys that wait, comments, and what listens to the events.

mod create;
mod drop;
mod events;
mod order;

use std::collections::HashSet;
use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{ExecuteSql, NamedType, Operation, Sequence, SqlCommand};
use limbec_sql::ddl::named_types;

use super::super::registry::is_a;
use super::super::schema::{columns_of, full_name};
use super::super::util::attr;
use super::super::{convert, exc};
use super::{connection, factory};
use crate::script::host::{Host, HostError};

pub(in super::super) use create::{create_all, create_table};
pub(in super::super) use drop::{drop_all, drop_table};
use order::Entry;

/// One call of `create_all`, `drop_all`, `Table.create` or `Table.drop`.
struct Visitor {
    host: Rc<dyn Host>,
    /// What listeners are given.
    connection: Value,
    /// `checkfirst`: look before acting. There is nothing to look at offline.
    check: bool,
    /// The types that this call has met: each is made or dropped once.
    memo: HashSet<(&'static str, Option<String>, String)>,
}

/// Runs with the visitor of a bind: a connection, or an engine that opens one.
fn visit(
    vm: &mut Vm,
    bind: &Value,
    check: bool,
    run: impl FnOnce(&mut Vm, &mut Visitor) -> PyResult<()>,
) -> PyResult {
    factory::with_host(vm, bind, |vm, host| {
        let connection = match connection::host_of_connection(bind) {
            Some(_) => bind.clone(),
            None => connection::shared_connection(host.clone(), true),
        };
        let mut visitor = Visitor {
            host: host.clone(),
            connection,
            check: check && !host.is_offline(),
            memo: HashSet::new(),
        };
        run(vm, &mut visitor)
    })?;
    Ok(Value::None)
}

impl Visitor {
    fn invoke(&self, vm: &mut Vm, operation: Operation) -> PyResult<()> {
        answered(vm, self.host.invoke(operation))
    }

    fn execute(&self, vm: &mut Vm, command: SqlCommand) -> PyResult<()> {
        self.invoke(vm, Operation::Execute(ExecuteSql { command }))
    }

    /// Notes a type; true where this call has not met it before.
    fn is_new(&mut self, named: &NamedType) -> bool {
        self.memo.insert((
            named.kind(),
            named.schema().map(str::to_owned),
            named.name().to_owned(),
        ))
    }

    /// The types that columns of a table need.
    fn types_of(&self, entry: &Entry) -> Vec<NamedType> {
        named_types(self.host.dialect(), &entry.data)
    }

    /// Whether a table is there; `None` where nobody looks.
    fn has_table(&self, vm: &mut Vm, entry: &Entry) -> PyResult<Option<bool>> {
        if !self.check {
            return Ok(None);
        }
        let schemas = self.looks();
        let (name, schema) = (&entry.data.name, entry.data.schema.as_deref());
        answered(vm, self.host.has_table(name, schemas.of(schema))).map(Some)
    }

    fn has_type(&self, vm: &mut Vm, named: &NamedType) -> PyResult<Option<bool>> {
        if !self.check {
            return Ok(None);
        }
        let schemas = self.looks();
        let schema = schemas.of(named.schema());
        answered(vm, self.host.has_type(named.name(), schema)).map(Some)
    }

    fn has_sequence(&self, vm: &mut Vm, sequence: &Sequence) -> PyResult<Option<bool>> {
        if !self.check {
            return Ok(None);
        }
        let schemas = self.looks();
        let (name, schema) = (&sequence.name, sequence.schema.as_deref());
        answered(vm, self.host.has_sequence(name, schemas.of(schema))).map(Some)
    }

    /// Looking begins a transaction; what is looked for goes by the names that it is written with.
    fn looks(&self) -> limbec_schema::SchemaMap {
        self.host.autobegin();
        self.host.schema_map()
    }

    /// Whether the database uses the sequence at all.
    fn uses(&self, sequence: &Sequence) -> bool {
        let features = self.host.dialect().features();
        features.sequences && !(features.optional_sequences && sequence.optional)
    }

    /// The tables of a call as data.
    fn entries(&self, vm: &mut Vm, tables: &[Value]) -> PyResult<Vec<Entry>> {
        let mut entries = Vec::new();
        for table in tables {
            let mut after = Vec::new();
            let named = attr(vm, table, "_extra_dependencies")?;
            if !named.is_none() {
                for parent in vm.iterate(&named)? {
                    after.push(full_name(vm, &parent)?);
                }
            }
            entries.push(Entry {
                value: table.clone(),
                data: convert::table(vm, table)?,
                key: full_name(vm, table)?,
                after,
            });
        }
        Ok(entries)
    }
}

fn answered<T>(vm: &mut Vm, answer: Result<T, HostError>) -> PyResult<T> {
    answer.map_err(|problem| exc::host_error(vm, problem))
}

/// The tables of a metadata, as they were declared.
fn tables_of(vm: &mut Vm, metadata: &Value) -> PyResult<Vec<Value>> {
    let Value::Dict(tables) = attr(vm, metadata, "tables")? else {
        return Ok(Vec::new());
    };
    Ok(tables
        .str_items()
        .into_iter()
        .map(|(_, table)| table)
        .collect())
}

/// The tables that a call names, or all.
fn chosen(vm: &mut Vm, metadata: &Value, tables: &Value) -> PyResult<Vec<Value>> {
    if tables.is_none() {
        return tables_of(vm, metadata);
    }
    vm.iterate(tables)
}

/// The sequences that columns of a table take their default from.
fn sequences_of(vm: &mut Vm, table: &Value) -> PyResult<Vec<Sequence>> {
    let mut found = Vec::new();
    for (_, column) in columns_of(vm, table)? {
        let default = attr(vm, &column, "default")?;
        if is_a(vm, &default, "Sequence") {
            found.push(convert::sequence(vm, &default)?);
        }
    }
    Ok(found)
}

/// All sequences of a metadata.
///
/// # Errors
/// Sequences that cannot be read.
pub fn declared_sequences(vm: &mut Vm, metadata: &Value) -> PyResult<Vec<Sequence>> {
    let mut found = own_sequences(vm, metadata)?;
    for table in tables_of(vm, metadata)? {
        found.extend(sequences_of(vm, &table)?);
    }
    Ok(found)
}

/// The sequences that belong to a metadata and to none of its columns.
fn own_sequences(vm: &mut Vm, metadata: &Value) -> PyResult<Vec<Sequence>> {
    let mut found = Vec::new();
    for sequence in listed(vm, metadata, "_sequences")? {
        if attr(vm, &sequence, "column")?.is_none() {
            found.push(convert::sequence(vm, &sequence)?);
        }
    }
    Ok(found)
}

/// The types of all tables of a metadata, and those that belong to it by `metadata=`.
fn all_types(vm: &mut Vm, visitor: &Visitor, metadata: &Value) -> PyResult<Vec<NamedType>> {
    let mut found = Vec::new();
    for owned in listed(vm, metadata, "_schema_types")? {
        let sql_type = super::super::types::sql_type(vm, &owned)?;
        let column = limbec_schema::Column::new("x", sql_type);
        let table = limbec_schema::Table {
            columns: vec![column],
            ..limbec_schema::Table::default()
        };
        found.extend(named_types(visitor.host.dialect(), &table));
    }
    let tables = tables_of(vm, metadata)?;
    for entry in visitor.entries(vm, &tables)? {
        found.extend(visitor.types_of(&entry));
    }
    Ok(found)
}

/// A list that is an attribute of a metadata.
fn listed(vm: &mut Vm, metadata: &Value, name: &str) -> PyResult<Vec<Value>> {
    match attr(vm, metadata, name)? {
        Value::None => Ok(Vec::new()),
        found => vm.iterate(&found),
    }
}
