//! A small tokenizer that is only used to say what is wrong with a text: it knows where CPython's tokenizer would stop.

use crate::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Number,
    Text,
    Operator,
    Newline,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// Where the tokenizer stopped.
pub(super) struct Stop {
    pub(super) message: String,
    pub(super) span: Span,
}

/// The tokens of a text, the brackets that are open at its end, and the error that ended it.
pub(super) struct Tokens {
    pub(super) all: Vec<Token>,
    pub(super) open: Vec<(char, u32)>,
    pub(super) stop: Option<Stop>,
}

impl Tokens {
    /// The place of the first token that starts at or after an offset.
    pub(super) fn at(&self, offset: u32) -> usize {
        self.all.partition_point(|token| token.span.start < offset)
    }

    /// The first token of the logical line of a token.
    pub(super) fn line_start(&self, place: usize) -> usize {
        let before = &self.all[..place.min(self.all.len())];
        before
            .iter()
            .rposition(|token| token.kind == Kind::Newline)
            .map_or(0, |newline| newline + 1)
    }
}

pub(super) fn scan(text: &str) -> Tokens {
    let mut scan = Scan {
        text,
        at: 0,
        tokens: Tokens {
            all: Vec::new(),
            open: Vec::new(),
            stop: None,
        },
    };
    while scan.tokens.stop.is_none() && scan.at < text.len() {
        scan.token();
    }
    if scan.tokens.stop.is_none() && scan.tokens.open.is_empty() {
        scan.push(Kind::Newline, text.len());
    }
    scan.tokens
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    tokens: Tokens,
}

impl Scan<'_> {
    fn push(&mut self, kind: Kind, end: usize) {
        let span = Span::new(self.at as u32, end as u32);
        self.tokens.all.push(Token { kind, span });
        self.at = end;
    }

    fn stop(&mut self, message: impl Into<String>, start: usize, end: usize) {
        self.tokens.stop = Some(Stop {
            message: message.into(),
            span: Span::new(start as u32, end as u32),
        });
    }

    fn token(&mut self) {
        let rest = &self.text[self.at..];
        let Some(letter) = rest.chars().next() else {
            return;
        };
        match letter {
            ' ' | '\t' | '\x0c' | '\r' => self.at += 1,
            '\n' => {
                let ends_line = self.tokens.open.is_empty()
                    && self
                        .tokens
                        .all
                        .last()
                        .is_some_and(|token| token.kind != Kind::Newline);
                if ends_line {
                    self.push(Kind::Newline, self.at + 1);
                } else {
                    self.at += 1;
                }
            }
            '#' => self.at += rest.find('\n').unwrap_or(rest.len()),
            '\\' => match rest[1..]
                .strip_prefix('\r')
                .unwrap_or(&rest[1..])
                .find('\n')
            {
                Some(0) => self.at += rest.find('\n').unwrap_or(0) + 1,
                _ => {
                    let place = self.at + 1;
                    let message = "unexpected character after line continuation character";
                    self.stop(message, place, place);
                }
            },
            '\'' | '"' => self.string(self.at),
            letter if letter.is_ascii_digit() => self.number(),
            '.' if rest[1..].starts_with(|letter: char| letter.is_ascii_digit()) => self.number(),
            letter if letter == '_' || letter.is_alphabetic() => self.name(),
            '(' | '[' | '{' => {
                self.tokens.open.push((letter, self.at as u32));
                self.push(Kind::Operator, self.at + 1);
            }
            ')' | ']' | '}' => self.close(letter),
            letter if letter.is_ascii() && !letter.is_ascii_control() => self.operator(letter),
            letter => {
                let end = self.at + letter.len_utf8();
                let code = u32::from(letter);
                let message = if letter.is_control() {
                    format!("invalid non-printable character U+{code:04X}")
                } else {
                    format!("invalid character '{letter}' (U+{code:04X})")
                };
                self.stop(message, self.at, end);
            }
        }
    }

    fn operator(&mut self, first: char) {
        if matches!(first, '$' | '?' | '`') {
            self.stop("invalid syntax", self.at, self.at + 1);
            return;
        }
        const LONG: &[&str] = &[
            "**=", "//=", ">>=", "<<=", "...", "==", "!=", "<=", ">=", "->", ":=", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "@=", "**", "//", "<<", ">>",
        ];
        let rest = &self.text[self.at..];
        let length = LONG
            .iter()
            .find(|operator| rest.starts_with(**operator))
            .map_or(1, |operator| operator.len());
        self.push(Kind::Operator, self.at + length);
    }

    fn close(&mut self, letter: char) {
        let wanted = match letter {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        match self.tokens.open.pop() {
            None => self.stop(format!("unmatched '{letter}'"), self.at, self.at),
            Some((open, place)) if open != wanted => {
                let line = |offset: usize| self.text[..offset].matches('\n').count() + 1;
                let (opened, here) = (line(place as usize), line(self.at));
                let on = if opened == here {
                    String::new()
                } else {
                    format!(" on line {opened}")
                };
                self.stop(
                    format!("closing parenthesis '{letter}' does not match opening parenthesis '{open}'{on}"),
                    self.at,
                    self.at,
                );
            }
            Some(_) => self.push(Kind::Operator, self.at + 1),
        }
    }

    fn name(&mut self) {
        let rest = &self.text[self.at..];
        let end = rest
            .find(|letter: char| letter != '_' && !letter.is_alphanumeric())
            .unwrap_or(rest.len());
        let quote = rest[end..].starts_with(['\'', '"']);
        let prefix = quote
            && end <= 2
            && rest[..end]
                .chars()
                .all(|letter| "rRbBuUfF".contains(letter));
        if prefix {
            self.string(self.at + end);
        } else {
            self.push(Kind::Name, self.at + end);
        }
    }

    /// A string whose quote stands at an offset; its prefix, when it has one, before that.
    fn string(&mut self, quote: usize) {
        let rest = &self.text[quote..];
        let triple = rest.starts_with("'''") || rest.starts_with("\"\"\"");
        let close = if triple { &rest[..3] } else { &rest[..1] };
        let mut at = quote + close.len();
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(at) {
                None => break,
                Some(b'\n') if !triple => break,
                Some(b'\\') => at += 2,
                Some(_) if self.text.is_char_boundary(at) && self.text[at..].starts_with(close) => {
                    self.push(Kind::Text, at + close.len());
                    return;
                }
                Some(_) => at += 1,
            }
        }
        let line = self.text[..at.min(self.text.len())]
            .trim_end_matches('\n')
            .matches('\n')
            .count()
            + 1;
        let message = if triple {
            format!("unterminated triple-quoted string literal (detected at line {line})")
        } else {
            format!("unterminated string literal (detected at line {line})")
        };
        self.stop(message, self.at, self.at);
    }

    fn number(&mut self) {
        let rest = &self.text[self.at..];
        let lower = rest.to_ascii_lowercase();
        let (kind, digits): (&str, fn(char) -> bool) = if lower.starts_with("0x") {
            ("hexadecimal", |letter| letter.is_ascii_hexdigit())
        } else if lower.starts_with("0o") {
            ("octal", |letter| ('0'..='7').contains(&letter))
        } else if lower.starts_with("0b") {
            ("binary", |letter| matches!(letter, '0' | '1'))
        } else {
            self.decimal(&lower);
            return;
        };
        let body = &lower[2..];
        let end = 2 + body
            .find(|letter: char| letter != '_' && !digits(letter))
            .unwrap_or(body.len());
        let bad = end == 2 || lower[..end].ends_with('_');
        if bad || lower[end..].starts_with(char::is_alphanumeric) {
            let place = self.at + end
                - usize::from(end > 2 || !lower[end..].starts_with(char::is_alphanumeric));
            self.stop(format!("invalid {kind} literal"), place, place);
        } else {
            self.push(Kind::Number, self.at + end);
        }
    }

    fn decimal(&mut self, lower: &str) {
        let digits = |text: &str| {
            text.find(|letter: char| letter != '_' && !letter.is_ascii_digit())
                .unwrap_or(text.len())
        };
        let mut end = digits(lower);
        let whole = end;
        let mut float = false;
        if lower[end..].starts_with('.') {
            float = true;
            end += 1 + digits(&lower[end + 1..]);
        }
        if let Some(power) = lower[end..].strip_prefix('e') {
            let sign = usize::from(power.starts_with(['+', '-']));
            let length = digits(&power[sign..]);
            if length > 0 {
                float = true;
                end += 1 + sign + length;
            }
        }
        if lower[end..].starts_with('j') {
            float = true;
            end += 1;
        }
        let number = &lower[..end];
        if number.ends_with('_') || number.contains("__") {
            let place = self.at + end - 1;
            self.stop("invalid decimal literal", place, place);
            return;
        }
        let after = &lower[end..];
        let keyword = ["and", "else", "for", "if", "in", "is", "not", "or"]
            .iter()
            .any(|word| after.starts_with(word));
        if after.starts_with(|letter: char| letter == '_' || letter.is_alphanumeric()) && !keyword {
            let place = self.at + end - 1;
            self.stop("invalid decimal literal", place, place);
            return;
        }
        let octal = !float
            && whole > 1
            && number.starts_with('0')
            && number.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        if octal {
            let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
            self.stop(message, self.at, self.at + 1);
            return;
        }
        self.push(Kind::Number, self.at + end);
    }
}
