//! `alembic.op` and `alembic.operations`: one file for each directive.

mod add_column;
mod alter_column;
mod batch_alter_table;
mod bulk_insert;
mod constraint_keywords;
mod create_check_constraint;
mod create_exclude_constraint;
mod create_foreign_key;
mod create_index;
mod create_primary_key;
mod create_table;
mod create_unique_constraint;
pub mod directive;
mod drop_column;
mod drop_constraint;
mod drop_index;
mod drop_table;
mod execute;
mod extend;
mod inline_literal;
pub mod operations;
mod ops;
mod proxy;
mod rename_table;
mod run_async;
mod table_comment;

use directive::Directive;

pub use extend::toimpl;
pub use ops::{build_class, names as class_names};
pub use proxy::module;

/// All directives.
pub const DIRECTIVES: &[&Directive] = &[
    &add_column::DIRECTIVE,
    &alter_column::DIRECTIVE,
    &bulk_insert::DIRECTIVE,
    &create_check_constraint::DIRECTIVE,
    &create_exclude_constraint::DIRECTIVE,
    &create_foreign_key::DIRECTIVE,
    &create_index::DIRECTIVE,
    &create_primary_key::DIRECTIVE,
    &create_table::DIRECTIVE,
    &create_unique_constraint::DIRECTIVE,
    &drop_column::DIRECTIVE,
    &drop_constraint::DIRECTIVE,
    &drop_index::DIRECTIVE,
    &drop_table::DIRECTIVE,
    &execute::DIRECTIVE,
    &rename_table::DIRECTIVE,
    &table_comment::CREATE,
    &table_comment::DROP,
];
