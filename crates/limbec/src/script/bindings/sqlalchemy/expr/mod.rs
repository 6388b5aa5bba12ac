//! SQL expressions: the objects that columns, functions and operators make.
//!
//! An expression object carries a [`limbec_schema::Expr`]; columns are the exception, as they are
//! named by their attributes and may join a table later. Every operator is made by
//! [`limbec_schema::build`], which decides as SQLAlchemy does.

mod classes;
pub(super) mod comparator;
mod construct;
mod elements;
mod functions;
mod json_access;
mod operators;

use std::rc::Rc;

use limbec_python::{PyError, PyResult, Value, Vm};
use limbec_schema::build::{BuildError, Operand};
use limbec_schema::{Expr, Literal, UnaryOp};

use super::registry::{self, FunctionSpec};
use super::util::{argument_error, attr, make};
use super::{convert, missing, types, values};

pub(super) use classes::CLASSES;
pub(super) use construct::conditions;
pub(super) use construct::text_clause;
pub(super) use elements::parameters;
pub(super) use functions::{func, generic, next_value};
pub(super) use operators::{binary, expressions};

/// The functions of the package that make expressions.
pub(super) const FUNCTIONS: &[FunctionSpec] = construct::FUNCTIONS;

/// The data of an expression object.
pub(super) struct Node(pub Expr);

/// The object of an expression.
pub(super) fn wrap(expr: Expr) -> Value {
    let key = class_key(&expr);
    wrap_as(key, expr)
}

/// The object of an expression, of a class that is not the usual one.
pub(super) fn wrap_as(key: &str, expr: Expr) -> Value {
    let instance = make(key);
    instance.set_payload(Rc::new(Node(expr)));
    Value::Instance(instance)
}

fn class_key(expr: &Expr) -> &'static str {
    match expr {
        Expr::Text(_) => "TextClause",
        Expr::Raw { .. } | Expr::Column(_) | Expr::Excluded { .. } | Expr::LabelRef(_) => {
            "ColumnClause"
        }
        Expr::Bind(_) => "BindParameter",
        Expr::Null => "Null",
        Expr::True => "True_",
        Expr::False => "False_",
        Expr::Unary {
            op: UnaryOp::Exists,
            ..
        } => "Exists",
        Expr::Unary {
            op: UnaryOp::Any | UnaryOp::All,
            ..
        } => "CollectionAggregate",
        Expr::Unary { .. } | Expr::Nulls { .. } => "UnaryExpression",
        Expr::Binary { .. } | Expr::Between { .. } | Expr::RegexpReplace { .. } => {
            "BinaryExpression"
        }
        Expr::Collate { .. } => "CollationClause",
        Expr::And(_) | Expr::Or(_) => "BooleanClauseList",
        Expr::Function(_) | Expr::NextValue { .. } => "Function",
        Expr::Cast { try_cast, .. } => {
            if *try_cast {
                "TryCast"
            } else {
                "Cast"
            }
        }
        Expr::Coerce { .. } => "TypeCoerce",
        Expr::Case(_) => "Case",
        Expr::Label { .. } => "Label",
        Expr::Over(_) => "Over",
        Expr::Subquery(_) => "ScalarSelect",
        Expr::Tuple(_) => "Tuple",
        Expr::Array { .. } => "postgresql.array",
        Expr::Extract { .. } => "Extract",
        Expr::Group(_) => "Grouping",
        Expr::Slice { .. } => "Slice",
        Expr::Star(_) | Expr::FromValue(_) => "ColumnElement",
        Expr::AggregateOrderBy { .. } => "postgresql.aggregate_order_by",
    }
}

/// The expression of an object that carries one.
pub(super) fn node(value: &Value) -> Option<Expr> {
    value.payload::<Node>().map(|node| node.0.clone())
}

/// Whether the value is an SQL expression or something that can be made into one.
pub(super) fn is_sql(vm: &mut Vm, value: &Value) -> PyResult<bool> {
    Ok(match value {
        Value::Instance(_) => {
            registry::is_a(vm, value, "ClauseElement") || vm.hasattr(value, "__clause_element__")?
        }
        _ => false,
    })
}

/// The other side of an operator of `left`.
pub(super) fn operand(vm: &mut Vm, left: &Value, value: &Value) -> PyResult<Operand> {
    missing::check(vm, value)?;
    if is_sql(vm, value)? {
        return convert::expr(vm, value).map(Operand::Expr);
    }
    let literal = beside(vm, left, value)?;
    Ok(Operand::Value(literal))
}

/// A Python value beside an expression: the expression's type may change it.
pub(super) fn beside(vm: &mut Vm, left: &Value, value: &Value) -> PyResult<Literal> {
    let known = match left {
        Value::Instance(instance) => match instance.get("type") {
            Some(known) => known,
            // An attribute of a mapped class has the type of its column.
            None if instance.class().is_native() => Value::None,
            None => attr(vm, left, "type")?,
        },
        _ => Value::None,
    };
    let special = matches!(known, Value::Instance(_))
        && (registry::is_a(vm, &known, "TypeDecorator")
            || registry::is_a(vm, &known, "UserDefinedType")
            || registry::is_a(vm, &known, "Enum")
            || registry::is_a(vm, &known, "ARRAY"));
    if special && !value.is_none() {
        return values::literal_for(vm, value, &known);
    }
    if let Value::Instance(_) = value
        && let Some(member) = enum_member(value)
    {
        return values::literal(vm, &member);
    }
    values::literal(vm, value)
}

/// The value of an enum member that is also a string or a number.
fn enum_member(value: &Value) -> Option<Value> {
    let inner = value.unwrap_inner();
    (!matches!(inner, Value::Instance(_))).then_some(inner)
}

/// A value that stands alone: Python values become binds.
pub(super) fn argument(vm: &mut Vm, value: &Value) -> PyResult<Expr> {
    if is_sql(vm, value)? {
        return convert::expr(vm, value);
    }
    missing::check(vm, value)?;
    Ok(match values::literal(vm, value)? {
        Literal::Null => Expr::Null,
        Literal::Bool(true) => Expr::True,
        Literal::Bool(false) => Expr::False,
        literal => Expr::Bind(limbec_schema::Bind::value(literal)),
    })
}

/// The exceptions of operators that do not go with their operands.
pub(super) fn build_error(vm: &mut Vm, problem: &BuildError) -> PyError {
    match problem {
        BuildError::Argument(message) => argument_error(vm, message),
        BuildError::NotImplemented(message) => vm.raise("NotImplementedError", message),
    }
}

/// The type object of an expression object.
pub(super) fn type_of(vm: &mut Vm, value: &Value) -> PyResult {
    if let Value::Instance(instance) = value
        && let Some(known) = instance.get("type")
        && !known.is_none()
    {
        return Ok(known);
    }
    if let Value::Instance(instance) = value
        && !instance.class().is_native()
        && node(value).is_none()
        && let Some(known) = vm.getattr_opt(value, "type")?
    {
        return Ok(known);
    }
    let found = convert::expr(vm, value)?.sql_type();
    types::type_value(vm, &found)
}

/// The name of a column or label, by which a result or a subquery knows it.
pub(super) fn name_of(vm: &mut Vm, value: &Value) -> PyResult<Option<String>> {
    if let Some(Expr::Label {
        name, anonymous, ..
    }) = node(value)
    {
        return Ok((!anonymous).then_some(name));
    }
    Ok(attr(vm, value, "name")?
        .as_str()
        .map(|name| name.to_string()))
}
