//! The notes.

use std::path::PathBuf;

use tokio::task::spawn_blocking;

/// Where they are.
#[derive(Clone)]
pub enum Store {
    /// A file.
    Sqlite(PathBuf),
    /// A server.
    Postgres(String),
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Note {
    pub id: i32,
    pub text: String,
}

pub type Failure = Box<dyn std::error::Error + Send + Sync>;

impl Store {
    /// The store of a URL as Limbec takes it.
    pub fn of(url: &str) -> Result<Self, Failure> {
        match url.strip_prefix("sqlite:///") {
            Some(path) => Ok(Self::Sqlite(path.into())),
            None if url.starts_with("postgres") => Ok(Self::Postgres(url.to_owned())),
            None => Err(format!("DATABASE_URL is neither SQLite nor PostgreSQL: {url}").into()),
        }
    }

    /// All notes.
    pub async fn notes(&self) -> Result<Vec<Note>, Failure> {
        const QUERY: &str = "SELECT id, text FROM notes ORDER BY id";
        match self.clone() {
            Self::Sqlite(path) => {
                blocking(move || {
                    let connection = rusqlite::Connection::open(path)?;
                    let mut query = connection.prepare(QUERY)?;
                    let notes = query.query_map([], |row| {
                        Ok(Note {
                            id: row.get(0)?,
                            text: row.get(1)?,
                        })
                    })?;
                    Ok(notes.collect::<Result<_, _>>()?)
                })
                .await
            }
            Self::Postgres(url) => {
                let rows = connected(&url).await?.query(QUERY, &[]).await?;
                let note = |row: &tokio_postgres::Row| Note {
                    id: row.get(0),
                    text: row.get(1),
                };
                Ok(rows.iter().map(note).collect())
            }
        }
    }

    /// Write one down.
    pub async fn add(&self, text: String, author: String) -> Result<(), Failure> {
        match self.clone() {
            Self::Sqlite(path) => {
                blocking(move || {
                    let connection = rusqlite::Connection::open(path)?;
                    let insert = "INSERT INTO notes (text, author) VALUES (?1, ?2)";
                    connection.execute(insert, [text, author])?;
                    Ok(())
                })
                .await
            }
            Self::Postgres(url) => {
                let insert = "INSERT INTO notes (text, author) VALUES ($1, $2)";
                connected(&url)
                    .await?
                    .execute(insert, &[&text, &author])
                    .await?;
                Ok(())
            }
        }
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    spawn_blocking(work).await?
}

async fn connected(url: &str) -> Result<tokio_postgres::Client, Failure> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}
