//! The checks of the server's certificate.

use std::fmt;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, DigitallySignedStruct, OtherError, RootCertStore, SignatureScheme};
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::Certificate;
use x509_cert::der::Decode;
use x509_cert::der::oid::ObjectIdentifier;

/// `commonName` of a subject.
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
/// `subjectAltName`.
const ALTERNATIVE_NAMES: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.17");

/// What is checked.
#[derive(Debug, Clone)]
pub struct Checks {
    /// The host that the user named.
    pub host: String,
    /// Whether an authority must have signed the certificate.
    pub chain: bool,
    /// Whether it must be for the host.
    pub name: bool,
    /// The authorities.
    pub roots: Vec<CertificateDer<'static>>,
    /// Where they come from, for messages.
    pub source: String,
}

/// Carries out the checks during the handshake.
#[derive(Debug)]
pub struct Verifier {
    checks: Checks,
    chain: Option<Arc<WebPkiServerVerifier>>,
    provider: Arc<CryptoProvider>,
}

/// A check that failed, in the words of libpq where it has some.
#[derive(Debug)]
struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

fn refuse(text: impl Into<String>) -> rustls::Error {
    let refused = Arc::new(Refused(text.into()));
    rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(refused)))
}

impl Verifier {
    /// # Errors
    /// Authorities that are none.
    pub fn new(checks: Checks, provider: Arc<CryptoProvider>) -> Result<Self, String> {
        let chain = if checks.chain {
            let mut roots = RootCertStore::empty();
            roots.add_parsable_certificates(checks.roots.iter().cloned());
            let builder =
                WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone());
            // Certificates that cannot be an authority are trusted themselves, below.
            builder.build().ok()
        } else {
            None
        };
        Ok(Verifier {
            checks,
            chain,
            provider,
        })
    }

    /// Whether an authority has signed the certificate, or it is itself among those trusted.
    fn check_chain(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        now: UnixTime,
    ) -> Result<(), rustls::Error> {
        let failed = |why: String| refuse(format!("SSL error: certificate verify failed: {why}"));
        if self.checks.roots.iter().any(|root| root == end_entity) {
            return check_dates(end_entity, now).map_err(failed);
        }
        let Some(chain) = &self.chain else {
            return Err(failed(format!("no authority in {}", self.checks.source)));
        };
        match chain.verify_server_cert(end_entity, intermediates, server_name, &[], now) {
            Ok(_) => Ok(()),
            Err(rustls::Error::InvalidCertificate(error)) => match error {
                // The name is looked at after the chain, and is not its affair.
                CertificateError::NotValidForName
                | CertificateError::NotValidForNameContext { .. } => Ok(()),
                other => Err(failed(self.describe(&other))),
            },
            Err(other) => Err(other),
        }
    }

    fn describe(&self, error: &CertificateError) -> String {
        match error {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                "certificate has expired".to_owned()
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                "certificate is not yet valid".to_owned()
            }
            CertificateError::UnknownIssuer | CertificateError::BadSignature => format!(
                "no authority in {} has signed the server's certificate (unknown issuer)",
                self.checks.source
            ),
            CertificateError::Other(OtherError(other))
                if other.to_string().contains("CaUsedAsEndEntity") =>
            {
                format!(
                    "the server's certificate is self-signed and not in {}",
                    self.checks.source
                )
            }
            other => other.to_string(),
        }
    }

    fn check_name(
        &self,
        end_entity: &CertificateDer<'_>,
        server_name: &ServerName<'_>,
    ) -> Result<(), rustls::Error> {
        let parsed = ParsedCertificate::try_from(end_entity)?;
        if rustls::client::verify_server_name(&parsed, server_name).is_ok() {
            return Ok(());
        }
        let names = names(end_entity);
        // libpq falls back to the common name of a certificate that has no other names.
        if !names.alternative
            && names
                .common
                .as_deref()
                .is_some_and(|name| name_matches(name, &self.checks.host))
        {
            return Ok(());
        }
        let shown = names.common.unwrap_or_default();
        Err(refuse(format!(
            "server certificate for \"{shown}\" does not match host name \"{}\"",
            self.checks.host
        )))
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if self.checks.chain {
            self.check_chain(end_entity, intermediates, server_name, now)?;
        }
        if self.checks.name {
            self.check_name(end_entity, server_name)?;
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, cert, dss, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, cert, dss, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}

fn check_dates(certificate: &CertificateDer<'_>, now: UnixTime) -> Result<(), String> {
    let parsed = Certificate::from_der(certificate).map_err(|error| error.to_string())?;
    let validity = parsed.tbs_certificate().validity();
    let now = now.as_secs();
    if now > validity.not_after.to_unix_duration().as_secs() {
        return Err("certificate has expired".to_owned());
    }
    if now < validity.not_before.to_unix_duration().as_secs() {
        return Err("certificate is not yet valid".to_owned());
    }
    Ok(())
}

struct Names {
    /// The common name of the subject.
    common: Option<String>,
    /// Whether there are names in the extension made for them.
    alternative: bool,
}

fn names(certificate: &CertificateDer<'_>) -> Names {
    let Ok(parsed) = Certificate::from_der(certificate) else {
        return Names {
            common: None,
            alternative: false,
        };
    };
    let certificate = parsed.tbs_certificate();
    let common = certificate
        .subject()
        .iter()
        .find(|attribute| attribute.oid == COMMON_NAME)
        .and_then(|attribute| String::from_utf8(attribute.value.value().to_vec()).ok());
    let alternative = certificate.extensions().is_some_and(|extensions| {
        extensions
            .iter()
            .any(|extension| extension.extn_id == ALTERNATIVE_NAMES)
    });
    Names {
        common,
        alternative,
    }
}

/// Whether a name of a certificate, which may begin with `*.`, is that of a host.
fn name_matches(name: &str, host: &str) -> bool {
    if name.eq_ignore_ascii_case(host) {
        return true;
    }
    match (name.strip_prefix("*."), host.split_once('.')) {
        (Some(domain), Some((_, rest))) => {
            domain.contains('.') && domain.eq_ignore_ascii_case(rest)
        }
        _ => false,
    }
}

/// The hash of a certificate by the function of its own signature, MD5 and SHA-1 replaced.
pub fn end_point_hash(certificate: &CertificateDer<'_>) -> Option<Vec<u8>> {
    let parsed = Certificate::from_der(certificate).ok()?;
    Some(
        match parsed.signature_algorithm().oid.to_string().as_str() {
            // RSA and ECDSA with SHA-384.
            "1.2.840.113549.1.1.12" | "1.2.840.10045.4.3.3" => Sha384::digest(certificate).to_vec(),
            // RSA and ECDSA with SHA-512.
            "1.2.840.113549.1.1.13" | "1.2.840.10045.4.3.4" => Sha512::digest(certificate).to_vec(),
            // RSA and ECDSA with SHA-256, and MD5 and SHA-1, which SHA-256 replaces.
            "1.2.840.113549.1.1.11"
            | "1.2.840.10045.4.3.2"
            | "1.2.840.113549.1.1.4"
            | "1.2.840.113549.1.1.5"
            | "1.2.840.10045.4.1" => Sha256::digest(certificate).to_vec(),
            _ => return None,
        },
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_star_stands_for_one_label() {
        assert!(super::name_matches("*.example.org", "db.example.org"));
        assert!(super::name_matches("DB.example.org", "db.example.org"));
        assert!(!super::name_matches("*.example.org", "a.db.example.org"));
        assert!(!super::name_matches("*.org", "example.org"));
    }
}
