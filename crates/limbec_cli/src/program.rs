//! The name under which the program was started.

use std::path::Path;

/// The Alembic whose behaviour this version has.
pub const ALEMBIC_VERSION: &str = "1.20.1";

/// The program as the user knows it: `limbec`, or `alembic` where a link or a copy has that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Started as itself.
    Limbec,
    /// Started in place of Alembic.
    Alembic,
}

impl Program {
    /// The program of `argv[0]`.
    pub fn of(argv0: Option<&str>) -> Self {
        let stem = argv0.and_then(|path| Path::new(path).file_stem());
        match stem.and_then(|stem| stem.to_str()) {
            Some("alembic") => Program::Alembic,
            _ => Program::Limbec,
        }
    }

    /// The name for messages.
    pub fn name(self) -> &'static str {
        match self {
            Program::Limbec => "limbec",
            Program::Alembic => "alembic",
        }
    }

    /// What `--version` says after the name.
    pub fn version(self) -> String {
        let own = env!("CARGO_PKG_VERSION");
        match self {
            Program::Limbec => format!("{own} (Alembic {ALEMBIC_VERSION})"),
            Program::Alembic => format!("{ALEMBIC_VERSION} (limbec {own})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_named_alembic_is_alembic() {
        assert_eq!(Program::of(Some("/usr/bin/alembic")), Program::Alembic);
        assert_eq!(Program::of(Some("alembic.exe")), Program::Alembic);
        assert_eq!(Program::of(Some("./limbec")), Program::Limbec);
        assert_eq!(Program::of(None), Program::Limbec);
    }
}
