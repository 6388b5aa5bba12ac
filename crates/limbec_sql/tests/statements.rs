//! Statements built in Rust, for those who use the library without Python. The texts were printed by
//! SQLAlchemy; `tests/dml` holds many more, written in Python.

use std::sync::Arc;

use limbec_schema::build::{self, Operand};
use limbec_schema::{
    AliasName, BinaryOp, ColumnRef, Cte, Expr, FromItem, Insert, InsertSource, JoinKind, Literal,
    Select, SelectColumn, SetOp, SqlStatement, SqlType, TableColumn, TableRef, UnaryOp, Update,
};
use limbec_sql::{BindMode, Params, compile_expr_ddl, compile_statement, dialect};

fn table(name: &str) -> Arc<FromItem> {
    Arc::new(FromItem::Table(TableRef::named(name)))
}

fn column(table: &Arc<FromItem>, name: &str, sql_type: SqlType) -> Expr {
    Expr::Column(ColumnRef {
        table: Some(table.clone()),
        name: name.to_owned(),
        sql_type,
        quote: None,
        anonymous: None,
    })
}

fn id(table: &Arc<FromItem>) -> Expr {
    column(table, "id", SqlType::integer())
}

fn eq(left: Expr, right: impl Into<Operand>) -> Expr {
    build::operate(BinaryOp::Eq, left, right.into(), false).expect("these can be compared")
}

fn select(columns: Vec<Expr>) -> Select {
    Select {
        columns: columns.into_iter().map(SelectColumn::from).collect(),
        ..Select::default()
    }
}

fn sql(name: &str, statement: &SqlStatement) -> String {
    let dialect = dialect(name).expect("the dialect exists");
    compile_statement(dialect, statement, BindMode::Literal)
        .expect("the statement compiles")
        .sql
}

fn query(name: &str, select: Select) -> String {
    sql(name, &SqlStatement::Select(Box::new(select)))
}

#[test]
fn truth_values_follow_the_database() {
    let users = table("users");
    let active = column(&users, "active", SqlType::boolean());
    let statement = || Select {
        filter: vec![build::negate(active.clone()), active.clone()],
        ..select(vec![id(&users)])
    };
    assert_eq!(
        query("sqlite", statement()),
        "SELECT users.id \nFROM users \nWHERE users.active = 0 AND users.active = 1"
    );
    assert_eq!(
        query("postgresql", statement()),
        "SELECT users.id \nFROM users \nWHERE NOT users.active AND users.active"
    );
}

#[test]
fn subqueries_leave_out_the_tables_around_them() {
    let (users, orders) = (table("users"), table("orders"));
    let inner = Select {
        filter: vec![eq(
            column(&orders, "user_id", SqlType::integer()),
            id(&users),
        )],
        ..select(vec![id(&orders)])
    };
    let exists = Expr::Unary {
        op: UnaryOp::Exists,
        operand: Box::new(Expr::Subquery(Box::new(inner))),
    };
    let outer = Select {
        filter: vec![build::negate(exists)],
        ..select(vec![id(&users)])
    };
    assert_eq!(
        query("sqlite", outer),
        "SELECT users.id \nFROM users \nWHERE NOT (EXISTS (SELECT orders.id \nFROM orders \n\
         WHERE orders.user_id = users.id))"
    );
}

#[test]
fn joins_hide_the_tables_that_they_join() {
    let (users, orders) = (table("users"), table("orders"));
    let on = eq(column(&orders, "user_id", SqlType::integer()), id(&users));
    let join = FromItem::Join {
        kind: JoinKind::Left,
        left: Box::new((*users).clone()),
        right: Box::new((*orders).clone()),
        on: Some(Box::new(on)),
    };
    let statement = Select {
        from: vec![join],
        ..select(vec![id(&users), id(&orders)])
    };
    assert_eq!(
        query("mysql", statement),
        "SELECT users.id, orders.id AS id_1 \nFROM users LEFT OUTER JOIN orders \
         ON orders.user_id = users.id"
    );
}

#[test]
fn a_recursive_query_refers_to_itself() {
    let number = |cte: &Arc<Cte>| {
        Expr::Column(ColumnRef {
            table: Some(Arc::new(FromItem::Cte {
                cte: cte.clone(),
                alias: None,
            })),
            name: "n".to_owned(),
            sql_type: SqlType::integer(),
            quote: None,
            anonymous: None,
        })
    };
    let base = select(vec![Expr::Label {
        name: "n".to_owned(),
        anonymous: false,
        operand: Box::new(Expr::Raw {
            text: "1".to_owned(),
            sql_type: SqlType::integer(),
        }),
    }]);
    let cte = |statement: Select| {
        Arc::new(Cte {
            name: "nums".to_owned(),
            anonymous: false,
            id: 7,
            recursive: true,
            nesting: false,
            columns: vec!["n".to_owned()],
            prefixes: Vec::new(),
            suffixes: Vec::new(),
            statement: SqlStatement::Select(Box::new(statement)),
        })
    };
    let first = cte(base.clone());
    let step = build::operate(BinaryOp::Add, number(&first), Literal::Int(1).into(), false)
        .expect("numbers add");
    let whole = cte(Select {
        compound: Some((SetOp::UnionAll, vec![base, select(vec![step])])),
        ..Select::default()
    });
    assert_eq!(
        query("sqlite", select(vec![number(&whole)])),
        "WITH RECURSIVE nums(n) AS \n(SELECT 1 AS n UNION ALL SELECT nums.n + 1 AS anon_1 \n\
         FROM nums)\n SELECT nums.n \nFROM nums"
    );
}

#[test]
fn placeholders_stand_in_the_order_of_the_text() {
    let users = table("users");
    let inner = Select {
        filter: vec![eq(id(&users), Literal::Int(1))],
        ..select(vec![id(&users)])
    };
    let cte = Arc::new(FromItem::Cte {
        cte: Arc::new(Cte {
            name: "c".to_owned(),
            anonymous: false,
            id: 1,
            recursive: false,
            nesting: false,
            columns: vec!["id".to_owned()],
            prefixes: Vec::new(),
            suffixes: Vec::new(),
            statement: SqlStatement::Select(Box::new(inner)),
        }),
        alias: None,
    });
    let first = Expr::Bind(limbec_schema::Bind::value(Literal::Int(0)));
    let statement = SqlStatement::Select(Box::new(select(vec![first, id(&cte)])));
    let postgres = dialect("postgresql").expect("the dialect exists");
    let compiled = compile_statement(postgres, &statement, BindMode::Parameters)
        .expect("the statement compiles");
    assert_eq!(
        compiled.sql,
        "WITH c AS \n(SELECT users.id AS id \nFROM users \nWHERE users.id = %(id_1)s)\n \
         SELECT %(param_1)s AS anon_1, c.id \nFROM c"
    );
    let value = |name: &str, number| (name.to_owned(), Literal::Int(number));
    let expected = Params::Named(vec![value("param_1", 0), value("id_1", 1)]);
    assert_eq!(compiled.params, expected);
}

#[test]
fn inserts_and_updates_go_by_the_columns_of_the_table() {
    let columns = vec![
        TableColumn::new("id", SqlType::integer()),
        TableColumn::new("name", SqlType::string(None)),
    ];
    let value = |at: usize, value: Literal| {
        let column: &TableColumn = &columns[at];
        (
            column.key.clone(),
            build::column_value(column, value.into()),
        )
    };
    let values = vec![
        value(1, Literal::Str("it's".to_owned())),
        value(0, Literal::Int(1)),
    ];
    let insert = SqlStatement::Insert(Box::new(Insert {
        ctes: Vec::new(),
        table: TableRef::named("users"),
        columns: columns.clone(),
        source: InsertSource::Values(values.clone()),
        on_conflict: None,
        returning: Vec::new(),
        prefixes: Vec::new(),
        hints: Vec::new(),
        inline: false,
    }));
    assert_eq!(
        sql("sqlite", &insert),
        "INSERT INTO users (id, name) VALUES (1, 'it''s')"
    );
    let update = SqlStatement::Update(Box::new(Update {
        ctes: Vec::new(),
        table: TableRef::named("users"),
        columns: columns.clone(),
        set: values,
        ordered: true,
        filter: vec![eq(id(&table("users")), Literal::Null)],
        returning: Vec::new(),
        prefixes: Vec::new(),
        hints: Vec::new(),
    }));
    assert_eq!(
        sql("postgresql", &update),
        "UPDATE users SET name='it''s', id=1 WHERE users.id IS NULL"
    );
}

#[test]
fn subqueries_in_from_are_named() {
    let users = table("users");
    let inner = FromItem::Subquery {
        select: Box::new(select(vec![id(&users)])),
        alias: AliasName {
            name: "anon".to_owned(),
            anonymous: true,
            id: 3,
        },
        lateral: false,
    };
    let anonymous = Arc::new(inner);
    assert_eq!(
        query("sqlite", select(vec![id(&anonymous)])),
        "SELECT anon_1.id \nFROM (SELECT users.id AS id \nFROM users) AS anon_1"
    );
}

#[test]
fn expressions_of_ddl_have_no_tables_and_no_placeholders() {
    let users = table("users");
    let age = column(&users, "age", SqlType::integer());
    let check = build::and(vec![
        build::operate(BinaryOp::Gt, age.clone(), Literal::Int(5).into(), false)
            .expect("numbers compare"),
        build::operate(BinaryOp::Ne, age, Literal::Null.into(), false).expect("so does None"),
    ]);
    for name in ["sqlite", "postgresql", "mysql"] {
        let dialect = dialect(name).expect("the dialect exists");
        assert_eq!(
            compile_expr_ddl(dialect, &check).expect("the expression compiles"),
            "age > 5 AND age IS NOT NULL"
        );
    }
}
