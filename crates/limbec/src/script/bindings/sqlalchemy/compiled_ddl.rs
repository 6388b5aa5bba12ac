//! `@compiles` of DDL elements and of the parts of a table.
//!
//! A script's own text takes the place of a DROP TABLE (`CASCADE` is what it is mostly written for). The other elements and the
//! parts of a table would have to be put into what Limbec writes itself; a script that compiles them for the database it runs
//! on is told so, rather than compiled without it.

use limbec_python::{PyResult, Value, Vm, native_fn};
use limbec_schema::{Operation, Table};
use limbec_sql::Dialect;

use super::schema::table_from_data;
use super::types::hooks;
use super::util::{attr, construct, kw};
use super::{compile, compiler, missing, registry};

/// What the script makes of the element that an operation executes, `None` where it leaves that to us.
///
/// # Errors
/// What the function raises; an element that cannot be compiled by the script.
pub fn operation_text(
    vm: &mut Vm,
    operation: &Operation,
    dialect: &'static dyn Dialect,
) -> PyResult<Option<String>> {
    if !hooks::any() {
        return Ok(None);
    }
    let element = match operation {
        Operation::CreateTable(_) => "CreateTable",
        Operation::DropTable(_) => "DropTable",
        Operation::CreateIndex(_) => "CreateIndex",
        Operation::DropIndex(_) => "DropIndex",
        Operation::AddConstraint(_) => "AddConstraint",
        Operation::DropConstraint(_) => "DropConstraint",
        Operation::TableComment(_) => "SetTableComment",
        Operation::DropTableComment(_) => "DropTableComment",
        Operation::AddColumn(_)
        | Operation::DropColumn(_)
        | Operation::AlterColumn(_)
        | Operation::RenameTable(_)
        | Operation::BulkInsert(_)
        | Operation::Execute(_)
        | Operation::Batch(_) => return Ok(None),
    };
    let hooks = hooks::of(&registry::class(element));
    let Some(function) = hooks::for_dialect(&hooks, dialect.name()) else {
        return Ok(None);
    };
    let Operation::DropTable(drop) = operation else {
        return Err(missing::unsupported(vm, &format!("@compiles of {element}")));
    };
    let metadata = construct(vm, "MetaData", Vec::new(), Vec::new())?;
    let data = Table {
        name: drop.name.clone(),
        schema: drop.schema.clone(),
        ..Table::default()
    };
    let table = table_from_data(vm, &data, &metadata)?;
    let options = kw([("if_exists", Value::Bool(drop.if_exists))]);
    let element = construct(vm, element, vec![table], options)?;
    let compiler = compiler::object(dialect.name(), None);
    let made = vm.call(&function, vec![element, compiler], Vec::new())?;
    Ok(Some(vm.str(&made)?.to_string()))
}

/// Stops where a script compiles a part of a table for the database that it runs on.
///
/// # Errors
/// A function that is registered for the class of the part, or for the element that writes it.
pub(super) fn refuse_part(vm: &mut Vm, part: &Value, element: Option<&str>) -> PyResult<()> {
    if !hooks::any() {
        return Ok(());
    }
    let Some(dialect) = compiler::running() else {
        return Ok(());
    };
    let class = vm.class_of(part);
    for class in [Some(class), element.map(registry::class)]
        .into_iter()
        .flatten()
    {
        if hooks::for_dialect(&hooks::of(&class), &dialect).is_some() {
            let name = class.name();
            return Err(missing::unsupported(vm, &format!("@compiles of {name}")));
        }
    }
    Ok(())
}

/// `compiler.visit_drop_table(element)` and its like: the text as it is without the script.
pub(super) fn visitor(vm: &mut Vm, compiler: &Value, name: &str) -> PyResult<Option<Value>> {
    const VISITED: &[&str] = &[
        "visit_add_constraint",
        "visit_create_index",
        "visit_create_schema",
        "visit_create_sequence",
        "visit_create_table",
        "visit_drop_constraint",
        "visit_drop_index",
        "visit_drop_schema",
        "visit_drop_sequence",
        "visit_drop_table",
    ];
    if !VISITED.contains(&name) {
        return Ok(None);
    }
    let dialect = attr(vm, compiler, "dialect")?;
    let dialect = attr(vm, &dialect, "name")?.as_str().unwrap_or_default();
    Ok(Some(native_fn(name, "element, **kw", move |vm, bound| {
        let Some(dialect) = limbec_sql::dialect(&dialect) else {
            return Err(vm.unsupported(format!("the dialect '{dialect}'")));
        };
        let statement = compile::render_ddl(vm, bound.get("element"), dialect)?;
        Ok(Value::str(statement.sql))
    })))
}
