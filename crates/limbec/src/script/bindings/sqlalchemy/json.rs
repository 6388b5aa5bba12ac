//! JSON columns: values written as Python's `json.dumps` writes them, and read back.

use std::fmt::Write;

use limbec_python::{PyResult, Value, Vm};

/// `json.dumps(value)`
pub(super) fn dumps(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let mut out = String::new();
    write(vm, value, &mut out, 0)?;
    Ok(out)
}

/// How deep values may be nested.
const DEEPEST: u32 = 900;

fn write(vm: &mut Vm, value: &Value, out: &mut String, depth: u32) -> PyResult<()> {
    if depth > DEEPEST {
        return Err(vm.raise("ValueError", "Circular reference detected"));
    }
    match value.unwrap_inner() {
        Value::None => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if flag { "true" } else { "false" }),
        Value::Str(text) => string(&text, out),
        number @ (Value::Int(_) | Value::BigInt(_) | Value::Float(_)) => {
            let text = vm.repr(&number)?;
            out.push_str(match &*text {
                "inf" => "Infinity",
                "-inf" => "-Infinity",
                "nan" => "NaN",
                other => other,
            });
        }
        list @ (Value::List(_) | Value::Tuple(_)) => {
            out.push('[');
            for (index, item) in vm.iterate(&list)?.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                write(vm, item, out, depth + 1)?;
            }
            out.push(']');
        }
        Value::Dict(dict) => {
            out.push('{');
            for (index, (key, item)) in dict.items().iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                key_text(vm, key, out)?;
                out.push_str(": ");
                write(vm, item, out, depth + 1)?;
            }
            out.push('}');
        }
        other => {
            let name = vm.type_name(&other);
            return Err(vm.raise(
                "TypeError",
                format!("Object of type {name} is not JSON serializable"),
            ));
        }
    }
    Ok(())
}

fn key_text(vm: &mut Vm, key: &Value, out: &mut String) -> PyResult<()> {
    match key.unwrap_inner() {
        Value::Str(text) => string(&text, out),
        Value::None => out.push_str("\"null\""),
        Value::Bool(flag) => out.push_str(if flag { "\"true\"" } else { "\"false\"" }),
        number @ (Value::Int(_) | Value::BigInt(_) | Value::Float(_)) => {
            let text = vm.repr(&number)?;
            string(&text, out);
        }
        other => {
            let name = vm.type_name(&other);
            return Err(vm.raise(
                "TypeError",
                format!("keys must be str, int, float, bool or None, not {name}"),
            ));
        }
    }
    Ok(())
}

/// A string, with everything that is not ASCII escaped.
fn string(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(letter),
            other => {
                let mut units = [0; 2];
                for unit in other.encode_utf16(&mut units) {
                    // Writing to a String cannot fail.
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
}

/// `json.loads(text)`
pub(super) fn loads(vm: &mut Vm, text: &str) -> PyResult {
    let parsed: serde_json::Value = match serde_json::from_str(text) {
        Ok(parsed) => parsed,
        Err(problem) => {
            return Err(vm.raise("ValueError", format!("invalid JSON: {problem}")));
        }
    };
    Ok(read(&parsed))
}

fn read(value: &serde_json::Value) -> Value {
    use serde_json::Value as J;
    match value {
        J::Null => Value::None,
        J::Bool(flag) => Value::Bool(*flag),
        J::Number(number) => match number.as_i64() {
            Some(small) => Value::Int(small),
            None => match number.as_u64() {
                Some(big) => Value::int(big),
                None => Value::Float(number.as_f64().unwrap_or(f64::NAN)),
            },
        },
        J::String(text) => Value::str(text),
        J::Array(items) => Value::list(items.iter().map(read).collect()),
        J::Object(map) => Value::dict(map.iter().map(|(key, item)| (key.as_str(), read(item)))),
    }
}

/// The text of an `hstore`.
pub(super) fn hstore(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let Value::Dict(dict) = value else {
        return Ok(String::new());
    };
    let mut parts = Vec::new();
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    for (key, item) in dict.items() {
        let key = vm.str(&key)?;
        let item = match &item {
            Value::None => "NULL".to_owned(),
            item => quoted(&vm.str(item)?),
        };
        parts.push(format!("{}=>{item}", quoted(&key)));
    }
    Ok(parts.join(", "))
}
