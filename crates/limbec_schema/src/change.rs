/// A part of something that an alteration either keeps or sets.
///
/// `ALTER` has three answers for every attribute: leave it alone, give it a value, or remove it.
/// Removal is `Set(None)` of a `Change<Option<T>>`, so that "not mentioned" and "removed" differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Change<T> {
    /// The attribute stays as it is.
    #[default]
    Keep,
    /// The attribute becomes this.
    Set(T),
}

impl<T> Change<T> {
    /// True where the attribute changes.
    pub fn is_set(&self) -> bool {
        matches!(self, Change::Set(_))
    }

    /// The new value, where there is one.
    pub fn as_set(&self) -> Option<&T> {
        match self {
            Change::Keep => None,
            Change::Set(value) => Some(value),
        }
    }
}
