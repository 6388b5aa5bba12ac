//! The sure way: the header is read from the syntax tree.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged as _;

use super::{Header, HeaderItem, HeaderRead, HeaderValue, NAMES};
use crate::source::Span;

/// What is wrong with a text, and at which byte.
pub(super) struct Problem {
    pub(super) message: String,
    pub(super) at: usize,
}

/// Read the header of a module.
pub(super) fn read(text: &str) -> Result<HeaderRead, Problem> {
    let parsed = parse_module(text).map_err(|error| Problem {
        message: error.error.to_string(),
        at: error.location.start().to_usize(),
    })?;
    let mut reader = Reader {
        text,
        header: Header::default(),
        certain: true,
    };
    let body = &parsed.syntax().body;
    if let Some(Stmt::Expr(statement)) = body.first()
        && let Expr::StringLiteral(literal) = &*statement.value
    {
        reader.header.doc = Some(literal.value.to_str().to_owned());
    }
    for statement in body.iter() {
        reader.statement(statement);
    }
    Ok(if reader.certain {
        HeaderRead::Literal(reader.header)
    } else {
        HeaderRead::NeedsRun
    })
}

struct Reader<'a> {
    text: &'a str,
    header: Header,
    certain: bool,
}

impl Reader<'_> {
    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Assign(assign) => {
                for target in &assign.targets {
                    self.assign(target, &assign.value);
                }
            }
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    self.assign(&assign.target, value);
                }
            }
            Stmt::AugAssign(assign) => self.bound(&assign.target),
            Stmt::FunctionDef(function) => {
                match function.name.as_str() {
                    "upgrade" => self.header.has_upgrade = true,
                    "downgrade" => self.header.has_downgrade = true,
                    name => self.name(name),
                }
                self.globals(&function.body);
            }
            Stmt::ClassDef(class) => self.name(class.name.as_str()),
            Stmt::Import(import) => {
                for alias in &import.names {
                    let bound = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.imported(bound.as_str());
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    let bound = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.imported(bound.as_str());
                }
            }
            Stmt::Expr(_)
            | Stmt::Pass(_)
            | Stmt::Assert(_)
            | Stmt::Raise(_)
            | Stmt::TypeAlias(_) => {}
            // Blocks may bind anything: their text decides.
            other => {
                let range = other.range();
                let block = &self.text[range.start().to_usize()..range.end().to_usize()];
                if NAMES.iter().any(|name| block.contains(name)) {
                    self.certain = false;
                }
                self.header.has_upgrade |= block.contains("def upgrade");
                self.header.has_downgrade |= block.contains("def downgrade");
            }
        }
    }

    /// `upgrade` may be imported; any other header name that is must be run for.
    fn imported(&mut self, name: &str) {
        match name {
            "upgrade" => self.header.has_upgrade = true,
            "downgrade" => self.header.has_downgrade = true,
            "*" => self.certain = false,
            name => self.name(name),
        }
    }

    fn name(&mut self, name: &str) {
        if NAMES.contains(&name) {
            self.certain = false;
        }
    }

    fn globals(&mut self, body: &[Stmt]) {
        for statement in body {
            if let Stmt::Global(global) = statement {
                for name in &global.names {
                    self.name(name.as_str());
                }
            }
        }
    }

    /// A target that is bound to something that is no literal.
    fn bound(&mut self, target: &Expr) {
        match target {
            Expr::Name(name) => self.name(name.id.as_str()),
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|target| self.bound(target)),
            Expr::List(list) => list.elts.iter().for_each(|target| self.bound(target)),
            _ => {}
        }
    }

    fn assign(&mut self, target: &Expr, value: &Expr) {
        match (target, value) {
            (Expr::Name(name), _) => {
                match name.id.as_str() {
                    "upgrade" => self.header.has_upgrade = true,
                    "downgrade" => self.header.has_downgrade = true,
                    _ => {}
                }
                let item = self.item(value);
                if let Some(slot) = self.header.slot(name.id.as_str()) {
                    match item {
                        Some(item) => *slot = Some(item),
                        None => self.certain = false,
                    }
                }
            }
            (Expr::Tuple(targets), Expr::Tuple(values))
                if targets.elts.len() == values.elts.len() =>
            {
                for (target, value) in targets.elts.iter().zip(&values.elts) {
                    self.assign(target, value);
                }
            }
            _ => self.bound(target),
        }
    }

    fn item(&self, value: &Expr) -> Option<HeaderItem> {
        let range = value.range();
        let (start, end) = (range.start().to_usize(), range.end().to_usize());
        Some(HeaderItem {
            value: literal(value)?,
            span: Span {
                start: start as u32,
                end: end as u32,
            },
            line: self.text[..start].matches('\n').count() as u32 + 1,
        })
    }
}

fn literal(value: &Expr) -> Option<HeaderValue> {
    match value {
        Expr::NoneLiteral(_) => Some(HeaderValue::None),
        Expr::StringLiteral(text) => Some(HeaderValue::Str(text.value.to_str().to_owned())),
        Expr::List(list) => strings(&list.elts).map(HeaderValue::List),
        Expr::Tuple(tuple) => strings(&tuple.elts).map(HeaderValue::Tuple),
        Expr::Set(set) => strings(&set.elts).map(HeaderValue::Set),
        _ => None,
    }
}

fn strings(items: &[Expr]) -> Option<Vec<String>> {
    items
        .iter()
        .map(|item| match item {
            Expr::StringLiteral(text) => Some(text.value.to_str().to_owned()),
            _ => None,
        })
        .collect()
}
