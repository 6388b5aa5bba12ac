//! The text of a new script.

/// What a new script is to say.
#[derive(Debug, Clone, Copy)]
pub(in crate::script) struct NewSql<'a> {
    pub message: &'a str,
    pub revision: &'a str,
    pub down_revisions: &'a [String],
    pub branch_labels: &'a [String],
    pub depends_on: &'a [String],
    pub create_date: &'a str,
    /// The statements of both ways, each with its semicolon and the end of its line.
    pub upgrade: &'a str,
    pub downgrade: &'a str,
}

/// The file.
pub(in crate::script) fn text(new: &NewSql<'_>) -> String {
    let mut text = String::new();
    for line in new.message.lines() {
        text.push_str(format!("-- {line}").trim_end());
        text.push('\n');
    }
    text.push_str(&format!("--\n-- revision: {}\n", new.revision));
    let down = match new.down_revisions {
        [] => "none".to_owned(),
        several => several.join(", "),
    };
    text.push_str(&format!("-- down_revision: {down}\n"));
    for (field, names) in [
        ("branch_labels", new.branch_labels),
        ("depends_on", new.depends_on),
    ] {
        if !names.is_empty() {
            text.push_str(&format!("-- {field}: {}\n", names.join(", ")));
        }
    }
    text.push_str(&format!("-- create_date: {}\n", new.create_date));
    for (way, sql) in [("upgrade", new.upgrade), ("downgrade", new.downgrade)] {
        text.push_str(&format!("\n-- limbec:{way}\n{sql}"));
    }
    text
}
