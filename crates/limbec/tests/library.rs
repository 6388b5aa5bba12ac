//! The library as a program uses it.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::time::Duration;

use limbec::runner::{FailureKind, Recorder};
use limbec::{Embedded, EmbeddedScript, Error, Limbec, Pending};

static HISTORY: &Embedded = limbec::embed!("tests/library/migrations");

fn url(folder: &tempfile::TempDir) -> String {
    format!("sqlite:///{}", folder.path().join("app.db").display())
}

#[test]
fn an_embedded_history_goes_up_and_down() {
    let folder = tempfile::tempdir().unwrap();
    let recorder = Arc::new(Recorder::new());
    let limbec = Limbec::embedded(HISTORY, url(&folder))
        .reporter(recorder.clone())
        .build()
        .unwrap();
    assert_eq!(limbec.heads().unwrap(), ["0002"]);
    assert_eq!(limbec.current().unwrap(), Vec::<String>::new());
    assert!(!limbec.is_at_head().unwrap());
    let pending = limbec.pending().unwrap();
    let expected = [("0001", "users"), ("0002", "email of users")];
    assert_eq!(
        pending,
        expected.map(|(revision, message)| Pending {
            revision: revision.to_owned(),
            message: message.to_owned()
        })
    );
    let plan = limbec.plan("+1").unwrap();
    assert_eq!(plan.len(), 1);
    assert_eq!(
        plan[0].sql.as_deref(),
        Ok("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n\n")
    );
    assert_eq!(
        limbec.current().unwrap(),
        Vec::<String>::new(),
        "a plan runs nothing"
    );
    limbec.upgrade("+1").unwrap();
    assert_eq!(limbec.current().unwrap(), ["0001"]);
    limbec.upgrade("head").unwrap();
    assert!(limbec.is_at_head().unwrap());
    assert!(limbec.pending().unwrap().is_empty());
    assert_eq!(recorder.recorded().revisions, ["0001", "0002"]);
    limbec.downgrade("base").unwrap();
    limbec.stamp("0001").unwrap();
    assert_eq!(limbec.current().unwrap(), ["0001"]);
}

#[test]
fn errors_can_be_matched() {
    let folder = tempfile::tempdir().unwrap();
    let limbec = Limbec::embedded(HISTORY, url(&folder)).build().unwrap();
    assert!(matches!(limbec.upgrade("nope"), Err(Error::History(_))));

    static BROKEN: Embedded = Embedded::new(
        "migrations",
        &[EmbeddedScript {
            name: "a.sql",
            source: "-- revision: a\n-- down_revision: none\n-- limbec:upgrade\nSELECT nope;\n-- limbec:downgrade\n",
        }],
    );
    let broken = Limbec::embedded(&BROKEN, url(&folder)).build().unwrap();
    match broken.upgrade("head") {
        Err(Error::Migration(failure)) => {
            assert_eq!(failure.kind, FailureKind::Sql);
            let place = failure.place.unwrap();
            assert_eq!(
                (place.file.as_str(), place.line, place.column),
                ("migrations/versions/a.sql", 4, 8)
            );
        }
        other => panic!("{other:?}"),
    }
    let nowhere = Limbec::embedded(HISTORY, "sqlite:////no/such/folder/app.db")
        .build()
        .unwrap();
    assert!(matches!(
        nowhere.current(),
        Err(Error::Database {
            kind: limbec::DbErrorKind::CannotConnect,
            ..
        })
    ));
    let nonsense = Limbec::embedded(HISTORY, "nonsense").build().unwrap();
    assert!(matches!(nonsense.current(), Err(Error::Command(_))));
    assert!(matches!(Limbec::open("no/such.ini"), Err(Error::Config(_))));
}

#[test]
fn a_lock_is_waited_for_and_then_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let limbec = Limbec::embedded(HISTORY, format!("{}?timeout=0", url(&folder)))
        .lock_timeout(Duration::ZERO)
        .build()
        .unwrap();
    limbec.upgrade("+1").unwrap();
    let other = limbec_sql::connect(&limbec_sql::Url::parse(&url(&folder)).unwrap());
    let mut other = other.unwrap();
    other.begin().unwrap();
    assert!(matches!(limbec.upgrade("head"), Err(Error::Locked { .. })));
    other.rollback().unwrap();
    limbec.upgrade("head").unwrap();
}

#[test]
fn a_statement_that_runs_for_too_long_is_ended() {
    static ENDLESS: Embedded = Embedded::new(
        "migrations",
        &[EmbeddedScript {
            name: "a.sql",
            source: "-- revision: a\n-- down_revision: none\n-- limbec:upgrade\nCREATE TABLE t (x INTEGER);\n\
                INSERT INTO t WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x FROM c;\n",
        }],
    );
    let folder = tempfile::tempdir().unwrap();
    #[cfg(feature = "postgres")]
    let database = limbec_testing::postgres::server().database();
    for url in [
        url(&folder),
        #[cfg(feature = "postgres")]
        database.url(),
    ] {
        let limbec = Limbec::embedded(&ENDLESS, url)
            .statement_timeout(Duration::from_millis(200))
            .build()
            .unwrap();
        match limbec.upgrade("head") {
            Err(Error::Migration(failure)) => {
                assert_eq!(failure.database, Some(limbec::DbErrorKind::TimedOut));
                assert_eq!(
                    failure.hints,
                    ["the statement ran longer than the statement_timeout of 0.2 s"]
                );
                assert_eq!(failure.place.unwrap().line, 5);
            }
            other => panic!("{other:?}"),
        }
        assert!(limbec.current().unwrap().is_empty());
    }
    // Statements that are fast enough do not notice, nor does one that is not limited.
    for limit in [Duration::from_secs(60), Duration::ZERO] {
        let limbec = Limbec::embedded(HISTORY, url(&folder))
            .statement_timeout(limit)
            .build()
            .unwrap();
        limbec.upgrade("head").unwrap();
        limbec.downgrade("base").unwrap();
    }
}

#[test]
fn many_threads_upgrade_one_database_and_each_script_runs_once() {
    let folder = tempfile::tempdir().unwrap();
    let limbec = Limbec::embedded(HISTORY, url(&folder)).build().unwrap();
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let limbec = limbec.clone();
            std::thread::spawn(move || limbec.upgrade("head").unwrap().len())
        })
        .collect();
    let ran: usize = threads
        .into_iter()
        .map(|thread| thread.join().unwrap())
        .sum();
    assert_eq!(ran, 2);
    assert!(limbec.is_at_head().unwrap());
}
