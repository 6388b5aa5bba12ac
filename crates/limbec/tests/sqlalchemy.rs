//! Scripts that use SQLAlchemy: every `tests/sqlalchemy/*.py` must print what `record.sh` recorded
//! with the real one in the `.out` file beside it. Those that also have a `.postgresql.out` (from
//! `record_postgres.sh`) run once more with a PostgreSQL server in the place of `sqlite://`.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use limbec::runner::{Recorder, Session, SharedReporter};
use limbec::script::bindings::sqlalchemy::{self, engine::Engines};
use limbec::script::host::{Connector, Host, HostError};
use limbec_python::{Captured, Config, Found, Importer, Vm, run_on_big_stack};
use limbec_sql::Url;

/// The package itself, the standard library, and the modules of `sqlalchemy_models`.
struct SqlAlchemyAndModels;

impl Importer for SqlAlchemyAndModels {
    fn find(&mut self, _vm: &mut Vm, dotted: &str) -> Found {
        if let Some(module) = sqlalchemy::module(dotted) {
            return Found::Native(module);
        }
        let models = Path::new("tests/sqlalchemy_models").join(format!("{dotted}.py"));
        match std::fs::read_to_string(models) {
            Ok(text) => Found::Library {
                text,
                is_package: false,
            },
            Err(_) => Found::Absent,
        }
    }
}

/// Real databases, as `limbec upgrade` opens them.
struct Databases(SharedReporter);

impl Connector for Databases {
    fn connect(&self, url: &str, _: &[(String, String)]) -> Result<Rc<dyn Host>, HostError> {
        let parsed = Url::parse(url).unwrap();
        let connection = limbec_sql::connection::connect(&parsed).unwrap();
        let driver = match parsed.dialect_name() {
            "postgresql" => "psycopg2",
            _ => "pysqlite",
        };
        Ok(Session::online(connection, driver, url, self.0.clone()))
    }
}

fn printed(script: &Path, url: &str) -> String {
    let text = std::fs::read_to_string(script)
        .unwrap()
        .replace(IN_MEMORY, url);
    let name = script.file_name().unwrap().to_str().unwrap();
    sqlalchemy::reset();
    let output = Captured::default();
    let mut vm = Vm::new(
        Config::default(),
        Box::new(SqlAlchemyAndModels),
        Box::new(output.clone()),
    );
    let reporter: SharedReporter = Arc::new(Recorder::new());
    vm.set_ext(Rc::new(Engines(Rc::new(Databases(reporter)))));
    let done = vm.run_module("__main__", name, &text);
    let mut out = output.out.borrow().clone();
    if let Err(problem) = done {
        out.push_str(&format!("stopped: {problem}\n"));
    }
    out
}

/// The database that the scripts name.
const IN_MEMORY: &str = "sqlite://";

fn case(script: &Path) -> datatest_stable::Result<()> {
    let expected = std::fs::read_to_string(script.with_extension("out"))?;
    let found = run_on_big_stack(|| printed(script, IN_MEMORY))?;
    compare(script, &expected, &found)
}

fn postgres_case(recorded: &Path) -> datatest_stable::Result<()> {
    let expected = std::fs::read_to_string(recorded)?;
    let script = recorded.with_extension("").with_extension("py");
    let database = limbec_testing::postgres::server().database();
    let url = database.url();
    let found = run_on_big_stack(|| printed(&script, &url))?;
    compare(recorded, &expected, &found.replace(&url, IN_MEMORY))
}

fn compare(script: &Path, expected: &str, found: &str) -> datatest_stable::Result<()> {
    if found == expected {
        return Ok(());
    }
    let different: Vec<String> = expected
        .lines()
        .zip(found.lines())
        .filter(|(expected, found)| expected != found)
        .take(20)
        .map(|(expected, found)| format!("- {expected}\n+ {found}"))
        .collect();
    Err(format!(
        "{} differs from what SQLAlchemy prints ({} lines, {} expected)\n{}",
        script.display(),
        found.lines().count(),
        expected.lines().count(),
        different.join("\n")
    )
    .into())
}

datatest_stable::harness! {
    { test = case, root = "tests/sqlalchemy", pattern = r"\.py$" },
    { test = postgres_case, root = "tests/sqlalchemy", pattern = r"\.postgresql\.out$" },
}
