//! `format()` of a `Decimal`: exact, unlike that of a float.

use super::context::context;
use super::number::{MOST_DIGITS, Number};

/// The text of a number by a format spec; `None` for a spec that decimals do not have.
pub(super) fn format(number: &Number, spec: &str) -> Option<String> {
    let letters: Vec<char> = spec.chars().collect();
    let mut at = 0;
    let is_align = |letter: Option<&char>| letter.is_some_and(|letter| "<>=^".contains(*letter));
    let (mut fill, mut align) = (' ', '>');
    if is_align(letters.get(1)) {
        (fill, align, at) = (letters[0], letters[1], 2);
    } else if is_align(letters.first()) {
        (align, at) = (letters[0], 1);
    }
    let take = |wanted: &str, at: &mut usize| match letters.get(*at) {
        Some(letter) if wanted.contains(*letter) => {
            *at += 1;
            Some(*letter)
        }
        _ => None,
    };
    let sign = take("+- ", &mut at);
    if take("0", &mut at).is_some() && at == 1 + usize::from(sign.is_some()) {
        (fill, align) = ('0', '=');
    }
    let mut width = 0usize;
    while let Some(digit) = take("0123456789", &mut at) {
        width = width * 10 + digit.to_digit(10)? as usize;
        if width as i64 > MOST_DIGITS {
            return None;
        }
    }
    let group = take(",", &mut at).is_some();
    let mut precision = None;
    if take(".", &mut at).is_some() {
        let mut places = 0i64;
        while let Some(digit) = take("0123456789", &mut at) {
            places = places * 10 + i64::from(digit.to_digit(10)?);
            if places > MOST_DIGITS {
                return None;
            }
        }
        precision = Some(places);
    }
    let kind = take("eEfFgGn%", &mut at);
    if at != letters.len() {
        return None;
    }
    let size = if number.is_negative() {
        number.negated()
    } else {
        number.clone()
    };
    let mut body = body(&size, kind, precision);
    if group {
        body = super::grouped(&body);
    }
    let sign = match (number.is_negative(), sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let length = body.chars().count() + sign.len();
    let space = width.saturating_sub(length);
    let pad = |count: usize| fill.to_string().repeat(count);
    Some(match align {
        '<' => format!("{sign}{body}{}", pad(space)),
        '^' => format!("{}{sign}{body}{}", pad(space / 2), pad(space - space / 2)),
        '=' => format!("{sign}{}{body}", pad(space)),
        _ => format!("{}{sign}{body}", pad(space)),
    })
}

/// The digits of a number that is not negative.
fn body(number: &Number, kind: Option<char>, precision: Option<i64>) -> String {
    let rounding = context().rounding;
    let Number::Finite { .. } = number else {
        return number.to_string();
    };
    match kind {
        Some('f' | 'F') => match precision {
            Some(places) => number.with_exponent(-places, rounding).plain(),
            None => number.plain(),
        },
        Some('%') => {
            let percent = number.shifted(2);
            match precision {
                Some(places) => format!("{}%", percent.with_exponent(-places, rounding).plain()),
                None => format!("{}%", percent.plain()),
            }
        }
        Some(letter @ ('e' | 'E')) => {
            let rounded = match precision {
                Some(places) => number.with_exponent(number.adjusted() - places, rounding),
                None => number.clone(),
            };
            // 9.99 became 10.0, one digit too long.
            let rounded = match precision {
                Some(places) if rounded.adjusted() > number.adjusted() => {
                    rounded.with_exponent(rounded.adjusted() - places, rounding)
                }
                _ => rounded,
            };
            scientific(&rounded, letter)
        }
        _ => {
            let rounded = match precision {
                Some(digits) => {
                    let target = number.adjusted() - digits.max(1) + 1;
                    if target > number.adjusted() - number.digits_count() + 1 {
                        number.with_exponent(target, rounding)
                    } else {
                        number.clone()
                    }
                }
                None => number.clone(),
            };
            let text = rounded.to_string();
            if matches!(kind, Some('g' | 'n')) {
                text.replace('E', "e")
            } else {
                text
            }
        }
    }
}

fn scientific(number: &Number, letter: char) -> String {
    let digits = number.digits_text();
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    format!("{first}{point}{rest}{letter}{:+}", number.adjusted())
}
