//! `op.create_index`

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{CreateIndex, Index, Operation};

use super::super::bridge;
use super::super::read::{flag, kwargs, optional_str, required, text};
use super::directive::{BatchForm, Directive, in_batch, same};
use super::operations::Operations;

pub(super) const DIRECTIVE: Directive = Directive {
    name: "create_index",
    class: "CreateIndexOp",
    init: "index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw",
    fields: &[
        "index_name",
        "table_name",
        "columns",
        "schema",
        "unique",
        "if_not_exists",
    ],
    complete: None,
    signature: "index_name, table_name, columns, *, schema=None, unique=False, \
                if_not_exists=None, **kw",
    arguments: |bound| same(bound, DIRECTIVE.fields),
    batch: Some(BatchForm {
        signature: "index_name, columns, **kw",
        arguments: |target, bound| {
            in_batch(
                target,
                "table_name",
                "schema",
                bound,
                &["index_name", "columns"],
            )
        },
    }),
    perform,
};

fn perform(vm: &mut Vm, operations: &Operations, op: &Value) -> PyResult {
    let columns = required(op, "columns");
    let mut elements = Vec::new();
    for column in vm.iterate(&columns)? {
        elements.push(bridge::index_element(vm, &column)?);
    }
    let mut keywords = kwargs(op);
    keywords.retain(|(name, _)| !matches!(&**name, "quote" | "info"));
    let quote = kwargs(op)
        .into_iter()
        .find(|(name, _)| &**name == "quote")
        .and_then(|(_, value)| value.as_bool());
    let name = required(op, "index_name");
    let operation = Operation::CreateIndex(CreateIndex {
        index: Index {
            name: bridge::constraint_name(vm, &name)?,
            table: text(vm, op, "table_name")?,
            schema: optional_str(op, "schema"),
            elements,
            unique: flag(vm, op, "unique")?,
            quote: quote.or_else(|| bridge::quote_of(&name)),
            options: bridge::options(vm, &keywords)?,
        },
        if_not_exists: flag(vm, op, "if_not_exists")?,
    });
    operations.emit(vm, operation)?;
    Ok(Value::None)
}
