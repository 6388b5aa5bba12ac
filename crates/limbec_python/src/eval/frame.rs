//! A running or suspended function, and the machine that runs its statements.
//!
//! The statements that are being run are on a stack of the frame, not on that of the thread: a generator is a frame
//! that is put away at a `yield` and taken up again.

use std::rc::Rc;

use super::generator::Resume;
use crate::error::{PyError, PyResult, Raised, TraceEntry, raise};
use crate::ir::{Block, Code, Compare, For, Gather, Stmt, StmtKind, Try, Var, While, With};
use crate::source::Span;
use crate::value::function::Cell;
use crate::value::{Instance, Module, PyDict, PySet, Value};
use crate::vm::{Running, Vm};

/// A frame.
pub struct Frame {
    pub(crate) code: Rc<Code>,
    pub(crate) globals: Rc<Module>,
    pub(crate) slots: Vec<Option<Value>>,
    pub(crate) cells: Vec<Rc<Cell>>,
    /// The names of a class body.
    pub(crate) names: Option<Rc<PyDict>>,
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

    /// Note that an error passes through this frame.
    fn failed(&self, vm: &mut Vm, mut error: PyError) -> Signal {
        let entry = || TraceEntry {
            file: self.code.file.clone(),
            span: vm.span,
            function: self.code.name.clone(),
        };
        match &mut error {
            PyError::Exception(raised) => {
                if raised.again {
                    raised.again = false;
                } else {
                    let entry = entry();
                    let fresh = raised.value.exception_mut(|state| {
                        let fresh = state.traceback.is_empty();
                        state.traceback.push(entry);
                        fresh
                    });
                    if fresh == Some(true) {
                        vm.set_context(&raised.value);
                    }
                }
            }
            PyError::Unsupported(unsupported) => {
                let entry = entry();
                let path = entry.file.path();
                if unsupported.place.is_none() && !path.starts_with(crate::stdlib::SOURCE_PREFIX) {
                    unsupported.place = Some(entry.clone());
                }
                unsupported.traceback.insert(0, entry);
            }
            PyError::Interrupted => {}
        }
        Signal::Raise(error)
    }

    /// Leave what is being run until something takes the signal; the value when the function returns.
    fn unwind(&mut self, vm: &mut Vm, mut signal: Signal) -> PyResult<Option<Value>> {
        loop {
            let Some(control) = self.control.pop() else {
                return match signal {
                    Signal::Return(value) => Ok(Some(value)),
                    Signal::Raise(error) => Err(error),
                    Signal::Break | Signal::Continue => Ok(Some(Value::None)),
                };
            };
            match control {
                Control::Block { .. } | Control::YieldFrom { .. } => {}
                Control::While(_) | Control::For { .. } => match signal {
                    Signal::Break => {
                        abandon(vm, &control);
                        return Ok(None);
                    }
                    Signal::Continue => {
                        self.control.push(control);
                        return Ok(None);
                    }
                    Signal::Return(_) | Signal::Raise(_) => abandon(vm, &control),
                },
                Control::Except(node) => match signal {
                    Signal::Raise(PyError::Exception(raised)) => {
                        match self.find_handler(vm, &node, raised) {
                            None => return Ok(None),
                            Some(other) => signal = other,
                        }
                    }
                    other => signal = other,
                },
                Control::Handler(node, index, _) => {
                    vm.handling.pop();
                    self.forget_name(vm, &node, index);
                }
                Control::Finally(node) => {
                    if let Signal::Raise(PyError::Exception(raised)) = &signal {
                        vm.handling.push(raised.value.clone());
                    }
                    self.control.push(Control::Ending(Some(signal)));
                    self.enter_block(&node.finally);
                    return Ok(None);
                }
                Control::Ending(pending) => {
                    if matches!(pending, Some(Signal::Raise(PyError::Exception(_)))) {
                        vm.handling.pop();
                    }
                }
                Control::With { node, exit } => {
                    vm.span = node.span;
                    match self.leave_with(vm, &node, &exit, signal) {
                        None => return Ok(None),
                        Some(other) => signal = other,
                    }
                }
            }
        }
    }

    /// Enter the handler that takes the exception; the signal that goes on when there is none.
    fn find_handler(&mut self, vm: &mut Vm, node: &Rc<Try>, raised: Raised) -> Option<Signal> {
        let saved = vm.span;
        let value = Value::Instance(raised.value.clone());
        for (index, handler) in node.handlers.iter().enumerate() {
            if let Some(class) = &handler.class {
                vm.handling.push(raised.value.clone());
                let matches = self
                    .eval(vm, class)
                    .and_then(|class| vm.exception_matches(&raised.value, &class))
                    .map_err(|error| self.failed(vm, error));
                vm.handling.pop();
                match matches {
                    Ok(true) => {}
                    Ok(false) => continue,
                    Err(signal) => return Some(signal),
                }
            }
            vm.handling.push(raised.value.clone());
            self.control
                .push(Control::Handler(node.clone(), index, raised.value.clone()));
            if let Some(name) = &handler.name
                && let Err(error) = self.store(vm, name, value)
            {
                return Some(self.failed(vm, error));
            }
            self.enter_block(&handler.body);
            return None;
        }
        vm.span = saved;
        Some(Signal::Raise(PyError::Exception(raised)))
    }

    /// `except E as name` removes the name at its end.
    fn forget_name(&mut self, vm: &mut Vm, node: &Try, index: usize) {
        if let Some(name) = &node.handlers[index].name {
            // The name may have been deleted by the handler itself.
            let _ = self.delete_name(vm, name);
        }
    }

    /// Call `__exit__`; the signal that goes on, unless it is an exception that `__exit__` took.
    fn leave_with(
        &mut self,
        vm: &mut Vm,
        node: &With,
        exit: &Value,
        signal: Signal,
    ) -> Option<Signal> {
        let error = match signal {
            Signal::Raise(error) => error,
            other => {
                let none = vec![Value::None, Value::None, Value::None];
                return match self.call_exit(vm, node, exit, none) {
                    Ok(_) => Some(other),
                    Err(error) => Some(self.failed(vm, error)),
                };
            }
        };
        let stand_in = vm.stand_in(&error);
        let args = vec![
            Value::Class(stand_in.class()),
            Value::Instance(stand_in.clone()),
            vm.traceback_object(&stand_in),
        ];
        vm.handling.push(stand_in);
        let result = self
            .call_exit(vm, node, exit, args)
            .and_then(|result| vm.truthy(&result));
        let result = result.map_err(|error| self.failed(vm, error));
        vm.handling.pop();
        match (result, error) {
            (Ok(true), PyError::Exception(_)) => None,
            (
                Err(Signal::Raise(PyError::Exception(_))),
                error @ (PyError::Unsupported(_) | PyError::Interrupted),
            ) => Some(Signal::Raise(error)),
            (Err(signal), _) => Some(signal),
            (_, error) => Some(Signal::Raise(error)),
        }
    }

    fn call_exit(&mut self, vm: &mut Vm, node: &With, exit: &Value, args: Vec<Value>) -> PyResult {
        let result = vm.call(exit, args, Vec::new())?;
        if node.is_async {
            vm.run_awaitable(&result)
        } else {
            Ok(result)
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

    fn stmt(&mut self, vm: &mut Vm, stmt: &Stmt) -> PyResult<Flow> {
        match &stmt.kind {
            StmtKind::Expr(value) => {
                self.eval(vm, value)?;
            }
            StmtKind::Assign(targets, value) => {
                let value = self.eval(vm, value)?;
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
    fn collect(
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

    pub(super) fn test(&mut self, vm: &mut Vm, test: &crate::ir::Expr) -> PyResult<bool> {
        match self.eval(vm, test)? {
            Value::Bool(flag) => Ok(flag),
            Value::None => Ok(false),
            other => {
                vm.span = test.span;
                vm.truthy(&other)
            }
        }
    }

    fn enter_with(&mut self, vm: &mut Vm, node: &Rc<With>) -> PyResult<()> {
        let manager = self.eval(vm, &node.context)?;
        vm.span = node.span;
        let (enter, exit) = if node.is_async {
            ("__aenter__", "__aexit__")
        } else {
            ("__enter__", "__exit__")
        };
        let protocol = if node.is_async {
            "asynchronous context manager"
        } else {
            "context manager"
        };
        if let Value::Absent(absent) = &manager {
            return Err(vm.absent_used(absent));
        }
        let Some(enter) = vm.special_method(&manager, enter)? else {
            return Err(raise(
                "TypeError",
                format!(
                    "'{}' object does not support the {protocol} protocol",
                    vm.type_name(&manager)
                ),
            ));
        };
        let Some(exit) = vm.special_method(&manager, exit)? else {
            return Err(raise(
                "TypeError",
                format!(
                    "'{}' object does not support the {protocol} protocol (missed {exit} method)",
                    vm.type_name(&manager)
                ),
            ));
        };
        let mut entered = vm.call(&enter, Vec::new(), Vec::new())?;
        if node.is_async {
            entered = vm.run_awaitable(&entered)?;
        }
        self.control.push(Control::With {
            node: node.clone(),
            exit,
        });
        if let Some(target) = &node.target {
            self.assign(vm, target, entered)?;
        }
        self.enter_block(&node.body);
        Ok(())
    }

    fn raise_stmt(
        &mut self,
        vm: &mut Vm,
        at: Span,
        exception: Option<&crate::ir::Expr>,
        cause: Option<&crate::ir::Expr>,
    ) -> PyError {
        let Some(exception) = exception else {
            return match vm.handling.last() {
                Some(value) => PyError::Exception(Raised {
                    value: value.clone(),
                    again: true,
                }),
                None => raise("RuntimeError", "No active exception to reraise"),
            };
        };
        let result = self.raised(vm, at, exception, cause);
        match result {
            Ok(instance) => {
                vm.set_context(&instance);
                PyError::Exception(Raised::new(instance))
            }
            Err(error) => error,
        }
    }

    fn raised(
        &mut self,
        vm: &mut Vm,
        at: Span,
        exception: &crate::ir::Expr,
        cause: Option<&crate::ir::Expr>,
    ) -> PyResult<Rc<Instance>> {
        let value = self.eval(vm, exception)?;
        let cause = match cause {
            Some(cause) => Some(self.eval(vm, cause)?),
            None => None,
        };
        vm.span = at;
        let instance = vm.exception_of(&value, "exceptions must derive from BaseException")?;
        if let Some(cause) = cause {
            let cause = match cause {
                Value::None => None,
                cause => Some(
                    vm.exception_of(&cause, "exception causes must derive from BaseException")?,
                ),
            };
            instance.exception_mut(|state| {
                state.cause = cause;
                state.suppress_context = true;
            });
        }
        Ok(instance)
    }

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

    pub(super) fn load(&mut self, vm: &mut Vm, var: &Var, at: Span) -> PyResult {
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
        if let Some(value) = vm.builtins.clone().get(vm, name)? {
            return Ok(value);
        }
        vm.span = at;
        Err(vm.name_error(name))
    }

    fn class_name(&self, _vm: &mut Vm, name: &str) -> PyResult<Option<Value>> {
        Ok(match &self.names {
            Some(names) => names.get_str(name),
            None => None,
        })
    }

    fn unbound_cell(&self, index: usize) -> PyError {
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

    pub(super) fn store(&mut self, _vm: &mut Vm, var: &Var, value: Value) -> PyResult<()> {
        match var {
            Var::Local(slot) => self.slots[*slot as usize] = Some(value),
            Var::Cell(index) | Var::ClassCell(_, index) => {
                let old = self.cells[*index as usize].replace(Some(value));
                drop(old);
            }
            Var::Global(name) => self.globals.dict().set_str(name.clone(), value),
            Var::ClassName(name) => match &self.names {
                Some(names) => names.set_str(name.clone(), value),
                None => self.globals.dict().set_str(name.clone(), value),
            },
        }
        Ok(())
    }

    pub(super) fn delete_name(&mut self, vm: &mut Vm, var: &Var) -> PyResult<()> {
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

    pub(super) fn compare_chain(
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

/// A loop is left before its iterator has ended: a generator that nobody else holds is closed, as CPython does when it
/// drops the last reference, so that its `finally` runs.
fn abandon(vm: &mut Vm, control: &Control) {
    if let Control::For { iter, .. } = control
        && let Value::Generator(generator) = iter
        && Rc::strong_count(generator) == 1
    {
        // CPython only reports what such a generator raises.
        let _ = generator.close(vm);
    }
}

fn unbound(name: &str) -> PyError {
    raise(
        "UnboundLocalError",
        format!("cannot access local variable '{name}' where it is not associated with a value"),
    )
}
