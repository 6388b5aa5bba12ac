//! Where the lines of a graph run: rows of cells, before anything is a character.

/// A revision as the layout needs it. Every parent that is listed comes after its children.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// The revisions that it builds on or depends on.
    pub parents: Vec<Parent>,
    /// How many lines of text stand beside it; the first beside the node itself.
    pub lines: usize,
}

/// One edge to a revision further down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parent {
    /// Its place in the list; `None` where it is not in the list.
    pub place: Option<usize>,
    /// Whether it is only depended on.
    pub dependency: bool,
}

/// One line of the drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// What stands in each lane.
    pub cells: Vec<Cell>,
    /// The node and the line of its text that stand beside it.
    pub text: Option<(usize, usize)>,
}

/// What stands in one lane of a row. The space to the right of it belongs to it as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in the middle.
    pub mark: Mark,
    /// The lines that leave the middle.
    pub up: Line,
    /// See `up`.
    pub down: Line,
    /// See `up`.
    pub left: Line,
    /// See `up`.
    pub right: Line,
}

/// What stands in the middle of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mark {
    /// The lines themselves.
    #[default]
    Lines,
    /// A lane, behind which a line passes from left to right.
    Crossing,
    /// A revision.
    Node,
    /// The history goes on, but is not listed.
    Elided,
}

/// A line between two cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// None.
    #[default]
    None,
    /// To a revision that is depended on.
    Dependency,
    /// To a revision that is built on.
    Down,
}

/// What a lane leads to: the place of a revision, or what is not listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Place(usize),
    Elided,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lane {
    target: Target,
    line: Line,
}

/// Lay the graph out. Every revision that is still to come has one lane, which all its children join.
pub fn layout(nodes: &[Node]) -> Vec<Row> {
    let mut layout = Layout::default();
    for (place, node) in nodes.iter().enumerate() {
        layout.add(place, node);
    }
    layout.rows
}

#[derive(Default)]
struct Layout {
    lanes: Vec<Option<Lane>>,
    rows: Vec<Row>,
    /// The lane in which a history has ended in the last row: what comes there next has nothing to do with it.
    ended: Option<usize>,
}

impl Layout {
    fn add(&mut self, place: usize, node: &Node) {
        let found = self.find(Target::Place(place));
        let lane = found.unwrap_or_else(|| self.free_lane());
        if found.is_none() && self.ended == Some(lane) {
            self.rows.push(Row {
                cells: self.cells(),
                text: None,
            });
        }
        self.ended = None;
        let mut cells = self.cells();
        widen(&mut cells, lane);
        cells[lane].mark = Mark::Node;
        self.rows.push(Row {
            cells,
            text: Some((place, 0)),
        });
        self.lanes[lane] = None;
        let links = self.place_parents(lane, node);
        self.further_lines(place, node, lane, &links);
        self.link_row(lane, &links);
        self.elided_row();
        if node.parents.is_empty() {
            self.ended = Some(lane);
        }
        while self.lanes.last().is_some_and(Option::is_none) {
            self.lanes.pop();
        }
    }

    /// Give each parent its lane: the one that it has, that of the node, or a new one.
    fn place_parents(&mut self, lane: usize, node: &Node) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for parent in &node.parents {
            let target = parent.place.map_or(Target::Elided, Target::Place);
            let line = match parent.dependency {
                true => Line::Dependency,
                false => Line::Down,
            };
            if let Some(known) = links.iter_mut().find(|link| link.target == target) {
                known.line = known.line.max(line);
                continue;
            }
            links.push(Link {
                target,
                line,
                to: lane,
                kind: LinkKind::Straight,
            });
        }
        // Those that have a lane keep it, so that the first of the others can go straight down.
        for link in &mut links {
            if let Some(known) = self.find(link.target) {
                link.to = known;
                link.kind = LinkKind::Joins;
            }
        }
        let mut straight = false;
        for link in &mut links {
            if link.kind == LinkKind::Joins {
                let joined = self.lanes[link.to].as_mut().expect("the lane is in use");
                joined.line = joined.line.max(link.line);
                continue;
            }
            if straight {
                link.to = self.free_lane();
                link.kind = LinkKind::Opens;
            }
            straight = true;
            self.lanes[link.to] = Some(Lane {
                target: link.target,
                line: link.line,
            });
        }
        // A lane further to the right comes over to this one, so that long lines do not wander off.
        if !straight && let Some(link) = links.iter_mut().find(|link| link.to > lane) {
            self.lanes[lane] = self.lanes[link.to].take();
            link.kind = LinkKind::ComesOver;
        }
        links
    }

    /// The lines of text below the first one.
    fn further_lines(&mut self, place: usize, node: &Node, lane: usize, links: &[Link]) {
        let mut cells = self.cells();
        for link in links.iter().filter(|link| link.to != lane) {
            match link.kind {
                LinkKind::Opens => cells[link.to] = Cell::default(),
                LinkKind::ComesOver => {
                    widen(&mut cells, link.to);
                    cells[link.to] =
                        Cell::vertical(self.lanes[lane].map_or(Line::None, |lane| lane.line));
                }
                LinkKind::Joins | LinkKind::Straight => {}
            }
        }
        widen(&mut cells, lane);
        let line = links.iter().map(|link| link.line).max().unwrap_or_default();
        cells[lane] = Cell::vertical(line);
        for number in 1..node.lines {
            self.rows.push(Row {
                cells: cells.clone(),
                text: Some((place, number)),
            });
        }
    }

    /// The row in which the lines part or come together, where they do; and one for what is only depended on: without a
    /// line between the two it would look as if it were built on.
    fn link_row(&mut self, lane: usize, links: &[Link]) {
        let plain = |link: &Link| link.kind == LinkKind::Straight && link.line == Line::Down;
        if links.iter().all(plain) {
            return;
        }
        let mut cells = self.cells();
        widen(&mut cells, lane);
        cells[lane].up = links.iter().map(|link| link.line).max().unwrap_or_default();
        for link in links {
            widen(&mut cells, link.to);
            match link.kind {
                LinkKind::Straight => continue,
                LinkKind::Opens => cells[link.to].up = Line::None,
                LinkKind::ComesOver => {
                    cells[link.to].up = self.lanes[lane].map_or(Line::None, |lane| lane.line);
                }
                LinkKind::Joins => {}
            }
            let (from, to) = (lane.min(link.to), lane.max(link.to));
            for (place, cell) in cells.iter_mut().enumerate().take(to + 1).skip(from) {
                if place > from {
                    cell.left = cell.left.max(link.line);
                }
                if place < to {
                    cell.right = cell.right.max(link.line);
                }
            }
        }
        for (place, cell) in cells.iter_mut().enumerate() {
            let joint = place == lane || links.iter().any(|link| link.to == place);
            if !joint && cell.up != Line::None && cell.left != Line::None {
                cell.mark = Mark::Crossing;
            }
        }
        self.rows.push(Row { cells, text: None });
    }

    /// The row that says that the history goes on where it is not listed.
    fn elided_row(&mut self) {
        let Some(lane) = self.find(Target::Elided) else {
            return;
        };
        let mut cells = self.cells();
        cells[lane] = Cell {
            mark: Mark::Elided,
            ..Cell::default()
        };
        self.rows.push(Row { cells, text: None });
        self.lanes[lane] = None;
    }

    /// The lanes as they run on.
    fn cells(&self) -> Vec<Cell> {
        self.lanes
            .iter()
            .map(|lane| lane.map_or_else(Cell::default, |lane| Cell::vertical(lane.line)))
            .collect()
    }

    fn find(&self, target: Target) -> Option<usize> {
        self.lanes
            .iter()
            .position(|lane| lane.is_some_and(|lane| lane.target == target))
    }

    /// The first lane that is free.
    fn free_lane(&mut self) -> usize {
        let free = self.lanes.iter().position(Option::is_none);
        free.unwrap_or_else(|| {
            self.lanes.push(None);
            self.lanes.len() - 1
        })
    }
}

/// An edge from a node to the lane of its parent.
#[derive(Debug, Clone, Copy)]
struct Link {
    target: Target,
    line: Line,
    to: usize,
    kind: LinkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LinkKind {
    /// Down in the lane of the node.
    Straight,
    /// To a lane that is there.
    Joins,
    /// To a lane that begins here.
    Opens,
    /// That lane ends here: it goes on in the one of the node.
    ComesOver,
}

impl Cell {
    fn vertical(line: Line) -> Self {
        Self {
            up: line,
            down: line,
            ..Self::default()
        }
    }
}

fn widen(cells: &mut Vec<Cell>, lane: usize) {
    if cells.len() <= lane {
        cells.resize(lane + 1, Cell::default());
    }
}
