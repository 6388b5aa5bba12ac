//! What kind of letter a character is, as CPython's `str` methods ask it.

use unicode_properties::{GeneralCategory as Category, UnicodeGeneralCategory as _};

use super::str_type::digit_value;

/// The two letters of the general category.
pub(crate) fn category(letter: char) -> &'static str {
    match letter.general_category() {
        Category::UppercaseLetter => "Lu",
        Category::LowercaseLetter => "Ll",
        Category::TitlecaseLetter => "Lt",
        Category::ModifierLetter => "Lm",
        Category::OtherLetter => "Lo",
        Category::NonspacingMark => "Mn",
        Category::SpacingMark => "Mc",
        Category::EnclosingMark => "Me",
        Category::DecimalNumber => "Nd",
        Category::LetterNumber => "Nl",
        Category::OtherNumber => "No",
        Category::ConnectorPunctuation => "Pc",
        Category::DashPunctuation => "Pd",
        Category::OpenPunctuation => "Ps",
        Category::ClosePunctuation => "Pe",
        Category::InitialPunctuation => "Pi",
        Category::FinalPunctuation => "Pf",
        Category::OtherPunctuation => "Po",
        Category::MathSymbol => "Sm",
        Category::CurrencySymbol => "Sc",
        Category::ModifierSymbol => "Sk",
        Category::OtherSymbol => "So",
        Category::SpaceSeparator => "Zs",
        Category::LineSeparator => "Zl",
        Category::ParagraphSeparator => "Zp",
        Category::Control => "Cc",
        Category::Format => "Cf",
        Category::Surrogate => "Cs",
        Category::PrivateUse => "Co",
        Category::Unassigned => "Cn",
    }
}

pub(crate) fn is_alpha(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic();
    }
    category(letter).starts_with('L')
}

/// Digits that stand above, below, or in circles and brackets count, too.
pub(crate) fn is_digit(letter: char) -> bool {
    digit_value(letter).is_some()
        || matches!(
            letter,
            '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '①'..='⑨' | '⑴'..='⑼' | '⒈'..='⒐'
            | '⓪' | '⓵'..='⓽' | '⓿' | '❶'..='❾' | '➀'..='➈' | '➊'..='➒' | '፩'..='፱' | '᧚'
        )
}

pub(crate) fn is_numeric(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_digit();
    }
    matches!(category(letter), "Nd" | "Nl" | "No")
        || "一二三四五六七八九十百千萬万億亿兆零〇壹壱弌貳贰弍弐叁参參叄弎肆伍陸陆柒漆捌玖拾佰陌仟阡卄卅卌廿".contains(letter)
}

pub(crate) fn is_alnum(letter: char) -> bool {
    is_alpha(letter) || is_digit(letter) || is_numeric(letter)
}

pub(crate) fn is_printable(letter: char) -> bool {
    if letter.is_ascii() {
        return (' '..='~').contains(&letter);
    }
    !category(letter).starts_with(['C', 'Z'])
}

/// Whether a name can begin with the character.
pub(crate) fn starts_name(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic() || letter == '_';
    }
    is_alpha(letter)
        || category(letter) == "Nl"
        || matches!(letter, '\u{1885}' | '\u{1886}' | '℘' | '℮' | '゛' | '゜')
}

/// Whether a name can go on with the character.
pub(crate) fn continues_name(letter: char) -> bool {
    starts_name(letter)
        || matches!(category(letter), "Mn" | "Mc" | "Nd" | "Pc")
        || matches!(letter, '\u{b7}' | '\u{387}' | '፩'..='፱' | '᧚')
}

/// Letters as they are compared without regard to case: full case folding.
pub(crate) fn casefold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'A'..='Z' => out.push(letter.to_ascii_lowercase()),
            _ if letter.is_ascii() => out.push(letter),
            // These have a folding of their own.
            'ı' => out.push(letter),
            'İ' => out.push_str("i\u{307}"),
            'ẞ' => out.push_str("ss"),
            '\u{13a0}'..='\u{13f5}' => out.push(letter),
            '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => out.extend(letter.to_uppercase()),
            // The folding of a letter is that of its capital, which may be several letters.
            _ => out.extend(letter.to_uppercase().flat_map(char::to_lowercase)),
        }
    }
    out
}

/// The lower case of a letter that stands at a byte position of a text: a sigma that ends a word has its own form.
pub(crate) fn lower_at(text: &str, at: usize, letter: char, out: &mut String) {
    if letter != 'Σ' {
        out.extend(letter.to_lowercase());
        return;
    }
    let cased = |letter: &char| {
        letter.is_lowercase() || letter.is_uppercase() || matches!(letter, 'ǅ' | 'ǈ' | 'ǋ' | 'ǲ')
    };
    let skipped = |letter: &char| {
        matches!(letter, '\'' | '.' | ':' | '^' | '`' | '·' | '’' | '\u{ad}')
            || matches!(category(*letter), "Mn" | "Me" | "Cf" | "Lm" | "Sk")
    };
    let before = text[..at].chars().rev().find(|letter| !skipped(letter));
    let after = text[at + letter.len_utf8()..]
        .chars()
        .find(|letter| !skipped(letter));
    let ends_word = before.as_ref().is_some_and(cased) && !after.as_ref().is_some_and(cased);
    out.push(if ends_word { 'ς' } else { 'σ' });
}
