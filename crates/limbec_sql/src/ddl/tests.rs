//! Layouts that a script cannot show without an env.py (conventions), and the whole texts that SQLite
//! keeps. Everything else of DDL is a case in `tests/ops`, recorded with Alembic.

use indexmap::IndexMap;
use limbec_schema::{
    AddColumn, AddConstraint, BooleanType, CheckConstraint, Column, ColumnPosition, Constraint,
    ConstraintName, CreateIndex, CreateTable, DropConstraint, EnumType, Expr, ForeignKeyConstraint,
    Index, IndexElement, InlineForeignKey, NamingConvention, NamingKind, Operation, Options,
    PrimaryKeyConstraint, SqlType, Table, Timing, UniqueConstraint,
};

use super::{CompileContext, compile};
use crate::{CompileError, dialect};

fn run(
    dialect_name: &str,
    ctx: &CompileContext,
    operation: &Operation,
) -> Result<Vec<String>, CompileError> {
    let dialect = dialect(dialect_name).expect("a dialect of ours");
    let statements = compile(dialect, operation, ctx)?;
    Ok(statements.into_iter().map(|s| s.sql).collect())
}

fn plain(dialect_name: &str, operation: &Operation) -> Vec<String> {
    run(dialect_name, &CompileContext::default(), operation).expect("it compiles")
}

fn plain_name(name: &str) -> ConstraintName {
    ConstraintName::Plain(name.to_owned())
}

fn names(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|&name| name.to_owned()).collect()
}

fn key_column(name: &str) -> Column {
    let mut column = Column::new(name, SqlType::integer());
    column.primary_key = true;
    column
}

fn unique(name: ConstraintName, columns: &[&str]) -> Constraint {
    Constraint::Unique(UniqueConstraint {
        name,
        columns: names(columns),
        ..UniqueConstraint::default()
    })
}

fn check(name: ConstraintName, text: &str) -> Constraint {
    Constraint::Check(CheckConstraint {
        name,
        expr: Expr::text(text),
        timing: Timing::default(),
        comment: None,
        options: Options::new(),
        type_bound: None,
    })
}

fn create(table: Table) -> Operation {
    Operation::CreateTable(CreateTable {
        table,
        if_not_exists: false,
    })
}

fn add_constraint(table: &str, constraint: Constraint) -> Operation {
    Operation::AddConstraint(AddConstraint {
        table: table.to_owned(),
        schema: None,
        constraint,
    })
}

#[test]
fn the_version_table_is_alembics_to_the_byte() {
    let mut column = Column::new("version_num", SqlType::string(Some(32)));
    column.nullable = Some(false);
    let table = create(Table {
        name: "alembic_version".to_owned(),
        columns: vec![column],
        constraints: vec![Constraint::PrimaryKey(PrimaryKeyConstraint {
            name: plain_name("alembic_version_pkc"),
            columns: names(&["version_num"]),
            ..PrimaryKeyConstraint::default()
        })],
        ..Table::default()
    });
    let expected = "\nCREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t\
                    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)\n\n";
    for name in ["sqlite", "postgresql", "mysql", "mariadb"] {
        assert_eq!(plain(name, &table), [expected], "{name}");
    }
}

#[test]
fn offline_text_is_trimmed_and_ends_in_a_semicolon() {
    let table = create(Table {
        name: "t".to_owned(),
        columns: vec![key_column("id")],
        ..Table::default()
    });
    let sqlite = dialect("sqlite").expect("sqlite");
    let statements = compile(sqlite, &table, &CompileContext::default()).expect("it compiles");
    assert_eq!(
        statements[0].offline_text(),
        "CREATE TABLE t (\n    id INTEGER NOT NULL, \n    PRIMARY KEY (id)\n);"
    );
}

fn convention() -> CompileContext {
    let templates = IndexMap::from([
        (NamingKind::Index, "ix_%(column_0_N_label)s".to_owned()),
        (
            NamingKind::Unique,
            "uq_%(table_name)s_%(column_0N_name)s".to_owned(),
        ),
        (
            NamingKind::Check,
            "ck_%(table_name)s_%(constraint_name)s".to_owned(),
        ),
        (
            NamingKind::ForeignKey,
            "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s".to_owned(),
        ),
        (NamingKind::PrimaryKey, "pk_%(table_name)s".to_owned()),
    ]);
    CompileContext {
        naming_convention: Some(NamingConvention { templates }),
        ..CompileContext::default()
    }
}

fn table_of_many_constraints() -> Operation {
    let mut a = Column::new("a", SqlType::integer());
    a.index = true;
    a.foreign_keys.push(InlineForeignKey {
        ref_schema: Some("s".to_owned()),
        ref_table: "o".to_owned(),
        ref_column: Some("x".to_owned()),
        ..InlineForeignKey::default()
    });
    let mut b = Column::new(
        "b",
        SqlType::Boolean(BooleanType {
            exact: false,
            create_constraint: true,
            name: plain_name("flag"),
        }),
    );
    b.unique = true;
    create(Table {
        name: "t".to_owned(),
        schema: Some("s".to_owned()),
        columns: vec![key_column("id"), a, b],
        constraints: vec![
            unique(ConstraintName::Unnamed, &["a", "b"]),
            check(plain_name("pos"), "a > 1"),
            Constraint::ForeignKey(ForeignKeyConstraint {
                columns: names(&["a", "b"]),
                ref_table: "p".to_owned(),
                ref_columns: names(&["q", "r"]),
                ..ForeignKeyConstraint::default()
            }),
            unique(ConstraintName::Final("done".to_owned()), &["a"]),
        ],
        ..Table::default()
    })
}

#[test]
fn a_convention_names_what_is_open_and_order_is_sqlalchemys() {
    assert_eq!(
        run("mysql", &convention(), &table_of_many_constraints()).expect("it compiles"),
        [
            "\nCREATE TABLE s.t (\n\tid INTEGER NOT NULL AUTO_INCREMENT, \n\ta INTEGER, \n\t\
             b BOOL, \n\t\
             CONSTRAINT pk_t PRIMARY KEY (id), \n\t\
             CONSTRAINT uq_t_ab UNIQUE (a, b), \n\t\
             CONSTRAINT ck_t_pos CHECK (a > 1), \n\t\
             CONSTRAINT fk_t_a_b_p FOREIGN KEY(a, b) REFERENCES p (q, r), \n\t\
             CONSTRAINT done UNIQUE (a), \n\t\
             CONSTRAINT fk_t_a_o FOREIGN KEY(a) REFERENCES s.o (x), \n\t\
             CONSTRAINT uq_t_b UNIQUE (b), \n\t\
             CONSTRAINT ck_t_flag CHECK (b IN (0, 1))\n)\n\n",
            "CREATE INDEX ix_s_t_a ON s.t (a)",
        ]
    );
    let postgresql = run("postgresql", &convention(), &table_of_many_constraints());
    let postgresql = postgresql.expect("it compiles");
    assert!(postgresql[0].contains("\tid SERIAL NOT NULL, \n"));
    assert!(!postgresql[0].contains("IN (0, 1)"), "booleans are native");
}

#[test]
fn a_convention_reaches_statements_of_their_own() {
    let ctx = convention();
    let index = Operation::CreateIndex(CreateIndex {
        index: Index {
            table: "t".to_owned(),
            schema: Some("s".to_owned()),
            elements: ["a", "b"]
                .map(|name| IndexElement::Column(name.to_owned()))
                .to_vec(),
            ..Index::default()
        },
        if_not_exists: false,
    });
    let dropped = |kind: Option<&str>| {
        Operation::DropConstraint(DropConstraint {
            name: plain_name("pos"),
            table: "t".to_owned(),
            kind: kind.map(str::to_owned),
            ..DropConstraint::default()
        })
    };
    let long = "a_very_long_table_name_indeed_it_goes_on";
    let cases = [
        (index, "CREATE INDEX ix_s_t_a_s_t_b ON s.t (a, b)"),
        (
            add_constraint("t", unique(plain_name("given"), &["a"])),
            "ALTER TABLE t ADD CONSTRAINT given UNIQUE (a)",
        ),
        (
            add_constraint("t", check(plain_name("pos"), "a > 1")),
            "ALTER TABLE t ADD CONSTRAINT ck_t_pos CHECK (a > 1)",
        ),
        (
            dropped(Some("check")),
            "ALTER TABLE t DROP CONSTRAINT ck_t_pos",
        ),
        (dropped(None), "ALTER TABLE t DROP CONSTRAINT pos"),
        (
            add_constraint(
                long,
                unique(
                    ConstraintName::Unnamed,
                    &["and_a_column_name_that_is_long_too"],
                ),
            ),
            "ALTER TABLE a_very_long_table_name_indeed_it_goes_on ADD CONSTRAINT \
             uq_a_very_long_table_name_indeed_it_goes_on_and_a_colum_48e3 UNIQUE \
             (and_a_column_name_that_is_long_too)",
        ),
    ];
    for (operation, expected) in cases {
        assert_eq!(
            run("postgresql", &ctx, &operation).expect("it compiles"),
            [expected]
        );
    }
}

#[test]
fn a_convention_that_needs_a_name_says_so() {
    let error = run(
        "postgresql",
        &convention(),
        &add_constraint("t", check(ConstraintName::Unnamed, "a > 1")),
    )
    .expect_err("there is no name");
    assert_eq!(
        error.to_string(),
        "Naming convention including %(constraint_name)s token requires that constraint is \
         explicitly named."
    );
    assert_eq!(error.python_class(), "sqlalchemy.exc.InvalidRequestError");
}

fn kind_enum() -> SqlType {
    SqlType::Enum(Box::new(EnumType {
        values: Vec::new(),
        name: plain_name("kind"),
        schema: None,
        inherit_schema: false,
        metadata: false,
        native_enum: true,
        create_constraint: false,
        length: None,
        create_type: true,
        exact: false,
        class_name: None,
        id: 1,
        odd_value: None,
    }))
}

#[test]
fn a_type_of_two_tables_is_created_once_in_a_run() {
    let ctx = CompileContext::default();
    let table = |name: &str| {
        create(Table {
            name: name.to_owned(),
            columns: vec![Column::new("k", kind_enum())],
            ..Table::default()
        })
    };
    let first = run("postgresql", &ctx, &table("a")).expect("it compiles");
    let second = run("postgresql", &ctx.clone(), &table("b")).expect("it compiles");
    assert_eq!(first[0], "CREATE TYPE kind AS ENUM ()");
    assert_eq!((first.len(), second.len()), (2, 1));
}

#[test]
fn sqlite_refuses_to_alter_constraints_and_leaves_out_those_of_types() {
    let error = run(
        "sqlite",
        &CompileContext::default(),
        &add_constraint("t", unique(plain_name("u"), &["a"])),
    )
    .expect_err("SQLite cannot");
    assert_eq!(error.python_class(), "builtins.NotImplementedError");
    assert!(
        error
            .to_string()
            .starts_with("No support for ALTER of constraints in SQLite dialect.")
    );

    let added = Operation::AddColumn(AddColumn {
        table: "t".to_owned(),
        schema: None,
        column: Column::new(
            "b",
            SqlType::Boolean(BooleanType {
                exact: false,
                create_constraint: true,
                name: ConstraintName::Unnamed,
            }),
        ),
        if_not_exists: false,
        inline_references: false,
        inline_primary_key: false,
        position: ColumnPosition::default(),
    });
    assert_eq!(
        plain("sqlite", &added),
        ["ALTER TABLE t ADD COLUMN b BOOLEAN"]
    );
}
