//! What an inspector finds: one struct a word, with the values that SQLAlchemy's dictionaries have.

use limbec_schema::{Identity, Options, SqlType};

/// A column: `get_columns`.
#[derive(Debug, Clone, PartialEq)]
pub struct ReflectedColumn {
    /// The name.
    pub name: String,
    /// The type.
    pub sql_type: SqlType,
    /// Whether NULL is allowed.
    pub nullable: bool,
    /// The text of the default, as the database keeps it.
    pub default: Option<String>,
    /// SQLite: the column's place in the primary key, from 1, or 0. Other databases do not say.
    pub primary_key: Option<i64>,
    /// Whether the server numbers rows; only some databases say.
    pub autoincrement: Option<bool>,
    /// `GENERATED ALWAYS AS`.
    pub computed: Option<ReflectedComputed>,
    /// `GENERATED ... AS IDENTITY`.
    pub identity: Option<Box<Identity>>,
    /// The comment, where the database has comments.
    pub comment: Option<String>,
    /// Options that only this database has.
    pub dialect_options: Options,
}

/// The expression of a generated column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReflectedComputed {
    /// The expression; empty where it could not be found in the text.
    pub sqltext: String,
    /// `STORED`.
    pub persisted: bool,
}

/// A primary key: `get_pk_constraint`. No columns means no key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedPrimaryKey {
    /// The name, where it has one.
    pub name: Option<String>,
    /// The columns, in the order of the key.
    pub constrained_columns: Vec<String>,
    /// The comment.
    pub comment: Option<String>,
    /// Options that only this database has.
    pub dialect_options: Options,
}

/// A foreign key: `get_foreign_keys`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedForeignKey {
    /// The name, where it has one.
    pub name: Option<String>,
    /// The columns here.
    pub constrained_columns: Vec<String>,
    /// The schema of the other table.
    pub referred_schema: Option<String>,
    /// The other table.
    pub referred_table: String,
    /// The columns there.
    pub referred_columns: Vec<String>,
    /// `ondelete`, `onupdate`, `deferrable`, `initially`, `match`: only those that are said, in the
    /// order of SQLAlchemy's dictionary.
    pub options: Options,
    /// The comment.
    pub comment: Option<String>,
}

/// A unique constraint: `get_unique_constraints`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedUnique {
    /// The name, where it has one.
    pub name: Option<String>,
    /// The columns.
    pub column_names: Vec<String>,
    /// The index that stands behind it, where the database shows that as an index too.
    pub duplicates_index: Option<String>,
    /// The comment.
    pub comment: Option<String>,
    /// Options that only this database has.
    pub dialect_options: Options,
}

/// A check constraint: `get_check_constraints`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedCheck {
    /// The name, where it has one.
    pub name: Option<String>,
    /// The condition.
    pub sqltext: String,
    /// The comment.
    pub comment: Option<String>,
    /// Options that only this database has.
    pub dialect_options: Options,
}

/// An index: `get_indexes`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedIndex {
    /// The name.
    pub name: Option<String>,
    /// The columns; `None` where an expression stands.
    pub column_names: Vec<Option<String>>,
    /// Columns and expressions, where there is an expression.
    pub expressions: Option<Vec<String>>,
    /// Whether it is unique.
    pub unique: bool,
    /// The constraint whose index it is, where the database shows both.
    pub duplicates_constraint: Option<String>,
    /// Columns that are stored but not indexed.
    pub include_columns: Option<Vec<String>>,
    /// `desc`, `nulls_first` ... by column.
    pub column_sorting: Vec<(String, Vec<String>)>,
    /// Options that only this database has, such as `sqlite_where`.
    pub dialect_options: Options,
}

/// A type of named values: `get_enums`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReflectedEnum {
    /// The name.
    pub name: String,
    /// The schema.
    pub schema: String,
    /// Whether the name is found without its schema.
    pub visible: bool,
    /// The values in their order.
    pub labels: Vec<String>,
}

/// A type with conditions: `get_domains`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReflectedDomain {
    /// The name.
    pub name: String,
    /// The schema.
    pub schema: String,
    /// Whether the name is found without its schema.
    pub visible: bool,
    /// The type it stands for, without parameters (so does SQLAlchemy).
    pub base_type: String,
    /// Whether NULL is allowed.
    pub nullable: bool,
    /// The text of the default.
    pub default: Option<String>,
    /// The CHECK constraints: name and condition, by name.
    pub constraints: Vec<(String, String)>,
    /// The collation.
    pub collation: Option<String>,
}
