//! From source text to the tree that is executed.

mod blame;
mod comprehension;
mod expr;
mod pattern;
pub(crate) mod prescan;
mod scope;
mod stmt;
pub(crate) mod syntax;
mod tokens;

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use crate::error::{PyError, PyResult};
use crate::ir::{Block, Code, CodeKind, Params, Stmt, Var};
use crate::names::intern;
use crate::source::{SourceFile, Span};
use scope::{Place, ScopeKind, Scopes, mangle};

pub(crate) use syntax::SyntaxProblem;

/// Parse and lower a module.
///
/// # Errors
/// `SyntaxError` and its kin; unsupported constructs.
pub(crate) fn module(file: &Rc<SourceFile>) -> PyResult<Rc<Code>> {
    lower_module(file, false)
}

/// As [`module`], for `exec`: the names of the text are looked for in its locals first.
///
/// # Errors
/// As [`module`].
pub(crate) fn dynamic_module(file: &Rc<SourceFile>) -> PyResult<Rc<Code>> {
    lower_module(file, true)
}

fn lower_module(file: &Rc<SourceFile>, dynamic: bool) -> PyResult<Rc<Code>> {
    let parsed = syntax::parse(file.text()).map_err(|problem| problem.into_error(file))?;
    let body = &parsed.syntax().body;
    let scopes = Scopes::collect(body)
        .map_err(|error| SyntaxProblem::at(error.message, error.span).into_error(file))?;
    let mut lower = Lower {
        file: file.clone(),
        scopes,
        functions: Vec::new(),
        text_annotations: has_text_annotations(body),
        dynamic,
    };
    lower.functions.push(FunctionState::new(0, String::new()));
    let doc = doc_string(body);
    let block = lower.block(body)?;
    let state = lower.functions.pop();
    Ok(Rc::new(Code {
        name: intern("<module>"),
        qualname: intern("<module>"),
        file: file.clone(),
        span: Span::default(),
        kind: CodeKind::Module,
        params: Params::default(),
        body: block,
        locals: state.map(|state| state.locals).unwrap_or_default(),
        cellvars: Vec::new(),
        freevars: Vec::new(),
        doc,
        annotations: Vec::new(),
        text_annotations: lower.text_annotations,
    }))
}

/// Lower an expression as code that returns its value.
///
/// # Errors
/// As [`module`].
pub(crate) fn expression(file: &Rc<SourceFile>) -> PyResult<Rc<Code>> {
    lower_expression(file, false)
}

/// As [`expression`], for `eval`.
///
/// # Errors
/// As [`module`].
pub(crate) fn dynamic_expression(file: &Rc<SourceFile>) -> PyResult<Rc<Code>> {
    lower_expression(file, true)
}

fn lower_expression(file: &Rc<SourceFile>, dynamic: bool) -> PyResult<Rc<Code>> {
    if dynamic && let Some(span) = begins_statement(file.text()) {
        let mut problem = SyntaxProblem::at("invalid syntax".to_owned(), span);
        if file.text().trim().is_empty() {
            problem.line = Some(0);
        }
        return Err(problem.into_error(file));
    }
    let parsed = syntax::parse(file.text()).map_err(|problem| problem.into_error(file))?;
    let body = &parsed.syntax().body;
    let scopes = Scopes::collect(body)
        .map_err(|error| SyntaxProblem::at(error.message, error.span).into_error(file))?;
    let mut lower = Lower {
        file: file.clone(),
        scopes,
        functions: vec![FunctionState::new(0, String::new())],
        text_annotations: false,
        dynamic,
    };
    let [ast::Stmt::Expr(statement)] = body.as_slice() else {
        let range = not_an_expression(file.text(), body);
        return lower.syntax_error("invalid syntax", range);
    };
    let value = lower.expr(&statement.value)?;
    let span = value.span;
    let body = vec![Stmt {
        kind: crate::ir::StmtKind::Return(Some(value)),
        span,
    }];
    Ok(Rc::new(Code {
        name: intern("<module>"),
        qualname: intern("<module>"),
        file: file.clone(),
        span,
        kind: CodeKind::Module,
        params: Params::default(),
        body: body.into(),
        locals: Vec::new(),
        cellvars: Vec::new(),
        freevars: Vec::new(),
        doc: None,
        annotations: Vec::new(),
        text_annotations: false,
    }))
}

/// The keyword that a text begins with, when no expression can begin with it; all of a text that is empty.
fn begins_statement(text: &str) -> Option<Span> {
    const KEYWORDS: &[&str] = &[
        "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "nonlocal", "or",
        "pass", "raise", "return", "try", "while", "with",
    ];
    if text.trim().is_empty() {
        return Some(Span::default());
    }
    let end = text
        .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .unwrap_or(text.len());
    KEYWORDS
        .contains(&&text[..end])
        .then(|| Span::new(0, end as u32))
}

/// Where a text that is Python, but no expression, goes wrong.
fn not_an_expression(text: &str, body: &[ast::Stmt]) -> TextRange {
    let at = match body {
        [ast::Stmt::Assign(assign), ..] => {
            let start = assign
                .targets
                .first()
                .map_or(0, |target| target.range().end().to_usize());
            start
                + text
                    .get(start..)
                    .and_then(|rest| rest.find('='))
                    .unwrap_or(0)
        }
        [ast::Stmt::Expr(_), second, ..] => second.range().start().to_usize(),
        [first, ..] => {
            let word = first.range().start();
            let length = text
                .get(word.to_usize()..)
                .and_then(|rest| rest.find(|letter: char| !letter.is_alphanumeric()))
                .unwrap_or(1);
            return TextRange::at(word, ruff_text_size::TextSize::new(length.max(1) as u32));
        }
        [] => text.len(),
    };
    TextRange::at(
        ruff_text_size::TextSize::new(at as u32),
        ruff_text_size::TextSize::new(1),
    )
}

/// Where in the text of a binary operation its operator stands, or in that of a subscript its brackets: what a
/// traceback points at.
pub(crate) fn operator_place(segment: &str) -> Option<Span> {
    let wrapped = format!("({segment}\n)");
    let parsed = syntax::parse(&wrapped).ok()?;
    let [ast::Stmt::Expr(statement)] = parsed.syntax().body.as_slice() else {
        return None;
    };
    match &*statement.value {
        ast::Expr::BinOp(op) => {
            let start = op.left.range().end().to_usize();
            let between = wrapped.get(start..op.right.range().start().to_usize())?;
            // Closing brackets of the left side come before the operator.
            let skipped = between.find(|letter: char| !letter.is_whitespace() && letter != ')')?;
            let rest = &between[skipped..];
            let two = rest.as_bytes().get(1).is_some_and(|byte| {
                !byte.is_ascii_whitespace() && *byte != b'(' && rest.as_bytes()[0] == *byte
            });
            let from = (start + skipped - 1) as u32;
            Some(Span::new(from, from + 1 + u32::from(two)))
        }
        ast::Expr::Subscript(subscript) => {
            let start = subscript.value.range().end().to_usize();
            let between = wrapped.get(start..)?;
            let bracket = start + between.find('[')?;
            Some(Span::new(
                bracket as u32 - 1,
                subscript.range().end().to_u32() - 1,
            ))
        }
        _ => None,
    }
}

fn has_text_annotations(body: &[ast::Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        ast::Stmt::ImportFrom(import) => {
            import
                .module
                .as_ref()
                .is_some_and(|name| name.as_str() == "__future__")
                && import
                    .names
                    .iter()
                    .any(|alias| alias.name.as_str() == "annotations")
        }
        _ => false,
    })
}

/// The string that a body starts with.
fn doc_string(body: &[ast::Stmt]) -> Option<Rc<str>> {
    match body.first()? {
        ast::Stmt::Expr(stmt) => match &*stmt.value {
            ast::Expr::StringLiteral(literal) => Some(Rc::from(literal.value.to_str())),
            _ => None,
        },
        _ => None,
    }
}

fn span_of(node: &impl Ranged) -> Span {
    scope::span(node.range())
}

/// What is known about the function that is being lowered.
struct FunctionState {
    scope: usize,
    locals: Vec<Rc<str>>,
    cells: Vec<Rc<str>>,
    /// `Outer.method.<locals>.`
    prefix: String,
    /// Statements that must run before the one that is being lowered, because it contains a `yield`.
    before: Vec<Stmt>,
    is_async: bool,
    loops: usize,
    /// How many `try` blocks around can catch an `ImportError`.
    guards: usize,
    temps: usize,
}

impl FunctionState {
    fn new(scope: usize, prefix: String) -> Self {
        Self {
            scope,
            locals: Vec::new(),
            cells: Vec::new(),
            prefix,
            before: Vec::new(),
            is_async: false,
            loops: 0,
            guards: 0,
            temps: 0,
        }
    }
}

struct Lower {
    file: Rc<SourceFile>,
    scopes: Scopes,
    functions: Vec<FunctionState>,
    text_annotations: bool,
    /// Whether the text is run by `exec` or `eval`, with locals of its own.
    dynamic: bool,
}

impl Lower {
    fn state(&mut self) -> &mut FunctionState {
        // There is always the state of the module.
        let last = self.functions.len() - 1;
        &mut self.functions[last]
    }

    fn unsupported<T>(&self, what: impl Into<String>, range: TextRange) -> PyResult<T> {
        Err(PyError::unsupported_at(
            what,
            &self.file,
            scope::span(range),
        ))
    }

    fn syntax_error<T>(&self, message: impl Into<String>, range: TextRange) -> PyResult<T> {
        Err(SyntaxProblem::at(message.into(), scope::span(range)).into_error(&self.file))
    }

    fn name(&mut self, name: &str) -> Rc<str> {
        let scope = self.state().scope;
        mangle(self.scopes.private(scope), name)
    }

    /// Where a name of the source lives in the current scope.
    fn var(&mut self, name: &str) -> Var {
        let name = self.name(name);
        self.var_exact(&name)
    }

    fn var_exact(&mut self, name: &Rc<str>) -> Var {
        let scope = self.state().scope;
        match self.scopes.place(scope, name) {
            Place::Global
                if self.dynamic && scope == 0 && !self.scopes.is_declared_global(0, name) =>
            {
                Var::ClassName(name.clone())
            }
            Place::Global => Var::Global(name.clone()),
            Place::ClassName => Var::ClassName(name.clone()),
            Place::Cell => Var::Cell(self.cell(name)),
            Place::ClassCell => Var::ClassCell(name.clone(), self.cell(name)),
            Place::Local => Var::Local(self.slot(name)),
        }
    }

    fn slot(&mut self, name: &Rc<str>) -> u32 {
        let state = self.state();
        let found = state.locals.iter().position(|local| local == name);
        let index = found.unwrap_or_else(|| {
            state.locals.push(name.clone());
            state.locals.len() - 1
        });
        index as u32
    }

    fn cell(&mut self, name: &Rc<str>) -> u32 {
        let state = self.state();
        let found = state.cells.iter().position(|cell| cell == name);
        debug_assert!(found.is_some(), "no cell for {name}");
        found.unwrap_or(0) as u32
    }

    /// A new hidden variable.
    fn temp(&mut self) -> u32 {
        let state = self.state();
        state.temps += 1;
        let name = intern(&format!(".t{}", state.temps));
        state.locals.push(name);
        (state.locals.len() - 1) as u32
    }

    /// Lower a scope of its own: a function, class body or comprehension.
    fn enter(&mut self, scope: usize, params: &[Rc<str>], prefix: String) -> Entered {
        let mut state = FunctionState::new(scope, prefix);
        state.locals = params.to_vec();
        state.locals.extend(self.scopes.plain_locals(scope));
        let cellvars = self.scopes.cellvars(scope);
        let freevars = self.scopes.freevars(scope);
        state.cells = cellvars.iter().chain(&freevars).cloned().collect();
        let closure = freevars.iter().map(|name| self.cell(name)).collect();
        let cellvars = cellvars
            .into_iter()
            .map(|name| {
                let param = params.iter().position(|param| *param == name);
                (name, param)
            })
            .collect();
        self.functions.push(state);
        Entered {
            closure,
            cellvars,
            freevars,
        }
    }

    fn leave(&mut self) -> Vec<Rc<str>> {
        self.functions
            .pop()
            .map(|state| state.locals)
            .unwrap_or_default()
    }

    fn function_kind(&self, scope: usize, is_async: bool) -> CodeKind {
        match (is_async, self.scopes.scopes[scope].has_yield) {
            (false, false) => CodeKind::Function,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        }
    }

    fn block(&mut self, body: &[ast::Stmt]) -> PyResult<Block> {
        let mut statements = Vec::with_capacity(body.len());
        for stmt in body {
            self.stmt(stmt, &mut statements)?;
        }
        Ok(statements.into())
    }

    fn kind(&mut self) -> ScopeKind {
        let scope = self.state().scope;
        self.scopes.scopes[scope].kind
    }
}

/// The outside of a scope that is being lowered.
struct Entered {
    closure: Vec<u32>,
    cellvars: Vec<(Rc<str>, Option<usize>)>,
    freevars: Vec<Rc<str>>,
}
