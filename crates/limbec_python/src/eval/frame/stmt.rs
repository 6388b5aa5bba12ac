//! Statements that need no block of their own.

use super::{Control, Flow, Frame, Signal};
use crate::error::PyResult;
use crate::ir::{Gather, Stmt, StmtKind};
use crate::value::{PyDict, PySet, Value};
use crate::vm::Vm;
use std::rc::Rc;

impl Frame {
    pub(super) fn stmt(&mut self, vm: &mut Vm, stmt: &Stmt) -> PyResult<Flow> {
        match &stmt.kind {
            StmtKind::Expr(value) => {
                // A call for its effect alone: nobody is told later that it had none.
                if let Value::Absent(absent) = self.eval(vm, value)?
                    && absent.name.ends_with("()")
                    && !vm.is_idle(&absent)
                    && vm.assumed.is_none()
                {
                    return Err(vm.absent_used(&absent));
                }
            }
            StmtKind::Assign(targets, value) => {
                let value = match self.eval(vm, value) {
                    Err(error) => self.absent_result(vm, targets, error)?,
                    Ok(value) => value,
                };
                if let [target] = targets.as_slice() {
                    self.assign(vm, target, value)?;
                } else {
                    for target in targets {
                        self.assign(vm, target, value.clone())?;
                    }
                }
            }
            StmtKind::Return(value) => {
                let value = match value {
                    Some(value) => self.eval(vm, value)?,
                    None => Value::None,
                };
                return Ok(Flow::Leave(Signal::Return(value)));
            }
            StmtKind::If(branches, orelse) => {
                for (test, body) in branches {
                    if self.test(vm, test)? {
                        self.enter_block(body);
                        return Ok(Flow::Enter);
                    }
                }
                self.enter_block(orelse);
                return Ok(Flow::Enter);
            }
            StmtKind::For(node) => {
                let iterable = self.eval(vm, &node.iter)?;
                vm.span = node.span;
                let iter = if node.is_async {
                    vm.iter_async(&iterable)?
                } else {
                    vm.iter(&iterable)?
                };
                self.control.push(Control::For {
                    node: node.clone(),
                    iter,
                });
                return Ok(Flow::Enter);
            }
            StmtKind::While(node) => {
                self.control.push(Control::While(node.clone()));
                return Ok(Flow::Enter);
            }
            StmtKind::AugAssign(target, op, value) => self.aug_assign(vm, target, *op, value)?,
            StmtKind::AnnAssign(node) => self.ann_assign(vm, node)?,
            StmtKind::Raise(exception, cause) => {
                return Err(self.raise_stmt(vm, stmt.span, exception.as_ref(), cause.as_ref()));
            }
            StmtKind::Assert(test, message, place) => {
                if !self.test(vm, test)? {
                    let args = match message {
                        Some(message) => vec![self.eval(vm, message)?],
                        None => Vec::new(),
                    };
                    vm.span = *place;
                    let class = vm.types.exception("AssertionError");
                    return Err(crate::error::raise_class(&class, args));
                }
            }
            StmtKind::Delete(targets) => {
                for target in targets {
                    self.delete(vm, target)?;
                }
            }
            StmtKind::Break => return Ok(Flow::Leave(Signal::Break)),
            StmtKind::Continue => return Ok(Flow::Leave(Signal::Continue)),
            StmtKind::Try(node) => {
                if !node.finally.is_empty() {
                    self.control.push(Control::Finally(node.clone()));
                }
                if !node.handlers.is_empty() {
                    self.control.push(Control::Except(node.clone()));
                }
                self.enter_block(&node.body);
                return Ok(Flow::Enter);
            }
            StmtKind::With(node) => {
                self.enter_with(vm, node)?;
                return Ok(Flow::Enter);
            }
            StmtKind::Match(node) => {
                let subject = self.eval(vm, &node.subject)?;
                for (pattern, guard, body) in &node.cases {
                    if !self.matches(vm, pattern, &subject)? {
                        continue;
                    }
                    if let Some(guard) = guard
                        && !self.test(vm, guard)?
                    {
                        continue;
                    }
                    self.enter_block(body);
                    return Ok(Flow::Enter);
                }
            }
            StmtKind::Function(def, decorators, target) => {
                self.define_function(vm, def, decorators, target)?;
            }
            StmtKind::Class(def) => self.define_class(vm, def)?,
            StmtKind::Import(names) => self.import(vm, names)?,
            StmtKind::ImportFrom(node) => self.import_from(vm, node, stmt.span)?,
            StmtKind::Yield(value, slot) => {
                let value = match value {
                    Some(value) => self.eval(vm, value)?,
                    None => Value::None,
                };
                self.sent = *slot;
                vm.span = stmt.span;
                return Ok(Flow::Yield(value));
            }
            StmtKind::YieldFrom(value, slot) => {
                let value = self.eval(vm, value)?;
                let iter = vm.iter(&value)?;
                self.control.push(Control::YieldFrom { iter, slot: *slot });
                return Ok(Flow::Enter);
            }
            StmtKind::Collect(gather, slot, first, second) => {
                self.collect(vm, *gather, *slot, first, second.as_ref())?;
            }
        }
        Ok(Flow::Next)
    }

    /// Add to the collection of a comprehension, which was put into its slot when the frame was made.
    pub(super) fn collect(
        &mut self,
        vm: &mut Vm,
        gather: Gather,
        slot: u32,
        first: &crate::ir::Expr,
        second: Option<&crate::ir::Expr>,
    ) -> PyResult<()> {
        let item = self.eval(vm, first)?;
        let second = match second {
            Some(second) => Some(self.eval(vm, second)?),
            None => None,
        };
        match (&self.slots[slot as usize], gather) {
            (Some(Value::List(items)), _) => items.borrow_mut().push(item),
            (Some(Value::Set(set)), _) => {
                set.clone().add(vm, item)?;
            }
            (Some(Value::Dict(dict)), _) => {
                dict.clone().set(vm, item, second.unwrap_or_default())?;
            }
            _ => {}
        }
        Ok(())
    }

    /// An empty collection for a comprehension.
    pub(crate) fn empty(gather: Gather) -> Value {
        match gather {
            Gather::List | Gather::Generator => Value::list(Vec::new()),
            Gather::Set => Value::Set(Rc::new(PySet::new())),
            Gather::Dict => Value::Dict(Rc::new(PyDict::new())),
        }
    }

    pub(in crate::eval) fn test(&mut self, vm: &mut Vm, test: &crate::ir::Expr) -> PyResult<bool> {
        match self.eval(vm, test)? {
            Value::Bool(flag) => Ok(flag),
            Value::None => Ok(false),
            other => {
                vm.span = test.span;
                vm.truthy(&other)
            }
        }
    }
}
