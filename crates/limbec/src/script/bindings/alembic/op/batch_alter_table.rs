//! `op.batch_alter_table`

use std::cell::RefCell;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::{BatchSettings, Recreate};

use super::super::bridge;
use super::super::manager::context_manager;
use super::directive::BatchTarget;
use super::operations::{self, OpenBatch};

/// The parameters.
pub(super) const SIGNATURE: &str = "table_name, schema=None, recreate='auto', \
    partial_reordering=None, copy_from=None, table_args=(), table_kwargs=None, reflect_args=(), \
    reflect_kwargs=None, naming_convention=None";

/// A context manager that gives a `batch_op` and carries the batch out at its end.
pub(super) fn batch_alter_table(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let settings = settings(vm, bound)?;
    let context = operations::of(vm, this)?.context_value.clone();
    let batch = operations::make_batch(
        vm,
        &context,
        OpenBatch {
            target: BatchTarget {
                table: bound.get("table_name").clone(),
                schema: bound.get("schema").clone(),
            },
            settings,
            items: RefCell::default(),
        },
    );
    let entered = batch.clone();
    Ok(context_manager(
        vm,
        move |_| Ok(entered.clone()),
        move |vm, exception| {
            // After an exception nothing of the batch is carried out.
            if exception.is_none() {
                operations::of(vm, &batch)?.flush(vm)?;
            }
            Ok(false)
        },
    ))
}

fn settings(vm: &mut Vm, bound: &Bound) -> PyResult<BatchSettings> {
    let recreate = match bound.get("recreate").as_str().as_deref() {
        Some("auto") => Recreate::Auto,
        Some("always") => Recreate::Always,
        Some("never") => Recreate::Never,
        _ => {
            return Err(vm.raise(
                "ValueError",
                "recreate may be one of 'auto', 'always', or 'never'.",
            ));
        }
    };
    let copy_from = match bound.opt("copy_from") {
        None => None,
        Some(table) => Some(bridge::table(vm, &table.clone())?),
    };
    let mut settings = BatchSettings {
        recreate,
        copy_from,
        ..BatchSettings::default()
    };
    for item in bound.iterate(vm, "table_args")? {
        settings.table_args.push(bridge::constraint(vm, &item)?);
    }
    for item in bound.iterate(vm, "reflect_args")? {
        if bridge::is_column(vm, &item)? {
            settings.reflect_columns.push(bridge::column(vm, &item)?);
        } else {
            settings
                .reflect_constraints
                .push(bridge::constraint(vm, &item)?);
        }
    }
    settings.table_kwargs = bridge::table_keywords(vm, bound.get("table_kwargs"))?;
    settings.reflect_kwargs = bridge::table_keywords(vm, bound.get("reflect_kwargs"))?;
    if let Some(convention) = bound.opt("naming_convention") {
        settings.naming_convention = bridge::naming_convention(vm, &convention.clone())?;
    }
    if let Some(groups) = bound.opt("partial_reordering") {
        for group in vm.iterate(&groups.clone())? {
            let mut names = Vec::new();
            for name in vm.iterate(&group)? {
                names.push(bridge::name(vm, &name, "partial_reordering")?);
            }
            settings.partial_reordering.push(names);
        }
    }
    Ok(settings)
}
