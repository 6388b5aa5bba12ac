//! Views, functions, triggers, sequences and extensions of a PostgreSQL database, as the server writes them.

use std::collections::HashMap;

use super::enums::{SCHEMA, in_schemas};
use crate::Dialect;
use crate::entity::{Entity, EntityKind, Use};
use crate::meaning::{Ask, Rows, text};

/// Leaves out what an extension has brought along, and the functions and casts of a range type.
pub(super) fn own(class: &str, oid: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '{class}'::regclass AND d.objid = {oid} \
         AND (d.deptype = 'e' OR (d.deptype = 'i' AND d.classid IN ('pg_proc'::regclass, 'pg_cast'::regclass))))"
    )
}

/// All of these schemas; `None` is the default one.
///
/// # Errors
/// What the database says.
pub fn entities<E>(
    dialect: &dyn Dialect,
    schemas: &[Option<String>],
    ask: &mut dyn Ask<E>,
) -> Result<Vec<Entity>, E> {
    let place = in_schemas(schemas);
    let mut found = extensions(dialect, ask)?;
    found.extend(sequences(dialect, &place, ask)?);
    found.extend(functions(&place, ask)?);
    found.extend(views(dialect, &place, ask)?);
    found.extend(triggers(dialect, &place, ask)?);
    Ok(found)
}

fn blank(kind: EntityKind, schema: Option<String>, name: String) -> Entity {
    Entity {
        kind,
        schema,
        identity: name.clone(),
        name,
        table: None,
        create: Vec::new(),
        drop: String::new(),
        replace: None,
        shape: String::new(),
        meaning: String::new(),
        uses: Vec::new(),
    }
}

fn extensions<E>(dialect: &dyn Dialect, ask: &mut dyn Ask<E>) -> Result<Vec<Entity>, E> {
    let rows =
        ask.query("SELECT extname::text FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1")?;
    let names = rows.iter().filter_map(|row| text(row, 0));
    Ok(names.map(|name| extension(dialect, name)).collect())
}

/// An extension of that name.
pub fn extension(dialect: &dyn Dialect, name: String) -> Entity {
    let quoted = dialect.quote(&name);
    Entity {
        create: vec![format!("CREATE EXTENSION IF NOT EXISTS {quoted}")],
        drop: format!("DROP EXTENSION {quoted}"),
        ..blank(EntityKind::Extension, None, name)
    }
}

fn sequences<E>(
    dialect: &dyn Dialect,
    place: &str,
    ask: &mut dyn Ask<E>,
) -> Result<Vec<Entity>, E> {
    let rows = ask.query(&format!(
        "SELECT {SCHEMA}, c.relname::text, format_type(s.seqtypid, NULL), s.seqstart::text, s.seqincrement::text, s.seqmin::text, \
         s.seqmax::text, s.seqcache::text, s.seqcycle::text FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {place} AND {} AND NOT EXISTS (SELECT 1 FROM pg_depend d \
         WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')) ORDER BY 1 NULLS FIRST, 2",
        own("pg_class", "c.oid")
    ))?;
    let mut found = Vec::new();
    for row in &rows {
        let Some(name) = text(row, 1) else { continue };
        let number = |at: usize| text(row, at).and_then(|text| text.parse().ok());
        let options = SequenceValues {
            data_type: text(row, 2).unwrap_or_else(|| "bigint".to_owned()),
            start: number(3),
            increment: number(4),
            minimum: number(5),
            maximum: number(6),
            cache: number(7),
            cycle: text(row, 8).as_deref() == Some("true"),
        };
        found.push(sequence(dialect, text(row, 0), name, &options));
    }
    Ok(found)
}

/// The options of a sequence; what is missing is what the server takes.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct SequenceValues {
    pub data_type: String,
    pub start: Option<i64>,
    pub increment: Option<i64>,
    pub minimum: Option<i64>,
    pub maximum: Option<i64>,
    pub cache: Option<i64>,
    pub cycle: bool,
}

/// A sequence with these options.
pub fn sequence(
    dialect: &dyn Dialect,
    schema: Option<String>,
    name: String,
    options: &SequenceValues,
) -> Entity {
    let SequenceWords {
        data_type,
        others,
        meaning,
    } = options.words();
    let quoted = dialect.qualified(schema.as_deref(), &name);
    Entity {
        create: vec![format!("CREATE SEQUENCE {quoted}{data_type}{others}")],
        drop: format!("DROP SEQUENCE {quoted}"),
        replace: Some(vec![format!("ALTER SEQUENCE {quoted} {meaning}")]),
        meaning,
        ..blank(EntityKind::Sequence, schema, name)
    }
}

/// The options of a sequence as SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SequenceWords {
    /// ` AS integer`, unless the server takes it.
    pub data_type: String,
    /// The other options that the server would not take, with a blank before each.
    pub others: String,
    /// All of them.
    pub meaning: String,
}

impl SequenceValues {
    pub(super) fn words(&self) -> SequenceWords {
        let data_type = match self.data_type.to_lowercase().as_str() {
            "" => "bigint".to_owned(),
            known => known.to_owned(),
        };
        let largest = match data_type.as_str() {
            "smallint" => i64::from(i16::MAX),
            "integer" => i64::from(i32::MAX),
            _ => i64::MAX,
        };
        let increment = self.increment.unwrap_or(1);
        let (lowest, highest) = match increment < 0 {
            true => (-largest - 1, -1),
            false => (1, largest),
        };
        let minimum = self.minimum.unwrap_or(lowest);
        let maximum = self.maximum.unwrap_or(highest);
        let first = if increment < 0 { maximum } else { minimum };
        let start = self.start.unwrap_or(first);
        let cache = self.cache.unwrap_or(1);
        let cycle = if self.cycle { "CYCLE" } else { "NO CYCLE" };
        let said = [
            (increment != 1, format!(" INCREMENT BY {increment}")),
            (minimum != lowest, format!(" MINVALUE {minimum}")),
            (maximum != highest, format!(" MAXVALUE {maximum}")),
            (start != first, format!(" START WITH {start}")),
            (cache != 1, format!(" CACHE {cache}")),
            (self.cycle, " CYCLE".to_owned()),
        ];
        let said = said.into_iter().filter(|(said, _)| *said);
        SequenceWords {
            meaning: format!(
                "AS {data_type} INCREMENT BY {increment} MINVALUE {minimum} MAXVALUE {maximum} START WITH {start} CACHE {cache} {cycle}"
            ),
            others: said.map(|(_, text)| text).collect(),
            data_type: match data_type.as_str() {
                "bigint" => String::new(),
                other => format!(" AS {other}"),
            },
        }
    }
}

fn functions<E>(place: &str, ask: &mut dyn Ask<E>) -> Result<Vec<Entity>, E> {
    let rows = ask.query(&format!(
        "SELECT {SCHEMA}, p.proname::text, p.prokind::text, pg_get_function_identity_arguments(p.oid), pg_get_functiondef(p.oid), \
         quote_ident(n.nspname) || '.', quote_ident(p.proname), coalesce(pg_get_function_result(p.oid), '') FROM pg_proc p \
         JOIN pg_namespace n ON n.oid = p.pronamespace \
         WHERE p.prokind IN ('f', 'w', 'p') AND {place} AND {} ORDER BY 1 NULLS FIRST, 2, 4",
        own("pg_proc", "p.oid")
    ))?;
    let mut found = Vec::new();
    for row in &rows {
        let (Some(name), Some(kind), Some(arguments), Some(definition), Some(prefix), Some(quoted)) = (
            text(row, 1),
            text(row, 2),
            text(row, 3),
            text(row, 4),
            text(row, 5),
            text(row, 6),
        ) else {
            continue;
        };
        let schema = text(row, 0);
        let kind = match kind.as_str() {
            "p" => EntityKind::Procedure,
            _ => EntityKind::Function,
        };
        // The server names the schema always, be it the default one.
        let definition = match schema {
            None => definition.replacen(&prefix, "", 1),
            Some(_) => definition,
        };
        let definition = definition.trim_end().to_owned();
        let shown = match schema {
            None => quoted,
            Some(_) => format!("{prefix}{quoted}"),
        };
        let word = kind.as_str().to_uppercase();
        found.push(Entity {
            identity: format!("{name}({arguments})"),
            drop: format!("DROP {word} {shown}({arguments})"),
            create: vec![definition.clone()],
            replace: Some(vec![definition.clone()]),
            shape: format!("{arguments} {}", text(row, 7).unwrap_or_default()),
            meaning: definition,
            ..blank(kind, schema, name)
        });
    }
    Ok(found)
}

fn views<E>(dialect: &dyn Dialect, place: &str, ask: &mut dyn Ask<E>) -> Result<Vec<Entity>, E> {
    let rows = ask.query(&format!(
        "SELECT {SCHEMA}, c.relname::text, c.relkind::text, pg_get_viewdef(c.oid), array_to_string(c.reloptions, ', '), c.oid::text \
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND {place} AND {} \
         ORDER BY 1 NULLS FIRST, 2",
        own("pg_class", "c.oid")
    ))?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut uses = uses(ask)?;
    let mut indexes = view_indexes(ask)?;
    let mut found = Vec::new();
    for row in &rows {
        let (Some(name), Some(kind), Some(query), Some(oid)) =
            (text(row, 1), text(row, 2), text(row, 3), text(row, 5))
        else {
            continue;
        };
        let schema = text(row, 0);
        let kind = match kind.as_str() {
            "m" => EntityKind::MaterializedView,
            _ => EntityKind::View,
        };
        let options = text(row, 4).filter(|options| !options.is_empty());
        let mut view = view(dialect, kind, schema, name, &query, options.as_deref());
        view.create.extend(indexes.remove(&oid).unwrap_or_default());
        view.meaning = view.create.join(";\n");
        view.uses = uses.remove(&oid).unwrap_or_default();
        found.push(view);
    }
    Ok(found)
}

/// A view over a query.
pub fn view(
    dialect: &dyn Dialect,
    kind: EntityKind,
    schema: Option<String>,
    name: String,
    query: &str,
    options: Option<&str>,
) -> Entity {
    let shown = dialect.qualified(schema.as_deref(), &name);
    let word = kind.as_str().to_uppercase();
    let options = options.map_or_else(String::new, |options| format!(" WITH ({options})"));
    let query = query.trim_end().trim_end_matches(';').trim_end();
    Entity {
        create: vec![format!("CREATE {word} {shown}{options} AS\n{query}")],
        drop: format!("DROP {word} {shown}"),
        ..blank(kind, schema, name)
    }
}

/// The statements of the indexes of materialized views.
fn view_indexes<E>(ask: &mut dyn Ask<E>) -> Result<HashMap<String, Vec<String>>, E> {
    let rows = ask.query(
        "SELECT c.oid::text, regexp_replace(pg_get_indexdef(i.indexrelid), ' ON .*? USING ', ' ON ' || c.oid::regclass || ' USING ') \
         FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relkind = 'm' ORDER BY 1, 2",
    )?;
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    for row in &rows {
        if let (Some(oid), Some(sql)) = (text(row, 0), text(row, 1)) {
            found.entry(oid).or_default().push(sql);
        }
    }
    Ok(found)
}

/// What views read.
fn uses<E>(ask: &mut dyn Ask<E>) -> Result<HashMap<String, Vec<Use>>, E> {
    let rows: Rows = ask.query(&format!(
        "SELECT DISTINCT r.ev_class::text, {SCHEMA}, c.relname::text, a.attname::text FROM pg_rewrite r \
         JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass \
         AND d.refobjid <> r.ev_class JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid AND d.refobjsubid > 0 \
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
    ))?;
    let mut found: HashMap<String, Vec<Use>> = HashMap::new();
    for row in &rows {
        if let (Some(oid), Some(relation)) = (text(row, 0), text(row, 2)) {
            found.entry(oid).or_default().push(Use {
                schema: text(row, 1),
                relation,
                column: text(row, 3),
            });
        }
    }
    Ok(found)
}

fn triggers<E>(dialect: &dyn Dialect, place: &str, ask: &mut dyn Ask<E>) -> Result<Vec<Entity>, E> {
    let rows = ask.query(&format!(
        "SELECT {SCHEMA}, c.relname::text, t.tgname::text, pg_get_triggerdef(t.oid, true) FROM pg_trigger t \
         JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE NOT t.tgisinternal AND coalesce(to_jsonb(t)->>'tgparentid', '0') = '0' AND {place} AND {} \
         ORDER BY 1 NULLS FIRST, 2, 3",
        own("pg_trigger", "t.oid")
    ))?;
    let mut found = Vec::new();
    for row in &rows {
        let (Some(table), Some(name), Some(sql)) = (text(row, 1), text(row, 2), text(row, 3))
        else {
            continue;
        };
        found.push(trigger(dialect, text(row, 0), table, name, sql));
    }
    Ok(found)
}

/// A trigger by the statement that makes it.
pub fn trigger(
    dialect: &dyn Dialect,
    schema: Option<String>,
    table: String,
    name: String,
    sql: String,
) -> Entity {
    let on = dialect.qualified(schema.as_deref(), &table);
    Entity {
        identity: format!("{table}.{name}"),
        drop: format!("DROP TRIGGER {} ON {on}", dialect.quote(&name)),
        create: vec![sql.clone()],
        meaning: sql,
        table: Some(table),
        ..blank(EntityKind::Trigger, schema, name)
    }
}
