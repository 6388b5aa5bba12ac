//! What scripts may not do is refused when they do it, with the place in the script; the names can be imported.

use limbec_python::{Captured, Config, NoModules, PyError, Vm};

fn run(text: &str) -> Result<String, PyError> {
    let root = std::env::current_dir().ok();
    let config = Config {
        project_root: root.clone(),
        current_dir: root,
        ..Config::default()
    };
    let output = Captured::default();
    let mut vm = Vm::new(config, Box::new(NoModules), Box::new(output.clone()));
    vm.run_module("__main__", "script.py", text)?;
    let printed = output.out.borrow().clone();
    Ok(printed)
}

/// The last line of each script is refused with these words, though a handler waits for every exception.
const REFUSED: &[(&str, &str)] = &[
    (
        "import os\nos.system('ls')",
        "os.system(): migration scripts may not run or steer processes",
    ),
    (
        "from os import makedirs\nmakedirs('x')",
        "os.makedirs(): migration scripts may read files below the project",
    ),
    (
        "import os\nos.path.exists('/etc/hosts')",
        "reading '/etc/hosts': migration scripts may only read files below",
    ),
    ("open('/etc/hosts')", "reading '/etc/hosts'"),
    ("open('new.txt', 'w')", "writing the file 'new.txt'"),
    (
        "from pathlib import Path\nPath('x').write_text('a')",
        "pathlib.Path.write_text()",
    ),
    (
        "import subprocess\nsubprocess.run(['ls'])",
        "subprocess.run: migration scripts may not run",
    ),
    (
        "from subprocess import check_output\ncheck_output('ls')",
        "subprocess.check_output",
    ),
    (
        "import socket\nsocket.socket()",
        "socket.socket: migration scripts may not use the network",
    ),
    (
        "from urllib.request import urlopen\nurlopen('http://x')",
        "urllib.request.urlopen: migration scripts may not use the network",
    ),
    (
        "import http.client\nhttp.client.HTTPConnection('x')",
        "http.client.HTTPConnection",
    ),
    (
        "import shutil\nshutil.rmtree('x')",
        "shutil.rmtree: migration scripts may read files",
    ),
    ("import tempfile\ntempfile.mkdtemp()", "tempfile.mkdtemp"),
    (
        "import threading\nthreading.Thread(target=print).start()",
        "threading.Thread: a migration runs in one thread",
    ),
    (
        "import signal\nsignal.signal(signal.SIGTERM, print)",
        "signal.signal()",
    ),
    (
        "import sqlite3\nsqlite3.connect('x')",
        "sqlite3.connect: a script reaches the database through op.get_bind()",
    ),
    ("import hashlib\nhashlib.blake2b(b'')", "hashlib.blake2b()"),
    (
        "import unicodedata\nunicodedata.numeric('a')",
        "unicodedata.numeric",
    ),
    ("import sys\nsys.stdin.read()", "reading from sys.stdin"),
    (
        "import logging.handlers\nlogging.handlers.RotatingFileHandler('/etc/x.log')",
        "writing the file '/etc/x.log'",
    ),
    (
        "import logging\nlogging.FileHandler('../../../../x.log')",
        ": log handlers may only write below the project",
    ),
    (
        "from concurrent.futures import ThreadPoolExecutor\nThreadPoolExecutor()",
        "ThreadPoolExecutor: a migration runs in one thread",
    ),
    (
        "exec(\"import os\\nos.system('ls')\")",
        "os.system(): migration scripts may not run or steer processes",
    ),
    (
        "eval(\"__import__('subprocess').run(['ls'])\")",
        "subprocess.run: migration scripts may not run",
    ),
    ("eval(\"open('/etc/hosts')\", {})", "reading '/etc/hosts'"),
    (
        "exec(compile(\"open('x', 'w')\", 'made.py', 'exec'))",
        "writing the file 'x'",
    ),
    (
        "import builtins\nbuiltins.open('/etc/passwd')",
        "reading '/etc/passwd'",
    ),
    ("import io\nio.open('/etc/passwd')", "reading '/etc/passwd'"),
    (
        "import importlib\nimportlib.import_module('socket').create_connection(('h', 1))",
        "socket.create_connection: migration scripts may not use the network",
    ),
    (
        "open('../../../../../../../../etc/passwd')",
        "migration scripts may only read files below",
    ),
    (
        "from pathlib import Path\nPath('..').joinpath('..', '..', '..', '..', '..', '..', 'etc', 'passwd').read_text()",
        "migration scripts may only read files below",
    ),
    (
        "from pathlib import Path\nlist(Path('/etc').iterdir())",
        "migration scripts may only read files below",
    ),
    (
        "import os\nos.listdir('/')",
        "migration scripts may only read files below",
    ),
    (
        "import glob\nglob.glob('/etc/*')",
        "migration scripts may only read files below",
    ),
    (
        // A `.env` above the project may be read, and nothing else beside it.
        "open('../../../../../../../../etc/hosts')",
        "migration scripts may only read files below",
    ),
    ("import os\nos.remove('Cargo.toml')", "os.remove()"),
    ("import os\nos.rename('Cargo.toml', 'x')", "os.rename()"),
    ("import os\nos.open('x', 1)", "os.open()"),
    ("import os\nos.popen('ls')", "os.popen()"),
    ("import os\nos.execv('/bin/ls', ['ls'])", "os.execv()"),
    ("import os\nos.fork()", "os.fork()"),
    ("import os\nos.kill(1, 9)", "os.kill()"),
    ("import os\nos.chdir('/')", "os.chdir()"),
    (
        "from pathlib import Path\nPath('x').unlink()",
        "pathlib.Path.unlink()",
    ),
    (
        "from pathlib import Path\nPath('x').mkdir()",
        "pathlib.Path.mkdir()",
    ),
    (
        "from pathlib import Path\nPath('x').touch()",
        "pathlib.Path.touch()",
    ),
    (
        "from pathlib import Path\nPath('x').open('a')",
        "writing the file",
    ),
    ("open('Cargo.toml', 'r+')", "writing the file 'Cargo.toml'"),
    ("open('Cargo.toml', 'ab')", "writing the file 'Cargo.toml'"),
    ("open('new', mode='x')", "writing the file 'new'"),
    ("import ctypes\nctypes.CDLL('libc.so.6')", "ctypes.CDLL"),
    (
        "import multiprocessing\nmultiprocessing.Process(target=print)",
        "multiprocessing.Process",
    ),
    ("import shutil\nshutil.copy('a', 'b')", "shutil.copy"),
    (
        "import tempfile\ntempfile.NamedTemporaryFile()",
        "tempfile.NamedTemporaryFile",
    ),
    ("import pickle\npickle.loads(b'')", "pickle.loads"),
    (
        "import smtplib\nsmtplib.SMTP('h')",
        "smtplib.SMTP: migration scripts may not use the network",
    ),
    (
        "import csv\ncsv.writer(open('out.csv', 'w'))",
        "writing the file 'out.csv'",
    ),
    (
        "from collections import no_such_name\nno_such_name + 1",
        "'no_such_name' of the module 'collections'",
    ),
];

#[test]
fn what_is_refused_names_itself_and_its_line() {
    let mut problems = Vec::new();
    for (text, words) in REFUSED {
        let (head, last) = text.rsplit_once('\n').unwrap_or(("", text));
        let guarded = format!("{head}\ntry:\n    pass\nexcept Exception:\n    pass\n{last}\n");
        let line = guarded.lines().count() as u32;
        match run(&guarded) {
            Err(PyError::Unsupported(error)) if error.what.contains(words) => {
                let place = error.place.as_ref().expect("a place");
                let place = (&**place.file.path(), place.line());
                // What a text does that is made while the script runs is shown in that text.
                if place != ("script.py", line)
                    && !last.contains("exec(")
                    && !last.contains("eval(")
                {
                    problems.push(format!("{text}: refused at {place:?}"));
                }
            }
            Err(other) => problems.push(format!("{text}: {other}")),
            Ok(out) => problems.push(format!("{text}: ran and printed {out}")),
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn no_handler_catches_what_is_refused() {
    let text = "import os\ntry:\n    os.system('ls')\nexcept BaseException:\n    print('caught')\n";
    assert!(matches!(run(text), Err(PyError::Unsupported(_))));
}

#[test]
fn names_of_refused_modules_can_be_used_where_nothing_is_done() {
    let text = "import subprocess, socket, ssl, tempfile, shutil, multiprocessing, http.client, pickle, zlib\n\
        try:\n    raise ValueError\n\
        except (subprocess.CalledProcessError, socket.timeout, ssl.SSLError, ValueError) as error:\n\
        \x20   print(type(error).__name__, issubclass(subprocess.TimeoutExpired, subprocess.SubprocessError))\n\
        print(subprocess.PIPE, socket.AF_INET, ssl.CERT_NONE, issubclass(socket.gaierror, OSError))\n";
    assert_eq!(run(text).expect("runs"), "ValueError True\n-1 2 0 True\n");
}

/// A link below the project that leads out of it is no way out.
#[cfg(unix)]
#[test]
fn links_do_not_lead_out_of_the_project() {
    let root = std::env::temp_dir().join(format!("limbec-confined-{}", std::process::id()));
    std::fs::create_dir_all(&root).expect("a folder");
    for (target, link) in [("/etc", "folder"), ("/etc/hostname", "file")] {
        let link = root.join(link);
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(target, link).expect("a link");
    }
    for text in [
        "open('file')",
        "open('folder/hostname')",
        "from pathlib import Path\nPath('file').read_text()",
        "import os\nos.listdir('folder')",
        "from pathlib import Path\nlist(Path('folder').iterdir())",
    ] {
        let config = Config {
            project_root: Some(root.clone()),
            current_dir: Some(root.clone()),
            ..Config::default()
        };
        let mut vm = Vm::new(config, Box::new(NoModules), Box::new(Captured::default()));
        match vm.run_module("__main__", "script.py", text) {
            Err(PyError::Unsupported(error)) => {
                assert!(
                    error.what.contains("may only read files below"),
                    "{text}: {}",
                    error.what
                );
            }
            Err(other) => panic!("{text}: {other}"),
            Ok(_) => panic!("{text}: ran"),
        }
    }
    std::fs::remove_dir_all(&root).expect("removed");
}

/// The settings in a `.env` above the project may be read; what lies beside them, and what such a link leads to, may not.
#[cfg(unix)]
#[test]
fn the_settings_above_the_project_may_be_read() {
    let above = std::env::temp_dir().join(format!("limbec-above-{}", std::process::id()));
    let root = above.join("backend");
    std::fs::create_dir_all(&root).expect("a folder");
    std::fs::write(above.join(".env"), "A=1").expect("a file");
    std::fs::write(above.join("other.txt"), "B=2").expect("a file");
    std::fs::create_dir_all(above.join("elsewhere")).expect("a folder");
    std::fs::write(above.join("elsewhere/.env"), "C=3").expect("a file");
    let _ = std::fs::remove_file(above.join(".env.link"));
    std::os::unix::fs::symlink("/etc/hostname", above.join(".env.link")).expect("a link");
    for (text, allowed) in [
        ("assert open('../.env').read() == 'A=1'", true),
        (
            "from pathlib import Path\nassert not Path('../.env.local').exists()",
            true,
        ),
        ("open('../other.txt')", false),
        ("open('../.env.link')", false),
        ("open('../elsewhere/.env')", false),
        // What is not there is missing, as in Python.
        (
            "try:\n    open('/etc/limbec/none.cfg')\nexcept FileNotFoundError:\n    pass",
            true,
        ),
    ] {
        let config = Config {
            project_root: Some(root.clone()),
            current_dir: Some(root.clone()),
            ..Config::default()
        };
        let mut vm = Vm::new(config, Box::new(NoModules), Box::new(Captured::default()));
        match (vm.run_module("__main__", "script.py", text), allowed) {
            (Ok(_), true) | (Err(PyError::Unsupported(_)), false) => {}
            (Ok(_), false) => panic!("{text}: ran"),
            (Err(other), _) => panic!("{text}: {other}"),
        }
    }
    std::fs::remove_dir_all(&above).expect("removed");
}
