//! What SQLite itself says about its tables: the pragmas, read as tables, and `sqlite_master`.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::super::error::from_rusqlite;
use crate::inspect::InspectError;

/// A row of `PRAGMA table_xinfo`.
#[derive(Debug, Clone)]
pub(super) struct ColumnFacts {
    pub name: String,
    pub decl_type: String,
    pub not_null: bool,
    pub default: Option<String>,
    /// The place in the primary key from 1, or 0.
    pub primary_key: i64,
    /// 0 ordinary, 1 hidden, 2 virtual generated, 3 stored generated.
    pub hidden: i64,
}

/// A row of `PRAGMA foreign_key_list`.
#[derive(Debug, Clone)]
pub(super) struct ForeignKeyFacts {
    pub id: i64,
    pub table: String,
    pub from: String,
    /// `None` where the key refers to the other table's primary key.
    pub to: Option<String>,
}

/// A row of `PRAGMA index_list` with the rows of `PRAGMA index_info`.
#[derive(Debug, Clone)]
pub(super) struct IndexFacts {
    pub name: String,
    pub unique: bool,
    pub partial: bool,
    /// The text of CREATE INDEX; constraints have none.
    pub sql: Option<String>,
    /// The columns; `None` for an expression.
    pub columns: Vec<Option<String>>,
}

/// All that SQLite says about one table.
#[derive(Debug, Clone, Default)]
pub(super) struct TableFacts {
    pub name: String,
    /// The text of CREATE TABLE or CREATE VIEW.
    pub sql: Option<String>,
    pub columns: Vec<ColumnFacts>,
    pub foreign_keys: Vec<ForeignKeyFacts>,
    /// In the order of the pragma: the youngest index first.
    pub indexes: Vec<IndexFacts>,
}

/// The tables that SQLite makes itself and that have no text.
pub(super) fn is_system_table(table: &str) -> bool {
    matches!(
        table,
        "sqlite_schema" | "sqlite_master" | "sqlite_temp_schema" | "sqlite_temp_master"
    )
}

/// Reads `sqlite_master` and the pragmas.
pub(super) struct Catalog<'a> {
    connection: &'a Connection,
}

impl<'a> Catalog<'a> {
    pub(super) fn new(connection: &'a Connection) -> Self {
        Catalog { connection }
    }

    fn rows<T, P: Params>(
        &self,
        sql: &str,
        params: P,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, InspectError> {
        let rows = || {
            self.connection
                .prepare_cached(sql)?
                .query_map(params, read)?
                .collect::<rusqlite::Result<Vec<T>>>()
        };
        rows().map_err(|error| InspectError::Database(from_rusqlite(error)))
    }

    pub(super) fn schemas(&self) -> Result<Vec<String>, InspectError> {
        self.rows(
            "SELECT name FROM pragma_database_list WHERE name <> 'temp'",
            [],
            |row| row.get(0),
        )
    }

    /// The names of all tables or views; those of SQLite itself are left out.
    pub(super) fn names(
        &self,
        kind: &str,
        schema: Option<&str>,
    ) -> Result<Vec<String>, InspectError> {
        let master = master(schema);
        self.rows(
            &format!(
                "SELECT name FROM {master} WHERE type = ?1 AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
            ),
            [kind],
            |row| row.get(0),
        )
    }

    pub(super) fn view_sql(
        &self,
        view: &str,
        schema: Option<&str>,
    ) -> Result<Option<String>, InspectError> {
        self.text_of(view, schema, "type = 'view'")
    }

    fn text_of(
        &self,
        name: &str,
        schema: Option<&str>,
        condition: &str,
    ) -> Result<Option<String>, InspectError> {
        let from = match schema {
            Some(_) => master(schema),
            None => "(SELECT * FROM sqlite_master UNION ALL SELECT * FROM sqlite_temp_master)"
                .to_owned(),
        };
        let sql = format!("SELECT sql FROM {from} WHERE name = ?1 AND {condition}");
        self.connection
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.query_row([name], |row| row.get(0)).optional())
            .map(Option::flatten)
            .map_err(|error| InspectError::Database(from_rusqlite(error)))
    }

    pub(super) fn has_columns(
        &self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<bool, InspectError> {
        for schema in places(schema) {
            let found = self.rows(
                "SELECT 1 FROM pragma_table_info(?1, ?2) LIMIT 1",
                [table, schema],
                |row| row.get::<_, i64>(0),
            )?;
            if !found.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// All that is known of one table. Temporary tables are found too where no schema is named.
    pub(super) fn table(
        &self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<TableFacts, InspectError> {
        let mut facts = TableFacts {
            name: table.to_owned(),
            sql: self.text_of(table, schema, "type IN ('table', 'view')")?,
            ..TableFacts::default()
        };
        for place in places(schema) {
            facts.columns = self.rows(
                "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?1, ?2)",
                [table, place],
                |row| column(row, 0),
            )?;
            if facts.columns.is_empty() {
                continue;
            }
            facts.foreign_keys = self.rows(
                "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?1, ?2)",
                [table, place],
                |row| foreign_key(row, 0),
            )?;
            let rows = self.rows(
                &format!(
                    "SELECT ?1, l.name, l.\"unique\", l.partial, \
                     (SELECT sql FROM {} m WHERE m.type = 'index' AND m.name = l.name), i.name \
                     FROM pragma_index_list(?1, ?2) l JOIN pragma_index_info(l.name, ?2) i \
                     ORDER BY l.seq, i.seqno",
                    master(Some(place))
                ),
                [table, place],
                index,
            )?;
            facts.indexes = group_indexes(rows).remove(table).unwrap_or_default();
            break;
        }
        Ok(facts)
    }

    /// All that is known of all tables: four queries, however many tables there are.
    pub(super) fn all_tables(&self, schema: Option<&str>) -> Result<Vec<TableFacts>, InspectError> {
        let place = schema.unwrap_or("main");
        let tables = format!(
            "(SELECT name, sql FROM {} WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~')",
            master(Some(place))
        );
        let mut all: Vec<TableFacts> = self.rows(
            &format!("SELECT name, sql FROM {tables} ORDER BY name"),
            [],
            |row| {
                Ok(TableFacts {
                    name: row.get(0)?,
                    sql: row.get(1)?,
                    ..TableFacts::default()
                })
            },
        )?;
        let columns = self.rows(
            &format!(
                "SELECT t.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden \
                 FROM {tables} t JOIN pragma_table_xinfo(t.name, ?1) x ORDER BY t.name, x.cid"
            ),
            [place],
            |row| Ok((row.get::<_, String>(0)?, column(row, 1)?)),
        )?;
        let keys = self.rows(
            &format!(
                "SELECT t.name, f.id, f.\"table\", f.\"from\", f.\"to\" \
                 FROM {tables} t JOIN pragma_foreign_key_list(t.name, ?1) f ORDER BY t.name, f.id, f.seq"
            ),
            [place],
            |row| Ok((row.get::<_, String>(0)?, foreign_key(row, 1)?)),
        )?;
        let indexes = self.rows(
            &format!(
                "SELECT t.name, l.name, l.\"unique\", l.partial, m.sql, i.name \
                 FROM {tables} t JOIN pragma_index_list(t.name, ?1) l \
                 JOIN pragma_index_info(l.name, ?1) i \
                 LEFT JOIN {} m ON m.type = 'index' AND m.name = l.name \
                 ORDER BY t.name, l.seq, i.seqno",
                master(Some(place))
            ),
            [place],
            index,
        )?;
        let mut columns = group(columns);
        let mut keys = group(keys);
        let mut indexes = group_indexes(indexes);
        for facts in &mut all {
            facts.columns = columns.remove(&facts.name).unwrap_or_default();
            facts.foreign_keys = keys.remove(&facts.name).unwrap_or_default();
            facts.indexes = indexes.remove(&facts.name).unwrap_or_default();
        }
        Ok(all)
    }
}

/// The schemas in which an unqualified name is looked up.
fn places(schema: Option<&str>) -> Vec<&str> {
    match schema {
        Some(schema) => vec![schema],
        None => vec!["main", "temp"],
    }
}

fn master(schema: Option<&str>) -> String {
    match schema {
        None => "sqlite_master".to_owned(),
        Some("temp") => "sqlite_temp_master".to_owned(),
        Some(schema) => format!("\"{}\".sqlite_master", schema.replace('"', "\"\"")),
    }
}

fn column(row: &Row<'_>, at: usize) -> rusqlite::Result<ColumnFacts> {
    Ok(ColumnFacts {
        name: row.get(at)?,
        decl_type: row.get(at + 1)?,
        not_null: row.get(at + 2)?,
        default: row.get(at + 3)?,
        primary_key: row.get(at + 4)?,
        hidden: row.get(at + 5)?,
    })
}

fn foreign_key(row: &Row<'_>, at: usize) -> rusqlite::Result<ForeignKeyFacts> {
    Ok(ForeignKeyFacts {
        id: row.get(at)?,
        table: row.get(at + 1)?,
        from: row.get(at + 2)?,
        to: row
            .get::<_, Option<String>>(at + 3)?
            .filter(|to| !to.is_empty()),
    })
}

/// One column of one index: (table, index with that column only).
fn index(row: &Row<'_>) -> rusqlite::Result<(String, IndexFacts)> {
    let facts = IndexFacts {
        name: row.get(1)?,
        unique: row.get(2)?,
        partial: row.get(3)?,
        sql: row.get(4)?,
        columns: vec![row.get(5)?],
    };
    Ok((row.get(0)?, facts))
}

fn group<T>(rows: Vec<(String, T)>) -> HashMap<String, Vec<T>> {
    let mut groups: HashMap<String, Vec<T>> = HashMap::new();
    for (table, item) in rows {
        groups.entry(table).or_default().push(item);
    }
    groups
}

/// Puts the columns of each index together; rows of one index follow each other.
fn group_indexes(rows: Vec<(String, IndexFacts)>) -> HashMap<String, Vec<IndexFacts>> {
    let mut groups: HashMap<String, Vec<IndexFacts>> = HashMap::new();
    for (table, mut item) in rows {
        let indexes = groups.entry(table).or_default();
        match indexes.last_mut() {
            Some(last) if last.name == item.name => last.columns.append(&mut item.columns),
            _ => indexes.push(item),
        }
    }
    groups
}
