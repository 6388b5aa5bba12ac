//! The rollback journal while many transactions follow each other.
//!
//! SQLite makes a journal for each transaction and removes it at its end; both change the folder, which the disk has to
//! write down, too. A journal that stays and is written over ([`PERSIST`](https://www.sqlite.org/pragma.html#pragma_journal_mode))
//! is as safe, and spares that.

use rusqlite::Connection;

/// Let the journal stay, where the database has one that is removed: not in memory, and not with a write-ahead log. Says
/// whether it stays now.
pub(super) fn keep(raw: &Connection) -> bool {
    // Inside of a transaction its mode is settled.
    raw.is_autocommit() && mode(raw) == "delete" && set(raw, "persist") == "persist"
}

/// Remove it, as far as nobody else writes; whoever writes next removes it otherwise.
pub(super) fn remove(raw: &Connection) {
    if mode(raw) == "persist" {
        set(raw, "delete");
    }
}

/// The mode of the journal; nothing where it cannot be asked for, which leaves it as it is.
fn mode(raw: &Connection) -> String {
    raw.query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap_or_default()
}

fn set(raw: &Connection, mode: &str) -> String {
    raw.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| {
        row.get(0)
    })
    .unwrap_or_default()
}
