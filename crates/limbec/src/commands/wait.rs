use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use limbec_graph::{Found, RevId};

use super::{CommandError, Project};
use crate::runner::{
    DbErrorKind, EnvOptions, Event, FailureKind, Interrupt, Reporter, RunError, ScriptFailure,
    SharedReporter, run_env,
};

/// What `wait` is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitRequest {
    /// What is waited for.
    pub goal: WaitGoal,
    /// How long.
    pub timeout: Duration,
}

/// What a database is to be like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaitGoal {
    /// It can be connected to.
    Server,
    /// It is at the revisions of this symbol, or beyond them.
    Revision(String),
}

/// What has changed since the last look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitEvent<'a> {
    /// The database cannot be reached.
    Unreachable {
        /// What the attempt has met, in one line.
        reason: &'a str,
    },
    /// The databases of `env.py` answer.
    Answers(&'a [DatabaseState]),
}

/// What a database is at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseState {
    /// The URL with its password hidden.
    pub url: String,
    /// The rows of the version table.
    pub heads: Vec<RevId>,
    /// The revisions that are waited for and not applied.
    pub missing: Vec<RevId>,
}

/// The pause after the first look.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// The longest pause between two looks.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);
/// The shortest time that one look is given, however little is left.
const SHORTEST_LOOK: Duration = Duration::from_secs(1);
/// The longest time that one look is given to connect: a packet to a container that is just made may be lost.
const LONGEST_LOOK: Duration = Duration::from_secs(10);
/// How often Ctrl-C is looked for in a pause.
const TICK: Duration = Duration::from_millis(50);

impl Project {
    /// `wait`: until the databases of `env.py` answer, or have what is asked for. `told` hears of each change. What
    /// `env.py` prints and logs on the way is dropped: it runs again and again.
    ///
    /// # Errors
    /// [`CommandError::TimedOut`]; and at once whatever does not pass by itself: a password that is refused, a database
    /// that is not there, a revision that no script has, an error in `env.py`.
    pub fn wait(
        &self,
        request: &WaitRequest,
        mut told: impl FnMut(WaitEvent<'_>),
    ) -> Result<(), CommandError> {
        let map = self.scripts.revision_map()?;
        let wanted: Vec<RevId> = match &request.goal {
            WaitGoal::Server => Vec::new(),
            WaitGoal::Revision(symbol) => map
                .get_revisions(symbol.as_str())?
                .into_iter()
                .filter_map(Found::revision)
                .map(|revision| revision.id().clone())
                .collect(),
        };
        let begun = Instant::now();
        // The first look is let finish, as far as it does not hang.
        let mut watch = Watch::start(request.timeout.max(LONGEST_LOOK), &self.interrupt);
        let mut is_first = true;
        let mut last = Look::default();
        let mut pause = FIRST_PAUSE;
        loop {
            let left = request.timeout.saturating_sub(begun.elapsed());
            let look = match self.look(&wanted, left.clamp(SHORTEST_LOOK, LONGEST_LOOK)) {
                Err(_) if watch.is_over() => last.clone(),
                look => look?,
            };
            if look != last {
                look.tell(&mut told);
                last = look;
            }
            if last.is_reached() {
                return Ok(());
            }
            let left = request.timeout.saturating_sub(begun.elapsed());
            if std::mem::take(&mut is_first) && !left.is_zero() {
                watch = Watch::start(left + SHORTEST_LOOK, &self.interrupt);
            }
            if left.is_zero() || watch.is_over() {
                return Err(CommandError::TimedOut {
                    timeout: request.timeout,
                    state: last.text(),
                    lacks_revisions: !last.databases.is_empty(),
                    hints: last.hints,
                });
            }
            self.pause(pause.min(left))?;
            pause = (pause * 3 / 2).min(LONGEST_PAUSE);
        }
    }

    /// One look at the databases. What may pass by itself is a part of the answer, all else an error.
    fn look(&self, wanted: &[RevId], patience: Duration) -> Result<Look, CommandError> {
        let found = Rc::new(RefCell::new(Vec::new()));
        let answers = found.clone();
        let mut options = EnvOptions::new(move |state| {
            answers.borrow_mut().push(DatabaseState {
                url: state.url.to_owned(),
                heads: state.heads.to_vec(),
                missing: Vec::new(),
            });
            Ok(Vec::new())
        });
        options.dont_mutate = true;
        options.patience = Some(patience);
        let reporter: SharedReporter = Arc::new(Silence);
        let ran = run_env(
            &self.config,
            &self.scripts,
            options,
            &reporter,
            &self.interrupt,
            self.log(),
        );
        self.interrupt.forget();
        match ran {
            Ok(_) => self.compared(found.take(), wanted),
            Err(RunError::Script(failure)) if may_pass(&failure) => Ok(Look {
                unreachable: Some(reason(&failure)),
                hints: failure.hints,
                ..Look::default()
            }),
            Err(error) => Err(error.into()),
        }
    }

    /// What the databases are at, beside what they shall be at.
    fn compared(
        &self,
        mut databases: Vec<DatabaseState>,
        wanted: &[RevId],
    ) -> Result<Look, CommandError> {
        if databases.is_empty() {
            return Err(CommandError::refused(
                "env.py has asked no database: it has not called context.run_migrations()",
            ));
        }
        let map = self.scripts.revision_map()?;
        for database in databases.iter_mut().filter(|_| !wanted.is_empty()) {
            // A row that no script has stays unknown, however long it is waited for: that is an error.
            let applied = map.applied(&database.heads)?;
            let missing = wanted.iter().filter(|wanted| !applied.contains(*wanted));
            database.missing = missing.cloned().collect();
        }
        Ok(Look {
            databases,
            ..Look::default()
        })
    }

    /// Do nothing for a while, unless Ctrl-C comes.
    fn pause(&self, pause: Duration) -> Result<(), CommandError> {
        let end = Instant::now() + pause;
        loop {
            if self.interrupt.is_triggered() {
                return Err(CommandError::Run(RunError::Interrupted {
                    step: None,
                    leftover: Default::default(),
                }));
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(());
            }
            thread::sleep(left.min(TICK));
        }
    }
}

/// A time as it is typed: `120s`, `1.5s`.
pub fn duration_text(duration: Duration) -> String {
    let tenths = duration.as_millis().div_ceil(100);
    match (tenths / 10, tenths % 10) {
        (seconds, 0) => format!("{seconds}s"),
        (seconds, part) => format!("{seconds}.{part}s"),
    }
}

/// What one look has shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Look {
    unreachable: Option<String>,
    hints: Vec<String>,
    databases: Vec<DatabaseState>,
}

impl Look {
    fn is_reached(&self) -> bool {
        let complete = |database: &DatabaseState| database.missing.is_empty();
        !self.databases.is_empty() && self.databases.iter().all(complete)
    }

    fn tell(&self, told: &mut impl FnMut(WaitEvent<'_>)) {
        if let Some(reason) = &self.unreachable {
            told(WaitEvent::Unreachable { reason });
        } else {
            told(WaitEvent::Answers(&self.databases));
        }
    }

    /// What is still waited for, in one line.
    fn text(&self) -> String {
        if let Some(reason) = &self.unreachable {
            return reason.clone();
        }
        let waiting = |database: &&DatabaseState| !database.missing.is_empty();
        let several = self.databases.len() > 1;
        let texts: Vec<String> = self
            .databases
            .iter()
            .filter(waiting)
            .map(|database| database.text(several))
            .collect();
        match texts.is_empty() {
            true => "the database has not answered".to_owned(),
            false => texts.join("; "),
        }
    }
}

impl DatabaseState {
    /// How it stands, in one line: `the database is at a1; b2 is not applied`. One of several is called by its URL.
    pub fn text(&self, several: bool) -> String {
        let names = |revisions: &[RevId]| {
            let names: Vec<&str> = revisions.iter().map(|revision| &**revision).collect();
            names.join(", ")
        };
        let name = if several { &self.url } else { "the database" };
        let mut text = match self.heads.is_empty() {
            true => format!("{name} is at no revision"),
            false => format!("{name} is at {}", names(&self.heads)),
        };
        if !self.missing.is_empty() {
            let verb = if self.missing.len() > 1 { "are" } else { "is" };
            text.push_str(&format!("; {} {verb} not applied", names(&self.missing)));
        }
        text
    }
}

/// Whether waiting may help: nobody listens yet, the name is not known yet, the server is just starting, somebody holds a lock.
fn may_pass(failure: &ScriptFailure) -> bool {
    failure.kind == FailureKind::Exception
        && matches!(
            failure.database,
            Some(
                DbErrorKind::CannotConnect
                    | DbErrorKind::UnknownHost
                    | DbErrorKind::ConnectionLost
                    | DbErrorKind::Locked
            )
        )
}

/// What the driver says, in one line and without the name of its class.
fn reason(failure: &ScriptFailure) -> String {
    let line = failure.message.lines().next().unwrap_or_default();
    let text = line
        .strip_prefix('(')
        .and_then(|line| line.split_once(") "))
        .map_or(line, |(_, text)| text);
    text.trim_end().to_owned()
}

/// Ends the look that runs when the time is over.
struct Watch {
    over: Arc<AtomicBool>,
    /// The thread ends when this is dropped.
    _alive: mpsc::Sender<()>,
}

impl Watch {
    fn start(timeout: Duration, interrupt: &Interrupt) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let (alive, ended) = mpsc::channel();
        let (flag, interrupt) = (over.clone(), interrupt.clone());
        thread::spawn(move || {
            if ended.recv_timeout(timeout) == Err(RecvTimeoutError::Timeout) {
                flag.store(true, Ordering::SeqCst);
                interrupt.trigger();
            }
        });
        Self {
            over,
            _alive: alive,
        }
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }
}

/// Hears nothing.
struct Silence;

impl Reporter for Silence {
    fn report(&self, _event: Event<'_>) {}
}
