//! The columns of the table that a statement changes, and the values that they are given.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::build::{self, Operand};
use limbec_schema::{Expr, SqlType, TableColumn};

use super::super::registry::is_a;
use super::super::util::{attr, attr_bool, attr_str, quote_of};
use super::super::{convert, expr, missing, schema, types, values};

/// What an INSERT or UPDATE knows of the columns of its table.
pub(in crate::script::bindings) fn table_columns(
    vm: &mut Vm,
    table: &Value,
) -> PyResult<Vec<TableColumn>> {
    let mut list = Vec::new();
    let columns = schema::columns_of(vm, table)?;
    let mut keys = 0;
    for (_, column) in &columns {
        keys += usize::from(attr_bool(vm, column, "primary_key")?);
    }
    for (key, column) in columns {
        let name = attr(vm, &column, "name")?;
        let type_value = attr(vm, &column, "type")?;
        let server = attr(vm, &column, "server_default")?;
        let primary_key = attr_bool(vm, &column, "primary_key")?;
        let sql_type = types::sql_type(vm, &type_value)?;
        // Only a key of one column is numbered by the server.
        let numbered = primary_key && keys == 1 && is_numbered(vm, &column, &sql_type)?;
        list.push(TableColumn {
            name: name
                .as_str()
                .map_or_else(|| key.to_string(), |name| name.to_string()),
            key: key.to_string(),
            sql_type,
            primary_key,
            server_filled: numbered || !server.is_none(),
            default: client_default(vm, &column, "default")?,
            onupdate: client_default(vm, &column, "onupdate")?,
            quote: quote_of(&name),
        });
    }
    Ok(list)
}

/// Whether the server numbers the rows by this column of the primary key.
fn is_numbered(vm: &mut Vm, column: &Value, sql_type: &SqlType) -> PyResult<bool> {
    if sql_type.affinity() != build::Affinity::Integer {
        return Ok(false);
    }
    if !attr(vm, column, "default")?.is_none() {
        return Ok(false);
    }
    Ok(match attr(vm, column, "autoincrement")? {
        Value::Bool(asked) => asked,
        Value::Str(word) if &*word == "ignore_fk" => true,
        _ => {
            let references = attr(vm, column, "foreign_keys")?;
            !vm.truthy(&references)?
        }
    })
}

/// `default=` of a column, where it is a value or an expression; functions are called.
fn client_default(vm: &mut Vm, column: &Value, slot: &str) -> PyResult<Option<Expr>> {
    let default = attr(vm, column, slot)?;
    if default.is_none() || is_a(vm, &default, "FetchedValue") {
        return Ok(None);
    }
    if is_a(vm, &default, "Sequence") {
        return Ok(None);
    }
    if attr_bool(vm, &default, "is_callable")? {
        // Called when the statement runs, once for each row.
        let name = attr_str(vm, column, "key")?.unwrap_or_default();
        let type_value = attr(vm, column, "type")?;
        return Ok(Some(Expr::Bind(limbec_schema::Bind {
            key: name,
            anonymous: false,
            value: None,
            sql_type: types::sql_type(vm, &type_value)?,
            inline: false,
            expanding: false,
        })));
    }
    let value = attr(vm, &default, "arg")?;
    column_value(vm, column, &value).map(Some)
}

/// A value that is given to a column.
pub(in crate::script::bindings) fn column_value(
    vm: &mut Vm,
    column: &Value,
    value: &Value,
) -> PyResult<Expr> {
    missing::check(vm, value)?;
    let type_value = attr(vm, column, "type")?;
    let name = attr_str(vm, column, "name")?.unwrap_or_default();
    let data = TableColumn {
        key: attr_str(vm, column, "key")?.unwrap_or_else(|| name.clone()),
        ..TableColumn::new(
            name,
            if type_value.is_none() {
                SqlType::Null
            } else {
                types::sql_type(vm, &type_value)?
            },
        )
    };
    let operand = if expr::is_sql(vm, value)? {
        Operand::Expr(convert::expr(vm, value)?)
    } else {
        Operand::Value(values::literal_for(vm, value, &type_value)?)
    };
    Ok(build::column_value(&data, operand))
}

/// A name that a mapped class has another column name for.
pub(super) fn attribute(vm: &mut Vm, entity: &Value, key: Value) -> PyResult {
    let Some(name) = key.as_str() else {
        return Ok(key);
    };
    let Some(method) = vm.getattr_opt(entity, "__limbec_column__")? else {
        return Ok(key);
    };
    let found = vm.call(&method, vec![Value::Str(name)], Vec::new())?;
    Ok(if found.is_none() { key } else { found })
}

/// The column of a table by key or object.
pub(super) fn find_column(vm: &mut Vm, table: &Value, key: &Value) -> PyResult<(String, Value)> {
    if let Some(text) = key.as_str() {
        for (known, column) in schema::columns_of(vm, table)? {
            if *known == *text {
                return Ok((text.to_string(), column));
            }
        }
        return Ok((text.to_string(), Value::None));
    }
    if !is_a(vm, key, "ColumnClause")
        && let Some(method) = vm.getattr_opt(key, "__clause_element__")?
    {
        let column = vm.call(&method, Vec::new(), Vec::new())?;
        return find_column(vm, table, &column);
    }
    let name = attr_str(vm, key, "key")?.unwrap_or_default();
    Ok((name, key.clone()))
}
