//! The tables that `target_metadata` declares, as data, and the objects that they were read from.

use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{Column, Constraint, DecoratedType, Schema, Sequence, SqlType, Table};
use limbec_sql::Dialect;
use limbec_sql::entity::Entity;
use limbec_sql::postgres::entities::SequenceValues;

use super::super::bridge;
use super::super::migration_context::MigrationContext;
use crate::script::bindings::sqlalchemy::engine::declared_sequences;
use crate::script::bindings::sqlalchemy::schema::columns_of;
use crate::script::bindings::sqlalchemy::types::shown_name;
use crate::script::host::Host;

/// The Python objects behind the declared tables.
#[derive(Default)]
pub(super) struct Declared {
    tables: HashMap<(Option<String>, String), TableObjects>,
    /// The type objects by what they stand for.
    types: Vec<(SqlType, Value)>,
}

/// The objects of a table, in the order of the data.
pub(super) struct TableObjects {
    pub table: Value,
    columns: Vec<(Rc<str>, Value)>,
    pub constraints: Vec<Value>,
    pub indexes: Vec<Value>,
}

impl TableObjects {
    /// The object of a column.
    pub fn column(&self, name: &str) -> Option<&Value> {
        let is_wanted = |(known, _): &&(Rc<str>, Value)| **known == *name;
        self.columns
            .iter()
            .find(is_wanted)
            .map(|(_, object)| object)
    }
}

impl Declared {
    /// The objects of a declared table.
    pub fn table(&self, table: &Table) -> Option<&TableObjects> {
        self.tables.get(&(table.schema.clone(), table.name.clone()))
    }

    /// The object that a type was read from.
    pub fn type_object(&self, sql_type: &SqlType) -> Option<Value> {
        self.types
            .iter()
            .find(|(known, _)| known == sql_type)
            .map(|(_, object)| object.clone())
    }
}

/// The metadatas behind `target_metadata`: one, or a sequence of them.
///
/// # Errors
/// Something else; tables that cannot be read.
pub(super) fn read(vm: &mut Vm, target: &Value) -> PyResult<(Vec<Schema>, Declared)> {
    let metadatas = match target {
        Value::List(_) | Value::Tuple(_) | Value::Set(_) | Value::FrozenSet(_) => {
            vm.iterate(target)?
        }
        one => vec![one.clone()],
    };
    let mut declared = Declared::default();
    let mut schemas = Vec::new();
    for metadata in metadatas {
        if let Value::Absent(absent) = &metadata {
            return Err(vm.absent_used(absent));
        }
        let tables = vm.getattr(&metadata, "tables")?;
        let Value::Dict(tables) = tables.unwrap_inner() else {
            return Err(vm.raise("AttributeError", "target_metadata has no tables"));
        };
        let mut schema = Schema::default();
        for value in tables.values() {
            let table = declared_table(vm, &value, &mut declared)?;
            let key = (table.schema.clone(), table.name.clone());
            schema.tables.insert(key, table);
        }
        schemas.push(schema);
    }
    Ok((schemas, declared))
}

/// The sequences of the metadatas, those of columns included.
///
/// # Errors
/// Sequences that cannot be read.
pub(super) fn sequences(vm: &mut Vm, target: &Value) -> PyResult<Vec<Sequence>> {
    let metadatas = match target {
        Value::List(_) | Value::Tuple(_) | Value::Set(_) | Value::FrozenSet(_) => {
            vm.iterate(target)?
        }
        one => vec![one.clone()],
    };
    let mut found: Vec<Sequence> = Vec::new();
    for metadata in metadatas {
        for sequence in declared_sequences(vm, &metadata)? {
            let is_known = |other: &Sequence| {
                (&other.schema, &other.name) == (&sequence.schema, &sequence.name)
            };
            if !sequence.optional && !found.iter().any(is_known) {
                found.push(sequence);
            }
        }
    }
    Ok(found)
}

/// A declared sequence as the database would have it.
pub(super) fn sequence_entity(
    dialect: &dyn Dialect,
    context: &MigrationContext,
    sequence: &Sequence,
) -> Entity {
    let options = &sequence.options;
    let data_type = sequence
        .data_type
        .as_ref()
        .and_then(|own| dialect.type_ddl(own).ok());
    let values = SequenceValues {
        data_type: data_type.unwrap_or_default(),
        start: options.start,
        increment: options.increment,
        minimum: options.minvalue,
        maximum: options.maxvalue,
        cache: options.cache,
        cycle: options.cycle == Some(true),
    };
    let default = context.session().default_schema();
    let schema = sequence
        .schema
        .clone()
        .filter(|schema| Some(schema) != default.as_ref());
    limbec_sql::postgres::entities::sequence(dialect, schema, sequence.name.clone(), &values)
}

fn items(vm: &mut Vm, object: &Value, name: &str) -> PyResult<Vec<Value>> {
    match vm.getattr_opt(object, name)? {
        None | Some(Value::None) => Ok(Vec::new()),
        Some(found) => vm.iterate(&found),
    }
}

/// A table with all of its constraints and indexes, those that columns have brought along included.
fn declared_table(vm: &mut Vm, value: &Value, declared: &mut Declared) -> PyResult<Table> {
    let mut table = bridge::table_of_columns(vm, value)?;
    let mut objects = TableObjects {
        table: value.clone(),
        columns: Vec::new(),
        constraints: Vec::new(),
        indexes: Vec::new(),
    };
    let constraints = items(vm, value, "constraints")?;
    table.constraints = Vec::with_capacity(constraints.len());
    for object in constraints {
        table.constraints.push(bridge::constraint(vm, &object)?);
        objects.constraints.push(object);
    }
    let indexes = items(vm, value, "indexes")?;
    table.indexes = Vec::with_capacity(indexes.len());
    for object in indexes {
        table.indexes.push(bridge::index(vm, &object)?);
        objects.indexes.push(object);
    }
    let key: Vec<String> = table
        .constraints
        .iter()
        .filter_map(|constraint| match constraint {
            Constraint::PrimaryKey(key) => Some(key.columns.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    let column_objects = columns_of(vm, value)?;
    objects.columns.reserve_exact(column_objects.len());
    for (column, (_, object)) in table.columns.iter_mut().zip(column_objects) {
        settle(vm, column, &object, key.contains(&column.name))?;
        declared_type(vm, column, &object, declared)?;
        let name = bridge::attr(vm, &object, "name")?.as_str();
        let name = name.unwrap_or_else(|| Rc::from(column.name.as_str()));
        objects.columns.push((name, object));
    }
    let key = (table.schema.clone(), table.name.clone());
    declared.tables.insert(key, objects);
    Ok(table)
}

/// What a column brings along stands among the parts of the table.
///
/// # Errors
/// None in practice.
pub(super) fn settle(
    vm: &mut Vm,
    column: &mut Column,
    object: &Value,
    in_key: bool,
) -> PyResult<()> {
    column.index = false;
    column.unique = false;
    column.foreign_keys = Vec::new();
    column.constraints = Vec::new();
    if in_key {
        column.primary_key = true;
    }
    let said = bridge::attr(vm, object, "_user_defined_nullable")?;
    if matches!(said, Value::Ellipsis) && (in_key || column.identity.is_some()) {
        column.nullable = None;
    }
    Ok(())
}

/// A class of the project's own that extends a type of SQLAlchemy is written by its own name.
///
/// # Errors
/// What `repr` raises.
pub(super) fn own_type(vm: &mut Vm, column: &mut Column, object: &Value) -> PyResult<()> {
    let type_object = bridge::attr(vm, object, "type")?;
    let class = vm.class_of(&type_object);
    let known = matches!(
        column.sql_type,
        SqlType::Decorated(_) | SqlType::User(_) | SqlType::Foreign(_) | SqlType::Variant(_)
    );
    let of_dialect = matches!(column.sql_type, SqlType::Temporal(_))
        && class.full_name().starts_with("sqlalchemy.dialects.");
    if (!class.is_native() || of_dialect) && !known {
        column.sql_type = SqlType::Decorated(DecoratedType {
            class_name: shown_name(&class),
            repr: vm.repr(&type_object)?.to_string(),
            base: Box::new(column.sql_type.clone()),
            by_dialect: Vec::new(),
        });
    }
    Ok(())
}

fn declared_type(
    vm: &mut Vm,
    column: &mut Column,
    object: &Value,
    declared: &mut Declared,
) -> PyResult<()> {
    own_type(vm, column, object)?;
    if declared.type_object(&column.sql_type).is_none() {
        let type_object = bridge::attr(vm, object, "type")?;
        declared.types.push((column.sql_type.clone(), type_object));
    }
    Ok(())
}
