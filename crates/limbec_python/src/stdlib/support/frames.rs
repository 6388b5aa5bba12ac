//! The run itself: where it is, what is imported, what is being handled, where its output goes.

use std::rc::Rc;

use crate::error::TraceEntry;
use crate::native::ModuleBuilder;
use crate::value::{Module, Value};
use crate::vm::Vm;

pub(super) fn add(builder: ModuleBuilder) -> ModuleBuilder {
    let builder = modules(output(builder));
    builder
        .function("unsupported", "what", |vm, a| {
            let what = a.str("what")?;
            Err(vm.unsupported(&*what))
        })
        // What a module asks for while it is loaded is absent, as most of it is never used; asked for by a script it is an error.
        .function("refused", "name, why", |vm, a| {
            let (name, why) = (a.str("name")?, a.str("why")?);
            vm.refused(&name, &why)
        })
        // Whether a value stands for something that is not there; `isinstance` and `type` would use it.
        .function("is_absent", "value", |_, a| {
            Ok(Value::Bool(matches!(a.at(0), Value::Absent(_))))
        })
        // What stands for a name of a package that is not there.
        .function("absent", "name", |vm, a| {
            let name = a.str("name")?;
            Ok(vm.absent(&name))
        })
        // Call a function that runs the application's own code as modules are run: what concerns nobody may be absent. Where it
        // stops at what is not supported, what `instead` makes of that is the result, unless it makes nothing of it.
        .function("while_loading", "function, instead", |vm, a| {
            let (function, instead) = (a.at(0).clone(), a.get("instead").clone());
            let problem = match vm.call_while_loading(&function, Vec::new()) {
                Err(crate::PyError::Unsupported(problem)) => problem,
                other => return other,
            };
            let told = Value::str(problem.to_string());
            match vm.call_while_loading(&instead, vec![told])? {
                Value::None => Err(crate::PyError::Unsupported(problem)),
                found => Ok(found),
            }
        })
        // What a function gives; where it uses something that is not there, the result is as absent as that.
        .function("or_absent", "function", |vm, a| {
            let function = a.at(0).clone();
            match vm.call(&function, Vec::new(), Vec::new()) {
                Err(crate::PyError::Unsupported(problem)) if problem.absent.is_some() => {
                    Ok(problem.absent.map_or(Value::None, Value::Absent))
                }
                other => other,
            }
        })
        // File, line, function and module of the script's call that is `level` calls out; `None` beyond the outermost.
        .function("frame", "level=0", |vm, a| {
            let level = usize::try_from(a.int("level")?).unwrap_or(0);
            Ok(vm
                .script_frames()
                .into_iter()
                .nth(level)
                .map_or(Value::None, |(entry, globals)| frame(&entry, &globals)))
        })
        .function("handling", "", |vm, _| {
            Ok(match vm.handling.last() {
                None => Value::None,
                Some(exception) => Value::Instance(exception.clone()),
            })
        })
        .function("format_exception", "exception", |vm, a| {
            let Value::Instance(exception) = a.at(0).clone() else {
                return Ok(Value::str("NoneType: None\n"));
            };
            Ok(Value::str(crate::traceback::format_exception(
                vm, &exception,
            )))
        })
        // The calls that an exception went through: file, line, function, text of the line.
        .function("traceback", "exception", |_, a| {
            let entries = match a.at(0) {
                Value::Instance(exception) => exception
                    .exception(|state| state.traceback.clone())
                    .map(|mut entries| {
                        entries.reverse();
                        entries
                    })
                    .or_else(|| {
                        let own = exception.payload::<Vec<TraceEntry>>()?;
                        Some(own.iter().rev().cloned().collect())
                    }),
                _ => None,
            };
            let rows = entries.unwrap_or_default().iter().map(entry).collect();
            Ok(Value::list(rows))
        })
        .function("run", "awaitable", |vm, a| {
            let awaitable = a.at(0).clone();
            vm.run_awaitable(&awaitable)
        })
}

fn entry(entry: &TraceEntry) -> Value {
    Value::tuple(vec![
        Value::Str(entry.file.path().clone()),
        Value::Int(i64::from(entry.line())),
        Value::Str(entry.function.clone()),
        Value::str(entry.source_line().trim()),
    ])
}

fn frame(at: &TraceEntry, globals: &Rc<Module>) -> Value {
    Value::tuple(vec![
        Value::Str(at.file.path().clone()),
        Value::Int(i64::from(at.line())),
        Value::Str(at.function.clone()),
        Value::Str(globals.name().clone()),
        Value::str(at.source_line().trim()),
    ])
}

fn output(builder: ModuleBuilder) -> ModuleBuilder {
    builder
        .function("write_out", "text", |vm, a| {
            let text = a.str("text")?;
            vm.print(&text);
            Ok(Value::None)
        })
        .function("write_err", "text", |vm, a| {
            let text = a.str("text")?;
            vm.print_error(&text);
            Ok(Value::None)
        })
        .function("argv", "", |vm, _| {
            let argv = vm.config().argv.iter().map(Value::str).collect();
            Ok(Value::list(argv))
        })
        .function("recursion_limit", "", |vm, _| {
            Ok(Value::Int(vm.config().recursion_limit as i64))
        })
}

fn modules(builder: ModuleBuilder) -> ModuleBuilder {
    builder
        .function("modules", "", |vm, _| {
            Ok(Value::list(
                vm.modules.keys().cloned().map(Value::Str).collect(),
            ))
        })
        .function("module", "name", |vm, a| {
            let name = a.str("name")?;
            Ok(Value::tuple(match vm.modules.get(&name) {
                Some(module) => vec![module.clone()],
                None if &*name == "__main__" => {
                    // The program that was started: nothing is known of it but that it is no package.
                    let main = Module::new("__main__");
                    main.set("__package__", Value::None);
                    let main = Value::Module(main);
                    vm.modules.insert(name, main.clone());
                    vec![main]
                }
                None => Vec::new(),
            }))
        })
        .function("set_module", "name, module", |vm, a| {
            let name = a.str("name")?;
            vm.modules.insert(name, a.get("module").clone());
            Ok(Value::None)
        })
        .function("remove_module", "name", |vm, a| {
            let name = a.str("name")?;
            vm.modules.shift_remove(&name);
            Ok(Value::None)
        })
        .function("new_module", "name", |_, a| {
            let module = Module::new(a.str("name")?);
            module.set("__doc__", Value::None);
            module.set("__package__", Value::None);
            Ok(Value::Module(module))
        })
        // The module, imported now, or `None` where there is none: for code that asks whether it could be imported.
        .function("find_module", "name", |vm, a| {
            let name = a.str("name")?;
            Ok(vm.find_module(&name)?.unwrap_or_default())
        })
        // Run a file of the project with the names of a module.
        .function("run_file", "module, path", |vm, a| {
            let path = a.str("path")?;
            let Value::Module(module) = a.get("module").clone() else {
                return Ok(Value::None);
            };
            let data = crate::builtins::files::read(vm, &path)?;
            let text = crate::builtins::str_type::decode(vm, &data, "utf-8", "strict")?;
            vm.run_in(&module, &path, text)?;
            Ok(Value::None)
        })
        .function("import_module", "name", |vm, a| {
            let name = a.str("name")?;
            vm.import(&name)
        })
        .function("stdlib_names", "", |_, _| {
            let native = crate::stdlib::MODULES.iter().map(|(name, _)| *name);
            let source = crate::stdlib::SOURCES.iter().map(|(name, _)| *name);
            let names = native.chain(source).map(Value::str).collect();
            Ok(Value::list(names))
        })
}

impl Vm {
    /// The calls of the script that are running, innermost first, with the modules they belong to; those of the
    /// library's own modules are left out.
    pub(crate) fn script_frames(&self) -> Vec<(TraceEntry, Rc<Module>)> {
        let mut span = self.span;
        let mut frames = Vec::new();
        for call in self.calls.iter().rev() {
            if !call
                .code
                .file
                .path()
                .starts_with(crate::stdlib::SOURCE_PREFIX)
            {
                let entry = TraceEntry {
                    file: call.code.file.clone(),
                    span,
                    function: call.code.name.clone(),
                };
                frames.push((entry, call.globals.clone()));
            }
            span = call.caller_span;
        }
        frames
    }

    /// Whether the code that runs is the library's and not a script's.
    pub(crate) fn in_library(&self) -> bool {
        self.calls.last().is_none_or(|call| {
            let path = call.code.file.path();
            path.starts_with(crate::stdlib::SOURCE_PREFIX)
        })
    }
}
