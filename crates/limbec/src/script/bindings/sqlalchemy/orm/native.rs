//! What the Python parts of the ORM ask of the native Core.

use limbec_python::{PyError, PyResult, Value, Vm, native_fn};
use limbec_schema::{BinaryOp, ColumnRef, Expr, FromItem, Literal, UnaryOp};

use super::super::{convert, dml, engine, expr, missing, values, walk};

/// The functions that are put into the namespace of the parts.
pub(super) fn functions() -> Vec<(&'static str, Value)> {
    vec![
        // A `Result` of rows that were put together from others.
        (
            "_make_result",
            native_fn("_make_result", "keys, rows, rowcount=-1", |vm, bound| {
                let count = bound.int("rowcount")?;
                engine::made_result(vm, bound.at(0), bound.at(1), count)
            }),
        ),
        // The value of an expression that a script wrote as a string.
        (
            "_eval",
            native_fn("_eval", "text, names", |vm, bound| {
                let text = bound.str("text")?;
                let module = limbec_python::Module::new("<string>");
                if let Value::Dict(names) = bound.get("names") {
                    for (name, value) in names.str_items() {
                        module.set(&name, value);
                    }
                }
                vm.eval_text(&text, &module)
            }),
        ),
        // What stands for the name of a column that had none when an expression was made of it.
        (
            "_nameless",
            native_fn("_nameless", "column", |_, bound| {
                Ok(Value::str(convert::placeholder(bound.at(0))))
            }),
        ),
        // The URL of the command line, for packages that name engines by settings.
        (
            "_chosen_url",
            native_fn("_chosen_url", "", |vm, _| {
                let engines = vm.ext::<engine::Engines>();
                let chosen = engines.and_then(|engines| engines.0.chosen().map(Value::str));
                Ok(chosen.unwrap_or_default())
            }),
        ),
        // Stop with the name of something that is not supported.
        (
            "_unsupported",
            native_fn("_unsupported", "what", |vm, bound| {
                let what = bound.str("what")?;
                Err(missing::unsupported(vm, &what))
            }),
        ),
        // The name of what a package that is not there would have given, None for anything else.
        (
            "_absent_name",
            native_fn("_absent_name", "value", |_, bound| {
                Ok(match bound.at(0) {
                    Value::Absent(absent) => Value::Str(absent.name.clone()),
                    _ => Value::None,
                })
            }),
        ),
        // Stop where something of the schema depends on what is not there.
        (
            "_use_absent",
            native_fn("_use_absent", "value, place", |vm, bound| {
                let place = bound.str("place")?;
                match bound.at(0) {
                    Value::Absent(absent) => Err(vm.absent_used_for(absent, &place)),
                    _ => Ok(Value::None),
                }
            }),
        ),
        // A stand-in for a name that is not supported.
        (
            "_placeholder",
            native_fn("_placeholder", "name", |_, bound| {
                Ok(missing::placeholder(&bound.str("name")?))
            }),
        ),
        // The pairs of columns that a condition compares with `=`.
        (
            "_column_pairs",
            native_fn("_column_pairs", "condition", |vm, bound| {
                let mut found = convert::expr(vm, bound.at(0))?;
                let mut pairs = Vec::new();
                collect_pairs(&mut found, &mut pairs);
                Ok(Value::list(pairs))
            }),
        ),
        // The expression with other columns: `replace(table, schema, name)` says which.
        (
            "_replace_columns",
            native_fn("_replace_columns", "expression, replace", |vm, bound| {
                replace_columns(vm, bound.at(0), bound.at(1))
            }),
        ),
        // Whether an object's values meet a condition: `(bool,)`, or None where only the
        // database can tell.
        (
            "_evaluate_condition",
            native_fn("_evaluate_condition", "condition, value_of", |vm, bound| {
                let condition = convert::expr(vm, bound.at(0))?;
                let value_of = bound.at(1).clone();
                Ok(match truth(vm, &condition, &value_of)? {
                    Some(answer) => Value::tuple(vec![Value::Bool(answer == Some(true))]),
                    None => Value::None,
                })
            }),
        ),
        // The values that an UPDATE sets: `(value,)` by name, None for expressions.
        (
            "_assigned_values",
            native_fn("_assigned_values", "statement", |_, bound| {
                let given = dml::node_of(bound.at(0)).map(|node| node.given.clone());
                Ok(Value::dict(given.unwrap_or_default()))
            }),
        ),
    ]
}

/// A column as (table, schema, name).
fn names(column: &ColumnRef) -> Value {
    let (table, schema) = match column.table.as_deref() {
        Some(FromItem::Table(table)) => (
            Value::str(table.alias.as_ref().unwrap_or(&table.name)),
            table.schema.as_ref().map_or(Value::None, Value::str),
        ),
        _ => (Value::None, Value::None),
    };
    Value::tuple(vec![table, schema, Value::str(&column.name)])
}

fn collect_pairs(item: &mut Expr, pairs: &mut Vec<Value>) {
    if let Expr::Binary {
        op: BinaryOp::Eq,
        left,
        right,
        ..
    } = item
        && let (Expr::Column(left), Expr::Column(right)) = (&**left, &**right)
    {
        pairs.push(Value::tuple(vec![names(left), names(right)]));
        return;
    }
    walk::children(item, &mut |child| collect_pairs(child, pairs));
}

fn replace_columns(vm: &mut Vm, expression: &Value, replace: &Value) -> PyResult {
    let mut found = convert::expr(vm, expression)?;
    let mut problem: Option<PyError> = None;
    walk::columns(&mut found, &mut |column| {
        if problem.is_some() {
            return None;
        }
        let Value::Tuple(parts) = names(column) else {
            return None;
        };
        let answer = vm
            .call(replace, parts.to_vec(), Vec::new())
            .and_then(|other| {
                if other.is_none() {
                    Ok(None)
                } else {
                    convert::expr(vm, &other).map(Some)
                }
            });
        match answer {
            Ok(other) => other,
            Err(error) => {
                problem = Some(error);
                None
            }
        }
    });
    walk::expr(&mut found, &mut |bind| {
        // Named after a column that had no name.
        if bind.key.starts_with('\u{1}') {
            bind.key = "param".to_owned();
        }
    });
    match problem {
        Some(problem) => Err(problem),
        None => Ok(expr::wrap(found)),
    }
}

/// SQL's truth: outside `None` where it cannot be known here, inside `None` for NULL.
type Truth = Option<Option<bool>>;

/// Whether a condition holds for the values of an object.
fn truth(vm: &mut Vm, condition: &Expr, value_of: &Value) -> PyResult<Truth> {
    Ok(match condition {
        Expr::True => Some(Some(true)),
        Expr::False => Some(Some(false)),
        Expr::Null => Some(None),
        Expr::Group(inner) => truth(vm, inner, value_of)?,
        Expr::Unary {
            op: UnaryOp::Not,
            operand,
        } => truth(vm, operand, value_of)?.map(|inner| inner.map(|inner| !inner)),
        Expr::And(items) => all(vm, items, value_of, false)?,
        Expr::Or(items) => all(vm, items, value_of, true)?,
        Expr::Binary {
            op, left, right, ..
        } => compared(vm, op, left, right, value_of)?,
        _ => None,
    })
}

/// AND, or OR where `decisive` is true: one decisive part settles it.
fn all(vm: &mut Vm, items: &[Expr], value_of: &Value, decisive: bool) -> PyResult<Truth> {
    let mut answer = Some(Some(!decisive));
    for item in items {
        match truth(vm, item, value_of)? {
            Some(Some(found)) if found == decisive => return Ok(Some(Some(decisive))),
            None => answer = None,
            Some(None) if answer.is_some() => answer = Some(None),
            Some(_) => {}
        }
    }
    Ok(answer)
}

fn compared(
    vm: &mut Vm,
    op: &BinaryOp,
    left: &Expr,
    right: &Expr,
    value_of: &Value,
) -> PyResult<Truth> {
    let Some(mine) = plain(vm, left, value_of)? else {
        return Ok(None);
    };
    if let (BinaryOp::In | BinaryOp::NotIn, Expr::Tuple(items)) = (op, right) {
        if mine == Literal::Null {
            return Ok(Some(None));
        }
        let mut found = false;
        for item in items {
            let Some(other) = plain(vm, item, value_of)? else {
                return Ok(None);
            };
            found |= other == mine;
        }
        return Ok(Some(Some(found == matches!(op, BinaryOp::In))));
    }
    let Some(other) = plain(vm, right, value_of)? else {
        return Ok(None);
    };
    let empty = mine == Literal::Null || other == Literal::Null;
    let alike = std::mem::discriminant(&mine) == std::mem::discriminant(&other);
    Ok(match op {
        BinaryOp::Is => Some(Some(mine == other)),
        BinaryOp::IsNot => Some(Some(mine != other)),
        _ if empty => Some(None),
        _ if !alike => None,
        BinaryOp::Eq => Some(Some(mine == other)),
        BinaryOp::Ne => Some(Some(mine != other)),
        BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => {
            let order = match (&mine, &other) {
                (Literal::Int(a), Literal::Int(b)) => Some(a.cmp(b)),
                (Literal::Float(a), Literal::Float(b)) => a.partial_cmp(b),
                (Literal::Str(a), Literal::Str(b)) => Some(a.cmp(b)),
                _ => None,
            };
            order.map(|order| {
                Some(match op {
                    BinaryOp::Lt => order.is_lt(),
                    BinaryOp::Le => order.is_le(),
                    BinaryOp::Gt => order.is_gt(),
                    _ => order.is_ge(),
                })
            })
        }
        _ => None,
    })
}

/// The value of a column or a bind, where it is one that can be compared here.
fn plain(vm: &mut Vm, item: &Expr, value_of: &Value) -> PyResult<Option<Literal>> {
    Ok(match item {
        Expr::Group(inner) => plain(vm, inner, value_of)?,
        Expr::Null => Some(Literal::Null),
        Expr::True => Some(Literal::Bool(true)),
        Expr::False => Some(Literal::Bool(false)),
        Expr::Bind(bind) => bind.value.clone(),
        Expr::Column(column) => {
            let Value::Tuple(parts) = names(column) else {
                return Ok(None);
            };
            let told = vm.call(value_of, parts.to_vec(), Vec::new())?;
            match &told {
                Value::Tuple(told) if told.len() == 1 => match &told[0] {
                    Value::Instance(_) => None,
                    value => values::literal(vm, value).ok(),
                },
                _ => None,
            }
        }
        _ => None,
    })
}
