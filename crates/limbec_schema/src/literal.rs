use crate::SqlType;

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
    /// A tuple, which some drivers write in parentheses.
    Tuple(Vec<Literal>),
}

impl Literal {
    /// The parts of a list or a tuple.
    pub fn items(&self) -> Option<&[Literal]> {
        match self {
            Literal::List(items) | Literal::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The type that SQLAlchemy takes for a Python value of which nothing else is known.
    pub fn natural_type(&self) -> SqlType {
        match self {
            Literal::Null | Literal::Json(_) | Literal::List(_) | Literal::Tuple(_) => {
                SqlType::Null
            }
            Literal::Bool(_) => SqlType::boolean(),
            Literal::Int(_) | Literal::BigInt(_) => SqlType::integer(),
            Literal::Float(_) => SqlType::float(),
            Literal::Decimal(_) => SqlType::numeric(),
            Literal::Str(_) => SqlType::string(None),
            Literal::Bytes(_) => SqlType::large_binary(),
            Literal::Date { .. } => SqlType::date(),
            Literal::Time { .. } => SqlType::time(),
            Literal::DateTime { .. } => SqlType::datetime(),
            Literal::Interval { .. } => SqlType::interval(),
            Literal::Uuid(_) => SqlType::uuid(),
        }
    }
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

/// Where NULLs sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum NullsOrder {
    First,
    Last,
}

impl Bind {
    /// A Python value as SQLAlchemy binds it: named after its place, typed by itself.
    pub fn value(value: Literal) -> Self {
        let sql_type = value.natural_type();
        Bind {
            key: "param".to_owned(),
            anonymous: true,
            value: Some(value),
            sql_type,
            inline: false,
            expanding: false,
        }
    }

    /// The type, found by the value where none was given.
    pub fn effective_type(&self) -> SqlType {
        match (&self.sql_type, &self.value) {
            (SqlType::Null, Some(value)) => value.natural_type(),
            (known, _) => known.clone(),
        }
    }
}
