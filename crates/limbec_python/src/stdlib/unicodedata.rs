//! `unicodedata`: normal forms, and the categories that can be told without the whole database.

use std::rc::Rc;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use crate::args::Bound;
use crate::error::{PyResult, raise};
use crate::native::ModuleBuilder;
use crate::value::{Module, Value};
use crate::vm::Vm;

/// The module.
pub fn module(_: &mut Vm) -> Rc<Module> {
    ModuleBuilder::new("unicodedata")
        .function("normalize", "form, unistr, /", |_, a| {
            let text = a.str("unistr")?;
            normal_form(&a.str("form")?, &text).map(Value::from)
        })
        .function("is_normalized", "form, unistr, /", |_, a| {
            let text = a.str("unistr")?;
            Ok(Value::Bool(normal_form(&a.str("form")?, &text)? == *text))
        })
        .function("combining", "chr, /", |_, a| {
            Ok(Value::Int(i64::from(canonical_combining_class(letter(
                "combining",
                &a,
            )?))))
        })
        .function("category", "chr, /", |vm, a| {
            let letter = letter("category", &a)?;
            match category(letter) {
                Some(name) => Ok(Value::str(name)),
                None => Err(vm.unsupported(format!("unicodedata.category() of {letter:?}"))),
            }
        })
        .lazy(|vm, name| match name {
            "name" | "lookup" | "numeric" | "decimal" | "digit" | "bidirectional" | "mirrored"
            | "decomposition" | "east_asian_width" | "unidata_version" => {
                Err(vm.unsupported(format!("unicodedata.{name}")))
            }
            _ => Ok(None),
        })
        .build()
}

fn normal_form(form: &str, text: &str) -> PyResult<String> {
    Ok(match form {
        "NFC" => text.nfc().collect(),
        "NFD" => text.nfd().collect(),
        "NFKC" => text.nfkc().collect(),
        "NFKD" => text.nfkd().collect(),
        _ => return Err(raise("ValueError", "invalid normalization form")),
    })
}

fn letter(function: &str, a: &Bound) -> PyResult<char> {
    let text = a.str("chr")?;
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(letter),
        _ => Err(raise(
            "TypeError",
            format!("{function}() argument must be a unicode character, not str"),
        )),
    }
}

/// The general category, for the letters where it follows from what the standard library of Rust knows.
fn category(letter: char) -> Option<&'static str> {
    const PUNCTUATION: &[(&str, &str)] = &[
        ("!\"#%&'*,./:;?@\\", "Po"),
        ("([{", "Ps"),
        (")]}", "Pe"),
        ("$", "Sc"),
        ("+<=>|~", "Sm"),
        ("-", "Pd"),
        ("^`", "Sk"),
        ("_", "Pc"),
        (" ", "Zs"),
    ];
    if letter.is_ascii() {
        if letter.is_ascii_digit() {
            return Some("Nd");
        }
        if letter.is_ascii_uppercase() {
            return Some("Lu");
        }
        if letter.is_ascii_lowercase() {
            return Some("Ll");
        }
        if letter.is_ascii_control() {
            return Some("Cc");
        }
        return PUNCTUATION
            .iter()
            .find(|(letters, _)| letters.contains(letter))
            .map(|(_, name)| *name);
    }
    match u32::from(letter) {
        0x80..=0x9f => Some("Cc"),
        0xa0 | 0x2000..=0x200a | 0x202f | 0x205f | 0x3000 => Some("Zs"),
        0x2010..=0x2015 => Some("Pd"),
        0x200b..=0x200f | 0x2060..=0x2064 | 0xfeff => Some("Cf"),
        0x300..=0x36f | 0x1ab0..=0x1abd | 0x20d0..=0x20dc | 0xfe20..=0xfe2f => Some("Mn"),
        0xe000..=0xf8ff => Some("Co"),
        // Latin, Greek, Cyrillic and Armenian: case is told by the letter itself.
        0xc0..=0x24f | 0x370..=0x373 | 0x386..=0x481 | 0x48a..=0x556 | 0x1e00..=0x1f07 => {
            let titled = matches!(letter, 'ǅ' | 'ǈ' | 'ǋ' | 'ǲ');
            if titled {
                Some("Lt")
            } else if matches!(letter, '×' | '÷' | '϶') {
                Some("Sm")
            } else if letter == '·' {
                Some("Po")
            } else if matches!(letter, 'ƻ' | 'ǀ'..='ǃ') {
                Some("Lo")
            } else if letter.is_uppercase() {
                Some("Lu")
            } else if letter.is_lowercase() {
                Some("Ll")
            } else {
                None
            }
        }
        // Kana, Han and Hangul have no case.
        0x3041..=0x3096 | 0x30a1..=0x30fa | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3 => {
            Some("Lo")
        }
        // Marks, digits and letters of other scripts need the database itself.
        _ if is_combining_mark(letter) && canonical_combining_class(letter) != 0 => {
            (canonical_combining_class(letter) >= 200).then_some("Mn")
        }
        _ => None,
    }
}
