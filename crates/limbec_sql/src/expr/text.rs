use limbec_schema::{Bind, SqlType, TextClause};

use crate::CompileError;
use crate::dml::{Compiler, Cx};

impl Compiler<'_> {
    /// `text("...")`: the SQL as it is, `:name` parameters filled in and `\:` made a colon.
    pub(crate) fn text_clause(
        &mut self,
        clause: &TextClause,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let mut out = String::with_capacity(clause.text.len());
        for piece in pieces(&clause.text) {
            match piece {
                Piece::Sql(sql) => out.push_str(sql),
                Piece::Param(name) => {
                    let bind = clause.binds.iter().find(|bind| bind.key == name);
                    let text = match bind {
                        Some(bind) => self.bind(bind, cx)?,
                        None => self.bind(&required(name), cx)?,
                    };
                    out.push_str(&text);
                }
            }
        }
        Ok(out)
    }
}

fn required(name: &str) -> Bind {
    Bind {
        key: name.to_owned(),
        anonymous: false,
        value: None,
        sql_type: SqlType::Null,
        inline: false,
        expanding: false,
    }
}

/// The names of the parameters of a text, in order, repeated ones once: what `bindparams` and the
/// parameters of `execute` may fill.
pub fn parameter_names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in pieces(text) {
        if let Piece::Param(name) = piece
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}

#[derive(Debug, PartialEq)]
enum Piece<'t> {
    Sql(&'t str),
    Param(&'t str),
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Cuts a text at its parameters, by the two regular expressions of SQLAlchemy:
/// `(?<![:\w\\]):(\w+)(?![:\w])` is a parameter and `\\(:\w*)(?![:\w])` a colon with its backslash.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut previous = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let after = &text[at + c.len_utf8()..];
        if c == ':' && !previous.is_some_and(|p| p == ':' || p == '\\' || is_word(p)) {
            if let Some(name) = parameter(after) {
                out.push(Piece::Sql(&text[start..at]));
                out.push(Piece::Param(name));
                at += 1 + name.len();
                start = at;
                previous = name.chars().last();
                continue;
            }
        } else if c == '\\'
            && let Some(word) = escaped(after)
        {
            // The backslash goes, the colon and its word stay.
            out.push(Piece::Sql(&text[start..at]));
            start = at + 1;
            at += 1 + word;
            previous = text[..at].chars().last();
            continue;
        }
        previous = Some(c);
        at += c.len_utf8();
    }
    out.push(Piece::Sql(&text[start..]));
    out
}

/// The name behind a colon, unless another colon follows it.
fn parameter(after: &str) -> Option<&str> {
    let end = after.find(|c| !is_word(c)).unwrap_or(after.len());
    (end > 0 && !after[end..].starts_with(':')).then(|| &after[..end])
}

/// The length of `:word` behind a backslash, where it is an escape.
fn escaped(after: &str) -> Option<usize> {
    let rest = after.strip_prefix(':')?;
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    (!rest[end..].starts_with(':')).then_some(1 + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        pieces(text)
            .iter()
            .map(|piece| match piece {
                Piece::Sql(sql) => (*sql).to_owned(),
                Piece::Param(name) => format!("<{name}>"),
            })
            .collect()
    }

    #[test]
    fn parameters_are_found_as_in_sqlalchemy() {
        // Each right side was printed by SQLAlchemy 2.0.
        let cases = [
            ("a = :x", "a = <x>"),
            ("a::int = :x::int", "a::int = :x::int"),
            ("'12:30:00'", "'12:30:00'"),
            ("x = '\\:foo'", "x = ':foo'"),
            ("b\\:\\:int=2", "b::int=2"),
            ("{\"a\":true}", "{\"a\"<true>}"),
            (":a:b", ":a:b"),
            (":ab:c", ":ab:c"),
            ("::", "::"),
            ("x[1:2]", "x[1:2]"),
            ("(:a,:b)", "(<a>,<b>)"),
            ("\\n:x", "\\n:x"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
