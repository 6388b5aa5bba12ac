use std::io::{self, Read, Write};
use std::net::TcpStream;
#[cfg(unix)]
use std::os::unix::net::UnixStream;

use bytes::BytesMut;

/// What a conversation runs over.
pub enum Stream {
    /// A network connection.
    Tcp(TcpStream),
    /// A socket in the file system.
    #[cfg(unix)]
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
            #[cfg(unix)]
            Stream::Unix(stream) => stream.write_all(bytes),
        }
    }

    /// Waits for bytes and puts them behind those of the buffer.
    ///
    /// # Errors
    /// The connection is gone.
    pub fn receive(&mut self, buffer: &mut BytesMut, most: usize) -> io::Result<()> {
        let filled = buffer.len();
        buffer.resize(filled + most, 0);
        let read = loop {
            let read = match self {
                Stream::Tcp(stream) => stream.read(&mut buffer[filled..]),
                #[cfg(unix)]
                Stream::Unix(stream) => stream.read(&mut buffer[filled..]),
            };
            match read {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        buffer.truncate(filled + read.as_ref().copied().unwrap_or(0));
        match read? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}
