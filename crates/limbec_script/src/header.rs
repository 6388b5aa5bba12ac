//! The header: the comments at the top.

use crate::TextError;
use crate::line::lines;

/// What a script says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// The message: the comment before the fields.
    pub doc: String,
    /// `-- revision:`; `None` when there is no such line.
    pub revision: Option<String>,
    /// The bytes of that line.
    pub revision_line: (usize, usize),
    /// `-- down_revision:`: empty for `none`; `None` when there is no such line.
    pub down_revision: Option<Vec<String>>,
    /// `-- branch_labels:`
    pub branch_labels: Vec<String>,
    /// `-- depends_on:`
    pub depends_on: Vec<String>,
}

/// The fields of a header, as they are written.
const FIELDS: [&str; 5] = [
    "revision",
    "down_revision",
    "branch_labels",
    "depends_on",
    "create_date",
];

/// Whether a file says that it is a revision: other files of SQL may lie beside the scripts.
#[must_use]
pub fn is_script(source: &str) -> bool {
    lines(source).any(|line| {
        line.directive().is_some()
            || field(line.text).is_some_and(|(name, _)| name == "revision")
            || means_a_header(line.text)
    })
}

/// Whether the line looks like one of a header that is written in another way, such as a block comment: a file with
/// one is not passed over.
fn means_a_header(line: &str) -> bool {
    let text = line.trim_start_matches(['/', '*', '-', '#', ' ', '\t']);
    let rest = text.strip_prefix("down_revision").map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with([':', '=']))
}

/// What the file says about itself.
///
/// # Errors
/// A field twice, or one that cannot be.
pub fn read_header(source: &str) -> Result<Header, TextError> {
    let mut header = Header::default();
    let (mut doc, mut in_doc) = (Vec::new(), true);
    let mut seen: Vec<&str> = Vec::new();
    for line in lines(source) {
        if line.directive().is_some() || !line.is_comment() {
            break;
        }
        let (here, line) = (line.bytes, line.text);
        let Some((name, value)) = field(line) else {
            if in_doc {
                doc.push(
                    line.trim_start_matches('-')
                        .strip_prefix(' ')
                        .unwrap_or_default(),
                );
            }
            continue;
        };
        in_doc = false;
        if seen.contains(&name) {
            let message = format!("{name} stands here for the second time");
            let hint = match name {
                "revision" => "a script is one revision: give the other one a file of its own",
                "create_date" => "leave one of them out",
                _ => "name all in one line, with commas between them",
            };
            return Err(TextError::new(here, message, Some(hint)));
        }
        seen.push(name);
        match name {
            "revision" => {
                header.revision = Some(identifier(here, value)?);
                header.revision_line = here;
            }
            "down_revision" => header.down_revision = Some(names(value)),
            "branch_labels" => header.branch_labels = names(value),
            "depends_on" => header.depends_on = names(value),
            _ => {}
        }
    }
    header.doc = doc.join("\n").trim().to_owned();
    Ok(header)
}

/// The name and the value of `-- name: value`.
fn field(line: &str) -> Option<(&'static str, &str)> {
    let (name, value) = line.strip_prefix("--")?.trim_start().split_once(':')?;
    let name = FIELDS.into_iter().find(|field| *field == name.trim_end())?;
    Some((name, value.trim()))
}

fn identifier(here: (usize, usize), value: &str) -> Result<String, TextError> {
    match names(value).as_slice() {
        [one] => Ok(one.clone()),
        _ => Err(TextError::new(
            here,
            "revision needs one identifier",
            Some("write `-- revision: 3f2a9c81d0b4`"),
        )),
    }
}

/// Names with commas or blanks between them; `None`, `none`, `base` and nothing at all are no names.
fn names(value: &str) -> Vec<String> {
    value
        .split([',', ' ', '\t'])
        .filter(|name| !name.is_empty() && !matches!(*name, "None" | "none" | "base"))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_is_the_comment_before_the_fields() {
        let source = "-- add email\n--\n-- Longer words: two of them.\n-- revision: b2\n--down_revision: a1, c3\n\
                      -- depends_on: x\n-- not a message\n\n-- limbec:upgrade\n-- revision: z\nSELECT 1;\n";
        let header = read_header(source).expect("a header");
        assert_eq!(
            header,
            Header {
                doc: "add email\n\nLonger words: two of them.".to_owned(),
                revision: Some("b2".to_owned()),
                revision_line: (46, 61),
                down_revision: Some(vec!["a1".to_owned(), "c3".to_owned()]),
                branch_labels: Vec::new(),
                depends_on: vec!["x".to_owned()],
            }
        );
    }

    #[test]
    fn a_first_revision_has_none_before_it() {
        for value in ["", " None", " none", " base"] {
            let source = format!("-- revision: a\n-- down_revision:{value}\n");
            let header = read_header(&source).expect("a header");
            assert_eq!(header.down_revision, Some(Vec::new()), "{value}");
        }
    }

    #[test]
    fn files_of_sql_that_say_nothing_are_no_scripts() {
        assert!(!is_script("-- helper\nCREATE TABLE t (a int);\n"));
        assert!(is_script("-- limbec:upgrade\n"));
        assert!(is_script("--   revision: a\n"));
        assert!(is_script("/* revision: a\n * down_revision: none */\n"));
        assert!(!is_script(
            "/* revision: the third one */\nSELECT down_revision;\n"
        ));
    }

    #[test]
    fn a_byte_order_mark_line_ends_of_windows_and_margins_are_no_part_of_it() {
        let header = read_header(
            "\u{feff}-- add email\r\n\r\n  -- revision:\tb2\r\n--\tdown_revision: a1\r\n",
        )
        .expect("a header");
        assert_eq!(
            (
                header.doc.as_str(),
                header.revision.as_deref(),
                header.down_revision
            ),
            ("add email", Some("b2"), Some(vec!["a1".to_owned()]))
        );
        assert!(is_script("\u{feff}-- revision: a"));
    }
}
