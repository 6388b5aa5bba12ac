//! Where the declared tables come from, if not from `target_metadata` as Limbec interprets it: another database, a file
//! of CREATE statements, or the Python of the application.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use limbec_schema::Schema;
use limbec_sql::dump::{TableStatements, table_statements};
use limbec_sql::entity::{Entity, entities};
use limbec_sql::scratch::{Declared, Direct, ScriptError, ScriptPlace};
use limbec_sql::{ConnectError, DbError, Dialect, InspectError, Url, UrlError, connection};
use thiserror::Error;

/// A source of declared tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelsSource {
    /// `--models-url`: the tables of another database.
    Database(String),
    /// `--models-python`: the metadata of the project, by a Python that has the application.
    Python(String),
    /// `--models-sql`: what a file of CREATE statements makes.
    Script {
        /// The file.
        file: PathBuf,
        /// `--scratch`: the empty database in which it is applied and rolled back.
        scratch: Option<String>,
    },
}

/// What an exporter in another Python is told.
#[derive(Debug, Clone)]
pub struct ExportedProject<'a> {
    /// Alembic's configuration file.
    pub config: Option<String>,
    /// Its section.
    pub section: &'a str,
    /// `env.py`.
    pub env_py: &'a Path,
    /// `prepend_sys_path`.
    pub paths: &'a [String],
    /// `module:attribute` of `[limbec] models`, where env.py is not to be run.
    pub models: Option<String>,
    /// SQLAlchemy's name of the dialect.
    pub dialect: &'static str,
}

/// The exporter: it writes a metadata as a module of plain tables.
const EXPORTER: &str = include_str!("exporter.py");

/// The metadata of a project, by a Python that has the application, as the text of a module with a
/// `target_metadata` of plain tables.
///
/// # Errors
/// A Python that cannot be started, and what it says.
pub fn exported(python: &str, project: &ExportedProject<'_>) -> Result<String, SourceError> {
    let failed = |reason: String| SourceError::Python {
        python: python.to_owned(),
        reason,
    };
    let argument = serde_json::json!({
        "config": project.config,
        "section": project.section,
        "env": project.env_py,
        "paths": project.paths,
        "models": project.models,
        "dialect": project.dialect,
    });
    let mut child = Command::new(python)
        .args(["-", &argument.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(error.to_string()))?;
    if let Some(mut input) = child.stdin.take() {
        // An interpreter that does not read says why on its standard error.
        let _ = input.write_all(EXPORTER.as_bytes());
    }
    let output = child
        .wait_with_output()
        .map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr)
            .trim_end()
            .to_owned();
        return Err(failed(said));
    }
    let answer: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|error| failed(error.to_string()))?;
    match answer["module"].as_str() {
        Some(module) => Ok(module.to_owned()),
        None => Err(failed("it has not answered with a module".to_owned())),
    }
}

/// The database that is compared.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Its dialect.
    pub dialect: &'static dyn Dialect,
    /// How to reach it once more.
    pub url: &'a Url,
    /// Whether all of its schemas are compared.
    pub include_schemas: bool,
    /// The version table, which no models declare.
    pub version_table: (Option<&'a str>, &'a str),
}

/// Why the declared tables cannot be read.
#[derive(Debug, Error)]
pub enum SourceError {
    /// The URL of the models or of the scratch database.
    #[error("cannot connect to the database of {option}: {error}")]
    Connect {
        /// The option that names it.
        option: &'static str,
        /// What is wrong.
        error: ConnectError,
    },
    /// A database of another kind.
    #[error("the database of {option} is {found}, and the one to migrate is {wanted}")]
    OtherKind {
        /// The option that names it.
        option: &'static str,
        /// Its kind.
        found: &'static str,
        /// The kind that was wanted.
        wanted: &'static str,
    },
    /// The file.
    #[error("cannot read {}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the operating system says.
        error: std::io::Error,
    },
    /// The file cannot be applied.
    #[error("{}: {}", place(file, error), words(error))]
    Script {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        error: ScriptError,
    },
    /// `include_schemas` asks for schemas that a file beside the database cannot make.
    #[error("env.py says include_schemas, and {} makes one schema", .0.display())]
    Schemas(PathBuf),
    /// Another place for the file than the database offers.
    #[error("--scratch is for PostgreSQL: {0} applies the file to a database in memory")]
    NoScratch(&'static str),
    /// The Python of the application.
    #[error("{python} cannot tell the metadata: {reason}")]
    Python {
        /// The interpreter.
        python: String,
        /// What it says.
        reason: String,
    },
    /// The database of the models cannot be read.
    #[error("cannot read the database of --models-url: {0}")]
    Inspect(#[from] InspectError),
}

impl SourceError {
    /// The URL of the database to migrate means nothing.
    pub fn url(error: UrlError) -> Self {
        Self::Connect {
            option: "--url",
            error: error.into(),
        }
    }

    /// What to do about it.
    pub fn hints(&self) -> Vec<String> {
        let empty =
            "give an empty database with --scratch URL: the file is applied there and rolled back";
        match self {
            Self::Schemas(_) => vec![
                "apply the file to a database of its own, and name that with --models-url URL"
                    .to_owned(),
            ],
            Self::Script {
                error: ScriptError::Strays(_),
                ..
            } => vec![empty.to_owned()],
            Self::Script {
                error: ScriptError::Database(error),
                ..
            } => database_hints(error),
            _ => Vec::new(),
        }
    }
}

fn database_hints(error: &DbError) -> Vec<String> {
    match error.message.contains("permission denied for database") {
        true => vec![
            "the file is applied in a schema of its own, which this user may not create: give an \
             empty database with --scratch URL"
                .to_owned(),
        ],
        false => error.hints.clone(),
    }
}

/// The words of the database, without the statement: that is the whole file.
fn words(error: &ScriptError) -> String {
    let ScriptError::Database(error) = error else {
        return error.to_string();
    };
    match &error.server {
        None => error.message.clone(),
        Some(server) => match server.excerpt() {
            Some(excerpt) => format!("{}\n{excerpt}", server.message),
            None => server.message.clone(),
        },
    }
}

/// `schema.sql:12`, as far as the line is known.
fn place(file: &Path, error: &ScriptError) -> String {
    let line = match error {
        ScriptError::Database(error) => error.server.as_ref().and_then(|server| {
            let query = server.internal_query.as_ref()?;
            let before = query.chars().take(server.internal_position?);
            Some(before.filter(|character| *character == '\n').count() + 1)
        }),
        _ => None,
    };
    match line {
        Some(line) => format!("{}:{line}", file.display()),
        None => file.display().to_string(),
    }
}

/// What a source declares.
#[derive(Debug, Default)]
pub struct DeclaredSchema {
    /// The tables.
    pub schema: Schema,
    /// Views, functions and the like.
    pub entities: Vec<Entity>,
    /// The tables as the database writes them.
    pub statements: Vec<TableStatements>,
}

/// The declared tables of a source; for those of a Python see [`exported`].
///
/// # Errors
/// Whatever keeps them from being read.
pub fn read(source: &ModelsSource, target: &Target<'_>) -> Result<DeclaredSchema, SourceError> {
    let Declared {
        tables,
        entities,
        statements,
    } = match source {
        ModelsSource::Python(python) => {
            // No tables would mean to drop all of them.
            return Err(SourceError::Python {
                python: python.clone(),
                reason: "its answer is a module, which `exported` gives".to_owned(),
            });
        }
        ModelsSource::Database(url) => of_database(url, target)?,
        ModelsSource::Script { file, scratch } => of_script(file, scratch.as_deref(), target)?,
    };
    let mut schema = Schema::default();
    for table in tables {
        let key = (table.schema.clone(), table.name.clone());
        if (key.0.as_deref(), key.1.as_str()) != target.version_table {
            schema.tables.insert(key, table);
        }
    }
    Ok(DeclaredSchema {
        schema,
        entities,
        statements,
    })
}

fn open(
    option: &'static str,
    url: &str,
    target: &Target<'_>,
) -> Result<Box<dyn connection::Connection>, SourceError> {
    let failed = |error| SourceError::Connect { option, error };
    let url = Url::parse(url).map_err(|error| failed(error.into()))?;
    let connection = limbec_sql::connect(&url).map_err(failed)?;
    let (found, wanted) = (connection.dialect().name(), target.dialect.name());
    if found != wanted {
        return Err(SourceError::OtherKind {
            option,
            found,
            wanted,
        });
    }
    Ok(connection)
}

fn of_database(url: &str, target: &Target<'_>) -> Result<Declared, SourceError> {
    let mut connection = open("--models-url", url, target)?;
    let mut tables = connection.declared_tables(None)?;
    let mut all = vec![None];
    if target.include_schemas {
        let default = connection.inspector().default_schema_name()?;
        let schemas = connection.inspector().schema_names()?;
        for schema in schemas {
            if schema != "information_schema" && Some(&schema) != default.as_ref() {
                tables.extend(connection.declared_tables(Some(&schema))?);
                all.push(Some(schema));
            }
        }
    }
    let dialect = connection.dialect();
    let found = entities(dialect, &all, &mut Direct(&mut *connection));
    let entities = found.map_err(InspectError::from)?;
    let statements = table_statements(dialect, &all, &mut Direct(&mut *connection));
    Ok(Declared {
        tables,
        entities,
        statements: statements.map_err(InspectError::from)?,
    })
}

fn of_script(
    file: &Path,
    scratch: Option<&str>,
    target: &Target<'_>,
) -> Result<Declared, SourceError> {
    let sql = std::fs::read_to_string(file).map_err(|error| SourceError::File {
        file: file.to_owned(),
        error,
    })?;
    if target.include_schemas {
        return Err(SourceError::Schemas(file.to_owned()));
    }
    let in_memory = target.dialect.features().in_process;
    let (mut connection, place) = match scratch {
        Some(_) if in_memory => return Err(SourceError::NoScratch(target.dialect.name())),
        Some(url) => (open("--scratch", url, target)?, ScriptPlace::Alone),
        None => {
            let failed = |error| SourceError::Connect {
                option: "--url",
                error,
            };
            let connection = limbec_sql::connect(target.url).map_err(failed)?;
            (connection, ScriptPlace::Apart)
        }
    };
    connection
        .declared_by_script(&sql, place)
        .map_err(|error| SourceError::Script {
            file: file.to_owned(),
            error,
        })
}
