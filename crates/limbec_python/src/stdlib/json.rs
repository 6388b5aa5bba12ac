//! `json`: reading and writing JSON as CPython does.

use std::rc::Rc;

use num_bigint::BigInt;

use crate::args::{Args, Bound};
use crate::error::{PyResult, raise};
use crate::native::{ClassBuilder, ModuleBuilder};
use crate::value::{Class, Module, PyDict, Value};
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

/// Writes a value as JSON text.
struct Writer {
    out: String,
    default: Option<Value>,
    ascii: bool,
    nan: bool,
    skip_keys: bool,
    sort_keys: bool,
    indent: Option<String>,
    item: String,
    key: String,
    separators_given: bool,
}

impl Writer {
    fn new(default: Option<Value>) -> Self {
        Self {
            out: String::new(),
            default,
            ascii: true,
            nan: true,
            skip_keys: false,
            sort_keys: false,
            indent: None,
            item: ", ".to_owned(),
            key: ": ".to_owned(),
            separators_given: false,
        }
    }

    fn set(&mut self, vm: &mut Vm, name: &str, value: &Value) -> PyResult<()> {
        match name {
            "skipkeys" => self.skip_keys = vm.truthy(value)?,
            "ensure_ascii" => self.ascii = vm.truthy(value)?,
            "allow_nan" => self.nan = vm.truthy(value)?,
            "sort_keys" => self.sort_keys = vm.truthy(value)?,
            "indent" if !value.is_none() => {
                self.indent = Some(match value.as_int() {
                    Some(width) => " ".repeat(usize::try_from(width).unwrap_or(0)),
                    None => value
                        .as_str()
                        .map_or_else(String::new, |text| text.to_string()),
                });
                if !self.separators_given {
                    self.item = ",".to_owned();
                }
            }
            "separators" if !value.is_none() => {
                let parts = vm.iterate(value)?;
                if let [item, key] = &parts[..] {
                    self.item = vm.str(item)?.to_string();
                    self.key = vm.str(key)?.to_string();
                    self.separators_given = true;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn value(&mut self, vm: &mut Vm, value: &Value, depth: usize) -> PyResult<()> {
        if depth > 900 {
            return Err(raise("ValueError", "Circular reference detected"));
        }
        match value.unwrap_inner() {
            Value::None => self.out.push_str("null"),
            Value::Bool(flag) => self.out.push_str(if flag { "true" } else { "false" }),
            Value::Int(number) => self.out.push_str(&number.to_string()),
            Value::BigInt(number) => self.out.push_str(&number.to_string()),
            Value::Float(number) => self.float(vm, number)?,
            Value::Str(text) => self.string(&text),
            Value::List(items) => {
                let items = items.borrow().clone();
                self.list(vm, &items, depth)?;
            }
            Value::Tuple(items) => self.list(vm, &items, depth)?,
            Value::Dict(dict) => self.dict(vm, &dict, depth)?,
            _ => match self.default.clone() {
                Some(default) => {
                    let stand_in = vm.call(&default, vec![value.clone()], vec![])?;
                    self.value(vm, &stand_in, depth + 1)?;
                }
                None => {
                    return Err(raise(
                        "TypeError",
                        format!(
                            "Object of type {} is not JSON serializable",
                            vm.type_name(value)
                        ),
                    ));
                }
            },
        }
        Ok(())
    }

    fn float(&mut self, vm: &mut Vm, number: f64) -> PyResult<()> {
        if number.is_finite() {
            let text = vm.repr(&Value::Float(number))?;
            self.out.push_str(&text);
            return Ok(());
        }
        if !self.nan {
            let text = vm.repr(&Value::Float(number))?;
            return Err(raise(
                "ValueError",
                format!("Out of range float values are not JSON compliant: {text}"),
            ));
        }
        self.out.push_str(if number.is_nan() {
            "NaN"
        } else if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        });
        Ok(())
    }

    fn string(&mut self, text: &str) {
        self.out.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                letter if letter < ' ' => self.out.push_str(&format!("\\u{:04x}", letter as u32)),
                letter if self.ascii && !(' '..='~').contains(&letter) => {
                    let mut units = [0; 2];
                    for unit in letter.encode_utf16(&mut units) {
                        self.out.push_str(&format!("\\u{unit:04x}"));
                    }
                }
                letter => self.out.push(letter),
            }
        }
        self.out.push('"');
    }

    fn line(&mut self, depth: usize) {
        if let Some(indent) = &self.indent {
            self.out.push('\n');
            self.out.push_str(&indent.repeat(depth));
        }
    }

    fn list(&mut self, vm: &mut Vm, items: &[Value], depth: usize) -> PyResult<()> {
        if items.is_empty() {
            self.out.push_str("[]");
            return Ok(());
        }
        self.out.push('[');
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                self.out.push_str(&self.item.clone());
            }
            self.line(depth + 1);
            self.value(vm, item, depth + 1)?;
        }
        self.line(depth);
        self.out.push(']');
        Ok(())
    }

    fn dict(&mut self, vm: &mut Vm, dict: &PyDict, depth: usize) -> PyResult<()> {
        let mut pairs = Vec::new();
        for (key, value) in dict.items() {
            match self.key_text(vm, &key)? {
                Some(text) => pairs.push((text, value)),
                None if self.skip_keys => {}
                None => {
                    return Err(raise(
                        "TypeError",
                        format!(
                            "keys must be str, int, float, bool or None, not {}",
                            vm.type_name(&key)
                        ),
                    ));
                }
            }
        }
        if self.sort_keys {
            pairs.sort_by(|a, b| a.0.cmp(&b.0));
        }
        if pairs.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        self.out.push('{');
        for (place, (key, value)) in pairs.iter().enumerate() {
            if place > 0 {
                self.out.push_str(&self.item.clone());
            }
            self.line(depth + 1);
            self.string(key);
            self.out.push_str(&self.key.clone());
            self.value(vm, value, depth + 1)?;
        }
        self.line(depth);
        self.out.push('}');
        Ok(())
    }

    fn key_text(&mut self, vm: &mut Vm, key: &Value) -> PyResult<Option<String>> {
        Ok(match key.unwrap_inner() {
            Value::Str(text) => Some(text.to_string()),
            Value::None => Some("null".to_owned()),
            Value::Bool(flag) => Some(flag.to_string()),
            number @ (Value::Int(_) | Value::BigInt(_) | Value::Float(_)) => {
                Some(vm.repr(&number)?.to_string())
            }
            _ => None,
        })
    }
}

/// What `loads` was told to make of things.
#[derive(Default)]
struct Hooks {
    object: Option<Value>,
    pairs: Option<Value>,
    float: Option<Value>,
    int: Option<Value>,
    constant: Option<Value>,
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

/// Reads JSON text.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    hooks: Hooks,
}

impl Reader<'_> {
    fn error(&self, vm: &mut Vm, message: &str, at: usize) -> crate::PyError {
        let before = &self.text[..at.min(self.text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |tail| tail.chars().count())
            + 1;
        let position = before.chars().count();
        let class = classes(vm).error.clone();
        let text = format!("{message}: line {line} column {column} (char {position})");
        match vm.instantiate(&class, vec![Value::str(text)], vec![]) {
            Ok(Value::Instance(error)) => {
                error.set("msg", Value::str(message));
                error.set("doc", Value::str(self.text));
                error.set("pos", Value::Int(position as i64));
                error.set("lineno", Value::Int(line as i64));
                error.set("colno", Value::Int(column as i64));
                crate::PyError::Exception(crate::Raised::new(error))
            }
            Ok(_) => raise("ValueError", message),
            Err(error) => error,
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn value(&mut self, vm: &mut Vm, depth: usize) -> PyResult {
        if depth > 900 {
            return Err(raise(
                "RecursionError",
                "maximum recursion depth exceeded while decoding a JSON document",
            ));
        }
        match self.rest().bytes().next() {
            Some(b'"') => {
                self.at += 1;
                self.string(vm).map(Value::str)
            }
            Some(b'{') => self.object(vm, depth),
            Some(b'[') => self.array(vm, depth),
            Some(b'-' | b'0'..=b'9') => self.number(vm),
            _ => self.word(vm),
        }
    }

    fn word(&mut self, vm: &mut Vm) -> PyResult {
        let words = [
            ("null", Value::None),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("NaN", Value::Float(f64::NAN)),
            ("Infinity", Value::Float(f64::INFINITY)),
            ("-Infinity", Value::Float(f64::NEG_INFINITY)),
        ];
        for (word, value) in words {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return match (&value, self.hooks.constant.clone()) {
                    (Value::Float(_), Some(hook)) => vm.call(&hook, vec![Value::str(word)], vec![]),
                    _ => Ok(value),
                };
            }
        }
        Err(self.error(vm, "Expecting value", self.at))
    }

    fn number(&mut self, vm: &mut Vm) -> PyResult {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let digits = |from: usize| {
            from + bytes[from..]
                .iter()
                .take_while(|b| b.is_ascii_digit())
                .count()
        };
        let start = usize::from(bytes.first() == Some(&b'-'));
        let mut end = match bytes.get(start) {
            Some(b'0') => start + 1,
            Some(b'1'..=b'9') => digits(start),
            _ => return self.word(vm),
        };
        let mut float = false;
        if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
            end = digits(end + 1);
            float = true;
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            if bytes.get(end + 1 + sign).is_some_and(u8::is_ascii_digit) {
                end = digits(end + 1 + sign);
                float = true;
            }
        }
        let text = rest[..end].to_owned();
        self.at += end;
        let hook = if float {
            self.hooks.float.clone()
        } else {
            self.hooks.int.clone()
        };
        if let Some(hook) = hook {
            return vm.call(&hook, vec![Value::str(text)], vec![]);
        }
        if float {
            return Ok(Value::Float(text.parse().unwrap_or(f64::INFINITY)));
        }
        Ok(Value::int(text.parse::<BigInt>().unwrap_or_default()))
    }

    fn string(&mut self, vm: &mut Vm) -> PyResult<String> {
        let opened = self.at - 1;
        let mut out = String::new();
        loop {
            let Some(letter) = self.rest().chars().next() else {
                return Err(self.error(vm, "Unterminated string starting at", opened));
            };
            let here = self.at;
            self.at += letter.len_utf8();
            match letter {
                '"' => return Ok(out),
                '\\' => self.escape(vm, opened, &mut out)?,
                letter if letter < ' ' => {
                    return Err(self.error(vm, "Invalid control character at", here));
                }
                letter => out.push(letter),
            }
        }
    }

    fn escape(&mut self, vm: &mut Vm, opened: usize, out: &mut String) -> PyResult<()> {
        let here = self.at - 1;
        let Some(letter) = self.rest().chars().next() else {
            return Err(self.error(vm, "Unterminated string starting at", opened));
        };
        self.at += letter.len_utf8();
        match letter {
            '"' | '\\' | '/' => out.push(letter),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            'u' => {
                let mut units = vec![self.unit(vm)?];
                if (0xd800..0xdc00).contains(&units[0]) && self.rest().starts_with("\\u") {
                    self.at += 2;
                    units.push(self.unit(vm)?);
                }
                out.push_str(&String::from_utf16_lossy(&units));
            }
            _ => return Err(self.error(vm, "Invalid \\escape", here)),
        }
        Ok(())
    }

    fn unit(&mut self, vm: &mut Vm) -> PyResult<u16> {
        let unit = self
            .rest()
            .get(..4)
            .and_then(|hex| u16::from_str_radix(hex, 16).ok());
        match unit {
            Some(unit) => {
                self.at += 4;
                Ok(unit)
            }
            None => Err(self.error(vm, "Invalid \\uXXXX escape", self.at)),
        }
    }

    fn array(&mut self, vm: &mut Vm, depth: usize) -> PyResult {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.rest().starts_with(']') {
            self.at += 1;
            return Ok(Value::list(items));
        }
        loop {
            self.space();
            items.push(self.value(vm, depth + 1)?);
            self.space();
            match self.rest().bytes().next() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Value::list(items));
                }
                _ => return Err(self.error(vm, "Expecting ',' delimiter", self.at)),
            }
        }
    }

    fn object(&mut self, vm: &mut Vm, depth: usize) -> PyResult {
        self.at += 1;
        let mut pairs: Vec<(String, Value)> = Vec::new();
        self.space();
        if self.rest().starts_with('}') {
            self.at += 1;
            return self.finish(vm, pairs);
        }
        loop {
            self.space();
            if !self.rest().starts_with('"') {
                return Err(self.error(
                    vm,
                    "Expecting property name enclosed in double quotes",
                    self.at,
                ));
            }
            self.at += 1;
            let key = self.string(vm)?;
            self.space();
            if !self.rest().starts_with(':') {
                return Err(self.error(vm, "Expecting ':' delimiter", self.at));
            }
            self.at += 1;
            self.space();
            let value = self.value(vm, depth + 1)?;
            pairs.push((key, value));
            self.space();
            match self.rest().bytes().next() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return self.finish(vm, pairs);
                }
                _ => return Err(self.error(vm, "Expecting ',' delimiter", self.at)),
            }
        }
    }

    fn finish(&self, vm: &mut Vm, pairs: Vec<(String, Value)>) -> PyResult {
        if let Some(hook) = &self.hooks.pairs {
            let pairs = pairs
                .into_iter()
                .map(|(key, value)| Value::tuple(vec![Value::str(key), value]))
                .collect();
            return vm.call_args(hook, Args::pos(vec![Value::list(pairs)]));
        }
        let dict = Value::dict(pairs);
        match &self.hooks.object {
            Some(hook) => vm.call_args(hook, Args::pos(vec![dict])),
            None => Ok(dict),
        }
    }
}
