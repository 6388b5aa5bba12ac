//! The sure way: the header is read from the syntax tree.

use std::collections::HashMap;

use ruff_python_ast::{Expr, Operator, Stmt};
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
        uncertain: Vec::new(),
        starred: Vec::new(),
        stars: String::new(),
        constants: HashMap::new(),
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
    Ok(if !reader.uncertain.is_empty() {
        HeaderRead::NeedsRun(reader.uncertain)
    } else if !reader.starred.is_empty() {
        HeaderRead::NeedsStars {
            header: reader.header,
            names: reader.starred,
            imports: reader.stars,
        }
    } else {
        HeaderRead::Literal(reader.header)
    })
}

struct Reader<'a> {
    text: &'a str,
    header: Header,
    /// The names whose values the text does not tell.
    uncertain: Vec<&'static str>,
    /// Those that a module whose names are all imported may have bound.
    starred: Vec<&'static str>,
    /// The imports of all names of modules.
    stars: String,
    /// Other names of the top level that are bound to a constant, `None` once they are bound otherwise.
    constants: HashMap<String, Option<HeaderValue>>,
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
                    if alias.name.as_str() == "*" {
                        let range = import.range();
                        self.stars
                            .push_str(&self.text[range.start().to_usize()..range.end().to_usize()]);
                        self.stars.push('\n');
                    }
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
                for name in NAMES.iter().filter(|name| block.contains(*name)) {
                    self.doubt(name);
                }
                for (name, value) in &mut self.constants {
                    if block.contains(name.as_str()) {
                        *value = None;
                    }
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
            "*" => {
                self.starred = NAMES.to_vec();
                self.constants.values_mut().for_each(|value| *value = None);
            }
            name => self.name(name),
        }
    }

    /// A name is bound to something that the text does not tell.
    fn name(&mut self, name: &str) {
        match NAMES.iter().find(|known| **known == name) {
            Some(known) => self.doubt(known),
            None => {
                self.constants.insert(name.to_owned(), None);
            }
        }
    }

    fn doubt(&mut self, name: &'static str) {
        if !self.uncertain.contains(&name) {
            self.uncertain.push(name);
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
                let (name, item) = (name.id.as_str(), self.item(value));
                match (self.header.slot(name), item) {
                    (Some(slot), Some(item)) => {
                        *slot = Some(item);
                        self.starred.retain(|starred| *starred != name);
                    }
                    (Some(_), None) => self.name(name),
                    (None, item) => {
                        // What can be changed, and what is bound twice, is no constant.
                        let value = item.map(|item| item.value).filter(is_constant);
                        let known = self.constants.contains_key(name);
                        let value = value.filter(|_| !known);
                        self.constants.insert(name.to_owned(), value);
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
            value: self.literal(value)?,
            span: Span {
                start: start as u32,
                end: end as u32,
            },
            line: self.text[..start].matches('\n').count() as u32 + 1,
        })
    }

    fn literal(&self, value: &Expr) -> Option<HeaderValue> {
        match value {
            Expr::NoneLiteral(_) => Some(HeaderValue::None),
            Expr::StringLiteral(_) | Expr::BinOp(_) => self.string(value).map(HeaderValue::Str),
            Expr::List(list) => self.strings(&list.elts).map(HeaderValue::List),
            Expr::Tuple(tuple) => self.strings(&tuple.elts).map(HeaderValue::Tuple),
            Expr::Set(set) => self.strings(&set.elts).map(HeaderValue::Set),
            Expr::Name(name) => self.constants.get(name.id.as_str())?.clone(),
            _ => None,
        }
    }

    fn strings(&self, items: &[Expr]) -> Option<Vec<String>> {
        items.iter().map(|item| self.string(item)).collect()
    }

    /// A string, a name for one, or several of them joined by `+`.
    fn string(&self, value: &Expr) -> Option<String> {
        match value {
            Expr::StringLiteral(text) => Some(text.value.to_str().to_owned()),
            Expr::Name(name) => match self.constants.get(name.id.as_str())? {
                Some(HeaderValue::Str(text)) => Some(text.clone()),
                _ => None,
            },
            Expr::BinOp(sum) if sum.op == Operator::Add => {
                Some(self.string(&sum.left)? + &self.string(&sum.right)?)
            }
            _ => None,
        }
    }
}

/// Whether nothing can change the value.
fn is_constant(value: &HeaderValue) -> bool {
    match value {
        HeaderValue::None | HeaderValue::Str(_) | HeaderValue::Tuple(_) => true,
        HeaderValue::List(_) | HeaderValue::Set(_) => false,
    }
}
