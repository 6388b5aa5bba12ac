//! The statements of a schema in one layout, however they were written.

use super::create_index::closing;
use super::tokens::{Token, tokens};

/// CREATE TABLE with a line for each column and constraint. `None` where that would lose something: a comment, or a
/// statement without a list of columns.
pub(crate) fn table(sql: &str, quoted_name: &str) -> Option<String> {
    let tokens = tokens(sql);
    if has_comments(sql, &tokens) || !tokens.get(1)?.is("TABLE") {
        return None;
    }
    let open = tokens.iter().position(|token| token.is_sign("("))?;
    let close = closing(&tokens, open)?;
    let mut items: Vec<&[Token<'_>]> = Vec::new();
    let (mut from, mut depth) = (open + 1, 0_usize);
    for at in open + 1..close {
        let token = &tokens[at];
        if token.is_sign("(") {
            depth += 1;
        } else if token.is_sign(")") {
            depth = depth.saturating_sub(1);
        } else if token.is_sign(",") && depth == 0 {
            items.push(&tokens[from..at]);
            from = at + 1;
        }
    }
    items.push(&tokens[from..close]);
    let lines: Vec<String> = items
        .iter()
        .map(|item| format!("    {}", on_one_line(item)))
        .collect();
    let tail = on_one_line(&tokens[close + 1..]);
    let blank = if tail.is_empty() { "" } else { " " };
    Some(format!(
        "CREATE TABLE {quoted_name} (\n{}\n){blank}{tail}",
        lines.join(",\n")
    ))
}

/// Any statement on one line; `None` where a comment stands in it.
pub(crate) fn one_line(sql: &str) -> Option<String> {
    let tokens = tokens(sql);
    (!has_comments(sql, &tokens)).then(|| on_one_line(&tokens))
}

/// The tokens, with one blank where there are some.
fn on_one_line(tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|end| end < token.start) {
            text.push(' ');
        }
        text.push_str(token.text);
        end = Some(token.end());
    }
    text
}

/// Whether something beside white space stands between the tokens.
fn has_comments(sql: &str, tokens: &[Token<'_>]) -> bool {
    let mut at = 0;
    for token in tokens {
        if !sql[at..token.start].trim().is_empty() {
            return true;
        }
        at = token.end();
    }
    !sql[at..].trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::{one_line, table};

    #[test]
    fn a_table_has_a_line_for_each_part_of_it() {
        let sql = "CREATE TABLE \"t\"(a INT  DEFAULT (1,2), b\n TEXT CHECK (b IN ('x,y',  'z')) , \"c d\" REAL)  STRICT,  WITHOUT ROWID";
        let laid = table(sql, "t").unwrap();
        assert_eq!(
            laid,
            "CREATE TABLE t (\n    a INT DEFAULT (1,2),\n    b TEXT CHECK (b IN ('x,y', 'z')),\n    \"c d\" REAL\n) STRICT, WITHOUT ROWID"
        );
        assert_eq!(table(&laid, "t").as_ref(), Some(&laid));
    }

    #[test]
    fn comments_keep_the_text_as_it_is() {
        assert_eq!(table("CREATE TABLE t (a INT -- one\n)", "t"), None);
        assert_eq!(table("CREATE VIRTUAL TABLE t USING fts5(a)", "t"), None);
        assert_eq!(one_line("CREATE INDEX i /* x */ ON t (a)"), None);
        assert_eq!(
            one_line("CREATE  INDEX i\n ON t (a)").as_deref(),
            Some("CREATE INDEX i ON t (a)")
        );
    }
}
