//! Running the tree.

pub(crate) mod frame;
mod stub;
