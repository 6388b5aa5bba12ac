//! SQL without what does not count.

use super::tokens::{Kind, Token, tokens};

/// The tokens of an expression with one blank between them: names without quotes and in lower case, one spelling for
/// operators that have two, without the table before its columns and without parentheses around the whole.
pub(crate) fn normal(sql: &str, table: &str) -> String {
    let found = tokens(sql);
    let mut words: Vec<String> = Vec::with_capacity(found.len());
    let mut at = 0;
    while at < found.len() {
        let token = &found[at];
        let qualifies = !table.is_empty()
            && matches!(token.kind, Kind::Word | Kind::Name)
            && token.name().eq_ignore_ascii_case(table)
            && found.get(at + 1).is_some_and(|next| next.is_sign("."));
        if qualifies {
            at += 2;
            continue;
        }
        let joined = found.get(at + 1).filter(|next| touches(token, next));
        match (token.kind, joined) {
            (Kind::Sign, Some(next)) if is_operator(token.text, next.text) => {
                words.push(operator(token.text, next.text));
                at += 2;
                continue;
            }
            (Kind::Word | Kind::Name, _) => words.push(token.name().to_lowercase()),
            (Kind::Text | Kind::Sign, _) => words.push(token.text.to_owned()),
        }
        at += 1;
    }
    while is_wrapped(&words) {
        words.pop();
        words.remove(0);
    }
    words.join(" ")
}

fn touches(token: &Token<'_>, next: &Token<'_>) -> bool {
    next.kind == Kind::Sign && token.end() == next.start
}

fn is_operator(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("<" | ">" | "!" | "=", "=")
            | ("<", ">")
            | ("|", "|")
            | ("-", ">")
            | ("<", "<")
            | (">", ">")
    )
}

fn operator(first: &str, second: &str) -> String {
    match (first, second) {
        ("!", "=") => "<>".to_owned(),
        ("=", "=") => "=".to_owned(),
        _ => format!("{first}{second}"),
    }
}

/// Whether the first parenthesis is closed by the last word.
fn is_wrapped(words: &[String]) -> bool {
    if words.len() < 2 || words.first().is_none_or(|word| word != "(") {
        return false;
    }
    let mut depth = 0_usize;
    for (place, word) in words.iter().enumerate() {
        match word.as_str() {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return place + 1 == words.len();
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn spellings_of_one_expression_are_equal() {
        for (one, other) in [
            ("a>0", "(\"a\" > 0)"),
            ("t.a != 1", "a <> 1"),
            ("A == 'x'", "a = 'x'"),
            ("((a)) IN (1,2)", "( (a) ) in (1, 2)"),
            ("length( a )>=3 -- more", "LENGTH(a) >= 3"),
        ] {
            assert_eq!(normal(one, "t"), normal(other, "t"), "{one} and {other}");
        }
        assert_ne!(normal("a = 'X'", "t"), normal("a = 'x'", "t"));
        assert_ne!(normal("(a) + (b)", "t"), normal("a + b", "t"));
    }
}
