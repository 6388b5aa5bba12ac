//! Operations in a few words, for programs.

use limbec_schema::{Constraint, Operation};

use super::Directive;

/// An operation by its kind and its subject.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Summary {
    /// The name of the directive: `add_column` ...
    pub op: &'static str,
    pub schema: Option<String>,
    pub table: Option<String>,
    /// The column, the index or the constraint.
    pub name: Option<String>,
}

/// The operations, those of one table one by one.
pub fn summaries(directives: &[Directive]) -> Vec<Summary> {
    directives
        .iter()
        .flat_map(|directive| match directive {
            Directive::Operation(operation) => vec![summary(operation)],
            Directive::ModifyTable(modify) => summaries(&modify.ops),
            Directive::Statements(statements) => vec![Summary {
                op: statements.op,
                schema: statements.schema.clone(),
                table: statements.table.clone(),
                name: Some(statements.name.clone()),
            }],
            Directive::Custom(custom) => summaries(&custom.forth),
            Directive::Lines(_) => vec![Summary {
                op: "custom",
                ..Summary::default()
            }],
        })
        .collect()
}

fn summary(operation: &Operation) -> Summary {
    let place = |op, schema: &Option<String>, table: &str, name: Option<&str>| Summary {
        op,
        schema: schema.clone(),
        table: Some(table.to_owned()),
        name: name.map(str::to_owned),
    };
    match operation {
        Operation::CreateTable(op) => place("create_table", &op.table.schema, &op.table.name, None),
        Operation::DropTable(op) => place("drop_table", &op.schema, &op.name, None),
        Operation::RenameTable(op) => {
            place("rename_table", &op.schema, &op.old_name, Some(&op.new_name))
        }
        Operation::AddColumn(op) => {
            place("add_column", &op.schema, &op.table, Some(&op.column.name))
        }
        Operation::DropColumn(op) => place("drop_column", &op.schema, &op.table, Some(&op.column)),
        Operation::AlterColumn(op) => {
            place("alter_column", &op.schema, &op.table, Some(&op.column))
        }
        Operation::CreateIndex(op) => {
            let index = &op.index;
            place(
                "create_index",
                &index.schema,
                &index.table,
                index.name.as_str(),
            )
        }
        Operation::DropIndex(op) => {
            let table = op.table.as_deref().unwrap_or_default();
            place("drop_index", &op.schema, table, op.name.as_str())
        }
        Operation::AddConstraint(op) => {
            let kind = match &op.constraint {
                Constraint::PrimaryKey(_) => "create_primary_key",
                Constraint::ForeignKey(_) => "create_foreign_key",
                Constraint::Unique(_) => "create_unique_constraint",
                Constraint::Check(_) => "create_check_constraint",
                Constraint::Exclude(_) => "create_exclude_constraint",
            };
            place(kind, &op.schema, &op.table, op.constraint.name().as_str())
        }
        Operation::DropConstraint(op) => {
            place("drop_constraint", &op.schema, &op.table, op.name.as_str())
        }
        Operation::TableComment(op) => place("create_table_comment", &op.schema, &op.table, None),
        Operation::DropTableComment(op) => place("drop_table_comment", &op.schema, &op.table, None),
        Operation::BulkInsert(op) => place("bulk_insert", &op.table.schema, &op.table.name, None),
        Operation::Execute(_) => Summary {
            op: "execute",
            ..Summary::default()
        },
        Operation::Batch(op) => place("batch_alter_table", &op.schema, &op.table, None),
    }
}
