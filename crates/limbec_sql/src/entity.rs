//! What a database has beside tables: views, functions, triggers, sequences, extensions and ENUM types.

use crate::meaning::Ask;
use crate::{Dialect, postgres, sqlite};

/// The entities of these schemas; `None` is the default one.
///
/// # Errors
/// What the database says.
pub fn entities<E>(
    dialect: &dyn Dialect,
    schemas: &[Option<String>],
    ask: &mut dyn Ask<E>,
) -> Result<Vec<Entity>, E> {
    match dialect.name() {
        "postgresql" => postgres::entities::entities(dialect, schemas, ask),
        "sqlite" => sqlite::entities::entities(dialect, ask),
        _ => Ok(Vec::new()),
    }
}

/// The ENUM types of these schemas; none where the database has no such types.
///
/// # Errors
/// What the database says.
pub fn enums<E>(
    dialect: &dyn Dialect,
    schemas: &[Option<String>],
    ask: &mut dyn Ask<E>,
) -> Result<Vec<FoundEnum>, E> {
    match dialect.name() {
        "postgresql" => postgres::enums::enums(schemas, ask),
        _ => Ok(Vec::new()),
    }
}

/// The kind of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum EntityKind {
    Extension,
    Sequence,
    Function,
    Procedure,
    View,
    MaterializedView,
    Trigger,
}

impl EntityKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Extension,
        Self::Sequence,
        Self::Function,
        Self::Procedure,
        Self::View,
        Self::MaterializedView,
        Self::Trigger,
    ];

    /// The words of SQL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Extension => "extension",
            Self::Sequence => "sequence",
            Self::Function => "function",
            Self::Procedure => "procedure",
            Self::View => "view",
            Self::MaterializedView => "materialized view",
            Self::Trigger => "trigger",
        }
    }
}

/// An entity of a database, or a declared one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its schema; `None` for the default one.
    pub schema: Option<String>,
    /// Its name alone.
    pub name: String,
    /// The table of a trigger.
    pub table: Option<String>,
    /// What tells it from others of its kind: a function has its arguments here, a trigger its table.
    pub identity: String,
    /// The statements that make it.
    pub create: Vec<String>,
    /// The statement that takes it away.
    pub drop: String,
    /// The statements that make another version into this one, where the database can do that.
    pub replace: Option<Vec<String>>,
    /// What must be equal for [`Entity::replace`] to be possible.
    pub shape: String,
    /// What it is, in the words of the database; equal texts are equal entities.
    pub meaning: String,
    /// The tables and views, and columns of them, that a view reads; an empty column stands for all of them.
    pub uses: Vec<Use>,
}

/// Something that a view reads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Use {
    /// The schema of the relation; `None` for the default one.
    pub schema: Option<String>,
    /// A table or a view.
    pub relation: String,
    /// A column of it.
    pub column: Option<String>,
}

impl Entity {
    /// `schema.identity`, or `identity`.
    pub fn shown(&self) -> String {
        match &self.schema {
            Some(schema) => format!("{schema}.{}", self.identity),
            None => self.identity.clone(),
        }
    }
}

/// An ENUM type of a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEnum {
    /// Its schema; `None` for the default one.
    pub schema: Option<String>,
    /// Its name.
    pub name: String,
    /// Its values in order.
    pub values: Vec<String>,
    /// The columns of that type, or of an array of it.
    pub columns: Vec<EnumColumn>,
    /// What must be dropped before such a column can change its type, and made anew afterwards: CHECK constraints and indexes
    /// that compare with a value.
    pub holders: Vec<Holder>,
}

/// A column of an ENUM type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnumColumn {
    /// The schema of the table; `None` for the default one.
    pub schema: Option<String>,
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// How deep the arrays are; 0 for the type itself.
    pub is_array: bool,
    /// The default, as the server writes it.
    pub default: Option<String>,
}

/// A part of a table that knows the type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The statement that takes it away.
    pub drop: String,
    /// The statement that makes it.
    pub create: String,
}
