//! `Result`, `ScalarResult` and `MappingResult`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, PySet, Value, Vm, native_fn};
use limbec_schema::SqlStatement;

use super::super::util::{attr_str, error, invalid_request, make};
use super::super::{dml, select, values};
use super::defaults::{self, Sent};
use super::row::{self, Keys};
use super::{inserted, process};
use crate::script::host::{Host, Outcome};

/// What the items of a result are.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Rows,
    /// One column of each row.
    Scalars(usize),
    Mappings,
}

/// The rows of a result, shared by all views of it.
struct Source {
    keys: Keys,
    rows: RefCell<VecDeque<Vec<Value>>>,
    returns_rows: bool,
    closed: Cell<bool>,
    rowcount: i64,
    lastrowid: Option<i64>,
    inserted: Value,
    /// The INSERT that ran once for each of the rows that were sent.
    repeated: Value,
    /// The values that were sent for each row, for the ORM.
    sent: Vec<Sent>,
    /// How many rows `partitions()` and `fetchmany()` give where nobody says it.
    page: Cell<usize>,
}

/// What a result object carries.
struct ResultNode {
    source: Rc<Source>,
    shape: Shape,
    unique: Cell<bool>,
}

fn object(source: Rc<Source>, shape: Shape) -> Value {
    let key = match shape {
        Shape::Rows => "CursorResult",
        Shape::Scalars(_) => "ScalarResult",
        Shape::Mappings => "MappingResult",
    };
    let instance = make(key);
    instance.set_payload(Rc::new(ResultNode {
        source,
        shape,
        unique: Cell::new(false),
    }));
    Value::Instance(instance)
}

/// The result of DDL: nothing.
pub(super) fn empty() -> Value {
    from_counts(-1, Vec::new(), Value::None)
}

/// The result of a statement that ran several times.
pub(super) fn repeated(statement: &Value, rowcount: i64, sent: Vec<Sent>) -> Value {
    let is_insert = dml::node_of(statement)
        .is_some_and(|node| matches!(node.statement, SqlStatement::Insert(_)));
    let repeated = if is_insert {
        statement.clone()
    } else {
        Value::None
    };
    from_counts(rowcount, sent, repeated)
}

fn from_counts(rowcount: i64, sent: Vec<Sent>, repeated: Value) -> Value {
    let source = Source {
        keys: Rc::default(),
        rows: RefCell::default(),
        returns_rows: false,
        closed: Cell::new(false),
        rowcount,
        lastrowid: None,
        inserted: Value::None,
        repeated,
        sent,
        page: Cell::new(1),
    };
    object(Rc::new(source), Shape::Rows)
}

/// The result of the driver's own SQL: the values as the driver gives them.
pub(super) fn raw(vm: &mut Vm, outcome: Outcome) -> PyResult {
    let keys = names(&outcome);
    let mut rows = VecDeque::new();
    for row in &outcome.rows {
        let mut cells = Vec::with_capacity(row.len());
        for cell in row {
            cells.push(values::value(vm, cell)?);
        }
        rows.push_back(cells);
    }
    Ok(finish(keys, rows, &outcome, Value::None, Vec::new()))
}

fn names(outcome: &Outcome) -> Keys {
    Rc::new(
        outcome
            .columns
            .iter()
            .map(|column| Rc::from(column.name.as_str()))
            .collect(),
    )
}

fn finish(
    keys: Keys,
    rows: VecDeque<Vec<Value>>,
    outcome: &Outcome,
    inserted: Value,
    sent: Vec<Sent>,
) -> Value {
    let source = Source {
        keys,
        rows: RefCell::new(rows),
        returns_rows: !outcome.columns.is_empty(),
        closed: Cell::new(false),
        rowcount: outcome.rowcount,
        lastrowid: outcome.lastrowid,
        inserted,
        repeated: Value::None,
        sent,
        page: Cell::new(1),
    };
    object(Rc::new(source), Shape::Rows)
}

/// The result of a statement: the values by the types of what was selected.
pub(super) fn from_outcome(
    vm: &mut Vm,
    host: &dyn Host,
    object: &Value,
    statement: &SqlStatement,
    mut outcome: Outcome,
    sent: Vec<Sent>,
) -> PyResult {
    let selected = match select::node_of(object) {
        Some(node) => node.columns.clone(),
        None => dml::returning_of(object),
    };
    let inserted = match statement {
        SqlStatement::Insert(_) => inserted::inserted_key(vm, object, statement, &outcome, &sent)?,
        _ => Value::None,
    };
    if let SqlStatement::Insert(insert) = statement
        && insert.returning.is_empty()
    {
        // What came back was only asked for to know the key.
        outcome.columns.clear();
        outcome.rows.clear();
    }
    let keys = names(&outcome);
    let readers = process::readers(vm, &selected, &outcome, host.dialect().name())?;
    let mut rows = VecDeque::new();
    for row in &outcome.rows {
        let mut cells = Vec::with_capacity(row.len());
        for (cell, reader) in row.iter().zip(&readers) {
            cells.push(process::read(vm, cell, reader)?);
        }
        rows.push_back(cells);
    }
    Ok(finish(keys, rows, &outcome, inserted, sent))
}

fn node(vm: &mut Vm, this: &Value) -> PyResult<Rc<ResultNode>> {
    match this.payload::<ResultNode>() {
        Some(node) => Ok(node),
        None => Err(vm.raise("TypeError", "not a result")),
    }
}

/// The node of a result that has rows and is open.
fn rows_of(vm: &mut Vm, this: &Value) -> PyResult<Rc<ResultNode>> {
    let node = node(vm, this)?;
    if !node.source.returns_rows {
        return Err(error(
            vm,
            "ResourceClosedError",
            "This result object does not return rows. It has been closed automatically.",
        ));
    }
    if node.source.closed.get() {
        return Err(error(
            vm,
            "ResourceClosedError",
            "This result object is closed.",
        ));
    }
    Ok(node)
}

fn present(node: &ResultNode, cells: Vec<Value>) -> Value {
    match node.shape {
        Shape::Rows => row::row(&node.source.keys, cells),
        Shape::Scalars(place) => cells.into_iter().nth(place).unwrap_or_default(),
        Shape::Mappings => row::mapping(&row::row(&node.source.keys, cells)),
    }
}

fn next(node: &ResultNode) -> Option<Value> {
    let cells = node.source.rows.borrow_mut().pop_front()?;
    Some(present(node, cells))
}

/// The next items, at most so many.
fn take(node: &ResultNode, count: usize) -> Vec<Value> {
    std::iter::from_fn(|| next(node)).take(count).collect()
}

fn all(vm: &mut Vm, this: Value, _: Bound) -> PyResult {
    let node = rows_of(vm, &this)?;
    Ok(Value::list(take(&node, usize::MAX)))
}

/// The size that a method was given, or what the result has.
fn page_size(node: &ResultNode, bound: &Bound) -> PyResult<usize> {
    let given = bound.opt_int("size")?;
    Ok(given.map_or(node.source.page.get(), |size| {
        usize::try_from(size).unwrap_or(0)
    }))
}

fn many(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let node = rows_of(vm, &this)?;
    let size = page_size(&node, &bound)?;
    Ok(Value::list(take(&node, size)))
}

fn partitions(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let node = rows_of(vm, &this)?;
    let size = page_size(&node, &bound)?;
    Ok(Value::iterator(move |_| {
        let part = take(&node, size);
        Ok((!part.is_empty()).then(|| Value::list(part)))
    }))
}

/// `result.freeze()`: what gives the same rows each time that it is called.
fn freeze(vm: &mut Vm, this: Value, _: Bound) -> PyResult {
    let node = rows_of(vm, &this)?;
    let rows: VecDeque<Vec<Value>> = node.source.rows.borrow_mut().drain(..).collect();
    Ok(native_fn("FrozenResult", "", move |_, _| {
        let source = Source {
            keys: node.source.keys.clone(),
            rows: RefCell::new(rows.clone()),
            returns_rows: true,
            closed: Cell::new(false),
            rowcount: node.source.rowcount,
            lastrowid: None,
            inserted: Value::None,
            repeated: Value::None,
            sent: Vec::new(),
            page: Cell::new(usize::MAX),
        };
        Ok(object(Rc::new(source), node.shape))
    }))
}

/// How many rows a method insists on.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    /// Any number.
    First,
    /// Exactly one.
    One,
    /// One or none.
    OneOrNone,
}

fn single(vm: &mut Vm, this: &Value, wanted: Wanted, scalar: bool) -> PyResult {
    let node = rows_of(vm, this)?;
    let found = node.source.rows.borrow_mut().pop_front();
    let more = !node.source.rows.borrow().is_empty();
    node.source.closed.set(true);
    match found {
        None if wanted == Wanted::One => Err(error(
            vm,
            "NoResultFound",
            "No row was found when one was required",
        )),
        None => Ok(Value::None),
        Some(_) if more && wanted != Wanted::First => Err(error(
            vm,
            "MultipleResultsFound",
            if wanted == Wanted::One {
                "Multiple rows were found when exactly one was required"
            } else {
                "Multiple rows were found when one or none was required"
            },
        )),
        Some(cells) if scalar => Ok(cells.into_iter().next().unwrap_or_default()),
        Some(cells) => Ok(present(&node, cells)),
    }
}

/// Drop the rows that came before; `strategy` says what of an item is compared.
fn keep_unique(vm: &mut Vm, node: &ResultNode, strategy: &Value) -> PyResult<()> {
    let rows: Vec<Vec<Value>> = node.source.rows.borrow_mut().drain(..).collect();
    let seen = PySet::new();
    let mut unhashable: Vec<Value> = Vec::new();
    let mut kept = VecDeque::new();
    for cells in rows {
        let item = present(node, cells.clone());
        let mark = if strategy.is_none() {
            item
        } else {
            vm.call(strategy, vec![item], Vec::new())?
        };
        let known = match seen.contains(vm, &mark) {
            Ok(known) => {
                if !known {
                    seen.add(vm, mark)?;
                }
                known
            }
            Err(_) => {
                let mut known = false;
                for other in &unhashable {
                    known = other.is(&mark) || vm.eq(other, &mark)?;
                    if known {
                        break;
                    }
                }
                if !known {
                    unhashable.push(mark);
                }
                known
            }
        };
        if !known {
            kept.push_back(cells);
        }
    }
    *node.source.rows.borrow_mut() = kept;
    Ok(())
}

/// The place of a column by number or name.
fn place(vm: &mut Vm, node: &ResultNode, index: &Value) -> PyResult<usize> {
    let found = match index.as_int() {
        Some(index) => usize::try_from(index).ok(),
        None => {
            let name = match index.as_str() {
                Some(name) => name.to_string(),
                None => attr_str(vm, index, "name")?.unwrap_or_default(),
            };
            node.source.keys.iter().position(|key| **key == *name)
        }
    };
    match found {
        Some(place) if place < node.source.keys.len() => Ok(place),
        _ => {
            let shown = vm.repr(index)?;
            Err(error(
                vm,
                "NoSuchColumnError",
                format!("Could not locate column in row for column {shown}"),
            ))
        }
    }
}

/// What all results can do.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("all", "", all)
        .method("fetchall", "", all)
        .method("fetchmany", "size=None", many)
        .method("fetchone", "", |vm, this, _| {
            let node = rows_of(vm, &this)?;
            Ok(next(&node).unwrap_or_default())
        })
        .method("first", "", |vm, this, _| {
            single(vm, &this, Wanted::First, false)
        })
        .method("one", "", |vm, this, _| {
            single(vm, &this, Wanted::One, false)
        })
        .method("one_or_none", "", |vm, this, _| {
            single(vm, &this, Wanted::OneOrNone, false)
        })
        .method("scalar", "", |vm, this, _| {
            single(vm, &this, Wanted::First, true)
        })
        .method("scalar_one", "", |vm, this, _| {
            single(vm, &this, Wanted::One, true)
        })
        .method("scalar_one_or_none", "", |vm, this, _| {
            single(vm, &this, Wanted::OneOrNone, true)
        })
        .method("scalars", "index=0", |vm, this, bound| {
            let node = rows_of(vm, &this)?;
            let place = place(vm, &node, bound.at(0))?;
            let scalars = object(node.source.clone(), Shape::Scalars(place));
            if node.unique.get() {
                let inner = rows_of(vm, &scalars)?;
                keep_unique(vm, &inner, &Value::None)?;
            }
            Ok(scalars)
        })
        .method("mappings", "", |vm, this, _| {
            let node = rows_of(vm, &this)?;
            Ok(object(node.source.clone(), Shape::Mappings))
        })
        .method("tuples", "", |_, this, _| Ok(this))
        .method("columns", "*col_expressions", |vm, this, bound| {
            let node = rows_of(vm, &this)?;
            let mut places = Vec::new();
            for index in bound.varargs() {
                places.push(place(vm, &node, index)?);
            }
            let keys = places
                .iter()
                .map(|place| node.source.keys[*place].clone())
                .collect();
            let mut rows = VecDeque::new();
            for cells in node.source.rows.borrow_mut().drain(..) {
                rows.push_back(places.iter().map(|place| cells[*place].clone()).collect());
            }
            let source = Source {
                keys: Rc::new(keys),
                rows: RefCell::new(rows),
                returns_rows: true,
                closed: Cell::new(false),
                rowcount: node.source.rowcount,
                lastrowid: node.source.lastrowid,
                inserted: Value::None,
                repeated: Value::None,
                sent: Vec::new(),
                page: node.source.page.clone(),
            };
            Ok(object(Rc::new(source), Shape::Rows))
        })
        .method("unique", "strategy=None", |vm, this, bound| {
            let found = node(vm, &this)?;
            found.unique.set(true);
            keep_unique(vm, &found, bound.at(0))?;
            Ok(this)
        })
        .method("partitions", "size=None", partitions)
        .method("keys", "", |vm, this, _| {
            let node = node(vm, &this)?;
            Ok(row::keys_view(&node.source.keys))
        })
        .method("close", "", |vm, this, _| {
            node(vm, &this)?.source.closed.set(true);
            Ok(Value::None)
        })
        .method("freeze", "", freeze)
        .method("yield_per", "num", |vm, this, bound| {
            let size = usize::try_from(bound.int("num")?).unwrap_or(1);
            node(vm, &this)?.source.page.set(size);
            Ok(this)
        })
        .method("execution_options", "**kw", |_, this, _| Ok(this))
        .method("__iter__", "", |vm, this, _| {
            let node = rows_of(vm, &this)?;
            Ok(Value::iterator(move |_| Ok(next(&node))))
        })
        .method("__next__", "", |vm, this, _| {
            let node = rows_of(vm, &this)?;
            match next(&node) {
                Some(item) => Ok(item),
                None => Err(vm.raise("StopIteration", "")),
            }
        })
        .method("__enter__", "", |_, this, _| Ok(this))
        .method("__exit__", "type_, value, traceback", |vm, this, _| {
            node(vm, &this)?.source.closed.set(true);
            Ok(Value::Bool(false))
        })
        .property("rowcount", |vm, this| {
            Ok(Value::Int(node(vm, &this)?.source.rowcount))
        })
        .property("lastrowid", |vm, this| {
            Ok(node(vm, &this)?
                .source
                .lastrowid
                .map_or(Value::None, Value::Int))
        })
        .property("inserted_primary_key", |vm, this| {
            let source = node(vm, &this)?.source.clone();
            if source.sent.len() > 1 {
                return Err(invalid_request(
                    vm,
                    "This statement was an executemany call; if primary key returning is \
                     supported, please use .inserted_primary_key_rows.",
                ));
            }
            if source.inserted.is_none() {
                return Err(inserted::no_insert(vm));
            }
            Ok(source.inserted.clone())
        })
        .property("_limbec_sent", |vm, this| {
            Ok(defaults::as_dicts(&node(vm, &this)?.source.sent))
        })
        .property("inserted_primary_key_rows", |vm, this| {
            let source = node(vm, &this)?.source.clone();
            if source.repeated.is_none() {
                return match &source.inserted {
                    Value::None => Err(inserted::no_insert(vm)),
                    inserted => Ok(Value::list(vec![inserted.clone()])),
                };
            }
            let mut rows = Vec::with_capacity(source.sent.len());
            for sent in &source.sent {
                rows.push(inserted::sent_key(vm, &source.repeated, sent)?);
            }
            Ok(Value::list(rows))
        })
        .method("last_inserted_params", "", |vm, this, _| {
            let sent = defaults::as_dicts(&node(vm, &this)?.source.sent);
            vm.get_item(&sent, &Value::Int(0))
        })
        .method("supports_sane_rowcount", "", |_, _, _| {
            Ok(Value::Bool(true))
        })
        .property("returns_rows", |vm, this| {
            Ok(Value::Bool(node(vm, &this)?.source.returns_rows))
        })
        .property("is_insert", |vm, this| {
            let source = node(vm, &this)?.source.clone();
            let is_insert = !source.inserted.is_none() || !source.repeated.is_none();
            Ok(Value::Bool(is_insert))
        })
        .property("closed", |vm, this| {
            Ok(Value::Bool(node(vm, &this)?.source.closed.get()))
        })
}

/// A result of rows that were put together elsewhere.
pub(in super::super) fn made(vm: &mut Vm, keys: &Value, rows: &Value, rowcount: i64) -> PyResult {
    let mut names: Vec<Rc<str>> = Vec::new();
    for key in vm.iterate(keys)? {
        names.push(key.as_str().unwrap_or_default());
    }
    let mut list = VecDeque::new();
    for row in vm.iterate(rows)? {
        list.push_back(vm.iterate(&row)?);
    }
    let source = Source {
        returns_rows: !names.is_empty(),
        keys: Rc::new(names),
        rows: RefCell::new(list),
        closed: Cell::new(false),
        rowcount,
        lastrowid: None,
        inserted: Value::None,
        repeated: Value::None,
        sent: Vec::new(),
        page: Cell::new(usize::MAX),
    };
    Ok(object(Rc::new(source), Shape::Rows))
}
