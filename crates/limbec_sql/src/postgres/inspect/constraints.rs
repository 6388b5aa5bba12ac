//! Primary keys, unique constraints, check constraints and comments.

use std::collections::HashMap;

use limbec_schema::{OptionValue, Options};

use super::catalog::{Catalog, Row, condition};
use crate::inspect::{
    InspectError, PerTable, ReflectedCheck, ReflectedPrimaryKey, ReflectedUnique, Selection,
};

/// The tables of a selection with their numbers, in the order of the catalog.
pub(super) fn tables(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
) -> Result<Vec<(i64, String)>, InspectError> {
    let rows = catalog.rows(&format!(
        "SELECT c.oid::int8 AS oid, c.relname AS table_name FROM pg_catalog.pg_class c \
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE {}",
        condition(selection)
    ))?;
    Ok(rows
        .iter()
        .map(|row| (row.int("oid"), row.text("table_name")))
        .collect())
}

/// A subquery of the numbers of the tables of a selection.
pub(super) fn selected(selection: &Selection) -> String {
    format!(
        "(SELECT c.oid FROM pg_catalog.pg_class c \
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE {})",
        condition(selection)
    )
}

/// Gives every table of the selection what was found for it.
pub(super) fn for_each_table<T>(
    tables: Vec<(i64, String)>,
    mut found: HashMap<i64, Vec<T>>,
) -> PerTable<Vec<T>> {
    tables
        .into_iter()
        .map(|(oid, table)| (table, found.remove(&oid).unwrap_or_default()))
        .collect()
}

/// A primary key or a unique constraint.
struct Key {
    name: String,
    columns: Vec<String>,
    include: Vec<String>,
    nulls_not_distinct: bool,
    comment: Option<String>,
}

fn keys(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
    kind: &str,
) -> Result<PerTable<Vec<Key>>, InspectError> {
    let key_columns = if catalog.is_at_least(11) {
        "i.indnkeyatts"
    } else {
        "i.indnatts"
    };
    let nulls = if catalog.is_at_least(15) {
        "i.indnullsnotdistinct"
    } else {
        "false"
    };
    let tables = tables(catalog, selection)?;
    let rows = catalog.rows(&format!(
        "SELECT k.conrelid::int8 AS oid, k.conname AS name, {key_columns}::int8 AS key_columns, \
         {nulls} AS nulls_not_distinct, \
         (SELECT pg_catalog.array_agg(a.attname::text ORDER BY u.place) \
          FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS u(attnum, place) \
          JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum) \
         AS columns, e.description AS comment \
         FROM pg_catalog.pg_constraint k \
         JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid \
         LEFT JOIN pg_catalog.pg_description e ON e.objoid = k.oid \
         AND e.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass \
         WHERE k.contype = '{kind}' AND k.conrelid IN {} ORDER BY k.conrelid, k.conname",
        selected(selection)
    ))?;
    let mut found: HashMap<i64, Vec<Key>> = HashMap::new();
    for row in rows {
        let mut columns = row.texts("columns");
        let count = usize::try_from(row.int("key_columns")).unwrap_or(usize::MAX);
        let include = columns.split_off(count.min(columns.len()));
        found.entry(row.int("oid")).or_default().push(Key {
            name: row.text("name"),
            columns,
            include,
            nulls_not_distinct: row.flag("nulls_not_distinct"),
            comment: row.opt_text("comment"),
        });
    }
    Ok(for_each_table(tables, found))
}

/// A list of names as an option.
pub(super) fn names(names: &[String]) -> OptionValue {
    OptionValue::List(names.iter().cloned().map(OptionValue::Str).collect())
}

fn include_option(catalog: &Catalog<'_>, include: &[String]) -> Options {
    let mut options = Options::new();
    if catalog.is_at_least(11) {
        options.insert("postgresql_include".to_owned(), names(include));
    }
    options
}

pub(super) fn primary_keys(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
) -> Result<PerTable<ReflectedPrimaryKey>, InspectError> {
    let found = keys(catalog, selection, "p")?;
    Ok(found
        .into_iter()
        .map(|(table, keys)| {
            let key = keys.into_iter().next().map(|key| ReflectedPrimaryKey {
                name: Some(key.name),
                constrained_columns: key.columns,
                comment: key.comment,
                dialect_options: include_option(catalog, &key.include),
            });
            (table, key.unwrap_or_default())
        })
        .collect())
}

pub(super) fn unique_constraints(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
) -> Result<PerTable<Vec<ReflectedUnique>>, InspectError> {
    let found = keys(catalog, selection, "u")?;
    Ok(found
        .into_iter()
        .map(|(table, keys)| {
            let uniques = keys.into_iter().map(|key| {
                let mut dialect_options = include_option(catalog, &key.include);
                dialect_options.insert(
                    "postgresql_nulls_not_distinct".to_owned(),
                    OptionValue::Bool(key.nulls_not_distinct),
                );
                ReflectedUnique {
                    name: Some(key.name),
                    column_names: key.columns,
                    duplicates_index: None,
                    comment: key.comment,
                    dialect_options,
                }
            });
            (table, uniques.collect())
        })
        .collect())
}

pub(super) fn check_constraints(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
    warnings: &mut Vec<String>,
) -> Result<PerTable<Vec<ReflectedCheck>>, InspectError> {
    let rows = catalog.rows(&constraint_query("c", "NULL::text", selection))?;
    Ok(by_table(&rows, |row| check(row, warnings)))
}

/// The constraints of one kind with the text of each, in order of table and name.
pub(super) fn constraint_query(kind: &str, referred_schema: &str, selection: &Selection) -> String {
    format!(
        "SELECT c.relname AS table_name, k.conname AS name, e.description AS comment, \
         pg_catalog.pg_get_constraintdef(k.oid, true) AS definition, \
         {referred_schema} AS referred_schema \
         FROM pg_catalog.pg_class c \
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = '{kind}' \
         LEFT JOIN pg_catalog.pg_description e ON e.objoid = k.oid \
         AND e.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass \
         WHERE {} ORDER BY c.relname, k.conname",
        condition(selection)
    )
}

/// Rows in order of their table, put together; a table without any has one row without a name.
pub(super) fn by_table<T>(rows: &[Row], mut read: impl FnMut(&Row) -> T) -> PerTable<Vec<T>> {
    let mut found: PerTable<Vec<T>> = Vec::new();
    for row in rows {
        let table = row.text("table_name");
        if found.last().is_none_or(|(last, _)| *last != table) {
            found.push((table, Vec::new()));
        }
        if let (Some(_), Some((_, items))) = (row.opt_text("name"), found.last_mut()) {
            items.push(read(row));
        }
    }
    found
}

fn check(row: &Row, warnings: &mut Vec<String>) -> ReflectedCheck {
    let definition = row.text("definition");
    let mut text = definition.as_str();
    let mut ends_with = |suffix: &str| match text.strip_suffix(suffix) {
        Some(rest) => {
            text = rest;
            true
        }
        None => false,
    };
    let not_valid = ends_with(" NOT VALID");
    let no_inherit = ends_with(" NO INHERIT");
    let mut dialect_options = Options::new();
    let condition = text
        .strip_prefix("CHECK")
        .map(|rest| rest.trim_start_matches(' '))
        .and_then(|rest| rest.strip_prefix('(')?.strip_suffix(')'))
        .filter(|condition| !condition.is_empty());
    let sqltext = match condition {
        Some(condition) => {
            for (flag, name) in [(not_valid, "not_valid"), (no_inherit, "no_inherit")] {
                if flag {
                    dialect_options.insert(name.to_owned(), OptionValue::Bool(true));
                }
            }
            without_outer_parentheses(condition).to_owned()
        }
        None => {
            let shown = crate::python_repr::python_str_repr(&definition);
            warnings.push(format!("Could not parse CHECK constraint text: {shown}"));
            String::new()
        }
    };
    ReflectedCheck {
        name: row.opt_text("name"),
        sqltext,
        comment: row.opt_text("comment"),
        dialect_options,
    }
}

/// The text inside of one pair of parentheses that encloses all of it.
fn without_outer_parentheses(text: &str) -> &str {
    let trimmed = text.trim();
    let inside = trimmed
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    match inside {
        Some(inside) if closes_at_the_end(trimmed) => inside,
        _ => text,
    }
}

/// Whether the parenthesis at the front is closed by the last character and not before.
fn closes_at_the_end(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut quote = None;
    for (place, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return place + 1 == text.len();
                }
            }
            _ => {}
        }
    }
    false
}

pub(super) fn table_comments(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
) -> Result<PerTable<Option<String>>, InspectError> {
    let rows = catalog.rows(&format!(
        "SELECT c.relname AS table_name, e.description AS comment FROM pg_catalog.pg_class c \
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_catalog.pg_description e ON e.objoid = c.oid AND e.objsubid = 0 \
         AND e.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass WHERE {}",
        condition(selection)
    ))?;
    Ok(rows
        .iter()
        .map(|row| (row.text("table_name"), row.opt_text("comment")))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::without_outer_parentheses;

    #[test]
    fn only_parentheses_around_all_are_taken_off() {
        for (text, expected) in [
            ("(a > 1)", "a > 1"),
            ("(a) AND (b)", "(a) AND (b)"),
            ("(a = '(' AND b = ')')", "a = '(' AND b = ')'"),
            ("a IS NOT NULL", "a IS NOT NULL"),
        ] {
            assert_eq!(without_outer_parentheses(text), expected);
        }
    }
}
