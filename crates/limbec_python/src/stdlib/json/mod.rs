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
    decoder: Rc<Class>,
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
                    vm.class_of(a.at(0)).name()
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
        .method("iterencode", "o", |vm, this, a| {
            let text = vm.call_method(&this, "encode", vec![a.at(0).clone()])?;
            Ok(Value::iter(vec![text]))
        })
        .build();
    let decoder = ClassBuilder::new("json.decoder", "JSONDecoder")
        .init(
            "*, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, \
             object_pairs_hook=None",
            |_, this, a| {
                this.set_payload(Rc::new(hooks(&a)));
                Ok(())
            },
        )
        .method("decode", "s", |vm, this, a| {
            let hooks = this.payload::<Hooks>();
            let hooks = hooks.map(|hooks| (*hooks).clone()).unwrap_or_default();
            decode(vm, &a.str("s")?, hooks)
        })
        .method("raw_decode", "s, idx=0", |vm, this, a| {
            let hooks = this.payload::<Hooks>();
            let hooks = hooks.map(|hooks| (*hooks).clone()).unwrap_or_default();
            let text = a.str("s")?;
            let from = usize::try_from(a.int("idx")?).unwrap_or(0);
            let at = text
                .char_indices()
                .nth(from)
                .map_or(text.len(), |(place, _)| place);
            let mut reader = Reader { text: &text, at, hooks };
            let value = reader.value(vm, 0)?;
            let end = text[..reader.at].chars().count() as i64;
            Ok(Value::tuple(vec![value, Value::Int(end)]))
        })
        .build();
    let classes = Rc::new(Classes {
        error,
        encoder,
        decoder,
    });
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
        .class(&classes.decoder)
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
    let hooks = hooks(a);
    decode(vm, &text, hooks)
}

/// What a decoder was told to make of things.
fn hooks(a: &Bound) -> Hooks {
    Hooks {
        object: a.opt("object_hook").cloned(),
        pairs: a.opt("object_pairs_hook").cloned(),
        float: a.opt("parse_float").cloned(),
        int: a.opt("parse_int").cloned(),
        constant: a.opt("parse_constant").cloned(),
    }
}

fn decode(vm: &mut Vm, text: &str, hooks: Hooks) -> PyResult {
    let mut reader = Reader { text, at: 0, hooks };
    if text.starts_with('\u{feff}') {
        return Err(reader.error(vm, "Unexpected UTF-8 BOM (decode using utf-8-sig)", 0));
    }
    reader.space();
    let value = reader.value(vm, 0)?;
    reader.space();
    if reader.at < text.len() {
        return Err(reader.error(vm, "Extra data", reader.at));
    }
    Ok(value)
}
