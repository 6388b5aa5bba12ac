//! From source text to the tree that is executed.
