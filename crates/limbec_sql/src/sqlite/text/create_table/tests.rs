use super::*;

fn parse(body: &str) -> ParsedTable {
    parse_table(&format!("CREATE TABLE \"t (x)\" ({body})")).unwrap()
}

fn names(table: &ParsedTable) -> Vec<(&str, &str)> {
    table
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.type_text.as_str()))
        .collect()
}

#[test]
fn columns_and_types_are_read_whatever_stands_between() {
    let table = parse(
        "id INTEGER PRIMARY KEY AUTOINCREMENT, -- a comment, UNIQUE (id)\n\
         \"a b\" VARCHAR (10) NOT NULL DEFAULT 'x, y' COLLATE nocase, c, [d] UNSIGNED BIG INT DEFAULT -1.5 UNIQUE, \
         e DEFAULT x'00ff' CHECK (e <> ')'), f TEXT DEFAULT (strftime('%s', 'now')) NOT NULL ON CONFLICT FAIL, \
         g INTEGER DEFAULT 1e+3 NULL, h NUMERIC(10, 2) DEFAULT CURRENT_TIMESTAMP",
    );
    assert_eq!(
        names(&table),
        [
            ("id", "INTEGER"),
            ("a b", "VARCHAR (10)"),
            ("c", ""),
            ("d", "UNSIGNED BIG INT"),
            ("e", ""),
            ("f", "TEXT"),
            ("g", "INTEGER"),
            ("h", "NUMERIC(10, 2)"),
        ]
    );
    assert!(table.columns[0].autoincrement);
    assert_eq!(table.columns[1].collation.as_deref(), Some("nocase"));
    assert_eq!(table.columns[5].not_null_conflict.as_deref(), Some("FAIL"));
    let kinds: Vec<_> = table.constraints.iter().map(|c| &c.kind).collect();
    assert_eq!(
        kinds,
        [
            &ParsedKind::PrimaryKey(vec!["id".to_owned()]),
            &ParsedKind::Unique {
                columns: vec!["d".to_owned()],
                exact: true
            },
            &ParsedKind::Check("e <> ')'".to_owned()),
        ]
    );
}

#[test]
fn generated_columns_are_told_apart() {
    let table = parse(
        "a INT, b INT GENERATED ALWAYS AS (max(a, 1)) STORED, c AS (a + 1), d TEXT AS ('x') VIRTUAL NOT NULL",
    );
    let generated: Vec<_> = table.columns.iter().map(|c| c.generated.clone()).collect();
    let some = |text: &str, stored| Some((text.to_owned(), stored));
    assert_eq!(
        generated,
        [
            None,
            some("max(a, 1)", true),
            some("a + 1", false),
            some("'x'", false)
        ]
    );
}

#[test]
fn constraints_keep_names_options_and_conflict_clauses() {
    let table = parse(
        "a INT CONSTRAINT pk PRIMARY KEY DESC ON CONFLICT REPLACE, b INT CONSTRAINT \"fk b\" REFERENCES p ON DELETE CASCADE, \
         CONSTRAINT uq UNIQUE (a, b COLLATE NOCASE) ON CONFLICT IGNORE CHECK (a > b), \
         FOREIGN KEY (a, b) REFERENCES q (x, y) ON UPDATE SET NULL ON DELETE NO ACTION MATCH FULL NOT DEFERRABLE INITIALLY IMMEDIATE",
    );
    let shown: Vec<_> = table
        .constraints
        .iter()
        .map(|c| (c.name.as_deref(), c.conflict.as_deref()))
        .collect();
    assert_eq!(
        shown,
        [
            (Some("pk"), Some("REPLACE")),
            (Some("fk b"), None),
            (Some("uq"), Some("IGNORE")),
            (None, None),
            (None, None)
        ]
    );
    let ParsedKind::ForeignKey { reference, .. } = &table.constraints[1].kind else {
        panic!()
    };
    assert_eq!(
        (reference.table.as_str(), reference.ondelete.as_deref()),
        ("p", Some("CASCADE"))
    );
    assert!(matches!(
        &table.constraints[2].kind,
        ParsedKind::Unique { exact: false, .. }
    ));
    let ParsedKind::ForeignKey { columns, reference } = &table.constraints[4].kind else {
        panic!()
    };
    assert_eq!(columns, &["a", "b"]);
    assert_eq!(
        reference,
        &ParsedReference {
            table: "q".to_owned(),
            columns: vec!["x".to_owned(), "y".to_owned()],
            ondelete: None,
            onupdate: Some("SET NULL".to_owned()),
            match_type: Some("FULL".to_owned()),
            deferrable: Some(false),
            initially: Some("IMMEDIATE".to_owned()),
        }
    );
}

#[test]
fn virtual_tables_have_no_columns_to_read() {
    assert_eq!(parse_table("CREATE VIRTUAL TABLE t USING fts5(a, b)"), None);
    assert_eq!(parse_table("CREATE TABLE t"), None);
}

/// The texts of all tables of `tests/inspect`, as SQLite keeps them, beside what SQLite says of them.
#[test]
fn columns_and_uniques_are_those_that_sqlite_sees() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inspect");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "sql") {
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        for case in text.split("-- case: ").skip(1) {
            let (title, sql) = case.split_once('\n').unwrap();
            let connection = rusqlite::Connection::open_in_memory().unwrap();
            connection.execute_batch(sql).unwrap();
            count += check_tables(&connection, title);
        }
    }
    assert!(count > 70, "only {count} tables");
}

fn strings(connection: &rusqlite::Connection, sql: &str, table: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([table], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn check_tables(connection: &rusqlite::Connection, title: &str) -> usize {
    let names =
        "SELECT name FROM sqlite_master WHERE type = ?1 AND name NOT LIKE 'sqlite~_%' ESCAPE '~'";
    let tables = strings(connection, names, "table");
    for table in &tables {
        let sql = &strings(
            connection,
            "SELECT sql FROM sqlite_master WHERE name = ?1",
            table,
        )[0];
        let parsed = parse_table(sql).unwrap();
        let columns: Vec<_> = parsed
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect();
        let seen = strings(
            connection,
            "SELECT name FROM pragma_table_xinfo(?1) ORDER BY cid",
            table,
        );
        assert_eq!(columns, seen, "{title}: {table}");

        let unique = "SELECT DISTINCT (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno)) \
                      FROM pragma_index_list(?1) l WHERE l.origin = 'u' ORDER BY 1";
        let mut own: Vec<_> = parsed
            .constraints
            .iter()
            .filter_map(|constraint| match &constraint.kind {
                ParsedKind::Unique { columns, .. } => Some(columns.join(",")),
                _ => None,
            })
            .collect();
        own.sort();
        own.dedup();
        assert_eq!(own, strings(connection, unique, table), "{title}: {table}");

        let keys = strings(
            connection,
            "SELECT DISTINCT CAST(id AS TEXT) FROM pragma_foreign_key_list(?1)",
            table,
        )
        .len();
        let own = parsed
            .constraints
            .iter()
            .filter(|c| matches!(c.kind, ParsedKind::ForeignKey { .. }))
            .count();
        assert_eq!(own, keys, "{title}: {table}");
    }
    tables.len()
}
