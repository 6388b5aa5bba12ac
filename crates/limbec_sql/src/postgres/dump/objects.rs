//! What is no table: schemas, types, and what the comparison knows as entities; policies, rules and statistics of tables.

use std::collections::HashMap;

use super::tables::{part_of, shown};
use super::{Found, Piece, Place, part, rank};
use crate::entity::{Entity, EntityKind};
use crate::meaning::{Ask, text};
use crate::postgres::entities::own;
use crate::postgres::enums::{SCHEMA, list};

/// The schemas, and those that extensions stand in.
///
/// # Errors
/// What the database says.
pub(super) fn schemas<E>(
    place: Place<'_>,
    ask: &mut dyn Ask<E>,
    found: &mut Found,
) -> Result<(), E> {
    let rows = ask.query(&format!(
        "SELECT n.oid::text, n.nspname::text FROM pg_namespace n WHERE n.nspname <> coalesce(current_schema(), '') \
         AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND {} \
         AND ({} OR EXISTS (SELECT 1 FROM pg_extension e WHERE e.extnamespace = n.oid))",
        own("pg_namespace", "n.oid"),
        place.place
    ))?;
    for row in &rows {
        let (Some(oid), Some(name)) = (text(row, 0), text(row, 1)) else {
            continue;
        };
        let quoted = place.dialect.quote(&name);
        let piece = Piece {
            key: (rank::SCHEMA, None, name, part::ITSELF, String::new()),
            statements: vec![format!("CREATE SCHEMA IF NOT EXISTS {quoted}")],
            addresses: vec![format!("pg_namespace/{oid}")],
            ..Piece::default()
        };
        found.add(piece, format!("SCHEMA {quoted}"));
    }
    Ok(())
}

/// ENUM and composite types, domains and ranges.
///
/// # Errors
/// What the database says.
pub(super) fn types<E>(place: Place<'_>, ask: &mut dyn Ask<E>, found: &mut Found) -> Result<(), E> {
    let rows = ask.query(&format!(
        "SELECT y.oid::text, {SCHEMA}, y.typname::text, y.typtype::text, y.typrelid::text, \
         CASE y.typtype WHEN 'd' THEN format_type(y.typbasetype, y.typtypmod) \
         || CASE WHEN y.typcollation <> b.typcollation THEN ' COLLATE ' || y.typcollation::regcollation ELSE '' END \
         || CASE WHEN y.typnotnull THEN ' NOT NULL' ELSE '' END || coalesce(' DEFAULT ' || y.typdefault, '') \
         || coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid, true), '' \
         ORDER BY k.conname COLLATE \"C\") FROM pg_constraint k WHERE k.contypid = y.oid AND k.contype = 'c'), '') \
         WHEN 'c' THEN (SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) \
         || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END, E',\\n    ' \
         ORDER BY a.attnum) FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = y.typrelid \
         AND a.attnum > 0 AND NOT a.attisdropped) \
         WHEN 'r' THEN (SELECT 'SUBTYPE = ' || format_type(r.rngsubtype, NULL) \
         || CASE WHEN o.opcdefault THEN '' ELSE ', SUBTYPE_OPCLASS = ' || quote_ident(o.opcname) END \
         || CASE WHEN r.rngcollation NOT IN (0, s.typcollation) THEN ', COLLATION = ' || r.rngcollation::regcollation ELSE '' END \
         || CASE WHEN r.rngcanonical::oid <> 0 THEN ', CANONICAL = ' || r.rngcanonical ELSE '' END \
         || CASE WHEN r.rngsubdiff::oid <> 0 THEN ', SUBTYPE_DIFF = ' || r.rngsubdiff ELSE '' END \
         FROM pg_range r JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_type s ON s.oid = r.rngsubtype \
         WHERE r.rngtypid = y.oid) END \
         FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace LEFT JOIN pg_type b ON b.oid = y.typbasetype \
         LEFT JOIN pg_class c ON c.oid = y.typrelid \
         WHERE (y.typtype IN ('d', 'e', 'r') OR (y.typtype = 'c' AND c.relkind = 'c')) AND {} AND {}",
        place.place,
        own("pg_type", "y.oid")
    ))?;
    let mut values: HashMap<String, Vec<String>> = HashMap::new();
    for row in ask.query(
        "SELECT e.enumtypid::text, e.enumlabel::text FROM pg_enum e ORDER BY e.enumtypid, e.enumsortorder",
    )? {
        if let (Some(oid), Some(value)) = (text(&row, 0), text(&row, 1)) {
            values.entry(oid).or_default().push(value);
        }
    }
    for row in &rows {
        let (Some(oid), Some(name), Some(kind)) = (text(row, 0), text(row, 2), text(row, 3)) else {
            continue;
        };
        let schema = text(row, 1);
        let quoted = place.dialect.qualified(schema.as_deref(), &name);
        let said = text(row, 5).unwrap_or_default();
        let (word, statement) = match kind.as_str() {
            "d" => ("DOMAIN", format!("CREATE DOMAIN {quoted} AS {said}")),
            "c" if said.is_empty() => ("TYPE", format!("CREATE TYPE {quoted} AS ()")),
            "c" => ("TYPE", format!("CREATE TYPE {quoted} AS (\n    {said}\n)")),
            "r" => ("TYPE", format!("CREATE TYPE {quoted} AS RANGE ({said})")),
            _ => {
                let values = list(values.get(&oid).map_or(&[], Vec::as_slice));
                ("TYPE", format!("CREATE TYPE {quoted} AS ENUM ({values})"))
            }
        };
        let mut addresses = vec![format!("pg_type/{oid}")];
        if kind == "c" {
            let relation = format!("pg_class/{}", text(row, 4).unwrap_or_default());
            found
                .targets
                .insert(relation.clone(), format!("TYPE {quoted}"));
            addresses.push(relation);
        }
        let piece = Piece {
            key: (rank::TYPE, schema, name, part::ITSELF, String::new()),
            statements: vec![statement],
            addresses,
            ..Piece::default()
        };
        found.add(piece, format!("{word} {quoted}"));
    }
    Ok(())
}

/// Extensions, sequences, functions, views and triggers, as the comparison has them.
///
/// # Errors
/// What the database says.
pub(super) fn entities<E>(
    place: Place<'_>,
    ask: &mut dyn Ask<E>,
    found: &mut Found,
) -> Result<(), E> {
    let addresses = addresses(place, ask)?;
    let mut in_schemas: HashMap<String, String> = HashMap::new();
    for row in ask.query(
        "SELECT e.extname::text, quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace \
         WHERE n.nspname NOT IN ('pg_catalog', coalesce(current_schema(), ''))",
    )? {
        if let (Some(name), Some(schema)) = (text(&row, 0), text(&row, 1)) {
            in_schemas.insert(name, schema);
        }
    }
    let all = crate::postgres::entities::entities(place.dialect, place.schemas, ask)?;
    for entity in all {
        let known = addresses.get(&(entity.kind, entity.schema.clone(), entity.identity.clone()));
        let Some(known) = known else { continue };
        let (kind, target) = called(place, &entity);
        let mut statements = entity.create;
        if let Some(schema) = in_schemas
            .get(&entity.name)
            .filter(|_| entity.kind == EntityKind::Extension)
            && let Some(first) = statements.first_mut()
        {
            first.push_str(&format!(" WITH SCHEMA {schema}"));
        }
        statements.extend(known.more.clone());
        let is_body = matches!(entity.kind, EntityKind::Function | EntityKind::Procedure);
        let piece = Piece {
            key: (
                kind,
                entity.schema,
                entity.identity,
                part::ITSELF,
                String::new(),
            ),
            body: is_body.then(|| statements.join("\n")),
            statements,
            addresses: vec![known.address.clone()],
            ..Piece::default()
        };
        found.add(piece, target);
    }
    Ok(())
}

/// The kind of an entity among the pieces, and its name in COMMENT ON.
fn called(place: Place<'_>, entity: &Entity) -> (u8, String) {
    let dialect = place.dialect;
    let word = entity.kind.as_str().to_uppercase();
    let name = dialect.qualified(entity.schema.as_deref(), &entity.name);
    match entity.kind {
        EntityKind::Extension => (rank::EXTENSION, format!("{word} {name}")),
        EntityKind::Sequence => (rank::SEQUENCE, format!("{word} {name}")),
        EntityKind::View | EntityKind::MaterializedView => (rank::VIEW, format!("{word} {name}")),
        EntityKind::Function | EntityKind::Procedure => {
            let arguments = entity.identity.strip_prefix(&entity.name);
            let arguments = arguments.unwrap_or_default();
            (rank::FUNCTION, format!("{word} {name}{arguments}"))
        }
        EntityKind::Trigger => {
            let table = entity.table.as_deref().unwrap_or_default();
            let table = dialect.qualified(entity.schema.as_deref(), table);
            let name = dialect.quote(&entity.name);
            (rank::TRIGGER, format!("{word} {name} ON {table}"))
        }
    }
}

/// Where an entity is in the catalog.
struct Known {
    address: String,
    /// Statements beyond those that make it.
    more: Vec<String>,
}

type Identity = (EntityKind, Option<String>, String);

fn addresses<E>(place: Place<'_>, ask: &mut dyn Ask<E>) -> Result<HashMap<Identity, Known>, E> {
    let rows = ask.query(&format!(
        "SELECT CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' ELSE 'materialized view' END, {SCHEMA}, \
         c.relname::text, 'pg_class/' || c.oid, NULL FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE c.relkind IN ('S', 'v', 'm') AND {0} \
         UNION ALL SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, {SCHEMA}, \
         p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', 'pg_proc/' || p.oid, NULL \
         FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {0} \
         UNION ALL SELECT 'trigger', {SCHEMA}, c.relname || '.' || t.tgname, 'pg_trigger/' || t.oid, \
         CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' END \
         || ' TRIGGER ' || quote_ident(t.tgname) \
         FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {0} \
         UNION ALL SELECT 'extension', NULL, e.extname::text, 'pg_extension/' || e.oid, NULL FROM pg_extension e",
        place.place
    ))?;
    let mut found = HashMap::new();
    for row in &rows {
        let (Some(kind), Some(identity), Some(address)) =
            (text(row, 0), text(row, 2), text(row, 3))
        else {
            continue;
        };
        let kind = EntityKind::ALL.into_iter().find(|one| one.as_str() == kind);
        let Some(kind) = kind else { continue };
        let schema = text(row, 1);
        let table = identity.split('.').next().unwrap_or_default();
        let on = place.dialect.qualified(schema.as_deref(), table);
        let more = text(row, 4).map(|words| format!("ALTER TABLE {on} {words}"));
        let known = Known {
            address,
            more: more.into_iter().collect(),
        };
        found.insert((kind, schema, identity), known);
    }
    Ok(found)
}

/// Policies, rules and statistics of tables.
///
/// # Errors
/// What the database says.
pub(super) fn beside_tables<E>(
    place: Place<'_>,
    ask: &mut dyn Ask<E>,
    tables: &HashMap<String, Piece>,
    found: &mut Found,
) -> Result<(), E> {
    let rows = ask.query(
        "SELECT p.polrelid::text, 'pg_policy/' || p.oid, p.polname::text, \
         CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END \
         || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE' \
         WHEN 'd' THEN ' FOR DELETE' ELSE '' END \
         || CASE WHEN p.polroles = '{0}' THEN '' ELSE ' TO ' || (SELECT string_agg(quote_ident(r.rolname), ', ' \
         ORDER BY r.rolname COLLATE \"C\") FROM pg_roles r WHERE r.oid = ANY (p.polroles)) END \
         || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '') \
         || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') FROM pg_policy p",
    )?;
    for row in &rows {
        let Some((table, mut piece, name)) = part_row(tables, row, part::POLICY) else {
            continue;
        };
        let on = shown(place, table);
        let quoted = place.dialect.quote(&name);
        let said = text(row, 3).unwrap_or_default();
        piece.statements = vec![format!("CREATE POLICY {quoted} ON {on}{said}")];
        found.add(piece, format!("POLICY {quoted} ON {on}"));
    }
    let rows = ask.query(
        "SELECT r.ev_class::text, 'pg_rewrite/' || r.oid, r.rulename::text, pg_get_ruledef(r.oid, true) FROM pg_rewrite r \
         WHERE r.rulename <> '_RETURN' AND r.oid >= 16384",
    )?;
    for row in &rows {
        let Some((table, mut piece, name)) = part_row(tables, row, part::RULE) else {
            continue;
        };
        let on = shown(place, table);
        let rule = text(row, 3).unwrap_or_default();
        piece.statements = vec![rule.trim_end().trim_end_matches(';').to_owned()];
        let target = format!("RULE {} ON {on}", place.dialect.quote(&name));
        found.add(piece, target);
    }
    let rows = ask.query(
        "SELECT s.stxrelid::text, 'pg_statistic_ext/' || s.oid, s.stxname::text, pg_get_statisticsobjdef(s.oid) \
         FROM pg_statistic_ext s",
    )?;
    for row in &rows {
        let Some((table, mut piece, name)) = part_row(tables, row, part::STATISTICS) else {
            continue;
        };
        let prefix = table.key.1.is_none().then(|| {
            let definition = text(row, 3).unwrap_or_default();
            // The server names the schema always, be it the default one.
            let name = place.dialect.quote(&name);
            match definition.split_once(&format!(".{name} ")) {
                Some((_, rest)) => format!("CREATE STATISTICS {name} {rest}"),
                None => definition,
            }
        });
        let definition = prefix.or_else(|| text(row, 3)).unwrap_or_default();
        piece.statements = vec![definition];
        let target = place.dialect.qualified(table.key.1.as_deref(), &name);
        found.add(piece, format!("STATISTICS {target}"));
    }
    Ok(())
}

fn part_row<'a>(
    tables: &'a HashMap<String, Piece>,
    row: &[limbec_schema::Literal],
    part: u8,
) -> Option<(&'a Piece, Piece, String)> {
    let table = tables.get(&text(row, 0)?)?;
    let name = text(row, 2)?;
    let piece = part_of(table, part, &name, text(row, 1)?);
    Some((table, piece, name))
}
