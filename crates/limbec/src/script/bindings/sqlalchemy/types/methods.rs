//! What type classes and their objects do.

use std::rc::Rc;

use limbec_python::{ClassBuilder, Instance, PyResult, Value, Vm, types};

use super::super::engine;
use super::super::registry::{self, ClassSpec};
use super::super::util::{argument_error, attr, construct, make, subscriptable};
use super::table::TypeRow;
use super::{Kind, convert, decorator, default_text, enums, repr, sql_type};

/// Adds to a class what its row says, and to the roots what all types share.
pub(super) fn own(row: &'static TypeRow, builder: ClassBuilder) -> ClassBuilder {
    let builder = match row.key {
        "TypeEngine" => shared(builder),
        "TypeDecorator" => decorator::methods(builder),
        "postgresql.DOMAIN" => domain(builder),
        "JSON" => builder.attr("NULL", Value::Instance(make("JSON.NULL"))),
        "Enum" | "postgresql.ENUM" | "mysql.ENUM" => return enums::methods(row.key, builder),
        _ => builder,
    };
    match row.init {
        Some(signature) => builder.init(signature, move |vm, this, bound| {
            for (name, _) in repr::params(signature) {
                let value = if let Some(name) = name.strip_prefix("**") {
                    debug_assert!(false, "{name} is kept by nobody");
                    continue;
                } else if name.starts_with('*') {
                    Value::tuple(bound.varargs().to_vec())
                } else {
                    bound.get(name).clone()
                };
                this.set(name.trim_start_matches('*'), value);
            }
            settle(vm, row, this)
        }),
        None => builder,
    }
}

/// What a constructor does besides keeping its arguments.
fn settle(vm: &mut Vm, row: &TypeRow, this: &Rc<Instance>) -> PyResult<()> {
    match row.key {
        "ARRAY" | "postgresql.ARRAY" => {
            let item = this.get("item_type").unwrap_or_default();
            let item = convert::to_instance(vm, &item)?;
            if registry::is_a(vm, &item, "ARRAY") {
                return Err(vm.raise(
                    "ValueError",
                    "Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays \
                     of basetype",
                ));
            }
            this.set("item_type", item);
        }
        "UUID" => this.set("native_uuid", Value::Bool(true)),
        "TupleType" => {
            let mut items = Vec::new();
            for item in vm.iterate(&this.get("types").unwrap_or_default())? {
                items.push(convert::to_instance(vm, &item)?);
            }
            this.set("types", Value::list(items));
        }
        "postgresql.DOMAIN" => {
            let item = this.get("data_type").unwrap_or_default();
            let item = convert::to_instance(vm, &item)?;
            this.set("data_type", item);
            let metadata = this.get("metadata").unwrap_or_default();
            let own = Value::Instance(this.clone());
            super::super::schema::belong(vm, &metadata, "_schema_types", own)?;
        }
        "postgresql.HSTORE" if this.get("text_type").is_none_or(|found| found.is_none()) => {
            this.set("text_type", construct(vm, "Text", vec![], vec![])?);
        }
        "postgresql.JSON" | "postgresql.JSONB"
            if this.get("astext_type").is_none_or(|found| found.is_none()) =>
        {
            this.set("astext_type", construct(vm, "Text", vec![], vec![])?);
        }
        "Interval" => {
            let impl_ = construct(vm, "DateTime", vec![], vec![])?;
            this.set("impl", impl_);
        }
        "mysql.SET" => set_length(vm, this)?,
        "oracle.NUMBER" if this.get("asdecimal").is_none_or(|found| found.is_none()) => {
            let scale = this.get("scale").and_then(|scale| scale.as_int());
            this.set(
                "asdecimal",
                Value::Bool(scale.is_some_and(|scale| scale > 0)),
            );
        }
        _ => {}
    }
    Ok(())
}

/// The length of a SET is that of its longest value.
fn set_length(vm: &mut Vm, this: &Rc<Instance>) -> PyResult<()> {
    let values = vm.iterate(&this.get("values").unwrap_or_default())?;
    let longest = values
        .iter()
        .filter_map(|value| value.as_str())
        .map(|text| text.chars().count())
        .max()
        .unwrap_or(0);
    this.set(
        "length",
        Value::Int(i64::try_from(longest).unwrap_or(i64::MAX)),
    );
    Ok(())
}

/// `DOMAIN(...).create(bind)` and `drop(bind)`
fn domain(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("create", "bind, checkfirst=True", |vm, this, bound| {
            let check_first = vm.truthy(bound.get("checkfirst"))?;
            let named = convert::named_type(vm, &this)?;
            engine::create_type(vm, bound.get("bind"), named, check_first, true)
        })
        .method("drop", "bind, checkfirst=True", |vm, this, bound| {
            let check_first = vm.truthy(bound.get("checkfirst"))?;
            let named = convert::named_type(vm, &this)?;
            engine::create_type(vm, bound.get("bind"), named, check_first, false)
        })
}

/// What all types share.
fn shared(builder: ClassBuilder) -> ClassBuilder {
    subscriptable(builder)
        .attr("_sqla_type", Value::Bool(true))
        .attr(
            "Comparator",
            Value::Class(super::super::expr::comparator::class()),
        )
        .attr("_isnull", Value::Bool(false))
        .method("__repr__", "", |vm, this, _| {
            repr::repr(vm, &this).map(Value::str)
        })
        .method("__str__", "", |vm, this, _| {
            let found = sql_type(vm, &this)?;
            match default_text(&found) {
                Some(text) => Ok(Value::str(text)),
                None => repr::repr(vm, &this).map(Value::str),
            }
        })
        .method(
            "with_variant",
            "type_, *dialect_names",
            |vm, this, bound| with_variant(vm, &this, bound.get("type_"), bound.varargs()),
        )
        .method("copy", "**kw", |_, this, _| Ok(shallow_copy(&this)))
        .method("adapt", "cls, **kw", |vm, this, bound| {
            let class = bound.get("cls").clone();
            let Value::Class(class) = &class else {
                return Err(vm.raise("TypeError", "adapt() needs a class"));
            };
            adapt(vm, &this, class, bound.kwargs())
        })
        .method("dialect_impl", "dialect", |vm, this, bound| {
            decorator::dialect_impl(vm, &this, bound.get("dialect"))
        })
        .method("load_dialect_impl", "dialect", |_, this, _| Ok(this))
        .method("compile", "dialect=None", |vm, this, bound| {
            let found = sql_type(vm, &this)?;
            compile(vm, &this, &found, bound.get("dialect"))
        })
        .method("evaluates_none", "", |_, this, _| {
            let copy = shallow_copy(&this);
            if let Value::Instance(copy) = &copy {
                copy.set("should_evaluate_none", Value::Bool(true));
            }
            Ok(copy)
        })
        .method("coerce_compared_value", "op, value", |_, this, _| Ok(this))
        .method("bind_processor", "dialect", |_, _, _| Ok(Value::None))
        .method("result_processor", "dialect, coltype", |_, _, _| {
            Ok(Value::None)
        })
        .method("as_generic", "allow_nulltype=False", |_, this, _| Ok(this))
        .property("python_type", python_type)
}

/// A type object with the same attributes.
pub(in super::super) fn shallow_copy(this: &Value) -> Value {
    let Value::Instance(old) = this else {
        return this.clone();
    };
    let new = old.class().allocate();
    for (name, value) in old.attrs().str_items() {
        new.set(&name, value);
    }
    Value::Instance(new)
}

fn with_variant(vm: &mut Vm, this: &Value, variant: &Value, names: &[Value]) -> PyResult {
    if names.is_empty() {
        return Err(argument_error(vm, "At least one dialect name is required"));
    }
    let variant = convert::to_instance(vm, variant)?;
    let copy = shallow_copy(this);
    let Value::Instance(copy) = &copy else {
        return Ok(copy);
    };
    let old = attr(vm, this, convert::VARIANTS)?;
    let map = match &old {
        Value::Dict(map) => map.copy(),
        _ => limbec_python::PyDict::new(),
    };
    if matches!(attr(vm, &variant, convert::VARIANTS)?, Value::Dict(_)) {
        return Err(argument_error(
            vm,
            "can't pass a type that already has variants as a dialect-level type to with_variant()",
        ));
    }
    for name in names {
        let Some(key) = name.as_str() else { continue };
        if map.contains_str(&key) {
            let shown = vm.repr(this)?;
            return Err(argument_error(
                vm,
                format!("Dialect '{key}' is already present in the mapping for this {shown}"),
            ));
        }
        map.set_str(key, variant.clone());
    }
    copy.set(convert::VARIANTS, Value::Dict(Rc::new(map)));
    Ok(Value::Instance(copy.clone()))
}

/// An object of another class with the attributes that its constructor takes.
fn adapt(
    vm: &mut Vm,
    this: &Value,
    class: &Rc<limbec_python::Class>,
    overrides: &[(Rc<str>, Value)],
) -> PyResult {
    let mut kwargs = Vec::new();
    if let Some(row) = super::row_of(class) {
        for (name, _) in repr::params(row.init.unwrap_or("")) {
            if name.starts_with('*') {
                continue;
            }
            if let Some(value) = vm.getattr_opt(this, name)? {
                kwargs.push((Rc::from(name), value));
            }
        }
    }
    for (name, value) in overrides {
        kwargs.retain(|(known, _)| known != name);
        kwargs.push((name.clone(), value.clone()));
    }
    vm.instantiate(class, Vec::new(), kwargs)
}

fn compile(vm: &mut Vm, this: &Value, found: &limbec_schema::SqlType, dialect: &Value) -> PyResult {
    if dialect.is_none() {
        return match default_text(found) {
            Some(text) => Ok(Value::str(text)),
            None => repr::repr(vm, this).map(Value::str),
        };
    }
    let name = attr(vm, dialect, "name")?.as_str().unwrap_or_default();
    let Some(dialect) = limbec_sql::dialect(&name) else {
        return Err(super::super::missing::unsupported(
            vm,
            &format!("the dialect '{name}'"),
        ));
    };
    match dialect.type_ddl(found) {
        Ok(text) => Ok(Value::str(text)),
        Err(error) => Err(super::super::exc::compile_error(vm, &error)),
    }
}

fn python_type(vm: &mut Vm, this: Value) -> PyResult {
    use Kind as K;
    let class = vm.class_of(&this);
    let kind = super::row_of(&class).map_or(Kind::Abstract, |row| row.kind);
    let name = match kind {
        K::Boolean(_) => "bool",
        K::Integer(..) => "int",
        K::Numeric(_) => "float",
        K::String(_) | K::Enum => "str",
        K::Binary(_) => "bytes",
        K::Array(_) => "list",
        K::Json(..) => "dict",
        K::Temporal(_) | K::Uuid(_) | K::Interval => {
            return super::super::values::python_class(vm, kind);
        }
        _ => return Err(vm.raise("NotImplementedError", "")),
    };
    Ok(Value::Class(types().get(name).clone()))
}

/// What stands for a dialect where a script is handed one (`load_dialect_impl(dialect)`,
/// `connection.dialect`).
pub(in super::super) fn dialect_object(name: &str) -> Value {
    let instance = engine::dialect_class(name, "").allocate();
    instance.set("name", Value::str(name));
    Value::Instance(instance)
}

/// Classes that stand beside the types.
pub(super) const CLASSES: &[ClassSpec] = &[ClassSpec {
    key: "JSON.NULL",
    module: "sqlalchemy.sql.sqltypes",
    bases: &[],
    build: |builder| builder,
}];
