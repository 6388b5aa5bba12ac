use super::layout::{Cell, Line, Mark, Node, layout};

/// The characters of a drawing.
#[derive(Debug, Clone, Copy)]
pub struct Glyphs {
    /// The lines of a cell, by the sides that they leave to: 1 up, 2 down, 4 left, 8 right.
    lines: [char; 16],
    dependency_down: char,
    dependency_across: char,
    elided: char,
}

impl Glyphs {
    /// Lines of Unicode's box drawings.
    pub const UNICODE: Self = Self {
        lines: [
            ' ', '╵', '╷', '│', '╴', '╯', '╮', '┤', '╶', '╰', '╭', '├', '─', '┴', '┬', '┼',
        ],
        dependency_down: '┊',
        dependency_across: '┄',
        elided: '~',
    };
    /// Lines of ASCII, for terminals and files that have nothing else.
    pub const ASCII: Self = Self {
        lines: [
            ' ', '|', '|', '|', '-', '\'', '.', '|', '-', '\'', '.', '|', '-', '\'', '.', '+',
        ],
        dependency_down: ':',
        dependency_across: '.',
        elided: '~',
    };
}

/// Draw the graph: a line for each row, beside each node its text. `mark` gives the character of a node, perhaps with
/// colours; `text` gives a line of its text, given how many columns the lines to the left take.
pub fn draw(
    nodes: &[Node],
    glyphs: &Glyphs,
    mark: impl Fn(usize) -> String,
    text: impl Fn(usize, usize, usize) -> String,
) -> Vec<String> {
    let rows = layout(nodes);
    let mut lines = Vec::with_capacity(rows.len());
    for row in &rows {
        let mut line = String::new();
        for (place, cell) in row.cells.iter().enumerate() {
            match (cell.mark, row.text) {
                (Mark::Node, Some((node, _))) => line.push_str(&mark(node)),
                _ => line.push(glyphs.middle(cell)),
            }
            if place + 1 < row.cells.len() || row.text.is_some() {
                let next = row.cells.get(place + 1);
                line.push(glyphs.gap(cell, next));
            }
        }
        if let Some((node, number)) = row.text {
            let width = row.cells.len() * 2 + 1;
            line.push(' ');
            line.push_str(&text(node, number, width));
        }
        line.truncate(line.trim_end().len());
        lines.push(line);
    }
    lines
}

impl Glyphs {
    /// Whether the lines are of ASCII.
    #[cfg(test)]
    pub fn is_ascii(&self) -> bool {
        self.lines[3].is_ascii()
    }

    fn middle(&self, cell: &Cell) -> char {
        let is = |line: Line, bit: usize| if line == Line::None { 0 } else { bit };
        let (up, down) = (is(cell.up, 1), is(cell.down, 2));
        match cell.mark {
            Mark::Elided => self.elided,
            Mark::Crossing => self.vertical(cell.up),
            Mark::Node | Mark::Lines => {
                let across = is(cell.left, 4) | is(cell.right, 8);
                match (up | down, across) {
                    (3, 0) => self.vertical(cell.up.min(cell.down)),
                    (0, 12) => self.across(cell.left),
                    (along, across) => self.lines[along | across],
                }
            }
        }
    }

    /// What stands between a cell and the next one.
    fn gap(&self, cell: &Cell, next: Option<&Cell>) -> char {
        let reached = next.map_or(Line::None, |next| next.left);
        match cell.right.max(reached) {
            Line::None => ' ',
            line => self.across(line),
        }
    }

    fn vertical(&self, line: Line) -> char {
        match line {
            Line::Dependency => self.dependency_down,
            _ => self.lines[3],
        }
    }

    fn across(&self, line: Line) -> char {
        match line {
            Line::Dependency => self.dependency_across,
            _ => self.lines[12],
        }
    }
}
