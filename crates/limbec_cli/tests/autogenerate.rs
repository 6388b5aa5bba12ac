//! `revision --autogenerate` on pairs of models, beside what Alembic has written for them; the cases and the program that
//! records them are in `tests/autogenerate`.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Output;

use support::{limbec, stderr, stdout, workspace};

/// What Alembic did.
struct Recorded {
    sections: HashMap<String, String>,
    unordered: bool,
}

impl Recorded {
    fn read(path: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(path).ok()?;
        let mut sections = HashMap::new();
        for section in text.split("--- ").skip(1) {
            let (name, body) = section.split_once('\n').unwrap();
            sections.insert(name.to_owned(), body.to_owned());
        }
        let unordered = sections.contains_key("unordered");
        Some(Self {
            sections,
            unordered,
        })
    }

    fn has(&self, name: &str) -> bool {
        self.sections.contains_key(name)
    }

    /// Compare a text with that of a section.
    fn check(&self, name: &str, found: &str) -> Result<(), String> {
        let Some(expected) = self.sections.get(name) else {
            return Ok(());
        };
        let lines = |text: &str| {
            let mut lines: Vec<String> = text.trim_end().lines().map(str::to_owned).collect();
            if self.unordered {
                lines.sort();
            }
            lines
        };
        if lines(expected) == lines(found) {
            return Ok(());
        }
        Err(format!(
            "{name}: Alembic has\n{expected}\nbut Limbec has\n{found}"
        ))
    }
}

/// A project for a case.
struct Project {
    folder: tempfile::TempDir,
    database: Database,
}

enum Database {
    Sqlite(PathBuf),
    Postgres(limbec_testing::postgres::Database<'static>),
}

impl Project {
    fn new(case: &Path, kind: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (url, database) = if kind == "sqlite" {
            let file = folder.path().join("app.db");
            (
                format!("sqlite:///{}", file.display()),
                Database::Sqlite(file),
            )
        } else {
            let database = limbec_testing::postgres::server().database();
            (database.url(), Database::Postgres(database))
        };
        let scripts = folder.path().join("scripts");
        std::fs::create_dir_all(scripts.join("versions")).unwrap();
        let source = workspace().join("tests/autogenerate/project");
        for name in ["env.py", "script.py.mako"] {
            std::fs::copy(source.join(name), scripts.join(name)).unwrap();
        }
        std::fs::copy(case, folder.path().join("case.py")).unwrap();
        std::fs::write(
            folder.path().join("alembic.ini"),
            format!("[alembic]\nscript_location = scripts\nsqlalchemy.url = {url}\n"),
        )
        .unwrap();
        Self { folder, database }
    }

    fn run(&self, stage: &str, arguments: &[&str]) -> Output {
        limbec()
            .args(["-x", &format!("stage={stage}")])
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    /// Run a command that must succeed.
    fn done(&self, stage: &str, arguments: &[&str]) -> Result<Output, String> {
        let output = self.run(stage, arguments);
        if output.status.success() {
            return Ok(output);
        }
        Err(format!(
            "{arguments:?} failed:\n{}{}",
            stdout(&output),
            stderr(&output)
        ))
    }

    /// The functions of a script, from its imports on.
    fn script(&self, revision: &str) -> String {
        let name = format!("scripts/versions/{revision}_{revision}.py");
        let text = std::fs::read_to_string(self.folder.path().join(name)).unwrap();
        text[text.find("from alembic import op").unwrap()..].to_owned()
    }

    fn generate(&self, stage: &str, revision: &str) -> Result<Output, String> {
        let arguments = [
            "revision",
            "--autogenerate",
            "--rev-id",
            revision,
            "-m",
            revision,
        ];
        self.done(stage, &arguments)
    }

    /// The schema as the database tells it.
    fn schema(&self) -> String {
        match &self.database {
            Database::Sqlite(file) => support::schema(file),
            Database::Postgres(database) => without_types(&database.dump()),
        }
    }
}

/// A dump without its enumerations: the way back of Alembic leaves them behind.
fn without_types(dump: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in dump.lines() {
        inside |= line.starts_with("CREATE TYPE");
        if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
        inside &= !line.ends_with(");");
    }
    kept
}

/// The lines that tell of differences.
fn log(output: &Output) -> String {
    let mut log = String::new();
    for line in stderr(output).lines() {
        if line.contains("[alembic.autogenerate.compare") {
            log.push_str(&without_address(line));
            log.push('\n');
        }
    }
    log
}

/// A line without the address of an object of Python.
fn without_address(line: &str) -> String {
    match line.split_once("0x") {
        None => line.to_owned(),
        Some((before, after)) => {
            let rest = after.trim_start_matches(|c: char| c.is_ascii_hexdigit());
            format!("{before}0x{rest}")
        }
    }
}

fn pair(case: &Path, kind: &str) -> Result<(), String> {
    let name = case.file_stem().unwrap().to_str().unwrap();
    let recorded = format!("tests/autogenerate/recorded/{kind}/{name}.txt");
    let Some(recorded) = Recorded::read(&workspace().join(recorded)) else {
        return Ok(());
    };
    let project = Project::new(case, kind);
    // Where Alembic fails there is nothing to compare with.
    if recorded.has("error of before") || recorded.has("error of after") {
        return Ok(());
    }
    project.generate("before", "r1")?;
    recorded.check("before", &project.script("r1"))?;
    if recorded.has("before cannot be applied") {
        return Ok(());
    }
    project.done("before", &["upgrade", "head"])?;
    let start = project.schema();
    let output = project.generate("after", "r2")?;
    recorded.check("after", &project.script("r2"))?;
    recorded.check("log", &log(&output))?;
    if recorded.has("cannot be applied") {
        return Ok(());
    }
    project.done("after", &["upgrade", "head"])?;
    if !recorded.has("never clean") {
        project.done("after", &["check"])?;
    }
    if recorded.has("cannot be undone") {
        return Ok(());
    }
    project.done("after", &["downgrade", "-1"])?;
    let end = project.schema();
    if start == end {
        Ok(())
    } else {
        Err(format!("the way back ends at\n{end}\nand not at\n{start}"))
    }
}

fn sqlite(case: &Path) -> datatest_stable::Result<()> {
    pair(case, "sqlite").map_err(Into::into)
}

fn postgresql(case: &Path) -> datatest_stable::Result<()> {
    pair(case, "postgresql").map_err(Into::into)
}

datatest_stable::harness! {
    { test = sqlite, root = "../../tests/autogenerate/cases", pattern = r"\.py$" },
    { test = postgresql, root = "../../tests/autogenerate/cases", pattern = r"\.py$" },
}
