use indexmap::IndexMap;

/// What a naming convention names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum NamingKind {
    Index,
    Unique,
    Check,
    ForeignKey,
    PrimaryKey,
}

/// The templates of `MetaData(naming_convention={...})`.
///
/// The tokens are those of SQLAlchemy: `%(table_name)s`, `%(column_0_name)s`,
/// `%(column_0_N_name)s`, `%(referred_table_name)s`, `%(constraint_name)s` ...
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamingConvention {
    /// The template by kind.
    pub templates: IndexMap<NamingKind, String>,
}

/// A template that cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConventionError {
    /// What is wrong, in SQLAlchemy's words.
    pub message: String,
}

impl std::fmt::Display for ConventionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ConventionError {}
