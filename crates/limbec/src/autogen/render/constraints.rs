//! Constraints, inside a new table and as operations of their own.

use limbec_schema::{
    AddConstraint, CheckConstraint, Constraint, ConstraintName, DropConstraint, ExcludeConstraint,
    Expr, ForeignKeyConstraint, Options, Timing, UniqueConstraint,
};

use super::{Item, RenderError, RenderHooks, Renderer, Text, flag, list};
use crate::config::pytext::repr;

impl<H: RenderHooks> Renderer<'_, H> {
    /// The constraint as an argument of `create_table`; `None` where the hook leaves it out or its
    /// type makes it.
    pub(super) fn inline_constraint(
        &mut self,
        constraint: &Constraint,
    ) -> Result<Option<String>, RenderError<H::Error>> {
        if let Some(own) = self.item(Item::Constraint(constraint))? {
            return Ok(own);
        }
        Ok(match constraint {
            Constraint::PrimaryKey(key) if key.columns.is_empty() => None,
            Constraint::PrimaryKey(key) => {
                let mut args: Vec<String> = key.columns.iter().map(|name| repr(name)).collect();
                args.extend(self.name_argument(&key.name));
                Some(format!(
                    "{}PrimaryKeyConstraint({})",
                    self.sa(),
                    args.join(", ")
                ))
            }
            Constraint::ForeignKey(key) => Some(self.inline_foreign_key(key)?),
            Constraint::Unique(unique) => {
                let mut args: Vec<String> = unique.columns.iter().map(|name| repr(name)).collect();
                args.extend(timing(&unique.timing));
                args.extend(self.name_argument(&unique.name));
                args.extend(self.options(&unique.options)?);
                Some(format!(
                    "{}UniqueConstraint({})",
                    self.sa(),
                    args.join(", ")
                ))
            }
            Constraint::Check(check) if check.type_bound.is_some() => None,
            Constraint::Check(check) => {
                let mut args = vec![repr(&self.sql(&check.expr)?)];
                args.extend(self.name_argument(&check.name));
                Some(format!("{}CheckConstraint({})", self.sa(), args.join(", ")))
            }
            Constraint::Exclude(exclude) => {
                let import = "from sqlalchemy.dialects import postgresql";
                self.imports.insert(import.to_owned());
                let mut args = self.exclude_elements(exclude)?;
                args.extend(exclude_options(exclude));
                args.extend(self.name_argument(&exclude.name));
                Some(format!("postgresql.ExcludeConstraint({})", args.join(", ")))
            }
        })
    }

    fn name_argument(&self, name: &ConstraintName) -> Option<String> {
        (!name.is_unnamed()).then(|| format!("name={}", self.name(name)))
    }

    fn options(&mut self, options: &Options) -> Result<Vec<String>, RenderError<H::Error>> {
        let mut args = Vec::new();
        for (name, value) in options {
            args.push(format!("{name}={}", self.value(value)?));
        }
        Ok(args)
    }

    fn inline_foreign_key(&mut self, key: &ForeignKeyConstraint) -> Text<H> {
        let table = match &key.ref_schema {
            Some(schema) => format!("{schema}.{}", key.ref_table),
            None => key.ref_table.clone(),
        };
        let targets: Vec<String> = key
            .ref_columns
            .iter()
            .map(|column| format!("{table}.{column}"))
            .collect();
        let mut args: Vec<String> = self.name_argument(&key.name).into_iter().collect();
        let mut add = |name: &str, value: Option<&str>| {
            let value = value.filter(|value| !value.is_empty());
            args.extend(value.map(|value| format!("{name}={}", repr(value))));
        };
        add("onupdate", key.onupdate.as_deref());
        add("ondelete", key.ondelete.as_deref());
        add("initially", key.timing.initially.as_deref());
        if key.timing.deferrable == Some(true) {
            args.push("deferrable=True".to_owned());
        }
        if key.use_alter {
            args.push("use_alter=True".to_owned());
        }
        if let Some(text) = &key.match_type {
            args.push(format!("match={}", repr(text)));
        }
        args.extend(self.options(&key.options)?);
        // The blank behind the comma is Alembic's, whether an argument follows or not.
        Ok(format!(
            "{}ForeignKeyConstraint({}, {}, {})",
            self.sa(),
            list(&key.columns),
            list(&targets),
            args.join(", ")
        ))
    }

    pub(super) fn add_constraint(&mut self, op: &AddConstraint) -> Text<H> {
        match &op.constraint {
            Constraint::ForeignKey(key) => self.add_foreign_key(op, key),
            Constraint::Unique(unique) => self.add_unique(op, unique),
            Constraint::Check(check) => self.add_check(op, check),
            Constraint::Exclude(exclude) => self.add_exclude(op, exclude),
            Constraint::PrimaryKey(_) => Err(RenderError::Unsupported(
                "create_primary_key has no rendering as a script".to_owned(),
            )),
        }
    }

    /// The name, and outside of a batch the table.
    fn head(&self, name: &ConstraintName, table: &str) -> Vec<String> {
        let mut args = vec![self.name(name)];
        if !self.in_batch {
            args.push(repr(table));
        }
        args
    }

    fn schema(&self, schema: Option<&str>, keyword: &str) -> Option<String> {
        let schema = schema.filter(|schema| !schema.is_empty() && !self.in_batch)?;
        Some(format!("{keyword}={}", repr(schema)))
    }

    fn add_foreign_key(&mut self, op: &AddConstraint, key: &ForeignKeyConstraint) -> Text<H> {
        let mut args = self.head(&key.name, &op.table);
        args.push(repr(&key.ref_table));
        args.push(list(&key.columns));
        args.push(list(&key.ref_columns));
        args.extend(self.schema(op.schema.as_deref(), "source_schema"));
        let mut add = |name: &str, value: Option<&str>| {
            let value = value.filter(|value| !value.is_empty());
            args.extend(value.map(|value| format!("{name}={}", repr(value))));
        };
        add("referent_schema", key.ref_schema.as_deref());
        add("onupdate", key.onupdate.as_deref());
        add("ondelete", key.ondelete.as_deref());
        add("initially", key.timing.initially.as_deref());
        if key.timing.deferrable == Some(true) {
            args.push("deferrable=True".to_owned());
        }
        if key.use_alter {
            args.push("use_alter=True".to_owned());
        }
        if let Some(text) = &key.match_type {
            args.push(format!("match={}", repr(text)));
        }
        args.extend(self.options(&key.options)?);
        Ok(format!(
            "{}create_foreign_key({})",
            self.prefix(),
            args.join(", ")
        ))
    }

    fn add_unique(&mut self, op: &AddConstraint, unique: &UniqueConstraint) -> Text<H> {
        let mut args = self.head(&unique.name, &op.table);
        args.push(list(&unique.columns));
        args.extend(timing(&unique.timing));
        args.extend(self.schema(op.schema.as_deref(), "schema"));
        args.extend(self.options(&unique.options)?);
        Ok(format!(
            "{}create_unique_constraint({})",
            self.prefix(),
            args.join(", ")
        ))
    }

    fn add_check(&mut self, op: &AddConstraint, check: &CheckConstraint) -> Text<H> {
        let mut args = self.head(&check.name, &op.table);
        args.push(repr(&self.sql(&check.expr)?));
        args.extend(self.schema(op.schema.as_deref(), "schema"));
        args.extend(self.options(&check.options)?);
        Ok(format!(
            "{}create_check_constraint({})",
            self.prefix(),
            args.join(", ")
        ))
    }

    fn add_exclude(&mut self, op: &AddConstraint, exclude: &ExcludeConstraint) -> Text<H> {
        let mut args = self.head(&exclude.name, &op.table);
        args.extend(self.exclude_elements(exclude)?);
        args.extend(exclude_options(exclude));
        args.extend(self.schema(op.schema.as_deref(), "schema"));
        Ok(format!(
            "{}create_exclude_constraint({})",
            self.prefix(),
            args.join(", ")
        ))
    }

    fn exclude_elements(
        &mut self,
        exclude: &ExcludeConstraint,
    ) -> Result<Vec<String>, RenderError<H::Error>> {
        let mut args = Vec::new();
        for element in &exclude.elements {
            let subject = match &element.expr {
                Expr::Column(column) => format!("{}column({})", self.sa(), repr(&column.name)),
                Expr::Raw { text, .. } => format!("{}literal_column({})", self.sa(), repr(text)),
                other => format!("{}text({})", self.sa(), repr(&self.sql(other)?)),
            };
            args.push(format!("({subject}, {})", repr(&element.operator)));
        }
        if let Some(predicate) = &exclude.predicate {
            let sql = repr(&self.sql(predicate)?);
            args.push(format!("where={}text({sql})", self.sa()));
        }
        Ok(args)
    }

    pub(super) fn drop_constraint(&mut self, op: &DropConstraint) -> Vec<String> {
        let mut lines = Vec::new();
        if op.name.is_unnamed() {
            self.hooks.warn(&format!(
                "Autogenerate rendered a drop_constraint() directive for an unnamed constraint on \
                 table {}; the migration will fail unless a constraint name is added to the \
                 directive.  Consider using a naming convention so that constraint names are known \
                 ahead of time.",
                repr(&op.table)
            ));
            lines.extend(
                [
                    "# WARNING: constraint name is None; this directive will fail as",
                    "# rendered.  Add a name, or use a naming convention; see",
                    "# https://alembic.sqlalchemy.org/en/latest/naming.html",
                ]
                .map(str::to_owned),
            );
        }
        let mut args = self.head(&op.name, &op.table);
        args.extend(self.schema(op.schema.as_deref(), "schema"));
        if let Some(kind) = &op.kind {
            args.push(format!("type_={}", repr(kind)));
        }
        if op.if_exists {
            args.push("if_exists=True".to_owned());
        }
        lines.push(format!(
            "{}drop_constraint({})",
            self.prefix(),
            args.join(", ")
        ));
        lines
    }
}

fn timing(timing: &Timing) -> Vec<String> {
    let mut args = Vec::new();
    if let Some(true) = timing.deferrable {
        args.push(format!("deferrable={}", flag(true)));
    }
    if let Some(initially) = timing.initially.as_deref().filter(|word| !word.is_empty()) {
        args.push(format!("initially={}", repr(initially)));
    }
    args
}

fn exclude_options(exclude: &ExcludeConstraint) -> Vec<String> {
    let mut args = timing(&exclude.timing);
    if let Some(using) = &exclude.using {
        args.push(format!("using={}", repr(using)));
    }
    args
}
