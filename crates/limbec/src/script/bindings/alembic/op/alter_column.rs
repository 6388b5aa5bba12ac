//! `op.alter_column`

use std::rc::Rc;

use limbec_python::{Args, Bound, PyResult, Value, Vm};
use limbec_schema::{
    AlterColumn, Change, ColumnDefault, ColumnPosition, ExistingColumn, Operation, Options,
};

use super::super::bridge;
use super::super::read::{kw_str, kwargs, opt_flag, optional, optional_str, text};
use super::directive::{BatchForm, Directive, set};
use super::operations::Operations;
use crate::script::bindings::sqlalchemy::types::is_type;
use crate::script::host::Host as _;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "alter_column",
    class: "AlterColumnOp",
    init: "table_name, column_name, *, schema=None, existing_type=None, \
           existing_server_default=False, existing_nullable=None, existing_comment=None, \
           modify_nullable=None, modify_comment=False, modify_server_default=False, \
           modify_name=None, modify_type=None, **kw",
    fields: &[
        "table_name",
        "column_name",
        "schema",
        "existing_type",
        "existing_server_default",
        "existing_nullable",
        "existing_comment",
        "modify_nullable",
        "modify_comment",
        "modify_server_default",
        "modify_name",
        "modify_type",
    ],
    complete: None,
    signature: "table_name, column_name, *, nullable=None, comment=False, server_default=False, \
                new_column_name=None, type_=None, existing_type=None, \
                existing_server_default=False, existing_nullable=None, existing_comment=None, \
                schema=None, **kw",
    arguments: |bound| {
        let mut args = renamed(bound);
        set(&mut args, "table_name", bound.get("table_name").clone());
        set(&mut args, "schema", bound.get("schema").clone());
        args
    },
    batch: Some(BatchForm {
        signature: "column_name, *, nullable=None, comment=False, server_default=False, \
                    new_column_name=None, type_=None, existing_type=None, \
                    existing_server_default=False, existing_nullable=None, existing_comment=None, \
                    insert_before=None, insert_after=None, **kw",
        arguments: |target, bound| {
            let mut args = renamed(bound);
            set(&mut args, "table_name", target.table.clone());
            set(&mut args, "schema", target.schema.clone());
            for name in ["insert_before", "insert_after"] {
                set(&mut args, name, bound.get(name).clone());
            }
            args
        },
    }),
    perform,
};

/// The names of the directive and those of the class, where they differ.
const RENAMED: [(&str, &str); 5] = [
    ("new_column_name", "modify_name"),
    ("type_", "modify_type"),
    ("server_default", "modify_server_default"),
    ("nullable", "modify_nullable"),
    ("comment", "modify_comment"),
];

fn renamed(bound: &Bound) -> Args {
    let mut args = Args::default();
    let same = [
        "column_name",
        "existing_type",
        "existing_server_default",
        "existing_nullable",
        "existing_comment",
    ];
    for name in same {
        set(&mut args, name, bound.get(name).clone());
    }
    for (from, to) in RENAMED {
        set(&mut args, to, bound.get(from).clone());
    }
    args.kw.extend(bound.kwargs().iter().cloned());
    args
}

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let existing = existing(vm, operations, op)?;
    let nullable = match opt_flag(vm, op, "modify_nullable")? {
        None => Change::Keep,
        Some(nullable) => Change::Set(nullable),
    };
    let comment = match optional(op, "modify_comment") {
        Some(Value::Bool(false)) => Change::Keep,
        None => Change::Set(None),
        Some(value) => Change::Set(Some(bridge::name(vm, &value, "comment")?)),
    };
    let server_default = default_change(vm, op, "modify_server_default")?;
    let (name, sql_type) = (
        optional_str(op, "modify_name"),
        optional_type(vm, op, "modify_type")?,
    );
    let autoincrement = kw_flag(vm, op, "autoincrement")?;
    if optional(op, "column_name").is_some_and(|column| column.as_str().is_none())
        && !(nullable.is_set() || server_default.is_set() || comment.is_set())
        && (name.is_none() && sql_type.is_none() && autoincrement.is_none())
    {
        // `op.alter_column("t", sa.Column(...))` asks for nothing, and Alembic never looks at the name.
        return Ok(Value::None);
    }
    let operation = Operation::AlterColumn(Box::new(AlterColumn {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        column: text(vm, op, "column_name")?,
        existing,
        nullable,
        server_default,
        comment,
        name,
        sql_type,
        bare_type: bare_type(op),
        autoincrement,
        options: dialect_options(vm, op)?,
        position: ColumnPosition {
            before: kw_str(op, "insert_before"),
            after: kw_str(op, "insert_after"),
        },
    }));
    operations.emit(vm, operation)?;
    Ok(Value::None)
}

fn existing(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult<ExistingColumn> {
    let sql_type = if is_type_unread(vm, operations, op)? {
        None
    } else {
        optional_type(vm, op, "existing_type")?
    };
    Ok(ExistingColumn {
        sql_type,
        nullable: opt_flag(vm, op, "existing_nullable")?,
        server_default: default_change(vm, op, "existing_server_default")?,
        comment: optional_str(op, "existing_comment"),
        autoincrement: kw_flag(vm, op, "existing_autoincrement")?,
    })
}

fn optional_type(vm: &mut Vm, op: &Value, name: &str) -> PyResult<Option<limbec_schema::SqlType>> {
    match optional(op, name) {
        None => Ok(None),
        Some(value) => bridge::sql_type(vm, &value).map(Some),
    }
}

/// Whether `existing_type` is no type (that of an application, say, which is not there) and nothing reads it: only MySQL
/// writes the existing type, and a new type is compared with it.
fn is_type_unread(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult<bool> {
    let Some(given) = optional(op, "existing_type") else {
        return Ok(false);
    };
    let is_object = matches!(
        given,
        Value::Absent(_) | Value::Class(_) | Value::Instance(_)
    );
    if !is_object || is_type(vm, &given) || optional(op, "modify_type").is_some() {
        return Ok(false);
    }
    let context = operations.context(vm)?;
    let dialect = context.session().dialect().name();
    Ok(!matches!(dialect, "mysql" | "mariadb"))
}

/// Whether the type that counts is a class.
fn bare_type(op: &Value) -> bool {
    let given = optional(op, "modify_type").or_else(|| optional(op, "existing_type"));
    matches!(given, Some(Value::Class(_)))
}

/// `False` means that nothing is said of the default, `None` that there is or shall be none.
fn default_change(vm: &mut Vm, op: &Value, name: &str) -> PyResult<Change<Option<ColumnDefault>>> {
    match optional(op, name) {
        Some(Value::Bool(false)) => Ok(Change::Keep),
        None => Ok(Change::Set(None)),
        Some(value) => Ok(Change::Set(Some(bridge::column_default(vm, &value)?))),
    }
}

fn kw_flag(vm: &mut Vm, op: &Value, name: &str) -> PyResult<Option<bool>> {
    match kwargs(op).into_iter().find(|(key, _)| &**key == name) {
        Some((_, value)) if !value.is_none() => vm.truthy(&value).map(Some),
        _ => Ok(None),
    }
}

/// The keywords that only some databases read. Alembic hands the rest on to implementations that
/// take any keyword and do nothing with it.
fn dialect_options(vm: &mut Vm, op: &Value) -> PyResult<Options> {
    let known: Vec<(Rc<str>, Value)> = kwargs(op)
        .into_iter()
        .filter(|(name, _)| {
            [
                "postgresql_",
                "mysql_",
                "mariadb_",
                "sqlite_",
                "mssql_",
                "oracle_",
            ]
            .iter()
            .any(|prefix| name.starts_with(prefix))
        })
        .collect();
    bridge::options(vm, &known)
}
