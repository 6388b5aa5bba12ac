//! Lowering of expressions.

use std::rc::Rc;
use std::str::FromStr;

use num_bigint::BigInt;
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr as Ast};
use ruff_text_size::Ranged;

use super::scope::{ScopeKind, span};
use super::{Lower, span_of};
use crate::error::PyResult;
use crate::ir::{
    Binary, Block, Call, Compare, Convert, Expr, ExprKind, Gather, Item, LocalsKind, Stmt,
    StmtKind, Target, TextPart, Unary, Var,
};
use crate::names::intern;
use crate::source::Span;
use crate::value::Value;

/// Whether a `yield` of the current function is inside the expression.
fn has_yield(expr: &Ast) -> bool {
    struct Finder(bool);
    impl<'a> Visitor<'a> for Finder {
        fn visit_expr(&mut self, expr: &'a Ast) {
            match expr {
                Ast::Yield(_) | Ast::YieldFrom(_) => self.0 = true,
                Ast::Lambda(_) => {}
                _ => visitor::walk_expr(self, expr),
            }
        }
    }
    let mut finder = Finder(false);
    finder.visit_expr(expr);
    finder.0
}

impl Lower {
    fn may_yield(&mut self) -> bool {
        let scope = self.state().scope;
        self.scopes.scopes[scope].has_yield
    }

    fn holds_yield(&mut self, expr: &Ast) -> bool {
        self.may_yield() && has_yield(expr)
    }

    pub(super) fn load_temp(slot: u32, at: Span) -> Expr {
        Expr {
            kind: ExprKind::Name(Var::Local(slot)),
            span: at,
        }
    }

    /// Run now what was lowered, and use its value later.
    fn keep(&mut self, value: Expr) -> Expr {
        if matches!(value.kind, ExprKind::Const(_)) {
            return value;
        }
        let slot = self.temp();
        let at = value.span;
        self.state().before.push(Stmt {
            kind: StmtKind::Assign(vec![Target::Name(Var::Local(slot), at)], value),
            span: at,
        });
        Self::load_temp(slot, at)
    }

    /// Lower expressions that are evaluated one after the other. When one contains a `yield`, those before it are
    /// evaluated into hidden variables before the statement, so that the order stays.
    fn sequence(&mut self, parts: &[&Ast]) -> PyResult<Vec<Expr>> {
        let last = if self.may_yield() {
            parts.iter().rposition(|part| has_yield(part))
        } else {
            None
        };
        let mut lowered = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            let mut value = self.expr(part)?;
            if last.is_some_and(|last| index < last) {
                value = self.keep(value);
            }
            lowered.push(value);
        }
        Ok(lowered)
    }

    fn pair(&mut self, first: &Ast, second: &Ast) -> PyResult<(Expr, Expr)> {
        let mut both = self.sequence(&[first, second])?;
        let second = both.pop();
        let first = both.pop();
        match (first, second) {
            (Some(first), Some(second)) => Ok((first, second)),
            _ => unreachable!("a sequence keeps its length"),
        }
    }

    /// Statements that are lowered apart, with whatever must run before them.
    fn aside(&mut self, lower: impl FnOnce(&mut Self) -> PyResult<Vec<Stmt>>) -> PyResult<Block> {
        let outer = std::mem::take(&mut self.state().before);
        let result = lower(self);
        let before = std::mem::replace(&mut self.state().before, outer);
        let mut statements = before;
        statements.extend(result?);
        Ok(statements.into())
    }

    fn assign_temp(slot: u32, value: Expr) -> Stmt {
        let at = value.span;
        Stmt {
            kind: StmtKind::Assign(vec![Target::Name(Var::Local(slot), at)], value),
            span: at,
        }
    }

    pub(super) fn expr(&mut self, expr: &Ast) -> PyResult<Expr> {
        let mut at = span_of(expr);
        match expr {
            Ast::Attribute(node) => at = self.attribute_span(node, at),
            Ast::Call(node) if is_method_call(node) => {
                if let Ast::Attribute(method) = &*node.func {
                    at = self.attribute_span(method, at);
                }
            }
            _ => {}
        }
        let kind = self.expr_kind(expr)?;
        Ok(Expr { kind, span: at })
    }

    /// What is wrong with an attribute on a later line than its object is shown on that line.
    pub(super) fn attribute_span(&self, node: &ast::ExprAttribute, at: Span) -> Span {
        let name = span(node.attr.range);
        let before = self.file.slice(Span::new(at.start, name.start));
        if before.contains('\n') {
            Span::new(name.start, at.end)
        } else {
            at
        }
    }

    fn boxed(&mut self, expr: &Ast) -> PyResult<Box<Expr>> {
        self.expr(expr).map(Box::new)
    }

    fn expr_kind(&mut self, expr: &Ast) -> PyResult<ExprKind> {
        Ok(match expr {
            Ast::NoneLiteral(_) => ExprKind::Const(Value::None),
            Ast::BooleanLiteral(literal) => ExprKind::Const(Value::Bool(literal.value)),
            Ast::EllipsisLiteral(_) => ExprKind::Const(Value::Ellipsis),
            Ast::NumberLiteral(literal) => ExprKind::Const(self.number(literal)?),
            Ast::StringLiteral(literal) => ExprKind::Const(Value::str(literal.value.to_str())),
            Ast::BytesLiteral(literal) => {
                let bytes: Vec<u8> = literal.value.bytes().collect();
                ExprKind::Const(Value::bytes(bytes))
            }
            Ast::Name(name) => ExprKind::Name(self.var(name.id.as_str())),
            Ast::List(list) => ExprKind::List(self.items(&list.elts)?),
            Ast::Tuple(tuple) => self.tuple(tuple)?,
            Ast::Set(set) => ExprKind::Set(self.items(&set.elts)?),
            Ast::Dict(dict) => self.dict(dict)?,
            Ast::BinOp(op) => {
                let both = self.pair(&op.left, &op.right)?;
                ExprKind::Binary(Box::new(both), binary(op.op))
            }
            Ast::UnaryOp(op) => self.unary(op)?,
            Ast::BoolOp(op) => self.bool_op(op)?,
            Ast::Compare(compare) => self.compare(compare)?,
            Ast::Call(call) => self.call(call)?,
            Ast::Attribute(attribute) => {
                let name = self.name(attribute.attr.as_str());
                ExprKind::Attribute(self.boxed(&attribute.value)?, name)
            }
            Ast::Subscript(subscript) => {
                let both = self.pair(&subscript.value, &subscript.slice)?;
                ExprKind::Subscript(Box::new(both))
            }
            Ast::Slice(slice) => self.slice(slice)?,
            Ast::If(conditional) => self.conditional(conditional)?,
            Ast::Lambda(lambda) => self.lambda(lambda)?,
            Ast::ListComp(comp) => {
                self.comprehension(Gather::List, comp.range, &comp.generators, &comp.elt, None)?
            }
            Ast::SetComp(comp) => {
                self.comprehension(Gather::Set, comp.range, &comp.generators, &comp.elt, None)?
            }
            Ast::Generator(comp) => self.comprehension(
                Gather::Generator,
                comp.range,
                &comp.generators,
                &comp.elt,
                None,
            )?,
            Ast::DictComp(comp) => {
                let Some(key) = &comp.key else {
                    return self.unsupported("** in a dict comprehension", comp.range);
                };
                self.comprehension(
                    Gather::Dict,
                    comp.range,
                    &comp.generators,
                    key,
                    Some(&comp.value),
                )?
            }
            Ast::FString(text) => ExprKind::Text(self.f_string(text)?),
            Ast::Named(named) => {
                let value = self.boxed(&named.value)?;
                match &*named.target {
                    Ast::Name(name) => ExprKind::Assign(self.var(name.id.as_str()), value),
                    _ => return self.unsupported("this target of :=", named.range),
                }
            }
            Ast::Await(node) => {
                if !self.state().is_async {
                    return self.syntax_error("'await' outside async function", node.range);
                }
                ExprKind::Await(self.boxed(&node.value)?)
            }
            Ast::Yield(node) => {
                let value = node.value.as_deref().map(|value| self.expr(value));
                let value = value.transpose()?;
                let slot = self.temp();
                let at = span(node.range);
                self.state().before.push(Stmt {
                    kind: StmtKind::Yield(value, Some(slot)),
                    span: at,
                });
                ExprKind::Name(Var::Local(slot))
            }
            Ast::YieldFrom(node) => {
                if self.state().is_async {
                    return self.syntax_error("'yield from' inside async function", node.range);
                }
                let value = self.expr(&node.value)?;
                let slot = self.temp();
                let at = span(node.range);
                self.state().before.push(Stmt {
                    kind: StmtKind::YieldFrom(value, Some(slot)),
                    span: at,
                });
                ExprKind::Name(Var::Local(slot))
            }
            Ast::Starred(node) => {
                return self.syntax_error("can't use starred expression here", node.range);
            }
            Ast::TString(node) => return self.unsupported("template strings", node.range),
            Ast::IpyEscapeCommand(node) => {
                return self.unsupported("IPython commands", node.range);
            }
        })
    }

    fn number(&mut self, literal: &ast::ExprNumberLiteral) -> PyResult<Value> {
        Ok(match &literal.value {
            ast::Number::Int(int) => match int.as_i64() {
                Some(small) => Value::Int(small),
                None => {
                    let text = int.to_string().replace('_', "");
                    let lower = text.to_ascii_lowercase();
                    let radix = [("0x", 16), ("0o", 8), ("0b", 2)];
                    let big = radix
                        .iter()
                        .find_map(|(prefix, radix)| {
                            let digits = lower.strip_prefix(prefix)?;
                            BigInt::parse_bytes(digits.as_bytes(), *radix)
                        })
                        .or_else(|| BigInt::from_str(&text).ok());
                    match big {
                        Some(big) => Value::int(big),
                        None => return self.unsupported("this number", literal.range),
                    }
                }
            },
            ast::Number::Float(float) => Value::Float(*float),
            ast::Number::Complex { real, imag } => crate::builtins::complex::make(*real, *imag),
        })
    }

    fn items(&mut self, elements: &[Ast]) -> PyResult<Vec<Item>> {
        let inner: Vec<&Ast> = elements
            .iter()
            .map(|element| match element {
                Ast::Starred(starred) => &*starred.value,
                other => other,
            })
            .collect();
        let lowered = self.sequence(&inner)?;
        Ok(elements
            .iter()
            .zip(lowered)
            .map(|(element, value)| match element {
                Ast::Starred(_) => Item::Star(value),
                _ => Item::One(value),
            })
            .collect())
    }

    /// A tuple of constants is a constant itself.
    fn tuple(&mut self, tuple: &ast::ExprTuple) -> PyResult<ExprKind> {
        let items = self.items(&tuple.elts)?;
        let constants: Option<Vec<Value>> = items
            .iter()
            .map(|item| match item {
                Item::One(Expr {
                    kind: ExprKind::Const(value),
                    ..
                }) => Some(value.clone()),
                _ => None,
            })
            .collect();
        Ok(match constants {
            Some(values) => ExprKind::Const(Value::tuple(values)),
            None => ExprKind::Tuple(items),
        })
    }

    fn dict(&mut self, dict: &ast::ExprDict) -> PyResult<ExprKind> {
        let parts: Vec<&Ast> = dict
            .items
            .iter()
            .flat_map(|item| item.key.iter().chain(std::iter::once(&item.value)))
            .collect();
        let mut lowered = self.sequence(&parts)?.into_iter();
        let mut pairs = Vec::with_capacity(dict.items.len());
        for item in &dict.items {
            let key = if item.key.is_some() {
                lowered.next()
            } else {
                None
            };
            if let Some(value) = lowered.next() {
                pairs.push((key, value));
            }
        }
        Ok(ExprKind::Dict(pairs))
    }

    fn unary(&mut self, op: &ast::ExprUnaryOp) -> PyResult<ExprKind> {
        let operand = self.boxed(&op.operand)?;
        if let (ast::UnaryOp::USub, ExprKind::Const(value)) = (op.op, &operand.kind) {
            match value {
                Value::Int(number) => {
                    if let Some(negative) = number.checked_neg() {
                        return Ok(ExprKind::Const(Value::Int(negative)));
                    }
                }
                Value::Float(number) => return Ok(ExprKind::Const(Value::Float(-number))),
                _ => {}
            }
        }
        let unary = match op.op {
            ast::UnaryOp::Invert => Unary::Invert,
            ast::UnaryOp::Not => Unary::Not,
            ast::UnaryOp::UAdd => Unary::Plus,
            ast::UnaryOp::USub => Unary::Minus,
        };
        Ok(ExprKind::Unary(operand, unary))
    }

    fn bool_op(&mut self, op: &ast::ExprBoolOp) -> PyResult<ExprKind> {
        let is_and = matches!(op.op, ast::BoolOp::And);
        let yields = op
            .values
            .iter()
            .skip(1)
            .any(|value| self.holds_yield(value));
        if !yields {
            let values = op
                .values
                .iter()
                .map(|value| self.expr(value))
                .collect::<PyResult<Vec<_>>>()?;
            return Ok(if is_and {
                ExprKind::And(values)
            } else {
                ExprKind::Or(values)
            });
        }
        let slot = self.temp();
        let mut values = op.values.iter();
        if let Some(first) = values.next() {
            let first = self.expr(first)?;
            self.state().before.push(Self::assign_temp(slot, first));
        }
        let at = span(op.range);
        for value in values {
            let body = self.aside(|this| {
                let value = this.expr(value)?;
                Ok(vec![Self::assign_temp(slot, value)])
            })?;
            let load = Self::load_temp(slot, at);
            let test = if is_and {
                load
            } else {
                Expr {
                    kind: ExprKind::Unary(Box::new(load), Unary::Not),
                    span: at,
                }
            };
            self.state().before.push(Stmt {
                kind: StmtKind::If(vec![(test, body)], Rc::new([])),
                span: at,
            });
        }
        Ok(ExprKind::Name(Var::Local(slot)))
    }

    fn conditional(&mut self, node: &ast::ExprIf) -> PyResult<ExprKind> {
        if !self.holds_yield(&node.body) && !self.holds_yield(&node.orelse) {
            let test = self.expr(&node.test)?;
            let body = self.expr(&node.body)?;
            let orelse = self.expr(&node.orelse)?;
            return Ok(ExprKind::IfElse(Box::new((test, body, orelse))));
        }
        let slot = self.temp();
        let test = self.expr(&node.test)?;
        let branch = |this: &mut Self, value: &Ast| {
            this.aside(|this| {
                let value = this.expr(value)?;
                Ok(vec![Self::assign_temp(slot, value)])
            })
        };
        let body = branch(self, &node.body)?;
        let orelse = branch(self, &node.orelse)?;
        self.state().before.push(Stmt {
            kind: StmtKind::If(vec![(test, body)], orelse),
            span: span(node.range),
        });
        Ok(ExprKind::Name(Var::Local(slot)))
    }

    fn compare(&mut self, node: &ast::ExprCompare) -> PyResult<ExprKind> {
        let mut parts: Vec<&Ast> = vec![&node.left];
        parts.extend(node.comparators.iter());
        let mut lowered = self.sequence(&parts)?.into_iter();
        let Some(left) = lowered.next() else {
            return self.unsupported("this comparison", node.range);
        };
        let rest = node
            .ops
            .iter()
            .map(|op| compare(*op))
            .zip(lowered)
            .collect();
        Ok(ExprKind::Compare(Box::new(left), rest))
    }

    fn call(&mut self, node: &ast::ExprCall) -> PyResult<ExprKind> {
        if let Ast::Name(name) = &*node.func
            && node.arguments.args.is_empty()
            && node.arguments.keywords.is_empty()
            && let Some(kind) = self.special_call(name.id.as_str())
        {
            return Ok(kind);
        }
        let mut parts: Vec<&Ast> = vec![&node.func];
        for argument in &node.arguments.args {
            parts.push(match argument {
                Ast::Starred(starred) => &starred.value,
                other => other,
            });
        }
        for keyword in &node.arguments.keywords {
            parts.push(&keyword.value);
        }
        let mut lowered = self.sequence(&parts)?.into_iter();
        let Some(func) = lowered.next() else {
            return self.unsupported("this call", node.range());
        };
        let mut args = Vec::with_capacity(node.arguments.args.len());
        for (argument, value) in node.arguments.args.iter().zip(&mut lowered) {
            args.push(match argument {
                Ast::Starred(_) => Item::Star(value),
                _ => Item::One(value),
            });
        }
        let mut kwargs: Vec<(Option<Rc<str>>, Expr)> = Vec::new();
        for (keyword, value) in node.arguments.keywords.iter().zip(&mut lowered) {
            let name = keyword.arg.as_ref().map(|name| self.name(name.as_str()));
            if let Some(name) = &name
                && kwargs.iter().any(|(other, _)| other.as_ref() == Some(name))
            {
                return self
                    .syntax_error(format!("keyword argument repeated: {name}"), keyword.range);
            }
            kwargs.push((name, value));
        }
        let call = Box::new(Call { func, args, kwargs });
        Ok(match &*node.func {
            Ast::Name(name) if matches!(name.id.as_str(), "exec" | "eval") => {
                ExprKind::CallWithLocals(call)
            }
            _ => ExprKind::Call(call),
        })
    }

    /// `super()` and `locals()` need to see the variables of the function.
    fn special_call(&mut self, name: &str) -> Option<ExprKind> {
        match name {
            "super" => {
                let scope = self.state().scope;
                let class = intern("__class__");
                if self.kind() != ScopeKind::Function
                    || self.scopes.place(scope, &class) != super::scope::Place::Cell
                {
                    return None;
                }
                let first = self.state().locals.first()?.clone();
                let class = self.var_exact(&class);
                let first = self.var_exact(&first);
                Some(ExprKind::Super(class, first))
            }
            "locals" | "vars" => Some(ExprKind::Locals(LocalsKind::Dict)),
            "dir" => Some(ExprKind::Locals(LocalsKind::Names)),
            _ => None,
        }
    }

    fn slice(&mut self, node: &ast::ExprSlice) -> PyResult<ExprKind> {
        let parts: Vec<&Ast> = [&node.lower, &node.upper, &node.step]
            .into_iter()
            .filter_map(|part| part.as_deref())
            .collect();
        let mut lowered = self.sequence(&parts)?.into_iter();
        let mut take = |part: &Option<Box<Ast>>| part.as_ref().and_then(|_| lowered.next());
        let lower = take(&node.lower);
        let upper = take(&node.upper);
        let step = take(&node.step);
        Ok(ExprKind::Slice(Box::new([lower, upper, step])))
    }

    fn f_string(&mut self, text: &ast::ExprFString) -> PyResult<Vec<TextPart>> {
        let mut parts = Vec::new();
        for part in text.value.iter() {
            match part {
                ast::FStringPart::Literal(literal) => {
                    parts.push(TextPart::Literal(Rc::from(&*literal.value)));
                }
                ast::FStringPart::FString(inner) => {
                    self.text_parts(&inner.elements, &mut parts)?;
                }
            }
        }
        Ok(parts)
    }

    fn text_parts(
        &mut self,
        elements: &ast::InterpolatedStringElements,
        parts: &mut Vec<TextPart>,
    ) -> PyResult<()> {
        for element in elements.iter() {
            match element {
                ast::InterpolatedStringElement::Literal(literal) => {
                    parts.push(TextPart::Literal(Rc::from(&*literal.value)));
                }
                ast::InterpolatedStringElement::Interpolation(inner) => {
                    let mut convert = match inner.conversion {
                        ast::ConversionFlag::None => Convert::None,
                        ast::ConversionFlag::Str => Convert::Str,
                        ast::ConversionFlag::Repr => Convert::Repr,
                        ast::ConversionFlag::Ascii => Convert::Ascii,
                    };
                    if let Some(debug) = &inner.debug_text {
                        parts.push(TextPart::Literal(Rc::from(debug.as_str())));
                        if convert == Convert::None && inner.format_spec.is_none() {
                            convert = Convert::Repr;
                        }
                    }
                    let mut value = self.expr(&inner.expression)?;
                    let format = match &inner.format_spec {
                        None => None,
                        Some(spec) => {
                            let mut format = Vec::new();
                            self.text_parts(&spec.elements, &mut format)?;
                            Some(format)
                        }
                    };
                    if self.may_yield() {
                        value = self.keep(value);
                    }
                    parts.push(TextPart::Value {
                        value,
                        convert,
                        format,
                    });
                }
            }
        }
        Ok(())
    }
}

/// Whether CPython calls the method without making a bound method first.
fn is_method_call(node: &ast::ExprCall) -> bool {
    node.arguments.args.iter().all(|arg| !arg.is_starred_expr())
        && node
            .arguments
            .keywords
            .iter()
            .all(|keyword| keyword.arg.is_some())
}

pub(super) fn binary(op: ast::Operator) -> Binary {
    match op {
        ast::Operator::Add => Binary::Add,
        ast::Operator::Sub => Binary::Sub,
        ast::Operator::Mult => Binary::Mul,
        ast::Operator::MatMult => Binary::MatMul,
        ast::Operator::Div => Binary::Div,
        ast::Operator::Mod => Binary::Mod,
        ast::Operator::Pow => Binary::Pow,
        ast::Operator::LShift => Binary::LShift,
        ast::Operator::RShift => Binary::RShift,
        ast::Operator::BitOr => Binary::BitOr,
        ast::Operator::BitXor => Binary::BitXor,
        ast::Operator::BitAnd => Binary::BitAnd,
        ast::Operator::FloorDiv => Binary::FloorDiv,
    }
}

fn compare(op: ast::CmpOp) -> Compare {
    match op {
        ast::CmpOp::Eq => Compare::Eq,
        ast::CmpOp::NotEq => Compare::NotEq,
        ast::CmpOp::Lt => Compare::Lt,
        ast::CmpOp::LtE => Compare::LtE,
        ast::CmpOp::Gt => Compare::Gt,
        ast::CmpOp::GtE => Compare::GtE,
        ast::CmpOp::Is => Compare::Is,
        ast::CmpOp::IsNot => Compare::IsNot,
        ast::CmpOp::In => Compare::In,
        ast::CmpOp::NotIn => Compare::NotIn,
    }
}
