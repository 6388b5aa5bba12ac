use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use bytes::BytesMut;

use crate::postgres::tls::{self, TlsStream};

/// What a conversation runs over.
pub enum Stream {
    /// A network connection.
    Tcp(TcpStream),
    /// An encrypted network connection.
    Tls(Box<TlsStream>),
    /// A socket in the file system.
    Unix(UnixStream),
}

impl Stream {
    /// Sends all of the bytes.
    ///
    /// # Errors
    /// The connection is gone.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Stream::Tcp(stream) => stream.write_all(bytes),
            Stream::Tls(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
            Stream::Unix(stream) => stream.write_all(bytes),
        }
    }

    /// How long [`Stream::receive`] waits; `None` for ever.
    ///
    /// # Errors
    /// What the operating system says.
    pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {
        match self {
            Stream::Tcp(stream) => stream.set_read_timeout(timeout),
            Stream::Tls(stream) => stream.sock.set_read_timeout(timeout),
            Stream::Unix(stream) => stream.set_read_timeout(timeout),
        }
    }

    /// What binds a password exchange to this connection, where it is encrypted.
    pub fn end_point(&self) -> Option<Vec<u8>> {
        match self {
            Stream::Tls(stream) => tls::end_point(stream),
            _ => None,
        }
    }

    /// Waits for bytes and puts them behind those of the buffer, by way of `chunk`.
    ///
    /// # Errors
    /// The connection is gone.
    pub fn receive(&mut self, buffer: &mut BytesMut, chunk: &mut [u8]) -> io::Result<()> {
        let read = loop {
            let read = match self {
                Stream::Tcp(stream) => stream.read(chunk),
                Stream::Tls(stream) => stream.read(chunk),
                Stream::Unix(stream) => stream.read(chunk),
            };
            match read {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        buffer.extend_from_slice(&chunk[..read]);
        match read {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}
