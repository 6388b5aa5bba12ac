//! Tables, with all that belongs to them.

use std::collections::HashMap;

use limbec_schema::Literal;

use super::{Found, Piece, Place, part, rank};
use crate::meaning::{Ask, text};
use crate::postgres::entities::{SequenceValues, own};
use crate::postgres::enums::SCHEMA;

/// CREATE TABLE, as long as its foreign keys are not known.
#[derive(Debug, Clone, Default)]
pub(super) struct TableText {
    head: String,
    items: Vec<String>,
    tail: String,
}

impl TableText {
    /// The statement with these foreign keys.
    pub(super) fn statement(&self, foreign_keys: &[&str]) -> String {
        let items = self.items.iter().map(String::as_str);
        let items: Vec<&str> = items.chain(foreign_keys.iter().copied()).collect();
        let list = match (items.is_empty(), self.is_partition()) {
            (true, true) => String::new(),
            (true, false) => " ()".to_owned(),
            (false, _) => format!(" (\n    {}\n)", items.join(",\n    ")),
        };
        format!("{}{list}{}", self.head, self.tail)
    }

    fn is_partition(&self) -> bool {
        self.head.contains(" PARTITION OF ")
    }
}

/// The tables of these schemas.
///
/// # Errors
/// What the database says.
pub(super) fn tables<E>(
    place: Place<'_>,
    ask: &mut dyn Ask<E>,
    found: &mut Found,
) -> Result<(), E> {
    let rows = ask.query(&format!(
        "SELECT c.oid::text, {SCHEMA}, c.relname::text, c.relpersistence::text, c.relispartition::int, \
         pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid), array_to_string(c.reloptions, ', '), m.amname::text, \
         (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = c.oid), \
         c.relrowsecurity::int, c.relforcerowsecurity::int, c.relreplident::text \
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am m ON m.oid = c.relam \
         WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND {} AND {}",
        place.place,
        own("pg_class", "c.oid")
    ))?;
    let mut tables: HashMap<String, Piece> = HashMap::new();
    for row in &rows {
        let (Some(oid), Some(name)) = (text(row, 0), text(row, 2)) else {
            continue;
        };
        let schema = text(row, 1);
        if (schema.as_deref(), name.as_str()) == place.version_table {
            continue;
        }
        tables.insert(oid.clone(), table(place, &oid, schema, name, row));
    }
    let sequences = Sequences::read(place, ask)?;
    columns(place, ask, &mut tables, &sequences)?;
    constraints(place, ask, &mut tables, found)?;
    indexes(place, ask, &tables, found)?;
    sequences.add_others(place, &tables, found);
    super::objects::beside_tables(place, ask, &tables, found)?;
    for piece in tables.into_values() {
        let target = format!("TABLE {}", shown(place, &piece));
        found.add(piece, target);
    }
    Ok(())
}

/// The name of a table as statements have it.
pub(super) fn shown(place: Place<'_>, piece: &Piece) -> String {
    place
        .dialect
        .qualified(piece.key.1.as_deref(), &piece.key.2)
}

/// A part of a table.
pub(super) fn part_of(table: &Piece, part: u8, name: &str, address: String) -> Piece {
    let (kind, schema, table, ..) = table.key.clone();
    Piece {
        key: (kind, schema, table, part, name.to_owned()),
        addresses: vec![address],
        ..Piece::default()
    }
}

fn table(
    place: Place<'_>,
    oid: &str,
    schema: Option<String>,
    name: String,
    row: &[Literal],
) -> Piece {
    let is = |at: usize| text(row, at).as_deref() == Some("1");
    let quoted = place.dialect.qualified(schema.as_deref(), &name);
    let unlogged = match text(row, 3).as_deref() {
        Some("u") => "UNLOGGED ",
        _ => "",
    };
    let mut head = format!("CREATE {unlogged}TABLE {quoted}");
    let mut tail = String::new();
    let parents = text(row, 9).unwrap_or_default();
    if is(4) {
        head.push_str(&format!(" PARTITION OF {parents}"));
        tail.push_str(&format!(" {}", text(row, 5).unwrap_or_default()));
    } else if !parents.is_empty() {
        tail.push_str(&format!(" INHERITS ({parents})"));
    }
    if let Some(key) = text(row, 6) {
        tail.push_str(&format!(" PARTITION BY {key}"));
    }
    if let Some(method) = text(row, 8).filter(|method| method != "heap") {
        tail.push_str(&format!(" USING {}", place.dialect.quote(&method)));
    }
    if let Some(options) = text(row, 7).filter(|options| !options.is_empty()) {
        tail.push_str(&format!(" WITH ({options})"));
    }
    let mut statements = Vec::new();
    let mut alter = |words: &str| statements.push(format!("ALTER TABLE {quoted} {words}"));
    if is(10) {
        alter("ENABLE ROW LEVEL SECURITY");
    }
    if is(11) {
        alter("FORCE ROW LEVEL SECURITY");
    }
    match text(row, 12).as_deref() {
        Some("f") => alter("REPLICA IDENTITY FULL"),
        Some("n") => alter("REPLICA IDENTITY NOTHING"),
        _ => {}
    }
    Piece {
        key: (rank::TABLE, schema, name, part::ITSELF, String::new()),
        statements,
        addresses: vec![format!("pg_class/{oid}")],
        table: Some(TableText {
            head,
            items: Vec::new(),
            tail,
        }),
        ..Piece::default()
    }
}

fn columns<E>(
    place: Place<'_>,
    ask: &mut dyn Ask<E>,
    tables: &mut HashMap<String, Piece>,
    sequences: &Sequences,
) -> Result<(), E> {
    let rows = ask.query(&format!(
        "SELECT c.oid::text, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull::int, \
         pg_get_expr(f.adbin, f.adrelid), a.attidentity::text, coalesce(to_jsonb(a)->>'attgenerated', ''), \
         CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation::regcollation::text END, \
         CASE WHEN a.attstorage <> y.typstorage THEN a.attstorage::text END, \
         coalesce(to_jsonb(a)->>'attcompression', ''), a.attislocal::int, c.relispartition::int, \
         EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey))::int, \
         CASE WHEN coalesce(to_jsonb(a)->>'attstattarget', '-1') <> '-1' THEN to_jsonb(a)->>'attstattarget' END \
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum \
         WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND {} ORDER BY a.attnum",
        place.place
    ))?;
    for row in &rows {
        let (Some(oid), Some(name)) = (text(row, 0), text(row, 1)) else {
            continue;
        };
        let Some(piece) = tables.get_mut(&oid) else {
            continue;
        };
        let is = |at: usize| text(row, at).as_deref() == Some("1");
        let quoted = place.dialect.quote(&name);
        let on = format!("ALTER TABLE {} ALTER COLUMN {quoted}", shown(place, piece));
        let inherited = is(11) || !is(10);
        let own = sequences.of.get(&(oid.clone(), name.clone()));
        match inherited {
            false => {
                let column = column(&quoted, row, own, piece);
                if let Some(table) = &mut piece.table {
                    table.items.push(column);
                }
            }
            // Only what the table above does not say.
            true if !is(11) => {
                if let Some(default) = text(row, 4) {
                    piece.statements.push(format!("{on} SET DEFAULT {default}"));
                }
            }
            true => {}
        }
        if let Some(storage) = text(row, 8).as_deref().and_then(storage_name) {
            piece.statements.push(format!("{on} SET STORAGE {storage}"));
        }
        if let Some(target) = text(row, 13) {
            piece
                .statements
                .push(format!("{on} SET STATISTICS {target}"));
        }
    }
    Ok(())
}

fn storage_name(letter: &str) -> Option<&'static str> {
    match letter {
        "p" => Some("PLAIN"),
        "e" => Some("EXTERNAL"),
        "x" => Some("EXTENDED"),
        "m" => Some("MAIN"),
        _ => None,
    }
}

/// A column as it stands in CREATE TABLE.
fn column(quoted: &str, row: &[Literal], sequence: Option<&Owned>, table: &Piece) -> String {
    let mut sql_type = text(row, 2).unwrap_or_default();
    let is_needed = text(row, 3).as_deref() == Some("1");
    let in_key = text(row, 12).as_deref() == Some("1");
    let default = text(row, 4);
    let mut said = String::new();
    let serial = sequence
        .filter(|_| is_needed)
        .and_then(|own| own.serial(&table.key, default.as_deref()));
    let is_serial = serial.is_some();
    if let Some(serial) = serial {
        sql_type = serial.to_owned();
    }
    if let Some(method) = text(row, 9).as_deref() {
        match method {
            "p" => said.push_str(" COMPRESSION pglz"),
            "l" => said.push_str(" COMPRESSION lz4"),
            _ => {}
        }
    }
    if let Some(collation) = text(row, 7) {
        said.push_str(&format!(" COLLATE {collation}"));
    }
    if is_needed && !in_key {
        said.push_str(" NOT NULL");
    }
    let generated = text(row, 6).unwrap_or_default();
    match (text(row, 5).as_deref(), generated.as_str(), default) {
        (Some("a"), ..) => said.push_str(&identity("ALWAYS", sequence, &table.key)),
        (Some("d"), ..) => said.push_str(&identity("BY DEFAULT", sequence, &table.key)),
        (_, "s", Some(expression)) => {
            said.push_str(&format!(" GENERATED ALWAYS AS ({expression}) STORED"));
        }
        (_, "v", Some(expression)) => {
            said.push_str(&format!(" GENERATED ALWAYS AS ({expression}) VIRTUAL"));
        }
        (.., Some(default)) if !is_serial => said.push_str(&format!(" DEFAULT {default}")),
        _ => {}
    }
    format!("{quoted} {sql_type}{said}")
}

fn identity(when: &str, sequence: Option<&Owned>, table: &super::Key) -> String {
    let options = sequence.map_or_else(String::new, |own| own.options_of_identity(table));
    format!(" GENERATED {when} AS IDENTITY{options}")
}

/// The sequences of columns.
struct Sequences {
    of: HashMap<(String, String), Owned>,
}

/// A sequence that belongs to a column.
struct Owned {
    oid: String,
    schema: Option<String>,
    name: String,
    /// As `nextval` has it.
    regclass: String,
    column: String,
    is_identity: bool,
    options: SequenceValues,
    column_type: String,
}

impl Sequences {
    fn read<E>(place: Place<'_>, ask: &mut dyn Ask<E>) -> Result<Self, E> {
        let rows = ask.query(&format!(
            "SELECT t.oid::text, a.attname::text, c.oid::text, {SCHEMA}, c.relname::text, c.oid::regclass::text, \
             (d.deptype = 'i')::int, format_type(s.seqtypid, NULL), s.seqstart::text, s.seqincrement::text, s.seqmin::text, \
             s.seqmax::text, s.seqcache::text, s.seqcycle::int, format_type(a.atttypid, NULL) \
             FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass \
             AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') JOIN pg_class t ON t.oid = d.refobjid \
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid WHERE {}",
            place.place
        ))?;
        let mut of = HashMap::new();
        for row in &rows {
            let (Some(table), Some(column), Some(oid), Some(name)) =
                (text(row, 0), text(row, 1), text(row, 2), text(row, 4))
            else {
                continue;
            };
            let number = |at: usize| text(row, at).and_then(|text| text.parse().ok());
            let owned = Owned {
                oid,
                schema: text(row, 3),
                name,
                regclass: text(row, 5).unwrap_or_default(),
                column: column.clone(),
                is_identity: text(row, 6).as_deref() == Some("1"),
                options: SequenceValues {
                    data_type: text(row, 7).unwrap_or_default(),
                    start: number(8),
                    increment: number(9),
                    minimum: number(10),
                    maximum: number(11),
                    cache: number(12),
                    cycle: text(row, 13).as_deref() == Some("1"),
                },
                column_type: text(row, 14).unwrap_or_default(),
            };
            of.insert((table, column), owned);
        }
        Ok(Self { of })
    }

    /// The sequences that are neither those of a SERIAL nor those of an identity: statements of their own.
    fn add_others(&self, place: Place<'_>, tables: &HashMap<String, Piece>, found: &mut Found) {
        for ((table, column), own) in &self.of {
            let Some(table) = tables.get(table) else {
                continue;
            };
            let items = table.table.iter().flat_map(|table| &table.items);
            let quoted = place.dialect.quote(column);
            let serial = items
                .into_iter()
                .filter_map(|item| item.strip_prefix(&quoted))
                .any(|rest| {
                    SERIALS.iter().any(|(_, serial)| {
                        rest == format!(" {serial}") || rest.starts_with(&format!(" {serial} "))
                    })
                });
            if own.is_identity || serial {
                continue;
            }
            let entity = crate::postgres::entities::sequence(
                place.dialect,
                own.schema.clone(),
                own.name.clone(),
                &own.options,
            );
            let shown_name = place.dialect.qualified(own.schema.as_deref(), &own.name);
            let piece = Piece {
                key: (
                    rank::SEQUENCE,
                    own.schema.clone(),
                    own.name.clone(),
                    part::ITSELF,
                    String::new(),
                ),
                statements: entity.create,
                addresses: vec![format!("pg_class/{}", own.oid)],
                ..Piece::default()
            };
            let mut owned = part_of(table, part::OWNED, &own.name, String::new());
            owned.addresses.clear();
            owned.wishes = table
                .addresses
                .iter()
                .cloned()
                .chain(piece.addresses.iter().cloned())
                .collect();
            owned.statements = vec![format!(
                "ALTER SEQUENCE {shown_name} OWNED BY {}.{quoted}",
                shown(place, table)
            )];
            found.add(piece, format!("SEQUENCE {shown_name}"));
            found.pieces.push(owned);
        }
    }
}

/// Types and the words that make a column of that type with a sequence.
const SERIALS: [(&str, &str); 3] = [
    ("smallint", "smallserial"),
    ("integer", "serial"),
    ("bigint", "bigserial"),
];

/// The longest name of the server, in bytes.
const LONGEST_NAME: usize = 63;

impl Owned {
    /// The word for the type of the column, where that makes exactly this sequence.
    fn serial(&self, table: &super::Key, default: Option<&str>) -> Option<&'static str> {
        let usual = self.is_named_as_usual(table)
            && !self.is_identity
            && self.options.data_type == self.column_type
            && self.options.words().others.is_empty()
            && default
                == Some(&format!(
                    "nextval('{}'::regclass)",
                    self.regclass.replace('\'', "''")
                ));
        let word = SERIALS
            .iter()
            .find(|(name, _)| *name == self.column_type)?
            .1;
        usual.then_some(word)
    }

    fn is_named_as_usual(&self, table: &super::Key) -> bool {
        let usual = format!("{}_{}_seq", table.2, self.column);
        usual.len() <= LONGEST_NAME && self.name == usual && self.schema == table.1
    }

    fn options_of_identity(&self, table: &super::Key) -> String {
        let options = SequenceValues {
            data_type: self.column_type.clone(),
            ..self.options.clone()
        };
        let mut words = options.words().others;
        if !self.is_named_as_usual(table) {
            let quote = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
            let schema = self
                .schema
                .as_deref()
                .map(|schema| format!("{}.", quote(schema)));
            words = format!(
                " SEQUENCE NAME {}{}{words}",
                schema.unwrap_or_default(),
                quote(&self.name)
            );
        }
        match words.trim_start() {
            "" => String::new(),
            words => format!(" ({words})"),
        }
    }
}

fn constraints<E>(
    place: Place<'_>,
    ask: &mut dyn Ask<E>,
    tables: &mut HashMap<String, Piece>,
    found: &mut Found,
) -> Result<(), E> {
    let rows = ask.query(&format!(
        "SELECT k.conrelid::text, k.oid::text, k.conname::text, k.contype::text, pg_get_constraintdef(k.oid, true), \
         k.confrelid::text, k.conindid::text, k.convalidated::int \
         FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conparentid = 0 AND k.conislocal AND {} \
         ORDER BY array_position(ARRAY['p', 'u', 'x', 'c', 'f'], k.contype::text), k.conname COLLATE \"C\"",
        place.place
    ))?;
    for row in &rows {
        let (Some(table), Some(oid), Some(name), Some(kind), Some(definition)) = (
            text(row, 0),
            text(row, 1),
            text(row, 2),
            text(row, 3),
            text(row, 4),
        ) else {
            continue;
        };
        let Some(piece) = tables.get_mut(&table) else {
            continue;
        };
        let (address, index) = (
            format!("pg_constraint/{oid}"),
            text(row, 6).unwrap_or_default(),
        );
        let on = shown(place, piece);
        let quoted = place.dialect.quote(&name);
        let line = format!("CONSTRAINT {quoted} {definition}");
        let target = format!("CONSTRAINT {quoted} ON {on}");
        // What is not validated cannot be said inside of CREATE TABLE: there is nothing yet that could be wrong.
        let is_late = text(row, 7).as_deref() == Some("0");
        if kind == "f" || is_late {
            let mut key = part_of(piece, part::FOREIGN_KEY, &name, address);
            key.statements = vec![format!("ALTER TABLE {on} ADD {line}")];
            key.constraint = (!is_late).then_some(line);
            if !is_late {
                let other = text(row, 5).unwrap_or_default();
                piece.wishes.push(format!("pg_class/{other}"));
                piece.wishes.push(format!("pg_class/{index}"));
            }
            found.add(key, target);
            continue;
        }
        if let Some(table) = &mut piece.table {
            table.items.push(line);
        }
        found.targets.insert(address.clone(), target);
        piece.addresses.push(address);
        if index != "0" {
            let schema = piece.key.1.as_deref();
            let shown = place.dialect.qualified(schema, &name);
            let address = format!("pg_class/{index}");
            found
                .targets
                .insert(address.clone(), format!("INDEX {shown}"));
            piece.addresses.push(address);
        }
    }
    Ok(())
}

fn indexes<E>(
    place: Place<'_>,
    ask: &mut dyn Ask<E>,
    tables: &HashMap<String, Piece>,
    found: &mut Found,
) -> Result<(), E> {
    let rows = ask.query(&format!(
        "SELECT i.indrelid::text, x.oid::text, x.relname::text, pg_get_indexdef(x.oid, 0, true), i.indisclustered::int, \
         i.indisreplident::int, k.oid IS NOT NULL \
         FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_constraint k ON k.conindid = x.oid AND k.contype IN ('p', 'u', 'x') \
         WHERE c.relkind IN ('r', 'p') AND NOT x.relispartition AND (i.indisvalid OR x.relkind = 'I') AND {}",
        place.place
    ))?;
    for row in &rows {
        let (Some(table), Some(oid), Some(name), Some(definition)) =
            (text(row, 0), text(row, 1), text(row, 2), text(row, 3))
        else {
            continue;
        };
        let Some(table) = tables.get(&table) else {
            continue;
        };
        let is = |at: usize| text(row, at).as_deref() == Some("1");
        let belongs = text(row, 6).as_deref() == Some("true");
        let mut index = part_of(table, part::INDEX, &name, format!("pg_class/{oid}"));
        let (on, quoted) = (shown(place, table), place.dialect.quote(&name));
        if !belongs {
            // The partitions come later, and each makes its part of the index then.
            index
                .statements
                .push(definition.replacen(" ON ONLY ", " ON ", 1));
        }
        if is(4) {
            index
                .statements
                .push(format!("ALTER TABLE {on} CLUSTER ON {quoted}"));
        }
        if is(5) {
            index.statements.push(format!(
                "ALTER TABLE {on} REPLICA IDENTITY USING INDEX {quoted}"
            ));
        }
        let target = place.dialect.qualified(table.key.1.as_deref(), &name);
        match (belongs, index.statements.is_empty()) {
            (false, _) => found.add(index, format!("INDEX {target}")),
            (true, true) => {}
            // The index itself is that of a constraint.
            (true, false) => {
                index.wishes = table.addresses.clone();
                index.addresses.clear();
                found.pieces.push(index);
            }
        }
    }
    Ok(())
}
