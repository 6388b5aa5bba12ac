//! A light look at SQL text: what kind of statement it is, and where a second one begins.

/// What a statement does, as far as the connection treats it differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StatementKind {
    /// INSERT, UPDATE, DELETE, REPLACE: Python gives a row count for these.
    Change,
    /// SELECT, and WITH whatever follows it.
    Query,
    /// PRAGMA.
    Pragma,
    /// All others.
    Other,
}

impl StatementKind {
    pub(super) fn counts_rows(self) -> bool {
        self == StatementKind::Change
    }
}

/// The kind of the statement, by its first word.
pub(super) fn statement_kind(sql: &str) -> StatementKind {
    let rest = skip_blanks(sql);
    let word: &str = &rest[..rest
        .bytes()
        .position(|b| !b.is_ascii_alphabetic())
        .unwrap_or(rest.len())];
    let is = |keyword: &str| word.eq_ignore_ascii_case(keyword);
    if is("insert") || is("update") || is("delete") || is("replace") {
        StatementKind::Change
    } else if is("select") || is("with") {
        StatementKind::Query
    } else if is("pragma") {
        StatementKind::Pragma
    } else {
        StatementKind::Other
    }
}

/// Whether a statement must stand inside the transaction that a script has begun.
pub(super) fn needs_transaction(sql: &str) -> bool {
    const OUTSIDE: [&str; 7] = [
        "SELECT", "PRAGMA", "EXPLAIN", "VACUUM", "ATTACH", "DETACH", "VALUES",
    ];
    let word: String = sql
        .trim_start()
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    !OUTSIDE.contains(&word.to_ascii_uppercase().as_str())
}

/// The text without leading blanks and comments.
fn skip_blanks(sql: &str) -> &str {
    let mut rest = sql;
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("--") {
            rest = comment.find('\n').map_or("", |end| &comment[end + 1..]);
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
        } else {
            return rest;
        }
    }
}

/// The byte at which a second statement begins, seen from the first `;` outside of strings,
/// comments and trigger bodies.
pub(super) fn second_statement(sql: &str) -> Option<usize> {
    let is_trigger = {
        let head: Vec<_> = skip_blanks(sql)
            .split_ascii_whitespace()
            .take(4)
            .map(str::to_ascii_lowercase)
            .collect();
        head.first().is_some_and(|word| word == "create") && head.contains(&"trigger".to_owned())
    };
    let end = if is_trigger {
        sql.to_ascii_lowercase().find("end;").map(|at| at + 3)?
    } else {
        first_semicolon(sql)?
    };
    let rest = skip_blanks(&sql[end + 1..]);
    (!rest.is_empty()).then(|| sql.len() - rest.len())
}

fn first_semicolon(sql: &str) -> Option<usize> {
    let bytes = sql.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        at = match bytes[at] {
            b';' => return Some(at),
            quote @ (b'\'' | b'"' | b'`') => closing(bytes, at + 1, quote),
            b'[' => closing(bytes, at + 1, b']'),
            b'-' if bytes.get(at + 1) == Some(&b'-') => closing(bytes, at + 2, b'\n'),
            b'/' if bytes.get(at + 1) == Some(&b'*') => sql[at + 2..]
                .find("*/")
                .map_or(bytes.len(), |end| at + 2 + end + 2),
            _ => at + 1,
        };
    }
    None
}

/// The place behind the next `end`; a doubled quote simply opens the next string.
fn closing(bytes: &[u8], from: usize, end: u8) -> usize {
    bytes[from.min(bytes.len())..]
        .iter()
        .position(|&b| b == end)
        .map_or(bytes.len(), |found| from + found + 1)
}

/// Line and column of a byte, both from 1; columns count characters.
pub(super) fn line_and_column(sql: &str, offset: usize) -> (usize, usize) {
    let before = &sql[..offset];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[start..].chars().count() + 1)
}

/// The value of `PRAGMA [schema.]foreign_keys = value` or `foreign_keys(value)`.
pub(super) fn foreign_keys_pragma(sql: &str) -> Option<bool> {
    let rest = skip_blanks(sql).get("pragma".len()..)?;
    let rest = skip_blanks(rest).trim_end_matches(|c: char| c == ';' || c.is_whitespace());
    let (name, value) = rest.split_once(['=', '('])?;
    let name = name.trim().rsplit('.').next()?.trim();
    if !name.eq_ignore_ascii_case("foreign_keys") {
        return None;
    }
    let value = value
        .trim()
        .trim_end_matches(')')
        .trim()
        .trim_matches(['\'', '"']);
    Some(match value.to_ascii_lowercase().as_str() {
        "on" | "yes" | "true" => true,
        number => number.parse::<i64>().is_ok_and(|n| n != 0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_needs_no_transaction() {
        assert!(!needs_transaction("\n  select 1"));
        assert!(!needs_transaction("PRAGMA table_info(x)"));
        assert!(needs_transaction("\nCREATE TABLE t (a INTEGER)"));
        assert!(needs_transaction("WITH x AS (SELECT 1) DELETE FROM t"));
    }

    #[test]
    fn the_first_word_tells_the_kind() {
        assert_eq!(
            statement_kind("  -- a\n/* b */ Insert into t"),
            StatementKind::Change
        );
        assert_eq!(
            statement_kind("with x as (select 1) delete from t"),
            StatementKind::Query
        );
        assert_eq!(statement_kind("PRAGMA x"), StatementKind::Pragma);
        assert_eq!(statement_kind(""), StatementKind::Other);
    }

    #[test]
    fn a_second_statement_is_found_outside_of_strings_and_comments() {
        for (sql, second) in [
            ("select 1", None),
            ("select 1; -- done", None),
            ("select ';' -- ; \n; select 2", Some("select 2")),
            (
                "/* ; */ select \"a;b\", [c;d]; drop table x",
                Some("drop table x"),
            ),
            (
                "create trigger g after insert on t begin select 1; end;",
                None,
            ),
        ] {
            assert_eq!(second_statement(sql).map(|at| &sql[at..]), second, "{sql}");
        }
        assert_eq!(line_and_column("a;\nьb", 5), (2, 2));
    }

    #[test]
    fn the_pragma_is_read_in_all_its_forms() {
        for (sql, value) in [
            ("PRAGMA foreign_keys=OFF", Some(false)),
            ("pragma main.foreign_keys = 1;", Some(true)),
            ("PRAGMA foreign_keys('on')", Some(true)),
            ("PRAGMA foreign_keys", None),
            ("PRAGMA foreign_key_list(t)", None),
        ] {
            assert_eq!(foreign_keys_pragma(sql), value, "{sql}");
        }
    }
}
