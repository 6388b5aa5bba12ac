//! Foreign keys, from the text that the server writes of each.

use limbec_schema::{OptionValue, Options};

use super::catalog::Catalog;
use super::constraints::{by_table, constraint_query};
use crate::inspect::{InspectError, PerTable, ReflectedForeignKey, Selection};

pub(super) fn foreign_keys(
    catalog: &mut Catalog<'_>,
    selection: &Selection,
) -> Result<PerTable<Vec<ReflectedForeignKey>>, InspectError> {
    let referred_schema = "(SELECT m.nspname FROM pg_catalog.pg_class r \
                           JOIN pg_catalog.pg_namespace m ON m.oid = r.relnamespace \
                           WHERE r.oid = k.confrelid)";
    let rows = catalog.rows(&constraint_query("f", referred_schema, selection))?;
    let schema = selection.schema.as_deref();
    let mut unread = None;
    let found = by_table(&rows, |row| {
        let definition = row.text("definition");
        let Some(mut key) = Reader::new(&definition).foreign_key() else {
            unread = Some(definition);
            return ReflectedForeignKey::default();
        };
        // The server names the schema only where it is not in the search path.
        if key.referred_schema.is_none() && row.opt_text("referred_schema").as_deref() == schema {
            key.referred_schema = schema.map(str::to_owned);
        }
        key.name = row.opt_text("name");
        key.comment = row.opt_text("comment");
        key
    });
    match unread {
        None => Ok(found),
        Some(definition) => Err(InspectError::Catalog(format!(
            "the foreign key is not understood: {definition}"
        ))),
    }
}

/// Reads `FOREIGN KEY (a) REFERENCES s.t(b) MATCH FULL ON UPDATE CASCADE ...`.
struct Reader<'a> {
    rest: &'a str,
}

const ACTIONS: [&str; 5] = [
    "CASCADE",
    "RESTRICT",
    "NO ACTION",
    "SET NULL",
    "SET DEFAULT",
];

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Reader { rest: text }
    }

    fn foreign_key(mut self) -> Option<ReflectedForeignKey> {
        self.word("FOREIGN KEY")?;
        let constrained_columns = self.names()?;
        self.word("REFERENCES")?;
        let mut referred_table = self.name()?;
        let mut referred_schema = None;
        if self.sign('.') {
            referred_schema = Some(std::mem::replace(&mut referred_table, self.name()?));
        }
        let referred_columns = self.names()?;
        let matched = self.one_of("MATCH", &["FULL", "PARTIAL", "SIMPLE"]);
        let onupdate = self.action("ON UPDATE");
        let ondelete = self.action("ON DELETE");
        let deferrable = match self.word("NOT DEFERRABLE") {
            Some(()) => Some(false),
            None => self.word("DEFERRABLE").map(|()| true),
        };
        let initially = self.one_of("INITIALLY", &["DEFERRED", "IMMEDIATE"]);
        let mut options = Options::new();
        for (name, value) in [
            ("onupdate", onupdate.map(OptionValue::Str)),
            ("ondelete", ondelete.map(OptionValue::Str)),
            ("initially", initially.map(OptionValue::Str)),
            ("deferrable", deferrable.map(OptionValue::Bool)),
            ("match", matched.map(OptionValue::Str)),
        ] {
            if let Some(value) = value.filter(|value| value.as_str() != Some("NO ACTION")) {
                options.insert(name.to_owned(), value);
            }
        }
        Some(ReflectedForeignKey {
            constrained_columns,
            referred_schema,
            referred_table,
            referred_columns,
            options,
            ..ReflectedForeignKey::default()
        })
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let rest = self.rest.trim_start().strip_prefix(word)?;
        if rest.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            return None;
        }
        self.rest = rest;
        Some(())
    }

    fn sign(&mut self, sign: char) -> bool {
        match self.rest.trim_start().strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn one_of(&mut self, before: &str, words: &[&str]) -> Option<String> {
        self.word(before)?;
        let found = words.iter().find(|word| self.word(word).is_some())?;
        Some((*found).to_owned())
    }

    fn action(&mut self, before: &str) -> Option<String> {
        let mut action = self.one_of(before, &ACTIONS)?;
        // `SET NULL (a, b)` sets only those columns.
        if action.starts_with("SET")
            && let Some(inside) = self.rest.trim_start().strip_prefix('(')
            && let Some((columns, rest)) = inside.split_once(')')
        {
            action.push_str(&format!(" ({columns})"));
            self.rest = rest;
        }
        Some(action)
    }

    fn names(&mut self) -> Option<Vec<String>> {
        if !self.sign('(') {
            return None;
        }
        let mut names = vec![self.name()?];
        while self.sign(',') {
            names.push(self.name()?);
        }
        self.sign(')').then_some(names)
    }

    /// A name, out of its quotes.
    fn name(&mut self) -> Option<String> {
        let rest = self.rest.trim_start();
        let Some(quoted) = rest.strip_prefix('"') else {
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')
                .unwrap_or(rest.len());
            let (name, rest) = rest.split_at(end);
            self.rest = rest;
            return (!name.is_empty()).then(|| name.to_owned());
        };
        let mut name = String::new();
        let mut parts = quoted;
        loop {
            let (part, after) = parts.split_once('"')?;
            name.push_str(part);
            match after.strip_prefix('"') {
                Some(more) => {
                    name.push('"');
                    parts = more;
                }
                None => {
                    self.rest = after;
                    return Some(name);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_key_is_read_with_all_its_words() {
        let text = "FOREIGN KEY (a, \"B\"\"c\") REFERENCES \"My S\".t(x, \"Y,z\") MATCH FULL ON \
                    UPDATE CASCADE ON DELETE SET NULL (a) DEFERRABLE INITIALLY DEFERRED";
        let key = Reader::new(text).foreign_key().expect("it is understood");
        assert_eq!(key.constrained_columns, ["a", "B\"c"]);
        assert_eq!(key.referred_schema.as_deref(), Some("My S"));
        assert_eq!(key.referred_table, "t");
        assert_eq!(key.referred_columns, ["x", "Y,z"]);
        let names: Vec<_> = key.options.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            ["onupdate", "ondelete", "initially", "deferrable", "match"]
        );
        assert_eq!(key.options["ondelete"].as_str(), Some("SET NULL (a)"));
    }
}
