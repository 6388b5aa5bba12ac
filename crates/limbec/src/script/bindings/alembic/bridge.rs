//! What the bindings of Alembic need of those of SQLAlchemy, in one place.

use std::any::Any;
use std::rc::Rc;

use limbec_python::{PyError, PyResult, Value, Vm};
use limbec_schema::{
    BulkInsert, Column, ColumnDefault, Constraint, ConstraintName, ExcludeConstraint, Expr,
    IndexElement, NamingConvention, Options, SqlCommand, SqlType, Table,
};
use limbec_sql::{Dialect, Url};

use super::migration_context::MigrationContext;
use crate::runner::Session;
use crate::script::host::{Host, HostError};

fn todo(vm: &Vm, what: &str) -> PyError {
    vm.unsupported(format!(
        "{what} (the bindings of SQLAlchemy are being built)"
    ))
}

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

/// A finished name: `op.f(name)`.
pub fn conv(name: &str) -> Value {
    Value::str(name)
}

/// The name of a constraint or an index.
pub fn constraint_name(value: &Value) -> ConstraintName {
    ConstraintName::from(value.as_str().map(|text| text.to_string()))
}

/// What `quoted_name(..., quote=...)` said.
pub fn quote_of(value: &Value) -> Option<bool> {
    value.as_instance()?.get("quote")?.as_bool()
}

/// Keywords of the form `<dialect>_<option>`.
pub fn options(vm: &mut Vm, kwargs: &[(Rc<str>, Value)]) -> PyResult<Options> {
    if kwargs.is_empty() {
        return Ok(Options::new());
    }
    Err(todo(vm, "options"))
}

/// A `sqlalchemy.exc.ArgumentError`.
pub fn argument_error(vm: &mut Vm, message: &str) -> PyError {
    vm.raise("Exception", message)
}

/// A column.
pub fn column(vm: &mut Vm, _value: &Value) -> PyResult<Column> {
    Err(todo(vm, "columns"))
}

/// Whether the value is a column.
pub fn is_column(_vm: &mut Vm, _value: &Value) -> bool {
    false
}

/// A type, given as an object or a class.
pub fn sql_type(vm: &mut Vm, _value: &Value) -> PyResult<SqlType> {
    Err(todo(vm, "types"))
}

/// What a column's default becomes.
pub fn column_default(vm: &mut Vm, _value: &Value) -> PyResult<ColumnDefault> {
    Err(todo(vm, "defaults"))
}

/// The condition of a CHECK: a string is SQL.
pub fn condition(vm: &mut Vm, _value: &Value) -> PyResult<Expr> {
    Err(todo(vm, "conditions"))
}

/// What an index covers: a string is a column.
pub fn index_element(vm: &mut Vm, _value: &Value) -> PyResult<IndexElement> {
    Err(todo(vm, "index elements"))
}

/// A constraint object.
pub fn constraint(vm: &mut Vm, _value: &Value) -> PyResult<Constraint> {
    Err(todo(vm, "constraints"))
}

/// An exclusion constraint from the arguments of `op.create_exclude_constraint`.
pub fn exclude_constraint(
    vm: &mut Vm,
    _name: &Value,
    _elements: Vec<Value>,
    _kwargs: Vec<(Rc<str>, Value)>,
) -> PyResult<ExcludeConstraint> {
    Err(todo(vm, "exclusion constraints"))
}

/// A `Table` object of its own metadata.
pub fn make_table(
    vm: &mut Vm,
    _name: &Value,
    _items: Vec<Value>,
    _kwargs: Vec<(Rc<str>, Value)>,
    _convention: &Value,
) -> PyResult {
    Err(todo(vm, "tables"))
}

/// The data of a `Table` object.
pub fn table(vm: &mut Vm, _value: &Value) -> PyResult<Table> {
    Err(todo(vm, "tables"))
}

/// `table_kwargs` and `reflect_kwargs` of a batch.
pub fn table_keywords(vm: &mut Vm, value: &Value) -> PyResult<Options> {
    match value {
        Value::Dict(dict) => options(vm, &dict.str_items()),
        _ => Ok(Options::new()),
    }
}

/// A naming convention.
pub fn naming_convention(vm: &mut Vm, _value: &Value) -> PyResult<Option<NamingConvention>> {
    let _ = vm;
    Ok(None)
}

/// The rows of `op.bulk_insert`.
pub fn bulk_insert(
    vm: &mut Vm,
    _table: &Value,
    _rows: &[Value],
    _multiinsert: bool,
) -> PyResult<BulkInsert> {
    Err(todo(vm, "bulk inserts"))
}

/// `op.inline_literal(...)`
pub fn inline_literal(vm: &mut Vm, _value: &Value, _sql_type: &Value) -> PyResult {
    Err(todo(vm, "literals"))
}

/// What `op.execute` was given.
pub fn command(vm: &mut Vm, _value: &Value) -> PyResult<SqlCommand> {
    Err(todo(vm, "statements"))
}

/// The session behind a `Connection`, `None` where there is no connection.
pub fn session_of(_vm: &mut Vm, _value: &Value) -> PyResult<Option<Rc<Session>>> {
    Ok(None)
}

/// The session of a host of ours.
pub fn session(host: Rc<dyn Host>) -> Option<Rc<Session>> {
    let any: Rc<dyn Any> = host;
    any.downcast::<Session>().ok()
}

/// A `Connection` object for a session.
pub fn mock_connection(_vm: &mut Vm, _session: Rc<Session>) -> Value {
    Value::None
}

/// The dialect of a connection object that no database stands behind.
pub fn mock_dialect(_connection: &Value) -> Option<&'static dyn Dialect> {
    None
}

/// The connection as an `AsyncConnection`.
pub fn async_connection(vm: &mut Vm, _connection: &Value) -> PyResult {
    Err(todo(vm, "asynchronous connections"))
}

/// `context.dialect`
pub fn dialect_object(vm: &mut Vm, _context: &MigrationContext) -> PyResult {
    Err(todo(vm, "dialects"))
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

/// The dialect that a URL names.
pub fn dialect_of_url(vm: &mut Vm, url: &str) -> PyResult<&'static dyn Dialect> {
    Url::parse(url)
        .and_then(|url| url.dialect())
        .map_err(|error| argument_error(vm, &error.to_string()))
}

/// The exception of an error of the host.
pub fn raise(vm: &mut Vm, error: HostError) -> PyError {
    vm.raise("Exception", error.to_string())
}
