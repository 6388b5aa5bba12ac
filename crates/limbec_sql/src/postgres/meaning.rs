//! What CHECK constraints, defaults and indexes of PostgreSQL mean: the server's own text, which it makes of what is wanted
//! on temporary tables that are rolled back.

use std::collections::HashMap;

use limbec_schema::{
    Constraint, CreateIndex, EnumType, Index, Operation, OptionValue, ServerDefault, SqlType, Table,
};

use crate::meaning::{Ask, FoundIndex, MeaningError, Meanings, Rows, TablePair, Wanted, text};
use crate::{CompileContext, CompileError, Dialect, compile, compile_expr_ddl};

/// How the server tells the parts of tables: the schema, the table, the kind of the part, its name, its meaning, and the
/// statement that makes an index.
fn parts(place: &str) -> String {
    format!(
        "SELECT n.nspname::text, t.relname::text, 'check', c.conname::text, pg_get_expr(c.conbin, c.conrelid), ''::text \
         FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
         WHERE c.contype = 'c' AND {place} \
         UNION ALL \
         SELECT n.nspname::text, t.relname::text, 'default', a.attname::text, pg_get_expr(d.adbin, d.adrelid), ''::text \
         FROM pg_attrdef d JOIN pg_class t ON t.oid = d.adrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.adnum \
         WHERE t.relkind IN ('r', 'p') AND {place} \
         UNION ALL \
         SELECT n.nspname::text, t.relname::text, 'index', x.relname::text, \
         CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END \
         || substring(pg_get_indexdef(i.indexrelid) from position(' USING ' in pg_get_indexdef(i.indexrelid))), \
         pg_get_indexdef(i.indexrelid) \
         FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid \
         JOIN pg_namespace n ON n.oid = t.relnamespace \
         WHERE t.relkind IN ('r', 'p') AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.oid AND c.contype IN ('p', 'u', 'x')) \
         AND {place} ORDER BY 1, 2, 3, 4"
    )
}

const PRESENT: &str = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
const PROBED: &str = "n.oid = pg_my_temp_schema()";

pub(crate) fn meanings<E>(
    dialect: &dyn Dialect,
    pairs: &[TablePair<'_>],
    wanted: Wanted,
    ask: &mut dyn Ask<E>,
) -> Result<Vec<Meanings>, MeaningError<E>> {
    let mut all: Vec<Meanings> = pairs.iter().map(|_| Meanings::default()).collect();
    if pairs.is_empty() || wanted == Wanted::default() {
        return Ok(all);
    }
    let rows = ask
        .query("SELECT current_schema()::text")
        .map_err(MeaningError::Ask)?;
    let default = rows
        .first()
        .and_then(|row| text(row, 0))
        .unwrap_or_default();
    found(pairs, &default, &mut all, ask)?;
    let mut items = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        items.push(wanted_items(dialect, at, pair, wanted, &all[at])?);
    }
    // All at once; what does not pass is asked for table by table, and then part by part.
    let mut groups: Vec<Vec<&Item>> = vec![items.iter().flatten().collect()];
    if has_twins(pairs) || !ask_all(dialect, pairs, &groups[0], &mut all, ask)? {
        groups = items.iter().map(|items| items.iter().collect()).collect();
        for group in groups {
            if ask_all(dialect, pairs, &group, &mut all, ask)? {
                continue;
            }
            for item in group {
                ask_all(dialect, pairs, &[item], &mut all, ask)?;
            }
        }
    }
    again(dialect, pairs, &mut all, ask)?;
    Ok(all)
}

/// The server's text need not be what the server makes of that text: `ARRAY['a']::text[]` comes out otherwise. A script may
/// have gone one way or the other, so that what differs is compared by what both texts become.
fn again<E>(
    dialect: &dyn Dialect,
    pairs: &[TablePair<'_>],
    all: &mut [Meanings],
    ask: &mut dyn Ask<E>,
) -> Result<(), MeaningError<E>> {
    for (table, pair) in pairs.iter().enumerate() {
        let name = temporary(dialect, pair.declared);
        let mut items = Vec::new();
        let mut add = |kind: ItemKind, meaning: &str| {
            let mut item = Item {
                table,
                kind,
                sql: String::new(),
            };
            let own = item.name();
            item.sql = match &item.kind {
                ItemKind::FoundIndex(_) | ItemKind::Index(_) => {
                    let (unique, using) = match meaning.strip_prefix("UNIQUE ") {
                        Some(using) => ("UNIQUE ", using),
                        None => ("", meaning),
                    };
                    format!("CREATE {unique}INDEX {own} ON {name}{using}")
                }
                _ => format!("ALTER TABLE {name} ADD CONSTRAINT {own} CHECK ({meaning})"),
            };
            items.push(item);
        };
        let known = &all[table];
        let is_wanted = |found: &String| known.checks.values().any(|wanted| wanted == found);
        let is_found =
            |wanted: &String| known.found_checks.iter().any(|(_, found)| found == wanted);
        for (place, (_, found)) in known.found_checks.iter().enumerate() {
            if !is_wanted(found) && !known.checks.is_empty() {
                add(ItemKind::FoundCheck(place), found);
            }
        }
        for (place, wanted) in known.checks.iter().filter(|(_, wanted)| !is_found(wanted)) {
            add(ItemKind::Check(*place), wanted);
        }
        for (place, wanted) in &known.indexes {
            let index = pair.declared.indexes.get(*place);
            let index = index.and_then(|index| index.name.as_str());
            let found = index.and_then(|index| Some((index, known.found_indexes.get(index)?)));
            if let Some((index, found)) = found.filter(|(_, found)| found.meaning != *wanted) {
                add(ItemKind::FoundIndex(index.to_owned()), &found.meaning);
                add(ItemKind::Index(*place), wanted);
            }
        }
        let group: Vec<&Item> = items.iter().collect();
        if ask_all(dialect, pairs, &group, all, ask)? {
            continue;
        }
        for item in group {
            ask_all(dialect, pairs, &[item], all, ask)?;
        }
    }
    Ok(())
}

/// Two tables of one name cannot be temporary tables at the same time.
fn has_twins(pairs: &[TablePair<'_>]) -> bool {
    let mut seen = std::collections::HashSet::new();
    pairs
        .iter()
        .any(|pair| !seen.insert(pair.declared.name.as_str()))
}

fn found<E>(
    pairs: &[TablePair<'_>],
    default: &str,
    all: &mut [Meanings],
    ask: &mut dyn Ask<E>,
) -> Result<(), MeaningError<E>> {
    let places: HashMap<(&str, &str), usize> = pairs
        .iter()
        .enumerate()
        .map(|(at, pair)| {
            let schema = pair.found.schema.as_deref().unwrap_or(default);
            ((schema, pair.present_name), at)
        })
        .collect();
    for row in ask.query(&parts(PRESENT)).map_err(MeaningError::Ask)? {
        let (Some(schema), Some(table)) = (text(&row, 0), text(&row, 1)) else {
            continue;
        };
        if let Some(at) = places.get(&(schema.as_str(), table.as_str())) {
            let (Some(kind), Some(name), Some(meaning)) =
                (text(&row, 2), text(&row, 3), text(&row, 4))
            else {
                continue;
            };
            let meanings = &mut all[*at];
            match kind.as_str() {
                "check" => meanings.found_checks.push((Some(name), meaning)),
                "default" => {
                    meanings.found_defaults.insert(name, meaning);
                }
                _ => {
                    let create = text(&row, 5).unwrap_or_default();
                    let index = FoundIndex { meaning, create };
                    meanings.found_indexes.insert(name, index);
                }
            }
        }
    }
    Ok(())
}

/// A part whose meaning the server is asked for.
struct Item {
    /// The place of the pair.
    table: usize,
    kind: ItemKind,
    /// The statement that adds it to the temporary table.
    sql: String,
}

enum ItemKind {
    Check(usize),
    Default(String),
    Index(usize),
    /// Those of the database, once more.
    FoundCheck(usize),
    FoundIndex(String),
}

impl Item {
    /// The name under which the server tells of it.
    fn name(&self) -> String {
        match &self.kind {
            ItemKind::Check(place) => format!("limbec_check_{place}"),
            ItemKind::Default(column) => column.clone(),
            ItemKind::Index(place) => format!("limbec_index_{}_{place}", self.table),
            ItemKind::FoundCheck(place) => format!("limbec_found_{place}"),
            ItemKind::FoundIndex(name) => {
                let digest = name.bytes().fold(0_u64, |digest, byte| {
                    digest.wrapping_mul(31).wrapping_add(byte.into())
                });
                format!("limbec_found_{}_{digest}", self.table)
            }
        }
    }
}

fn temporary(dialect: &dyn Dialect, table: &Table) -> String {
    format!("pg_temp.{}", dialect.quote(&table.name))
}

fn wanted_items(
    dialect: &dyn Dialect,
    table: usize,
    pair: &TablePair<'_>,
    wanted: Wanted,
    found: &Meanings,
) -> Result<Vec<Item>, CompileError> {
    let declared = pair.declared;
    let name = temporary(dialect, declared);
    let mut items = Vec::new();
    if wanted.checks {
        for (place, constraint) in declared.constraints.iter().enumerate() {
            let Constraint::Check(check) = constraint else {
                continue;
            };
            let sql = compile_expr_ddl(dialect, &check.expr)?;
            items.push(Item {
                table,
                kind: ItemKind::Check(place),
                sql: format!(
                    "ALTER TABLE {name} ADD CONSTRAINT limbec_check_{place} CHECK ({sql})"
                ),
            });
        }
    }
    for column in declared.columns.iter().filter(|_| wanted.defaults) {
        if !found.found_defaults.contains_key(&column.name) {
            continue;
        }
        let sql = match &column.server_default {
            Some(ServerDefault::Literal(text)) => format!("'{}'", text.replace('\'', "''")),
            Some(ServerDefault::Expr(expr)) => compile_expr_ddl(dialect, expr)?,
            Some(ServerDefault::Fetched) | None => continue,
        };
        let column_name = dialect.quote(&column.name);
        items.push(Item {
            table,
            kind: ItemKind::Default(column.name.clone()),
            sql: format!("ALTER TABLE {name} ALTER COLUMN {column_name} SET DEFAULT {sql}"),
        });
    }
    for (place, index) in declared.indexes.iter().enumerate() {
        let known = |name: &str| found.found_indexes.contains_key(name);
        if !wanted.indexes || !index.name.as_str().is_some_and(known) {
            continue;
        }
        let mut item = Item {
            table,
            kind: ItemKind::Index(place),
            sql: String::new(),
        };
        item.sql = index_sql(dialect, index, &item.name())?;
        items.push(item);
    }
    Ok(items)
}

fn index_sql(dialect: &dyn Dialect, index: &Index, name: &str) -> Result<String, CompileError> {
    let mut index = Index {
        name: limbec_schema::ConstraintName::Final(name.to_owned()),
        schema: Some("pg_temp".to_owned()),
        ..index.clone()
    };
    // Not inside of a transaction, and no difference.
    let concurrently = "postgresql_concurrently";
    if index.options.contains_key(concurrently) {
        let none = OptionValue::Bool(false);
        index.options.insert(concurrently.to_owned(), none);
    }
    index.options.shift_remove("postgresql_tablespace");
    let operation = Operation::CreateIndex(CreateIndex {
        index,
        if_not_exists: false,
    });
    let statements = compile(dialect, &operation, &CompileContext::default())?;
    Ok(statements
        .first()
        .map(|s| s.sql.clone())
        .unwrap_or_default())
}

/// Ask for the meanings of these parts; false where the server refuses them.
fn ask_all<E>(
    dialect: &dyn Dialect,
    pairs: &[TablePair<'_>],
    items: &[&Item],
    all: &mut [Meanings],
    ask: &mut dyn Ask<E>,
) -> Result<bool, MeaningError<E>> {
    if items.is_empty() {
        return Ok(true);
    }
    let query = parts(PROBED);
    // With the types of the database first, and then with the declared ENUM types, which may have other values.
    for own_enums in [false, true] {
        let script = script(dialect, pairs, items, own_enums)?;
        if let Some(rows) = ask.probe(&script, &query).map_err(MeaningError::Ask)? {
            answered(pairs, items, all, &rows);
            return Ok(true);
        }
    }
    Ok(false)
}

fn answered(pairs: &[TablePair<'_>], items: &[&Item], all: &mut [Meanings], rows: &Rows) {
    let mut answers: HashMap<(String, String, String), String> = HashMap::new();
    for row in rows {
        if let (Some(table), Some(kind), Some(name), Some(meaning)) =
            (text(row, 1), text(row, 2), text(row, 3), text(row, 4))
        {
            answers.insert((table, kind, name), meaning);
        }
    }
    for item in items {
        let kind = match &item.kind {
            ItemKind::Check(_) | ItemKind::FoundCheck(_) => "check",
            ItemKind::Default(_) => "default",
            ItemKind::Index(_) | ItemKind::FoundIndex(_) => "index",
        };
        let table = pairs[item.table].declared.name.clone();
        let Some(meaning) = answers.remove(&(table, kind.to_owned(), item.name())) else {
            continue;
        };
        let meanings = &mut all[item.table];
        match &item.kind {
            ItemKind::Check(place) => {
                meanings.checks.insert(*place, meaning);
            }
            ItemKind::Default(column) => {
                meanings.defaults.insert(column.clone(), meaning);
            }
            ItemKind::Index(place) => {
                meanings.indexes.insert(*place, meaning);
            }
            ItemKind::FoundCheck(place) => {
                if let Some((_, known)) = meanings.found_checks.get_mut(*place) {
                    *known = meaning;
                }
            }
            ItemKind::FoundIndex(name) => {
                if let Some(known) = meanings.found_indexes.get_mut(name) {
                    known.meaning = meaning;
                }
            }
        }
    }
}

fn script(
    dialect: &dyn Dialect,
    pairs: &[TablePair<'_>],
    items: &[&Item],
    own_enums: bool,
) -> Result<String, CompileError> {
    let mut tables: Vec<usize> = items.iter().map(|item| item.table).collect();
    tables.dedup();
    let mut statements = vec!["SET LOCAL client_min_messages = error".to_owned()];
    if own_enums {
        let mut types: Vec<&EnumType> = Vec::new();
        for at in &tables {
            for column in &pairs[*at].declared.columns {
                if let Some(found) = enum_of(&column.sql_type)
                    && found.schema.is_none()
                    && !types.iter().any(|known| known.name == found.name)
                {
                    types.push(found);
                }
            }
        }
        for found in types {
            let name = dialect.quote(found.name.as_str().unwrap_or_default());
            let values = super::enums::list(&found.values);
            statements.push(format!("CREATE TYPE pg_temp.{name} AS ENUM ({values})"));
        }
    }
    for at in tables {
        let table = pairs[at].declared;
        let mut columns = Vec::new();
        for column in &table.columns {
            let sql_type = match &column.sql_type {
                SqlType::Null => pairs[at].found.column(&column.name).map(|c| &c.sql_type),
                known => Some(known),
            };
            if let Some(sql_type) = sql_type.filter(|sql_type| **sql_type != SqlType::Null) {
                let sql_type = dialect.type_ddl(sql_type)?;
                columns.push(format!("{} {sql_type}", dialect.quote(&column.name)));
            }
        }
        let name = dialect.quote(&table.name);
        statements.push(format!(
            "CREATE TEMPORARY TABLE {name} ({})",
            columns.join(", ")
        ));
    }
    statements.extend(items.iter().map(|item| item.sql.clone()));
    Ok(statements.join(";\n"))
}

/// The native ENUM type inside of a type.
pub(crate) fn enum_of(sql_type: &SqlType) -> Option<&EnumType> {
    match sql_type {
        SqlType::Enum(found) if found.native_enum && !found.name.is_unnamed() => Some(found),
        SqlType::Array(array) => enum_of(&array.item),
        SqlType::Decorated(decorated) => enum_of(&decorated.base),
        _ => None,
    }
}
