//! The lines of a script.

/// What marks a file as UTF-8 for some editors; it is no part of the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// The text, without white space around it and what ends the line.
    pub text: &'a str,
    /// The first byte of it in the file, and the byte behind the last.
    pub bytes: (usize, usize),
    /// The byte behind what ends the line.
    pub end: usize,
}

impl<'a> Line<'a> {
    /// The directive that the line is: what stands behind `-- limbec:`. Blanks may stand before and between, and
    /// capitals are seen, so that nothing that looks like a directive is passed over as a comment.
    pub(crate) fn directive(self) -> Option<&'a str> {
        let comment = self.text.strip_prefix("--")?.trim_start();
        let (word, rest) = comment.split_at_checked("limbec:".len())?;
        word.eq_ignore_ascii_case("limbec:")
            .then(|| rest.trim_start())
    }

    /// Whether it is blank or a comment.
    pub(crate) fn is_comment(self) -> bool {
        self.text.is_empty() || self.text.starts_with("--")
    }
}

/// The lines of a file.
pub(crate) fn lines(source: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    source.split_inclusive('\n').map(move |line| {
        let mark = match start == 0 && line.starts_with(BYTE_ORDER_MARK) {
            true => BYTE_ORDER_MARK.len_utf8(),
            false => 0,
        };
        let text = line[mark..].trim_end();
        let indent = text.len() - text.trim_start().len();
        let (text, from) = (&text[indent..], start + mark + indent);
        start += line.len();
        Line {
            text,
            bytes: (from, from + text.len()),
            end: start,
        }
    })
}
