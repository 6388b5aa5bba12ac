//! `%(name)s` substitution in INI values: CPython's `BasicInterpolation`.

use super::ini::{Entry, Ini};
use super::ini_error::{IniError, IniErrorKind};
use super::mask::{MASK, mask_url, password_span};
use super::pytext::{lower, repr};

/// References may nest this deep.
const MAX_DEPTH: usize = 10;

impl Ini {
    /// Replaces the references in `entry`, the value of `option` in `section`.
    pub(super) fn interpolate(
        &self,
        section: &str,
        option: &str,
        entry: &Entry,
    ) -> Result<String, IniError> {
        let mut out = String::with_capacity(entry.raw.len());
        let request = Request {
            ini: self,
            section,
            option,
        };
        request.expand(entry, &mut out, 1)?;
        Ok(out)
    }
}

/// What was asked for: errors name this option even when the mistake stands in a value that it refers to.
struct Request<'a> {
    ini: &'a Ini,
    section: &'a str,
    option: &'a str,
}

impl Request<'_> {
    fn expand(&self, entry: &Entry, out: &mut String, depth: usize) -> Result<(), IniError> {
        if depth > MAX_DEPTH {
            return Err(self.too_deep());
        }
        let mut rest = entry.raw.as_str();
        while let Some(percent) = rest.find('%') {
            out.push_str(&rest[..percent]);
            rest = &rest[percent..];
            let position = entry.raw.len() - rest.len();
            if let Some(tail) = rest.strip_prefix("%%") {
                out.push('%');
                rest = tail;
            } else if rest.starts_with("%(") {
                let Some(length) = reference_length(rest) else {
                    let message = "bad interpolation variable reference";
                    return Err(self.syntax(message, entry, position));
                };
                let name = lower(&rest[2..length - 2]);
                let Some(found) = self.ini.lookup(self.section, &name) else {
                    return Err(self.missing(name, entry, position, length));
                };
                if found.raw.contains('%') {
                    self.expand(found, out, depth + 1)?;
                } else {
                    out.push_str(&found.raw);
                }
                rest = &rest[length..];
            } else {
                let message = "'%' must be followed by '%' or '(', found:";
                return Err(self.syntax(message, entry, position));
            }
        }
        out.push_str(rest);
        Ok(())
    }

    /// The message shows the rest of the value, but not what is left of a password in it.
    fn syntax(&self, message: &str, entry: &Entry, position: usize) -> IniError {
        let rest = &entry.raw[position..];
        let bad = bad_stretch(rest);
        let password = password_span(&entry.raw);
        let shown = match &password {
            Some(span) if span.contains(&position) => format!("{MASK}{}", &entry.raw[span.end..]),
            _ => mask_url(rest),
        };
        let kind = IniErrorKind::InterpolationSyntax {
            section: self.section.to_owned(),
            option: self.option.to_owned(),
            message: format!("{message} {}", repr(&shown)),
        };
        let location = self.ini.location_in(entry, position, bad.len());
        let hint = if location.is_none() && self.stored_raw() != entry.raw {
            format!(
                "'%' is special in this file, and {} gets one from the value {}, which does not stand in the file \
                 (%(here)s is the folder of the file)",
                self.option,
                repr(&mask_url(&entry.raw))
            )
        } else if password.is_some() {
            "'%' is special in this file; write every '%' of the URL twice".to_owned()
        } else {
            format!("'%' is special in this file; write '%{bad}' to mean '{bad}'")
        };
        IniError::new(kind).at(location).hint(hint)
    }

    fn missing(
        &self,
        reference: String,
        entry: &Entry,
        position: usize,
        length: usize,
    ) -> IniError {
        let location = self.ini.location_in(entry, position, length);
        let written = &entry.raw[position..position + length];
        let hint = format!(
            "define '{reference}' in [{}] or [DEFAULT], or write '%{written}' if the text {written} itself is meant",
            self.section
        );
        let kind = IniErrorKind::InterpolationMissingOption {
            section: self.section.to_owned(),
            option: self.option.to_owned(),
            reference,
            raw: self.raw(),
        };
        IniError::new(kind).at(location).hint(hint)
    }

    fn too_deep(&self) -> IniError {
        let kind = IniErrorKind::InterpolationDepth {
            section: self.section.to_owned(),
            option: self.option.to_owned(),
            raw: self.raw(),
        };
        IniError::new(kind)
            .at(self.ini.location(self.section, self.option))
            .hint("the values refer to each other in a circle, or through more than ten others")
    }

    fn stored_raw(&self) -> &str {
        self.ini
            .lookup(self.section, self.option)
            .map_or("", |entry| entry.raw.as_str())
    }

    /// The value for a message.
    fn raw(&self) -> String {
        mask_url(self.stored_raw())
    }
}

/// The length of `%(name)s` at the start of `text`; the name is anything but empty and has no `)`.
fn reference_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("%(")?;
    let close = inner.find(')')?;
    (close > 0 && inner[close + 1..].starts_with('s')).then_some(close + 4)
}

/// The part that a person would call the mistake: `%04d` of `%04d_x y`, `%(name)` of `%(name) x`.
fn bad_stretch(text: &str) -> &str {
    let body = &text[1..];
    let end = if body.starts_with('(') {
        body.find(')').map_or(body.len(), |at| at + 1)
    } else {
        let digits = body
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-')
            .unwrap_or(body.len());
        let conversion = body[digits..]
            .chars()
            .next()
            .filter(char::is_ascii_alphabetic);
        digits + conversion.map_or(0, char::len_utf8)
    };
    &text[..=end]
}

/// `BasicInterpolation.before_set`: what remains of the value without `%%` and references must have no `%`.
pub(super) fn check_before_set(value: &str) -> Result<(), IniError> {
    let doubled = value.replace("%%", "");
    let mut rest = String::with_capacity(doubled.len());
    let mut todo = doubled.as_str();
    while let Some(at) = todo.find('%') {
        rest.push_str(&todo[..at]);
        let skipped = reference_length(&todo[at..]);
        if skipped.is_none() {
            rest.push('%');
        }
        todo = &todo[at + skipped.unwrap_or(1)..];
    }
    rest.push_str(todo);
    let Some(at) = rest.find('%') else {
        return Ok(());
    };
    let position = rest[..at].chars().count();
    let message = format!(
        "invalid interpolation syntax in {} at position {position}",
        repr(value)
    );
    Err(IniError::new(IniErrorKind::Value { message })
        .hint("'%' is special here; write '%%' to mean '%'"))
}
