//! The classes of the package, built when they are first used.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, types};

use super::op::operations;
use super::state::Alembic;
use super::{
    autogenerate, config_object, context, manager, migration_context, migration_info, op,
    script_object,
};

/// Build the class of that name.
pub fn build(state: &Alembic, name: &str) -> (&'static str, Rc<Class>) {
    if let Some(found) = op::build_class(state, name) {
        return found;
    }
    match name {
        "AbstractOperations" => (
            "AbstractOperations",
            operations::abstract_class("alembic.operations.base"),
        ),
        "Operations" => (
            "Operations",
            operations::operations_class(
                "alembic.operations.base",
                &state.class("AbstractOperations"),
            ),
        ),
        "BatchOperations" => (
            "BatchOperations",
            operations::batch_class(
                "alembic.operations.base",
                &state.class("AbstractOperations"),
            ),
        ),
        "MigrationContext" => ("MigrationContext", migration_context::class()),
        "DefaultImpl" => ("DefaultImpl", migration_context::implementation_class()),
        "EnvironmentContext" => ("EnvironmentContext", context::class()),
        "Config" => ("Config", config_object::class()),
        "MigrationInfo" => ("MigrationInfo", migration_info::class()),
        "Script" => ("Script", script_object::script_class()),
        "ScriptDirectory" => ("ScriptDirectory", script_object::directory_class()),
        "CommandError" => (
            "CommandError",
            ClassBuilder::new("alembic.util.exc", "CommandError")
                .base(types().get("Exception"))
                .build(),
        ),
        "Namespace" => ("Namespace", config_object::namespace_class()),
        "_FileConfig" => ("_FileConfig", config_object::file_config_class()),
        "Rewriter" => ("Rewriter", autogenerate::rewriter_class()),
        "StatementsOp" => ("StatementsOp", autogenerate::held_class()),
        "AutogenContext" => ("AutogenContext", autogenerate::context_class()),
        "_Dispatcher" => ("_Dispatcher", autogenerate::dispatcher_class()),
        "_ContextManager" => ("_ContextManager", manager::class("contextlib")),
        _ => {
            debug_assert!(false, "no class {name}");
            ("object", types().object.clone())
        }
    }
}
