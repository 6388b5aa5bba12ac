//! The conversations in the READMEs of the examples.
//!
//! The module `conversation` says how they are written. Every section (`##`) has a new database; the files of the
//! project go on from one to the next.
//!
//! Each command is also run by real Alembic, on a copy of the project and a database of its own: both must
//! succeed or both fail, say the same, and leave the same schema and the same rows.
#![allow(clippy::unwrap_used)]

mod conversation;
mod support;

use conversation::{Place, Side, comparable, conversation, matches};
use support::workspace;

#[test]
fn location_service() {
    run_readme("location-service", "postgresql");
}

#[test]
fn location_service_ends_at_one_schema_from_wherever_it_starts() {
    let source = workspace().join("examples/location-service");
    let limbec = Side::limbec(&source);
    let schema_from = |fixture: Option<&str>| {
        let database = Place::new("postgresql");
        if let Some(fixture) = fixture {
            let load = format!("psql -q -v ON_ERROR_STOP=1 -f fixtures/{fixture}.sql");
            assert!(limbec.run(&database, &load).success, "{fixture}");
        }
        let answer = limbec.run(&database, "limbec upgrade head");
        assert!(answer.success, "{fixture:?}\n{}", answer.lines.join("\n"));
        database.dump()
    };
    let fresh = schema_from(None);
    assert!(
        fresh.contains("CREATE INDEX ix_locations_inaccurate"),
        "{fresh}"
    );
    assert_eq!(schema_from(Some("created-by-application")), fresh);
    assert_eq!(schema_from(Some("half-created")), fresh);
}

#[test]
fn catalog_bot() {
    run_readme("catalog-bot", "postgresql+asyncpg");
}

#[test]
fn bot_generic_on_sqlite() {
    run_readme("bot-generic", "sqlite+aiosqlite");
}

#[test]
fn bot_generic_on_postgresql() {
    run_readme("bot-generic", "postgresql+asyncpg");
}

#[test]
fn catalog_bot_by_script_is_the_database_that_it_is_online() {
    let source = workspace().join("examples/catalog-bot");
    let limbec = Side::limbec(&source);
    let (online, by_script) = (
        Place::new("postgresql+asyncpg"),
        Place::new("postgresql+asyncpg"),
    );
    for (database, command) in [
        (&online, "limbec upgrade heads"),
        (&by_script, "limbec upgrade heads --sql >migration.sql"),
        (
            &by_script,
            "psql -q -v ON_ERROR_STOP=1 -o /dev/null -f migration.sql",
        ),
    ] {
        let answer = limbec.run(database, command);
        assert!(answer.success, "{command}\n{}", answer.lines.join("\n"));
    }
    assert!(online.dump().contains("CREATE TABLE public.reviews"));
    assert_eq!(online.dump(), by_script.dump());
    assert_eq!(online.rows(), by_script.rows());
}

fn run_readme(example: &str, scheme: &str) {
    let source = workspace().join("examples").join(example);
    let readme = std::fs::read_to_string(source.join("README.md")).unwrap();
    let turns = conversation(&readme);
    assert!(turns.len() > 3, "{example} has a conversation");
    let limbec = Side::limbec(&source);
    let alembic = Side::alembic(&source);

    let mut section = "";
    let mut databases = None;
    for turn in &turns {
        if section != turn.section || databases.is_none() {
            section = &turn.section;
            databases = Some((Place::new(scheme), Place::new(scheme)));
        }
        let (ours, theirs) = databases.as_ref().unwrap();
        let at = format!("{example}, {section}: {}", turn.command);
        let (answer, original) = std::thread::scope(|scope| {
            let original = scope.spawn(|| alembic.run(theirs, &turn.command));
            (
                limbec.run(ours, &turn.command),
                original.join().expect("Alembic was run"),
            )
        });
        let shown = answer.lines.join("\n");
        assert!(
            matches(&turn.shown, &answer.lines),
            "{at}\n--- the README says\n{}\n--- limbec says\n{shown}",
            turn.shown.join("\n")
        );
        assert_eq!(answer.success, !turn.fails(), "{at}\n{shown}");
        assert_eq!(
            answer.success,
            original.success,
            "{at}: Alembic says\n{}",
            original.lines.join("\n")
        );
        assert_eq!(
            comparable(&answer),
            comparable(&original),
            "{at}: Limbec, then Alembic"
        );
        assert_eq!(ours.dump(), theirs.dump(), "{at}: Limbec, then Alembic");
        assert_eq!(ours.rows(), theirs.rows(), "{at}: Limbec, then Alembic");
    }
}
