//! From the answers about a table to the table, as `Table(name, metadata, autoload_with=...)`
//! builds it in SQLAlchemy.

use limbec_schema::{
    Autoincrement, CheckConstraint, Column, Computed, Constraint, ConstraintName, Expr,
    ForeignKeyConstraint, Index, IndexElement, NullsOrder, OptionValue, Options,
    PrimaryKeyConstraint, ServerDefault, SqlType, Table, Timing, UnaryOp, UniqueConstraint,
};

use super::{
    ReflectedCheck, ReflectedColumn, ReflectedForeignKey, ReflectedIndex, ReflectedPrimaryKey,
    ReflectedUnique,
};

/// All that was found about a table.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct TableParts {
    pub name: String,
    pub schema: Option<String>,
    pub columns: Vec<ReflectedColumn>,
    pub primary_key: ReflectedPrimaryKey,
    pub foreign_keys: Vec<ReflectedForeignKey>,
    pub indexes: Vec<ReflectedIndex>,
    pub unique_constraints: Vec<ReflectedUnique>,
    pub check_constraints: Vec<ReflectedCheck>,
    pub comment: Option<String>,
    pub options: Options,
}

/// Puts the parts together. An index that only stands behind a constraint is left to it, as
/// SQLAlchemy leaves it.
pub fn assemble(parts: TableParts) -> Table {
    let TableParts {
        name,
        schema,
        columns,
        primary_key,
        ..
    } = parts;
    let mut columns: Vec<Column> = columns
        .into_iter()
        .map(|found| column(found, &primary_key))
        .collect();
    columns.shrink_to_fit();
    let mut constraints = Vec::new();
    if !primary_key.constrained_columns.is_empty() {
        constraints.push(Constraint::PrimaryKey(PrimaryKeyConstraint {
            name: found_name(primary_key.name),
            columns: primary_key.constrained_columns,
            comment: primary_key.comment,
            options: primary_key.dialect_options,
            ..PrimaryKeyConstraint::default()
        }));
    }
    let foreign_keys = parts.foreign_keys.into_iter().map(foreign_key);
    constraints.extend(foreign_keys.map(Constraint::ForeignKey));
    let indexes = parts
        .indexes
        .into_iter()
        .filter(|found| found.duplicates_constraint.is_none())
        .map(|found| index(found, &name, schema.as_deref()))
        .collect();
    for unique in parts.unique_constraints {
        if unique.duplicates_index.is_none() {
            constraints.push(Constraint::Unique(UniqueConstraint {
                name: found_name(unique.name),
                columns: unique.column_names,
                comment: unique.comment,
                options: unique.dialect_options,
                ..UniqueConstraint::default()
            }));
        }
    }
    for check in parts.check_constraints {
        constraints.push(Constraint::Check(CheckConstraint {
            name: found_name(check.name),
            expr: reflected_text(&check.sqltext),
            timing: Timing::default(),
            comment: check.comment,
            options: check.dialect_options,
            type_bound: None,
        }));
    }
    constraints.shrink_to_fit();
    Table {
        name,
        schema,
        columns,
        constraints,
        indexes,
        comment: parts.comment,
        options: parts.options,
        ..Table::default()
    }
}

fn column(column: ReflectedColumn, key: &ReflectedPrimaryKey) -> Column {
    let primary_key = key.constrained_columns.contains(&column.name);
    Column {
        nullable: Some(column.nullable),
        primary_key,
        autoincrement: match column.autoincrement {
            None => Autoincrement::Auto,
            Some(true) => Autoincrement::On,
            Some(false) => Autoincrement::Off,
        },
        server_default: column
            .default
            .map(|default| ServerDefault::expr(reflected_text(&default))),
        computed: column.computed.map(|computed| {
            Box::new(Computed {
                expr: reflected_text(&computed.sqltext),
                persisted: Some(computed.persisted),
            })
        }),
        identity: column.identity,
        comment: column.comment,
        options: column.dialect_options,
        ..Column::new(column.name, column.sql_type)
    }
}

fn foreign_key(key: ReflectedForeignKey) -> ForeignKeyConstraint {
    let string = |name: &str| {
        key.options
            .get(name)
            .and_then(OptionValue::as_str)
            .map(str::to_owned)
    };
    let deferrable = match key.options.get("deferrable") {
        Some(OptionValue::Bool(value)) => Some(*value),
        _ => None,
    };
    ForeignKeyConstraint {
        ondelete: string("ondelete"),
        onupdate: string("onupdate"),
        match_type: string("match"),
        timing: Timing {
            deferrable,
            initially: string("initially"),
        },
        name: found_name(key.name),
        columns: key.constrained_columns,
        ref_schema: key.referred_schema,
        ref_table: key.referred_table,
        ref_columns: key.referred_columns,
        comment: key.comment,
        ..ForeignKeyConstraint::default()
    }
}

fn index(found: ReflectedIndex, table: &str, schema: Option<&str>) -> Index {
    let sorting = |column: &str| {
        found
            .column_sorting
            .iter()
            .find(|(sorted, _)| sorted == column)
            .map(|(_, words)| words.as_slice())
    };
    let mut elements = Vec::with_capacity(found.column_names.len());
    for (place, column) in found.column_names.iter().enumerate() {
        let expression = found.expressions.as_ref().and_then(|all| all.get(place));
        match (column, expression) {
            (Some(column), _) => elements.push(match sorting(column) {
                None => IndexElement::Column(column.clone()),
                Some(words) => IndexElement::Expr(Box::new(sorted(column, words))),
            }),
            (None, Some(expression)) => {
                elements.push(IndexElement::Expr(Box::new(reflected_text(expression))));
            }
            (None, None) => {}
        }
    }
    Index {
        name: found_name(found.name),
        table: table.to_owned(),
        schema: schema.map(str::to_owned),
        elements,
        unique: found.unique,
        quote: None,
        options: found.dialect_options,
    }
}

fn sorted(column: &str, words: &[String]) -> Expr {
    let mut expr = Expr::column(column, SqlType::Null);
    for word in words {
        expr = match word.as_str() {
            "asc" => unary(UnaryOp::Asc, expr),
            "desc" => unary(UnaryOp::Desc, expr),
            "nulls_first" => nulls(NullsOrder::First, expr),
            "nulls_last" => nulls(NullsOrder::Last, expr),
            _ => expr,
        };
    }
    expr
}

fn nulls(order: NullsOrder, operand: Expr) -> Expr {
    Expr::Nulls {
        operand: Box::new(operand),
        order,
    }
}

fn unary(op: UnaryOp, operand: Expr) -> Expr {
    Expr::Unary {
        op,
        operand: Box::new(operand),
    }
}

/// A name that is in the database. SQLAlchemy holds it as a plain string, to which a naming
/// convention may apply again; who rebuilds a table makes it final first.
fn found_name(name: Option<String>) -> ConstraintName {
    ConstraintName::from(name)
}

/// SQL found in the database as `sa.text()`, its colons protected, because `:name` would be a
/// parameter there.
pub fn reflected_text(sql: &str) -> Expr {
    let mut out = String::with_capacity(sql.len());
    let mut before = ' ';
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        let free = before != ':' && before != '\\' && !before.is_alphanumeric() && before != '_';
        let name_follows = rest
            .peek()
            .is_some_and(|n| n.is_alphanumeric() || *n == '_');
        if c == ':' && free && name_follows {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    Expr::text(out)
}
