//! Documented behaviours as text: every file of `tests/graphs` is a graph with questions and their answers.
//!
//! The same files are put to the real Alembic by `tests/differential.rs`, so an answer here is Alembic's answer, except
//! under `tests/graphs/ours`, which says where limbec deliberately does better.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use std::path::Path;

use serde_json::json;
use support::{answers, text};

fn answers_are_as_written(path: &Path, contents: String) -> datatest_stable::Result<()> {
    let (specs, questions) = text::parse(&contents);
    assert!(!questions.is_empty(), "{} asks nothing", path.display());
    let is_ours = path.parent().is_some_and(|folder| folder.ends_with("ours"));
    for question in questions {
        let mut answer = answers::answer(&specs, &question.query);
        // Where Alembic has no answer, ours is an error in our own words.
        if is_ours && let Some(crash) = answer.get("crash") {
            answer = json!({"error": crash});
        }
        let ours = text::render(&question.written, &answer);
        assert_eq!(
            question.expected,
            ours,
            "'{}' is answered\n  {}",
            question.written,
            ours.join("\n  ")
        );
    }
    Ok(())
}

datatest_stable::harness! {
    { test = answers_are_as_written, root = "tests/graphs", pattern = r".*\.txt$" },
}
