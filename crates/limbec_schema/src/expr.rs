use crate::{Select, SqlType};

/// A value in an SQL statement, as a script wrote it or a database returned it.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Literal {
    Null,
    Bool(bool),
    Int(i64),
    /// An integer outside of 64 bits, in decimal digits.
    BigInt(String),
    Float(f64),
    /// A decimal number, in its own digits.
    Decimal(String),
    Str(String),
    Bytes(Vec<u8>),
    Date {
        year: i32,
        month: u8,
        day: u8,
    },
    Time {
        hour: u8,
        minute: u8,
        second: u8,
        micros: u32,
        /// Offset from UTC in seconds.
        offset: Option<i32>,
    },
    DateTime {
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
        micros: u32,
        /// Offset from UTC in seconds.
        offset: Option<i32>,
    },
    /// A `timedelta`, in microseconds.
    Interval {
        micros: i128,
    },
    /// A UUID in its canonical 36 characters.
    Uuid(String),
    /// A value for a JSON column, as JSON text.
    Json(String),
    /// A list, for arrays and `IN`.
    List(Vec<Literal>),
}

/// A value that travels beside the statement, or inside it where literals are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Bind {
    /// The name given by the script; anonymous ones are named after their column (`name_1`).
    pub key: String,
    /// True where the name is only a stem that the compiler numbers.
    pub anonymous: bool,
    /// The value; `None` where it is required and comes at execution.
    pub value: Option<Literal>,
    /// The type, which decides how the literal is written.
    pub sql_type: SqlType,
    /// Always written inline (`op.inline_literal`, `literal_execute`).
    pub inline: bool,
    /// Expands to a list in parentheses (`IN`).
    pub expanding: bool,
}

/// A table (or alias, CTE, subquery) as a column or a FROM names it.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct TableRef {
    pub name: String,
    pub schema: Option<String>,
    pub alias: Option<String>,
    /// True where `alias` (or the name of a subquery) is a stem that the compiler numbers
    /// (`users_1`, `anon_1`).
    pub anonymous: bool,
    /// Identity of the alias object, so that two aliases of one table stay two.
    pub id: u64,
    pub quote: Option<bool>,
}

/// A column in an expression.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct ColumnRef {
    pub table: Option<TableRef>,
    pub name: String,
    pub sql_type: SqlType,
    pub quote: Option<bool>,
}

/// `sa.text(...)`: SQL with named parameters.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TextClause {
    /// The text as the script wrote it, `:name` parameters and `\:` escapes included.
    pub text: String,
    /// The values given by `bindparams`.
    pub binds: Vec<Bind>,
}

/// Operators with one operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum UnaryOp {
    Not,
    Neg,
    Desc,
    Asc,
    Distinct,
    Exists,
    Any,
    All,
    BitwiseNot,
}

/// Operators with two operands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Concat,
    Like {
        escape: Option<String>,
    },
    NotLike {
        escape: Option<String>,
    },
    Ilike {
        escape: Option<String>,
    },
    NotIlike {
        escape: Option<String>,
    },
    In,
    NotIn,
    Is,
    IsNot,
    IsDistinctFrom,
    IsNotDistinctFrom,
    RegexpMatch {
        flags: Option<String>,
    },
    NotRegexpMatch {
        flags: Option<String>,
    },
    Match,
    JsonGet,
    JsonPath,
    ArrayGet,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
    /// `column.op("->>")`, with its precedence and whether it is a comparison.
    Custom {
        text: String,
        precedence: i32,
        comparison: bool,
    },
}

/// Where NULLs sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum NullsOrder {
    First,
    Last,
}

/// `func.name(...)`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct FunctionCall {
    /// The dotted name, as written.
    pub name: String,
    pub args: Vec<Expr>,
    pub sql_type: SqlType,
    pub filter: Option<Box<Expr>>,
    pub within_group: Vec<Expr>,
    pub order_by: Vec<Expr>,
}

/// `CASE ... END`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Case {
    pub value: Option<Box<Expr>>,
    pub whens: Vec<(Expr, Expr)>,
    pub otherwise: Option<Box<Expr>>,
}

/// `... OVER (...)`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Over {
    pub call: Box<Expr>,
    pub partition_by: Vec<Expr>,
    pub order_by: Vec<Expr>,
    /// `ROWS ...` or `RANGE ...`, already in words.
    pub frame: Option<String>,
}

/// An SQL expression.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Expr {
    Text(TextClause),
    /// `literal_column("...")`: SQL that goes in as it is.
    Raw {
        text: String,
        sql_type: SqlType,
    },
    Column(ColumnRef),
    Bind(Bind),
    Null,
    True,
    False,
    /// `*`, or `t.*`.
    Star(Option<TableRef>),
    Unary {
        op: UnaryOp,
        operand: Box<Expr>,
    },
    Binary {
        op: BinaryOp,
        left: Box<Expr>,
        right: Box<Expr>,
        sql_type: SqlType,
    },
    Between {
        operand: Box<Expr>,
        low: Box<Expr>,
        high: Box<Expr>,
        negated: bool,
        symmetric: bool,
    },
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Function(FunctionCall),
    Cast {
        operand: Box<Expr>,
        sql_type: SqlType,
        try_cast: bool,
    },
    /// `type_coerce`: the type changes, the SQL does not.
    Coerce {
        operand: Box<Expr>,
        sql_type: SqlType,
    },
    Case(Case),
    Label {
        name: String,
        anonymous: bool,
        operand: Box<Expr>,
    },
    Over(Over),
    /// A SELECT that stands for one value.
    Subquery(Box<Select>),
    Tuple(Vec<Expr>),
    /// `postgresql.array([...])`.
    Array {
        items: Vec<Expr>,
        sql_type: SqlType,
    },
    Collate {
        operand: Box<Expr>,
        collation: String,
    },
    Extract {
        field: String,
        operand: Box<Expr>,
    },
    Nulls {
        operand: Box<Expr>,
        order: NullsOrder,
    },
    /// Parentheses that the script asked for (`self_group`).
    Group(Box<Expr>),
}

impl Expr {
    /// `sa.text(text)`.
    pub fn text(text: impl Into<String>) -> Self {
        Expr::Text(TextClause {
            text: text.into(),
            binds: Vec::new(),
        })
    }
}

/// How two tables are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum JoinKind {
    Inner,
    Left,
    Full,
}

/// Something that stands in FROM.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum FromItem {
    Table(TableRef),
    Subquery {
        select: Box<Select>,
        alias: TableRef,
        lateral: bool,
    },
    /// A CTE, defined in the statement's WITH.
    Cte(Box<crate::Cte>),
    Function {
        call: FunctionCall,
        alias: Option<TableRef>,
        columns: Vec<String>,
    },
    Values {
        columns: Vec<(String, SqlType)>,
        rows: Vec<Vec<Expr>>,
        alias: TableRef,
    },
    Text(TextClause),
    Join {
        kind: JoinKind,
        left: Box<FromItem>,
        right: Box<FromItem>,
        on: Option<Box<Expr>>,
    },
}
