//! `json`: reading and writing JSON as CPython does.

mod read;
mod write;

use std::rc::Rc;

use read::{Hooks, Reader};
use write::Writer;

use crate::args::Bound;
use crate::error::{PyResult, raise};
use crate::native::{ClassBuilder, ModuleBuilder};
use crate::value::{Class, Module, Value};
use crate::vm::Vm;

struct Classes {
    error: Rc<Class>,
    encoder: Rc<Class>,
}

fn classes(vm: &mut Vm) -> Rc<Classes> {
    if let Some(classes) = vm.ext::<Classes>() {
        return classes;
    }
    let error = ClassBuilder::new("json.decoder", "JSONDecodeError")
        .base(&vm.types().exception("ValueError"))
        .build();
    let encoder = ClassBuilder::new("json.encoder", "JSONEncoder")
        .init("*args, **options", |_, this, a| {
            let options = Value::dict(a.kwargs().iter().cloned());
            this.set("_options", options);
            Ok(())
        })
        .method("default", "o", |vm, _, a| {
            Err(raise(
                "TypeError",
                format!(
                    "Object of type {} is not JSON serializable",
                    vm.type_name(a.at(0))
                ),
            ))
        })
        .method("encode", "o", |vm, this, a| {
            let default = vm.getattr(&this, "default")?;
            let options = vm.getattr(&this, "_options")?;
            let mut writer = Writer::new(Some(default));
            if let Value::Dict(options) = &options {
                for (name, value) in options.str_items() {
                    writer.set(vm, &name, &value)?;
                }
            }
            writer.value(vm, a.at(0), 0)?;
            Ok(Value::str(writer.out))
        })
        .build();
    let classes = Rc::new(Classes { error, encoder });
    vm.set_ext(classes.clone());
    classes
}

const DUMPS: &str = "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, \
                     indent=None, separators=None, default=None, sort_keys=False, **kw";
const LOADS: &str = "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, \
                     object_pairs_hook=None, **kw";

/// The module.
pub fn module(vm: &mut Vm) -> Rc<Module> {
    let classes = classes(vm);
    ModuleBuilder::new("json")
        .function("dumps", DUMPS, |vm, a| dumps(vm, &a).map(Value::str))
        .function("dump", &DUMPS.replacen("obj,", "obj, fp,", 1), |vm, a| {
            let text = dumps(vm, &a)?;
            let file = a.get("fp").clone();
            vm.call_method(&file, "write", vec![Value::str(text)])
        })
        .function("loads", LOADS, |vm, a| loads(vm, a.get("s"), &a))
        .function("load", &LOADS.replacen("s,", "fp,", 1), |vm, a| {
            let file = a.get("fp").clone();
            let text = vm.call_method(&file, "read", vec![])?;
            loads(vm, &text, &a)
        })
        .class(&classes.error)
        .class(&classes.encoder)
        .build()
}

fn dumps(vm: &mut Vm, a: &Bound) -> PyResult<String> {
    let default = a.opt("default").cloned();
    let default = match (default, a.opt("cls")) {
        (Some(default), _) => Some(default),
        (None, Some(class)) => {
            let encoder = vm.call(class, vec![], vec![])?;
            Some(vm.getattr(&encoder, "default")?)
        }
        (None, None) => None,
    };
    let mut writer = Writer::new(default);
    for name in [
        "skipkeys",
        "ensure_ascii",
        "allow_nan",
        "indent",
        "separators",
        "sort_keys",
    ] {
        if a.given(name) {
            writer.set(vm, name, a.get(name))?;
        }
    }
    writer.value(vm, a.get("obj"), 0)?;
    Ok(writer.out)
}

fn loads(vm: &mut Vm, source: &Value, a: &Bound) -> PyResult {
    let text: Rc<str> = match source {
        Value::Bytes(data) => Rc::from(String::from_utf8_lossy(data)),
        other => match other.as_str() {
            Some(text) => text,
            None => {
                return Err(raise(
                    "TypeError",
                    format!(
                        "the JSON object must be str, bytes or bytearray, not {}",
                        vm.type_name(other)
                    ),
                ));
            }
        },
    };
    let hooks = Hooks {
        object: a.opt("object_hook").cloned(),
        pairs: a.opt("object_pairs_hook").cloned(),
        float: a.opt("parse_float").cloned(),
        int: a.opt("parse_int").cloned(),
        constant: a.opt("parse_constant").cloned(),
    };
    let mut reader = Reader {
        text: &text,
        at: 0,
        hooks,
    };
    reader.space();
    let value = reader.value(vm, 0)?;
    reader.space();
    if reader.at < text.len() {
        return Err(reader.error(vm, "Extra data", reader.at));
    }
    Ok(value)
}
