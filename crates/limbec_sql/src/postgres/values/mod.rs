//! Values of a server in their text form, as Python values: what `psycopg2` makes of them under
//! SQLAlchemy.

mod array;
mod interval;
mod range;
mod temporal;

use limbec_schema::Literal;

use super::error::python_error;
use crate::db_error::DbError;

/// What the text of a value is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bool,
    Int,
    Float,
    Decimal,
    Bytes,
    Date,
    Time,
    Moment,
    ZonedMoment,
    Interval,
    Uuid,
    Json,
    Range(Bound),
    Text,
}

/// What the bounds of a range are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Int,
    Decimal,
    Date,
    Moment,
    ZonedMoment,
}

/// The range types that come with the server: the number, that of the array, the name, and what the bounds are.
const RANGES: [(u32, u32, &str, Bound); 6] = [
    (3904, 3905, "int4range", Bound::Int),
    (3926, 3927, "int8range", Bound::Int),
    (3906, 3907, "numrange", Bound::Decimal),
    (3912, 3913, "daterange", Bound::Date),
    (3908, 3909, "tsrange", Bound::Moment),
    (3910, 3911, "tstzrange", Bound::ZonedMoment),
];

/// The name of a type of ranges, with brackets behind it where it is that of an array.
pub(super) fn range_name(type_oid: u32) -> Option<String> {
    RANGES
        .iter()
        .find_map(|(own, array, name, _)| match type_oid {
            oid if oid == *own => Some((*name).to_owned()),
            oid if oid == *array => Some(format!("{name}[]")),
            _ => None,
        })
}

/// How a column is read, by the number of its type in `pg_type`, which never changes for the types
/// that come with the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reader {
    kind: Kind,
    array: bool,
}

impl Reader {
    /// The reader of a type. Types that `psycopg2` does not know stay text, arrays of them too.
    pub(super) fn of(type_oid: u32) -> Self {
        let scalar = |kind| Reader { kind, array: false };
        let array = |kind| Reader { kind, array: true };
        match type_oid {
            16 => scalar(Kind::Bool),
            17 => scalar(Kind::Bytes),
            20 | 21 | 23 | 26 => scalar(Kind::Int),
            114 | 3802 => scalar(Kind::Json),
            700 | 701 => scalar(Kind::Float),
            1082 => scalar(Kind::Date),
            1083 | 1266 => scalar(Kind::Time),
            1114 => scalar(Kind::Moment),
            1184 => scalar(Kind::ZonedMoment),
            1186 => scalar(Kind::Interval),
            1700 => scalar(Kind::Decimal),
            2950 => scalar(Kind::Uuid),
            1000 => array(Kind::Bool),
            1001 => array(Kind::Bytes),
            1005 | 1006 | 1007 | 1016 | 1028 => array(Kind::Int),
            199 | 3807 => array(Kind::Json),
            1021 | 1022 => array(Kind::Float),
            1182 => array(Kind::Date),
            1183 | 1270 => array(Kind::Time),
            1115 => array(Kind::Moment),
            1185 => array(Kind::ZonedMoment),
            1187 => array(Kind::Interval),
            1231 => array(Kind::Decimal),
            2951 => array(Kind::Uuid),
            // "char", name, text, char, varchar; cidr, inet, macaddr.
            1002 | 1003 | 1009 | 1014 | 1015 | 651 | 1041 | 1040 => array(Kind::Text),
            other => match RANGES
                .iter()
                .find(|range| other == range.0 || other == range.1)
            {
                Some((own, _, _, bound)) if other == *own => scalar(Kind::Range(*bound)),
                Some((_, _, _, bound)) => array(Kind::Range(*bound)),
                None => scalar(Kind::Text),
            },
        }
    }

    /// Reads a value.
    ///
    /// # Errors
    /// A value that Python cannot hold, in the words of its exception: a year before 1 or after 9999.
    pub(super) fn read(self, text: Option<String>) -> Result<Literal, DbError> {
        match text {
            None => Ok(Literal::Null),
            Some(text) if self.array => array::read(&text, &|item| self.kind.read(item)),
            Some(text) => self.kind.read(text),
        }
    }
}

impl Bound {
    fn kind(self) -> Kind {
        match self {
            Self::Int => Kind::Int,
            Self::Decimal => Kind::Decimal,
            Self::Date => Kind::Date,
            Self::Moment => Kind::Moment,
            Self::ZonedMoment => Kind::ZonedMoment,
        }
    }
}

impl Kind {
    fn read(self, text: String) -> Result<Literal, DbError> {
        Ok(match self {
            Kind::Text => Literal::Str(text),
            Kind::Range(bound) => range::read(&text, bound.kind())?,
            Kind::Bool => Literal::Bool(text == "t"),
            Kind::Int => match text.parse() {
                Ok(number) => Literal::Int(number),
                Err(_) => Literal::Str(text),
            },
            Kind::Float => match text.parse() {
                Ok(number) => Literal::Float(number),
                Err(_) => Literal::Str(text),
            },
            Kind::Decimal => Literal::Decimal(text),
            Kind::Bytes => Literal::Bytes(bytes(&text)),
            Kind::Uuid => Literal::Uuid(text),
            Kind::Json => Literal::Json(text),
            Kind::Date => temporal::date(&text)?,
            Kind::Time => temporal::time(&text)?,
            Kind::Moment => temporal::moment(&text, None)?,
            Kind::ZonedMoment => temporal::moment(&text, Some(0))?,
            Kind::Interval => interval::read(&text)?,
        })
    }
}

/// Bytes in either form of `bytea_output`: `\x00ff`, or `a\000\\` of old servers.
fn bytes(text: &str) -> Vec<u8> {
    let text = text.as_bytes();
    if let Some(digits) = text.strip_prefix(b"\\x") {
        let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or(0);
        return digits
            .chunks_exact(2)
            .map(|pair| u8::try_from(digit(pair[0]) * 16 + digit(pair[1])).unwrap_or(0))
            .collect();
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'\\' {
            out.push(byte);
        } else if let Some(b'\\') = rest.first() {
            out.push(b'\\');
            rest = &rest[1..];
        } else {
            let digits = rest.get(..3).unwrap_or(rest);
            let code = digits
                .iter()
                .fold(0_u32, |code, digit| code * 8 + u32::from(digit & 7));
            out.push(u8::try_from(code & 0xff).unwrap_or(0));
            rest = &rest[digits.len()..];
        }
    }
    out
}

/// Python's `ValueError`.
fn value_error(message: impl Into<String>) -> DbError {
    python_error("ValueError", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_in_both_forms() {
        assert_eq!(bytes("\\x00ff27"), b"\x00\xff'");
        assert_eq!(bytes("\\000\\377'\\\\A"), b"\x00\xff'\\A");
        assert_eq!(bytes(""), b"");
    }
}
