use limbec_schema::Literal;

use crate::db_error::{DbError, ErrorClass};

/// Reads an array: `{1,NULL,"a b"}`, `{{1},{2}}`, `[2:3]={1,2}`, its items by `item`.
///
/// # Errors
/// Text that is no array, or an item that cannot be read.
pub(super) fn read(
    text: &str,
    item: &dyn Fn(String) -> Result<Literal, DbError>,
) -> Result<Literal, DbError> {
    // Bounds other than 1 stand in front, and Python has no place for them.
    let body = match text.starts_with('[') {
        true => text.split_once('=').map_or(text, |(_, body)| body),
        false => text,
    };
    let mut parser = Parser { rest: body, item };
    if !parser.eat('{') {
        return Err(malformed("array does not start with '{'"));
    }
    parser.items()
}

struct Parser<'a> {
    rest: &'a str,
    item: &'a dyn Fn(String) -> Result<Literal, DbError>,
}

impl Parser<'_> {
    fn eat(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// The items behind an opening brace.
    fn items(&mut self) -> Result<Literal, DbError> {
        // The open arrays, the innermost last: no recursion on what a server says.
        let mut open: Vec<Vec<Literal>> = vec![Vec::new()];
        loop {
            let value = if self.eat('{') {
                open.push(Vec::new());
                continue;
            } else if self.eat('}') {
                let Some(done) = open.pop() else {
                    return Err(malformed("unbalanced braces in array"));
                };
                if open.is_empty() {
                    return Ok(Literal::List(done));
                }
                Literal::List(done)
            } else if self.eat(',') {
                continue;
            } else if self.eat('"') {
                let text = self.quoted()?;
                (self.item)(text)?
            } else {
                let text = self.bare()?;
                if text.eq_ignore_ascii_case("null") {
                    Literal::Null
                } else {
                    (self.item)(text)?
                }
            };
            if let Some(innermost) = open.last_mut() {
                innermost.push(value);
            }
        }
    }

    /// The rest of an item in double quotes, in which a backslash takes the next character as it is.
    fn quoted(&mut self) -> Result<String, DbError> {
        let mut text = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(text);
                }
                '\\' => text.extend(chars.next().map(|(_, c)| c)),
                c => text.push(c),
            }
        }
        Err(malformed("malformed array: a quote is not closed"))
    }

    fn bare(&mut self) -> Result<String, DbError> {
        let mut text = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                ',' | '}' => {
                    self.rest = &self.rest[at..];
                    return Ok(text);
                }
                '\\' => text.extend(chars.next().map(|(_, c)| c)),
                c => text.push(c),
            }
        }
        Err(malformed("malformed array: a brace is not closed"))
    }
}

fn malformed(message: &str) -> DbError {
    DbError::new("psycopg2", ErrorClass::Data, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python_repr::python_repr;

    fn read_texts(text: &str) -> Result<String, DbError> {
        read(text, &|text| Ok(Literal::Str(text))).map(|value| python_repr(&value))
    }

    #[test]
    fn arrays_of_every_shape() {
        for (text, expected) in [
            ("{}", "[]"),
            ("{a,b}", "['a', 'b']"),
            ("{NULL,\"NULL\",\"\"}", "[None, 'NULL', '']"),
            (
                "{\"a\\\"b\",\"a\\\\b\",\"{x}\"}",
                "['a\"b', 'a\\\\b', '{x}']",
            ),
            ("{{a,b},{c,NULL}}", "[['a', 'b'], ['c', None]]"),
            ("[2:3]={1,2}", "['1', '2']"),
            ("[0:0][2:3]={{1,2}}", "[['1', '2']]"),
        ] {
            assert_eq!(read_texts(text).unwrap(), expected, "{text}");
        }
        for text in ["", "{", "{a", "{\"a", "{{a}", "a"] {
            assert!(read_texts(text).is_err(), "{text}");
        }
    }
}
