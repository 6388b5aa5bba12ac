//! `ast.literal_eval`

use crate::error::{PyResult, raise};
use crate::ir::{Expr, ExprKind, Item, StmtKind, Unary};
use crate::native::ModuleBuilder;
use crate::source::SourceFile;
use crate::value::{Module, Value};

pub(super) fn add(builder: ModuleBuilder) -> ModuleBuilder {
    builder.function("literal", "text", |vm, a| {
        let text = a.str("text")?;
        let text = text.trim_start_matches([' ', '\t']);
        let file = SourceFile::new("<unknown>", text);
        let code = crate::lower::dynamic_expression(&file)?;
        let literal = code.body.iter().all(|statement| match &statement.kind {
            StmtKind::Return(Some(value)) | StmtKind::Expr(value) => is_literal(value),
            _ => false,
        });
        if !literal {
            return Err(raise(
                "ValueError",
                format!("malformed node or string on line 1: {}", vm.repr(a.at(0))?),
            ));
        }
        let result: PyResult = vm.eval_text(text, &Module::new("<unknown>"));
        result
    })
}

fn is_literal(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Const(_) => true,
        ExprKind::List(items) | ExprKind::Tuple(items) | ExprKind::Set(items) => {
            items.iter().all(|item| match item {
                Item::One(expr) => is_literal(expr),
                Item::Star(_) => false,
            })
        }
        ExprKind::Dict(pairs) => pairs
            .iter()
            .all(|(key, value)| key.as_ref().is_some_and(is_literal) && is_literal(value)),
        ExprKind::Unary(inner, Unary::Plus | Unary::Minus) => match &inner.kind {
            ExprKind::Const(value) => {
                matches!(value, Value::Int(_) | Value::BigInt(_) | Value::Float(_))
            }
            ExprKind::Unary(..) => is_literal(inner),
            _ => false,
        },
        ExprKind::Call(call) => {
            // `set()` is the only call: there is no other way to write the empty set.
            matches!(
                &call.func.kind,
                ExprKind::Name(crate::ir::Var::Global(name) | crate::ir::Var::ClassName(name)) if &**name == "set"
            ) && call.args.is_empty()
                && call.kwargs.is_empty()
        }
        _ => false,
    }
}
