//! Wrapping of messages to the width of a terminal, as Python's `textwrap.wrap` does it.

/// Wraps `text` to lines of at most `width` characters, each beginning with `indent`. Words break at hyphens between letters
/// and, when they are longer than a line, anywhere.
pub(super) fn wrap(text: &str, width: usize, indent: &str) -> Vec<String> {
    let available = width.saturating_sub(indent.chars().count()).max(1);
    let mut chunks: std::collections::VecDeque<String> = chunks(text).into();
    let mut lines: Vec<String> = Vec::new();
    while !chunks.is_empty() {
        if !lines.is_empty() && chunks.front().is_some_and(|chunk| chunk.trim().is_empty()) {
            chunks.pop_front();
        }
        let mut line: Vec<String> = Vec::new();
        let mut used = 0;
        while let Some(chunk) = chunks.pop_front() {
            let length = chunk.chars().count();
            if used + length <= available {
                used += length;
                line.push(chunk);
                continue;
            }
            if length > available {
                let (head, tail) = break_word(&chunk, available - used);
                line.push(head);
                chunks.push_front(tail);
            } else {
                chunks.push_front(chunk);
            }
            break;
        }
        if line.last().is_some_and(|chunk| chunk.trim().is_empty()) {
            line.pop();
        }
        if !line.is_empty() {
            lines.push(format!("{indent}{}", line.concat()));
        }
    }
    if lines.is_empty() {
        // Alembic would fail on an empty message; an indented empty line is the harmless answer.
        lines.push(indent.to_owned());
    }
    lines
}

/// Splits a word that is longer than a line: behind the last hyphen that fits, else where the line ends.
fn break_word(word: &str, room: usize) -> (String, String) {
    let characters: Vec<char> = word.chars().collect();
    let mut end = room;
    if characters.len() > room
        && let Some(hyphen) = characters[..room].iter().rposition(|c| *c == '-')
        && hyphen > 0
        && characters[..hyphen].iter().any(|c| *c != '-')
    {
        end = hyphen + 1;
    }
    let end = end.min(characters.len());
    (
        characters[..end].iter().collect(),
        characters[end..].iter().collect(),
    )
}

/// Words and the white space between them; words are cut behind hyphens that join letters.
fn chunks(text: &str) -> Vec<String> {
    let characters: Vec<char> = text
        .chars()
        .map(|c| if c.is_ascii_whitespace() { ' ' } else { c })
        .collect();
    let mut chunks = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let blank = characters[at] == ' ';
        let end = characters[at..]
            .iter()
            .position(|c| (*c == ' ') != blank)
            .map_or(characters.len(), |n| at + n);
        if blank {
            chunks.push(characters[at..end].iter().collect());
        } else {
            split_hyphens(&characters[at..end], &mut chunks);
        }
        at = end;
    }
    chunks
}

/// `well-known` becomes `well-` and `known`; `-x`, `a-1` and `--long` stay whole, as in Python's expression for words.
fn split_hyphens(word: &[char], chunks: &mut Vec<String>) {
    let letter = |at: usize| word.get(at).is_some_and(|c| c.is_alphabetic() || *c == '_');
    let mut start = 0;
    let mut at = 0;
    while at < word.len() {
        if word[at] == '-' {
            let run_end = (at..word.len())
                .find(|i| word[*i] != '-')
                .unwrap_or(word.len());
            let run = run_end - at;
            let before = at >= 1 && at > start && word_punctuation(word[at - 1]);
            if run >= 2 && before && run_end < word.len() && word_character(word[run_end]) {
                // An em-dash of hyphens is a chunk of its own.
                chunks.push(word[start..at].iter().collect());
                chunks.push(word[at..run_end].iter().collect());
                start = run_end;
            } else if run == 1
                && at > start
                && letter(at - 1)
                && at >= 2
                && (letter(at - 2) || (word[at - 2] == '-' && at >= 3 && letter(at - 3)))
                && letter(at + 1)
                && (letter(at + 2) || (word.get(at + 2) == Some(&'-') && letter(at + 3)))
            {
                chunks.push(word[start..=at].iter().collect());
                start = at + 1;
            }
            at = run_end;
        } else {
            at += 1;
        }
    }
    if start < word.len() {
        chunks.push(word[start..].iter().collect());
    }
}

fn word_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word_punctuation(c: char) -> bool {
    word_character(c) || "!\"'&.,?".contains(c)
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn long_messages_wrap_as_in_python() {
        let text =
            "Generating /srv/well-known/my-app-2/alembic/versions/0123456789ab_add_email.py ...";
        assert_eq!(
            wrap(text, 40, "  "),
            [
                "  Generating /srv/well-known/my-app-",
                "  2/alembic/versions/0123456789ab_add_em",
                "  ail.py ..."
            ]
        );
        assert_eq!(wrap("short", 80, "  "), ["  short"]);
    }
}
