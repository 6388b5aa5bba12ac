use std::sync::Arc;

use limbec_schema::{
    BinaryOp, Column, ColumnRef, Constraint, ConstraintName, CreateTable, Delete, Expr, FromItem,
    Insert, InsertSource, Operation, PrimaryKeyConstraint, Select, SelectColumn, SqlStatement,
    SqlType, Table, TableColumn, TableRef, Update,
};

/// The only column of the table.
const COLUMN: &str = "version_num";

/// The table that holds the revisions a database is at.
///
/// It is made as Alembic makes it and never altered beyond what Alembic does to it, so that both
/// can work on one database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionTable {
    /// `version_table`, by default `alembic_version`.
    pub name: String,
    /// `version_table_schema`.
    pub schema: Option<String>,
    /// `version_table_pk`: whether the column is the primary key.
    pub primary_key: bool,
}

impl Default for VersionTable {
    fn default() -> Self {
        Self {
            name: "alembic_version".to_owned(),
            schema: None,
            primary_key: true,
        }
    }
}

impl VersionTable {
    /// `CREATE TABLE`.
    pub fn create(&self) -> Operation {
        let mut column = Column::new(COLUMN, SqlType::string(Some(32)));
        column.nullable = Some(false);
        let constraints = if self.primary_key {
            vec![Constraint::PrimaryKey(PrimaryKeyConstraint {
                name: ConstraintName::Plain(format!("{}_pkc", self.name)),
                columns: vec![COLUMN.to_owned()],
                ..PrimaryKeyConstraint::default()
            })]
        } else {
            Vec::new()
        };
        Operation::CreateTable(CreateTable {
            table: Table {
                name: self.name.clone(),
                schema: self.schema.clone(),
                columns: vec![column],
                constraints,
                ..Table::default()
            },
            if_not_exists: false,
        })
    }

    /// `SELECT` of all revisions.
    pub fn select(&self) -> SqlStatement {
        SqlStatement::Select(Box::new(Select {
            columns: vec![SelectColumn {
                expr: self.column(),
            }],
            from: vec![FromItem::Table(self.table())],
            ..Select::default()
        }))
    }

    /// `INSERT` of one revision.
    ///
    /// The compiler adds RETURNING where SQLAlchemy does: the value of the key is an expression.
    pub fn insert(&self, version: &str) -> SqlStatement {
        SqlStatement::Insert(Box::new(Insert {
            ctes: Vec::new(),
            table: self.table(),
            columns: self.columns(),
            source: InsertSource::Values(vec![(COLUMN.to_owned(), quoted(version))]),
            on_conflict: None,
            returning: Vec::new(),
            prefixes: Vec::new(),
            hints: Vec::new(),
            inline: false,
        }))
    }

    /// `UPDATE` of one revision to another.
    pub fn update(&self, from: &str, to: &str) -> SqlStatement {
        SqlStatement::Update(Box::new(Update {
            ctes: Vec::new(),
            table: self.table(),
            columns: self.columns(),
            set: vec![(COLUMN.to_owned(), quoted(to))],
            ordered: false,
            filter: vec![self.equals(from)],
            returning: Vec::new(),
            prefixes: Vec::new(),
            hints: Vec::new(),
        }))
    }

    /// `DELETE` of one revision.
    pub fn delete(&self, version: &str) -> SqlStatement {
        self.delete_where(vec![self.equals(version)])
    }

    /// `DELETE` of every row: `stamp --purge`.
    pub fn delete_all(&self) -> SqlStatement {
        self.delete_where(Vec::new())
    }

    fn delete_where(&self, filter: Vec<Expr>) -> SqlStatement {
        SqlStatement::Delete(Box::new(Delete {
            ctes: Vec::new(),
            table: self.table(),
            filter,
            returning: Vec::new(),
            prefixes: Vec::new(),
            hints: Vec::new(),
        }))
    }

    fn table(&self) -> TableRef {
        TableRef {
            name: self.name.clone(),
            schema: self.schema.clone(),
            of_metadata: true,
            ..TableRef::default()
        }
    }

    fn columns(&self) -> Vec<TableColumn> {
        let mut column = TableColumn::new(COLUMN, SqlType::string(Some(32)));
        column.primary_key = self.primary_key;
        vec![column]
    }

    fn column(&self) -> Expr {
        Expr::Column(ColumnRef {
            table: Some(Arc::new(FromItem::Table(self.table()))),
            name: COLUMN.to_owned(),
            sql_type: SqlType::string(Some(32)),
            quote: None,
            anonymous: None,
        })
    }

    fn equals(&self, version: &str) -> Expr {
        Expr::Binary {
            op: BinaryOp::Eq,
            left: Box::new(self.column()),
            right: Box::new(quoted(version)),
            sql_type: SqlType::Boolean(limbec_schema::BooleanType::default()),
        }
    }
}

/// Alembic writes revisions between plain quotes and never as parameters; a revision identifier has
/// no quote, since the graph takes identifiers from scripts that could not be imported with one.
fn quoted(version: &str) -> Expr {
    Expr::Raw {
        text: format!("'{}'", version.replace('\'', "''")),
        sql_type: SqlType::Null,
    }
}
