//! From the objects of a script to the plain data of `limbec_schema`: what the operations of
//! `alembic.op` and the statements of a connection are made of.

use std::sync::Arc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{
    ColumnDefault, ColumnRef, Expr, FromItem, ServerDefault, SqlStatement, SqlType, TextClause,
};

use super::expr::{self, node};
use super::util::{argument_error, attr, quote_of};
use super::{compiler, dml, missing, registry, schema, select, types};

pub use super::schema::convert::{
    column, computed, constraint, identity, index, index_element, naming_convention, sequence,
    table, table_of_columns,
};

/// An SQL expression.
///
/// # Errors
/// A value that is no expression, in SQLAlchemy's words.
pub fn expr(vm: &mut Vm, value: &Value) -> PyResult<Expr> {
    missing::check(vm, value)?;
    if let Some(expr) = compiler::expression(vm, value)? {
        return Ok(expr);
    }
    if let Some(expr) = node(value) {
        return Ok(expr);
    }
    if registry::is_a(vm, value, "ColumnClause") {
        return column_ref(vm, value).map(Expr::Column);
    }
    if let Some(select) = select::select_of(value) {
        return Ok(Expr::Subquery(Box::new(select)));
    }
    if registry::is_a(vm, value, "Sequence") {
        let next = expr::next_value(vm, value)?;
        return expr(vm, &next);
    }
    if registry::is_a(vm, value, "FromClause") {
        return Ok(Expr::FromValue(Arc::new(from_item(vm, value)?)));
    }
    if registry::is_a(vm, value, "DefaultClause") || registry::is_a(vm, value, "ColumnDefault") {
        let inner = attr(vm, value, "arg")?;
        return text_or_expr(vm, &inner);
    }
    if let Value::Instance(_) = value
        && let Some(method) = vm.getattr_opt(value, "__clause_element__")?
    {
        let inner = vm.call(&method, Vec::new(), Vec::new())?;
        return expr(vm, &inner);
    }
    let shown = vm.repr(value)?;
    Err(argument_error(
        vm,
        format!("SQL expression element or literal value expected, got {shown}."),
    ))
}

/// An expression, or a string that is taken for SQL (as `CheckConstraint("a > 0")` does).
///
/// # Errors
/// As [`expr`].
pub fn text_or_expr(vm: &mut Vm, value: &Value) -> PyResult<Expr> {
    match value.as_str() {
        Some(text) => Ok(Expr::text(&*text)),
        None => expr(vm, value),
    }
}

/// What stands for the name of a column that has none yet, in expressions of a class body; the ORM
/// puts the column in when the class is made.
pub fn placeholder(column: &Value) -> String {
    column.as_instance().map_or_else(String::new, |instance| {
        format!("\u{1}{:x}", std::rc::Rc::as_ptr(instance) as usize)
    })
}

/// A column object as an expression names it.
fn column_ref(vm: &mut Vm, value: &Value) -> PyResult<ColumnRef> {
    let name = attr(vm, value, "name")?;
    let type_value = attr(vm, value, "type")?;
    let table = attr(vm, value, "table")?;
    let table = if table.is_none() {
        None
    } else {
        Some(Arc::new(from_item(vm, &table)?))
    };
    Ok(ColumnRef {
        table,
        name: name
            .as_str()
            .map_or_else(|| placeholder(value), |name| name.to_string()),
        sql_type: match &type_value {
            Value::None => SqlType::Null,
            known => types::sql_type(vm, known)?,
        },
        quote: quote_of(&name),
        anonymous: match attr(vm, value, "_limbec_anonymous")? {
            Value::Int(index) => usize::try_from(index).ok(),
            _ => None,
        },
    })
}

/// What stands in FROM: a table, an alias, a subquery, a join ...
///
/// # Errors
/// A value that cannot stand there.
pub fn from_item(vm: &mut Vm, value: &Value) -> PyResult<FromItem> {
    select::from_item(vm, value)
}

/// A statement that reads or changes rows; a string is `text()`.
///
/// # Errors
/// A value that is no statement.
pub fn statement(vm: &mut Vm, value: &Value) -> PyResult<SqlStatement> {
    missing::check(vm, value)?;
    if let Some(text) = value.as_str() {
        return Ok(SqlStatement::Text(TextClause {
            text: text.to_string(),
            binds: Vec::new(),
        }));
    }
    if let Some(Expr::Text(clause)) = node(value) {
        return Ok(SqlStatement::Text(clause));
    }
    if let Some(statement) = dml::statement_of(value) {
        return Ok(statement);
    }
    if let Some(select) = select::select_of(value) {
        return Ok(SqlStatement::Select(Box::new(select)));
    }
    if let Some(found) = node(value) {
        // A function or an expression that is executed stands for `SELECT` of it.
        return Ok(SqlStatement::Select(Box::new(limbec_schema::Select {
            columns: vec![found.into()],
            ..limbec_schema::Select::default()
        })));
    }
    let shown = vm.repr(value)?;
    Err(super::util::error(
        vm,
        "ObjectNotExecutableError",
        format!("Not an executable object: {shown}"),
    ))
}

/// What stands in `server_default=`.
///
/// # Errors
/// A value that is no default.
pub fn server_default(vm: &mut Vm, value: &Value) -> PyResult<ServerDefault> {
    missing::check(vm, value)?;
    if let Some(text) = value.as_str() {
        return Ok(ServerDefault::Literal(text.to_string()));
    }
    if registry::is_a(vm, value, "DefaultClause") {
        let inner = attr(vm, value, "arg")?;
        return server_default(vm, &inner);
    }
    if registry::is_a(vm, value, "FetchedValue") {
        return Ok(ServerDefault::Fetched);
    }
    schema::check_default(vm, value)?;
    Ok(ServerDefault::expr(expr(vm, value)?))
}

/// What stands in `server_default=`, `Identity` and `Computed` included.
///
/// # Errors
/// As [`server_default`].
pub fn column_default(vm: &mut Vm, value: &Value) -> PyResult<ColumnDefault> {
    if registry::is_a(vm, value, "Identity") {
        return identity(vm, value).map(ColumnDefault::Identity);
    }
    if registry::is_a(vm, value, "Computed") {
        return computed(vm, value).map(ColumnDefault::Computed);
    }
    server_default(vm, value).map(ColumnDefault::Server)
}
