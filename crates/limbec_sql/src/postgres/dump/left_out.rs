//! What a database has that is not printed.

use super::Place;
use crate::meaning::{Ask, text};
use crate::postgres::entities::own;

/// It in words for people, a line for each kind.
///
/// # Errors
/// What the database says.
pub(super) fn left_out<E>(place: Place<'_>, ask: &mut dyn Ask<E>) -> Result<Vec<String>, E> {
    let mut found = Vec::new();
    for kind in &KINDS {
        let within = kind.schema.map_or_else(
            || "true".to_owned(),
            |column| {
                format!(
                    "{column} IN (SELECT n.oid FROM pg_namespace n WHERE {})",
                    place.place
                )
            },
        );
        let rows = ask.query(&format!(
            "SELECT {} FROM {} x WHERE x.oid >= 16384 AND ({}) AND {within} AND {} ORDER BY 1",
            kind.name,
            kind.catalog,
            kind.condition,
            own(kind.catalog, "x.oid")
        ))?;
        let names: Vec<String> = rows.iter().filter_map(|row| text(row, 0)).collect();
        match names.as_slice() {
            [] => {}
            [one] => found.push(format!("{} {one}", kind.one)),
            several => found.push(format!("{} {}", kind.several, several.join(", "))),
        }
    }
    Ok(found)
}

/// Objects that are not printed.
struct Kind {
    one: &'static str,
    several: &'static str,
    catalog: &'static str,
    name: &'static str,
    condition: &'static str,
    /// The column of the schema.
    schema: Option<&'static str>,
}

const fn kind(
    [one, several]: [&'static str; 2],
    catalog: &'static str,
    name: &'static str,
    condition: &'static str,
    schema: Option<&'static str>,
) -> Kind {
    Kind {
        one,
        several,
        catalog,
        name,
        condition,
        schema,
    }
}

const KINDS: [Kind; 15] = [
    kind(
        ["the foreign table", "the foreign tables"],
        "pg_class",
        "x.oid::regclass::text",
        "x.relkind = 'f'",
        Some("x.relnamespace"),
    ),
    kind(
        ["the typed table", "the typed tables"],
        "pg_class",
        "x.oid::regclass::text",
        "x.reloftype <> 0",
        Some("x.relnamespace"),
    ),
    kind(
        [
            "the index that is not valid",
            "the indexes that are not valid",
        ],
        "pg_class",
        "x.oid::regclass::text",
        "x.oid IN (SELECT i.indexrelid FROM pg_index i WHERE NOT i.indisvalid AND x.relkind = 'i')",
        Some("x.relnamespace"),
    ),
    kind(
        ["the aggregate", "the aggregates"],
        "pg_proc",
        "x.oid::regprocedure::text",
        "x.prokind = 'a'",
        Some("x.pronamespace"),
    ),
    kind(
        ["the base type", "the base types"],
        "pg_type",
        "x.oid::regtype::text",
        "(x.typtype = 'b' AND x.typelem = 0) OR x.typtype = 'p'",
        Some("x.typnamespace"),
    ),
    kind(
        ["the operator", "the operators"],
        "pg_operator",
        "x.oid::regoperator::text",
        "true",
        Some("x.oprnamespace"),
    ),
    kind(
        ["the operator class", "the operator classes"],
        "pg_opclass",
        "x.opcname::text",
        "true",
        Some("x.opcnamespace"),
    ),
    kind(
        ["the cast", "the casts"],
        "pg_cast",
        "format_type(x.castsource, NULL) || ' AS ' || format_type(x.casttarget, NULL)",
        "true",
        None,
    ),
    kind(
        ["the collation", "the collations"],
        "pg_collation",
        "x.oid::regcollation::text",
        "true",
        Some("x.collnamespace"),
    ),
    kind(
        [
            "the text search configuration",
            "the text search configurations",
        ],
        "pg_ts_config",
        "x.oid::regconfig::text",
        "true",
        Some("x.cfgnamespace"),
    ),
    kind(
        ["the text search dictionary", "the text search dictionaries"],
        "pg_ts_dict",
        "x.oid::regdictionary::text",
        "true",
        Some("x.dictnamespace"),
    ),
    kind(
        ["the foreign server", "the foreign servers"],
        "pg_foreign_server",
        "x.srvname::text",
        "true",
        None,
    ),
    kind(
        ["the event trigger", "the event triggers"],
        "pg_event_trigger",
        "x.evtname::text",
        "true",
        None,
    ),
    kind(
        ["the publication", "the publications"],
        "pg_publication",
        "x.pubname::text",
        "true",
        None,
    ),
    kind(
        ["the language", "the languages"],
        "pg_language",
        "x.lanname::text",
        "true",
        None,
    ),
];
