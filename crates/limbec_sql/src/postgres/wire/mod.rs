//! A conversation with a PostgreSQL server in the simple query protocol, as libpq holds it for
//! `psycopg2`.
//!
//! The simple protocol takes any text that `psql` takes, several statements in one, and answers
//! with the command tags, the types of the columns and the state of the transaction. The messages
//! and the password exchange are those of the `postgres-protocol` crate; what stands here is the
//! order in which they go.
//! Source: PostgreSQL documentation, "Frontend/Backend Protocol".

mod ahead;
mod answer;
mod startup;
mod stream;

use std::collections::{HashMap, VecDeque};
use std::io;
use std::time::Duration;

use bytes::BytesMut;
use postgres_protocol::message::backend::Message;
use postgres_protocol::message::frontend;

use crate::connection::NoticeReceiver;
use crate::db_error::ServerMessage;
pub use answer::Answer;
use answer::server_message;
pub use startup::Startup;
pub use stream::Stream;

/// How many bytes are read at once.
const CHUNK: usize = 16 * 1024;

const BEGIN: &str = "BEGIN";

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

/// A BEGIN that has not been answered yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    None,
    /// It goes with the next text.
    Wanted,
    /// It is on its way, in front of the next text.
    Sent,
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
    /// The statement asks for data to copy.
    CopyIn,
    /// The statement copies data to the client.
    CopyOut,
}

impl WireError {
    /// Whether nothing follows.
    fn ends_connection(&self) -> bool {
        match self {
            WireError::Server(message) => matches!(&message.severity[..], "FATAL" | "PANIC"),
            WireError::Lost(_) => true,
            WireError::Protocol(_) | WireError::CopyIn | WireError::CopyOut => false,
        }
    }
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
    /// What was read last, on its way to the input.
    chunk: Box<[u8]>,
    output: BytesMut,
    status: TransactionStatus,
    /// A BEGIN that goes with the next text.
    begin: Begin,
    /// The texts that were sent before anybody asked for their answers.
    ahead: VecDeque<String>,
    parameters: HashMap<String, String>,
    /// Who to name in a request to cancel: process and secret.
    key: (i32, i32),
    /// Who takes notices.
    pub(super) receiver: Option<NoticeReceiver>,
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
            chunk: vec![0; CHUNK].into_boxed_slice(),
            output: BytesMut::new(),
            status: TransactionStatus::Idle,
            begin: Begin::None,
            ahead: VecDeque::new(),
            parameters: HashMap::new(),
            key: (0, 0),
            receiver: None,
        };
        startup::run(&mut client, startup)?;
        Ok(client)
    }

    /// How long an answer may take; `None` for ever.
    ///
    /// # Errors
    /// What the operating system says.
    pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {
        self.stream.set_read_timeout(timeout)
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

    /// Begins a transaction with the next text: the server gets the two together, and a round trip
    /// is saved. (`psycopg2` begins with the first statement as well.)
    pub fn begin(&mut self) {
        self.begin = match self.next_is(BEGIN) {
            true => Begin::Sent,
            false => Begin::Wanted,
        };
        self.status = TransactionStatus::Open;
    }

    /// Forgets a transaction of which the server does not know yet. False where it does.
    pub fn forget_begin(&mut self) -> bool {
        let unknown = self.begin == Begin::Wanted;
        if unknown {
            self.begin = Begin::None;
            self.status = TransactionStatus::Idle;
        }
        unknown
    }

    /// Runs a text of any number of statements and answers one [`Answer`] for each.
    ///
    /// # Errors
    /// The first statement that fails; the connection stays usable. A lost connection does not.
    pub fn query(&mut self, sql: &str) -> Result<Vec<Answer>, WireError> {
        if let Some(answer) = self.answer_ahead(sql)? {
            return Ok(vec![answer]);
        }
        self.put(sql)?;
        self.flush()?;
        match self.begun() {
            Ok(()) => self.answers(sql),
            Err(error) if error.ends_connection() => Err(error),
            Err(error) => self.answers(sql).and(Err(error)),
        }
    }

    /// The answer to a BEGIN that went in front of a text.
    fn begun(&mut self) -> Result<(), WireError> {
        if self.begin != Begin::Sent {
            return Ok(());
        }
        self.begin = Begin::None;
        self.answers(BEGIN).map(drop)
    }

    /// Runs texts one after the other without waiting for each answer. It is for texts inside a
    /// transaction: after an error the server refuses what follows.
    ///
    /// # Errors
    /// The first text that fails.
    pub fn query_all(&mut self, texts: &[String]) -> Result<Vec<Answer>, WireError> {
        self.nothing_ahead()?;
        let mut all = Vec::with_capacity(texts.len());
        let mut rest = texts;
        while !rest.is_empty() {
            // What is on its way must fit into the buffers of both sides, or each would wait for
            // the other to read.
            let mut bytes = 0;
            let count = rest
                .iter()
                .take_while(|text| {
                    bytes += text.len() + 6;
                    bytes <= CHUNK
                })
                .count()
                .max(1);
            let (now, later) = rest.split_at(count);
            for text in now {
                self.put(text)?;
            }
            self.flush()?;
            let mut failed = self.begun().err();
            if failed.as_ref().is_some_and(WireError::ends_connection) {
                return failed.map_or(Ok(all), Err);
            }
            for text in now {
                match self.answers(text) {
                    Ok(answers) => all.extend(answers),
                    Err(error @ WireError::Server(_)) => {
                        failed.get_or_insert(error);
                    }
                    Err(error) => return Err(error),
                }
            }
            if let Some(error) = failed {
                return Err(error);
            }
            rest = later;
        }
        Ok(all)
    }

    fn put(&mut self, sql: &str) -> Result<(), WireError> {
        // A C program, as libpq is, ends the text at the first NUL.
        let sql = sql.split('\0').next().unwrap_or_default();
        if self.begin == Begin::Wanted {
            self.begin = Begin::Sent;
            frontend::query(BEGIN, &mut self.output)?;
        }
        Ok(frontend::query(sql, &mut self.output)?)
    }

    /// The answers to one text, up to the word that the server is ready for the next.
    fn answers(&mut self, sql: &str) -> Result<Vec<Answer>, WireError> {
        let mut answers = Vec::new();
        let mut current = Answer::default();
        let mut refused = None;
        loop {
            match self.receive()? {
                Message::RowDescription(body) => current = Answer::of_rows(&body)?,
                Message::DataRow(body) => current.rows.push(answer::row(&body)?),
                Message::CommandComplete(body) => {
                    body.tag()?.clone_into(&mut current.tag);
                    answers.push(std::mem::take(&mut current));
                }
                Message::EmptyQueryResponse => answers.push(Answer {
                    empty: true,
                    ..Answer::default()
                }),
                Message::ErrorResponse(_) if matches!(refused, Some(WireError::CopyIn)) => {}
                Message::ErrorResponse(body) => {
                    let mut message = server_message(body.fields())?;
                    message.query = Some(sql.to_owned());
                    let error = WireError::Server(Box::new(message));
                    let fatal = error.ends_connection();
                    refused = Some(error);
                    if fatal {
                        // Nothing but the end of the connection follows.
                        break;
                    }
                }
                Message::CopyInResponse(_) => {
                    frontend::copy_fail("COPY FROM STDIN has no input here", &mut self.output)?;
                    self.flush()?;
                    refused = Some(WireError::CopyIn);
                }
                Message::CopyOutResponse(_) => refused = Some(WireError::CopyOut),
                Message::ReadyForQuery(body) => {
                    self.ready(body.status());
                    break;
                }
                _ => {}
            }
        }
        match refused {
            Some(error) => Err(error),
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
                None => self.stream.receive(&mut self.input, &mut self.chunk)?,
                Some(Message::NoticeResponse(body)) => {
                    let notice = server_message(body.fields())?;
                    if let Some(receiver) = &mut self.receiver {
                        receiver(notice);
                    }
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
