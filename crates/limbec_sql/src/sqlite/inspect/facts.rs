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

    /// The rows of each table, which its name in the first column tells; rows of one table follow each other.
    fn groups<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut add: impl FnMut(&Row<'_>, &mut Vec<T>) -> rusqlite::Result<()>,
    ) -> Result<HashMap<String, Vec<T>>, InspectError> {
        let mut groups: HashMap<String, Vec<T>> = HashMap::new();
        let mut current: (String, Vec<T>) = Default::default();
        let read = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query(params)?;
            while let Some(row) = rows.next()? {
                let table = row.get_ref(0)?.as_str()?;
                if table != current.0 {
                    let (table, items) =
                        std::mem::replace(&mut current, (table.to_owned(), Vec::new()));
                    groups.insert(table, items);
                }
                add(row, &mut current.1)?;
            }
            Ok(())
        };
        read().map_err(|error| InspectError::Database(from_rusqlite(error)))?;
        groups.insert(current.0, current.1);
        Ok(groups)
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
            facts.indexes = self
                .groups(
                    &format!(
                        "SELECT ?1, l.name, l.\"unique\", l.partial, \
                     (SELECT sql FROM {} m WHERE m.type = 'index' AND m.name = l.name), i.name \
                     FROM pragma_index_list(?1, ?2) l JOIN pragma_index_info(l.name, ?2) i \
                     ORDER BY l.seq, i.seqno",
                        master(Some(place))
                    ),
                    [table, place],
                    index,
                )?
                .remove(table)
                .unwrap_or_default();
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
        // The pragmas are asked of one table after the other and answer in the order that is wanted.
        let mut columns = self.groups(
            &format!(
                "SELECT t.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden \
                 FROM {tables} t CROSS JOIN pragma_table_xinfo(t.name, ?1) x"
            ),
            [place],
            |row, columns| {
                columns.push(column(row, 1)?);
                Ok(())
            },
        )?;
        let mut keys = self.groups(
            &format!(
                "SELECT t.name, f.id, f.\"table\", f.\"from\", f.\"to\" \
                 FROM {tables} t CROSS JOIN pragma_foreign_key_list(t.name, ?1) f"
            ),
            [place],
            |row, keys| {
                keys.push(foreign_key(row, 1)?);
                Ok(())
            },
        )?;
        let mut indexes = self.groups(
            &format!(
                "SELECT t.name, l.name, l.\"unique\", l.partial, NULL, i.name \
                 FROM {tables} t CROSS JOIN pragma_index_list(t.name, ?1) l \
                 CROSS JOIN pragma_index_info(l.name, ?1) i"
            ),
            [place],
            index,
        )?;
        if indexes.values().flatten().any(|index| index.partial) {
            let texts = format!(
                "SELECT name, sql FROM {} WHERE type = 'index'",
                master(Some(place))
            );
            let texts = self.rows(&texts, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let mut texts: HashMap<String, Option<String>> = texts.into_iter().collect();
            for index in indexes.values_mut().flatten().filter(|i| i.partial) {
                index.sql = texts.remove(&index.name).flatten();
            }
        }
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

/// One column of one index; rows of one index follow each other.
fn index(row: &Row<'_>, indexes: &mut Vec<IndexFacts>) -> rusqlite::Result<()> {
    let column = row.get(5)?;
    let name = row.get_ref(1)?.as_str()?;
    match indexes.last_mut() {
        Some(last) if last.name == name => last.columns.push(column),
        _ => indexes.push(IndexFacts {
            name: name.to_owned(),
            unique: row.get(2)?,
            partial: row.get(3)?,
            sql: row.get(4)?,
            columns: vec![column],
        }),
    }
    Ok(())
}
