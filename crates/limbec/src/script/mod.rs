//! Revision scripts and env.py: how they are found, read, written and run.

#[cfg(feature = "python")]
pub mod bindings;
mod create_date;
mod directory;
mod error;
mod event;
#[cfg(feature = "python")]
pub(crate) mod failure;
mod generate;
mod header;
mod hooks;
pub mod host;
#[cfg(feature = "python")]
pub mod importer;
mod init;
#[cfg(feature = "python")]
pub(crate) mod interpreter;
mod listing;
#[cfg(feature = "python")]
pub mod mako;
#[cfg(feature = "python")]
pub mod mapped_types;
pub(crate) mod names;
mod naming;
mod python_env;
#[cfg(feature = "python")]
mod python_header;
mod revision_file;
pub(crate) mod sql;
#[cfg(feature = "python")]
mod sql_file;
#[cfg(feature = "python")]
mod template_engine;
#[cfg(feature = "python")]
mod understood;
#[cfg(not(feature = "python"))]
mod without_python;
mod wrap;
mod write;

#[cfg(not(feature = "python"))]
pub use without_python::{mako, python_header, template_engine};

pub use create_date::CreateDate;
pub use directory::{ScriptDirectory, ScriptSettings};
pub use error::ScriptError;
pub use event::{Notify, ScriptEvent, message_text};
pub use generate::NewScript;
pub use header::{HeaderRunner, LiteralHeadersOnly, ScriptHeader};
pub use hooks::run_hooks;
pub use init::{InitRequest, init, list_templates_text};
pub use naming::{DEFAULT_FILE_TEMPLATE, FileName, random_rev_id, slug};
pub use python_env::PythonEnvironment;
pub use revision_file::{Language, Script, ScriptView, TextOptions};
pub use template_engine::{PlainTemplates, ProjectTemplates, TemplateEngine};
#[cfg(feature = "python")]
pub use understood::Understood;
