//! The completion scripts, in the shells themselves.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::process::Command;

use support::{limbec, stderr, stdout};

fn script(shell: &str, folder: &Path) -> std::path::PathBuf {
    let output = limbec().args(["completions", shell]).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let path = folder.join(format!("limbec.{shell}"));
    std::fs::write(&path, output.stdout).unwrap();
    path
}

#[test]
fn bash_completes_commands_and_options() {
    let folder = tempfile::tempdir().unwrap();
    let path = script("bash", folder.path());
    let completed = |words: &str| {
        let ask = format!(
            "set -e; source '{}'; complete -p limbec >&2; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _limbec limbec \"${{COMP_WORDS[-1]}}\" limbec; echo \"${{COMPREPLY[@]}}\"",
            path.display()
        );
        let output = Command::new("bash").args(["-c", &ask]).output().unwrap();
        let errors = stderr(&output);
        assert!(output.status.success(), "{errors}");
        assert!(errors.contains("-F _limbec"), "{errors}");
        stdout(&output)
    };
    assert_eq!(completed("limbec ens"), "ensure_version\n");
    assert_eq!(
        completed("limbec history --r"),
        "--rev-range\n",
        "options of a command"
    );
}

#[test]
fn every_script_is_one_of_its_shell() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish"] {
        let path = script(shell, folder.path());
        let text = std::fs::read_to_string(&path).unwrap();
        for command in ["ensure_version", "list_templates", "upgrade"] {
            assert!(text.contains(command), "{shell} does not know {command}");
        }
        // Only bash is on every machine.
        match Command::new(shell).arg("-n").arg(&path).output() {
            Ok(output) => assert!(output.status.success(), "{}", stderr(&output)),
            Err(_) => assert_ne!(shell, "bash"),
        }
    }
}

#[test]
fn each_command_has_a_manual_page() {
    let page = |arguments: &[&str]| limbec().arg("man").args(arguments).output().unwrap();
    let whole = stdout(&page(&[]));
    assert!(whole.contains("\n.TH limbec 1 "), "{whole}");
    assert!(whole.contains("limbec\\-upgrade(1)"), "{whole}");
    let upgrade = stdout(&page(&["upgrade"]));
    assert!(upgrade.contains("\n.TH limbec-upgrade 1 "), "{upgrade}");
    assert!(upgrade.contains("\\-\\-sql"), "{upgrade}");
    let unknown = page(&["upgarde"]);
    assert_eq!(unknown.status.code(), Some(255));
    assert_eq!(
        stdout(&unknown) + &stderr(&unknown),
        "FAILED: there is no command 'upgarde'\n"
    );
}
