//! What stands in CREATE TABLE, by SQLite's grammar.

use super::create_index::closing;
use super::tokens::{Kind, Token, tokens};

/// A table as its text tells it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ParsedTable {
    pub columns: Vec<ParsedColumn>,
    /// The constraints of columns and of the table, in the order of the text.
    pub constraints: Vec<ParsedConstraint>,
}

/// A column as its text tells it; its constraints are with those of the table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ParsedColumn {
    pub name: String,
    /// The words of the type; empty where there are none.
    pub type_text: String,
    pub collation: Option<String>,
    pub not_null_conflict: Option<String>,
    pub autoincrement: bool,
    /// The expression of a generated column, and whether it is stored.
    pub generated: Option<(String, bool)>,
}

/// A constraint as its text tells it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ParsedConstraint {
    pub name: Option<String>,
    pub kind: ParsedKind,
    /// `ON CONFLICT ...`.
    pub conflict: Option<String>,
}

/// What a constraint says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ParsedKind {
    PrimaryKey(Vec<String>),
    /// The columns; `exact` is false where one has an order or a collation.
    Unique {
        columns: Vec<String>,
        exact: bool,
    },
    Check(String),
    ForeignKey {
        columns: Vec<String>,
        reference: ParsedReference,
    },
}

/// `REFERENCES ...`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ParsedReference {
    pub table: String,
    pub columns: Vec<String>,
    pub ondelete: Option<String>,
    pub onupdate: Option<String>,
    pub match_type: Option<String>,
    pub deferrable: Option<bool>,
    pub initially: Option<String>,
}

/// Reads CREATE TABLE. `None` for text that has no list of columns (`CREATE TABLE ... AS` keeps a
/// list, `CREATE VIRTUAL TABLE` does not).
pub(crate) fn parse_table(sql: &str) -> Option<ParsedTable> {
    let tokens = tokens(sql);
    if tokens.get(1).is_some_and(|token| token.is("VIRTUAL")) {
        return None;
    }
    let open = tokens.iter().position(|token| token.is_sign("("))?;
    let close = closing(&tokens, open)?;
    let mut parser = Parser {
        sql,
        tokens: &tokens[..close],
        at: open + 1,
        table: ParsedTable::default(),
    };
    while parser.at < close {
        parser.definition();
    }
    Some(parser.table)
}

struct Parser<'a> {
    sql: &'a str,
    tokens: &'a [Token<'a>],
    at: usize,
    table: ParsedTable,
}

/// The words that end the type of a column.
const COLUMN_WORDS: [&str; 12] = [
    "CONSTRAINT",
    "PRIMARY",
    "NOT",
    "NULL",
    "UNIQUE",
    "CHECK",
    "DEFAULT",
    "COLLATE",
    "REFERENCES",
    "GENERATED",
    "AS",
    "ON",
];

/// The words with which a constraint of the table begins.
const TABLE_WORDS: [&str; 5] = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// Takes the keyword if it is the next.
    fn take(&mut self, keyword: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.is(keyword));
        self.at += usize::from(found);
        found
    }

    fn name(&mut self) -> String {
        self.next().map(|token| token.name()).unwrap_or_default()
    }

    /// The text between the parentheses that begin here.
    fn parenthesized(&mut self) -> Option<&'a str> {
        if !self.peek()?.is_sign("(") {
            return None;
        }
        // The outer parenthesis is not part of the tokens, so that an inner one always closes.
        let close = closing(self.tokens, self.at)?;
        let text = &self.sql[self.tokens[self.at].end()..self.tokens[close].start];
        self.at = close + 1;
        Some(text.trim())
    }

    /// A column or constraints of the table, up to the comma.
    fn definition(&mut self) {
        let Some(first) = self.peek() else { return };
        if first.is_sign(",") {
            self.at += 1;
        } else if TABLE_WORDS.iter().any(|word| first.is(word)) {
            self.table_constraint();
        } else {
            self.column();
        }
    }

    fn constraint_name(&mut self) -> Option<String> {
        self.take("CONSTRAINT").then(|| self.name())
    }

    fn table_constraint(&mut self) {
        let name = self.constraint_name();
        let Some(word) = self.next() else { return };
        let kind = if word.is("PRIMARY") {
            self.take("KEY");
            let (columns, _) = self.columns();
            ParsedKind::PrimaryKey(columns)
        } else if word.is("UNIQUE") {
            let (columns, exact) = self.columns();
            ParsedKind::Unique { columns, exact }
        } else if word.is("CHECK") {
            ParsedKind::Check(self.parenthesized().unwrap_or_default().to_owned())
        } else if word.is("FOREIGN") {
            self.take("KEY");
            let (columns, _) = self.columns();
            self.take("REFERENCES");
            let reference = self.reference();
            ParsedKind::ForeignKey { columns, reference }
        } else {
            return;
        };
        self.push(name, kind);
    }

    fn push(&mut self, name: Option<String>, kind: ParsedKind) {
        let conflict = self.conflict();
        self.table.constraints.push(ParsedConstraint {
            name,
            kind,
            conflict,
        });
    }

    fn conflict(&mut self) -> Option<String> {
        let is_conflict = self.peek()?.is("ON")
            && self
                .tokens
                .get(self.at + 1)
                .is_some_and(|token| token.is("CONFLICT"));
        if !is_conflict {
            return None;
        }
        self.at += 2;
        Some(self.name().to_uppercase())
    }

    /// A list of columns in parentheses, and whether all of them are bare names.
    fn columns(&mut self) -> (Vec<String>, bool) {
        let Some(open) = self.peek().filter(|token| token.is_sign("(")) else {
            return (Vec::new(), true);
        };
        let start = self.at + 1;
        let Some(close) = closing(self.tokens, self.at) else {
            self.at = self.tokens.len();
            return (Vec::new(), open.text.is_empty());
        };
        self.at = close + 1;
        let parts = || self.tokens[start..close].split(|token| token.is_sign(","));
        let names = parts()
            .filter_map(|part| part.first())
            .map(Token::name)
            .collect();
        (names, parts().all(|part| part.len() == 1))
    }

    fn reference(&mut self) -> ParsedReference {
        let mut reference = ParsedReference {
            table: self.name(),
            columns: self.columns().0,
            ..ParsedReference::default()
        };
        loop {
            let on = self.peek().is_some_and(|token| token.is("ON"));
            let event = self.tokens.get(self.at + 1);
            if on && event.is_some_and(|token| token.is("DELETE") || token.is("UPDATE")) {
                let delete = event.is_some_and(|token| token.is("DELETE"));
                self.at += 2;
                let action = Some(self.action()).filter(|action| action != "NO ACTION");
                if delete {
                    reference.ondelete = action;
                } else {
                    reference.onupdate = action;
                }
            } else if self.take("MATCH") {
                reference.match_type = Some(self.name());
            } else if self.take("DEFERRABLE") {
                reference.deferrable = Some(true);
            } else if self.take("INITIALLY") {
                reference.initially = Some(self.name().to_uppercase());
            } else if self.peek().is_some_and(|token| token.is("NOT"))
                && self
                    .tokens
                    .get(self.at + 1)
                    .is_some_and(|token| token.is("DEFERRABLE"))
            {
                self.at += 2;
                reference.deferrable = Some(false);
            } else {
                return reference;
            }
        }
    }

    /// `CASCADE`, `SET NULL`, `NO ACTION` ...
    fn action(&mut self) -> String {
        let first = self.name().to_uppercase();
        if matches!(first.as_str(), "SET" | "NO") {
            format!("{first} {}", self.name().to_uppercase())
        } else {
            first
        }
    }

    fn column(&mut self) {
        let mut column = ParsedColumn {
            name: self.name(),
            ..ParsedColumn::default()
        };
        column.type_text = self.type_text();
        let mut name = None;
        while let Some(token) = self.peek().filter(|token| !token.is_sign(",")) {
            if token.is("CONSTRAINT") {
                name = self.constraint_name();
                continue;
            }
            self.column_constraint(token, &mut column, name.take());
        }
        self.table.columns.push(column);
    }

    fn type_text(&mut self) -> String {
        let start = self.at;
        while let Some(token) = self.peek() {
            if token.is_sign("(") {
                self.parenthesized();
            } else if token.kind == Kind::Sign || COLUMN_WORDS.iter().any(|word| token.is(word)) {
                break;
            } else {
                self.at += 1;
            }
        }
        match (
            self.tokens.get(start),
            self.tokens.get(self.at.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if self.at > start => {
                self.sql[first.start..last.end()].to_owned()
            }
            _ => String::new(),
        }
    }

    fn column_constraint(
        &mut self,
        word: Token<'_>,
        column: &mut ParsedColumn,
        name: Option<String>,
    ) {
        self.at += 1;
        let own = || vec![column.name.clone()];
        if word.is("PRIMARY") {
            self.take("KEY");
            let _ = self.take("ASC") || self.take("DESC");
            let key = own();
            self.push(name, ParsedKind::PrimaryKey(key));
            column.autoincrement = self.take("AUTOINCREMENT");
        } else if word.is("NOT") {
            self.take("NULL");
            column.not_null_conflict = self.conflict();
        } else if word.is("UNIQUE") {
            let columns = own();
            self.push(
                name,
                ParsedKind::Unique {
                    columns,
                    exact: true,
                },
            );
        } else if word.is("CHECK") {
            let text = self.parenthesized().unwrap_or_default().to_owned();
            self.push(name, ParsedKind::Check(text));
        } else if word.is("DEFAULT") {
            self.default_value();
        } else if word.is("COLLATE") {
            column.collation = Some(self.name());
        } else if word.is("REFERENCES") {
            let columns = own();
            let reference = self.reference();
            self.push(name, ParsedKind::ForeignKey { columns, reference });
        } else if word.is("AS") {
            let expression = self.parenthesized().unwrap_or_default().to_owned();
            let stored = self.take("STORED");
            let _ = self.take("VIRTUAL");
            column.generated = Some((expression, stored));
        }
        // NULL, GENERATED and ALWAYS say nothing by themselves.
    }

    /// Skips a default, whose text SQLite gives by a pragma.
    fn default_value(&mut self) {
        if self.parenthesized().is_some() {
            return;
        }
        while self
            .peek()
            .is_some_and(|token| token.is_sign("+") || token.is_sign("-"))
        {
            self.at += 1;
        }
        self.at += 1;
        // `1.5` and `1e+3` are several tokens, `x'00'` is two.
        while let Some(token) = self.peek() {
            let before = self.tokens.get(self.at - 1).map_or(0, Token::end);
            if token.start != before || token.is_sign(",") {
                break;
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests;
