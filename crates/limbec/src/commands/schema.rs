use std::cell::RefCell;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use limbec_graph::RevisionRange;
use limbec_sql::connection::{Connection, connect};
use limbec_sql::dump::{DumpRequest, dump};
use limbec_sql::scratch::Scratch;
use limbec_sql::{ConnectError, DbError, Dialect, Url};

use super::migrate::MigrateRequest;
use super::project::run_error;
use super::{CommandError, Project};
use crate::runner::{Database, EnvOptions, Event, LookFn, connect_error};
use crate::script::host::{Host, HostError};

/// What `schema` is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SchemaRequest {
    /// `--at`: a revision, instead of the database as it is.
    pub at: Option<String>,
    /// `--scratch`: the empty database in which the history is run to there.
    pub scratch: Option<String>,
    /// `--all-schemas`: not only the schema of unqualified names.
    pub all_schemas: bool,
}

/// The schema of one database. An `env.py` may have several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaReport {
    /// The URL with its password hidden.
    pub url: String,
    /// The statements that make the schema.
    pub text: String,
    /// What the database has beside that, in words for people.
    pub left_out: Vec<String>,
}

impl Project {
    /// `schema`: the schema as CREATE statements, which make the same schema in an empty database.
    ///
    /// # Errors
    /// What running `env.py` meets; with a revision what running the history to there meets, and a scratch database that
    /// is not empty.
    pub fn schema(&self, request: &SchemaRequest) -> Result<Vec<SchemaReport>, CommandError> {
        match &request.at {
            None => {
                let mut options = EnvOptions::new(|_| Ok(Vec::new()));
                options.dont_mutate = true;
                self.printed(options, request.all_schemas)
            }
            Some(revision) => self.schema_at(revision, request),
        }
    }

    /// The schema after a run.
    fn printed(
        &self,
        mut options: EnvOptions,
        all_schemas: bool,
    ) -> Result<Vec<SchemaReport>, CommandError> {
        let reports = Rc::new(RefCell::new(Vec::new()));
        let found = reports.clone();
        let look: LookFn = Box::new(move |session, version| {
            let request = DumpRequest {
                all_schemas,
                version_table: (version.schema.as_deref(), &version.name),
            };
            let dialect: &dyn Dialect = session.dialect();
            let dumped = dump(dialect, &request, &mut Database::new(session.clone()))?;
            let Some(dumped) = dumped else {
                let name = dialect.name();
                return Err(HostError::Unsupported(format!(
                    "the schema of a {name} database cannot be printed yet"
                )));
            };
            found.borrow_mut().push(SchemaReport {
                url: crate::config::mask_url(&session.url()),
                text: dumped.text,
                left_out: dumped.left_out,
            });
            Ok(())
        });
        options.look = Some(look);
        self.run(options)?;
        Ok(reports.take())
    }

    fn schema_at(
        &self,
        revision: &str,
        request: &SchemaRequest,
    ) -> Result<Vec<SchemaReport>, CommandError> {
        // A symbol that means nothing is said before any database is looked for.
        let map = self.scripts.revision_map()?;
        RevisionRange::for_upgrade(revision, false)?;
        let target = match revision {
            "base" => None,
            _ => {
                map.upgrade_plan(revision, &[])?;
                Some(revision.to_owned())
            }
        };
        match &request.scratch {
            Some(scratch) => self.in_database(scratch, target, request),
            None => {
                let url = self.target_url()?;
                match url
                    .dialect()
                    .map_err(ConnectError::from)
                    .map_err(connect_error)?
                    .name()
                {
                    "sqlite" => self.upgraded("sqlite://".to_owned(), None, target, request),
                    "postgresql" => self.in_schema(&url, target, request),
                    other => Err(CommandError::refused(format!(
                        "the schema of a {other} database cannot be printed yet"
                    ))),
                }
            }
        }
    }

    /// The database that the project is about.
    fn target_url(&self) -> Result<Url, CommandError> {
        let parse = |text: &str| {
            let url = Url::parse(text).map_err(ConnectError::from);
            url.map_err(|error| CommandError::from(connect_error(error)))
        };
        let config = self.config.borrow();
        if let Some(url) = &config.url_override {
            return parse(url);
        }
        if !self.scripts.has_env_py() {
            return parse(&config.database_url()?);
        }
        drop(config);
        let target: Rc<RefCell<Option<Url>>> = Rc::default();
        let found = target.clone();
        let mut options = EnvOptions::new(|_| Ok(Vec::new()));
        options.dont_mutate = true;
        let look: LookFn = Box::new(move |session, _| {
            *found.borrow_mut() = session.target().ok();
            Ok(())
        });
        options.look = Some(look);
        self.run(options)?;
        target.take().ok_or_else(|| {
            CommandError::refused("env.py does not say which database it works with")
        })
    }

    /// Run the history to a revision in an empty database, and print what is there then.
    fn upgraded(
        &self,
        url: String,
        schema: Option<&str>,
        target: Option<String>,
        request: &SchemaRequest,
    ) -> Result<Vec<SchemaReport>, CommandError> {
        let (scripts, reporter) = (self.scripts.clone(), self.reporter.clone());
        let migrate = MigrateRequest {
            revision: target.clone().unwrap_or_default(),
            ..MigrateRequest::default()
        };
        let mut options = match target {
            None => EnvOptions::new(|_| Ok(Vec::new())),
            Some(goal) => EnvOptions::new(move |state| {
                let map = scripts.revision_map().map_err(run_error)?;
                let plan = map.upgrade_plan(&goal, state.heads)?;
                for warning in &plan.warnings {
                    reporter.report(Event::Diagnostic(&format!("UserWarning: {warning}\n")));
                }
                Ok(plan.steps)
            }),
        };
        options.destination_rev = Some(crate::runner::Destination::One(migrate.revision));
        options.search_path = schema.map(str::to_owned);
        let before = self.config.borrow_mut().url_override.replace(url);
        let printed = self.printed(options, request.all_schemas);
        self.config.borrow_mut().url_override = before;
        printed
    }

    /// In a schema of its own, which is dropped again.
    fn in_schema(
        &self,
        url: &Url,
        target: Option<String>,
        request: &SchemaRequest,
    ) -> Result<Vec<SchemaReport>, CommandError> {
        let mut connection = open(url)?;
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let name = format!(
            "limbec_scratch_{}_{}",
            std::process::id(),
            now.subsec_nanos()
        );
        let done = |done: Result<(), DbError>| done.map_err(|error| connect_error(error.into()));
        done(connection.execute_script(&format!("CREATE SCHEMA {name}"))).map_err(
            |mut error| {
                error.hint(SCRATCH);
                error
            },
        )?;
        let printed = self.upgraded(url.render(false), Some(&name), target, request);
        let dropped = done(connection.execute_script(&format!(
            "SET client_min_messages = warning; DROP SCHEMA {name} CASCADE"
        )));
        let printed = printed.map_err(|mut error| {
            if let CommandError::Run(error) = &mut error {
                error.hint(SCRATCH);
            }
            error
        })?;
        dropped?;
        Ok(printed)
    }

    /// In a database that is empty, and is again afterwards.
    fn in_database(
        &self,
        url: &str,
        target: Option<String>,
        request: &SchemaRequest,
    ) -> Result<Vec<SchemaReport>, CommandError> {
        let parsed = Url::parse(url).map_err(|error| connect_error(error.into()))?;
        let mut connection = open(&parsed)?;
        let dialect = connection.dialect();
        if dialect.name() != "postgresql" {
            return Err(CommandError::refused(format!(
                "--scratch is for PostgreSQL: the history of a {} database is run in memory",
                dialect.name()
            )));
        }
        let scratch = Scratch::of(&mut *connection).map_err(|error| {
            CommandError::refused(format!("the database of --scratch cannot be used: {error}"))
        })?;
        let printed = self.upgraded(url.to_owned(), None, target, request);
        let emptied = scratch.empty(&mut *connection);
        let printed = printed?;
        emptied.map_err(|error| {
            CommandError::refused(format!(
                "the database of --scratch cannot be emptied: {error}"
            ))
        })?;
        Ok(printed)
    }
}

const SCRATCH: &str = "the history is run in a schema of its own, where unqualified names find nothing of the other schemas; what \
                       does not fit into one (extensions, names with a schema) needs an empty database: --scratch URL";

fn open(url: &Url) -> Result<Box<dyn Connection>, CommandError> {
    Ok(connect(url).map_err(connect_error)?)
}
