//! The graph of revisions as text.
//!
//! [`mod@layout`] says where the lines run, [`mod@draw`] makes characters of them. Both are pure: no terminal, no project.

mod draw;
mod layout;

pub use draw::{Glyphs, draw};
pub use layout::{Node, Parent};

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Each file of tests/graphs is a list of revisions, the newest first, each with its parents (`?name`: it is only
    /// depended on; a name that is not listed: the history goes on), and the drawing, with lines of Unicode and of ASCII.
    /// `LIMBEC_UPDATE=1` writes the drawings: look at them.
    #[test]
    fn the_drawings_of_all_cases() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/graphs");
        let mut count = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let source = text.split("--- drawing\n").next().unwrap();
            let mut wanted = source.to_owned();
            for (title, glyphs) in [("drawing", Glyphs::UNICODE), ("ascii", Glyphs::ASCII)] {
                let lines = drawing(source, &glyphs);
                wanted.push_str(&format!("--- {title}\n{}\n", lines.join("\n")));
            }
            if std::env::var_os("LIMBEC_UPDATE").is_some() {
                std::fs::write(&path, &wanted).unwrap();
            } else {
                assert_eq!(text, wanted, "{}", path.display());
            }
            count += 1;
        }
        assert!(count >= 10, "only {count} cases");
    }

    fn drawing(source: &str, glyphs: &Glyphs) -> Vec<String> {
        let rows: Vec<Vec<&str>> = source
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
            .map(|line| line.split_whitespace().collect())
            .collect();
        let name = |row: &[&str]| row[0].trim_end_matches('+').to_owned();
        let node = |row: &Vec<&str>| Node {
            parents: row[1..]
                .iter()
                .map(|parent| Parent {
                    place: rows
                        .iter()
                        .position(|row| name(row) == parent.trim_start_matches('?')),
                    dependency: parent.starts_with('?'),
                })
                .collect(),
            // Each plus sign is one more line of text.
            lines: 1 + row[0].matches('+').count(),
        };
        let nodes: Vec<Node> = rows.iter().map(node).collect();
        draw(
            &nodes,
            glyphs,
            |_| if glyphs.is_ascii() { "o" } else { "○" }.to_owned(),
            |node, line, _| match line {
                0 => name(&rows[node]),
                _ => format!("line {line}"),
            },
        )
    }

    #[test]
    fn the_width_that_is_told_is_that_of_the_lines() {
        let parent = |place| Parent {
            place: Some(place),
            dependency: false,
        };
        let nodes = [
            Node {
                parents: vec![parent(1), parent(2)],
                lines: 1,
            },
            Node {
                parents: vec![parent(2)],
                lines: 1,
            },
            Node {
                parents: Vec::new(),
                lines: 1,
            },
        ];
        let lines = draw(
            &nodes,
            &Glyphs::ASCII,
            |_| "o".to_owned(),
            |_, _, left| left.to_string(),
        );
        for line in lines.iter().filter(|line| line.contains('o')) {
            let digits = line.trim_start_matches(|c: char| !c.is_ascii_digit());
            let left = line.len() - digits.len();
            assert_eq!(digits, left.to_string(), "{line}");
        }
    }

    #[test]
    fn five_thousand_revisions_on_a_hundred_branches_are_drawn_at_once() {
        let nodes: Vec<Node> = (0..5000)
            .map(|place: usize| Node {
                parents: (place + 100 < 5000)
                    .then_some(Parent {
                        place: Some(place + 100),
                        dependency: false,
                    })
                    .into_iter()
                    .collect(),
                lines: 1,
            })
            .collect();
        let begun = std::time::Instant::now();
        let lines = draw(
            &nodes,
            &Glyphs::UNICODE,
            |_| "○".to_owned(),
            |_, _, _| String::new(),
        );
        assert!(lines.len() >= 5000);
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }
}
