//! What only the text of CREATE TABLE tells: names, options and conditions of constraints.
//!
//! The patterns find what SQLAlchemy's find and miss what SQLAlchemy's miss, since the answers must
//! be the same on odd input too.

use std::sync::LazyLock;

use fancy_regex::{Captures, Regex};
use limbec_schema::{OptionValue, Options};

use crate::inspect::ReflectedCheck;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is a constant")
}

/// `CONSTRAINT name`, the name in group `quoted` or `plain`.
const CONSTRAINT_NAME: &str = r#"CONSTRAINT\s+(?:"(?<quoted>.+?)"|(?<plain>\w+))\s+"#;

static PRIMARY_KEY: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i){CONSTRAINT_NAME}PRIMARY\s+KEY")));

static UNIQUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:{CONSTRAINT_NAME})?UNIQUE\s*\((?<columns>.+?)\)"
    ))
});

static INLINE_UNIQUE: LazyLock<Regex> = LazyLock::new(|| {
    let column = r#"(?:(?<quoted>".+?")|[\[`]?(?<plain>[a-z0-9_]+)[\]`]?)"#;
    let words = r"[\t ]+[a-z0-9_]+(?:[\t ]+[a-z0-9_]+)*?";
    pattern(&format!(r"(?i){column}{words}[\t ]+UNIQUE"))
});

static FOREIGN_KEY: LazyLock<Regex> = LazyLock::new(|| {
    let column = r#"(?:"[^"]+"|[a-z0-9_]+)"#;
    let referred = format!(r"(?<there>{column}(?:(?:\s*,\s*|\s+){column})*\s*)");
    let action = r"SET\s+NULL|SET\s+DEFAULT|CASCADE|RESTRICT|NO\s+ACTION";
    pattern(&format!(
        r#"(?i)(?:{CONSTRAINT_NAME})?FOREIGN\s+KEY\s*\(\s*(?<here>.+?)\s*\)\s+REFERENCES\s+(?:"(?<quoted_table>.+?)"|(?<table>[a-z0-9_]+))\s*\(\s*{referred}\)\s*(?<actions>(?:ON\s+(?:DELETE|UPDATE)\s+(?:{action})\s*)*)(?<deferrable>(?:NOT\s+)?DEFERRABLE)?(?:\s+INITIALLY\s+(?<initially>DEFERRED|IMMEDIATE))?"#
    ))
});

static CHECK: LazyLock<Regex> = LazyLock::new(|| {
    let quoted = r#""(?:[^"]|"")+"|'(?:[^']|'')+'|\[(?:[^\]]|\]\])+\]|`(?:[^`]|``)+`"#;
    pattern(&format!(
        r"(?i)(?<![A-Za-z0-9_])(?:CONSTRAINT\s+(?<name>{quoted}|\S+)\s+)?CHECK\s*\("
    ))
});

static COLUMN: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?i)"(.+?)"|([a-z0-9_]+)"#));

static BODY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?is)\Acreate table .*?\((.*)\)(?:\s*,?\s*(?:WITHOUT\s+ROWID|STRICT))*\z")
});

static TABLE_OPTIONS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\)(?:\s*,?\s*(?:(?<rowid>WITHOUT\s+ROWID)|(?<strict>STRICT)))*\s*\z")
});

static PREDICATE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\)\s+where\s+(.+)"));

fn group(captures: &Captures<'_>, name: &str) -> Option<String> {
    captures
        .name(name)
        .map(|m| m.as_str().to_owned())
        .filter(|text| !text.is_empty())
}

fn either(captures: &Captures<'_>, first: &str, second: &str) -> Option<String> {
    group(captures, first).or_else(|| group(captures, second))
}

/// From where a pattern may match that begins with one of these words; they are looked for first, as most tables have few
/// of the constraints and a pattern tries each letter of the text.
fn first_word(sql: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| place_of(sql, word)).min()
}

fn place_of(sql: &str, word: &str) -> Option<usize> {
    let bytes = sql.as_bytes();
    let first = *word.as_bytes().first()?;
    // The first letter rules out almost every place.
    let mut places = memchr::memchr2_iter(
        first.to_ascii_lowercase(),
        first.to_ascii_uppercase(),
        bytes,
    );
    places.find(|at| {
        let here = bytes.get(*at..at + word.len());
        here.is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
    })
}

/// What stands in the text from the first of these words on; empty where there is none.
fn from_word<'a>(sql: &'a str, words: &[&str]) -> &'a str {
    first_word(sql, words).map_or("", |at| &sql[at..])
}

/// The column names in a list such as `a, "b c"`.
pub(super) fn columns_in(list: &str) -> Vec<String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if list
        .bytes()
        .all(|byte| is_plain(byte) || b", ".contains(&byte))
    {
        let names = list.split([',', ' ']).filter(|name| !name.is_empty());
        return names.map(str::to_owned).collect();
    }
    COLUMN
        .captures_iter(list)
        .filter_map(Result::ok)
        .filter_map(|m| {
            m.get(1)
                .or_else(|| m.get(2))
                .map(|name| name.as_str().to_owned())
        })
        .collect()
}

/// The name of the primary key.
pub(super) fn primary_key_name(sql: &str) -> Option<String> {
    let from = first_word(sql, &["CONSTRAINT"])?;
    let captures = PRIMARY_KEY.captures(&sql[from..]).ok().flatten()?;
    either(&captures, "quoted", "plain")
}

/// A unique constraint in the text: its name and columns. Those of the table come first, then those
/// that stand behind a column.
pub(super) fn uniques(sql: &str) -> Vec<(Option<String>, Vec<String>)> {
    if first_word(sql, &["UNIQUE"]).is_none() {
        return Vec::new();
    }
    let of_table = UNIQUE.captures_iter(sql).filter_map(Result::ok).map(|m| {
        let columns = group(&m, "columns").unwrap_or_default();
        (either(&m, "quoted", "plain"), columns_in(&columns))
    });
    let of_columns = INLINE_UNIQUE
        .captures_iter(sql)
        .filter_map(Result::ok)
        .map(|m| {
            let column = either(&m, "quoted", "plain").unwrap_or_default();
            (None, columns_in(&column))
        });
    of_table.chain(of_columns).collect()
}

/// A foreign key in the text.
pub(super) struct ParsedForeignKey {
    pub name: Option<String>,
    pub columns: Vec<String>,
    pub table: String,
    pub referred: Vec<String>,
    pub options: Options,
}

/// The foreign keys of the table that name their columns on both sides.
pub(super) fn foreign_keys(sql: &str) -> Vec<ParsedForeignKey> {
    if first_word(sql, &["FOREIGN"]).is_none() {
        return Vec::new();
    }
    FOREIGN_KEY
        .captures_iter(from_word(sql, &["CONSTRAINT", "FOREIGN"]))
        .filter_map(Result::ok)
        .map(|m| ParsedForeignKey {
            name: either(&m, "quoted", "plain"),
            columns: columns_in(&group(&m, "here").unwrap_or_default()),
            table: either(&m, "quoted_table", "table").unwrap_or_default(),
            referred: columns_in(&group(&m, "there").unwrap_or_default()),
            options: foreign_key_options(&m),
        })
        .collect()
}

fn foreign_key_options(captures: &Captures<'_>) -> Options {
    let mut options = Options::new();
    let actions = group(captures, "actions")
        .unwrap_or_default()
        .to_uppercase();
    // The pattern has `ON`, one of the events and the words of its action, over and over.
    let words: Vec<&str> = actions.split_whitespace().collect();
    for part in words.split(|word| *word == "ON") {
        let (key, action) = match part {
            ["DELETE", action @ ..] => ("ondelete", action.join(" ")),
            ["UPDATE", action @ ..] => ("onupdate", action.join(" ")),
            _ => continue,
        };
        if action != "NO ACTION" {
            options.insert(key.to_owned(), OptionValue::Str(action));
        }
    }
    if let Some(deferrable) = group(captures, "deferrable") {
        let yes = !deferrable.to_uppercase().contains("NOT");
        options.insert("deferrable".to_owned(), OptionValue::Bool(yes));
    }
    if let Some(initially) = group(captures, "initially") {
        options.insert(
            "initially".to_owned(),
            OptionValue::Str(initially.to_uppercase()),
        );
    }
    options
}

/// The check constraints in the text, by name, those without one last.
pub(super) fn checks(sql: &str) -> Vec<ReflectedCheck> {
    if first_word(sql, &["CHECK"]).is_none() {
        return Vec::new();
    }
    let mut found: Vec<ReflectedCheck> = CHECK
        .captures_iter(sql)
        .filter_map(Result::ok)
        .filter_map(|m| {
            let open = m.get(0)?.end() - 1;
            let close = matching_paren(sql, open)?;
            Some(ReflectedCheck {
                name: group(&m, "name").map(|name| unquoted(&name)),
                sqltext: sql[open + 1..close].trim().to_owned(),
                ..ReflectedCheck::default()
            })
        })
        .collect();
    found.sort_by(|a, b| sort_key(a.name.as_deref()).cmp(sort_key(b.name.as_deref())));
    found
}

/// What SQLAlchemy sorts by: `~` in place of no name, which is behind all letters.
pub(super) fn sort_key(name: Option<&str>) -> &str {
    name.filter(|name| !name.is_empty()).unwrap_or("~")
}

/// A name without its quotes; doubled quotes inside stay doubled, as in SQLAlchemy.
fn unquoted(name: &str) -> String {
    let mut inner = name.chars();
    let ends = (inner.next(), inner.next_back());
    let inner = inner.as_str();
    match ends {
        (Some('"'), Some('"'))
        | (Some('\''), Some('\''))
        | (Some('`'), Some('`'))
        | (Some('['), Some(']'))
            if !inner.is_empty() =>
        {
            inner.to_owned()
        }
        _ => name.to_owned(),
    }
}

/// The byte of the `)` that closes the `(` at `open`; strings in single and double quotes are
/// skipped.
pub(crate) fn matching_paren(text: &str, open: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = open;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\'' | b'"' => at = skip_string(bytes, at, byte),
            b'(' => depth += 1,
            b')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// The byte that closes the string that begins at `at`.
fn skip_string(bytes: &[u8], at: usize, quote: u8) -> usize {
    let mut at = at + 1;
    while let Some(&byte) = bytes.get(at) {
        if byte == quote {
            if bytes.get(at + 1) != Some(&quote) {
                return at;
            }
            at += 1;
        }
        at += 1;
    }
    at
}

/// The part of CREATE TABLE between the outer parentheses.
pub(super) fn body(sql: &str) -> Option<String> {
    let captures = BODY.captures(sql.trim()).ok().flatten()?;
    captures.get(1).map(|m| m.as_str().trim().to_owned())
}

/// The expression of a generated column; empty where it cannot be found.
pub(super) fn generated_expression(body: &str, column: &str) -> String {
    let column = fancy_regex::escape(column);
    let found = Regex::new(&format!(
        r"(?i){column}[^,]*\s+GENERATED\s+ALWAYS\s+AS\s+\((.*)\)\s*(?:virtual|stored)?"
    ));
    found
        .ok()
        .and_then(|regex| regex.captures(body).ok().flatten())
        .and_then(|m| m.get(1).map(|text| text.as_str().to_owned()))
        .unwrap_or_default()
}

/// `WITHOUT ROWID` and `STRICT`, as the options that make them.
pub(super) fn table_options(sql: &str) -> Options {
    let mut options = Options::new();
    if sql.trim().ends_with(')') {
        return options;
    }
    if let Some(captures) = TABLE_OPTIONS.captures(sql.trim()).ok().flatten() {
        if captures.name("rowid").is_some() {
            options.insert("sqlite_with_rowid".to_owned(), OptionValue::Bool(false));
        }
        if captures.name("strict").is_some() {
            options.insert("sqlite_strict".to_owned(), OptionValue::Bool(true));
        }
    }
    options
}

/// The predicate of a partial index, as far as its line goes.
pub(super) fn predicate(index_sql: &str) -> Option<String> {
    let captures = PREDICATE.captures(index_sql).ok().flatten()?;
    captures.get(1).map(|m| m.as_str().to_owned())
}
