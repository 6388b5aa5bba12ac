//! What Limbec compares beside Alembic, and renames: pairs of schemas, whose revisions are written, applied by both programs,
//! checked and undone. The cases are in `tests/compare`.
#![allow(clippy::unwrap_used)]

mod support;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use limbec_testing::postgres::{Database, server};
use support::oracle::{Alembic, Answer, limbec_answer};
use support::workspace;

thread_local! {
    static ALEMBIC: RefCell<Alembic> = RefCell::new(Alembic::start());
}

/// What the comments of a case say.
struct Case {
    name: String,
    arguments: Vec<String>,
    renames: Vec<String>,
    databases: String,
    is_python: bool,
    text: String,
}

impl Case {
    fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let said = |word: &str| -> Vec<String> {
            let lines = text
                .lines()
                .map(|line| line.trim_start_matches(['#', '-', ' ']));
            let found = lines.filter_map(|line| line.strip_prefix(word)?.strip_prefix(": "));
            found.map(str::to_owned).collect()
        };
        let words = |lines: Vec<String>| {
            let words: Vec<String> = lines
                .iter()
                .flat_map(|line| line.split_whitespace())
                .map(str::to_owned)
                .collect();
            words
        };
        let mut arguments = words(said("limbec"));
        if arguments.is_empty() {
            arguments = vec!["--compare".to_owned(), "all".to_owned()];
        }
        let databases = said("databases")
            .pop()
            .unwrap_or_else(|| "sqlite postgresql".to_owned());
        Self {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            arguments,
            renames: said("rename"),
            databases,
            is_python: path.extension().is_some_and(|end| end == "py"),
            text: text.clone(),
        }
    }

    /// The statements of a part.
    fn part(&self, stage: &str) -> &str {
        let after = self.text.split(&format!("-- {stage}\n")).nth(1).unwrap();
        after.split("\n-- ").next().unwrap()
    }
}

/// A project for a case.
struct Project<'c> {
    case: &'c Case,
    folder: tempfile::TempDir,
    database: Option<Database<'static>>,
}

impl<'c> Project<'c> {
    fn new(case: &'c Case, kind: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = (kind == "postgresql").then(|| server().database());
        let url = match &database {
            Some(database) => database.url(),
            None => format!("sqlite:///{}", folder.path().join("app.db").display()),
        };
        if case.name.ends_with("_in_schema") {
            database.as_ref().unwrap().psql("CREATE SCHEMA app");
        }
        let scripts = folder.path().join("scripts");
        std::fs::create_dir_all(scripts.join("versions")).unwrap();
        for name in ["env.py", "script.py.mako"] {
            let source = workspace().join("tests/compare/project").join(name);
            std::fs::copy(source, scripts.join(name)).unwrap();
        }
        let write =
            |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        if case.is_python {
            write("case.py", &case.text);
        } else {
            write("before.sql", case.part("before"));
            write("after.sql", case.part("after"));
        }
        write(
            "alembic.ini",
            &format!("[alembic]\nscript_location = scripts\nsqlalchemy.url = {url}\n"),
        );
        Self {
            case,
            folder,
            database,
        }
    }

    /// The arguments that choose what is wanted.
    fn wanted(&self, stage: &str) -> Vec<String> {
        let mut arguments = self.case.arguments.clone();
        if !self.case.is_python {
            arguments.extend(["--models-sql".to_owned(), format!("{stage}.sql")]);
        }
        arguments
    }

    fn limbec(&self, stage: &str, arguments: &[&str]) -> Answer {
        let stage = format!("stage={stage}");
        let all: Vec<&str> = ["-x", &stage]
            .into_iter()
            .chain(arguments.iter().copied())
            .collect();
        limbec_answer(self.folder.path(), &all)
    }

    fn done(&self, stage: &str, arguments: &[&str]) -> Result<(), String> {
        succeeded("limbec", arguments, &self.limbec(stage, arguments))
    }

    fn alembic(&self, stage: &str, arguments: &[&str]) -> Result<(), String> {
        let stage = format!("stage={stage}");
        let all: Vec<&str> = ["-x", &stage]
            .into_iter()
            .chain(arguments.iter().copied())
            .collect();
        let answer = ALEMBIC.with(|alembic| alembic.borrow_mut().run(self.folder.path(), &all));
        succeeded("alembic", arguments, &answer)
    }

    fn generate(&self, stage: &str, revision: &str, renames: &[String]) -> Result<(), String> {
        let mut arguments = vec![
            "revision",
            "--autogenerate",
            "--rev-id",
            revision,
            "-m",
            revision,
        ];
        let wanted = self.wanted(stage);
        arguments.extend(wanted.iter().map(String::as_str));
        for rename in renames {
            arguments.extend(["--rename", rename]);
        }
        self.done(stage, &arguments)
    }

    fn check(&self, stage: &str) -> Result<(), String> {
        let wanted = self.wanted(stage);
        let arguments: Vec<&str> = ["check"]
            .into_iter()
            .chain(wanted.iter().map(String::as_str))
            .collect();
        self.done(stage, &arguments)
    }

    /// The functions of a script.
    fn script(&self, revision: &str) -> String {
        let name = format!("scripts/versions/{revision}_{revision}.py");
        let text = std::fs::read_to_string(self.folder.path().join(name)).unwrap();
        text[text.find("def upgrade").unwrap()..].to_owned()
    }

    /// The schema as the database tells it.
    fn schema(&self) -> String {
        match &self.database {
            Some(database) => as_restored(&database.dump()),
            None => sqlite_schema(&self.folder.path().join("app.db")),
        }
    }
}

/// A dump in which lists are as a server writes them that has restored it: the cast of a whole list becomes one of each item,
/// and a constraint that was made anew from the server's own text shows that already.
fn as_restored(dump: &str) -> String {
    let mut text = dump.to_owned();
    while let Some(start) = text.find("((ARRAY[") {
        let Some(length) = text[start..].find("])::text[])") else {
            break;
        };
        let items: Vec<String> = text[start + 8..start + length]
            .split(", ")
            .map(|item| format!("({item})::text"))
            .collect();
        let list = format!("(ARRAY[{}])", items.join(", "));
        text.replace_range(start..start + length + 11, &list);
    }
    text
}

/// What a SQLite database has; a table that was made anew has its constraints in another order.
fn sqlite_schema(file: &Path) -> String {
    let connection = rusqlite::Connection::open(file).unwrap();
    let sql = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY 1, 2";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| {
        let words: [String; 4] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?];
        Ok(words)
    });
    let mut text = String::new();
    for row in rows.unwrap() {
        let [kind, name, table, sql] = row.unwrap();
        let mut lines: Vec<String> = sql
            .lines()
            .map(|line| line.trim().trim_end_matches(',').replace('"', ""))
            .collect();
        lines.sort();
        text.push_str(&format!(
            "{kind} {name} {table}\n  {}\n",
            lines.join("\n  ")
        ));
    }
    text
}

fn succeeded(program: &str, arguments: &[&str], answer: &Answer) -> Result<(), String> {
    if answer.code == 0 {
        return Ok(());
    }
    Err(format!(
        "{program} {arguments:?} failed:\n{}{}",
        answer.stdout, answer.stderr
    ))
}

fn same(what: &str, expected: &str, found: &str) -> Result<(), String> {
    if expected == found {
        return Ok(());
    }
    Err(format!(
        "{what}: expected\n{expected}\nand there is\n{found}"
    ))
}

fn recorded(kind: &str, case: &Case, script: &str) -> Result<(), String> {
    let name = format!("tests/compare/recorded/{kind}/{}.txt", case.name);
    let path: PathBuf = workspace().join(name);
    if std::env::var_os("LIMBEC_UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, script).unwrap();
    }
    let expected =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    same("the script", &expected, script)
}

fn pair(path: &Path, kind: &str) -> Result<(), String> {
    let case = Case::read(path);
    if !case.databases.split_whitespace().any(|word| word == kind) {
        return Ok(());
    }
    let project = Project::new(&case, kind);
    project.generate("before", "r1", &[])?;
    project.done("before", &["upgrade", "head"])?;
    project.check("before")?;
    let start = project.schema();
    project.generate("after", "r2", &case.renames)?;
    recorded(kind, &case, &project.script("r2"))?;
    let on_the_way = |text: String| format!("{text}\nby the script\n{}", project.script("r2"));
    project
        .done("after", &["upgrade", "head"])
        .map_err(on_the_way)?;
    let end = project.schema();
    project.check("after")?;
    if case.is_python {
        project.alembic("after", &["check"])?;
    }
    project
        .done("after", &["downgrade", "-1"])
        .map_err(on_the_way)?;
    same("the way back", &start, &project.schema())?;
    // The scripts are Alembic's too.
    project.alembic("after", &["upgrade", "head"])?;
    if kind == "postgresql" {
        same("Alembic's way", &end, &project.schema())?;
    }
    project.check("after")?;
    project.alembic("after", &["downgrade", "-1"])?;
    if kind == "postgresql" {
        same("Alembic's way back", &start, &project.schema())?;
    }
    Ok(())
}

fn sqlite(case: &Path) -> datatest_stable::Result<()> {
    pair(case, "sqlite").map_err(Into::into)
}

fn postgresql(case: &Path) -> datatest_stable::Result<()> {
    pair(case, "postgresql").map_err(Into::into)
}

datatest_stable::harness! {
    { test = sqlite, root = "../../tests/compare/cases", pattern = r"\.(py|sql)$" },
    { test = postgresql, root = "../../tests/compare/cases", pattern = r"\.(py|sql)$" },
}
