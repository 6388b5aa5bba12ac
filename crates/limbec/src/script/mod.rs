//! Revision scripts and env.py: how they are found, read, written and run.

pub mod bindings;
mod create_date;
mod directory;
mod error;
mod event;
pub(crate) mod failure;
mod generate;
mod header;
mod hooks;
pub mod host;
pub mod importer;
mod init;
pub(crate) mod interpreter;
mod listing;
pub mod mako;
pub mod mapped_types;
mod naming;
mod python_env;
mod revision_file;
mod sql_file;
mod template_engine;
mod wrap;
mod write;

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
pub use revision_file::{Script, ScriptView, TextOptions};
pub use template_engine::{PlainTemplates, ProjectTemplates, TemplateEngine};
