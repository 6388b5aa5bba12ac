//! What is wrong with a text that is no Python, in CPython's words and at the place that CPython names.
//!
//! The parser says where it stopped; CPython's messages come from rules of its own, of which those for the mistakes that
//! people make most are followed here.

use ruff_python_ast::{Expr, UnaryOp};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType, parse_expression};

use super::scope::span;
use super::syntax::SyntaxProblem;
use super::tokens::{Kind, Token, Tokens, scan};
use crate::source::Span;

/// Describe the error of the parser.
pub(super) fn problem(text: &str, error: &ParseError) -> SyntaxProblem {
    let tokens = scan(text);
    let blame = Blame {
        text,
        tokens: &tokens,
        place: span(error.location),
    };
    let offset = blame.place.start;
    let (class, message, place) = blame.specific(&error.error);
    if class != "SyntaxError" {
        return made(class, message, place);
    }
    if let Some(stop) = &tokens.stop {
        let before = stop.span.start <= offset.max(place.start);
        // What stops the tokenizer later only replaces the plain message.
        if before || message == "invalid syntax" {
            return made("SyntaxError", stop.message.clone(), stop.span);
        }
    }
    if let Some((bracket, start)) = tokens.open.last() {
        let line = |offset: u32| {
            text[..(offset as usize).min(text.len())]
                .matches('\n')
                .count()
        };
        let at_end = text[(offset as usize).min(text.len())..].trim().is_empty();
        if at_end || line(offset) > line(*start) || message == "invalid syntax" {
            let message = format!("'{bracket}' was never closed");
            return made("SyntaxError", message, Span::new(*start, *start));
        }
    }
    made("SyntaxError", message, place)
}

fn made(class: &'static str, message: impl Into<String>, span: Span) -> SyntaxProblem {
    SyntaxProblem {
        class,
        message: message.into(),
        span,
        line: None,
    }
}

struct Blame<'a> {
    text: &'a str,
    tokens: &'a Tokens,
    place: Span,
}

type Found = (&'static str, String, Span);

impl Blame<'_> {
    fn slice(&self, span: Span) -> &str {
        self.text
            .get(span.start as usize..span.end as usize)
            .unwrap_or("")
    }

    fn word(&self, place: usize) -> &str {
        self.tokens
            .all
            .get(place)
            .map_or("", |token| self.slice(token.span))
    }

    fn token(&self, place: usize) -> Option<&Token> {
        self.tokens.all.get(place)
    }

    /// The token where the parser stopped.
    fn here(&self) -> usize {
        self.tokens.at(self.place.start)
    }

    fn here_span(&self) -> Span {
        match self.token(self.here()) {
            Some(token) if token.kind == Kind::Newline => {
                Span::new(token.span.start, token.span.start)
            }
            Some(token) => token.span,
            None => self.place,
        }
    }

    fn specific(&self, error: &ParseErrorType) -> Found {
        let syntax = |message: &str| ("SyntaxError", message.to_owned(), self.place);
        match error {
            ParseErrorType::Lexical(lexical) => self.lexical(lexical),
            ParseErrorType::UnexpectedIndentation => (
                "IndentationError",
                "unexpected indent".to_owned(),
                self.here_span(),
            ),
            ParseErrorType::OtherError(text) if text.contains("indented block") => self.no_block(),
            ParseErrorType::OtherError(text) if text.contains("`except` or `finally`") => (
                "SyntaxError",
                "expected 'except' or 'finally' block".to_owned(),
                self.here_span(),
            ),
            ParseErrorType::InvalidAssignmentTarget
            | ParseErrorType::InvalidNamedAssignmentTarget
            | ParseErrorType::InvalidAnnotatedAssignmentTarget => self.target(),
            ParseErrorType::InvalidAugmentedAssignmentTarget => (
                "SyntaxError",
                format!(
                    "'{}' is an illegal expression for augmented assignment",
                    describe(self.slice(self.place))
                ),
                self.place,
            ),
            ParseErrorType::InvalidDeleteTarget => (
                "SyntaxError",
                format!("cannot delete {}", describe(self.slice(self.place))),
                self.place,
            ),
            ParseErrorType::PositionalAfterKeywordArgument => {
                syntax("positional argument follows keyword argument")
            }
            ParseErrorType::NonDefaultParamAfterDefaultParam => {
                syntax("non-default argument follows default argument")
            }
            ParseErrorType::ParamAfterVarKeywordParam => {
                syntax("arguments cannot follow var-keyword argument")
            }
            ParseErrorType::UnparenthesizedGeneratorExpression => {
                syntax("Generator expression must be parenthesized")
            }
            _ => self.general(error),
        }
    }

    fn lexical(&self, error: &LexicalErrorType) -> Found {
        match error {
            LexicalErrorType::IndentationError => {
                let rest = &self.text[self.place.start as usize..];
                let line = rest.find('\n').unwrap_or(rest.len());
                let end = self.place.start + line as u32;
                (
                    "IndentationError",
                    "unindent does not match any outer indentation level".to_owned(),
                    Span::new(end, end),
                )
            }
            LexicalErrorType::FStringError(_) => (
                "SyntaxError",
                f_string_words(&error.to_string()),
                self.place,
            ),
            _ => ("SyntaxError", "invalid syntax".to_owned(), self.here_span()),
        }
    }

    /// A header without body: CPython names the header.
    fn no_block(&self) -> Found {
        let here = self.here();
        // The header is the logical line before.
        let header_end = self.tokens.all[..here.min(self.tokens.all.len())]
            .iter()
            .rposition(|token| token.kind == Kind::Newline)
            .unwrap_or(0);
        let start = self.tokens.line_start(header_end);
        let mut word = self.word(start);
        if word == "async" {
            word = self.word(start + 1);
        }
        let what = match word {
            "def" => "function definition".to_owned(),
            "class" => "class definition".to_owned(),
            word => format!("'{word}' statement"),
        };
        let offset = self.token(start).map_or(0, |token| token.span.start);
        let line = self.text[..offset as usize].matches('\n').count() + 1;
        let place = match self.token(here) {
            Some(token) if token.kind != Kind::Newline => token.span,
            _ => {
                let end = self
                    .tokens
                    .all
                    .get(header_end)
                    .map_or(0, |token| token.span.start);
                Span::new(end, end)
            }
        };
        (
            "IndentationError",
            format!("expected an indented block after {what} on line {line}"),
            place,
        )
    }

    fn target(&self) -> Found {
        let name = describe(self.slice(self.place));
        let first = self.word(self.tokens.line_start(self.here()));
        let plain = matches!(name.as_str(), "True" | "False" | "None");
        let next = self.tokens.at(self.place.end);
        let message = if !plain && self.word(next) == "=" && !matches!(first, "for" | "with") {
            format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?")
        } else {
            format!("cannot assign to {name}")
        };
        ("SyntaxError", message, self.place)
    }

    /// Errors for which the parser's kind says little.
    fn general(&self, error: &ParseErrorType) -> Found {
        let said = error.to_string();
        if said.starts_with("f-string") {
            return ("SyntaxError", f_string_words(&said), self.place);
        }
        if let Some((_, words)) = WORDS.iter().find(|(parser, _)| said.contains(parser)) {
            return ("SyntaxError", (*words).to_owned(), self.here_span());
        }
        let here = self.here();
        let place = self.here_span();
        let found = |message: &str| ("SyntaxError", message.to_owned(), place);
        let start = self.tokens.line_start(here);
        let first = match self.word(start) {
            "async" => self.word(start + 1),
            word => word,
        };
        if matches!(first, "print" | "exec")
            && here == start + 1
            && self
                .token(here)
                .is_some_and(|token| token.kind != Kind::Newline)
        {
            let end = self.tokens.all[here..]
                .iter()
                .take_while(|token| token.kind != Kind::Newline)
                .last()
                .map_or(place.end, |token| token.span.end);
            let from = self
                .token(start)
                .map_or(place.start, |token| token.span.start);
            return (
                "SyntaxError",
                format!("Missing parentheses in call to '{first}'. Did you mean {first}(...)?"),
                Span::new(from, end),
            );
        }
        let at_line_end = self
            .token(here)
            .is_none_or(|token| token.kind == Kind::Newline);
        if let ParseErrorType::ExpectedToken { expected, .. } = error
            && *expected == ruff_python_ast::token::TokenKind::Colon
        {
            let forced = matches!(
                first,
                "def" | "class" | "for" | "with" | "try" | "else" | "finally"
            );
            if at_line_end || forced {
                return found("expected ':'");
            }
            if matches!(first, "if" | "elif" | "while") && self.word(here) == "=" {
                let from = self
                    .token(here.saturating_sub(1))
                    .map_or(place.start, |token| token.span.start);
                let end = self
                    .token(here + 1)
                    .map_or(place.end, |token| token.span.end);
                return (
                    "SyntaxError",
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?".to_owned(),
                    Span::new(from, end),
                );
            }
        }
        if let Some(place) = self.forgotten_comma(here) {
            return (
                "SyntaxError",
                "invalid syntax. Perhaps you forgot a comma?".to_owned(),
                place,
            );
        }
        found("invalid syntax")
    }

    /// Two expressions beside each other inside brackets.
    fn forgotten_comma(&self, here: usize) -> Option<Span> {
        let (before, now) = (self.token(here.checked_sub(1)?)?, self.token(here)?);
        let inside = self.tokens.all[..here].iter().fold(0i32, |depth, token| {
            match self.slice(token.span) {
                "(" | "[" | "{" => depth + 1,
                ")" | "]" | "}" => depth - 1,
                _ => depth,
            }
        }) > 0;
        let ends = matches!(before.kind, Kind::Name | Kind::Number | Kind::Text)
            || matches!(self.slice(before.span), ")" | "]" | "}");
        let starts = matches!(now.kind, Kind::Name | Kind::Number | Kind::Text);
        let keyword = |token: &Token| KEYWORDS.contains(&self.slice(token.span));
        if !inside || !ends || !starts || keyword(before) || keyword(now) {
            return None;
        }
        // The expression before: back over brackets, dots and operators to the last comma or open bracket.
        let mut depth = 0;
        let mut from = before.span.start;
        for token in self.tokens.all[..here].iter().rev() {
            match self.slice(token.span) {
                ")" | "]" | "}" => depth += 1,
                "(" | "[" | "{" if depth == 0 => break,
                "(" | "[" | "{" => depth -= 1,
                "," | "=" | ":" if depth == 0 => break,
                word if depth == 0 && KEYWORDS.contains(&word) => break,
                _ => {}
            }
            from = token.span.start;
        }
        // The expression after: up to the end of its brackets.
        let mut end = now.span.end;
        let mut depth = 0;
        for token in &self.tokens.all[here + 1..] {
            let word = self.slice(token.span);
            match word {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" if depth == 0 => break,
                ")" | "]" | "}" => depth -= 1,
                "." => {}
                _ if depth > 0 => {}
                _ if self.slice(Span::new(end - 1, end)) == "." => {}
                _ => break,
            }
            end = token.span.end;
        }
        Some(Span::new(from, end))
    }
}

/// The parser's words and CPython's.
const WORDS: &[(&str, &str)] = &[
    ("Only one '*' parameter", "* argument may appear only once"),
    ("Only one '/' separator", "/ may appear only once"),
    (
        "Expected one or more keyword parameter after",
        "named arguments must follow bare *",
    ),
    (
        "Iterable argument unpacking cannot follow",
        "iterable argument unpacking follows keyword argument unpacking",
    ),
];

const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// CPython's name for a kind of expression that cannot be assigned to.
fn describe(text: &str) -> String {
    let Ok(parsed) = parse_expression(text) else {
        return "expression".to_owned();
    };
    match parsed.expr() {
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(literal) => {
            if literal.value {
                "True"
            } else {
                "False"
            }
        }
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => "literal",
        Expr::UnaryOp(op) if op.op == UnaryOp::Not => "expression",
        Expr::Call(_) => "function call",
        Expr::Compare(_) => "comparison",
        Expr::Lambda(_) => "lambda",
        Expr::If(_) => "conditional expression",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) => "f-string expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::Named(_) => "named expression",
        Expr::Tuple(_) => "tuple",
        Expr::List(_) => "list",
        Expr::Starred(_) => "starred",
        _ => "expression",
    }
    .to_owned()
}

/// The parser's words about f-strings in CPython's.
fn f_string_words(text: &str) -> String {
    let text = text.replace('`', "'");
    if text.contains("conversion character") {
        return "f-string: invalid conversion character: expected 's', 'r', or 'a'".to_owned();
    }
    text
}
