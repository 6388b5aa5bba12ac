//! A text of several statements, cut where the database's own shell cuts it.
//!
//! Semicolons inside of strings, comments, quoted names, dollar quotes, bodies of triggers and functions do not
//! end a statement. What that means is the lexer of each database: see `split.rs` in their folders. Nothing is
//! lost: the pieces, put together again, are the text.

use crate::dialect::Dialect;
use crate::{mysql, postgres, sqlite};

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// White space, comments and semicolons that end nothing.
    Blank,
    /// A statement with what ends it; the statement itself, as it is sent, ends before that byte.
    Statement {
        /// The byte behind the statement.
        text_end: usize,
    },
    /// A statement in which something is opened that the text does not close.
    Unclosed {
        /// What.
        what: Unclosed,
        /// Where it is opened.
        at: usize,
    },
    /// A line that is for the shell and not for the database: MySQL's `DELIMITER`.
    Command,
}

/// What a text opens and does not close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclosed {
    /// `'...`
    String,
    /// `"...`, `` `... `` or `[...`
    Name,
    /// `$tag$...`
    DollarQuote,
    /// `/*...`
    Comment,
}

impl Unclosed {
    /// The words for people.
    pub fn name(self) -> &'static str {
        match self {
            Unclosed::String => "a string",
            Unclosed::Name => "a quoted name",
            Unclosed::DollarQuote => "a dollar quote",
            Unclosed::Comment => "a comment",
        }
    }
}

impl Piece {
    /// The statement as it is sent to the database.
    pub fn statement(self, text: &str) -> Option<&str> {
        match self.kind {
            PieceKind::Statement { text_end } => text.get(self.start..text_end),
            PieceKind::Blank | PieceKind::Unclosed { .. } | PieceKind::Command => None,
        }
    }
}

/// Cuts a text into its pieces, by the lexical rules of a database.
pub fn split(dialect: &dyn Dialect, text: &str) -> Vec<Piece> {
    cut(&mut *rules(dialect), text)
}

/// The first words of a statement, in capitals and without comments, at most `count`; another token ends them.
pub fn leading_words(dialect: &dyn Dialect, statement: &str, count: usize) -> Vec<String> {
    let mut rules = rules(dialect);
    let (mut words, mut at) = (Vec::new(), 0);
    while at < statement.len() && words.len() < count {
        let token = rules.token(statement, at);
        match token.kind {
            TokenKind::Space | TokenKind::Comment => {}
            TokenKind::Word => words.push(statement[at..token.end].to_ascii_uppercase()),
            _ => break,
        }
        at = token.end;
    }
    words
}

fn rules(dialect: &dyn Dialect) -> Box<dyn SplitRules> {
    match dialect.name() {
        "postgresql" => Box::new(postgres::split::Rules::default()),
        "mysql" | "mariadb" => Box::new(mysql::split::Rules::default()),
        _ => Box::new(sqlite::split::Rules::default()),
    }
}

/// A token, as far as cutting needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: TokenKind,
    /// The byte behind it.
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Space,
    Comment,
    /// An unquoted name or keyword.
    Word,
    /// What ends a statement, unless it stands inside of something.
    End,
    Open,
    Close,
    /// A line for the shell.
    Command,
    Unclosed(Unclosed),
    /// A string, a number, a quoted name, an operator.
    Other,
}

/// The lexical rules of a database, and what they remember of the statement.
pub(crate) trait SplitRules {
    /// The token that begins at a byte. It is never empty.
    fn token(&mut self, text: &str, at: usize) -> Token;

    /// A token of the statement has been read.
    fn seen(&mut self, kind: TokenKind, word: &str);

    /// Whether what ends statements ends this one, or stands inside of it.
    fn may_end(&self) -> bool;

    /// Another statement begins.
    fn reset(&mut self);
}

fn cut(rules: &mut dyn SplitRules, text: &str) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    let (mut at, mut statement, mut text_end) = (0, None, 0);
    while at < text.len() {
        let Token { kind, end } = rules.token(text, at);
        match (kind, statement) {
            (TokenKind::Space | TokenKind::Comment, _) => {}
            (TokenKind::End, None) => rules.reset(),
            (TokenKind::End, Some(start)) if rules.may_end() => {
                pieces.push(PieceKind::Statement { text_end }, start, end);
                statement = None;
                rules.reset();
            }
            (TokenKind::Command, None) => pieces.push(PieceKind::Command, at, end),
            (TokenKind::Unclosed(what), _) => {
                let kind = PieceKind::Unclosed { what, at };
                pieces.push(kind, statement.unwrap_or(at), end);
                statement = None;
            }
            _ => {
                statement = statement.or(Some(at));
                rules.seen(kind, &text[at..end]);
                text_end = end;
            }
        }
        at = end;
    }
    if let Some(start) = statement {
        pieces.push(PieceKind::Statement { text_end }, start, text_end);
    }
    pieces.finish(text.len())
}

/// The pieces so far; what is between them is blank.
#[derive(Default)]
struct Pieces {
    found: Vec<Piece>,
    end: usize,
}

impl Pieces {
    fn push(&mut self, kind: PieceKind, start: usize, end: usize) {
        self.blank(start);
        self.found.push(Piece { kind, start, end });
        self.end = end;
    }

    fn blank(&mut self, until: usize) {
        if self.end < until {
            self.found.push(Piece {
                kind: PieceKind::Blank,
                start: self.end,
                end: until,
            });
            self.end = until;
        }
    }

    fn finish(mut self, len: usize) -> Vec<Piece> {
        self.blank(len);
        self.found
    }
}

/// The parts that the lexers share.
pub(crate) mod lex {
    use super::{Token, TokenKind, Unclosed};

    /// The token of white space, a `--` comment, or `None`.
    pub fn space(text: &str, at: usize) -> Option<Token> {
        let length = text[at..]
            .bytes()
            .take_while(|byte| byte.is_ascii_whitespace() || *byte == 0x0b)
            .count();
        (length > 0).then_some(Token {
            kind: TokenKind::Space,
            end: at + length,
        })
    }

    /// A comment to the end of the line, which is not a part of it.
    pub fn line_comment(text: &str, at: usize) -> Token {
        let length = text[at..].find('\n').unwrap_or(text.len() - at);
        Token {
            kind: TokenKind::Comment,
            end: at + length,
        }
    }

    /// What a quote opens, up to the same quote, which counts doubled as itself; a backslash may hide it.
    pub fn quoted(text: &str, from: usize, close: u8, backslash: bool, what: Unclosed) -> Token {
        let bytes = text.as_bytes();
        let mut at = from;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' if backslash => at += 2,
                byte if byte == close && bytes.get(at + 1) == Some(&close) => at += 2,
                byte if byte == close => {
                    return Token {
                        kind: TokenKind::Other,
                        end: at + 1,
                    };
                }
                _ => at += 1,
            }
        }
        Token {
            kind: TokenKind::Unclosed(what),
            end: bytes.len(),
        }
    }

    /// The length of what follows as long as the bytes are of a kind.
    pub fn run(text: &str, from: usize, is: impl Fn(u8) -> bool) -> usize {
        text.as_bytes()[from..]
            .iter()
            .take_while(|byte| is(**byte))
            .count()
    }

    /// One character that is not the beginning of anything else.
    pub fn single(text: &str, at: usize, kind: TokenKind) -> Token {
        let length = text[at..].chars().next().map_or(1, char::len_utf8);
        Token {
            kind,
            end: at + length,
        }
    }

    /// A letter of a name: ASCII, or anything beyond it.
    pub fn is_letter(byte: u8) -> bool {
        byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
    }
}
