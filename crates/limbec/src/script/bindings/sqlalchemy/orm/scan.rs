//! The reading of declarative classes, as far as it is the same for every class: `Mapped[...]`, `mapped_column()`, and the
//! attributes of a class body. A project has ten thousand of these; what is rare is handed to `py/declarative.py`.

use std::cell::RefCell;
use std::rc::Rc;

use limbec_python::native::native_method;
use limbec_python::{Class, Instance, PyDict, PyResult, Value, Vm, native_fn};
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::registry::{class, is_a};
use super::super::util::{attr, construct};

/// The functions that are put into the namespace of the parts.
pub(super) fn functions() -> Vec<(&'static str, Value)> {
    let notes = Notes::default();
    let types = SharedTypes::default();
    vec![
        (
            "_mapped_as",
            native_fn("_mapped_as", "kind, item", move |vm, bound| {
                notes.note(vm, bound.at(0), bound.at(1))
            }),
        ),
        (
            "_init_mapped_column",
            native_method("__init__", "*args, **kw", |vm, this, bound| {
                let Value::Instance(this) = &this else {
                    return Ok(Value::None);
                };
                init_mapped_column(vm, this, bound.varargs().to_vec(), bound.kwargs())?;
                Ok(Value::None)
            }),
        ),
        (
            "mapped_column",
            native_fn("mapped_column", "*args, **kw", |vm, bound| {
                let made = ours(vm, "MappedColumn")?.allocate();
                init_mapped_column(vm, &made, bound.varargs().to_vec(), bound.kwargs())?;
                Ok(Value::Instance(made))
            }),
        ),
        (
            "_bodies",
            native_fn("_bodies", "class_", |vm, bound| match bound.at(0) {
                Value::Class(class) => bodies(vm, class),
                _ => Ok(Value::None),
            }),
        ),
        (
            "_read_body",
            native_fn("_read_body", "scan, base", move |vm, bound| {
                read_body(vm, bound.at(0), bound.at(1), &types)?;
                Ok(Value::None)
            }),
        ),
    ]
}

/// The mapper that a class inherits, and the classes whose bodies say what is mapped: the class and those behind it that have
/// no mapper of their own.
fn bodies(vm: &mut Vm, class: &Rc<Class>) -> PyResult {
    let mut parent = Value::None;
    let mut bodies = vec![Value::Class(class.clone())];
    for base in class.mro().into_iter().skip(1) {
        match base.dict().get_str("__mapper__") {
            None | Some(Value::None) => {
                let module = base.module();
                let is_ours = matches!(&*module, "sqlalchemy.orm.decl_api" | "typing");
                if !is_ours && !Rc::ptr_eq(&base, &vm.types().object) {
                    bodies.push(Value::Class(base));
                }
            }
            Some(mapper) if parent.is_none() => parent = mapper,
            Some(_) => {}
        }
    }
    Ok(Value::tuple(vec![parent, Value::list(bodies)]))
}

/// A class of the namespace of the parts.
pub(super) fn ours(vm: &mut Vm, name: &str) -> PyResult<Rc<Class>> {
    match super::get(vm, name)? {
        Some(Value::Class(class)) => Ok(class),
        _ => Err(vm.raise("SystemError", format!("no class {name} of sqlalchemy.orm"))),
    }
}

/// The answers of `Mapped[...]`: there are few different ones, and each is made once. They keep the classes that they are
/// known by.
#[derive(Default)]
struct Notes {
    made: RefCell<FxHashMap<[usize; 4], Value>>,
}

impl Notes {
    fn note(&self, vm: &mut Vm, kind: &Value, item: &Value) -> PyResult {
        let key = place(kind).and_then(|kind| match item {
            Value::Class(_) => Some([kind, place(item)?, 0, 0]),
            union => match &*members(union)? {
                [a, b] => Some([kind, place(a)?, place(b)?, 1]),
                _ => None,
            },
        });
        if let Some(key) = &key
            && let Some(known) = self.made.borrow().get(key)
        {
            return Ok(known.clone());
        }
        let note = ours(vm, "_MappedAs")?.allocate();
        note.set("inner", item.clone());
        note.set("kind", kind.clone());
        let note = Value::Instance(note);
        if let Some(key) = key {
            self.made.borrow_mut().insert(key, note.clone());
        }
        Ok(note)
    }
}

/// What a class is known by for as long as it is there.
fn place(class: &Value) -> Option<usize> {
    match class {
        Value::Class(class) => Some(Rc::as_ptr(class).addr()),
        _ => None,
    }
}

/// The members of `int | None`.
fn members(union: &Value) -> Option<Rc<[Value]>> {
    let instance = union.as_instance()?;
    if &*instance.class().name() != "UnionType" {
        return None;
    }
    match instance.get("__args__") {
        Some(Value::Tuple(members)) => Some(members),
        _ => None,
    }
}

/// `MappedColumn.__init__`: what is the ORM's own is taken out, the rest makes the column.
fn init_mapped_column(
    vm: &mut Vm,
    this: &Rc<Instance>,
    args: Vec<Value>,
    given: &[(Rc<str>, Value)],
) -> PyResult<()> {
    let mut kept = Vec::with_capacity(given.len());
    let mut dataclass: Vec<(Rc<str>, Value)> = Vec::new();
    let mut insert_default = None;
    let mut default = None;
    for (name, value) in given {
        let is_said = !matches!(value, Value::Ellipsis);
        match &**name {
            "default" if is_said => {
                default = Some(value.clone());
                dataclass.push((name.clone(), value.clone()));
            }
            "insert_default" if is_said => insert_default = Some(value.clone()),
            "init" | "repr" | "default_factory" | "compare" | "kw_only" | "hash" if is_said => {
                dataclass.push((name.clone(), value.clone()));
            }
            "nullable" if is_said => {
                this.set("_says_nullable", true);
                kept.push((name.clone(), value.clone()));
            }
            "default" | "insert_default" | "nullable" | "init" | "repr" | "default_factory"
            | "compare" | "kw_only" | "hash" | "dataclass_metadata" => {}
            "deferred" => this.set("_deferred", value.clone()),
            "deferred_group" => this.set("_deferred_group", value.clone()),
            "deferred_raiseload" => this.set("_raiseload", value.clone()),
            "use_existing_column" => this.set("_existing", value.clone()),
            "sort_order" => this.set("_sort_order", value.clone()),
            "active_history" => this.set("_active_history", value.clone()),
            _ => kept.push((name.clone(), value.clone())),
        }
    }
    let unsaid = matches!(this.get("_deferred"), None | Some(Value::Ellipsis));
    if unsaid
        && this
            .get("_deferred_group")
            .is_some_and(|group| !group.is_none())
    {
        this.set("_deferred", true);
    } else if unsaid && this.get("_deferred").is_some() {
        this.set("_deferred", false);
    }
    if let Some(value) = insert_default {
        kept.push((Rc::from("default"), value));
    } else if let Some(value) = default {
        // A dataclass takes its own default; whether it is one is known with the class.
        kept.push((Rc::from("default"), value));
        this.set("_default_is_insert", true);
    }
    if !dataclass.is_empty() {
        this.set("_dataclass", Value::dict(dataclass));
    }
    let column = construct(vm, "Column", args, kept)?;
    this.set("column", column);
    Ok(())
}

/// One scan, with what each attribute is asked about.
struct Scan<'a> {
    this: &'a Value,
    /// Whether the body is that of the class itself.
    is_own: bool,
    is_dataclass: bool,
    properties: Rc<PyDict>,
    columns: Value,
    registry: Value,
    types: &'a SharedTypes,
    note_class: Rc<Class>,
    column_class: Rc<Class>,
    registry_class: Rc<Class>,
    metadata_class: Rc<Class>,
}

fn read_body(vm: &mut Vm, scan: &Value, base: &Value, types: &SharedTypes) -> PyResult<()> {
    let (Value::Class(cls), Value::Dict(properties), Value::Class(body)) = (
        vm.getattr(scan, "cls")?,
        vm.getattr(scan, "properties")?,
        base.clone(),
    ) else {
        return Ok(());
    };
    let reading = Scan {
        this: scan,
        is_own: Rc::ptr_eq(&cls, &body),
        is_dataclass: vm.getattr(scan, "dataclass")?.as_bool() == Some(true),
        properties,
        columns: vm.getattr(scan, "columns")?,
        registry: vm.getattr(scan, "registry")?,
        types,
        note_class: ours(vm, "_MappedAs")?,
        column_class: ours(vm, "MappedColumn")?,
        registry_class: ours(vm, "registry")?,
        metadata_class: class("MetaData"),
    };
    let values = body.dict().str_items();
    let annotations = match body.dict().get_str("__annotations__") {
        Some(Value::Dict(notes)) => notes.str_items(),
        _ => Vec::new(),
    };
    // What is computed comes after what is written, as SQLAlchemy's tables have it.
    let computes = ours(vm, "declared_attr")?;
    let is_computed = |item: &Item<'_>| {
        !item.is_special()
            && matches!(item.value, Some(Value::Instance(value)) if value.class().is_subclass(&computes))
    };
    let (computed, written): (Vec<_>, Vec<_>) = in_order(&values, &annotations)
        .into_iter()
        .partition(is_computed);
    for item in written.iter().chain(&computed) {
        reading.item(vm, base, item)?;
    }
    Ok(())
}

/// A name of a class body.
struct Item<'a> {
    name: &'a Rc<str>,
    value: Option<&'a Value>,
    annotation: Option<&'a Value>,
}

impl Item<'_> {
    /// Whether it says something of the table or the mapper.
    fn is_special(&self) -> bool {
        matches!(
            &**self.name,
            "__tablename__" | "__table_args__" | "__mapper_args__"
        )
    }
}

/// The names of a class body: those with and those without a value, as they were written.
fn in_order<'a>(
    values: &'a [(Rc<str>, Value)],
    annotations: &'a [(Rc<str>, Value)],
) -> Vec<Item<'a>> {
    let noted: FxHashMap<&str, &Value> = annotations.iter().map(|(n, v)| (&**n, v)).collect();
    let valued: FxHashMap<&str, &Value> = values.iter().map(|(n, v)| (&**n, v)).collect();
    let mut merged = Vec::with_capacity(values.len() + annotations.len());
    let mut push = |name: &'a Rc<str>| {
        merged.push(Item {
            name,
            value: valued.get(&**name).copied(),
            annotation: noted.get(&**name).copied(),
        });
    };
    let mut lists = [values.iter(), annotations.iter()];
    let mut current = 0;
    let mut met: FxHashSet<&str> = FxHashSet::default();
    loop {
        match lists[current].next() {
            Some((name, _)) => {
                let in_both = valued.contains_key(&**name) && noted.contains_key(&**name);
                if in_both && met.insert(&**name) {
                    // The other list goes on from here; the name comes when it is met there.
                    current = 1 - current;
                } else {
                    push(name);
                }
            }
            None => {
                for (name, _) in lists[1 - current].by_ref() {
                    push(name);
                }
                return merged;
            }
        }
    }
}

impl Scan<'_> {
    fn call(&self, vm: &mut Vm, method: &str, args: Vec<Value>) -> PyResult {
        vm.call_method(self.this, method, args)
    }

    fn item(&self, vm: &mut Vm, base: &Value, item: &Item<'_>) -> PyResult<()> {
        let name = item.name;
        if item.is_special() {
            let value = item.value.cloned().unwrap_or_default();
            if self.says_plainly(name, &value) {
                return Ok(());
            }
            self.call(vm, "_special", vec![Value::Str(name.clone()), value])?;
            return Ok(());
        }
        if name.starts_with("__") && name.ends_with("__") {
            return Ok(());
        }
        let note = match item.annotation {
            Some(Value::Instance(note)) if Rc::ptr_eq(&note.class(), &self.note_class) => {
                Some(Value::Instance(note.clone()))
            }
            Some(text @ Value::Str(_)) => {
                let found = self.call(vm, "_annotation", vec![text.clone(), base.clone()])?;
                (!found.is_none()).then_some(found)
            }
            _ => None,
        };
        if item.annotation.is_none() && is_unmapped(item.value) {
            return Ok(());
        }
        if item.annotation.is_none() && self.is_of_base(item.value) {
            return Ok(());
        }
        if self.is_own
            && !self.is_dataclass
            && (note.is_some() || item.annotation.is_none())
            && !self.properties.contains_str(name)
            && self.plain_column(vm, name, item.value, note.as_ref())?
        {
            return Ok(());
        }
        let given = Value::Bool(item.annotation.is_some());
        let args = vec![
            base.clone(),
            Value::Str(name.clone()),
            item.value.cloned().unwrap_or_default(),
            Value::option(note),
            given,
            item.annotation.cloned().unwrap_or_default(),
        ];
        self.call(vm, "_item", args)?;
        Ok(())
    }

    /// The name or the arguments of the table, when no function has to be asked for them; false for all else.
    fn says_plainly(&self, name: &str, value: &Value) -> bool {
        let slot = match (name, value) {
            ("__tablename__", Value::Str(_)) => "tablename",
            ("__table_args__", Value::Tuple(_) | Value::Dict(_)) => "table_args",
            _ => return false,
        };
        let Value::Instance(scan) = self.this else {
            return false;
        };
        if scan.get(slot).is_none_or(|known| known.is_none()) {
            scan.set(slot, value.clone());
        }
        true
    }

    /// What every class inherits from its declarative base: the registry and the metadata, which are no part of a mapping.
    fn is_of_base(&self, value: Option<&Value>) -> bool {
        matches!(value, Some(Value::Instance(value))
            if Rc::ptr_eq(&value.class(), &self.registry_class) || Rc::ptr_eq(&value.class(), &self.metadata_class))
    }

    /// `name: Mapped[str | None] = mapped_column(...)`, and either half of it; false for all that needs a closer look.
    fn plain_column(
        &self,
        vm: &mut Vm,
        name: &Rc<str>,
        value: Option<&Value>,
        note: Option<&Value>,
    ) -> PyResult<bool> {
        let mapped = match value {
            Some(Value::Instance(mapped)) if Rc::ptr_eq(&mapped.class(), &self.column_class) => {
                Some(mapped)
            }
            None if note.is_some() => None,
            _ => return Ok(false),
        };
        let is_plain = |mapped: &Rc<Instance>| {
            let plain = [
                "column",
                "_says_nullable",
                "_dataclass",
                "_default_is_insert",
            ];
            let known = plain.iter().filter(|key| mapped.get(key).is_some());
            known.count() == mapped.attrs().len()
        };
        if mapped.is_some_and(|mapped| !is_plain(mapped)) {
            return Ok(false);
        }
        let read = match note {
            Some(note) => match self.python_type(vm, note)? {
                Some(read) => Some((note, read)),
                None => return Ok(false),
            },
            None => None,
        };
        let column = match mapped.and_then(|mapped| mapped.get("column")) {
            Some(column) => column,
            None => construct(vm, "Column", Vec::new(), Vec::new())?,
        };
        let Value::Instance(column) = &column else {
            return Ok(false);
        };
        if let Some((note, (optional, class))) = read {
            let says = mapped.is_some_and(|mapped| mapped.get("_says_nullable").is_some());
            self.typed(vm, name, column, note, says, optional, &class)?;
        }
        let named = |slot: &str, name: Value| {
            if column.get(slot).is_none_or(|known| known.is_none()) {
                column.set(slot, name);
            }
        };
        named("name", Value::Str(name.clone()));
        named("key", column.get("name").unwrap_or_default());
        let column = Value::Instance(column.clone());
        if attr(vm, &column, "table")?.is_none()
            && let Value::List(columns) = &self.columns
        {
            let pair = Value::tuple(vec![Value::Int(0), column.clone()]);
            columns.borrow_mut().push(pair);
        }
        self.properties.set_str(name.clone(), column);
        Ok(true)
    }

    /// Whether an annotation allows `None`, and the class that it names besides; `None` where it says more.
    fn python_type(&self, vm: &mut Vm, note: &Value) -> PyResult<Option<(bool, Rc<Class>)>> {
        let Value::Instance(note) = note else {
            return Ok(None);
        };
        if !matches!(note.get("kind"), Some(Value::Class(kind)) if &*kind.name() == "Mapped") {
            return Ok(None);
        }
        let inner = note.get("inner").unwrap_or_default();
        if let Value::Class(class) = inner {
            return Ok(Some((false, class)));
        }
        let is_none =
            |member: &Value| matches!(member, Value::Class(class) if &*class.name() == "NoneType");
        if let Some(members) = members(&inner) {
            let rest: Vec<&Value> = members.iter().filter(|m| !is_none(m)).collect();
            return Ok(match rest.as_slice() {
                [Value::Class(class)] => Some((rest.len() < members.len(), class.clone())),
                _ => None,
            });
        }
        if !matches!(inner, Value::Instance(_)) {
            return Ok(None);
        }
        let split = super::call(vm, "_without_none", vec![inner])?;
        Ok(match split {
            Value::Tuple(parts) => match &*parts {
                [optional, Value::Class(class)] => {
                    Some((optional.as_bool() == Some(true), class.clone()))
                }
                _ => None,
            },
            _ => None,
        })
    }

    /// What the annotation of a column says that the column does not.
    #[allow(clippy::too_many_arguments)]
    fn typed(
        &self,
        vm: &mut Vm,
        name: &Rc<str>,
        column: &Rc<Instance>,
        note: &Value,
        says_nullable: bool,
        optional: bool,
        class: &Rc<Class>,
    ) -> PyResult<()> {
        let this = Value::Instance(column.clone());
        if !says_nullable && matches!(attr(vm, &this, "_user_defined_nullable")?, Value::Ellipsis) {
            let primary = attr(vm, &this, "primary_key")?;
            if !vm.truthy(&primary)? {
                column.set("nullable", optional);
            }
        }
        let known = attr(vm, &this, "type")?;
        let refers = match column.get("foreign_keys") {
            Some(keys) => vm.truthy(&keys)?,
            None => false,
        };
        if is_a(vm, &known, "NullType") && !refers {
            let kind = self.types.of(vm, self, name, note, class)?;
            column.set("type", kind);
        }
        Ok(())
    }
}

/// Whether an attribute without annotation is surely no part of the mapping.
fn is_unmapped(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Instance(_) | Value::Absent(_) | Value::Tuple(_)) => false,
        Some(Value::Function(function)) => function.attr("__sa_validators__").is_none(),
        Some(_) => true,
    }
}

/// The column types of the types of Python that SQLAlchemy has one object for.
#[derive(Default)]
struct SharedTypes {
    made: RefCell<FxHashMap<usize, (Rc<Class>, Value)>>,
}

impl SharedTypes {
    fn of(
        &self,
        vm: &mut Vm,
        scan: &Scan<'_>,
        name: &Rc<str>,
        note: &Value,
        class: &Rc<Class>,
    ) -> PyResult {
        let own = vm.getattr(&scan.registry, "type_annotation_map")?;
        let can_share = is_basic(class) && !vm.truthy(&own)?;
        let key = Rc::as_ptr(class).addr();
        if can_share && let Some((_, known)) = self.made.borrow().get(&key) {
            return Ok(known.clone());
        }
        let args = vec![
            Value::Class(class.clone()),
            Value::Str(name.clone()),
            note.clone(),
        ];
        let made = scan.call(vm, "_type_of", args)?;
        if can_share {
            let mut shared = self.made.borrow_mut();
            shared.insert(key, (class.clone(), made.clone()));
        }
        Ok(made)
    }
}

fn is_basic(class: &Rc<Class>) -> bool {
    matches!(
        class.full_name().as_str(),
        "bool" | "int" | "str" | "float" | "bytes" | "decimal.Decimal" | "uuid.UUID"
    ) || &*class.module() == "datetime"
}
