//! `op.create_foreign_key`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{AddConstraint, Constraint, ForeignKeyConstraint, Operation};

use super::super::bridge;
use super::super::read::{kw_str, names, required, text};
use super::constraint_keywords::Keywords;
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "create_foreign_key",
    class: "CreateForeignKeyOp",
    init: "constraint_name, source_table, referent_table, local_cols, remote_cols, **kw",
    fields: &[
        "constraint_name",
        "source_table",
        "referent_table",
        "local_cols",
        "remote_cols",
    ],
    complete: None,
    signature: "constraint_name, source_table, referent_table, local_cols, remote_cols, *, \
                onupdate=None, ondelete=None, deferrable=None, initially=None, match=None, \
                source_schema=None, referent_schema=None, **dialect_kw",
    arguments: |bound| {
        same(
            bound,
            &[
                "constraint_name",
                "source_table",
                "referent_table",
                "local_cols",
                "remote_cols",
                "onupdate",
                "ondelete",
                "deferrable",
                "initially",
                "match",
                "source_schema",
                "referent_schema",
            ],
        )
    },
    batch: Some(BatchForm {
        signature: "constraint_name, referent_table, local_cols, remote_cols, *, \
                    referent_schema=None, onupdate=None, ondelete=None, deferrable=None, \
                    initially=None, match=None, **dialect_kw",
        arguments: |target, bound| {
            in_batch(
                target,
                "source_table",
                "source_schema",
                bound,
                &[
                    "constraint_name",
                    "referent_table",
                    "local_cols",
                    "remote_cols",
                    "onupdate",
                    "ondelete",
                    "deferrable",
                    "initially",
                    "match",
                    "referent_schema",
                ],
            )
        },
    }),
    perform,
};

/// The keywords that this constraint has beyond those that all have.
const OWN: [&str; 6] = [
    "onupdate",
    "ondelete",
    "match",
    "source_schema",
    "referent_schema",
    "use_alter",
];

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let keywords = Keywords::read_beyond(vm, op, "ForeignKeyConstraint", &OWN)?;
    let columns = names(vm, op, "local_cols")?;
    let ref_columns = names(vm, op, "remote_cols")?;
    if columns.len() != ref_columns.len() {
        return Err(bridge::argument_error(
            vm,
            "ForeignKeyConstraint number of constrained columns must match the number of \
             referenced columns.",
        ));
    }
    let operation = Operation::AddConstraint(AddConstraint {
        table: text(vm, op, "source_table")?,
        schema: kw_str(op, "source_schema"),
        constraint: Constraint::ForeignKey(ForeignKeyConstraint {
            name: bridge::constraint_name(vm, &required(op, "constraint_name"))?,
            columns,
            ref_schema: kw_str(op, "referent_schema"),
            ref_table: text(vm, op, "referent_table")?,
            ref_columns,
            ondelete: kw_str(op, "ondelete"),
            onupdate: kw_str(op, "onupdate"),
            match_type: kw_str(op, "match"),
            timing: keywords.timing,
            use_alter: false,
            comment: keywords.comment,
            options: keywords.options,
        }),
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
