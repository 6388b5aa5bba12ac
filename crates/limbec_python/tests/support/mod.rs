//! An interpreter whose modules are texts.
#![allow(dead_code)]

use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::{
    Captured, Config, Found, Importer, Module, PyError, Vm, format_error, run_on_big_stack,
};

/// Modules by their dotted name; a name that ends with `.__init__` is a package.
pub struct Texts(pub HashMap<String, String>);

impl Importer for Texts {
    fn find(&mut self, _: &mut Vm, dotted: &str) -> Found {
        let path = dotted.replace('.', "/");
        if let Some(text) = self.0.get(&format!("{dotted}.__init__")) {
            return Found::Source {
                path: format!("{path}/__init__.py"),
                text: text.clone(),
                is_package: true,
            };
        }
        match self.0.get(dotted) {
            Some(text) => Found::Source {
                path: format!("{path}.py"),
                text: text.clone(),
                is_package: false,
            },
            None => Found::Absent,
        }
    }
}

/// Run `main` with these modules; what it printed, then the text of its error.
pub fn run(modules: &[(&str, &str)], main: &str) -> String {
    let modules: HashMap<String, String> = modules
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    run_on_big_stack(|| {
        let output = Captured::default();
        let mut vm = Vm::new(
            Config::default(),
            Box::new(Texts(modules)),
            Box::new(output.clone()),
        );
        let result = vm.run_module("__main__", "main.py", main);
        let mut text = output.out.borrow().clone();
        if let Err(error) = result {
            text.push_str(&format_error(&mut vm, &error));
        }
        text
    })
    .expect("a thread")
}

/// An interpreter for one test, on the thread of the test.
pub fn vm() -> (Vm, Captured) {
    let output = Captured::default();
    let vm = Vm::new(
        Config::default(),
        Box::new(Texts(HashMap::new())),
        Box::new(output.clone()),
    );
    (vm, output)
}

/// Run a text; what it printed.
pub fn printed(vm: &mut Vm, output: &Captured, text: &str) -> Result<String, PyError> {
    output.out.borrow_mut().clear();
    vm.run_module("__main__", "main.py", text)?;
    Ok(output.out.borrow().clone())
}

/// As [`printed`], and the module.
pub fn module(vm: &mut Vm, text: &str) -> Rc<Module> {
    match vm.run_module("__main__", "main.py", text) {
        Ok(module) => module,
        Err(error) => panic!("{}", format_error(vm, &error)),
    }
}
