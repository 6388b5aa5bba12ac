//! Tables, their comments, and indexes.

use limbec_schema::{
    CreateIndex, CreateTable, DropIndex, DropTable, DropTableComment, Expr, Index, IndexElement,
    RenameTable, TableComment,
};

use super::super::model::is_nullable;
use super::{RenderError, RenderHooks, Renderer, Text, flag, optional};
use crate::config::pytext::repr;

/// The most arguments that Alembic writes one by one.
const MOST_ARGUMENTS: usize = 255;

impl<H: RenderHooks> Renderer<'_, H> {
    pub(super) fn create_table(&mut self, op: &CreateTable) -> Text<H> {
        let table = &op.table;
        let mut args = Vec::new();
        for column in &table.columns {
            let nullable = is_nullable(table, column);
            args.extend(self.column(column, nullable)?);
        }
        let mut constraints = Vec::new();
        for constraint in &table.constraints {
            constraints.extend(self.inline_constraint(constraint)?);
        }
        constraints.sort();
        args.extend(constraints);
        let args = if args.len() > MOST_ARGUMENTS {
            format!("*[{}]", args.join(",\n"))
        } else {
            args.join(",\n")
        };
        let name = repr(&table.name);
        let mut text = format!("{}create_table({name},\n{args}", self.prefix());
        if let Some(schema) = table.schema.as_deref().filter(|schema| !schema.is_empty()) {
            text += &format!(",\nschema={}", repr(schema));
        }
        if let Some(comment) = &table.comment {
            text += &format!(",\ncomment={}", repr(comment));
        }
        let mut options: Vec<_> = table.options.iter().collect();
        options.sort_by_key(|(name, _)| name.as_str());
        for (name, value) in options {
            let value = self.value(value)?;
            text += &format!(",\n{}={value}", name.replace(' ', "_"));
        }
        if !table.prefixes.is_empty() {
            let prefixes: Vec<String> = table.prefixes.iter().map(|p| format!("'{p}'")).collect();
            text += &format!(",\nprefixes=[{}]", prefixes.join(", "));
        }
        if op.if_not_exists {
            text += ",\nif_not_exists=True";
        }
        Ok(text + "\n)")
    }

    pub(super) fn drop_table(&self, op: &DropTable) -> String {
        let mut text = format!("{}drop_table({}", self.prefix(), repr(&op.name));
        if let Some(schema) = op.schema.as_deref().filter(|schema| !schema.is_empty()) {
            text += &format!(", schema={}", repr(schema));
        }
        if op.if_exists {
            text += ", if_exists=True";
        }
        text + ")"
    }

    pub(super) fn rename_table(&self, op: &RenameTable) -> String {
        let schema = match &op.schema {
            Some(schema) => format!(", schema={}", repr(schema)),
            None => String::new(),
        };
        let (old, new) = (repr(&op.old_name), repr(&op.new_name));
        format!("{}rename_table({old}, {new}{schema})", self.prefix())
    }

    pub(super) fn create_index(&mut self, op: &CreateIndex) -> Text<H> {
        let index = &op.index;
        let mut elements = Vec::new();
        for element in &index.elements {
            elements.push(self.index_element(element)?);
        }
        let mut args = vec![self.name(&index.name)];
        if !self.in_batch {
            args.push(repr(&index.table));
        }
        args.push(format!("[{}]", elements.join(", ")));
        args.push(format!("unique={}", flag(index.unique)));
        args.extend(self.index_schema(index.schema.as_deref()));
        args.extend(self.index_options(index)?);
        if op.if_not_exists {
            args.push("if_not_exists=True".to_owned());
        }
        Ok(format!(
            "{}create_index({})",
            self.prefix(),
            args.join(", ")
        ))
    }

    pub(super) fn drop_index(&mut self, op: &DropIndex) -> Text<H> {
        let mut args = vec![self.name(&op.name)];
        if !self.in_batch {
            args.push(format!("table_name={}", optional(op.table.as_deref())));
        }
        args.extend(self.index_schema(op.schema.as_deref()));
        for (name, value) in &op.options {
            args.push(format!("{name}={}", self.value(value)?));
        }
        if op.if_exists {
            args.push("if_exists=True".to_owned());
        }
        Ok(format!("{}drop_index({})", self.prefix(), args.join(", ")))
    }

    fn index_schema(&self, schema: Option<&str>) -> Option<String> {
        let schema = schema.filter(|schema| !schema.is_empty() && !self.in_batch)?;
        Some(format!("schema={}", repr(schema)))
    }

    fn index_options(&mut self, index: &Index) -> Result<Vec<String>, RenderError<H::Error>> {
        let mut options = Vec::new();
        for (name, value) in &index.options {
            options.push(format!("{name}={}", self.value(value)?));
        }
        Ok(options)
    }

    fn index_element(&mut self, element: &IndexElement) -> Text<H> {
        let expr = match element {
            IndexElement::Column(name) => return Ok(repr(name)),
            IndexElement::Expr(expr) => expr,
        };
        let dialect = self.settings.dialect;
        let (inner, label) = match &**expr {
            Expr::Label { operand, name, .. } => (&**operand, Some(name)),
            other => (other, None),
        };
        let sql = if dialect.features().grouped_index_expressions {
            limbec_sql::compile_expr_ddl_grouped(dialect, inner)?
        } else {
            limbec_sql::compile_expr_ddl(dialect, inner)?
        };
        let text = format!("{}literal_column({})", self.sa(), repr(&sql));
        Ok(match label {
            Some(name) => format!("{text}.label({})", repr(name)),
            None => text,
        })
    }

    pub(super) fn table_comment(&self, op: &TableComment) -> String {
        let mut args = vec![
            optional(op.comment.as_deref()),
            format!("existing_comment={}", optional(op.existing.as_deref())),
        ];
        self.place_of_comment(&op.table, op.schema.as_deref(), &mut args);
        format!(
            "{}create_table_comment(\n    {}\n)",
            self.prefix(),
            args.join(",\n    ")
        )
    }

    pub(super) fn drop_table_comment(&self, op: &DropTableComment) -> String {
        let mut args = vec![format!(
            "existing_comment={}",
            optional(op.existing.as_deref())
        )];
        self.place_of_comment(&op.table, op.schema.as_deref(), &mut args);
        format!(
            "{}drop_table_comment(\n    {}\n)",
            self.prefix(),
            args.join(",\n    ")
        )
    }

    fn place_of_comment(&self, table: &str, schema: Option<&str>, args: &mut Vec<String>) {
        if self.in_batch {
            return;
        }
        args.insert(0, format!("'{table}'"));
        let schema = schema.map_or_else(|| "None".to_owned(), |schema| format!("'{schema}'"));
        args.push(format!("schema={schema}"));
    }
}
