//! Writing JSON.

use crate::error::{PyResult, raise};
use crate::value::{PyDict, Value};
use crate::vm::Vm;

/// Writes a value as JSON text.
pub(super) struct Writer {
    pub(super) out: String,
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
    pub(super) fn new(default: Option<Value>) -> Self {
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

    pub(super) fn set(&mut self, vm: &mut Vm, name: &str, value: &Value) -> PyResult<()> {
        match name {
            "skipkeys" => self.skip_keys = vm.truthy(value)?,
            "ensure_ascii" => self.ascii = vm.truthy(value)?,
            "allow_nan" => self.nan = vm.truthy(value)?,
            "sort_keys" => self.sort_keys = vm.truthy(value)?,
            "indent" if !value.is_none() => {
                self.indent = Some(match value.as_int() {
                    Some(width) => {
                        let width = usize::try_from(width).unwrap_or(0);
                        vm.room(width)?;
                        " ".repeat(width)
                    }
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

    pub(super) fn value(&mut self, vm: &mut Vm, value: &Value, depth: usize) -> PyResult<()> {
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
                            vm.class_of(value).name()
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
            return Err(raise(
                "ValueError",
                "Out of range float values are not JSON compliant",
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
        let mut items = dict.items();
        if self.sort_keys {
            let keys = items.iter().map(|(key, _)| key.clone()).collect();
            let keys = crate::builtins::sort_values(vm, keys)?;
            items = Vec::with_capacity(keys.len());
            for key in keys {
                let value = dict.get(vm, &key)?.unwrap_or_default();
                items.push((key, value));
            }
        }
        for (key, value) in items {
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
