//! Drafts as the objects that `process_revision_directives` is given, and back.

use limbec_python::{PyResult, Value, Vm};

use super::declared::Declared;
use crate::autogen::Draft;

/// A `MigrationScript`.
pub(super) fn script_value(vm: &mut Vm, _: &Draft, _: &Declared) -> PyResult {
    Err(vm.unsupported("process_revision_directives"))
}

/// The draft that a `MigrationScript` describes.
pub(super) fn script_draft(vm: &mut Vm, _: &Value) -> PyResult<Draft> {
    Err(vm.unsupported("process_revision_directives"))
}
