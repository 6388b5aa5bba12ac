//! Write hooks, with real programs. The texts are Alembic's.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![cfg(unix)]

use std::path::Path;

use indexmap::IndexMap;
use limbec::config::HookOptions;
use limbec::script::{ScriptEvent, run_hooks};

fn hook(name: &str, options: &[(&str, &str)]) -> HookOptions {
    let options: IndexMap<String, String> = options
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    HookOptions {
        name: name.to_owned(),
        options,
    }
}

/// Runs the hooks and gives what was printed and the error.
fn run(path: &Path, hooks: &[HookOptions], quiet: bool) -> (String, Option<String>) {
    let mut printed = String::new();
    let outcome = run_hooks(path, hooks, &mut |event: ScriptEvent| {
        printed.push_str(&event.text(None, quiet))
    });
    (printed, outcome.err().map(|error| error.to_string()))
}

#[test]
fn programs_run_on_the_file_in_their_folder() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a revision.py");
    std::fs::write(&file, "x\n").unwrap();
    let cwd = folder.path().to_str().unwrap();
    let hooks = [
        hook(
            "copy",
            &[
                ("type", "exec"),
                ("executable", "cp"),
                ("cwd", cwd),
                ("options", "REVISION_SCRIPT_FILENAME 'a copy'"),
            ],
        ),
        hook(
            "lines",
            &[
                ("type", "exec"),
                ("executable", "sed"),
                ("options", "-i s/x/y/ REVISION_SCRIPT_FILENAME"),
            ],
        ),
    ];
    let (printed, error) = run(&file, &hooks, true);
    assert_eq!(error, None);
    assert_eq!(
        printed,
        "Running post write hook 'copy' ...\n  done\nRunning post write hook 'lines' ...\n  done\n",
        "hooks are announced even with --quiet"
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join("a copy")).unwrap(),
        "x\n"
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "y\n");
}

#[test]
fn the_file_comes_first_when_the_options_do_not_place_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("revision.py");
    std::fs::write(&file, "x\n").unwrap();
    let target = folder.path().join("target");
    let hooks = [hook(
        "cp",
        &[
            ("type", "exec"),
            ("executable", "cp"),
            ("options", target.to_str().unwrap()),
        ],
    )];
    assert_eq!(run(&file, &hooks, false).1, None);
    assert_eq!(std::fs::read_to_string(target).unwrap(), "x\n");
}

#[test]
fn the_exit_code_of_a_hook_does_not_count() {
    let hooks = [hook("no", &[("type", "exec"), ("executable", "false")])];
    assert_eq!(run(Path::new("x.py"), &hooks, false).1, None);
}

#[test]
fn incomplete_hooks_are_alembics_errors() {
    let cases = [
        (
            hook("black", &[]),
            "Key 'black.type' (or 'type' in toml) is required for post write hook 'black'",
            "",
        ),
        (
            hook("black", &[("type", "exec")]),
            "Key black.executable is required for post write hook 'black'",
            "Running post write hook 'black' ...\n  FAILED\n",
        ),
        (
            hook("black", &[("type", "console_scripts")]),
            "Key black.entrypoint is required for post write hook 'black'",
            "Running post write hook 'black' ...\n  FAILED\n",
        ),
        (
            hook("x", &[("type", "module")]),
            "Key x.module is required for post write hook 'x'",
            "Running post write hook 'x' ...\n  FAILED\n",
        ),
        (
            hook("x", &[("type", "mine")]),
            "No formatter with name 'mine' registered",
            "Running post write hook 'x' ...\n  FAILED\n",
        ),
        (
            hook(
                "x",
                &[
                    ("type", "console_scripts"),
                    ("entrypoint", "no-such-program-anywhere"),
                ],
            ),
            "Could not find entrypoint console_scripts.no-such-program-anywhere",
            "Running post write hook 'x' ...\n  FAILED\n",
        ),
        (
            hook(
                "x",
                &[("type", "module"), ("module", "no_such_module_anywhere")],
            ),
            "Could not find module no_such_module_anywhere",
            "Running post write hook 'x' ...\n  FAILED\n",
        ),
    ];
    for (hook, message, text) in cases {
        let (printed, error) = run(Path::new("x.py"), &[hook], false);
        assert_eq!((printed.as_str(), error.as_deref()), (text, Some(message)));
    }
}
