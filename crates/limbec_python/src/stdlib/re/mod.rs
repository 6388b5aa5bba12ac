//! `re`: regular expressions, by a regex library with look-around and back-references.

mod template;
mod translate;

use std::rc::Rc;

use fancy_regex::{Captures, Regex, RegexBuilder};

use crate::args::Bound;
use crate::error::{PyResult, raise};
use crate::native::{ClassBuilder, ModuleBuilder};
use crate::value::{Class, Module, Value};
use crate::vm::Vm;

/// Backtracking that goes on longer than this is given up with an error.
const BACKTRACK_LIMIT: usize = 10_000_000;

/// The payload of a compiled pattern.
struct Pattern {
    source: Rc<str>,
    flags: i64,
    regex: Regex,
    names: Vec<Option<String>>,
}

/// The payload of a match.
struct Match {
    pattern: Rc<Pattern>,
    text: Rc<str>,
    /// The groups as byte ranges.
    groups: Vec<Option<(usize, usize)>>,
}

struct Classes {
    pattern: Rc<Class>,
    matched: Rc<Class>,
    error: Rc<Class>,
}

fn classes(vm: &mut Vm) -> Rc<Classes> {
    if let Some(classes) = vm.ext::<Classes>() {
        return classes;
    }
    let classes = Rc::new(Classes {
        pattern: pattern_class(),
        matched: match_class(),
        error: ClassBuilder::new("re", "error")
            .base(&vm.types().exception("Exception"))
            .build(),
    });
    vm.set_ext(classes.clone());
    classes
}

const FLAGS: &[(&str, i64)] = &[
    ("A", translate::ASCII),
    ("ASCII", translate::ASCII),
    ("I", translate::IGNORECASE),
    ("IGNORECASE", translate::IGNORECASE),
    ("L", translate::LOCALE),
    ("LOCALE", translate::LOCALE),
    ("M", translate::MULTILINE),
    ("MULTILINE", translate::MULTILINE),
    ("S", translate::DOTALL),
    ("DOTALL", translate::DOTALL),
    ("U", translate::UNICODE),
    ("UNICODE", translate::UNICODE),
    ("X", translate::VERBOSE),
    ("VERBOSE", translate::VERBOSE),
];

/// The module.
pub fn module(vm: &mut Vm) -> Rc<Module> {
    let classes = classes(vm);
    let mut builder = ModuleBuilder::new("re")
        .value("Pattern", classes.pattern.clone())
        .value("Match", classes.matched.clone())
        .value("error", classes.error.clone())
        .value("PatternError", classes.error.clone())
        .function("escape", "pattern", |_, a| {
            Ok(Value::str(translate::escape(&a.str("pattern")?)))
        })
        .function("purge", "", |_, _| Ok(Value::None))
        .function("compile", "pattern, flags=0", |vm, a| {
            let pattern = pattern_of(vm, a.get("pattern"), a.int("flags")?)?;
            wrap(vm, pattern)
        });
    for (name, flag) in FLAGS {
        builder = builder.value(name, *flag);
    }
    for (name, signature) in [
        ("match", "pattern, string, flags=0"),
        ("fullmatch", "pattern, string, flags=0"),
        ("search", "pattern, string, flags=0"),
        ("findall", "pattern, string, flags=0"),
        ("finditer", "pattern, string, flags=0"),
        ("split", "pattern, string, maxsplit=0, flags=0"),
        ("sub", "pattern, repl, string, count=0, flags=0"),
        ("subn", "pattern, repl, string, count=0, flags=0"),
    ] {
        builder = builder.function(name, signature, move |vm, a| {
            let pattern = pattern_of(vm, a.get("pattern"), a.int("flags")?)?;
            run(vm, &pattern, name, &a)
        });
    }
    builder.build()
}

fn wrap(vm: &mut Vm, pattern: Rc<Pattern>) -> PyResult {
    let instance = classes(vm).pattern.allocate();
    instance.set_payload(pattern);
    Ok(Value::Instance(instance))
}

/// The compiled form of a text or of a pattern object. Compiled texts are kept.
fn pattern_of(vm: &mut Vm, value: &Value, flags: i64) -> PyResult<Rc<Pattern>> {
    if let Some(pattern) = value.payload::<Pattern>() {
        return Ok(pattern);
    }
    let Some(source) = value.as_str() else {
        return Err(match value {
            Value::Bytes(_) => vm.unsupported("regular expressions on bytes"),
            _ => raise(
                "TypeError",
                "first argument must be string or compiled pattern",
            ),
        });
    };
    let cache = match vm.ext::<Cache>() {
        Some(cache) => cache,
        None => {
            let cache = Rc::new(Cache::default());
            vm.set_ext(cache.clone());
            cache
        }
    };
    let key = (source.clone(), flags);
    if let Some(pattern) = cache.patterns.borrow().get(&key) {
        return Ok(pattern.clone());
    }
    let regex = RegexBuilder::new(&translate::translate(&source, flags))
        .backtrack_limit(BACKTRACK_LIMIT)
        .build();
    let regex = match regex {
        Ok(regex) => regex,
        Err(error) => {
            let class = classes(vm).error.clone();
            let text = format!("{error} in pattern {source:?}");
            return Err(vm.raise_class(&class, vec![Value::str(text)]));
        }
    };
    let names = regex
        .capture_names()
        .map(|name| name.map(str::to_owned))
        .collect();
    let pattern = Rc::new(Pattern {
        source,
        flags,
        regex,
        names,
    });
    cache.patterns.borrow_mut().insert(key, pattern.clone());
    Ok(pattern)
}

/// Compiled patterns by their text and flags.
type Patterns = std::collections::HashMap<(Rc<str>, i64), Rc<Pattern>>;

#[derive(Default)]
struct Cache {
    patterns: std::cell::RefCell<Patterns>,
}

/// One of the functions of the module, which are also the methods of a pattern.
fn run(vm: &mut Vm, pattern: &Rc<Pattern>, name: &str, a: &Bound) -> PyResult {
    let text = a.str("string")?;
    match name {
        "match" | "fullmatch" | "search" => {
            let found = find(vm, pattern, &text, 0)?;
            let wanted = found.filter(|found| {
                let (start, end) = found.groups[0].unwrap_or_default();
                match name {
                    "match" => start == 0,
                    "fullmatch" => start == 0 && end == text.len(),
                    _ => true,
                }
            });
            // The leftmost match need not be the one that begins at the start or covers all: ask again, anchored.
            let wanted = match (wanted, name) {
                (None, "match" | "fullmatch") => anchored(vm, pattern, &text, name == "fullmatch")?,
                (wanted, _) => wanted,
            };
            Ok(match wanted {
                Some(found) => match_value(vm, found),
                None => Value::None,
            })
        }
        "findall" => {
            let all = all(vm, pattern, &text, 0)?;
            Ok(Value::list(all.iter().map(Match::for_findall).collect()))
        }
        "finditer" => {
            let all = all(vm, pattern, &text, 0)?;
            let values = all
                .into_iter()
                .map(|found| match_value(vm, found))
                .collect();
            Ok(Value::iter(values))
        }
        "split" => split(vm, pattern, &text, a.int("maxsplit")?),
        _ => {
            let (text, count) = substitute(vm, pattern, a.get("repl"), &text, a.int("count")?)?;
            Ok(if name == "subn" {
                Value::tuple(vec![Value::str(text), Value::Int(count)])
            } else {
                Value::str(text)
            })
        }
    }
}

/// The match that begins at the start of the text, and ends at its end where `full`.
fn anchored(
    vm: &mut Vm,
    pattern: &Rc<Pattern>,
    text: &Rc<str>,
    full: bool,
) -> PyResult<Option<Match>> {
    let flags = pattern.flags & !translate::MULTILINE;
    let inner = translate::translate(&pattern.source, pattern.flags);
    let end = if full { "\\z" } else { "" };
    let _ = flags;
    let Ok(regex) = RegexBuilder::new(&format!("\\A(?:{inner}){end}"))
        .backtrack_limit(BACKTRACK_LIMIT)
        .build()
    else {
        return Ok(None);
    };
    let captures = regex.captures(text).map_err(|error| too_hard(vm, &error))?;
    Ok(captures.map(|captures| Match::new(pattern, text, &captures)))
}

fn too_hard(vm: &mut Vm, error: &fancy_regex::Error) -> crate::PyError {
    vm.unsupported(format!(
        "a regular expression that takes too long ({error})"
    ))
}

fn find(
    vm: &mut Vm,
    pattern: &Rc<Pattern>,
    text: &Rc<str>,
    from: usize,
) -> PyResult<Option<Match>> {
    let captures = pattern
        .regex
        .captures_from_pos(text, from)
        .map_err(|error| too_hard(vm, &error))?;
    Ok(captures.map(|captures| Match::new(pattern, text, &captures)))
}

/// All matches from left to right; at most `limit`, 0 for any number.
fn all(vm: &mut Vm, pattern: &Rc<Pattern>, text: &Rc<str>, limit: i64) -> PyResult<Vec<Match>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut last_end = None;
    while at <= text.len() && (limit == 0 || (found.len() as i64) < limit) {
        vm.check_interrupt()?;
        let Some(one) = find(vm, pattern, text, at)? else {
            break;
        };
        let (start, end) = one.groups[0].unwrap_or_default();
        if start == end {
            // An empty match just after another one counts in Python 3.7 and later only where the other was not empty there.
            at = end + text[end..].chars().next().map_or(1, char::len_utf8);
            if last_end == Some(end)
                && found
                    .last()
                    .is_some_and(|last: &Match| last.groups[0] == one.groups[0])
            {
                continue;
            }
        } else {
            at = end;
        }
        last_end = Some(end);
        found.push(one);
    }
    Ok(found)
}

fn split(vm: &mut Vm, pattern: &Rc<Pattern>, text: &Rc<str>, limit: i64) -> PyResult {
    let mut parts = Vec::new();
    let mut from = 0;
    for found in all(vm, pattern, text, limit.max(0))? {
        let (start, end) = found.groups[0].unwrap_or_default();
        parts.push(Value::str(&text[from..start]));
        parts.extend((1..found.groups.len()).map(|group| found.text_of(group)));
        from = end;
    }
    parts.push(Value::str(&text[from..]));
    Ok(Value::list(parts))
}

fn substitute(
    vm: &mut Vm,
    pattern: &Rc<Pattern>,
    replacement: &Value,
    text: &Rc<str>,
    limit: i64,
) -> PyResult<(String, i64)> {
    let template = match replacement.as_str() {
        Some(template) => Some(template::parse(vm, &template, &pattern.names)?),
        None => None,
    };
    let mut out = String::new();
    let mut from = 0;
    let mut count = 0;
    for found in all(vm, pattern, text, limit.max(0))? {
        let (start, end) = found.groups[0].unwrap_or_default();
        out.push_str(&text[from..start]);
        from = end;
        count += 1;
        match &template {
            Some(template) => template::expand(template, &found, &mut out),
            None => {
                let value = match_value(vm, found);
                let text = vm.call(replacement, vec![value], vec![])?;
                let Some(text) = text.as_str() else {
                    return Err(raise("TypeError", "expected str instance"));
                };
                out.push_str(&text);
            }
        }
    }
    out.push_str(&text[from..]);
    Ok((out, count))
}

impl Match {
    fn new(pattern: &Rc<Pattern>, text: &Rc<str>, captures: &Captures<'_>) -> Self {
        Self {
            pattern: pattern.clone(),
            text: text.clone(),
            groups: (0..captures.len())
                .map(|group| {
                    captures
                        .get(group)
                        .map(|found| (found.start(), found.end()))
                })
                .collect(),
        }
    }

    fn str_of(&self, group: usize) -> Option<&str> {
        let (start, end) = self.groups.get(group).copied().flatten()?;
        Some(&self.text[start..end])
    }

    fn text_of(&self, group: usize) -> Value {
        Value::opt_str(self.str_of(group))
    }

    fn for_findall(&self) -> Value {
        let text = |group: usize| Value::str(self.str_of(group).unwrap_or_default());
        match self.groups.len() {
            1 => text(0),
            2 => text(1),
            several => Value::tuple((1..several).map(text).collect::<Vec<_>>()),
        }
    }

    /// The number of a group that is named by number or by name.
    fn group(&self, value: &Value) -> PyResult<usize> {
        let number = match value.as_str() {
            Some(name) => self
                .pattern
                .names
                .iter()
                .position(|known| known.as_deref() == Some(&*name)),
            None => value
                .as_int()
                .and_then(|number| usize::try_from(number).ok()),
        };
        number
            .filter(|number| *number < self.groups.len())
            .ok_or_else(|| raise("IndexError", "no such group"))
    }

    /// A byte position in characters.
    fn position(&self, at: usize) -> Value {
        Value::Int(self.text[..at].chars().count() as i64)
    }
}

fn match_value(vm: &mut Vm, found: Match) -> Value {
    let instance = classes(vm).matched.allocate();
    instance.set_payload(Rc::new(found));
    Value::Instance(instance)
}

fn found(value: &Value) -> PyResult<Rc<Match>> {
    value
        .payload::<Match>()
        .ok_or_else(|| raise("TypeError", "a match is required"))
}

fn pattern_class() -> Rc<Class> {
    let of = |value: &Value| {
        value
            .payload::<Pattern>()
            .ok_or_else(|| raise("TypeError", "a pattern is required"))
    };
    let mut builder = ClassBuilder::new("re", "Pattern")
        .property("pattern", move |_, this| {
            Ok(Value::Str(of(&this)?.source.clone()))
        })
        .property("flags", move |_, this| {
            Ok(Value::Int(of(&this)?.flags | translate::UNICODE))
        })
        .property("groups", move |_, this| {
            Ok(Value::Int(of(&this)?.names.len() as i64 - 1))
        })
        .property("groupindex", move |_, this| {
            let pattern = of(&this)?;
            let names = pattern.names.iter().enumerate();
            Ok(Value::dict(names.filter_map(|(number, name)| {
                Some((name.as_deref()?.to_owned(), Value::Int(number as i64)))
            })))
        })
        .method("__repr__", "", move |vm, this, _| {
            let source = Value::Str(of(&this)?.source.clone());
            let source = vm.repr(&source)?;
            Ok(Value::str(format!("re.compile({source})")))
        });
    for (name, signature) in [
        ("match", "string, pos=0, endpos=None"),
        ("fullmatch", "string, pos=0, endpos=None"),
        ("search", "string, pos=0, endpos=None"),
        ("findall", "string"),
        ("finditer", "string"),
        ("split", "string, maxsplit=0"),
        ("sub", "repl, string, count=0"),
        ("subn", "repl, string, count=0"),
    ] {
        builder = builder.method(name, signature, move |vm, this, a| {
            let pattern = of(&this)?;
            run(vm, &pattern, name, &a)
        });
    }
    builder.build()
}

fn match_class() -> Rc<Class> {
    ClassBuilder::new("re", "Match")
        .method("group", "*groups", |_, this, a| {
            let found = found(&this)?;
            Ok(match a.varargs() {
                [] => found.text_of(0),
                [one] => found.text_of(found.group(one)?),
                several => {
                    let texts = several
                        .iter()
                        .map(|group| Ok(found.text_of(found.group(group)?)));
                    Value::tuple(texts.collect::<PyResult<Vec<_>>>()?)
                }
            })
        })
        .method("__getitem__", "group", |_, this, a| {
            let found = found(&this)?;
            Ok(found.text_of(found.group(a.at(0))?))
        })
        .method("groups", "default=None", |_, this, a| {
            let found = found(&this)?;
            let texts = (1..found.groups.len()).map(|group| match found.str_of(group) {
                Some(text) => Value::str(text),
                None => a.at(0).clone(),
            });
            Ok(Value::tuple(texts.collect::<Vec<_>>()))
        })
        .method("groupdict", "default=None", |_, this, a| {
            let found = found(&this)?;
            let names = found.pattern.names.iter().enumerate();
            Ok(Value::dict(names.filter_map(|(group, name)| {
                let value = match found.str_of(group) {
                    Some(text) => Value::str(text),
                    None => a.at(0).clone(),
                };
                Some((name.as_deref()?.to_owned(), value))
            })))
        })
        .method("start", "group=0", |_, this, a| {
            let found = found(&this)?;
            let range = found.groups[found.group(a.at(0))?];
            Ok(range.map_or(Value::Int(-1), |(start, _)| found.position(start)))
        })
        .method("end", "group=0", |_, this, a| {
            let found = found(&this)?;
            let range = found.groups[found.group(a.at(0))?];
            Ok(range.map_or(Value::Int(-1), |(_, end)| found.position(end)))
        })
        .method("span", "group=0", |_, this, a| {
            let found = found(&this)?;
            Ok(Value::tuple(match found.groups[found.group(a.at(0))?] {
                Some((start, end)) => vec![found.position(start), found.position(end)],
                None => vec![Value::Int(-1), Value::Int(-1)],
            }))
        })
        .method("expand", "template", |vm, this, a| {
            let found = found(&this)?;
            let template = template::parse(vm, &a.str("template")?, &found.pattern.names)?;
            let mut out = String::new();
            template::expand(&template, &found, &mut out);
            Ok(Value::str(out))
        })
        .property("string", |_, this| {
            Ok(Value::Str(found(&this)?.text.clone()))
        })
        .property("re", |vm, this| {
            let pattern = found(&this)?.pattern.clone();
            wrap(vm, pattern)
        })
        .property("lastindex", |_, this| {
            let found = found(&this)?;
            let last = (1..found.groups.len())
                .rev()
                .find(|group| found.groups[*group].is_some());
            Ok(last.map_or(Value::None, |group| Value::Int(group as i64)))
        })
        .method("__bool__", "", |_, _, _| Ok(Value::Bool(true)))
        .method("__repr__", "", |vm, this, _| {
            let found = found(&this)?;
            let (start, end) = found.groups[0].unwrap_or_default();
            let (start, end) = (found.position(start), found.position(end));
            let text = vm.repr(&found.text_of(0))?;
            let span = vm.repr(&Value::tuple(vec![start, end]))?;
            Ok(Value::str(format!(
                "<re.Match object; span={span}, match={text}>"
            )))
        })
        .build()
}
