//! `op.add_column`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{AddColumn, ColumnPosition, CreateIndex, Operation};

use super::super::bridge;
use super::super::read::{flag, kw_str, optional_str, required, text};
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "add_column",
    class: "AddColumnOp",
    init: "table_name, column, *, schema=None, if_not_exists=None, inline_references=None, \
           inline_primary_key=None, **kw",
    fields: &[
        "table_name",
        "column",
        "schema",
        "if_not_exists",
        "inline_references",
        "inline_primary_key",
    ],
    complete: None,
    signature: "table_name, column, *, schema=None, if_not_exists=None, inline_references=None, \
                inline_primary_key=None",
    arguments: |bound| same(bound, DIRECTIVE.fields),
    batch: Some(BatchForm {
        signature: "column, *, insert_before=None, insert_after=None, if_not_exists=None, \
                    inline_references=None, inline_primary_key=None",
        arguments: |target, bound| {
            in_batch(
                target,
                "table_name",
                "schema",
                bound,
                &[
                    "column",
                    "insert_before",
                    "insert_after",
                    "if_not_exists",
                    "inline_references",
                    "inline_primary_key",
                ],
            )
        },
    }),
    perform,
};

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let column = required(op, "column");
    let brings = bridge::indexes_of_type(vm, &required(op, "table_name"), op, &column)?;
    let operation = Operation::AddColumn(AddColumn {
        table: text(vm, op, "table_name")?,
        schema: optional_str(op, "schema"),
        column: bridge::column(vm, &column)?,
        if_not_exists: flag(vm, op, "if_not_exists")?,
        inline_references: flag(vm, op, "inline_references")?,
        inline_primary_key: flag(vm, op, "inline_primary_key")?,
        position: ColumnPosition {
            before: kw_str(op, "insert_before"),
            after: kw_str(op, "insert_after"),
        },
    });
    operations.emit(vm, operation)?;
    for index in brings {
        let if_not_exists = false;
        operations.emit(
            vm,
            Operation::CreateIndex(CreateIndex {
                index,
                if_not_exists,
            }),
        )?;
    }
    Ok(Value::None)
}
