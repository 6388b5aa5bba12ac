use crate::{Constraint, ConstraintName, Expr, Options, SqlType, TextClause, Timing};

/// A column as a script declares it or as an inspector finds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The name in the database.
    pub name: String,
    /// Quoting forced on or off; by default the dialect decides.
    pub quote: Option<bool>,
    /// The type.
    pub sql_type: SqlType,
    /// Whether NULL is allowed. `None` means "not said": SQLAlchemy then takes `not primary_key`.
    pub nullable: Option<bool>,
    /// Whether the column is part of the primary key by `primary_key=True`.
    pub primary_key: bool,
    /// Whether the server numbers the rows.
    pub autoincrement: Autoincrement,
    /// The default that the server applies.
    pub server_default: Option<ServerDefault>,
    /// `GENERATED ... AS IDENTITY`.
    pub identity: Option<Box<Identity>>,
    /// `GENERATED ALWAYS AS (...)`.
    pub computed: Option<Box<Computed>>,
    /// A sequence given as the column's default.
    pub sequence: Option<Box<Sequence>>,
    /// True where the client supplies a default (`default=`): the server does not number such a key.
    pub client_default: bool,
    /// `system=True`: the server has the column by itself, and CREATE TABLE leaves it out.
    pub system: bool,
    /// The comment.
    pub comment: Option<String>,
    /// `index=True`: an index of its own.
    pub index: bool,
    /// `unique=True`: a unique constraint (or unique index beside `index=True`).
    pub unique: bool,
    /// Foreign keys declared inside the column.
    pub foreign_keys: Vec<InlineForeignKey>,
    /// Check constraints declared inside the column.
    pub constraints: Vec<Constraint>,
    /// Options that only some databases read.
    pub options: Options,
}

impl Column {
    /// A nullable column with a name and a type and nothing else.
    pub fn new(name: impl Into<String>, sql_type: SqlType) -> Self {
        Column {
            name: name.into(),
            quote: None,
            sql_type,
            nullable: None,
            primary_key: false,
            autoincrement: Autoincrement::Auto,
            server_default: None,
            identity: None,
            computed: None,
            sequence: None,
            client_default: false,
            system: false,
            comment: None,
            index: false,
            unique: false,
            foreign_keys: Vec::new(),
            constraints: Vec::new(),
            options: Options::new(),
        }
    }

    /// Whether NULL is allowed, by SQLAlchemy's default where the script did not say.
    pub fn is_nullable(&self) -> bool {
        self.nullable.unwrap_or(!self.primary_key)
    }
}

/// Whether the server numbers the rows of an integer key (SQLAlchemy's `autoincrement`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Autoincrement {
    /// `"auto"`: yes for a single-column integer primary key without a default or foreign key.
    #[default]
    Auto,
    /// `True`.
    On,
    /// `False`.
    Off,
    /// `"ignore_fk"`: as `Auto`, though the column has a foreign key.
    IgnoreForeignKey,
}

/// What the server writes when an INSERT leaves the column out.
// What is large and rare is in a box: a comparison holds every column of a database three times.
#[derive(Debug, Clone, PartialEq)]
pub enum ServerDefault {
    /// A Python string: rendered as a quoted SQL literal.
    Literal(String),
    /// An SQL expression: `sa.text(...)`, a function, `sa.true()`.
    Expr(Box<Expr>),
    /// `FetchedValue()`: the server has a default that DDL does not mention.
    Fetched,
}

impl ServerDefault {
    /// A default that is an expression.
    pub fn expr(expr: Expr) -> Self {
        Self::Expr(Box::new(expr))
    }

    /// The text of a default that is SQL as text: `sa.text(...)`, and what an inspector finds.
    pub fn as_text(&self) -> Option<&TextClause> {
        match self {
            Self::Expr(expr) => match &**expr {
                Expr::Text(clause) => Some(clause),
                _ => None,
            },
            Self::Literal(_) | Self::Fetched => None,
        }
    }

    /// As [`ServerDefault::as_text`], to change it.
    pub fn as_text_mut(&mut self) -> Option<&mut TextClause> {
        match self {
            Self::Expr(expr) => match &mut **expr {
                Expr::Text(clause) => Some(clause),
                _ => None,
            },
            Self::Literal(_) | Self::Fetched => None,
        }
    }
}

/// The options of a sequence, as `Sequence` and `Identity` share them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct SequenceOptions {
    pub start: Option<i64>,
    pub increment: Option<i64>,
    pub minvalue: Option<i64>,
    pub maxvalue: Option<i64>,
    pub nominvalue: Option<bool>,
    pub nomaxvalue: Option<bool>,
    pub cycle: Option<bool>,
    pub cache: Option<i64>,
    pub order: Option<bool>,
}

/// `sa.Identity(...)`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// `ALWAYS` (true) or `BY DEFAULT` (false).
    pub always: bool,
    /// `ON NULL` of Oracle.
    pub on_null: Option<bool>,
    /// The options in parentheses.
    pub options: SequenceOptions,
}

/// `sa.Computed(...)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Computed {
    /// The expression.
    pub expr: Expr,
    /// `STORED` (true), `VIRTUAL` (false), or the server's default.
    pub persisted: Option<bool>,
}

/// `sa.Sequence(...)`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sequence {
    /// The name.
    pub name: String,
    /// The schema.
    pub schema: Option<String>,
    /// The options.
    pub options: SequenceOptions,
    /// `AS type`.
    pub data_type: Option<SqlType>,
    /// `optional=True`: only used where the database has nothing better.
    pub optional: bool,
    /// Dropped only with the metadata.
    pub metadata_only: bool,
}

/// `sa.ForeignKey(...)` inside a column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct InlineForeignKey {
    /// The name of the constraint.
    pub name: ConstraintName,
    /// The schema of the table referred to.
    pub ref_schema: Option<String>,
    /// The table referred to.
    pub ref_table: String,
    /// The column referred to; `None` means the column of the same name.
    pub ref_column: Option<String>,
    /// `ON DELETE`.
    pub ondelete: Option<String>,
    /// `ON UPDATE`.
    pub onupdate: Option<String>,
    /// `MATCH`.
    pub match_type: Option<String>,
    /// `DEFERRABLE` and `INITIALLY`.
    pub timing: Timing,
    /// `use_alter=True`: made after the tables.
    pub use_alter: bool,
    /// Options that only some databases read.
    pub options: Options,
}
