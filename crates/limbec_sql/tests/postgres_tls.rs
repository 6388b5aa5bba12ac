//! TLS against a real server with certificates of the test's own.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use limbec_schema::Literal;
use limbec_sql::{ConnectError, Connection, DbErrorKind, Statement, Url, connect};
use limbec_testing::postgres::Server;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa,
    KeyPair, date_time_ymd,
};

/// A server with TLS, and the files of its certificates.
struct Encrypted {
    server: Server,
    folder: PathBuf,
}

/// Every test needs another certificate of the server: the tests of this file take turns.
static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());

fn encrypted() -> &'static Encrypted {
    static SERVER: OnceLock<Encrypted> = OnceLock::new();
    SERVER.get_or_init(|| {
        let server = Server::start();
        let folder = server.folder().to_path_buf();
        let hba = "local all all trust\n\
                   hostssl all certain 127.0.0.1/32 cert\n\
                   hostssl all scrambled 127.0.0.1/32 scram-sha-256\n\
                   hostnossl all plain 127.0.0.1/32 trust\n\
                   host all postgres 127.0.0.1/32 trust\n";
        std::fs::write(folder.join("data/pg_hba.conf"), hba).unwrap();
        for sql in [
            "CREATE ROLE certain LOGIN",
            "CREATE ROLE scrambled LOGIN PASSWORD 'p:w@é'",
            "CREATE ROLE plain LOGIN",
        ] {
            server.psql("postgres", sql);
        }
        Encrypted { server, folder }
    })
}

impl Encrypted {
    /// Gives the server a certificate, and the authority that it trusts for clients.
    fn use_certificate(&self, certificate: &str, key: &KeyPair, authority: &str) {
        let data = self.folder.join("data");
        let owner = std::fs::metadata(&data).unwrap();
        for (name, text) in [
            ("server.crt", certificate.to_owned()),
            ("server.key", key.serialize_pem()),
            ("ca.crt", authority.to_owned()),
        ] {
            let path = data.join(name);
            std::fs::write(&path, text).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
            chown(&path, Some(owner.uid()), Some(owner.gid())).unwrap();
        }
        let serial = self.psql("SHOW ssl_ciphers");
        // A changed setting shows that the files were read again.
        let mark = format!("{}:x{}", serial.split(":x").next().unwrap(), self.mark());
        self.psql("ALTER SYSTEM SET ssl_ca_file = 'ca.crt'");
        self.psql("ALTER SYSTEM SET ssl = on");
        self.psql(&format!("ALTER SYSTEM SET log_line_prefix = '{mark}'"));
        self.psql("SELECT pg_reload_conf()");
        let begun = Instant::now();
        while self.psql("SHOW log_line_prefix") != mark || self.psql("SHOW ssl") != "on" {
            assert!(begun.elapsed() < Duration::from_secs(20), "no reload");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn mark(&self) -> u32 {
        static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
    }

    /// By the socket, which never uses TLS.
    fn psql(&self, sql: &str) -> String {
        let output = std::process::Command::new("psql")
            .args(["-X", "-q", "-At", "-U", "postgres", "-c", sql, "-h"])
            .arg(&self.folder)
            .args(["-p", &self.server.port().to_string(), "postgres"])
            .output()
            .unwrap();
        assert!(output.status.success(), "{sql}: {output:?}");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.join(name);
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        path.to_string_lossy().into_owned()
    }

    fn connect(
        &self,
        user: &str,
        host: &str,
        arguments: &str,
    ) -> Result<Box<dyn Connection>, ConnectError> {
        let port = self.server.port();
        let url = format!("postgresql://{user}@{host}:{port}/postgres?{arguments}");
        connect(&Url::parse(&url).unwrap())
    }

    fn refusal(&self, user: &str, host: &str, arguments: &str) -> (String, DbErrorKind) {
        match self.connect(user, host, arguments) {
            Err(ConnectError::Database(error)) => (error.message.clone(), error.kind),
            Err(other) => panic!("{other}"),
            Ok(_) => panic!("{user}@{host} {arguments} is accepted"),
        }
    }
}

fn is_encrypted(connection: &mut Box<dyn Connection>) -> bool {
    let sql = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let outcome = connection.execute(&Statement::new(sql)).unwrap();
    outcome.scalar() == Some(&Literal::Bool(true))
}

fn parameters(common_name: &str, names: &[&str]) -> CertificateParams {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut parameters = CertificateParams::new(names).unwrap();
    parameters
        .distinguished_name
        .push(DnType::CommonName, common_name);
    parameters
}

fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let mut parameters = parameters(name, &[]);
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(parameters, KeyPair::generate().unwrap()).unwrap()
}

#[test]
fn a_self_signed_certificate_is_checked_as_far_as_sslmode_says() {
    let _turn = TURN.lock().unwrap();
    let encrypted = encrypted();
    let key = KeyPair::generate().unwrap();
    let mut wanted = parameters("localhost", &["localhost"]);
    // As `openssl req -x509` makes it.
    wanted.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let certificate = wanted.self_signed(&key).unwrap().pem();
    encrypted.use_certificate(&certificate, &key, &certificate);
    let root = encrypted.file("root.crt", &certificate);
    let other = encrypted.file("other.crt", &authority("somebody else").pem());

    for (arguments, expected) in [
        ("sslmode=disable", false),
        ("sslmode=allow", false),
        ("sslmode=prefer", true),
        ("", true),
        ("sslmode=require", true),
    ] {
        let mut connection = encrypted
            .connect("postgres", "localhost", arguments)
            .unwrap();
        assert_eq!(is_encrypted(&mut connection), expected, "{arguments}");
    }
    for arguments in [
        format!("sslmode=verify-ca&sslrootcert={root}"),
        format!("sslmode=verify-full&sslrootcert={root}"),
    ] {
        let mut connection = encrypted
            .connect("postgres", "localhost", &arguments)
            .unwrap();
        assert!(is_encrypted(&mut connection), "{arguments}");
    }
    for (host, arguments, expected) in [
        (
            "localhost",
            format!("sslmode=verify-full&sslrootcert={other}"),
            "SSL error: certificate verify failed: the server's certificate is self-signed and \
             not in",
        ),
        (
            "localhost",
            format!("sslmode=verify-ca&sslrootcert={other}"),
            "SSL error: certificate verify failed: the server's certificate is self-signed and \
             not in",
        ),
        (
            "127.0.0.1",
            format!("sslmode=verify-full&sslrootcert={root}"),
            "server certificate for \"localhost\" does not match host name \"127.0.0.1\"",
        ),
        (
            "localhost",
            "sslmode=verify-full&sslrootcert=/nowhere/root.crt".to_owned(),
            "root certificate file \"/nowhere/root.crt\" does not exist\nEither provide the file",
        ),
        (
            "localhost",
            // A file of authorities makes `require` check them.
            format!("sslmode=require&sslrootcert={other}"),
            "certificate verify failed",
        ),
    ] {
        let (message, kind) = encrypted.refusal("postgres", host, &arguments);
        assert!(message.contains(expected), "{arguments}: {message}");
        assert!(message.starts_with("connection to server at"), "{message}");
        assert_eq!(kind, DbErrorKind::Tls, "{arguments}");
    }
}

#[test]
fn an_authority_signs_for_the_server_and_for_clients() {
    let _turn = TURN.lock().unwrap();
    let encrypted = encrypted();
    let authority = authority("tests");
    let key = KeyPair::generate().unwrap();
    let certificate = parameters("server", &["localhost", "127.0.0.1"])
        .signed_by(&key, &authority)
        .unwrap()
        .pem();
    encrypted.use_certificate(&certificate, &key, &authority.pem());
    let root = encrypted.file("authority.crt", &authority.pem());
    let full = format!("sslmode=verify-full&sslrootcert={root}");
    for host in ["localhost", "127.0.0.1"] {
        let mut connection = encrypted.connect("postgres", host, &full).unwrap();
        assert!(is_encrypted(&mut connection));
    }

    let client_key = KeyPair::generate().unwrap();
    let mut client = parameters("certain", &[]);
    client.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    let client = client.signed_by(&client_key, &authority).unwrap().pem();
    let certificate_file = encrypted.file("client.crt", &client);
    let key_file = encrypted.file("client.key", &client_key.serialize_pem());
    let with_client = format!("{full}&sslcert={certificate_file}&sslkey={key_file}");
    let mut connection = encrypted
        .connect("certain", "localhost", &with_client)
        .unwrap();
    assert!(is_encrypted(&mut connection));
    let (message, _) = encrypted.refusal("certain", "localhost", &full);
    assert!(message.contains("valid client certificate"), "{message}");

    std::fs::set_permissions(&key_file, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (message, _) = encrypted.refusal("certain", "localhost", &with_client);
    assert!(message.contains("has group or world access"), "{message}");

    // The password exchange is bound to the certificate (SCRAM-SHA-256-PLUS).
    let mut connection = encrypted
        .connect("scrambled:p%3Aw%40%C3%A9", "localhost", &full)
        .unwrap();
    assert!(is_encrypted(&mut connection));
    let (message, kind) = encrypted.refusal("scrambled:wrong", "localhost", &full);
    assert!(
        message.contains("password authentication failed"),
        "{message}"
    );
    assert_eq!(kind, DbErrorKind::AccessDenied);
}

#[test]
fn a_certificate_that_has_expired_is_refused() {
    let _turn = TURN.lock().unwrap();
    let encrypted = encrypted();
    let authority = authority("tests");
    let key = KeyPair::generate().unwrap();
    let mut old = parameters("server", &["localhost"]);
    old.not_before = date_time_ymd(2001, 1, 1);
    old.not_after = date_time_ymd(2002, 1, 1);
    let certificate = old.signed_by(&key, &authority).unwrap().pem();
    encrypted.use_certificate(&certificate, &key, &authority.pem());
    let root = encrypted.file("old.crt", &authority.pem());
    let arguments = format!("sslmode=verify-ca&sslrootcert={root}");
    let (message, _) = encrypted.refusal("postgres", "localhost", &arguments);
    assert!(
        message.contains("SSL error: certificate verify failed: certificate has expired"),
        "{message}"
    );
}

#[test]
fn a_server_that_refuses_tls_is_asked_without() {
    let _turn = TURN.lock().unwrap();
    let encrypted = encrypted();
    let authority = authority("tests");
    let key = KeyPair::generate().unwrap();
    let certificate = parameters("server", &["localhost"])
        .signed_by(&key, &authority)
        .unwrap()
        .pem();
    encrypted.use_certificate(&certificate, &key, &authority.pem());
    let mut connection = encrypted.connect("plain", "localhost", "").unwrap();
    assert!(!is_encrypted(&mut connection));
    let (message, _) = encrypted.refusal("plain", "localhost", "sslmode=require");
    assert!(message.contains("no pg_hba.conf entry"), "{message}");
    assert!(Path::new(&encrypted.folder).exists());
}
