//! Columns and their defaults.

use limbec_schema::{
    AddColumn, Autoincrement, Column, ColumnDefault, Computed, DropColumn, Identity, ServerDefault,
};

use super::super::model::default_of;
use super::{Item, RenderError, RenderHooks, Renderer, Text, flag};
use crate::config::pytext::repr;

impl<H: RenderHooks> Renderer<'_, H> {
    pub(super) fn add_column(&mut self, op: &AddColumn) -> Text<H> {
        let nullable = op.column.is_nullable();
        let column = self.column(&op.column, nullable)?;
        let column = column.unwrap_or_else(|| "None".to_owned());
        let prefix = self.prefix();
        if self.in_batch {
            return Ok(format!("{prefix}add_column({column})"));
        }
        let mut text = format!("{prefix}add_column({}, {column}", repr(&op.table));
        if let Some(schema) = op.schema.as_deref().filter(|schema| !schema.is_empty()) {
            text += &format!(", schema={}", repr(schema));
        }
        if op.if_not_exists {
            text += ", if_not_exists=True";
        }
        Ok(text + ")")
    }

    pub(super) fn drop_column(&self, op: &DropColumn) -> String {
        let (prefix, column) = (self.prefix(), repr(&op.column));
        if self.in_batch {
            return format!("{prefix}drop_column({column})");
        }
        let mut text = format!("{prefix}drop_column({}, {column}", repr(&op.table));
        if let Some(schema) = op.schema.as_deref().filter(|schema| !schema.is_empty()) {
            text += &format!(", schema={}", repr(schema));
        }
        if op.if_exists {
            text += ", if_exists=True";
        }
        text + ")"
    }

    /// `sa.Column(...)`; `None` where the hook leaves it out.
    pub(super) fn column(
        &mut self,
        column: &Column,
        nullable: bool,
    ) -> Result<Option<String>, RenderError<H::Error>> {
        if let Some(own) = self.item(Item::Column(column))? {
            return Ok(own);
        }
        let mut positional = String::new();
        let mut keywords = Vec::new();
        if let Some(default) = default_of(column)
            && let Some(text) = self.server_default(Some(&default))?
        {
            match default {
                ColumnDefault::Server(_) => keywords.push(format!("server_default={text}")),
                ColumnDefault::Identity(_) | ColumnDefault::Computed(_) => {
                    positional = format!("{text}, ");
                }
            }
        }
        match column.autoincrement {
            Autoincrement::Auto => {}
            Autoincrement::On => keywords.push("autoincrement=True".to_owned()),
            Autoincrement::Off => keywords.push("autoincrement=False".to_owned()),
            Autoincrement::IgnoreForeignKey => {
                keywords.push("autoincrement='ignore_fk'".to_owned());
            }
        }
        keywords.push(format!("nullable={}", flag(nullable)));
        if column.system {
            keywords.push("system=True".to_owned());
        }
        if let Some(comment) = &column.comment {
            keywords.push(format!("comment={}", repr(comment)));
        }
        for (name, value) in &column.options {
            keywords.push(format!("{name}={}", self.value(value)?));
        }
        let sql_type = self.sql_type(&column.sql_type)?;
        Ok(Some(format!(
            "{}Column({}, {sql_type}, {positional}{})",
            self.sa(),
            repr(&column.name),
            keywords.join(", ")
        )))
    }

    /// What stands behind `server_default=`, or beside it; `None` where the hook leaves it out.
    pub(super) fn server_default(
        &mut self,
        default: Option<&ColumnDefault>,
    ) -> Result<Option<String>, RenderError<H::Error>> {
        if let Some(own) = self.item(Item::Default(default))? {
            return Ok(own);
        }
        Ok(Some(match default {
            None => "None".to_owned(),
            Some(ColumnDefault::Computed(computed)) => self.computed(computed)?,
            Some(ColumnDefault::Identity(identity)) => self.identity(identity),
            Some(ColumnDefault::Server(ServerDefault::Literal(text))) => {
                let text = text.strip_prefix('\'').unwrap_or(text);
                repr(text.strip_suffix('\'').unwrap_or(text))
            }
            Some(ColumnDefault::Server(ServerDefault::Expr(expr))) => {
                let sql = self.sql(expr)?;
                let sql = self.settings.dialect.compare().default_in_script(sql);
                format!("{}text({})", self.sa(), repr(&sql))
            }
            Some(ColumnDefault::Server(ServerDefault::Fetched)) => {
                format!("{}FetchedValue()", self.sa())
            }
        }))
    }

    fn computed(&mut self, computed: &Computed) -> Text<H> {
        let sql = repr(&self.sql(&computed.expr)?);
        let persisted = computed
            .persisted
            .map_or(String::new(), |p| format!("persisted={}", flag(p)));
        Ok(format!("{}Computed({sql}, {persisted})", self.sa()))
    }

    fn identity(&self, identity: &Identity) -> String {
        let options = &identity.options;
        let mut args = vec![format!("always={}", flag(identity.always))];
        let mut add = |name: &str, value: Option<String>| {
            args.extend(value.map(|value| format!("{name}={value}")));
        };
        let number = |value: Option<i64>| value.map(|value| value.to_string());
        let truth = |value: Option<bool>| value.map(|value| flag(value).to_owned());
        add("on_null", truth(identity.on_null));
        add("start", number(options.start));
        add("increment", number(options.increment));
        add("minvalue", number(options.minvalue));
        add("maxvalue", number(options.maxvalue));
        add("nominvalue", truth(options.nominvalue));
        add("nomaxvalue", truth(options.nomaxvalue));
        add("cycle", truth(options.cycle));
        add("cache", number(options.cache));
        add("order", truth(options.order));
        format!("{}Identity({})", self.sa(), args.join(", "))
    }
}
