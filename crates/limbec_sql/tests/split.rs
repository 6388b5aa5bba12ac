//! Scripts are cut into statements where the shells of the databases cut them.
//!
//! The files in `split/` hold awkward statements, one after the other, with a line `--#` between them: a case is added
//! without Rust. `psql` and `sqlite3` run the same files and tell where they saw each statement.
#![allow(clippy::unwrap_used)]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use limbec_sql::dialect;
use limbec_sql::split::{Piece, PieceKind, leading_words, split};
use proptest::prelude::*;

const DIALECTS: [&str; 3] = ["sqlite", "postgresql", "mysql"];

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/split/{name}.sql"))
}

/// The statements of a file, each as it is sent.
fn cases(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(file(name)).unwrap();
    let cases: Vec<String> = text
        .split("\n--#\n")
        .map(|case| case.trim().trim_end_matches(';').trim_end().to_owned())
        .collect();
    assert!(cases.len() >= 150, "{name}: {} cases", cases.len());
    cases
}

fn statements(name: &str, text: &str) -> Vec<String> {
    split(dialect(name).unwrap(), text)
        .into_iter()
        .filter_map(|piece| piece.statement(text).map(str::to_owned))
        .collect()
}

/// What the shells leave of a statement: no comments and blanks around it, and no semicolon.
fn bare(name: &str, text: &str) -> String {
    statements(name, text).concat()
}

/// The statements are these; a comment before the semicolon is not sent.
fn assert_cut(name: &str, text: &str, cases: &[String]) {
    let found = statements(name, text);
    assert_eq!(found.len(), cases.len(), "{name}: {text}");
    for (found, case) in found.iter().zip(cases) {
        let rest = case.strip_prefix(found.as_str()).map(str::trim_start);
        let is_comment = |rest: &str| {
            ["--", "/*", "#"]
                .iter()
                .any(|start| rest.starts_with(start))
        };
        assert!(
            rest.is_some_and(|rest| rest.is_empty() || is_comment(rest)),
            "{name}: {found}\nis not\n{case}"
        );
    }
}

#[test]
fn every_awkward_statement_is_one() {
    for name in DIALECTS {
        for case in cases(name) {
            assert_cut(name, &format!("{case}\n;"), std::slice::from_ref(&case));
            assert_cut(name, &case, std::slice::from_ref(&case));
        }
    }
}

#[test]
fn together_they_are_as_many() {
    for name in DIALECTS {
        let cases = cases(name);
        let text = std::fs::read_to_string(file(name)).unwrap();
        // MySQL's comments need a blank.
        assert_cut(name, &text.replace("\n--#\n", "\n-- #\n"), &cases);
        // A comment to the end of its line needs that end.
        let dense: String = cases.iter().map(|case| format!("{case}\n;")).collect();
        assert_cut(name, &dense, &cases);
    }
}

#[test]
fn a_string_with_escapes_goes_on_behind_a_line_break() {
    // psql reads line by line and does not see it; the server does.
    let text = "SELECT E'a\\'' -- ;\n'\\';b'; SELECT 2";
    assert_eq!(
        statements("postgresql", text),
        ["SELECT E'a\\'' -- ;\n'\\';b'", "SELECT 2"]
    );
}

#[test]
fn psql_cuts_the_same_file_in_the_same_places() {
    let server = limbec_testing::postgres::server();
    let database = server.database();
    // `-e` shows each statement as it is sent; what it answers goes elsewhere.
    let output = Command::new("psql")
        .args(["-X", "-q", "-e", "-o", "/dev/null", "-f"])
        .arg(file("postgresql"))
        .arg(database.url())
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout.clone()).unwrap();
    let mut rest = shown.as_str();
    for case in cases("postgresql") {
        let at = rest.find(&case).unwrap_or_else(|| {
            panic!(
                "psql has not sent this as it stands:\n{case}\nbut:\n{}",
                head(rest)
            )
        });
        let between = &rest[..at];
        assert_eq!(
            bare("postgresql", between),
            "",
            "psql has sent something else before {case}"
        );
        rest = &rest[at + case.len()..];
    }
    assert_eq!(bare("postgresql", rest), "");
    let wrong = String::from_utf8_lossy(&output.stderr);
    let syntax: Vec<&str> = wrong
        .lines()
        .filter(|line| line.contains("syntax error"))
        .collect();
    assert_eq!(
        syntax,
        Vec::<&str>::new(),
        "what the server cannot even parse is no case"
    );
}

fn head(text: &str) -> String {
    text.chars().take(300).collect()
}

#[test]
fn sqlite3_cuts_the_same_file_in_the_same_places() {
    let text = std::fs::read_to_string(file("sqlite")).unwrap();
    // The shell is told of every statement that begins; what triggers run is shown as a comment.
    let output = sqlite3(&format!(
        ".output /dev/null\n.trace stdout --plain --stmt\n{text}"
    ));
    let wrong = String::from_utf8_lossy(&output.stderr);
    let syntax: Vec<&str> = wrong
        .lines()
        .filter(|line| line.contains("syntax error") || line.contains("incomplete"))
        .collect();
    assert_eq!(
        syntax,
        Vec::<&str>::new(),
        "what SQLite cannot even parse is no case"
    );
    let shown = String::from_utf8(output.stdout).unwrap();
    let mut rest = shown.as_str();
    // What is only explained is not run.
    for case in cases("sqlite")
        .into_iter()
        .filter(|case| !case.starts_with("EXPLAIN"))
    {
        let Some(at) = rest.find(&case) else {
            assert!(
                wrong.contains("no such column"),
                "sqlite3 has not run {case}:\n{wrong}"
            );
            panic!(
                "sqlite3 has not run this as it stands:\n{case}\nbut:\n{}\n{wrong}",
                head(rest)
            );
        };
        rest = &rest[at + case.len()..];
    }
}

fn sqlite3(input: &str) -> Output {
    let mut child = Command::new("sqlite3")
        .arg(":memory:")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    output
}

#[test]
fn a_delimiter_is_what_ends_statements_from_then_on() {
    let text = "DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT '//'; END//\n\
                SELECT 1 //\ndelimiter ;\nSELECT 2; SELECT 3";
    assert_eq!(
        statements("mysql", text),
        [
            "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT '//'; END",
            "SELECT 1",
            "SELECT 2",
            "SELECT 3"
        ]
    );
    // Inside of a statement it is a word.
    assert_eq!(
        statements("mysql", "SELECT\ndelimiter x;"),
        ["SELECT\ndelimiter x"]
    );
}

#[test]
fn what_is_not_closed_is_told_with_its_place() {
    for (name, text, at) in [
        ("sqlite", "SELECT 1; SELECT 'a; b", 17),
        ("sqlite", "SELECT [a", 7),
        ("postgresql", "SELECT $a$ ; $b$", 7),
        ("postgresql", "SELECT /* /* */ ;", 7),
        ("postgresql", "SELECT E'\\';", 7),
        ("mysql", "SELECT \"a\\\";", 7),
    ] {
        let last = split(dialect(name).unwrap(), text).pop().unwrap();
        assert!(
            matches!(last.kind, PieceKind::Unclosed { at: found, .. } if found == at),
            "{name}: {text}: {last:?}"
        );
    }
}

#[test]
fn semicolons_and_comments_alone_are_no_statements() {
    for name in DIALECTS {
        assert_eq!(
            statements(name, " ;; /* ; */ ; -- ;\n;"),
            Vec::<String>::new()
        );
        assert_eq!(split(dialect(name).unwrap(), ""), []);
    }
    let sqlite = dialect("sqlite").unwrap();
    assert_eq!(
        leading_words(sqlite, "/* x */ begin -- y\n immediate;", 2),
        ["BEGIN", "IMMEDIATE"]
    );
}

/// The pieces stand one behind the other, and together they are the text.
fn check_pieces(text: &str, pieces: &[Piece]) {
    let mut end = 0;
    for piece in pieces {
        assert_eq!(piece.start, end, "{text:?}");
        assert!(piece.end > piece.start, "{text:?}");
        assert!(text.is_char_boundary(piece.end), "{text:?}");
        if let PieceKind::Statement { text_end } = piece.kind {
            assert!(text_end > piece.start && text_end <= piece.end, "{text:?}");
        }
        end = piece.end;
    }
    assert_eq!(end, text.len(), "{text:?}");
}

fn fragment() -> impl Strategy<Value = String> {
    let words = [
        "'",
        "\"",
        "`",
        "[",
        "]",
        "$$",
        "$a$",
        "$",
        "--",
        "-- ",
        "/*",
        "*/",
        "/*!",
        "#",
        ";",
        "\n",
        "\\",
        "(",
        ")",
        "E'",
        "e",
        "U&'",
        "CREATE ",
        "TRIGGER ",
        "FUNCTION ",
        "BEGIN ",
        "ATOMIC ",
        "CASE ",
        "END",
        "EXPLAIN ",
        "DELIMITER //\n",
        "//",
        "delimiter ",
        "x",
        "1",
        ".",
        "ü",
        "😀",
        " ",
        "\t",
        "\r\n",
        "\u{b}",
        "\0",
    ];
    prop_oneof![
        8 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn the_pieces_are_the_text(parts in proptest::collection::vec(fragment(), 0..40)) {
        let text = parts.concat();
        for name in DIALECTS {
            check_pieces(&text, &split(dialect(name).unwrap(), &text));
        }
    }
}
