//! Scripts inside of the program.

/// A history that [`embed!`](crate::embed) has put into the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Embedded {
    folder: &'static str,
    scripts: &'static [EmbeddedScript],
}

/// A script in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmbeddedScript {
    /// The name of the file.
    pub name: &'static str,
    /// Its text.
    pub source: &'static str,
}

impl Embedded {
    /// The scripts of a folder. [`embed!`](crate::embed) calls this, once they have been checked.
    #[must_use]
    pub const fn new(folder: &'static str, scripts: &'static [EmbeddedScript]) -> Self {
        Self { folder, scripts }
    }

    /// The folder, as it was when the program was compiled.
    #[must_use]
    pub fn folder(&self) -> &'static str {
        self.folder
    }

    /// The scripts, by name.
    #[must_use]
    pub fn scripts(&self) -> &'static [EmbeddedScript] {
        self.scripts
    }
}
