//! Running the tree.

mod absence;
mod attr;
mod attr_set;
mod call;
mod class;
mod convert;
mod exceptions;
mod expr;
pub(crate) mod frame;
pub(crate) mod generator;
mod imports;
pub(crate) mod items;
mod iteration;
mod modules;
pub(crate) mod ops;
mod pattern;
pub(crate) mod repr;
mod special;
