//! Looking at pieces of Python from outside: enough to indent them and to know which names they use. The interpreter does the
//! real reading.

/// Splits at commas that do not stand in brackets.
pub(super) fn split_arguments(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts
        .into_iter()
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether a row of code ends inside a triple-quoted string, and with which quotes it began.
pub(super) fn long_string_after<'a>(row: &str, inside: Option<&'a str>) -> Option<&'a str> {
    let mut inside = inside;
    let mut short: Option<char> = None;
    let mut at = 0;
    while at < row.len() {
        let rest = &row[at..];
        let Some(c) = rest.chars().next() else {
            break;
        };
        let mut step = c.len_utf8();
        if c == '\\' {
            step += rest[step..].chars().next().map_or(0, char::len_utf8);
        } else if let Some(quotes) = inside {
            if rest.starts_with(quotes) {
                inside = None;
                step = 3;
            }
        } else if let Some(quote) = short {
            if c == quote {
                short = None;
            }
        } else if c == '#' {
            break;
        } else if rest.starts_with("\"\"\"") {
            inside = Some("\"\"\"");
            step = 3;
        } else if rest.starts_with("'''") {
            inside = Some("'''");
            step = 3;
        } else if c == '"' || c == '\'' {
            short = Some(c);
        }
        at += step;
    }
    inside
}

/// The identifiers of a piece of code, strings and comments left out.
pub(super) fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
}

/// Words that are no names.
const KEYWORDS: [&str; 36] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield", "loop",
];

/// Names that a piece of code may take from outside: no keywords, no attributes, nothing inside strings and comments.
pub(super) fn free_names(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut chars = code.char_indices().peekable();
    let mut before = ' ';
    while let Some((start, c)) = chars.next() {
        if c == '#' {
            while chars.next_if(|(_, next)| *next != '\n').is_some() {}
        } else if c == '"' || c == '\'' {
            let mut escaped = false;
            for (_, next) in chars.by_ref() {
                if next == c && !escaped {
                    break;
                }
                escaped = next == '\\' && !escaped;
            }
        } else if c.is_alphabetic() || c == '_' {
            let mut end = start + c.len_utf8();
            while let Some((at, next)) =
                chars.next_if(|(_, next)| next.is_alphanumeric() || *next == '_')
            {
                end = at + next.len_utf8();
            }
            let name = &code[start..end];
            let string_prefix = chars
                .peek()
                .is_some_and(|(_, next)| *next == '"' || *next == '\'');
            if before != '.' && !string_prefix && !KEYWORDS.contains(&name) {
                names.push(name.to_owned());
            }
        } else if c.is_ascii_digit() {
            while chars
                .next_if(|(_, next)| next.is_alphanumeric() || *next == '_' || *next == '.')
                .is_some()
            {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    names
}
