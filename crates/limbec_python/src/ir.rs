//! The tree that is executed: like the syntax tree, with the places of variables resolved.
//!
//! It is shared by `Rc`, so that a running frame keeps what it executes, and every node that can fail has its span.

use std::rc::Rc;

use crate::source::{SourceFile, Span};
use crate::value::Value;

/// A sequence of statements.
pub(crate) type Block = Rc<[Stmt]>;

/// What a function, class body, comprehension or module runs.
pub struct Code {
    pub(crate) name: Rc<str>,
    pub(crate) qualname: Rc<str>,
    pub(crate) file: Rc<SourceFile>,
    pub(crate) span: Span,
    pub(crate) kind: CodeKind,
    pub(crate) params: Params,
    pub(crate) body: Block,
    /// Names of the slots; the parameters come first.
    pub(crate) locals: Vec<Rc<str>>,
    /// Variables that inner functions use, each with the slot of the parameter that it starts with.
    pub(crate) cellvars: Vec<(Rc<str>, Option<usize>)>,
    /// Variables of outer functions; in a frame their cells follow the `cellvars`.
    pub(crate) freevars: Vec<Rc<str>>,
    pub(crate) doc: Option<Rc<str>>,
    /// Annotations of the parameters and the result, for those who ask.
    pub(crate) annotations: Vec<(Rc<str>, Span)>,
    /// Whether `from __future__ import annotations` holds.
    pub(crate) text_annotations: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeKind {
    Module,
    Class,
    Function,
    Generator,
    Coroutine,
    AsyncGenerator,
}

#[derive(Default)]
pub(crate) struct Params {
    pub(crate) positional_only: usize,
    /// Positional parameters, those that are positional only included.
    pub(crate) positional: usize,
    pub(crate) keyword_only: usize,
    pub(crate) varargs: bool,
    pub(crate) kwargs: bool,
}

/// Where a variable lives.
#[derive(Debug, Clone)]
pub(crate) enum Var {
    /// A slot of the frame.
    Local(u32),
    /// A cell of the frame, its own or that of an outer function.
    Cell(u32),
    /// The module, then the builtins.
    Global(Rc<str>),
    /// The names of the class body, then as `Global`.
    ClassName(Rc<str>),
    /// The names of the class body, then a cell.
    ClassCell(Rc<str>, u32),
}

pub(crate) struct Expr {
    pub(crate) kind: ExprKind,
    pub(crate) span: Span,
}

pub(crate) enum ExprKind {
    Const(Value),
    Name(Var),
    List(Vec<Item>),
    Tuple(Vec<Item>),
    Set(Vec<Item>),
    /// A pair without key is `**value`.
    Dict(Vec<(Option<Expr>, Expr)>),
    Binary(Box<(Expr, Expr)>, Binary),
    Unary(Box<Expr>, Unary),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Compare(Box<Expr>, Vec<(Compare, Expr)>),
    Call(Box<Call>),
    /// A call of a name that may be `exec` or `eval`, which see the variables of the function.
    CallWithLocals(Box<Call>),
    Attribute(Box<Expr>, Rc<str>),
    Subscript(Box<(Expr, Expr)>),
    Slice(Box<[Option<Expr>; 3]>),
    /// test, then, else
    IfElse(Box<(Expr, Expr, Expr)>),
    Lambda(Rc<FunctionDef>),
    Comprehension(Box<Comprehension>),
    Text(Vec<TextPart>),
    Assign(Var, Box<Expr>),
    Await(Box<Expr>),
    /// `super()` without arguments: the `__class__` variable and the first parameter.
    Super(Var, Var),
    /// `locals()`, `vars()` and `dir()` without arguments.
    Locals(LocalsKind),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LocalsKind {
    Dict,
    Names,
}

/// An item of a display or an argument.
pub(crate) enum Item {
    One(Expr),
    Star(Expr),
}

pub(crate) struct Call {
    pub(crate) func: Expr,
    pub(crate) args: Vec<Item>,
    /// An argument without name is `**value`.
    pub(crate) kwargs: Vec<(Option<Rc<str>>, Expr)>,
}

pub(crate) enum TextPart {
    Literal(Rc<str>),
    Value {
        value: Expr,
        convert: Convert,
        format: Option<Vec<TextPart>>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Convert {
    None,
    Str,
    Repr,
    Ascii,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    Add,
    Sub,
    Mul,
    MatMul,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unary {
    Invert,
    Not,
    Plus,
    Minus,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gather {
    List,
    Set,
    Dict,
    Generator,
}

pub(crate) struct Comprehension {
    pub(crate) gather: Gather,
    /// Runs with the iterator of the first `for` as its only parameter.
    pub(crate) code: Rc<Code>,
    pub(crate) closure: Vec<u32>,
    pub(crate) first: Expr,
    pub(crate) first_async: bool,
}

pub(crate) struct FunctionDef {
    pub(crate) code: Rc<Code>,
    /// Defaults in the order of the parameters; positional ones are evaluated before keyword-only ones.
    pub(crate) defaults: Vec<Option<Expr>>,
    /// Cells of the defining frame that the function keeps.
    pub(crate) closure: Vec<u32>,
}

pub(crate) struct Stmt {
    pub(crate) kind: StmtKind,
    pub(crate) span: Span,
}

pub(crate) enum StmtKind {
    Expr(Expr),
    Assign(Vec<Target>, Expr),
    AugAssign(Target, Binary, Expr),
    /// Target, annotation (a name in a class or module is recorded), value.
    AnnAssign(Box<AnnAssign>),
    Return(Option<Expr>),
    Raise(Option<Expr>, Option<Expr>),
    /// Test, message, and the place that a traceback shows.
    Assert(Expr, Option<Expr>, Span),
    Delete(Vec<Target>),
    Break,
    Continue,
    If(Vec<(Expr, Block)>, Block),
    While(Rc<While>),
    For(Rc<For>),
    Try(Rc<Try>),
    With(Rc<With>),
    Match(Rc<Match>),
    Function(Rc<FunctionDef>, Vec<Expr>, Var),
    Class(Rc<ClassDef>),
    Import(Vec<ImportName>),
    ImportFrom(Rc<ImportFrom>),
    /// Value, and the slot that takes what is sent.
    Yield(Option<Expr>, Option<u32>),
    YieldFrom(Expr, Option<u32>),
    /// The inner statement of a comprehension: add to the collection in the slot.
    Collect(Gather, u32, Expr, Option<Expr>),
}

pub(crate) struct AnnAssign {
    pub(crate) target: Target,
    pub(crate) annotation: Option<Expr>,
    /// The name to record in `__annotations__`.
    pub(crate) record: Option<Rc<str>>,
    pub(crate) value: Option<Expr>,
}

pub(crate) enum Target {
    Name(Var, Span),
    Attribute(Box<Expr>, Rc<str>, Span),
    Subscript(Box<(Expr, Expr)>, Span),
    /// The targets and which of them has the star.
    Unpack(Vec<Target>, Option<usize>, Span),
}

pub(crate) struct While {
    pub(crate) test: Expr,
    pub(crate) body: Block,
    pub(crate) orelse: Block,
}

pub(crate) struct For {
    /// The whole statement: where the iteration itself fails.
    pub(crate) span: Span,
    pub(crate) target: Target,
    pub(crate) iter: Expr,
    pub(crate) body: Block,
    pub(crate) orelse: Block,
    pub(crate) is_async: bool,
}

pub(crate) struct Try {
    /// Whether the handlers are `except*`.
    pub(crate) star: bool,
    pub(crate) body: Block,
    pub(crate) handlers: Vec<Handler>,
    pub(crate) orelse: Block,
    pub(crate) finally: Block,
}

pub(crate) struct Handler {
    pub(crate) class: Option<Expr>,
    pub(crate) name: Option<Var>,
    pub(crate) body: Block,
}

/// One item of a `with`; several items are nested.
pub(crate) struct With {
    /// The whole statement: where entering and leaving fail.
    pub(crate) span: Span,
    pub(crate) context: Expr,
    pub(crate) target: Option<Target>,
    pub(crate) body: Block,
    pub(crate) is_async: bool,
}

pub(crate) struct Match {
    pub(crate) subject: Expr,
    pub(crate) cases: Vec<(Pattern, Option<Expr>, Block)>,
}

pub(crate) struct Pattern {
    pub(crate) kind: PatternKind,
    pub(crate) span: Span,
}

pub(crate) enum PatternKind {
    Wildcard,
    /// `==`
    Value(Expr),
    /// `is`
    Singleton(Value),
    Sequence(Vec<Pattern>),
    /// Only in a sequence.
    Star(Option<Var>),
    Mapping(Vec<(Expr, Pattern)>, Option<Var>),
    Class(Expr, Vec<Pattern>, Vec<(Rc<str>, Pattern)>),
    As(Option<Box<Pattern>>, Var),
    Or(Vec<Pattern>),
}

pub(crate) struct ClassDef {
    pub(crate) name: Rc<str>,
    pub(crate) bases: Vec<Item>,
    pub(crate) keywords: Vec<(Option<Rc<str>>, Expr)>,
    pub(crate) decorators: Vec<Expr>,
    pub(crate) code: Rc<Code>,
    pub(crate) closure: Vec<u32>,
    pub(crate) target: Var,
    /// Whether it has type parameters (bound as variables before the bases are evaluated): `Class[int]` is the class.
    pub(crate) generic: bool,
}

pub(crate) struct ImportName {
    /// The whole dotted name.
    pub(crate) module: Rc<str>,
    /// With `as`, the variable takes the module itself, else its first part.
    pub(crate) renamed: bool,
    pub(crate) target: Var,
    pub(crate) guarded: bool,
    pub(crate) span: Span,
}

pub(crate) struct ImportFrom {
    pub(crate) module: Rc<str>,
    pub(crate) level: u32,
    /// Empty for `*`.
    pub(crate) names: Vec<(Rc<str>, Var, Span)>,
    pub(crate) star: bool,
    pub(crate) guarded: bool,
}
