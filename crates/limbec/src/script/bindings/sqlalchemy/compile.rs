//! `str(statement)` and `statement.compile(...)`.

use std::rc::Rc;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_sql::ddl::CompileContext;
use limbec_sql::{BindMode, Dialect, Params, Statement};

use super::registry::is_a;
use super::util::{attr, make};
use super::{convert, ddl, dml, exc, missing, select, values, walk};

/// The text of a construct as SQLAlchemy's default dialect writes it.
pub(super) fn text(vm: &mut Vm, this: &Value) -> PyResult<String> {
    let Some(dialect) = limbec_sql::dialect("default") else {
        return Err(missing::unsupported(vm, "str() of an SQL construct"));
    };
    Ok(render(vm, this, dialect, BindMode::Printed)?.sql)
}

pub(super) fn render(
    vm: &mut Vm,
    this: &Value,
    dialect: &'static dyn Dialect,
    mode: BindMode,
) -> PyResult<Statement> {
    if is_a(vm, this, "BaseDDLElement") {
        return render_ddl(vm, this, dialect);
    }
    let whole = is_a(vm, this, "Executable") && !is_a(vm, this, "ColumnElement");
    let compiled = if whole {
        let statement = convert::statement(vm, this)?;
        limbec_sql::compile_statement(dialect, &statement, mode)
    } else if is_a(vm, this, "FromClause") {
        let mut item = convert::from_item(vm, this)?;
        if let limbec_schema::FromItem::Function { alias, .. } = &mut item {
            // Its name is shown where it stands in FROM only.
            *alias = None;
        }
        limbec_sql::compile_from(dialect, &item, mode)
    } else {
        let expr = convert::expr(vm, this)?;
        limbec_sql::compile_expr(dialect, &expr, mode)
    };
    compiled.map_err(|problem| exc::compile_error(vm, &problem))
}

/// The text of `CreateTable(table)` and its like.
fn render_ddl(vm: &mut Vm, this: &Value, dialect: &'static dyn Dialect) -> PyResult<Statement> {
    let operation = ddl::operation(vm, this, dialect)?;
    let context = CompileContext::default();
    let compiled = limbec_sql::ddl::compile(dialect, &operation, &context);
    let statements = compiled.map_err(|problem| exc::compile_error(vm, &problem))?;
    match statements.into_iter().next() {
        Some(statement) => Ok(statement),
        None => Err(missing::unsupported(vm, "the text of this DDL construct")),
    }
}

/// `construct.compile(dialect=..., compile_kwargs={"literal_binds": True})`
pub(super) fn compiled(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let mut name = attr(vm, bound.get("dialect"), "name")?.as_str();
    if name.is_none() {
        let mut first = bound.get("bind").clone();
        if first.is_none() {
            first = bound.get("dialect").clone();
        }
        let dialect = attr(vm, &first, "dialect")?;
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
    let Some(dialect) = limbec_sql::dialect(&name) else {
        return Err(missing::unsupported(vm, &format!("the dialect '{name}'")));
    };
    let mode = if literal {
        BindMode::Literal
    } else {
        BindMode::Printed
    };
    let statement = render(vm, this, dialect, mode)?;
    let made = make("Compiled");
    made.set("string", Value::str(&statement.sql));
    made.set("statement", this.clone());
    made.set("params", params(vm, &statement.params)?);
    Ok(Value::Instance(made))
}

/// `compiled.params`
fn params(vm: &mut Vm, params: &Params) -> PyResult {
    let mut pairs: Vec<(Rc<str>, Value)> = Vec::new();
    if let Params::Named(named) = params {
        for (name, literal) in named {
            pairs.push((Rc::from(name.as_str()), values::value(vm, literal)?));
        }
    }
    Ok(Value::dict(pairs))
}

/// `statement.params(name=value)`: the values are put into the binds of that name.
pub(super) fn with_params(vm: &mut Vm, this: &Value, given: &[(Rc<str>, Value)]) -> PyResult {
    let mut literals = Vec::new();
    for (name, value) in given {
        literals.push((name.to_string(), values::literal(vm, value)?));
    }
    let mut fill = |bind: &mut limbec_schema::Bind| {
        if !bind.anonymous
            && let Some((_, value)) = literals.iter().find(|(name, _)| *name == bind.key)
        {
            bind.value = Some(value.clone());
        }
    };
    if let Some(node) = select::node_of(this) {
        let mut node = select::SelectNode::clone(&node);
        walk::select(&mut node.select, &mut fill);
        return Ok(select::wrap_select(node));
    }
    if let Some(node) = dml::node_of(this) {
        let mut statement = node.statement.clone();
        walk::statement(&mut statement, &mut fill);
        return dml::with_statement(vm, this, statement);
    }
    let mut expr = convert::expr(vm, this)?;
    walk::expr(&mut expr, &mut fill);
    Ok(super::expr::wrap(expr))
}
