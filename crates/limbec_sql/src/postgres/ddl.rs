//! What PostgreSQL's DDL has of its own.

use limbec_schema::{
    CheckConstraint, Column, ColumnDefault, ForeignKeyConstraint, Identity, Index, IntegerSize,
    NamedType, OptionValue, Options, PgType, PrimaryKeyConstraint, SequenceOptions, SqlType,
    UniqueConstraint,
};

use crate::ddl::{
    ColumnAlteration, Ddl, DdlRules, TableShape, default_of, element_key, identity_clause,
    index_elements, is_words, option_text, predicate, quoted_list, separately, sequence_options,
    unexpected_phrase,
};
use crate::{CompileError, Statement, compile_expr_ddl_grouped};

/// The rules of PostgreSQL.
#[derive(Debug)]
pub(super) struct Rules;

impl DdlRules for Rules {
    fn column(
        &self,
        ddl: &Ddl<'_>,
        shape: &TableShape,
        column: &Column,
    ) -> Result<String, CompileError> {
        let mut text = ddl.dialect.quote_as(&column.name, column.quote);
        text.push(' ');
        if is_serial(ddl, shape, column)? {
            text.push_str(serial_name(column.sql_type.for_dialect("postgresql")));
        } else {
            text.push_str(&column_type(ddl, shape, column)?);
            if let Some(default) = default_of(ddl, column)? {
                text.push_str(" DEFAULT ");
                text.push_str(&default);
            }
        }
        if let Some(computed) = &column.computed {
            if computed.persisted == Some(false) {
                return Err(CompileError::compile(
                    "PostrgreSQL computed columns do not support 'virtual' persistence; set the \
                     'persisted' flag to None or True for PostgreSQL support.",
                ));
            }
            text.push_str(&format!(
                " GENERATED ALWAYS AS ({}) STORED",
                ddl.expr(&computed.expr)?
            ));
        }
        if let Some(identity) = &column.identity {
            text.push(' ');
            text.push_str(&identity_clause(identity));
            if shape.nullable(column) {
                text.push_str(" NULL");
            }
        } else if !shape.nullable(column) {
            text.push_str(" NOT NULL");
        }
        Ok(text)
    }

    fn table_options(&self, ddl: &Ddl<'_>, shape: &TableShape) -> Result<String, CompileError> {
        let option = |key: &str| shape.options.get(key).filter(|value| value.is_truthy());
        let mut text = String::new();
        match shape.options.get("postgresql_inherits") {
            Some(OptionValue::List(parents)) => {
                let parents: Vec<String> = parents.iter().map(option_text).collect();
                text.push_str(&format!("\n INHERITS ( {} )", quoted_list(ddl, &parents)));
            }
            Some(OptionValue::Str(parent)) => {
                text.push_str(&format!("\n INHERITS ( {} )", ddl.dialect.quote(parent)));
            }
            _ => {}
        }
        if let Some(partition) = option("postgresql_partition_by") {
            text.push_str(&format!("\n PARTITION BY {}", option_text(partition)));
        }
        if let Some(method) = option("postgresql_using") {
            text.push_str(&format!("\n USING {}", option_text(method)));
        }
        match shape.options.get("postgresql_with_oids") {
            Some(OptionValue::Bool(true)) => text.push_str("\n WITH OIDS"),
            Some(OptionValue::Bool(false)) => text.push_str("\n WITHOUT OIDS"),
            _ => {}
        }
        if let Some(action) = option("postgresql_on_commit") {
            let action = option_text(action).replace('_', " ").to_uppercase();
            text.push_str(&format!("\n ON COMMIT {action}"));
        }
        if let Some(space) = option("postgresql_tablespace") {
            let space = ddl.dialect.quote(&option_text(space));
            text.push_str(&format!("\n TABLESPACE {space}"));
        }
        Ok(text)
    }

    fn primary_key_extras(
        &self,
        ddl: &Ddl<'_>,
        _: &TableShape,
        key: &PrimaryKeyConstraint,
    ) -> Result<(String, String), CompileError> {
        Ok((include(ddl, &key.options), String::new()))
    }

    fn unique_extras(
        &self,
        ddl: &Ddl<'_>,
        _: &TableShape,
        unique: &UniqueConstraint,
    ) -> Result<[String; 3], CompileError> {
        let nulls = match unique.options.get("postgresql_nulls_not_distinct") {
            Some(OptionValue::Bool(true)) => "NULLS NOT DISTINCT ",
            Some(OptionValue::Bool(false)) => "NULLS DISTINCT ",
            _ => "",
        };
        Ok([
            nulls.to_owned(),
            include(ddl, &unique.options),
            String::new(),
        ])
    }

    fn accept_named_type(&self, _: &Ddl<'_>, _: &NamedType) -> Result<(), CompileError> {
        Ok(())
    }

    fn check_suffix(&self, check: &CheckConstraint) -> String {
        not_valid(&check.options).to_owned()
    }

    fn foreign_key_suffix(&self, key: &ForeignKeyConstraint) -> &'static str {
        not_valid(&key.options)
    }

    /// PostgreSQL names the columns that SET NULL sets, in parentheses.
    fn validate_ondelete(&self, action: &str) -> Result<(), CompileError> {
        let (words, columns) = match action.split_once('(') {
            Some((words, columns)) => (words.trim_end(), columns.strip_suffix(')')),
            None => (action, Some("")),
        };
        if is_words(words) && columns.is_some_and(is_name_list) {
            return Ok(());
        }
        Err(unexpected_phrase(
            action,
            r#"^\\w+(?:\\s+\\w+)*(?:\\s*\\(\\s*(?:[\\w$]+|"(?:[^"]|"")+")(?:\\s*,\\s*(?:[\\w$]+|"(?:[^"]|"")+"))*\\s*\\))?$"#,
        ))
    }

    fn create_index(
        &self,
        ddl: &Ddl<'_>,
        index: &Index,
        name: &str,
        if_not_exists: bool,
    ) -> Result<String, CompileError> {
        let option = |key: &str| index.options.get(key).filter(|value| value.is_truthy());
        let mut text = format!(
            "CREATE {}INDEX {}{}{name} ON {} ",
            if index.unique { "UNIQUE " } else { "" },
            option("postgresql_concurrently").map_or("", |_| "CONCURRENTLY "),
            if if_not_exists { "IF NOT EXISTS " } else { "" },
            ddl.dialect.qualified(index.schema.as_deref(), &index.table)
        );
        if let Some(method) = option("postgresql_using") {
            let method = option_text(method);
            if !is_words(&method) || method.contains(char::is_whitespace) {
                return Err(unexpected_phrase(
                    &method,
                    r"^(?:btree|hash|gist|gin|[\\w_]+)$",
                ));
            }
            text.push_str(&format!("USING {} ", method.to_lowercase()));
        }
        text.push_str(&format!("({})", operator_classes(ddl, index)?.join(", ")));
        text.push_str(&include(ddl, &index.options));
        match index.options.get("postgresql_nulls_not_distinct") {
            Some(OptionValue::Bool(true)) => text.push_str(" NULLS NOT DISTINCT"),
            Some(OptionValue::Bool(false)) => text.push_str(" NULLS DISTINCT"),
            _ => {}
        }
        if let Some(OptionValue::Map(parameters)) = option("postgresql_with") {
            let parameters: Vec<String> = parameters
                .iter()
                .map(|(key, value)| format!("{key} = {}", option_text(value)))
                .collect();
            text.push_str(&format!(" WITH ({})", parameters.join(", ")));
        }
        if let Some(space) = option("postgresql_tablespace") {
            let space = ddl.dialect.quote(&option_text(space));
            text.push_str(&format!(" TABLESPACE {space}"));
        }
        if let Some(predicate) = predicate(ddl, &index.options, "postgresql_where")? {
            text.push_str(" WHERE ");
            text.push_str(&predicate);
        }
        Ok(text)
    }

    fn alter_column(
        &self,
        ddl: &Ddl<'_>,
        alteration: &ColumnAlteration<'_>,
    ) -> Result<Vec<Statement>, CompileError> {
        let using = alteration
            .options
            .get("postgresql_using")
            .filter(|value| !matches!(value, OptionValue::None));
        let mut statements = Vec::new();
        match alteration.sql_type {
            Some(sql_type) => {
                // The blank before an absent USING is Alembic's own.
                let using = match using.filter(|value| value.is_truthy()) {
                    Some(OptionValue::Expr(expr)) => format!("USING {}", ddl.expr(expr)?),
                    Some(value) => format!("USING {}", option_text(value)),
                    None => String::new(),
                };
                statements.push(Statement::new(format!(
                    "{} TYPE {} {using}",
                    alteration.alter_column(ddl),
                    ddl.dialect.type_ddl(sql_type)?
                )));
            }
            None if using.is_some() => {
                return Err(CompileError::Command {
                    message: "postgresql_using must be used with the type_ parameter".to_owned(),
                });
            }
            None => {}
        }
        statements.extend(separately(ddl, alteration, None)?);
        Ok(statements)
    }

    fn alter_identity(
        &self,
        ddl: &Ddl<'_>,
        alteration: &ColumnAlteration<'_>,
    ) -> Result<String, CompileError> {
        let column = alteration.alter_column(ddl);
        let old = alteration.existing.server_default.as_set();
        match (alteration.server_default.as_set(), old) {
            (
                Some(Some(ColumnDefault::Identity(new))),
                Some(Some(ColumnDefault::Identity(old))),
            ) => Ok(format!("{column} {}", identity_changes(new, old))),
            (Some(Some(ColumnDefault::Identity(new))), None | Some(None)) => {
                Ok(format!("{column} ADD {}", identity_clause(new)))
            }
            (Some(None), _) => Ok(format!("{column} DROP IDENTITY")),
            _ => Err(CompileError::compile(
                "An identity cannot become another kind of default in one step; drop it first.",
            )),
        }
    }

    fn column_comment(
        &self,
        ddl: &Ddl<'_>,
        alteration: &ColumnAlteration<'_>,
        comment: Option<&str>,
    ) -> Result<Statement, CompileError> {
        Ok(Statement::new(format!(
            "COMMENT ON COLUMN {}.{} IS {}",
            ddl.dotted(alteration.schema, alteration.table),
            ddl.dialect.quote(alteration.column),
            match comment {
                Some(comment) => ddl.string(comment)?,
                None => "NULL".to_owned(),
            }
        )))
    }
}

/// Whether the column is numbered by a sequence of its own (SERIAL).
fn is_serial(ddl: &Ddl<'_>, shape: &TableShape, column: &Column) -> Result<bool, CompileError> {
    Ok(column.primary_key
        && column.identity.is_none()
        && !column.client_default
        && column.sequence.as_ref().is_none_or(|s| s.optional)
        && shape.autoincrement(ddl)? == Some(column.name.as_str()))
}

fn serial_name(sql_type: &SqlType) -> &'static str {
    match sql_type {
        SqlType::Integer(t) if t.size == IntegerSize::Big => "BIGSERIAL",
        SqlType::Integer(t) if t.size == IntegerSize::Small => "SMALLSERIAL",
        SqlType::Mysql(t) if t.name == "BIGINT" => "BIGSERIAL",
        SqlType::Mysql(t) if t.name == "SMALLINT" => "SMALLSERIAL",
        _ => "SERIAL",
    }
}

/// The type of a column; an enumeration may take the schema of its table.
fn column_type(ddl: &Ddl<'_>, shape: &TableShape, column: &Column) -> Result<String, CompileError> {
    match column.sql_type.for_dialect("postgresql") {
        SqlType::Enum(t) if t.inherit_schema => {
            let mut inheriting = t.clone();
            inheriting.schema.clone_from(&shape.schema);
            ddl.dialect.type_ddl(&SqlType::Enum(inheriting))
        }
        SqlType::Postgres(PgType::Domain(t)) if t.inherit_schema => {
            Ok(ddl.dialect.qualified(shape.schema.as_deref(), &t.name))
        }
        other => ddl.dialect.type_ddl(other),
    }
}

fn not_valid(options: &Options) -> &'static str {
    match options.get("postgresql_not_valid") {
        Some(value) if value.is_truthy() => " NOT VALID",
        _ => "",
    }
}

/// `INCLUDE (...)`: columns that an index carries without sorting by them.
fn include(ddl: &Ddl<'_>, options: &Options) -> String {
    match options.get("postgresql_include") {
        Some(OptionValue::List(columns)) if !columns.is_empty() => {
            let columns: Vec<String> = columns.iter().map(option_text).collect();
            format!(" INCLUDE ({})", quoted_list(ddl, &columns))
        }
        _ => String::new(),
    }
}

/// The elements of an index, each with its operator class if it has one.
fn operator_classes(ddl: &Ddl<'_>, index: &Index) -> Result<Vec<String>, CompileError> {
    let classes = match index.options.get("postgresql_ops") {
        Some(OptionValue::Map(classes)) => Some(classes),
        _ => None,
    };
    let texts = index_elements(ddl, index, |ddl, expr| {
        compile_expr_ddl_grouped(ddl.dialect, expr)
    })?;
    Ok(texts
        .into_iter()
        .zip(&index.elements)
        .map(|(text, element)| {
            let class = classes
                .zip(element_key(element))
                .and_then(|(classes, key)| classes.get(key));
            match class {
                Some(class) => format!("{text} {}", option_text(class)),
                None => text,
            }
        })
        .collect())
}

fn is_name_list(text: &str) -> bool {
    text.is_empty()
        || text.split(',').all(|name| {
            let name = name.trim();
            let quoted = name.len() > 2 && name.starts_with('"') && name.ends_with('"');
            let plain = !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'));
            quoted || plain
        })
}

/// `SET GENERATED ...` and `SET ...` for each attribute that differs, in alphabetical order.
fn identity_changes(new: &Identity, old: &Identity) -> String {
    let mut text = String::new();
    if new.always != old.always {
        let always = if new.always { "ALWAYS" } else { "BY DEFAULT" };
        text.push_str(&format!("SET GENERATED {always} "));
    }
    for changed in changed_options(&new.options, &old.options) {
        text.push_str(&format!("SET {} ", sequence_options(&changed)));
    }
    text
}

/// Each option that the new identity sets to something else, alone, in the order of their names.
fn changed_options(new: &SequenceOptions, old: &SequenceOptions) -> Vec<SequenceOptions> {
    let none = SequenceOptions::default();
    let candidates = [
        (
            new.cache != old.cache,
            SequenceOptions {
                cache: new.cache,
                ..none.clone()
            },
        ),
        (
            new.cycle != old.cycle,
            SequenceOptions {
                cycle: new.cycle,
                ..none.clone()
            },
        ),
        (
            new.increment != old.increment,
            SequenceOptions {
                increment: new.increment,
                ..none.clone()
            },
        ),
        (
            new.maxvalue != old.maxvalue,
            SequenceOptions {
                maxvalue: new.maxvalue,
                ..none.clone()
            },
        ),
        (
            new.minvalue != old.minvalue,
            SequenceOptions {
                minvalue: new.minvalue,
                ..none.clone()
            },
        ),
        (
            new.nomaxvalue != old.nomaxvalue,
            SequenceOptions {
                nomaxvalue: new.nomaxvalue,
                ..none.clone()
            },
        ),
        (
            new.nominvalue != old.nominvalue,
            SequenceOptions {
                nominvalue: new.nominvalue,
                ..none.clone()
            },
        ),
        (
            new.start != old.start,
            SequenceOptions {
                start: new.start,
                ..none.clone()
            },
        ),
    ];
    candidates
        .into_iter()
        // An option that is only left out now had its default before, as far as one can know.
        .filter(|(changed, option)| *changed && *option != none)
        .map(|(_, option)| option)
        .collect()
}
