//! What to do about an error of a PostgreSQL server, by its SQLSTATE.

use limbec::runner::ServerMessage;

/// What helps with an error of this code. `{name}` stands for the name of the program.
const HINTS: &[(&str, &str)] = &[
    // Something is there already.
    ("42P07", THERE_ALREADY),
    ("42710", THERE_ALREADY),
    ("42723", THERE_ALREADY),
    ("42701", COLUMN_THERE_ALREADY),
    (
        "42P06",
        "the schema is there already: op.execute(\"CREATE SCHEMA IF NOT EXISTS ...\") makes it only where it is missing",
    ),
    // Something is missing.
    (
        "42P01",
        "no revision up to this one makes the table in this database, or it is in a schema that is not in the \
         search_path; `sa.inspect(op.get_bind()).has_table(...)` lets a migration look before it alters",
    ),
    (
        "42703",
        "no revision up to this one makes the column in this database; names with capital letters must be quoted in SQL",
    ),
    (
        "42704",
        "the type, index, role or such is not there: it must be made by an earlier revision or come with an extension; \
         DROP ... IF EXISTS passes over what is missing",
    ),
    (
        "42883",
        "the function is not there, or takes other types; if it comes with an extension, \
         op.execute(\"CREATE EXTENSION IF NOT EXISTS ...\") must come first",
    ),
    (
        "3F000",
        "the schema must be there before anything is made in it: op.execute(\"CREATE SCHEMA IF NOT EXISTS ...\"); the one \
         of version_table_schema is made in env.py, before context.run_migrations()",
    ),
    // Transactions.
    (
        "25001",
        "put it into `with op.get_context().autocommit_block():`, which commits what came before it",
    ),
    (
        "55P04",
        "a new value of an enum can be used once it is committed: add it in `with op.get_context().autocommit_block():`",
    ),
    (
        "25P02",
        "an earlier statement had failed, and the script went on; what may fail belongs into \
         `with op.get_bind().begin_nested():`",
    ),
    (
        "40001",
        "another transaction has changed the same rows: run the command again",
    ),
    (
        "40P01",
        "two transactions waited for each other, and this one was ended: run the command again",
    ),
    // Rows that are in the way.
    (
        "23502",
        "rows that are there have no value: give the column a server_default, or add it nullable, fill it, and set \
         nullable=False after that",
    ),
    (
        "23505",
        "rows that are there are alike: make them different, or delete some, before the rule is made",
    ),
    (
        "23503",
        "rows that are there refer to something that is not: mend them first, or let the rule hold for new rows only \
         (postgresql_not_valid=True)",
    ),
    (
        "23514",
        "rows that are there break the rule: mend them first, or let it hold for new rows only \
         (postgresql_not_valid=True)",
    ),
    (
        "2BP01",
        "drop or alter first what DETAIL lists; CASCADE drops it as well: op.execute(\"DROP ... CASCADE\")",
    ),
    (
        "42804",
        "say how the old values become new ones: op.alter_column(..., postgresql_using=\"COLUMN::TYPE\")",
    ),
    // The server and its limits.
    (
        "42501",
        "the role may not do this: connect as the owner of the table or schema, or GRANT it to the role that migrates",
    ),
    (
        "25006",
        "the server takes no changes: it is a standby, or default_transaction_read_only is on for the server, the \
         database, the role or the URL; `SHOW default_transaction_read_only` and `SELECT pg_is_in_recovery()` tell",
    ),
    (
        "55P03",
        "another session holds the lock: pg_stat_activity and pg_blocking_pids(pid) show which; run the command again \
         when it is done, or wait longer (lock_timeout)",
    ),
    (
        "57014",
        "the statement was ended by statement_timeout, or by an administrator; \
         op.execute(\"SET LOCAL statement_timeout = 0\") lifts the limit for one migration",
    ),
    (
        "57P01",
        "an administrator has ended the connection, or the server stops: run the command again when it is up",
    ),
    (
        "53300",
        "the server has no connection left: close some, or raise max_connections",
    ),
    ("53100", "the disk of the server is full"),
];

/// The same for a script in SQL, where that says more than the words for one in Python.
const HINTS_FOR_SQL: &[(&str, &str)] = &[
    (
        "42701",
        "the database has the column already, perhaps by an ALTER TABLE of the application: `{name} stamp REVISION` with \
         this revision records that without running anything, or write ADD COLUMN IF NOT EXISTS",
    ),
    (
        "42P06",
        "the schema is there already: CREATE SCHEMA IF NOT EXISTS makes it only where it is missing",
    ),
    (
        "42P01",
        "no revision up to this one makes the table in this database, or it is in a schema that is not in the search_path",
    ),
    (
        "42883",
        "the function is not there, or takes other types; if it comes with an extension, CREATE EXTENSION IF NOT EXISTS \
         must come first",
    ),
    (
        "3F000",
        "the schema must be there before anything is made in it: CREATE SCHEMA IF NOT EXISTS",
    ),
    (
        "55P04",
        "a new value of an enum can be used once it is committed: add it below `-- limbec:autocommit`, and use it in a \
         section `-- limbec:upgrade` behind that",
    ),
    (
        "23502",
        "rows that are there have no value: give the column a DEFAULT, or add it without NOT NULL, fill it, and set NOT \
         NULL after that",
    ),
    (
        "23503",
        "rows that are there refer to something that is not: mend them first, or let the rule hold for new rows only \
         (NOT VALID)",
    ),
    (
        "23514",
        "rows that are there break the rule: mend them first, or let it hold for new rows only (NOT VALID)",
    ),
    (
        "2BP01",
        "drop or alter first what DETAIL lists; CASCADE drops it as well",
    ),
    (
        "42804",
        "say how the old values become new ones: ALTER COLUMN ... TYPE ... USING COLUMN::TYPE",
    ),
    (
        "57014",
        "the statement was ended by statement_timeout, or by an administrator; SET LOCAL statement_timeout = 0 lifts the \
         limit for one migration",
    ),
];

/// What helps where a table, an index or such is there already.
pub const THERE_ALREADY: &str = "the database has it already, perhaps made by the application (create_all): if its tables are \
     those of the last revision, `{name} stamp head` records that without running anything; if of an earlier one, \
     `{name} stamp REVISION`";

/// What helps where a column is there already.
pub const COLUMN_THERE_ALREADY: &str = "the database has the column already, perhaps by an ALTER TABLE of the application: \
     `{name} stamp REVISION` with this revision records that without running anything, or let the revision look first \
     (sa.inspect(op.get_bind()).get_columns(...))";

/// What to do about an error of a script in SQL or in Python.
pub fn of(error: &ServerMessage, is_sql: bool, name: &str) -> Option<String> {
    if error.code == "22001" && query(error).contains("alembic_version") {
        return Some(
            "the version table holds revision identifiers of at most 32 characters: give the revision a shorter one"
                .to_owned(),
        );
    }
    if error.code == "42501" && error.message.contains("for schema public") {
        return Some(
            "since PostgreSQL 15 a role may make tables in the schema public only when it is told so: as the owner of the \
             database, GRANT CREATE ON SCHEMA public TO the role of the URL"
                .to_owned(),
        );
    }
    let for_sql: &[_] = if is_sql { HINTS_FOR_SQL } else { &[] };
    for_sql
        .iter()
        .chain(HINTS)
        .find(|(code, _)| *code == error.code)
        .map(|(_, hint)| hint.replace("{name}", name))
}

fn query(error: &ServerMessage) -> &str {
    error.query.as_deref().unwrap_or_default()
}
