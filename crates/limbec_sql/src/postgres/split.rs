//! Where PostgreSQL's statements end: the rules of `psql`, which are those of the server's lexer.

use crate::split::{SplitRules, Token, TokenKind, Unclosed, lex};

/// PostgreSQL's lexer, and what is open in the statement.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    parentheses: usize,
    /// `BEGIN ATOMIC` and `CASE` that no `END` has closed.
    blocks: usize,
    head: Head,
}

/// How far the statement begins as `CREATE [OR REPLACE] FUNCTION` or `PROCEDURE` does: only those have bodies of
/// several statements.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Head {
    #[default]
    Nothing,
    Create,
    CreateOr,
    CreateOrReplace,
    Routine,
    Other,
}

impl SplitRules for Rules {
    fn token(&mut self, text: &str, at: usize) -> Token {
        let bytes = text.as_bytes();
        if let Some(space) = lex::space(text, at) {
            return space;
        }
        match bytes[at] {
            b'-' if bytes.get(at + 1) == Some(&b'-') => lex::line_comment(text, at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => comment(text, at),
            b'\'' => string(text, at + 1, false),
            b'"' => lex::quoted(text, at + 1, b'"', false, Unclosed::Name),
            b'$' => dollar(text, at),
            b';' => lex::single(text, at, TokenKind::End),
            b'(' => lex::single(text, at, TokenKind::Open),
            b')' => lex::single(text, at, TokenKind::Close),
            b'0'..=b'9' => number(text, at),
            byte if lex::is_letter(byte) => word(text, at),
            _ => lex::single(text, at, TokenKind::Other),
        }
    }

    fn seen(&mut self, kind: TokenKind, word: &str) {
        match kind {
            TokenKind::Open => self.parentheses += 1,
            TokenKind::Close => self.parentheses = self.parentheses.saturating_sub(1),
            TokenKind::Word => self.word(word),
            _ => {}
        }
    }

    fn may_end(&self) -> bool {
        self.parentheses == 0 && self.blocks == 0
    }

    fn reset(&mut self) {
        *self = Self::default();
    }
}

impl Rules {
    fn word(&mut self, word: &str) {
        let is = |keyword: &str| word.eq_ignore_ascii_case(keyword);
        if self.head == Head::Routine {
            if self.parentheses > 0 {
                return;
            }
            if is("begin") || (is("case") && self.blocks > 0) {
                self.blocks += 1;
            } else if is("end") {
                self.blocks = self.blocks.saturating_sub(1);
            }
            return;
        }
        self.head = match self.head {
            Head::Nothing if is("create") => Head::Create,
            Head::Create if is("or") => Head::CreateOr,
            Head::CreateOr if is("replace") => Head::CreateOrReplace,
            Head::Create | Head::CreateOrReplace if is("function") || is("procedure") => {
                Head::Routine
            }
            _ => Head::Other,
        };
    }
}

/// Comments nest.
fn comment(text: &str, at: usize) -> Token {
    let bytes = text.as_bytes();
    let (mut depth, mut place) = (0_usize, at);
    while place < bytes.len() {
        match (bytes[place], bytes.get(place + 1)) {
            (b'/', Some(b'*')) => {
                depth += 1;
                place += 2;
            }
            (b'*', Some(b'/')) => {
                depth -= 1;
                place += 2;
                if depth == 0 {
                    return Token {
                        kind: TokenKind::Comment,
                        end: place,
                    };
                }
            }
            _ => place += 1,
        }
    }
    Token {
        kind: TokenKind::Unclosed(Unclosed::Comment),
        end: bytes.len(),
    }
}

/// A string whose first quote has been read. After a line break it may go on: then by the rules of its beginning.
fn string(text: &str, from: usize, backslash: bool) -> Token {
    let mut token = lex::quoted(text, from, b'\'', backslash, Unclosed::String);
    while token.kind == TokenKind::Other
        && backslash
        && let Some(next) = continued(text, token.end)
    {
        token = lex::quoted(text, next, b'\'', backslash, Unclosed::String);
    }
    token
}

/// The byte behind the quote that continues a string: white space with a line break, or comments with one, stand
/// before it.
fn continued(text: &str, from: usize) -> Option<usize> {
    let (mut at, mut broken) = (from, false);
    loop {
        let rest = text.get(at..)?;
        if rest.starts_with("--") {
            at += rest.find('\n')?;
            continue;
        }
        match rest.bytes().next()? {
            b'\n' | b'\r' => broken = true,
            b' ' | b'\t' | 0x0b | 0x0c => {}
            b'\'' if broken => return Some(at + 1),
            _ => return None,
        }
        at += 1;
    }
}

/// `$$`, `$tag$` with what they quote, or the dollar of a parameter.
fn dollar(text: &str, at: usize) -> Token {
    let is_tag = |byte: u8| lex::is_letter(byte) || byte.is_ascii_digit();
    let length = lex::run(text, at + 1, is_tag);
    let end = at + 1 + length;
    let begins_with_digit = text.as_bytes()[at + 1..end]
        .first()
        .is_some_and(u8::is_ascii_digit);
    if begins_with_digit || text.as_bytes().get(end) != Some(&b'$') {
        return Token {
            kind: TokenKind::Other,
            end: if begins_with_digit { end } else { at + 1 },
        };
    }
    let tag = &text[at..=end];
    match text[end + 1..].find(tag) {
        Some(length) => Token {
            kind: TokenKind::Other,
            end: end + 1 + length + tag.len(),
        },
        None => Token {
            kind: TokenKind::Unclosed(Unclosed::DollarQuote),
            end: text.len(),
        },
    }
}

/// A number; letters that stand at it belong to it.
fn number(text: &str, at: usize) -> Token {
    let is_number = |byte: u8| byte.is_ascii_digit() || byte == b'.' || byte == b'_';
    let mut end = at + lex::run(text, at, is_number);
    if text.as_bytes().get(end).is_some_and(|b| lex::is_letter(*b)) {
        end += lex::run(text, end, is_word);
    }
    Token {
        kind: TokenKind::Other,
        end,
    }
}

/// A name or a keyword; the letter before a string may say what kind of string it is.
fn word(text: &str, at: usize) -> Token {
    let end = at + lex::run(text, at, is_word);
    let next = text.as_bytes().get(end);
    if next == Some(&b'\'') && text[at..end].eq_ignore_ascii_case("e") {
        return string(text, end + 1, true);
    }
    Token {
        kind: TokenKind::Word,
        end,
    }
}

fn is_word(byte: u8) -> bool {
    lex::is_letter(byte) || byte.is_ascii_digit() || byte == b'$'
}
