//! A line of a file with carets below what an error is about, as much of it as a terminal has room for.

use unicode_width::UnicodeWidthChar as _;

/// What stands for the text that has no room.
const MORE: char = '…';

/// A line, and where its carets stand, in columns of a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The text.
    pub text: String,
    /// The columns before the carets.
    pub indent: usize,
    /// The carets.
    pub carets: usize,
}

/// The excerpt of a line about `length` characters from `column` on, which counts from 1. Without a `room` it is all of
/// the line: a terminal would break a longer one, and the carets would point at something else.
pub fn excerpt(line: &str, column: usize, length: usize, room: Option<usize>) -> Excerpt {
    let line: Vec<char> = line
        .chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .collect();
    let first = column.saturating_sub(1).min(line.len());
    let last = first.saturating_add(length).min(line.len());
    let (from, to) = match room {
        Some(room) if width(&line) > room => window(&line, first, last, room),
        _ => (0, line.len()),
    };
    let (cut_before, cut_behind) = (from > 0, to < line.len());
    let mut text = String::new();
    text.extend(cut_before.then_some(MORE));
    text.extend(&line[from..to]);
    text.extend(cut_behind.then_some(MORE));
    Excerpt {
        text,
        indent: usize::from(cut_before) + width(&line[from..first]),
        carets: width(&line[first..last.min(to)]).max(1),
    }
}

/// What is shown of a line that is too long: the marked characters, as much of them as there is room for, with more
/// behind than before.
fn window(line: &[char], first: usize, last: usize, room: usize) -> (usize, usize) {
    // Both ends may need the sign that there is more.
    let room = room.saturating_sub(2).max(1);
    let mut from = 0;
    if width(&line[..last]) > room {
        let before = room.saturating_sub(width(&line[first..last])).min(room / 3);
        from = first;
        while from > 0 && width(&line[from - 1..first]) <= before {
            from -= 1;
        }
    }
    let mut to = from;
    while to < line.len() && width(&line[from..=to]) <= room {
        to += 1;
    }
    (from, to)
}

fn width(text: &[char]) -> usize {
    text.iter().map(|c| c.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, column: usize, length: usize, room: usize) -> String {
        let found = excerpt(line, column, length, Some(room));
        assert!(found.text.chars().count() <= room, "{found:?}");
        let (indent, carets) = (" ".repeat(found.indent), "^".repeat(found.carets));
        format!("{}\n{indent}{carets}", found.text)
    }

    #[test]
    fn a_line_that_fits_is_shown_whole() {
        assert_eq!(
            shown("SELECT\tимя FROM t", 8, 3, 80),
            "SELECT имя FROM t\n       ^^^"
        );
        let found = excerpt("表 x", 3, 1, None);
        assert_eq!((found.indent, found.carets), (3, 1));
        assert_eq!(excerpt("", 1, 1, Some(20)).carets, 1);
    }

    #[test]
    fn of_a_longer_one_the_marked_part_is_shown() {
        let line = "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NUL, note TEXT)";
        assert_eq!(
            shown(line, 55, 3, 30),
            "…TEXT NOT NUL, note TEXT)\n          ^^^"
        );
        assert_eq!(shown(line, 8, 5, 20), "CREATE TABLE t (id…\n       ^^^^^");
        assert_eq!(shown(line, 1, 69, 12), "CREATE TAB…\n^^^^^^^^^^");
    }
}
