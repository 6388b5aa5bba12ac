//! A running or suspended function.

/// A frame.
pub struct Frame {}
