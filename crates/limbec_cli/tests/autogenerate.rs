//! `revision --autogenerate` on pairs of models, beside what Alembic has written for them; the cases and the program that
//! records them are in `tests/autogenerate`.
#![allow(clippy::unwrap_used)]

mod support;

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::{Mutex, PoisonError};

use support::oracle::Alembic;
use support::{limbec, stderr, stdout, workspace};

thread_local! {
    static ALEMBIC: RefCell<Alembic> = RefCell::new(Alembic::start());
}

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
            // A number instead of a truth value is how SQLite's list of indexes shows through.
            let body = body.replace("unique=1)", "unique=True)");
            sections.insert(name.to_owned(), body);
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
            if !self.unordered {
                return text.trim_end().lines().map(str::to_owned).collect();
            }
            // The differences that `check` finds stand in one line.
            let parts = text.trim_end().lines().flat_map(|line| line.split("), ("));
            let edge = |c: char| "[]() ".contains(c);
            let mut parts: Vec<String> = parts
                .map(|part| part.trim_start_matches("New upgrade operations detected: "))
                .map(|part| part.trim_matches(edge).to_owned())
                .collect();
            parts.sort();
            parts
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
            let database = empty_database();
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

    /// Run a command of Alembic that must succeed.
    fn alembic(&self, stage: &str, arguments: &[&str]) -> Result<(), String> {
        let stage = format!("stage={stage}");
        let all = [&["-x", &stage], arguments].concat();
        let answer = ALEMBIC.with(|alembic| alembic.borrow_mut().run(self.folder.path(), &all));
        if answer.code == 0 {
            return Ok(());
        }
        Err(format!(
            "Alembic's {arguments:?} failed:\n{}{}",
            answer.stdout, answer.stderr
        ))
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
            Database::Sqlite(file) => sqlite_schema(file),
            Database::Postgres(database) => database.psql(POSTGRES_SCHEMA),
        }
    }

    /// The schema at the end; the database is left to another case.
    fn last_schema(self) -> String {
        match self.database {
            Database::Sqlite(file) => sqlite_schema(&file),
            Database::Postgres(database) => {
                let schema = database.psql(&format!("{POSTGRES_SCHEMA}{POSTGRES_RESET}"));
                EMPTY_DATABASES
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(database);
                schema
            }
        }
    }
}

/// Databases of cases that have passed, emptied: to create one takes longer than to empty it.
static EMPTY_DATABASES: Mutex<Vec<limbec_testing::postgres::Database<'static>>> =
    Mutex::new(Vec::new());

fn empty_database() -> limbec_testing::postgres::Database<'static> {
    let emptied = EMPTY_DATABASES
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .pop();
    emptied.unwrap_or_else(|| limbec_testing::postgres::server().database())
}

/// Everything that the cases make, one line each, by one query, for `pg_dump` asks dozens. Enumerations are left out:
/// the way back of Alembic leaves them behind.
const POSTGRES_SCHEMA: &str = "
WITH relation AS (
    SELECT c.oid, c.relkind, format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
), line AS (
    SELECT concat_ws(' ', 'relation', relkind, name, obj_description(oid, 'pg_class')) AS text FROM relation
    UNION ALL
    SELECT concat_ws(' ', 'column', r.name, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                     a.attidentity, a.attgenerated, a.attcollation, pg_get_expr(d.adbin, d.adrelid),
                     col_description(r.oid, a.attnum))
    FROM relation r
    JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE r.relkind <> 'i'
    UNION ALL
    SELECT concat_ws(' ', 'constraint', r.name, c.conname, pg_get_constraintdef(c.oid),
                     obj_description(c.oid, 'pg_constraint'))
    FROM relation r JOIN pg_constraint c ON c.conrelid = r.oid
    UNION ALL
    SELECT concat_ws(' ', 'index', pg_get_indexdef(oid)) FROM relation WHERE relkind = 'i'
    UNION ALL
    SELECT concat_ws(' ', 'sequence', r.name, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                     s.seqcache, s.seqcycle, d.deptype, d.refobjid::regclass, d.refobjsubid)
    FROM relation r JOIN pg_sequence s ON s.seqrelid = r.oid
    LEFT JOIN pg_depend d ON d.objid = r.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
)
SELECT text FROM line ORDER BY text;
";

/// Take away all that a case can have made.
const POSTGRES_RESET: &str = "
DO $$
DECLARE schema name;
BEGIN
    SET LOCAL client_min_messages = warning;
    FOR schema IN SELECT nspname FROM pg_namespace
        WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
    LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', schema);
    END LOOP;
    CREATE SCHEMA public;
END $$;
";

/// The objects, columns and foreign keys of a SQLite database.
fn sqlite_schema(file: &Path) -> String {
    let connection = rusqlite::Connection::open(file).unwrap();
    let mut lines = String::new();
    for query in [
        "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY 1, 2",
        "SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk
           FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name <> 'sqlite_sequence' ORDER BY 1, 2",
        "SELECT m.name, f.\"table\", f.\"from\", f.\"to\"
           FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND m.name <> 'sqlite_sequence' ORDER BY 1, 2, 3",
    ] {
        let mut statement = connection.prepare(query).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for place in 0..width {
                let value: rusqlite::types::Value = row.get(place).unwrap();
                lines.push_str(&format!("{value:?} "));
            }
            lines.push('\n');
        }
    }
    lines
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

/// A text without the addresses of objects of Python.
fn without_address(line: &str) -> String {
    let mut parts = line.split("0x");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("0x");
        text.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    text
}

/// What `check` finds on the way from the first models to the second.
fn differences(project: &Project) -> String {
    let output = project.run("after", &["check"]);
    let text = stdout(&output);
    match text.lines().find_map(|line| line.strip_prefix("FAILED: ")) {
        Some(found) => without_address(found),
        None => text + &stderr(&output),
    }
}

/// The pair of a case: every script is compared with Alembic's, applied, found to be clean by both programs, and undone.
fn pair(case: &Path, kind: &str) -> Result<(), String> {
    let name = case.file_stem().unwrap().to_str().unwrap();
    let recorded = format!("tests/autogenerate/recorded/{kind}/{name}.txt");
    let Some(recorded) = Recorded::read(&workspace().join(recorded)) else {
        return Ok(());
    };
    let text = std::fs::read_to_string(case).unwrap();
    let sees_nothing = text.starts_with(NO_DIFFERENCE);
    // Where Alembic fails there is nothing to compare with.
    if recorded.has("error of before") || (recorded.has("error of after") && !sees_nothing) {
        return Ok(());
    }
    let project = Project::new(case, kind);
    project.generate("before", "r1")?;
    recorded.check("before", &project.script("r1"))?;
    if recorded.has("before cannot be applied") {
        return Ok(());
    }
    project.done("before", &["upgrade", "head"])?;
    if sees_nothing {
        if recorded.has("error of after") || recorded.has("never clean") {
            return project.done("after", &["check"]).map(|_| ());
        }
        return Err(format!(
            "Alembic sees no difference either: no {NO_DIFFERENCE:?}"
        ));
    }
    let start = project.schema();
    if recorded.has("check") {
        recorded.check("check", &differences(&project))?;
    }
    let output = project.generate("after", "r2")?;
    recorded.check("after", &project.script("r2"))?;
    recorded.check("log", &log(&output))?;
    if recorded.has("cannot be applied") {
        return Ok(());
    }
    project.done("after", &["upgrade", "head"])?;
    if !recorded.has("never clean") {
        project.done("after", &["check"])?;
        project.alembic("after", &["check"])?;
    }
    if recorded.has("cannot be undone") {
        return Ok(());
    }
    project.done("after", &["downgrade", "-1"])?;
    let end = project.last_schema();
    if start == end {
        Ok(())
    } else {
        Err(format!("the way back ends at\n{end}\nand not at\n{start}"))
    }
}

/// The first line of a case in which Alembic has a difference again and again, or fails, and Limbec rightly has none.
const NO_DIFFERENCE: &str = "# limbec: no difference\n";

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
