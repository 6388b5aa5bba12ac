use crate::{BinaryOp, Literal, NumericName, PgType, SqlType, StringName, TemporalName};

/// The family of a type: what SQLAlchemy compares where it asks whether two types are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Affinity {
    Null,
    Boolean,
    Integer,
    Numeric,
    String,
    Binary,
    Date,
    Time,
    DateTime,
    Interval,
    Json,
    Uuid,
    Array,
    Hstore,
    /// A type that is alike to none other.
    Other,
}

impl SqlType {
    /// The family of the type.
    pub fn affinity(&self) -> Affinity {
        match self {
            SqlType::Null => Affinity::Null,
            SqlType::Boolean(_) => Affinity::Boolean,
            SqlType::Integer(_) => Affinity::Integer,
            SqlType::Numeric(_) => Affinity::Numeric,
            SqlType::String(_) | SqlType::Enum(_) => Affinity::String,
            SqlType::Binary(_) => Affinity::Binary,
            SqlType::Temporal(t) => temporal(t.name),
            SqlType::Sqlite(t) => temporal(t.name),
            SqlType::Interval(_) => Affinity::Interval,
            SqlType::Json(_) => Affinity::Json,
            SqlType::Uuid(_) => Affinity::Uuid,
            SqlType::Array(_) => Affinity::Array,
            SqlType::Postgres(t) => postgres(t),
            SqlType::Mysql(t) => mysql(&t.name),
            SqlType::Foreign(_) | SqlType::User(_) => Affinity::Other,
            SqlType::Decorated(t) => t.base.affinity(),
            SqlType::Variant(t) => t.base.affinity(),
        }
    }

    /// The type of a Python value that stands beside an expression of this type
    /// (`coerce_compared_value`).
    pub fn for_compared_value(&self, value: &Literal) -> SqlType {
        let natural = value.natural_type();
        let own = match self {
            SqlType::Decorated(_) => true,
            SqlType::Postgres(PgType::Inet | PgType::Cidr | PgType::Macaddr | PgType::Macaddr8) => {
                true
            }
            SqlType::Binary(_) | SqlType::Uuid(_) => matches!(value, Literal::Str(_)),
            SqlType::Variant(v) => return v.base.for_compared_value(value).or_variant(self),
            _ => false,
        };
        let alike = natural.affinity() == Affinity::Null || natural.affinity() == self.affinity();
        if own || alike { self.clone() } else { natural }
    }

    /// Keeps the variants of `whole` where its base type was chosen.
    fn or_variant(self, whole: &SqlType) -> SqlType {
        match whole {
            SqlType::Variant(v) if *v.base == self => whole.clone(),
            _ => self,
        }
    }

    /// Whether `+` on this type means `||`.
    fn is_concatenable(&self) -> bool {
        matches!(
            self.affinity(),
            Affinity::String | Affinity::Json | Affinity::Array | Affinity::Hstore
        )
    }

    /// The operator and the type of `left op right` (`_adapt_expression`).
    pub(super) fn adapt(op: BinaryOp, left: &SqlType, right: &SqlType) -> (BinaryOp, SqlType) {
        let commutative = matches!(
            op,
            BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Add | BinaryOp::Mul
        );
        if left.affinity() == Affinity::Null {
            return if right.affinity() == Affinity::Null || !commutative {
                (op, left.clone())
            } else {
                SqlType::adapt(op, right, left)
            };
        }
        if left.is_concatenable() {
            let joins = right.is_concatenable() || right.affinity() == Affinity::Null;
            return if op == BinaryOp::Add && joins {
                (BinaryOp::Concat, left.clone())
            } else {
                (op, left.clone())
            };
        }
        let result = adapted_type(&op, left, right);
        (op, result)
    }
}

/// The type of arithmetic between numbers, dates and intervals.
fn adapted_type(op: &BinaryOp, left: &SqlType, right: &SqlType) -> SqlType {
    use Affinity::{Date, DateTime, Integer, Interval, Numeric, Time};
    use BinaryOp::{Add, Div, FloorDiv, Mul, Sub};
    match (left.affinity(), op, right.affinity()) {
        (Integer, Add, Date) | (Integer, Mul, Interval) | (Numeric, Mul, Interval) => right.clone(),
        (Integer, Add | Mul | Sub | Div | FloorDiv, Numeric) => right.clone(),
        (Integer, Div, Integer) => SqlType::numeric(),
        (Numeric, Add | Mul | Sub | Div, Numeric) if !left.is_float() => right.clone(),
        (Date, Add, Integer) | (Date, Sub, Integer) => left.clone(),
        (Date, Add, Interval) | (Date, Sub, Interval) | (Date, Add, Time) => SqlType::datetime(),
        (Date, Sub, Date) => SqlType::integer(),
        (Date, Sub, DateTime) | (Time, Sub, Time) | (DateTime, Sub, DateTime) => {
            SqlType::interval()
        }
        (Time, Add, Date) => SqlType::datetime(),
        (Interval, Add, Date | DateTime) => SqlType::datetime(),
        (Interval, Add, Time) => right.clone(),
        _ => left.clone(),
    }
}

fn temporal(name: TemporalName) -> Affinity {
    match name {
        TemporalName::Date | TemporalName::ExactDate => Affinity::Date,
        TemporalName::Time | TemporalName::ExactTime => Affinity::Time,
        TemporalName::DateTime | TemporalName::ExactDateTime | TemporalName::ExactTimestamp => {
            Affinity::DateTime
        }
    }
}

fn postgres(t: &PgType) -> Affinity {
    match t {
        PgType::Bytea { .. } => Affinity::Binary,
        PgType::Interval { .. } => Affinity::Interval,
        PgType::Citext => Affinity::String,
        PgType::Tsvector | PgType::Tsquery => Affinity::String,
        PgType::Hstore { .. } => Affinity::Hstore,
        PgType::Domain(domain) => domain.data_type.affinity(),
        _ => Affinity::Other,
    }
}

fn mysql(name: &str) -> Affinity {
    match name {
        "TINYINT" | "SMALLINT" | "MEDIUMINT" | "INTEGER" | "BIGINT" => Affinity::Integer,
        "NUMERIC" | "DECIMAL" | "DOUBLE" | "REAL" | "FLOAT" => Affinity::Numeric,
        "DATETIME" | "TIMESTAMP" => Affinity::DateTime,
        "TIME" => Affinity::Time,
        "TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" => Affinity::Binary,
        "CHAR" | "VARCHAR" | "NCHAR" | "NVARCHAR" | "TEXT" | "TINYTEXT" | "MEDIUMTEXT"
        | "LONGTEXT" | "ENUM" | "SET" => Affinity::String,
        _ => Affinity::Other,
    }
}

impl SqlType {
    /// `sa.Unicode()`, the type of `.as_string()`.
    pub fn unicode() -> Self {
        SqlType::String(crate::StringType {
            name: StringName::Unicode,
            length: None,
            collation: None,
        })
    }

    /// True for `sa.Float` and its relatives, which differ from `Numeric` in CAST and literals.
    pub fn is_float(&self) -> bool {
        matches!(self, SqlType::Numeric(n) if !matches!(
            n.name,
            NumericName::Numeric | NumericName::ExactNumeric | NumericName::ExactDecimal
        ))
    }
}
