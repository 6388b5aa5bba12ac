//! What the bindings of Alembic need of those of SQLAlchemy, in one place.

use std::any::Any;
use std::rc::Rc;

use indexmap::IndexMap;
use limbec_python::{Class, PyError, PyResult, Value, Vm};
use limbec_schema::{
    BulkInsert, Constraint, ExcludeConstraint, ExecuteSql, Expr, FromItem, Index, NamingConvention,
    Operation, Options, SqlCommand,
};
use limbec_sql::{Dialect, Url};

use super::migration_context::MigrationContext;
use super::read::required;
use super::state::Alembic;
use crate::runner::{Session, url_error};
use crate::script::bindings::sqlalchemy::convert;
use crate::script::bindings::sqlalchemy::ddl::{self, Executable};
use crate::script::bindings::sqlalchemy::{dml, engine, exc, types, util};
use crate::script::host::{Host, HostError};

pub use crate::script::bindings::sqlalchemy::compiler;
pub use convert::{
    column, column_default, constraint, index, index_element, table, table_of_columns,
    text_or_expr as condition,
};
pub use exc::host_error as raise;
pub use types::sql_type;
pub use util::{attr, constraint_name, conv, options, quote_of};

/// A string.
///
/// # Errors
/// `TypeError` for something else.
pub fn name(vm: &mut Vm, value: &Value, what: &str) -> PyResult<String> {
    match value.as_str() {
        Some(text) => Ok(text.to_string()),
        None => {
            let found = vm.type_name(value);
            Err(vm.raise("TypeError", format!("{what} must be str, not {found}")))
        }
    }
}

/// The name of a column: a string, or the name of a column object.
///
/// # Errors
/// `TypeError` for something else.
pub fn column_name(vm: &mut Vm, value: &Value) -> PyResult<String> {
    if value.as_str().is_none()
        && let Some(found) = vm.getattr_opt(value, "name")?
    {
        return name(vm, &found, "column name");
    }
    name(vm, value, "column name")
}

/// A `sqlalchemy.exc.ArgumentError`.
pub fn argument_error(vm: &mut Vm, message: &str) -> PyError {
    let error = HostError::Exception {
        class: "sqlalchemy.exc.ArgumentError",
        message: message.to_owned(),
    };
    raise(vm, error)
}

/// A class of SQLAlchemy.
fn class(vm: &mut Vm, module: &str, name: &str) -> PyResult<Rc<Class>> {
    let module = vm.import(module)?;
    match vm.getattr(&module, name)? {
        Value::Class(class) => Ok(class),
        _ => Err(vm.unsupported(format!("sqlalchemy {name}"))),
    }
}

/// Make an object of a class of SQLAlchemy.
fn construct(vm: &mut Vm, name: &str, args: Vec<Value>, kwargs: Vec<(Rc<str>, Value)>) -> PyResult {
    let class = class(vm, "sqlalchemy", name)?;
    vm.instantiate(&class, args, kwargs)
}

fn is_a(vm: &mut Vm, value: &Value, name: &str) -> PyResult<bool> {
    if !matches!(value, Value::Instance(_)) {
        return Ok(false);
    }
    let class = class(vm, "sqlalchemy", name)?;
    Ok(vm.isinstance(value, &class))
}

/// Whether the value is a column.
///
/// # Errors
/// None in practice: SQLAlchemy has columns.
pub fn is_column(vm: &mut Vm, value: &Value) -> PyResult<bool> {
    is_a(vm, value, "Column")
}

/// An exclusion constraint from the arguments of `op.create_exclude_constraint`.
///
/// # Errors
/// Arguments that are none of such a constraint.
pub fn exclude_constraint(
    vm: &mut Vm,
    name: &Value,
    elements: Vec<Value>,
    mut kwargs: Vec<(Rc<str>, Value)>,
) -> PyResult<ExcludeConstraint> {
    kwargs.push((Rc::from("name"), name.clone()));
    let class = class(vm, "sqlalchemy.dialects.postgresql", "ExcludeConstraint")?;
    let object = vm.instantiate(&class, elements, kwargs)?;
    match constraint(vm, &object)? {
        Constraint::Exclude(constraint) => Ok(constraint),
        _ => Err(vm.raise("TypeError", "ExcludeConstraint expected")),
    }
}

/// A `Table` object in a metadata of its own. Columns and constraints that belong to another table
/// already are copied, so that a script can use one list for several tables.
///
/// # Errors
/// Whatever the constructor of the table raises.
pub fn make_table(
    vm: &mut Vm,
    name: &Value,
    items: Vec<Value>,
    kwargs: Vec<(Rc<str>, Value)>,
    convention: &Value,
) -> PyResult {
    let mut metadata_kwargs = Vec::new();
    if !convention.is_none() {
        metadata_kwargs.push((Rc::from("naming_convention"), convention.clone()));
    }
    let metadata = construct(vm, "MetaData", Vec::new(), metadata_kwargs)?;
    let mut args = vec![name.clone(), metadata];
    for item in items {
        args.extend(free(vm, item)?);
    }
    construct(vm, "Table", args, kwargs)
}

/// Tell the types of the columns of a table that it has been created.
///
/// # Errors
/// What the methods of the types raise.
pub fn table_created(vm: &mut Vm, columns: &[Value], table: &Value) -> PyResult<()> {
    for column in columns {
        if is_a(vm, column, "Column")? && types::adds(vm, column)? {
            let state = Alembic::of(vm);
            let operations = state.operations(vm, "execute")?;
            types::created(vm, column, table, &operations)?;
        }
    }
    Ok(())
}

/// The indexes that a column brings to its table because its type says so.
///
/// # Errors
/// Whatever the constructor of the table or the type's method raises.
pub fn indexes_of_type(
    vm: &mut Vm,
    table: &Value,
    op: &Value,
    column: &Value,
) -> PyResult<Vec<Index>> {
    if !types::adds(vm, column)? {
        return Ok(Vec::new());
    }
    let schema = vec![(Rc::from("schema"), required(op, "schema"))];
    let made = make_table(vm, table, vec![column.clone()], schema, &Value::None)?;
    Ok(self::table(vm, &made)?.indexes)
}

/// The item itself, or a copy of it where it belongs to a table; what is no part of a table is left
/// out, as Alembic leaves it out.
fn free(vm: &mut Vm, item: Value) -> PyResult<Option<Value>> {
    let owner = if is_a(vm, &item, "Column")? || is_a(vm, &item, "Index")? {
        "table"
    } else if is_a(vm, &item, "Constraint")? {
        "parent"
    } else {
        return Ok(None);
    };
    match vm.getattr_opt(&item, owner)? {
        None | Some(Value::None) => Ok(Some(item)),
        Some(_) => vm.call_method(&item, "_copy", Vec::new()).map(Some),
    }
}

/// `table_kwargs` and `reflect_kwargs` of a batch.
///
/// # Errors
/// Keywords that no table has.
pub fn table_keywords(vm: &mut Vm, value: &Value) -> PyResult<Options> {
    let mut options_found = Options::new();
    let Value::Dict(dict) = value.unwrap_inner() else {
        return Ok(options_found);
    };
    for (name, value) in dict.str_items() {
        // `prefixes`, `comment` and such have no dialect before them.
        let value = match &*name {
            "listeners" => {
                return Err(vm.unsupported("listeners in reflect_kwargs of batch_alter_table"));
            }
            _ => util::option_value(vm, &value)?,
        };
        options_found.insert(name.to_string(), value);
    }
    Ok(options_found)
}

/// The naming convention of a dictionary; `None` where there is none.
///
/// # Errors
/// A convention that Limbec cannot carry out, such as one with a function of the script's own.
pub fn naming_convention(vm: &mut Vm, value: &Value) -> PyResult<Option<NamingConvention>> {
    if value.is_none() {
        return Ok(None);
    }
    let kwargs = vec![(Rc::from("naming_convention"), value.clone())];
    let metadata = construct(vm, "MetaData", Vec::new(), kwargs)?;
    convert::naming_convention(vm, &metadata).map(Some)
}

/// The rows of `op.bulk_insert`.
///
/// # Errors
/// A table that is none, and values that its columns cannot have.
pub fn bulk_insert(
    vm: &mut Vm,
    table: &Value,
    rows: &[Value],
    multiinsert: bool,
    as_sql: bool,
) -> PyResult<BulkInsert> {
    let FromItem::Table(reference) = convert::from_item(vm, table)? else {
        return Err(argument_error(vm, "Table object expected"));
    };
    let columns = dml::table_columns(vm, table)?;
    let collection = vm.getattr(table, "c")?;
    let mut data = Vec::with_capacity(rows.len());
    for row in rows {
        let Value::Dict(row) = row.unwrap_inner() else {
            return Err(vm.raise("TypeError", "List of dictionaries expected"));
        };
        let mut values: IndexMap<String, Expr> = IndexMap::new();
        for (key, value) in row.items() {
            let key = name(vm, &key, "the name of a column")?;
            let column = match vm.get_item(&collection, &Value::str(&key)) {
                // With a database SQLAlchemy passes over what the table does not have.
                Err(error) if !as_sql && vm.error_is(&error, "KeyError") => continue,
                found => found?,
            };
            let value = dml::column_value(vm, &column, &value)?;
            values.insert(key, value);
        }
        data.push(values);
    }
    Ok(BulkInsert {
        table: reference,
        columns,
        rows: data,
        multiinsert,
    })
}

/// `op.inline_literal(...)`
///
/// # Errors
/// A value that cannot stand in SQL.
pub fn inline_literal(vm: &mut Vm, value: &Value, sql_type: &Value) -> PyResult {
    let sqlalchemy = vm.import("sqlalchemy")?;
    let literal = vm.getattr(&sqlalchemy, "literal")?;
    let mut kwargs = vec![(Rc::from("literal_execute"), Value::Bool(true))];
    if !sql_type.is_none() {
        kwargs.push((Rc::from("type_"), sql_type.clone()));
    }
    vm.call(&literal, vec![value.clone()], kwargs)
}

/// What `op.execute` was given.
///
/// # Errors
/// A value that cannot be executed.
pub fn command(vm: &mut Vm, value: &Value, dialect: &'static dyn Dialect) -> PyResult<Operation> {
    Ok(match ddl::executable(vm, value, dialect)? {
        Executable::Statement(statement) => Operation::Execute(ExecuteSql {
            command: SqlCommand::Statement(statement),
        }),
        Executable::Operation(operation) => *operation,
    })
}

/// The session behind a `Connection`, `None` where there is no connection.
pub fn session_of(value: &Value) -> Option<Rc<Session>> {
    engine::host_of_connection(value).and_then(session)
}

/// The session of a host of ours.
pub fn session(host: Rc<dyn Host>) -> Option<Rc<Session>> {
    let any: Rc<dyn Any> = host;
    any.downcast::<Session>().ok()
}

/// A `Connection` object for a session that writes SQL.
pub fn mock_connection(session: Rc<Session>) -> Value {
    engine::connection_object(session)
}

/// The connection as an `AsyncConnection`.
///
/// # Errors
/// `ValueError` for a connection of a synchronous engine.
pub fn async_connection(vm: &mut Vm, connection: &Value) -> PyResult {
    let dialect = vm.getattr(connection, "dialect")?;
    let is_async = vm.getattr_opt(&dialect, "is_async")?.unwrap_or_default();
    if !vm.truthy(&is_async)? {
        return Err(vm.raise("ValueError", "Cannot call run_async with a sync engine"));
    }
    Ok(engine::async_connection(connection))
}

/// `context.dialect`
pub fn dialect_object(context: &MigrationContext) -> Value {
    let host: Rc<dyn Host> = context.session().clone();
    engine::dialect_of_host(&host)
}

/// The text of a URL with its password: a string or a `URL`.
pub fn url_text(vm: &mut Vm, value: &Value) -> PyResult<String> {
    if let Some(text) = value.as_str() {
        return Ok(text.to_string());
    }
    let method = vm.getattr(value, "render_as_string")?;
    let text = vm.call(
        &method,
        Vec::new(),
        vec![(Rc::from("hide_password"), Value::Bool(false))],
    )?;
    name(vm, &text, "url")
}

/// The URL that stands for one that a script names: the user's, if there is one.
///
/// # Errors
/// `CommandError` where scripts name several, and the user one.
pub fn resolved_url(vm: &mut Vm, url: &str) -> PyResult<String> {
    match vm.ext::<engine::Engines>() {
        None => Ok(url.to_owned()),
        Some(engines) => {
            let resolved = engines.0.resolve(url, false);
            resolved.map_err(|error| raise(vm, error))
        }
    }
}

/// The dialect that a URL names.
pub fn dialect_of_url(vm: &mut Vm, url: &str) -> PyResult<&'static dyn Dialect> {
    Url::parse(url)
        .and_then(|url| url.dialect())
        .map_err(|error| raise(vm, url_error(error)))
}
