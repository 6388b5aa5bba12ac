//! Real databases for the tests: never mocks.
#![warn(missing_docs)]

pub mod postgres;
