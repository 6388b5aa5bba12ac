//! `match` patterns.

use std::rc::Rc;

use super::frame::Frame;
use crate::error::{PyResult, raise};
use crate::ir::{Expr, Pattern, PatternKind, Var};
use crate::value::{Class, PyDict, Value};
use crate::vm::Vm;

/// Builtin classes whose only positional pattern is the object itself.
const SELF_MATCHING: &[&str] = &[
    "bool",
    "bytearray",
    "bytes",
    "dict",
    "float",
    "frozenset",
    "int",
    "list",
    "set",
    "str",
    "tuple",
];

impl Frame {
    pub(super) fn matches(
        &mut self,
        vm: &mut Vm,
        pattern: &Pattern,
        subject: &Value,
    ) -> PyResult<bool> {
        match &pattern.kind {
            PatternKind::Wildcard => Ok(true),
            PatternKind::Value(value) => {
                let value = self.eval(vm, value)?;
                vm.span = pattern.span;
                vm.eq(subject, &value)
            }
            PatternKind::Singleton(value) => Ok(subject.is(value)),
            PatternKind::Sequence(patterns) => self.match_sequence(vm, patterns, subject),
            PatternKind::Star(_) => Ok(false),
            PatternKind::Mapping(pairs, rest) => {
                self.match_mapping(vm, pairs, rest.as_ref(), subject)
            }
            PatternKind::Class(class, inner, keywords) => {
                let class = self.eval(vm, class)?;
                vm.span = pattern.span;
                self.match_class(vm, &class, inner, keywords, subject)
            }
            PatternKind::As(inner, name) => {
                if let Some(inner) = inner
                    && !self.matches(vm, inner, subject)?
                {
                    return Ok(false);
                }
                self.store(vm, name, subject.clone())?;
                Ok(true)
            }
            PatternKind::Or(patterns) => {
                for pattern in patterns {
                    if self.matches(vm, pattern, subject)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
        }
    }

    fn match_sequence(
        &mut self,
        vm: &mut Vm,
        patterns: &[Pattern],
        subject: &Value,
    ) -> PyResult<bool> {
        let items = match subject.unwrap_inner() {
            Value::List(items) => items.borrow().clone(),
            Value::Tuple(items) => items.to_vec(),
            range @ Value::Range(_) => vm.iterate(&range)?,
            Value::Instance(instance) if is_sequence(&instance.class()) => vm.iterate(subject)?,
            _ => return Ok(false),
        };
        let star = patterns
            .iter()
            .position(|pattern| matches!(pattern.kind, PatternKind::Star(_)));
        let Some(star) = star else {
            if items.len() != patterns.len() {
                return Ok(false);
            }
            return self.match_all(vm, patterns, &items);
        };
        let (before, after) = (&patterns[..star], &patterns[star + 1..]);
        if items.len() < before.len() + after.len() {
            return Ok(false);
        }
        let end = items.len() - after.len();
        if !self.match_all(vm, before, &items[..star])? {
            return Ok(false);
        }
        if let PatternKind::Star(Some(name)) = &patterns[star].kind {
            self.store(vm, name, Value::list(items[star..end].to_vec()))?;
        }
        self.match_all(vm, after, &items[end..])
    }

    fn match_all(&mut self, vm: &mut Vm, patterns: &[Pattern], items: &[Value]) -> PyResult<bool> {
        for (pattern, item) in patterns.iter().zip(items) {
            if !self.matches(vm, pattern, item)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn match_mapping(
        &mut self,
        vm: &mut Vm,
        pairs: &[(Expr, Pattern)],
        rest: Option<&Var>,
        subject: &Value,
    ) -> PyResult<bool> {
        let Value::Dict(dict) = subject.unwrap_inner() else {
            return Ok(false);
        };
        let left = rest.map(|_| dict.copy());
        for (key, pattern) in pairs {
            let key = self.eval(vm, key)?;
            let Some(value) = dict.get(vm, &key)? else {
                return Ok(false);
            };
            if !self.matches(vm, pattern, &value)? {
                return Ok(false);
            }
            if let Some(left) = &left {
                left.remove(vm, &key)?;
            }
        }
        if let (Some(name), Some(left)) = (rest, left) {
            let left: PyDict = left;
            self.store(vm, name, Value::Dict(Rc::new(left)))?;
        }
        Ok(true)
    }

    fn match_class(
        &mut self,
        vm: &mut Vm,
        class: &Value,
        patterns: &[Pattern],
        keywords: &[(Rc<str>, Pattern)],
        subject: &Value,
    ) -> PyResult<bool> {
        let Value::Class(class) = class else {
            return Err(raise("TypeError", "called match pattern must be a class"));
        };
        if !vm.isinstance_of(subject, &Value::Class(class.clone()))? {
            return Ok(false);
        }
        if !patterns.is_empty() {
            let itself = class
                .mro()
                .iter()
                .any(|class| class.is_native() && SELF_MATCHING.contains(&&*class.name()));
            let args = class.lookup("__match_args__");
            if let ([pattern], true, None) = (patterns, itself, &args) {
                if !self.matches(vm, pattern, subject)? {
                    return Ok(false);
                }
            } else {
                let takes_itself = itself && args.is_none();
                let names = match args {
                    Some(args) => vm.iterate(&args)?,
                    None => Vec::new(),
                };
                let accepted = names.len() + usize::from(takes_itself);
                if names.len() < patterns.len() {
                    let plural = if accepted == 1 { "" } else { "s" };
                    return Err(raise(
                        "TypeError",
                        format!(
                            "{}() accepts {} positional sub-pattern{plural} ({} given)",
                            class.name(),
                            accepted,
                            patterns.len()
                        ),
                    ));
                }
                for (pattern, name) in patterns.iter().zip(names) {
                    let name = name.as_str().unwrap_or_else(|| Rc::from(""));
                    if !self.match_attribute(vm, subject, &name, pattern)? {
                        return Ok(false);
                    }
                }
            }
        }
        for (name, pattern) in keywords {
            if !self.match_attribute(vm, subject, name, pattern)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn match_attribute(
        &mut self,
        vm: &mut Vm,
        subject: &Value,
        name: &str,
        pattern: &Pattern,
    ) -> PyResult<bool> {
        match vm.getattr_opt(subject, name)? {
            Some(value) => self.matches(vm, pattern, &value),
            None => Ok(false),
        }
    }
}

/// Whether objects of the class match sequence patterns: classes that say that they are sequences.
fn is_sequence(class: &Rc<Class>) -> bool {
    class
        .mro()
        .iter()
        .any(|class| matches!(&*class.name(), "Sequence" | "MutableSequence" | "deque"))
}
