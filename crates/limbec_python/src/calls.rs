//! The calls in a source text that is not run.

use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, ExprCall, UnaryOp};
use ruff_text_size::Ranged as _;

/// A keyword argument of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyword {
    /// Its name; `**` where a mapping is unpacked.
    pub name: String,
    /// Its value as the source has it.
    pub text: String,
    /// Whether the value is made of literals only, so that it is known without running anything.
    pub literal: bool,
    /// The line it stands on, from 1.
    pub line: usize,
}

/// The keyword arguments of every call of a method of that name, in the order of the text; nothing for a text that is
/// no Python.
pub fn keyword_arguments(text: &str, method: &str) -> Vec<Vec<Keyword>> {
    let Ok(parsed) = crate::lower::syntax::parse(text) else {
        return Vec::new();
    };
    let mut calls = Calls {
        text,
        method,
        found: Vec::new(),
    };
    calls.visit_body(&parsed.syntax().body);
    calls.found
}

struct Calls<'t> {
    text: &'t str,
    method: &'t str,
    found: Vec<Vec<Keyword>>,
}

impl Calls<'_> {
    fn add(&mut self, call: &ExprCall) {
        let keywords = call.arguments.keywords.iter().map(|keyword| Keyword {
            name: keyword
                .arg
                .as_ref()
                .map_or_else(|| "**".to_owned(), ToString::to_string),
            text: self.text[keyword.value.range()].to_owned(),
            literal: is_literal(&keyword.value),
            line: self.text[..usize::from(keyword.range().start())]
                .matches('\n')
                .count()
                + 1,
        });
        self.found.push(keywords.collect());
    }
}

impl<'a> Visitor<'a> for Calls<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Call(call) = expr
            && let Expr::Attribute(function) = &*call.func
            && function.attr.as_str() == self.method
        {
            self.add(call);
        }
        walk_expr(self, expr);
    }
}

fn is_literal(value: &Expr) -> bool {
    match value {
        Expr::StringLiteral(_)
        | Expr::BytesLiteral(_)
        | Expr::NumberLiteral(_)
        | Expr::BooleanLiteral(_)
        | Expr::NoneLiteral(_) => true,
        Expr::UnaryOp(unary) => {
            matches!(unary.op, UnaryOp::USub | UnaryOp::Not) && is_literal(&unary.operand)
        }
        Expr::List(list) => list.elts.iter().all(is_literal),
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_literal),
        Expr::Dict(dict) => dict
            .items
            .iter()
            .all(|item| item.key.as_ref().is_some_and(is_literal) && is_literal(&item.value)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_keywords_are_known_and_others_are_named() {
        let text = "def run():\n    context.configure(connection=c, version_table='v', opts={'a': [1, -2]}, **more)\n";
        let calls = keyword_arguments(text, "configure");
        let shown: Vec<(&str, &str, bool)> = calls[0]
            .iter()
            .map(|keyword| (&*keyword.name, &*keyword.text, keyword.literal))
            .collect();
        assert_eq!(
            shown,
            [
                ("connection", "c", false),
                ("version_table", "'v'", true),
                ("opts", "{'a': [1, -2]}", true),
                ("**", "more", false),
            ]
        );
        assert!(keyword_arguments("no python (", "configure").is_empty());
    }
}
