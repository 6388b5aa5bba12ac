//! Where MySQL's statements end: the rules of the `mysql` shell, `DELIMITER` included.

use crate::split::{SplitRules, Token, TokenKind, Unclosed, lex};

/// MySQL's lexer.
#[derive(Debug)]
pub(crate) struct Rules {
    delimiter: String,
    /// The statement has begun: a `DELIMITER` in it is a word like others.
    begun: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            delimiter: ";".to_owned(),
            begun: false,
        }
    }
}

impl SplitRules for Rules {
    fn token(&mut self, text: &str, at: usize) -> Token {
        let bytes = text.as_bytes();
        if let Some(space) = lex::space(text, at) {
            return space;
        }
        if !self.begun
            && let Some((delimiter, end)) = delimiter_command(text, at)
        {
            self.delimiter = delimiter.to_owned();
            return Token {
                kind: TokenKind::Command,
                end,
            };
        }
        if text[at..].starts_with(&self.delimiter) {
            return Token {
                kind: TokenKind::End,
                end: at + self.delimiter.len(),
            };
        }
        match bytes[at] {
            b'#' => lex::line_comment(text, at),
            // Two dashes begin a comment only before a blank or a control character.
            b'-' if text[at..].starts_with("--")
                && bytes.get(at + 2).is_none_or(|b| *b <= b' ' || *b == 0x7f) =>
            {
                lex::line_comment(text, at)
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => comment(text, at),
            quote @ (b'\'' | b'"') => lex::quoted(text, at + 1, quote, true, Unclosed::String),
            b'`' => lex::quoted(text, at + 1, b'`', false, Unclosed::Name),
            byte if is_word(byte) => Token {
                kind: TokenKind::Word,
                end: at + self.word(text, at),
            },
            _ => lex::single(text, at, TokenKind::Other),
        }
    }

    fn seen(&mut self, _kind: TokenKind, _word: &str) {
        self.begun = true;
    }

    fn may_end(&self) -> bool {
        true
    }

    fn reset(&mut self) {
        self.begun = false;
    }
}

impl Rules {
    /// The length of a word; the delimiter may be made of letters.
    fn word(&self, text: &str, at: usize) -> usize {
        let length = lex::run(text, at, is_word);
        match text[at..at + length].find(&self.delimiter) {
            Some(0) | None => length,
            Some(before) => before,
        }
    }
}

/// `/* */`; what stands in `/*! */` and `/*+ */` is a part of the statement.
fn comment(text: &str, at: usize) -> Token {
    let Some(length) = text[at + 2..].find("*/") else {
        return Token {
            kind: TokenKind::Unclosed(Unclosed::Comment),
            end: text.len(),
        };
    };
    let part = matches!(text.as_bytes().get(at + 2), Some(b'!' | b'+'));
    Token {
        kind: if part {
            TokenKind::Other
        } else {
            TokenKind::Comment
        },
        end: at + length + 4,
    }
}

/// `DELIMITER xx` at the beginning of a line: the delimiter, and the end of the line.
fn delimiter_command(text: &str, at: usize) -> Option<(&str, usize)> {
    const COMMAND: &str = "delimiter";
    let line_start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    if !text[line_start..at].trim().is_empty() {
        return None;
    }
    let line = &text[at..at + text[at..].find('\n').unwrap_or(text.len() - at)];
    let word = line.get(..COMMAND.len())?;
    let rest = line.get(COMMAND.len()..)?;
    if !word.eq_ignore_ascii_case(COMMAND) || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let delimiter = rest.split_whitespace().next()?;
    Some((delimiter, at + line.len()))
}

fn is_word(byte: u8) -> bool {
    lex::is_letter(byte) || byte.is_ascii_digit() || byte == b'$'
}
