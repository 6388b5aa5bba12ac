//! What the tests share: random graphs, our answers as JSON, and the oracle.

#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod answers;
pub mod oracle;
pub mod questions;
pub mod random;
pub mod text;
