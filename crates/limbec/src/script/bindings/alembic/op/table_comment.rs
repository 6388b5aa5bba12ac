//! `op.create_table_comment` and `op.drop_table_comment`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{DropTableComment, Operation, TableComment};

use super::super::read::{optional_str, text};
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const CREATE: Directive = Directive {
    name: "create_table_comment",
    class: "CreateTableCommentOp",
    init: "table_name, comment, *, schema=None, existing_comment=None",
    fields: &["table_name", "comment", "schema", "existing_comment"],
    complete: None,
    signature: "table_name, comment, *, existing_comment=None, schema=None",
    arguments: |bound| same(bound, CREATE.fields),
    batch: Some(BatchForm {
        signature: "comment, *, existing_comment=None",
        arguments: |target, bound| {
            in_batch(
                target,
                "table_name",
                "schema",
                bound,
                &["comment", "existing_comment"],
            )
        },
    }),
    perform: create,
};

pub(super) const DROP: Directive = Directive {
    name: "drop_table_comment",
    class: "DropTableCommentOp",
    init: "table_name, *, schema=None, existing_comment=None",
    fields: &["table_name", "schema", "existing_comment"],
    complete: None,
    signature: "table_name, *, existing_comment=None, schema=None",
    arguments: |bound| same(bound, DROP.fields),
    batch: Some(BatchForm {
        signature: "*, existing_comment=None",
        arguments: |target, bound| {
            in_batch(target, "table_name", "schema", bound, &["existing_comment"])
        },
    }),
    perform: drop,
};

fn create(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let operation = Operation::TableComment(TableComment {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        comment: optional_str(op, "comment"),
        existing: optional_str(op, "existing_comment"),
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}

fn drop(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let operation = Operation::DropTableComment(DropTableComment {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        existing: optional_str(op, "existing_comment"),
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
