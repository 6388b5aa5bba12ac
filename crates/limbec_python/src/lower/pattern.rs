//! Lowering of `match` patterns.

use ruff_python_ast as ast;

use super::{Lower, span_of};
use crate::error::PyResult;
use crate::ir::{Pattern, PatternKind};
use crate::value::Value;

impl Lower {
    pub(super) fn pattern(&mut self, pattern: &ast::Pattern) -> PyResult<Pattern> {
        let kind = match pattern {
            ast::Pattern::MatchValue(node) => PatternKind::Value(self.expr(&node.value)?),
            ast::Pattern::MatchSingleton(node) => PatternKind::Singleton(match node.value {
                ast::Singleton::None => Value::None,
                ast::Singleton::True => Value::Bool(true),
                ast::Singleton::False => Value::Bool(false),
            }),
            ast::Pattern::MatchSequence(node) => {
                PatternKind::Sequence(self.patterns(&node.patterns)?)
            }
            ast::Pattern::MatchStar(node) => {
                PatternKind::Star(node.name.as_ref().map(|name| self.var(name.as_str())))
            }
            ast::Pattern::MatchMapping(node) => {
                let mut pairs = Vec::with_capacity(node.keys.len());
                for (key, inner) in node.keys.iter().zip(&node.patterns) {
                    pairs.push((self.expr(key)?, self.pattern(inner)?));
                }
                let rest = node.rest.as_ref().map(|name| self.var(name.as_str()));
                PatternKind::Mapping(pairs, rest)
            }
            ast::Pattern::MatchClass(node) => {
                let class = self.expr(&node.cls)?;
                let inner = self.patterns(&node.arguments.patterns)?;
                let mut keywords = Vec::new();
                for keyword in &node.arguments.keywords {
                    let name = self.name(keyword.attr.as_str());
                    keywords.push((name, self.pattern(&keyword.pattern)?));
                }
                PatternKind::Class(class, inner, keywords)
            }
            ast::Pattern::MatchAs(node) => match &node.name {
                None => PatternKind::Wildcard,
                Some(name) => {
                    let inner = match &node.pattern {
                        Some(inner) => Some(Box::new(self.pattern(inner)?)),
                        None => None,
                    };
                    PatternKind::As(inner, self.var(name.as_str()))
                }
            },
            ast::Pattern::MatchOr(node) => PatternKind::Or(self.patterns(&node.patterns)?),
        };
        Ok(Pattern {
            kind,
            span: span_of(pattern),
        })
    }

    fn patterns(&mut self, patterns: &[ast::Pattern]) -> PyResult<Vec<Pattern>> {
        patterns.iter().map(|inner| self.pattern(inner)).collect()
    }
}
