//! The classes of `sqlalchemy.sql.elements` and `sqlalchemy.sql.functions`.

use limbec_python::{ClassBuilder, Value};

use super::{elements, functions, operators};
use crate::script::bindings::sqlalchemy::registry::ClassSpec;
use crate::script::bindings::sqlalchemy::util::subscriptable;
use crate::script::bindings::sqlalchemy::{missing, schema, select};

const ELEMENTS: &str = "sqlalchemy.sql.elements";

const fn element(
    key: &'static str,
    bases: &'static [&'static str],
    build: fn(ClassBuilder) -> ClassBuilder,
) -> ClassSpec {
    ClassSpec {
        key,
        module: ELEMENTS,
        bases,
        build,
    }
}

const fn plain(key: &'static str) -> ClassSpec {
    element(key, &["ColumnElement"], |builder| builder)
}

/// The classes.
pub(in super::super) const CLASSES: &[ClassSpec] = &[
    element("ClauseElement", &[], |builder| {
        subscriptable(elements::clause(builder))
    }),
    element("Executable", &["ClauseElement"], |builder| builder),
    element("Operators", &[], |builder| builder),
    element("ColumnOperators", &["Operators"], |builder| builder),
    element("SQLColumnExpression", &["ColumnOperators"], |builder| {
        builder
    }),
    element(
        "ColumnElement",
        &["ColumnOperators", "ClauseElement"],
        |builder| elements::column_element(operators::column_operators(builder)),
    ),
    element(
        "ColumnClause",
        &["ColumnElement"],
        schema::column_clause_class,
    ),
    element("TextClause", &["Executable"], elements::text_methods),
    element("BindParameter", &["ColumnElement"], elements::bind_methods),
    element("Label", &["ColumnElement"], elements::label_methods),
    plain("Null"),
    plain("True_"),
    plain("False_"),
    plain("UnaryExpression"),
    plain("CollectionAggregate"),
    plain("BinaryExpression"),
    plain("CollationClause"),
    plain("ClauseList"),
    element("ExpressionClauseList", &["ColumnElement"], |builder| {
        builder
    }),
    element("BooleanClauseList", &["ExpressionClauseList"], |builder| {
        builder.static_method("_construct_raw", "*args", |vm, _| {
            Err(missing::unsupported(
                vm,
                "BooleanClauseList._construct_raw()",
            ))
        })
    }),
    plain("Cast"),
    plain("TryCast"),
    plain("TypeCoerce"),
    plain("Case"),
    plain("Over"),
    plain("Tuple"),
    plain("Extract"),
    plain("Grouping"),
    plain("Slice"),
    element("Exists", &["UnaryExpression"], select::exists_methods),
    element("ScalarSelect", &["Grouping"], select::scalar_methods),
    plain("postgresql.array"),
    plain("postgresql.aggregate_order_by"),
    ClassSpec {
        key: "FunctionElement",
        module: "sqlalchemy.sql.functions",
        bases: &["ColumnElement", "Executable"],
        build: functions::element,
    },
    ClassSpec {
        key: "Function",
        module: "sqlalchemy.sql.functions",
        bases: &["FunctionElement"],
        build: functions::methods,
    },
    ClassSpec {
        key: "_FunctionGenerator",
        module: "sqlalchemy.sql.functions",
        bases: &[],
        build: functions::generator_class,
    },
    element("quoted_name", &["str"], |builder| {
        builder
            .attr("quote", Value::None)
            .new_object("value, quote=None", |_, class, bound| {
                schema::quoted_name(class, bound.at(0), bound.at(1))
            })
    }),
    element("conv", &["quoted_name"], |builder| builder),
];
