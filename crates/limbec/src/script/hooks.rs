//! Write hooks: programs that are run on a newly written revision file (`post_write_hooks`).

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::error::ScriptError;
use super::event::{Notify, ScriptEvent};
use super::python_env::PythonEnvironment;
use crate::config::HookOptions;
use crate::config::pytext::{repr, shlex_split};

/// Stands for the path of the new file in the options of a hook.
const TOKEN: &str = "REVISION_SCRIPT_FILENAME";

/// Runs the hooks one after the other on the file at `path`.
///
/// As in Alembic, the exit code of a hook does not count: a formatter that finds something must not lose the revision.
///
/// # Errors
/// When a hook is not described completely, or its program cannot be found or started.
pub fn run_hooks(
    path: &Path,
    hooks: &[HookOptions],
    notify: Notify<'_>,
) -> Result<(), ScriptError> {
    for hook in hooks {
        let Some(kind) = hook.options.get("type") else {
            let name = &hook.name;
            return Err(ScriptError::command(format!(
                "Key '{name}.type' (or 'type' in toml) is required for post write hook {}",
                repr(name)
            )));
        };
        notify(ScriptEvent::Begun {
            message: format!("Running post write hook {}", repr(&hook.name)),
            newline: true,
            even_if_quiet: true,
        });
        let outcome = run_hook(kind, hook, path);
        notify(match outcome {
            Ok(()) => ScriptEvent::Done {
                even_if_quiet: true,
            },
            Err(_) => ScriptEvent::Failed {
                even_if_quiet: true,
            },
        });
        outcome?;
    }
    Ok(())
}

fn run_hook(kind: &str, hook: &HookOptions, path: &Path) -> Result<(), ScriptError> {
    let command = match kind {
        "console_scripts" => console_script(required(hook, "entrypoint")?)?,
        "exec" => vec![PathBuf::from(required(hook, "executable")?)],
        "module" => module(required(hook, "module")?)?,
        other => {
            return Err(ScriptError::command_with_hint(
                format!("No formatter with name '{other}' registered"),
                "the types are console_scripts, exec and module; hooks that env.py registers need Python",
            ));
        }
    };
    start(hook, path, &command)
}

fn required<'a>(hook: &'a HookOptions, key: &str) -> Result<&'a str, ScriptError> {
    hook.options.get(key).map(String::as_str).ok_or_else(|| {
        ScriptError::command(format!(
            "Key {}.{key} is required for post write hook {}",
            hook.name,
            repr(&hook.name)
        ))
    })
}

/// The program that `pip` writes for an entry point stands next to the environment's `python`.
fn console_script(name: &str) -> Result<Vec<PathBuf>, ScriptError> {
    let found = PythonEnvironment::find().script(name);
    found.map(|program| vec![program]).ok_or_else(|| {
        ScriptError::command_with_hint(
            format!("Could not find entrypoint console_scripts.{name}"),
            format!(
                "no program {name} in the active virtual environment, in .venv or on PATH; install it, or use \
                 `type = exec` with the path of a program"
            ),
        )
    })
}

fn module(name: &str) -> Result<Vec<PathBuf>, ScriptError> {
    let Some(python) = PythonEnvironment::find().interpreter() else {
        return Err(ScriptError::command_with_hint(
            format!("Could not find module {name}"),
            format!(
                "there is no Python in the active virtual environment, in .venv or on PATH to run `python -m {name}`; use \
                 `type = exec` with a program instead"
            ),
        ));
    };
    let probe = format!(
        "import importlib.util, sys; sys.exit(0 if importlib.util.find_spec({}) else 1)",
        repr(name)
    );
    let found = Command::new(&python)
        .args(["-c", &probe])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !found {
        return Err(ScriptError::command_with_hint(
            format!("Could not find module {name}"),
            format!("install it for {}", python.display()),
        ));
    }
    Ok(vec![python, "-m".into(), name.into()])
}

fn start(hook: &HookOptions, path: &Path, command: &[PathBuf]) -> Result<(), ScriptError> {
    let (program, leading) = command
        .split_first()
        .ok_or_else(|| ScriptError::command("empty command"))?;
    let arguments = arguments(hook, path)?;
    let mut process = Command::new(program);
    process.args(leading).args(arguments);
    if let Some(folder) = hook.options.get("cwd") {
        process.current_dir(folder);
    }
    process.status().map(|_| ()).map_err(|error| {
        ScriptError::command_with_hint(
            format!(
                "Could not run post write hook {}: {}: {error}",
                repr(&hook.name),
                program.display()
            ),
            "check the program's path, and `cwd` if it is set",
        )
    })
}

/// The options as a list; the path comes first when the options do not say where it goes.
fn arguments(hook: &HookOptions, path: &Path) -> Result<Vec<String>, ScriptError> {
    let written = hook.options.get("options").map_or("", String::as_str);
    let with_token = if written.contains(TOKEN) {
        written.to_owned()
    } else {
        format!("{TOKEN} {written}")
    };
    let words = shlex_split(&with_token).map_err(|message| {
        ScriptError::command_with_hint(
            format!(
                "Could not split the options of post write hook {}: {message}",
                repr(&hook.name)
            ),
            format!("close the quotation in: {written}"),
        )
    })?;
    let path = path.display().to_string();
    Ok(words
        .into_iter()
        .map(|word| word.replace(TOKEN, &path))
        .collect())
}
