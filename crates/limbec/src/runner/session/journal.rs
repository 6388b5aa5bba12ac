//! What of a run the database has kept.

/// How much of a statement is kept to be shown.
const SHOWN: usize = 400;

/// Notes each statement that changes something, and whether the database has committed it, so that
/// the error of a migration can say what is left of it.
///
/// The state of the transaction is the one that the database tells, which is right whoever began
/// or ended it: Limbec, the script's own `COMMIT`, or a block that is outside of transactions.
#[derive(Debug, Default)]
pub(super) struct Journal {
    pending: Vec<Entry>,
    committed: Vec<Entry>,
    undone: Vec<String>,
    /// The connection was lost while the server was asked to commit.
    unknown: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    Statement(String),
    /// A migration with its row of the version table.
    Step(String),
    Savepoint(String),
}

/// What is left of the migrations of a run that failed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leftover {
    /// The statements of the migration that failed which the database has kept.
    pub kept: Vec<String>,
    /// The migrations before it which were undone together with it.
    pub undone: Vec<String>,
    /// The connection was lost while the server was asked to commit: nobody here knows whether it has.
    pub unknown: bool,
}

impl Journal {
    /// The server was asked to commit, and the connection was lost before it had answered.
    pub fn commit_unanswered(&mut self) {
        self.pending.clear();
        self.unknown = true;
    }

    /// A statement has run. `before` and `after` say whether a transaction was open.
    pub fn ran(&mut self, sql: &str, before: bool, after: bool) {
        match (before, after) {
            (true, false) if has_word(sql, "commit") || has_word(sql, "end") => self.committed(),
            (true, false) => self.rolled_back(),
            _ if !changes_something(sql) => {}
            (false, false) => self.committed.push(Entry::Statement(shown(sql))),
            (_, true) => self.pending.push(Entry::Statement(shown(sql))),
        }
    }

    /// The open transaction has been committed.
    pub fn committed(&mut self) {
        for entry in self.pending.drain(..) {
            match entry {
                Entry::Savepoint(_) => {}
                Entry::Step(text) => {
                    // What a finished migration is made of is of no interest any more.
                    self.committed
                        .retain(|entry| matches!(entry, Entry::Step(_)));
                    self.committed.push(Entry::Step(text));
                }
                statement => self.committed.push(statement),
            }
        }
    }

    /// The open transaction is no more.
    pub fn rolled_back(&mut self) {
        for entry in self.pending.drain(..) {
            if let Entry::Step(text) = entry {
                self.undone.push(text);
            }
        }
    }

    /// A savepoint has been set.
    pub fn savepoint(&mut self, name: &str) {
        self.pending.push(Entry::Savepoint(name.to_owned()));
    }

    /// What was done since a savepoint has been undone.
    pub fn rolled_back_to(&mut self, name: &str) {
        let set = |entry: &Entry| *entry == Entry::Savepoint(name.to_owned());
        if let Some(at) = self.pending.iter().rposition(set) {
            self.pending.truncate(at);
        }
    }

    /// A migration starts: what was done before is not a part of it.
    pub fn step_started(&mut self) {
        let keep = |entry: &Entry| !matches!(entry, Entry::Statement(_));
        self.pending.retain(keep);
        self.committed.retain(keep);
    }

    /// A migration has ended well, inside a transaction or not.
    pub fn step_done(&mut self, text: &str, open: bool) {
        if open {
            self.step_started();
            self.pending.push(Entry::Step(text.to_owned()));
        } else {
            self.committed();
            self.committed.clear();
            self.committed.push(Entry::Step(text.to_owned()));
        }
    }

    /// What there is once whatever is open has been rolled back.
    pub fn leftover(&self) -> Leftover {
        let last = self
            .committed
            .iter()
            .rposition(|entry| matches!(entry, Entry::Step(_)));
        let statement = |entry: &Entry| match entry {
            Entry::Statement(sql) => Some(sql.clone()),
            Entry::Step(_) | Entry::Savepoint(_) => None,
        };
        let step = |entry: &Entry| match entry {
            Entry::Step(text) => Some(text.clone()),
            Entry::Statement(_) | Entry::Savepoint(_) => None,
        };
        let mut undone = self.undone.clone();
        undone.extend(self.pending.iter().filter_map(step));
        Leftover {
            kept: self.committed[last.map_or(0, |at| at + 1)..]
                .iter()
                .filter_map(statement)
                .collect(),
            undone,
            unknown: self.unknown,
        }
    }
}

/// Whether a statement can leave something in the database. A query leaves nothing unless it calls
/// a function, which may do anything.
fn changes_something(sql: &str) -> bool {
    const NEVER: [&str; 17] = [
        "abort",
        "begin",
        "commit",
        "end",
        "explain",
        "fetch",
        "listen",
        "lock",
        "pragma",
        "release",
        "reset",
        "rollback",
        "savepoint",
        "set",
        "show",
        "start",
        "table",
    ];
    let first = words(sql).next().unwrap_or_default();
    match first.to_ascii_lowercase().as_str() {
        "" => false,
        "select" | "values" => calls_a_function(sql),
        word => !NEVER.contains(&word) || sql.trim_end().trim_end_matches(';').contains(';'),
    }
}

/// Whether a name with a parenthesis behind it stands in the text, other than words of the language
/// and functions that everybody knows to change nothing.
fn calls_a_function(sql: &str) -> bool {
    const HARMLESS: [&str; 30] = [
        "all",
        "and",
        "any",
        "array",
        "as",
        "cast",
        "coalesce",
        "count",
        "current_schema",
        "exists",
        "filter",
        "from",
        "in",
        "join",
        "lower",
        "max",
        "min",
        "not",
        "now",
        "on",
        "or",
        "over",
        "select",
        "sum",
        "to_regclass",
        "to_regtype",
        "upper",
        "using",
        "values",
        "where",
    ];
    let mut rest = sql;
    while let Some(at) = rest.find('(') {
        let before = rest[..at].trim_end();
        let word: String = before
            .chars()
            .rev()
            .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '"')
            .collect();
        let word: String = word.chars().rev().collect::<String>().to_ascii_lowercase();
        if !word.is_empty() && !HARMLESS.contains(&word.as_str()) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

fn has_word(sql: &str, wanted: &str) -> bool {
    words(sql).any(|word| word.eq_ignore_ascii_case(wanted))
}

/// The words of a text, comments left out.
fn words(sql: &str) -> impl Iterator<Item = &str> {
    sql.lines()
        .map(|line| line.split_once("--").map_or(line, |(code, _)| code))
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .filter(|word| !word.is_empty())
}

/// The statement as it is shown: without the margins of a text between triple quotes.
fn shown(sql: &str) -> String {
    let margin = |line: &str| line.len() - line.trim_start().len();
    let filled = || sql.lines().filter(|line| !line.trim().is_empty());
    // A text that begins on the line of its quotes has no margin that could be seen.
    let cut = if sql.starts_with(['\n', '\r']) {
        filled().map(margin).min().unwrap_or(0)
    } else {
        0
    };
    let lines: Vec<&str> = filled()
        .map(|line| line.get(cut..).unwrap_or(line).trim_end())
        .collect();
    let text = lines.join("\n");
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{} …", &text[..at]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(journal: &Journal) -> Vec<String> {
        journal.leftover().kept
    }

    #[test]
    fn statements_count_once_they_are_committed() {
        let mut journal = Journal::default();
        journal.ran("CREATE TABLE a (x int)", true, true);
        assert!(kept(&journal).is_empty());
        journal.ran("COMMIT", true, false);
        journal.ran("VACUUM a", false, false);
        journal.ran("DROP TABLE a", true, true);
        assert_eq!(kept(&journal), ["CREATE TABLE a (x int)", "VACUUM a"]);
        journal.rolled_back();
        assert_eq!(kept(&journal), ["CREATE TABLE a (x int)", "VACUUM a"]);
    }

    #[test]
    fn migrations_that_ended_well_need_no_list() {
        let mut journal = Journal::default();
        journal.ran("CREATE TABLE a (x int)", true, true);
        journal.step_done("first", true);
        journal.ran("CREATE TABLE b (x int)", true, true);
        journal.committed();
        assert_eq!(kept(&journal), ["CREATE TABLE b (x int)"]);
        assert!(journal.leftover().undone.is_empty());
        journal.step_done("second", true);
        journal.rolled_back();
        assert_eq!(journal.leftover().undone, ["second"]);
    }

    #[test]
    fn a_savepoint_takes_back_what_came_after_it() {
        let mut journal = Journal::default();
        journal.ran("INSERT INTO a VALUES (1)", true, true);
        journal.savepoint("s1");
        journal.ran("INSERT INTO a VALUES (2)", true, true);
        journal.rolled_back_to("s1");
        journal.committed();
        assert_eq!(kept(&journal), ["INSERT INTO a VALUES (1)"]);
    }

    #[test]
    fn the_margin_of_a_long_text_is_not_shown() {
        let sql = "\n        CREATE INDEX i\n            ON t (x)\n    ";
        assert_eq!(shown(sql), "CREATE INDEX i\n    ON t (x)");
        assert_eq!(shown("UPDATE t\n   SET x = 1"), "UPDATE t\n   SET x = 1");
    }

    #[test]
    fn looking_is_no_change() {
        for sql in [
            "SELECT 1",
            "\n  select count(*) from pg_class where relname in ('a')",
            "-- nothing\nSHOW search_path",
            "SET search_path TO x",
            "BEGIN",
        ] {
            assert!(!changes_something(sql), "{sql}");
        }
        for sql in [
            "SELECT setval('a_id_seq', 4)",
            "SET x TO 1; DROP TABLE a",
            "WITH x AS (DELETE FROM a RETURNING 1) SELECT * FROM x",
        ] {
            assert!(changes_something(sql), "{sql}");
        }
    }
}
