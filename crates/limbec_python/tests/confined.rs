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
        "import unicodedata\nunicodedata.name('a')",
        "unicodedata.name",
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
        "from collections import no_such_name",
        "'no_such_name' of the module 'collections'",
    ),
];

#[test]
fn what_is_refused_names_itself_and_its_line() {
    for (text, words) in REFUSED {
        let (head, last) = text.rsplit_once('\n').unwrap_or(("", text));
        let guarded = format!("{head}\ntry:\n    pass\nexcept Exception:\n    pass\n{last}\n");
        let line = guarded.lines().count() as u32;
        match run(&guarded) {
            Err(PyError::Unsupported(error)) => {
                assert!(error.what.contains(words), "{text}: {}", error.what);
                let place = error.place.as_ref().expect("a place");
                assert_eq!(
                    (&**place.file.path(), place.line()),
                    ("script.py", line),
                    "{text}"
                );
            }
            Err(other) => panic!("{text}: {other}"),
            Ok(out) => panic!("{text}: ran and printed {out}"),
        }
    }
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
