//! What scripts may ask of a session.

use limbec_schema::{Operation, SchemaMap, SqlStatement};
use limbec_sql::connection::Characteristic;
use limbec_sql::{Dialect, Params, Statement};

use super::{Link, Session};
use crate::script::host::{Host, HostError, Outcome, Question, TransactionCommand};

impl Host for Session {
    fn dialect(&self) -> &'static dyn Dialect {
        self.dialect
    }

    fn driver(&self) -> String {
        self.driver.clone()
    }

    fn url(&self) -> String {
        self.url.clone()
    }

    fn is_offline(&self) -> bool {
        matches!(self.link, Link::Offline(_))
    }

    fn server_version(&self) -> Vec<i64> {
        match &self.link {
            Link::Online(online) => online
                .borrow()
                .connection
                .server_version()
                .into_iter()
                .map(i64::from)
                .collect(),
            Link::Offline(_) => Vec::new(),
        }
    }

    fn execute(&self, statement: &SqlStatement) -> Result<Outcome, HostError> {
        self.begin_for_script();
        self.run(statement)
    }

    fn execute_driver(&self, sql: &str, params: &Params) -> Result<Outcome, HostError> {
        self.begin_for_script();
        self.send(&Statement {
            sql: sql.to_owned(),
            params: params.clone(),
        })
    }

    fn invoke(&self, operation: Operation) -> Result<(), HostError> {
        self.begin_for_script();
        self.carry_out(&operation)
    }

    fn transaction(&self, command: TransactionCommand) -> Result<(), HostError> {
        let done = match &self.link {
            Link::Online(online) => online.borrow_mut().transaction(&command),
            Link::Offline(_) => Ok(()),
        };
        if command == TransactionCommand::Commit && done.is_ok() {
            self.expects_commit.set(false);
        }
        done
    }

    fn in_transaction(&self) -> bool {
        match &self.link {
            Link::Online(online) => {
                let online = online.borrow();
                online.begun || online.connection.in_transaction()
            }
            Link::Offline(_) => false,
        }
    }

    fn set_characteristic(&self, characteristic: &Characteristic) -> Result<(), HostError> {
        let Link::Online(online) = &self.link else {
            return Ok(());
        };
        let mut online = online.borrow_mut();
        online.check_open()?;
        if let Characteristic::Isolation(level) = characteristic {
            let autocommit = level == "AUTOCOMMIT";
            online.autocommit = autocommit;
            if autocommit {
                // The server does not know of it, and says its usual level when it is asked.
                return Ok(());
            }
            online.isolation = Some(level.clone());
        }
        let set = online.connection.set_characteristic(characteristic);
        online.checked(set)
    }

    fn isolation_level(&self) -> Option<String> {
        match &self.link {
            Link::Online(online) => online.borrow().isolation.clone(),
            Link::Offline(_) => None,
        }
    }

    fn autobegin(&self) {
        self.begin_for_script();
    }

    fn set_schema_map(&self, map: Option<SchemaMap>) {
        *self.schemas.borrow_mut() = map;
    }

    fn given_schema_map(&self) -> Option<SchemaMap> {
        self.schemas.borrow().clone()
    }

    fn default_schema(&self) -> Option<String> {
        if let Some(known) = self.default_schema.borrow().clone() {
            return known;
        }
        let asked = self.inspect(|inspector| inspector.default_schema_name());
        let found = asked.ok().flatten();
        *self.default_schema.borrow_mut() = Some(found.clone());
        found
    }

    fn set_default_schema(&self, name: Option<String>) {
        *self.default_schema.borrow_mut() = Some(name);
    }

    fn look(&self, question: &mut Question<'_>) -> Result<(), HostError> {
        self.inspect(question)
    }

    fn close(&self) {
        if let Link::Online(online) = &self.link {
            online.borrow_mut().close();
        }
    }
}
