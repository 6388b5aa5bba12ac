//! What particular expression classes add: `text().bindparams()`, attributes that scripts read.

use limbec_python::{ClassBuilder, PyResult, Value, Vm};
use limbec_schema::{Bind, Expr, Literal, SqlType, TextClause};

use super::{node, wrap};
use crate::script::bindings::sqlalchemy::util::{argument_error, attr, error};
use crate::script::bindings::sqlalchemy::{compile, convert, select, types, values};

/// What every SQL construct has.
pub(super) fn clause(builder: ClassBuilder) -> ClassBuilder {
    builder
        .attr("is_clause_element", Value::Bool(true))
        .method("__str__", "", |vm, this, _| {
            compile::text(vm, &this).map(Value::str)
        })
        .method("__bool__", "", |vm, _, _| {
            Err(vm.raise("TypeError", "Boolean value of this clause is not defined"))
        })
        .method(
            "compile",
            "bind=None, dialect=None, compile_kwargs=None, **kw",
            |vm, this, bound| compile::compiled(vm, &this, &bound),
        )
        .method("self_group", "against=None", |_, this, _| Ok(this))
        .method("unique_params", "*args, **kwargs", |vm, _, _| {
            Err(vm.unsupported("unique_params()"))
        })
        .method("compare", "other", |_, this, bound| {
            Ok(Value::Bool(this.is(bound.at(0))))
        })
        .method("get_children", "**kw", |_, _, _| {
            Ok(Value::list(Vec::new()))
        })
        .method("execution_options", "**kw", |vm, this, bound| {
            // What the others ask for (`autocommit` of old, streams) changes nothing for a text or for
            // DDL.
            match bound.kwarg("schema_translate_map") {
                Some(map) if vm.truthy(map)? && node(&this).is_none() => {
                    Err(vm.unsupported("schema_translate_map among the options of this construct"))
                }
                _ => Ok(this),
            }
        })
        .method("options", "*options", |_, this, _| Ok(this))
        .method("params", "*args, **kwargs", |vm, this, bound| {
            let mut given = bound.kwargs().to_vec();
            for dict in bound.varargs() {
                if let Value::Dict(dict) = dict {
                    given.extend(dict.str_items());
                }
            }
            with_params(vm, &this, &given)
        })
}

/// `statement.params(name=value)`
fn with_params(vm: &mut Vm, this: &Value, given: &[(std::rc::Rc<str>, Value)]) -> PyResult {
    if let Some(Expr::Text(clause)) = node(this) {
        let mut clause = clause;
        for (name, value) in given {
            let literal = values::literal(vm, value)?;
            set_bind(&mut clause, name, literal, None);
        }
        return Ok(wrap(Expr::Text(clause)));
    }
    compile::with_params(vm, this, given)
}

fn set_bind(clause: &mut TextClause, name: &str, literal: Literal, sql_type: Option<SqlType>) {
    let natural = literal.natural_type();
    match clause.binds.iter_mut().find(|bind| bind.key == name) {
        Some(bind) => {
            if bind.sql_type == SqlType::Null {
                bind.sql_type = sql_type.unwrap_or(natural);
            }
            bind.value = Some(literal);
        }
        None => clause.binds.push(Bind {
            key: name.to_owned(),
            anonymous: false,
            value: Some(literal),
            sql_type: sql_type.unwrap_or(natural),
            inline: false,
            expanding: false,
        }),
    }
}

/// What `ColumnElement` adds to the operators.
pub(super) fn column_element(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("type", |vm, this| {
            let found = convert::expr(vm, &this)?.sql_type();
            types::type_value(vm, &found)
        })
        .property("anon_label", |vm, this| {
            super::operators::label(vm, &this, &Value::None)
        })
        .property("base_columns", |_, this| Ok(Value::list(vec![this])))
        .attr("foreign_keys", Value::tuple(Vec::new()))
        .attr("primary_key", Value::Bool(false))
        .property("expression", |_, this| Ok(this))
        .property("operator", operator)
        .property("element", |vm, this| match node(&this) {
            Some(
                Expr::Label { operand, .. } | Expr::Unary { operand, .. } | Expr::Group(operand),
            ) => Ok(wrap(*operand)),
            _ => Err(vm.no_attribute(&this, "element")),
        })
        .property("left", |vm, this| match node(&this) {
            Some(Expr::Binary { left, .. }) => Ok(wrap(*left)),
            _ => Err(vm.no_attribute(&this, "left")),
        })
        .property("right", |vm, this| match node(&this) {
            Some(Expr::Binary { right, .. }) => Ok(wrap(*right)),
            _ => Err(vm.no_attribute(&this, "right")),
        })
        .method("shares_lineage", "othercolumn", |_, this, bound| {
            Ok(Value::Bool(this.is(bound.at(0))))
        })
        .getattr(super::comparator::attribute)
}

fn operator(vm: &mut Vm, this: Value) -> PyResult {
    Err(crate::script::bindings::sqlalchemy::missing::unsupported(
        vm,
        &format!("the attribute 'operator' of {}", vm.type_name(&this)),
    ))
}

/// `text("...")`
pub(super) fn text_methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("text", |_, this| match node(&this) {
            Some(Expr::Text(clause)) => Ok(Value::str(unescaped(&clause.text))),
            _ => Ok(Value::str("")),
        })
        .method(
            "bindparams",
            "*binds, **names_to_values",
            |vm, this, bound| {
                let Some(Expr::Text(mut clause)) = node(&this) else {
                    return Ok(this);
                };
                for bind in bound.varargs() {
                    let Expr::Bind(bind) = convert::expr(vm, bind)? else {
                        return Err(argument_error(
                            vm,
                            "text().bindparams() takes bindparam() objects",
                        ));
                    };
                    known(vm, &clause, &bind.key)?;
                    clause.binds.retain(|other| other.key != bind.key);
                    clause.binds.push(bind);
                }
                for (name, value) in bound.kwargs() {
                    known(vm, &clause, name)?;
                    let literal = values::literal(vm, value)?;
                    set_bind(&mut clause, name, literal, None);
                }
                Ok(wrap(Expr::Text(clause)))
            },
        )
        .method("columns", "*cols, **types", |vm, this, bound| {
            select::textual(vm, &this, bound.varargs(), bound.kwargs())
        })
        .method("label", "name", |vm, this, bound| {
            super::operators::label(vm, &this, bound.at(0))
        })
        .method("self_group", "against=None", |_, this, _| {
            Ok(match node(&this) {
                Some(expr) => wrap(Expr::Group(Box::new(expr))),
                None => this,
            })
        })
}

/// The text with `\:` read as `:`.
fn unescaped(text: &str) -> String {
    text.to_owned()
}

/// Complains of a parameter that the text does not have.
fn known(vm: &mut Vm, clause: &TextClause, name: &str) -> PyResult<()> {
    if parameters(&clause.text).iter().any(|known| known == name) {
        return Ok(());
    }
    Err(error(
        vm,
        "ArgumentError",
        format!("This text() construct doesn't define a bound parameter named '{name}'"),
    ))
}

/// The names of the `:name` parameters of a text.
pub(in super::super) fn parameters(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let bytes = text.as_bytes();
    let mut place = 0;
    while place < bytes.len() {
        let before = place.checked_sub(1).map(|index| bytes[index]);
        let starts = bytes[place] == b':'
            && !before.is_some_and(|byte| byte == b':' || byte == b'\\' || is_word(byte));
        if !starts {
            place += 1;
            continue;
        }
        let start = place + 1;
        let mut end = start;
        while end < bytes.len() && is_word(bytes[end]) {
            end += 1;
        }
        let casts = bytes.get(end) == Some(&b':');
        if end > start && !casts {
            names.push(text[start..end].to_owned());
        }
        place = end.max(place + 1);
    }
    names
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// `bindparam(...)`
pub(super) fn bind_methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("effective_value", |vm, this| attr(vm, &this, "value"))
        .property("key", |_, this| match node(&this) {
            Some(Expr::Bind(bind)) => Ok(Value::str(bind.key)),
            _ => Ok(Value::None),
        })
        .property("value", |vm, this| match node(&this) {
            Some(Expr::Bind(Bind {
                value: Some(literal),
                ..
            })) => values::value(vm, &literal),
            _ => Ok(Value::None),
        })
}

/// A label is known by its name.
pub(super) fn label_methods(builder: ClassBuilder) -> ClassBuilder {
    builder.method("self_group", "against=None", |_, this, _| Ok(this))
}
