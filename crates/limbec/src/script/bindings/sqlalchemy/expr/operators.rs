//! Operators and methods of column expressions.

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_schema::build::{self, Operand, Pattern};
use limbec_schema::{
    BinaryOp as Op, CustomOp, Expr, Frame, FrameUnit, NullsOrder, Over, SqlType, StringMatch,
    UnaryOp,
};

use super::{argument, build_error, json_access, node, operand, wrap};
use crate::script::bindings::sqlalchemy::util::{argument_error, attr};
use crate::script::bindings::sqlalchemy::{convert, missing, registry, select, types};

/// Python's operators and the methods that are plain binary operators.
const BINARY: &[(&str, Op)] = &[
    ("__eq__", Op::Eq),
    ("__ne__", Op::Ne),
    ("__lt__", Op::Lt),
    ("__le__", Op::Le),
    ("__gt__", Op::Gt),
    ("__ge__", Op::Ge),
    ("__add__", Op::Add),
    ("__sub__", Op::Sub),
    ("__mul__", Op::Mul),
    ("__truediv__", Op::Div),
    ("__floordiv__", Op::FloorDiv),
    ("__mod__", Op::Mod),
    ("__lshift__", Op::ShiftLeft),
    ("__rshift__", Op::ShiftRight),
    ("concat", Op::Concat),
    ("is_", Op::Is),
    ("is_not", Op::IsNot),
    ("isnot", Op::IsNot),
    ("is_distinct_from", Op::IsDistinctFrom),
    ("is_not_distinct_from", Op::IsNotDistinctFrom),
    ("isnot_distinct_from", Op::IsNotDistinctFrom),
    ("bitwise_and", Op::BitAnd),
    ("bitwise_or", Op::BitOr),
    ("bitwise_xor", Op::BitXor),
    ("bitwise_lshift", Op::ShiftLeft),
    ("bitwise_rshift", Op::ShiftRight),
];

/// Python's reflected operators: `5 + column`.
const REFLECTED: &[(&str, Op)] = &[
    ("__radd__", Op::Add),
    ("__rsub__", Op::Sub),
    ("__rmul__", Op::Mul),
    ("__rtruediv__", Op::Div),
    ("__rfloordiv__", Op::FloorDiv),
    ("__rmod__", Op::Mod),
];

/// `startswith` and its relatives: place, insensitive.
const MATCHES: &[(&str, StringMatch, bool)] = &[
    ("startswith", StringMatch::Start, false),
    ("endswith", StringMatch::End, false),
    ("contains", StringMatch::Anywhere, false),
    ("istartswith", StringMatch::Start, true),
    ("iendswith", StringMatch::End, true),
    ("icontains", StringMatch::Anywhere, true),
];

/// `like` and its relatives, by whether they are negated and insensitive.
const LIKES: &[(&str, bool, bool)] = &[
    ("like", false, false),
    ("ilike", false, true),
    ("not_like", true, false),
    ("notlike", true, false),
    ("not_ilike", true, true),
    ("notilike", true, true),
];

/// Methods that wrap their operand.
const UNARY: &[(&str, UnaryOp)] = &[
    ("desc", UnaryOp::Desc),
    ("asc", UnaryOp::Asc),
    ("distinct", UnaryOp::Distinct),
    ("__neg__", UnaryOp::Neg),
    ("bitwise_not", UnaryOp::BitwiseNot),
    ("any_", UnaryOp::Any),
    ("all_", UnaryOp::All),
];

/// Adds to `ColumnElement` all that columns and expressions can do.
pub(super) fn column_operators(mut builder: ClassBuilder) -> ClassBuilder {
    for (name, op) in BINARY {
        builder = builder.method(name, "other", move |vm, this, bound| {
            binary(vm, op.clone(), &this, bound.at(0), false)
        });
    }
    for (name, op) in REFLECTED {
        builder = builder.method(name, "other", move |vm, this, bound| {
            binary(vm, op.clone(), &this, bound.at(0), true)
        });
    }
    for (name, place, insensitive) in MATCHES {
        builder = builder.method(name, "other, escape=None, autoescape=False", {
            move |vm, this, bound| string_match(vm, &this, &bound, *place, *insensitive)
        });
    }
    for (name, negated, insensitive) in LIKES {
        builder = builder.method(name, "other, escape=None", move |vm, this, bound| {
            let escape = bound.opt_str("escape")?.map(|text| text.to_string());
            let op = match (negated, insensitive) {
                (false, false) => Op::Like { escape },
                (false, true) => Op::Ilike { escape },
                (true, false) => Op::NotLike { escape },
                (true, true) => Op::NotIlike { escape },
            };
            binary(vm, op, &this, bound.at(0), false)
        });
    }
    for (name, op) in UNARY {
        builder = builder.method(name, "", move |vm, this, _| unary(vm, *op, &this));
    }
    for (name, negated) in [("in_", false), ("not_in", true), ("notin_", true)] {
        builder = builder.method(name, "other", move |vm, this, bound| {
            in_(vm, &this, bound.at(0), negated)
        });
    }
    for name in ["nulls_first", "nullsfirst"] {
        builder = builder.method(name, "", |vm, this, _| nulls(vm, &this, NullsOrder::First));
    }
    for name in ["nulls_last", "nullslast"] {
        builder = builder.method(name, "", |vm, this, _| nulls(vm, &this, NullsOrder::Last));
    }
    for (name, negated) in [("regexp_match", false), ("__not_regexp__", true)] {
        builder = builder.method(name, "pattern, flags=None", move |vm, this, bound| {
            let flags = bound.opt_str("flags")?.map(|text| text.to_string());
            let op = if negated {
                Op::NotRegexpMatch { flags }
            } else {
                Op::RegexpMatch { flags }
            };
            binary(vm, op, &this, bound.at(0), false)
        });
    }
    more(builder)
}

fn more(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("__and__", "other", |vm, this, bound| {
            let items = vec![convert::expr(vm, &this)?, argument(vm, bound.at(0))?];
            Ok(wrap(build::and(items)))
        })
        .method("__or__", "other", |vm, this, bound| {
            let items = vec![convert::expr(vm, &this)?, argument(vm, bound.at(0))?];
            Ok(wrap(build::or(items)))
        })
        .method("__rand__", "other", |vm, this, bound| {
            let items = vec![argument(vm, bound.at(0))?, convert::expr(vm, &this)?];
            Ok(wrap(build::and(items)))
        })
        .method("__ror__", "other", |vm, this, bound| {
            let items = vec![argument(vm, bound.at(0))?, convert::expr(vm, &this)?];
            Ok(wrap(build::or(items)))
        })
        .method("__invert__", "", |vm, this, _| {
            let expr = convert::expr(vm, &this)?;
            Ok(wrap(build::negate(expr)))
        })
        .method("__hash__", "", |_, this, _| {
            let Value::Instance(instance) = &this else {
                return Ok(Value::Int(0));
            };
            Ok(Value::Int(
                (std::rc::Rc::as_ptr(instance) as usize as i64) >> 4,
            ))
        })
        .method("__bool__", "", truth)
        .method("__getitem__", "index", |vm, this, bound| {
            json_access::index(vm, &this, bound.at(0))
        })
        .method("__iter__", "", |vm, _, _| {
            Err(vm.raise(
                "NotImplementedError",
                "Operator 'getitem' is not supported on this expression",
            ))
        })
        .method(
            "between",
            "cleft, cright, symmetric=False",
            |vm, this, bound| between(vm, &this, &bound),
        )
        .method("match", "other, **kwargs", |vm, this, bound| {
            if let Some((name, _)) = bound.kwargs().first() {
                let what = format!("{name}= of match()");
                return Err(missing::unsupported(vm, &what));
            }
            binary(vm, Op::Match, &this, bound.at(0), false)
        })
        .method("collate", "collation", |vm, this, bound| {
            let operand = Box::new(convert::expr(vm, &this)?);
            let collation = bound.str("collation")?.to_string();
            Ok(wrap(Expr::Collate { operand, collation }))
        })
        .method("label", "name", |vm, this, bound| {
            label(vm, &this, bound.at(0))
        })
        .method("cast", "type_", |vm, this, bound| {
            cast(vm, &this, bound.at(0), false)
        })
        .method(
            "op",
            "opstring, precedence=0, is_comparison=False, return_type=None, python_impl=None",
            custom,
        )
        .method(
            "bool_op",
            "opstring, precedence=0, python_impl=None",
            |vm, this, bound| custom_op(vm, &this, &bound, true),
        )
        .method(
            "regexp_replace",
            "pattern, replacement, flags=None",
            |vm, this, bound| {
                let flags = bound.opt_str("flags")?.map(|text| text.to_string());
                Ok(wrap(Expr::RegexpReplace {
                    operand: Box::new(convert::expr(vm, &this)?),
                    pattern: Box::new(expr_beside(vm, &this, bound.at(0))?),
                    replacement: Box::new(expr_beside(vm, &this, bound.at(1))?),
                    flags,
                }))
            },
        )
        .method(
            "over",
            "partition_by=None, order_by=None, rows=None, range_=None, groups=None",
            |vm, this, bound| over(vm, &this, &bound),
        )
        .method("self_group", "against=None", |vm, this, _| {
            let expr = convert::expr(vm, &this)?;
            Ok(if build::is_operator(&expr) {
                wrap(Expr::Group(Box::new(expr)))
            } else {
                this
            })
        })
        .method("operate", "op, *other, **kwargs", |vm, this, bound| {
            let mut args = vec![this];
            args.extend(bound.varargs().iter().cloned());
            let op = bound.get("op").clone();
            vm.call(&op, args, bound.kwargs().to_vec())
        })
        .property("comparator", |_, this| Ok(this))
}

/// `this op other`
pub(in super::super) fn binary(
    vm: &mut Vm,
    op: Op,
    this: &Value,
    other: &Value,
    reversed: bool,
) -> PyResult {
    super::comparator::check(vm, this)?;
    let left = convert::expr(vm, this)?;
    let right = operand(vm, this, other)?;
    match build::operate(op.clone(), left, right, reversed) {
        Ok(expr) => {
            let made = wrap(expr);
            if matches!(op, Op::Eq | Op::Ne)
                && let Value::Instance(instance) = &made
            {
                // `if a == b` and `a in list` compare columns by identity.
                instance.set("left", this.clone());
                instance.set("right", other.clone());
            }
            Ok(made)
        }
        Err(problem) => Err(build_error(vm, &problem)),
    }
}

/// The truth of an expression: only `==` and `!=` have one, by identity.
fn truth(vm: &mut Vm, this: Value, _: Bound) -> PyResult {
    let negated = match node(&this) {
        Some(Expr::Binary {
            op: Op::Eq | Op::Is,
            ..
        }) => false,
        Some(Expr::Binary {
            op: Op::Ne | Op::IsNot,
            ..
        }) => true,
        _ => {
            return Err(vm.raise("TypeError", "Boolean value of this clause is not defined"));
        }
    };
    let left = attr(vm, &this, "left")?;
    let right = attr(vm, &this, "right")?;
    Ok(Value::Bool(left.is(&right) != negated))
}

/// A unary operator.
pub(super) fn unary(vm: &mut Vm, op: UnaryOp, this: &Value) -> PyResult {
    let operand = Box::new(convert::expr(vm, this)?);
    Ok(wrap(Expr::Unary { op, operand }))
}

/// `nulls_first`, `nulls_last`.
pub(super) fn nulls(vm: &mut Vm, this: &Value, order: NullsOrder) -> PyResult {
    let operand = Box::new(convert::expr(vm, this)?);
    Ok(wrap(Expr::Nulls { operand, order }))
}

/// An operand as an expression: a Python value is named and typed after what it stands beside.
pub(super) fn expr_beside(vm: &mut Vm, this: &Value, value: &Value) -> PyResult<Expr> {
    Ok(match operand(vm, this, value)? {
        Operand::Expr(expr) => expr,
        Operand::Value(literal) => build::value_beside(&convert::expr(vm, this)?, literal),
    })
}

/// `column.in_(...)`: a list of values, expressions among them, or a select.
pub(super) fn in_(vm: &mut Vm, this: &Value, other: &Value, negated: bool) -> PyResult {
    let left = convert::expr(vm, this)?;
    let op = if negated { Op::NotIn } else { Op::In };
    let binary = |left: Expr, right: Expr| {
        wrap(Expr::Binary {
            op: op.clone(),
            left: Box::new(left),
            right: Box::new(right),
            sql_type: SqlType::boolean(),
        })
    };
    if let Some(select) = select::select_of(other) {
        return Ok(binary(left, Expr::Subquery(Box::new(select))));
    }
    if super::is_sql(vm, other)? {
        let mut right = convert::expr(vm, other)?;
        if let Expr::Bind(bind) = &mut right {
            bind.expanding = true;
            if bind.sql_type == SqlType::Null {
                bind.sql_type = left.sql_type();
            }
        }
        return Ok(binary(left, right));
    }
    if matches!(other, Value::Str(_) | Value::None | Value::Int(_)) {
        let shown = vm.repr(other)?;
        return Err(argument_error(
            vm,
            format!(
                "IN expression list, SELECT construct, or bound parameter object expected, got \
                 {shown}."
            ),
        ));
    }
    let items = vm.iterate(other)?;
    let mut expressions = false;
    for item in &items {
        expressions |= super::is_sql(vm, item)?;
    }
    if expressions {
        let mut list = Vec::new();
        for item in &items {
            let item = operand(vm, this, item)?;
            list.push(match item {
                Operand::Expr(expr) => expr,
                Operand::Value(literal) => build::value_beside(&left, literal),
            });
        }
        return Ok(binary(left, Expr::Tuple(list)));
    }
    let mut literals = Vec::new();
    for item in &items {
        literals.push(super::beside(vm, this, item)?);
    }
    Ok(wrap(build::in_list(left, literals, negated)))
}

fn string_match(
    vm: &mut Vm,
    this: &Value,
    bound: &Bound,
    place: StringMatch,
    insensitive: bool,
) -> PyResult {
    let pattern = Pattern {
        place,
        insensitive,
        escape: bound.opt_str("escape")?.map(|text| text.to_string()),
        autoescape: bound.bool("autoescape")?,
    };
    let left = convert::expr(vm, this)?;
    if place == StringMatch::Anywhere
        && !insensitive
        && let Some(found) = json_access::contains(vm, this, bound.at(0))?
    {
        return Ok(found);
    }
    let other = operand(vm, this, bound.at(0))?;
    match build::string_match(left, other, pattern) {
        Ok(expr) => Ok(wrap(expr)),
        Err(problem) => Err(build_error(vm, &problem)),
    }
}

fn between(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let low = operand(vm, this, bound.get("cleft"))?;
    let high = operand(vm, this, bound.get("cright"))?;
    let symmetric = bound.bool("symmetric")?;
    let expr = convert::expr(vm, this)?;
    Ok(wrap(build::between(expr, low, high, symmetric)))
}

/// `expr.label(name)`; without a name the compiler makes one.
pub(super) fn label(vm: &mut Vm, this: &Value, name: &Value) -> PyResult {
    let inner = match convert::expr(vm, this)? {
        Expr::Label { operand, .. } => operand,
        other => Box::new(other),
    };
    let made = wrap(Expr::Label {
        name: name
            .as_str()
            .map_or_else(|| "anon".to_owned(), |name| name.to_string()),
        anonymous: name.is_none(),
        operand: inner,
    });
    if let Value::Instance(instance) = &made {
        instance.set("name", name.clone());
        instance.set("key", name.clone());
        instance.set("element", this.clone());
        let known = super::type_of(vm, this)?;
        instance.set("type", known);
    }
    Ok(made)
}

/// `expr.cast(type)`, `sa.cast(expr, type)`.
pub(super) fn cast(vm: &mut Vm, this: &Value, type_: &Value, try_cast: bool) -> PyResult {
    let type_value = types::to_instance(vm, type_)?;
    let sql_type = types::sql_type(vm, &type_value)?;
    let operand = if super::is_sql(vm, this)? {
        convert::expr(vm, this)?
    } else {
        // A value that is cast is a bind of that type.
        let literal =
            crate::script::bindings::sqlalchemy::values::literal_for(vm, this, &type_value)?;
        match literal {
            limbec_schema::Literal::Null => Expr::Null,
            literal => Expr::Bind(limbec_schema::Bind {
                sql_type: sql_type.clone(),
                ..limbec_schema::Bind::value(literal)
            }),
        }
    };
    let made = wrap(Expr::Cast {
        operand: Box::new(operand),
        sql_type,
        try_cast,
    });
    if let Value::Instance(instance) = &made {
        instance.set("type", type_value);
    }
    Ok(made)
}

/// `column.op("->>")` is a function of the other operand.
fn custom(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    custom_op(vm, &this, &bound, false)
}

fn custom_op(vm: &mut Vm, this: &Value, bound: &Bound, boolean: bool) -> PyResult {
    let is_comparison = if boolean {
        true
    } else {
        bound.bool("is_comparison")?
    };
    let op = CustomOp {
        text: bound.str("opstring")?.to_string(),
        precedence: i32::try_from(bound.int("precedence")?).unwrap_or(0),
        is_comparison,
        ..CustomOp::default()
    };
    let return_type = match (boolean, bound.kwarg("return_type")) {
        (false, _) if !bound.get("return_type").is_none() => {
            Some(types::sql_type(vm, bound.get("return_type"))?)
        }
        _ => None,
    };
    let this = this.clone();
    Ok(limbec_python::native_fn("op", "other", move |vm, bound| {
        let made = binary(vm, Op::Custom(op.clone()), &this, bound.at(0), false)?;
        Ok(match (&return_type, node(&made)) {
            (
                Some(wanted),
                Some(Expr::Binary {
                    op, left, right, ..
                }),
            ) => wrap(Expr::Binary {
                op,
                left,
                right,
                sql_type: wanted.clone(),
            }),
            _ => made,
        })
    }))
}

/// `func.row_number().over(...)`
pub(super) fn over(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let partition_by = expressions(vm, bound.get("partition_by"))?;
    let order_by = expressions(vm, bound.get("order_by"))?;
    let mut frame = None;
    for (name, unit) in [
        ("rows", FrameUnit::Rows),
        ("range_", FrameUnit::Range),
        ("groups", FrameUnit::Groups),
    ] {
        let Some(range) = bound.opt(name) else {
            continue;
        };
        let ends = vm.iterate(range)?;
        if ends.len() != 2 {
            return Err(argument_error(vm, "2-tuple expected for range/rows"));
        }
        frame = Some(Frame {
            unit,
            start: ends[0].as_int(),
            end: ends[1].as_int(),
        });
    }
    Ok(wrap(Expr::Over(Over {
        call: Box::new(convert::expr(vm, this)?),
        partition_by,
        order_by,
        frame,
    })))
}

/// One expression or several, as `order_by` and `partition_by` take them; strings are names.
pub(in super::super) fn expressions(vm: &mut Vm, value: &Value) -> PyResult<Vec<Expr>> {
    let items = match value {
        Value::None => return Ok(Vec::new()),
        Value::List(_) | Value::Tuple(_) => vm.iterate(value)?,
        one => vec![one.clone()],
    };
    let mut list = Vec::new();
    for item in &items {
        list.push(match item.as_str() {
            Some(name) if !registry::is_a(vm, item, "ClauseElement") => {
                Expr::LabelRef(name.to_string())
            }
            _ => argument(vm, item)?,
        });
    }
    Ok(list)
}
