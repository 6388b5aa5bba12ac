//! From `format_type()` to the types of `sqlalchemy.dialects.postgresql`.

use limbec_schema::{
    ArrayType, BooleanType, ConstraintName, EnumType, IntegerSize, IntegerType, JsonType,
    NumericName, NumericType, PgDomain, PgType, ServerDefault, SqlType, StringName, StringType,
    TemporalName, TemporalType, UuidType,
};

use super::named_types::NamedTypes;
use crate::inspect::{ReflectedDomain, ReflectedEnum, reflected_text};

/// What `format_type()` says of one column, taken apart.
#[derive(Debug, PartialEq, Eq)]
struct Described {
    /// The name without parameters and brackets.
    name: String,
    /// What stands in the parentheses.
    args: Vec<String>,
    /// Whether it is an array; the number of dimensions is not in the catalog.
    array: bool,
}

impl Described {
    fn read(format_type: &str) -> Self {
        let mut name = format_type.to_owned();
        let mut args = Vec::new();
        if let (Some(open), Some(close)) = (name.find('('), name.rfind(')'))
            && open < close
        {
            let inside = &name[open + 1..close];
            if !inside.is_empty() {
                args = inside.split(',').map(|arg| arg.trim().to_owned()).collect();
            }
            name.replace_range(open..=close, "");
        }
        let array = name.ends_with("[]");
        while let Some(item) = name.strip_suffix("[]") {
            name = item.to_owned();
        }
        Described { name, args, array }
    }

    fn int(&self, place: usize) -> Option<i64> {
        self.args.get(place)?.parse().ok()
    }

    /// The only parameter.
    fn only(&self) -> Option<i64> {
        match self.args.as_slice() {
            [only] => only.parse().ok(),
            _ => None,
        }
    }
}

/// Whether a type of this text needs no look at the named types.
pub(super) fn is_builtin(format_type: &str) -> bool {
    builtin(&Described::read(format_type), None).is_some()
}

/// The type of a column or a domain, which `what` names in warnings.
pub(super) fn resolve(
    format_type: Option<&str>,
    collation: Option<&str>,
    named: &NamedTypes,
    what: &str,
    warnings: &mut Vec<String>,
) -> SqlType {
    let Some(format_type) = format_type else {
        warnings.push(format!("PostgreSQL format_type() returned NULL for {what}"));
        return SqlType::Null;
    };
    let described = Described::read(format_type);
    let tokens = tokens(&described.name);
    let found = if let Some(found) = named.enums.get(&tokens) {
        Some(enum_type(found))
    } else if let Some(found) = named.domains.get(&tokens) {
        Some(SqlType::Postgres(PgType::Domain(Box::new(domain(
            found, named, warnings,
        )))))
    } else {
        builtin(&described, collation)
    };
    let Some(item) = found else {
        let name = &described.name;
        warnings.push(format!("Did not recognize type '{name}' of {what}"));
        return SqlType::Null;
    };
    if !described.array {
        return item;
    }
    SqlType::Array(ArrayType {
        item: Box::new(item),
        dimensions: None,
        postgres: true,
        as_tuple: false,
        zero_indexes: false,
    })
}

/// An ENUM as the type of a column.
pub(super) fn enum_type(found: &ReflectedEnum) -> SqlType {
    SqlType::Enum(Box::new(EnumType {
        values: found.labels.clone(),
        name: ConstraintName::Plain(found.name.clone()),
        schema: (!found.visible).then(|| found.schema.clone()),
        inherit_schema: false,
        metadata: false,
        native_enum: true,
        create_constraint: false,
        length: None,
        create_type: true,
        exact: true,
        class_name: None,
        id: 0,
        odd_value: None,
    }))
}

/// A DOMAIN as the type of a column.
pub(super) fn domain(
    found: &ReflectedDomain,
    named: &NamedTypes,
    warnings: &mut Vec<String>,
) -> PgDomain {
    let what = format!("DOMAIN '{}'", found.name);
    let collation = found.collation.as_deref();
    let base = Some(found.base_type.as_str());
    let data_type = resolve(base, collation, named, &what, warnings);
    // SQLAlchemy's DOMAIN has room for one condition.
    let (constraint_name, check) = match found.constraints.first() {
        Some((name, check)) => (
            ConstraintName::Plain(name.clone()),
            Some(reflected_text(check)),
        ),
        None => (ConstraintName::Unnamed, None),
    };
    PgDomain {
        name: found.name.clone(),
        schema: (!found.visible).then(|| found.schema.clone()),
        data_type,
        collation: found.collation.clone(),
        default: found.default.clone().map(ServerDefault::Literal),
        constraint_name,
        not_null: Some(!found.nullable),
        check,
        create_type: false,
        inherit_schema: false,
        metadata: false,
    }
}

fn builtin(described: &Described, collation: Option<&str>) -> Option<SqlType> {
    let name = described.name.to_lowercase();
    if name == "interval" || name.starts_with("interval ") {
        return Some(SqlType::Postgres(PgType::Interval {
            fields: name.strip_prefix("interval ").map(str::to_owned),
            precision: described.only(),
        }));
    }
    if let Some(found) = postgres_only(&name, described) {
        return Some(SqlType::Postgres(found));
    }
    let string = |name| {
        SqlType::String(StringType {
            name,
            length: described.int(0),
            collation: collation.map(str::to_owned),
        })
    };
    let integer = |size| SqlType::Integer(IntegerType { size, exact: true });
    Some(match name.as_str() {
        "integer" => integer(IntegerSize::Regular),
        "bigint" => integer(IntegerSize::Big),
        "smallint" => integer(IntegerSize::Small),
        "character varying" => string(StringName::ExactVarchar),
        "character" => string(StringName::ExactChar),
        "\"char\"" | "name" => string(StringName::String),
        "text" => string(StringName::ExactText),
        "boolean" => SqlType::Boolean(BooleanType {
            exact: true,
            ..BooleanType::default()
        }),
        "numeric" | "real" | "double precision" => number(&name, described),
        "date" => SqlType::Temporal(TemporalType::named(TemporalName::ExactDate)),
        "time" | "time with time zone" | "time without time zone" => {
            temporal(TemporalName::ExactTime, &name, described)
        }
        "timestamp" | "timestamp with time zone" | "timestamp without time zone" => {
            temporal(TemporalName::ExactTimestamp, &name, described)
        }
        "json" | "jsonb" => SqlType::Json(JsonType {
            binary: name == "jsonb",
            dialect: Some("postgresql".to_owned()),
            none_as_null: false,
        }),
        "uuid" => SqlType::Uuid(UuidType {
            exact: true,
            as_uuid: true,
            native_uuid: true,
        }),
        _ => return None,
    })
}

fn number(name: &str, described: &Described) -> SqlType {
    let (class, precision, scale) = match name {
        "real" => (NumericName::ExactReal, None, None),
        "double precision" => (NumericName::ExactDoublePrecision, Some(53), None),
        _ => (
            NumericName::ExactNumeric,
            described.int(0),
            described.int(1),
        ),
    };
    SqlType::Numeric(NumericType {
        precision,
        scale,
        ..NumericType::named(class)
    })
}

fn temporal(class: TemporalName, name: &str, described: &Described) -> SqlType {
    SqlType::Temporal(TemporalType {
        name: class,
        timezone: name.ends_with(" with time zone"),
        precision: described.only(),
    })
}

fn postgres_only(name: &str, described: &Described) -> Option<PgType> {
    Some(match name {
        "bit" => PgType::Bit {
            length: described.int(0),
            varying: false,
        },
        "bit varying" => PgType::Bit {
            length: described.only(),
            varying: true,
        },
        "bytea" => PgType::Bytea { length: None },
        "inet" => PgType::Inet,
        "cidr" => PgType::Cidr,
        "macaddr" => PgType::Macaddr,
        "macaddr8" => PgType::Macaddr8,
        "money" => PgType::Money,
        "oid" => PgType::Oid,
        "regclass" => PgType::Regclass,
        "tsvector" => PgType::Tsvector,
        "tsquery" => PgType::Tsquery,
        "regconfig" => PgType::Regconfig,
        "hstore" => PgType::Hstore { text_type: None },
        "citext" => PgType::Citext,
        "int4range" | "int8range" | "numrange" | "daterange" | "tsrange" | "tstzrange"
        | "int4multirange" | "int8multirange" | "nummultirange" | "datemultirange"
        | "tsmultirange" | "tstzmultirange" => PgType::Range(name.to_uppercase()),
        _ => return None,
    })
}

/// The parts of a dotted name, out of their quotes.
fn tokens(name: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut quoted = false;
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        let last = found.len() - 1;
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                found[last].push('"');
            }
            '"' => quoted = !quoted,
            '.' if !quoted => found.push(String::new()),
            c => found[last].push(c),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(tokens("shop.state"), ["shop", "state"]);
        assert_eq!(tokens("\"Shop.A\".\"St\"\"x\""), ["Shop.A", "St\"x"]);
        let found = Described::read("timestamp(3) with time zone[]");
        assert_eq!(found.name, "timestamp with time zone");
        assert_eq!(found.args, ["3"]);
        assert!(found.array);
        assert_eq!(Described::read("numeric(10,2)").args, ["10", "2"]);
    }
}
