//! `repr`.

use std::fmt::Write as _;
use std::rc::Rc;

use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::value::{DictViewKind, Value};
use crate::vm::Vm;

impl Vm {
    /// `repr(value)`
    ///
    /// # Errors
    /// Whatever `__repr__` raises.
    pub fn repr(&mut self, value: &Value) -> PyResult<Rc<str>> {
        let mut text = String::new();
        self.write_repr(value, &mut text)?;
        Ok(Rc::from(text))
    }

    pub(crate) fn write_repr(&mut self, value: &Value, out: &mut String) -> PyResult<()> {
        match value {
            Value::None => out.push_str("None"),
            Value::NotImplemented => out.push_str("NotImplemented"),
            Value::Ellipsis => out.push_str("Ellipsis"),
            Value::Bool(flag) => out.push_str(if *flag { "True" } else { "False" }),
            Value::Int(number) => {
                let _ = write!(out, "{number}");
            }
            Value::BigInt(number) => {
                crate::builtins::numbers::check_digits(number)?;
                let _ = write!(out, "{number}");
            }
            Value::Float(number) => out.push_str(&float_repr(*number)),
            Value::Str(text) => str_repr(text, out),
            Value::Bytes(data) => bytes_repr(data, out),
            Value::ByteArray(data) => {
                out.push_str("bytearray(");
                bytes_repr(&data.borrow(), out);
                out.push(')');
            }
            Value::List(_)
            | Value::Tuple(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::FrozenSet(_)
            | Value::DictView(_) => return self.container_repr(value, out),
            Value::Slice(slice) => {
                out.push_str("slice(");
                for (index, part) in [&slice.start, &slice.stop, &slice.step]
                    .into_iter()
                    .enumerate()
                {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    self.write_repr(part, out)?;
                }
                out.push(')');
            }
            Value::Range(range) => {
                let _ = if range.step == 1 {
                    write!(out, "range({}, {})", range.start, range.stop)
                } else {
                    write!(
                        out,
                        "range({}, {}, {})",
                        range.start, range.stop, range.step
                    )
                };
            }
            Value::Absent(absent) => return Err(self.absent_used(absent)),
            Value::Instance(_) => return self.object_repr(value, out),
            Value::Class(class) => {
                if let Some(meta) = class.metaclass().cloned()
                    && let Some(method) = meta.lookup("__repr__")
                    && !super::special::is_object_method(&self.types, "__repr__", &method)
                {
                    let text = self.call(&method, vec![value.clone()], Vec::new())?;
                    out.push_str(&text.as_str().unwrap_or_else(|| Rc::from("")));
                } else {
                    let _ = write!(out, "<class '{}'>", class.full_name());
                }
            }
            other => self.plain_repr(other, out)?,
        }
        Ok(())
    }

    /// Values that show where they are in memory.
    fn plain_repr(&mut self, value: &Value, out: &mut String) -> PyResult<()> {
        let place = self.identity(value).unsigned_abs();
        let _ = match value {
            Value::Function(function) => {
                write!(out, "<function {} at {place:#x}>", function.qualname)
            }
            Value::Native(function) => {
                if function.binds {
                    let owner = function.qualname.split('.').next().unwrap_or("");
                    write!(out, "<method '{}' of '{owner}' objects>", function.name)
                } else {
                    write!(out, "<built-in function {}>", function.name)
                }
            }
            Value::BoundMethod(method) => {
                let name = self.getattr(&method.function, "__qualname__")?;
                let name = name.as_str().unwrap_or_else(|| Rc::from("?"));
                if let Value::Native(function) = &method.function {
                    let owner = self.type_name(&method.this);
                    write!(
                        out,
                        "<built-in method {} of {owner} object at {place:#x}>",
                        function.name
                    )
                } else {
                    write!(out, "<bound method {name} of ").and_then(|()| {
                        match self.repr(&method.this) {
                            Ok(this) => write!(out, "{this}>"),
                            Err(_) => write!(out, "?>"),
                        }
                    })
                }
            }
            Value::Module(module) => match module.dict().get_str("__file__") {
                Some(Value::Str(file)) => {
                    write!(out, "<module '{}' from '{file}'>", module.name())
                }
                _ => write!(out, "<module '{}' (built-in)>", module.name()),
            },
            Value::Generator(generator) => write!(
                out,
                "<{} object {} at {place:#x}>",
                generator.type_name(),
                generator.qualname
            ),
            Value::Super(object) => write!(
                out,
                "<super: <class '{}'>, <{} object>>",
                object.class.name(),
                object.this_class.name()
            ),
            other => write!(out, "<{} object at {place:#x}>", other.kind()),
        };
        Ok(())
    }

    fn object_repr(&mut self, value: &Value, out: &mut String) -> PyResult<()> {
        let class = self.class_of(value);
        if let Some(method) = class.lookup("__repr__") {
            let bound = self.bind(&method, value, &class)?;
            let text = self.call_args(&bound, Args::default())?;
            let Some(text) = text.as_str() else {
                return Err(raise(
                    "TypeError",
                    format!(
                        "__repr__ returned non-string (type {})",
                        self.type_name(&text)
                    ),
                ));
            };
            out.push_str(&text);
            return Ok(());
        }
        out.push_str(&self.default_repr(value));
        Ok(())
    }

    /// `object.__repr__`
    pub(crate) fn default_repr(&self, value: &Value) -> String {
        let class = self.class_of(value);
        let module = class.module();
        let place = self.identity(value).unsigned_abs();
        let name = if &*module == "builtins" {
            class.qualname().to_string()
        } else {
            format!("{module}.{}", class.qualname())
        };
        format!("<{name} object at {place:#x}>")
    }

    fn container_repr(&mut self, value: &Value, out: &mut String) -> PyResult<()> {
        let id = self.identity(value);
        if self.in_repr.contains(&id) {
            out.push_str(match value {
                Value::List(_) => "[...]",
                Value::Dict(_) => "{...}",
                Value::Tuple(_) => "(...)",
                _ => "...",
            });
            return Ok(());
        }
        self.enter()?;
        self.in_repr.push(id);
        let result = self.container_inside(value, out);
        self.in_repr.pop();
        self.leave();
        result
    }

    fn container_inside(&mut self, value: &Value, out: &mut String) -> PyResult<()> {
        match value {
            Value::List(items) => {
                let items = items.borrow().clone();
                self.joined("[", &items, "]", out)
            }
            Value::Tuple(items) => {
                let close = if items.len() == 1 { ",)" } else { ")" };
                self.joined("(", items, close, out)
            }
            Value::Set(set) if set.is_empty() => {
                out.push_str("set()");
                Ok(())
            }
            Value::Set(set) => self.joined("{", &set.items(), "}", out),
            Value::FrozenSet(set) if set.is_empty() => {
                out.push_str("frozenset()");
                Ok(())
            }
            Value::FrozenSet(set) => self.joined("frozenset({", &set.items(), "})", out),
            Value::Dict(dict) => {
                out.push('{');
                for (index, (key, value)) in dict.items().into_iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    self.write_repr(&key, out)?;
                    out.push_str(": ");
                    self.write_repr(&value, out)?;
                }
                out.push('}');
                Ok(())
            }
            Value::DictView(view) => {
                let items = match view.kind {
                    DictViewKind::Keys => view.dict.keys(),
                    DictViewKind::Values => view.dict.values(),
                    DictViewKind::Items => view
                        .dict
                        .items()
                        .into_iter()
                        .map(|(key, value)| Value::tuple(vec![key, value]))
                        .collect(),
                };
                out.push_str(view.kind.type_name());
                self.joined("([", &items, "])", out)
            }
            _ => Ok(()),
        }
    }

    fn joined(
        &mut self,
        open: &str,
        items: &[Value],
        close: &str,
        out: &mut String,
    ) -> PyResult<()> {
        out.push_str(open);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            self.write_repr(item, out)?;
        }
        out.push_str(close);
        Ok(())
    }
}

/// The shortest text that reads back as the same float.
pub(crate) fn float_repr(number: f64) -> String {
    if number.is_nan() {
        return "nan".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    // Rust's `e` format has the shortest digits; Python uses an exponent below 1e-4 and from 1e16 on.
    let shortest = format!("{number:e}");
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let plain = format!("{number}");
        return if plain.contains('.') {
            plain
        } else {
            format!("{plain}.0")
        };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// Whether a character is shown as itself.
pub(crate) fn is_printable(letter: char) -> bool {
    crate::builtins::letters::is_printable(letter)
}

pub(crate) fn str_repr(text: &str, out: &mut String) {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    out.push(quote);
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            letter if letter == quote => {
                out.push('\\');
                out.push(letter);
            }
            letter if is_printable(letter) => out.push(letter),
            letter => {
                let code = u32::from(letter);
                let _ = match code {
                    0..0x100 => write!(out, "\\x{code:02x}"),
                    0x100..0x10000 => write!(out, "\\u{code:04x}"),
                    _ => write!(out, "\\U{code:08x}"),
                };
            }
        }
    }
    out.push(quote);
}

pub(crate) fn bytes_repr(data: &[u8], out: &mut String) {
    let quote = if data.contains(&b'\'') && !data.contains(&b'"') {
        b'"'
    } else {
        b'\''
    };
    out.push('b');
    out.push(char::from(quote));
    for byte in data {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            byte if *byte == quote => {
                out.push('\\');
                out.push(char::from(*byte));
            }
            0x20..0x7f => out.push(char::from(*byte)),
            byte => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push(char::from(quote));
}
