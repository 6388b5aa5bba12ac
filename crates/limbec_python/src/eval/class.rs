//! Making classes.

use std::rc::Rc;

use super::frame::{Exit, Frame};
use super::generator::Resume;
use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::ir::{ClassDef, Expr};
use crate::source::Span;
use crate::types::linearize;
use crate::value::{Absent, Class, Layout, PyDict, Value};
use crate::vm::Vm;

/// Keyword arguments.
type Keywords = Vec<(Rc<str>, Value)>;

/// The stand-in for a class that extends something absent.
fn absent_base(class: &str, bases: &[Value]) -> Option<Value> {
    bases.iter().find_map(|base| match base {
        Value::Absent(absent) => Some(Value::Absent(Rc::new(Absent {
            name: Rc::from(format!("{class}({})", absent.name)),
            package: absent.package.clone(),
            file: absent.file.clone(),
            span: absent.span,
            cause: absent.cause.clone(),
        }))),
        _ => None,
    })
}

/// A class or a function after its decorators; one that something absent decorates is as absent as that.
pub(super) fn decorated(
    vm: &mut Vm,
    name: &str,
    decorators: Vec<(Value, Span)>,
    mut value: Value,
) -> PyResult {
    for (decorator, at) in decorators.into_iter().rev() {
        vm.span = at;
        if let Value::Absent(absent) = &decorator
            && matches!(value, Value::Function(_))
            && vm.assumes(absent, "what it decorates stays as it is")
        {
            continue;
        }
        value = match absent_base(name, std::slice::from_ref(&decorator)) {
            Some(absent) => absent,
            None if matches!(value, Value::Absent(_)) => value,
            None => vm.call_args(&decorator, Args::pos(vec![value]))?,
        };
    }
    Ok(value)
}

impl Frame {
    /// The decorators of a definition; what one needs from a package that is not there is not needed to define it.
    pub(super) fn decorators(
        &mut self,
        vm: &mut Vm,
        decorators: &[Expr],
    ) -> PyResult<Vec<(Value, Span)>> {
        let mut found = Vec::new();
        for decorator in decorators {
            let value = match self.eval(vm, decorator) {
                Err(PyError::Unsupported(unsupported)) => match unsupported.absent {
                    Some(absent) => Value::Absent(absent),
                    None => return Err(PyError::Unsupported(unsupported)),
                },
                other => other?,
            };
            found.push((value, decorator.span));
        }
        Ok(found)
    }

    pub(super) fn define_class(&mut self, vm: &mut Vm, def: &ClassDef) -> PyResult<()> {
        let statement = vm.span;
        let decorators = self.decorators(vm, &def.decorators)?;
        let mut bases = self.class_items(vm, &def.bases, statement)?;
        if vm.is_loading() {
            for base in &mut bases {
                self.missing_base(vm, base, statement)?;
            }
        }
        if let Some(absent) = absent_base(&def.code.name, &bases) {
            // Defining a class is not using it: it is as absent as what it extends. A base that acts on what
            // extends it is told.
            vm.span = statement;
            for base in &bases {
                if let Value::Class(class) = base
                    && class.lookup("__absent_subclass__").is_some()
                {
                    let names = def.keywords.iter().filter_map(|(name, _)| name.clone());
                    let names = Value::list(names.map(Value::Str).collect());
                    vm.call_method(base, "__absent_subclass__", vec![absent.clone(), names])?;
                }
            }
            return self.store(vm, &def.target, absent);
        }
        let mut keywords: Keywords = Vec::new();
        for (name, value) in &def.keywords {
            let value = self.eval(vm, value)?;
            match name {
                Some(name) => keywords.push((name.clone(), value)),
                None => {
                    for (key, value) in vm.mapping_items(&value)?.unwrap_or_default() {
                        if let Some(key) = key.as_str() {
                            keywords.push((key, value));
                        }
                    }
                }
            }
        }
        vm.span = statement;
        let mut value = self.build_class(vm, def, bases, keywords)?;
        value = decorated(vm, &def.code.name, decorators, value)?;
        self.store(vm, &def.target, value)
    }

    /// A base that stands for what is not supported (it says what by `__missing_base__`) is absent while modules are loaded.
    fn missing_base(&self, vm: &mut Vm, base: &mut Value, span: Span) -> PyResult<()> {
        let Value::Instance(instance) = &base else {
            return Ok(());
        };
        if instance.class().lookup("__missing_base__").is_none() {
            return Ok(());
        }
        if let Value::Str(name) = vm.call_method(base, "__missing_base__", Vec::new())? {
            *base = Value::Absent(Rc::new(Absent {
                package: Rc::from(name.split('.').next().unwrap_or("")),
                cause: Some(Rc::from(format!("{name} is not supported"))),
                name,
                file: self.code.file.clone(),
                span,
            }));
        }
        Ok(())
    }

    fn build_class(
        &mut self,
        vm: &mut Vm,
        def: &ClassDef,
        given: Vec<Value>,
        mut keywords: Keywords,
    ) -> PyResult {
        let bases = vm.resolve_bases(&given)?;
        let explicit = keywords
            .iter()
            .position(|(name, _)| &**name == "metaclass")
            .map(|place| keywords.remove(place).1);
        let metaclass = vm.metaclass_of(&bases, explicit)?;
        let (names, namespace) = match &metaclass {
            Value::Class(class) if Rc::ptr_eq(class, &vm.types.type_) => {
                (Rc::new(PyDict::new()), None)
            }
            metaclass => vm.prepare(metaclass, def, &bases, &keywords)?,
        };
        names.set_str("__module__", Value::Str(self.module_name()));
        names.set_str("__qualname__", Value::Str(def.code.qualname.clone()));
        if def.generic
            && let Some(getitem) = vm.types.get("list").dict().get_str("__class_getitem__")
        {
            names.set_str("__class_getitem__", getitem);
        }
        if let Some(doc) = &def.code.doc {
            names.set_str("__doc__", Value::Str(doc.clone()));
        }
        let mut frame = Frame::new(
            def.code.clone(),
            self.globals.clone(),
            &self.class_cells(&def.closure),
        );
        frame.names = Some(names.clone());
        frame.namespace = namespace.clone();
        match frame.run(vm, Resume::Start)? {
            Exit::Return(_) | Exit::Yield(_) => {}
        }
        if given.len() != bases.len() || given.iter().zip(&bases).any(|(a, b)| !a.is(b)) {
            names.set_str("__orig_bases__", Value::tuple(given));
        }
        let class_cell = def
            .code
            .cellvars
            .iter()
            .position(|(name, _)| &**name == "__class__")
            .map(|index| frame.cells[index].clone());
        if let Some(cell) = &class_cell {
            // `type.__new__` fills the cell before `__init_subclass__` runs, which may use `super()`.
            vm.class_cells.push(cell.clone());
        }
        let args = Args::new(
            vec![
                Value::Str(def.name.clone()),
                Value::tuple(bases),
                namespace.unwrap_or(Value::Dict(names)),
            ],
            keywords,
        );
        let depth = vm.class_cells.len();
        let result = match &metaclass {
            Value::Class(class) if Rc::ptr_eq(class, &vm.types.type_) => {
                vm.type_new(&class.clone(), args)
            }
            other => vm.call_args(other, args),
        };
        if class_cell.is_some() && vm.class_cells.len() >= depth {
            vm.class_cells.truncate(depth - 1);
        }
        let value = result?;
        if let (Some(cell), Value::Class(_)) = (class_cell, &value)
            && cell.borrow().is_none()
        {
            cell.replace(Some(value.clone()));
        }
        Ok(value)
    }

    fn module_name(&self) -> Rc<str> {
        match self.globals.dict().get_str("__name__") {
            Some(Value::Str(name)) => name,
            _ => self.globals.name().clone(),
        }
    }
}

impl Vm {
    /// Bases that are not classes may say which classes they stand for (`__mro_entries__`).
    fn resolve_bases(&mut self, given: &[Value]) -> PyResult<Vec<Value>> {
        let mut bases = Vec::with_capacity(given.len());
        for base in given {
            match base {
                Value::Class(_) => bases.push(base.clone()),
                Value::Absent(absent) => return Err(self.absent_used(absent)),
                other => match self.getattr_opt(other, "__mro_entries__")? {
                    Some(entries) => {
                        let all = vec![Value::tuple(given.to_vec())];
                        let entries = self.call(&entries, all, Vec::new())?;
                        bases.extend(self.iterate(&entries)?);
                    }
                    None => bases.push(base.clone()),
                },
            }
        }
        Ok(bases)
    }

    /// The most derived of the metaclasses of the bases and the one that is given.
    pub(crate) fn metaclass_of(&mut self, bases: &[Value], explicit: Option<Value>) -> PyResult {
        let mut winner = match (explicit, bases.first()) {
            (Some(Value::Class(class)), _) => class,
            (Some(callable), _) => return Ok(callable),
            (None, Some(base)) => self.class_of(base),
            (None, None) => self.types.type_.clone(),
        };
        for base in bases {
            let meta = self.class_of(base);
            if meta.is_subclass(&winner) {
                if !matches!(base, Value::Class(_)) {
                    continue;
                }
                winner = meta;
            } else if matches!(base, Value::Class(_)) && !winner.is_subclass(&meta) {
                return Err(raise(
                    "TypeError",
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                ));
            }
        }
        Ok(Value::Class(winner))
    }

    fn prepare(
        &mut self,
        metaclass: &Value,
        def: &ClassDef,
        bases: &[Value],
        keywords: &Keywords,
    ) -> PyResult<(Rc<PyDict>, Option<Value>)> {
        let Some(prepare) = self.getattr_opt(metaclass, "__prepare__")? else {
            return Ok((Rc::new(PyDict::new()), None));
        };
        let args = vec![Value::Str(def.name.clone()), Value::tuple(bases.to_vec())];
        match self.call(&prepare, args, keywords.clone())? {
            Value::Dict(dict) => Ok((dict, None)),
            Value::Instance(instance) => match instance.inner() {
                Some(Value::Dict(dict)) => Ok((dict, Some(Value::Instance(instance)))),
                _ => Err(self.unsupported("__prepare__() that does not return a dict")),
            },
            _ => Err(self.unsupported("__prepare__() that does not return a dict")),
        }
    }

    /// `type.__new__(metaclass, name, bases, names, **keywords)`
    pub(crate) fn type_new(&mut self, metaclass: &Rc<Class>, args: Args) -> PyResult {
        let [name, bases, names] = args.pos.as_slice() else {
            return Err(raise("TypeError", "type() takes 1 or 3 arguments"));
        };
        let Some(name) = name.as_str() else {
            return Err(raise(
                "TypeError",
                format!(
                    "type.__new__() argument 1 must be str, not {}",
                    self.type_name(name)
                ),
            ));
        };
        let given = self.iterate(bases)?;
        let names = match names.unwrap_inner() {
            Value::Dict(names) => names,
            other => {
                return Err(raise(
                    "TypeError",
                    format!(
                        "type.__new__() argument 3 must be dict, not {}",
                        self.type_name(&other)
                    ),
                ));
            }
        };
        let bases = self.check_bases(&given)?;
        let layout = layout_of(&bases);
        let Some(mro) = linearize(&bases) else {
            let names: Vec<String> = bases.iter().map(|base| base.name().to_string()).collect();
            return Err(raise(
                "TypeError",
                format!(
                    "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                    names.join(", ")
                ),
            ));
        };
        let dict = self.class_dict(&names);
        let meta = (!Rc::ptr_eq(metaclass, &self.types.type_)).then(|| metaclass.clone());
        let slots = self.slots_of(&name, &names, &bases)?;
        let class = Class::new_raw(name, bases, mro, dict, meta, layout, false);
        if let Some(slots) = slots {
            class.set_slots(slots);
        }
        self.custom_mro(metaclass, &class)?;
        if let Some(cell) = self.class_cells.pop() {
            cell.replace(Some(Value::Class(class.clone())));
        }
        self.finish_class(&class, args.kw)?;
        Ok(Value::Class(class))
    }

    fn check_bases(&mut self, given: &[Value]) -> PyResult<Vec<Rc<Class>>> {
        let mut bases: Vec<Rc<Class>> = Vec::with_capacity(given.len().max(1));
        for base in given {
            match base {
                Value::Class(class) => {
                    if matches!(
                        &*class.name(),
                        "bool" | "NoneType" | "function" | "range" | "slice"
                    ) && class.is_native()
                        && &*class.module() == "builtins"
                    {
                        return Err(raise(
                            "TypeError",
                            format!("type '{}' is not an acceptable base type", class.name()),
                        ));
                    }
                    if bases.iter().any(|other| Rc::ptr_eq(other, class)) {
                        return Err(raise(
                            "TypeError",
                            format!("duplicate base class {}", class.name()),
                        ));
                    }
                    bases.push(class.clone());
                }
                Value::Absent(absent) => return Err(self.absent_used(absent)),
                other => {
                    return Err(raise(
                        "TypeError",
                        format!("bases must be types, not {}", self.type_name(other)),
                    ));
                }
            }
        }
        if bases.is_empty() {
            bases.push(self.types.object.clone());
        }
        Ok(bases)
    }

    /// The names of the class body, with the methods that are static or class methods without saying so.
    fn class_dict(&mut self, names: &PyDict) -> Rc<PyDict> {
        let dict = names.copy();
        if !dict.contains_str("__module__")
            && let Some(call) = self.calls.last()
        {
            dict.set_str("__module__", Value::Str(call.globals.name().clone()));
        }
        if let Some(new @ Value::Function(_)) = dict.get_str("__new__") {
            dict.set_str("__new__", Value::StaticMethod(Rc::new(new)));
        }
        for name in ["__init_subclass__", "__class_getitem__"] {
            if let Some(method @ Value::Function(_)) = dict.get_str(name) {
                dict.set_str(name, Value::ClassMethod(Rc::new(method)));
            }
        }
        if dict.contains_str("__eq__") && !dict.contains_str("__hash__") {
            dict.set_str("__hash__", Value::None);
        }
        Rc::new(dict)
    }

    /// The names that instances may have, when the class and all its bases say `__slots__`.
    fn slots_of(
        &mut self,
        class: &str,
        names: &PyDict,
        bases: &[Rc<Class>],
    ) -> PyResult<Option<Vec<Rc<str>>>> {
        let Some(own) = names.get_str("__slots__") else {
            return Ok(None);
        };
        let mut slots: Vec<Rc<str>> = Vec::new();
        for base in bases {
            if Rc::ptr_eq(base, &self.types.object) {
                continue;
            }
            match base.slots() {
                Some(inherited) => slots.extend(inherited.iter().cloned()),
                None => return Ok(None),
            }
        }
        let own = match own.as_str() {
            Some(one) => vec![Value::Str(one)],
            None => self.iterate(&own)?,
        };
        for name in own {
            let Some(name) = name.as_str() else {
                return Err(raise(
                    "TypeError",
                    format!(
                        "__slots__ items must be strings, not '{}'",
                        self.type_name(&name)
                    ),
                ));
            };
            if &*name == "__dict__" {
                return Ok(None);
            }
            if names.contains_str(&name) && &*name != "__qualname__" {
                return Err(raise(
                    "ValueError",
                    format!("'{name}' in __slots__ conflicts with class variable"),
                ));
            }
            let private = name.starts_with("__") && !name.ends_with("__");
            slots.push(if private {
                Rc::from(format!("_{}{name}", class.trim_start_matches('_')))
            } else {
                name
            });
        }
        Ok(Some(slots))
    }

    /// The order of lookup that a metaclass chooses with a method `mro` of its own.
    fn custom_mro(&mut self, metaclass: &Rc<Class>, class: &Rc<Class>) -> PyResult<()> {
        let Some(method @ Value::Function(_)) = metaclass.lookup("mro") else {
            return Ok(());
        };
        let order = self.call_args(&method, Args::pos(vec![Value::Class(class.clone())]))?;
        let mut classes = Vec::new();
        for entry in self.iterate(&order)? {
            match entry {
                Value::Class(other) if Rc::ptr_eq(&other, class) => {}
                Value::Class(other) => classes.push(other),
                other => {
                    return Err(raise(
                        "TypeError",
                        format!("mro() returned a non-class ('{}')", self.type_name(&other)),
                    ));
                }
            }
        }
        class.set_mro(classes);
        Ok(())
    }

    /// `__set_name__` of the attributes, then `__init_subclass__` of the base.
    fn finish_class(&mut self, class: &Rc<Class>, keywords: Keywords) -> PyResult<()> {
        for (name, value) in class.dict().str_items() {
            if let Value::Instance(instance) = &value
                && let Some(set_name) = instance.class().lookup("__set_name__")
            {
                let args = vec![
                    value.clone(),
                    Value::Class(class.clone()),
                    Value::Str(name.clone()),
                ];
                if let Err(error) = self.call_args(&set_name, Args::pos(args)) {
                    let Some(cause) = error.exception().cloned() else {
                        return Err(error);
                    };
                    let wrapped = raise(
                        "RuntimeError",
                        format!(
                            "Error calling __set_name__ on '{}' instance '{name}' in '{}'",
                            self.type_name(&value),
                            class.name()
                        ),
                    );
                    if let Some(exception) = wrapped.exception() {
                        exception.exception_mut(|state| {
                            state.cause = Some(cause);
                            state.suppress_context = true;
                        });
                    }
                    return Err(wrapped);
                }
            }
        }
        let base_hook = class
            .mro()
            .into_iter()
            .skip(1)
            .find_map(|base| base.dict().get_str("__init_subclass__"));
        match base_hook {
            Some(hook) => {
                let hook = self.bind(&hook, &Value::Class(class.clone()), class)?;
                self.call(&hook, Vec::new(), keywords)?;
            }
            None if !keywords.is_empty() => {
                return Err(raise(
                    "TypeError",
                    format!(
                        "{}.__init_subclass__() takes no keyword arguments",
                        class.name()
                    ),
                ));
            }
            None => {}
        }
        Ok(())
    }
}

fn layout_of(bases: &[Rc<Class>]) -> Layout {
    bases
        .iter()
        .map(|base| base.layout())
        .find(|layout| *layout != Layout::Object)
        .unwrap_or(Layout::Object)
}
