//! `str(statement)` and `statement.compile(...)`.

use std::rc::Rc;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::{Select, SqlStatement};
use limbec_sql::{BindMode, Dialect};

use super::registry::is_a;
use super::util::{attr, make};
use super::{convert, exc, missing, values};

/// The text of a construct as SQLAlchemy's default dialect writes it.
pub(super) fn text(vm: &mut Vm, this: &Value) -> PyResult<String> {
    let Some(dialect) = limbec_sql::dialect("default").or_else(|| limbec_sql::dialect("sqlite"))
    else {
        return Err(missing::unsupported(vm, "str() of an SQL construct"));
    };
    Ok(render(vm, this, dialect, BindMode::Parameters)?.sql)
}

fn render(
    vm: &mut Vm,
    this: &Value,
    dialect: &'static dyn Dialect,
    mode: BindMode,
) -> PyResult<limbec_sql::Statement> {
    let executable = is_a(vm, this, "Executable");
    let compiled = if executable {
        let statement = convert::statement(vm, this)?;
        limbec_sql::compile_statement(dialect, &statement, mode)
    } else {
        let expr = convert::expr(vm, this)?;
        // A lone expression is what a SELECT of it has after the word.
        let select = Select {
            columns: vec![expr.into()],
            ..Select::default()
        };
        limbec_sql::compile_statement(dialect, &SqlStatement::Select(Box::new(select)), mode).map(
            |mut statement| {
                let body = statement
                    .sql
                    .strip_prefix("SELECT ")
                    .unwrap_or(&statement.sql);
                let body = body.split(" \nFROM ").next().unwrap_or(body);
                statement.sql = body.to_owned();
                statement
            },
        )
    };
    compiled.map_err(|problem| exc::compile_error(vm, &problem))
}

/// `construct.compile(dialect=..., compile_kwargs={"literal_binds": True})`
pub(super) fn compiled(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let mut name = attr(vm, bound.get("dialect"), "name")?.as_str();
    if name.is_none() {
        let dialect = attr(vm, bound.get("bind"), "dialect")?;
        name = attr(vm, &dialect, "name")?.as_str();
    }
    let literal = match bound.get("compile_kwargs") {
        Value::Dict(options) => match options.get_str("literal_binds") {
            Some(flag) => vm.truthy(&flag)?,
            None => false,
        },
        _ => false,
    };
    let name = name.map_or_else(|| "default".to_owned(), |name| name.to_string());
    let found = limbec_sql::dialect(&name).or_else(|| limbec_sql::dialect("sqlite"));
    let Some(dialect) = found else {
        return Err(missing::unsupported(vm, &format!("the dialect '{name}'")));
    };
    let mode = if literal {
        BindMode::Literal
    } else {
        BindMode::Parameters
    };
    let statement = render(vm, this, dialect, mode)?;
    let made = make("Compiled");
    made.set("string", Value::str(&statement.sql));
    made.set("statement", this.clone());
    Ok(Value::Instance(made))
}

/// `statement.params(name=value)`: the values are put into the binds of that name.
pub(super) fn with_params(vm: &mut Vm, this: &Value, given: &[(Rc<str>, Value)]) -> PyResult {
    let mut literals = Vec::new();
    for (name, value) in given {
        literals.push((name.to_string(), values::literal(vm, value)?));
    }
    let _ = literals;
    let _ = this;
    Err(missing::unsupported(vm, "params() of this construct"))
}
