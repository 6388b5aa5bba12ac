//! What stands in CREATE INDEX.

use super::tokens::{Kind, Token, tokens};

/// Whether an index can be made again from the names of its columns and its predicate alone: no
/// expression, no order, no collation, and a predicate on one line (SQLAlchemy reads no further).
pub(crate) fn is_plain_index(sql: &str) -> bool {
    let tokens = tokens(sql);
    let Some(open) = tokens.iter().position(|token| token.is_sign("(")) else {
        return false;
    };
    let Some(close) = closing(&tokens, open) else {
        return false;
    };
    let elements = tokens[open + 1..close].split(|token| token.is_sign(","));
    let plain = |element: &[Token<'_>]| matches!(element, [only] if matches!(only.kind, Kind::Word | Kind::Name));
    if !elements.into_iter().all(plain) {
        return false;
    }
    tokens
        .get(close + 1)
        .is_none_or(|next| !sql[next.start..].trim_end().contains('\n'))
}

/// What CREATE INDEX says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ParsedIndex {
    pub unique: bool,
    /// What it covers: the name of a column, or an expression with its order and collation.
    pub elements: Vec<Result<String, String>>,
    /// The condition.
    pub predicate: Option<String>,
}

/// Reads CREATE INDEX.
pub(crate) fn parse_index(sql: &str) -> Option<ParsedIndex> {
    let tokens = tokens(sql);
    let open = tokens.iter().position(|token| token.is_sign("("))?;
    let close = closing(&tokens, open)?;
    let mut elements = Vec::new();
    let (mut from, mut depth) = (open + 1, 0_usize);
    for at in open + 1..=close {
        let token = &tokens[at];
        if at == close || (depth == 0 && token.is_sign(",")) {
            elements.push(match &tokens[from..at] {
                [] => return None,
                [only] if matches!(only.kind, Kind::Word | Kind::Name) => Ok(only.name()),
                [first, .., last] => Err(sql[first.start..last.end()].to_owned()),
                [only] => Err(only.text.to_owned()),
            });
            from = at + 1;
        } else if token.is_sign("(") {
            depth += 1;
        } else if token.is_sign(")") {
            depth = depth.saturating_sub(1);
        }
    }
    let predicate = tokens.get(close + 1).filter(|next| next.is("WHERE"));
    Some(ParsedIndex {
        unique: tokens.get(1).is_some_and(|token| token.is("UNIQUE")),
        elements,
        predicate: predicate.map(|next| sql[next.end()..].trim().to_owned()),
    })
}

/// Whether an expression is one literal or name, or stands in one pair of parentheses.
pub(crate) fn is_whole(expression: &str) -> bool {
    let tokens = super::tokens::tokens(expression);
    match tokens.as_slice() {
        [_] => true,
        [first, ..] if first.is_sign("(") => closing(&tokens, 0) == Some(tokens.len() - 1),
        _ => false,
    }
}

/// The token that closes the parenthesis at `open`.
pub(super) fn closing(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.is_sign("(") {
            depth += 1;
        } else if token.is_sign(")") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bare_columns_make_a_plain_index() {
        for (sql, plain) in [
            ("CREATE INDEX i ON t (a, \"b c\")", true),
            ("CREATE UNIQUE INDEX i ON t (a) WHERE b > (5)", true),
            ("CREATE INDEX i ON t (a DESC)", false),
            ("CREATE INDEX i ON t (a COLLATE NOCASE)", false),
            ("CREATE INDEX i ON t (lower(a))", false),
            ("CREATE INDEX i ON t (a)\n WHERE b\n IS NULL", false),
        ] {
            assert_eq!(is_plain_index(sql), plain, "{sql}");
        }
    }
}
