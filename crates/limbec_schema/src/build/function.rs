use super::{Affinity, Operand};
use crate::{Bind, Expr, Literal, SqlType};

/// An argument of `func.name(...)`: Python values become binds named after the function.
pub fn function_arg(name: &str, value: Operand) -> Expr {
    match value {
        Operand::Expr(expr) => expr,
        Operand::Value(Literal::Null) => Expr::Null,
        Operand::Value(value) => Expr::Bind(Bind {
            key: name.to_owned(),
            ..Bind::value(value)
        }),
    }
}

/// True for the functions that SQLAlchemy knows by name, in any case.
pub fn is_generic_function(name: &str) -> bool {
    known(&name.to_ascii_lowercase()).is_some()
}

/// The type of `func.name(args)`, where no `type_` is given.
pub fn function_type(name: &str, args: &[Expr]) -> SqlType {
    match known(&name.to_ascii_lowercase()) {
        None => SqlType::Null,
        Some(Known::Type(sql_type)) => sql_type,
        Some(Known::OfArguments) => args
            .iter()
            .map(Expr::sql_type)
            .find(|found| found.affinity() != Affinity::Null)
            .unwrap_or(SqlType::Null),
        Some(Known::ArrayOfArgument) => SqlType::Array(crate::ArrayType {
            item: Box::new(args.first().map_or(SqlType::Null, Expr::sql_type)),
            dimensions: None,
            postgres: false,
            as_tuple: false,
            zero_indexes: false,
        }),
    }
}

/// What a generic function yields.
enum Known {
    Type(SqlType),
    OfArguments,
    ArrayOfArgument,
}

fn known(name: &str) -> Option<Known> {
    Some(match name {
        "now" | "current_timestamp" | "localtime" | "localtimestamp" | "sysdate" => {
            Known::Type(SqlType::datetime())
        }
        "current_date" => Known::Type(SqlType::date()),
        "current_time" => Known::Type(SqlType::time()),
        "current_user" | "session_user" | "user" | "concat" | "aggregate_strings" => {
            Known::Type(SqlType::string(None))
        }
        "count" | "char_length" | "rank" | "dense_rank" | "next_value" => {
            Known::Type(SqlType::integer())
        }
        "percent_rank" | "cume_dist" => Known::Type(SqlType::numeric()),
        "coalesce" | "max" | "min" | "sum" => Known::OfArguments,
        "array_agg" => Known::ArrayOfArgument,
        "random" | "mode" | "percentile_cont" | "percentile_disc" | "cube" | "rollup"
        | "grouping_sets" => Known::Type(SqlType::Null),
        _ => return None,
    })
}
