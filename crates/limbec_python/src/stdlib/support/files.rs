//! The environment, and reading the file system below the project.

use std::fs::Metadata;
use std::rc::Rc;
use std::time::UNIX_EPOCH;

use crate::builtins::files::{append_log, os_error, read, resolve};
use crate::error::{PyError, PyResult, raise};
use crate::native::ModuleBuilder;
use crate::value::Value;
use crate::vm::Vm;

pub(super) fn add(builder: ModuleBuilder) -> ModuleBuilder {
    builder
        .function("environ", "", |vm, _| {
            let pairs = vm.config().environment.iter();
            let pairs = pairs.map(|(name, value)| (Rc::from(name.as_str()), Value::str(value)));
            Ok(Value::dict::<Rc<str>>(pairs.collect::<Vec<_>>()))
        })
        .function("getcwd", "", |vm, _| {
            let config = vm.config();
            let here = config.current_dir.as_ref().or(config.project_root.as_ref());
            Ok(Value::str(here.map_or_else(
                || "/".to_owned(),
                |path| path.display().to_string(),
            )))
        })
        .function("project_root", "", |vm, _| {
            let root = vm.config().project_root.as_ref();
            Ok(Value::opt_str(root.map(|path| path.display().to_string())))
        })
        .function("read", "path", |vm, a| {
            let path = a.str("path")?;
            read(vm, &path).map(Value::bytes)
        })
        .function("append_log", "path, text, truncate=False", |vm, a| {
            let (path, text) = (a.str("path")?, a.str("text")?);
            match append_log(vm, &path, &text, a.bool("truncate")?) {
                // The log of a module that is loaded concerns no table; where it may not be written it is left out.
                Err(PyError::Unsupported(_)) if vm.is_loading_parts() => Ok(Value::Bool(false)),
                other => other.map(|()| Value::Bool(true)),
            }
        })
        .function("listdir", "path", |vm, a| {
            let path = a.str("path")?;
            let folder = resolve(vm, &path)?;
            let entries = std::fs::read_dir(folder).map_err(|error| os_error(&error, &path))?;
            let mut names = Vec::new();
            for entry in entries {
                let entry = entry.map_err(|error| os_error(&error, &path))?;
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
            // The system's order is arbitrary; a fixed one makes runs repeatable.
            names.sort();
            Ok(Value::list(names.into_iter().map(Value::from).collect()))
        })
        .function("stat", "path, follow=True", |vm, a| {
            let path = a.str("path")?;
            let place = resolve(vm, &path)?;
            let data = if a.bool("follow")? {
                std::fs::metadata(place)
            } else {
                std::fs::symlink_metadata(place)
            };
            data.map(|data| stat(&data))
                .map_err(|error| os_error(&error, &path))
        })
        // The path with its links followed, as far as it exists and lies below the project.
        .function("realpath", "path", |vm, a| {
            let path = a.str("path")?;
            Ok(match resolve(vm, &path) {
                Ok(place) => match place.canonicalize() {
                    Ok(real) => Value::str(real.display().to_string()),
                    Err(_) => Value::None,
                },
                Err(_) => Value::None,
            })
        })
        .function("readlink", "path", |vm, a| {
            let path = a.str("path")?;
            let place = resolve(vm, &path)?;
            match std::fs::read_link(place) {
                Ok(target) => Ok(Value::str(target.display().to_string())),
                Err(error) => Err(os_error(&error, &path)),
            }
        })
        .function("random_bytes", "count", |vm, a| {
            random_bytes(vm, a.int("count")?)
        })
        .function("cpu_count", "", |_, _| {
            let count = std::thread::available_parallelism();
            Ok(count.map_or(Value::None, |count| Value::Int(count.get() as i64)))
        })
        .function("getpid", "", |_, _| {
            Ok(Value::Int(i64::from(std::process::id())))
        })
        .function("machine", "", |_, _| Ok(Value::str(std::env::consts::ARCH)))
        .function("system", "", |_, _| Ok(Value::str(std::env::consts::OS)))
}

fn random_bytes(vm: &Vm, count: i64) -> PyResult {
    let count =
        usize::try_from(count).map_err(|_| raise("ValueError", "negative argument not allowed"))?;
    vm.room(count)?;
    let mut bytes = vec![0; count];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(Value::bytes(bytes)),
        Err(error) => Err(raise("OSError", error.to_string())),
    }
}

/// Mode, size, times of the last change and access in seconds.
fn stat(data: &Metadata) -> Value {
    const FOLDER: i64 = 0o040_000;
    const LINK: i64 = 0o120_000;
    const FILE: i64 = 0o100_000;
    let kind = if data.is_dir() {
        FOLDER
    } else if data.is_symlink() {
        LINK
    } else {
        FILE
    };
    let seconds = |time: std::io::Result<std::time::SystemTime>| {
        time.ok()
            .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
            .map_or(0.0, |since| since.as_secs_f64())
    };
    Value::tuple(vec![
        Value::Int(kind | permissions(data)),
        Value::Int(i64::try_from(data.len()).unwrap_or(i64::MAX)),
        Value::Float(seconds(data.modified())),
        Value::Float(seconds(data.accessed())),
    ])
}

#[cfg(unix)]
fn permissions(data: &Metadata) -> i64 {
    use std::os::unix::fs::PermissionsExt as _;
    i64::from(data.permissions().mode() & 0o7777)
}

#[cfg(not(unix))]
fn permissions(data: &Metadata) -> i64 {
    if data.permissions().readonly() {
        0o444
    } else {
        0o666
    }
}
