//! Reaching a server: one host and address after the other, with and without TLS.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpStream, ToSocketAddrs};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use bytes::BytesMut;
use postgres_protocol::message::frontend;

use super::error::os_text as reason;
use super::target::{Host, Keepalive, PostgresTarget, SessionAttributes, SslMode, operational};
use super::tls::Tls;
use super::wire::{Client, Stream, WireError};
use crate::db_error::{DbError, DbErrorKind, ServerMessage};

/// Where a client is connected, for another connection to the same server.
#[derive(Clone)]
pub enum Address {
    /// A network address, and TLS where it is used.
    Tcp(SocketAddr, Option<(Tls, Host)>),
    /// The path of a socket.
    Socket(String),
}

/// Why a server could not be reached, before the place is named.
struct Failure {
    text: String,
    kind: DbErrorKind,
    /// Another server may be better.
    try_next: bool,
    /// The same server may accept the other kind of connection: with TLS, or without.
    try_other: bool,
}

impl Failure {
    fn new(text: impl Into<String>, kind: DbErrorKind) -> Self {
        Failure {
            text: text.into(),
            try_other: kind == DbErrorKind::Tls,
            kind,
            try_next: true,
        }
    }
}

/// Connects to the first server that is there and good enough.
///
/// # Errors
/// Every attempt that failed, a line or more for each, as libpq tells it.
pub fn open(target: &PostgresTarget) -> Result<(Client, Address), DbError> {
    let mut told = Told::default();
    // `prefer-standby` takes any server when no standby is there.
    let mut passes = vec![target.attributes];
    if target.attributes == SessionAttributes::PreferStandby {
        passes.push(SessionAttributes::Any);
    }
    for wanted in passes {
        told = Told::default();
        for host in &target.hosts {
            match try_host(target, host, wanted, &mut told) {
                Ok(found) => return Ok(found),
                Err(Search::Ended) => return Err(refused(target, &told)),
                Err(Search::GoesOn) => {}
            }
        }
    }
    Err(refused(target, &told))
}

/// The error with what to do about it.
fn refused(target: &PostgresTarget, told: &Told) -> DbError {
    let hint = match told.kind {
        DbErrorKind::AccessDenied => {
            "check the user and the password of the URL (PGPASSWORD and ~/.pgpass are read as \
             well), and pg_hba.conf of the server"
                .to_owned()
        }
        DbErrorKind::NoSuchDatabase => format!(
            "create it first (createdb {}), or correct the name in the URL",
            target.database()
        ),
        _ if told.text.contains("translate host name") && told.text.contains('@') => {
            "an @ in a password is written %40 in a URL (a / is %2F, a : is %3A, a % is %25)"
                .to_owned()
        }
        DbErrorKind::Tls => "check sslmode and sslrootcert of the URL".to_owned(),
        _ => "is the server running, and does the URL name its host and port? Inside of a \
              container, localhost is the container itself"
            .to_owned(),
    };
    operational(told.text.trim_end_matches('\n'))
        .with_kind(told.kind)
        .with_hint(hint)
}

/// What the attempts came to.
struct Told {
    text: String,
    /// The kind of the last one.
    kind: DbErrorKind,
}

impl Default for Told {
    fn default() -> Self {
        Told {
            text: String::new(),
            kind: DbErrorKind::CannotConnect,
        }
    }
}

impl Told {
    fn add(&mut self, place: &str, failure: &Failure) {
        self.text.push_str(place);
        self.text.push_str(&failure.text);
        self.text.push('\n');
        self.kind = failure.kind;
    }
}

/// Whether another server is asked after one that failed.
enum Search {
    GoesOn,
    Ended,
}

impl Search {
    fn after(failure: &Failure) -> Self {
        match failure.try_next {
            true => Search::GoesOn,
            false => Search::Ended,
        }
    }
}

/// Tries every address of a host.
fn try_host(
    target: &PostgresTarget,
    host: &Host,
    wanted: SessionAttributes,
    told: &mut Told,
) -> Result<(Client, Address), Search> {
    if host.is_socket() {
        let place = format!(
            "connection to server on socket \"{}\" failed: ",
            host.socket_path()
        );
        return match try_socket(target, host, wanted) {
            Ok(client) => Ok((client, Address::Socket(host.socket_path()))),
            Err(failure) => {
                told.add(&place, &failure);
                Err(Search::after(&failure))
            }
        };
    }
    let addresses = match addresses(host) {
        Ok(addresses) => addresses,
        Err(failure) => {
            told.add("", &failure);
            return Err(Search::GoesOn);
        }
    };
    for address in addresses {
        let place = place(host, address);
        match try_address(target, host, address, wanted) {
            Ok(found) => return Ok(found),
            Err(failures) => {
                for failure in &failures {
                    told.add(&place, failure);
                }
                if failures.iter().any(|failure| !failure.try_next) {
                    return Err(Search::Ended);
                }
            }
        }
    }
    Err(Search::GoesOn)
}

fn place(host: &Host, address: SocketAddr) -> String {
    let ip = address.ip().to_string();
    let shown = match &host.address {
        Some(_) => format!("\"{ip}\""),
        None if host.name == ip => format!("\"{ip}\""),
        None => format!("\"{}\" ({ip})", host.name),
    };
    format!(
        "connection to server at {shown}, port {} failed: ",
        host.port
    )
}

fn addresses(host: &Host) -> Result<Vec<SocketAddr>, Failure> {
    let name = host.address.as_deref().unwrap_or(&host.name);
    if let Ok(ip) = name.parse::<IpAddr>() {
        return Ok(vec![SocketAddr::new(ip, host.port)]);
    }
    if host.address.is_some() {
        let text = format!("could not parse network address \"{name}\": Name or service not known");
        return Err(Failure::new(text, DbErrorKind::CannotConnect));
    }
    (name, host.port)
        .to_socket_addrs()
        .map(Iterator::collect)
        .map_err(|error| {
            let text = error.to_string();
            let why = text
                .strip_prefix("failed to lookup address information: ")
                .unwrap_or(&text);
            Failure::new(
                format!("could not translate host name \"{name}\" to address: {why}"),
                DbErrorKind::UnknownHost,
            )
        })
}

fn try_socket(
    target: &PostgresTarget,
    host: &Host,
    wanted: SessionAttributes,
) -> Result<Client, Failure> {
    let stream = UnixStream::connect(host.socket_path()).map_err(|error| {
        let text = format!(
            "{}\n\tIs the server running locally and accepting connections on that socket?",
            reason(&error)
        );
        Failure::new(text, DbErrorKind::CannotConnect)
    })?;
    let stream = Stream::Unix(stream);
    begin(target, host, stream, wanted)
}

/// One address: with TLS, without, or both one after the other, as `sslmode` says.
fn try_address(
    target: &PostgresTarget,
    host: &Host,
    address: SocketAddr,
    wanted: SessionAttributes,
) -> Result<(Client, Address), Vec<Failure>> {
    let attempts: &[bool] = match target.tls.mode {
        SslMode::Disable => &[false],
        SslMode::Allow => &[false, true],
        SslMode::Prefer => &[true, false],
        SslMode::Require | SslMode::VerifyCa | SslMode::VerifyFull => &[true],
    };
    let mut failures: Vec<Failure> = Vec::new();
    for &encrypted in attempts {
        match try_once(target, host, address, encrypted, wanted) {
            Ok(found) => return Ok(found),
            Err(Attempt::NoTls) if attempts.len() == 2 && encrypted => {}
            Err(Attempt::NoTls) => {
                failures.push(Failure::new(
                    "server does not support SSL, but SSL was required",
                    DbErrorKind::Tls,
                ));
            }
            Err(Attempt::Failed(failure)) => {
                // Only a refusal of this kind of connection is worth the other kind.
                let again = failure.try_other;
                failures.push(failure);
                if !again {
                    break;
                }
            }
        }
    }
    if failures.is_empty() {
        failures.push(Failure::new("no connection", DbErrorKind::CannotConnect));
    }
    Err(failures)
}

enum Attempt {
    NoTls,
    Failed(Failure),
}

impl From<Failure> for Attempt {
    fn from(failure: Failure) -> Self {
        Attempt::Failed(failure)
    }
}

fn try_once(
    target: &PostgresTarget,
    host: &Host,
    address: SocketAddr,
    encrypted: bool,
    wanted: SessionAttributes,
) -> Result<(Client, Address), Attempt> {
    let stream = connect_tcp(address, target.connect_timeout, target.keepalive)?;
    if !encrypted {
        let client = begin(target, host, Stream::Tcp(stream), wanted)?;
        return Ok((client, Address::Tcp(address, None)));
    }
    let tls = |text: String| Failure::new(text, DbErrorKind::Tls);
    let config = Tls::new(&target.tls, host).map_err(tls)?;
    let mut stream = stream;
    if !target.tls.direct && !asks_for_tls(&mut stream).map_err(lost)? {
        return Err(Attempt::NoTls);
    }
    let stream = config.handshake(stream, host).map_err(tls)?;
    let client = begin(target, host, Stream::Tls(Box::new(stream)), wanted)?;
    Ok((client, Address::Tcp(address, Some((config, host.clone())))))
}

/// Opens a network connection.
fn connect_tcp(
    address: SocketAddr,
    timeout: Option<Duration>,
    keepalive: Option<Keepalive>,
) -> Result<TcpStream, Failure> {
    let connected = match timeout {
        Some(timeout) => TcpStream::connect_timeout(&address, timeout),
        None => TcpStream::connect(address),
    };
    let prepare = |stream: TcpStream| -> io::Result<TcpStream> {
        stream.set_nodelay(true)?;
        // The time-out is one for the whole of the introduction.
        stream.set_read_timeout(timeout)?;
        if let Some(keepalive) = keepalive {
            let mut options = socket2::TcpKeepalive::new();
            options = keepalive
                .idle
                .map_or(options.clone(), |time| options.with_time(time));
            if let Some(interval) = keepalive.interval {
                options = options.with_interval(interval);
            }
            if let Some(count) = keepalive.count {
                options = options.with_retries(count);
            }
            socket2::SockRef::from(&stream).set_tcp_keepalive(&options)?;
        }
        Ok(stream)
    };
    connected.and_then(prepare).map_err(|error| {
        let advice = "\n\tIs the server running on that host and accepting TCP/IP connections?";
        let text = match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => "timeout expired".to_owned(),
            _ => format!("{}{advice}", reason(&error)),
        };
        Failure::new(text, DbErrorKind::CannotConnect)
    })
}

/// Asks whether the server speaks TLS.
fn asks_for_tls(stream: &mut TcpStream) -> io::Result<bool> {
    use std::io::{Read, Write};
    let mut request = BytesMut::new();
    frontend::ssl_request(&mut request);
    stream.write_all(&request)?;
    let mut answer = [0];
    // One byte and no more: what came before the handshake could be anybody's.
    stream.read_exact(&mut answer)?;
    Ok(answer == *b"S")
}

/// Introduces the client and looks whether the server is the right one.
fn begin(
    target: &PostgresTarget,
    host: &Host,
    stream: Stream,
    wanted: SessionAttributes,
) -> Result<Client, Failure> {
    let mut client = Client::start(stream, &target.startup_for(host)).map_err(introduction)?;
    if let Err(text) = check_attributes(&mut client, wanted) {
        return Err(Failure::new(text, DbErrorKind::CannotConnect));
    }
    client.set_read_timeout(None).map_err(lost)?;
    Ok(client)
}

fn lost(error: io::Error) -> Failure {
    let text = match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => "timeout expired".to_owned(),
        io::ErrorKind::UnexpectedEof => "server closed the connection unexpectedly\n\tThis \
                                         probably means the server terminated abnormally\n\t\
                                         before or while processing the request."
            .to_owned(),
        _ => format!("could not receive data from server: {}", reason(&error)),
    };
    Failure::new(text, DbErrorKind::CannotConnect)
}

/// What the server, or the password exchange, said at the introduction.
fn introduction(error: WireError) -> Failure {
    match error {
        WireError::Lost(error) => lost(error),
        WireError::Protocol(text) => Failure {
            text,
            kind: DbErrorKind::AccessDenied,
            try_next: false,
            try_other: false,
        },
        WireError::CopyIn | WireError::CopyOut => lost(io::ErrorKind::InvalidData.into()),
        WireError::Server(message) => Failure {
            kind: kind_of(&message),
            try_other: message.code == "28000" && message.message.contains("pg_hba.conf"),
            // A server that is starting or full may have a neighbour that is not.
            try_next: message.code.starts_with("57P") || message.code == "53300",
            text: told(&message),
        },
    }
}

fn told(message: &ServerMessage) -> String {
    let mut text = format!("{}:  {}", message.severity, message.message);
    for (label, part) in [("DETAIL", &message.detail), ("HINT", &message.hint)] {
        if let Some(part) = part {
            text.push_str(&format!("\n{label}:  {part}"));
        }
    }
    text
}

fn kind_of(message: &ServerMessage) -> DbErrorKind {
    match message.code.as_str() {
        "28000" | "28P01" => DbErrorKind::AccessDenied,
        "3D000" => DbErrorKind::NoSuchDatabase,
        _ => DbErrorKind::CannotConnect,
    }
}

fn check_attributes(client: &mut Client, wanted: SessionAttributes) -> Result<(), String> {
    let mut is_on = |parameter: &str, query: &str| -> Result<bool, String> {
        if let Some(value) = client.parameter(parameter) {
            return Ok(value == "on");
        }
        let answers = client
            .query(query)
            .map_err(|_| "session is not usable".to_owned())?;
        let value = answers
            .first()
            .and_then(|answer| answer.rows.first()?.first()?.clone());
        Ok(matches!(value.as_deref(), Some("on" | "t")))
    };
    let mut standby = || is_on("in_hot_standby", "SELECT pg_catalog.pg_is_in_recovery()");
    match wanted {
        SessionAttributes::Any => Ok(()),
        SessionAttributes::Primary if standby()? => Err("server is in hot standby mode".into()),
        SessionAttributes::Standby | SessionAttributes::PreferStandby if !standby()? => {
            Err("server is not in hot standby mode".into())
        }
        SessionAttributes::ReadWrite | SessionAttributes::ReadOnly => {
            let read_only = standby()?
                || is_on(
                    "default_transaction_read_only",
                    "SHOW transaction_read_only",
                )?;
            match (wanted, read_only) {
                (SessionAttributes::ReadWrite, true) => Err("session is read-only".into()),
                (SessionAttributes::ReadOnly, false) => Err("session is not read-only".into()),
                _ => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// Asks the server to end what a connection is running.
/// Source: PostgreSQL documentation, "Canceling Requests in Progress".
///
/// # Errors
/// The server cannot be reached.
pub fn cancel(address: &Address, key: (i32, i32)) -> io::Result<()> {
    const PATIENCE: Duration = Duration::from_secs(5);
    let mut stream = match address {
        Address::Socket(path) => Stream::Unix(UnixStream::connect(path)?),
        Address::Tcp(address, tls) => {
            let mut stream = TcpStream::connect_timeout(address, PATIENCE)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            match tls {
                Some((tls, host)) if asks_for_tls(&mut stream)? => {
                    let stream = tls.handshake(stream, host).map_err(io::Error::other)?;
                    Stream::Tls(Box::new(stream))
                }
                _ => Stream::Tcp(stream),
            }
        }
    };
    let mut request = BytesMut::new();
    frontend::cancel_request(key.0, key.1, &mut request);
    stream.send(&request)?;
    // The server closes the connection when it has passed the request on.
    match stream.receive(&mut BytesMut::new(), &mut [0]) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(()),
        other => other,
    }
}
