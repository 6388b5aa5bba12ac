//! Small pieces of Python's text behaviour that configuration files depend on.
//!
//! The reader of INI files must accept, strip and quote text exactly as CPython does; Rust's own functions differ in
//! corners (the separators `\x1c`-`\x1f` are white space in Python only), so these few live here.

/// White space in the sense of Python's `str.isspace` and of `\s` in a `str` pattern.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// `str.strip()` without arguments.
pub(crate) fn strip(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// `str.rstrip()` without arguments.
pub(crate) fn rstrip(text: &str) -> &str {
    text.trim_end_matches(is_space)
}

/// `str.lower()`; configuration keys are folded with it.
pub(crate) fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// `repr()` of a string: the quotes and escapes that appear inside the messages of `configparser` and in generated scripts.
pub fn repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if is_printable(c) => out.push(c),
            c => push_escape(&mut out, c),
        }
    }
    out.push(quote);
    out
}

/// Python prints every character except controls, separators other than the blank, and a few format characters.
fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_control();
    }
    let invisible_format = matches!(c, '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{890}'..='\u{891}' | '\u{8e2}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{fff9}'..='\u{fffb}' | '\u{f0000}'..='\u{10ffff}' | '\u{e000}'..='\u{f8ff}' | '\u{e0001}'..='\u{e007f}');
    !(c.is_control() || c.is_whitespace() || invisible_format)
}

fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    let escaped = match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    };
    out.push_str(&escaped);
}

/// Splits at every match of Alembic's legacy separator: a comma with the blanks behind it, a run of blanks, and, for
/// `prepend_sys_path`, a colon. Empty pieces stay, as `re.split` leaves them.
pub(crate) fn split_legacy(text: &str, colon_too: bool) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let separator = c == ',' || c == ' ' || (colon_too && c == ':');
        if !separator {
            if let Some(last) = parts.last_mut() {
                last.push(c);
            }
            continue;
        }
        if c != ':' {
            while chars.next_if_eq(&' ').is_some() {}
        }
        parts.push(String::new());
    }
    parts
}

/// Splits a command line as `shlex.split(text)` does on POSIX systems.
///
/// # Errors
/// Returns the message of Python's `ValueError` when a quotation or an escape is not closed.
pub fn shlex_split(text: &str) -> Result<Vec<String>, &'static str> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            ' ' | '\t' | '\r' | '\n' => words.extend(word.take()),
            '\'' => {
                let target = word.get_or_insert_default();
                loop {
                    match chars.next() {
                        Some('\'') => break,
                        Some(inner) => target.push(inner),
                        None => return Err("No closing quotation"),
                    }
                }
            }
            '"' => double_quoted(&mut chars, word.get_or_insert_default())?,
            '\\' => match chars.next() {
                Some(escaped) => word.get_or_insert_default().push(escaped),
                None => return Err("No escaped character"),
            },
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Ok(words)
}

/// Inside double quotes a backslash escapes only itself and the quote.
fn double_quoted(chars: &mut std::str::Chars<'_>, target: &mut String) -> Result<(), &'static str> {
    loop {
        match chars.next() {
            Some('"') => return Ok(()),
            Some('\\') => match chars.next() {
                Some(escaped @ ('"' | '\\')) => target.push(escaped),
                Some(other) => {
                    target.push('\\');
                    target.push(other);
                }
                None => return Err("No escaped character"),
            },
            Some(inner) => target.push(inner),
            None => return Err("No closing quotation"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repr_chooses_quotes_and_escapes_as_python_does() {
        assert_eq!(repr("it's"), "\"it's\"");
        assert_eq!(repr("a'b\"c"), "'a\\'b\"c'");
        assert_eq!(repr("é\u{a0}\n\x1f\u{2028}"), "'é\\xa0\\n\\x1f\\u2028'");
    }

    #[test]
    fn shlex_follows_posix_rules() {
        let words = shlex_split(r#"-l 79 "a \"b\" \n" 'x y'z \ q """#).expect("well formed");
        assert_eq!(words, ["-l", "79", r#"a "b" \n"#, "x yz", " q", ""]);
        assert_eq!(shlex_split("'open"), Err("No closing quotation"));
        assert_eq!(shlex_split("end\\"), Err("No escaped character"));
    }

    #[test]
    fn the_legacy_separators_keep_empty_pieces() {
        assert_eq!(split_legacy("a,  b  c,d", false), ["a", "b", "c", "d"]);
        assert_eq!(split_legacy(" a:b", true), ["", "a", "b"]);
        assert_eq!(split_legacy("a ,b", false), ["a", "", "b"]);
    }
}
