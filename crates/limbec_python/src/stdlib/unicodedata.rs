//! `unicodedata`: normal forms, and the categories that can be told without the whole database.

use std::rc::Rc;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

use crate::args::Bound;
use crate::builtins::letters::category;
use crate::builtins::str_type::digit_value;
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
        .function("category", "chr, /", |_, a| {
            Ok(Value::str(category(letter("category", &a)?)))
        })
        .function(
            "name",
            "chr, default=None, /",
            |_, a| match unicode_names2::name(letter("name", &a)?) {
                Some(name) => Ok(Value::str(name.to_string())),
                None if a.given("default") => Ok(a.get("default").clone()),
                None => Err(raise("ValueError", "no such name")),
            },
        )
        .function("lookup", "name, /", |_, a| {
            let name = a.str("name")?;
            match unicode_names2::character(&name) {
                Some(letter) => Ok(Value::str(letter.to_string())),
                None => Err(raise(
                    "KeyError",
                    format!("undefined character name '{name}'"),
                )),
            }
        })
        .function(
            "decimal",
            "chr, default=None, /",
            |_, a| match digit_value(letter("decimal", &a)?) {
                Some(digit) => Ok(Value::Int(i64::from(digit))),
                None if a.given("default") => Ok(a.get("default").clone()),
                None => Err(raise("ValueError", "not a decimal")),
            },
        )
        .lazy(|vm, name| match name {
            "numeric" | "digit" | "bidirectional" | "mirrored" | "decomposition"
            | "east_asian_width" | "unidata_version" => {
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
