//! Whole tables and whole schemas: a number of queries that does not grow with the tables.

use std::collections::HashMap;

use limbec_schema::{Schema, Sequence, SequenceOptions, SqlType, Table, View};

use super::catalog::{Catalog, place, relkinds};
use super::named_types::NamedTypes;
use super::{columns, constraints, foreign_keys, indexes, named_types, types};
use crate::inspect::{InspectError, PerTable, Selection, TableParts, assemble};

/// The tables of a selection, in order of their names.
pub(super) fn tables(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
    warnings: &mut Vec<String>,
) -> Result<Vec<Table>, InspectError> {
    let columns = columns::columns(catalog, selection, warnings)?;
    if columns.is_empty() {
        return Ok(Vec::new());
    }
    let mut primary_keys = by_name(constraints::primary_keys(catalog, selection)?);
    let mut foreign_keys = by_name(foreign_keys::foreign_keys(catalog, selection)?);
    let mut indexes = by_name(indexes::indexes(catalog, selection)?);
    let mut uniques = by_name(constraints::unique_constraints(catalog, selection)?);
    let mut checks = by_name(constraints::check_constraints(
        catalog, selection, warnings,
    )?);
    let mut comments = by_name(constraints::table_comments(catalog, selection)?);
    let read = columns.into_iter().map(|(name, columns)| {
        assemble(TableParts {
            schema: selection.schema.clone(),
            columns,
            primary_key: primary_keys.remove(&name).unwrap_or_default(),
            foreign_keys: foreign_keys.remove(&name).unwrap_or_default(),
            indexes: indexes.remove(&name).unwrap_or_default(),
            unique_constraints: uniques.remove(&name).unwrap_or_default(),
            check_constraints: checks.remove(&name).unwrap_or_default(),
            comment: comments.remove(&name).flatten(),
            options: limbec_schema::Options::new(),
            name,
        })
    });
    Ok(read.collect())
}

fn by_name<T>(found: PerTable<T>) -> HashMap<String, T> {
    found.into_iter().collect()
}

/// Everything of a schema.
pub(super) fn schema(
    catalog: &mut Catalog<'_>,
    schema: Option<&str>,
    warnings: &mut Vec<String>,
) -> Result<Schema, InspectError> {
    let mut found = Schema::default();
    let key = |name: &str| (schema.map(str::to_owned), name.to_owned());
    for table in tables(catalog, &Selection::tables(schema), warnings)? {
        found.tables.insert(key(&table.name), table);
    }
    for view in views(catalog, schema)? {
        found.views.insert(key(&view.name), view);
    }
    for sequence in sequences(catalog, schema)? {
        found.sequences.insert(key(&sequence.name), sequence);
    }
    for item in named_types::enums(catalog, schema)? {
        if let SqlType::Enum(mut found_enum) = types::enum_type(&item) {
            found_enum.schema = schema.map(str::to_owned);
            found.enums.insert(key(&item.name), *found_enum);
        }
    }
    let domains = named_types::domains(catalog, schema)?;
    if !domains.is_empty() {
        let named = NamedTypes::load(catalog)?;
        for item in domains {
            let mut domain = types::domain(&item, &named, warnings);
            domain.schema = schema.map(str::to_owned);
            found.domains.insert(key(&item.name), domain);
        }
    }
    Ok(found)
}

fn views(catalog: &mut Catalog<'_>, schema: Option<&str>) -> Result<Vec<View>, InspectError> {
    let rows = catalog.rows(&format!(
        "SELECT c.relname AS name, c.relkind = 'm' AS materialized, \
         pg_catalog.pg_get_viewdef(c.oid) AS definition, e.description AS comment \
         FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_catalog.pg_description e ON e.objoid = c.oid AND e.objsubid = 0 \
         AND e.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass \
         WHERE {} AND c.relpersistence <> 't'{} ORDER BY c.relname",
        relkinds("'v', 'm'"),
        place(schema)
    ))?;
    let read = rows.iter().map(|row| View {
        name: row.text("name"),
        schema: schema.map(str::to_owned),
        definition: row.text("definition"),
        materialized: row.flag("materialized"),
        comment: row.opt_text("comment"),
    });
    Ok(read.collect())
}

/// The sequences that belong to no column: those of SERIAL and of identities come with their
/// columns.
fn sequences(
    catalog: &mut Catalog<'_>,
    schema: Option<&str>,
) -> Result<Vec<Sequence>, InspectError> {
    if !catalog.is_at_least(10) {
        return Ok(Vec::new());
    }
    let rows = catalog.rows(&format!(
        "SELECT c.relname AS name, pg_catalog.format_type(s.seqtypid, NULL) AS type, s.seqstart, \
         s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle \
         FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid \
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         WHERE c.relpersistence <> 't' AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d \
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid \
          AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0){} ORDER BY c.relname",
        place(schema)
    ))?;
    let read = rows.iter().map(|row| Sequence {
        name: row.text("name"),
        schema: schema.map(str::to_owned),
        options: SequenceOptions {
            start: row.opt_int("seqstart"),
            increment: row.opt_int("seqincrement"),
            minvalue: row.opt_int("seqmin"),
            maxvalue: row.opt_int("seqmax"),
            cache: row.opt_int("seqcache"),
            cycle: Some(row.flag("seqcycle")),
            ..SequenceOptions::default()
        },
        data_type: row.opt_text("type").map(|text| {
            let named = NamedTypes::default();
            types::resolve(Some(&text), None, &named, "sequence", &mut Vec::new())
        }),
        ..Sequence::default()
    });
    Ok(read.collect())
}
