//! The database of a session, as a comparison looks at it.

use std::collections::HashMap;
use std::rc::Rc;

use limbec_schema::{Literal, Schema};
use limbec_sql::dump::{TableStatements, complete};
use limbec_sql::meaning::{Ask, Rows};

use super::session::Session;
use crate::autogen::{Actual, SequenceOwner};
use crate::script::host::{self, Host, HostError};

/// The database of a session.
pub(crate) struct Database {
    session: Rc<Session>,
    /// The sequences that belong to columns, by the name that `nextval` has for them; read once.
    sequences: Option<HashMap<String, SequenceOwner>>,
    /// The statements of the tables, where the comparison is to see all that they say.
    statements: Vec<TableStatements>,
}

impl Database {
    pub fn new(session: Rc<Session>) -> Self {
        Self {
            session,
            sequences: None,
            statements: Vec::new(),
        }
    }

    /// The same, which sees in a table all that its statement says.
    pub fn complete(session: Rc<Session>, statements: Vec<TableStatements>) -> Self {
        Self {
            statements,
            ..Self::new(session)
        }
    }

    fn rows(&self, sql: &str) -> Result<Vec<Vec<Literal>>, HostError> {
        let none = limbec_sql::Params::default();
        Ok(self.session.execute_driver(sql, &none)?.rows)
    }

    fn owned_sequences(&self) -> Result<HashMap<String, SequenceOwner>, HostError> {
        use Literal::Str;
        let rows = self.rows(
            "select c.oid::regclass::text, n.nspname::text, c.relname::text, a.attname::text \
             from pg_class as c join pg_namespace n on n.oid=c.relnamespace \
             join pg_depend d on d.objid=c.oid and d.classid='pg_class'::regclass \
             and d.refclassid='pg_class'::regclass \
             join pg_attribute a on a.attrelid=d.refobjid and a.attnum=d.refobjsubid \
             where c.relkind='S'",
        )?;
        let mut owned = HashMap::new();
        for row in rows {
            if let Ok([Str(name), Str(schema), Str(sequence), Str(column)]) =
                <[_; 4]>::try_from(row)
            {
                let owner = SequenceOwner { sequence, column };
                // Where a schema is inspected by name, SQLAlchemy puts it before the sequence.
                owned.insert(format!("\"{schema}\".{name}"), owner.clone());
                owned.insert(name, owner);
            }
        }
        Ok(owned)
    }
}

impl Ask<HostError> for Database {
    fn query(&mut self, sql: &str) -> Result<Rows, HostError> {
        self.rows(sql)
    }

    fn probe(&mut self, script: &str, query: &str) -> Result<Option<Rows>, HostError> {
        const NAME: &str = "limbec_probe";
        // Without a transaction there is no savepoint.
        let alone = self.rows(&format!("SAVEPOINT {NAME}")).is_err();
        if alone {
            self.rows("BEGIN")?;
        }
        let rows = match self.rows(script) {
            Ok(_) => self.rows(query).map(Some),
            Err(error) if is_forbidden(&error) => Err(error),
            Err(HostError::Database { .. }) => Ok(None),
            Err(error) => Err(error),
        };
        let undo = if alone {
            "ROLLBACK".to_owned()
        } else {
            format!("ROLLBACK TO SAVEPOINT {NAME}")
        };
        self.rows(&undo)?;
        rows
    }
}

/// Whether the server allows no temporary tables at all: it says nothing about what is wanted then.
fn is_forbidden(error: &HostError) -> bool {
    let HostError::Database {
        server: Some(server),
        ..
    } = error
    else {
        return false;
    };
    matches!(server.code.as_str(), "25006" | "42501")
}

impl Actual for Database {
    fn schema_names(&mut self) -> Result<Vec<String>, HostError> {
        host::inspect(&*self.session, |inspector| inspector.schema_names()).map(|(names, _)| names)
    }

    fn default_schema(&mut self) -> Option<String> {
        self.session.default_schema()
    }

    fn tables(&mut self, schema: Option<&str>) -> Result<Schema, HostError> {
        let mut tables = self.session.reflect_all(schema)?;
        complete(self.session.dialect(), &mut tables, &self.statements);
        Ok(tables)
    }

    fn sequence_owner(&mut self, sequence: &str) -> Result<Option<SequenceOwner>, HostError> {
        if self.sequences.is_none() {
            self.sequences = Some(self.owned_sequences()?);
        }
        // The name stands inside of a literal.
        let name = sequence.replace("''", "'");
        let owned = self.sequences.as_ref();
        Ok(owned.and_then(|all| all.get(&name)).cloned())
    }

    fn is_true(&mut self, query: &str) -> Result<bool, HostError> {
        let rows = self.rows(query)?;
        // SQLite has numbers for truth.
        let answer = rows.first().and_then(|row| row.first());
        Ok(matches!(
            answer,
            Some(Literal::Bool(true) | Literal::Int(1))
        ))
    }
}
