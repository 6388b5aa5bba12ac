//! The names that a metadata's naming convention gives to constraints and indexes when they join a
//! table.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::NamingKind;
use limbec_sql::naming::{FinalName, Subject, settle};

use super::super::exc;
use super::super::registry::is_a;
use super::super::util::{attr, attr_constraint_name, attr_str, conv};
use super::{collection, convert, items, set};

const KINDS: &[(&str, NamingKind)] = &[
    ("Index", NamingKind::Index),
    ("UniqueConstraint", NamingKind::Unique),
    ("CheckConstraint", NamingKind::Check),
    ("ForeignKeyConstraint", NamingKind::ForeignKey),
    ("PrimaryKeyConstraint", NamingKind::PrimaryKey),
];

/// Name a constraint or an index of a table, where the convention has a name for it.
pub(super) fn apply(vm: &mut Vm, item: &Value, table: &Value) -> PyResult<()> {
    let metadata = attr(vm, table, "metadata")?;
    let Some((_, kind)) = KINDS.iter().find(|(class, _)| is_a(vm, item, class)) else {
        return Ok(());
    };
    let mut convention = convert::naming_convention(vm, &metadata)?;
    let Some(template) = convention.templates.get_mut(kind) else {
        return Ok(());
    };
    fill_own_tokens(vm, &metadata, template, item, table)?;
    let name = attr_constraint_name(vm, item, "name")?;
    let own = attr(vm, item, "_columns")?;
    let mut columns = Vec::new();
    for (_, column) in collection::columns_of(vm, &own)? {
        columns.push(attr_str(vm, &column, "name")?.unwrap_or_default());
    }
    let table_name = attr_str(vm, table, "name")?.unwrap_or_default();
    let schema = attr_str(vm, table, "schema")?;
    let referred = referred(vm, item)?;
    let subject = Subject {
        kind: *kind,
        name: &name,
        table: &table_name,
        schema: schema.as_deref(),
        columns: columns.iter().map(String::as_str).collect(),
        free: Vec::new(),
        referred: referred
            .as_ref()
            .map(|(table, columns)| (table.as_str(), columns.iter().map(String::as_str).collect())),
    };
    match settle(Some(&convention), &subject) {
        Ok(FinalName::Conventional(name)) => {
            set(item, "name", conv(&name));
            Ok(())
        }
        Ok(_) => Ok(()),
        // A CHECK without the name that its template asks for stays as it is until it is written.
        Err(_) if *kind == NamingKind::Check => Ok(()),
        Err(problem) => Err(exc::compile_error(vm, &problem)),
    }
}

/// Fill in the tokens for which the convention has functions: `"column_names": function(constraint, table)`.
fn fill_own_tokens(
    vm: &mut Vm,
    metadata: &Value,
    template: &mut String,
    item: &Value,
    table: &Value,
) -> PyResult<()> {
    let Value::Dict(given) = attr(vm, metadata, "naming_convention")? else {
        return Ok(());
    };
    for (key, function) in given.str_items() {
        let token = format!("%({key})s");
        if template.contains(&token) && vm.is_callable(&function) {
            let made = vm.call(&function, vec![item.clone(), table.clone()], Vec::new())?;
            *template = template.replace(&token, &vm.str(&made)?.replace('%', "%%"));
        }
    }
    Ok(())
}

/// The table and the columns that a foreign key refers to.
fn referred(vm: &mut Vm, item: &Value) -> PyResult<Option<(String, Vec<String>)>> {
    let mut table = String::new();
    let mut columns = Vec::new();
    for key in items(vm, item, "elements")? {
        let target = super::constraint::target_text(vm, &key)?;
        let mut parts = target.rsplitn(3, '.');
        columns.push(parts.next().unwrap_or_default().to_owned());
        table = parts.next().unwrap_or_default().to_owned();
    }
    Ok((!columns.is_empty()).then_some((table, columns)))
}
