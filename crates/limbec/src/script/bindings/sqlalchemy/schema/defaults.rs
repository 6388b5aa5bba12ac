//! Defaults of columns: `default=`, `server_default=`, `Identity`, `Computed`, `Sequence`.

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, Instance, PyResult, Value, Vm};

use super::super::registry::is_a;
use super::super::util::{argument_error, attr, construct, kw, make};
use super::super::{convert, engine, expr, missing};
use super::{set, type_argument};

/// `default=`, `insert_default=` and `onupdate=`.
pub(super) fn set_client(vm: &mut Vm, column: &Value, bound: &Bound) -> PyResult<()> {
    let given = |name: &str| match bound.get(name) {
        Value::Ellipsis => None,
        value => Some(value.clone()),
    };
    let default = match (given("insert_default"), given("default")) {
        (Some(_), Some(_)) => {
            return Err(argument_error(
                vm,
                "The 'default' and 'insert_default' parameters of Column are mutually exclusive",
            ));
        }
        (Some(default), None) | (None, Some(default)) => default,
        (None, None) => Value::None,
    };
    for (value, for_update) in [(default, false), (bound.get("onupdate").clone(), true)] {
        if value.is_none() {
            continue;
        }
        let made = if is_a(vm, &value, "ColumnDefault") || is_a(vm, &value, "Sequence") {
            value
        } else {
            column_default(vm, value, for_update)?
        };
        if for_update {
            set(&made, "for_update", Value::Bool(true));
        }
        let slot = if for_update { "onupdate" } else { "default" };
        set(&made, "column", column.clone());
        set(column, slot, made);
    }
    Ok(())
}

/// `ColumnDefault(arg)`: the class follows what the argument is.
pub(super) fn column_default(vm: &mut Vm, arg: Value, for_update: bool) -> PyResult {
    missing::check(vm, &arg)?;
    if is_a(vm, &arg, "FetchedValue") {
        return Err(argument_error(
            vm,
            "ColumnDefault may not be a server-side default type.",
        ));
    }
    let callable = matches!(
        arg,
        Value::Function(_) | Value::Native(_) | Value::BoundMethod(_) | Value::Class(_)
    );
    let (key, kind) = if expr::is_sql(vm, &arg)? {
        ("ColumnElementColumnDefault", "is_clause_element")
    } else if callable {
        ("CallableColumnDefault", "is_callable")
    } else {
        ("ScalarElementColumnDefault", "is_scalar")
    };
    let this = Value::Instance(make(key));
    for flag in [
        "is_callable",
        "is_clause_element",
        "is_scalar",
        "is_sequence",
    ] {
        set(&this, flag, Value::Bool(flag == kind));
    }
    set(&this, "arg", arg);
    set(&this, "for_update", Value::Bool(for_update));
    Ok(this)
}

/// `server_default=` and `server_onupdate=`.
pub(super) fn set_server(vm: &mut Vm, column: &Value, bound: &Bound) -> PyResult<()> {
    for (name, for_update) in [("server_default", false), ("server_onupdate", true)] {
        let value = bound.get(name).clone();
        if value.is_none() {
            continue;
        }
        missing::check(vm, &value)?;
        if is_a(vm, &value, "Identity") || is_a(vm, &value, "Computed") {
            attach_generated(vm, column, &value)?;
            continue;
        }
        let made = if is_a(vm, &value, "FetchedValue") {
            value
        } else {
            let flag = kw([("for_update", Value::Bool(for_update))]);
            construct(vm, "DefaultClause", vec![value], flag)?
        };
        set(&made, "column", column.clone());
        set(column, name, made);
    }
    Ok(())
}

/// `Identity` and `Computed` in a column.
pub(super) fn attach_generated(vm: &mut Vm, column: &Value, item: &Value) -> PyResult<()> {
    let taken = !attr(vm, column, "server_default")?.is_none();
    set(item, "column", column.clone());
    if is_a(vm, item, "Identity") {
        if taken {
            return Err(argument_error(
                vm,
                "A column with an Identity object cannot specify a server_default",
            ));
        }
        if matches!(attr(vm, column, "autoincrement")?, Value::Bool(false)) {
            return Err(argument_error(
                vm,
                "A column with an Identity object cannot specify autoincrement=False",
            ));
        }
        set(column, "identity", item.clone());
        let unsaid = matches!(attr(vm, column, "_user_defined_nullable")?, Value::Ellipsis);
        if unsaid {
            set(column, "nullable", Value::Bool(false));
        }
    } else {
        if taken {
            return Err(argument_error(
                vm,
                "A generated column cannot specify a server_default or a server_onupdate argument",
            ));
        }
        set(column, "computed", item.clone());
        set(column, "server_onupdate", item.clone());
    }
    set(column, "server_default", item.clone());
    Ok(())
}

/// Complains of what cannot be a server default.
pub(in super::super) fn check_default(vm: &mut Vm, value: &Value) -> PyResult<()> {
    missing::check(vm, value)?;
    if let Value::Absent(absent) = value {
        return Err(vm.absent_used(absent));
    }
    if value.as_str().is_some() || expr::is_sql(vm, value)? {
        return Ok(());
    }
    let class = Value::Class(vm.class_of(value));
    let shown = vm.repr(&class)?;
    Err(argument_error(
        vm,
        format!(
            "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class \
             'sqlalchemy.sql.elements.ClauseElement'>' or '<class \
             'sqlalchemy.sql.elements.TextClause'>', got '{shown}'"
        ),
    ))
}

/// `DefaultClause(arg, for_update=False, _reflected=False)`
pub(super) fn default_clause(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init(
            "arg, for_update=False, _reflected=False",
            |vm, this, bound| {
                check_default(vm, bound.get("arg"))?;
                this.set("arg", bound.get("arg").clone());
                this.set("for_update", bound.get("for_update").clone());
                this.set("reflected", bound.get("_reflected").clone());
                Ok(())
            },
        )
        .attr("has_argument", Value::Bool(true))
        .method("__repr__", "", |vm, this, _| {
            let arg = attr(vm, &this, "arg")?;
            let shown = vm.repr(&arg)?;
            let update = super::super::util::attr_bool(vm, &this, "for_update")?;
            Ok(Value::str(format!(
                "DefaultClause({shown}, for_update={})",
                if update { "True" } else { "False" }
            )))
        })
}

/// `FetchedValue(for_update=False)`
pub(super) fn fetched_value(builder: ClassBuilder) -> ClassBuilder {
    builder
        .attr("is_server_default", Value::Bool(true))
        .attr("has_argument", Value::Bool(false))
        .attr("is_clause_element", Value::Bool(false))
        .attr("is_identity", Value::Bool(false))
        .attr("column", Value::None)
        .init("for_update=False", |_, this, bound| {
            this.set("for_update", bound.get("for_update").clone());
            Ok(())
        })
        .method("__repr__", "", |vm, this, _| {
            let name = vm.type_name(&this);
            Ok(Value::str(format!("{name}()")))
        })
        .method("_as_for_update", "for_update", |_, this, _| Ok(this))
        .method("_copy", "**kw", |_, this, _| {
            Ok(super::super::types_shallow_copy(&this))
        })
}

/// `ColumnDefault(arg)` makes an object of one of the classes below it.
pub(super) fn client_default(builder: ClassBuilder) -> ClassBuilder {
    builder
        .new_object("arg, for_update=False", |vm, _, bound| {
            let for_update = bound.bool("for_update")?;
            column_default(vm, bound.get("arg").clone(), for_update)
        })
        .method("__repr__", "", |vm, this, _| {
            let arg = attr(vm, &this, "arg")?;
            let shown = match &arg {
                // SQLAlchemy wraps a class in a function of its name, which may be given a context.
                Value::Class(class) => {
                    format!("<function {} at 0x7f0000000000>", class.qualname())
                }
                arg => vm.repr(arg)?.to_string(),
            };
            let name = vm.type_name(&this);
            Ok(Value::str(format!("{name}({shown})")))
        })
}

/// The options that `Sequence` and `Identity` share.
const OPTIONS: &[&str] = &[
    "start",
    "increment",
    "minvalue",
    "maxvalue",
    "nominvalue",
    "nomaxvalue",
    "cycle",
    "cache",
    "order",
];

fn keep_sequence_options(this: &Rc<Instance>, bound: &Bound) {
    for name in OPTIONS {
        this.set(name, bound.get(name).clone());
    }
}

/// `sa.Identity(...)`
pub(super) fn identity(builder: ClassBuilder) -> ClassBuilder {
    builder
        .attr("is_identity", Value::Bool(true))
        .init(
            "always=False, on_null=None, start=None, increment=None, minvalue=None, \
             maxvalue=None, nominvalue=None, nomaxvalue=None, cycle=None, cache=None, order=None, \
             **dialect_kw",
            |vm, this, bound| {
                keep_sequence_options(this, &bound);
                let always = bound.get("always").clone();
                this.set("always", Value::Bool(vm.truthy(&always)?));
                this.set("on_null", bound.get("on_null").clone());
                this.set("column", Value::None);
                super::super::util::keep_options(vm, this, &bound)
            },
        )
        .method("__repr__", "", |vm, this, _| {
            let mut shown = Vec::new();
            if super::super::util::attr_bool(vm, &this, "always")? {
                shown.push("always=True".to_owned());
            }
            for name in ["on_null"].iter().chain(OPTIONS) {
                said(vm, &this, name, &mut shown)?;
            }
            Ok(Value::str(format!("Identity({})", shown.join(", "))))
        })
}

/// Adds `name=value` to what a `repr` shows, where it is said.
fn said(vm: &mut Vm, this: &Value, name: &str, shown: &mut Vec<String>) -> PyResult<()> {
    let value = attr(vm, this, name)?;
    if !value.is_none() {
        shown.push(format!("{name}={}", vm.repr(&value)?));
    }
    Ok(())
}

/// `sa.Computed(sqltext, persisted=None)`
pub(super) fn computed(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init("sqltext, persisted=None", |vm, this, bound| {
            let sqltext = convert::text_or_expr(vm, bound.get("sqltext"))?;
            this.set("sqltext", expr::wrap(sqltext));
            this.set("persisted", bound.get("persisted").clone());
            this.set("column", Value::None);
            Ok(())
        })
        .method("__repr__", "", |vm, this, _| {
            let sqltext = attr(vm, &this, "sqltext")?;
            let mut shown = vec![vm.repr(&sqltext)?.to_string()];
            said(vm, &this, "persisted", &mut shown)?;
            Ok(Value::str(format!("Computed({})", shown.join(", "))))
        })
}

/// `sa.Sequence(name, ...)`
pub(super) fn sequence(builder: ClassBuilder) -> ClassBuilder {
    builder
        .attr("is_sequence", Value::Bool(true))
        .init(
            "name, start=None, increment=None, minvalue=None, maxvalue=None, nominvalue=None, \
             nomaxvalue=None, cycle=None, schema=None, cache=None, order=None, data_type=None, \
             optional=False, quote=None, metadata=None, quote_schema=None, for_update=False",
            |vm, this, bound| {
                keep_sequence_options(this, &bound);
                this.set(
                    "name",
                    super::name_with_quote(bound.get("name"), bound.get("quote"))?,
                );
                for name in ["optional", "metadata", "for_update"] {
                    this.set(name, bound.get(name).clone());
                }
                let mut schema = bound.get("schema").clone();
                if schema.is_none() && !bound.get("metadata").is_none() {
                    schema = attr(vm, bound.get("metadata"), "schema")?;
                }
                this.set("schema", schema);
                this.set("column", Value::None);
                let own = Value::Instance(this.clone());
                super::belong(vm, bound.get("metadata"), "_sequences", own)?;
                let data_type = match bound.opt("data_type") {
                    Some(given) => type_argument(vm, given)?,
                    None => Value::None,
                };
                this.set("data_type", data_type);
                Ok(())
            },
        )
        .method("next_value", "", |vm, this, _| expr::next_value(vm, &this))
        .method("create", "bind, checkfirst=True", |vm, this, bound| {
            let check = vm.truthy(bound.get("checkfirst"))?;
            engine::create_sequence(vm, bound.get("bind"), &this, check, true)
        })
        .method("drop", "bind, checkfirst=True", |vm, this, bound| {
            let check = vm.truthy(bound.get("checkfirst"))?;
            engine::create_sequence(vm, bound.get("bind"), &this, check, false)
        })
        .method("__repr__", "", |vm, this, _| {
            let name = attr(vm, &this, "name")?;
            let shown = vm.repr(&name)?;
            Ok(Value::str(format!("Sequence({shown})")))
        })
}
