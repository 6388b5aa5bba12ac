//! Times of the interpreter: `cargo run --release -p limbec_python --example bench -- FILES...`
#![allow(clippy::print_stdout)]

use std::time::Instant;

use limbec_python::header::read_header;
use limbec_python::{Captured, Config, NoModules, Vm, run_on_big_stack};

const SCRIPT: &str = r#"
"""Thirty lines that do a little of everything."""
revision = "abc"
down_revision = None


class Table:
    def __init__(self, name, *columns, schema=None):
        self.name, self.columns, self.schema = name, list(columns), schema

    @property
    def full(self):
        return f"{self.schema}.{self.name}" if self.schema else self.name


def upgrade(tables):
    done = []
    for table in tables:
        if table.schema is None:
            continue
        try:
            sql = "CREATE TABLE %s (%s)" % (table.full, ", ".join(c.upper() for c in table.columns))
        except ValueError as error:
            raise RuntimeError("no") from error
        done.append(sql)
    return {sql: len(sql) for sql in done if sql}


result = upgrade([Table(f"t{i}", "a", "b", schema="s" if i % 2 else None) for i in range(6)])
assert len(result) == 3, result
"#;

fn vm() -> Vm {
    Vm::new(
        Config::default(),
        Box::new(NoModules),
        Box::new(Captured::default()),
    )
}

fn main() -> std::io::Result<()> {
    run_on_big_stack(|| {
        let start = Instant::now();
        drop(vm());
        println!("first interpreter on a thread: {:?}", start.elapsed());
        let start = Instant::now();
        for _ in 0..100 {
            drop(vm());
        }
        println!("another interpreter: {:?}", start.elapsed() / 100);
        let mut machine = vm();
        let start = Instant::now();
        for _ in 0..1000 {
            assert!(machine.run_module("script", "script.py", SCRIPT).is_ok());
        }
        println!("script of 30 lines: {:?}", start.elapsed() / 1000);
        let text = "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(20)\n";
        let start = Instant::now();
        assert!(machine.run_module("fib", "fib.py", text).is_ok());
        println!("fib(20), 21891 calls: {:?}", start.elapsed());
        let text = "n = 0\nfor i in range(100000):\n    n += i * 2\n";
        let start = Instant::now();
        assert!(machine.run_module("loop", "loop.py", text).is_ok());
        println!("100000 turns of a loop: {:?}", start.elapsed());
    })?;
    let files: Vec<(String, String)> = std::env::args()
        .skip(1)
        .filter_map(|path| Some((path.clone(), std::fs::read_to_string(path).ok()?)))
        .collect();
    let start = Instant::now();
    let read = files
        .iter()
        .filter(|(path, text)| read_header(path, text).is_ok())
        .count();
    println!("headers of {read} files: {:?}", start.elapsed());
    Ok(())
}
