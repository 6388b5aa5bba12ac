use std::collections::HashMap;
use std::time::Duration;

use super::conninfo::Conninfo;
use super::{PostgresTarget, SslMode, TargetError};
use crate::url::Url;

fn target_with(url: &str, environment: &[(&str, &str)]) -> Result<PostgresTarget, TargetError> {
    let environment: HashMap<_, _> = environment.iter().copied().collect();
    let look = |name: &str| environment.get(name).map(|value| (*value).to_owned());
    PostgresTarget::from_conninfo(&Conninfo::collect(&Url::parse(url)?, &look)?)
}

fn target(url: &str) -> PostgresTarget {
    target_with(url, &[]).unwrap()
}

fn hosts(target: &PostgresTarget) -> Vec<String> {
    target
        .hosts
        .iter()
        .map(|host| format!("{}:{}", host.name, host.port))
        .collect()
}

#[test]
fn every_driver_names_the_same_server() {
    for driver in [
        "postgresql",
        "postgres",
        "postgresql+psycopg2",
        "postgresql+psycopg",
        "postgresql+asyncpg",
        "postgresql+pg8000",
    ] {
        let target = target(&format!(
            "{driver}://anna:p%40ss%2Fw%25@db.example:5433/shop"
        ));
        assert_eq!(hosts(&target), ["db.example:5433"], "{driver}");
        assert_eq!(target.startup.user, "anna");
        assert_eq!(target.startup.password.as_deref(), Some("p@ss/w%"));
        assert_eq!(target.database(), "shop");
        assert_eq!(target.tls.mode, SslMode::Prefer);
    }
}

#[test]
fn hosts_come_in_every_form() {
    for (url, expected) in [
        (
            "postgresql://u@/d?host=/run/postgresql",
            vec!["/run/postgresql:5432"],
        ),
        (
            "postgresql://u@/d?host=/run/postgresql&port=6000",
            vec!["/run/postgresql:6000"],
        ),
        (
            "postgresql://u@/d?host=h1:1&host=h2:2",
            vec!["h1:1", "h2:2"],
        ),
        (
            "postgresql://u@/d?host=h1,h2&port=1,2",
            vec!["h1:1", "h2:2"],
        ),
        ("postgresql://u@/d?host=h1,h2&port=7", vec!["h1:7", "h2:7"]),
        (
            "postgresql://u@/d?host=h1:1&host=h2",
            vec!["h1:1", "h2:5432"],
        ),
        ("postgresql://u@[::1]:5/d", vec!["::1:5"]),
        ("postgresql://u@h/d?hostaddr=10.0.0.1", vec!["h:5432"]),
    ] {
        assert_eq!(hosts(&target(url)), expected, "{url}");
    }
}

#[test]
fn the_environment_says_what_the_url_does_not() {
    let environment = [
        ("PGHOST", "env.example"),
        ("PGPORT", "6543"),
        ("PGUSER", "eva"),
        ("PGPASSWORD", "secret"),
        ("PGDATABASE", "envdb"),
        ("PGSSLMODE", "require"),
        ("PGCONNECT_TIMEOUT", "7"),
        ("PGAPPNAME", "tests"),
    ];
    let all = target_with("postgresql://", &environment).unwrap();
    assert_eq!(hosts(&all), ["env.example:6543"]);
    assert_eq!(
        (all.startup.user.as_str(), all.database()),
        ("eva", "envdb")
    );
    assert_eq!(all.startup.password.as_deref(), Some("secret"));
    assert_eq!(all.tls.mode, SslMode::Require);
    assert_eq!(all.connect_timeout, Some(Duration::from_secs(7)));
    let some = target_with("postgresql://anna@db/shop?sslmode=disable", &environment).unwrap();
    assert_eq!(hosts(&some), ["db:6543"]);
    assert_eq!(some.tls.mode, SslMode::Disable);
    assert_eq!(some.database(), "shop");
}

#[test]
fn what_drivers_call_otherwise_is_understood() {
    let asyncpg = target("postgresql+asyncpg://u@h/d?ssl=require&timeout=2.5&command_timeout=9");
    assert_eq!(asyncpg.tls.mode, SslMode::Require);
    assert_eq!(asyncpg.connect_timeout, Some(Duration::from_secs(3)));
    let options = target("postgresql://u@h/d?options=-c%20search_path%3Da,b&application_name=x");
    assert!(
        options
            .startup
            .parameters
            .contains(&("options".into(), "-c search_path=a,b".into()))
    );
}

#[test]
fn mistakes_are_named_in_the_words_of_the_driver() {
    for (url, text) in [
        (
            "postgresql://u@h/d?foo=1",
            "invalid dsn: invalid connection option \"foo\"",
        ),
        (
            "postgresql+psycopg://u@h/d?foo=1",
            "invalid connection option \"foo\"",
        ),
        (
            "postgresql+asyncpg://u@h/d?foo=1",
            "connect() got an unexpected keyword argument 'foo'",
        ),
        (
            "postgresql://u@h/d?sslmode=bad",
            "invalid sslmode value: \"bad\"",
        ),
        ("postgresql://u@h:99999/d", "invalid port number: \"99999\""),
        (
            "postgresql://u@h/d?connect_timeout=x",
            "invalid integer value \"x\" for connection option \"connect_timeout\"",
        ),
        (
            "postgresql://u@/d?host=a,b&port=1,2,3",
            "number of hosts and ports don't match",
        ),
        (
            "postgresql://u@h/d?sslrootcert=system&sslmode=require",
            "weak sslmode \"require\" may not be used with sslrootcert=system",
        ),
        (
            "postgresql://u@h/d?sslcrl=x",
            "connection option \"sslcrl\" is not supported",
        ),
        (
            "postgresql://u@h/d?service=none",
            "definition of service \"none\" not found",
        ),
    ] {
        let Err(error) = target_with(url, &[]) else {
            panic!("{url} is taken");
        };
        assert!(error.to_string().contains(text), "{url}: {error}");
    }
}
