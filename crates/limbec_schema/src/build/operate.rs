use super::{Affinity, BuildError, Operand, is_generic_function};
use crate::{BinaryOp, Bind, Expr, FunctionCall, Literal, SqlType, TableColumn, UnaryOp};

/// `left op right`, with all that SQLAlchemy decides about it: IS for None, the type of a value
/// from its neighbour, `||` for `+` of strings, the type of the result.
///
/// `reversed` is Python's reflected operator (`5 + column`): then `right` stands on the left.
///
/// # Errors
/// An operator that cannot be used with None, True or False, or with ANY and ALL.
pub fn operate(
    op: BinaryOp,
    left: Expr,
    right: Operand,
    reversed: bool,
) -> Result<Expr, BuildError> {
    if is_comparison(&op) {
        return compare(op, left, right, reversed);
    }
    if is_collection(&left) {
        return Err(BuildError::Argument(
            "Only comparison operators may be used with ANY/ALL".to_owned(),
        ));
    }
    let other = beside(&left, &op, right);
    let (left, right) = if reversed {
        (other, left)
    } else {
        (left, other)
    };
    let (op, sql_type) = result(op, &left, &right);
    Ok(binary(op, left, right, sql_type))
}

/// `left.in_(values)`, or `not_in`.
pub fn in_list(left: Expr, values: Vec<Literal>, negated: bool) -> Expr {
    let sql_type = match values.first() {
        Some(first) => left.sql_type().for_compared_value(first),
        None => left.sql_type(),
    };
    let bind = Bind {
        expanding: true,
        sql_type,
        ..bind_beside(&left, Literal::List(values))
    };
    let op = if negated {
        BinaryOp::NotIn
    } else {
        BinaryOp::In
    };
    binary(op, left, Expr::Bind(bind), SqlType::boolean())
}

/// `operand.between(low, high)`.
pub fn between(operand: Expr, low: Operand, high: Operand, symmetric: bool) -> Expr {
    let low = beside(&operand, &BinaryOp::Ge, low);
    let high = beside(&operand, &BinaryOp::Le, high);
    Expr::Between {
        operand: Box::new(operand),
        low: Box::new(low),
        high: Box::new(high),
        negated: false,
        symmetric,
    }
}

/// A value that an INSERT or UPDATE gives to a column.
pub fn column_value(column: &TableColumn, value: Operand) -> Expr {
    match value {
        Operand::Expr(Expr::Bind(bind)) if bind.sql_type == SqlType::Null => Expr::Bind(Bind {
            sql_type: column.sql_type.clone(),
            ..bind
        }),
        Operand::Expr(expr) => expr,
        Operand::Value(value) => Expr::Bind(Bind {
            key: column.key.clone(),
            anonymous: false,
            value: Some(value),
            sql_type: column.sql_type.clone(),
            inline: false,
            expanding: false,
        }),
    }
}

/// True for the operators whose result is a truth value.
pub(super) fn is_comparison(op: &BinaryOp) -> bool {
    use BinaryOp::{
        Add, BitAnd, BitOr, BitXor, Concat, Custom, Div, FloorDiv, Index, JsonGet, JsonPath, Mod,
        Mul, ShiftLeft, ShiftRight, Sub,
    };
    !matches!(
        op,
        Add | Sub
            | Mul
            | Div
            | FloorDiv
            | Mod
            | Concat
            | JsonGet
            | JsonPath
            | Index
            | BitAnd
            | BitOr
            | BitXor
            | ShiftLeft
            | ShiftRight
            | Custom(_)
    )
}

/// True for expressions that stand in parentheses where they stand alone (`self_group`).
pub fn is_operator(expr: &Expr) -> bool {
    match expr {
        Expr::Binary { .. }
        | Expr::Between { .. }
        | Expr::Collate { .. }
        | Expr::RegexpReplace { .. } => true,
        Expr::And(items) | Expr::Or(items) => items.len() > 1,
        Expr::Unary { op, operand } => match op {
            UnaryOp::Desc | UnaryOp::Asc => false,
            UnaryOp::Not => !operand.is_plain_boolean(),
            _ => true,
        },
        Expr::Function(call) => !call.filter.is_empty(),
        _ => false,
    }
}

/// True for `any_(...)` and `all_(...)`.
pub(super) fn is_collection(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Unary {
            op: UnaryOp::Any | UnaryOp::All,
            ..
        }
    )
}

pub(super) fn binary(op: BinaryOp, left: Expr, right: Expr, sql_type: SqlType) -> Expr {
    Expr::Binary {
        op,
        left: Box::new(left),
        right: Box::new(right),
        sql_type,
    }
}

/// The other operand as an expression: values become binds that take the type beside them.
pub(super) fn beside(expr: &Expr, op: &BinaryOp, other: Operand) -> Expr {
    match other {
        Operand::Value(Literal::Null) => Expr::Null,
        Operand::Value(value) => {
            let bind = bind_beside(expr, value);
            Expr::Bind(match op {
                BinaryOp::JsonGet | BinaryOp::JsonPath => Bind {
                    sql_type: SqlType::Null,
                    ..bind
                },
                _ => bind,
            })
        }
        Operand::Expr(Expr::Bind(bind)) if takes_type(&bind) => Expr::Bind(Bind {
            sql_type: expr.sql_type(),
            ..bind
        }),
        Operand::Expr(other) => other,
    }
}

/// A `bindparam("name")` without type or value takes the type of its neighbour.
fn takes_type(bind: &Bind) -> bool {
    bind.sql_type == SqlType::Null && bind.value.is_none()
}

/// A Python value beside an expression, named and typed after it.
pub fn value_beside(expr: &Expr, value: Literal) -> Expr {
    Expr::Bind(bind_beside(expr, value))
}

fn bind_beside(expr: &Expr, value: Literal) -> Bind {
    let neighbour = match expr {
        Expr::Unary {
            op: UnaryOp::Any | UnaryOp::All,
            operand,
        } => match operand.sql_type() {
            SqlType::Array(array) => (*array.item).clone(),
            other => other,
        },
        _ => expr.sql_type(),
    };
    let key = match expr {
        Expr::Column(column) => column.name.clone(),
        Expr::Raw { text, .. } => text.clone(),
        Expr::Function(call) if call.filter.is_empty() && call.within_group.is_empty() => {
            call.name.name.clone()
        }
        _ => "param".to_owned(),
    };
    Bind {
        key,
        anonymous: true,
        sql_type: neighbour.for_compared_value(&value),
        value: Some(value),
        inline: false,
        expanding: false,
    }
}

fn compare(op: BinaryOp, left: Expr, right: Operand, reversed: bool) -> Result<Expr, BuildError> {
    if is_collection(&left) && !reversed {
        let mirrored = mirror(op);
        return compare(mirrored, left, right, true);
    }
    let boolean = SqlType::boolean();
    let other = match right {
        Operand::Value(Literal::Null) | Operand::Expr(Expr::Null) => {
            return constant(op, left, Expr::Null);
        }
        Operand::Value(Literal::Bool(true)) | Operand::Expr(Expr::True) => {
            return constant(op, left, Expr::True);
        }
        Operand::Value(Literal::Bool(false)) | Operand::Expr(Expr::False) => {
            return constant(op, left, Expr::False);
        }
        other => beside(&left, &op, other),
    };
    if !reversed && asks_right_first(&op, &left, &other) {
        return Ok(binary(mirror(op), other, left, boolean));
    }
    Ok(if reversed {
        binary(op, other, left, boolean)
    } else {
        binary(op, left, other, boolean)
    })
}

/// A comparison with None, True or False.
fn constant(op: BinaryOp, left: Expr, value: Expr) -> Result<Expr, BuildError> {
    let truth = matches!(value, Expr::True | Expr::False);
    let op = match op {
        BinaryOp::Eq | BinaryOp::Ne if truth => op,
        BinaryOp::IsDistinctFrom | BinaryOp::IsNotDistinctFrom => op,
        _ if is_collection(&left) => return Ok(binary(op, value, left, SqlType::boolean())),
        BinaryOp::Eq | BinaryOp::Is => BinaryOp::Is,
        BinaryOp::Ne | BinaryOp::IsNot => BinaryOp::IsNot,
        _ => {
            return Err(BuildError::Argument(
                "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', \
                 'is_not_distinct_from()' operators can be used with None/True/False"
                    .to_owned(),
            ));
        }
    };
    Ok(binary(op, left, value, SqlType::boolean()))
}

/// Python asks the right operand first where its class is derived from that of the left one, as
/// `func.sum` is derived from the class of functions that SQLAlchemy does not know.
fn asks_right_first(op: &BinaryOp, left: &Expr, right: &Expr) -> bool {
    let (Expr::Function(left), Expr::Function(right)) = (left, right) else {
        return false;
    };
    let plain = |call: &FunctionCall| call.filter.is_empty() && call.within_group.is_empty();
    let comparison = matches!(
        op,
        BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge
    );
    comparison
        && plain(left)
        && plain(right)
        && !is_generic_function(&left.name.name)
        && is_generic_function(&right.name.name)
}

fn mirror(op: BinaryOp) -> BinaryOp {
    match op {
        BinaryOp::Lt => BinaryOp::Gt,
        BinaryOp::Le => BinaryOp::Ge,
        BinaryOp::Gt => BinaryOp::Lt,
        BinaryOp::Ge => BinaryOp::Le,
        other => other,
    }
}

/// The operator and type of an expression that is not a comparison.
fn result(op: BinaryOp, left: &Expr, right: &Expr) -> (BinaryOp, SqlType) {
    match &op {
        BinaryOp::Custom(custom) if custom.is_comparison => (op, SqlType::boolean()),
        BinaryOp::JsonGet | BinaryOp::JsonPath => (op, left.sql_type()),
        BinaryOp::Index => {
            let item = match left.sql_type() {
                SqlType::Array(array) => match array.dimensions {
                    Some(n) if n > 1 => SqlType::Array(crate::ArrayType {
                        dimensions: Some(n - 1),
                        ..array
                    }),
                    None | Some(_) if matches!(right, Expr::Slice { .. }) => SqlType::Array(array),
                    _ => (*array.item).clone(),
                },
                other if other.affinity() == Affinity::Hstore => SqlType::string(None),
                other => other,
            };
            (op, item)
        }
        _ => SqlType::adapt(op, &left.sql_type(), &right.sql_type()),
    }
}
