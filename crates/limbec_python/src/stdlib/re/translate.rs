//! From the syntax of Python's `re` to that of the regex library.

/// The flags of `re`, with CPython's numbers.
pub const IGNORECASE: i64 = 2;
/// `re.LOCALE`, which changes nothing for texts.
pub const LOCALE: i64 = 4;
/// `^` and `$` match at every line.
pub const MULTILINE: i64 = 8;
/// `.` matches line ends too.
pub const DOTALL: i64 = 16;
/// The default for texts.
pub const UNICODE: i64 = 32;
/// White space and comments in the pattern do not count.
pub const VERBOSE: i64 = 64;
/// `\w`, `\d`, `\s` and `\b` know ASCII only.
pub const ASCII: i64 = 256;

/// Translates a pattern. What both write alike stays; what differs is rewritten:
///
/// - `$` without `MULTILINE` also matches before a line end that ends the text;
/// - `\Z` is the end of the text;
/// - `[` and doubled `&`, `-`, `~` mean themselves inside a class;
/// - `{` that begins no repetition means itself;
/// - with `ASCII`, the classes of letters are spelled out.
pub fn translate(pattern: &str, flags: i64) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let letters: String = [
        (IGNORECASE, 'i'),
        (MULTILINE, 'm'),
        (DOTALL, 's'),
        (VERBOSE, 'x'),
    ]
    .iter()
    .filter(|(flag, _)| flags & flag != 0)
    .map(|(_, letter)| *letter)
    .collect();
    if !letters.is_empty() {
        out.push_str(&format!("(?{letters})"));
    }
    let multiline = flags & MULTILINE != 0 || inline_flag(pattern, 'm');
    let ascii = flags & ASCII != 0 || inline_flag(pattern, 'a');
    let chars: Vec<char> = strip_global_flags(pattern).chars().collect();
    let mut at = 0;
    let mut class: Option<usize> = None;
    while at < chars.len() {
        let letter = chars[at];
        let next = chars.get(at + 1).copied();
        match (letter, class) {
            ('\\', _) if octal(&chars[at + 1..]).is_some() => {
                let (code, length) = octal(&chars[at + 1..]).unwrap_or_default();
                out.push_str(&format!("\\x{{{code:x}}}"));
                at += 1 + length;
                continue;
            }
            ('\\', _) => {
                push_escape(&mut out, next, class.is_some(), ascii);
                at += 2;
                continue;
            }
            ('[', None) => {
                out.push('[');
                at += 1;
                if chars.get(at) == Some(&'^') {
                    out.push('^');
                    at += 1;
                }
                // A bracket that comes first means itself.
                if chars.get(at) == Some(&']') {
                    out.push_str("\\]");
                    at += 1;
                }
                class = Some(at);
                continue;
            }
            (']', Some(_)) => {
                out.push(']');
                class = None;
            }
            ('[', Some(_)) => out.push_str("\\["),
            ('&' | '~' | '-', Some(_)) if next == Some(letter) => {
                out.push('\\');
                out.push(letter);
            }
            (_, Some(_)) => out.push(letter),
            ('$', None) if !multiline => out.push_str("(?=\\n?\\z)"),
            ('{', None) if !is_repetition(&chars[at..]) => out.push_str("\\{"),
            ('}', None) if !closes_repetition(&out) => out.push_str("\\}"),
            _ => out.push(letter),
        }
        at += 1;
    }
    out
}

/// An escape by octal digits, and how many they are: `\0`, `\012`, `\101`; other digits are references to groups.
fn octal(chars: &[char]) -> Option<(u32, usize)> {
    let digits: String = chars
        .iter()
        .take(3)
        .take_while(|letter| ('0'..='7').contains(*letter))
        .collect();
    let is_octal = digits.starts_with('0') || digits.len() == 3 && digits.as_str() <= "377";
    let code = u32::from_str_radix(&digits, 8).ok()?;
    is_octal.then_some((code, digits.len()))
}

fn push_escape(out: &mut String, escaped: Option<char>, in_class: bool, ascii: bool) {
    match escaped {
        Some('Z') => out.push_str("\\z"),
        Some('d') if ascii => out.push_str(if in_class { "0-9" } else { "[0-9]" }),
        Some('w') if ascii => out.push_str(if in_class {
            "0-9A-Za-z_"
        } else {
            "[0-9A-Za-z_]"
        }),
        Some('s') if ascii => out.push_str(if in_class {
            " \\t\\n\\r\\x0b\\x0c"
        } else {
            "[ \\t\\n\\r\\x0b\\x0c]"
        }),
        Some('D') if ascii && !in_class => out.push_str("[^0-9]"),
        Some('W') if ascii && !in_class => out.push_str("[^0-9A-Za-z_]"),
        Some('S') if ascii && !in_class => out.push_str("[^ \\t\\n\\r\\x0b\\x0c]"),
        Some('b') if in_class => out.push_str("\\x08"),
        // An escaped character that is no letter or digit means itself; some of them the library does not let be escaped.
        Some(letter) if !letter.is_ascii_alphanumeric() => {
            if "\\.+*?()|[]{}^$#&-~ /\"'<>=!:,;@%`_\n\t".contains(letter) {
                match letter {
                    '\\' | '.' | '+' | '*' | '?' | '(' | ')' | '|' | '[' | ']' | '{' | '}'
                    | '^' | '$' | '#' | '&' | '-' | '~' => {
                        out.push('\\');
                        out.push(letter);
                    }
                    ' ' => out.push_str("\\x20"),
                    letter => out.push(letter),
                }
            } else {
                out.push(letter);
            }
        }
        Some(letter) => {
            out.push('\\');
            out.push(letter);
        }
        None => out.push('\\'),
    }
}

/// Whether `{` begins `{2}`, `{2,}`, `{,3}` or `{2,3}`.
fn is_repetition(chars: &[char]) -> bool {
    let Some(end) = chars.iter().position(|letter| *letter == '}') else {
        return false;
    };
    let inside = &chars[1..end];
    inside.iter().any(char::is_ascii_digit)
        && inside
            .iter()
            .all(|letter| letter.is_ascii_digit() || *letter == ',')
        && inside.iter().filter(|letter| **letter == ',').count() <= 1
}

fn closes_repetition(out: &str) -> bool {
    out.rfind('{').is_some_and(|at| {
        !out[..at].ends_with('\\') && !out[at..].contains('}')
            || out[..at].ends_with("\\x")
            || out[..at].ends_with("\\p")
    })
}

/// Whether the pattern starts with `(?...)` that holds the flag.
fn inline_flag(pattern: &str, flag: char) -> bool {
    pattern
        .strip_prefix("(?")
        .and_then(|rest| rest.split_once(')'))
        .is_some_and(|(flags, _)| {
            flags.chars().all(|letter| letter.is_ascii_lowercase()) && flags.contains(flag)
        })
}

/// The pattern without the flags at its start that the library does not have (`a`, `u`, `L`).
fn strip_global_flags(pattern: &str) -> String {
    let Some((flags, rest)) = pattern
        .strip_prefix("(?")
        .and_then(|rest| rest.split_once(')'))
    else {
        return pattern.to_owned();
    };
    if flags.is_empty() || !flags.chars().all(|letter| "aiLmsux".contains(letter)) {
        return pattern.to_owned();
    }
    let kept: String = flags
        .chars()
        .filter(|letter| "imsx".contains(*letter))
        .collect();
    if kept.is_empty() {
        rest.to_owned()
    } else {
        format!("(?{kept}){rest}")
    }
}

/// `re.escape`
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
