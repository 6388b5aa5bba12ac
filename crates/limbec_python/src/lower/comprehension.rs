//! Lambdas and comprehensions: expressions with a scope of their own.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr as Ast};
use ruff_text_size::TextRange;

use super::scope::{ScopeKind, span};
use super::{Lower, span_of};
use crate::error::PyResult;
use crate::ir::{
    Code, CodeKind, Comprehension, ExprKind, For, FunctionDef, Gather, Params, Stmt, StmtKind,
};
use crate::names::intern;
use crate::source::Span;

impl Lower {
    pub(super) fn lambda(&mut self, node: &ast::ExprLambda) -> PyResult<ExprKind> {
        let empty = ast::Parameters::default();
        let parameters = node.parameters.as_deref().unwrap_or(&empty);
        let (params, names) = self.params(parameters)?;
        let defaults = self.param_defaults(parameters)?;
        let scope = self.scopes.find(node.range, ScopeKind::Function);
        let qualname = intern(&format!("{}<lambda>", self.state().prefix));
        let entered = self.enter(scope, &names, format!("{qualname}.<locals>."));
        let kind = self.function_kind(scope, false);
        let mut statements = Vec::new();
        let value = self.expr(&node.body);
        let before = std::mem::take(&mut self.state().before);
        let locals = self.leave();
        let value = value?;
        statements.extend(before);
        let at = value.span;
        statements.push(Stmt {
            kind: StmtKind::Return(Some(value)),
            span: at,
        });
        let code = Rc::new(Code {
            name: intern("<lambda>"),
            qualname,
            file: self.file.clone(),
            span: span(node.range),
            kind,
            params,
            body: statements.into(),
            locals,
            cellvars: entered.cellvars,
            freevars: entered.freevars,
            doc: None,
            annotations: Vec::new(),
            text_annotations: false,
        });
        Ok(ExprKind::Lambda(Rc::new(FunctionDef {
            code,
            defaults,
            closure: entered.closure,
        })))
    }

    pub(super) fn comprehension(
        &mut self,
        gather: Gather,
        range: TextRange,
        generators: &[ast::Comprehension],
        element: &Ast,
        value: Option<&Ast>,
    ) -> PyResult<ExprKind> {
        let Some((first, _)) = generators.split_first() else {
            return self.unsupported("a comprehension without for", range);
        };
        let first_async = first.is_async;
        let first_iter = self.expr(&first.iter)?;
        let scope = self.scopes.find(range, ScopeKind::Comprehension);
        let name = match gather {
            Gather::List => "<listcomp>",
            Gather::Set => "<setcomp>",
            Gather::Dict => "<dictcomp>",
            Gather::Generator => "<genexpr>",
        };
        let qualname = intern(&format!("{}{name}", self.state().prefix));
        let was_async = self.state().is_async;
        let params = [intern(".0")];
        let entered = self.enter(scope, &params, format!("{qualname}.<locals>."));
        self.state().is_async =
            was_async || (gather == Gather::Generator && self.scopes.scopes[scope].has_await);
        let collection = self.temp();
        let parts = Gathered {
            gather,
            generators,
            element,
            value,
            collection,
            whole: span(range),
        };
        let body = self.gather(&parts, 0);
        let has_await = self.scopes.scopes[scope].has_await;
        let locals = self.leave();
        let kind = match gather {
            Gather::Generator if has_await && generators.iter().any(|part| part.is_async) => {
                CodeKind::AsyncGenerator
            }
            Gather::Generator => CodeKind::Generator,
            _ => CodeKind::Function,
        };
        let mut body = body?;
        if gather != Gather::Generator {
            body.push(Stmt {
                kind: StmtKind::Return(Some(Self::load_temp(collection, span(range)))),
                span: span(range),
            });
        }
        let code = Rc::new(Code {
            name: intern(name),
            qualname,
            file: self.file.clone(),
            span: span(range),
            kind,
            params: Params {
                positional: 1,
                ..Params::default()
            },
            body: body.into(),
            locals,
            cellvars: entered.cellvars,
            freevars: entered.freevars,
            doc: None,
            annotations: Vec::new(),
            text_annotations: false,
        });
        Ok(ExprKind::Comprehension(Box::new(Comprehension {
            gather,
            code,
            closure: entered.closure,
            first: first_iter,
            first_async,
        })))
    }

    /// The nested `for` and `if` of a comprehension, from one of its `for` on.
    fn gather(&mut self, parts: &Gathered<'_>, index: usize) -> PyResult<Vec<Stmt>> {
        let Some(generator) = parts.generators.get(index) else {
            let first = self.expr(parts.element)?;
            let second = parts.value.map(|value| self.expr(value)).transpose()?;
            let at = first.span;
            let kind = if parts.gather == Gather::Generator {
                StmtKind::Yield(Some(first), None)
            } else {
                StmtKind::Collect(parts.gather, parts.collection, first, second)
            };
            return Ok(vec![Stmt { kind, span: at }]);
        };
        let at = parts.whole;
        let iter = if index == 0 {
            Self::load_temp(0, span_of(&generator.iter))
        } else {
            self.expr(&generator.iter)?
        };
        let target = self.target(&generator.target)?;
        let tests = generator
            .ifs
            .iter()
            .map(|test| self.expr(test))
            .collect::<PyResult<Vec<_>>>()?;
        let mut body = self.gather(parts, index + 1)?;
        for test in tests.into_iter().rev() {
            let at = test.span;
            body = vec![Stmt {
                kind: StmtKind::If(vec![(test, body.into())], Rc::new([])),
                span: at,
            }];
        }
        Ok(vec![Stmt {
            kind: StmtKind::For(Rc::new(For {
                span: at,
                target,
                iter,
                body: body.into(),
                orelse: Rc::new([]),
                is_async: generator.is_async,
            })),
            span: at,
        }])
    }
}

/// The parts of a comprehension.
struct Gathered<'a> {
    gather: Gather,
    generators: &'a [ast::Comprehension],
    /// The element, or the key of a dict.
    element: &'a Ast,
    /// The value of a dict.
    value: Option<&'a Ast>,
    /// The slot of the collection.
    collection: u32,
    whole: Span,
}
