//! Texts that are sent before anybody asks for their answers, so that the way there and back is
//! waited for once. The server works them off in order, and their answers are read in order.

use super::{Begin, CHUNK, Client, WireError};

impl Client {
    /// Sends texts that [`Client::query`] (and for `BEGIN` [`Client::begin`]) will be called with
    /// next, in this order; those at the end are left to the calls where they would fill the buffers
    /// on the way.
    ///
    /// # Errors
    /// The connection is gone.
    pub fn send_ahead(&mut self, texts: &[&str]) -> Result<(), WireError> {
        self.nothing_ahead()?;
        let mut bytes = 0;
        for text in texts {
            bytes += text.len() + 6;
            if bytes > CHUNK {
                break;
            }
            self.put(text)?;
            self.ahead.push_back((*text).to_owned());
        }
        self.flush()
    }

    /// Whether a BEGIN waits for the next text.
    pub fn wants_begin(&self) -> bool {
        self.begin == Begin::Wanted
    }

    /// Whether this text was sent already, as the next whose answer is due.
    pub(super) fn take_ahead(&mut self, text: &str) -> bool {
        let sent = self.ahead.front().is_some_and(|sent| sent == text);
        if sent {
            self.ahead.pop_front();
        }
        sent
    }

    /// Reads the answers that nobody will ask for.
    ///
    /// # Errors
    /// The connection is gone.
    pub fn settle(&mut self) -> Result<(), WireError> {
        let mut done = self.begun();
        loop {
            if let Err(error) = done
                && error.ends_connection()
            {
                self.ahead.clear();
                return Err(error);
            }
            let Some(text) = self.ahead.pop_front() else {
                return Ok(());
            };
            done = self.answers(&text).map(drop);
        }
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
