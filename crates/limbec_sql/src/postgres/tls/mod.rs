//! TLS as libpq's `sslmode` means it, by `rustls`.

mod files;
mod verify;

use std::net::TcpStream;
use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use super::target::{Host, RootCertificates, SslMode, TlsOptions};
use verify::{Checks, Verifier};

/// An encrypted connection.
pub type TlsStream = StreamOwned<ClientConnection, TcpStream>;

/// What connections of one target have in common.
#[derive(Clone)]
pub struct Tls {
    config: Arc<ClientConfig>,
}

impl Tls {
    /// Reads the certificates.
    ///
    /// # Errors
    /// libpq's message for a file that is missing or unfit.
    pub fn new(options: &TlsOptions, host: &Host) -> Result<Self, String> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = Verifier::new(checks(options, host)?, provider.clone())?;
        let builder = config_builder(provider)?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier));
        let mut config = match &options.client {
            Some((certificate, key)) => {
                let chain = files::certificates(certificate).map_err(|why| {
                    format!(
                        "could not read certificate file \"{}\": {why}",
                        certificate.display()
                    )
                })?;
                let key = files::private_key(key)?;
                builder
                    .with_client_auth_cert(chain, key)
                    .map_err(|error| format!("certificate does not match private key: {error}"))?
            }
            None => builder.with_no_client_auth(),
        };
        config.alpn_protocols = vec![b"postgresql".to_vec()];
        Ok(Tls {
            config: Arc::new(config),
        })
    }

    /// Speaks TLS over a connection from now on.
    ///
    /// # Errors
    /// Which check of the server's certificate failed, or what else went wrong.
    pub fn handshake(&self, mut stream: TcpStream, host: &Host) -> Result<TlsStream, String> {
        let name = ServerName::try_from(host.name.clone())
            .map_err(|_| format!("invalid host name \"{}\"", host.name))?;
        let mut connection = ClientConnection::new(self.config.clone(), name)
            .map_err(|error| format!("could not initiate SSL connection: {error}"))?;
        while connection.is_handshaking() {
            connection.complete_io(&mut stream).map_err(|error| {
                let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
                inner.map_or_else(|| format!("SSL SYSCALL error: {error}"), explain)
            })?;
        }
        Ok(StreamOwned::new(connection, stream))
    }
}

/// What binds a password exchange to the certificate of the server, where the connection has one.
/// Source: RFC 5929, `tls-server-end-point`.
pub fn end_point(stream: &TlsStream) -> Option<Vec<u8>> {
    let certificate = stream.conn.peer_certificates()?.first()?;
    verify::end_point_hash(certificate)
}

fn config_builder(
    provider: Arc<CryptoProvider>,
) -> Result<rustls::ConfigBuilder<ClientConfig, rustls::WantsVerifier>, String> {
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())
}

/// What of the server's certificate is checked, and against which authorities.
fn checks(options: &TlsOptions, host: &Host) -> Result<Checks, String> {
    let mut checks = Checks {
        host: host.name.clone(),
        chain: options.mode >= SslMode::VerifyCa,
        name: options.mode >= SslMode::VerifyFull,
        roots: Vec::new(),
        source: String::new(),
    };
    let file = match &options.root {
        RootCertificates::System => {
            checks.chain = true;
            checks.source = "the certificates of the system".to_owned();
            checks.roots = rustls_native_certs::load_native_certs().certs;
            if checks.roots.is_empty() {
                return Err("the system has no root certificates (install ca-certificates)".into());
            }
            return Ok(checks);
        }
        RootCertificates::File(path) => Some(path.clone()),
        RootCertificates::Default(path) => path.clone(),
    };
    match file.filter(|path| path.exists()) {
        Some(path) => {
            // A file of authorities makes `require` check them, for libpq did so before it had
            // `verify-ca`.
            checks.chain |= options.mode == SslMode::Require;
            checks.source = format!("\"{}\"", path.display());
            checks.roots = files::certificates(&path).map_err(|why| {
                format!(
                    "could not read root certificate file \"{}\": {why}",
                    path.display()
                )
            })?;
        }
        None if checks.chain => return Err(no_roots(options)),
        None => {}
    }
    Ok(checks)
}

fn no_roots(options: &TlsOptions) -> String {
    const ADVICE: &str = "Either provide the file, use the system's trusted roots with \
                          sslrootcert=system, or change sslmode to disable server certificate \
                          verification.";
    match &options.root {
        RootCertificates::File(path) | RootCertificates::Default(Some(path)) => format!(
            "root certificate file \"{}\" does not exist\n{ADVICE}",
            path.display()
        ),
        _ => format!("could not get home directory to locate root certificate file\n{ADVICE}"),
    }
}

/// An error of TLS, with the check that failed.
fn explain(error: &rustls::Error) -> String {
    match error {
        rustls::Error::InvalidCertificate(rustls::CertificateError::Other(other)) => {
            other.0.to_string()
        }
        rustls::Error::AlertReceived(alert) => format!("SSL error: the server refuses: {alert:?}"),
        other => format!("SSL error: {other}"),
    }
}
