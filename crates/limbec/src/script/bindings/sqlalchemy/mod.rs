//! The package `sqlalchemy` as scripts see it.
