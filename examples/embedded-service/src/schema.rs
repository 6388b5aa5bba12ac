//! What the database is at, and what it is to be at.

use limbec::{Embedded, Error, Limbec};
use tokio::task::spawn_blocking;

static MIGRATIONS: &Embedded = limbec::embed!("migrations");

/// The migrations of the service on its database.
#[derive(Clone)]
pub struct Schema {
    limbec: Limbec,
}

/// What `/health` says of them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct State {
    /// Where the database is.
    pub revision: Vec<String>,
    /// How many migrations it lacks.
    pub pending: usize,
}

impl Schema {
    /// The database of a URL, which is not opened yet.
    pub fn of(url: &str) -> Result<Self, Error> {
        let limbec = Limbec::embedded(MIGRATIONS, url).build()?;
        Ok(Self { limbec })
    }

    /// Bring the database up to date, or wait for whoever does.
    pub async fn upgrade(&self) -> Result<Vec<String>, Error> {
        self.ask(|limbec| limbec.upgrade("head")).await
    }

    /// What the database is at.
    pub async fn state(&self) -> Result<State, Error> {
        self.ask(|limbec| {
            Ok(State {
                revision: limbec.current()?,
                pending: limbec.pending()?.len(),
            })
        })
        .await
    }

    /// Whether the database has a migration.
    pub async fn has(&self, revision: &'static str) -> Result<bool, Error> {
        let pending = self.ask(|limbec| limbec.pending()).await?;
        Ok(pending.iter().all(|pending| pending.revision != revision))
    }

    /// Limbec waits for the database, so that it is asked on a thread that may wait.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Limbec) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let limbec = self.limbec.clone();
        match spawn_blocking(move || question(&limbec)).await {
            Ok(answer) => answer,
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        }
    }
}
