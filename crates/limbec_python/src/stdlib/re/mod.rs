//! `re`: regular expressions, by a regex library with look-around and back-references.

mod template;
mod translate;

use std::cell::OnceCell;
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
    /// The pattern where the search starts, and nowhere else; made when `match` is first asked.
    at_start: OnceCell<Option<Regex>>,
    /// As `at_start`, up to the end of the text; made when `fullmatch` is first asked.
    whole: OnceCell<Option<Regex>>,
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
            if a.get("pattern").payload::<Pattern>().is_some() {
                return Ok(a.get("pattern").clone());
            }
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
            let text = a.str("string")?;
            run(vm, &pattern, name, &a, &text, 0)
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
    let regex = builder(&translate::translate(&source, flags)).build();
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
        at_start: OnceCell::new(),
        whole: OnceCell::new(),
        names,
    });
    cache.patterns.borrow_mut().insert(key, pattern.clone());
    Ok(pattern)
}

/// The engine's limit for the size of an automaton is too low for `\w{0,255}`, where a letter is one of Unicode's.
const SIZE_LIMIT: usize = 256 << 20;

fn builder(pattern: &str) -> RegexBuilder {
    let mut builder = RegexBuilder::new(pattern);
    builder
        .backtrack_limit(BACKTRACK_LIMIT)
        .delegate_size_limit(SIZE_LIMIT);
    builder
}

/// Compiled patterns by their text and flags.
type Patterns = std::collections::HashMap<(Rc<str>, i64), Rc<Pattern>>;

#[derive(Default)]
struct Cache {
    patterns: std::cell::RefCell<Patterns>,
}

/// One of the functions of the module, which are also the methods of a pattern; `from` is where the search starts.
fn run(
    vm: &mut Vm,
    pattern: &Rc<Pattern>,
    name: &str,
    a: &Bound,
    text: &Rc<str>,
    from: usize,
) -> PyResult {
    match name {
        "match" | "fullmatch" | "search" => {
            let found = if name == "search" {
                find(vm, pattern, text, from)?
            } else {
                anchored(vm, pattern, text, from, name == "fullmatch")?
            };
            Ok(match found {
                Some(found) => match_value(vm, found),
                None => Value::None,
            })
        }
        "findall" => {
            let all = all(vm, pattern, text, from, 0)?;
            Ok(Value::list(all.iter().map(Match::for_findall).collect()))
        }
        "finditer" => {
            let all = all(vm, pattern, text, from, 0)?;
            let values = all
                .into_iter()
                .map(|found| match_value(vm, found))
                .collect();
            Ok(Value::iter(values))
        }
        "split" => split(vm, pattern, text, a.int("maxsplit")?),
        _ => {
            let (text, count) = substitute(vm, pattern, a.get("repl"), text, a.int("count")?)?;
            Ok(if name == "subn" {
                Value::tuple(vec![Value::str(text), Value::Int(count)])
            } else {
                Value::str(text)
            })
        }
    }
}

/// The match that begins at a place of the text, and ends at its end where `full`.
fn anchored(
    vm: &mut Vm,
    pattern: &Rc<Pattern>,
    text: &Rc<str>,
    from: usize,
    full: bool,
) -> PyResult<Option<Match>> {
    let kept = if full {
        &pattern.whole
    } else {
        &pattern.at_start
    };
    let regex = kept.get_or_init(|| {
        let inner = translate::translate(&pattern.source, pattern.flags);
        // A comment at the end of a verbose pattern must not take the parenthesis with it.
        let verbose = pattern.flags & translate::VERBOSE != 0 || pattern.source.contains("(?x");
        let close = if verbose { "\n)" } else { ")" };
        let end = if full { "\\z" } else { "" };
        builder(&format!("\\G(?:{inner}{close}{end}")).build().ok()
    });
    let Some(regex) = regex else {
        return Err(vm.unsupported(format!("matching the pattern {:?}", pattern.source)));
    };
    let captures = regex
        .captures_from_pos(text, from)
        .map_err(|error| too_hard(vm, &error))?;
    Ok(captures.map(|captures| Match::new(pattern, text, &captures)))
}

/// The byte position of a character position, which may lie outside.
fn place_of(text: &str, at: i64) -> usize {
    let at = usize::try_from(at).unwrap_or(0);
    text.char_indices()
        .nth(at)
        .map_or(text.len(), |(place, _)| place)
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
fn all(
    vm: &mut Vm,
    pattern: &Rc<Pattern>,
    text: &Rc<str>,
    from: usize,
    limit: i64,
) -> PyResult<Vec<Match>> {
    let mut found = Vec::new();
    let mut at = from;
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
    for found in all(vm, pattern, text, 0, limit.max(0))? {
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
    for found in all(vm, pattern, text, 0, limit.max(0))? {
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

    /// The group that was closed last: an outer group is closed after those inside it.
    fn last_group(&self) -> Option<usize> {
        let mut last: Option<(usize, usize)> = None;
        for (group, range) in self.groups.iter().enumerate().skip(1) {
            let Some((start, end)) = *range else { continue };
            if last.is_none_or(|(_, closed)| end > closed || end == closed && start == closed) {
                last = Some((group, end));
            }
        }
        last.map(|(group, _)| group)
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
        .attr(crate::builtins::TYPE_PARAMS, Value::tuple(Vec::new()))
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
        .method("__eq__", "other", move |_, this, a| {
            let this = of(&this)?;
            Ok(match a.at(0).payload::<Pattern>() {
                Some(other) => {
                    Value::Bool(this.source == other.source && this.flags == other.flags)
                }
                None => Value::NotImplemented,
            })
        })
        .method("__hash__", "", move |vm, this, _| {
            let source = Value::Str(of(&this)?.source.clone());
            vm.hash(&source).map(Value::Int)
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
        ("findall", "string, pos=0, endpos=None"),
        ("finditer", "string, pos=0, endpos=None"),
        ("split", "string, maxsplit=0"),
        ("sub", "repl, string, count=0"),
        ("subn", "repl, string, count=0"),
    ] {
        builder = builder.method(name, signature, move |vm, this, a| {
            let pattern = of(&this)?;
            let text = a.str("string")?;
            if !signature.contains("pos") {
                return run(vm, &pattern, name, &a, &text, 0);
            }
            let from = place_of(&text, a.int("pos")?);
            match a.opt_int("endpos")? {
                None => run(vm, &pattern, name, &a, &text, from),
                Some(end) => {
                    let end = place_of(&text, end);
                    if from > end {
                        return run(vm, &pattern, name, &a, &Rc::from(""), 0);
                    }
                    run(vm, &pattern, name, &a, &Rc::from(&text[..end]), from)
                }
            }
        });
    }
    builder.build()
}

fn match_class() -> Rc<Class> {
    ClassBuilder::new("re", "Match")
        .attr(crate::builtins::TYPE_PARAMS, Value::tuple(Vec::new()))
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
        .property("pos", |_, _| Ok(Value::Int(0)))
        .property("endpos", |_, this| {
            let found = found(&this)?;
            Ok(found.position(found.text.len()))
        })
        .property("lastindex", |_, this| {
            let last = found(&this)?.last_group();
            Ok(last.map_or(Value::None, |group| Value::Int(group as i64)))
        })
        .property("lastgroup", |_, this| {
            let found = found(&this)?;
            let name = found
                .last_group()
                .and_then(|group| found.pattern.names.get(group));
            Ok(Value::opt_str(name.cloned().flatten()))
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
