//! Names: locals, cells, globals and builtins.

use super::Frame;
use crate::error::{PyError, PyResult, raise};
use crate::eval::imports::ABSENT_STAR;
use crate::ir::Var;
use crate::source::Span;
use crate::value::{PyDict, Value};
use crate::vm::Vm;
use std::rc::Rc;

impl Frame {
    /// Names as `locals()` gives them.
    pub(crate) fn locals(&self, vm: &Vm) -> Rc<PyDict> {
        let _ = vm;
        if let Some(names) = &self.names {
            return names.clone();
        }
        if self.code.kind == crate::ir::CodeKind::Module {
            return self.globals.dict().clone();
        }
        let dict = PyDict::new();
        for (name, value) in self.code.locals.iter().zip(&self.slots) {
            if let Some(value) = value
                && !name.starts_with('.')
            {
                dict.set_str(name.clone(), value.clone());
            }
        }
        let names = self
            .code
            .cellvars
            .iter()
            .map(|(name, _)| name)
            .chain(&self.code.freevars);
        for (name, cell) in names.zip(&self.cells) {
            if let Some(value) = &*cell.borrow() {
                dict.set_str(name.clone(), value.clone());
            }
        }
        Rc::new(dict)
    }

    pub(in crate::eval) fn load(&mut self, vm: &mut Vm, var: &Var, at: Span) -> PyResult {
        let name = match var {
            Var::Local(slot) => {
                return match &self.slots[*slot as usize] {
                    Some(value) => Ok(value.clone()),
                    None => {
                        vm.span = at;
                        Err(unbound(&self.code.locals[*slot as usize]))
                    }
                };
            }
            Var::Cell(index) => {
                let value = self.cells[*index as usize].borrow().clone();
                return value.ok_or_else(|| {
                    vm.span = at;
                    self.unbound_cell(*index as usize)
                });
            }
            Var::ClassName(name) => {
                if let Some(value) = self.class_name(vm, name)? {
                    return Ok(value);
                }
                name
            }
            Var::ClassCell(name, index) => {
                if let Some(value) = self.class_name(vm, name)? {
                    return Ok(value);
                }
                let value = self.cells[*index as usize].borrow().clone();
                return value.ok_or_else(|| {
                    vm.span = at;
                    self.unbound_cell(*index as usize)
                });
            }
            Var::Global(name) => name,
        };
        if let Some(value) = self.globals.dict().get_str(name) {
            return Ok(value);
        }
        let builtin = match self.globals.other_builtins() {
            None => vm.builtins.clone().get(vm, name)?,
            Some(names) => names.get_str(name),
        };
        if let Some(value) = builtin {
            return Ok(value);
        }
        vm.span = at;
        if let Some(value) = self.globals.clone().get(vm, name)? {
            return Ok(value);
        }
        // `from x import *` of a module that is absent may have been meant to bind it.
        if let Some(Value::Absent(absent)) = self.globals.dict().get_str(ABSENT_STAR) {
            return Ok(vm.absent_attr(&absent, name));
        }
        Err(vm.name_error(name))
    }

    pub(super) fn class_name(&self, _vm: &mut Vm, name: &str) -> PyResult<Option<Value>> {
        Ok(match &self.names {
            Some(names) => names.get_str(name),
            None => None,
        })
    }

    pub(super) fn unbound_cell(&self, index: usize) -> PyError {
        let own = self.code.cellvars.len();
        match self.code.cellvars.get(index) {
            Some((name, _)) => unbound(name),
            None => {
                let name = &self.code.freevars[index - own];
                raise(
                    "NameError",
                    format!(
                        "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
                    ),
                )
            }
        }
    }

    pub(in crate::eval) fn store(&mut self, vm: &mut Vm, var: &Var, value: Value) -> PyResult<()> {
        match var {
            Var::Local(slot) => self.slots[*slot as usize] = Some(value),
            Var::Cell(index) | Var::ClassCell(_, index) => {
                let old = self.cells[*index as usize].replace(Some(value));
                drop(old);
            }
            Var::Global(name) => self.globals.dict().set_str(name.clone(), value),
            Var::ClassName(name) => match &self.names {
                Some(_) if self.namespace.is_some() => {
                    let namespace = self.namespace.clone().unwrap_or_default();
                    vm.set_item(&namespace, &Value::Str(name.clone()), value)?;
                }
                Some(names) => names.set_str(name.clone(), value),
                None => self.globals.dict().set_str(name.clone(), value),
            },
        }
        Ok(())
    }

    pub(in crate::eval) fn delete_name(&mut self, vm: &mut Vm, var: &Var) -> PyResult<()> {
        match var {
            Var::Local(slot) => match self.slots[*slot as usize].take() {
                Some(_) => Ok(()),
                None => Err(unbound(&self.code.locals[*slot as usize])),
            },
            Var::Cell(index) | Var::ClassCell(_, index) => {
                match self.cells[*index as usize].take() {
                    Some(_) => Ok(()),
                    None => Err(self.unbound_cell(*index as usize)),
                }
            }
            Var::Global(name) | Var::ClassName(name) => {
                let dict = match (&self.names, var) {
                    (Some(names), Var::ClassName(_)) => names,
                    _ => self.globals.dict(),
                };
                match dict.remove_str(name) {
                    Some(_) => Ok(()),
                    None => Err(vm.name_error(name)),
                }
            }
        }
    }
}

pub(super) fn unbound(name: &str) -> PyError {
    raise(
        "UnboundLocalError",
        format!("cannot access local variable '{name}' where it is not associated with a value"),
    )
}
