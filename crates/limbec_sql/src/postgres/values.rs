//! Values of a server in their text form, as Python values: what `psycopg2` makes of them.

use limbec_schema::Literal;

/// Numbers of `pg_type` that never change.
pub mod oid {
    #![allow(missing_docs)]
    pub const BOOL: u32 = 16;
    pub const BYTEA: u32 = 17;
    pub const INT8: u32 = 20;
    pub const INT2: u32 = 21;
    pub const INT4: u32 = 23;
    pub const OID: u32 = 26;
    pub const FLOAT4: u32 = 700;
    pub const FLOAT8: u32 = 701;
    pub const NUMERIC: u32 = 1700;
}

/// Reads the text of a value.
pub fn read(text: Option<&str>, type_oid: u32) -> Literal {
    let Some(text) = text else {
        return Literal::Null;
    };
    let text_value = || Literal::Str(text.to_owned());
    match type_oid {
        oid::BOOL => Literal::Bool(text == "t"),
        oid::INT2 | oid::INT4 | oid::INT8 | oid::OID => {
            text.parse().map_or_else(|_| text_value(), Literal::Int)
        }
        oid::FLOAT4 | oid::FLOAT8 => text.parse().map_or_else(|_| text_value(), Literal::Float),
        oid::NUMERIC => Literal::Decimal(text.to_owned()),
        _ => text_value(),
    }
}
