//! What stands in for an `env.py` that cannot be interpreted, where the URL is given on the command line: a plain run
//! with the options that `env.py` says in literals.

use limbec_python::calls::{Keyword, keyword_arguments};

/// What only autogenerate and the connecting need. All other options change what a migration does or where it is
/// noted: without their values nothing may run.
const OF_NO_USE: &[&str] = &[
    "connection",
    "url",
    "dialect_name",
    "dialect_opts",
    "literal_binds",
    "target_metadata",
    "include_object",
    "include_name",
    "include_schemas",
    "include_symbol",
    "process_revision_directives",
    "render_item",
    "render_as_batch",
    "compare_type",
    "compare_server_default",
    "user_module_prefix",
    "autogenerate_plugins",
];

/// The program that is run instead.
pub(super) struct StandIn {
    /// Its text.
    pub text: String,
    /// What is told about it.
    pub note: String,
}

/// The stand-in for an `env.py`, `None` where it cannot be made without guessing.
pub(super) fn stand_in(source: &str, url: &str, as_sql: bool) -> Option<StandIn> {
    let calls = keyword_arguments(source, "configure");
    let wanted = if as_sql { "url" } else { "connection" };
    let options = calls
        .iter()
        .rev()
        .find(|call| call.iter().any(|keyword| keyword.name == wanted))
        .or_else(|| calls.last())?;
    let kept: Vec<&Keyword> = options
        .iter()
        .filter(|keyword| {
            keyword.literal && !matches!(&*keyword.name, "connection" | "url" | "literal_binds")
        })
        .collect();
    if options
        .iter()
        .any(|keyword| !keyword.literal && needed(&keyword.name))
    {
        return None;
    }
    let passed: String = kept
        .iter()
        .map(|keyword| format!(", {}={}", keyword.name, keyword.text))
        .collect();
    let named: Vec<String> = kept
        .iter()
        .map(|keyword| format!("{}={}", keyword.name, keyword.text))
        .collect();
    let url = python_string(url);
    let body = if as_sql {
        format!(
            "context.configure(url={url}, literal_binds=True{passed})\n\
             with context.begin_transaction():\n    context.run_migrations()\n"
        )
    } else {
        format!(
            "from sqlalchemy import create_engine, pool\n\
             with create_engine({url}, poolclass=pool.NullPool).connect() as connection:\n    \
             context.configure(connection=connection{passed})\n    \
             with context.begin_transaction():\n        context.run_migrations()\n"
        )
    };
    let options = if named.is_empty() {
        "no options".to_owned()
    } else {
        named.join(", ")
    };
    Some(StandIn {
        text: format!("from alembic import context\n{body}"),
        note: options,
    })
}

/// Whether a value that is not known must be known. What is unpacked (`**conf_args`) are the arguments of Flask-Migrate,
/// which are for autogenerate.
fn needed(name: &str) -> bool {
    name != "**" && !OF_NO_USE.contains(&name)
}

fn python_string(text: &str) -> String {
    let escaped: String = text
        .chars()
        .flat_map(|character| match character {
            '\\' | '\'' => vec!['\\', character],
            other => vec![other],
        })
        .collect();
    format!("'{escaped}'")
}
