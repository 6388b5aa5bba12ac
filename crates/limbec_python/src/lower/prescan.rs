//! A look at the tokens before anything recursive touches the source: text that is nested too deeply is refused here.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

/// CPython's limit for brackets inside each other.
const BRACKETS: usize = 200;
/// CPython's limit for levels of indentation.
const INDENTATION: usize = 100;
/// How deep an expression may be on a big stack.
const DEEP: usize = 20_000;

/// What is wrong, and on which line.
pub(crate) struct TooDeep {
    pub(crate) class: &'static str,
    pub(crate) message: &'static str,
    pub(crate) line: u32,
}

/// Whether the source cannot be too deep, which most scripts are too short for: every level of the tree takes a byte.
pub(crate) fn is_shallow(source: &str, limit: usize) -> bool {
    let is_open = |byte: &u8| matches!(byte, b'(' | b'[' | b'{');
    let blanks = |line: &[u8]| {
        line.iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\x0c'))
            .count()
    };
    let bytes = source.as_bytes();
    bytes.len() <= limit.min(DEEP)
        && bytes.iter().filter(|byte| is_open(byte)).count() < BRACKETS
        && bytes
            .split(|byte| matches!(byte, b'\n' | b'\r'))
            .all(|line| blanks(line) < INDENTATION)
}

/// How deep the tree of the source may become, at most.
pub(crate) fn depth(source: &str) -> Result<usize, TooDeep> {
    let mut scan = Scan {
        levels: vec![0],
        total: 0,
        most: 0,
        indent: 0,
        line: 1,
    };
    let mut lexer = lexer::lex(source, Mode::Module);
    loop {
        let kind = lexer.next_token();
        if kind == TokenKind::EndOfFile {
            return Ok(scan.most);
        }
        scan.token(kind)?;
    }
}

/// The number of operators since the last comma, for each open bracket: a bound for the depth of the tree, because every
/// operator, call and attribute adds at most one level.
struct Scan {
    levels: Vec<usize>,
    total: usize,
    most: usize,
    indent: usize,
    line: u32,
}

impl Scan {
    fn token(&mut self, kind: TokenKind) -> Result<(), TooDeep> {
        use TokenKind as T;
        match kind {
            T::Lpar | T::Lsqb | T::Lbrace => {
                // A brace opens a display or a part of an f-string: no chain of calls grows from it.
                if kind != T::Lbrace {
                    self.add();
                }
                self.levels.push(0);
                self.measure();
                if self.levels.len() > BRACKETS {
                    return Err(self.error("SyntaxError", "too many nested parentheses"));
                }
            }
            T::Rpar | T::Rsqb | T::Rbrace => {
                if self.levels.len() > 1 {
                    let inner = self.levels.pop().unwrap_or(0);
                    self.total -= inner;
                }
            }
            T::Comma => self.reset(),
            T::Newline => {
                self.line += 1;
                self.reset();
            }
            T::NonLogicalNewline => self.line += 1,
            T::Semi => self.reset(),
            T::Indent => {
                self.indent += 1;
                if self.indent >= INDENTATION {
                    return Err(self.error("IndentationError", "too many levels of indentation"));
                }
            }
            T::Dedent => self.indent = self.indent.saturating_sub(1),
            T::Name | T::Int | T::Float | T::String | T::Comment => {}
            T::FStringStart | T::FStringMiddle | T::FStringEnd => {}
            T::TStringStart | T::TStringMiddle | T::TStringEnd => {}
            _ => self.add(),
        }
        if self.total > DEEP {
            return Err(self.error(
                "RecursionError",
                "maximum recursion depth exceeded during compilation",
            ));
        }
        Ok(())
    }

    fn add(&mut self) {
        if let Some(level) = self.levels.last_mut() {
            *level += 1;
        }
        self.total += 1;
        self.measure();
    }

    fn measure(&mut self) {
        let open = self.levels.len() - 1;
        self.most = self.most.max(self.total + open + self.indent);
    }

    fn reset(&mut self) {
        if let Some(level) = self.levels.last_mut() {
            self.total -= *level;
            *level = 0;
        }
    }

    fn error(&self, class: &'static str, message: &'static str) -> TooDeep {
        TooDeep {
            class,
            message,
            line: self.line,
        }
    }
}
