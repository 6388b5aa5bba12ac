//! The columns of tables.

use limbec_schema::{Identity, IntegerType, Options, SequenceOptions, SqlType};

use super::catalog::{Catalog, Row, condition};
use super::named_types::NamedTypes;
use super::types;
use crate::inspect::{InspectError, PerTable, ReflectedColumn, ReflectedComputed, Selection};
use limbec_schema::{PgType, ServerDefault};

/// The columns of each table in order of its name: one query, and two more where a type is not one
/// of the server's own.
pub(super) fn columns(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
    warnings: &mut Vec<String>,
) -> Result<PerTable<Vec<ReflectedColumn>>, InspectError> {
    let rows = catalog.rows(&query(catalog, selection))?;
    let all_builtin = rows.iter().all(|row| {
        row.opt_text("type")
            .is_none_or(|format_type| types::is_builtin(&format_type))
    });
    let named = if all_builtin {
        NamedTypes::default()
    } else {
        NamedTypes::load(catalog)?
    };
    let mut found: PerTable<Vec<ReflectedColumn>> = Vec::new();
    // A row is let go when it was read: there are many, and what is found in them is large.
    for row in rows {
        let table = row.text("table_name");
        if found.last().is_none_or(|(last, _)| *last != table) {
            if let Some((_, columns)) = found.last_mut() {
                columns.shrink_to_fit();
            }
            found.push((table, Vec::new()));
        }
        // A table without columns has one row without a column.
        if let (Some(_), Some((_, columns))) = (row.opt_text("name"), found.last_mut()) {
            columns.push(column(&row, selection.schema.as_deref(), &named, warnings));
        }
    }
    Ok(found)
}

fn query(catalog: &Catalog<'_>, selection: &Selection) -> String {
    let generated = if catalog.is_at_least(12) {
        "a.attgenerated::text"
    } else {
        "''::text"
    };
    // A default refers to no column, so that the server need not look at its table; a generated column does.
    let table = if catalog.is_at_least(12) {
        "CASE WHEN a.attgenerated = '' THEN 0::pg_catalog.oid ELSE d.adrelid END"
    } else {
        "0::pg_catalog.oid"
    };
    let identity = if catalog.is_at_least(10) {
        "(SELECT pg_catalog.json_build_object('always', a.attidentity = 'a', 'start', s.seqstart, \
         'increment', s.seqincrement, 'minvalue', s.seqmin, 'maxvalue', s.seqmax, \
         'cache', s.seqcache, 'cycle', s.seqcycle) \
         FROM pg_catalog.pg_sequence s WHERE a.attidentity <> '' AND s.seqrelid = \
         pg_catalog.pg_get_serial_sequence(a.attrelid::pg_catalog.regclass::text, a.attname)\
         ::pg_catalog.regclass::pg_catalog.oid)"
    } else {
        "NULL::json"
    };
    format!(
        "SELECT c.relname AS table_name, a.attname AS name, \
         pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, \
         (SELECT pg_catalog.pg_get_expr(d.adbin, {table}) FROM pg_catalog.pg_attrdef d \
          WHERE a.atthasdef AND d.adrelid = a.attrelid AND d.adnum = a.attnum) AS \"default\", \
         a.attnotnull AS not_null, e.description AS comment, {generated} AS generated, \
         {identity} AS identity, \
         (SELECT l.collname FROM pg_catalog.pg_collation l \
          WHERE t.typcollation <> a.attcollation AND l.oid = a.attcollation) AS collation \
         FROM pg_catalog.pg_class c \
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_catalog.pg_attribute a \
         ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
         LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid \
         LEFT JOIN pg_catalog.pg_description e ON e.objoid = a.attrelid \
         AND e.objsubid = a.attnum AND e.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass \
         WHERE {} ORDER BY c.relname, n.nspname, a.attnum",
        condition(selection)
    )
}

fn column(
    row: &Row,
    schema: Option<&str>,
    named: &NamedTypes,
    warnings: &mut Vec<String>,
) -> ReflectedColumn {
    let name = row.text("name");
    let sql_type = types::resolve(
        row.opt_text("type").as_deref(),
        row.opt_text("collation").as_deref(),
        named,
        &format!("column '{name}'"),
        warnings,
    );
    let mut nullable = !row.flag("not_null");
    let mut default = row.opt_text("default");
    if let SqlType::Postgres(PgType::Domain(domain)) = &sql_type {
        // A column may have another default than its domain, though not none.
        if default.is_none()
            && let Some(ServerDefault::Literal(text)) = &domain.default
        {
            default = Some(text.clone());
        }
        nullable = nullable && domain.not_null != Some(true);
    }
    let generated = row.text("generated");
    let computed = (!generated.is_empty()).then(|| ReflectedComputed {
        sqltext: default.take().unwrap_or_default(),
        persisted: generated == "s",
    });
    let mut numbered = false;
    if let Some(sequence) = default.as_deref().and_then(NextValue::read) {
        numbered = matches!(sql_type, SqlType::Integer(IntegerType { .. }));
        default = sequence.qualified(schema).or(default);
    }
    let identity = row.object("identity");
    let identity = identity.map(|found| Box::new(self::identity(&found)));
    ReflectedColumn {
        name,
        sql_type,
        nullable,
        default,
        primary_key: None,
        autoincrement: Some(numbered || identity.is_some()),
        computed,
        identity,
        comment: row.opt_text("comment"),
        dialect_options: Options::new(),
    }
}

fn identity(found: &Row) -> Identity {
    Identity {
        always: found.flag("always"),
        on_null: None,
        options: SequenceOptions {
            start: found.opt_int("start"),
            increment: found.opt_int("increment"),
            minvalue: found.opt_int("minvalue"),
            maxvalue: found.opt_int("maxvalue"),
            cache: found.opt_int("cache"),
            cycle: Some(found.flag("cycle")),
            ..SequenceOptions::default()
        },
    }
}

/// `nextval('a_id_seq'::regclass)` in a default.
struct NextValue<'a> {
    sequence: &'a str,
    rest: &'a str,
}

impl<'a> NextValue<'a> {
    fn read(default: &'a str) -> Option<Self> {
        let after = &default[default.find("nextval('")? + "nextval('".len()..];
        let end = after.find('\'')?;
        let (sequence, rest) = after.split_at(end);
        (!sequence.is_empty() && !rest.contains('\n')).then_some(NextValue { sequence, rest })
    }

    /// The default with the schema at the sequence, where a schema was asked for and the server
    /// left it out. SQLAlchemy quotes it in any case and drops what stands before `nextval`.
    fn qualified(&self, schema: Option<&str>) -> Option<String> {
        let schema = schema.filter(|_| !self.sequence.contains('.'))?;
        Some(format!(
            "nextval('\"{schema}\".{}{}",
            self.sequence, self.rest
        ))
    }
}
