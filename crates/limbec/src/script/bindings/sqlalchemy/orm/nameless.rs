//! Indexes, checks and computed columns of a class body: `Index("ix", name, created.desc())` is made of columns that get their
//! names with the class.

use std::collections::HashMap;

use limbec_python::{PyResult, Value, Vm, native_fn};
use limbec_schema::Expr;

use super::super::schema::items;
use super::super::util::attr;
use super::super::{convert, expr, registry::is_a, walk};

/// The functions that are put into the namespace of the parts.
pub(super) fn functions() -> Vec<(&'static str, Value)> {
    vec![(
        "_name_in",
        native_fn("_name_in", "args, columns", |vm, bound| {
            let args = vm.iterate(bound.at(0))?;
            let columns = vm.iterate(bound.at(1))?;
            let mut names = Names {
                columns: &columns,
                known: None,
            };
            for item in &args {
                names.put_into(vm, item)?;
            }
            for column in &columns {
                let default = attr(vm, column, "server_default")?;
                if is_a(vm, &default, "Computed") {
                    names.put_into_attribute(vm, &default, "sqltext")?;
                }
            }
            Ok(Value::None)
        }),
    )]
}

/// The columns of a class, by what stands for the names that they did not have.
struct Names<'a> {
    columns: &'a [Value],
    known: Option<HashMap<String, &'a Value>>,
}

impl<'a> Names<'a> {
    fn get(&mut self, placeholder: &str) -> Option<&'a Value> {
        let columns = self.columns;
        let known = self.known.get_or_insert_with(|| {
            let pair = |column: &'a Value| (convert::placeholder(column), column);
            columns.iter().map(pair).collect()
        });
        known.get(placeholder).copied()
    }

    /// An argument of a table: an index or a constraint.
    fn put_into(&mut self, vm: &mut Vm, item: &Value) -> PyResult<()> {
        if is_a(vm, item, "CheckConstraint") {
            return self.put_into_attribute(vm, item, "sqltext");
        }
        let Value::Instance(index) = item else {
            return Ok(());
        };
        if !is_a(vm, item, "Index") {
            return Ok(());
        }
        let mut parts = items(vm, item, "expressions")?;
        for part in &mut parts {
            if let Some(named) = self.named(vm, part)? {
                *part = named;
            }
        }
        index.set("expressions", Value::list(parts));
        if let Some(Value::Dict(options)) = index.get("dialect_kwargs") {
            for (name, value) in options.str_items() {
                if let Some(named) = self.named(vm, &value)? {
                    options.set_str(name, named);
                }
            }
        }
        Ok(())
    }

    fn put_into_attribute(&mut self, vm: &mut Vm, object: &Value, name: &str) -> PyResult<()> {
        let held = attr(vm, object, name)?;
        if let (Some(named), Value::Instance(object)) = (self.named(vm, &held)?, object) {
            object.set(name, named);
        }
        Ok(())
    }

    /// The same with names; `None` where it had them.
    fn named(&mut self, vm: &mut Vm, part: &Value) -> PyResult<Option<Value>> {
        let Value::Instance(instance) = part else {
            return Ok(None);
        };
        if Value::Class(instance.class()).is(&Value::Class(super::scan::ours(vm, "MappedColumn")?))
        {
            return Ok(instance.get("column"));
        }
        let Some(mut found) = expr::node(part) else {
            return Ok(None);
        };
        let mut missing: Vec<String> = Vec::new();
        walk::columns(&mut found, &mut |column| {
            if column.name.starts_with('\u{1}') {
                missing.push(column.name.clone());
            }
            None
        });
        let mut made: HashMap<String, Expr> = HashMap::new();
        for name in missing {
            if let Some(column) = self.get(&name) {
                made.insert(name, convert::expr(vm, column)?);
            }
        }
        if made.is_empty() {
            return Ok(None);
        }
        walk::columns(&mut found, &mut |column| made.get(&column.name).cloned());
        walk::expr(&mut found, &mut |bind| {
            // Named after a column that had no name.
            if bind.key.starts_with('\u{1}') {
                bind.key = "param".to_owned();
            }
        });
        Ok(Some(expr::wrap(found)))
    }
}
