//! `compile`, `exec` and `eval`: Python text that a script makes while it runs. It is confined as the script is.

use std::rc::Rc;

use super::{no_more_kw, take_kw};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::eval::ops::bytes_of;
use crate::ir::Code;
use crate::source::SourceFile;
use crate::value::{Module, PyDict, Value};
use crate::vm::Vm;

/// What `compile` returns, besides the attributes that scripts read.
struct Compiled(Rc<Code>);

/// Whether a text is a module or an expression.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Exec,
    Eval,
}

/// `compile(source, filename, mode)`
pub(super) fn compile(vm: &mut Vm, mut args: Args) -> PyResult {
    let names = [
        "source",
        "filename",
        "mode",
        "flags",
        "dont_inherit",
        "optimize",
    ];
    for (place, name) in names.iter().enumerate().skip(args.pos.len()) {
        match take_kw(&mut args, name) {
            Some(value) => args.pos.push(value),
            None if place < 3 => {
                return Err(raise(
                    "TypeError",
                    format!(
                        "compile() missing required argument '{name}' (pos {})",
                        place + 1
                    ),
                ));
            }
            None => args.pos.push(Value::Int(0)),
        }
    }
    no_more_kw("compile", &args)?;
    let [source, path, mode, flags, ..] = args.pos.as_slice() else {
        return Err(raise("TypeError", "compile() takes from 3 to 6 arguments"));
    };
    if flags.as_int() != Some(0) {
        return Err(vm.unsupported("compile() with flags"));
    }
    let Some(path) = path.as_str() else {
        return Err(raise(
            "TypeError",
            format!(
                "expected str, bytes or os.PathLike object, not {}",
                vm.type_name(path)
            ),
        ));
    };
    let mode = match mode.as_str().as_deref() {
        Some("exec") => Mode::Exec,
        Some("eval") => Mode::Eval,
        Some("single") => return Err(vm.unsupported("compile() with the mode 'single'")),
        _ => {
            return Err(raise(
                "ValueError",
                "compile() mode must be 'exec', 'eval' or 'single'",
            ));
        }
    };
    let Some(text) = source_text(vm, source)? else {
        return Err(raise(
            "TypeError",
            "compile() arg 1 must be a string, bytes or AST object",
        ));
    };
    let code = lowered(&path, &text, mode)?;
    Ok(code_object(vm, &code))
}

/// `exec(source, globals=None, locals=None)`
pub(super) fn exec(vm: &mut Vm, args: Args) -> PyResult {
    run(vm, args, "exec", Mode::Exec)?;
    Ok(Value::None)
}

/// `eval(source, globals=None, locals=None)`
pub(super) fn eval(vm: &mut Vm, args: Args) -> PyResult {
    run(vm, args, "eval", Mode::Eval)
}

/// `function.__code__`, and what `compile` returns.
pub(crate) fn code_object(vm: &mut Vm, code: &Rc<Code>) -> Value {
    let object = vm.types.get("code").allocate();
    let names = |names: &[Rc<str>]| {
        let shown = names.iter().filter(|name| !name.starts_with('.'));
        Value::tuple(shown.cloned().map(Value::Str).collect::<Vec<_>>())
    };
    let params = &code.params;
    let cells: Vec<Rc<str>> = code.cellvars.iter().map(|(name, _)| name.clone()).collect();
    let int = |number: usize| Value::Int(number as i64);
    for (name, value) in [
        ("co_name", Value::Str(code.name.clone())),
        ("co_qualname", Value::Str(code.qualname.clone())),
        ("co_filename", Value::Str(code.file.path().clone())),
        (
            "co_firstlineno",
            Value::Int(i64::from(code.file.line(code.span.start))),
        ),
        ("co_argcount", int(params.positional)),
        ("co_posonlyargcount", int(params.positional_only)),
        ("co_kwonlyargcount", int(params.keyword_only)),
        ("co_varnames", names(&code.locals)),
        ("co_cellvars", names(&cells)),
        ("co_freevars", names(&code.freevars)),
    ] {
        object.set(name, value);
    }
    object.set_payload(Rc::new(Compiled(code.clone())));
    Value::Instance(object)
}

fn run(vm: &mut Vm, mut args: Args, name: &str, mode: Mode) -> PyResult {
    let here = vm.dynamic_locals.take();
    if args.pos.is_empty() || args.pos.len() > 3 {
        let given = args.pos.len();
        return Err(raise(
            "TypeError",
            if given == 0 {
                format!("{name} expected at least 1 argument, got 0")
            } else {
                format!("{name} expected at most 3 arguments, got {given}")
            },
        ));
    }
    if let Some(keyword) = args.kw.first() {
        let _ = keyword;
        return Err(raise(
            "TypeError",
            format!("{name}() takes no keyword arguments"),
        ));
    }
    let mut rest = args.pos.drain(..);
    let source = rest.next().unwrap_or_default();
    let (globals, locals) = (
        rest.next().unwrap_or_default(),
        rest.next().unwrap_or_default(),
    );
    drop(rest);
    let module = match &globals {
        Value::None => vm.current_globals(),
        other => match other.unwrap_inner() {
            Value::Dict(dict) => vm.module_over(&dict)?,
            _ => {
                let text = if mode == Mode::Exec {
                    format!("exec() globals must be a dict, not {}", vm.type_name(other))
                } else {
                    "globals must be a dict".to_owned()
                };
                return Err(raise("TypeError", text));
            }
        },
    };
    let names = match &locals {
        Value::None if globals.is_none() => here.unwrap_or_else(|| module.dict().clone()),
        Value::None => module.dict().clone(),
        other => match other.unwrap_inner() {
            Value::Dict(dict) => dict,
            _ if vm.special_method(other, "__getitem__")?.is_some() => {
                return Err(vm.unsupported(format!("{name}() with locals that are no dict")));
            }
            _ => {
                let text = if mode == Mode::Exec {
                    format!(
                        "locals must be a mapping or None, not {}",
                        vm.type_name(other)
                    )
                } else {
                    "locals must be a mapping".to_owned()
                };
                return Err(raise("TypeError", text));
            }
        },
    };
    let code = match source.payload::<Compiled>() {
        Some(compiled) => compiled.0.clone(),
        None => match source_text(vm, &source)? {
            Some(text) => lowered("<string>", &text, mode)?,
            None => {
                return Err(raise(
                    "TypeError",
                    format!("{name}() arg 1 must be a string, bytes or code object"),
                ));
            }
        },
    };
    vm.run_code(code, module, names)
}

fn source_text(vm: &mut Vm, source: &Value) -> PyResult<Option<Rc<str>>> {
    let text = match (source.as_str(), bytes_of(source)) {
        (Some(text), _) => text,
        (None, Some(data)) => match String::from_utf8(data) {
            Ok(text) => Rc::from(text),
            Err(_) => {
                return Err(raise(
                    "SyntaxError",
                    "(unicode error) 'utf-8' codec can't decode the source",
                ));
            }
        },
        (None, None) => return Ok(None),
    };
    if text.contains('\0') {
        let class = vm.types.exception("SyntaxError");
        let text = Value::str("source code string cannot contain null bytes");
        return Err(vm.raise_class(&class, vec![text]));
    }
    Ok(Some(text))
}

fn lowered(path: &str, text: &str, mode: Mode) -> PyResult<Rc<Code>> {
    match mode {
        Mode::Exec => crate::lower::dynamic_module(&SourceFile::unlisted(path, text)),
        Mode::Eval => {
            let text = text.trim_start_matches([' ', '\t']);
            crate::lower::dynamic_expression(&SourceFile::unlisted(path, text))
        }
    }
}

impl Vm {
    /// The names of the script's function or module that is running.
    fn current_globals(&self) -> Rc<Module> {
        match self.calls.last() {
            Some(call) => call.globals.clone(),
            None => Module::new("__main__"),
        }
    }

    /// A module whose names are those of a dict, as `exec` runs a text in them.
    fn module_over(&mut self, dict: &Rc<PyDict>) -> PyResult<Rc<Module>> {
        let builtins = match dict.get_str("__builtins__") {
            None => {
                let own = Value::Dict(self.builtins.dict().clone());
                dict.set_str("__builtins__", own);
                None
            }
            Some(Value::Dict(names)) if Rc::ptr_eq(&names, self.builtins.dict()) => None,
            Some(Value::Module(module)) if Rc::ptr_eq(&module, &self.builtins) => None,
            Some(Value::Dict(names)) => Some(names),
            Some(Value::Module(module)) => Some(module.dict().clone()),
            Some(_) => {
                return Err(self.unsupported("__builtins__ that are neither a dict nor a module"));
            }
        };
        let name = match dict.get_str("__name__") {
            Some(Value::Str(name)) => name,
            _ => Rc::from("builtins"),
        };
        Ok(Module::over(name, dict.clone(), builtins))
    }
}
