//! Many rows in one INSERT: SQLAlchemy's "insertmanyvalues".

use std::ops::Range;

use limbec_schema::Literal;

use crate::{Params, Statement};

/// How many rows one INSERT takes at most.
const ROWS: usize = 1000;
/// How many values one INSERT takes at most.
const VALUES: usize = 32_700;

/// A statement that runs once for each row of values, with placeholders `%(name)s`.
///
/// An INSERT becomes INSERTs of up to 1000 rows each, as SQLAlchemy sends them; whatever else it is
/// stays one statement that the connection repeats.
pub fn many_rows(sql: String, names: Vec<String>, mut rows: Vec<Vec<Literal>>) -> Vec<Statement> {
    if rows.len() == 1 {
        let values = names.into_iter().zip(rows.remove(0)).collect();
        let params = Params::Named(values);
        return vec![Statement { sql, params }];
    }
    let Some(row) = values_row(&sql) else {
        let params = Params::NamedMany { names, rows };
        return vec![Statement { sql, params }];
    };
    let inside: Vec<bool> = names
        .iter()
        .map(|name| sql[row.clone()].contains(&format!("%({name})s")))
        .collect();
    let in_row = inside.iter().filter(|inside| **inside).count();
    let outside = names.len() - in_row;
    let page = match in_row {
        0 => ROWS,
        count => ROWS.min(VALUES.saturating_sub(outside) / count).max(1),
    };
    rows.chunks(page)
        .map(|rows| one_page(&sql, &row, &names, &inside, rows))
        .collect()
}

fn one_page(
    sql: &str,
    row: &Range<usize>,
    names: &[String],
    inside: &[bool],
    rows: &[Vec<Literal>],
) -> Statement {
    let pattern = &sql[row.clone()];
    let mut text = String::with_capacity(sql.len() + rows.len() * (pattern.len() + 8));
    text.push_str(&sql[..row.start]);
    let mut params = Vec::with_capacity(rows.len() * names.len());
    // What stands behind VALUES is the same for every row of a statement.
    let shared = names.iter().zip(&rows[0]).zip(inside);
    let shared = shared.filter(|(_, inside)| !**inside);
    params.extend(shared.map(|((name, value), _)| (name.clone(), value.clone())));
    for (number, values) in rows.iter().enumerate() {
        if number > 0 {
            text.push_str(", ");
        }
        push_numbered(&mut text, pattern, number);
        let own = names.iter().zip(values).zip(inside);
        let own = own.filter(|(_, inside)| **inside);
        params.extend(own.map(|((name, value), _)| (format!("{name}__{number}"), value.clone())));
    }
    text.push_str(&sql[row.end..]);
    Statement {
        sql: text,
        params: Params::Named(params),
    }
}

/// The row with `__number` behind the name of every placeholder.
fn push_numbered(text: &mut String, pattern: &str, number: usize) {
    let mut rest = pattern;
    while let Some(at) = rest.find('%') {
        let (before, after) = rest.split_at(at);
        text.push_str(before);
        match after.strip_prefix("%(").and_then(|a| a.split_once(")s")) {
            Some((name, behind)) => {
                text.push_str(&format!("%({name}__{number})s"));
                rest = behind;
            }
            None => {
                let end = after.len().min(2);
                text.push_str(&after[..end]);
                rest = &after[end..];
            }
        }
    }
    text.push_str(rest);
}

/// Where the parentheses behind VALUES stand in an INSERT of one row.
fn values_row(sql: &str) -> Option<Range<usize>> {
    const VALUES: &str = ") VALUES (";
    if !sql.starts_with("INSERT ") {
        return None;
    }
    let mut quoted = false;
    let mut start = None;
    for (at, byte) in sql.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b')' if !quoted && sql[at..].starts_with(VALUES) => {
                start = Some(at + VALUES.len() - 1);
                break;
            }
            _ => {}
        }
    }
    let start = start?;
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, byte) in sql.bytes().enumerate().skip(start) {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'\'' | b'"') => quote = Some(byte),
            (None, b'(') => depth += 1,
            (None, b')') => {
                depth -= 1;
                if depth == 0 {
                    return Some(start..at + 1);
                }
            }
            (None, _) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ints(row: &[i64]) -> Vec<Literal> {
        row.iter().map(|number| Literal::Int(*number)).collect()
    }

    #[test]
    fn rows_go_together_in_one_insert() {
        let sql = "INSERT INTO \"a) VALUES (\" (a, \"b%%\") VALUES (%(a)s, lower(%(b)s), '50%%') \
                   ON CONFLICT DO UPDATE SET a = %(c)s";
        let names = ["a", "b", "c"].map(str::to_owned).to_vec();
        let made = many_rows(
            sql.to_owned(),
            names,
            vec![ints(&[1, 2, 3]), ints(&[4, 5, 3])],
        );
        assert_eq!(made.len(), 1);
        assert_eq!(
            made[0].sql,
            "INSERT INTO \"a) VALUES (\" (a, \"b%%\") VALUES (%(a__0)s, lower(%(b__0)s), '50%%'), \
             (%(a__1)s, lower(%(b__1)s), '50%%') ON CONFLICT DO UPDATE SET a = %(c)s"
        );
        let Params::Named(values) = &made[0].params else {
            panic!("{:?}", made[0].params)
        };
        let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["c", "a__0", "b__0", "a__1", "b__1"]);
    }

    #[test]
    fn pages_are_bounded_by_rows_and_by_values() {
        let rows: Vec<_> = (0..2500).map(|n| ints(&[n])).collect();
        let sql = "INSERT INTO t (a) VALUES (%(a)s)".to_owned();
        assert_eq!(many_rows(sql, vec!["a".to_owned()], rows).len(), 3);
        let update = many_rows(
            "UPDATE t SET a = %(a)s".to_owned(),
            vec!["a".to_owned()],
            vec![ints(&[1]), ints(&[2])],
        );
        assert!(matches!(update[0].params, Params::NamedMany { .. }));
    }
}
