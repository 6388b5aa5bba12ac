//! Which names each scope binds and uses, and from that where each variable lives.

use std::rc::Rc;

use indexmap::IndexMap;
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    self as ast, ExceptHandler, Expr, ExprContext, Parameters, Pattern, Stmt, TypeParam,
};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::names::intern;
use crate::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Comprehension,
}

#[derive(Debug, Clone, Copy, Default)]
struct Symbol {
    bound: bool,
    global: bool,
    nonlocal: bool,
    param: bool,
    /// An inner function uses it.
    cell: bool,
    /// It is a variable of an outer function, used here or passed on to an inner one.
    free: bool,
}

/// Where a name lives, seen from a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Local,
    Cell,
    Global,
    ClassName,
    ClassCell,
}

pub(super) struct Scope {
    pub(super) kind: ScopeKind,
    parent: usize,
    symbols: IndexMap<Rc<str>, Symbol, FxBuildHasher>,
    pub(super) has_yield: bool,
    pub(super) has_await: bool,
    /// The class whose private names are mangled here.
    private: Option<Rc<str>>,
}

/// A mistake that the parser does not see.
pub(crate) struct ScopeError {
    pub(crate) message: String,
    pub(crate) span: Span,
}

/// All scopes of a module.
pub(super) struct Scopes {
    pub(super) scopes: Vec<Scope>,
    by_range: FxHashMap<(u32, u32, ScopeKind), usize>,
}

impl std::hash::Hash for ScopeKind {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (*self as u8).hash(state);
    }
}

fn key(range: TextRange, kind: ScopeKind) -> (u32, u32, ScopeKind) {
    (range.start().to_u32(), range.end().to_u32(), kind)
}

pub(super) fn span(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

/// `__name` inside a class is `_Class__name`.
pub(super) fn mangle(class: Option<&Rc<str>>, name: &str) -> Rc<str> {
    let Some(class) = class else {
        return intern(name);
    };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return intern(name);
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() {
        return intern(name);
    }
    intern(&format!("_{class}{name}"))
}

impl Scopes {
    pub(super) fn collect(module: &[Stmt]) -> Result<Self, ScopeError> {
        let mut collector = Collector {
            scopes: Scopes {
                scopes: Vec::new(),
                by_range: FxHashMap::default(),
            },
            current: 0,
            error: None,
        };
        collector
            .scopes
            .scopes
            .push(Scope::new(ScopeKind::Module, 0, None));
        collector.visit_body(module);
        if let Some(error) = collector.error {
            return Err(error);
        }
        let mut scopes = collector.scopes;
        scopes.resolve()?;
        Ok(scopes)
    }

    pub(super) fn find(&self, range: TextRange, kind: ScopeKind) -> usize {
        self.by_range.get(&key(range, kind)).copied().unwrap_or(0)
    }

    /// Make variables of outer functions known in every scope between their function and their use.
    fn resolve(&mut self) -> Result<(), ScopeError> {
        for index in 1..self.scopes.len() {
            let names: Vec<(Rc<str>, Symbol)> = self.scopes[index]
                .symbols
                .iter()
                .map(|(name, symbol)| (name.clone(), *symbol))
                .collect();
            for (name, symbol) in names {
                let free = symbol.nonlocal || !(symbol.bound || symbol.global);
                if !free {
                    continue;
                }
                if let Some(owner) = self.owner(index, &name) {
                    self.pass_on(index, owner, &name);
                } else if symbol.nonlocal {
                    return Err(ScopeError {
                        message: format!("no binding for nonlocal '{name}' found"),
                        span: Span::default(),
                    });
                }
            }
        }
        Ok(())
    }

    /// The enclosing function scope that binds the name.
    fn owner(&self, from: usize, name: &str) -> Option<usize> {
        let mut at = from;
        while at != 0 {
            at = self.scopes[at].parent;
            let scope = &self.scopes[at];
            match scope.kind {
                ScopeKind::Module => return None,
                ScopeKind::Class => {
                    if name == "__class__" {
                        return Some(at);
                    }
                }
                ScopeKind::Function | ScopeKind::Comprehension => match scope.symbols.get(name) {
                    Some(symbol) if symbol.global => return None,
                    Some(symbol) if symbol.bound && !symbol.nonlocal => return Some(at),
                    _ => {}
                },
            }
        }
        None
    }

    fn pass_on(&mut self, from: usize, owner: usize, name: &Rc<str>) {
        let mut at = from;
        while at != owner {
            self.scopes[at]
                .symbols
                .entry(name.clone())
                .or_default()
                .free = true;
            at = self.scopes[at].parent;
        }
        self.scopes[owner]
            .symbols
            .entry(name.clone())
            .or_default()
            .cell = true;
    }

    /// Whether the scope says `global name`.
    pub(super) fn is_declared_global(&self, scope: usize, name: &str) -> bool {
        let symbol = self.scopes[scope].symbols.get(name);
        symbol.is_some_and(|symbol| symbol.global)
    }

    pub(super) fn place(&self, scope: usize, name: &str) -> Place {
        let scope = &self.scopes[scope];
        let symbol = scope.symbols.get(name).copied().unwrap_or_default();
        match scope.kind {
            ScopeKind::Module => Place::Global,
            ScopeKind::Class => {
                if symbol.global {
                    Place::Global
                } else if symbol.nonlocal {
                    Place::Cell
                } else if symbol.free && !symbol.bound {
                    Place::ClassCell
                } else {
                    Place::ClassName
                }
            }
            ScopeKind::Function | ScopeKind::Comprehension => {
                if symbol.global {
                    Place::Global
                } else if symbol.free || (symbol.cell && symbol.bound) {
                    Place::Cell
                } else if symbol.bound {
                    Place::Local
                } else {
                    Place::Global
                }
            }
        }
    }

    /// Names that live in cells made by this scope.
    pub(super) fn cellvars(&self, scope: usize) -> Vec<Rc<str>> {
        let scope = &self.scopes[scope];
        scope
            .symbols
            .iter()
            .filter(|(name, symbol)| {
                symbol.cell
                    && if scope.kind == ScopeKind::Class {
                        &***name == "__class__"
                    } else {
                        !symbol.free
                    }
            })
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// Names that live in cells of outer functions.
    pub(super) fn freevars(&self, scope: usize) -> Vec<Rc<str>> {
        self.scopes[scope]
            .symbols
            .iter()
            .filter(|(_, symbol)| symbol.free)
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// Names that live in slots, parameters not included.
    pub(super) fn plain_locals(&self, scope: usize) -> Vec<Rc<str>> {
        let inner = &self.scopes[scope];
        inner
            .symbols
            .iter()
            .filter(|(name, symbol)| !symbol.param && self.place(scope, name) == Place::Local)
            .map(|(name, _)| name.clone())
            .collect()
    }

    pub(super) fn private(&self, scope: usize) -> Option<&Rc<str>> {
        self.scopes[scope].private.as_ref()
    }
}

impl Scope {
    fn new(kind: ScopeKind, parent: usize, private: Option<Rc<str>>) -> Self {
        Self {
            kind,
            parent,
            symbols: IndexMap::default(),
            has_yield: false,
            has_await: false,
            private,
        }
    }
}

struct Collector {
    scopes: Scopes,
    current: usize,
    error: Option<ScopeError>,
}

impl Collector {
    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes.scopes[self.current]
    }

    fn symbol(&mut self, name: &str) -> &mut Symbol {
        let scope = self.scope();
        let name = mangle(scope.private.as_ref(), name);
        scope.symbols.entry(name).or_default()
    }

    fn bind(&mut self, name: &str) {
        self.symbol(name).bound = true;
    }

    fn inside(
        &mut self,
        range: TextRange,
        kind: ScopeKind,
        private: Option<Rc<str>>,
        visit: impl FnOnce(&mut Self),
    ) {
        let parent = self.current;
        let index = self.scopes.scopes.len();
        self.scopes.by_range.insert(key(range, kind), index);
        self.scopes.scopes.push(Scope::new(kind, parent, private));
        self.current = index;
        visit(self);
        self.current = parent;
    }

    fn private(&mut self) -> Option<Rc<str>> {
        self.scope().private.clone()
    }

    fn bind_params(&mut self, parameters: &Parameters) {
        for param in parameters.iter() {
            let symbol = self.symbol(param.name().as_str());
            symbol.bound = true;
            symbol.param = true;
        }
    }

    fn defaults(&mut self, parameters: &Parameters) {
        for param in parameters.iter_non_variadic_params() {
            if let Some(default) = &param.default {
                self.visit_expr(default);
            }
        }
    }

    /// The function scope around comprehensions: where `:=` binds.
    fn named_target(&mut self, name: &str) {
        let from = self.current;
        let mut at = from;
        while self.scopes.scopes[at].kind == ScopeKind::Comprehension {
            at = self.scopes.scopes[at].parent;
        }
        if at == from {
            self.bind(name);
            return;
        }
        self.current = at;
        let is_function = self.scope().kind == ScopeKind::Function;
        let is_global = self.symbol(name).global;
        self.bind(name);
        self.current = from;
        let mut inner = from;
        while inner != at {
            self.current = inner;
            let symbol = self.symbol(name);
            if is_function && !is_global {
                symbol.nonlocal = true;
            } else {
                symbol.global = true;
            }
            inner = self.scopes.scopes[inner].parent;
        }
        self.current = from;
    }

    fn comprehension<'a>(
        &mut self,
        range: TextRange,
        generators: &'a [ast::Comprehension],
        elements: &[&'a Expr],
    ) {
        let Some(first) = generators.first() else {
            return;
        };
        self.visit_expr(&first.iter);
        let private = self.private();
        self.inside(range, ScopeKind::Comprehension, private, |this| {
            let symbol = this.symbol(".0");
            symbol.bound = true;
            symbol.param = true;
            for (index, generator) in generators.iter().enumerate() {
                this.visit_expr(&generator.target);
                if index > 0 {
                    this.visit_expr(&generator.iter);
                }
                if generator.is_async {
                    this.scope().has_await = true;
                }
                for test in &generator.ifs {
                    this.visit_expr(test);
                }
            }
            for element in elements {
                this.visit_expr(element);
            }
        });
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.defaults(&def.parameters);
        self.bind(def.name.as_str());
        self.type_params(def.type_params.as_deref());
        let private = self.private();
        self.inside(def.range, ScopeKind::Function, private, |this| {
            this.bind_params(&def.parameters);
            this.visit_body(&def.body);
        });
    }

    fn type_params(&mut self, params: Option<&ast::TypeParams>) {
        for param in params.into_iter().flat_map(|params| params.iter()) {
            self.bind(param.name().as_str());
            if let TypeParam::TypeVar(var) = param
                && let Some(bound) = &var.bound
            {
                let _ = bound;
            }
        }
    }

    fn class(&mut self, def: &ast::StmtClassDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.type_params(def.type_params.as_deref());
        if let Some(arguments) = &def.arguments {
            for argument in &arguments.args {
                self.visit_expr(argument);
            }
            for keyword in &arguments.keywords {
                self.visit_expr(&keyword.value);
            }
        }
        self.bind(def.name.as_str());
        let private = Some(Rc::from(def.name.as_str()));
        self.inside(def.range, ScopeKind::Class, private, |this| {
            this.visit_body(&def.body);
        });
    }

    fn fail(&mut self, message: String, range: TextRange) {
        if self.error.is_none() {
            self.error = Some(ScopeError {
                message,
                span: span(range),
            });
        }
    }

    fn declare(&mut self, name: &ast::Identifier, global: bool, range: TextRange) {
        let word = if global { "global" } else { "nonlocal" };
        let is_module = self.scope().kind == ScopeKind::Module;
        if is_module && !global {
            self.fail(
                "nonlocal declaration not allowed at module level".into(),
                range,
            );
            return;
        }
        let symbol = *self.symbol(name.as_str());
        if symbol.param {
            self.fail(format!("name '{name}' is parameter and {word}"), range);
        } else if symbol.bound && !is_module {
            self.fail(
                format!("name '{name}' is assigned to before {word} declaration"),
                range,
            );
        }
        let symbol = self.symbol(name.as_str());
        if global {
            symbol.global = true;
        } else {
            symbol.nonlocal = true;
        }
    }
}

impl<'a> Visitor<'a> for Collector {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Global(global) => {
                for name in &global.names {
                    self.declare(name, true, global.range);
                }
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    self.declare(name, false, nonlocal.range);
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind(name.as_str()),
                        None => {
                            let first = alias.name.as_str().split('.').next().unwrap_or("");
                            self.bind(first);
                        }
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    if name.as_str() != "*" {
                        self.bind(name.as_str());
                    } else if self.scope().kind != ScopeKind::Module {
                        self.fail("import * only allowed at module level".into(), import.range);
                    }
                }
            }
            Stmt::AnnAssign(assign) => {
                self.visit_expr(&assign.target);
                if self.scope().kind != ScopeKind::Function {
                    self.visit_expr(&assign.annotation);
                }
                if let Some(value) = &assign.value {
                    self.visit_expr(value);
                }
            }
            Stmt::For(node) => {
                if node.is_async {
                    self.scope().has_await = true;
                }
                visitor::walk_stmt(self, stmt);
            }
            Stmt::With(node) => {
                if node.is_async {
                    self.scope().has_await = true;
                }
                visitor::walk_stmt(self, stmt);
            }
            Stmt::Return(node) => {
                if !matches!(self.scope().kind, ScopeKind::Function) {
                    self.fail("'return' outside function".into(), node.range);
                }
                visitor::walk_stmt(self, stmt);
            }
            Stmt::TypeAlias(alias) => {
                self.visit_expr(&alias.name);
                self.type_params(alias.type_params.as_deref());
                self.visit_expr(&alias.value);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(name.as_str());
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::MatchStar(ast::PatternMatchStar {
                name: Some(name), ..
            })
            | Pattern::MatchMapping(ast::PatternMatchMapping {
                rest: Some(name), ..
            })
            | Pattern::MatchAs(ast::PatternMatchAs {
                name: Some(name), ..
            }) => self.bind(name.as_str()),
            _ => {}
        }
        visitor::walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load | ExprContext::Invalid => {
                    let id = name.id.as_str();
                    self.symbol(id);
                    if id == "super" {
                        self.symbol("__class__");
                    }
                }
                ExprContext::Store | ExprContext::Del => self.bind(name.id.as_str()),
            },
            Expr::Named(named) => {
                if let Expr::Name(name) = &*named.target {
                    self.named_target(name.id.as_str());
                }
                self.visit_expr(&named.value);
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                let private = self.private();
                self.inside(lambda.range, ScopeKind::Function, private, |this| {
                    if let Some(parameters) = &lambda.parameters {
                        this.bind_params(parameters);
                    }
                    this.visit_expr(&lambda.body);
                });
            }
            Expr::ListComp(comp) => {
                self.comprehension(comp.range, &comp.generators, &[&comp.elt]);
            }
            Expr::SetComp(comp) => {
                self.comprehension(comp.range, &comp.generators, &[&comp.elt]);
            }
            Expr::Generator(comp) => {
                self.comprehension(comp.range, &comp.generators, &[&comp.elt]);
            }
            Expr::DictComp(comp) => {
                let mut elements: Vec<&Expr> = comp.key.as_deref().into_iter().collect();
                elements.push(&comp.value);
                self.comprehension(comp.range, &comp.generators, &elements);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                if self.scope().kind != ScopeKind::Function {
                    self.fail("'yield' outside function".into(), expr.range());
                }
                self.scope().has_yield = true;
                visitor::walk_expr(self, expr);
            }
            Expr::Await(_) => {
                self.scope().has_await = true;
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}
