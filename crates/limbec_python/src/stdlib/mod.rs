//! The standard library, as far as it is there: one file a module, one line here.

pub mod datetime;
pub mod decimal;
pub mod json;
pub mod math;
pub mod random;
pub mod re;
pub mod support;
pub mod traceback;
pub mod unicodedata;
pub mod uuid;

use std::rc::Rc;

use crate::value::Module;
use crate::vm::Vm;

/// Makes a module when it is first imported.
pub type MakeModule = fn(&mut Vm) -> Rc<Module>;

/// The modules, in alphabetical order.
pub const MODULES: &[(&str, MakeModule)] = &[
    ("_decimal", decimal::module),
    ("_limbec", support::module),
    ("_random", random::module),
    ("_traceback", traceback::module),
    ("builtins", |vm| vm.builtins.clone()),
    ("datetime", datetime::module),
    ("json", json::module),
    ("math", math::module),
    ("re", re::module),
    ("unicodedata", unicodedata::module),
    ("uuid", uuid::module),
];

/// The maker of a module.
pub fn find(name: &str) -> Option<MakeModule> {
    MODULES
        .iter()
        .find(|(module, _)| *module == name)
        .map(|(_, make)| *make)
}

/// The modules that are written in Python, by their dotted name.
pub const SOURCES: &[(&str, &str)] = &[
    ("__future__", include_str!("py/__future__.py")),
    ("_collections_abc", include_str!("py/_collections_abc.py")),
    ("abc", include_str!("py/abc.py")),
    ("argparse", include_str!("py/argparse.py")),
    ("array", include_str!("py/_confined.py")),
    ("ast", include_str!("py/ast.py")),
    ("asyncio", include_str!("py/asyncio.py")),
    ("atexit", include_str!("py/atexit.py")),
    ("base64", include_str!("py/base64.py")),
    ("binascii", include_str!("py/binascii.py")),
    ("bisect", include_str!("py/bisect.py")),
    ("bz2", include_str!("py/_confined.py")),
    ("cProfile", include_str!("py/_confined.py")),
    ("calendar", include_str!("py/calendar.py")),
    ("cmath", include_str!("py/_confined.py")),
    ("code", include_str!("py/_confined.py")),
    ("codecs", include_str!("py/codecs.py")),
    ("collections", include_str!("py/collections.py")),
    ("collections.abc", include_str!("py/collections_abc.py")),
    (
        "concurrent.futures",
        include_str!("py/concurrent_futures.py"),
    ),
    ("configparser", include_str!("py/configparser.py")),
    ("contextlib", include_str!("py/contextlib.py")),
    ("contextvars", include_str!("py/contextvars.py")),
    ("copy", include_str!("py/copy.py")),
    ("csv", include_str!("py/csv.py")),
    ("ctypes", include_str!("py/_confined.py")),
    ("ctypes.util", include_str!("py/_confined.py")),
    ("curses", include_str!("py/_confined.py")),
    ("dataclasses", include_str!("py/dataclasses.py")),
    ("dbm", include_str!("py/_confined.py")),
    ("decimal", include_str!("py/decimal.py")),
    ("difflib", include_str!("py/_confined.py")),
    ("doctest", include_str!("py/_confined.py")),
    ("email", include_str!("py/_confined.py")),
    ("email.message", include_str!("py/_confined.py")),
    ("email.mime", include_str!("py/_confined.py")),
    ("email.mime.multipart", include_str!("py/_confined.py")),
    ("email.mime.text", include_str!("py/_confined.py")),
    ("email.utils", include_str!("py/_confined.py")),
    ("enum", include_str!("py/enum.py")),
    ("errno", include_str!("py/errno.py")),
    ("faulthandler", include_str!("py/_confined.py")),
    ("fcntl", include_str!("py/_confined.py")),
    ("fnmatch", include_str!("py/fnmatch.py")),
    ("fractions", include_str!("py/fractions.py")),
    ("ftplib", include_str!("py/_confined.py")),
    ("functools", include_str!("py/functools.py")),
    ("gc", include_str!("py/gc.py")),
    ("getpass", include_str!("py/getpass.py")),
    ("gettext", include_str!("py/gettext.py")),
    ("glob", include_str!("py/glob.py")),
    ("graphlib", include_str!("py/graphlib.py")),
    ("grp", include_str!("py/_confined.py")),
    ("gzip", include_str!("py/_confined.py")),
    ("hashlib", include_str!("py/hashlib.py")),
    ("heapq", include_str!("py/heapq.py")),
    ("hmac", include_str!("py/hmac.py")),
    ("html", include_str!("py/html.py")),
    ("http", include_str!("py/http.py")),
    ("http.client", include_str!("py/_confined.py")),
    ("http.cookies", include_str!("py/_confined.py")),
    ("http.server", include_str!("py/_confined.py")),
    ("imaplib", include_str!("py/_confined.py")),
    ("importlib", include_str!("py/importlib.py")),
    ("importlib.abc", include_str!("py/importlib_abc.py")),
    (
        "importlib.machinery",
        include_str!("py/importlib_machinery.py"),
    ),
    (
        "importlib.metadata",
        include_str!("py/importlib_metadata.py"),
    ),
    (
        "importlib.resources",
        include_str!("py/importlib_resources.py"),
    ),
    ("importlib.util", include_str!("py/importlib_util.py")),
    ("inspect", include_str!("py/inspect.py")),
    ("io", include_str!("py/io.py")),
    ("ipaddress", include_str!("py/ipaddress.py")),
    ("itertools", include_str!("py/itertools.py")),
    ("keyword", include_str!("py/keyword.py")),
    ("linecache", include_str!("py/linecache.py")),
    ("locale", include_str!("py/locale.py")),
    ("logging", include_str!("py/logging.py")),
    ("logging.config", include_str!("py/logging_config.py")),
    ("logging.handlers", include_str!("py/logging_handlers.py")),
    ("lzma", include_str!("py/_confined.py")),
    ("marshal", include_str!("py/_confined.py")),
    ("mmap", include_str!("py/_confined.py")),
    ("multiprocessing", include_str!("py/_confined.py")),
    ("numbers", include_str!("py/numbers.py")),
    ("operator", include_str!("py/operator.py")),
    ("optparse", include_str!("py/_confined.py")),
    ("os", include_str!("py/os.py")),
    ("os.path", include_str!("py/posixpath.py")),
    ("pathlib", include_str!("py/pathlib.py")),
    ("pdb", include_str!("py/_confined.py")),
    ("pickle", include_str!("py/_confined.py")),
    ("pkgutil", include_str!("py/pkgutil.py")),
    ("platform", include_str!("py/platform.py")),
    ("poplib", include_str!("py/_confined.py")),
    ("posixpath", include_str!("py/posixpath.py")),
    ("pprint", include_str!("py/pprint.py")),
    ("pty", include_str!("py/_confined.py")),
    ("pwd", include_str!("py/_confined.py")),
    ("queue", include_str!("py/queue.py")),
    ("random", include_str!("py/random.py")),
    ("readline", include_str!("py/_confined.py")),
    ("reprlib", include_str!("py/reprlib.py")),
    ("resource", include_str!("py/_confined.py")),
    ("runpy", include_str!("py/_confined.py")),
    ("sched", include_str!("py/_confined.py")),
    ("secrets", include_str!("py/secrets.py")),
    ("select", include_str!("py/_confined.py")),
    ("selectors", include_str!("py/_confined.py")),
    ("shelve", include_str!("py/_confined.py")),
    ("shlex", include_str!("py/shlex.py")),
    ("shutil", include_str!("py/_confined.py")),
    ("signal", include_str!("py/signal.py")),
    ("smtplib", include_str!("py/_confined.py")),
    ("socket", include_str!("py/_confined.py")),
    ("sqlite3", include_str!("py/_confined.py")),
    ("ssl", include_str!("py/ssl.py")),
    ("stat", include_str!("py/stat.py")),
    ("statistics", include_str!("py/statistics.py")),
    ("string", include_str!("py/string.py")),
    ("struct", include_str!("py/struct.py")),
    ("subprocess", include_str!("py/_confined.py")),
    ("sys", include_str!("py/sys.py")),
    ("syslog", include_str!("py/_confined.py")),
    ("tarfile", include_str!("py/_confined.py")),
    ("telnetlib", include_str!("py/_confined.py")),
    ("tempfile", include_str!("py/_confined.py")),
    ("textwrap", include_str!("py/textwrap.py")),
    ("threading", include_str!("py/threading.py")),
    ("time", include_str!("py/time.py")),
    ("timeit", include_str!("py/timeit.py")),
    ("tkinter", include_str!("py/_confined.py")),
    ("tokenize", include_str!("py/_confined.py")),
    ("tomllib", include_str!("py/tomllib.py")),
    ("traceback", include_str!("py/traceback.py")),
    ("tracemalloc", include_str!("py/_confined.py")),
    ("types", include_str!("py/types.py")),
    ("typing", include_str!("py/typing.py")),
    ("typing_extensions", include_str!("py/typing_extensions.py")),
    ("unittest", include_str!("py/_confined.py")),
    ("unittest.mock", include_str!("py/_confined.py")),
    ("urllib.error", include_str!("py/urllib_error.py")),
    ("urllib.parse", include_str!("py/urllib_parse.py")),
    ("urllib.request", include_str!("py/_confined.py")),
    ("warnings", include_str!("py/warnings.py")),
    ("weakref", include_str!("py/weakref.py")),
    ("webbrowser", include_str!("py/_confined.py")),
    ("xml", include_str!("py/_confined.py")),
    ("xml.etree", include_str!("py/_confined.py")),
    ("xml.etree.ElementTree", include_str!("py/_confined.py")),
    ("xmlrpc", include_str!("py/_confined.py")),
    ("xmlrpc.client", include_str!("py/_confined.py")),
    ("zipfile", include_str!("py/_confined.py")),
    ("zlib", include_str!("py/zlib.py")),
    ("zoneinfo", include_str!("py/zoneinfo.py")),
];

/// What the paths of the modules that are written in Python begin with, in tracebacks and in `__file__`.
pub const SOURCE_PREFIX: &str = "<limbec ";

/// The text of a module that is written in Python.
pub fn source(name: &str) -> Option<&'static str> {
    SOURCES
        .iter()
        .find(|(module, _)| *module == name)
        .map(|(_, text)| *text)
}

/// Whether there are modules below this name.
pub fn is_package(name: &str) -> bool {
    let inside = |module: &str| {
        module
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with('.'))
    };
    SOURCES.iter().any(|(module, _)| inside(module))
        || MODULES.iter().any(|(module, _)| inside(module))
}
