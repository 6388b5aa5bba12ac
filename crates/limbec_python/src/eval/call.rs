//! Calls.

use std::rc::Rc;

use super::frame::{Exit, Frame};
use super::generator::{Resume, suspended};
use crate::args::{Args, join_names};
use crate::error::{PyError, PyResult, raise};
use crate::ir::CodeKind;
use crate::source::Span;
use crate::value::{Absent, BoundMethod, Class, Function, Layout, SuperObject, Value};
use crate::vm::Vm;

/// What may not be done, and is left out where a module does it for its effect alone while it is loaded: a folder that is made, a
/// process that is started.
const OUTSIDE: &[&str] = &["os", "pathlib", "shutil", "sqlite3", "subprocess"];

fn first_absent(args: &Args) -> Option<Rc<Absent>> {
    args.pos.iter().find_map(|value| match value {
        Value::Absent(absent) => Some(absent.clone()),
        _ => None,
    })
}

impl Vm {
    /// Call with arguments as they come.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub fn call_args(&mut self, function: &Value, mut args: Args) -> PyResult {
        match function {
            Value::Function(function) => self.call_function(function, args),
            Value::Native(native) => {
                let absent = first_absent(&args);
                self.enter()?;
                let result = native.call(self, args);
                self.leave();
                match (result, absent) {
                    // Not the kind of the value is wrong, but that it is not there.
                    (Err(error), Some(absent)) if self.error_is(&error, "TypeError") => {
                        Err(self.absent_used(&absent))
                    }
                    (result, _) => result,
                }
            }
            Value::BoundMethod(method) => {
                args.pos.insert(0, method.this.clone());
                self.call_args(&method.function, args)
            }
            Value::Class(class) => self.call_class(class, args),
            Value::Instance(instance) => match instance.class().lookup("__call__") {
                Some(call) => {
                    let call = self.bind(&call, function, &instance.class())?;
                    self.enter()?;
                    let result = self.call_args(&call, args);
                    self.leave();
                    result
                }
                None => Err(self.not_callable(function)),
            },
            Value::StaticMethod(inner) => self.call_args(inner, args),
            Value::Absent(absent) => self.absent_called(absent, &args),
            _ => Err(self.not_callable(function)),
        }
    }

    /// Call a function for what it does, although modules are being run around it: `upgrade()` of a script is called
    /// while env.py runs. What it calls must be there, as anywhere outside of a module that is imported.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub fn call_in_earnest(
        &mut self,
        function: &Value,
        pos: Vec<Value>,
        kw: Vec<(Rc<str>, Value)>,
    ) -> PyResult {
        let before = std::mem::replace(&mut self.loading_before, self.loading.len());
        let result = self.call(function, pos, kw);
        self.loading_before = before;
        result
    }

    /// Call a function as a part of a module that is loaded: the factory of an application, which stands for the modules that it
    /// imports.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub(crate) fn call_while_loading(&mut self, function: &Value, given: Vec<Value>) -> PyResult {
        self.loading.push(Rc::from("<application>"));
        let result = self.call(function, given, Vec::new());
        self.loading.pop();
        result
    }

    /// Whether a module is being run that may do without what is absent.
    pub(crate) fn is_loading(&self) -> bool {
        self.loading.len() > self.loading_before
    }

    /// What a module of the project makes with something absent while it is imported is as absent as that, unless
    /// it was given an object or a class that it could have changed.
    fn absent_called(&self, absent: &Rc<Absent>, args: &Args) -> PyResult {
        let mut given = args
            .pos
            .iter()
            .chain(args.kw.iter().map(|(_, value)| value));
        let may = self.is_loading() && given.all(|value| self.may_be_given(absent, value));
        if may || self.assumes(absent, "its call is left out") {
            return Ok(self.absent_result(absent));
        }
        Err(self.absent_used(absent))
    }

    /// What stands for the call of something absent that has failed, where a keyword of
    /// [`crate::Config::descriptive_keywords`] hands it on.
    pub(crate) fn described(&self, keyword: Option<&str>, call: Span, error: PyError) -> PyResult {
        let is_descriptive =
            keyword.is_some_and(|name| self.config().descriptive_keywords.contains(&name));
        match &error {
            PyError::Unsupported(unsupported) if is_descriptive => match &unsupported.absent {
                Some(absent)
                    if unsupported.traceback.is_empty()
                        && unsupported.place.as_ref().is_some_and(|at| at.span == call) =>
                {
                    Ok(self.absent_result(absent))
                }
                _ => Err(error),
            },
            _ => Err(error),
        }
    }

    /// Whether something absent may be given a value: one that it cannot have changed, an object that says that tables do not
    /// depend on it (`__absent_may_have__`), anything where its package is known to leave tables alone.
    pub(crate) fn may_be_given(&self, absent: &Absent, value: &Value) -> bool {
        let could_change = match value {
            Value::Class(class) => class.lookup("__absent_subclass__").is_some(),
            Value::Instance(object) => object.class().lookup("__absent_may_have__").is_none(),
            Value::Module(_) => true,
            _ => false,
        };
        !could_change || self.leaves_tables_alone(absent)
    }

    fn leaves_tables_alone(&self, absent: &Absent) -> bool {
        let known = self.config().idle_packages;
        absent.cause.is_none() && known.contains(&&*absent.package)
    }

    /// Whether an attribute or an item of something absent may be set, to no effect.
    pub(crate) fn may_be_set(&self, absent: &Absent, value: &Value) -> bool {
        self.is_loading_parts() && self.may_be_given(absent, value)
    }

    /// Whether a module is being run that env.py or a migration imports. The outermost says itself what it wants done.
    pub(crate) fn is_loading_parts(&self) -> bool {
        self.loading.len() > self.loading_before + 1
    }

    fn not_callable(&self, value: &Value) -> PyError {
        raise(
            "TypeError",
            format!("'{}' object is not callable", self.type_name(value)),
        )
    }

    /// Whether it can be called.
    pub fn is_callable(&self, value: &Value) -> bool {
        match value {
            Value::Function(_)
            | Value::Native(_)
            | Value::BoundMethod(_)
            | Value::Class(_)
            // Handing on what is absent, as `partial(absent, …)` does, is not using it; calling it is.
            | Value::Absent(_)
            | Value::StaticMethod(_) => true,
            Value::Instance(instance) => instance.class().lookup("__call__").is_some(),
            _ => false,
        }
    }

    /// The error of a name that is used although its package is not there.
    pub fn absent_used(&self, absent: &Rc<Absent>) -> PyError {
        let mut error = crate::error::absent_used(absent);
        if let PyError::Unsupported(unsupported) = &mut error {
            unsupported.place = self.here();
        }
        error
    }

    /// As [`Vm::absent_used`], with what depends on it: `User.kind = app.Kind()`.
    pub fn absent_used_for(&self, absent: &Rc<Absent>, place: &str) -> PyError {
        self.absent_used(&Rc::new(Absent {
            name: Rc::from(format!("{place} = {}", absent.name)),
            package: absent.package.clone(),
            file: absent.file.clone(),
            span: absent.span,
            cause: absent.cause.clone(),
        }))
    }

    /// Whether a call for its effect alone may be left out because its package is not there: while a script
    /// imports a module of the project, unless the package could be one that adds to the models, or the call is that of an object
    /// that was made, which could have been given anything.
    pub(crate) fn is_idle(&self, absent: &Absent) -> bool {
        let package = absent.package.to_lowercase();
        let concerns_models = ["sql", "alembic", "model", "audit", "version", "history"]
            .iter()
            .any(|part| package.contains(part));
        self.is_loading_parts()
            && (self.leaves_tables_alone(absent)
                || absent.name.matches("()").count() == 1
                    && (OUTSIDE.contains(&&*absent.package)
                        || absent.cause.is_none() && !concerns_models))
    }

    pub(crate) fn call_function(&mut self, function: &Rc<Function>, args: Args) -> PyResult {
        let slots = self.bind_args(function, args)?;
        let mut frame = Frame::with_slots(
            function.code.clone(),
            function.globals.clone(),
            &function.closure,
            slots,
        );
        if function.code.kind != CodeKind::Function {
            return Ok(suspended(frame));
        }
        match frame.run(self, Resume::Start)? {
            Exit::Return(value) | Exit::Yield(value) => Ok(value),
        }
    }

    /// The slots of a new frame with the parameters filled in.
    fn bind_args(&mut self, function: &Rc<Function>, args: Args) -> PyResult<Vec<Option<Value>>> {
        let code = &function.code;
        let params = &code.params;
        let named = params.positional + params.keyword_only;
        let mut slots: Vec<Option<Value>> = Vec::with_capacity(code.locals.len());
        let given = args.pos.len();
        let mut pos = args.pos.into_iter();
        slots.extend(pos.by_ref().take(params.positional).map(Some));
        slots.resize(code.locals.len(), None);
        let rest: Vec<Value> = pos.collect();
        let mut extra = Vec::new();
        for (name, value) in args.kw {
            let place = code.locals[..named].iter().position(|local| *local == name);
            match place {
                Some(place) if place >= params.positional_only => {
                    if slots[place].is_some() {
                        return Err(self.argument_error(
                            function,
                            &format!("got multiple values for argument '{name}'"),
                        ));
                    }
                    slots[place] = Some(value);
                }
                _ if params.kwargs => extra.push((name, value)),
                Some(_) => {
                    return Err(self.argument_error(
                        function,
                        &format!("got some positional-only arguments passed as keyword arguments: '{name}'"),
                    ));
                }
                None => {
                    return Err(self.argument_error(
                        function,
                        &format!("got an unexpected keyword argument '{name}'"),
                    ));
                }
            }
        }
        if !rest.is_empty() && !params.varargs {
            return Err(self.too_many(function, given, &slots));
        }
        {
            let defaults = function.defaults.borrow();
            for (slot, default) in slots[..named].iter_mut().zip(defaults.iter()) {
                if slot.is_none() {
                    slot.clone_from(default);
                }
            }
        }
        self.check_missing(function, &slots)?;
        let mut next = named;
        if params.varargs {
            slots[next] = Some(Value::tuple(rest));
            next += 1;
        }
        if params.kwargs {
            slots[next] = Some(Value::dict(extra));
        }
        Ok(slots)
    }

    fn argument_error(&self, function: &Function, text: &str) -> PyError {
        raise("TypeError", format!("{}() {text}", function.qualname))
    }

    fn check_missing(&self, function: &Function, slots: &[Option<Value>]) -> PyResult<()> {
        let params = &function.code.params;
        let named = params.positional + params.keyword_only;
        for (kind, range) in [
            ("positional", 0..params.positional),
            ("keyword-only", params.positional..named),
        ] {
            let missing: Vec<String> = range
                .filter(|index| slots[*index].is_none())
                .map(|index| format!("'{}'", function.code.locals[index]))
                .collect();
            if !missing.is_empty() {
                let plural = if missing.len() == 1 { "" } else { "s" };
                return Err(self.argument_error(
                    function,
                    &format!(
                        "missing {} required {kind} argument{plural}: {}",
                        missing.len(),
                        join_names(&missing)
                    ),
                ));
            }
        }
        Ok(())
    }

    fn too_many(&self, function: &Function, given: usize, slots: &[Option<Value>]) -> PyError {
        let params = &function.code.params;
        let most = params.positional;
        let defaults = function.defaults.borrow();
        let least = most
            - defaults
                .iter()
                .take(most)
                .filter(|default| default.is_some())
                .count();
        let takes = if least == most {
            most.to_string()
        } else {
            format!("from {least} to {most}")
        };
        let plural = if most == 1 && least == most { "" } else { "s" };
        let keywords = slots[most..most + params.keyword_only]
            .iter()
            .filter(|slot| slot.is_some())
            .count();
        let s = |count: usize| if count == 1 { "" } else { "s" };
        let were = if keywords > 0 {
            format!(
                "{given} positional argument{} (and {keywords} keyword-only argument{}) were given",
                s(given),
                s(keywords)
            )
        } else if given == 1 {
            "1 was given".to_owned()
        } else {
            format!("{given} were given")
        };
        self.argument_error(
            function,
            &format!("takes {takes} positional argument{plural} but {were}"),
        )
    }

    /// Call a class: its metaclass's `__call__`, or `__new__` and `__init__`.
    fn call_class(&mut self, class: &Rc<Class>, args: Args) -> PyResult {
        if let Some(metaclass) = class.metaclass()
            && let Some(call) = metaclass.lookup("__call__")
        {
            let bound = self.bind(&call, &Value::Class(class.clone()), metaclass)?;
            return self.call_args(&bound, args);
        }
        self.make_object(class, args)
    }

    /// `type.__call__`
    pub(crate) fn make_object(&mut self, class: &Rc<Class>, args: Args) -> PyResult {
        self.enter()?;
        let result = self.make_object_inside(class, args);
        self.leave();
        result
    }

    fn make_object_inside(&mut self, class: &Rc<Class>, args: Args) -> PyResult {
        if Rc::ptr_eq(class, &self.types.type_) && args.pos.len() == 1 && args.kw.is_empty() {
            if let Value::Absent(absent) = &args.pos[0] {
                return Err(self.absent_used(absent));
            }
            return Ok(Value::Class(self.class_of(&args.pos[0])));
        }
        if let Some((object, init)) = self.plain_object(class) {
            let mut args = args;
            args.pos.insert(0, object.clone());
            let result = self.call_args(&init, args)?;
            return self.initialized(object, &result);
        }
        let new = class.lookup("__new__").unwrap_or_default();
        let new = match &new {
            Value::StaticMethod(inner) => (**inner).clone(),
            other => other.clone(),
        };
        let mut new_args = args.clone();
        new_args.pos.insert(0, Value::Class(class.clone()));
        let object = self.call_args(&new, new_args)?;
        let object_class = self.class_of(&object);
        if !object_class.is_subclass(class) {
            return Ok(object);
        }
        if let Some(init) = object_class.lookup("__init__") {
            let bound = self.bind(&init, &object, &object_class)?;
            let result = self.call_args(&bound, args)?;
            return self.initialized(object, &result);
        }
        Ok(object)
    }

    /// A new object of a class that leaves `__new__` to `object` and has an `__init__` of its own.
    fn plain_object(&self, class: &Rc<Class>) -> Option<(Value, Value)> {
        let object = &self.types.object;
        let init = class.lookup("__init__")?;
        let takes_self = match &init {
            Value::Function(_) => true,
            Value::Native(native) => {
                native.binds
                    && object
                        .lookup("__init__")
                        .is_some_and(|usual| !usual.is(&init))
            }
            _ => false,
        };
        let (Some(Value::StaticMethod(own)), Some(Value::StaticMethod(usual))) =
            (class.lookup("__new__"), object.lookup("__new__"))
        else {
            return None;
        };
        let is_plain = takes_self
            && matches!(class.layout(), Layout::Object | Layout::Exception)
            && own.is(&usual)
            && !class.dict().contains_str("__abstractmethods__");
        is_plain.then(|| (Value::Instance(class.allocate()), init))
    }

    fn initialized(&self, object: Value, result: &Value) -> PyResult {
        if result.is_none() {
            return Ok(object);
        }
        Err(raise(
            "TypeError",
            format!(
                "__init__() should return None, not '{}'",
                self.type_name(result)
            ),
        ))
    }

    /// `super(class, object)`
    pub(crate) fn super_object(&mut self, class: &Value, this: &Value) -> PyResult {
        let Value::Class(class) = class else {
            return Err(raise(
                "TypeError",
                format!(
                    "super() argument 1 must be a type, not {}",
                    self.type_name(class)
                ),
            ));
        };
        let this_class = match this {
            Value::Class(this_class) if this_class.is_subclass(class) => this_class.clone(),
            other => self.class_of(other),
        };
        if !this_class.is_subclass(class) {
            return Err(raise(
                "TypeError",
                "super(type, obj): obj must be an instance or subtype of type",
            ));
        }
        Ok(Value::Super(Rc::new(SuperObject {
            class: class.clone(),
            this: this.clone(),
            this_class,
        })))
    }

    /// A function bound to its first argument.
    pub(crate) fn bound(function: &Value, this: &Value) -> Value {
        Value::BoundMethod(Rc::new(BoundMethod {
            function: function.clone(),
            this: this.clone(),
        }))
    }

    /// The name of a function for messages about its arguments: `module.f()`, as CPython says it.
    pub(crate) fn function_name(&self, function: Option<&Value>) -> String {
        match function {
            Some(Value::Function(function)) => {
                format!("{}.{}()", function.globals.name(), function.qualname)
            }
            Some(Value::Native(function)) => format!("{}()", function.qualname),
            Some(Value::BoundMethod(method)) => self.function_name(Some(&method.function)),
            Some(Value::Class(class)) => {
                if &*class.module() == "builtins" {
                    class.name().to_string()
                } else {
                    format!("{}.{}", class.module(), class.qualname())
                }
            }
            Some(other) => format!("{} object", self.type_name(other)),
            None => "function".to_owned(),
        }
    }
}
