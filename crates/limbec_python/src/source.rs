//! Source files and places in them.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

/// A byte range in a [`SourceFile`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Span {
    /// Byte offset of the first byte.
    pub start: u32,
    /// Byte offset after the last byte.
    pub end: u32,
}

impl Span {
    /// A span of the given byte offsets.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }
}

/// A line and column, both as people count them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line number, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// A Python source text with its path, shared by everything that was lowered from it.
#[derive(Debug)]
pub struct SourceFile {
    path: Rc<str>,
    /// Shared with whoever has read the file.
    text: Arc<str>,
    line_starts: OnceCell<Vec<u32>>,
    unlisted: bool,
}

impl SourceFile {
    /// Keep `text`, which was read from `path`; the path is only shown, never opened.
    pub fn new(path: impl Into<Rc<str>>, text: impl Into<Arc<str>>) -> Rc<Self> {
        Rc::new(Self {
            path: path.into(),
            text: text.into(),
            line_starts: OnceCell::new(),
            unlisted: false,
        })
    }

    /// A text that is in no file: tracebacks do not show its lines.
    pub(crate) fn unlisted(path: impl Into<Rc<str>>, text: impl Into<Arc<str>>) -> Rc<Self> {
        Rc::new(Self {
            path: path.into(),
            text: text.into(),
            line_starts: OnceCell::new(),
            unlisted: true,
        })
    }

    pub(crate) fn is_unlisted(&self) -> bool {
        self.unlisted
    }

    /// The path as tracebacks show it.
    pub fn path(&self) -> &Rc<str> {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; empty when the span is not inside the file.
    pub fn slice(&self, span: Span) -> &str {
        self.text
            .get(span.start as usize..span.end as usize)
            .unwrap_or("")
    }

    fn starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let mut starts = vec![0];
            let bytes = self.text.as_bytes();
            for (index, byte) in bytes.iter().enumerate() {
                let ends_line =
                    *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
                if ends_line {
                    starts.push(index as u32 + 1);
                }
            }
            starts
        })
    }

    /// Line number (from 1) of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts().partition_point(|start| *start <= offset) as u32
    }

    /// Line and column of a byte offset.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.starts()[line as usize - 1] as usize;
        let before = self.text.get(start..offset as usize).unwrap_or("");
        LineColumn {
            line,
            column: before.chars().count() as u32 + 1,
        }
    }

    /// The text of a line (from 1), without its line end.
    pub fn line_text(&self, line: u32) -> &str {
        let starts = self.starts();
        let Some(start) = (line as usize)
            .checked_sub(1)
            .and_then(|index| starts.get(index))
        else {
            return "";
        };
        let end = starts
            .get(line as usize)
            .map_or(self.text.len(), |end| *end as usize);
        self.text[*start as usize..end].trim_end_matches(['\n', '\r'])
    }

    /// Byte offset at which a line (from 1) starts.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line as usize).saturating_sub(1);
        self.starts().get(index).copied().unwrap_or(0)
    }
}
