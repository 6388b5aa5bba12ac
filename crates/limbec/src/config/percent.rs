//! Python's `template % mapping`: used by values of pyproject.toml (`%(here)s`), by `file_template` and by
//! `version_num_format`.

use std::collections::HashMap;

/// A value that a conversion can format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatValue {
    /// A `str`.
    Text(String),
    /// An `int`.
    Int(i64),
}

impl From<&str> for FormatValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for FormatValue {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

/// The values by name.
pub type FormatArgs = HashMap<String, FormatValue>;

/// Why a template cannot be formatted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{exception}: {message}")]
pub struct FormatError {
    /// The class of Python's exception.
    pub exception: &'static str,
    /// Its message.
    pub message: String,
    /// Byte offset of the conversion in the template.
    pub start: usize,
    /// Length of the conversion in bytes.
    pub len: usize,
}

/// One `%…` conversion.
#[derive(Debug, Default)]
pub(crate) struct Conversion {
    pub(crate) start: usize,
    pub(crate) len: usize,
    pub(crate) key: Option<String>,
    flags: String,
    width: usize,
    precision: Option<usize>,
    pub(crate) kind: char,
}

/// A template cut into literal text and conversions; `%%` is a conversion of its own kind.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    Literal(&'a str),
    Conversion(Conversion),
}

/// Cuts `template` into its pieces.
///
/// # Errors
/// When a conversion is not complete.
pub(crate) fn parse(template: &str) -> Result<Vec<Piece<'_>>, FormatError> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(percent) = template[at..].find('%').map(|found| found + at) {
        if percent > at {
            pieces.push(Piece::Literal(&template[at..percent]));
        }
        let conversion = parse_conversion(template, percent)?;
        at = percent + conversion.len;
        pieces.push(Piece::Conversion(conversion));
    }
    if at < template.len() {
        pieces.push(Piece::Literal(&template[at..]));
    }
    Ok(pieces)
}

fn parse_conversion(template: &str, start: usize) -> Result<Conversion, FormatError> {
    let fail = |len: usize, message: &str| FormatError {
        exception: "ValueError",
        message: message.to_owned(),
        start,
        len,
    };
    let mut rest = &template[start + 1..];
    let mut conversion = Conversion {
        start,
        ..Conversion::default()
    };
    if let Some(inner) = rest.strip_prefix('(') {
        let close = matching_parenthesis(inner)
            .ok_or_else(|| fail(template.len() - start, "incomplete format key"))?;
        conversion.key = Some(inner[..close].to_owned());
        rest = &inner[close + 1..];
    }
    let flags = rest.trim_start_matches(['#', '0', '-', ' ', '+']);
    conversion.flags = rest[..rest.len() - flags.len()].to_owned();
    let (width, after) = leading_number(flags);
    conversion.width = width.unwrap_or(0);
    rest = after;
    if let Some(tail) = rest.strip_prefix('.') {
        let (precision, after) = leading_number(tail);
        conversion.precision = Some(precision.unwrap_or(0));
        rest = after;
    }
    rest = rest.trim_start_matches(['h', 'l', 'L']);
    let kind = rest
        .chars()
        .next()
        .ok_or_else(|| fail(template.len() - start, "incomplete format"))?;
    conversion.kind = kind;
    conversion.len = template.len() - start - rest.len() + kind.len_utf8();
    Ok(conversion)
}

/// The `)` that closes a key; keys may contain pairs of parentheses.
fn matching_parenthesis(inner: &str) -> Option<usize> {
    let mut depth = 1;
    inner.char_indices().find_map(|(at, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// A number at the start; wider than anything sensible is cut down so that a file cannot ask for gigabytes of blanks.
fn leading_number(text: &str) -> (Option<usize>, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let number = (end > 0).then(|| text[..end].parse::<usize>().unwrap_or(usize::MAX).min(4096));
    (number, &text[end..])
}

/// Formats `template` with named values.
///
/// # Errors
/// When a name is missing, a conversion is unknown or does not fit its value.
pub fn format(template: &str, args: &FormatArgs) -> Result<String, FormatError> {
    let mut out = String::with_capacity(template.len() + 16);
    for piece in parse(template)? {
        match piece {
            Piece::Literal(text) => out.push_str(text),
            Piece::Conversion(conversion) if conversion.kind == '%' => out.push('%'),
            Piece::Conversion(conversion) => {
                let value = lookup(&conversion, args)?;
                out.push_str(&conversion.apply(value)?);
            }
        }
    }
    Ok(out)
}

fn lookup<'a>(
    conversion: &Conversion,
    args: &'a FormatArgs,
) -> Result<&'a FormatValue, FormatError> {
    match &conversion.key {
        Some(key) => args
            .get(key)
            .ok_or_else(|| conversion.error("KeyError", super::pytext::repr(key))),
        None => Err(conversion.error(
            "TypeError",
            format!(
                "%{} format: a name in parentheses is required, as in %(name){}",
                conversion.kind, conversion.kind
            ),
        )),
    }
}

impl Conversion {
    fn error(&self, exception: &'static str, message: String) -> FormatError {
        FormatError {
            exception,
            message,
            start: self.start,
            len: self.len,
        }
    }

    /// Formats one value as the conversion says.
    pub(crate) fn apply(&self, value: &FormatValue) -> Result<String, FormatError> {
        match (self.kind, value) {
            ('s', FormatValue::Text(text)) => Ok(self.pad_text(text)),
            ('s' | 'r' | 'a', FormatValue::Int(number)) => Ok(self.pad_text(&number.to_string())),
            ('r' | 'a', FormatValue::Text(text)) => Ok(self.pad_text(&super::pytext::repr(text))),
            ('d' | 'i' | 'u', FormatValue::Int(number)) => {
                Ok(self.pad_number(*number, "", number.unsigned_abs().to_string()))
            }
            ('x', FormatValue::Int(number)) => {
                Ok(self.pad_number(*number, "0x", format!("{:x}", number.unsigned_abs())))
            }
            ('X', FormatValue::Int(number)) => {
                Ok(self.pad_number(*number, "0X", format!("{:X}", number.unsigned_abs())))
            }
            ('o', FormatValue::Int(number)) => {
                Ok(self.pad_number(*number, "0o", format!("{:o}", number.unsigned_abs())))
            }
            ('d' | 'i' | 'u', FormatValue::Text(_)) => Err(self.error(
                "TypeError",
                format!("%{} format: a real number is required, not str", self.kind),
            )),
            ('x' | 'X' | 'o', FormatValue::Text(_)) => Err(self.error(
                "TypeError",
                format!("%{} format: an integer is required, not str", self.kind),
            )),
            (kind, _) => Err(self.error(
                "ValueError",
                format!(
                    "unsupported format character '{kind}' ({:#x}) at index {}",
                    u32::from(kind),
                    self.start + self.len - kind.len_utf8()
                ),
            )),
        }
    }

    fn pad_text(&self, text: &str) -> String {
        let cut: String = text
            .chars()
            .take(self.precision.unwrap_or(usize::MAX))
            .collect();
        self.fill(cut)
    }

    fn pad_number(&self, number: i64, prefix: &str, digits: String) -> String {
        let sign = if number < 0 {
            "-"
        } else if self.flags.contains('+') {
            "+"
        } else if self.flags.contains(' ') {
            " "
        } else {
            ""
        };
        let prefix = if self.flags.contains('#') { prefix } else { "" };
        let mut wanted = self.precision.unwrap_or(0);
        if self.flags.contains('0') && !self.flags.contains('-') {
            wanted = wanted.max(self.width.saturating_sub(sign.len() + prefix.len()));
        }
        let zeros = "0".repeat(wanted.saturating_sub(digits.len()));
        self.fill(format!("{sign}{prefix}{zeros}{digits}"))
    }

    fn fill(&self, text: String) -> String {
        let blanks = " ".repeat(self.width.saturating_sub(text.chars().count()));
        if self.flags.contains('-') {
            text + &blanks
        } else {
            blanks + &text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args() -> FormatArgs {
        let pairs: [(&str, FormatValue); 3] = [
            ("rev", "ab".into()),
            ("year", 2026.into()),
            ("minute", 7.into()),
        ];
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    #[test]
    fn conversions_format_as_in_python() {
        let cases = [
            ("%(year)d_%(minute).2d-%(rev)s", "2026_07-ab"),
            (
                "%(minute)02d|%(minute)4d|%(minute)-4d|%(minute)+d",
                "07|   7|7   |+7",
            ),
            (
                "100%% %(year)s %(rev)5s %(rev).1s %(rev)r %(minute)#x",
                "100% 2026    ab a 'ab' 0x7",
            ),
        ];
        for (template, expected) in cases {
            assert_eq!(format(template, &args()).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        let cases = [
            ("x%(no)s", "KeyError: 'no'", 1, 6),
            (
                "%(rev)d",
                "TypeError: %d format: a real number is required, not str",
                0,
                7,
            ),
            ("%(rev", "ValueError: incomplete format key", 0, 5),
            ("a%", "ValueError: incomplete format", 1, 1),
            (
                "%(rev)y",
                "ValueError: unsupported format character 'y' (0x79) at index 6",
                0,
                7,
            ),
        ];
        for (template, message, start, len) in cases {
            let (exception, message) = message.split_once(": ").expect("a class and a text");
            let error = format(template, &args()).expect_err(template);
            assert_eq!(
                (error.exception, error.message.as_str()),
                (exception, message),
                "{template}"
            );
            assert_eq!((error.start, error.len), (start, len), "{template}");
        }
    }
}
