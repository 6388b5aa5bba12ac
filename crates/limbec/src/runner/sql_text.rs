//! Changes as the text of a script in SQL.
//!
//! Where the database alters its tables, the compiler writes the statements. SQLite makes a table anew for most changes,
//! which cannot be written without the table: so the changes are made in a copy of the schema in memory, and what was
//! run there is the text.

use std::rc::Rc;
use std::sync::Arc;

use limbec_schema::{Batch, BatchItem, Index, Literal, Operation};
use limbec_sql::dump::TableStatements;
use limbec_sql::{Params, Statement};

use super::error::RunError;
use super::event::{Recorder, SharedReporter};
use super::interrupt::Interrupt;
use super::offline::Writer;
use super::plain_error::host_error;
use super::session::Session;
use crate::autogen::{Directive, ModifyTable, Step};
use crate::script::host::Host;

/// The statements of both ways.
pub(super) struct BothWays {
    pub upgrade: String,
    pub downgrade: String,
}

/// The SQL of changes and of what undoes them, each with the tables that it may make.
///
/// # Errors
/// What cannot be written, or cannot be done in the copy.
pub(super) fn both_ways(
    database: &Rc<Session>,
    [upgrade, downgrade]: [(&[Directive], &[TableStatements]); 2],
) -> Result<BothWays, RunError> {
    let recorder = Arc::new(Recorder::new());
    let reporter: SharedReporter = recorder.clone();
    if database.dialect().name() != "sqlite" {
        let write = |(directives, tables): (&[Directive], _)| -> Result<String, RunError> {
            let session =
                Session::offline(database.dialect(), Writer::to_reporter(), reporter.clone());
            session.set_literal_binds(true);
            let before = recorder.recorded().sql.len();
            carry_out(&session, directives, tables)?;
            Ok(tidy(&recorder.recorded().sql[before..]))
        };
        return Ok(BothWays {
            upgrade: write(upgrade)?,
            downgrade: write(downgrade)?,
        });
    }
    let copy = copy_of(database, &reporter)?;
    let run = |(directives, tables): (&[Directive], _)| -> Result<String, RunError> {
        let before = recorder.recorded().statements.len();
        carry_out(&copy, directives, tables)?;
        let statements = recorder.recorded().statements.split_off(before);
        let texts = statements
            .into_iter()
            .map(|sql| format!("{}\n\n", Statement::new(sql).offline_text()));
        Ok(tidy(&texts.collect::<String>()))
    };
    Ok(BothWays {
        upgrade: run(upgrade)?,
        downgrade: run(downgrade)?,
    })
}

/// No blanks at the ends of lines, and one line end at the end.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    match lines.is_empty() {
        true => String::new(),
        false => format!("{}\n", lines.join("\n")),
    }
}

/// A database in memory with the schema of another one.
fn copy_of(database: &Rc<Session>, reporter: &SharedReporter) -> Result<Rc<Session>, RunError> {
    let failed = |error| host_error(database, error);
    let schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
                  ORDER BY rowid";
    let rows = database
        .execute_driver(schema, &Params::None)
        .map_err(failed)?
        .rows;
    let silent: SharedReporter = Arc::new(Recorder::new());
    let interrupt = Interrupt::new();
    let made = super::plain::online("sqlite://", &silent, &interrupt)?;
    for row in rows {
        if let Some(Literal::Str(sql)) = row.first() {
            made.execute_driver(sql, &Params::None).map_err(failed)?;
        }
    }
    made.report_to(reporter);
    Ok(made)
}

fn carry_out(
    session: &Rc<Session>,
    directives: &[Directive],
    tables: &[TableStatements],
) -> Result<(), RunError> {
    let in_batch = session.dialect().features().rebuilds_tables && !session.is_offline();
    for directive in directives {
        match directive {
            Directive::Operation(operation @ Operation::CreateTable(create)) => {
                let table = &create.table;
                let written = tables
                    .iter()
                    .find(|known| known.name == table.name && known.schema == table.schema);
                match written {
                    Some(written) => {
                        let made = session.carry_out_as(operation, &written.statements);
                        made.map_err(|error| host_error(session, error))?;
                    }
                    None => run(session, operation)?,
                }
            }
            Directive::Operation(operation @ Operation::CreateIndex(create)) => {
                match written_index(tables, &create.index) {
                    Some(statements) => {
                        let made = session.carry_out_as(operation, statements);
                        made.map_err(|error| host_error(session, error))?;
                    }
                    None => run(session, operation)?,
                }
            }
            Directive::Operation(operation) => run(session, operation)?,
            Directive::ModifyTable(modify) if in_batch => {
                // An index is made when the table stands, as whoever declared it has written it.
                let (indexes, others): (Vec<_>, Vec<_>) =
                    modify.ops.iter().cloned().partition(|op| {
                        matches!(op, Directive::Operation(Operation::CreateIndex(create))
                            if written_index(tables, &create.index).is_some())
                    });
                if !others.is_empty() {
                    let others = ModifyTable {
                        ops: others,
                        ..modify.clone()
                    };
                    run(session, &batch(&others))?;
                }
                carry_out(session, &indexes, tables)?;
            }
            Directive::ModifyTable(modify) => carry_out(session, &modify.ops, tables)?,
            Directive::Statements(statements) => send(session, &statements.forth)?,
            Directive::Custom(_) | Directive::Lines(_) => {
                return Err(RunError::command(
                    "operations of env.py cannot be written as SQL",
                ));
            }
        }
    }
    Ok(())
}

fn written_index<'a>(tables: &'a [TableStatements], index: &Index) -> Option<&'a [String]> {
    let own = tables.iter().filter(|known| known.name == index.table);
    own.flat_map(|known| &known.indexes)
        .find(|(name, _)| Some(name.as_str()) == index.name.as_str())
        .map(|(_, statements)| statements.as_slice())
}

/// Statements as they are; those outside of a transaction have a part of their own, behind which the section begins anew.
fn send(session: &Rc<Session>, steps: &[Step]) -> Result<(), RunError> {
    let mut is_alone = false;
    for step in steps {
        let (sql, alone) = match step {
            Step::Sql(sql) => (sql, false),
            Step::Alone(sql) => (sql, true),
        };
        if alone != is_alone {
            session.write_text(if alone { AUTOCOMMIT } else { UPGRADE });
        }
        is_alone = alone;
        session
            .execute_driver(sql, &Params::None)
            .map_err(|error| host_error(session, error))?;
    }
    if is_alone {
        session.write_text(UPGRADE);
    }
    Ok(())
}

const AUTOCOMMIT: &str = "-- limbec:autocommit";
/// No way back has statements outside of a transaction.
const UPGRADE: &str = "-- limbec:upgrade";

fn run(session: &Rc<Session>, operation: &Operation) -> Result<(), RunError> {
    let done = session.carry_out(operation);
    done.map_err(|error| match error.to_string() {
        message if message == "Constraint must have a name" => RunError::Command {
            message: format!("{message}: one of an existing table changes"),
            hints: vec![
                "name it in the declared schema: CONSTRAINT users_email_key UNIQUE (email)"
                    .to_owned(),
            ],
        },
        _ => host_error(session, error),
    })
}

/// The changes of one table as a batch, which alters or makes anew.
fn batch(modify: &ModifyTable) -> Operation {
    let items = modify.ops.iter().filter_map(|directive| match directive {
        Directive::Operation(operation) => Some(BatchItem {
            operation: operation.clone(),
        }),
        Directive::ModifyTable(_)
        | Directive::Statements(_)
        | Directive::Custom(_)
        | Directive::Lines(_) => None,
    });
    Operation::Batch(Box::new(Batch {
        table: modify.table.clone(),
        schema: modify.schema.clone(),
        items: items.collect(),
        ..Batch::default()
    }))
}
