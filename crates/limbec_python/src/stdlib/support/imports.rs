//! The import statements of a text, for `ast`.

use std::rc::Rc;

use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
use ruff_python_ast::{Alias, Stmt};
use ruff_text_size::Ranged as _;

use crate::native::ModuleBuilder;
use crate::source::SourceFile;
use crate::value::Value;

pub(super) fn add(builder: ModuleBuilder) -> ModuleBuilder {
    builder.function("imports", "text, filename", |_, a| {
        let text = a.str("text")?;
        let file = SourceFile::new(a.str("filename")?, text.to_string());
        let parsed =
            crate::lower::syntax::parse(&text).map_err(|problem| problem.into_error(&file))?;
        let mut found = Imports {
            text,
            statements: Vec::new(),
        };
        found.visit_body(&parsed.syntax().body);
        Ok(Value::list(found.statements))
    })
}

/// Each statement as line, module, level and names; an `import` has no level.
struct Imports {
    text: Rc<str>,
    statements: Vec<Value>,
}

impl Imports {
    fn push(&mut self, at: usize, module: Value, level: Value, names: &[Alias]) {
        let line = self.text[..at].matches('\n').count() as i64 + 1;
        let pair = |alias: &Alias| {
            let asname = alias.asname.as_ref().map(|name| name.as_str());
            Value::tuple(vec![
                Value::str(alias.name.as_str()),
                Value::opt_str(asname),
            ])
        };
        let names = Value::list(names.iter().map(pair).collect());
        self.statements
            .push(Value::tuple(vec![Value::Int(line), module, level, names]));
    }
}

impl<'a> StatementVisitor<'a> for Imports {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let at = statement.start().to_usize();
        match statement {
            Stmt::Import(import) => self.push(at, Value::None, Value::None, &import.names),
            Stmt::ImportFrom(import) => {
                let module = Value::opt_str(import.module.as_ref().map(|name| name.as_str()));
                self.push(
                    at,
                    module,
                    Value::Int(i64::from(import.level)),
                    &import.names,
                );
            }
            other => walk_stmt(self, other),
        }
    }
}
