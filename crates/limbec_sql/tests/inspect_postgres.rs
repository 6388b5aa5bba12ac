//! Reading whole PostgreSQL schemas: what one table gives, many tables give, with as many queries for ten tables as for
//! five hundred.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use limbec_sql::inspect::Selection;
use limbec_sql::url::Url;
use limbec_sql::{Connection, connect};
use limbec_testing::postgres::{Database, server};

fn open(database: &Database<'_>) -> Box<dyn Connection> {
    connect(&Url::parse(&database.url()).unwrap()).unwrap()
}

fn text(connection: &mut dyn Connection, sql: &str) -> String {
    let outcome = connection
        .execute(&limbec_sql::Statement::new(sql))
        .unwrap();
    format!("{:?}", outcome.rows[0][0])
}

/// How many statements the server has run for `reflect_all`.
fn queries(tables: usize) -> usize {
    let database = server().database();
    database.psql(&format!(
        "CREATE TYPE state AS ENUM ('a', 'b'); CREATE DOMAIN positive AS integer CHECK (VALUE > 0); \
         CREATE TABLE root (id serial PRIMARY KEY); \
         DO $$ BEGIN FOR i IN 1..{tables} LOOP EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, state state, \
         up integer REFERENCES root, n positive UNIQUE, note text CHECK (note <> ''''))', i); \
         EXECUTE format('CREATE INDEX ix%s ON t%s (lower(note))', i, i); END LOOP; END $$"
    ));
    let mut connection = open(&database);
    let before = transaction(&mut *connection);
    let found = connection.inspector().reflect_all(None).unwrap();
    let after = transaction(&mut *connection);
    assert_eq!(found.tables.len(), tables + 1);
    assert_eq!(found.enums.len(), 1);
    assert_eq!(found.domains.len(), 1);
    after - before - 1
}

/// The local number of this session's transaction: outside of a transaction block every statement has the next one.
fn transaction(connection: &mut dyn Connection) -> usize {
    let shown = text(
        connection,
        "SELECT split_part(virtualtransaction, '/', 2)::int4 FROM pg_locks \
         WHERE pid = pg_backend_pid() AND locktype = 'virtualxid'",
    );
    shown
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .unwrap()
}

#[test]
fn the_number_of_queries_does_not_grow_with_the_tables() {
    let few = queries(10);
    let many = queries(500);
    assert_eq!(few, many);
    assert!(few <= 20, "{few} queries");
}

#[test]
fn reading_all_tables_finds_what_reading_one_finds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/inspect/postgresql");
    let mut count = 0;
    for name in [
        "foreign_keys",
        "indexes",
        "domains",
        "schemas",
        "partitions",
    ] {
        let database = server().database();
        let sql = fs::read_to_string(folder.join(format!("{name}.sql"))).unwrap();
        database.psql(&sql);
        let mut connection = open(&database);
        let mut inspector = connection.inspector();
        for schema in [None, Some("public")] {
            let all = inspector.reflect_all(schema).unwrap();
            let names = inspector.table_names(schema).unwrap();
            assert_eq!(all.tables.len(), names.len(), "{name}");
            for ((_, table), found) in &all.tables {
                count += 1;
                let one = inspector.reflect(table, schema).unwrap();
                assert_eq!(&one, found, "{name}: {table}");
            }
            let some = Selection {
                names: names.iter().take(2).cloned().collect(),
                ..Selection::tables(schema)
            };
            let some = inspector.reflect_selection(&some).unwrap();
            assert_eq!(some.len(), names.len().min(2), "{name}");
        }
    }
    assert!(count > 30, "only {count} tables were compared");
}

#[test]
fn a_schema_holds_views_sequences_and_types() {
    let database = server().database();
    database.psql(
        "CREATE SCHEMA app; CREATE SEQUENCE app.free AS smallint START 3; CREATE TYPE app.state AS ENUM ('new'); \
         CREATE TABLE app.t (id serial PRIMARY KEY, n integer GENERATED ALWAYS AS IDENTITY, s app.state); \
         CREATE VIEW app.v AS SELECT id FROM app.t; CREATE MATERIALIZED VIEW app.m AS SELECT 1 AS one; \
         COMMENT ON VIEW app.v IS 'a view'",
    );
    let found = open(&database)
        .inspector()
        .reflect_all(Some("app"))
        .unwrap();
    let key = |name: &str| (Some("app".to_owned()), name.to_owned());
    assert_eq!(found.views[&key("v")].comment.as_deref(), Some("a view"));
    assert!(found.views[&key("m")].materialized);
    assert_eq!(found.sequences.len(), 1);
    assert_eq!(found.sequences[&key("free")].options.start, Some(3));
    assert_eq!(found.enums[&key("state")].values, ["new"]);
    let table = &found.tables[&key("t")];
    assert!(table.column("n").unwrap().identity.is_some());
}
