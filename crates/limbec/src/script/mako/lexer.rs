//! Cuts a template into text, expressions, control lines, blocks and tags, by the rules of Mako's own lexer.

/// A piece of a template and the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    /// Line number, from 1.
    pub line: usize,
    /// What it is.
    pub kind: NodeKind,
}

/// The kinds of pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NodeKind {
    /// Text that is written as it is.
    Text(String),
    /// `${code | filters}`.
    Expression { code: String, filters: String },
    /// A line that begins with `%`.
    Control(String),
    /// `<% code %>`, or `<%! code %>` for code that runs before everything else.
    Code { text: String, module: bool },
    /// `<%keyword attributes>`; an `empty` one ends with `/>`.
    Open {
        keyword: String,
        attributes: Vec<(String, String)>,
        empty: bool,
    },
    /// `</%keyword>`.
    Close(String),
}

/// Why a template cannot be cut: the message and the line.
pub(super) type SyntaxError = (String, usize);

/// Cuts a template.
///
/// # Errors
/// When an expression, a block or a tag does not end.
pub(super) fn lex(text: &str) -> Result<Vec<Node>, SyntaxError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lexer = Lexer {
        text,
        at: coding_line(text),
        nodes: Vec::new(),
    };
    while lexer.at < text.len() {
        lexer.step()?;
    }
    Ok(lexer.nodes)
}

/// The length of a first line that names the encoding; it is not a part of the template.
fn coding_line(text: &str) -> usize {
    let Some(end) = text.find('\n').filter(|_| text.starts_with('#')) else {
        return 0;
    };
    let named = ["coding:", "coding="].into_iter().any(|key| {
        text[..end].find(key).is_some_and(|at| {
            let name = text[at + key.len()..end].trim_start();
            name.starts_with(|c: char| c.is_alphanumeric() || "-_.".contains(c))
        })
    });
    if named { end + 1 } else { 0 }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Node>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn line(&self) -> usize {
        self.text[..self.at].matches('\n').count() + 1
    }

    fn at_line_start(&self) -> bool {
        self.at == 0 || self.text.as_bytes()[self.at - 1] == b'\n'
    }

    fn push(&mut self, line: usize, kind: NodeKind) {
        if let (
            NodeKind::Text(more),
            Some(Node {
                kind: NodeKind::Text(text),
                ..
            }),
        ) = (&kind, self.nodes.last_mut())
        {
            text.push_str(more);
            return;
        }
        self.nodes.push(Node { line, kind });
    }

    /// Takes one piece; the order of the attempts is Mako's.
    fn step(&mut self) -> Result<(), SyntaxError> {
        if self.rest().starts_with("${") {
            return self.expression();
        }
        if self.control_line() || self.doc_comment() || self.open_tag()? || self.close_tag() {
            return Ok(());
        }
        if self.rest().starts_with("<%") {
            return self.block();
        }
        if !self.percent_line() {
            self.plain_text();
        }
        Ok(())
    }

    fn expression(&mut self) -> Result<(), SyntaxError> {
        let line = self.line();
        self.at += 2;
        let (code, end) = self.until(&["|", "}"], true, line)?;
        let filters = if end == "|" {
            self.until(&["}"], true, line)?.0
        } else {
            String::new()
        };
        let filters = filters.trim().to_owned();
        self.push(
            line,
            NodeKind::Expression {
                code: code.replace("\r\n", "\n"),
                filters,
            },
        );
        Ok(())
    }

    fn block(&mut self) -> Result<(), SyntaxError> {
        let line = self.line();
        self.at += 2;
        let module = self.rest().starts_with('!');
        self.at += usize::from(module);
        let (text, _) = self.until(&["%>"], false, line)?;
        self.push(line, NodeKind::Code { text, module });
        Ok(())
    }

    /// `% if x:` and `## a comment`.
    fn control_line(&mut self) -> bool {
        let trimmed = self.rest().trim_start_matches([' ', '\t']);
        let comment = trimmed.starts_with("##");
        if !self.at_line_start()
            || !(comment || (trimmed.starts_with('%') && !trimmed.starts_with("%%")))
        {
            return false;
        }
        let line = self.line();
        let body = trimmed[if comment { 2 } else { 1 }..].trim_start_matches([' ', '\t']);
        let mut end = 0;
        // A backslash at the end joins the next line.
        loop {
            end += body[end..].find(['\r', '\n']).unwrap_or(body.len() - end);
            let joined = body[..end].ends_with('\\');
            let newline = if body[end..].starts_with("\r\n") {
                2
            } else {
                1
            };
            if !joined || end >= body.len() {
                break;
            }
            end += newline;
        }
        let newline = if body[end..].starts_with("\r\n") {
            2
        } else {
            usize::from(end < body.len())
        };
        self.at = self.text.len() - body.len() + end + newline;
        if !comment {
            self.push(line, NodeKind::Control(body[..end].to_owned()));
        }
        true
    }

    fn doc_comment(&mut self) -> bool {
        let Some(inner) = self.rest().strip_prefix("<%doc>") else {
            return false;
        };
        let Some(end) = inner.find("</%doc>") else {
            return false;
        };
        self.at += "<%doc>".len() + end + "</%doc>".len();
        true
    }

    fn open_tag(&mut self) -> Result<bool, SyntaxError> {
        let Some((keyword, attributes, empty, length)) = parse_tag(self.rest()) else {
            return Ok(false);
        };
        let line = self.line();
        self.at += length;
        if keyword != "text" || empty {
            self.push(
                line,
                NodeKind::Open {
                    keyword,
                    attributes,
                    empty,
                },
            );
            return Ok(true);
        }
        let Some(end) = self.rest().find("</%text>") else {
            return Err(("Unclosed tag: <%text>".to_owned(), line));
        };
        let text = self.rest()[..end].to_owned();
        self.at += end + "</%text>".len();
        self.push(line, NodeKind::Text(text));
        Ok(true)
    }

    fn close_tag(&mut self) -> bool {
        let Some(inner) = self.rest().strip_prefix("</%") else {
            return false;
        };
        let Some(end) = inner.find('>') else {
            return false;
        };
        let keyword = inner[..end].trim_matches([' ', '\t']);
        if keyword.is_empty() || keyword.contains([' ', '\t']) {
            return false;
        }
        let line = self.line();
        self.at += 3 + end + 1;
        self.push(line, NodeKind::Close(keyword.to_owned()));
        true
    }

    /// `%%` at the start of a line stands for one `%`.
    fn percent_line(&mut self) -> bool {
        let trimmed = self
            .rest()
            .trim_start_matches(crate::config::pytext::is_space);
        if !self.at_line_start() || !trimmed.starts_with("%%") {
            return false;
        }
        let line = self.line();
        let space = self.rest().len() - trimmed.len();
        let percents = trimmed.len() - trimmed.trim_start_matches('%').len();
        let text = format!("{}{}", &self.rest()[..space], &trimmed[..percents - 1]);
        self.at += space + percents;
        self.push(line, NodeKind::Text(text));
        true
    }

    /// Text up to the next thing that is not text. A backslash before the end of a line removes both.
    fn plain_text(&mut self) {
        let line = self.line();
        let rest = self.rest();
        let bytes = rest.as_bytes();
        // At least one character is taken, so that a stray `</%` is text.
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let mut end = if rest.starts_with("\\\n") || rest.starts_with("\\\r\n") {
            0
        } else {
            first
        };
        let mut skip = 0;
        while end < rest.len() {
            let here = &rest[end..];
            if here.starts_with("${") || here.starts_with("<%") || here.starts_with("</%") {
                break;
            }
            if here.starts_with("\\\n") || here.starts_with("\\\r\n") {
                skip = if here.starts_with("\\\n") { 2 } else { 3 };
                break;
            }
            if end > 0 && bytes[end - 1] == b'\n' {
                let trimmed = here.trim_start_matches([' ', '\t']);
                if trimmed.starts_with('%') || trimmed.starts_with("##") {
                    break;
                }
            }
            end += here.chars().next().map_or(1, char::len_utf8);
        }
        self.at += end + skip;
        if end > 0 {
            self.push(line, NodeKind::Text(rest[..end].to_owned()));
        }
    }

    /// The Python code up to one of `ends`, and which it was. Strings and comments are skipped; with `nesting`, so is what
    /// stands in brackets.
    fn until(
        &mut self,
        ends: &[&str],
        nesting: bool,
        line: usize,
    ) -> Result<(String, String), SyntaxError> {
        let start = self.at;
        let mut depth = [0_i32; 3];
        while self.at < self.text.len() {
            let rest = self.rest();
            if let Some(newline) = rest.find('\n').filter(|_| rest.starts_with('#')) {
                self.at += newline + 1;
                continue;
            }
            if let Some(length) = string_length(rest) {
                self.at += length;
                continue;
            }
            let found = ends.iter().find(|end| rest.starts_with(**end));
            if let Some(end) = found.filter(|_| !nesting || depth.iter().all(|level| *level <= 0)) {
                let code = self.text[start..self.at].to_owned();
                self.at += end.len();
                return Ok((code, (*end).to_owned()));
            }
            let Some(c) = rest.chars().next() else {
                break;
            };
            for (level, pair) in depth.iter_mut().zip(["{}", "()", "[]"]) {
                *level += i32::from(pair.starts_with(c)) - i32::from(pair.ends_with(c));
            }
            self.at += c.len_utf8();
        }
        Err((
            format!(
                "Expected: {}; unterminated tag or expression beginning",
                ends.join(",")
            ),
            line,
        ))
    }
}

/// The length of the string literal at the start, if there is a complete one.
fn string_length(text: &str) -> Option<usize> {
    let quote = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|quote| text.starts_with(quote))?;
    let mut at = quote.len();
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(quote) {
            return Some(at + quote.len());
        }
        let mut chars = rest.chars();
        let first = chars.next()?;
        at += first.len_utf8();
        if first == '\\' {
            at += chars.next().map_or(0, char::len_utf8);
        }
    }
    None
}

/// Keyword, attributes, whether it ends with `/>`, and the length of the tag at the start.
type Tag = (String, Vec<(String, String)>, bool, usize);

fn parse_tag(text: &str) -> Option<Tag> {
    let body = text.strip_prefix("<%")?;
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let keyword_end = body
        .find(|c: char| !(word(c) || c == '.' || c == ':'))
        .unwrap_or(body.len());
    if keyword_end == 0 {
        return None;
    }
    let (keyword, mut rest) = body.split_at(keyword_end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let empty = rest.starts_with("/>");
        if empty || rest.starts_with('>') {
            let tail = rest.len() - if empty { 2 } else { 1 };
            return Some((keyword.to_owned(), attributes, empty, text.len() - tail));
        }
        let name_end = rest.find(|c: char| !word(c)).filter(|end| *end > 0)?;
        let value = rest[name_end..]
            .trim_start()
            .strip_prefix('=')?
            .trim_start();
        let quote = value.chars().next().filter(|c| *c == '"' || *c == '\'')?;
        let close = value[1..].find(quote)?;
        attributes.push((
            rest[..name_end].to_owned(),
            value[1..=close].replace("\r\n", "\n"),
        ));
        rest = &value[close + 2..];
    }
}
