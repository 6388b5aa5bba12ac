//! Script templates rendered by Limbec and by Mako: every template of `tests/mako/cases` must give the text, or fail on the
//! line, that `tests/mako/record.py` recorded with Mako.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use limbec::script::mako::{TemplateArgs, TemplateValue, render};
use limbec::script::{CreateDate, ScriptError};

/// The values that the recorder gives to every template; a date without a zone has the same fields as one in UTC, and prints
/// without the offset, which `naive` takes off.
fn args() -> TemplateArgs {
    let texts = |items: &[&str]| {
        items
            .iter()
            .map(|item| (*item).to_owned())
            .collect::<Vec<String>>()
    };
    let moment = "2026-07-01T09:05:07.000120Z".parse().unwrap();
    [
        (
            "message",
            TemplateValue::Text("it's a \"message\" — описание".to_owned()),
        ),
        (
            "up_revision",
            TemplateValue::Text("0123456789ab".to_owned()),
        ),
        ("down_revision", TemplateValue::Tuple(texts(&["a1", "b2"]))),
        ("branch_labels", TemplateValue::Tuple(texts(&["billing"]))),
        ("depends_on", TemplateValue::None),
        (
            "create_date",
            TemplateValue::Date(CreateDate::at(moment, Some("UTC")).unwrap()),
        ),
        (
            "upgrades",
            TemplateValue::Text("op.create_table('t')\n    op.drop_table(\"u\")".to_owned()),
        ),
        (
            "names",
            TemplateValue::List(texts(&["engine1", "engine2", "<&>"])),
        ),
        ("empty", TemplateValue::Text(String::new())),
        ("refresh", TemplateValue::Bool(true)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

fn naive(text: &str) -> String {
    text.replace(".000120+00:00", ".000120")
}

fn same_as_mako(path: &Path) -> datatest_stable::Result<()> {
    let template = std::fs::read_to_string(path)?;
    let outcome = render(path, &template, &args());
    if let Ok(line) = std::fs::read_to_string(path.with_extension("error")) {
        return match outcome {
            Err(error @ ScriptError::Template { .. }) => {
                let actual = error.location().map(|location| location.line);
                let expected: usize = line.trim().parse()?;
                (actual == Some(expected))
                    .then_some(())
                    .ok_or_else(|| format!("line {actual:?}: {error}").into())
            }
            other => Err(format!("an error on line {line} was expected: {other:?}").into()),
        };
    }
    let expected = std::fs::read_to_string(path.with_extension("txt"))?;
    let actual = naive(&outcome.map_err(|error| format!("{error} {:?}", error.location()))?);
    (expected == actual)
        .then_some(())
        .ok_or_else(|| format!("Mako:\n{expected}\nLimbec:\n{actual}").into())
}

datatest_stable::harness! {
    { test = same_as_mako, root = "tests/mako/cases", pattern = r"\.mako$" },
}
