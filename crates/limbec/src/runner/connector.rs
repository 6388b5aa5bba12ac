use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::time::Duration;

use limbec_python::Vm;
use limbec_sql::{ConnectError, Url, UrlError};

use super::event::SharedReporter;
use super::interrupt::Interrupt;
use super::noted::{LastErrors, Noted};
use super::options::EnvOptions;
use super::session::{Session, database_error};
use crate::script::bindings::sqlalchemy::engine::Engines;
use crate::script::host::{self, Host, HostError};

/// The drivers of asynchronous engines, for a URL that names no driver.
const ASYNC_DRIVERS: [(&str, &str); 4] = [
    ("sqlite", "aiosqlite"),
    ("postgresql", "asyncpg"),
    ("mysql", "aiomysql"),
    ("mariadb", "aiomysql"),
];

/// Opens the databases that scripts connect to.
pub struct Connector {
    /// The URL of `--url` or `LIMBEC_URL`, which wins over whatever a script names.
    url_override: Option<String>,
    /// The URL of the scripts that it has replaced.
    replaced: RefCell<Option<String>>,
    /// The run only looks whether the databases are there, and no longer than this.
    patience: Option<Duration>,
    /// The schema that unqualified names mean.
    search_path: Option<String>,
    reporter: SharedReporter,
    interrupt: Interrupt,
    open: RefCell<Vec<Weak<Session>>>,
    last_errors: LastErrors,
}

impl Connector {
    /// A connector for one run.
    pub fn new(
        url_override: Option<String>,
        options: &EnvOptions,
        reporter: &SharedReporter,
        interrupt: &Interrupt,
    ) -> Rc<Self> {
        Rc::new(Self {
            url_override,
            replaced: RefCell::default(),
            patience: options.patience,
            search_path: options.search_path.clone(),
            reporter: reporter.clone(),
            interrupt: interrupt.clone(),
            open: RefCell::default(),
            last_errors: LastErrors::default(),
        })
    }

    /// Let the engines of an interpreter's scripts connect by this connector.
    pub fn install(self: &Rc<Self>, vm: &Vm) {
        let connector: Rc<dyn host::Connector> = self.clone();
        vm.set_ext(Rc::new(Engines(connector)));
    }

    /// What is known of the error with these words, beyond them.
    pub(crate) fn noted(&self, message: &str) -> Option<Noted> {
        self.last_errors.about(message)
    }

    fn open(
        &self,
        text: &str,
        arguments: &[(String, String)],
    ) -> Result<Rc<Session>, ConnectError> {
        let mut url = Url::parse(text)?;
        for (name, value) in arguments {
            url.query.insert(name.clone(), vec![value.clone()]);
        }
        let connection = limbec_sql::connect_within(&url, self.patience)?;
        self.interrupt.watch(connection.interrupt_handle());
        let usual = connection.dialect().default_driver();
        let driver = url.driver_name().unwrap_or(usual);
        let session = Session::connected(
            connection,
            driver,
            text,
            self.reporter.clone(),
            self.last_errors.clone(),
        );
        session.opened_with(url);
        Ok(session)
    }

    /// Whether a connection was lost while its server was asked to commit.
    pub fn commit_unanswered(&self) -> bool {
        let open = self.open.borrow();
        open.iter()
            .filter_map(Weak::upgrade)
            .any(|session| session.leftover().unknown)
    }

    /// Close what scripts have left open.
    pub fn close_all(&self) {
        for session in self.open.borrow_mut().drain(..) {
            if let Some(session) = session.upgrade() {
                session.close();
            }
        }
    }
}

impl host::Connector for Connector {
    fn connect(
        &self,
        url: &str,
        arguments: &[(String, String)],
    ) -> Result<Rc<dyn Host>, HostError> {
        let session = self.open(url, arguments).map_err(|error| {
            self.last_errors.note(match &error {
                ConnectError::Database(error) => Noted::from(error),
                ConnectError::Url(problem) => Noted {
                    text: error.to_string(),
                    hints: problem.hint().into_iter().collect(),
                    server: None,
                    ..Noted::default()
                },
                ConnectError::NoDriver(_) => Noted::default(),
            });
            match error {
                ConnectError::Url(error) => url_error(error),
                ConnectError::Database(error) => database_error(error),
                ConnectError::NoDriver(_) => HostError::Unsupported(error.to_string()),
            }
        })?;
        if let Some(path) = &self.search_path {
            session.use_search_path(path)?;
        }
        self.open.borrow_mut().push(Rc::downgrade(&session));
        Ok(session)
    }

    fn chosen(&self) -> Option<&str> {
        self.url_override.as_deref()
    }

    /// One URL of the command line can only stand for one database: where `env.py` names two, taking
    /// it for both would run the migrations of one in the other.
    fn resolve(&self, url: &str, asynchronous: bool) -> Result<String, HostError> {
        let Some(chosen) = &self.url_override else {
            return Ok(url.to_owned());
        };
        let chosen = with_driver(chosen, url, asynchronous);
        if url != chosen && Some(url) != self.url_override.as_deref() {
            let mut replaced = self.replaced.borrow_mut();
            if *replaced.get_or_insert_with(|| url.to_owned()) != url {
                let message =
                    "--url and LIMBEC_URL name one database, but env.py works with several";
                self.last_errors.note(Noted {
                    text: message.to_owned(),
                    hints: vec![
                        "leave --url and LIMBEC_URL out, and set the URL of each database where \
                         env.py finds it"
                            .to_owned(),
                    ],
                    ..Noted::default()
                });
                return Err(HostError::Exception {
                    class: "alembic.util.exc.CommandError",
                    message: message.to_owned(),
                });
            }
        }
        Ok(chosen)
    }
}

/// The URL that was chosen with the driver of the one that it stands for, where it names none:
/// `env.py` may depend on an asynchronous one.
fn with_driver(chosen: &str, url: &str, asynchronous: bool) -> String {
    let Ok(parsed) = Url::parse(chosen) else {
        return chosen.to_owned();
    };
    if parsed.driver_name().is_some() {
        return chosen.to_owned();
    }
    let named = Url::parse(url).ok();
    let named = named
        .as_ref()
        .filter(|named| named.dialect_name() == parsed.dialect_name())
        .and_then(Url::driver_name);
    let usual = || {
        ASYNC_DRIVERS
            .iter()
            .find(|(dialect, _)| asynchronous && *dialect == parsed.dialect_name())
            .map(|(_, driver)| *driver)
    };
    match (named.or_else(usual), chosen.split_once(':')) {
        (Some(driver), Some((dialect, rest))) => format!("{dialect}+{driver}:{rest}"),
        _ => chosen.to_owned(),
    }
}

/// The exception that SQLAlchemy raises for a URL.
pub(crate) fn url_error(error: UrlError) -> HostError {
    let class = match &error {
        UrlError::UnknownDialect { .. } => "sqlalchemy.exc.NoSuchModuleError",
        UrlError::BadPort(_) => "builtins.ValueError",
        UrlError::Unsupported(_) => return HostError::Unsupported(error.to_string()),
        UrlError::Unparsable | UrlError::InvalidSqlite(_) | UrlError::BadArgument(_) => {
            "sqlalchemy.exc.ArgumentError"
        }
    };
    HostError::Exception {
        class,
        message: error.to_string(),
    }
}
