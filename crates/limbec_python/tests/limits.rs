//! What would take all memory, or all time, is refused: nothing of it ends the process.

use limbec_python::{Captured, Config, NoModules, PyError, Vm, format_error, run_on_big_stack};

fn run(config: impl FnOnce(&mut Config) + Send, text: &str) -> String {
    run_on_big_stack(|| {
        let mut settings = Config::default();
        config(&mut settings);
        let output = Captured::default();
        let mut vm = Vm::new(settings, Box::new(NoModules), Box::new(output.clone()));
        match vm.run_module("__main__", "limits.py", text) {
            Ok(_) => output.out.borrow().clone(),
            Err(PyError::Interrupted) => "interrupted".to_owned(),
            Err(error) => {
                let text = format_error(&mut vm, &error);
                text.lines().last().unwrap_or_default().to_owned()
            }
        }
    })
    .expect("a thread")
}

#[test]
fn objects_that_no_memory_holds_are_refused_before_they_are_made() {
    for text in [
        "'a' * 10**10",
        "[0] * 10**12",
        "(1,) * 10**11",
        "b'a' * 10**10",
        "b'a'.center(10**12)",
        "b'a'.zfill(10**12)",
        "'a'.ljust(10**12)",
        "'a'.zfill(10**12)",
        "'\\t'.expandtabs(10**12)",
        "import json\njson.dumps([1], indent=10**12)",
        "bytes(10**12)",
        "bytearray(10**12)",
        "x = [1]\nx *= 10**12",
        "10**10**10",
        "1 << 10**11",
        "2 ** (2**40)",
        "x = 3\nwhile True: x = x * x",
        "s = 'a'\nwhile True: s = s + s",
        "s = 'ab'\nwhile True: s = s.replace('a', s)",
        "s = 'a'\nwhile True: s = ','.join([s] * 100)",
        "b = bytearray(b'a')\nwhile True: b += b",
        "l = [1]\nwhile True: l += l",
        "t = (1,)\nwhile True: t = t + t",
        "'a'.ljust(10**11)",
        "'a'.zfill(10**11)",
        "'a'.center(10**11)",
        "'a\\tb'.expandtabs(10**11)",
        "bytes(10**11)",
        "bytearray(10**11)",
        "(5).to_bytes(10**12, 'big')",
        "import os\nos.urandom(10**11)",
        "import secrets\nsecrets.token_bytes(10**11)",
        "import random\nrandom.getrandbits(10**12)",
        "import decimal\nint(decimal.Decimal('1e999999999'))",
        "import decimal\nformat(decimal.Decimal('1e999999999'), 'f')",
    ] {
        let small = |config: &mut Config| config.largest_object = 1 << 24;
        assert_eq!(run(small, text), "MemoryError", "{text}");
    }
}

#[test]
fn a_script_that_does_not_end_is_interrupted_after_its_steps() {
    for text in [
        "while True: pass",
        "for x in iter(int, 1): pass",
        "list(iter(int, 1))",
        "sum(range(10**12))",
        "import itertools\nlist(itertools.count())",
        "import itertools\nmax(itertools.repeat(1))",
        "def g():\n    while True: yield 1\nlist(g())",
        "def g():\n    while True: yield 1\na, *b = g()",
        "x = [1]\nfor y in x: x.append(y)",
        "any(x > 1 for x in iter(int, 1))",
        "dict.fromkeys(iter(int, 1))",
        "set(iter(int, 1))",
        "''.join(iter(str, 'a'))",
        "def f():\n    try: f2()\n    finally: f()\nwhile True:\n    try: f()\n    except Exception: pass",
    ] {
        let few = |config: &mut Config| config.steps = Some(50_000);
        assert_eq!(run(few, text), "interrupted", "{text}");
    }
}

#[test]
fn sums_of_numbers_far_apart_need_no_digits_between_them() {
    let text = "from decimal import Decimal as D\n\
                print(D('1e1000000000') + 1, D('1e-1000000000') < 1, D('1e999999999') > D('-1e999999999'))";
    assert_eq!(
        run(|_| {}, text),
        "1.000000000000000000000000000E+1000000000 True True\n"
    );
}

#[test]
fn patterns_that_go_back_and_forth_are_given_up_or_answered() {
    for text in [
        "import re\nre.match('(a+)+$', 'a' * 40 + 'b')",
        "import re\nre.match('(a|a)*$', 'a' * 40 + 'b')",
        "import re\nre.match(r'(a*)*\\1b', 'a' * 40)",
    ] {
        let found = run(|_| {}, text);
        assert!(
            found.is_empty() || found.contains("takes too long"),
            "{text}: {found}"
        );
    }
}
