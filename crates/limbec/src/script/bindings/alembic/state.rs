//! What the bindings keep for one interpreter.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::{Class, PyError, Value, Vm};

use super::classes;
use super::environment::Environment;

/// The classes of the package, the proxies of `op` and `context`, and what scripts registered.
#[derive(Default)]
pub struct Alembic {
    classes: RefCell<HashMap<&'static str, Rc<Class>>>,
    operations: RefCell<Vec<Value>>,
    environment: RefCell<Option<Rc<Environment>>>,
    implementations: RefCell<Vec<(Rc<Class>, Value)>>,
    renderers: RefCell<Vec<(Rc<Class>, Value)>>,
    comparators: RefCell<Vec<(String, Value)>>,
}

impl Alembic {
    /// The state of an interpreter, made on first use.
    pub fn of(vm: &Vm) -> Rc<Self> {
        vm.ext::<Self>().unwrap_or_else(|| {
            let state = Rc::new(Self::default());
            vm.set_ext(state.clone());
            state
        })
    }

    /// A class of the package, by its name.
    pub fn class(&self, name: &str) -> Rc<Class> {
        if let Some(class) = self.classes.borrow().get(name) {
            return class.clone();
        }
        let (key, class) = classes::build(self, name);
        self.classes.borrow_mut().insert(key, class.clone());
        class
    }

    /// The `Operations` that `op` stands for.
    ///
    /// # Errors
    /// Alembic's `NameError` where there is none.
    pub fn operations(&self, vm: &Vm, function: &str) -> Result<Value, PyError> {
        self.operations
            .borrow()
            .last()
            .cloned()
            .ok_or_else(|| no_proxy(vm, function, "Operations"))
    }

    /// Whether `op` stands for something.
    pub fn has_operations(&self) -> bool {
        !self.operations.borrow().is_empty()
    }

    /// The `Operations` that `op` stands for, where there is one.
    pub fn current_operations(&self) -> Option<Value> {
        self.operations.borrow().last().cloned()
    }

    /// Let `op` stand for these operations.
    pub fn install_operations(&self, vm: &Vm, operations: Value) {
        self.operations.borrow_mut().push(operations);
        self.show_proxy(vm);
    }

    /// End what [`Alembic::install_operations`] began.
    pub fn remove_operations(&self, vm: &Vm) {
        self.operations.borrow_mut().pop();
        self.show_proxy(vm);
    }

    /// `op._proxy` is what `op` stands for.
    fn show_proxy(&self, vm: &Vm) {
        let Some(module) = vm.module("alembic.op") else {
            return;
        };
        match self.current_operations() {
            Some(operations) => module.dict().set_str("_proxy", operations),
            None => {
                module.dict().remove_str("_proxy");
            }
        }
    }

    /// The environment that `alembic.context` stands for.
    ///
    /// # Errors
    /// Alembic's `NameError` where there is none.
    pub fn environment(&self, vm: &Vm, function: &str) -> Result<Rc<Environment>, PyError> {
        self.environment
            .borrow()
            .clone()
            .ok_or_else(|| no_proxy(vm, function, "EnvironmentContext"))
    }

    /// The environment, where there is one.
    pub fn current_environment(&self) -> Option<Rc<Environment>> {
        self.environment.borrow().clone()
    }

    /// Let `alembic.context` stand for an environment, or for nothing.
    pub fn set_environment(&self, environment: Option<Rc<Environment>>) {
        *self.environment.borrow_mut() = environment;
    }

    /// What a script registered for a class of operations.
    pub fn implementation(&self, class: &Rc<Class>) -> Option<Value> {
        self.implementations
            .borrow()
            .iter()
            .find(|(registered, _)| Rc::ptr_eq(registered, class))
            .map(|(_, implementation)| implementation.clone())
    }

    /// The renderer that a script registered for a class of operations.
    pub fn renderer(&self, class: &Rc<Class>) -> Option<Value> {
        self.renderers
            .borrow()
            .iter()
            .find(|(registered, _)| Rc::ptr_eq(registered, class))
            .map(|(_, renderer)| renderer.clone())
    }

    /// Register a renderer, replacing an earlier one.
    pub fn register_renderer(&self, class: &Rc<Class>, renderer: Value) {
        let mut all = self.renderers.borrow_mut();
        all.retain(|(registered, _)| !Rc::ptr_eq(registered, class));
        all.push((class.clone(), renderer));
    }

    /// The comparators of the project's own, each with what it compares.
    pub fn comparators(&self) -> Vec<(String, Value)> {
        self.comparators.borrow().clone()
    }

    /// Register a comparator for `schema`, `table` or `column`.
    pub fn register_comparator(&self, target: String, comparator: Value) {
        self.comparators.borrow_mut().push((target, comparator));
    }

    /// Register an implementation, replacing an earlier one.
    pub fn register(&self, class: &Rc<Class>, implementation: Value) {
        let mut all = self.implementations.borrow_mut();
        all.retain(|(registered, _)| !Rc::ptr_eq(registered, class));
        all.push((class.clone(), implementation));
    }
}

fn no_proxy(vm: &Vm, function: &str, class: &str) -> PyError {
    vm.raise(
        "NameError",
        format!(
            "Can't invoke function '{function}', as the proxy object has not yet been established \
             for the Alembic '{class}' class.  Try placing this code inside a callable."
        ),
    )
}
