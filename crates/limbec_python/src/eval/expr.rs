//! Expressions and assignment.

use std::cell::RefCell;
use std::rc::Rc;

use super::frame::Frame;
use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::ir::{
    AnnAssign, Binary, Call, Comprehension, Convert, Expr, ExprKind, FunctionDef, Gather, Item,
    LocalsKind, Target, TextPart, Unary, Var,
};
use crate::source::Span;
use crate::value::function::Cell;
use crate::value::{Function, PyDict, PySet, Slice, Value};
use crate::vm::Vm;

impl Frame {
    pub(crate) fn eval(&mut self, vm: &mut Vm, expr: &Expr) -> PyResult {
        match &expr.kind {
            ExprKind::Const(value) => Ok(value.clone()),
            ExprKind::Name(var) => self.load(vm, var, expr.span),
            ExprKind::Attribute(object, name) => {
                let object = self.eval(vm, object)?;
                vm.span = expr.span;
                vm.getattr(&object, name)
            }
            ExprKind::Call(call) => self.call(vm, call, expr.span),
            ExprKind::Binary(both, op) => self.binary(vm, both, *op, expr.span),
            ExprKind::Unary(operand, op) => {
                let operand = self.eval(vm, operand)?;
                vm.span = expr.span;
                match op {
                    Unary::Not => Ok(Value::Bool(!vm.truthy(&operand)?)),
                    other => vm.unary(*other, &operand),
                }
            }
            ExprKind::Compare(left, rest) => self.compare_chain(vm, left, rest, expr.span),
            ExprKind::And(values) => self.and_or(vm, values, false),
            ExprKind::Or(values) => self.and_or(vm, values, true),
            ExprKind::IfElse(parts) => {
                let (test, body, orelse) = &**parts;
                if self.test(vm, test)? {
                    self.eval(vm, body)
                } else {
                    self.eval(vm, orelse)
                }
            }
            ExprKind::Subscript(both) => {
                let object = self.eval(vm, &both.0)?;
                let key = self.eval(vm, &both.1)?;
                vm.span = expr.span;
                vm.get_item(&object, &key)
            }
            ExprKind::Text(parts) => {
                let mut text = String::new();
                self.text(vm, parts, &mut text, expr.span)?;
                Ok(Value::str(text))
            }
            ExprKind::List(items) => Ok(Value::list(self.items(vm, items, expr.span)?)),
            ExprKind::Tuple(items) => Ok(Value::tuple(self.items(vm, items, expr.span)?)),
            ExprKind::Set(items) => {
                let items = self.items(vm, items, expr.span)?;
                vm.span = expr.span;
                Ok(Value::Set(Rc::new(PySet::from_items(vm, items)?)))
            }
            ExprKind::Dict(pairs) => self.dict(vm, pairs, expr.span),
            other => self.eval_rare(vm, other, expr.span),
        }
    }

    /// The kinds of expressions that are not in every line; apart so that the frame of `eval` stays small.
    fn eval_rare(&mut self, vm: &mut Vm, kind: &ExprKind, at: Span) -> PyResult {
        match kind {
            ExprKind::Slice(parts) => {
                let mut values = [Value::None, Value::None, Value::None];
                for (value, part) in values.iter_mut().zip(parts.iter()) {
                    if let Some(part) = part {
                        *value = self.eval(vm, part)?;
                    }
                }
                let [start, stop, step] = values;
                Ok(Value::Slice(Rc::new(Slice { start, stop, step })))
            }
            ExprKind::Lambda(def) => Ok(Value::Function(self.function(vm, def)?)),
            ExprKind::Comprehension(comp) => self.comprehension(vm, comp, at),
            ExprKind::Assign(var, value) => {
                let value = self.eval(vm, value)?;
                self.store(vm, var, value.clone())?;
                Ok(value)
            }
            ExprKind::Await(value) => {
                let value = self.eval(vm, value)?;
                vm.span = at;
                vm.run_awaitable(&value)
            }
            ExprKind::Super(class, first) => {
                let class = self.load(vm, class, at)?;
                let first = self.load(vm, first, at)?;
                vm.span = at;
                vm.super_object(&class, &first)
            }
            ExprKind::CallWithLocals(call) => {
                let function = self.eval(vm, &call.func)?;
                let args = self.args(vm, call, None, at, Some(&function))?;
                vm.span = at;
                vm.dynamic_locals = Some(self.locals(vm));
                let result = vm.call_args(&function, args);
                vm.dynamic_locals = None;
                result
            }
            ExprKind::Locals(kind) => {
                let locals = self.locals(vm);
                Ok(match kind {
                    LocalsKind::Dict => Value::Dict(locals),
                    LocalsKind::Names => {
                        let mut names = locals.keys();
                        names.sort_by_key(|name| name.as_str());
                        Value::list(names)
                    }
                })
            }
            _ => Ok(Value::None),
        }
    }

    fn and_or(&mut self, vm: &mut Vm, values: &[Expr], stop_at: bool) -> PyResult {
        let mut result = Value::None;
        for (index, value) in values.iter().enumerate() {
            result = self.eval(vm, value)?;
            if index + 1 < values.len() {
                vm.span = value.span;
                if vm.truthy(&result)? == stop_at {
                    break;
                }
            }
        }
        Ok(result)
    }

    /// A chain like `a + b + c + …` is deep on its left side; it is walked down and up without recursion.
    fn binary(&mut self, vm: &mut Vm, both: &(Expr, Expr), op: Binary, at: Span) -> PyResult {
        if !matches!(both.0.kind, ExprKind::Binary(..)) {
            let left = self.eval(vm, &both.0)?;
            let right = self.eval(vm, &both.1)?;
            vm.span = at;
            return vm.binary(op, &left, &right);
        }
        let mut chain = vec![(&both.1, op, at)];
        let mut left = &both.0;
        while let ExprKind::Binary(inner, op) = &left.kind {
            chain.push((&inner.1, *op, left.span));
            left = &inner.0;
        }
        let mut value = self.eval(vm, left)?;
        while let Some((right, op, at)) = chain.pop() {
            let right = self.eval(vm, right)?;
            vm.span = at;
            value = vm.binary(op, &value, &right)?;
        }
        Ok(value)
    }

    fn items(&mut self, vm: &mut Vm, items: &[Item], at: Span) -> PyResult<Vec<Value>> {
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            match item {
                Item::One(item) => values.push(self.eval(vm, item)?),
                Item::Star(item) => {
                    let value = self.eval(vm, item)?;
                    vm.span = at;
                    if !vm.is_iterable(&value)? {
                        return Err(raise(
                            "TypeError",
                            format!(
                                "Value after * must be an iterable, not {}",
                                vm.type_name(&value)
                            ),
                        ));
                    }
                    values.extend(vm.iterate(&value)?);
                }
            }
        }
        Ok(values)
    }

    fn dict(&mut self, vm: &mut Vm, pairs: &[(Option<Expr>, Expr)], at: Span) -> PyResult {
        let dict = PyDict::new();
        for (key, value) in pairs {
            match key {
                Some(key) => {
                    let key = self.eval(vm, key)?;
                    let value = self.eval(vm, value)?;
                    vm.span = at;
                    dict.set(vm, key, value)?;
                }
                None => {
                    let mapping = self.eval(vm, value)?;
                    vm.span = at;
                    let Some(pairs) = vm.mapping_items(&mapping)? else {
                        return Err(raise(
                            "TypeError",
                            format!("'{}' object is not a mapping", vm.type_name(&mapping)),
                        ));
                    };
                    for (key, value) in pairs {
                        dict.set(vm, key, value)?;
                    }
                }
            }
        }
        Ok(Value::Dict(Rc::new(dict)))
    }

    fn text(
        &mut self,
        vm: &mut Vm,
        parts: &[TextPart],
        text: &mut String,
        at: Span,
    ) -> PyResult<()> {
        for part in parts {
            match part {
                TextPart::Literal(literal) => text.push_str(literal),
                TextPart::Value {
                    value,
                    convert,
                    format,
                } => {
                    let value = self.eval(vm, value)?;
                    vm.span = at;
                    let value = match convert {
                        Convert::None => value,
                        Convert::Str => Value::Str(vm.str(&value)?),
                        Convert::Repr => Value::Str(vm.repr(&value)?),
                        Convert::Ascii => Value::Str(vm.ascii(&value)?),
                    };
                    match format {
                        None => match &value {
                            Value::Str(value) => text.push_str(value),
                            other => text.push_str(&vm.format(other, "")?),
                        },
                        Some(spec) => {
                            let mut inner = String::new();
                            self.text(vm, spec, &mut inner, at)?;
                            vm.span = at;
                            text.push_str(&vm.format(&value, &inner)?);
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn call(&mut self, vm: &mut Vm, call: &Call, at: Span) -> PyResult {
        // A method is called without making a bound method first.
        if let ExprKind::Attribute(object, name) = &call.func.kind {
            let object = self.eval(vm, object)?;
            vm.span = call.func.span;
            let (method, this) = vm.method(&object, name)?;
            let args = self.args(vm, call, this, at, Some(&method))?;
            vm.span = at;
            return vm.call_args(&method, args);
        }
        let function = self.eval(vm, &call.func)?;
        let args = self.args(vm, call, None, at, Some(&function))?;
        vm.span = at;
        vm.call_args(&function, args)
    }

    fn args(
        &mut self,
        vm: &mut Vm,
        call: &Call,
        this: Option<Value>,
        at: Span,
        function: Option<&Value>,
    ) -> PyResult<Args> {
        // A class puts the new object in front of them, and a bound method its own.
        let takes_one = matches!(function, Some(Value::Class(_) | Value::BoundMethod(_)));
        let room = usize::from(this.is_some()) + usize::from(takes_one);
        let mut pos = Vec::with_capacity(call.args.len() + room);
        pos.extend(this);
        for arg in &call.args {
            match arg {
                Item::One(arg) => pos.push(self.eval(vm, arg)?),
                Item::Star(arg) => {
                    let value = self.eval(vm, arg)?;
                    vm.span = at;
                    if !vm.is_iterable(&value)? {
                        let what = if call.args.len() == 1 {
                            format!("{} argument", vm.function_name(function))
                        } else {
                            "Value".to_owned()
                        };
                        return Err(raise(
                            "TypeError",
                            format!(
                                "{what} after * must be an iterable, not {}",
                                vm.type_name(&value)
                            ),
                        ));
                    }
                    pos.extend(vm.iterate(&value)?);
                }
            }
        }
        let mut kw: Vec<(Rc<str>, Value)> = Vec::with_capacity(call.kwargs.len());
        for (name, value) in &call.kwargs {
            let value = match self.eval(vm, value) {
                Ok(value) => value,
                Err(error) => vm.described(name.as_deref(), value.span, error)?,
            };
            match name {
                Some(name) => {
                    if kw.iter().any(|(other, _)| other == name) {
                        vm.span = at;
                        return Err(twice(vm, function, name));
                    }
                    kw.push((name.clone(), value));
                }
                None => {
                    vm.span = at;
                    self.double_star(vm, &value, function, &mut kw)?;
                }
            }
        }
        Ok(Args { pos, kw })
    }

    fn double_star(
        &mut self,
        vm: &mut Vm,
        mapping: &Value,
        function: Option<&Value>,
        kw: &mut Vec<(Rc<str>, Value)>,
    ) -> PyResult<()> {
        let name = vm.function_name(function);
        let Some(pairs) = vm.mapping_items(mapping)? else {
            return Err(raise(
                "TypeError",
                format!(
                    "{name} argument after ** must be a mapping, not {}",
                    vm.type_name(mapping)
                ),
            ));
        };
        for (key, value) in pairs {
            let Some(key) = key.as_str() else {
                return Err(raise("TypeError", "keywords must be strings"));
            };
            if kw.iter().any(|(other, _)| *other == key) {
                return Err(twice(vm, function, &key));
            }
            kw.push((key, value));
        }
        Ok(())
    }

    fn closure(&self, indices: &[u32]) -> Vec<Rc<Cell>> {
        indices
            .iter()
            .map(|index| self.cells[*index as usize].clone())
            .collect()
    }

    fn function(&mut self, vm: &mut Vm, def: &FunctionDef) -> PyResult<Rc<Function>> {
        let mut defaults = Vec::with_capacity(def.defaults.len());
        for default in &def.defaults {
            defaults.push(match default {
                Some(default) => Some(self.eval(vm, default)?),
                None => None,
            });
        }
        Ok(Rc::new(Function {
            code: def.code.clone(),
            globals: self.globals.clone(),
            defaults: RefCell::new(defaults),
            closure: self.closure(&def.closure),
            attrs: std::cell::OnceCell::new(),
            qualname: def.code.qualname.clone(),
        }))
    }

    pub(super) fn define_function(
        &mut self,
        vm: &mut Vm,
        def: &FunctionDef,
        decorators: &[Expr],
        target: &Var,
    ) -> PyResult<()> {
        let decorators = self.decorators(vm, decorators)?;
        let value = Value::Function(self.function(vm, def)?);
        let value = super::class::decorated(vm, &def.code.name, decorators, value)?;
        self.store(vm, target, value)
    }

    fn comprehension(&mut self, vm: &mut Vm, comp: &Comprehension, at: Span) -> PyResult {
        let iterable = self.eval(vm, &comp.first)?;
        vm.span = comp.first.span;
        let iter = if comp.first_async {
            vm.iter_async(&iterable)?
        } else {
            vm.iter(&iterable)?
        };
        vm.span = at;
        let mut slots = vec![None; comp.code.locals.len()];
        slots[0] = Some(iter);
        let hidden = comp.code.locals.iter().position(|name| &**name == ".t1");
        if let Some(hidden) = hidden {
            slots[hidden] = Some(Frame::empty(comp.gather));
        }
        let mut frame = Frame::with_slots(
            comp.code.clone(),
            self.globals.clone(),
            &self.closure(&comp.closure),
            slots,
        );
        // A comprehension in a class body does not see the names of the class, but its module's.
        frame.names = None;
        if comp.gather == Gather::Generator {
            return Ok(super::generator::suspended(frame));
        }
        match frame.run(vm, super::generator::Resume::Start)? {
            super::frame::Exit::Return(value) | super::frame::Exit::Yield(value) => Ok(value),
        }
    }

    pub(super) fn assign(&mut self, vm: &mut Vm, target: &Target, value: Value) -> PyResult<()> {
        match target {
            Target::Name(var, _) => self.store(vm, var, value),
            Target::Attribute(object, name, at) => {
                let object = self.eval(vm, object)?;
                vm.span = *at;
                vm.setattr(&object, name, value)
            }
            Target::Subscript(both, at) => {
                let object = self.eval(vm, &both.0)?;
                let key = self.eval(vm, &both.1)?;
                vm.span = *at;
                vm.set_item(&object, &key, value)
            }
            Target::Unpack(targets, star, at) => {
                vm.span = *at;
                let values = vm.unpack(&value, targets.len(), *star)?;
                for (target, value) in targets.iter().zip(values) {
                    self.assign(vm, target, value)?;
                }
                Ok(())
            }
        }
    }

    pub(super) fn aug_assign(
        &mut self,
        vm: &mut Vm,
        target: &Target,
        op: Binary,
        value: &Expr,
    ) -> PyResult<()> {
        let statement = vm.span;
        match target {
            Target::Name(var, at) => {
                let old = self.load(vm, var, *at)?;
                let value = self.eval(vm, value)?;
                vm.span = statement;
                let new = vm.in_place(op, &old, &value)?;
                self.store(vm, var, new)
            }
            Target::Attribute(object, name, at) => {
                let object = self.eval(vm, object)?;
                vm.span = *at;
                let old = vm.getattr(&object, name)?;
                let value = self.eval(vm, value)?;
                vm.span = statement;
                let new = vm.in_place(op, &old, &value)?;
                vm.span = *at;
                vm.setattr(&object, name, new)
            }
            Target::Subscript(both, at) => {
                let object = self.eval(vm, &both.0)?;
                let key = self.eval(vm, &both.1)?;
                vm.span = *at;
                let old = vm.get_item(&object, &key)?;
                let value = self.eval(vm, value)?;
                vm.span = statement;
                let new = vm.in_place(op, &old, &value)?;
                vm.span = *at;
                vm.set_item(&object, &key, new)
            }
            Target::Unpack(..) => Err(vm.unsupported("augmented assignment to several targets")),
        }
    }

    pub(super) fn ann_assign(&mut self, vm: &mut Vm, node: &AnnAssign) -> PyResult<()> {
        if let Some(value) = &node.value {
            let value = match self.eval(vm, value) {
                Err(error) => self.absent_result(vm, std::slice::from_ref(&node.target), error)?,
                Ok(value) => value,
            };
            self.assign(vm, &node.target, value)?;
        }
        let Some(annotation) = &node.annotation else {
            return Ok(());
        };
        let value = match self.eval(vm, annotation) {
            Ok(value) => value,
            // What an annotation needs from a package that is not there is not needed to run the script.
            Err(crate::PyError::Unsupported(unsupported)) => match unsupported.absent {
                Some(absent) => Value::Absent(absent),
                None => return Err(crate::PyError::Unsupported(unsupported)),
            },
            // Python 3.14 evaluates an annotation only where it is asked for, so `list[Item]` may stand before the
            // class `Item`: what names something that comes later is kept as its text.
            Err(error) if vm.error_is(&error, "NameError") => {
                Value::str(self.code.file.slice(annotation.span))
            }
            Err(error) => return Err(error),
        };
        let Some(name) = &node.record else {
            return Ok(());
        };
        let names = match &self.names {
            Some(names) => names.clone(),
            None => self.globals.dict().clone(),
        };
        let annotations = match names.get_str("__annotations__") {
            Some(Value::Dict(annotations)) => annotations,
            _ => {
                let annotations = Rc::new(PyDict::new());
                names.set_str("__annotations__", Value::Dict(annotations.clone()));
                annotations
            }
        };
        annotations.set_str(name.clone(), value);
        Ok(())
    }

    pub(super) fn delete(&mut self, vm: &mut Vm, target: &Target) -> PyResult<()> {
        match target {
            Target::Name(var, at) => {
                vm.span = *at;
                self.delete_name(vm, var)
            }
            Target::Attribute(object, name, at) => {
                let object = self.eval(vm, object)?;
                vm.span = *at;
                vm.delattr(&object, name)
            }
            Target::Subscript(both, at) => {
                let object = self.eval(vm, &both.0)?;
                let key = self.eval(vm, &both.1)?;
                vm.span = *at;
                vm.del_item(&object, &key)
            }
            Target::Unpack(targets, _, _) => {
                for target in targets {
                    self.delete(vm, target)?;
                }
                Ok(())
            }
        }
    }

    pub(super) fn class_items(
        &mut self,
        vm: &mut Vm,
        items: &[Item],
        at: Span,
    ) -> PyResult<Vec<Value>> {
        let mut found = Vec::with_capacity(items.len());
        for item in items {
            match self.items(vm, std::slice::from_ref(item), at) {
                Ok(values) => found.extend(values),
                // What extends something made of what is not there (`Base[int]`) is as absent as that.
                Err(PyError::Unsupported(problem)) => match problem.absent {
                    Some(absent) => found.push(Value::Absent(absent)),
                    None => return Err(PyError::Unsupported(problem)),
                },
                Err(error) => return Err(error),
            }
        }
        Ok(found)
    }

    pub(super) fn class_cells(&self, indices: &[u32]) -> Vec<Rc<Cell>> {
        self.closure(indices)
    }
}

/// A keyword argument that is given twice.
fn twice(vm: &Vm, function: Option<&Value>, key: &str) -> PyError {
    let name = vm.function_name(function);
    raise(
        "TypeError",
        format!("{name} got multiple values for keyword argument '{key}'"),
    )
}
