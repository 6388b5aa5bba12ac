//! Indexing of JSON, arrays and hstore, and the operators that only some types have.

use limbec_python::{Bound, PyResult, Value, Vm, native_fn};
use limbec_schema::build::{self, Affinity, Operand};
use limbec_schema::{BinaryOp as Op, CustomOp, Expr, SqlType, UnaryOp};

use super::{build_error, node, operand, wrap};
use crate::script::bindings::sqlalchemy::{convert, types, values};

/// `column["key"]`, `column[1]`, `column[1:3]`, `column["a", "b"]`
pub(super) fn index(vm: &mut Vm, this: &Value, index: &Value) -> PyResult {
    let left = convert::expr(vm, this)?;
    let sql_type = left.sql_type();
    let (op, right) = match sql_type.affinity() {
        Affinity::Json => match index {
            Value::Tuple(_) | Value::List(_) => {
                (Op::JsonPath, Operand::Value(values::literal(vm, index)?))
            }
            // A key is no value of the column's type, whose class may have its own idea of values.
            Value::Str(_) | Value::Int(_) => {
                (Op::JsonGet, Operand::Value(values::literal(vm, index)?))
            }
            other => (Op::JsonGet, operand(vm, this, other)?),
        },
        Affinity::Array | Affinity::Hstore => match index {
            Value::Slice(slice) => {
                let start = step(vm, &left, &slice.start)?;
                let stop = step(vm, &left, &slice.stop)?;
                let slice = Expr::Slice {
                    start: Box::new(start),
                    stop: Box::new(stop),
                };
                (Op::Index, Operand::Expr(slice))
            }
            other if sql_type.affinity() == Affinity::Hstore => {
                (hstore_get(), Operand::Expr(step(vm, &left, other)?))
            }
            other => (Op::Index, Operand::Expr(step(vm, &left, other)?)),
        },
        _ => {
            return Err(vm.raise(
                "NotImplementedError",
                "Operator 'getitem' is not supported on this expression",
            ));
        }
    };
    match build::operate(op, left, right, false) {
        Ok(expr) => Ok(wrap(expr)),
        Err(problem) => Err(build_error(vm, &problem)),
    }
}

/// An index: a value of its own type, named after what it looks into.
fn step(vm: &mut Vm, left: &Expr, value: &Value) -> PyResult<Expr> {
    let expr = super::argument(vm, value)?;
    Ok(match expr {
        Expr::Bind(bind) => named_after(left, bind),
        other => other,
    })
}

fn named_after(left: &Expr, bind: limbec_schema::Bind) -> Expr {
    let key = match left {
        Expr::Column(column) => column.name.clone(),
        _ => bind.key.clone(),
    };
    Expr::Bind(limbec_schema::Bind { key, ..bind })
}

/// `hstore["key"]` is the operator `->`.
fn hstore_get() -> Op {
    Op::Custom(CustomOp {
        text: "->".to_owned(),
        precedence: 15,
        is_comparison: false,
        natural_self_precedent: true,
        eager_grouping: true,
    })
}

/// `array.any(value, operator=...)` and `array.all(...)`: `value = ANY (array)`.
fn any_or_all(vm: &mut Vm, this: &Value, op: UnaryOp, value: &Value) -> PyResult {
    let array = convert::expr(vm, this)?;
    let value = Operand::Expr(step(vm, &array, value)?);
    let collection = Expr::Unary {
        op,
        operand: Box::new(array),
    };
    match build::operate(Op::Eq, collection, value, false) {
        Ok(expr) => Ok(wrap(expr)),
        Err(problem) => Err(build_error(vm, &problem)),
    }
}

/// `column.contains(x)` of arrays, JSONB, hstore and ranges is the operator `@>`.
pub(super) fn contains(vm: &mut Vm, this: &Value, other: &Value) -> PyResult<Option<Value>> {
    let sql_type = convert::expr(vm, this)?.sql_type();
    if sql_type.affinity() == Affinity::Array && !is_container(&sql_type) {
        return Err(vm.raise(
            "NotImplementedError",
            "ARRAY.contains() not implemented for the base ARRAY type; please use the \
             dialect-specific ARRAY type",
        ));
    }
    if !is_container(&sql_type) {
        return Ok(None);
    }
    custom(vm, this, "@>", other, true).map(Some)
}

fn is_container(sql_type: &SqlType) -> bool {
    matches!(sql_type, SqlType::Array(array) if array.postgres)
        || matches!(sql_type, SqlType::Json(json) if json.binary)
        || matches!(
            sql_type,
            SqlType::Postgres(
                limbec_schema::PgType::Hstore { .. } | limbec_schema::PgType::Range(_)
            )
        )
}

/// The operators of PostgreSQL's types: method, operator, whether it is a comparison.
const OPERATORS: &[(&str, &str, bool)] = &[
    ("contained_by", "<@", true),
    ("overlap", "&&", true),
    ("overlaps", "&&", true),
    ("has_key", "?", true),
    ("has_any", "?|", true),
    ("has_all", "?&", true),
    ("path_exists", "@?", true),
    ("path_match", "@@", true),
    ("delete_path", "#-", false),
    ("strictly_left_of", "<<", true),
    ("strictly_right_of", ">>", true),
    ("adjacent_to", "-|-", true),
];

fn custom(vm: &mut Vm, this: &Value, text: &str, other: &Value, comparison: bool) -> PyResult {
    let left = convert::expr(vm, this)?;
    let right = operand(vm, this, other)?;
    let op = Op::Custom(CustomOp {
        text: text.to_owned(),
        precedence: 5,
        is_comparison: comparison,
        natural_self_precedent: false,
        eager_grouping: true,
    });
    match build::operate(op, left, right, false) {
        Ok(expr) => Ok(wrap(expr)),
        Err(problem) => Err(build_error(vm, &problem)),
    }
}

/// The methods that depend on the type: `.astext`, `.as_string()`, `.has_key()` ...
pub(super) fn attribute(vm: &mut Vm, this: &Value, name: &str) -> PyResult<Option<Value>> {
    if let Some((_, text, comparison)) = OPERATORS.iter().find(|(known, ..)| *known == name) {
        let sql_type = convert::expr(vm, this)?.sql_type();
        if !(is_container(&sql_type) || sql_type.affinity() == Affinity::Array) {
            return Ok(None);
        }
        let (this, text, comparison) = (this.clone(), *text, *comparison);
        return Ok(Some(native_fn(
            name,
            "other",
            move |vm: &mut Vm, bound: Bound| custom(vm, &this, text, bound.at(0), comparison),
        )));
    }
    if let "any" | "all" = name {
        if convert::expr(vm, this)?.sql_type().affinity() != Affinity::Array {
            return Ok(None);
        }
        let op = if name == "any" {
            UnaryOp::Any
        } else {
            UnaryOp::All
        };
        let this = this.clone();
        return Ok(Some(native_fn(
            name,
            "other, operator=None",
            move |vm: &mut Vm, bound: Bound| {
                if !bound.get("operator").is_none() {
                    return Err(vm.unsupported("operator= of any() and all() of arrays"));
                }
                any_or_all(vm, &this, op, bound.at(0))
            },
        )));
    }
    let target = match name {
        "astext" => return astext(vm, this),
        "as_string" => SqlType::unicode(),
        "as_integer" => SqlType::integer(),
        "as_float" => SqlType::float(),
        "as_boolean" => SqlType::boolean(),
        "as_numeric" => SqlType::numeric(),
        "as_json" => {
            let (this, _) = (this.clone(), ());
            return Ok(Some(native_fn(name, "", move |_, _| Ok(this.clone()))));
        }
        _ => return Ok(None),
    };
    if convert::expr(vm, this)?.sql_type().affinity() != Affinity::Json {
        return Ok(None);
    }
    let this = this.clone();
    let numeric = name == "as_numeric";
    let signature = if numeric {
        "precision, scale, asdecimal=True"
    } else {
        ""
    };
    Ok(Some(native_fn(name, signature, move |vm, bound| {
        let mut target = target.clone();
        if numeric && let SqlType::Numeric(t) = &mut target {
            t.precision = Some(bound.int("precision")?);
            t.scale = Some(bound.int("scale")?);
            t.asdecimal = Some(bound.bool("asdecimal")?);
        }
        match convert::expr(vm, &this)? {
            Expr::Binary {
                op, left, right, ..
            } => Ok(wrap(Expr::Binary {
                op,
                left,
                right,
                sql_type: target,
            })),
            _ => Err(crate::script::bindings::sqlalchemy::util::invalid_request(
                vm,
                "The JSON cast operator JSON.as_string() only works with a JSON index expression \
                 e.g. col['q'].as_string()",
            )),
        }
    })))
}

/// `column["key"].astext`: the operator `->>` of PostgreSQL.
fn astext(vm: &mut Vm, this: &Value) -> PyResult<Option<Value>> {
    let Some(Expr::Binary {
        op,
        left,
        right,
        sql_type: SqlType::Json(json),
    }) = node(this)
    else {
        return Ok(None);
    };
    if json.dialect.as_deref() != Some("postgresql") {
        return Ok(None);
    }
    let text = match op {
        Op::JsonGet => "->>",
        Op::JsonPath => "#>>",
        _ => return Ok(None),
    };
    let text_type =
        crate::script::bindings::sqlalchemy::util::construct(vm, "Text", vec![], vec![])?;
    let sql_type = types::sql_type(vm, &text_type)?;
    Ok(Some(wrap(Expr::Binary {
        op: Op::Custom(CustomOp {
            text: text.to_owned(),
            precedence: 15,
            is_comparison: false,
            natural_self_precedent: true,
            eager_grouping: true,
        }),
        left,
        right,
        sql_type,
    })))
}
