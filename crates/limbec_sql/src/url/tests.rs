use super::*;

/// Every line was answered by SQLAlchemy 2.0.58: the URL, then drivername, username, password,
/// host, port, database and the rendering with the password hidden.
const PARSED: &[(&str, [Option<&str>; 6], &str)] = &[
    (
        "sqlite://",
        [Some("sqlite"), None, None, None, None, None],
        "sqlite://",
    ),
    (
        "sqlite:///a.db",
        [Some("sqlite"), None, None, None, None, Some("a.db")],
        "sqlite:///a.db",
    ),
    (
        "sqlite:////a/b.db",
        [Some("sqlite"), None, None, None, None, Some("/a/b.db")],
        "sqlite:////a/b.db",
    ),
    (
        "sqlite:///:memory:",
        [Some("sqlite"), None, None, None, None, Some(":memory:")],
        "sqlite:///:memory:",
    ),
    (
        "postgresql+asyncpg://u:p%40s%2Fs@h:5432/d?ssl=1&b=x+y&b=z",
        [
            Some("postgresql+asyncpg"),
            Some("u"),
            Some("p@s/s"),
            Some("h"),
            Some("5432"),
            Some("d"),
        ],
        "postgresql+asyncpg://u:***@h:5432/d?b=x+y&b=z&ssl=1",
    ),
    (
        "mysql://u:p:q@[::1]:3306/d",
        [
            Some("mysql"),
            Some("u"),
            Some("p:q"),
            Some("::1"),
            Some("3306"),
            Some("d"),
        ],
        "mysql://u:***@[::1]:3306/d",
    ),
    (
        "postgresql://u@/d",
        [Some("postgresql"), Some("u"), None, None, None, Some("d")],
        "postgresql://u@/d",
    ),
];

#[test]
fn urls_are_read_as_sqlalchemy_reads_them() {
    for (text, parts, shown) in PARSED {
        let url = Url::parse(text).unwrap();
        let port = url.port.map(|port| port.to_string());
        let found = [
            Some(url.drivername.as_str()),
            url.username.as_deref(),
            url.password.as_deref(),
            url.host.as_deref(),
            port.as_deref(),
            url.database.as_deref(),
        ];
        assert_eq!(&found, parts, "{text}");
        assert_eq!(&url.to_string(), shown, "{text}");
        assert_eq!(Url::parse(&url.render(false)).unwrap(), url, "{text}");
    }
}

#[test]
fn passwords_never_show_unless_asked_for() {
    let url = Url::parse("postgresql://bot:s3cr%20t@db/app?sslpassword=hidden").unwrap();
    for shown in [url.to_string(), format!("{url:?}"), url.render(true)] {
        assert!(
            !shown.contains("s3cr") && !shown.contains("hidden"),
            "{shown}"
        );
    }
    assert!(url.render(false).contains("s3cr t"));
}

#[test]
fn errors_are_in_sqlalchemys_words() {
    assert_eq!(
        Url::parse("no url").unwrap_err().to_string(),
        "Could not parse SQLAlchemy URL from given URL string"
    );
    assert_eq!(
        Url::parse("").unwrap_err().to_string(),
        "Could not parse SQLAlchemy URL from given URL string"
    );
    assert_eq!(
        Url::parse("postgresql://h:abc/d").unwrap_err().to_string(),
        "invalid literal for int() with base 10: 'abc'"
    );
    for (text, message) in [
        ("xyz://", "Can't load plugin: sqlalchemy.dialects:xyz"),
        (
            "sqlite+foo://",
            "Can't load plugin: sqlalchemy.dialects:sqlite.foo",
        ),
    ] {
        let error = Url::parse(text).unwrap().dialect().unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn every_driver_of_a_database_means_the_database() {
    for (text, name) in [
        ("sqlite+aiosqlite:///a.db", "sqlite"),
        ("sqlite+pysqlite://", "sqlite"),
        ("postgresql+asyncpg://h/d", "postgresql"),
        ("postgres://h/d", "postgresql"),
        ("mysql+pymysql://h/d", "mysql"),
        ("mariadb+mariadbconnector://h/d", "mariadb"),
    ] {
        assert_eq!(Url::parse(text).unwrap().dialect().unwrap().name(), name);
    }
}
