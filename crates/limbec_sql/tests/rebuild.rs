//! What a table rebuild on SQLite keeps beyond what Alembic keeps, and what it refuses to break.
#![allow(clippy::unwrap_used)]

use limbec_schema::{
    AddConstraint, AlterColumn, Batch, BatchItem, BatchSettings, BooleanType, Change, Column,
    Constraint, ConstraintName, DropColumn, ExistingColumn, ForeignKeyConstraint, Literal,
    Operation, OptionValue, Recreate, SqlType, StringName, StringType, Table, UniqueConstraint,
};
use limbec_sql::batch::{self, BatchError, BatchEvent};
use limbec_sql::sqlite::SqliteConnection;
use limbec_sql::{CompileContext, Connection, Statement, dialect};

fn database(sql: &str) -> SqliteConnection {
    let mut connection = SqliteConnection::open_in_memory().unwrap();
    connection.execute_script(sql).unwrap();
    connection
}

fn batch_of(table: &str, operations: Vec<Operation>) -> Batch {
    Batch {
        table: table.to_owned(),
        settings: BatchSettings {
            recreate: Recreate::Always,
            ..BatchSettings::default()
        },
        items: operations
            .into_iter()
            .map(|operation| BatchItem { operation })
            .collect(),
        ..Batch::default()
    }
}

fn run(connection: &mut SqliteConnection, batch: &Batch) -> Result<(), BatchError> {
    batch::run(connection, batch, &CompileContext::default(), &mut |_| {})
}

/// Rebuilds the table without any change.
fn touch(connection: &mut SqliteConnection, table: &str) {
    run(connection, &batch_of(table, Vec::new())).unwrap();
}

fn alter(column: &str, change: impl FnOnce(&mut AlterColumn)) -> Operation {
    let mut op = AlterColumn {
        column: column.to_owned(),
        ..AlterColumn::default()
    };
    change(&mut op);
    Operation::AlterColumn(Box::new(op))
}

fn rename(old: &str, new: &str) -> Operation {
    alter(old, |op| op.name = Some(new.to_owned()))
}

fn drop_column(column: &str) -> Operation {
    Operation::DropColumn(DropColumn {
        column: column.to_owned(),
        ..DropColumn::default()
    })
}

fn text() -> SqlType {
    SqlType::String(StringType {
        name: StringName::Text,
        length: None,
        collation: None,
    })
}

fn rows(connection: &mut SqliteConnection, sql: &str) -> Vec<Vec<Literal>> {
    connection.execute(&Statement::new(sql)).unwrap().rows
}

fn number(connection: &mut SqliteConnection, sql: &str) -> i64 {
    match rows(connection, sql)[0][0] {
        Literal::Int(number) => number,
        ref other => panic!("{sql}: {other:?}"),
    }
}

fn sql_of(connection: &mut SqliteConnection, name: &str) -> String {
    let sql = format!("SELECT sql FROM sqlite_master WHERE name = '{name}'");
    match &rows(connection, &sql)[0][0] {
        Literal::Str(text) => text.clone(),
        other => panic!("{name}: {other:?}"),
    }
}

/// Schema and all rows of table `t`, to see that nothing has changed.
fn state(connection: &mut SqliteConnection) -> (Vec<Vec<Literal>>, Vec<Vec<Literal>>) {
    let schema = rows(
        connection,
        "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2",
    );
    (schema, rows(connection, "SELECT * FROM t"))
}

#[test]
fn triggers_are_made_again_and_fire() {
    let mut connection = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); CREATE TABLE log (what TEXT);
         CREATE TRIGGER \"on T\" AFTER INSERT ON T BEGIN INSERT INTO log VALUES (new.a); END;
         INSERT INTO t VALUES (1, 'x');",
    );
    let before = sql_of(&mut connection, "on T");
    touch(&mut connection, "t");
    assert_eq!(sql_of(&mut connection, "on T"), before);
    assert_eq!(
        number(&mut connection, "SELECT count(*) FROM log"),
        1,
        "copying fires nothing"
    );
    rows(&mut connection, "INSERT INTO t VALUES (2, 'y')");
    assert_eq!(number(&mut connection, "SELECT count(*) FROM log"), 2);
}

#[test]
fn views_survive_and_follow_a_renamed_column() {
    let mut connection = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t VALUES (1, 'x');
         CREATE VIEW v AS SELECT id, a FROM t; CREATE VIEW w AS SELECT a FROM v;",
    );
    touch(&mut connection, "t");
    assert_eq!(
        rows(&mut connection, "SELECT * FROM w"),
        [[Literal::Str("x".into())]]
    );
    // SQLite renames the column in the first view, and with it the view's own column.
    connection.execute_script("DROP VIEW w").unwrap();
    run(&mut connection, &batch_of("t", vec![rename("a", "b c")])).unwrap();
    assert_eq!(
        rows(&mut connection, "SELECT \"b c\" FROM t"),
        [[Literal::Str("x".into())]]
    );
    assert_eq!(
        rows(&mut connection, "SELECT * FROM v"),
        [[Literal::Int(1), Literal::Str("x".into())]]
    );
}

#[test]
fn a_column_that_a_view_or_a_trigger_needs_is_not_dropped() {
    for (object, kind) in [
        ("CREATE VIEW v AS SELECT a FROM t", "view"),
        (
            "CREATE TRIGGER v AFTER UPDATE ON t BEGIN INSERT INTO u VALUES (new.a); END",
            "trigger",
        ),
    ] {
        let mut connection = database(&format!(
            "CREATE TABLE u (x TEXT); CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t VALUES (1, 'x'); {object};"
        ));
        let before = state(&mut connection);
        let error = run(&mut connection, &batch_of("t", vec![drop_column("a")])).unwrap_err();
        assert!(
            error.to_string().starts_with(&format!(
                "{kind} v no longer works after the batch on table t: "
            )),
            "{error}"
        );
        assert_eq!(
            error.hints(),
            [format!(
                "nothing was changed; drop {kind} v before the batch and create it anew after it"
            )]
        );
        assert_eq!(state(&mut connection), before);
        assert!(!connection.in_transaction());
    }
}

#[test]
fn the_counter_of_autoincrement_goes_on() {
    let mut connection = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
         INSERT INTO t (a) VALUES ('x'), ('y'), ('z'); DELETE FROM t WHERE id > 1;",
    );
    run(
        &mut connection,
        &batch_of("t", vec![alter("a", |op| op.sql_type = Some(text()))]),
    )
    .unwrap();
    assert!(sql_of(&mut connection, "t").contains("PRIMARY KEY AUTOINCREMENT"));
    rows(&mut connection, "INSERT INTO t (a) VALUES ('new')");
    assert_eq!(number(&mut connection, "SELECT max(id) FROM t"), 4);
    rows(&mut connection, "DELETE FROM t");
    touch(&mut connection, "t");
    rows(&mut connection, "INSERT INTO t (a) VALUES ('newer')");
    assert_eq!(
        number(&mut connection, "SELECT id FROM t"),
        5,
        "also where the table was empty"
    );
}

#[test]
fn what_the_inspector_overlooks_is_kept() {
    let mut connection = database(
        "CREATE TABLE p (id INTEGER PRIMARY KEY);
         CREATE TABLE t (
            id INTEGER PRIMARY KEY,
            a VARCHAR(10) UNIQUE CHECK (a <> ''),
            b TEXT COLLATE NOCASE NOT NULL ON CONFLICT IGNORE,
            c INTEGER CONSTRAINT \"fk c\" REFERENCES p ON DELETE CASCADE,
            d,
            e INTEGER COLLATE RTRIM,
            f TEXT DEFAULT \"quoted\",
            CHECK (id > 0 OR
               id < -5),
            UNIQUE (b) ON CONFLICT REPLACE
         );
         INSERT INTO p VALUES (1); INSERT INTO t VALUES (1, 'x', 'y', 1, 'd', 5, 'f');
         CREATE INDEX ix_expression ON t (lower(b), a DESC);
         CREATE INDEX ix_collated ON t (b COLLATE BINARY);
         CREATE UNIQUE INDEX ux_partial ON t (d)
           WHERE d IS NOT NULL
             AND d <> '';",
    );
    let index = |connection: &mut SqliteConnection| {
        ["ix_expression", "ix_collated", "ux_partial"].map(|name| sql_of(connection, name))
    };
    let indexes = index(&mut connection);
    for _ in 0..2 {
        touch(&mut connection, "t");
        let sql = sql_of(&mut connection, "t");
        for part in [
            "UNIQUE (a)",
            "CHECK (a <> '')",
            "COLLATE \"NOCASE\"",
            "NOT NULL ON CONFLICT IGNORE",
            "CONSTRAINT \"fk c\" FOREIGN KEY(c) REFERENCES p (id) ON DELETE CASCADE",
            "e INTEGER COLLATE RTRIM",
            "DEFAULT \"quoted\"",
            "UNIQUE (b) ON CONFLICT REPLACE",
        ] {
            assert!(sql.contains(part), "{part} is missing from {sql}");
        }
        assert!(sql.contains("CHECK (id > 0 OR\n"), "{sql}");
        assert_eq!(index(&mut connection), indexes);
    }
    assert_eq!(
        number(&mut connection, "SELECT count(*) FROM t WHERE b = 'Y'"),
        1
    );
}

#[test]
fn generated_columns_and_strict_tables_are_copied() {
    let mut connection = database(
        "CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a * 2) STORED, c TEXT AS ('x' || a), d ANY) STRICT;
         INSERT INTO t (a, d) VALUES (4, x'00');",
    );
    touch(&mut connection, "t");
    let expected = vec![
        Literal::Int(4),
        Literal::Int(8),
        Literal::Str("x4".into()),
        Literal::Bytes(vec![0]),
    ];
    assert_eq!(rows(&mut connection, "SELECT * FROM t"), [expected]);
    let sql = sql_of(&mut connection, "t");
    assert!(
        sql.contains("GENERATED ALWAYS AS (a * 2) STORED")
            && sql.contains("d ANY")
            && sql.trim_end().ends_with("STRICT"),
        "{sql}"
    );
    run(&mut connection, &batch_of("t", vec![rename("a", "z")])).unwrap();
    assert_eq!(number(&mut connection, "SELECT b FROM t WHERE z = 4"), 8);
}

#[test]
fn children_keep_their_rows_where_foreign_keys_are_enforced() {
    let mut connection = database(
        "PRAGMA foreign_keys = ON;
         CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
         CREATE TABLE child (t_id INTEGER REFERENCES t (id) ON DELETE CASCADE);
         INSERT INTO t VALUES (1, 'x'); INSERT INTO child VALUES (1);",
    );
    connection.begin().unwrap();
    run(
        &mut connection,
        &batch_of("t", vec![alter("a", |op| op.nullable = Change::Set(false))]),
    )
    .unwrap();
    connection.commit().unwrap();
    assert_eq!(number(&mut connection, "SELECT count(*) FROM child"), 1);
    assert_eq!(number(&mut connection, "PRAGMA foreign_keys"), 1);
    assert_eq!(number(&mut connection, "PRAGMA legacy_alter_table"), 0);
    rows(&mut connection, "DELETE FROM t");
    assert_eq!(number(&mut connection, "SELECT count(*) FROM child"), 0);
}

fn references_p() -> Operation {
    Operation::AddConstraint(AddConstraint {
        table: "t".to_owned(),
        schema: None,
        constraint: Constraint::ForeignKey(ForeignKeyConstraint {
            name: ConstraintName::Plain("fk".to_owned()),
            columns: vec!["a".to_owned()],
            ref_table: "p".to_owned(),
            ref_columns: vec!["id".to_owned()],
            ..ForeignKeyConstraint::default()
        }),
    })
}

#[test]
fn rows_that_would_refer_to_nothing_are_named_and_nothing_changes() {
    let mut connection = database(
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
         INSERT INTO p VALUES (1); INSERT INTO t VALUES (1, 1), (2, 77), (3, NULL), (4, 78);",
    );
    let before = state(&mut connection);
    let error = run(&mut connection, &batch_of("t", vec![references_p()])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "after the batch on table t 2 rows would refer to nothing: t (rowid 2) to p, t (rowid 4) to p"
    );
    assert_eq!(state(&mut connection), before);
}

#[test]
fn rows_that_refer_to_nothing_already_do_not_stop_a_batch() {
    let mut connection = database(
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER REFERENCES p (id), b TEXT);
         INSERT INTO t VALUES (1, 77, 'x');",
    );
    run(
        &mut connection,
        &batch_of("t", vec![alter("b", |op| op.nullable = Change::Set(false))]),
    )
    .unwrap();
}

#[test]
fn a_key_taken_from_under_a_foreign_key_is_a_warning() {
    let mut connection = database(
        "CREATE TABLE p (id INTEGER NOT NULL PRIMARY KEY, code TEXT); CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER REFERENCES p (id));
         INSERT INTO p VALUES (1, 'x'); INSERT INTO t VALUES (1, 1);",
    );
    let mut warnings = Vec::new();
    let batch = batch_of("p", vec![drop_column("id")]);
    batch::run(
        &mut connection,
        &batch,
        &CompileContext::default(),
        &mut |event| {
            if let BatchEvent::Warning(text) = event {
                warnings.push(text.to_owned());
            }
        },
    )
    .unwrap();
    assert_eq!(
        warnings,
        [
            "after the batch on table p a foreign key does not fit: foreign key mismatch - \"t\" referencing \"p\""
        ]
    );
}

#[test]
fn a_table_left_over_by_a_crash_is_explained() {
    let mut connection = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2);
         CREATE TABLE _alembic_tmp_t (id INTEGER PRIMARY KEY); INSERT INTO _alembic_tmp_t VALUES (1);",
    );
    let error = run(&mut connection, &batch_of("t", Vec::new())).unwrap_err();
    assert_eq!(
        error.to_string(),
        "table _alembic_tmp_t is left over from a batch migration of t that was interrupted"
    );
    assert_eq!(
        error.hints(),
        [
            "t is still there with 2 rows; _alembic_tmp_t has 1 row",
            "if t is complete, run: DROP TABLE _alembic_tmp_t;  and then the migration again",
        ]
    );
    connection.execute_script("DROP TABLE t").unwrap();
    let error = run(&mut connection, &batch_of("t", Vec::new())).unwrap_err();
    assert!(
        error.hints()[1]
            .starts_with("bring the table back: ALTER TABLE _alembic_tmp_t RENAME TO t;"),
        "{error:?}"
    );
}

#[test]
fn rows_that_a_conflict_clause_swallows_are_missed() {
    let mut connection = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t VALUES (1, 'x'), (2, 'x');",
    );
    let mut unique = UniqueConstraint {
        name: ConstraintName::Plain("uq".to_owned()),
        columns: vec!["a".to_owned()],
        ..UniqueConstraint::default()
    };
    unique.options.insert(
        "sqlite_on_conflict".to_owned(),
        OptionValue::Str("IGNORE".to_owned()),
    );
    let add = Operation::AddConstraint(AddConstraint {
        table: "t".to_owned(),
        schema: None,
        constraint: Constraint::Unique(unique),
    });
    let before = state(&mut connection);
    let error = run(&mut connection, &batch_of("t", vec![add])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "table t had 2 rows before the batch and would have 1 after it"
    );
    assert_eq!(state(&mut connection), before);
}

#[test]
fn an_error_leaves_the_transaction_as_it_was() {
    let mut connection = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t VALUES (1, NULL);",
    );
    connection.begin().unwrap();
    rows(&mut connection, "INSERT INTO t VALUES (2, 'kept')");
    let not_null = batch_of("t", vec![alter("a", |op| op.nullable = Change::Set(false))]);
    let error = run(&mut connection, &not_null).unwrap_err();
    assert!(
        matches!(&error, BatchError::Database(e) if e.message == "NOT NULL constraint failed: _alembic_tmp_t.a"),
        "{error}"
    );
    assert!(connection.in_transaction());
    rows(&mut connection, "UPDATE t SET a = 'mended' WHERE id = 1");
    run(&mut connection, &not_null).unwrap();
    connection.commit().unwrap();
    assert_eq!(number(&mut connection, "SELECT count(*) FROM t"), 2);
}

#[test]
fn a_renamed_column_is_renamed_wherever_it_is_used() {
    let mut connection = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER UNIQUE CHECK (a > 0), b INTEGER, up INTEGER REFERENCES t (a), CONSTRAINT ck CHECK (b < a));
         CREATE TABLE child (x INTEGER REFERENCES t (a));
         CREATE TABLE log (what INTEGER);
         CREATE TRIGGER g AFTER UPDATE OF a ON t BEGIN INSERT INTO log VALUES (new.a); END;
         CREATE INDEX ix ON t (a) WHERE a > 5;
         INSERT INTO t VALUES (1, 10, 2, NULL), (2, 20, 3, 10); INSERT INTO child VALUES (20);",
    );
    run(
        &mut connection,
        &batch_of("t", vec![rename("a", "b"), rename("b", "a")]),
    )
    .unwrap();
    assert_eq!(
        rows(&mut connection, "SELECT b, a FROM t WHERE id = 1"),
        [[Literal::Int(10), Literal::Int(2)]]
    );
    assert!(sql_of(&mut connection, "child").contains("REFERENCES t (b)"));
    assert!(sql_of(&mut connection, "t").contains("REFERENCES t (b)"));
    rows(&mut connection, "UPDATE t SET b = 21 WHERE id = 2");
    assert_eq!(number(&mut connection, "SELECT what FROM log"), 21);
    let error = connection
        .execute(&Statement::new("UPDATE t SET b = 1 WHERE id = 1"))
        .unwrap_err();
    assert_eq!(error.message, "CHECK constraint failed: ck");
}

#[test]
fn the_unnamed_check_of_a_boolean_goes_with_its_type_and_others_stay() {
    let setup = "CREATE TABLE t (id INTEGER PRIMARY KEY, flag BOOLEAN, n INTEGER, CHECK (flag IN (0, 1)), CHECK (n > 0));
                 INSERT INTO t VALUES (1, 1, 1);";
    let mut connection = database(setup);
    run(
        &mut connection,
        &batch_of(
            "t",
            vec![alter("flag", |op| {
                op.existing = ExistingColumn {
                    sql_type: Some(SqlType::Boolean(BooleanType {
                        create_constraint: true,
                        ..BooleanType::default()
                    })),
                    ..ExistingColumn::default()
                };
                op.sql_type = Some(SqlType::integer());
            })],
        ),
    )
    .unwrap();
    let sql = sql_of(&mut connection, "t");
    assert!(
        !sql.contains("flag IN (") && sql.contains("CHECK (n > 0)"),
        "{sql}"
    );

    let mut connection = database(setup);
    run(&mut connection, &batch_of("t", vec![drop_column("flag")])).unwrap();
    let sql = sql_of(&mut connection, "t");
    assert!(
        !sql.contains("flag") && sql.contains("CHECK (n > 0)"),
        "{sql}"
    );
}

#[test]
fn offline_a_rebuild_needs_the_table() {
    let dialect = dialect("sqlite").unwrap();
    let mut batch = batch_of("t", vec![drop_column("a")]);
    let error = batch::compile(dialect, &batch, &CompileContext::default()).unwrap_err();
    assert!(error.to_string().starts_with(
        "This operation cannot proceed in --sql mode; batch mode with dialect sqlite requires a live database \
         connection with which to reflect the table \"t\". To generate"
    ));
    batch.settings.copy_from = Some(Table {
        name: "t".to_owned(),
        columns: vec![
            Column {
                primary_key: true,
                ..Column::new("id", SqlType::integer())
            },
            Column::new("a", text()),
        ],
        ..Table::default()
    });
    let statements = batch::compile(dialect, &batch, &CompileContext::default()).unwrap();
    let offline: Vec<_> = statements.iter().map(Statement::offline_text).collect();
    assert_eq!(
        offline,
        [
            "CREATE TABLE _alembic_tmp_t (\n    id INTEGER NOT NULL, \n    PRIMARY KEY (id)\n);",
            "INSERT INTO _alembic_tmp_t (id) SELECT t.id \nFROM t;",
            "DROP TABLE t;",
            "ALTER TABLE _alembic_tmp_t RENAME TO t;",
        ]
    );
}

#[test]
fn what_runs_online_is_what_offline_prints() {
    let mut connection =
        database("CREATE TABLE t (\n\tid INTEGER NOT NULL, \n\ta TEXT, \n\tPRIMARY KEY (id)\n);");
    let batch = batch_of("t", vec![rename("a", "b")]);
    let mut online = Vec::new();
    batch::run(
        &mut connection,
        &batch,
        &CompileContext::default(),
        &mut |event| {
            if let BatchEvent::Statement(statement) = event {
                online.push(statement.sql.clone());
            }
        },
    )
    .unwrap();
    let mut offline = batch.clone();
    offline.settings.copy_from = Some(Table {
        name: "t".to_owned(),
        columns: vec![
            Column {
                primary_key: true,
                ..Column::new("id", SqlType::integer())
            },
            Column::new("a", text()),
        ],
        ..Table::default()
    });
    let statements =
        batch::compile(connection.dialect(), &offline, &CompileContext::default()).unwrap();
    assert_eq!(
        online,
        statements.into_iter().map(|s| s.sql).collect::<Vec<_>>()
    );
}
