//! A running or suspended function, and the machine that runs its statements.
//!
//! The statements that are being run are on a stack of the frame, not on that of the thread: a generator is a frame
//! that is put away at a `yield` and taken up again.

mod names;
mod star;
mod stmt;
mod unwind;

use std::rc::Rc;

use super::generator::Resume;
use crate::error::{PyError, PyResult};
use crate::ir::{Block, Code, Compare, For, Try, While, With};
use crate::source::Span;
use crate::value::function::Cell;
use crate::value::{Instance, Module, PyDict, Value};
use crate::vm::{Running, Vm};

/// A frame.
pub struct Frame {
    pub(crate) code: Rc<Code>,
    pub(crate) globals: Rc<Module>,
    pub(crate) slots: Vec<Option<Value>>,
    pub(crate) cells: Vec<Rc<Cell>>,
    /// The names of a class body.
    pub(crate) names: Option<Rc<PyDict>>,
    /// What `__prepare__` returned, when it is an object of a class of its own: it is told of each name.
    pub(crate) namespace: Option<Value>,
    control: Vec<Control>,
    /// The slot that takes what is sent when the frame goes on after a `yield`.
    sent: Option<u32>,
}

/// What is being run, innermost last.
enum Control {
    Block {
        stmts: Block,
        next: usize,
    },
    While(Rc<While>),
    For {
        node: Rc<For>,
        iter: Value,
    },
    /// The body of a `try` with handlers.
    Except(Rc<Try>),
    /// Anything of a `try` with `finally`, before the `finally`.
    Finally(Rc<Try>),
    /// The body of a handler; `handling` has its exception.
    Handler(Rc<Try>, usize, Rc<Instance>),
    /// The body of an `except*` handler.
    Star(Box<star::Star>),
    /// The body of a `finally`, and what happens after it.
    Ending(Option<Signal>),
    With {
        node: Rc<With>,
        exit: Value,
    },
    YieldFrom {
        iter: Value,
        slot: Option<u32>,
    },
}

/// Why statements are left before their end.
enum Signal {
    Return(Value),
    Break,
    Continue,
    Raise(PyError),
}

/// What a statement did.
enum Flow {
    Next,
    /// It put something on the control stack.
    Enter,
    Leave(Signal),
    Yield(Value),
}

/// How a run of a frame ended.
pub(crate) enum Exit {
    Return(Value),
    Yield(Value),
}

impl Frame {
    /// Whether a `try` of this frame would see an error.
    pub(super) fn is_guarded(&self) -> bool {
        self.control
            .iter()
            .any(|control| matches!(control, Control::Except(_) | Control::Finally(_)))
    }

    pub(crate) fn new(code: Rc<Code>, globals: Rc<Module>, closure: &[Rc<Cell>]) -> Self {
        let slots = vec![None; code.locals.len()];
        Self::with_slots(code, globals, closure, slots)
    }

    /// A frame whose parameters have their values.
    pub(crate) fn with_slots(
        code: Rc<Code>,
        globals: Rc<Module>,
        closure: &[Rc<Cell>],
        mut slots: Vec<Option<Value>>,
    ) -> Self {
        let mut cells: Vec<Rc<Cell>> = Vec::with_capacity(code.cellvars.len() + closure.len());
        for (_, param) in &code.cellvars {
            let value = param.and_then(|slot| slots[slot].take());
            cells.push(Rc::new(Cell::new(value)));
        }
        cells.extend(closure.iter().cloned());
        let control = vec![Control::Block {
            stmts: code.body.clone(),
            next: 0,
        }];
        Self {
            code,
            globals,
            slots,
            cells,
            names: None,
            namespace: None,
            control,
            sent: None,
        }
    }

    /// Run until the end or the next `yield`, as a call of its own.
    pub(crate) fn run(&mut self, vm: &mut Vm, resume: Resume) -> PyResult<Exit> {
        vm.enter()?;
        vm.calls.push(Running {
            code: self.code.clone(),
            globals: self.globals.clone(),
            caller_span: vm.span,
        });
        let result = self.run_inside(vm, resume);
        if let Some(call) = vm.calls.pop() {
            vm.span = call.caller_span;
        }
        vm.leave();
        result
    }

    fn run_inside(&mut self, vm: &mut Vm, resume: Resume) -> PyResult<Exit> {
        let mut signal = None;
        // The exceptions that this frame was handling when it was put away.
        for control in &self.control {
            match control {
                Control::Handler(_, _, exception) => vm.handling.push(exception.clone()),
                Control::Star(star) => vm.handling.push(star.part.clone()),
                Control::Ending(Some(Signal::Raise(PyError::Exception(raised)))) => {
                    vm.handling.push(raised.value.clone());
                }
                _ => {}
            }
        }
        match resume {
            Resume::Start => {}
            Resume::Send(value) => {
                if let Some(Control::YieldFrom { iter, .. }) = self.control.last() {
                    let iter = iter.clone();
                    let step = vm.send(&iter, value);
                    match self.delegate(vm, step) {
                        Ok(Some(value)) => return Ok(self.suspend(vm, value)),
                        Ok(None) => {}
                        Err(error) => signal = Some(self.failed(vm, error)),
                    }
                } else if let Some(slot) = self.sent.take() {
                    self.slots[slot as usize] = Some(value);
                }
            }
            Resume::Throw(error) => {
                if let Some(Control::YieldFrom { iter, .. }) = self.control.last() {
                    let iter = iter.clone();
                    let step = vm.throw_into(&iter, error);
                    match self.delegate(vm, step) {
                        Ok(Some(value)) => return Ok(self.suspend(vm, value)),
                        Ok(None) => {}
                        Err(error) => signal = Some(self.failed(vm, error)),
                    }
                } else {
                    self.sent = None;
                    signal = Some(self.failed(vm, error));
                }
            }
        }
        loop {
            if let Some(signal) = signal.take()
                && let Some(value) = self.unwind(vm, signal)?
            {
                return Ok(Exit::Return(value));
            }
            match self.step(vm) {
                Ok(Flow::Next | Flow::Enter) => {
                    if self.control.is_empty() {
                        return Ok(Exit::Return(Value::None));
                    }
                }
                Ok(Flow::Leave(left)) => signal = Some(left),
                Ok(Flow::Yield(value)) => return Ok(self.suspend(vm, value)),
                Err(error) => signal = Some(self.failed(vm, error)),
            }
        }
    }

    fn suspend(&mut self, vm: &mut Vm, value: Value) -> Exit {
        let handling = self
            .control
            .iter()
            .filter(|control| {
                matches!(
                    control,
                    Control::Handler(..)
                        | Control::Star(_)
                        | Control::Ending(Some(Signal::Raise(PyError::Exception(_))))
                )
            })
            .count();
        let left = vm.handling.len().saturating_sub(handling);
        vm.handling.truncate(left);
        Exit::Yield(value)
    }

    /// What came out of the iterator of a `yield from`: the next value, or its end.
    fn delegate(&mut self, vm: &mut Vm, step: PyResult<Option<Value>>) -> PyResult<Option<Value>> {
        match step {
            Ok(Some(value)) => Ok(Some(value)),
            Ok(None) | Err(_) => {
                let slot = match self.control.pop() {
                    Some(Control::YieldFrom { slot, .. }) => slot,
                    _ => None,
                };
                let result = match step {
                    Err(error) => match vm.stop_value(&error) {
                        Some(value) => value,
                        None => return Err(error),
                    },
                    _ => Value::None,
                };
                if let Some(slot) = slot {
                    self.slots[slot as usize] = Some(result);
                }
                Ok(None)
            }
        }
    }

    fn enter_block(&mut self, block: &Block) {
        if !block.is_empty() {
            self.control.push(Control::Block {
                stmts: block.clone(),
                next: 0,
            });
        }
    }

    /// Run what is on top of the control stack, up to the next change of that stack.
    fn step(&mut self, vm: &mut Vm) -> PyResult<Flow> {
        let Some(top) = self.control.last_mut() else {
            return Ok(Flow::Leave(Signal::Return(Value::None)));
        };
        match top {
            Control::Block { stmts, next } => {
                let stmts = stmts.clone();
                let mut at = *next;
                let here = self.control.len() - 1;
                while let Some(stmt) = stmts.get(at) {
                    at += 1;
                    vm.span = stmt.span;
                    match self.stmt(vm, stmt)? {
                        Flow::Next => {}
                        Flow::Enter => {
                            self.set_next(here, at);
                            return Ok(Flow::Enter);
                        }
                        Flow::Yield(value) => {
                            self.set_next(here, at);
                            return Ok(Flow::Yield(value));
                        }
                        leave @ Flow::Leave(_) => return Ok(leave),
                    }
                }
                self.control.pop();
                Ok(Flow::Next)
            }
            Control::While(node) => {
                let node = node.clone();
                vm.check_interrupt()?;
                if self.test(vm, &node.test)? {
                    self.enter_block(&node.body);
                } else {
                    self.control.pop();
                    self.enter_block(&node.orelse);
                }
                Ok(Flow::Enter)
            }
            Control::For { node, iter } => {
                let (node, iter) = (node.clone(), iter.clone());
                vm.check_interrupt()?;
                vm.span = node.span;
                let item = if node.is_async {
                    vm.next_async(&iter)?
                } else {
                    vm.next(&iter)?
                };
                match item {
                    Some(item) => {
                        self.assign(vm, &node.target, item)?;
                        self.enter_block(&node.body);
                    }
                    None => {
                        self.control.pop();
                        self.enter_block(&node.orelse);
                    }
                }
                Ok(Flow::Enter)
            }
            Control::Except(node) => {
                let node = node.clone();
                self.control.pop();
                self.enter_block(&node.orelse);
                Ok(Flow::Enter)
            }
            Control::Finally(node) => {
                let node = node.clone();
                self.control.pop();
                self.control.push(Control::Ending(None));
                self.enter_block(&node.finally);
                Ok(Flow::Enter)
            }
            Control::Handler(node, index, _) => {
                let (node, index) = (node.clone(), *index);
                self.control.pop();
                vm.handling.pop();
                self.forget_name(vm, &node, index);
                Ok(Flow::Next)
            }
            Control::Star(_) => {
                let next = match self.control.pop() {
                    Some(Control::Star(star)) => self.star_ended(vm, *star),
                    _ => None,
                };
                Ok(match next {
                    Some(signal) => Flow::Leave(signal),
                    None => Flow::Next,
                })
            }
            Control::Ending(_) => {
                let pending = match self.control.pop() {
                    Some(Control::Ending(pending)) => pending,
                    _ => None,
                };
                Ok(match pending {
                    None => Flow::Next,
                    Some(signal) => {
                        if matches!(signal, Signal::Raise(PyError::Exception(_))) {
                            vm.handling.pop();
                        }
                        Flow::Leave(signal)
                    }
                })
            }
            Control::With { node, exit } => {
                let (node, exit) = (node.clone(), exit.clone());
                self.control.pop();
                vm.span = node.span;
                let none = vec![Value::None, Value::None, Value::None];
                self.call_exit(vm, &node, &exit, none)?;
                Ok(Flow::Next)
            }
            Control::YieldFrom { iter, .. } => {
                let iter = iter.clone();
                let step = vm.send(&iter, Value::None);
                Ok(match self.delegate(vm, step)? {
                    Some(value) => Flow::Yield(value),
                    None => Flow::Next,
                })
            }
        }
    }

    fn set_next(&mut self, place: usize, at: usize) {
        if let Some(Control::Block { next, .. }) = self.control.get_mut(place) {
            *next = at;
        }
    }

    pub(in crate::eval) fn compare_chain(
        &mut self,
        vm: &mut Vm,
        left: &crate::ir::Expr,
        rest: &[(Compare, crate::ir::Expr)],
        at: Span,
    ) -> PyResult {
        let mut left = self.eval(vm, left)?;
        let mut result = Value::Bool(true);
        for (index, (op, right)) in rest.iter().enumerate() {
            let right = self.eval(vm, right)?;
            vm.span = at;
            result = vm.compare(*op, &left, &right)?;
            if index + 1 < rest.len() && !vm.truthy(&result)? {
                return Ok(result);
            }
            left = right;
        }
        Ok(result)
    }
}
