//! Which names are quoted, by SQLAlchemy's rules.

/// How a dialect writes names.
#[derive(Debug, Clone, Copy)]
pub struct Quoting {
    /// The character on both sides.
    pub quote: char,
    /// The words that must be quoted, sorted, in lower case.
    pub reserved: &'static [&'static str],
}

impl Quoting {
    /// The name, quoted where it must be: reserved words, capitals, unusual characters, and a digit
    /// or `$` at the beginning.
    pub fn quote(&self, name: &str) -> String {
        if self.requires_quotes(name) {
            self.force(name)
        } else {
            name.to_owned()
        }
    }

    /// The name in quotes.
    pub fn force(&self, name: &str) -> String {
        let doubled = format!("{0}{0}", self.quote);
        format!("{0}{1}{0}", self.quote, name.replace(self.quote, &doubled))
    }

    /// Whether the name cannot stand without quotes.
    pub fn requires_quotes(&self, name: &str) -> bool {
        let lower = name.to_lowercase();
        let Some(first) = name.chars().next() else {
            return true;
        };
        self.reserved.binary_search(&lower.as_str()).is_ok()
            || first.is_ascii_digit()
            || first == '$'
            || !name.chars().all(is_legal)
            || lower != name
    }
}

/// `[A-Z0-9_$]` regardless of case. Python's case folding makes two letters outside of ASCII equal
/// to `i` and `s`, and SQLAlchemy lets them pass, so they pass here.
fn is_legal(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '\u{131}' | '\u{17f}')
}
