//! The files that `env.py` writes in a `--sql` run: the multidb template opens one for each
//! database.

use std::cell::RefCell;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;

use limbec_python::host::CreateFile;
use limbec_python::{Class, ClassBuilder, PyError, PyResult, Value, Vm};

struct SqlFile {
    name: String,
    file: RefCell<Option<File>>,
}

thread_local! {
    static CLASS: Rc<Class> = class();
}

/// What opens files for writing: text files whose names end in `.sql`, and no others.
pub(super) fn creator() -> CreateFile {
    Rc::new(create)
}

fn create(vm: &mut Vm, path: &Path, mode: &str) -> PyResult {
    let name = path.display().to_string();
    let is_sql = path.extension().is_some_and(|extension| extension == "sql");
    let mut options = std::fs::OpenOptions::new();
    match mode {
        "w" | "wt" => options.write(true).create(true).truncate(true),
        "a" | "at" => options.append(true).create(true),
        "x" | "xt" => options.write(true).create_new(true),
        _ => return Err(refused(vm, &name)),
    };
    if !is_sql {
        return Err(refused(vm, &name));
    }
    let file = options
        .open(path)
        .map_err(|error| io_error(vm, &name, &error))?;
    let instance = CLASS.with(Class::allocate);
    instance.set("name", Value::str(&name));
    instance.set("mode", Value::str(mode));
    instance.set_payload(Rc::new(SqlFile {
        name,
        file: RefCell::new(Some(file)),
    }));
    Ok(Value::Instance(instance))
}

fn refused(vm: &Vm, name: &str) -> PyError {
    vm.unsupported(format!(
        "writing the file '{name}': in a --sql run scripts may write text files whose names end in \
         .sql, and no others"
    ))
}

fn io_error(vm: &Vm, name: &str, error: &std::io::Error) -> PyError {
    vm.raise("OSError", format!("{error}: '{name}'"))
}

fn class() -> Rc<Class> {
    ClassBuilder::new("io", "TextIOWrapper")
        .method("write", "text", |vm, this, bound| {
            let text = bound.str("text")?;
            with(vm, &this, |file| file.write_all(text.as_bytes()))?;
            Ok(Value::Int(text.chars().count() as i64))
        })
        .method("writelines", "lines", |vm, this, bound| {
            for line in bound.iterate(vm, "lines")? {
                vm.call_method(&this, "write", vec![line])?;
            }
            Ok(Value::None)
        })
        .method("flush", "", |vm, this, _| {
            with(vm, &this, File::flush)?;
            Ok(Value::None)
        })
        .method("close", "", |_, this, _| {
            close(&this);
            Ok(Value::None)
        })
        .method("writable", "", |_, _, _| Ok(Value::Bool(true)))
        .method("readable", "", |_, _, _| Ok(Value::Bool(false)))
        .method("isatty", "", |_, _, _| Ok(Value::Bool(false)))
        .method("__enter__", "", |_, this, _| Ok(this))
        .method("__exit__", "*args", |_, this, _| {
            close(&this);
            Ok(Value::None)
        })
        .property("closed", |_, this| {
            let open = this
                .payload::<SqlFile>()
                .is_some_and(|file| file.file.borrow().is_some());
            Ok(Value::Bool(!open))
        })
        .build()
}

fn close(this: &Value) {
    if let Some(file) = this.payload::<SqlFile>() {
        file.file.borrow_mut().take();
    }
}

fn with(
    vm: &mut Vm,
    this: &Value,
    work: impl FnOnce(&mut File) -> std::io::Result<()>,
) -> PyResult<()> {
    let Some(file) = this.payload::<SqlFile>() else {
        return Err(vm.raise("ValueError", "I/O operation on closed file."));
    };
    let done = match file.file.borrow_mut().as_mut() {
        Some(open) => work(open),
        None => return Err(vm.raise("ValueError", "I/O operation on closed file.")),
    };
    done.map_err(|error| io_error(vm, &file.name, &error))
}
