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

/// An argument of `context.configure` without whose value nothing may run.
pub(super) struct Unknown {
    /// As `env.py` writes it.
    pub written: String,
    /// Its line.
    pub line: usize,
}

/// The stand-in for an `env.py`: `None` where it configures nothing, an error where it cannot be made without guessing.
pub(super) fn stand_in(source: &str, url: &str, as_sql: bool) -> Option<Result<StandIn, Unknown>> {
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
    if let Some(keyword) = options
        .iter()
        .find(|keyword| !keyword.literal && needed(keyword, source))
    {
        return Some(Err(unknown(keyword)));
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
    Some(Ok(StandIn {
        text: format!("from alembic import context\n{body}"),
        note: options,
    }))
}

fn unknown(keyword: &Keyword) -> Unknown {
    let written = if keyword.name == "**" {
        format!("**{}", keyword.text)
    } else {
        format!("{}={}", keyword.name, keyword.text)
    };
    Unknown {
        written,
        line: keyword.line,
    }
}

/// Whether a value that is not known must be known. What is unpacked can be any option.
fn needed(keyword: &Keyword, source: &str) -> bool {
    if keyword.name == "**" {
        return !is_of_flask_migrate(&keyword.text, source);
    }
    !OF_NO_USE.contains(&&*keyword.name)
}

/// Whether a name is for Flask-Migrate's `configure_args`, which are arguments for autogenerate.
fn is_of_flask_migrate(name: &str, source: &str) -> bool {
    let is_them = |value: &str| value.trim().ends_with("['migrate'].configure_args");
    let value = |line: &str| {
        let (left, right) = line.split_once('=')?;
        (left.trim() == name).then(|| is_them(&right.replace('"', "'")))
    };
    is_them(&name.replace('"', "'")) || source.lines().filter_map(value).any(|them| them)
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
