/// The name of a constraint or an index, as far as a script has settled it.
///
/// A naming convention applies to names that are missing or that stand for the
/// `%(constraint_name)s` token; a name marked by `op.f()` (SQLAlchemy's `conv`) is final.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum ConstraintName {
    /// No name was given: the convention or the server chooses one.
    #[default]
    Unnamed,
    /// A name that a naming convention may still embed.
    Plain(String),
    /// A finished name, never changed by a convention.
    Final(String),
}

impl ConstraintName {
    /// The name as far as it is known.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            ConstraintName::Unnamed => None,
            ConstraintName::Plain(name) | ConstraintName::Final(name) => Some(name),
        }
    }

    /// True where no name was given.
    pub fn is_unnamed(&self) -> bool {
        matches!(self, ConstraintName::Unnamed)
    }
}

impl From<Option<String>> for ConstraintName {
    fn from(name: Option<String>) -> Self {
        name.map_or(ConstraintName::Unnamed, ConstraintName::Plain)
    }
}
