//! `sqlalchemy.orm`.

use super::registry::{ClassSpec, FunctionSpec};

/// The classes.
pub(super) const CLASSES: &[ClassSpec] = &[];

/// The functions.
pub(super) const FUNCTIONS: &[FunctionSpec] = &[];
