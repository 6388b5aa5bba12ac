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
///
/// # Errors
/// What cannot be written for the dialect.
pub(super) fn render_ddl(
    vm: &mut Vm,
    this: &Value,
    dialect: &'static dyn Dialect,
) -> PyResult<Statement> {
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
    let mut literal = false;
    if let Value::Dict(options) = bound.get("compile_kwargs") {
        for (option, value) in options.str_items() {
            let on = vm.truthy(&value)?;
            match &*option {
                "literal_binds" => literal = on,
                _ if !on => {}
                other => {
                    let what = format!("{other} in compile_kwargs");
                    return Err(missing::unsupported(vm, &what));
                }
            }
        }
    }
    for (option, value) in bound.kwargs() {
        // Python's defaults of these change nothing.
        if vm.truthy(value)? {
            let what = format!("the argument '{option}' of compile()");
            return Err(missing::unsupported(vm, &what));
        }
    }
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
    let expanding = expanding(vm, this, &statement.sql)?;
    if let (false, Some(Value::Dict(known))) = (literal, made.get("params")) {
        for (name, value) in expanding {
            known.set_str(name, value);
        }
    }
    Ok(Value::Instance(made))
}

/// The lists of values that are written into the text only when it is executed, by their names there.
fn expanding(vm: &mut Vm, this: &Value, sql: &str) -> PyResult<Vec<(String, Value)>> {
    const MARK: &str = "__[POSTCOMPILE_";
    let mut found = Vec::new();
    if !sql.contains(MARK) {
        return Ok(found);
    }
    let mut binds: Vec<limbec_schema::Bind> = Vec::new();
    let mut note = |bind: &mut limbec_schema::Bind| {
        if bind.expanding {
            binds.push(bind.clone());
        }
    };
    if is_a(vm, this, "Executable") && !is_a(vm, this, "ColumnElement") {
        let mut statement = convert::statement(vm, this)?;
        walk::statement(&mut statement, &mut note);
    } else if !is_a(vm, this, "FromClause") {
        let mut expr = convert::expr(vm, this)?;
        walk::expr(&mut expr, &mut note);
    }
    for part in sql.split(MARK).skip(1) {
        let name = part.split(']').next().unwrap_or_default();
        let place = binds.iter().position(|bind| {
            if bind.anonymous {
                name.rsplit_once('_')
                    .is_some_and(|(stem, _)| stem == bind.key)
            } else {
                bind.key == name
            }
        });
        if let Some(place) = place {
            let value = binds.remove(place).value;
            let value = values::value(vm, &value.unwrap_or(limbec_schema::Literal::Null))?;
            found.push((name.to_owned(), value));
        }
    }
    Ok(found)
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
