//! Small projects in temporary folders.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use limbec::commands::{CommandError, Project};
use limbec::config::Config;
use limbec::runner::{InterpretedHeaders, Interrupt, Recorded, Recorder, RunSummary};
use limbec_schema::Literal;
use limbec_sql::{Statement, Url};

/// A project with its database in a folder of its own.
pub struct Sandbox {
    folder: tempfile::TempDir,
    interrupt: Interrupt,
}

/// What came of a command.
pub struct Ran {
    pub result: Result<RunSummary, CommandError>,
    pub recorded: Recorded,
}

impl Ran {
    /// The summary of a command that must have worked.
    pub fn summary(&self) -> &RunSummary {
        match &self.result {
            Ok(summary) => summary,
            Err(CommandError::Run(limbec::runner::RunError::Script(failure))) => {
                panic!("{}\n{}", failure.traceback, self.recorded.diagnostics)
            }
            Err(error) => panic!("{error}\n{error:?}"),
        }
    }
}

/// A revision file.
pub fn revision(id: &str, down: Option<&str>, message: &str, up: &str, back: &str) -> String {
    let down = down.map_or("None".to_owned(), |id| format!("'{id}'"));
    format!(
        "\"\"\"{message}\"\"\"\nimport sqlalchemy as sa\nfrom alembic import op\n\n\
         revision = '{id}'\ndown_revision = {down}\n\n\n\
         def upgrade():\n    {}\n\n\ndef downgrade():\n    {}\n",
        if up.is_empty() { "pass" } else { up },
        if back.is_empty() { "pass" } else { back },
    )
}

impl Sandbox {
    /// A project as `init` makes it.
    pub fn generic() -> Self {
        Self::template("generic")
    }

    /// A project of a template, with its database in `x.db`.
    pub fn template(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/templates");
        let migrations = folder.path().join("migrations");
        std::fs::create_dir_all(migrations.join("versions")).unwrap();
        let env = match name {
            "generic" => "shared/env.py",
            "async" => "shared/env_async.py",
            "multidb" => "multidb/env.py",
            _ => panic!("no template {name}"),
        };
        std::fs::copy(templates.join(env), migrations.join("env.py")).unwrap();
        let sandbox = Self {
            folder,
            interrupt: Interrupt::new(),
        };
        let driver = if name == "async" { "+aiosqlite" } else { "" };
        sandbox.write_ini(&format!(
            "sqlalchemy.url = sqlite{driver}:///{}\n",
            sandbox.path("x.db").display()
        ));
        sandbox
    }

    fn write_ini(&self, options: &str) {
        let folder = self.folder.path().display();
        let ini = format!(
            "[alembic]\nscript_location = {folder}/migrations\nprepend_sys_path = {folder}\n\
             path_separator = os\n{options}\n\
             [loggers]\nkeys = root,sqlalchemy,alembic\n\n[handlers]\nkeys = console\n\n\
             [formatters]\nkeys = generic\n\n\
             [logger_root]\nlevel = WARNING\nhandlers = console\nqualname =\n\n\
             [logger_sqlalchemy]\nlevel = WARNING\nhandlers =\nqualname = sqlalchemy.engine\n\n\
             [logger_alembic]\nlevel = INFO\nhandlers =\nqualname = alembic\n\n\
             [handler_console]\nclass = StreamHandler\nargs = (sys.stderr,)\nlevel = NOTSET\n\
             formatter = generic\n\n\
             [formatter_generic]\nformat = %(levelname)-5.5s [%(name)s] %(message)s\n\
             datefmt = %H:%M:%S\n"
        );
        std::fs::write(self.path("alembic.ini"), ini).unwrap();
    }

    /// Several databases, each in a file of its name.
    pub fn with_databases(self, names: &[&str]) -> Self {
        let mut options = format!("databases = {}\n", names.join(", "));
        for name in names {
            let file = self.path(&format!("{name}.db"));
            options.push_str(&format!(
                "\n[{name}]\nsqlalchemy.url = sqlite:///{}\n",
                file.display()
            ));
        }
        self.write_ini(&options);
        self
    }

    /// Revisions, each upon the one before: identifier, body of `upgrade`, body of `downgrade`.
    pub fn with_chain(self, chain: &[(&str, &str, &str)]) -> Self {
        const MESSAGES: [&str; 4] = ["first", "second", "third", "fourth"];
        let mut down = None;
        for ((id, up, back), message) in chain.iter().zip(MESSAGES) {
            let text = revision(id, down, message, up, back);
            self.write(&format!("versions/{id}_{message}.py"), &text);
            down = Some(*id);
        }
        self
    }

    /// As [`Sandbox::write`].
    pub fn with_file(self, name: &str, text: &str) -> Self {
        self.write(name, text);
        self
    }

    /// Write a file of the script folder.
    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path("migrations").join(name), text).unwrap();
    }

    /// Replace a text of a file of the script folder, which must be there.
    pub fn change(&self, name: &str, from: &str, to: &str) {
        let file = self.path("migrations").join(name);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{from} in {text}");
        std::fs::write(file, text.replace(from, to)).unwrap();
    }

    /// As [`Sandbox::change`], of `env.py`.
    pub fn change_env(&self, from: &str, to: &str) {
        self.change("env.py", from, to);
    }

    /// A path below the folder of the project.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What stops the runs of this project.
    pub fn interrupt(&self) -> Interrupt {
        self.interrupt.clone()
    }

    /// Run a command.
    pub fn run(
        &self,
        command: impl Fn(&Project) -> Result<RunSummary, CommandError> + Send + Sync,
    ) -> Ran {
        self.run_with(|_| {}, command)
    }

    /// Run a command with a configuration that was changed.
    pub fn run_with(
        &self,
        change: impl Fn(&mut Config) + Send + Sync,
        command: impl Fn(&Project) -> Result<RunSummary, CommandError> + Send + Sync,
    ) -> Ran {
        let recorder = Arc::new(Recorder::new());
        let reporter = recorder.clone();
        let result = limbec_python::run_on_big_stack(|| {
            let mut config = Config::from_files(Some(&self.path("alembic.ini")), None);
            change(&mut config);
            let folders = vec![self.folder.path().display().to_string()];
            let headers = Rc::new(InterpretedHeaders::new(folders, &self.interrupt));
            let project = Project::open(config, headers, reporter, self.interrupt.clone())?;
            command(&project)
        })
        .unwrap();
        Ran {
            result,
            recorded: recorder.recorded(),
        }
    }

    fn query(&self, file: &str, sql: &str) -> Vec<String> {
        let file = self.path(file);
        if !file.exists() {
            return Vec::new();
        }
        let url = Url::parse(&format!("sqlite:///{}", file.display())).unwrap();
        let mut connection = limbec_sql::connect(&url).unwrap();
        let outcome = connection.execute(&Statement::new(sql)).unwrap();
        outcome
            .rows
            .into_iter()
            .map(|row| match row.into_iter().next() {
                Some(Literal::Str(text)) => text,
                Some(Literal::Int(number)) => number.to_string(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    /// The tables of a database file of the project, by name.
    pub fn tables_of(&self, file: &str) -> Vec<String> {
        self.query(
            file,
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
        )
    }

    /// The tables, by name.
    pub fn tables(&self) -> Vec<String> {
        self.tables_of("x.db")
    }

    /// The rows of the version table; none without the table.
    pub fn versions(&self) -> Vec<String> {
        if !self.tables().contains(&"alembic_version".to_owned()) {
            return Vec::new();
        }
        self.query("x.db", "SELECT version_num FROM alembic_version ORDER BY 1")
    }

    /// The text that SQLite keeps of a table or a view.
    pub fn schema_of(&self, name: &str) -> String {
        let sql = format!("SELECT sql FROM sqlite_master WHERE name = '{name}'");
        self.query("x.db", &sql).concat()
    }

    /// How many rows a table has.
    pub fn count(&self, table: &str) -> i64 {
        self.query("x.db", &format!("SELECT count(*) FROM {table}"))
            .concat()
            .parse()
            .unwrap()
    }
}
