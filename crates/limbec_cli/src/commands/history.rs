use std::collections::HashMap;

use anstyle::{AnsiColor, Style};
use limbec::commands::{CommandError, HistoryRequest, Listed, Project};
use limbec::script::{ScriptView, TextOptions};
use limbec_graph::RevId;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::print_revisions;
use crate::app::App;
use crate::args::{GraphLines, HistoryArgs};
use crate::graph::{Glyphs, Node, Parent, draw};

const REVISION: Style = AnsiColor::Yellow.on_default();
const LABEL: Style = AnsiColor::Cyan.on_default().bold();
const HEAD: Style = AnsiColor::Green.on_default().bold();
const CURRENT: Style = AnsiColor::Magenta.on_default().bold();
const APPLIED: Style = AnsiColor::Green.on_default();
const PLAIN: Style = Style::new();

/// Of a message that is cut, at least as much is left.
const SHORTEST_MESSAGE: usize = 16;

/// `history`
pub fn run(app: &App, project: &Project, args: &HistoryArgs) -> Result<(), CommandError> {
    let options = TextOptions {
        branches: true,
        doc: true,
        parents: true,
        ..TextOptions::default()
    };
    let revisions = project.history(&HistoryRequest {
        range: args.rev_range.clone(),
        indicate_current: args.indicate_current,
        indicate_applied: args.graph.is_some(),
    })?;
    match args.graph {
        Some(lines) => graph(app, project, &once(revisions), lines, args.verbose),
        None => print_revisions(app, project, &revisions, args.json, args.verbose, options),
    }
}

/// Each revision once: an `env.py` with several databases lists them for each.
fn once(revisions: Vec<Listed>) -> Vec<Listed> {
    let mut places: HashMap<RevId, usize> = HashMap::new();
    let mut all: Vec<Listed> = Vec::with_capacity(revisions.len());
    for listed in revisions {
        match places.get(&listed.revision) {
            Some(&place) => {
                all[place].current |= listed.current;
                all[place].applied |= listed.applied;
            }
            None => {
                places.insert(listed.revision.clone(), all.len());
                all.push(listed);
            }
        }
    }
    all
}

/// `history --graph`
fn graph(
    app: &App,
    project: &Project,
    revisions: &[Listed],
    lines: GraphLines,
    verbose: bool,
) -> Result<(), CommandError> {
    let mut views = Vec::with_capacity(revisions.len());
    for listed in revisions {
        if let Some(view) = project.view(listed)? {
            views.push((listed, view));
        }
    }
    let places: HashMap<&str, usize> = views
        .iter()
        .enumerate()
        .map(|(place, (_, view))| (&**view.revision.id(), place))
        .collect();
    let texts: Vec<Vec<String>> = match verbose {
        true => views
            .iter()
            .map(|(_, view)| {
                let text = view.cmd_format(true, TextOptions::default());
                text.trim_end().lines().map(str::to_owned).collect()
            })
            .collect(),
        false => Vec::new(),
    };
    let nodes: Vec<Node> = views
        .iter()
        .enumerate()
        .map(|(place, (_, view))| Node {
            parents: parents(view, &places),
            // A line of space parts the texts of several lines.
            lines: texts.get(place).map_or(1, |text| text.len() + 1),
        })
        .collect();
    let width = app.console.output_width();
    let glyphs = match lines {
        GraphLines::Unicode => Glyphs::UNICODE,
        GraphLines::Ascii => Glyphs::ASCII,
    };
    let drawn = draw(
        &nodes,
        &glyphs,
        |node| mark(views[node].0, lines),
        |node, line, left| match texts.get(node) {
            Some(text) => text.get(line).cloned().unwrap_or_default(),
            None => summary(
                &views[node].1,
                width.map(|width| width.saturating_sub(left)),
            ),
        },
    );
    app.console.drawing(&drawn);
    Ok(())
}

/// What a revision builds on and then what it depends on, so that the line straight down is the one that it builds on.
fn parents(view: &ScriptView<'_>, places: &HashMap<&str, usize>) -> Vec<Parent> {
    let parent = |id: &RevId, dependency: bool| Parent {
        place: places.get(&**id).copied(),
        dependency,
    };
    let down = view.revision.down_revisions().iter();
    let dependencies = view.revision.resolved_dependencies().iter();
    down.map(|id| parent(id, false))
        .chain(dependencies.map(|id| parent(id, true)))
        .collect()
}

/// The character of a revision: filled where the database has it.
fn mark(listed: &Listed, lines: GraphLines) -> String {
    let (style, unicode, ascii) = match (listed.current, listed.applied) {
        (true, _) => (CURRENT, '◉', '@'),
        (false, true) => (APPLIED, '●', '*'),
        (false, false) => (PLAIN, '○', 'o'),
    };
    let mark = match lines {
        GraphLines::Unicode => unicode,
        GraphLines::Ascii => ascii,
    };
    format!("{style}{mark}{style:#}")
}

/// A revision in one line, as `history` shows it, without the parents: the lines lead to them. The message is cut where
/// the line is too long for a terminal.
fn summary(view: &ScriptView<'_>, width: Option<usize>) -> String {
    let revision = view.revision;
    let mut parts = vec![(REVISION, revision.id().to_string())];
    let mut labels: Vec<&str> = revision.branch_labels().map(|label| &**label).collect();
    labels.sort_unstable();
    if !labels.is_empty() {
        parts.push((LABEL, format!("({})", labels.join(", "))));
    }
    if revision.is_head() {
        let effective = if revision.is_real_head() {
            ""
        } else {
            "effective "
        };
        parts.push((HEAD, format!("({effective}head)")));
    }
    if view.current {
        parts.push((CURRENT, "(current)".to_owned()));
    }
    let taken: usize = parts
        .iter()
        .map(|(_, text)| text.width() + 1)
        .sum::<usize>()
        + 1;
    let texts: Vec<String> = parts
        .iter()
        .map(|(style, text)| format!("{style}{text}{style:#}"))
        .collect();
    let message = view.script.doc().split_whitespace().collect::<Vec<_>>();
    let message = message.join(" ");
    let message = match width {
        Some(width) => cut(&message, width.saturating_sub(taken).max(SHORTEST_MESSAGE)),
        None => message,
    };
    match message.is_empty() {
        true => texts.join(" "),
        false => format!("{}, {message}", texts.join(" ")),
    }
}

/// The beginning of a text that is too wide.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut taken = 0;
    let mut short = String::new();
    for character in text.chars() {
        taken += character.width().unwrap_or(0);
        if taken >= width {
            break;
        }
        short.push(character);
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_cut_by_the_columns_that_it_takes() {
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("longer than that", 8), "longer…");
        assert_eq!(cut("数据库迁移", 6), "数据…");
    }
}
