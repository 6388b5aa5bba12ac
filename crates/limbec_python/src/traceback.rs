//! Tracebacks in CPython's form.

use std::rc::Rc;

use crate::builtins::exception_group as group;
use crate::error::{PyError, Raised, TraceEntry};
use crate::stdlib::SOURCE_PREFIX;
use crate::value::{Instance, Value};
use crate::vm::Vm;

/// The text that CPython 3.11 prints for an exception that nobody caught, with its causes and contexts; for errors that
/// are no exceptions, the calls that led there and what is wrong. It ends with a line end.
pub fn format_error(vm: &mut Vm, error: &PyError) -> String {
    match error {
        PyError::Exception(Raised { value, .. }) => format_exception(vm, value),
        PyError::Unsupported(unsupported) => {
            let mut text = String::new();
            let entries = without_library(&unsupported.traceback);
            if !entries.is_empty() {
                text.push_str("Traceback (most recent call last):\n");
                write_entries(entries, &mut text);
            }
            text.push_str(&format!("Unsupported: {}\n", unsupported.what));
            text
        }
        PyError::Interrupted => "KeyboardInterrupt\n".to_owned(),
    }
}

/// The calls up to the last one that a script makes: where in the library something is refused says nothing.
fn without_library(entries: &[TraceEntry]) -> &[TraceEntry] {
    let is_script = |entry: &TraceEntry| !entry.file.path().starts_with(SOURCE_PREFIX);
    let end = entries.iter().rposition(is_script);
    &entries[..end.map_or(0, |last| last + 1)]
}

/// As [`format_error`], for an exception.
pub fn format_exception(vm: &mut Vm, exception: &Rc<Instance>) -> String {
    let mut text = String::new();
    let mut place = InGroup::default();
    format_chain(vm, exception, &mut place, &mut text);
    text
}

/// How deep in groups of exceptions an exception stands.
#[derive(Default)]
struct InGroup {
    depth: usize,
    /// Whether the frame around the innermost group is still to be closed.
    open: bool,
}

impl InGroup {
    /// Add lines behind the margin of the group.
    fn emit(&self, lines: &str, margin: char, text: &mut String) {
        if self.depth == 0 {
            text.push_str(lines);
            return;
        }
        for line in lines.split_inclusive('\n') {
            text.push_str(&format!("{}{margin} {line}", "  ".repeat(self.depth)));
        }
    }
}

fn format_chain(vm: &mut Vm, exception: &Rc<Instance>, place: &mut InGroup, text: &mut String) {
    let mut chain = vec![(exception.clone(), "")];
    let mut at = exception.clone();
    // A chain that comes back to itself is cut.
    while chain.len() < 100 {
        let next = at.exception(|state| match (&state.cause, &state.context) {
            (Some(cause), _) => Some((
                cause.clone(),
                "\nThe above exception was the direct cause of the following exception:\n\n",
            )),
            (None, Some(context)) if !state.suppress_context => Some((
                context.clone(),
                "\nDuring handling of the above exception, another exception occurred:\n\n",
            )),
            _ => None,
        });
        let Some((next, words)) = next.flatten() else {
            break;
        };
        if chain.iter().any(|(seen, _)| Rc::ptr_eq(seen, &next)) {
            break;
        }
        chain.push((next.clone(), words));
        at = next;
    }
    // The words stand between an exception and the one that it led to.
    let words: Vec<&str> = chain.iter().skip(1).map(|(_, words)| *words).collect();
    for (index, (exception, _)) in chain.iter().enumerate().rev() {
        format_one(vm, exception, place, text);
        if index > 0 {
            place.emit(words[index - 1], '|', text);
        }
    }
}

/// Groups of more exceptions are cut, and groups that are deeper in each other, too.
const WIDEST_GROUP: usize = 15;
const DEEPEST_GROUP: usize = 10;

fn format_one(vm: &mut Vm, exception: &Rc<Instance>, place: &mut InGroup, text: &mut String) {
    if !group::is_group(exception) || place.depth > DEEPEST_GROUP {
        let mut lines = String::new();
        write_one(vm, exception, "", &mut lines);
        place.emit(&lines, '|', text);
        return;
    }
    let outermost = place.depth == 0;
    if outermost {
        place.depth = 1;
    }
    let mut lines = String::new();
    write_one(vm, exception, "Exception Group ", &mut lines);
    let (head, rest) = match lines.find('\n') {
        Some(end) if lines.starts_with("Exception Group Traceback") => lines.split_at(end + 1),
        _ => ("", lines.as_str()),
    };
    place.emit(head, if outermost { '+' } else { '|' }, text);
    place.emit(rest, '|', text);
    let members = group::members(exception);
    let shown = members.len().min(WIDEST_GROUP + 1);
    place.open = false;
    for (index, member) in members.iter().take(shown).enumerate() {
        let last = index + 1 == shown;
        if last {
            // A group inside may close the frame.
            place.open = true;
        }
        let cut = index >= WIDEST_GROUP;
        let title = if cut {
            "...".to_owned()
        } else {
            (index + 1).to_string()
        };
        let joint = if index == 0 { "+-" } else { "  " };
        text.push_str(&format!(
            "{}{joint}+---------------- {title} ----------------\n",
            "  ".repeat(place.depth)
        ));
        place.depth += 1;
        if cut {
            let more = members.len() - WIDEST_GROUP;
            let plural = if more > 1 { "s" } else { "" };
            place.emit(&format!("and {more} more exception{plural}\n"), '|', text);
        } else {
            format_chain(vm, member, place, text);
        }
        if last && place.open {
            let indent = "  ".repeat(place.depth);
            text.push_str(&format!("{indent}+------------------------------------\n"));
            place.open = false;
        }
        place.depth -= 1;
    }
    if outermost {
        place.depth = 0;
    }
}

fn write_one(vm: &mut Vm, exception: &Rc<Instance>, kind: &str, text: &mut String) {
    let mut entries = exception
        .exception(|state| state.traceback.clone())
        .unwrap_or_default();
    entries.reverse();
    if !entries.is_empty() {
        text.push_str(&format!("{kind}Traceback (most recent call last):\n"));
        write_entries(&entries, text);
    }
    text.push_str(&exception_only(vm, exception));
}

/// The calls of a traceback, outermost first; calls that repeat are counted.
pub(crate) fn write_entries(entries: &[TraceEntry], text: &mut String) {
    const SHOWN: usize = 3;
    let mut repeated = 0;
    let mut last: Option<(Rc<str>, u32, Rc<str>)> = None;
    let more = |count: usize, text: &mut String| {
        if count > SHOWN {
            let count = count - SHOWN;
            let plural = if count == 1 { "" } else { "s" };
            text.push_str(&format!(
                "  [Previous line repeated {count} more time{plural}]\n"
            ));
        }
    };
    for (at, entry) in entries.iter().enumerate() {
        // CPython makes the `__init__` of a data class of no file, and what it refuses is shown at the call.
        let made = &**entry.file.path() == "<limbec dataclasses>" && &*entry.function == "__init__";
        if made || is_plumbing(entry) && at + 1 < entries.len() {
            continue;
        }
        let key = (
            entry.file.path().clone(),
            entry.line(),
            entry.function.clone(),
        );
        if last.as_ref() == Some(&key) {
            repeated += 1;
        } else {
            more(repeated, text);
            repeated = 1;
            last = Some(key);
        }
        if repeated <= SHOWN {
            write_entry(entry, text);
        }
    }
    more(repeated, text);
}

/// Whether a call is one of the event loop, of which only the last can tell anything.
fn is_plumbing(entry: &TraceEntry) -> bool {
    &**entry.file.path() == "<limbec asyncio>"
}

fn write_entry(entry: &TraceEntry, text: &mut String) {
    let line = entry.line();
    text.push_str(&format!(
        "  File \"{}\", line {line}, in {}\n",
        entry.file.path(),
        entry.function
    ));
    let source = entry.file.line_text(line);
    let stripped = source.trim();
    // What `exec` runs is in no file that the lines could be read from.
    if stripped.is_empty() || entry.file.is_unlisted() {
        return;
    }
    text.push_str(&format!("    {stripped}\n"));
    if let Some(carets) = carets(entry, source) {
        text.push_str(&format!("    {carets}\n"));
    }
}

/// The line of carets below a source line; none when the whole line is meant.
fn carets(entry: &TraceEntry, source: &str) -> Option<String> {
    let line_start = entry.file.line_start(entry.line()) as usize;
    let letters = |bytes: usize| {
        source
            .get(..bytes.min(source.len()))
            .map_or(0, |text| text.chars().count())
    };
    let start = letters(entry.span.start as usize - line_start);
    let one_line = entry.file.line(entry.span.end) == entry.line();
    let end = if one_line {
        letters(entry.span.end as usize - line_start)
    } else {
        source.trim_end().chars().count()
    };
    if end <= start {
        return None;
    }
    let anchors = one_line
        .then(|| anchors(entry.file.slice(entry.span)))
        .flatten();
    let stripped = source.trim();
    if end - start >= stripped.chars().count() && anchors.is_none() {
        return None;
    }
    let indent = source.chars().count() - source.trim_start().chars().count();
    let mut carets = " ".repeat(start - indent.min(start));
    match anchors {
        Some((left, right)) => {
            carets.push_str(&"~".repeat(left));
            carets.push_str(&"^".repeat(right - left));
            carets.push_str(&"~".repeat((end - start).saturating_sub(right)));
        }
        None => carets.push_str(&"^".repeat(end - start)),
    }
    Some(carets)
}

/// Where in an expression the operator or the brackets are, in letters.
fn anchors(segment: &str) -> Option<(usize, usize)> {
    let operator = crate::lower::operator_place(segment)?;
    let letters = |bytes: u32| {
        segment
            .get(..bytes as usize)
            .map_or(0, |text| text.chars().count())
    };
    Some((letters(operator.start), letters(operator.end)))
}

/// The last lines of a traceback: class and text, and the notes.
pub fn exception_only(vm: &mut Vm, exception: &Rc<Instance>) -> String {
    let class = exception.class();
    let mut text = String::new();
    let module = class.module();
    let name = if matches!(&*module, "builtins" | "__main__") {
        class.qualname().to_string()
    } else {
        format!("{module}.{}", class.qualname())
    };
    if class.is_subclass(&vm.types.exception("SyntaxError")) {
        syntax_lines(vm, exception, &name, &mut text);
    } else {
        let message = vm
            .str(&Value::Instance(exception.clone()))
            .unwrap_or_else(|_| Rc::from("<exception str() failed>"));
        if message.is_empty() {
            text.push_str(&format!("{name}\n"));
        } else {
            text.push_str(&format!("{name}: {message}\n"));
        }
    }
    if let Some(Value::List(notes)) = exception.get("__notes__") {
        for note in notes.borrow().iter() {
            if let Some(note) = note.as_str() {
                text.push_str(&format!("{note}\n"));
            }
        }
    }
    text
}

fn syntax_lines(vm: &mut Vm, exception: &Rc<Instance>, name: &str, text: &mut String) {
    let read = |field: &str| exception.get(field);
    let message = read("msg").and_then(|message| message.as_str());
    let message = message.unwrap_or_else(|| {
        vm.str(&Value::Instance(exception.clone()))
            .unwrap_or_else(|_| Rc::from(""))
    });
    let line = read("lineno").and_then(|line| line.as_int());
    if let Some(line) = line {
        let file = read("filename").and_then(|file| file.as_str());
        let file = file.unwrap_or_else(|| Rc::from("<string>"));
        text.push_str(&format!("  File \"{file}\", line {line}\n"));
        if let Some(source) = read("text").and_then(|source| source.as_str()) {
            let source = source.trim_end_matches(['\n', '\r']);
            let stripped = source.trim_start();
            text.push_str(&format!("    {}\n", stripped.trim_end()));
            let indent = source.chars().count() - stripped.chars().count();
            let offset = read("offset").and_then(|offset| offset.as_int());
            let end = read("end_offset").and_then(|end| end.as_int());
            let end_line = read("end_lineno").and_then(|line| line.as_int());
            if let Some(offset) = offset {
                let length = match end {
                    Some(end) if end > offset && end_line == Some(line) => end - offset,
                    _ => 1,
                };
                let start = (offset - 1 - indent as i64).max(0) as usize;
                text.push_str(&format!(
                    "    {}{}\n",
                    " ".repeat(start),
                    "^".repeat(length as usize)
                ));
            }
        }
    }
    text.push_str(&format!("{name}: {message}\n"));
}
