//! The database of a session, as a comparison looks at it.

use std::rc::Rc;

use limbec_schema::{Literal, Schema};

use super::session::Session;
use crate::autogen::{Actual, SequenceOwner};
use crate::script::host::{self, Host, HostError};

/// The database of a session.
pub(crate) struct Database(pub Rc<Session>);

impl Database {
    fn rows(&self, sql: &str) -> Result<Vec<Vec<Literal>>, HostError> {
        let none = limbec_sql::Params::default();
        Ok(self.0.execute_driver(sql, &none)?.rows)
    }
}

impl Actual for Database {
    fn schema_names(&mut self) -> Result<Vec<String>, HostError> {
        host::inspect(&*self.0, |inspector| inspector.schema_names()).map(|(names, _)| names)
    }

    fn default_schema(&mut self) -> Option<String> {
        self.0.default_schema()
    }

    fn tables(&mut self, schema: Option<&str>) -> Result<Schema, HostError> {
        self.0.reflect_all(schema)
    }

    fn sequence_owner(&mut self, sequence: &str) -> Result<Option<SequenceOwner>, HostError> {
        let sequence = sequence.replace('\'', "''");
        let rows = self.rows(&format!(
            "select c.relname, a.attname from pg_class as c \
             join pg_depend d on d.objid=c.oid and d.classid='pg_class'::regclass \
             and d.refclassid='pg_class'::regclass \
             join pg_attribute a on a.attrelid=d.refobjid and a.attnum=d.refobjsubid \
             where c.relkind='S' and c.oid='{sequence}'::regclass"
        ))?;
        Ok(rows.first().and_then(|row| match row.as_slice() {
            [Literal::Str(sequence), Literal::Str(column)] => Some(SequenceOwner {
                sequence: sequence.clone(),
                column: column.clone(),
            }),
            _ => None,
        }))
    }

    fn is_true(&mut self, query: &str) -> Result<bool, HostError> {
        let rows = self.rows(query)?;
        Ok(matches!(
            rows.first().and_then(|row| row.first()),
            Some(Literal::Bool(true))
        ))
    }
}
