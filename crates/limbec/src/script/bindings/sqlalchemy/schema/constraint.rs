//! Constraints: `PrimaryKeyConstraint`, `ForeignKeyConstraint`, `ForeignKey` ...

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, Instance, PyResult, Value, Vm};

use super::super::registry::is_a;
use super::super::util::{
    argument_error, attr, attr_str, construct, error, invalid_request, keep, keep_options, kw, make,
};
use super::super::{convert, expr, missing};
use super::{add_to, collection, full_name, items, new_collection, remove_from, set};

const COMMON: &[&str] = &["name", "deferrable", "initially", "comment"];

/// What all constraints keep.
fn common(vm: &mut Vm, this: &Rc<Instance>, bound: &Bound) -> PyResult<()> {
    for name in COMMON {
        keep(this, name, bound.get(name).clone());
    }
    if let Some(info) = bound.opt("info") {
        this.set("info", info.clone());
    }
    keep(this, "_type_bound", Value::Bool(false));
    keep(this, "parent", Value::None);
    keep_options(vm, this, bound)
}

/// What little is mostly said of constraints and foreign keys, see [`keep`].
fn usual(mut builder: ClassBuilder) -> ClassBuilder {
    for name in FOREIGN_KEY {
        let is_flag = matches!(*name, "link_to_name" | "use_alter");
        let usual = if is_flag {
            Value::Bool(false)
        } else {
            Value::None
        };
        builder = builder.attr(name, usual);
    }
    builder.attr("parent", Value::None)
}

/// The root of the constraints.
pub(super) fn base(builder: ClassBuilder) -> ClassBuilder {
    usual(builder)
        .attr("_type_bound", Value::Bool(false))
        .init(
            "name=None, deferrable=None, initially=None, info=None, comment=None, **dialect_kw",
            |vm, this, bound| common(vm, this, &bound),
        )
        .property("table", |vm, this| {
            let parent = attr(vm, &this, "parent")?;
            if is_a(vm, &parent, "Table") {
                return Ok(parent);
            }
            Err(invalid_request(
                vm,
                "This constraint is not bound to a table.  Did you mean to call \
                 table.append_constraint(constraint) ?",
            ))
        })
        .method("copy", "**kw", |_, this, _| {
            Ok(super::super::types_shallow_copy(&this))
        })
        .method("_copy", "**kw", |_, this, _| {
            Ok(super::super::types_shallow_copy(&this))
        })
        .property("kwargs", |vm, this| attr(vm, &this, "dialect_kwargs"))
}

/// What constraints over columns share.
pub(super) fn over_columns(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("columns", |vm, this| attr(vm, &this, "_columns"))
        .property("c", |vm, this| attr(vm, &this, "_columns"))
        .method("contains_column", "col", |vm, this, bound| {
            let columns = attr(vm, &this, "_columns")?;
            let columns = collection::columns_of(vm, &columns)?;
            Ok(Value::Bool(
                columns.iter().any(|(_, column)| column.is(bound.at(0))),
            ))
        })
        .method("__iter__", "", |vm, this, _| {
            let columns = attr(vm, &this, "_columns")?;
            let columns = collection::columns_of(vm, &columns)?;
            Ok(Value::iter(
                columns.into_iter().map(|(_, column)| column).collect(),
            ))
        })
        .method("__len__", "", |vm, this, _| {
            let columns = attr(vm, &this, "_columns")?;
            let count = collection::columns_of(vm, &columns)?.len();
            Ok(Value::Int(i64::try_from(count).unwrap_or(i64::MAX)))
        })
        .method("__bool__", "", |_, _, _| Ok(Value::Bool(true)))
        .method("__contains__", "x", |vm, this, bound| {
            let columns = attr(vm, &this, "_columns")?;
            let columns = collection::columns_of(vm, &columns)?;
            let wanted = bound.at(0);
            Ok(Value::Bool(columns.iter().any(|(key, column)| {
                column.is(wanted) || wanted.as_str().is_some_and(|text| *text == **key)
            })))
        })
        .method("__repr__", "", |vm, this, _| {
            let name = vm.type_name(&this);
            let columns = attr(vm, &this, "_columns")?;
            let mut parts = Vec::new();
            for (_, column) in collection::columns_of(vm, &columns)? {
                parts.push(vm.repr(&column)?.to_string());
            }
            Ok(Value::str(format!("{name}({})", parts.join(", "))))
        })
}

/// Keep the columns of a constraint: names, or column objects.
fn keep_columns(vm: &mut Vm, this: &Rc<Instance>, columns: &[Value]) -> PyResult<()> {
    let mut kept = Vec::new();
    for column in columns {
        missing::check(vm, column)?;
        let named = column.as_str().is_some();
        if !named && !is_a(vm, column, "ClauseElement") {
            let clause = match column {
                Value::Instance(_) => vm.getattr_opt(column, "__clause_element__")?,
                _ => None,
            };
            let Some(method) = clause else {
                let shown = vm.repr(column)?;
                return Err(argument_error(
                    vm,
                    format!(
                        "String column name or Column object for DDL constraint expected, got \
                         {shown}."
                    ),
                ));
            };
            kept.push(vm.call(&method, vec![], vec![])?);
            continue;
        }
        kept.push(column.clone());
    }
    this.set("_columns", new_collection());
    this.set("_pending_colargs", Value::list(kept.clone()));
    // Columns that have a table already bring the constraint with them.
    let object = Value::Instance(this.clone());
    let mut table = None;
    for column in &kept {
        if is_a(vm, column, "Column") {
            let owner = attr(vm, column, "table")?;
            if is_a(vm, &owner, "Table") {
                table = Some(owner);
            }
        } else {
            return Ok(());
        }
    }
    match table {
        Some(table) => attach(vm, &object, &table),
        None => Ok(()),
    }
}

/// `PrimaryKeyConstraint(*columns, ...)`
pub(super) fn primary_key(builder: ClassBuilder) -> ClassBuilder {
    builder.init(
        "*columns, name=None, deferrable=None, initially=None, info=None, comment=None, \
         _implicit_generated=False, **dialect_kw",
        |vm, this, bound| {
            common(vm, this, &bound)?;
            keep_columns(vm, this, bound.varargs())
        },
    )
}

/// `UniqueConstraint(*columns, ...)`
pub(super) fn unique(builder: ClassBuilder) -> ClassBuilder {
    builder.init(
        "*columns, name=None, deferrable=None, initially=None, info=None, comment=None, \
         _column_flag=False, **dialect_kw",
        |vm, this, bound| {
            common(vm, this, &bound)?;
            keep_columns(vm, this, bound.varargs())
        },
    )
}

/// `CheckConstraint(sqltext, ...)`
pub(super) fn check(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init(
            "sqltext, name=None, deferrable=None, initially=None, table=None, info=None, \
             comment=None, _autoattach=True, _type_bound=False, **dialect_kw",
            |vm, this, bound| {
                common(vm, this, &bound)?;
                let sqltext = convert::text_or_expr(vm, bound.get("sqltext"))?;
                let kept = match bound.get("sqltext") {
                    given if given.as_str().is_some() => expr::wrap(sqltext),
                    given => given.clone(),
                };
                this.set("sqltext", kept);
                this.set("_columns", new_collection());
                match bound.opt("table") {
                    Some(table) => attach(vm, &Value::Instance(this.clone()), table),
                    None => Ok(()),
                }
            },
        )
        .property("is_column_level", |vm, this| {
            let parent = attr(vm, &this, "parent")?;
            Ok(Value::Bool(!is_a(vm, &parent, "Table")))
        })
        .method("__repr__", "", |vm, this, _| {
            let sqltext = attr(vm, &this, "sqltext")?;
            let first = vec![vm.repr(&sqltext)?.to_string()];
            let said = ["name", "deferrable", "initially", "table", "comment"];
            shown_with(vm, &this, first, &said)
        })
}

/// A `repr` as SQLAlchemy writes it: what comes first, and the arguments that say more than usual.
fn shown_with(vm: &mut Vm, this: &Value, first: Vec<String>, names: &[&str]) -> PyResult {
    let mut parts = first;
    for name in names {
        let slot = if *name == "table" { "parent" } else { *name };
        let value = attr(vm, this, slot)?;
        let is_table = is_a(vm, &value, "Table");
        if value.is_none() || value.is(&Value::Bool(false)) || (*name == "table" && !is_table) {
            continue;
        }
        parts.push(format!("{name}={}", vm.repr(&value)?));
    }
    let class = vm.type_name(this);
    Ok(Value::str(format!("{class}({})", parts.join(", "))))
}

const FOREIGN_KEY: &[&str] = &[
    "name",
    "onupdate",
    "ondelete",
    "deferrable",
    "initially",
    "link_to_name",
    "match",
    "use_alter",
    "comment",
];

/// `ForeignKey(column, ...)`
pub(super) fn foreign_key(builder: ClassBuilder) -> ClassBuilder {
    usual(builder)
        .attr("constraint", Value::None)
        .init(
            "column, _constraint=None, use_alter=False, name=None, onupdate=None, ondelete=None, \
             deferrable=None, initially=None, link_to_name=False, match=None, info=None, \
             comment=None, _unresolvable=False, **dialect_kw",
            |vm, this, bound| {
                for name in FOREIGN_KEY {
                    keep(this, name, bound.get(name).clone());
                }
                missing::check(vm, bound.get("column"))?;
                this.set("_colspec", colspec(vm, bound.get("column"))?);
                if let Some(info) = bound.opt("info") {
                    this.set("info", info.clone());
                }
                keep_options(vm, this, &bound)
            },
        )
        .property("column", target_column)
        .property("target_fullname", |vm, this| {
            target_text(vm, &this).map(Value::str)
        })
        .method("_get_colspec", "**kw", |vm, this, _| {
            target_text(vm, &this).map(Value::str)
        })
        .method("references", "table", |vm, this, bound| {
            let column = target_column(vm, this)?;
            let table = attr(vm, &column, "table")?;
            Ok(Value::Bool(table.is(bound.at(0))))
        })
        .method("copy", "**kw", |_, this, _| Ok(copy_foreign_key(&this)))
        .method("_copy", "**kw", |_, this, _| Ok(copy_foreign_key(&this)))
        .method("__repr__", "", |vm, this, _| {
            let target = Value::str(target_text(vm, &this)?);
            let shown = vm.repr(&target)?;
            Ok(Value::str(format!("ForeignKey({shown})")))
        })
}

fn colspec(vm: &mut Vm, column: &Value) -> PyResult {
    if column.as_str().is_some() || is_a(vm, column, "ColumnClause") {
        return Ok(column.clone());
    }
    if let Value::Instance(_) = column
        && let Some(method) = vm.getattr_opt(column, "__clause_element__")?
    {
        return vm.call(&method, Vec::new(), Vec::new());
    }
    let shown = vm.repr(column)?;
    Err(argument_error(
        vm,
        format!("String column name or Column object for DDL constraint expected, got {shown}."),
    ))
}

/// A foreign key like this one that belongs to no column.
pub(super) fn copy_foreign_key(this: &Value) -> Value {
    let copy = super::super::types_shallow_copy(this);
    set(&copy, "parent", Value::None);
    set(&copy, "constraint", Value::None);
    copy
}

/// `users.id`: the column referred to, as text.
pub(super) fn target_text(vm: &mut Vm, key: &Value) -> PyResult<String> {
    let spec = attr(vm, key, "_colspec")?;
    if let Some(text) = spec.as_str() {
        return Ok(String::from(&*text));
    }
    let name = attr_str(vm, &spec, "key")?.unwrap_or_default();
    let table = attr(vm, &spec, "table")?;
    if table.is_none() {
        return Ok(name);
    }
    Ok(format!("{}.{name}", full_name(vm, &table)?))
}

/// The column object referred to.
fn target_column(vm: &mut Vm, this: Value) -> PyResult {
    let spec = attr(vm, &this, "_colspec")?;
    if spec.as_str().is_none() {
        return Ok(spec);
    }
    let text = target_text(vm, &this)?;
    let (table_key, column) = text.rsplit_once('.').unwrap_or((&text, ""));
    let parent = attr(vm, &this, "parent")?;
    let table = attr(vm, &parent, "table")?;
    if table.is_none() {
        return Err(invalid_request(
            vm,
            format!(
                "this ForeignKey object does not yet have a parent Table associated with it, \
                 while looking for '{text}'"
            ),
        ));
    }
    let metadata = attr(vm, &table, "metadata")?;
    let Some(target) = super::metadata::find_table(vm, &metadata, table_key)? else {
        let parent_name = attr_str(vm, &parent, "name")?.unwrap_or_default();
        let table_name = attr_str(vm, &table, "name")?.unwrap_or_default();
        return Err(error(
            vm,
            "NoReferencedTableError",
            format!(
                "Foreign key associated with column '{table_name}.{parent_name}' could not find \
                 table '{table_key}' with which to generate a foreign key to target column \
                 '{column}'"
            ),
        ));
    };
    let columns = attr(vm, &target, "_columns")?;
    if column.is_empty() {
        let own = attr_str(vm, &parent, "key")?.unwrap_or_default();
        return Ok(collection::get(&columns, &own).unwrap_or_default());
    }
    match collection::get(&columns, column) {
        Some(column) => Ok(column),
        None => {
            let own = attr_str(vm, &table, "name")?.unwrap_or_default();
            Err(error(
                vm,
                "NoReferencedColumnError",
                format!(
                    "Could not initialize target column for ForeignKey '{text}' on table \
                     '{own}': table '{table_key}' has no column named '{column}'"
                ),
            ))
        }
    }
}

/// `ForeignKeyConstraint(columns, refcolumns, ...)`
pub(super) fn foreign_key_constraint(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init(
            "columns, refcolumns, name=None, onupdate=None, ondelete=None, deferrable=None, \
             initially=None, use_alter=False, link_to_name=False, match=None, table=None, \
             info=None, comment=None, **dialect_kw",
            init_foreign_key_constraint,
        )
        .property("column_keys", |vm, this| {
            let mut keys = Vec::new();
            for column in items(vm, &this, "_pending_colargs")? {
                keys.push(match column.as_str() {
                    Some(name) => Value::Str(name),
                    None => attr(vm, &column, "key")?,
                });
            }
            Ok(Value::list(keys))
        })
        .property("referred_table", |vm, this| {
            let elements = items(vm, &this, "elements")?;
            let Some(first) = elements.into_iter().next() else {
                return Ok(Value::None);
            };
            let column = target_column(vm, first)?;
            attr(vm, &column, "table")
        })
        .method("__repr__", "", |vm, this, _| {
            let columns = attr(vm, &this, "_columns")?;
            let first = vec![vm.repr(&columns)?.to_string(), "None".to_owned()];
            let said = [
                "name",
                "onupdate",
                "ondelete",
                "deferrable",
                "initially",
                "use_alter",
                "link_to_name",
                "match",
                "table",
                "comment",
            ];
            shown_with(vm, &this, first, &said)
        })
}

fn init_foreign_key_constraint(vm: &mut Vm, this: &Rc<Instance>, bound: Bound) -> PyResult<()> {
    common(vm, this, &bound)?;
    for name in ["onupdate", "ondelete", "link_to_name", "use_alter", "match"] {
        this.set(name, bound.get(name).clone());
    }
    let columns = bound.iterate(vm, "columns")?;
    let targets = bound.iterate(vm, "refcolumns")?;
    if columns.len() != targets.len() {
        return Err(argument_error(
            vm,
            "ForeignKeyConstraint number of constrained columns must match the number of \
             referenced columns.",
        ));
    }
    let mut elements = Vec::new();
    for target in targets {
        let mut args = kw([("name", bound.get("name").clone())]);
        for name in [
            "onupdate",
            "ondelete",
            "use_alter",
            "link_to_name",
            "match",
            "deferrable",
            "initially",
        ] {
            args.extend(kw([(name, bound.get(name).clone())]));
        }
        let key = construct(vm, "ForeignKey", vec![target], args)?;
        set(&key, "constraint", Value::Instance(this.clone()));
        set(&key, "_limbec_of_constraint", Value::Bool(true));
        elements.push(key);
    }
    this.set("elements", Value::list(elements));
    keep_columns(vm, this, &columns)?;
    match bound.opt("table") {
        Some(table) => attach(vm, &Value::Instance(this.clone()), table),
        None => Ok(()),
    }
}

/// `postgresql.ExcludeConstraint((column, operator), ..., using="gist")`
pub(super) fn exclude(builder: ClassBuilder) -> ClassBuilder {
    builder.init(
        "*elements, name=None, deferrable=None, initially=None, using='gist', where=None, \
         ops=None, info=None, comment=None, **dialect_kw",
        |vm, this, bound| {
            common(vm, this, &bound)?;
            this.set("using", bound.get("using").clone());
            this.set("where", bound.get("where").clone());
            this.set("ops", bound.get("ops").clone());
            this.set("_elements", Value::list(bound.varargs().to_vec()));
            this.set("_columns", new_collection());
            Ok(())
        },
    )
}

/// Give a constraint to a table.
pub(super) fn attach(vm: &mut Vm, constraint: &Value, table: &Value) -> PyResult<()> {
    set(constraint, "parent", table.clone());
    if is_a(vm, constraint, "PrimaryKeyConstraint") {
        let old = attr(vm, table, "primary_key")?;
        remove_from(vm, table, "constraints", &old)?;
        set(table, "primary_key", constraint.clone());
    }
    add_to(vm, table, "constraints", constraint.clone())?;
    let own = attr(vm, constraint, "_columns")?;
    let columns = attr(vm, table, "_columns")?;
    let mut attached = Vec::new();
    for column in items(vm, constraint, "_pending_colargs")? {
        let found = match column.as_str() {
            Some(name) => match collection::get(&columns, &name) {
                Some(found) => found,
                None => return Err(no_column(vm, constraint, table, &name)?),
            },
            None => column,
        };
        let key = attr_str(vm, &found, "key")?.unwrap_or_default();
        collection::push(&own, key, found.clone());
        attached.push(found);
    }
    if is_a(vm, constraint, "PrimaryKeyConstraint") {
        for (key, column) in collection::columns_of(vm, &columns)? {
            if attached.is_empty() && super::super::util::attr_bool(vm, &column, "primary_key")? {
                collection::push(&own, key, column);
            }
        }
        for column in &attached {
            set(column, "primary_key", Value::Bool(true));
            if matches!(attr(vm, column, "_user_defined_nullable")?, Value::Ellipsis) {
                set(column, "nullable", Value::Bool(false));
            }
        }
    }
    if is_a(vm, constraint, "ForeignKeyConstraint") {
        let keys = items(vm, constraint, "elements")?;
        for (column, key) in attached.iter().zip(keys) {
            set(&key, "parent", column.clone());
            add_to(vm, column, "foreign_keys", key.clone())?;
            add_to(vm, table, "foreign_keys", key)?;
        }
    }
    super::naming::apply(vm, constraint, table)
}

fn no_column(
    vm: &mut Vm,
    constraint: &Value,
    table: &Value,
    name: &str,
) -> PyResult<limbec_python::PyError> {
    let class = vm.type_name(constraint);
    let table = attr_str(vm, table, "name")?.unwrap_or_default();
    Ok(error(
        vm,
        "ConstraintColumnNotFoundError",
        format!("Can't create {class} on table '{table}': no column named '{name}' is present."),
    ))
}

/// The constraint that a foreign key inside a column makes when the column joins a table.
pub(super) fn from_inline(vm: &mut Vm, key: &Value, column: &Value, table: &Value) -> PyResult<()> {
    if !attr(vm, key, "constraint")?.is_none() {
        return Ok(());
    }
    let this = make("ForeignKeyConstraint");
    let object = Value::Instance(this.clone());
    for name in FOREIGN_KEY {
        keep(&this, name, attr(vm, key, name)?);
    }
    let options = key.as_instance().and_then(|key| key.get("dialect_kwargs"));
    if let Some(options) = options {
        this.set("dialect_kwargs", options);
    }
    this.set("elements", Value::list(vec![key.clone()]));
    this.set("_pending_colargs", Value::list(vec![column.clone()]));
    let own = new_collection();
    let name = attr_str(vm, column, "key")?.unwrap_or_default();
    collection::push(&own, &*name, column.clone());
    this.set("_columns", own);
    this.set("parent", table.clone());
    this.set("_limbec_inline", Value::Bool(true));
    set(key, "constraint", object.clone());
    super::naming::apply(vm, &object, table)?;
    add_to(vm, table, "constraints", object)?;
    add_to(vm, table, "foreign_keys", key.clone())
}
