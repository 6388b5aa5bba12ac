//! Sequences and identity columns.

use limbec_schema::{Identity, Sequence, SequenceOptions};

use super::Ddl;
use crate::{CompileError, Statement};

/// `CREATE SEQUENCE`.
pub(super) fn create(
    ddl: &Ddl<'_>,
    sequence: &Sequence,
    if_not_exists: bool,
) -> Result<Statement, CompileError> {
    let mut text = format!(
        "CREATE SEQUENCE {}{}",
        if if_not_exists { "IF NOT EXISTS " } else { "" },
        ddl.dialect
            .qualified(sequence.schema.as_deref(), &sequence.name)
    );
    if ddl.dialect.features().typed_sequences
        && let Some(data_type) = &sequence.data_type
    {
        text.push_str(" AS ");
        text.push_str(&ddl.dialect.type_ddl(data_type)?);
    }
    let mut options = options(&sequence.options);
    if ddl.dialect.is_mysql_like() {
        options = options.replace("NO CYCLE", "NOCYCLE");
    }
    if !options.is_empty() {
        text.push(' ');
        text.push_str(&options);
    }
    Ok(Statement::new(text))
}

/// `DROP SEQUENCE`.
pub(super) fn drop(ddl: &Ddl<'_>, sequence: &Sequence, if_exists: bool) -> Statement {
    Statement::new(format!(
        "DROP SEQUENCE {}{}",
        if if_exists { "IF EXISTS " } else { "" },
        ddl.dialect
            .qualified(sequence.schema.as_deref(), &sequence.name)
    ))
}

/// `GENERATED ... AS IDENTITY (...)`.
pub(crate) fn identity_clause(identity: &Identity) -> String {
    let always = if identity.always {
        "ALWAYS"
    } else {
        "BY DEFAULT"
    };
    let options = options(&identity.options);
    if options.is_empty() {
        format!("GENERATED {always} AS IDENTITY")
    } else {
        format!("GENERATED {always} AS IDENTITY ({options})")
    }
}

/// The options that sequences and identity columns share.
pub(crate) fn options(options: &SequenceOptions) -> String {
    let number = |words: &str, value: Option<i64>| value.map(|value| format!("{words} {value}"));
    let parts = [
        number("INCREMENT BY", options.increment),
        number("START WITH", options.start),
        number("MINVALUE", options.minvalue),
        number("MAXVALUE", options.maxvalue),
        options.nominvalue.map(|_| "NO MINVALUE".to_owned()),
        options.nomaxvalue.map(|_| "NO MAXVALUE".to_owned()),
        number("CACHE", options.cache),
        options
            .cycle
            .map(|cycle| if cycle { "CYCLE" } else { "NO CYCLE" }.to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
