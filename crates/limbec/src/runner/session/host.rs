//! What scripts may ask of a session.

use limbec_schema::{Operation, SqlStatement, Table};
use limbec_sql::connection::Characteristic;
use limbec_sql::inspect::InspectError;
use limbec_sql::{Dialect, Params, Statement};

use super::{Link, Session};
use crate::script::host::{Host, HostError, Outcome, TransactionCommand};

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
            online.isolation = Some(level.clone());
            if autocommit {
                return Ok(());
            }
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

    fn table_names(&self, schema: Option<&str>) -> Result<Vec<String>, HostError> {
        self.inspect(|inspector| inspector.table_names(schema))
    }

    fn view_names(&self, schema: Option<&str>) -> Result<Vec<String>, HostError> {
        self.inspect(|inspector| inspector.view_names(schema))
    }

    fn schema_names(&self) -> Result<Vec<String>, HostError> {
        self.inspect(|inspector| inspector.schema_names())
    }

    fn default_schema(&self) -> Option<String> {
        self.inspect(|inspector| inspector.default_schema_name())
            .ok()
            .flatten()
    }

    fn has_table(&self, name: &str, schema: Option<&str>) -> Result<bool, HostError> {
        self.inspect(|inspector| inspector.has_table(name, schema))
    }

    fn has_type(&self, name: &str, schema: Option<&str>) -> Result<bool, HostError> {
        self.inspect(|inspector| inspector.has_type(name, schema))
    }

    fn has_sequence(&self, name: &str, schema: Option<&str>) -> Result<bool, HostError> {
        self.inspect(|inspector| inspector.has_sequence(name, schema))
    }

    fn reflect(&self, name: &str, schema: Option<&str>) -> Result<Option<Table>, HostError> {
        self.inspect(|inspector| match inspector.reflect(name, schema) {
            Ok(table) => Ok(Some(table)),
            Err(InspectError::NoSuchTable(_)) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn close(&self) {
        if let Link::Online(online) = &self.link {
            online.borrow_mut().close();
        }
    }
}
