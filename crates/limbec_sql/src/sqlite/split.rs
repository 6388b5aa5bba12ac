//! Where SQLite's statements end: the rules of `sqlite3_complete`.

use crate::split::{SplitRules, Token, TokenKind, Unclosed, lex};

/// SQLite's lexer, and how far the statement is that of a trigger.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    state: State,
}

/// A trigger ends with `; END ;`, every other statement with a semicolon.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Start,
    Explain,
    Create,
    Plain,
    Trigger,
    /// A semicolon inside of a trigger.
    Semicolon,
    /// `END` behind one.
    End,
}

impl SplitRules for Rules {
    fn token(&mut self, text: &str, at: usize) -> Token {
        let bytes = text.as_bytes();
        if let Some(space) = lex::space(text, at) {
            return space;
        }
        match bytes[at] {
            b'-' if bytes.get(at + 1) == Some(&b'-') => lex::line_comment(text, at),
            // A comment that nothing closes ends with the text.
            b'/' if bytes.get(at + 1) == Some(&b'*') && at + 2 < bytes.len() => Token {
                kind: TokenKind::Comment,
                end: text[at + 2..]
                    .find("*/")
                    .map_or(text.len(), |length| at + length + 4),
            },
            quote @ (b'"' | b'`') => lex::quoted(text, at + 1, quote, false, Unclosed::Name),
            b'\'' => lex::quoted(text, at + 1, b'\'', false, Unclosed::String),
            b'[' => match text[at..].find(']') {
                Some(length) => Token {
                    kind: TokenKind::Other,
                    end: at + length + 1,
                },
                None => Token {
                    kind: TokenKind::Unclosed(Unclosed::Name),
                    end: text.len(),
                },
            },
            b';' => lex::single(text, at, TokenKind::End),
            byte if is_word(byte) => Token {
                kind: TokenKind::Word,
                end: at + lex::run(text, at, is_word),
            },
            _ => lex::single(text, at, TokenKind::Other),
        }
    }

    fn seen(&mut self, kind: TokenKind, word: &str) {
        let is = |keyword: &str| kind == TokenKind::Word && word.eq_ignore_ascii_case(keyword);
        self.state = match self.state {
            State::Start if is("explain") => State::Explain,
            State::Start | State::Explain if is("create") => State::Create,
            State::Explain if is("query") || is("plan") => State::Explain,
            State::Create if is("temp") || is("temporary") => State::Create,
            State::Create if is("trigger") => State::Trigger,
            State::Start | State::Explain | State::Create | State::Plain => State::Plain,
            State::Trigger | State::Semicolon | State::End if kind == TokenKind::End => {
                State::Semicolon
            }
            State::Semicolon if is("end") => State::End,
            State::Trigger | State::Semicolon | State::End => State::Trigger,
        };
    }

    fn may_end(&self) -> bool {
        !matches!(self.state, State::Trigger | State::Semicolon)
    }

    fn reset(&mut self) {
        self.state = State::Start;
    }
}

fn is_word(byte: u8) -> bool {
    lex::is_letter(byte) || byte.is_ascii_digit() || byte == b'$'
}
