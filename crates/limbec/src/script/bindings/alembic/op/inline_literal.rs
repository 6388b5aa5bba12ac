//! `op.inline_literal`

use limbec_python::{Bound, PyResult, Vm};

use super::super::bridge;

/// A value that is written into the statement and not sent beside it.
pub(super) fn inline_literal(vm: &mut Vm, bound: &Bound) -> PyResult {
    bridge::inline_literal(vm, bound.get("value"), bound.get("type_"))
}
