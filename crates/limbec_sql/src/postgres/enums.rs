//! ENUM types: those of the database, and the statements that change them.

use std::collections::HashMap;

use crate::entity::{EnumColumn, FoundEnum, Holder};
use crate::meaning::{Ask, text};

/// Values as SQL, with commas between them.
pub fn list(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    values.join(", ")
}

/// A string as SQL.
pub fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

/// Schemas as the condition on `n.nspname`; `None` is the default one.
pub(super) fn in_schemas(schemas: &[Option<String>]) -> String {
    let names: Vec<String> = schemas
        .iter()
        .map(|schema| match schema {
            Some(schema) => quoted(schema),
            None => "current_schema()".to_owned(),
        })
        .collect();
    format!("n.nspname IN ({})", names.join(", "))
}

/// The schema of a row, NULL for the default one.
pub(super) const SCHEMA: &str = "NULLIF(n.nspname, current_schema())::text";

/// The ENUM types of these schemas, but for those of extensions.
///
/// # Errors
/// What the database says.
pub fn enums<E>(schemas: &[Option<String>], ask: &mut dyn Ask<E>) -> Result<Vec<FoundEnum>, E> {
    let place = in_schemas(schemas);
    let types = format!(
        "FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace WHERE y.typtype = 'e' AND {place} \
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = y.oid AND d.deptype = 'e')"
    );
    let rows = ask.query(&format!(
        "SELECT x.oid::text, x.s, x.t, e.enumlabel::text FROM (SELECT y.oid, {SCHEMA} AS s, y.typname::text AS t {types}) x \
         LEFT JOIN pg_enum e ON e.enumtypid = x.oid ORDER BY x.s NULLS FIRST, x.t, e.enumsortorder"
    ))?;
    let mut found: Vec<FoundEnum> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in &rows {
        let Some(oid) = text(row, 0) else { continue };
        let at = *places.entry(oid).or_insert_with(|| {
            found.push(FoundEnum {
                schema: text(row, 1),
                name: text(row, 2).unwrap_or_default(),
                values: Vec::new(),
                columns: Vec::new(),
                holders: Vec::new(),
            });
            found.len() - 1
        });
        found[at].values.extend(text(row, 3));
    }
    if found.is_empty() {
        return Ok(found);
    }
    let rows = ask.query(&format!(
        "SELECT y.oid::text, {SCHEMA}, t.relname::text, a.attname::text, (a.atttypid <> y.oid)::int, pg_get_expr(f.adbin, f.adrelid) \
         FROM pg_type y JOIN pg_attribute a ON a.atttypid IN (y.oid, y.typarray) AND NOT a.attisdropped AND a.attnum > 0 \
         JOIN pg_class t ON t.oid = a.attrelid AND t.relkind IN ('r', 'p') AND NOT t.relispartition \
         JOIN pg_namespace n ON n.oid = t.relnamespace \
         LEFT JOIN pg_attrdef f ON f.adrelid = t.oid AND f.adnum = a.attnum \
         WHERE y.typtype = 'e' ORDER BY n.nspname, t.relname, a.attnum"
    ))?;
    for row in &rows {
        let at = text(row, 0).and_then(|oid| places.get(&oid).copied());
        let (Some(at), Some(table), Some(column)) = (at, text(row, 2), text(row, 3)) else {
            continue;
        };
        found[at].columns.push(EnumColumn {
            schema: text(row, 1),
            table,
            column,
            is_array: text(row, 4).as_deref() == Some("1"),
            default: text(row, 5),
        });
    }
    for row in ask.query(HOLDERS)? {
        let at = text(&row, 0).and_then(|oid| places.get(&oid).copied());
        if let (Some(at), Some(drop), Some(create)) = (at, text(&row, 1), text(&row, 2)) {
            found[at].holders.push(Holder { drop, create });
        }
    }
    Ok(found)
}

/// CHECK constraints and indexes whose expressions know an ENUM type, and foreign keys of columns of one.
const HOLDERS: &str = "\
SELECT y.oid::text, \
 'ALTER TABLE ' || c.conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(c.conname), \
 'ALTER TABLE ' || c.conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid) \
 FROM pg_type y JOIN pg_depend d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (y.oid, y.typarray) \
 AND d.classid = 'pg_constraint'::regclass JOIN pg_constraint c ON c.oid = d.objid AND c.contype = 'c' AND c.conrelid <> 0 \
 WHERE y.typtype = 'e' \
UNION \
SELECT y.oid::text, \
 'ALTER TABLE ' || c.conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(c.conname), \
 'ALTER TABLE ' || c.conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid) \
 FROM pg_type y JOIN pg_attribute a ON a.atttypid IN (y.oid, y.typarray) \
 JOIN pg_constraint c ON c.contype = 'f' AND c.conrelid = a.attrelid AND a.attnum = ANY (c.conkey) AND c.conparentid = 0 \
 WHERE y.typtype = 'e' \
UNION \
SELECT y.oid::text, 'DROP INDEX ' || d.objid::regclass, \
 regexp_replace(pg_get_indexdef(d.objid), ' ON (ONLY )?.*? USING ', ' ON ' || i.indrelid::regclass || ' USING ') \
 FROM pg_type y JOIN pg_depend d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (y.oid, y.typarray) \
 AND d.classid = 'pg_class'::regclass AND d.objsubid = 0 JOIN pg_index i ON i.indexrelid = d.objid \
 WHERE y.typtype = 'e' ORDER BY 1, 2";
