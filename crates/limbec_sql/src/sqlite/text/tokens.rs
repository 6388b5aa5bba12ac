//! SQL text in tokens; blanks and comments are left out.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A keyword or a name without quotes, or a number.
    Word,
    /// A name in `"`, `` ` `` or `[]`.
    Name,
    /// A string in `'`.
    Text,
    /// Any other character.
    Sign,
}

/// A token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub start: usize,
}

impl Token<'_> {
    /// Whether this is the keyword, in any case and without quotes.
    pub(super) fn is(&self, keyword: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(keyword)
    }

    pub(super) fn is_sign(&self, sign: &str) -> bool {
        self.kind == Kind::Sign && self.text == sign
    }

    /// The name that the token stands for. SQLite takes a string for a name where only a name can be.
    pub(super) fn name(&self) -> String {
        let inner = || &self.text[1..self.text.len().max(2) - 1];
        match (self.kind, self.text.as_bytes().first()) {
            (Kind::Name | Kind::Text, Some(b'[')) => inner().to_owned(),
            (Kind::Name | Kind::Text, Some(quote)) => {
                let quote = char::from(*quote);
                inner().replace(&format!("{quote}{quote}"), &quote.to_string())
            }
            _ => self.text.to_owned(),
        }
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The tokens of a text.
pub(super) fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sql.len() {
        let rest = &sql[at..];
        let length = blank_length(rest);
        if length > 0 {
            at += length;
            continue;
        }
        let (kind, length) = token_length(rest);
        found.push(Token {
            kind,
            text: &rest[..length],
            start: at,
        });
        at += length;
    }
    found
}

/// How many bytes of white space or comment the text begins with.
fn blank_length(rest: &str) -> usize {
    if rest.starts_with("--") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if let Some(comment) = rest.strip_prefix("/*") {
        return comment.find("*/").map_or(rest.len(), |end| end + 4);
    }
    rest.chars()
        .take_while(|c| c.is_whitespace())
        .map(char::len_utf8)
        .sum()
}

fn token_length(rest: &str) -> (Kind, usize) {
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        '\'' => (Kind::Text, quoted_length(rest, '\'')),
        '"' | '`' => (Kind::Name, quoted_length(rest, first)),
        '[' => (Kind::Name, rest.find(']').map_or(rest.len(), |end| end + 1)),
        c if is_word(c) => {
            let length = rest
                .chars()
                .take_while(|c| is_word(*c))
                .map(char::len_utf8)
                .sum();
            (Kind::Word, length)
        }
        c => (Kind::Sign, c.len_utf8()),
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}

/// The length of a quoted token; a doubled quote stands for itself.
fn quoted_length(rest: &str, quote: char) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        if char::from(bytes[at]) == quote {
            if bytes.get(at + 1).copied().map(char::from) != Some(quote) {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    bytes.len()
}

/// Whether the text uses the name as a word or a quoted name, in any case, as SQLite compares names.
pub(crate) fn mentions(sql: &str, name: &str) -> bool {
    tokens(sql)
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Name))
        .any(|token| token.name().eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_all_quotes_and_comments_are_not() {
        let names: Vec<_> = tokens("a \"b\"\"c\" [d e] `f``g` -- h\n/* i */ 'j' (5)")
            .iter()
            .map(Token::name)
            .collect();
        assert_eq!(names, ["a", "b\"c", "d e", "f`g", "j", "(", "5", ")"]);
    }

    #[test]
    fn a_name_in_a_string_or_a_comment_is_not_mentioned() {
        assert!(mentions("SELECT \"User Id\" FROM t", "user id"));
        assert!(!mentions("SELECT 'x' /* x */ FROM xy -- x", "x"));
    }
}
