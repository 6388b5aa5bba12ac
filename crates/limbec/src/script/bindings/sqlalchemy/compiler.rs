//! What scripts compile themselves with `@compiles`: expressions and DDL elements, and the compiler
//! object that their functions get. Types are in `types::decorator`.

use std::cell::RefCell;
use std::rc::Rc;

use limbec_python::{Class, PyResult, Value, Vm, native_fn};
use limbec_schema::{Expr, SqlType};
use limbec_sql::BindMode;

use super::registry::is_a;
use super::types::{dialect_object, hooks};
use super::util::{attr, error, make};
use super::{compile, compiled_ddl, types};

thread_local! {
    /// The dialects of the migrations that run, the innermost last.
    static RUNNING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// From now on scripts run for this dialect, until [`leave`].
pub fn enter(dialect: &str) {
    RUNNING.with(|running| running.borrow_mut().push(dialect.to_owned()));
}

/// End what [`enter`] began.
pub fn leave() {
    RUNNING.with(|running| {
        running.borrow_mut().pop();
    });
}

/// The dialect that scripts run for, where there is a migration.
pub(super) fn running() -> Option<String> {
    RUNNING.with(|running| running.borrow().last().cloned())
}

/// Forget what an earlier run left.
pub(super) fn reset() {
    RUNNING.with(|running| running.borrow_mut().clear());
}

/// What a script's own function makes of an element, `None` where no function is registered for its
/// class.
///
/// # Errors
/// What the function raises; SQLAlchemy's error where there are functions for other dialects only.
pub(super) fn text(vm: &mut Vm, value: &Value, dialect: &str) -> PyResult<Option<String>> {
    let Value::Instance(instance) = value else {
        return Ok(None);
    };
    let class = instance.class();
    let hooks = hooks::of(&class);
    if hooks.is_empty() {
        return Ok(None);
    }
    let Some(function) = hooks::for_dialect(&hooks, dialect) else {
        // What can be compiled without the script is compiled as ever on the other dialects.
        return if class.is_native() || class.lookup("name").is_some() {
            Ok(None)
        } else {
            Err(no_function(vm, &class, dialect))
        };
    };
    let compiler = object(dialect, None);
    let made = vm.call(&function, vec![value.clone(), compiler], Vec::new())?;
    Ok(Some(vm.str(&made)?.to_string()))
}

/// An expression that a script compiles itself.
///
/// # Errors
/// As [`text`].
pub(super) fn expression(vm: &mut Vm, value: &Value) -> PyResult<Option<Expr>> {
    if !hooks::any() {
        return Ok(None);
    }
    let dialect = running().unwrap_or_else(|| "default".to_owned());
    let Some(text) = text(vm, value, &dialect)? else {
        return Ok(None);
    };
    // Only what the script says: the type of an expression is found by making the expression.
    let known = match value {
        Value::Instance(instance) => instance
            .get("type")
            .or_else(|| instance.class().lookup("type")),
        _ => None,
    };
    let sql_type = match known {
        Some(known) if types::is_type(vm, &known) => types::sql_type(vm, &known)?,
        _ => SqlType::Null,
    };
    Ok(Some(Expr::Raw { text, sql_type }))
}

fn no_function(vm: &mut Vm, class: &Rc<Class>, dialect: &str) -> limbec_python::PyError {
    let name = class.full_name();
    error(
        vm,
        "UnsupportedCompilationError",
        format!("Compiler for {dialect} can't render element of type <class '{name}'>"),
    )
}

/// The compiler object for a dialect; `own` is the type that is being compiled, which `visit_...`
/// writes as the dialect would without the script.
pub(super) fn object(dialect: &str, own: Option<SqlType>) -> Value {
    let instance = make("TypeCompiler");
    instance.set("dialect", dialect_object(dialect));
    if let Some(own) = own {
        instance.set_payload(Rc::new(own));
    }
    Value::Instance(instance)
}

/// The attributes of a compiler object.
pub(super) fn attribute(vm: &mut Vm, this: &Value, name: &str) -> PyResult<Option<Value>> {
    match name {
        "sql_compiler" | "type_compiler" | "ddl_compiler" => return Ok(Some(this.clone())),
        "preparer" => {
            let dialect = attr(vm, this, "dialect")?;
            return vm.getattr(&dialect, "identifier_preparer").map(Some);
        }
        "process" => {}
        _ => {
            return match compiled_ddl::visitor(vm, this, name)? {
                Some(visitor) => Ok(Some(visitor)),
                None => types::compiler_attribute(vm, this, name),
            };
        }
    }
    let of_types = types::compiler_attribute(vm, this, name)?;
    let dialect = attr(vm, this, "dialect")?;
    let dialect = attr(vm, &dialect, "name")?.as_str().unwrap_or_default();
    Ok(Some(native_fn(name, "element, **kw", move |vm, bound| {
        let element = bound.get("element").clone();
        if types::is_type(vm, &element)
            && let Some(of_types) = &of_types
        {
            return vm.call(of_types, vec![element], Vec::new());
        }
        process(vm, &element, &dialect).map(Value::str)
    })))
}

/// `compiler.process(element)`: values are written into the text.
fn process(vm: &mut Vm, element: &Value, dialect: &str) -> PyResult<String> {
    if let Some(text) = text(vm, element, dialect)? {
        return Ok(text);
    }
    if is_a(vm, element, "ClauseList") {
        let items = attr(vm, element, "clauses")?;
        let mut texts = Vec::new();
        for item in vm.iterate(&items)? {
            texts.push(process(vm, &item, dialect)?);
        }
        return Ok(texts.join(", "));
    }
    let Some(known) = limbec_sql::dialect(dialect) else {
        return Err(vm.unsupported(format!("the dialect '{dialect}'")));
    };
    Ok(compile::render(vm, element, known, BindMode::Literal)?.sql)
}

/// `element.clauses` of a function of a script's own.
pub(super) fn clauses(items: Value) -> Value {
    let list = make("ClauseList");
    list.set("clauses", items);
    Value::Instance(list)
}
