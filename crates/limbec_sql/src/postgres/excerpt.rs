//! The line of a statement in which an error is, with a mark below the place, as libpq shows it.

use unicode_width::UnicodeWidthChar;

/// How wide the part of the line may be.
const WIDTH: usize = 60;
/// How much is shown behind the place at least, where the line is cut.
const BEHIND: usize = 10;

/// `LINE 2: SELECT x\n               ^\n` for the place, which is counted in characters from 1.
///
/// Where the line is long it is cut, with `...` on the sides that are: first behind the place, and
/// before it if that does not do.
pub(crate) fn excerpt(query: &str, position: usize) -> String {
    let Some(place) = position.checked_sub(1) else {
        return String::new();
    };
    let Some((number, line, place)) = line_of(query, place) else {
        return String::new();
    };
    let line: Vec<char> = line
        .iter()
        .map(|c| if *c == '\t' { ' ' } else { *c })
        .collect();
    let mut columns = Vec::with_capacity(line.len() + 1);
    let mut column = 0;
    for c in &line {
        columns.push(column);
        column += width(*c);
    }
    columns.push(column);

    let (mut start, mut end) = (0, line.len());
    let too_long = |start: usize, end: usize| columns[end] - columns[start] > WIDTH;
    if too_long(start, end) {
        if WIDTH >= columns[place] + BEHIND {
            while too_long(start, end) {
                end -= 1;
            }
        } else {
            while columns[place] + BEHIND < columns[end] {
                end -= 1;
            }
            while too_long(start, end) {
                start += 1;
            }
        }
    }
    let mut text = format!("LINE {number}: ");
    if start > 0 {
        text.push_str("...");
    }
    let mark = text.len() + columns[place] - columns[start];
    text.extend(&line[start..end]);
    if end < line.len() {
        text.push_str("...");
    }
    text.push('\n');
    text.push_str(&" ".repeat(mark));
    text.push_str("^\n");
    text
}

/// The number of the line, its characters, and the place in it; `None` behind the end of the text.
fn line_of(query: &str, place: usize) -> Option<(usize, Vec<char>, usize)> {
    let mut number = 1;
    let mut line = Vec::new();
    let mut start = 0;
    let mut count = 0;
    let mut before = None;
    for c in query.chars() {
        if c == '\n' || c == '\r' {
            if count >= place {
                return Some((number, line, place - start));
            }
            if c == '\r' || before != Some('\r') {
                number += 1;
            }
            line.clear();
            start = count + 1;
        } else {
            line.push(c);
        }
        before = Some(c);
        count += 1;
    }
    (place <= count).then(|| (number, line, place - start))
}

fn width(c: char) -> usize {
    c.width().unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_marked() {
        assert_eq!(excerpt("SELECT\n\tx", 9), "LINE 2:  x\n         ^\n");
        assert_eq!(excerpt("ab", 3), "LINE 1: ab\n          ^\n");
        assert_eq!(excerpt("ab", 9), "");
        assert_eq!(excerpt("ab", 0), "");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let long = format!("{}x{}", "a ".repeat(50), " b".repeat(50));
        let text = excerpt(&long, 101);
        assert!(text.starts_with("LINE 1: ...a a"), "{text}");
        let (line, mark) = text.split_once('\n').expect("two lines");
        assert_eq!(line.find('x'), mark.find('^'));
    }
}
