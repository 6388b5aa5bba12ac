//! The mini-language of format specs: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use crate::error::{PyResult, raise};

/// A format spec.
#[derive(Debug, Clone, Default)]
pub(super) struct Spec {
    pub(super) fill: Option<char>,
    pub(super) align: Option<char>,
    pub(super) sign: Option<char>,
    pub(super) no_negative_zero: bool,
    pub(super) alternate: bool,
    pub(super) zero: bool,
    pub(super) width: Option<usize>,
    pub(super) group: Option<char>,
    pub(super) precision: Option<usize>,
    pub(super) kind: Option<char>,
}

impl Spec {
    /// Read a spec; `owner` is the type for messages.
    pub(super) fn parse(text: &str, owner: &str) -> PyResult<Self> {
        let letters: Vec<char> = text.chars().collect();
        let mut at = 0;
        let mut spec = Self::default();
        let is_align = |letter: Option<&char>| matches!(letter, Some('<' | '>' | '=' | '^'));
        if is_align(letters.get(1)) {
            spec.fill = letters.first().copied();
            spec.align = letters.get(1).copied();
            at = 2;
        } else if is_align(letters.first()) {
            spec.align = letters.first().copied();
            at = 1;
        }
        let take = |at: &mut usize, wanted: &[char]| {
            let letter = letters.get(*at).copied();
            match letter {
                Some(letter) if wanted.contains(&letter) => {
                    *at += 1;
                    Some(letter)
                }
                _ => None,
            }
        };
        spec.sign = take(&mut at, &['+', '-', ' ']);
        spec.no_negative_zero = take(&mut at, &['z']).is_some();
        spec.alternate = take(&mut at, &['#']).is_some();
        if take(&mut at, &['0']).is_some() {
            spec.zero = true;
            if spec.fill.is_none() {
                spec.fill = Some('0');
            }
            if spec.align.is_none() {
                spec.align = Some('=');
            }
        }
        spec.width = number(&letters, &mut at)?;
        if let Some(group) = take(&mut at, &[',', '_']) {
            spec.group = Some(group);
            if let Some(other) = take(&mut at, &[',', '_']) {
                return Err(raise(
                    "ValueError",
                    if other == group {
                        format!("Cannot specify '{group}' with '{other}'.")
                    } else {
                        "Cannot specify both ',' and '_'.".to_owned()
                    },
                ));
            }
        }
        if take(&mut at, &['.']).is_some() {
            spec.precision = number(&letters, &mut at)?;
            if spec.precision.is_none() {
                return Err(raise("ValueError", "Format specifier missing precision"));
            }
        }
        match &letters[at..] {
            [] => {}
            [kind] => spec.kind = Some(*kind),
            _ => {
                return Err(raise(
                    "ValueError",
                    format!("Invalid format specifier '{text}' for object of type '{owner}'"),
                ));
            }
        }
        Ok(spec)
    }

    /// Pad a text that has `length` letters; `sign` letters at its start stay in front of the fill of `=`.
    pub(super) fn pad(&self, text: &str, sign: usize, default_align: char) -> String {
        let length = text.chars().count();
        let width = self.width.unwrap_or(0);
        if width <= length {
            return text.to_owned();
        }
        let fill = self.fill.unwrap_or(' ');
        let space = width - length;
        let fills = |count: usize| std::iter::repeat_n(fill, count).collect::<String>();
        match self.align.unwrap_or(default_align) {
            '<' => format!("{text}{}", fills(space)),
            '^' => format!("{}{text}{}", fills(space / 2), fills(space - space / 2)),
            '=' => format!("{}{}{}", &text[..sign], fills(space), &text[sign..]),
            _ => format!("{}{text}", fills(space)),
        }
    }
}

fn number(letters: &[char], at: &mut usize) -> PyResult<Option<usize>> {
    let start = *at;
    while letters.get(*at).is_some_and(char::is_ascii_digit) {
        *at += 1;
    }
    if start == *at {
        return Ok(None);
    }
    let digits: String = letters[start..*at].iter().collect();
    match digits.parse::<usize>() {
        Ok(number) if number <= 1 << 24 => Ok(Some(number)),
        _ => Err(raise(
            "ValueError",
            "Too many decimal digits in format string",
        )),
    }
}

/// Put separators between groups of digits, from the right.
pub(super) fn group(digits: &str, separator: char, size: usize, least: usize) -> String {
    let mut digits: String = digits.to_owned();
    // Zeros that fill the width are grouped too.
    let grouped = |count: usize| count + count.saturating_sub(1) / size;
    while grouped(digits.len()) < least {
        digits.insert(0, '0');
    }
    let mut result = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(size) {
            result.push(separator);
        }
        result.push(digit);
    }
    result
}
