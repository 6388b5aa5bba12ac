//! The fast way: the header is read from the characters of the module's top level, without a parser.
//!
//! Most revision scripts say `revision = "..."` in so many words. The scanner knows strings, comments, brackets and
//! indentation, and nothing else of Python. Whenever it is not certain what a line means it answers `None`, and the parser
//! decides.

use super::{Header, HeaderItem, HeaderValue, NAMES};
use crate::source::Span;

/// CPython's limit for brackets inside each other.
const BRACKETS: usize = 200;

/// What the fast way found out.
pub(super) enum Scanned {
    /// The header, for certain.
    Header(Box<Header>),
    /// The parser must decide.
    Uncertain,
    /// Brackets are nested too deeply, on this line (from 1), at this byte.
    TooDeep {
        /// The line, from 1.
        line: u32,
        /// The byte of the bracket.
        at: usize,
    },
}

/// Why the scan ends early.
enum Stop {
    Uncertain,
    TooDeep { line: u32, at: usize },
}

type Scan<T> = Result<T, Stop>;

/// Read the header of a module.
pub(super) fn scan(text: &str) -> Scanned {
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes(),
        at: if text.starts_with('\u{feff}') { 3 } else { 0 },
        line: 1,
    };
    match scanner.module() {
        Ok(header) => Scanned::Header(Box::new(header)),
        Err(Stop::Uncertain) => Scanned::Uncertain,
        Err(Stop::TooDeep { line, at }) => Scanned::TooDeep { line, at },
    }
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> Scanner<'a> {
    fn module(&mut self) -> Scan<Header> {
        let mut header = Header::default();
        let mut first = true;
        // Inside a `def` or a `class` a header name means something else; inside any other block it may be the header's.
        let mut block_matters = false;
        // Where all names of a module were imported last: what is not assigned after it may be one of them.
        let mut star = None;
        while self.at < self.bytes.len() {
            let start = self.at;
            self.blanks();
            let indented = self.at > start;
            match self.peek() {
                None => break,
                Some(b'\n' | b'\r' | b'#') => {
                    self.rest_of_line()?;
                    continue;
                }
                _ => {}
            }
            if indented {
                let word = self.word();
                if block_matters && NAMES.contains(&word) {
                    return Err(Stop::Uncertain);
                }
                self.logical_line(block_matters)?;
                continue;
            }
            if self.at_string() {
                let literal = self.string()?;
                self.blanks();
                match self.peek() {
                    None | Some(b'\n' | b'\r' | b'#') => {}
                    _ => return Err(Stop::Uncertain),
                }
                if first {
                    header.doc = Some(literal);
                }
                self.rest_of_line()?;
                first = false;
                continue;
            }
            first = false;
            let word = self.word();
            let start = self.at;
            block_matters = self.statement(word, &mut header)?;
            if word == "from" && self.bytes[start..self.at].contains(&b'*') {
                star = Some(start);
            }
        }
        if let Some(star) = star {
            let mut is_after = |name: &&str| match header.slot(name) {
                Some(Some(item)) => item.span.start as usize > star,
                _ => false,
            };
            if !NAMES.iter().all(&mut is_after) {
                return Err(Stop::Uncertain);
            }
        }
        Ok(header)
    }

    /// A statement of the top level that begins with a word; whether a block that follows it may hold header names.
    fn statement(&mut self, word: &'a str, header: &mut Header) -> Scan<bool> {
        match word {
            _ if NAMES.contains(&word) => {
                let item = self.assignment(word.len())?;
                match item {
                    Some(item) => *header.slot(word).ok_or(Stop::Uncertain)? = Some(item),
                    None => return Ok(false),
                }
                Ok(false)
            }
            "def" | "class" | "async" => {
                let start = self.at;
                self.at += word.len();
                self.blanks();
                let mut name = self.word();
                if word == "async" && name == "def" {
                    self.at += name.len();
                    self.blanks();
                    name = self.word();
                }
                match name {
                    "upgrade" => header.has_upgrade = true,
                    "downgrade" => header.has_downgrade = true,
                    _ => {}
                }
                self.at = start;
                self.logical_line(false)?;
                Ok(false)
            }
            "if" | "elif" | "else" | "try" | "except" | "finally" | "for" | "while" | "with"
            | "match" => {
                self.logical_line(true)?;
                Ok(true)
            }
            "upgrade" | "downgrade" => Err(Stop::Uncertain),
            _ => {
                self.logical_line(true)?;
                Ok(false)
            }
        }
    }

    /// `name = literal` or `name: annotation = literal`; `None` for a bare annotation.
    fn assignment(&mut self, length: usize) -> Scan<Option<HeaderItem>> {
        self.at += length;
        self.blanks();
        if self.peek() == Some(b':') {
            self.at += 1;
            if !self.annotation()? {
                return Ok(None);
            }
        }
        if self.peek() != Some(b'=') || self.bytes.get(self.at + 1) == Some(&b'=') {
            return Err(Stop::Uncertain);
        }
        self.at += 1;
        self.blanks();
        let (start, line) = (self.at, self.line);
        let value = self.value()?;
        let end = self.at;
        self.blanks();
        match self.peek() {
            None => {}
            Some(b'\n' | b'\r' | b'#') => self.rest_of_line()?,
            _ => return Err(Stop::Uncertain),
        }
        Ok(Some(HeaderItem {
            value,
            span: Span {
                start: start as u32,
                end: end as u32,
            },
            line,
        }))
    }

    /// Skip to the `=` after an annotation; false where there is none.
    fn annotation(&mut self) -> Scan<bool> {
        let mut depth = 0usize;
        loop {
            match self.peek() {
                Some(b'[' | b'(') => depth += 1,
                Some(b']' | b')') => depth = depth.saturating_sub(1),
                Some(b'=') if depth == 0 => return Ok(true),
                None | Some(b'\n' | b'\r') if depth == 0 => {
                    self.rest_of_line()?;
                    return Ok(false);
                }
                Some(b'"' | b'\'') => {
                    self.string()?;
                    continue;
                }
                None | Some(b'#' | b'\\' | b';' | b'\n' | b'\r') => return Err(Stop::Uncertain),
                _ => {}
            }
            self.at += 1;
        }
    }

    fn value(&mut self) -> Scan<HeaderValue> {
        match self.peek() {
            Some(b'(') => {
                let (items, commas) = self.items(b')')?;
                match (<[String; 1]>::try_from(items), commas) {
                    (Ok([one]), 0) => Ok(HeaderValue::Str(one)),
                    (Ok([one]), _) => Ok(HeaderValue::Tuple(vec![one])),
                    (Err(items), _) => Ok(HeaderValue::Tuple(items)),
                }
            }
            Some(b'[') => Ok(HeaderValue::List(self.items(b']')?.0)),
            Some(b'{') => {
                let (items, _) = self.items(b'}')?;
                if items.is_empty() {
                    return Err(Stop::Uncertain);
                }
                Ok(HeaderValue::Set(items))
            }
            _ if self.at_string() => self.joined(false).map(HeaderValue::Str),
            _ if self.word() == "None" => {
                self.at += 4;
                Ok(HeaderValue::None)
            }
            _ => Err(Stop::Uncertain),
        }
    }

    /// Strings with commas between them, and how many commas there are.
    fn items(&mut self, close: u8) -> Scan<(Vec<String>, usize)> {
        self.at += 1;
        let (mut items, mut commas) = (Vec::new(), 0);
        loop {
            self.blank_lines();
            match self.peek() {
                Some(byte) if byte == close => {
                    self.at += 1;
                    return Ok((items, commas));
                }
                Some(b',') if commas < items.len() => {
                    commas += 1;
                    self.at += 1;
                }
                _ if self.at_string() && commas == items.len() => items.push(self.joined(true)?),
                _ => return Err(Stop::Uncertain),
            }
        }
    }

    /// Strings that stand side by side are one string.
    fn joined(&mut self, in_brackets: bool) -> Scan<String> {
        let mut text = self.string()?;
        loop {
            let end = (self.at, self.line);
            if in_brackets {
                self.blank_lines();
            } else {
                self.blanks();
            }
            if !self.at_string() {
                (self.at, self.line) = end;
                return Ok(text);
            }
            text.push_str(&self.string()?);
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// What has not been read.
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\x0c')) {
            self.at += 1;
        }
    }

    /// White space, line ends and comments, as they may stand inside brackets.
    fn blank_lines(&mut self) {
        loop {
            match self.peek() {
                Some(b'\n') => {
                    self.line += 1;
                    self.at += 1;
                }
                Some(b' ' | b'\t' | b'\r' | b'\x0c') => self.at += 1,
                Some(b'#') => {
                    while self.peek().is_some_and(|byte| byte != b'\n') {
                        self.at += 1;
                    }
                }
                _ => return,
            }
        }
    }

    /// The identifier here, empty where there is none.
    fn word(&self) -> &'a str {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80;
        let length = self.rest().iter().take_while(|byte| is_part(byte)).count();
        // A text that is no Python may have left the scan inside a letter.
        self.text.get(self.at..self.at + length).unwrap_or("")
    }

    /// Whether a plain string begins here, perhaps with `r` or `u` before it.
    fn at_string(&self) -> bool {
        match self.peek() {
            Some(b'"' | b'\'') => true,
            Some(b'r' | b'R' | b'u' | b'U') => {
                matches!(self.bytes.get(self.at + 1), Some(b'"' | b'\''))
            }
            _ => false,
        }
    }

    /// The value of the string here.
    fn string(&mut self) -> Scan<String> {
        let raw = matches!(self.peek(), Some(b'r' | b'R'));
        if !matches!(self.peek(), Some(b'"' | b'\'')) {
            self.at += 1;
        }
        let (start, end) = self.skip_string()?;
        let inside = self.text.get(start..end).ok_or(Stop::Uncertain)?;
        if raw || !inside.contains('\\') {
            return Ok(match inside.contains('\r') {
                true => inside.replace("\r\n", "\n"),
                false => inside.to_owned(),
            });
        }
        unescape(inside).ok_or(Stop::Uncertain)
    }

    /// Step over the string whose quote is here; the bytes of its inside.
    fn skip_string(&mut self) -> Scan<(usize, usize)> {
        let quote = self.bytes[self.at];
        let triple = self.rest().starts_with(&[quote; 3]);
        let length = if triple { 3 } else { 1 };
        self.at += length;
        let start = self.at;
        loop {
            match self.peek() {
                None => return Err(Stop::Uncertain),
                Some(b'\\') => {
                    if self.bytes.get(self.at + 1) == Some(&b'\n') {
                        self.line += 1;
                    }
                    self.at += 2;
                    continue;
                }
                Some(b'\n') if !triple => return Err(Stop::Uncertain),
                Some(b'\n') => self.line += 1,
                Some(byte)
                    if byte == quote && (!triple || self.rest().starts_with(&[quote; 3])) =>
                {
                    let end = self.at;
                    self.at += length;
                    return Ok((start, end));
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Step over what is left of a line that holds no code any more.
    fn rest_of_line(&mut self) -> Scan<()> {
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'\n' {
                self.line += 1;
                break;
            }
        }
        Ok(())
    }

    /// Step over a whole statement line with its brackets and strings. Where `matters`, a header name in it is a reason to
    /// ask the parser.
    fn logical_line(&mut self, matters: bool) -> Scan<()> {
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'\n' => {
                    self.line += 1;
                    self.at += 1;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                b'#' => {
                    while self.peek().is_some_and(|byte| byte != b'\n') {
                        self.at += 1;
                    }
                }
                b'\\' => {
                    if self.bytes.get(self.at + 1) == Some(&b'\n') {
                        self.line += 1;
                    }
                    self.at += 2;
                }
                b'"' | b'\'' => {
                    self.skip_string()?;
                }
                b'(' | b'[' | b'{' => {
                    depth += 1;
                    if depth > BRACKETS {
                        return Err(Stop::TooDeep {
                            line: self.line,
                            at: self.at,
                        });
                    }
                    self.at += 1;
                }
                b')' | b']' | b'}' => {
                    depth = depth.checked_sub(1).ok_or(Stop::Uncertain)?;
                    self.at += 1;
                }
                byte if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 => {
                    let word = self.word();
                    let concerns = NAMES.contains(&word)
                        || matches!(word, "upgrade" | "downgrade")
                        || word == "global";
                    if concerns && (matters || word == "global") {
                        return Err(Stop::Uncertain);
                    }
                    self.at += word.len().max(1);
                }
                _ => self.at += 1,
            }
        }
        if depth == 0 {
            Ok(())
        } else {
            Err(Stop::Uncertain)
        }
    }
}

/// The escapes of a plain string; `None` for those that the parser should read (`\N{...}`, octal numbers).
fn unescape(inside: &str) -> Option<String> {
    let mut out = String::with_capacity(inside.len());
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        match letters.next()? {
            '\n' => {}
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            quote @ ('\\' | '\'' | '"') => out.push(quote),
            'a' | 'b' | 'f' | 'v' | 'x' | 'u' | 'U' | 'N' | '0'..='7' | '\r' => return None,
            other => {
                out.push('\\');
                out.push(other);
            }
        }
    }
    Some(out)
}
