//! A conversation with a PostgreSQL server in the simple query protocol, as libpq holds it for
//! `psycopg2`.
//!
//! The simple protocol takes any text that `psql` takes, several statements in one, and answers
//! with the command tags, the types of the columns and the state of the transaction. The messages
//! and the password exchange are those of the `postgres-protocol` crate; what stands here is the
//! order in which they go.
//! Source: PostgreSQL documentation, "Frontend/Backend Protocol".

mod answer;
mod startup;
mod stream;

use std::collections::HashMap;
use std::io;

use bytes::BytesMut;
use fallible_iterator::FallibleIterator;
use postgres_protocol::message::backend::Message;
use postgres_protocol::message::frontend;

pub use answer::{Answer, Field, ServerMessage};
pub use startup::Startup;
pub use stream::Stream;

/// How many bytes are read at once.
const CHUNK: usize = 16 * 1024;

/// Whether a transaction is open, as the server told it last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransactionStatus {
    /// No transaction.
    Idle,
    /// A transaction is open.
    Open,
    /// A transaction is open and has failed: only a rollback is accepted.
    Failed,
}

/// Why a conversation could not go on.
#[derive(Debug)]
pub enum WireError {
    /// The server refused.
    Server(Box<ServerMessage>),
    /// The connection is gone.
    Lost(io::Error),
    /// The server said what this client does not understand.
    Protocol(String),
}

impl From<io::Error> for WireError {
    fn from(error: io::Error) -> Self {
        WireError::Lost(error)
    }
}

/// One connection to a server.
pub struct Client {
    stream: Stream,
    input: BytesMut,
    output: BytesMut,
    status: TransactionStatus,
    parameters: HashMap<String, String>,
    /// Who to name in a request to cancel: process and secret.
    key: (i32, i32),
    notices: Vec<ServerMessage>,
}

impl Client {
    /// A client on a stream over which nothing has been said yet (but TLS).
    ///
    /// # Errors
    /// The server refuses the user, the password or the database.
    pub fn start(stream: Stream, startup: &Startup) -> Result<Self, WireError> {
        let mut client = Client {
            stream,
            input: BytesMut::with_capacity(CHUNK),
            output: BytesMut::new(),
            status: TransactionStatus::Idle,
            parameters: HashMap::new(),
            key: (0, 0),
            notices: Vec::new(),
        };
        startup::run(&mut client, startup)?;
        Ok(client)
    }

    /// The state of the transaction.
    pub fn status(&self) -> TransactionStatus {
        self.status
    }

    /// A parameter that the server reports: `server_version`, `standard_conforming_strings` ...
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str)
    }

    /// Process and secret, for a request to cancel.
    pub fn key(&self) -> (i32, i32) {
        self.key
    }

    /// The notices that came since the last call.
    pub fn take_notices(&mut self) -> Vec<ServerMessage> {
        std::mem::take(&mut self.notices)
    }

    /// Runs a text of any number of statements and answers one [`Answer`] for each.
    ///
    /// # Errors
    /// The first statement that fails; the connection stays usable. A lost connection does not.
    pub fn query(&mut self, sql: &str) -> Result<Vec<Answer>, WireError> {
        frontend::query(sql, &mut self.output)?;
        self.flush()?;
        let mut answers = Vec::new();
        let mut current = Answer::default();
        let mut refused = None;
        loop {
            match self.receive()? {
                Message::RowDescription(body) => {
                    current.fields = body
                        .fields()
                        .map(|field| {
                            Ok(Field {
                                name: field.name().to_owned(),
                                type_oid: field.type_oid(),
                                type_modifier: field.type_modifier(),
                            })
                        })
                        .collect()?;
                    current.returns_rows = true;
                }
                Message::DataRow(body) => current.rows.push(answer::row(&body)?),
                Message::CommandComplete(body) => {
                    body.tag()?.clone_into(&mut current.tag);
                    answers.push(std::mem::take(&mut current));
                }
                Message::EmptyQueryResponse => answers.push(Answer::default()),
                Message::ErrorResponse(body) => {
                    refused = Some(ServerMessage::read(body.fields())?);
                }
                Message::CopyInResponse(_) => {
                    frontend::copy_fail("COPY FROM STDIN has no input here", &mut self.output)?;
                    self.flush()?;
                }
                Message::ReadyForQuery(body) => {
                    self.ready(body.status());
                    break;
                }
                _ => {}
            }
        }
        match refused {
            Some(message) => Err(WireError::Server(Box::new(message))),
            None => Ok(answers),
        }
    }

    fn ready(&mut self, status: u8) {
        self.status = match status {
            b'T' => TransactionStatus::Open,
            b'E' => TransactionStatus::Failed,
            _ => TransactionStatus::Idle,
        };
    }

    fn flush(&mut self) -> Result<(), WireError> {
        self.stream.send(&self.output)?;
        self.output.clear();
        Ok(())
    }

    /// The next message that is an answer to what was sent; notices and parameters are kept.
    fn receive(&mut self) -> Result<Message, WireError> {
        loop {
            match Message::parse(&mut self.input)? {
                None => self.stream.receive(&mut self.input, CHUNK)?,
                Some(Message::NoticeResponse(body)) => {
                    let notice = ServerMessage::read(body.fields())?;
                    self.notices.push(notice);
                }
                Some(Message::ParameterStatus(body)) => {
                    self.parameters
                        .insert(body.name()?.to_owned(), body.value()?.to_owned());
                }
                Some(Message::NotificationResponse(_)) => {}
                Some(message) => return Ok(message),
            }
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.output.clear();
        frontend::terminate(&mut self.output);
        // The server notices a closed connection as well; this is politeness.
        let _ = self.flush();
    }
}
