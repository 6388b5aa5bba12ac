//! `open`: reading files below the project's folder.

use std::cell::RefCell;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use super::{str_arg, take_kw};
use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::native::ClassBuilder;
use crate::value::{Class, Instance, Value};
use crate::vm::Vm;

/// An open file: its whole content, and how far it has been read.
struct OpenFile {
    content: Vec<u8>,
    place: RefCell<usize>,
    binary: bool,
}

thread_local! {
    static FILE: Rc<Class> = file_class();
}

/// `open(file, mode='r', …)`
pub(super) fn open(vm: &mut Vm, mut args: Args) -> PyResult {
    let mode = args
        .pos
        .get(1)
        .cloned()
        .or_else(|| take_kw(&mut args, "mode"));
    let mode = match mode {
        None => Rc::from("r"),
        Some(mode) => str_arg(&mode, "open() argument 'mode'")?,
    };
    let Some(file) = args
        .pos
        .first()
        .cloned()
        .or_else(|| take_kw(&mut args, "file"))
    else {
        return Err(raise(
            "TypeError",
            "open() missing required argument 'file' (pos 1)",
        ));
    };
    let path = path_text(vm, &file)?;
    if mode.contains(['w', 'a', 'x', '+']) {
        if let Some(create) = vm.config().create.clone() {
            let full = resolve(vm, &path)?;
            return create(vm, &full, &mode);
        }
        return Err(vm.unsupported(format!(
            "writing the file '{path}': migration scripts may only read files below the project"
        )));
    }
    let content = read(vm, &path)?;
    let object = FILE.with(Rc::clone).allocate();
    object.set("name", Value::str(&*path));
    object.set("mode", Value::Str(mode.clone()));
    object.set("closed", Value::Bool(false));
    object.set_payload(Rc::new(OpenFile {
        content,
        place: RefCell::new(0),
        binary: mode.contains('b'),
    }));
    Ok(Value::Instance(object))
}

/// The text of a path: a `str`, or an object with `__fspath__`.
pub(crate) fn path_text(vm: &mut Vm, value: &Value) -> PyResult<Rc<str>> {
    if let Some(text) = value.as_str() {
        return Ok(text);
    }
    if let Some(method) = vm.special_method(value, "__fspath__")? {
        let text = vm.call(&method, Vec::new(), Vec::new())?;
        if let Some(text) = text.as_str() {
            return Ok(text);
        }
    }
    Err(raise(
        "TypeError",
        format!(
            "expected str, bytes or os.PathLike object, not {}",
            vm.type_name(value)
        ),
    ))
}

/// The path in the file system, when it may be read.
///
/// # Errors
/// `Unsupported` for paths outside of the project and of the folders that are allowed.
pub(crate) fn resolve(vm: &Vm, path: &str) -> PyResult<PathBuf> {
    let full = absolute(vm, path);
    if below(
        &full,
        vm.config()
            .project_root
            .iter()
            .chain(&vm.config().read_paths),
    ) || is_settings_above(vm, &full)
        // There is nothing to be read: the file is missing, as Python says it.
        || !full.exists()
    {
        return Ok(full);
    }
    Err(vm.unsupported(format!(
        "reading '{path}': migration scripts may only read files below the project and in the folders of read_paths in \
         [limbec]"
    )))
}

/// Whether it is a `.env` file in a folder above the project: `env_file="../.env"`, and what `find_dotenv()` looks for.
fn is_settings_above(vm: &Vm, full: &Path) -> bool {
    let named = full
        .file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name == ".env" || name.starts_with(".env."));
    let root = vm.config().project_root.as_deref().map(real);
    match (full.parent().map(real), root) {
        // The file itself may not be a link to anything else.
        (Some(folder), Some(root)) if named => {
            root.starts_with(&folder) && real(full).starts_with(&folder)
        }
        _ => false,
    }
}

/// Append what a log handler has to say to a file.
///
/// # Errors
/// `Unsupported` for paths outside of the project and of the folders for logs, and where a file that is no log would
/// be emptied; what the file system says.
pub(crate) fn append_log(vm: &Vm, path: &str, text: &str, truncate: bool) -> PyResult<()> {
    const STREAMS: &[&str] = &[
        "/dev/stdout",
        "/dev/stderr",
        "/dev/null",
        "/proc/1/fd/1",
        "/proc/1/fd/2",
    ];
    let full = absolute(vm, path);
    let stream = STREAMS.iter().any(|stream| full == Path::new(stream));
    let config = vm.config();
    if !stream && !below(&full, config.project_root.iter().chain(&config.log_paths)) {
        return Err(vm.unsupported(format!(
            "writing the file '{path}': log handlers may only write below the project, in /var/log and in the folders \
             of log_paths in [limbec]"
        )));
    }
    let is_log = full.extension().is_some_and(|extension| extension == "log");
    if truncate && !is_log && full.exists() {
        return Err(vm.unsupported(format!(
            "emptying the file '{path}': log handlers of migrations may only empty files that end in .log"
        )));
    }
    let mut options = std::fs::OpenOptions::new();
    options.create(!stream).write(true);
    options.append(!truncate).truncate(truncate);
    let written = options.open(&full).and_then(|mut file| {
        use std::io::Write as _;
        file.write_all(text.as_bytes())
    });
    written.map_err(|error| os_error(&error, path))
}

fn absolute(vm: &Vm, path: &str) -> PathBuf {
    let config = vm.config();
    let base = config.current_dir.as_ref().or(config.project_root.as_ref());
    normal(&base.cloned().unwrap_or_default().join(path))
}

/// Whether the path lies below one of the folders. Links are followed, so that none leads out of them.
fn below<'p>(full: &Path, mut folders: impl Iterator<Item = &'p PathBuf>) -> bool {
    let real_path = real(full);
    folders.any(|root| {
        let root = normal(root);
        let root = root.canonicalize().unwrap_or(root);
        real_path.starts_with(&root)
    })
}

/// The path with its links followed as far as it exists.
fn real(path: &Path) -> PathBuf {
    match (path.canonicalize(), path.parent(), path.file_name()) {
        (Ok(real), ..) => real,
        (Err(_), Some(parent), Some(name)) => real(parent).join(name),
        _ => path.to_owned(),
    }
}

fn normal(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            other => clean.push(other),
        }
    }
    clean
}

/// The content of a file below the project's folder.
///
/// # Errors
/// `OSError` and its kin; `Unsupported` for paths outside of the project.
pub(crate) fn read(vm: &Vm, path: &str) -> PyResult<Vec<u8>> {
    let full = resolve(vm, path)?;
    std::fs::read(full).map_err(|error| os_error(&error, path))
}

/// The exception that CPython raises for an error of the operating system.
pub(crate) fn os_error(error: &std::io::Error, path: &str) -> PyError {
    use std::io::ErrorKind;
    let (class, number, text) = match error.kind() {
        ErrorKind::NotFound => ("FileNotFoundError", 2, "No such file or directory"),
        ErrorKind::PermissionDenied => ("PermissionError", 13, "Permission denied"),
        ErrorKind::IsADirectory => ("IsADirectoryError", 21, "Is a directory"),
        ErrorKind::NotADirectory => ("NotADirectoryError", 20, "Not a directory"),
        _ => (
            "OSError",
            i64::from(error.raw_os_error().unwrap_or(5)),
            "Input/output error",
        ),
    };
    let class = crate::types::types().exception(class);
    let args = vec![Value::Int(number), Value::str(text)];
    let raised = crate::error::raise_class(&class, args);
    if let Some(exception) = raised.exception() {
        exception.set("errno", Value::Int(number));
        exception.set("strerror", Value::str(text));
        exception.set("filename", Value::str(path));
    }
    raised
}

fn opened(this: &Value) -> PyResult<Rc<OpenFile>> {
    let instance: &Rc<Instance> = this
        .as_instance()
        .ok_or_else(|| raise("TypeError", "not a file"))?;
    if matches!(instance.get("closed"), Some(Value::Bool(true))) {
        return Err(raise("ValueError", "I/O operation on closed file."));
    }
    instance
        .payload::<OpenFile>()
        .ok_or_else(|| raise("TypeError", "not a file"))
}

impl OpenFile {
    /// The next bytes, up to `most` of them.
    fn take(&self, vm: &mut Vm, most: Option<usize>) -> PyResult {
        let start = *self.place.borrow();
        let rest = &self.content[start.min(self.content.len())..];
        let length = match most {
            None => rest.len(),
            Some(most) if self.binary => most.min(rest.len()),
            Some(most) => match std::str::from_utf8(rest) {
                Ok(text) => text
                    .char_indices()
                    .nth(most)
                    .map_or(rest.len(), |(index, _)| index),
                Err(_) => most.min(rest.len()),
            },
        };
        *self.place.borrow_mut() = start + length;
        self.value(vm, &rest[..length])
    }

    /// The next line, empty at the end.
    fn line(&self, vm: &mut Vm) -> PyResult<Option<Value>> {
        let start = *self.place.borrow();
        let rest = &self.content[start.min(self.content.len())..];
        if rest.is_empty() {
            return Ok(None);
        }
        let length = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(rest.len(), |index| index + 1);
        *self.place.borrow_mut() = start + length;
        self.value(vm, &rest[..length]).map(Some)
    }

    fn value(&self, vm: &mut Vm, data: &[u8]) -> PyResult {
        if self.binary {
            return Ok(Value::bytes(data));
        }
        let text = super::str_type::decode(vm, data, "utf-8", "strict")?;
        Ok(Value::str(text.replace("\r\n", "\n").replace('\r', "\n")))
    }
}

fn file_class() -> Rc<Class> {
    ClassBuilder::new("_io", "TextIOWrapper")
        .method("read", "size=-1", |vm, this, a| {
            let size = a.opt_int("size")?.unwrap_or(-1);
            opened(&this)?.take(vm, usize::try_from(size).ok())
        })
        .method("readline", "", |vm, this, _| {
            let file = opened(&this)?;
            match file.line(vm)? {
                Some(line) => Ok(line),
                None => file.value(vm, &[]),
            }
        })
        .method("readlines", "", |vm, this, _| {
            let file = opened(&this)?;
            let mut lines = Vec::new();
            while let Some(line) = file.line(vm)? {
                lines.push(line);
            }
            Ok(Value::list(lines))
        })
        .method("close", "", |_, this, _| {
            if let Value::Instance(instance) = &this {
                instance.set("closed", Value::Bool(true));
            }
            Ok(Value::None)
        })
        .method("seek", "offset, whence=0", |_, this, a| {
            let file = opened(&this)?;
            let offset = usize::try_from(a.int("offset")?).unwrap_or(0);
            *file.place.borrow_mut() = match a.int("whence")? {
                2 => file.content.len(),
                1 => *file.place.borrow() + offset,
                _ => offset,
            };
            Ok(Value::Int(*file.place.borrow() as i64))
        })
        .method("tell", "", |_, this, _| {
            Ok(Value::Int(*opened(&this)?.place.borrow() as i64))
        })
        .method("readable", "", |_, _, _| Ok(Value::Bool(true)))
        .method("writable", "", |_, _, _| Ok(Value::Bool(false)))
        .method("__enter__", "", |_, this, _| Ok(this))
        .method("__exit__", "*args", |vm, this, _| {
            vm.call_method(&this, "close", Vec::new())?;
            Ok(Value::None)
        })
        .method("__iter__", "", |_, this, _| Ok(this))
        .method("__next__", "", |vm, this, _| {
            match opened(&this)?.line(vm)? {
                Some(line) => Ok(line),
                None => Err(crate::eval::generator::stop_iteration(
                    "StopIteration",
                    Value::None,
                )),
            }
        })
        .build()
}
