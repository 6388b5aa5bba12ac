//! The scripts of a folder, and whether they are one history.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use limbec_graph::{Revision, RevisionMap};
use limbec_script::{Header, SqlScript, TextError, is_script, read_header};

/// A script.
pub(crate) struct Found {
    pub name: String,
    pub path: PathBuf,
}

/// The scripts of a folder by name.
pub(crate) fn scripts(folder: &Path) -> Result<Vec<Found>, String> {
    let versions = folder.join("versions");
    let folder = match versions.is_dir() {
        true => versions,
        false => folder.to_owned(),
    };
    let unreadable = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("sql") => found.push(Found { name, path }),
            Some("py") => {
                return Err(format!(
                    "{} is Python: only scripts in SQL can be embedded",
                    path.display()
                ));
            }
            _ => {}
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    let mut revisions = Vec::new();
    let mut kept = Vec::new();
    for script in found {
        let source = std::fs::read_to_string(&script.path)
            .map_err(|error| format!("{}: {error}", script.path.display()))?;
        // schema.sql may lie beside the scripts.
        if is_script(&source) {
            revisions.push(revision(&script, &source)?);
            kept.push(script);
        }
    }
    let (_, warnings) =
        RevisionMap::build(revisions).map_err(|error| format!("{}: {error}", folder.display()))?;
    match warnings.first() {
        Some(warning) => Err(format!("{}: {warning}", folder.display())),
        None => Ok(kept),
    }
}

/// The revision of a script, whose sections are well-formed.
fn revision(script: &Found, source: &str) -> Result<Revision, String> {
    let wrong = |error: TextError| place(script, source, &error);
    let header = read_header(source).map_err(wrong)?;
    SqlScript::parse(source).map_err(wrong)?;
    let lacks = |field: &str| format!("{} has no line `-- {field}:`", script.path.display());
    let Header {
        doc,
        revision: Some(id),
        down_revision: Some(down),
        branch_labels,
        depends_on,
        ..
    } = header
    else {
        return Err(lacks(match header.revision {
            None => "revision",
            Some(_) => "down_revision",
        }));
    };
    let shared =
        |names: Vec<String>| -> Vec<Arc<str>> { names.into_iter().map(Arc::from).collect() };
    Ok(Revision::new(&id, shared(down))
        .with_dependencies(shared(depends_on))
        .with_labels(shared(branch_labels))
        .with_doc(doc))
}

/// The error with the line that it is about.
fn place(script: &Found, source: &str, error: &TextError) -> String {
    let line = source[..error.bytes.0].matches('\n').count() + 1;
    let hint = error
        .hint
        .as_deref()
        .map_or(String::new(), |hint| format!("\nhint: {hint}"));
    format!("{}:{line}: {}{hint}", script.path.display(), error.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the compiler is told of scripts with these texts.
    fn checked(texts: &[&str]) -> Result<usize, String> {
        let folder = tempfile::tempdir().expect("a folder");
        for (number, text) in texts.iter().enumerate() {
            let file = folder.path().join(format!("{number}.sql"));
            std::fs::write(file, text).expect("a file");
        }
        scripts(folder.path()).map(|found| found.len())
    }

    #[test]
    fn what_is_wrong_with_a_history_is_an_error_of_the_compiler() {
        let first = "-- revision: a\n-- down_revision: none\n-- limbec:upgrade\n";
        let second = "\u{feff}-- revision: b\r\n-- down_revision: a\r\n-- limbec:upgrade\r\n";
        assert_eq!(
            checked(&[first, second, "CREATE TABLE schema (a INT);"]),
            Ok(2)
        );
        for (texts, message) in [
            ([first, first], "Revision a is present more than once"),
            (
                [first, "-- revision: b\n-- down_revision: c\n"],
                "is not present",
            ),
            (
                [first, "-- revision: b\n-- limbec:upgrade\n"],
                "has no line `-- down_revision:`",
            ),
            (
                [
                    first,
                    "-- revision: b\n-- down_revision: a\n-- limbec:down\n",
                ],
                "1.sql:3: there is no directive",
            ),
        ] {
            let error = checked(&texts).expect_err(message);
            assert!(error.contains(message), "{error}");
        }
    }
}
