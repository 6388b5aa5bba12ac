//! The schema of a PostgreSQL database, in the words of the server.
//!
//! Every object is a piece: its statements, what it is called in COMMENT ON, and its address in the catalog. What needs what is
//! read from `pg_depend`, which knows it by these addresses.

mod left_out;
mod objects;
mod order;
mod tables;

use std::collections::{HashMap, HashSet};

use order::{Key, Needs};

use super::enums::{in_schemas, quoted};
use crate::Dialect;
use crate::dump::{Dump, DumpRequest, TableStatements, ended};
use crate::meaning::{Ask, text};

/// See [`crate::dump::dump`].
///
/// # Errors
/// What the database says.
pub fn dump<E>(
    dialect: &dyn Dialect,
    request: &DumpRequest<'_>,
    ask: &mut dyn Ask<E>,
) -> Result<Dump, E> {
    let one = |ask: &mut dyn Ask<E>, sql: &str| -> Result<String, E> {
        let rows = ask.query(sql)?;
        Ok(rows
            .first()
            .and_then(|row| text(row, 0))
            .unwrap_or_default())
    };
    let path = one(ask, "SELECT current_setting('search_path')")?;
    // The server leaves out the schemas that the search path finds: only that of unqualified names is left out.
    one(
        ask,
        "SELECT set_config('search_path', coalesce(quote_ident(current_schema()), ''), false)",
    )?;
    let found = read(dialect, request, ask);
    let back = format!("SELECT set_config('search_path', {}, false)", quoted(&path));
    let restored = one(ask, &back);
    let found = found?;
    restored?;
    Ok(found)
}

/// See [`crate::dump::table_statements`].
///
/// # Errors
/// What the database says.
pub fn table_statements<E>(
    dialect: &dyn Dialect,
    schemas: &[Option<String>],
    ask: &mut dyn Ask<E>,
) -> Result<Vec<TableStatements>, E> {
    let condition = in_schemas(schemas);
    let place = Place {
        dialect,
        schemas,
        place: &condition,
        version_table: (None, ""),
    };
    let mut found = Found::default();
    tables::tables(place, ask, &mut found)?;
    comments(dialect, ask, &mut found)?;
    let mut pieces: Vec<&Piece> = found.pieces.iter().collect();
    pieces.sort_by(|one, other| one.key.cmp(&other.key));
    let all = pieces.iter().filter_map(|piece| {
        let table = piece.table.as_ref()?;
        let parts = || {
            let of_table = |part: &&&Piece| {
                part.key.0 == rank::TABLE && part.key.1 == piece.key.1 && part.key.2 == piece.key.2
            };
            pieces.iter().filter(of_table)
        };
        let keys: Vec<&str> = parts()
            .filter_map(|part| part.constraint.as_deref())
            .collect();
        let owned = pieces.iter().filter(|other| {
            other.key.0 == rank::SEQUENCE
                && parts().any(|part| part.wishes.contains(&other.addresses[0]))
        });
        let mut statements: Vec<String> =
            owned.flat_map(|other| other.statements.clone()).collect();
        statements.push(table.statement(&keys));
        for part in parts().filter(|part| part.key.3 != part::INDEX) {
            let inside = usize::from(part.constraint.is_some());
            statements.extend(part.statements.iter().skip(inside).cloned());
        }
        let indexes = parts().filter(|part| part.key.3 == part::INDEX);
        Some(TableStatements {
            indexes: indexes
                .map(|part| (part.key.4.clone(), part.statements.clone()))
                .collect(),
            schema: piece.key.1.clone(),
            name: piece.key.2.clone(),
            statements,
        })
    });
    Ok(all.collect())
}

/// An object of the database.
#[derive(Debug, Clone, Default)]
struct Piece {
    key: Key,
    statements: Vec<String>,
    /// `pg_class/16384`
    addresses: Vec<String>,
    /// A table, whose foreign keys become a part of it where the order allows that.
    table: Option<tables::TableText>,
    /// A foreign key as that part; its first statement adds it to a table that is there.
    constraint: Option<String>,
    /// The tables that a table would like to stand behind it.
    wishes: Vec<String>,
    /// The body of a function, which names what it works with, and the server does not note that.
    body: Option<String>,
}

/// The kinds of pieces, in their order.
mod rank {
    pub const SCHEMA: u8 = 0;
    pub const EXTENSION: u8 = 1;
    pub const TYPE: u8 = 2;
    pub const SEQUENCE: u8 = 3;
    pub const TABLE: u8 = 4;
    pub const VIEW: u8 = 5;
    pub const FUNCTION: u8 = 6;
    pub const TRIGGER: u8 = 7;
}

/// The parts of a table, in their order.
mod part {
    pub const ITSELF: u8 = 0;
    pub const OWNED: u8 = 1;
    pub const INDEX: u8 = 2;
    pub const FOREIGN_KEY: u8 = 3;
    pub const STATISTICS: u8 = 4;
    pub const RULE: u8 = 5;
    pub const POLICY: u8 = 6;
}

/// All that is found, and what its parts are called in COMMENT ON.
#[derive(Debug, Default)]
struct Found {
    pieces: Vec<Piece>,
    /// `pg_class/16384` is `TABLE users`.
    targets: HashMap<String, String>,
}

impl Found {
    fn add(&mut self, piece: Piece, target: String) {
        if let Some(address) = piece.addresses.first() {
            self.targets.insert(address.clone(), target);
        }
        self.pieces.push(piece);
    }
}

/// Where is looked, and how it is written.
#[derive(Clone, Copy)]
struct Place<'a> {
    dialect: &'a dyn Dialect,
    schemas: &'a [Option<String>],
    /// The condition on `n.nspname`.
    place: &'a str,
    version_table: (Option<&'a str>, &'a str),
}

fn read<E>(
    dialect: &dyn Dialect,
    request: &DumpRequest<'_>,
    ask: &mut dyn Ask<E>,
) -> Result<Dump, E> {
    let others = other_schemas(ask)?;
    let mut schemas = vec![None];
    let mut left_out = Vec::new();
    if request.all_schemas {
        schemas.extend(others.into_iter().map(Some));
    } else if !others.is_empty() {
        left_out.push(format!(
            "the schema{} {}: --all-schemas prints all",
            if others.len() == 1 { "" } else { "s" },
            others.join(", ")
        ));
    }
    let condition = in_schemas(&schemas);
    let place = Place {
        dialect,
        schemas: &schemas,
        place: &condition,
        version_table: request.version_table,
    };
    let mut found = Found::default();
    objects::schemas(place, ask, &mut found)?;
    objects::types(place, ask, &mut found)?;
    tables::tables(place, ask, &mut found)?;
    objects::entities(place, ask, &mut found)?;
    comments(dialect, ask, &mut found)?;
    left_out.extend(left_out::left_out(place, ask)?);
    let needs = needs(ask, &found.pieces)?;
    Ok(Dump {
        text: written(&found.pieces, &needs),
        left_out,
    })
}

fn other_schemas<E>(ask: &mut dyn Ask<E>) -> Result<Vec<String>, E> {
    let rows = ask.query(&format!(
        "SELECT n.nspname::text FROM pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' \
         AND n.nspname <> coalesce(current_schema(), '') AND n.nspname !~ '^limbec_scratch_' AND {} \
         AND (EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid) OR \
         EXISTS (SELECT 1 FROM pg_proc p WHERE p.pronamespace = n.oid AND {}) OR \
         EXISTS (SELECT 1 FROM pg_type y WHERE y.typnamespace = n.oid AND {})) ORDER BY 1",
        super::entities::own("pg_namespace", "n.oid"),
        super::entities::own("pg_proc", "p.oid"),
        super::entities::own("pg_type", "y.oid"),
    ))?;
    Ok(rows.iter().filter_map(|row| text(row, 0)).collect())
}

/// Comments stand behind what they are about. An extension brings its own along.
fn comments<E>(dialect: &dyn Dialect, ask: &mut dyn Ask<E>, found: &mut Found) -> Result<(), E> {
    let rows = ask.query(
        "SELECT d.classoid::regclass || '/' || d.objoid, d.description, a.attname::text FROM pg_description d \
         LEFT JOIN pg_attribute a ON d.classoid = 'pg_class'::regclass AND a.attrelid = d.objoid AND a.attnum = d.objsubid \
         AND d.objsubid > 0 WHERE d.objoid >= 16384 AND d.classoid <> 'pg_extension'::regclass ORDER BY d.classoid, d.objsubid, d.objoid",
    )?;
    let mut comments: HashMap<String, Vec<String>> = HashMap::new();
    for row in &rows {
        let (Some(address), Some(comment)) = (text(row, 0), text(row, 1)) else {
            continue;
        };
        let Some(target) = found.targets.get(&address) else {
            continue;
        };
        let target = match text(row, 2) {
            None => target.clone(),
            // The columns of views and of composite types are called so, too.
            Some(column) => {
                let relation = target
                    .trim_start_matches("MATERIALIZED ")
                    .split_once(' ')
                    .map_or("", |(_, name)| name);
                format!("COLUMN {relation}.{}", dialect.quote(&column))
            }
        };
        let statement = format!("COMMENT ON {target} IS {}", quoted(&comment));
        comments.entry(address).or_default().push(statement);
    }
    for piece in &mut found.pieces {
        for address in &piece.addresses {
            piece
                .statements
                .extend(comments.remove(address).unwrap_or_default());
        }
    }
    Ok(())
}

/// What the pieces need, by the catalog; and what functions name, which the catalog does not know.
fn needs<E>(ask: &mut dyn Ask<E>, pieces: &[Piece]) -> Result<Vec<Needs>, E> {
    let rows = ask.query(
        "SELECT d.classid::regclass || '/' || d.objid, d.refclassid::regclass || '/' || d.refobjid, d.deptype::text, \
         (c.relkind = 'S')::int FROM pg_depend d LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid \
         WHERE d.refobjid >= 16384 AND d.objid >= 16384",
    )?;
    let places: HashMap<&str, usize> = pieces
        .iter()
        .zip(0..)
        .flat_map(|(piece, at)| {
            piece
                .addresses
                .iter()
                .map(move |address| (address.as_str(), at))
        })
        .collect();
    let mut links: Vec<(String, String, String, bool)> = Vec::with_capacity(rows.len());
    let mut owners: HashMap<String, String> = HashMap::new();
    for row in &rows {
        let (Some(object), Some(needed), Some(kind)) = (text(row, 0), text(row, 1), text(row, 2))
        else {
            continue;
        };
        let is_sequence = text(row, 3).as_deref() == Some("1");
        if matches!(kind.as_str(), "a" | "i" | "e") {
            owners
                .entry(object.clone())
                .or_insert_with(|| needed.clone());
        }
        links.push((object, needed, kind, is_sequence));
    }
    let piece_of = |address: &str| -> Option<usize> {
        let mut at = address;
        // No chain of owners is that long.
        for _ in 0..8 {
            if let Some(place) = places.get(at) {
                return Some(*place);
            }
            at = owners.get(at)?;
        }
        None
    };
    let mut needs: Vec<Needs> = pieces.iter().map(|_| Needs::default()).collect();
    for (object, needed, kind, is_sequence) in &links {
        // A sequence that belongs to a column comes before it; that it belongs to it is said behind.
        if *is_sequence && kind == "a" {
            continue;
        }
        if let (Some(at), Some(need)) = (piece_of(object), piece_of(needed))
            && at != need
        {
            needs[at].hard.insert(need);
        }
    }
    for (piece, at) in pieces.iter().zip(0..) {
        let wished = piece.wishes.iter().filter_map(|address| piece_of(address));
        needs[at]
            .wished
            .extend(wished.filter(|wished| *wished != at));
    }
    wishes_of_functions(pieces, &mut needs);
    Ok(needs)
}

fn wishes_of_functions(pieces: &[Piece], needs: &mut [Needs]) {
    let mut names: HashMap<&str, Vec<usize>> = HashMap::new();
    for (piece, at) in pieces.iter().zip(0..) {
        let (kind, _, name, part, _) = &piece.key;
        let named = matches!(
            *kind,
            rank::TYPE | rank::SEQUENCE | rank::VIEW | rank::FUNCTION
        ) || (*kind == rank::TABLE && *part == part::ITSELF);
        if named {
            let name = name.split('(').next().unwrap_or(name);
            names.entry(name).or_default().push(at);
        }
    }
    for (piece, at) in pieces.iter().zip(0..) {
        let Some(body) = &piece.body else { continue };
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
        let words: HashSet<&str> = body.split(|c| !is_part(c)).collect();
        let named = words.iter().filter_map(|word| names.get(word)).flatten();
        needs[at].wished.extend(named.filter(|named| **named != at));
    }
}

/// The pieces in their order. A foreign key whose other table is there already stands inside of its own table.
fn written(pieces: &[Piece], needs: &[Needs]) -> String {
    let keys: Vec<Key> = pieces.iter().map(|piece| piece.key.clone()).collect();
    let order = order::ordered(&keys, needs);
    let turn: HashMap<usize, usize> = order.iter().copied().zip(0..).collect();
    let tables: HashMap<(&Option<String>, &String), usize> = pieces
        .iter()
        .zip(0..)
        .filter(|(piece, _)| piece.key.0 == rank::TABLE && piece.key.3 == part::ITSELF)
        .map(|(piece, at)| ((&piece.key.1, &piece.key.2), at))
        .collect();
    let mut inside: HashMap<usize, Vec<&str>> = HashMap::new();
    let mut gone: HashSet<usize> = HashSet::new();
    for at in &order {
        let piece = &pieces[*at];
        let Some(constraint) = &piece.constraint else {
            continue;
        };
        let Some(own) = tables.get(&(&piece.key.1, &piece.key.2)) else {
            continue;
        };
        let before = |need: &usize| need == own || turn[need] < turn[own];
        if needs[*at].hard.iter().all(before) {
            inside.entry(*own).or_default().push(constraint);
            gone.insert(*at);
        }
    }
    let mut text = String::new();
    let mut last: Option<(u8, &Option<String>, &String)> = None;
    for at in order {
        let piece = &pieces[at];
        let group = (piece.key.0, &piece.key.1, &piece.key.2);
        let mut statements: Vec<String> = Vec::new();
        if let Some(table) = &piece.table {
            statements.push(table.statement(inside.get(&at).map_or(&[], Vec::as_slice)));
        }
        let skipped = usize::from(gone.contains(&at));
        statements.extend(piece.statements.iter().skip(skipped).cloned());
        for statement in &statements {
            if last.is_some_and(|last| last != group) {
                text.push('\n');
            }
            last = Some(group);
            text.push_str(&ended(statement));
        }
    }
    text
}
