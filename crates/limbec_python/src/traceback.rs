//! Tracebacks in CPython's form.

use std::rc::Rc;

use crate::error::{PyError, Raised, TraceEntry};
use crate::value::{Instance, Value};
use crate::vm::Vm;

/// The text that CPython 3.11 prints for an exception that nobody caught, with its causes and contexts; for errors that
/// are no exceptions, the calls that led there and what is wrong. It ends with a line end.
pub fn format_error(vm: &mut Vm, error: &PyError) -> String {
    match error {
        PyError::Exception(Raised { value, .. }) => format_exception(vm, value),
        PyError::Unsupported(unsupported) => {
            let mut text = String::new();
            if !unsupported.traceback.is_empty() {
                text.push_str("Traceback (most recent call last):\n");
                write_entries(&unsupported.traceback, &mut text);
            }
            text.push_str(&format!("Unsupported: {}\n", unsupported.what));
            text
        }
        PyError::Interrupted => "KeyboardInterrupt\n".to_owned(),
    }
}

/// As [`format_error`], for an exception.
pub fn format_exception(vm: &mut Vm, exception: &Rc<Instance>) -> String {
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
    let mut text = String::new();
    // The words stand between an exception and the one that it led to.
    let words: Vec<&str> = chain.iter().skip(1).map(|(_, words)| *words).collect();
    for (index, (exception, _)) in chain.iter().enumerate().rev() {
        format_one(vm, exception, &mut text);
        if index > 0 {
            text.push_str(words[index - 1]);
        }
    }
    text
}

fn format_one(vm: &mut Vm, exception: &Rc<Instance>, text: &mut String) {
    let mut entries = exception
        .exception(|state| state.traceback.clone())
        .unwrap_or_default();
    entries.reverse();
    if !entries.is_empty() {
        text.push_str("Traceback (most recent call last):\n");
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
        if is_plumbing(entry) && at + 1 < entries.len() {
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
    if stripped.is_empty() {
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
