//! Scripts that use packages beside SQLAlchemy: every `tests/packages/*.py` must print what `record.sh`
//! recorded with the real ones (`tests/ops/packages/requirements.txt`) in the `.out` file beside it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use limbec::runner::{Recorder, Session, SharedReporter};
use limbec::script::bindings::sqlalchemy::{self, engine::Engines};
use limbec::script::host::{Connector, Host, HostError};
use limbec::script::importer::ProjectImporter;
use limbec_python::{Captured, Config, Vm, run_on_big_stack};
use limbec_sql::Url;

/// Real databases, as `limbec upgrade` opens them.
struct Databases(SharedReporter);

impl Connector for Databases {
    fn connect(&self, url: &str, _: &[(String, String)]) -> Result<Rc<dyn Host>, HostError> {
        let parsed = Url::parse(url).unwrap();
        let connection = limbec_sql::connection::connect(&parsed).unwrap();
        Ok(Session::online(connection, "pysqlite", url, self.0.clone()))
    }
}

fn printed(script: &Path) -> String {
    let text = std::fs::read_to_string(script).unwrap();
    let name = script.file_name().unwrap().to_str().unwrap();
    sqlalchemy::reset();
    let output = Captured::default();
    let folder = script.parent().unwrap().canonicalize().unwrap();
    let config = Config {
        project_root: Some(folder.clone()),
        current_dir: Some(folder),
        ..Config::default()
    };
    let mut vm = Vm::new(
        config,
        Box::new(ProjectImporter::default()),
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

fn case(script: &Path) -> datatest_stable::Result<()> {
    let expected = std::fs::read_to_string(script.with_extension("out"))?;
    let found = run_on_big_stack(|| printed(script))?;
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
        "{} differs from what the packages print ({} lines, {} expected)\n{}",
        script.display(),
        found.lines().count(),
        expected.lines().count(),
        different.join("\n")
    )
    .into())
}

datatest_stable::harness! {
    { test = case, root = "tests/packages", pattern = r"\.py$" },
}
