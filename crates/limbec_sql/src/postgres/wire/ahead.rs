//! Texts that are sent before anybody asks for their answers, so that the way there and back is
//! waited for once.
//!
//! They go in the extended protocol, whose server works off what it got up to `Sync`, answers once,
//! and passes over all that follows an error: behind a COMMIT that failed nothing runs.

use postgres_protocol::IsNull;
use postgres_protocol::message::backend::Message;
use postgres_protocol::message::frontend;

use super::answer::{self, Answer};
use super::{BEGIN, Begin, CHUNK, Client, TransactionStatus, WireError};

/// Bytes of the messages around a text.
const AROUND: usize = 64;

impl Client {
    /// Sends texts of one statement each, with which [`Client::query`] (and for `BEGIN`
    /// [`Client::begin`]) will be called next, in this order. Those at the end are left to the calls
    /// where they would fill the buffers on the way.
    ///
    /// # Errors
    /// The connection is gone.
    pub fn send_ahead(&mut self, texts: &[&str]) -> Result<(), WireError> {
        self.nothing_ahead()?;
        if texts.is_empty() {
            return Ok(());
        }
        if self.begin == Begin::Wanted {
            self.begin = Begin::Sent;
            self.put_ahead(BEGIN)?;
        }
        let mut bytes = 0;
        for text in texts {
            bytes += text.len() + AROUND;
            if bytes > CHUNK {
                break;
            }
            self.put_ahead(text)?;
        }
        if !self.ahead.is_empty() {
            frontend::sync(&mut self.output);
            self.flush()?;
        }
        Ok(())
    }

    fn put_ahead(&mut self, text: &str) -> Result<(), WireError> {
        let output = &mut self.output;
        let values: [(); 0] = [];
        frontend::parse("", text, [], output)?;
        frontend::bind("", "", [], values, |(), _| Ok(IsNull::Yes), [], output).map_err(
            |error| match error {
                frontend::BindError::Conversion(error) => WireError::Protocol(error.to_string()),
                frontend::BindError::Serialization(error) => WireError::Lost(error),
            },
        )?;
        frontend::describe(b'P', "", output)?;
        frontend::execute("", 0, output)?;
        self.ahead.push_back(text.to_owned());
        Ok(())
    }

    /// Whether a BEGIN waits for the next text.
    pub fn wants_begin(&self) -> bool {
        self.begin == Begin::Wanted
    }

    /// The answer to a text, where that was sent; `None` where nothing is on its way any more.
    pub(super) fn answer_ahead(&mut self, text: &str) -> Result<Option<Answer>, WireError> {
        if self.begin == Begin::Sent && self.next_is(BEGIN) {
            self.begin = Begin::None;
            self.next_answer()?;
        }
        if self.next_is(text) {
            return self.next_answer().map(Some);
        }
        self.nothing_ahead().map(|()| None)
    }

    /// Whether this text was sent, and its answer is the next.
    pub(super) fn next_is(&self, text: &str) -> bool {
        self.ahead.front().is_some_and(|sent| sent == text)
    }

    fn next_answer(&mut self) -> Result<Answer, WireError> {
        let text = self.ahead.pop_front().unwrap_or_default();
        let answered = self.read_answer(&text);
        match &answered {
            Ok(answer) => {
                match &*answer.tag {
                    "BEGIN" => self.status = TransactionStatus::Open,
                    "COMMIT" | "ROLLBACK" => self.status = TransactionStatus::Idle,
                    _ => {}
                }
                if self.ahead.is_empty() {
                    self.read_ready()?;
                }
            }
            Err(error) => {
                self.ahead.clear();
                if !error.ends_connection() {
                    self.read_ready()?;
                }
            }
        }
        answered
    }

    fn read_answer(&mut self, text: &str) -> Result<Answer, WireError> {
        let mut answer = Answer::default();
        loop {
            match self.receive()? {
                Message::RowDescription(body) => answer = Answer::of_rows(&body)?,
                Message::DataRow(body) => answer.rows.push(answer::row(&body)?),
                Message::CommandComplete(body) => {
                    body.tag()?.clone_into(&mut answer.tag);
                    return Ok(answer);
                }
                Message::EmptyQueryResponse => {
                    answer.empty = true;
                    return Ok(answer);
                }
                Message::ErrorResponse(body) => {
                    let mut message = answer::server_message(body.fields())?;
                    message.query = Some(text.to_owned());
                    return Err(WireError::Server(Box::new(message)));
                }
                _ => {}
            }
        }
    }

    /// Passes over what comes before the word that the server is ready for the next text.
    fn read_ready(&mut self) -> Result<(), WireError> {
        loop {
            if let Message::ReadyForQuery(body) = self.receive()? {
                self.ready(body.status());
                return Ok(());
            }
        }
    }

    /// Passes over the answers that nobody will ask for.
    ///
    /// # Errors
    /// The connection is gone.
    pub fn settle(&mut self) -> Result<(), WireError> {
        if self.ahead.is_empty() {
            return Ok(());
        }
        self.ahead.clear();
        self.begin = Begin::None;
        self.read_ready()
    }

    /// Another text than the one that was sent would run behind it.
    pub(super) fn nothing_ahead(&mut self) -> Result<(), WireError> {
        match self.ahead.front() {
            None => Ok(()),
            Some(sent) => {
                let error = WireError::Protocol(format!("the answer to {sent:?} was not read"));
                self.settle()?;
                Err(error)
            }
        }
    }
}
