//! The classes of `sqlalchemy.schema`.

use limbec_python::{ClassBuilder, Value};

use super::super::registry::ClassSpec;
use super::super::util::subscriptable;
use super::{collection, column, constraint, defaults, index, late, metadata, table};

const fn spec(
    key: &'static str,
    bases: &'static [&'static str],
    build: fn(ClassBuilder) -> ClassBuilder,
) -> ClassSpec {
    ClassSpec::new(key, "sqlalchemy.sql.schema", bases, build)
}

/// The classes.
pub(in super::super) const CLASSES: &[ClassSpec] = &[
    spec("SchemaItem", &[], |builder| {
        let builder = subscriptable(builder.attr("dispatch", Value::None));
        late(builder, "dialect_kwargs", || {
            Value::dict(Vec::<(&str, Value)>::new())
        })
    }),
    spec("Column", &["ColumnClause", "SchemaItem"], column::class),
    spec("MetaData", &["SchemaItem"], metadata::class),
    spec("Table", &["TableClause", "SchemaItem"], table::class),
    spec("ForeignKey", &["SchemaItem"], constraint::foreign_key),
    spec("Constraint", &["SchemaItem"], constraint::base),
    spec("ColumnCollectionMixin", &[], constraint::over_columns),
    spec(
        "ColumnCollectionConstraint",
        &["ColumnCollectionMixin", "Constraint"],
        |builder| builder,
    ),
    spec(
        "CheckConstraint",
        &["ColumnCollectionConstraint"],
        constraint::check,
    ),
    spec(
        "PrimaryKeyConstraint",
        &["ColumnCollectionConstraint"],
        constraint::primary_key,
    ),
    spec(
        "UniqueConstraint",
        &["ColumnCollectionConstraint"],
        constraint::unique,
    ),
    spec(
        "ForeignKeyConstraint",
        &["ColumnCollectionConstraint"],
        constraint::foreign_key_constraint,
    ),
    spec(
        "postgresql.ExcludeConstraint",
        &["ColumnCollectionConstraint"],
        constraint::exclude,
    ),
    spec("Index", &["SchemaItem"], index::class),
    spec("DefaultGenerator", &["SchemaItem"], |builder| builder),
    spec(
        "ColumnDefault",
        &["DefaultGenerator"],
        defaults::client_default,
    ),
    spec(
        "ScalarElementColumnDefault",
        &["ColumnDefault"],
        |builder| builder,
    ),
    spec("CallableColumnDefault", &["ColumnDefault"], |builder| {
        builder
    }),
    spec(
        "ColumnElementColumnDefault",
        &["ColumnDefault"],
        |builder| builder,
    ),
    spec("FetchedValue", &["SchemaItem"], defaults::fetched_value),
    spec("DefaultClause", &["FetchedValue"], defaults::default_clause),
    spec("Identity", &["FetchedValue"], defaults::identity),
    spec("Computed", &["FetchedValue"], defaults::computed),
    spec("Sequence", &["DefaultGenerator"], defaults::sequence),
    ClassSpec {
        key: "ColumnCollection",
        module: "sqlalchemy.sql.base",
        bases: &[],
        build: collection::class,
    },
];
