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

/// Whether the source cannot be too deep, which a look at its bytes tells of almost all: every level of the tree takes a byte,
/// one of the logical line that it is in but for those of the indentation.
pub(crate) fn is_shallow(source: &str, limit: usize) -> bool {
    let most = limit.min(DEEP);
    has_short_lines(source.as_bytes(), most.saturating_sub(INDENTATION))
        || is_short(source.as_bytes(), most)
}

fn is_short(bytes: &[u8], most: usize) -> bool {
    let is_open = |byte: &u8| matches!(byte, b'(' | b'[' | b'{');
    let blanks = |line: &[u8]| {
        line.iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\x0c'))
            .count()
    };
    bytes.len() <= most
        && bytes.iter().filter(|byte| is_open(byte)).count() < BRACKETS
        && bytes
            .split(|byte| matches!(byte, b'\n' | b'\r'))
            .all(|line| blanks(line) < INDENTATION)
}

fn has_short_lines(mut rest: &[u8], most: usize) -> bool {
    while !rest.is_empty() {
        match logical_line(rest) {
            Some(length) if length <= most => rest = &rest[length..],
            _ => return false,
        }
    }
    true
}

/// The bytes that neither open nor end anything.
const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let special = b"\n\r#\"'\\()[]{}";
    let mut at = 0;
    while at < special.len() {
        plain[special[at] as usize] = false;
        at += 1;
    }
    plain
};

/// The length of the first logical line; `None` where it is nested deeply, or where the bytes alone do not tell.
fn logical_line(bytes: &[u8]) -> Option<usize> {
    let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\x0c');
    let mut at = bytes.iter().take_while(is_blank).count();
    if at >= INDENTATION {
        return None;
    }
    let mut open = 0;
    while let Some(&byte) = bytes.get(at) {
        if PLAIN[usize::from(byte)] {
            at += 1;
            continue;
        }
        match byte {
            b'(' | b'[' | b'{' => {
                open += 1;
                if open == BRACKETS {
                    return None;
                }
            }
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            b'\n' | b'\r' if open == 0 => return Some(at + 1),
            b'#' => {
                let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
                let end = bytes[at..].iter().position(is_end);
                at = end.map_or(bytes.len(), |end| at + end);
                continue;
            }
            b'"' | b'\'' => {
                // A text with expressions inside can have texts in them.
                let before = &bytes[at.saturating_sub(2)..at];
                if before.iter().any(|letter| b"fFtT".contains(letter)) {
                    return None;
                }
                at += text_length(&bytes[at..], byte)?;
                continue;
            }
            b'\\' => return None,
            _ => {}
        }
        at += 1;
    }
    Some(at)
}

/// The length of a string literal with its quotes; `None` where it does not end.
fn text_length(bytes: &[u8], quote: u8) -> Option<usize> {
    let triple = bytes.get(1) == Some(&quote) && bytes.get(2) == Some(&quote);
    let mut at = if triple { 3 } else { 1 };
    loop {
        match *bytes.get(at)? {
            b'\\' => at += 1,
            b'\n' | b'\r' if !triple => return None,
            byte if byte == quote => {
                if !triple {
                    return Some(at + 1);
                }
                if bytes.get(at + 1) == Some(&quote) && bytes.get(at + 2) == Some(&quote) {
                    return Some(at + 3);
                }
            }
            _ => {}
        }
        at += 1;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_of_most_sources_that_they_are_not_deep() {
        let long = "name = call(1, [2], {'a': \"(\"})  # (\n".repeat(1000);
        assert!(is_shallow(&long, 20_000));
        assert!(is_shallow("text = '''\n(\n\\'''\n'''", 20_000));
        assert_eq!(logical_line(b"f(\n1,\n)\nx"), Some(8));
        assert_eq!(logical_line(b"r'\\'' + \"\"\"\n\"\"\"\n"), Some(16));
        assert_eq!(logical_line(b"f'{x}'\n"), None);
        assert_eq!(logical_line(b"1 + \\\n2\n"), None);
        assert_eq!(logical_line(b"'\n'"), None);
        let deep = format!("x = {}1\n", "-".repeat(20_000));
        assert!(!is_shallow(&format!("{long}{deep}"), 20_000));
        let nested = format!("x = {}\n", "(\n".repeat(200));
        assert!(!is_shallow(&nested, 20_000));
        let indented = format!("{}x\n", " ".repeat(100));
        assert!(!is_shallow(&indented, 20_000));
    }
}
