//! What native code does with the interpreter.

mod support;

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use limbec_python::{
    Captured, ClassBuilder, Config, ModuleBuilder, NoModules, PyError, Value, Vm, format_error,
    native_fn, raise, run_on_big_stack,
};
use support::{module, printed, vm};

#[test]
fn functions_bind_their_arguments_as_python_does() {
    let (mut vm, output) = vm();
    let function = native_fn(
        "drop",
        "name, /, kind='table', *rest, schema=None, if_exists=False, **kw",
        |vm, a| {
            let text = format!(
                "{} {} {} {:?} {} {} {}",
                a.str("name")?,
                a.str("kind")?,
                a.varargs().len(),
                a.opt_str("schema")?,
                a.bool("if_exists")?,
                a.kwargs().len(),
                a.given("schema"),
            );
            let _ = vm;
            Ok(Value::str(text))
        },
    );
    let helper = ModuleBuilder::new("helper").value("drop", function).build();
    vm.add_module(&helper);
    let found = printed(
        &mut vm,
        &output,
        "from helper import drop\nprint(drop('t'))\nprint(drop('t', 'view', 1, 2, schema=None, x=1))\nprint(drop('t', schema='s', if_exists=True))\nfor f in [lambda: drop(), lambda: drop(1), lambda: drop('t', kind=5), lambda: drop(name='x')]:\n    try: f()\n    except TypeError as e: print(e)\n",
    );
    assert_eq!(
        found.expect("it runs"),
        "t table 0 None false 0 false\nt view 2 None false 1 true\nt table 0 Some(\"s\") true 0 true\ndrop() missing 1 required positional argument: 'name'\nargument 'name' must be str, not int\nargument 'kind' must be str, not int\ndrop() missing 1 required positional argument: 'name'\n"
    );
}

#[test]
fn classes_can_be_extended_by_scripts() {
    let (mut vm, output) = vm();
    struct Length(i64);
    let base = ClassBuilder::new("helper", "TypeEngine")
        .method("__repr__", "", |vm, this, _| {
            let name = vm.class_of(&this).name();
            Ok(Value::str(format!("{name}()")))
        })
        .attr("__visit_name__", "engine")
        .build();
    let string = ClassBuilder::new("helper", "String")
        .base(&base)
        .doc("a string")
        .init("length=0, *, collation=None", |_, this, a| {
            this.set_payload(Rc::new(Length(a.int("length")?)));
            this.set("collation", a.get("collation").clone());
            Ok(())
        })
        .property("length", |_, this| {
            let length = this.payload::<Length>().map_or(0, |length| length.0);
            Ok(Value::Int(length))
        })
        .property_set(
            "size",
            |vm, this| vm.getattr(&this, "length"),
            |_, this, value| {
                if let (Some(instance), Some(size)) = (this.as_instance(), value.as_int()) {
                    instance.set_payload(Rc::new(Length(size)));
                }
                Ok(())
            },
        )
        .class_method("make", "n", |vm, class, a| {
            vm.instantiate(class, vec![a.get("n").clone()], Vec::new())
        })
        .static_method("twice", "n", |_, a| Ok(Value::Int(a.int("n")? * 2)))
        .method("__add__", "other", |vm, this, a| {
            let (mine, other) = (vm.getattr(&this, "length")?, vm.getattr(a.at(0), "length")?);
            Ok(Value::Int(
                mine.as_int().unwrap_or(0) + other.as_int().unwrap_or(0),
            ))
        })
        .getattr(|_, _, name| Ok(name.strip_prefix("dyn_").map(Value::str)))
        .build();
    let helper = ModuleBuilder::new("helper")
        .class(&base)
        .class(&string)
        .lazy(|_, name| Ok((name == "late").then(|| Value::str("built late"))))
        .build();
    vm.add_module(&helper);
    let text = "import helper\nfrom helper import String, late\nclass Name(String):\n    def __init__(self, n):\n        super().__init__(n + 1, collation='c')\n        self.extra = n\n    def bigger(self): return self.length > 3\ns = String(5)\nn = Name(3)\nprint(s, n, s.length, n.length, n.collation, n.extra, n.bigger(), isinstance(n, String), isinstance(n, helper.TypeEngine))\nprint(String.make(7).length, type(Name.make(1)).__name__, String.twice(4), s + n, s.dyn_x, late, String.__visit_name__, String.__doc__)\ns.size = 50\nprint(s.length, String.__module__, repr(String), Name.__mro__[1] is String)\ntry: s.nope\nexcept AttributeError as e: print(e)\ntry: String('x')\nexcept TypeError as e: print(e)\ntry: String(1, 2)\nexcept TypeError as e: print(e)\ntry: s.length = 4\nexcept AttributeError as e: print(e)\n";
    let found = printed(&mut vm, &output, text).expect("it runs");
    assert_eq!(
        found,
        "String() Name() 5 4 c 3 True True True\n7 Name 8 9 x built late engine a string\n50 helper <class 'helper.String'> True\n'String' object has no attribute 'nope'\nargument 'length' must be int, not str\nString.__init__() takes from 1 to 2 positional arguments but 3 were given\nproperty 'length' of 'String' object has no setter\n"
    );
}

#[test]
fn native_code_uses_values_of_scripts() {
    let (mut vm, _) = vm();
    let module = module(
        &mut vm,
        "class P:\n    def __init__(self, x): self.x = x\n    def add(self, y, *, z=0): return self.x + y + z\n    def __eq__(self, o): return self.x == o.x\n    def __hash__(self): return 1\n    def __len__(self): return 3\n    def __iter__(self): return iter([1, 2])\np = P(1)\ndef gen():\n    yield 1\n    yield 2\nasync def co(): return 'awaited'\n",
    );
    let name = |name: &str| module.dict().get_str(name).expect("it is there");
    let p = name("p");
    let class = name("P");
    let q = vm
        .call(&class, vec![Value::Int(1)], Vec::new())
        .expect("a P");
    let sum = vm
        .call_method(&p, "add", vec![Value::Int(2)])
        .expect("a sum");
    assert_eq!(sum.as_int(), Some(3));
    let add = vm.getattr(&p, "add").expect("a method");
    let sum = vm.call(
        &add,
        vec![Value::Int(2)],
        vec![(Rc::from("z"), Value::Int(10))],
    );
    assert_eq!(sum.expect("a sum").as_int(), Some(13));
    assert!(vm.eq(&p, &q).expect("an answer"));
    assert_eq!(vm.hash(&p).expect("a hash"), 1);
    assert_eq!(vm.len(&p).expect("a length"), 3);
    assert_eq!(vm.iterate(&p).expect("items").len(), 2);
    let generator = vm
        .call(&name("gen"), Vec::new(), Vec::new())
        .expect("a generator");
    assert_eq!(vm.iterate(&generator).expect("items").len(), 2);
    let coroutine = vm
        .call(&name("co"), Vec::new(), Vec::new())
        .expect("a coroutine");
    let result = vm.run_awaitable(&coroutine).expect("a result");
    assert_eq!(result.as_str().as_deref(), Some("awaited"));
    vm.setattr(&p, "new", Value::str("v")).expect("set");
    assert!(vm.hasattr(&p, "new").expect("an answer"));
    let dict = Value::dict([("a", Value::Int(1))]);
    let key = Value::str("a");
    assert_eq!(vm.get_item(&dict, &key).expect("an item").as_int(), Some(1));
    assert_eq!(
        &*vm.repr(&Value::list(vec![dict, Value::None]))
            .expect("a text"),
        "[{'a': 1}, None]"
    );
    assert!(vm.error_is(&raise("FileNotFoundError", "x"), "OSError"));
}

#[test]
fn extensions_are_found_by_their_type() {
    let (vm, _) = vm();
    struct Session(u8);
    assert!(vm.ext::<Session>().is_none());
    vm.set_ext(Rc::new(Session(7)));
    assert_eq!(vm.ext::<Session>().map(|session| session.0), Some(7));
    vm.remove_ext::<Session>();
    assert!(vm.ext::<Session>().is_none());
}

#[test]
fn an_interrupt_ends_loops_and_runs_finally() {
    for body in [
        "while True: pass",
        "for i in iter(int, 1): pass",
        "sum(iter(int, 1))",
        "def f():\n        while True: yield 1\n    list(f())",
        "while True:\n        try: 1 / 0\n        except Exception: pass",
    ] {
        let text = format!(
            "try:\n    {body}\nexcept BaseException:\n    print('caught')\nfinally:\n    print('finally', [x for x in range(2)])\n"
        );
        let interrupt = Arc::new(AtomicBool::new(false));
        let flag = interrupt.clone();
        let result = std::thread::scope(|scope| {
            let running = scope.spawn(|| {
                run_on_big_stack(|| {
                    let output = Captured::default();
                    let config = Config {
                        interrupt: flag,
                        ..Config::default()
                    };
                    let mut vm = Vm::new(config, Box::new(NoModules), Box::new(output.clone()));
                    let result = vm.run_module("__main__", "main.py", &text);
                    (
                        matches!(result, Err(PyError::Interrupted)),
                        output.out.borrow().clone(),
                    )
                })
            });
            std::thread::sleep(std::time::Duration::from_millis(30));
            interrupt.store(true, Ordering::Relaxed);
            running.join().expect("no panic").expect("a thread")
        });
        assert_eq!(result, (true, "finally [0, 1]\n".to_owned()), "{body}");
    }
}

#[test]
fn errors_are_data_and_text() {
    let (mut vm, _) = vm();
    let error = vm
        .run_module(
            "__main__",
            "dir/script.py",
            "def f(x):\n    return 1 + x\nf('a')\n",
        )
        .err()
        .expect("an error");
    let PyError::Exception(raised) = &error else {
        panic!("an exception");
    };
    let entries = raised.traceback();
    let lines: Vec<(u32, &str, &str)> = entries
        .iter()
        .map(|entry| (entry.line(), &*entry.function, entry.source_line()))
        .collect();
    assert_eq!(
        lines,
        [(3, "<module>", "f('a')"), (2, "f", "    return 1 + x")]
    );
    assert_eq!(
        raised.summary(),
        "TypeError: unsupported operand type(s) for +: 'int' and 'str'"
    );
    assert_eq!(
        format_error(&mut vm, &error),
        "Traceback (most recent call last):\n  File \"dir/script.py\", line 3, in <module>\n    f('a')\n  File \"dir/script.py\", line 2, in f\n    return 1 + x\n           ~~^~~\nTypeError: unsupported operand type(s) for +: 'int' and 'str'\n"
    );
}

#[test]
fn files_are_read_below_the_project_only() {
    let folder = std::env::temp_dir().join(format!("limbec-python-{}", std::process::id()));
    let project = folder.join("project");
    std::fs::create_dir_all(&project).expect("a folder");
    std::fs::write(project.join("data.txt"), "one\ntwo\n").expect("a file");
    std::fs::write(folder.join("secret.txt"), "secret").expect("a file");
    let run = |text: &str| {
        let output = Captured::default();
        let config = Config {
            project_root: Some(project.clone()),
            current_dir: Some(project.clone()),
            ..Config::default()
        };
        let mut vm = Vm::new(config, Box::new(NoModules), Box::new(output.clone()));
        match vm.run_module("__main__", "main.py", text) {
            Ok(_) => output.out.borrow().clone(),
            Err(error) => format_error(&mut vm, &error),
        }
    };
    let found = run(
        "with open('data.txt', encoding='utf-8') as f:\n    print(f.readline().strip(), [line for line in f], f.closed)\nprint(f.closed, open('./data.txt', 'rb').read(3))\n",
    );
    assert_eq!(found, "one ['two\\n'] False\nTrue b'one'\n");
    assert!(run("open('../secret.txt')\n").contains("Unsupported: reading '../secret.txt'"));
    assert!(
        run("open('nothing.txt')\n")
            .contains("FileNotFoundError: [Errno 2] No such file or directory: 'nothing.txt'")
    );
    std::fs::remove_dir_all(&folder).expect("removed");
}
