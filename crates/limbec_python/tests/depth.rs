//! Sources that are nested deeply give an error or run; none of them ends the process.

use limbec_python::{
    Captured, Config, NoModules, Vm, check_source, format_error, run_on_big_stack,
};

fn run(text: &str) -> String {
    run_on_big_stack(|| {
        let output = Captured::default();
        let mut vm = Vm::new(
            Config::default(),
            Box::new(NoModules),
            Box::new(output.clone()),
        );
        match vm.run_module("__main__", "deep.py", text) {
            Ok(_) => output.out.borrow().clone(),
            Err(error) => format_error(&mut vm, &error),
        }
    })
    .expect("a thread")
}

fn nested(open: &str, middle: &str, close: &str, count: usize) -> String {
    format!(
        "x = {}{middle}{}\n",
        open.repeat(count),
        close.repeat(count)
    )
}

#[test]
fn brackets_have_the_limit_of_cpython() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{1:", "}"),
        ("f(", ")"),
        ("x[", "]"),
    ] {
        let text = nested(open, "1", close, 10_000);
        let problem = check_source(&text).expect_err("too deep");
        assert_eq!(problem.kind, "SyntaxError");
        assert_eq!(problem.message, "too many nested parentheses");
        assert!(run(&text).contains("too many nested parentheses"));
        // CPython's limit: 199 are fine.
        let text = nested(open, "1", close, 190);
        assert_eq!(check_source(&text), Ok(()), "{open}");
    }
}

#[test]
fn indentation_has_the_limit_of_cpython() {
    let mut text = String::new();
    for level in 0..10_000 {
        text.push_str(&" ".repeat(level));
        text.push_str("if 1:\n");
    }
    text.push_str(&" ".repeat(10_000));
    text.push_str("pass\n");
    let problem = check_source(&text).expect_err("too deep");
    assert_eq!(problem.kind, "IndentationError");
    assert_eq!(problem.message, "too many levels of indentation");
}

#[test]
fn operators_in_front_of_each_other_are_refused_or_run() {
    for (open, count) in [
        ("-", 10_000),
        ("not ", 10_000),
        ("~", 30_000),
        ("lambda: ", 10_000),
        ("1 if 1 else ", 10_000),
        ("1 ** ", 10_000),
    ] {
        let text = nested(open, "1", "", count);
        // Either is fine, as long as it returns.
        let _ = check_source(&text);
        let _ = run(&text);
    }
}

#[test]
fn long_chains_run() {
    let sum = vec!["1"; 5000].join(" + ");
    assert_eq!(run(&format!("print({sum})\n")), "5000\n");
    let text = vec!["'ab'"; 5000].join(" + ");
    assert_eq!(run(&format!("print(len({text}))\n")), "10000\n");
    let attributes = format!(
        "class A: pass\na = A()\na.a = a\nprint(a{} is a)\n",
        ".a".repeat(5000)
    );
    assert_eq!(run(&attributes), "True\n");
    let calls = format!("def f(): return f\nprint(f{} is f)\n", "()".repeat(3000));
    assert_eq!(run(&calls), "True\n");
    let elifs = format!(
        "x = 4999\nif x == -1: pass\n{}",
        (0..5000)
            .map(|n| format!("elif x == {n}: print({n})\n"))
            .collect::<String>()
    );
    assert_eq!(run(&elifs), "4999\n");
    let ands = vec!["True"; 5000].join(" and ");
    assert_eq!(run(&format!("print({ands})\n")), "True\n");
    let compares = vec!["1"; 3000].join(" == ");
    assert_eq!(run(&format!("print({compares})\n")), "True\n");
    let strings = vec!["'a'"; 5000].join(" ");
    assert_eq!(run(&format!("print(len({strings}))\n")), "5000\n");
}

#[test]
fn recursion_ends_with_the_error_of_python() {
    for text in [
        "def f(n): return f(n + 1)\nf(0)\n",
        "class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().y\n",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())\n",
        "class A:\n    def __eq__(self, o): return self == o\nA() == A()\n",
        "class A:\n    def __init__(self): A()\nA()\n",
        "class A:\n    def __call__(self): return self()\nA()()\n",
        "class A:\n    def __len__(self): return len(self)\nlen(A())\n",
        "class A:\n    @property\n    def p(self): return self.p\nA().p\n",
        "l = []\nfor i in range(100000): l = [l]\nrepr(l)\n",
        "l = []\nfor i in range(100000): l = [l]\nm = []\nfor i in range(100000): m = [m]\nl == m\n",
        "t = ()\nfor i in range(100000): t = (t,)\nhash(t)\n",
        "d = {}\nfor i in range(100000): d = {1: d}\nstr(d)\n",
        "def g(): yield from g()\nlist(g())\n",
        "async def g(): return await g()\ng().send(None)\n",
        "f = lambda: sorted([1], key=lambda x: f())\nf()\n",
        "def f(): return [f() for x in [1]]\nf()\n",
        "def f(): return max([1, 2], key=lambda x: f())\nf()\n",
        "def f(): return list(map(lambda x: f(), [1]))\nf()\n",
    ] {
        let found = run(text);
        assert!(
            found.contains("RecursionError: maximum recursion depth exceeded"),
            "{text}\n{found}"
        );
    }
}

#[test]
fn a_recursion_error_can_be_caught() {
    let found = run(
        "def f(n):\n    return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError as e:\n    print('caught', e)\nprint('on')\n",
    );
    assert_eq!(found, "caught maximum recursion depth exceeded\non\n");
}

#[test]
fn garbage_is_refused() {
    for text in [
        "",
        "\0",
        "\u{feff}x = 1",
        "x = ",
        "def",
        "f'{",
        "f'{x",
        "'",
        "'''",
        "\\",
        "((((",
        "]",
        "x = 1 +",
        "class",
        "@",
        "match x:\n case",
        "if x:\npass",
        "\tx\n  y",
        "for in:",
        "lambda",
        "x = {1: 2, **}",
        "f(**)",
        "f(*)",
        "return",
        "yield",
        "await x",
        "break",
        "def f(a, a): pass",
        "def f():\n nonlocal x",
        "nonlocal x",
        "f'{a!z}'",
        "b'é'",
        "0777",
        "1__0",
        "0x",
        "1e",
        "x: int: str",
        "del f()",
        "f() = 1",
        "(yield) = 1",
        "a, *b, *c = d",
        "import",
        "from . import",
        "from x import *, y",
        "global",
        "try: pass",
        "with: pass",
        "async x",
        "'\\N{nope}'",
        "'\\x4'",
        "\"\\ud800\"",
        "é = 1",
        "ℵ = 2",
        "x\u{2028}y",
    ] {
        let _ = check_source(text);
        let _ = run(text);
    }
}
