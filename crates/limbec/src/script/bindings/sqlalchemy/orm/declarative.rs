//! `declarative_base()`, `DeclarativeBase`, `mapped_column()` and `Mapped[...]`.

use std::rc::Rc;

use limbec_python::{Bound, Class, ClassBuilder, PyResult, Value, Vm};

use super::super::registry::{self, is_a};
use super::super::util::{attr, construct, error};
use super::super::{schema, types};
use super::objects;

/// The class attribute with the columns by the names of their attributes.
const COLUMNS: &str = "_limbec_columns";

/// `declarative_base(metadata=...)`
pub(super) fn declarative_base(vm: &mut Vm, bound: Bound) -> PyResult {
    let metadata = match bound.opt("metadata") {
        Some(metadata) => metadata.clone(),
        None => construct(vm, "MetaData", vec![], vec![])?,
    };
    let name = bound.str("name")?;
    let mut builder = ClassBuilder::new("sqlalchemy.orm.decl_api", &name);
    if let Some(Value::Class(mixin)) = bound.opt("cls") {
        builder = builder.base(mixin);
    }
    let class = builder
        .base(&registry::class("DeclarativeBase"))
        .attr("metadata", metadata)
        .attr("__abstract__", Value::Bool(true))
        .build();
    Ok(Value::Class(class))
}

/// What declarative classes share.
pub(super) fn base_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .class_method("__init_subclass__", "**kw", |vm, class, _| {
            map(vm, class)?;
            Ok(Value::None)
        })
        .new_object("*args, **kwargs", |_, class, _| {
            let instance = class.allocate();
            for (name, _) in columns_of(class) {
                instance.set(&name, Value::None);
            }
            Ok(Value::Instance(instance))
        })
        .init("**kwargs", |vm, this, bound| {
            let known = columns_of(&this.class());
            for (name, value) in bound.kwargs() {
                let is_column = known.iter().any(|(column, _)| column == name);
                if !is_column && this.class().lookup(name).is_none() {
                    let class = this.class().name();
                    return Err(vm.raise(
                        "TypeError",
                        format!("'{name}' is an invalid keyword argument for {class}"),
                    ));
                }
                objects::mark(this, name);
                vm.setattr(&Value::Instance(this.clone()), name, value.clone())?;
            }
            Ok(())
        })
}

/// The table of a mapped class.
pub(in super::super) fn table_of(value: &Value) -> Option<Value> {
    let class = value.as_class()?;
    let table = class.lookup("__table__")?;
    matches!(table, Value::Instance(_)).then_some(table)
}

/// The columns of a mapped class by the names of their attributes.
pub(in super::super) fn columns_by_attribute(class: &Value) -> Vec<(Rc<str>, Value)> {
    match class {
        Value::Class(class) => columns_of(class),
        _ => Vec::new(),
    }
}

fn columns_of(class: &Rc<Class>) -> Vec<(Rc<str>, Value)> {
    match class.lookup(COLUMNS) {
        Some(Value::Dict(columns)) => columns.str_items(),
        _ => Vec::new(),
    }
}

/// Make the table of a class, where it is to have one.
fn map(vm: &mut Vm, class: &Rc<Class>) -> PyResult<()> {
    let this = Value::Class(class.clone());
    if class.lookup("metadata").is_none_or(|found| found.is_none()) {
        // `class Base(DeclarativeBase): pass` has a metadata of its own.
        let metadata = construct(vm, "MetaData", vec![], vec![])?;
        class.dict().set_str("metadata", metadata);
    }
    if class
        .dict()
        .get_str("__abstract__")
        .is_some_and(|flag| matches!(flag, Value::Bool(true)))
    {
        return Ok(());
    }
    if let Some(table) = class.dict().get_str("__table__") {
        let found = schema::columns_of(vm, &table)?;
        for (name, column) in &found {
            class.dict().set_str(name.clone(), column.clone());
        }
        class.dict().set_str(COLUMNS, Value::dict(found));
        return Ok(());
    }
    let declares = class.lookup("__tablename__");
    let name = match &declares {
        Some(Value::Str(name)) => name.clone(),
        Some(Value::Function(_) | Value::ClassMethod(_) | Value::Native(_)) => {
            let value = vm.getattr(&this, "__tablename__")?;
            let value = match value {
                Value::Str(_) => value,
                function => vm.call(&function, vec![this.clone()], vec![])?,
            };
            value.as_str().unwrap_or_default()
        }
        _ => return Ok(()),
    };
    let columns = collect(vm, class)?;
    let table = make_table(vm, class, &name, &columns)?;
    class.dict().set_str("__table__", table);
    for (name, column) in &columns {
        class.dict().set_str(name.clone(), column.clone());
    }
    class.dict().set_str(COLUMNS, Value::dict(columns));
    Ok(())
}

/// The columns: those of the class itself first, then those of its mixins.
fn collect(vm: &mut Vm, class: &Rc<Class>) -> PyResult<Vec<(Rc<str>, Value)>> {
    let mut found: Vec<(Rc<str>, Value)> = Vec::new();
    for owner in class.mro() {
        if owner.is_native() || (!Rc::ptr_eq(&owner, class) && owner.lookup("__table__").is_some())
        {
            continue;
        }
        let annotations = match owner.dict().get_str("__annotations__") {
            Some(Value::Dict(annotations)) => annotations.str_items(),
            _ => Vec::new(),
        };
        let mut names: Vec<Rc<str>> = annotations.iter().map(|(name, _)| name.clone()).collect();
        for (name, _) in owner.dict().str_items() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        for name in names {
            if found.iter().any(|(known, _)| *known == name) || name.starts_with("__") {
                continue;
            }
            let value = owner.dict().get_str(&name).unwrap_or_default();
            let annotation = annotations
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, a)| a.clone());
            if let Some(column) = column(vm, &owner, class, &name, value, annotation)? {
                found.push((name, column));
            }
        }
    }
    Ok(found)
}

/// The column of an attribute, `None` where it is none.
fn column(
    vm: &mut Vm,
    owner: &Rc<Class>,
    class: &Rc<Class>,
    name: &str,
    value: Value,
    annotation: Option<Value>,
) -> PyResult<Option<Value>> {
    let made = if is_a(vm, &value, "Column") {
        // A mixin's column is copied for each class that extends it.
        if Rc::ptr_eq(owner, class) {
            value
        } else {
            vm.call_method(&value, "_copy", vec![])?
        }
    } else if value.is_none()
        && annotation
            .as_ref()
            .is_some_and(|a| a.payload::<Annotated>().is_some())
    {
        construct(vm, "MappedColumn", vec![], vec![])?
    } else {
        return Ok(None);
    };
    if let Value::Instance(column) = &made {
        if attr(vm, &made, "name")?.is_none() {
            column.set("name", Value::str(name));
        }
        if attr(vm, &made, "key")?.is_none() {
            let own = attr(vm, &made, "name")?;
            column.set("key", own);
        }
    }
    if let Some(annotated) = annotation.and_then(|annotation| annotation.payload::<Annotated>()) {
        apply_annotation(vm, class, &made, &annotated.0)?;
    }
    Ok(Some(made))
}

fn make_table(
    vm: &mut Vm,
    class: &Rc<Class>,
    name: &Rc<str>,
    columns: &[(Rc<str>, Value)],
) -> PyResult {
    let this = Value::Class(class.clone());
    let metadata = vm.getattr(&this, "metadata")?;
    let mut args = vec![Value::Str(name.clone()), metadata];
    args.extend(columns.iter().map(|(_, column)| column.clone()));
    let mut kwargs = Vec::new();
    let mut extra = match class.lookup("__table_args__") {
        Some(Value::Function(function)) => {
            vm.call(&Value::Function(function), vec![this.clone()], vec![])?
        }
        Some(found) => found,
        None => Value::None,
    };
    if let Value::Dict(_) = extra {
        extra = Value::tuple(vec![extra]);
    }
    if !extra.is_none() {
        for item in vm.iterate(&extra)? {
            match item {
                Value::Dict(options) => kwargs.extend(options.str_items()),
                other => args.push(other),
            }
        }
    }
    if columns.iter().all(|(_, column)| !is_key(vm, column)) {
        let class = class.name();
        return Err(error(
            vm,
            "ArgumentError",
            format!(
                "Mapper Mapper[{class}({name})] could not assemble any primary key columns for \
                 mapped table '{name}'"
            ),
        ));
    }
    construct(vm, "Table", args, kwargs)
}

fn is_key(vm: &mut Vm, column: &Value) -> bool {
    attr(vm, column, "primary_key").is_ok_and(|flag| matches!(flag, Value::Bool(true)))
}

/// `mapped_column(...)`
pub(super) fn mapped_column(vm: &mut Vm, bound: Bound) -> PyResult {
    let mut kwargs = bound.kwargs().to_vec();
    kwargs.retain(|(name, _)| {
        !matches!(
            &**name,
            "init"
                | "repr"
                | "compare"
                | "kw_only"
                | "hash"
                | "default_factory"
                | "deferred"
                | "deferred_group"
                | "deferred_raiseload"
                | "use_existing_column"
                | "sort_order"
                | "active_history"
                | "dataclass_metadata"
        )
    });
    construct(vm, "MappedColumn", bound.varargs().to_vec(), kwargs)
}

/// What `Mapped[...]` holds.
struct Annotated(Value);

/// `Mapped`: subscripting it keeps the type.
pub(super) fn mapped_class(builder: ClassBuilder) -> ClassBuilder {
    builder.class_method("__class_getitem__", "item", |_, class, bound| {
        let instance = class.allocate();
        instance.set_payload(Rc::new(Annotated(bound.at(0).clone())));
        Ok(Value::Instance(instance))
    })
}

/// Give a column the type and the nullability of its annotation, where it does not say them itself.
fn apply_annotation(
    vm: &mut Vm,
    class: &Rc<Class>,
    column: &Value,
    annotation: &Value,
) -> PyResult<()> {
    let mut inner = annotation.clone();
    let mut optional = false;
    let args = attr(vm, annotation, "__args__")?;
    if !args.is_none() {
        let parts = vm.iterate(&args)?;
        let none = limbec_python::types().find("NoneType").cloned();
        let is_none = |part: &Value| {
            part.is_none()
                || part.as_class().is_some_and(|class| {
                    none.as_ref().is_some_and(|none| Rc::ptr_eq(class, none))
                        || &*class.name() == "NoneType"
                })
        };
        optional = parts.iter().any(is_none);
        if optional {
            inner = parts
                .into_iter()
                .find(|part| !is_none(part))
                .unwrap_or_default();
        }
    }
    let Value::Instance(instance) = column else {
        return Ok(());
    };
    let said = attr(vm, column, "_user_defined_nullable")?;
    if matches!(said, Value::Ellipsis) {
        let primary = is_key(vm, column);
        instance.set("nullable", Value::Bool(optional && !primary));
        instance.set("_user_defined_nullable", Value::Bool(optional && !primary));
    }
    let known = attr(vm, column, "type")?;
    let keys = attr(vm, column, "foreign_keys")?;
    let has_keys = !vm.iterate(&keys)?.is_empty();
    if is_a(vm, &known, "NullType") && !has_keys {
        let made = match own_type(vm, class, &inner)? {
            Some(made) => made,
            None => type_of_annotation(vm, &inner)?,
        };
        instance.set("type", made);
    }
    Ok(())
}

/// The column type that the base class's `type_annotation_map` has for a Python type.
fn own_type(vm: &mut Vm, class: &Rc<Class>, annotation: &Value) -> PyResult<Option<Value>> {
    let Some(Value::Dict(map)) = class.lookup("type_annotation_map") else {
        return Ok(None);
    };
    for (known, type_value) in map.items() {
        if known.is(annotation) || vm.eq(&known, annotation)? {
            return types::to_instance(vm, &type_value).map(Some);
        }
    }
    Ok(None)
}

/// The column type of a Python type.
fn type_of_annotation(vm: &mut Vm, annotation: &Value) -> PyResult {
    let Value::Class(class) = annotation else {
        let shown = vm.repr(annotation)?;
        return Err(error(
            vm,
            "ArgumentError",
            format!(
                "Could not locate SQLAlchemy Core type for Python type {shown} inside the 'type_annotation_map'"
            ),
        ));
    };
    if vm.hasattr(annotation, "__members__")? {
        return construct(vm, "Enum", vec![annotation.clone()], vec![]);
    }
    if class.is_subclass(&registry::class("TypeEngine")) {
        return types::to_instance(vm, annotation);
    }
    for class in class.mro() {
        let key = match class.full_name().as_str() {
            "int" => "Integer",
            "str" => "String",
            "bool" => "Boolean",
            "float" => "Float",
            "bytes" => "LargeBinary",
            "datetime.datetime" => "DateTime",
            "datetime.date" => "Date",
            "datetime.time" => "Time",
            "datetime.timedelta" => "Interval",
            "decimal.Decimal" => "Numeric",
            "uuid.UUID" => "Uuid",
            _ => continue,
        };
        return construct(vm, key, vec![], vec![]);
    }
    Err(error(
        vm,
        "ArgumentError",
        format!(
            "Could not locate SQLAlchemy Core type for Python type {}",
            class.full_name()
        ),
    ))
}
