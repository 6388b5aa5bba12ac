//! How a directive of `alembic.op` is described: one table row of functions for each.

use std::rc::Rc;

use limbec_python::{Args, Bound, Instance, PyResult, Value, Vm};

use super::operations::Operations;

/// The table that a batch works on.
#[derive(Debug, Clone)]
pub struct BatchTarget {
    /// Its name.
    pub table: Value,
    /// Its schema, or `None`.
    pub schema: Value,
}

/// See [`Directive::complete`].
pub type Complete = fn(&mut Vm, &Rc<Instance>) -> PyResult<()>;

/// One directive: the class of `alembic.operations.ops` that stands for it, the methods that make
/// an object of the class, and what becomes of such an object.
///
/// As in Alembic, `op.create_table(...)` makes a `CreateTableOp` and invokes it, so that scripts
/// can make, inspect and invoke such objects themselves and register other implementations.
pub struct Directive {
    /// The name of the method.
    pub name: &'static str,
    /// The name of the class.
    pub class: &'static str,
    /// The parameters of the class. Each becomes an attribute of the same name; further keywords
    /// become the dictionary `kw`.
    pub init: &'static str,
    /// The attributes that `init` makes.
    pub fields: &'static [&'static str],
    /// Completes the object where attributes are not just the arguments.
    pub complete: Option<Complete>,
    /// The parameters of `op.<name>`.
    pub signature: &'static str,
    /// Turns the arguments of `op.<name>` into those of the class.
    pub arguments: fn(&Bound) -> Args,
    /// The form in a batch, where there is one.
    pub batch: Option<BatchForm>,
    /// Carries the object out.
    pub perform: fn(&mut Vm, &Operations, &Value) -> PyResult,
}

/// The form of a directive in a batch, without the table.
pub struct BatchForm {
    /// The parameters of `batch_op.<name>`.
    pub signature: &'static str,
    /// Turns the arguments into those of the class.
    pub arguments: fn(&BatchTarget, &Bound) -> Args,
}

/// Arguments under the names of the parameters, and the further keywords.
pub fn same(bound: &Bound, names: &[&str]) -> Args {
    let mut args = Args::default();
    for name in names {
        args.kw.push((Rc::from(*name), bound.get(name).clone()));
    }
    args.kw.extend(bound.kwargs().iter().cloned());
    args
}

/// As [`same`], with the table and schema of a batch under these names.
pub fn in_batch(
    target: &BatchTarget,
    table: &str,
    schema: &str,
    bound: &Bound,
    names: &[&str],
) -> Args {
    let mut args = same(bound, names);
    set(&mut args, table, target.table.clone());
    set(&mut args, schema, target.schema.clone());
    args
}

/// Set a keyword argument, replacing one of that name.
pub fn set(args: &mut Args, name: &str, value: Value) {
    match args.kw.iter_mut().find(|(key, _)| &**key == name) {
        Some((_, old)) => *old = value,
        None => args.kw.push((Rc::from(name), value)),
    }
}
