//! Revision scripts and env.py: how they are found, read and run.

pub mod bindings;
pub mod host;
