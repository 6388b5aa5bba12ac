//! `Session` and `sessionmaker`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, Instance, PyResult, Value, Vm};
use limbec_schema::BinaryOp;

use super::super::registry::{self, is_a};
use super::super::util::{attr, error, make};
use super::super::{dml, engine, expr, missing, select};
use super::declarative::{columns_by_attribute, table_of};
use super::{objects, query};

/// What a session carries.
pub(super) struct SessionNode {
    bind: Value,
    connection: RefCell<Value>,
    /// Whether the connection was in a transaction before: then it is not the session's to commit.
    joined: Cell<bool>,
    /// Whether the session opened the connection itself.
    owned: Cell<bool>,
    new: RefCell<Vec<Value>>,
    deleted: RefCell<Vec<Value>>,
    /// The objects by class and primary key.
    known: RefCell<Vec<(String, Value)>>,
}

fn node(vm: &mut Vm, this: &Value) -> PyResult<Rc<SessionNode>> {
    match this.payload::<SessionNode>() {
        Some(node) => Ok(node),
        None => Err(vm.raise("TypeError", "sessions are made by Session(bind)")),
    }
}

fn init(vm: &mut Vm, this: &Rc<Instance>, bind: &Value) -> PyResult<()> {
    missing::check(vm, bind)?;
    this.set("bind", bind.clone());
    this.set_payload(Rc::new(SessionNode {
        bind: bind.clone(),
        connection: RefCell::default(),
        joined: Cell::new(false),
        owned: Cell::new(false),
        new: RefCell::default(),
        deleted: RefCell::default(),
        known: RefCell::default(),
    }));
    Ok(())
}

/// The connection of a session; opened at the first use.
pub(super) fn connection(vm: &mut Vm, this: &Value) -> PyResult {
    let node = node(vm, this)?;
    let known = node.connection.borrow().clone();
    if !known.is_none() {
        return Ok(known);
    }
    if node.bind.is_none() {
        return Err(error(
            vm,
            "UnboundExecutionError",
            "Could not locate a bind configured on session",
        ));
    }
    let made = if is_a(vm, &node.bind, "Engine") {
        node.owned.set(true);
        vm.call_method(&node.bind, "connect", Vec::new())?
    } else {
        let host = engine::host_of(vm, &node.bind)?;
        node.joined.set(host.in_transaction());
        node.bind.clone()
    };
    *node.connection.borrow_mut() = made.clone();
    Ok(made)
}

/// `session.execute(statement, parameters)`: mapped classes become objects.
pub(super) fn execute(
    vm: &mut Vm,
    this: &Value,
    statement: &Value,
    parameters: &Value,
) -> PyResult {
    if let Some(text) = statement.as_str() {
        return Err(error(
            vm,
            "ArgumentError",
            format!(
                "Textual SQL expression '{text}' should be explicitly declared as text('{text}')"
            ),
        ));
    }
    flush(vm, this)?;
    let connection = connection(vm, this)?;
    let found = engine::execute(vm, &connection, statement, parameters)?;
    let Some(select) = select::node_of(statement) else {
        return Ok(found);
    };
    if select.entities.is_empty() {
        return Ok(found);
    }
    let this = this.clone();
    engine::map_rows(vm, &found, &select.entities, &mut |vm, class, cells| {
        object(vm, &this, class, cells)
    })
}

fn identity_key(vm: &mut Vm, class: &Value, key: &[Value]) -> PyResult<String> {
    let shown = vm.repr(&Value::tuple(key.to_vec()))?;
    let class = class
        .as_class()
        .map_or(0, |class| Rc::as_ptr(class) as usize);
    Ok(format!("{class}:{shown}"))
}

/// The object of a row: the one that the session knows, or a new one.
fn object(vm: &mut Vm, this: &Value, class: &Value, cells: &[Value]) -> PyResult {
    let made = objects::load(class, cells);
    let Value::Instance(instance) = &made else {
        return Ok(made);
    };
    let key: Vec<Value> = objects::identity(vm, class, instance)?
        .into_iter()
        .map(|(_, _, value)| value)
        .collect();
    if key.iter().all(Value::is_none) {
        // The other side of an outer join had no row.
        return Ok(Value::None);
    }
    let key = identity_key(vm, class, &key)?;
    let node = node(vm, this)?;
    let known = node
        .known
        .borrow()
        .iter()
        .find(|(known, _)| *known == key)
        .map(|(_, o)| o.clone());
    if let Some(known) = known {
        return Ok(known);
    }
    node.known.borrow_mut().push((key, made.clone()));
    Ok(made)
}

fn class_of(vm: &Vm, object: &Value) -> Value {
    Value::Class(vm.class_of(object))
}

/// Complains of what is no mapped object.
fn check_mapped(vm: &mut Vm, object: &Value) -> PyResult<Value> {
    let class = class_of(vm, object);
    if table_of(&class).is_some() {
        return Ok(class);
    }
    let name = class
        .as_class()
        .map_or_else(String::new, |class| class.full_name());
    Err(error(
        vm,
        "orm.UnmappedInstanceError",
        format!("Class '{name}' is not mapped"),
    ))
}

/// Write what is new, changed and deleted.
pub(super) fn flush(vm: &mut Vm, this: &Value) -> PyResult<()> {
    let node = node(vm, this)?;
    let new: Vec<Value> = node.new.borrow_mut().drain(..).collect();
    for item in new {
        insert(vm, this, &node, &item)?;
    }
    let known: Vec<Value> = node
        .known
        .borrow()
        .iter()
        .map(|(_, object)| object.clone())
        .collect();
    for item in known {
        update(vm, this, &item)?;
    }
    let deleted: Vec<Value> = node.deleted.borrow_mut().drain(..).collect();
    for item in deleted {
        delete(vm, this, &item)?;
        node.known
            .borrow_mut()
            .retain(|(_, known)| !known.is(&item));
    }
    Ok(())
}

fn send(vm: &mut Vm, this: &Value, statement: &Value) -> PyResult {
    let connection = connection(vm, this)?;
    engine::execute(vm, &connection, statement, &Value::None)
}

fn values_dict(vm: &mut Vm, pairs: &[(Value, Value)]) -> PyResult {
    let dict = limbec_python::PyDict::new();
    for (column, value) in pairs {
        let key = attr(vm, column, "key")?.as_str().unwrap_or_default();
        dict.set_str(key, value.clone());
    }
    Ok(Value::Dict(Rc::new(dict)))
}

fn insert(vm: &mut Vm, this: &Value, session: &SessionNode, item: &Value) -> PyResult<()> {
    let class = check_mapped(vm, item)?;
    let Value::Instance(instance) = item else {
        return Ok(());
    };
    let table = table_of(&class).unwrap_or_default();
    let pairs = objects::inserted(vm, &class, instance)?;
    let mut statement = dml::new_insert(vm, "Insert", &table)?;
    if !pairs.is_empty() {
        let given = values_dict(vm, &pairs)?;
        statement = vm.call_method(&statement, "values", vec![given])?;
    }
    let result = send(vm, this, &statement)?;
    let key = attr(vm, &result, "inserted_primary_key")?;
    let key = if key.is_none() {
        Vec::new()
    } else {
        vm.iterate(&key)?
    };
    let identity = objects::identity(vm, &class, instance)?;
    for ((name, ..), value) in identity.iter().zip(&key) {
        objects::adopt(instance, name, value.clone());
    }
    reload_defaults(vm, this, &class, instance, &key)?;
    objects::remember(&class, instance);
    let key = identity_key(vm, &class, &key)?;
    session.known.borrow_mut().push((key, item.clone()));
    Ok(())
}

/// Read back what the database or a default filled in.
fn reload_defaults(
    vm: &mut Vm,
    this: &Value,
    class: &Value,
    instance: &Rc<Instance>,
    key: &[Value],
) -> PyResult<()> {
    let mut open = false;
    for (name, column) in columns_by_attribute(class) {
        let filled = !attr(vm, &column, "server_default")?.is_none()
            || !attr(vm, &column, "default")?.is_none();
        open |= filled && instance.get(&name).is_none_or(|value| value.is_none());
    }
    if !open || key.is_empty() {
        return Ok(());
    }
    let statement = select::select_from_values(vm, std::slice::from_ref(class))?;
    let statement = with_identity(vm, class, instance, statement, Some(key))?;
    let connection = connection(vm, this)?;
    let found = engine::execute(vm, &connection, &statement, &Value::None)?;
    let row = vm.call_method(&found, "first", Vec::new())?;
    if !row.is_none() {
        let cells = vm.iterate(&row)?;
        for ((name, _), value) in columns_by_attribute(class).iter().zip(cells) {
            objects::adopt(instance, name, value);
        }
    }
    Ok(())
}

/// The statement for one object only.
fn with_identity(
    vm: &mut Vm,
    class: &Value,
    instance: &Rc<Instance>,
    statement: Value,
    key: Option<&[Value]>,
) -> PyResult {
    let mut statement = statement;
    for (place, (_, column, value)) in objects::identity(vm, class, instance)?
        .into_iter()
        .enumerate()
    {
        let value = key.and_then(|key| key.get(place)).cloned().unwrap_or(value);
        let condition = expr::binary(vm, BinaryOp::Eq, &column, &value, false)?;
        statement = vm.call_method(&statement, "where", vec![condition])?;
    }
    Ok(statement)
}

fn update(vm: &mut Vm, this: &Value, item: &Value) -> PyResult<()> {
    let class = class_of(vm, item);
    let Value::Instance(instance) = item else {
        return Ok(());
    };
    let pairs = objects::changed(vm, &class, instance)?;
    if pairs.is_empty() {
        return Ok(());
    }
    let table = table_of(&class).unwrap_or_default();
    let statement = dml::new_update(vm, &table)?;
    let statement = with_identity(vm, &class, instance, statement, None)?;
    let given = values_dict(vm, &pairs)?;
    let statement = vm.call_method(&statement, "values", vec![given])?;
    send(vm, this, &statement)?;
    objects::remember(&class, instance);
    Ok(())
}

fn delete(vm: &mut Vm, this: &Value, item: &Value) -> PyResult<()> {
    let class = check_mapped(vm, item)?;
    let Value::Instance(instance) = item else {
        return Ok(());
    };
    let table = table_of(&class).unwrap_or_default();
    let statement = dml::new_delete(vm, &table)?;
    let statement = with_identity(vm, &class, instance, statement, None)?;
    send(vm, this, &statement)?;
    Ok(())
}

fn commit(vm: &mut Vm, this: &Value) -> PyResult<()> {
    flush(vm, this)?;
    let node = node(vm, this)?;
    let connection = node.connection.borrow().clone();
    if !connection.is_none() && !node.joined.get() {
        vm.call_method(&connection, "commit", Vec::new())?;
    }
    Ok(())
}

fn rollback(vm: &mut Vm, this: &Value) -> PyResult<()> {
    let node = node(vm, this)?;
    node.new.borrow_mut().clear();
    node.deleted.borrow_mut().clear();
    node.known.borrow_mut().clear();
    let connection = node.connection.borrow().clone();
    if !connection.is_none() {
        vm.call_method(&connection, "rollback", Vec::new())?;
    }
    Ok(())
}

fn close(vm: &mut Vm, this: &Value) -> PyResult<()> {
    let node = node(vm, this)?;
    node.new.borrow_mut().clear();
    node.known.borrow_mut().clear();
    let connection = node.connection.take();
    if !connection.is_none() && node.owned.replace(false) {
        vm.call_method(&connection, "close", Vec::new())?;
    } else if !connection.is_none() && !node.joined.get() {
        vm.call_method(&connection, "rollback", Vec::new())?;
    }
    Ok(())
}

/// `session.get(Class, key)`
pub(super) fn get(vm: &mut Vm, this: &Value, class: &Value, key: &Value) -> PyResult {
    let key = match key {
        Value::Tuple(_) | Value::List(_) => vm.iterate(key)?,
        one => vec![one.clone()],
    };
    flush(vm, this)?;
    let mut statement = select::select_from_values(vm, std::slice::from_ref(class))?;
    let mut place = 0;
    for (_, column) in columns_by_attribute(class) {
        if super::super::util::attr_bool(vm, &column, "primary_key")? {
            let value = key.get(place).cloned().unwrap_or_default();
            let condition = expr::binary(vm, BinaryOp::Eq, &column, &value, false)?;
            statement = vm.call_method(&statement, "where", vec![condition])?;
            place += 1;
        }
    }
    let found = execute(vm, this, &statement, &Value::None)?;
    vm.call_method(&found, "scalar", Vec::new())
}

fn add(vm: &mut Vm, this: &Value, item: &Value) -> PyResult<()> {
    check_mapped(vm, item)?;
    let node = node(vm, this)?;
    let known = node
        .known
        .borrow()
        .iter()
        .any(|(_, object)| object.is(item))
        || node.new.borrow().iter().any(|object| object.is(item));
    if !known {
        node.new.borrow_mut().push(item.clone());
    }
    Ok(())
}

/// `bulk_insert_mappings` and `bulk_update_mappings`.
fn bulk(vm: &mut Vm, this: &Value, bound: &Bound, insert: bool) -> PyResult {
    let class = bound.get("mapper").clone();
    let table = table_of(&class).unwrap_or_else(|| class.clone());
    let columns = columns_by_attribute(&class);
    for row in vm.iterate(bound.get("mappings"))? {
        let Value::Dict(row) = &row else { continue };
        let mut pairs = Vec::new();
        let mut keys = Vec::new();
        for (name, column) in &columns {
            let Some(value) = row.get_str(name) else {
                continue;
            };
            let key = super::super::util::attr_bool(vm, column, "primary_key")?;
            if key && !insert {
                keys.push((column.clone(), value));
            } else {
                pairs.push((column.clone(), value));
            }
        }
        let mut statement = if insert {
            dml::new_insert(vm, "Insert", &table)?
        } else {
            dml::new_update(vm, &table)?
        };
        for (column, value) in keys {
            let condition = expr::binary(vm, BinaryOp::Eq, &column, &value, false)?;
            statement = vm.call_method(&statement, "where", vec![condition])?;
        }
        let given = values_dict(vm, &pairs)?;
        let statement = vm.call_method(&statement, "values", vec![given])?;
        send(vm, this, &statement)?;
    }
    Ok(Value::None)
}

const EXECUTE: &str = "statement, params=None, *, execution_options=None, bind_arguments=None";

/// The class `Session`.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init("bind=None, **kwargs", |vm, this, bound| {
            init(vm, this, bound.get("bind"))
        })
        .method("execute", EXECUTE, |vm, this, bound| {
            execute(vm, &this, bound.at(0), bound.at(1))
        })
        .method("scalar", EXECUTE, |vm, this, bound| {
            let found = execute(vm, &this, bound.at(0), bound.at(1))?;
            vm.call_method(&found, "scalar", Vec::new())
        })
        .method("scalars", EXECUTE, |vm, this, bound| {
            let found = execute(vm, &this, bound.at(0), bound.at(1))?;
            vm.call_method(&found, "scalars", Vec::new())
        })
        .method("exec", EXECUTE, |vm, this, bound| {
            execute(vm, &this, bound.at(0), bound.at(1))
        })
        .method("query", "*entities", |vm, this, bound| {
            query::make_query(vm, &this, bound.varargs())
        })
        .method("get", "entity, ident, **kw", |vm, this, bound| {
            get(vm, &this, bound.at(0), bound.at(1))
        })
        .method("get_one", "entity, ident, **kw", |vm, this, bound| {
            let found = get(vm, &this, bound.at(0), bound.at(1))?;
            if found.is_none() {
                return Err(error(
                    vm,
                    "NoResultFound",
                    "No row was found when one was required",
                ));
            }
            Ok(found)
        })
        .method("add", "instance, _warn=True", |vm, this, bound| {
            add(vm, &this, bound.at(0))?;
            Ok(Value::None)
        })
        .method("add_all", "instances", |vm, this, bound| {
            for item in bound.iterate(vm, "instances")? {
                add(vm, &this, &item)?;
            }
            Ok(Value::None)
        })
        .method("bulk_save_objects", "objects, **kw", |vm, this, bound| {
            for item in bound.iterate(vm, "objects")? {
                add(vm, &this, &item)?;
            }
            flush(vm, &this)?;
            Ok(Value::None)
        })
        .method(
            "bulk_insert_mappings",
            "mapper, mappings, **kw",
            |vm, this, bound| bulk(vm, &this, &bound, true),
        )
        .method(
            "bulk_update_mappings",
            "mapper, mappings",
            |vm, this, bound| bulk(vm, &this, &bound, false),
        )
        .method("delete", "instance", |vm, this, bound| {
            node(vm, &this)?
                .deleted
                .borrow_mut()
                .push(bound.at(0).clone());
            Ok(Value::None)
        })
        .method("flush", "objects=None", |vm, this, _| {
            flush(vm, &this)?;
            Ok(Value::None)
        })
        .method("commit", "", |vm, this, _| {
            commit(vm, &this)?;
            Ok(Value::None)
        })
        .method("rollback", "", |vm, this, _| {
            rollback(vm, &this)?;
            Ok(Value::None)
        })
        .method("close", "", |vm, this, _| {
            close(vm, &this)?;
            Ok(Value::None)
        })
        .method("expire_all", "", |_, _, _| Ok(Value::None))
        .method("expunge_all", "", |vm, this, _| {
            node(vm, &this)?.known.borrow_mut().clear();
            Ok(Value::None)
        })
        .method("connection", "**kw", |vm, this, _| connection(vm, &this))
        .method("get_bind", "*args, **kw", |vm, this, _| {
            Ok(node(vm, &this)?.bind.clone())
        })
        .method("in_transaction", "", |vm, this, _| {
            Ok(Value::Bool(!node(vm, &this)?.connection.borrow().is_none()))
        })
        .method("begin", "nested=False", |vm, this, _| {
            connection(vm, &this)?;
            Ok(transaction(&this))
        })
        .method("begin_nested", "", |vm, this, _| {
            flush(vm, &this)?;
            let connection = connection(vm, &this)?;
            vm.call_method(&connection, "begin_nested", Vec::new())
        })
        .property("is_active", |_, _| Ok(Value::Bool(true)))
        .property("no_autoflush", |_, this| Ok(transaction(&this)))
        .property("new", |vm, this| {
            Ok(Value::list(node(vm, &this)?.new.borrow().clone()))
        })
        .method("__contains__", "instance", |vm, this, bound| {
            let node = node(vm, &this)?;
            let item = bound.at(0);
            let there = node.known.borrow().iter().any(|(_, known)| known.is(item))
                || node.new.borrow().iter().any(|known| known.is(item));
            Ok(Value::Bool(there))
        })
        .method("__enter__", "", |_, this, _| Ok(this))
        .method("__exit__", "type_, value, traceback", |vm, this, _| {
            close(vm, &this)?;
            Ok(Value::Bool(false))
        })
        .getattr(|vm, _, name| match name {
            "merge" | "refresh" | "expunge" | "expire" | "stream" | "identity_map" => {
                Err(missing::unsupported(vm, &format!("Session.{name}")))
            }
            _ => Ok(None),
        })
}

/// What `session.begin()` gives: it commits when its block ends well.
fn transaction(session: &Value) -> Value {
    let instance = make("SessionTransaction");
    instance.set("session", session.clone());
    Value::Instance(instance)
}

/// The class of it.
pub(super) fn transaction_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("__enter__", "", |_, this, _| Ok(this))
        .method("__exit__", "type_, value, traceback", |vm, this, bound| {
            let session = attr(vm, &this, "session")?;
            if bound.at(0).is_none() {
                commit(vm, &session)?
            } else {
                rollback(vm, &session)?
            }
            Ok(Value::Bool(false))
        })
        .method("commit", "", |vm, this, _| {
            let session = attr(vm, &this, "session")?;
            commit(vm, &session)?;
            Ok(Value::None)
        })
        .method("rollback", "", |vm, this, _| {
            let session = attr(vm, &this, "session")?;
            rollback(vm, &session)?;
            Ok(Value::None)
        })
}

/// The class `sessionmaker`: calling it makes a session.
pub(super) fn maker_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init("bind=None, **kw", |_, this, bound| {
            this.set("bind", bound.get("bind").clone());
            Ok(())
        })
        .method("configure", "**kw", |_, this, bound| {
            if let (Value::Instance(this), Some(bind)) = (&this, bound.kwarg("bind")) {
                this.set("bind", bind.clone());
            }
            Ok(Value::None)
        })
        .method("__call__", "**kw", |vm, this, bound| {
            let mut bind = attr(vm, &this, "bind")?;
            if bind.as_instance().is_some_and(|inner| {
                inner
                    .class()
                    .is_subclass(&registry::class("orm.sessionmaker"))
            }) {
                // scoped_session(sessionmaker(bind=...))
                bind = attr(vm, &bind, "bind")?;
            }
            if let Some(given) = bound.kwarg("bind") {
                bind = given.clone();
            }
            let made = make("orm.Session");
            init(vm, &made, &bind)?;
            Ok(Value::Instance(made))
        })
        .method("begin", "", |vm, this, _| {
            let session = vm.call(&this, vec![], vec![])?;
            Ok(transaction(&session))
        })
}
