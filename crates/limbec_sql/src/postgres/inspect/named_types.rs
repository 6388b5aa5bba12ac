//! ENUM and DOMAIN types.

use std::collections::HashMap;

use super::catalog::Catalog;
use super::names::place_of_type;
use crate::inspect::{InspectError, ReflectedDomain, ReflectedEnum};

/// The named types of the database, by the tokens of their name as `format_type()` writes it.
#[derive(Debug, Default)]
pub(super) struct NamedTypes {
    pub enums: HashMap<Vec<String>, ReflectedEnum>,
    pub domains: HashMap<Vec<String>, ReflectedDomain>,
}

impl NamedTypes {
    /// All of them: two queries.
    pub(super) fn load(catalog: &mut Catalog<'_>) -> Result<Self, InspectError> {
        let enums = enums(catalog, Some("*"))?.into_iter();
        let domains = domains(catalog, Some("*"))?.into_iter();
        Ok(NamedTypes {
            enums: enums
                .map(|found| (key(&found.schema, &found.name, found.visible), found))
                .collect(),
            domains: domains
                .map(|found| (key(&found.schema, &found.name, found.visible), found))
                .collect(),
        })
    }
}

fn key(schema: &str, name: &str, visible: bool) -> Vec<String> {
    if visible {
        vec![name.to_owned()]
    } else {
        vec![schema.to_owned(), name.to_owned()]
    }
}

pub(super) fn enums(
    catalog: &mut Catalog<'_>,
    schema: Option<&str>,
) -> Result<Vec<ReflectedEnum>, InspectError> {
    let rows = catalog.rows(&format!(
        "SELECT t.typname AS name, pg_catalog.pg_type_is_visible(t.oid) AS visible, \
         n.nspname AS schema, \
         (SELECT pg_catalog.array_agg(e.enumlabel::text ORDER BY e.enumsortorder) \
          FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid) AS labels \
         FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
         WHERE t.typtype = 'e'{} ORDER BY n.nspname, t.typname",
        place_of_type(schema)
    ))?;
    let read = rows.iter().map(|row| ReflectedEnum {
        name: row.text("name"),
        schema: row.text("schema"),
        visible: row.flag("visible"),
        labels: row.texts("labels"),
    });
    Ok(read.collect())
}

pub(super) fn domains(
    catalog: &mut Catalog<'_>,
    schema: Option<&str>,
) -> Result<Vec<ReflectedDomain>, InspectError> {
    let rows = catalog.rows(&format!(
        "SELECT t.typname AS name, pg_catalog.pg_type_is_visible(t.oid) AS visible, \
         n.nspname AS schema, NOT t.typnotnull AS nullable, t.typdefault AS \"default\", \
         pg_catalog.format_type(t.typbasetype, t.typtypmod) AS base_type, \
         (SELECT l.collname FROM pg_catalog.pg_collation l WHERE l.oid = t.typcollation) \
         AS collation, \
         (SELECT pg_catalog.array_agg(k.conname::text ORDER BY k.oid) \
          FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid) AS names, \
         (SELECT pg_catalog.array_agg(pg_catalog.pg_get_constraintdef(k.oid, true) ORDER BY k.oid) \
          FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid) AS definitions \
         FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
         WHERE t.typtype = 'd'{} ORDER BY n.nspname, t.typname",
        place_of_type(schema)
    ))?;
    let read = rows.iter().map(|row| {
        let base = row.text("base_type");
        let mut constraints: Vec<(String, String)> = row
            .texts("names")
            .into_iter()
            .zip(row.texts("definitions"))
            .filter_map(|(name, definition)| Some((name, check_of(&definition)?)))
            .collect();
        constraints.sort_by(|a, b| a.0.cmp(&b.0));
        ReflectedDomain {
            name: row.text("name"),
            schema: row.text("schema"),
            visible: row.flag("visible"),
            // `character varying(30)` loses its length: so does SQLAlchemy.
            base_type: base.split('(').next().unwrap_or_default().to_owned(),
            nullable: row.flag("nullable"),
            default: row.opt_text("default"),
            constraints,
            collation: row.opt_text("collation"),
        }
    });
    Ok(read.collect())
}

/// The condition of `CHECK (...)`; other constraints of a domain (`NOT NULL`) have none.
fn check_of(definition: &str) -> Option<String> {
    if !definition.to_lowercase().starts_with("check") {
        return None;
    }
    // As SQLAlchemy cuts it: `NOT VALID` behind the parentheses loses only its last letter.
    let mut inside: String = definition.chars().skip(7).collect();
    inside.pop();
    Some(inside)
}
