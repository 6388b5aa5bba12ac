//! Whether something is there: what `checkfirst=True` asks before CREATE and DROP.

use super::PostgresInspector;
use crate::inspect::InspectError;

/// Types that tables, views and sequences have by themselves are found too, as SQLAlchemy finds them.
const TYPE: &str = "SELECT t.typname FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n \
                    ON n.oid = t.typnamespace WHERE t.typname = $1";

const SEQUENCE: &str = "SELECT c.relname FROM pg_catalog.pg_class c \
                        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
                        WHERE c.relkind = 'S' AND c.relname = $1";

/// What is found without naming its schema, as far as it is not the server's own.
const TYPE_VISIBLE: &str = "pg_catalog.pg_type_is_visible(t.oid) AND n.nspname <> 'pg_catalog'";
const RELATION_VISIBLE: &str =
    "pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog'";

impl PostgresInspector<'_> {
    pub(super) fn type_exists(
        &mut self,
        name: &str,
        schema: Option<&str>,
    ) -> Result<bool, InspectError> {
        self.exists(TYPE, TYPE_VISIBLE, name, schema)
    }

    pub(super) fn sequence_exists(
        &mut self,
        name: &str,
        schema: Option<&str>,
    ) -> Result<bool, InspectError> {
        self.exists(SEQUENCE, RELATION_VISIBLE, name, schema)
    }

    fn exists(
        &mut self,
        query: &str,
        visible: &str,
        name: &str,
        schema: Option<&str>,
    ) -> Result<bool, InspectError> {
        let found = match schema {
            None => self.texts(&format!("{query} AND {visible}"), &[name])?,
            Some(schema) => self.texts(&format!("{query} AND n.nspname = $2"), &[name, schema])?,
        };
        Ok(!found.is_empty())
    }
}
