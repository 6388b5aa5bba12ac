//! Statements that stand in a script as they are.

use super::super::ops::Step;
use super::{RenderHooks, Renderer};
use crate::config::pytext::repr;

impl<H: RenderHooks> Renderer<'_, H> {
    /// `op.execute(...)` for each; those outside of a transaction together in an autocommit block.
    pub(super) fn statements(&self, steps: &[Step]) -> Vec<String> {
        let prefix = &self.settings.alembic_prefix;
        let mut lines = Vec::new();
        let mut in_block = false;
        for step in steps {
            let (sql, is_alone) = match step {
                Step::Sql(sql) => (sql, false),
                Step::Alone(sql) => (sql, true),
            };
            if is_alone && !in_block {
                lines.push(format!("with {prefix}get_context().autocommit_block():"));
            } else if in_block && !is_alone {
                lines.push(String::new());
            }
            in_block = is_alone;
            lines.push(format!("{prefix}execute({})", literal(&escaped(sql))));
        }
        if in_block {
            lines.push(String::new());
        }
        lines
    }
}

/// A string; one of several lines has a line of the script for each.
fn literal(sql: &str) -> String {
    let lines: Vec<&str> = sql.split_inclusive('\n').collect();
    match lines.as_slice() {
        [_, _, ..] => {
            let lines: Vec<String> = lines
                .iter()
                .map(|line| format!("\n    {}", repr(line)))
                .collect();
            format!("{}\n", lines.concat())
        }
        _ => repr(sql),
    }
}

/// `text()` takes `:name` for a parameter, but not `::name`.
fn escaped(sql: &str) -> String {
    let bytes = sql.as_bytes();
    let is_word = |at: usize| {
        bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80)
    };
    let mut out = String::with_capacity(sql.len());
    for (at, c) in sql.char_indices() {
        let after_colon = at > 0 && bytes[at - 1] == b':';
        if c == ':' && is_word(at + 1) && !after_colon && !(at > 0 && is_word(at - 1)) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, literal};

    #[test]
    fn what_looks_like_a_parameter_is_escaped() {
        assert_eq!(
            escaped("'a'::text || ':b' || x[1:2]"),
            "'a'::text || '\\:b' || x[1:2]"
        );
        assert_eq!(escaped("a := b"), "a := b");
    }

    #[test]
    fn lines_stand_below_each_other() {
        assert_eq!(literal("a"), "'a'");
        assert_eq!(literal("a\n'b'"), "\n    'a\\n'\n    \"'b'\"\n");
    }
}
