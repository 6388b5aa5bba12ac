//! `alter_column`.

use limbec_schema::{AlterColumn, Change};

use super::{RenderHooks, Renderer, Text, flag, optional};
use crate::config::pytext::repr;

/// What Alembic puts before every argument of its own line.
const INDENT: &str = "           ";

impl<H: RenderHooks> Renderer<'_, H> {
    pub(super) fn alter_column(&mut self, op: &AlterColumn) -> Text<H> {
        let mut text = format!("{}alter_column(", self.prefix());
        if !self.in_batch {
            text += &format!("{}, ", repr(&op.table));
        }
        text += &repr(&op.column);
        let mut args = Vec::new();
        if let Some(existing) = &op.existing.sql_type {
            args.push(format!("existing_type={}", self.sql_type(existing)?));
        }
        if let Change::Set(default) = &op.server_default {
            let default = self.server_default(default.as_ref())?;
            args.push(format!(
                "server_default={}",
                default.unwrap_or_else(|| "None".to_owned())
            ));
        }
        if let Some(name) = &op.name {
            args.push(format!("new_column_name={}", repr(name)));
        }
        if let Some(sql_type) = &op.sql_type {
            args.push(format!("type_={}", self.sql_type(sql_type)?));
        }
        if let Some(sql_type) = op.sql_type.as_ref()
            && op.options.contains_key("postgresql_using")
            && !self.in_batch
        {
            let column = self.settings.dialect.quote(&op.column);
            let wanted = self.settings.dialect.type_ddl(sql_type)?;
            let text = if wanted.ends_with("[]") {
                "text[]"
            } else {
                "text"
            };
            args.push(format!(
                "postgresql_using={}",
                repr(&format!("{column}::{text}::{wanted}"))
            ));
        }
        if let Change::Set(nullable) = op.nullable {
            args.push(format!("nullable={}", flag(nullable)));
        }
        if let Change::Set(comment) = &op.comment {
            args.push(format!("comment={}", optional(comment.as_deref())));
        }
        if let Some(comment) = &op.existing.comment {
            args.push(format!("existing_comment={}", repr(comment)));
        }
        if let (Change::Keep, Some(nullable)) = (&op.nullable, op.existing.nullable) {
            args.push(format!("existing_nullable={}", flag(nullable)));
        }
        if let Some(autoincrement) = op.autoincrement {
            args.push(format!("autoincrement={}", flag(autoincrement)));
        }
        if let (Change::Keep, Change::Set(Some(default))) =
            (&op.server_default, &op.existing.server_default)
        {
            let default = self.server_default(Some(default))?;
            args.push(format!(
                "existing_server_default={}",
                default.unwrap_or_else(|| "None".to_owned())
            ));
        }
        if let Some(schema) = op.schema.as_deref().filter(|s| !s.is_empty())
            && !self.in_batch
        {
            args.push(format!("schema={}", repr(schema)));
        }
        for arg in args {
            text += &format!(",\n{INDENT}{arg}");
        }
        Ok(text + ")")
    }
}
