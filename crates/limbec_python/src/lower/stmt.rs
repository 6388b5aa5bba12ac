//! Lowering of statements.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr as AstExpr, Stmt as Ast};
use ruff_text_size::{Ranged, TextRange};

use super::expr::binary;
use super::scope::{ScopeKind, span};
use super::{Lower, doc_string, span_of};
use crate::error::PyResult;
use crate::ir::{
    AnnAssign, Block, ClassDef, Code, CodeKind, Expr, ExprKind, For, FunctionDef, Handler,
    ImportFrom, ImportName, Item, Match, Params, Stmt, StmtKind, Target, Try, Unary, Var, While,
    With,
};
use crate::names::intern;
use crate::value::Value;

fn always() -> Expr {
    Expr {
        kind: ExprKind::Const(Value::Bool(true)),
        span: crate::source::Span::default(),
    }
}

impl Lower {
    /// Lower a statement, after whatever its expressions need to run before it.
    pub(super) fn stmt(&mut self, stmt: &Ast, out: &mut Vec<Stmt>) -> PyResult<()> {
        let kind = self.stmt_kind(stmt, out)?;
        out.append(&mut self.state().before);
        if let Some(kind) = kind {
            out.push(Stmt {
                kind,
                span: span_of(stmt),
            });
        }
        Ok(())
    }

    fn stmt_kind(&mut self, stmt: &Ast, out: &mut Vec<Stmt>) -> PyResult<Option<StmtKind>> {
        Ok(Some(match stmt {
            Ast::Expr(node) => {
                let value = self.expr(&node.value)?;
                // What a `yield` gave back and a doc string are not used.
                match value.kind {
                    ExprKind::Const(_) => return Ok(None),
                    ExprKind::Name(Var::Local(_)) if node.value.is_yield_expr() => {
                        return Ok(None);
                    }
                    _ => StmtKind::Expr(value),
                }
            }
            Ast::Assign(node) => {
                let value = self.expr(&node.value)?;
                let targets = node
                    .targets
                    .iter()
                    .map(|target| self.target(target))
                    .collect::<PyResult<Vec<_>>>()?;
                StmtKind::Assign(targets, value)
            }
            Ast::AugAssign(node) => {
                let value = self.expr(&node.value)?;
                let target = self.target(&node.target)?;
                StmtKind::AugAssign(target, binary(node.op), value)
            }
            Ast::AnnAssign(node) => self.ann_assign(node)?,
            Ast::Return(node) => {
                let value = node.value.as_deref().map(|value| self.expr(value));
                StmtKind::Return(value.transpose()?)
            }
            Ast::Raise(node) => {
                let exception = node.exc.as_deref().map(|value| self.expr(value));
                let exception = exception.transpose()?;
                let cause = node.cause.as_deref().map(|value| self.expr(value));
                StmtKind::Raise(exception, cause.transpose()?)
            }
            Ast::Assert(node) => {
                let test = self.expr(&node.test)?;
                let message = node.msg.as_deref().map(|value| self.expr(value));
                let place = compared(&node.test).unwrap_or(node.range);
                StmtKind::Assert(test, message.transpose()?, span(place))
            }
            Ast::Delete(node) => {
                let targets = node
                    .targets
                    .iter()
                    .map(|target| self.target(target))
                    .collect::<PyResult<Vec<_>>>()?;
                StmtKind::Delete(targets)
            }
            Ast::Pass(_) | Ast::Global(_) | Ast::Nonlocal(_) => return Ok(None),
            Ast::Break(node) => {
                if self.state().loops == 0 {
                    return self.syntax_error("'break' outside loop", node.range);
                }
                StmtKind::Break
            }
            Ast::Continue(node) => {
                if self.state().loops == 0 {
                    return self.syntax_error("'continue' not properly in loop", node.range);
                }
                StmtKind::Continue
            }
            Ast::If(node) => self.if_stmt(node)?,
            Ast::While(node) => self.while_stmt(node)?,
            Ast::For(node) => self.for_stmt(node)?,
            Ast::Try(node) => self.try_stmt(node)?,
            Ast::With(node) => return self.with_stmt(node, out).map(Some),
            Ast::Match(node) => self.match_stmt(node)?,
            Ast::FunctionDef(node) => self.function(node)?,
            Ast::ClassDef(node) => self.class(node, out)?,
            Ast::Import(node) => self.import(node),
            Ast::ImportFrom(node) => self.import_from(node),
            Ast::TypeAlias(node) => {
                self.type_params(node.type_params.as_deref(), out);
                let value = self.expr(&node.value)?;
                let target = self.target(&node.name)?;
                StmtKind::Assign(vec![target], value)
            }
            Ast::IpyEscapeCommand(node) => {
                return self.unsupported("IPython commands", node.range);
            }
        }))
    }

    pub(super) fn target(&mut self, target: &AstExpr) -> PyResult<Target> {
        let at = span_of(target);
        Ok(match target {
            AstExpr::Name(name) => Target::Name(self.var(name.id.as_str()), at),
            AstExpr::Attribute(node) => {
                let name = self.name(node.attr.as_str());
                let at = self.attribute_span(node, at);
                Target::Attribute(Box::new(self.expr(&node.value)?), name, at)
            }
            AstExpr::Subscript(node) => {
                let value = self.expr(&node.value)?;
                let index = self.expr(&node.slice)?;
                Target::Subscript(Box::new((value, index)), at)
            }
            AstExpr::Tuple(node) => self.unpack(&node.elts, node.range)?,
            AstExpr::List(node) => self.unpack(&node.elts, node.range)?,
            AstExpr::Starred(node) => {
                return self.syntax_error(
                    "starred assignment target must be in a list or tuple",
                    node.range,
                );
            }
            other => return self.syntax_error("cannot assign to expression", other.range()),
        })
    }

    fn unpack(&mut self, elements: &[AstExpr], range: TextRange) -> PyResult<Target> {
        let mut star = None;
        let mut targets = Vec::with_capacity(elements.len());
        for (index, element) in elements.iter().enumerate() {
            let inner = match element {
                AstExpr::Starred(starred) => {
                    if star.replace(index).is_some() {
                        return self
                            .syntax_error("multiple starred expressions in assignment", range);
                    }
                    &starred.value
                }
                other => other,
            };
            targets.push(self.target(inner)?);
        }
        Ok(Target::Unpack(targets, star, span(range)))
    }

    fn ann_assign(&mut self, node: &ast::StmtAnnAssign) -> PyResult<StmtKind> {
        let kind = self.kind();
        let value = node.value.as_deref().map(|value| self.expr(value));
        let value = value.transpose()?;
        let target = self.target(&node.target)?;
        let evaluates = matches!(kind, ScopeKind::Module | ScopeKind::Class);
        let record = match &*node.target {
            AstExpr::Name(name) if node.simple && evaluates => Some(self.name(name.id.as_str())),
            _ => None,
        };
        let annotation = if !evaluates {
            None
        } else if self.text_annotations {
            let text = self.file.slice(span_of(&*node.annotation));
            Some(Expr {
                kind: ExprKind::Const(Value::str(text)),
                span: span_of(&*node.annotation),
            })
        } else {
            Some(self.expr(&node.annotation)?)
        };
        Ok(StmtKind::AnnAssign(Box::new(AnnAssign {
            target,
            annotation,
            record,
            value,
        })))
    }

    fn if_stmt(&mut self, node: &ast::StmtIf) -> PyResult<StmtKind> {
        let test = self.expr(&node.test)?;
        let before = std::mem::take(&mut self.state().before);
        let body = self.block(&node.body)?;
        let mut branches = vec![(test, body)];
        let orelse = self.elif(&node.elif_else_clauses, &mut branches)?;
        self.state().before = before;
        Ok(StmtKind::If(branches, orelse))
    }

    /// The rest of an `if`. A test that needs statements before it makes the rest a nested `if`.
    fn elif(
        &mut self,
        clauses: &[ast::ElifElseClause],
        branches: &mut Vec<(Expr, Block)>,
    ) -> PyResult<Block> {
        for (index, clause) in clauses.iter().enumerate() {
            let Some(test) = &clause.test else {
                return self.block(&clause.body);
            };
            let test = self.expr(test)?;
            let before = std::mem::take(&mut self.state().before);
            let body = self.block(&clause.body)?;
            if before.is_empty() {
                branches.push((test, body));
                continue;
            }
            let mut inner = vec![(test, body)];
            let orelse = self.elif(&clauses[index + 1..], &mut inner)?;
            let mut statements = before;
            statements.push(Stmt {
                kind: StmtKind::If(inner, orelse),
                span: span(clause.range),
            });
            return Ok(statements.into());
        }
        Ok(Rc::new([]))
    }

    fn loop_body(&mut self, body: &[Ast]) -> PyResult<Block> {
        self.state().loops += 1;
        let block = self.block(body);
        self.state().loops -= 1;
        block
    }

    fn while_stmt(&mut self, node: &ast::StmtWhile) -> PyResult<StmtKind> {
        let outer = std::mem::take(&mut self.state().before);
        let test = self.expr(&node.test)?;
        let before = std::mem::replace(&mut self.state().before, outer);
        let body = self.loop_body(&node.body)?;
        let orelse = self.block(&node.orelse)?;
        if before.is_empty() {
            return Ok(StmtKind::While(Rc::new(While { test, body, orelse })));
        }
        // The test yields: `while True: <before>; if not test: <orelse>; break`.
        let at = test.span;
        let mut leave: Vec<Stmt> = Vec::new();
        if !orelse.is_empty() {
            leave.push(Stmt {
                kind: StmtKind::If(vec![(always(), orelse)], Rc::new([])),
                span: at,
            });
        }
        leave.push(Stmt {
            kind: StmtKind::Break,
            span: at,
        });
        let not = Expr {
            kind: ExprKind::Unary(Box::new(test), Unary::Not),
            span: at,
        };
        let mut statements = before;
        statements.push(Stmt {
            kind: StmtKind::If(vec![(not, leave.into())], body),
            span: at,
        });
        Ok(StmtKind::While(Rc::new(While {
            test: always(),
            body: statements.into(),
            orelse: Rc::new([]),
        })))
    }

    fn for_stmt(&mut self, node: &ast::StmtFor) -> PyResult<StmtKind> {
        let iter = self.expr(&node.iter)?;
        let before = std::mem::take(&mut self.state().before);
        let target = self.target(&node.target)?;
        let body = self.loop_body(&node.body)?;
        let orelse = self.block(&node.orelse)?;
        self.state().before = before;
        Ok(StmtKind::For(Rc::new(For {
            span: span(node.range),
            target,
            iter,
            body,
            orelse,
            is_async: node.is_async,
        })))
    }

    fn try_stmt(&mut self, node: &ast::StmtTry) -> PyResult<StmtKind> {
        let guards = node.handlers.iter().any(catches_import_error);
        self.state().guards += usize::from(guards);
        let body = self.block(&node.body);
        self.state().guards -= usize::from(guards);
        let body = body?;
        let mut handlers = Vec::with_capacity(node.handlers.len());
        for (index, handler) in node.handlers.iter().enumerate() {
            let ast::ExceptHandler::ExceptHandler(handler) = handler;
            if handler.type_.is_none() && index + 1 < node.handlers.len() {
                return self.syntax_error("default 'except:' must be last", handler.range);
            }
            let class = handler.type_.as_deref().map(|class| self.expr(class));
            let class = class.transpose()?;
            let name = handler.name.as_ref().map(|name| self.var(name.as_str()));
            handlers.push(Handler {
                class,
                name,
                body: self.block(&handler.body)?,
            });
        }
        Ok(StmtKind::Try(Rc::new(Try {
            star: node.is_star,
            body,
            handlers,
            orelse: self.block(&node.orelse)?,
            finally: self.block(&node.finalbody)?,
        })))
    }

    /// Several items are nested, each in the body of the one before.
    fn with_stmt(&mut self, node: &ast::StmtWith, out: &mut Vec<Stmt>) -> PyResult<StmtKind> {
        let (first, rest) = match node.items.split_first() {
            Some(parts) => parts,
            None => return self.unsupported("with without items", node.range),
        };
        let context = self.expr(&first.context_expr)?;
        out.append(&mut self.state().before);
        let target = match &first.optional_vars {
            Some(target) => Some(self.target(target)?),
            None => None,
        };
        // `with suppress(ImportError)` waits for the error as `try` does.
        let guards = suppresses_import_error(&first.context_expr);
        self.state().guards += usize::from(guards);
        let body = self.with_body(node, rest);
        self.state().guards -= usize::from(guards);
        Ok(StmtKind::With(Rc::new(With {
            span: span(node.range),
            context,
            target,
            body: body?,
            is_async: node.is_async,
        })))
    }

    fn with_body(&mut self, node: &ast::StmtWith, rest: &[ast::WithItem]) -> PyResult<Block> {
        Ok(if rest.is_empty() {
            self.block(&node.body)?
        } else {
            let inner = ast::StmtWith {
                node_index: node.node_index.clone(),
                range: node.range,
                is_async: node.is_async,
                items: rest.to_vec(),
                body: node.body.clone(),
            };
            let mut statements = Vec::new();
            let kind = self.with_stmt(&inner, &mut statements)?;
            statements.push(Stmt {
                kind,
                span: span(node.range),
            });
            statements.into()
        })
    }

    fn match_stmt(&mut self, node: &ast::StmtMatch) -> PyResult<StmtKind> {
        let subject = self.expr(&node.subject)?;
        let before = std::mem::take(&mut self.state().before);
        let mut cases = Vec::with_capacity(node.cases.len());
        for case in &node.cases {
            let pattern = self.pattern(&case.pattern)?;
            let guard = case.guard.as_deref().map(|guard| self.expr(guard));
            let guard = guard.transpose()?;
            cases.push((pattern, guard, self.block(&case.body)?));
        }
        self.state().before = before;
        Ok(StmtKind::Match(Rc::new(Match { subject, cases })))
    }

    pub(super) fn params(
        &mut self,
        parameters: &ast::Parameters,
    ) -> PyResult<(Params, Vec<Rc<str>>)> {
        let mut names: Vec<Rc<str>> = Vec::new();
        let plain = parameters.posonlyargs.iter().chain(&parameters.args);
        for param in plain.chain(&parameters.kwonlyargs) {
            names.push(self.name(param.name().as_str()));
        }
        for param in [&parameters.vararg, &parameters.kwarg]
            .into_iter()
            .flatten()
        {
            names.push(self.name(param.name.as_str()));
        }
        for (index, name) in names.iter().enumerate() {
            if names[..index].contains(name) {
                return self.syntax_error(
                    format!("duplicate argument '{name}' in function definition"),
                    parameters.range,
                );
            }
        }
        let params = Params {
            positional_only: parameters.posonlyargs.len(),
            positional: parameters.posonlyargs.len() + parameters.args.len(),
            keyword_only: parameters.kwonlyargs.len(),
            varargs: parameters.vararg.is_some(),
            kwargs: parameters.kwarg.is_some(),
        };
        Ok((params, names))
    }

    pub(super) fn param_defaults(
        &mut self,
        parameters: &ast::Parameters,
    ) -> PyResult<Vec<Option<Expr>>> {
        parameters
            .iter_non_variadic_params()
            .map(|param| {
                let default = param.default.as_deref();
                default.map(|default| self.expr(default)).transpose()
            })
            .collect()
    }

    fn decorators(&mut self, decorators: &[ast::Decorator]) -> PyResult<Vec<Expr>> {
        decorators
            .iter()
            .map(|decorator| self.expr(&decorator.expression))
            .collect()
    }

    /// Type parameters are variables of the scope around; nothing looks at what they are.
    fn type_params(&mut self, params: Option<&ast::TypeParams>, out: &mut Vec<Stmt>) {
        for param in params.into_iter().flat_map(|params| params.iter()) {
            let name = param.name();
            let at = span(name.range);
            let target = Target::Name(self.var(name.as_str()), at);
            out.push(Stmt {
                kind: StmtKind::Assign(
                    vec![target],
                    Expr {
                        kind: ExprKind::Const(Value::str(name.as_str())),
                        span: at,
                    },
                ),
                span: at,
            });
        }
    }

    fn function(&mut self, node: &ast::StmtFunctionDef) -> PyResult<StmtKind> {
        let decorators = self.decorators(&node.decorator_list)?;
        let (params, names) = self.params(&node.parameters)?;
        let defaults = self.param_defaults(&node.parameters)?;
        let scope = self.scopes.find(node.range, ScopeKind::Function);
        let target = self.var(node.name.as_str());
        let qualname = intern(&format!("{}{}", self.state().prefix, node.name));
        let mut annotations = Vec::new();
        for param in node.parameters.iter() {
            if let Some(annotation) = param.annotation() {
                annotations.push((self.name(param.name().as_str()), span_of(annotation)));
            }
        }
        if let Some(returns) = &node.returns {
            annotations.push((intern("return"), span_of(&**returns)));
        }
        let entered = self.enter(scope, &names, format!("{qualname}.<locals>."));
        self.state().is_async = node.is_async;
        let kind = self.function_kind(scope, node.is_async);
        let body = self.block(&node.body);
        let locals = self.leave();
        let code = Rc::new(Code {
            name: intern(node.name.as_str()),
            qualname,
            file: self.file.clone(),
            span: span(node.range),
            kind,
            params,
            body: body?,
            locals,
            cellvars: entered.cellvars,
            freevars: entered.freevars,
            doc: doc_string(&node.body),
            annotations,
            text_annotations: self.text_annotations,
        });
        let def = FunctionDef {
            code,
            defaults,
            closure: entered.closure,
        };
        Ok(StmtKind::Function(Rc::new(def), decorators, target))
    }

    fn class(&mut self, node: &ast::StmtClassDef, out: &mut Vec<Stmt>) -> PyResult<StmtKind> {
        let decorators = self.decorators(&node.decorator_list)?;
        self.type_params(node.type_params.as_deref(), out);
        let mut bases = Vec::new();
        let mut keywords = Vec::new();
        if let Some(arguments) = &node.arguments {
            for argument in &arguments.args {
                bases.push(match argument {
                    AstExpr::Starred(starred) => Item::Star(self.expr(&starred.value)?),
                    other => Item::One(self.expr(other)?),
                });
            }
            for keyword in &arguments.keywords {
                let name = keyword.arg.as_ref().map(|name| intern(name.as_str()));
                keywords.push((name, self.expr(&keyword.value)?));
            }
        }
        let scope = self.scopes.find(node.range, ScopeKind::Class);
        let target = self.var(node.name.as_str());
        let qualname = intern(&format!("{}{}", self.state().prefix, node.name));
        let entered = self.enter(scope, &[], format!("{qualname}."));
        let body = self.block(&node.body);
        let locals = self.leave();
        let name = intern(node.name.as_str());
        let code = Rc::new(Code {
            name: name.clone(),
            qualname,
            file: self.file.clone(),
            span: span(node.range),
            kind: CodeKind::Class,
            params: Params::default(),
            body: body?,
            locals,
            cellvars: entered.cellvars,
            freevars: entered.freevars,
            doc: doc_string(&node.body),
            annotations: Vec::new(),
            text_annotations: self.text_annotations,
        });
        Ok(StmtKind::Class(Rc::new(ClassDef {
            name,
            bases,
            keywords,
            decorators,
            code,
            closure: entered.closure,
            target,
            generic: node.type_params.is_some(),
        })))
    }

    fn import(&mut self, node: &ast::StmtImport) -> StmtKind {
        let guarded = self.state().guards > 0;
        let mut names = Vec::with_capacity(node.names.len());
        for alias in &node.names {
            let dotted = alias.name.as_str();
            let first = dotted.split('.').next().unwrap_or("");
            let variable = alias.asname.as_ref().map_or(first, |name| name.as_str());
            names.push(ImportName {
                module: intern(dotted),
                renamed: alias.asname.is_some(),
                target: self.var(variable),
                guarded,
                span: span(node.range),
            });
        }
        StmtKind::Import(names)
    }

    fn import_from(&mut self, node: &ast::StmtImportFrom) -> StmtKind {
        let mut names = Vec::with_capacity(node.names.len());
        let mut star = false;
        for alias in &node.names {
            if alias.name.as_str() == "*" {
                star = true;
                continue;
            }
            let variable = alias.asname.as_ref().unwrap_or(&alias.name);
            names.push((
                intern(alias.name.as_str()),
                self.var(variable.as_str()),
                span(alias.range),
            ));
        }
        StmtKind::ImportFrom(Rc::new(ImportFrom {
            module: intern(node.module.as_ref().map_or("", |name| name.as_str())),
            level: node.level,
            names,
            star,
            guarded: self.state().guards > 0,
        }))
    }
}

/// The comparison that CPython shows for a failed `assert`: the last one that decides it.
fn compared(test: &AstExpr) -> Option<TextRange> {
    match test {
        AstExpr::Compare(node) => Some(node.range),
        AstExpr::UnaryOp(node) if node.op == ast::UnaryOp::Not => compared(&node.operand),
        AstExpr::BoolOp(node) => node.values.iter().rev().find_map(compared),
        AstExpr::If(node) => [&node.orelse, &node.body, &node.test]
            .into_iter()
            .find_map(|part| compared(part)),
        _ => None,
    }
}

/// Whether an exception class is that of a failed import, or one that it extends.
fn catches(class: &AstExpr) -> bool {
    match class {
        AstExpr::Name(name) => matches!(
            name.id.as_str(),
            "ImportError" | "ModuleNotFoundError" | "Exception" | "BaseException"
        ),
        AstExpr::Tuple(tuple) => tuple.elts.iter().any(catches),
        _ => false,
    }
}

fn suppresses_import_error(context: &AstExpr) -> bool {
    let AstExpr::Call(call) = context else {
        return false;
    };
    let name = match &*call.func {
        AstExpr::Name(name) => name.id.as_str(),
        AstExpr::Attribute(attribute) => attribute.attr.as_str(),
        _ => return false,
    };
    name == "suppress" && call.arguments.args.iter().any(catches)
}

/// Whether a handler would catch the error of an import.
fn catches_import_error(handler: &ast::ExceptHandler) -> bool {
    let ast::ExceptHandler::ExceptHandler(handler) = handler;
    handler.type_.as_deref().is_none_or(catches)
}
