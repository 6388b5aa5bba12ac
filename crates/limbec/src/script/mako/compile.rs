//! Translates a template into a Python program, as Mako itself does. The program writes pieces of text; the interpreter runs
//! it.

use super::code::{free_names, long_string_after, split_arguments, words};
use super::lexer::{Node, NodeKind, SyntaxError};
use crate::config::pytext::repr;

/// A template as a Python program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Program {
    /// The source.
    pub source: String,
    /// For each line of the source the line of the template that it came from.
    pub lines: Vec<usize>,
}

/// Keywords that open a block on a control line.
const OPENERS: [&str; 5] = ["if", "for", "while", "try", "with"];

/// Translates `nodes`; `names` are the values that the template is given, `preamble` is Python that binds them.
///
/// # Errors
/// Unbalanced control lines and tags, and tags that need more than one template (`<%include>`, `<%inherit>` and so on).
pub(super) fn compile(nodes: &[Node], preamble: &str) -> Result<Program, SyntaxError> {
    let mut writer = Writer {
        source: String::new(),
        lines: Vec::new(),
        depth: 0,
    };
    writer.block(preamble, 1);
    let has_loop = nodes.iter().any(|node| match &node.kind {
        NodeKind::Expression { code, .. } => words(code).any(|word| word == "loop"),
        NodeKind::Control(text) => words(text).any(|word| word == "loop"),
        _ => false,
    });
    let mut compiler = Compiler {
        writer,
        open: Vec::new(),
        has_loop,
    };
    for node in nodes {
        if let NodeKind::Code { text, module: true } = &node.kind {
            compiler.writer.block(text, node.line);
        }
    }
    compiler.undefined_names(nodes);
    for node in nodes {
        compiler.node(node)?;
    }
    compiler.finish()
}

/// Something that is open until its end.
enum Open {
    Control {
        keyword: String,
        line: usize,
        is_loop: bool,
    },
    Tag {
        keyword: String,
        line: usize,
        filters: String,
    },
}

struct Compiler {
    writer: Writer,
    open: Vec<Open>,
    has_loop: bool,
}

impl Compiler {
    /// A name that nobody binds is Mako's `UNDEFINED`: false in a condition, an error when written.
    fn undefined_names(&mut self, nodes: &[Node]) {
        let mut names: Vec<String> = Vec::new();
        for node in nodes {
            let code = match &node.kind {
                NodeKind::Control(code) if code.starts_with("end") => continue,
                NodeKind::Expression { code, .. } | NodeKind::Control(code) => code,
                NodeKind::Code { text, .. } => text,
                _ => continue,
            };
            for name in free_names(code) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        for name in names {
            self.writer.line(&format!("try: {name}"), 1);
            self.writer
                .line(&format!("except NameError: {name} = _mako_undefined"), 1);
        }
    }

    fn node(&mut self, node: &Node) -> Result<(), SyntaxError> {
        match &node.kind {
            NodeKind::Text(text) => self
                .writer
                .line(&format!("_mako_write({})", repr(text)), node.line),
            NodeKind::Expression { code, filters } => {
                let (before, after) =
                    apply_filters(filters).map_err(|message| (message, node.line))?;
                // The line break before the bracket keeps a comment at the end of the code from hiding it.
                let call = format!("_mako_write({before}(\n{code}\n){after})");
                self.writer.statement(&call, node.line);
            }
            NodeKind::Code { module: true, .. } => {}
            NodeKind::Code {
                text,
                module: false,
            } => self.writer.block(text, node.line),
            NodeKind::Control(text) => self.control(text, node.line)?,
            NodeKind::Open {
                keyword,
                attributes,
                empty,
            } => self.open_tag(keyword, attributes, *empty, node.line)?,
            NodeKind::Close(keyword) => self.close_tag(keyword, node.line)?,
        }
        Ok(())
    }

    fn control(&mut self, text: &str, line: usize) -> Result<(), SyntaxError> {
        let text = text.replace("\\\r\n", " ").replace("\\\n", " ");
        let word_end = text
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(text.len());
        let keyword = &text[..word_end];
        if keyword.is_empty() {
            return Err((format!("Invalid control line: {}", repr(&text)), line));
        }
        if let Some(closed) = keyword
            .strip_prefix("end")
            .filter(|closed| !closed.is_empty())
        {
            return self.end_control(closed, &text, line);
        }
        if OPENERS.contains(&keyword) {
            let is_loop = keyword == "for" && self.has_loop;
            self.open_block(&text, is_loop, line)?;
            self.open.push(Open::Control {
                keyword: keyword.to_owned(),
                line,
                is_loop,
            });
            return Ok(());
        }
        let innermost = match self.open.last() {
            Some(Open::Control { keyword, .. }) => Some(keyword.as_str()),
            _ => None,
        };
        let continues = match innermost {
            Some("if") => matches!(keyword, "elif" | "else"),
            Some("try") => matches!(keyword, "except" | "finally" | "else"),
            Some("for" | "while") => keyword == "else",
            _ => false,
        };
        match (continues, innermost) {
            (true, _) => {
                self.writer.depth -= 1;
                self.open_block(&text, false, line)
            }
            (false, Some(outer)) => Err((
                format!("Keyword '{keyword}' not a legal ternary for keyword '{outer}'"),
                line,
            )),
            (false, None) => {
                self.writer.statement(&text, line);
                Ok(())
            }
        }
    }

    /// Writes the head of a block; it always gets a `pass`, for a block of the template may be empty.
    fn open_block(&mut self, head: &str, is_loop: bool, line: usize) -> Result<(), SyntaxError> {
        if !head.contains(':') {
            return Err((
                format!(
                    "A control line that opens a block ends with a colon: {}",
                    repr(head)
                ),
                line,
            ));
        }
        if is_loop {
            let (target, items) = split_for(head)
                .ok_or_else(|| (format!("Couldn't apply loop context: {}", repr(head)), line))?;
            self.writer.line("try: loop", line);
            self.writer.line("except NameError: loop = None", line);
            self.writer
                .statement(&format!("loop = _MakoLoop({items}, loop)"), line);
            self.writer
                .statement(&format!("for {target} in loop.run():"), line);
        } else {
            self.writer.statement(head, line);
        }
        self.writer.depth += 1;
        self.writer.line("pass", line);
        Ok(())
    }

    fn end_control(&mut self, closed: &str, text: &str, line: usize) -> Result<(), SyntaxError> {
        match self.open.last() {
            Some(Open::Control {
                keyword, is_loop, ..
            }) if keyword == closed => {
                let is_loop = *is_loop;
                self.open.pop();
                self.writer.depth -= 1;
                if is_loop {
                    self.writer.line("loop = loop.parent", line);
                }
                Ok(())
            }
            Some(Open::Control { keyword, .. }) => Err((
                format!("Keyword '{text}' doesn't match keyword '{keyword}'"),
                line,
            )),
            _ => Err((format!("No starting keyword '{closed}' for '{text}'"), line)),
        }
    }

    fn open_tag(
        &mut self,
        keyword: &str,
        attributes: &[(String, String)],
        empty: bool,
        line: usize,
    ) -> Result<(), SyntaxError> {
        let attribute = |name: &str| {
            attributes
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.as_str())
        };
        match keyword {
            "page" if attributes.is_empty() => {}
            "def" => {
                let Some(signature) = attribute("name") else {
                    return Err(("Missing attribute(s): 'name'".to_owned(), line));
                };
                if let Some((name, _)) = attributes
                    .iter()
                    .find(|(key, _)| !matches!(key.as_str(), "name" | "filter"))
                {
                    return Err((
                        format!("<%def> with the attribute '{name}' is not supported"),
                        line,
                    ));
                }
                let signature = if signature.contains('(') {
                    signature.to_owned()
                } else {
                    format!("{signature}()")
                };
                self.writer.statement(&format!("def {signature}:"), line);
                self.writer.depth += 1;
                self.writer.line("_mako_stack.append([])", line);
                let filters = attribute("filter").unwrap_or_default().to_owned();
                self.open.push(Open::Tag {
                    keyword: keyword.to_owned(),
                    line,
                    filters,
                });
            }
            _ => {
                return Err((
                    format!(
                        "<%{keyword}> is not supported in a script template; text, doc, def and code blocks are"
                    ),
                    line,
                ));
            }
        }
        if empty && keyword == "def" {
            return self.close_tag(keyword, line);
        }
        if keyword == "page" && !empty {
            self.open.push(Open::Tag {
                keyword: keyword.to_owned(),
                line,
                filters: String::new(),
            });
        }
        Ok(())
    }

    fn close_tag(&mut self, closed: &str, line: usize) -> Result<(), SyntaxError> {
        match self.open.pop() {
            Some(Open::Tag {
                keyword, filters, ..
            }) if keyword == closed => {
                if keyword == "def" {
                    let filters = if filters.is_empty() {
                        "n".to_owned()
                    } else {
                        format!("n,{filters}")
                    };
                    let (before, after) =
                        apply_filters(&filters).map_err(|message| (message, line))?;
                    self.writer
                        .line("_mako_text = \"\".join(_mako_stack.pop())", line);
                    self.writer
                        .line(&format!("_mako_write({before}_mako_text{after})"), line);
                    self.writer.line("return ''", line);
                    self.writer.depth -= 1;
                }
                Ok(())
            }
            Some(Open::Tag { keyword, .. }) => Err((
                format!("Closing tag </%{closed}> does not match tag: <%{keyword}>"),
                line,
            )),
            Some(Open::Control { keyword, line, .. }) => {
                Err((format!("Unterminated control keyword: '{keyword}'"), line))
            }
            None => Err((
                format!("Closing tag without opening tag: </%{closed}>"),
                line,
            )),
        }
    }

    fn finish(self) -> Result<Program, SyntaxError> {
        match self.open.last() {
            None => Ok(Program {
                source: self.writer.source,
                lines: self.writer.lines,
            }),
            Some(Open::Tag { keyword, line, .. }) => {
                Err((format!("Unclosed tag: <%{keyword}>"), *line))
            }
            Some(Open::Control { keyword, line, .. }) => {
                Err((format!("Unterminated control keyword: '{keyword}'"), *line))
            }
        }
    }
}

/// Collects the lines of the program.
struct Writer {
    source: String,
    lines: Vec<usize>,
    depth: usize,
}

impl Writer {
    fn line(&mut self, text: &str, line: usize) {
        self.source.push_str(&"    ".repeat(self.depth));
        self.source.push_str(text);
        self.source.push('\n');
        self.lines.push(line);
    }

    /// A statement that may go over several lines; only the first is indented, the others stand in brackets or strings.
    fn statement(&mut self, text: &str, line: usize) {
        self.source.push_str(&"    ".repeat(self.depth));
        self.source.push_str(text);
        self.source.push('\n');
        let count = text.matches('\n').count();
        // The first line of an expression is the bracket in front of it.
        self.lines
            .extend((0..=count).map(|index| line + index.saturating_sub(1)));
    }

    /// A block of the user's, shifted to the current depth; the inside of long strings stays as it is.
    fn block(&mut self, text: &str, line: usize) {
        let text = text.replace("\r\n", "\n");
        let margin = text
            .split('\n')
            .map(str::trim_end)
            .find(|row| !row.trim_start().is_empty() && !row.trim_start().starts_with('#'))
            .map_or(0, |row| row.len() - row.trim_start().len());
        let mut inside: Option<&str> = None;
        let mut continued = false;
        for (index, row) in text.split('\n').enumerate() {
            if inside.is_some() || continued {
                self.source.push_str(row);
            } else {
                let space = (row.len() - row.trim_start_matches([' ', '\t']).len()).min(margin);
                let row = &row[space..];
                if !row.trim().is_empty() {
                    self.source.push_str(&"    ".repeat(self.depth));
                    self.source.push_str(row);
                }
            }
            self.source.push('\n');
            self.lines.push(line + index);
            inside = long_string_after(row, inside);
            continued = inside.is_none() && row.ends_with('\\');
        }
    }
}

/// The calls around an expression, for instance `_mako_comma(` and `)` for `| comma,n`.
fn apply_filters(filters: &str) -> Result<(String, String), String> {
    let list = split_arguments(filters);
    let plain = list.iter().any(|name| name == "n");
    let mut before = if plain {
        String::new()
    } else {
        "str(".to_owned()
    };
    let mut after = if plain { String::new() } else { ")".to_owned() };
    for name in list.iter().filter(|name| *name != "n") {
        let function = match name.as_str() {
            "h" | "x" => "_mako_filter_h",
            "u" => "_mako_filter_u",
            "trim" => "_mako_filter_trim",
            "str" | "unicode" => "str",
            "entity" => return Err("the filter 'entity' is not supported; use 'h'".to_owned()),
            other if other.starts_with("decode.") => {
                return Err(format!(
                    "the filter '{other}' is not supported; texts need no decoding"
                ));
            }
            other => other,
        };
        before.insert_str(0, &format!("{function}("));
        after.push(')');
    }
    Ok((before, after))
}

/// `for a, b in items:` as target and items.
fn split_for(head: &str) -> Option<(&str, &str)> {
    let body = head.strip_prefix("for")?.trim();
    let (target, items) = body.split_once(" in ")?;
    Some((target.trim(), items.trim_end().strip_suffix(':')?.trim()))
}
