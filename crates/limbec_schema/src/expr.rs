use std::sync::Arc;

use crate::{Bind, FromItem, NullsOrder, Select, SqlType};

/// A column in an expression: `table.c.name`, `sa.column("name")`, a mapped attribute.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnRef {
    /// What the column belongs to (`None` for `sa.column`). A statement that mentions the column
    /// gets this in its FROM, so a column of a subquery or CTE carries the whole of it.
    pub table: Option<Arc<FromItem>>,
    /// The name in the database (not the `key`).
    pub name: String,
    /// The type, which binds compared with the column take over.
    pub sql_type: SqlType,
    /// `quoted_name(..., quote=)`.
    pub quote: Option<bool>,
    /// Where the name is a stem that the compiler numbers: which column of the subquery or CTE it
    /// is, whose expression had no name (`anon_1`, `count_1`; see [`crate::build::output_names`]).
    pub anonymous: Option<usize>,
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
pub enum UnaryOp {
    /// `~x`, `sa.not_(x)`, where the operand has no opposite (see [`crate::build::negate`]).
    Not,
    /// `-x`.
    Neg,
    /// `x.desc()`, `sa.desc(x)`.
    Desc,
    /// `x.asc()`, `sa.asc(x)`.
    Asc,
    /// `sa.distinct(x)`, `x.distinct()`.
    Distinct,
    /// `sa.exists(...)`, `select.exists()`: the operand is an [`Expr::Subquery`].
    Exists,
    /// `sa.any_(x)`.
    Any,
    /// `sa.all_(x)`.
    All,
    /// `x.bitwise_not()`.
    BitwiseNot,
}

/// Which place of the string `startswith`, `endswith` and `contains` look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StringMatch {
    /// `startswith`.
    Start,
    /// `endswith`.
    End,
    /// `contains`.
    Anywhere,
}

/// Operators with two operands, named as in `sqlalchemy.sql.operators`.
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
    /// `a / b` (true division).
    Div,
    /// `a // b`.
    FloorDiv,
    Mod,
    /// `a.concat(b)`, or `a + b` of strings.
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
    /// `startswith`, `endswith`, `contains` and their `i` forms. `autoescape=True` is already
    /// applied to the bind by [`crate::build::string_match`].
    Matches {
        place: StringMatch,
        /// `istartswith`, `iendswith`, `icontains`.
        insensitive: bool,
        negated: bool,
        escape: Option<String>,
    },
    /// `x.in_(...)`: the right side is an expanding [`Bind`], a [`Expr::Subquery`] or a
    /// [`Expr::Tuple`] of expressions.
    In,
    NotIn,
    /// `x.is_(...)`, and `x == None`.
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
    NotMatch,
    /// `json_column["key"]`, `json_column[5]`. The type of the expression says whether JSON or a
    /// plain value is asked for (`.as_string()`, `.as_integer()` ... change the type).
    JsonGet,
    /// `json_column["a", "b", 3]`: the right side is a bind of a [`crate::Literal::List`].
    JsonPath,
    /// `array_column[3]`, `array_column[1:3]` ([`Expr::Slice`]), `hstore_column["key"]`.
    Index,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
    /// `column.op("->>")`, and the operators of one database (`@>`, `?`, `->>` of
    /// `postgresql.JSONB`).
    Custom(CustomOp),
}

/// `x.op(text, precedence=..., is_comparison=...)`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct CustomOp {
    pub text: String,
    pub precedence: i32,
    pub is_comparison: bool,
    /// The left operand of the same operator needs no parentheses.
    pub natural_self_precedent: bool,
    /// Always in parentheses (`eager_grouping`).
    pub eager_grouping: bool,
}

/// `func.name(...)`.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionCall {
    /// The packages before the name: `func.pg_catalog.lower` has `["pg_catalog"]`.
    pub packages: Vec<FunctionName>,
    /// The name as written (`func.NOW` and `func.now` are both `now()`, which databases spell
    /// differently).
    pub name: FunctionName,
    /// The arguments, Python values already made [`Expr::Bind`] by [`crate::build::function_arg`].
    pub args: Vec<Expr>,
    /// The type of the result: see [`crate::build::function_type`].
    pub sql_type: SqlType,
    /// `.filter(...)`: the conditions.
    pub filter: Vec<Expr>,
    /// `.within_group(...)`.
    pub within_group: Vec<Expr>,
}

/// A name of a function or of its package.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FunctionName {
    /// The name.
    pub name: String,
    /// `quoted_name(..., quote=)`.
    pub quote: Option<bool>,
}

/// `sa.case(...)`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Case {
    pub value: Option<Box<Expr>>,
    pub whens: Vec<(Expr, Expr)>,
    pub otherwise: Option<Box<Expr>>,
}

/// `x.over(...)`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Over {
    pub call: Box<Expr>,
    pub partition_by: Vec<Expr>,
    pub order_by: Vec<Expr>,
    pub frame: Option<Frame>,
}

/// `rows=`, `range_=` or `groups=` of `over`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Frame {
    pub unit: FrameUnit,
    /// `None` is unbounded, 0 the current row, negative numbers precede it.
    pub start: Option<i64>,
    pub end: Option<i64>,
}

/// The unit of a window frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FrameUnit {
    Rows,
    Range,
    Groups,
}

/// An SQL expression.
///
/// Build comparisons, negations and conjunctions by [`crate::build`], which knows what SQLAlchemy
/// makes of `== None`, `~x`, `and_(true(), x)` and of values beside typed columns.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// `sa.text("...")`.
    Text(TextClause),
    /// `sa.literal_column("...")`: SQL that goes in as it is.
    Raw {
        /// The SQL.
        text: String,
        /// `type_=`.
        sql_type: SqlType,
    },
    /// `table.c.name`, `sa.column("name")`.
    Column(ColumnRef),
    /// A Python value, `sa.literal(...)`, `sa.bindparam(...)`, `op.inline_literal(...)`.
    Bind(Bind),
    /// `sa.null()`, and `None` in a comparison.
    Null,
    /// `sa.true()`, and `True` in `==` or `is_`.
    True,
    /// `sa.false()`.
    False,
    /// `sa.text("*")` of a select without columns; `t.*` for `Some`.
    Star(Option<Arc<FromItem>>),
    /// One operand.
    Unary {
        /// The operator.
        op: UnaryOp,
        /// The operand, without the parentheses that the compiler adds.
        operand: Box<Expr>,
    },
    /// Two operands.
    Binary {
        /// The operator.
        op: BinaryOp,
        /// The left operand, without the parentheses that the compiler adds.
        left: Box<Expr>,
        /// The right operand.
        right: Box<Expr>,
        /// The type of the result.
        sql_type: SqlType,
    },
    /// `x.between(low, high)`, `sa.between(...)`.
    Between {
        /// What is compared.
        operand: Box<Expr>,
        /// The lower end.
        low: Box<Expr>,
        /// The upper end.
        high: Box<Expr>,
        /// `~x.between(...)`.
        negated: bool,
        /// `symmetric=True`.
        symmetric: bool,
    },
    /// `sa.and_(...)`, `a & b`.
    And(Vec<Expr>),
    /// `sa.or_(...)`, `a | b`.
    Or(Vec<Expr>),
    /// `func.name(...)`.
    Function(FunctionCall),
    /// `sa.cast(x, type)`, `x.cast(type)`, `sa.try_cast`.
    Cast {
        /// What is cast.
        operand: Box<Expr>,
        /// To what.
        sql_type: SqlType,
        /// `try_cast`.
        try_cast: bool,
    },
    /// `sa.type_coerce(x, type)`: the type changes, the SQL does not.
    Coerce {
        /// The expression.
        operand: Box<Expr>,
        /// Its type from here on.
        sql_type: SqlType,
    },
    /// `sa.case(...)`.
    Case(Case),
    /// `x.label("name")`.
    Label {
        /// The name, or its stem (`anon`).
        name: String,
        /// `label(None)`: the compiler numbers the name.
        anonymous: bool,
        /// What is labelled.
        operand: Box<Expr>,
    },
    /// `order_by("name")`, `group_by("name")`: the name of a column or label of the SELECT list.
    LabelRef(String),
    /// `x.over(...)`.
    Over(Over),
    /// `select(...).scalar_subquery()`, and a select in `IN` or `EXISTS`.
    Subquery(Box<Select>),
    /// `sa.tuple_(...)`.
    Tuple(Vec<Expr>),
    /// `postgresql.array([...])`.
    Array {
        /// The items.
        items: Vec<Expr>,
        /// The type, an `ARRAY`.
        sql_type: SqlType,
    },
    /// `array_column[start:stop]`, as the right side of [`BinaryOp::Index`].
    Slice {
        /// The first index.
        start: Box<Expr>,
        /// The last index.
        stop: Box<Expr>,
    },
    /// `x.collate("name")`, `sa.collate(...)`.
    Collate {
        /// What is collated.
        operand: Box<Expr>,
        /// The collation.
        collation: String,
    },
    /// `sa.extract("year", x)`.
    Extract {
        /// The field.
        field: String,
        /// Of what.
        operand: Box<Expr>,
    },
    /// `x.nulls_first()`, `sa.nulls_last(x)` (also written `nullsfirst`).
    Nulls {
        /// What is sorted by.
        operand: Box<Expr>,
        /// Where NULLs go.
        order: NullsOrder,
    },
    /// `x.regexp_replace(pattern, replacement)`.
    RegexpReplace {
        /// Where.
        operand: Box<Expr>,
        /// What.
        pattern: Box<Expr>,
        /// By what.
        replacement: Box<Expr>,
        /// `flags=`.
        flags: Option<String>,
    },
    /// `postgresql.aggregate_order_by(x, ...)`.
    AggregateOrderBy {
        /// The argument of the aggregate.
        operand: Box<Expr>,
        /// The order.
        order_by: Vec<Expr>,
    },
    /// A FROM item used as a value: `func.unnest(x).column_valued()`.
    FromValue(Arc<FromItem>),
    /// `insert.excluded.name` (SQLite, PostgreSQL) and `insert.inserted.name` (MySQL).
    Excluded {
        /// The column.
        name: String,
        /// Its type.
        sql_type: SqlType,
    },
    /// `sequence.next_value()`, `func.next_value(sequence)`.
    NextValue {
        /// The sequence.
        name: String,
        /// Its schema.
        schema: Option<String>,
    },
    /// Parentheses that the script asked for (`x.self_group()`, `sa.func(...).scalar_table...`).
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

    /// `sa.column(name)`, without a table.
    pub fn column(name: impl Into<String>, sql_type: SqlType) -> Self {
        Expr::Column(ColumnRef {
            table: None,
            name: name.into(),
            sql_type,
            quote: None,
            anonymous: None,
        })
    }

    /// The type of the expression, by SQLAlchemy's rules.
    pub fn sql_type(&self) -> SqlType {
        match self {
            Expr::Raw { sql_type, .. }
            | Expr::Binary { sql_type, .. }
            | Expr::Cast { sql_type, .. }
            | Expr::Coerce { sql_type, .. }
            | Expr::Array { sql_type, .. }
            | Expr::Excluded { sql_type, .. } => sql_type.clone(),
            Expr::Column(column) => column.sql_type.clone(),
            Expr::Bind(bind) => bind.effective_type(),
            Expr::True | Expr::False | Expr::Between { .. } | Expr::And(_) | Expr::Or(_) => {
                SqlType::boolean()
            }
            Expr::Unary { op, operand } => match op {
                UnaryOp::Exists => SqlType::boolean(),
                UnaryOp::Not => SqlType::Null,
                _ => operand.sql_type(),
            },
            Expr::Function(call) => call.sql_type.clone(),
            Expr::Case(case) => case.sql_type(),
            Expr::Over(over) => over.call.sql_type(),
            Expr::Subquery(select) => select
                .columns
                .first()
                .map_or(SqlType::Null, |column| column.expr.sql_type()),
            Expr::Label { operand, .. }
            | Expr::Collate { operand, .. }
            | Expr::Nulls { operand, .. }
            | Expr::AggregateOrderBy { operand, .. }
            | Expr::RegexpReplace { operand, .. }
            | Expr::Group(operand) => operand.sql_type(),
            Expr::Extract { .. } | Expr::NextValue { .. } => SqlType::integer(),
            Expr::Text(_)
            | Expr::Null
            | Expr::Star(_)
            | Expr::LabelRef(_)
            | Expr::Tuple(_)
            | Expr::Slice { .. }
            | Expr::FromValue(_) => SqlType::Null,
        }
    }
}

impl Expr {
    /// Calls `visit` for every expression directly inside this one. Those inside subqueries do not
    /// count: they belong to a statement of their own.
    pub fn each_child(&self, visit: &mut dyn FnMut(&Expr)) {
        match self {
            Expr::Text(_)
            | Expr::Raw { .. }
            | Expr::Column(_)
            | Expr::Bind(_)
            | Expr::Null
            | Expr::True
            | Expr::False
            | Expr::Star(_)
            | Expr::LabelRef(_)
            | Expr::Subquery(_)
            | Expr::FromValue(_)
            | Expr::Excluded { .. }
            | Expr::NextValue { .. } => {}
            Expr::Unary { operand, .. }
            | Expr::Cast { operand, .. }
            | Expr::Coerce { operand, .. }
            | Expr::Label { operand, .. }
            | Expr::Collate { operand, .. }
            | Expr::Extract { operand, .. }
            | Expr::Nulls { operand, .. }
            | Expr::Group(operand) => visit(operand),
            Expr::Binary { left, right, .. } => {
                visit(left);
                visit(right);
            }
            Expr::Between {
                operand, low, high, ..
            } => [operand, low, high].into_iter().for_each(|e| visit(e)),
            Expr::And(items) | Expr::Or(items) | Expr::Tuple(items) | Expr::Array { items, .. } => {
                items.iter().for_each(visit)
            }
            Expr::Function(call) => call
                .args
                .iter()
                .chain(&call.filter)
                .chain(&call.within_group)
                .for_each(visit),
            Expr::Case(case) => {
                case.value.iter().for_each(|e| visit(e));
                for (when, then) in &case.whens {
                    visit(when);
                    visit(then);
                }
                case.otherwise.iter().for_each(|e| visit(e));
            }
            Expr::Over(over) => {
                visit(&over.call);
                over.partition_by
                    .iter()
                    .chain(&over.order_by)
                    .for_each(visit);
            }
            Expr::Slice { start, stop } => {
                visit(start);
                visit(stop);
            }
            Expr::RegexpReplace {
                operand,
                pattern,
                replacement,
                ..
            } => [operand, pattern, replacement]
                .into_iter()
                .for_each(|e| visit(e)),
            Expr::AggregateOrderBy { operand, order_by } => {
                visit(operand);
                order_by.iter().for_each(visit);
            }
        }
    }
}

impl Case {
    /// The type of the last value that has one (SQLAlchemy looks from the last WHEN backwards).
    fn sql_type(&self) -> SqlType {
        self.whens
            .iter()
            .rev()
            .map(|(_, then)| then.sql_type())
            .find(|found| *found != SqlType::Null)
            .or_else(|| self.otherwise.as_ref().map(|other| other.sql_type()))
            .unwrap_or(SqlType::Null)
    }
}
