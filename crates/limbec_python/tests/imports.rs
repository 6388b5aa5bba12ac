//! Packages, and names from packages that are not there.

mod support;

use support::run;

#[test]
fn packages_and_relative_imports() {
    let modules = [
        (
            "app.__init__",
            "from .models import User\nversion = '1'\nprint('app', __name__, __package__)\n",
        ),
        (
            "app.models",
            "from . import base\nfrom .base import Base as B\nfrom app import base as again\nclass User(B): pass\nprint('models', __name__, __package__, again is base)\n",
        ),
        ("app.base", "class Base: name = __name__\n"),
        (
            "app.sub.__init__",
            "from ..models import *\nfrom .deep import value\n",
        ),
        (
            "app.sub.deep",
            "from ..base import Base\nvalue = Base.name + '!'\n",
        ),
    ];
    let found = run(
        &modules,
        "import app\nimport app.sub.deep as d\nfrom app import User, version as v\nimport app.sub\nprint(app.models.User is User, v, d.value, app.sub.value, app.sub.User is User)\nprint(app, d.__file__)\n",
    );
    assert_eq!(
        found,
        "models app.models app True\napp app app\nTrue 1 app.base! app.base! True\n<module 'app' from 'app/__init__.py'> app/sub/deep.py\n"
    );
}

#[test]
fn circular_imports_work_as_far_as_python_lets_them() {
    let modules = [
        ("a", "import b\nx = 1\ndef get(): return b.y\n"),
        ("b", "import a\ny = 2\ndef get(): return a.x\n"),
        ("c", "from d import later\n"),
        ("d", "from c import nothing\n"),
    ];
    assert_eq!(
        run(&modules, "import a, b\nprint(a.get(), b.get())\n"),
        "2 1\n"
    );
    let found = run(&modules, "import c\n");
    assert!(
        found.ends_with("ImportError: cannot import name 'nothing' from partially initialized module 'c' (most likely due to a circular import) (c.py)\n"),
        "{found}"
    );
}

#[test]
fn a_module_that_fails_is_not_kept() {
    let modules = [("bad", "print('run')\n1 / 0\n")];
    let found = run(
        &modules,
        "for i in range(2):\n    try:\n        import bad\n    except ZeroDivisionError as e:\n        print(e)\n",
    );
    assert_eq!(found, "run\ndivision by zero\nrun\ndivision by zero\n");
}

#[test]
fn stars_take_public_names_or_all() {
    let modules = [
        ("public", "a = 1\n_b = 2\n"),
        ("listed", "__all__ = ['_b']\na = 5\n_b = 2\n"),
    ];
    let found = run(
        &modules,
        "from public import *\nprint(a, '_b' in globals())\nfrom listed import *\nprint(a, _b)\n",
    );
    assert_eq!(found, "1 False\n1 2\n");
}

#[test]
fn absent_packages_may_be_bound() {
    let found = run(
        &[],
        "import nope\nimport nope.deeper as d\nfrom nope.models import User, Order as O\nfrom typing import TYPE_CHECKING\nx = [User, O, nope.a.b]\ndef f(u: User) -> O: return u\nclass Derived(User):\n    table = 1\nclass A:\n    user: User\n    many: 'list[User]'\n    other: User[int] = None\nprint(isinstance(1, User), User is None, User == User, User == None, User != int)\ntry:\n    raise ValueError('v')\nexcept User:\n    print('no')\nexcept ValueError as e:\n    print(e)\n",
    );
    assert_eq!(found, "False False True False True\nv\n");
}

#[test]
fn using_an_absent_name_says_which_package_and_where() {
    for (use_, name) in [
        ("User()", "nope.models.User()"),
        ("User.query.filter(1)", "nope.models.User.query.filter()"),
        ("class A(User): pass\nA()", "A(nope.models.User)()"),
        ("User + 1", "nope.models.User"),
        ("1 + User", "nope.models.User"),
        ("str(User)", "nope.models.User"),
        ("f'{User}'", "nope.models.User"),
        ("if User: pass", "nope.models.User"),
        ("for x in User: pass", "nope.models.User"),
        ("User[1]", "nope.models.User"),
        ("len(User)", "nope.models.User"),
        ("with User: pass", "nope.models.User"),
        ("@User\ndef f(): pass\nf()", "f(nope.models.User)()"),
        ("print(*User)", "nope.models.User"),
        ("dict(**User)", "nope.models.User"),
        ("User.x = 1", "nope.models.User"),
        ("raise User", "nope.models.User"),
        ("a, b = User", "nope.models.User"),
        ("-User", "nope.models.User"),
        ("User < 1", "nope.models.User"),
        ("User == 'a'", "nope.models.User"),
        ("1 != User", "nope.models.User"),
        ("User.mode in ('a', 'b')", "nope.models.User.mode"),
        ("[1, 2].index(User)", "nope.models.User"),
        ("','.join([User])", "nope.models.User"),
        ("int(User)", "nope.models.User"),
        ("{User: 1}", "nope.models.User"),
        ("hasattr(User, 'x')", "nope.models.User"),
    ] {
        let found = run(
            &[],
            &format!(
                "\nfrom nope.models import User\ntry:\n    {}\nexcept:\n    print('caught')\nfinally:\n    print('finally')\n",
                use_.replace('\n', "\n    ")
            ),
        );
        let wanted = format!(
            "Unsupported: '{name}' is used here, but the package 'nope' that main.py, line 2 imports it from is not available\n"
        );
        assert!(found.starts_with("finally\n"), "{use_}\n{found}");
        assert!(found.ends_with(&wanted), "{use_}\n{found}");
        assert!(
            found.contains("File \"main.py\", line 4, in <module>") || use_.contains('\n'),
            "{use_}\n{found}"
        );
    }
}

#[test]
fn an_import_that_waits_for_its_error_gets_it() {
    for text in [
        "try:\n    import nope\nexcept ImportError as e:\n    print(type(e).__name__, e, e.name)\n",
        "try:\n    from nope.sub import x\nexcept ModuleNotFoundError as e:\n    print(type(e).__name__, e, e.name)\n",
        "try:\n    if True:\n        import nope.sub\nexcept (KeyError, ImportError) as e:\n    print(type(e).__name__, e, e.name)\n",
        "try:\n    import nope\nexcept Exception as e:\n    print(type(e).__name__, e, e.name)\n",
    ] {
        let found = run(&[], text);
        assert_eq!(
            found, "ModuleNotFoundError No module named 'nope' nope\n",
            "{text}"
        );
    }
    let found = run(
        &[],
        "try:\n    import nope\nexcept:\n    nope = None\nprint(nope)\n",
    );
    assert_eq!(found, "None\n");
    let found = run(
        &[],
        "from contextlib import suppress\nx = 1\nwith suppress(ImportError):\n    import nope\n    x = 2\nprint(x)\n",
    );
    assert_eq!(found, "1\n");
    // A handler for something else does not wait for it.
    let found = run(
        &[],
        "try:\n    import nope\nexcept KeyError:\n    pass\nprint('bound')\n",
    );
    assert_eq!(found, "bound\n");
}

#[test]
fn what_is_missing_in_the_projects_own_package_is_an_error_of_python() {
    let modules = [("app.__init__", ""), ("app.models", "x = 1\n")];
    let found = run(&modules, "from app.nothing import y\n");
    assert!(
        found.ends_with("ModuleNotFoundError: No module named 'app.nothing'\n"),
        "{found}"
    );
    let found = run(&modules, "from app.models import y\n");
    assert!(
        found.ends_with("ImportError: cannot import name 'y' from 'app.models' (app/models.py)\n"),
        "{found}"
    );
    let found = run(&modules, "import app.models.deeper\n");
    assert!(found.ends_with("ModuleNotFoundError: No module named 'app.models.deeper'; 'app.models' is not a package\n"), "{found}");
    let found = run(&[], "from . import x\n");
    assert!(
        found.ends_with("ImportError: attempted relative import with no known parent package\n"),
        "{found}"
    );
}

#[test]
fn syntax_errors_of_modules_name_their_file() {
    let modules = [("bad", "x = 1\ny = (\n")];
    let found = run(&modules, "import bad\n");
    assert!(
        found.contains("File \"main.py\", line 1, in <module>\n    import bad\n"),
        "{found}"
    );
    assert!(found.contains("  File \"bad.py\", line "), "{found}");
    assert!(found.contains("SyntaxError: "), "{found}");
}

#[test]
fn what_the_interpreter_does_not_have_cannot_be_caught() {
    for (text, what) in [
        ("memoryview(b'')", "memoryview()"),
        ("breakpoint()", "breakpoint()"),
        ("input()", "input()"),
        ("import zlib; zlib.compress(b'')", "zlib.compress"),
        ("open('x', 'w')", "writing the file 'x'"),
        ("open('/etc/passwd')", "reading '/etc/passwd'"),
    ] {
        let found = run(
            &[],
            &format!("try:\n    {text}\nexcept BaseException:\n    print('caught')\n"),
        );
        assert!(!found.contains("caught"), "{text}\n{found}");
        assert!(
            found.contains(&format!("Unsupported: {what}")),
            "{text}\n{found}"
        );
    }
}
