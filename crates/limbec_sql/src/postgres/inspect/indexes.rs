//! Indexes, those of primary keys left out.

use std::collections::HashMap;

use indexmap::IndexMap;
use limbec_schema::{OptionValue, Options};

use super::catalog::{Catalog, Row};
use super::constraints::{for_each_table, names, selected, tables};
use crate::inspect::{InspectError, PerTable, ReflectedIndex, Selection};

pub(super) fn indexes(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
) -> Result<PerTable<Vec<ReflectedIndex>>, InspectError> {
    let tables = tables(catalog, selection)?;
    let rows = catalog.rows(&query(catalog, selection))?;
    let with_include = catalog.is_at_least(11);
    let mut found: HashMap<i64, Vec<ReflectedIndex>> = HashMap::new();
    for row in rows {
        let index = index(&row, with_include);
        found.entry(row.int("oid")).or_default().push(index);
    }
    Ok(for_each_table(tables, found))
}

fn query(catalog: &Catalog<'_>, selection: &Selection) -> String {
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
    let selected = selected(selection);
    // The elements of all indexes are put together at once: one query for each would be most of the work.
    format!(
        "SELECT i.indrelid::int8 AS oid, x.relname AS name, i.indisunique AS is_unique, \
         EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = i.indrelid \
          AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) AS has_constraint, \
         i.indoption::int2[] AS flags, x.reloptions AS parameters, m.amname AS method, \
         pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate, \
         {key_columns}::int8 AS key_columns, {nulls} AS nulls_not_distinct, \
         elements.texts, elements.expressions, elements.classes, elements.default_classes \
         FROM pg_catalog.pg_index i \
         JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid \
         JOIN pg_catalog.pg_am m ON m.oid = x.relam \
         LEFT JOIN (SELECT u.indexrelid, \
          pg_catalog.array_agg(CASE WHEN u.attnum = 0 \
           THEN pg_catalog.pg_get_indexdef(u.indexrelid, u.place::int4, true) \
           ELSE a.attname::text END ORDER BY u.place) AS texts, \
          pg_catalog.array_agg(u.attnum = 0 ORDER BY u.place) AS expressions, \
          pg_catalog.array_agg(coalesce(o.opcname::text, '') ORDER BY u.place) AS classes, \
          pg_catalog.array_agg(coalesce(o.opcdefault, true) ORDER BY u.place) AS default_classes \
          FROM (SELECT k.indexrelid, k.indrelid, v.attnum, v.class, v.place \
           FROM pg_catalog.pg_index k, ROWS FROM (pg_catalog.unnest(k.indkey::int2[]), \
            pg_catalog.unnest(k.indclass::pg_catalog.oid[])) \
            WITH ORDINALITY AS v(attnum, class, place) \
           WHERE NOT k.indisprimary AND k.indrelid IN {selected}) AS u \
          LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = u.indrelid AND a.attnum = u.attnum \
          LEFT JOIN pg_catalog.pg_opclass o ON o.oid = u.class \
          GROUP BY u.indexrelid) AS elements ON elements.indexrelid = i.indexrelid \
         WHERE NOT i.indisprimary AND i.indrelid IN {selected} ORDER BY i.indrelid, x.relname"
    )
}

fn index(row: &Row, with_include: bool) -> ReflectedIndex {
    let name = row.text("name");
    let mut elements = row.texts("texts");
    let count = usize::try_from(row.int("key_columns")).unwrap_or(usize::MAX);
    let include = elements.split_off(count.min(elements.len()));
    let mut is_expression = row.flags("expressions");
    is_expression.truncate(elements.len());
    let column_names = elements
        .iter()
        .zip(&is_expression)
        .map(|(element, is_expression)| (!is_expression).then(|| element.clone()))
        .collect();
    let mut dialect_options = Options::new();
    let mut option = |name: &str, value: OptionValue| {
        dialect_options.insert(format!("postgresql_{name}"), value);
    };
    let classes = operator_classes(row, &elements);
    if !classes.is_empty() {
        option("ops", OptionValue::Map(classes));
    }
    let parameters = parameters(row);
    if !parameters.is_empty() {
        option("with", OptionValue::Map(parameters));
    }
    let method = row.text("method");
    if method != "btree" {
        option("using", OptionValue::Str(method));
    }
    if let Some(predicate) = row.opt_text("predicate") {
        option("where", OptionValue::Str(predicate));
    }
    if with_include {
        option("include", names(&include));
    }
    if row.flag("nulls_not_distinct") {
        option("nulls_not_distinct", OptionValue::Bool(true));
    }
    ReflectedIndex {
        duplicates_constraint: row.flag("has_constraint").then(|| name.clone()),
        column_names,
        column_sorting: sorting(row, &elements),
        expressions: is_expression.contains(&true).then_some(elements),
        unique: row.flag("is_unique"),
        include_columns: with_include.then_some(include),
        name: Some(name),
        dialect_options,
    }
}

/// The operator classes that are not the default of their type.
fn operator_classes(row: &Row, elements: &[String]) -> IndexMap<String, OptionValue> {
    let defaults = row.flags("default_classes");
    elements
        .iter()
        .zip(row.texts("classes").into_iter().zip(defaults))
        .filter(|(_, (_, is_default))| !is_default)
        .map(|(element, (class, _))| (element.clone(), OptionValue::Str(class)))
        .collect()
}

/// `fillfactor=70` as a dictionary.
fn parameters(row: &Row) -> IndexMap<String, OptionValue> {
    row.texts("parameters")
        .iter()
        .filter_map(|text| text.split_once('='))
        .map(|(name, value)| (name.to_owned(), OptionValue::Str(value.to_owned())))
        .collect()
}

/// Bit 1 of a column's flags is DESC, bit 2 NULLS FIRST; what goes without saying is not said.
fn sorting(row: &Row, elements: &[String]) -> Vec<(String, Vec<String>)> {
    let mut sorting: IndexMap<String, Vec<String>> = IndexMap::new();
    for (element, flags) in elements.iter().zip(row.ints("flags")) {
        let words: &[&str] = match (flags & 1 != 0, flags & 2 != 0) {
            (true, true) => &["desc"],
            (true, false) => &["desc", "nulls_last"],
            (false, true) => &["nulls_first"],
            (false, false) => continue,
        };
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        sorting.insert(element.clone(), words);
    }
    sorting.into_iter().collect()
}
