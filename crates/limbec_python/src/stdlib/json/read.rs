//! Reading JSON.

use num_bigint::BigInt;

use super::classes;
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::value::Value;
use crate::vm::Vm;

/// What `loads` was told to make of things.
#[derive(Default, Clone)]
pub(super) struct Hooks {
    pub(super) object: Option<Value>,
    pub(super) pairs: Option<Value>,
    pub(super) float: Option<Value>,
    pub(super) int: Option<Value>,
    pub(super) constant: Option<Value>,
}

/// Reads JSON text.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) hooks: Hooks,
}

impl Reader<'_> {
    pub(super) fn error(&self, vm: &mut Vm, message: &str, at: usize) -> crate::PyError {
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

    pub(super) fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    pub(super) fn value(&mut self, vm: &mut Vm, depth: usize) -> PyResult {
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
