//! The functions that make expressions: `text`, `and_`, `case`, `cast`, `bindparam` ...

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::build;
use limbec_schema::{Bind, Case, Expr, Literal, NullsOrder, SqlType, TextClause, UnaryOp};

use super::{argument, functions, operators, wrap, wrap_as};
use crate::script::bindings::sqlalchemy::registry::FunctionSpec;
use crate::script::bindings::sqlalchemy::util::{argument_error, make};
use crate::script::bindings::sqlalchemy::{convert, missing, schema, types, values};

const fn function(
    key: &'static str,
    signature: &'static str,
    run: fn(&mut Vm, Bound) -> PyResult,
) -> FunctionSpec {
    FunctionSpec {
        key,
        signature,
        run,
    }
}

/// The functions.
pub(in super::super) const FUNCTIONS: &[FunctionSpec] = &[
    function("text", "text, bind=None", |_, bound| {
        let text = bound.str("text")?;
        Ok(wrap(Expr::text(&*text)))
    }),
    function("and_", "*clauses", |vm, bound| {
        Ok(wrap(build::and(conditions(vm, bound.varargs())?)))
    }),
    function("or_", "*clauses", |vm, bound| {
        Ok(wrap(build::or(conditions(vm, bound.varargs())?)))
    }),
    function("not_", "clause", |vm, bound| {
        let expr = argument(vm, bound.at(0))?;
        Ok(wrap(build::negate(expr)))
    }),
    function("null", "", |_, _| Ok(wrap(Expr::Null))),
    function("true", "", |_, _| Ok(wrap(Expr::True))),
    function("false", "", |_, _| Ok(wrap(Expr::False))),
    function(
        "literal",
        "value, type_=None, literal_execute=False",
        literal,
    ),
    function("literal_column", "text, type_=None", |vm, bound| {
        let text = bound.str("text")?;
        let mut sql_type = SqlType::Null;
        let made_type = match bound.opt("type_") {
            Some(given) => {
                let made = types::to_instance(vm, given)?;
                sql_type = types::sql_type(vm, &made)?;
                made
            }
            None => Value::None,
        };
        let made = wrap(Expr::Raw {
            text: text.to_string(),
            sql_type,
        });
        if let Value::Instance(instance) = &made {
            instance.set("name", Value::Str(text.clone()));
            instance.set("key", Value::Str(text));
            if !made_type.is_none() {
                instance.set("type", made_type);
            }
        }
        Ok(made)
    }),
    function(
        "column",
        "text, type_=None, is_literal=False, _selectable=None",
        |vm, bound| {
            let name = bound.get("text").clone();
            if bound.bool("is_literal")? {
                let text = bound.str("text")?.to_string();
                return Ok(wrap(Expr::Raw {
                    text,
                    sql_type: SqlType::Null,
                }));
            }
            schema::new_column_clause(vm, name, bound.get("type_"))
        },
    ),
    function(
        "bindparam",
        "key, value=..., type_=None, unique=False, required=..., quote=None, callable_=None, \
         expanding=False, isoutparam=False, literal_execute=False",
        bindparam,
    ),
    function("cast", "expression, type_", |vm, bound| {
        operators::cast(vm, bound.at(0), bound.at(1), false)
    }),
    function("try_cast", "expression, type_", |vm, bound| {
        operators::cast(vm, bound.at(0), bound.at(1), true)
    }),
    function("type_coerce", "expression, type_", |vm, bound| {
        let type_value = types::to_instance(vm, bound.at(1))?;
        let sql_type = types::sql_type(vm, &type_value)?;
        let operand = if super::is_sql(vm, bound.at(0))? {
            convert::expr(vm, bound.at(0))?
        } else {
            let literal = values::literal_for(vm, bound.at(0), &type_value)?;
            Expr::Bind(Bind {
                sql_type: sql_type.clone(),
                ..Bind::value(literal)
            })
        };
        let made = wrap(Expr::Coerce {
            operand: Box::new(operand),
            sql_type,
        });
        if let Value::Instance(instance) = &made {
            instance.set("type", type_value);
        }
        Ok(made)
    }),
    function("case", "*whens, value=None, else_=None", case),
    function("extract", "field, expr", |vm, bound| {
        let operand = Box::new(argument(vm, bound.at(1))?);
        Ok(wrap(Expr::Extract {
            field: bound.str("field")?.to_string(),
            operand,
        }))
    }),
    function("tuple_", "*clauses, types=None", |vm, bound| {
        if !bound.get("types").is_none() {
            return Err(missing::unsupported(vm, "types= of tuple_()"));
        }
        let mut items = Vec::new();
        for item in bound.varargs() {
            items.push(argument(vm, item)?);
        }
        Ok(wrap(Expr::Tuple(items)))
    }),
    function("distinct", "expr", |vm, bound| {
        unary(vm, UnaryOp::Distinct, &bound)
    }),
    function("desc", "column", |vm, bound| {
        unary(vm, UnaryOp::Desc, &bound)
    }),
    function("asc", "column", |vm, bound| unary(vm, UnaryOp::Asc, &bound)),
    function("any_", "expr", |vm, bound| unary(vm, UnaryOp::Any, &bound)),
    function("all_", "expr", |vm, bound| unary(vm, UnaryOp::All, &bound)),
    function("bitwise_not", "expr", |vm, bound| {
        unary(vm, UnaryOp::BitwiseNot, &bound)
    }),
    function("nulls_first", "column", |vm, bound| {
        operators::nulls(vm, bound.at(0), NullsOrder::First)
    }),
    function("nullsfirst", "column", |vm, bound| {
        operators::nulls(vm, bound.at(0), NullsOrder::First)
    }),
    function("nulls_last", "column", |vm, bound| {
        operators::nulls(vm, bound.at(0), NullsOrder::Last)
    }),
    function("nullslast", "column", |vm, bound| {
        operators::nulls(vm, bound.at(0), NullsOrder::Last)
    }),
    function(
        "between",
        "expr, lower_bound, upper_bound, symmetric=False",
        |vm, bound| {
            let expr = argument(vm, bound.at(0))?;
            let low = super::operand(vm, bound.at(0), bound.at(1))?;
            let high = super::operand(vm, bound.at(0), bound.at(2))?;
            Ok(wrap(build::between(
                expr,
                low,
                high,
                bound.bool("symmetric")?,
            )))
        },
    ),
    function("collate", "expression, collation", |vm, bound| {
        let operand = Box::new(argument(vm, bound.at(0))?);
        Ok(wrap(Expr::Collate {
            operand,
            collation: bound.str("collation")?.to_string(),
        }))
    }),
    function("label", "name, element, type_=None", |vm, bound| {
        if bound.opt("type_").is_some() {
            return Err(missing::unsupported(vm, "type_= of label()"));
        }
        operators::label(vm, bound.at(1), bound.at(0))
    }),
    function(
        "over",
        "element, partition_by=None, order_by=None, rows=None, range_=None, groups=None",
        |vm, bound| operators::over(vm, &bound.at(0).clone(), &bound),
    ),
    function("within_group", "element, *order_by", |vm, bound| {
        functions::within_group(vm, bound.at(0), bound.varargs())
    }),
    function("funcfilter", "func, *criterion", |vm, bound| {
        functions::filter(vm, bound.at(0), bound.varargs())
    }),
    function(
        "postgresql.array",
        "clauses, type_=None, **kw",
        |vm, bound| postgres_array(vm, &bound),
    ),
    function("postgresql.array_agg", "*args, **kw", |vm, bound| {
        functions::call(vm, &[], "array_agg", bound.varargs(), bound.kwargs())
    }),
    function(
        "postgresql.aggregate_order_by",
        "target, *order_by",
        |vm, bound| {
            let operand = Box::new(argument(vm, bound.at(0))?);
            let mut order_by = Vec::new();
            for item in bound.varargs() {
                order_by.extend(operators::expressions(vm, item)?);
            }
            Ok(wrap(Expr::AggregateOrderBy { operand, order_by }))
        },
    ),
    function("postgresql.to_tsvector", "*args, **kw", |vm, bound| {
        functions::call(vm, &[], "to_tsvector", bound.varargs(), bound.kwargs())
    }),
    function("postgresql.to_tsquery", "*args, **kw", |vm, bound| {
        functions::call(vm, &[], "to_tsquery", bound.varargs(), bound.kwargs())
    }),
    function("postgresql.plainto_tsquery", "*args, **kw", |vm, bound| {
        functions::call(vm, &[], "plainto_tsquery", bound.varargs(), bound.kwargs())
    }),
];

fn unary(vm: &mut Vm, op: UnaryOp, bound: &Bound) -> PyResult {
    let operand = match bound.at(0).as_str() {
        Some(name) if matches!(op, UnaryOp::Desc | UnaryOp::Asc) => {
            Expr::LabelRef(name.to_string())
        }
        _ => argument(vm, bound.at(0))?,
    };
    Ok(wrap(Expr::Unary {
        op,
        operand: Box::new(operand),
    }))
}

/// The conditions of `and_`, `or_`, `where`.
pub(in super::super) fn conditions(vm: &mut Vm, clauses: &[Value]) -> PyResult<Vec<Expr>> {
    let mut list = Vec::new();
    for clause in clauses {
        if clause.as_str().is_some() {
            let shown = vm.repr(clause)?;
            return Err(argument_error(
                vm,
                format!(
                    "Textual SQL expression {shown} should be explicitly declared as text({shown})"
                ),
            ));
        }
        list.push(argument(vm, clause)?);
    }
    Ok(list)
}

fn literal(vm: &mut Vm, bound: Bound) -> PyResult {
    let (literal, sql_type, made) = match bound.opt("type_") {
        Some(given) => {
            let made = types::to_instance(vm, given)?;
            let literal = values::literal_for(vm, bound.at(0), &made)?;
            (literal, Some(types::sql_type(vm, &made)?), Some(made))
        }
        None => (values::literal(vm, bound.at(0))?, None, None),
    };
    let mut bind = Bind::value(literal);
    if let Some(sql_type) = sql_type {
        bind.sql_type = sql_type;
    }
    bind.inline = bound.bool("literal_execute")?;
    let object = wrap(Expr::Bind(bind));
    if let (Value::Instance(instance), Some(made)) = (&object, made) {
        instance.set("type", made);
        instance.set("value", bound.at(0).clone());
    }
    Ok(object)
}

/// `bindparam(key, value, type_)`
fn bindparam(vm: &mut Vm, bound: Bound) -> PyResult {
    let given = bound.get("value").clone();
    let type_value = match bound.opt("type_") {
        Some(given) => Some(types::to_instance(vm, given)?),
        None => None,
    };
    let callable = bound.get("callable_").clone();
    let given = match (&given, &callable) {
        (Value::Ellipsis, Value::None) => None,
        (Value::Ellipsis, callable) => Some(vm.call(callable, vec![], vec![])?),
        (given, _) => Some(given.clone()),
    };
    let value = match (&given, &type_value) {
        (None, _) => None,
        (Some(given), Some(type_value)) => Some(values::literal_for(vm, given, type_value)?),
        (Some(given), None) => Some(values::literal(vm, given)?),
    };
    let sql_type = match &type_value {
        Some(type_value) => types::sql_type(vm, type_value)?,
        None => value.as_ref().map_or(SqlType::Null, Literal::natural_type),
    };
    let key = bound
        .get("key")
        .as_str()
        .map_or_else(|| "param".to_owned(), |key| key.to_string());
    let anonymous = bound.bool("unique")? || bound.get("key").is_none();
    let object = wrap(Expr::Bind(Bind {
        key,
        anonymous,
        value,
        sql_type,
        inline: bound.bool("literal_execute")?,
        expanding: bound.bool("expanding")?,
    }));
    if let Value::Instance(instance) = &object {
        instance.set("key", bound.get("key").clone());
        instance.set("value", given.unwrap_or_default());
        instance.set(
            "required",
            Value::Bool(matches!(bound.get("value"), Value::Ellipsis)),
        );
        if let Some(type_value) = type_value {
            instance.set("type", type_value);
        }
    }
    Ok(object)
}

/// `case((condition, value), ..., else_=)`, with a dict, or in the old style with a list.
fn case(vm: &mut Vm, bound: Bound) -> PyResult {
    let value = match bound.opt("value") {
        Some(value) => Some(Box::new(argument(vm, value)?)),
        None => None,
    };
    let mut pairs: Vec<(Value, Value)> = Vec::new();
    for when in bound.varargs() {
        match when {
            Value::Dict(dict) => pairs.extend(dict.items()),
            Value::List(_) => {
                return Err(argument_error(
                    vm,
                    "The \"whens\" argument to case(), when referring to a sequence of items, is \
                     now passed as a series of positional elements, rather than as a list. ",
                ));
            }
            when => {
                let parts = vm.iterate(when)?;
                let [condition, then] = parts.as_slice() else {
                    return Err(argument_error(
                        vm,
                        "case() takes pairs of condition and value",
                    ));
                };
                pairs.push((condition.clone(), then.clone()));
            }
        }
    }
    let mut whens = Vec::new();
    for (condition, then) in pairs {
        let condition = match &value {
            Some(value) if !super::is_sql(vm, &condition)? => {
                let literal = values::literal(vm, &condition)?;
                beside_value(value, literal)
            }
            _ => argument(vm, &condition)?,
        };
        whens.push((condition, plain_value(vm, &then)?));
    }
    let otherwise = match bound.get("else_") {
        Value::None => None,
        other => Some(Box::new(plain_value(vm, other)?)),
    };
    Ok(wrap(Expr::Case(Case {
        value,
        whens,
        otherwise,
    })))
}

/// A value compared with `case(value=...)` takes its type.
fn beside_value(value: &Expr, literal: Literal) -> Expr {
    Expr::Bind(Bind {
        sql_type: value.sql_type().for_compared_value(&literal),
        ..Bind::value(literal)
    })
}

/// A result of `case`: booleans stay values.
fn plain_value(vm: &mut Vm, value: &Value) -> PyResult<Expr> {
    if super::is_sql(vm, value)? {
        return convert::expr(vm, value);
    }
    Ok(match values::literal(vm, value)? {
        Literal::Null => Expr::Null,
        literal => Expr::Bind(Bind::value(literal)),
    })
}

fn postgres_array(vm: &mut Vm, bound: &Bound) -> PyResult {
    let mut items = Vec::new();
    for item in bound.iterate(vm, "clauses")? {
        items.push(plain_value(vm, &item)?);
    }
    let item_type = match bound.opt("type_") {
        Some(given) => types::sql_type(vm, given)?,
        None => items.first().map_or(SqlType::Null, Expr::sql_type),
    };
    let sql_type = SqlType::Array(limbec_schema::ArrayType {
        item: Box::new(item_type),
        dimensions: None,
        postgres: true,
        as_tuple: false,
        zero_indexes: false,
    });
    Ok(wrap_as("postgresql.array", Expr::Array { items, sql_type }))
}

/// A `TextClause` object.
pub(in super::super) fn text_clause(clause: TextClause) -> Value {
    let instance = make("TextClause");
    instance.set_payload(std::rc::Rc::new(super::Node(Expr::Text(clause))));
    Value::Instance(instance)
}
