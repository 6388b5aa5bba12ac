//! The lines of a body: Mako's printer of Python, as Alembic uses it.

/// Lines, indented by what `with ...:` opens and an empty line closes.
#[derive(Default)]
pub(super) struct Layout {
    text: String,
    depth: usize,
}

impl Layout {
    /// Add a line. Of one with line ends inside only the start is indented, as in Alembic.
    pub fn line(&mut self, line: &str) {
        if line.trim().is_empty() {
            self.depth = self.depth.saturating_sub(1);
        }
        if !line.is_empty() {
            self.text.push_str(&"    ".repeat(self.depth));
        }
        self.text.push_str(line);
        self.text.push('\n');
        if !line.starts_with('#') && line.starts_with("with ") && line.ends_with(':') {
            self.depth += 1;
        }
    }

    /// The text as the template takes it: every line indented but the first, none ending in blanks.
    pub fn indented(&self) -> String {
        let lines: Vec<String> = self
            .text
            .lines()
            .map(|line| format!("    {line}").trim_end_matches(' ').to_owned())
            .collect();
        lines.join("\n").trim().to_owned()
    }
}
