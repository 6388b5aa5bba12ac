//! Limbec beside real Alembic: random graphs with random sequences of commands, and both on one database.
#![allow(clippy::unwrap_used)]

mod support;

use std::fmt::Write as _;
use std::path::Path;

use support::oracle::{Alembic, Answer, limbec_answer};
use support::{copy_folder, workspace};

/// How many random projects are compared.
const PROJECTS: u64 = 300;
/// How many commands each of them is asked.
const COMMANDS: usize = 10;

/// A small generator of random numbers, so that every run asks the same questions.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.next(100) < percent
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.next(items.len())]
    }
}

struct Node {
    id: String,
    down: Vec<usize>,
    depends_on: Vec<usize>,
    label: Option<String>,
}

/// A sound graph: every parent and dependency comes before.
fn graph(random: &mut Random) -> Vec<Node> {
    let count = 2 + random.next(8);
    let mut nodes: Vec<Node> = Vec::new();
    for number in 0..count {
        let mut down = Vec::new();
        if number > 0 && !random.chance(12) {
            down.push(if random.chance(60) {
                number - 1
            } else {
                random.next(number)
            });
            if number > 1 && random.chance(18) {
                let other = random.next(number);
                if !down.contains(&other) && !related(&nodes, down[0], other) {
                    down.push(other);
                }
            }
        }
        let mut depends_on = Vec::new();
        if number > 1 && random.chance(12) {
            let other = random.next(number);
            if !down.iter().any(|parent| related(&nodes, *parent, other)) {
                depends_on.push(other);
            }
        }
        let prefix = random.pick(&["a1", "ab", "b2", "c", "7f7"]);
        let label = random.chance(15).then(|| format!("label{number}"));
        nodes.push(Node {
            id: format!("{prefix}{number:02}{:04x}", random.next(0xffff)),
            down,
            depends_on,
            label,
        });
    }
    nodes
}

/// Whether one node is the other or lies below it.
fn related(nodes: &[Node], one: usize, other: usize) -> bool {
    let below = |from: usize, to: usize| {
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            if at == to {
                return true;
            }
            open.extend(&nodes[at].down);
            open.extend(&nodes[at].depends_on);
        }
        false
    };
    below(one, other) || below(other, one)
}

fn names(nodes: &[Node], places: &[usize]) -> String {
    match places {
        [] => "None".to_owned(),
        [one] => format!("'{}'", nodes[*one].id),
        several => {
            let ids: Vec<String> = several
                .iter()
                .map(|place| format!("'{}'", nodes[*place].id))
                .collect();
            format!("({})", ids.join(", "))
        }
    }
}

fn write_project(folder: &Path, nodes: &[Node]) {
    let versions = folder.join("migrations/versions");
    std::fs::create_dir_all(&versions).unwrap();
    std::fs::write(
        folder.join("alembic.ini"),
        "[alembic]\nscript_location = migrations\npath_separator = os\nsqlalchemy.url = sqlite:///app.db\n",
    )
    .unwrap();
    std::fs::write(
        folder.join("migrations/env.py"),
        "from alembic import context\nfrom sqlalchemy import engine_from_config, pool\n\nconfig = context.config\n\n\
         if context.is_offline_mode():\n    context.configure(url=config.get_main_option('sqlalchemy.url'), literal_binds=True)\n    \
         with context.begin_transaction():\n        context.run_migrations()\nelse:\n    \
         engine = engine_from_config(config.get_section(config.config_ini_section, {}), prefix='sqlalchemy.', poolclass=pool.NullPool)\n    \
         with engine.connect() as connection:\n        context.configure(connection=connection)\n        \
         with context.begin_transaction():\n            context.run_migrations()\n",
    )
    .unwrap();
    std::fs::write(
        folder.join("migrations/script.py.mako"),
        "\"\"\"${message}\n\nRevision ID: ${up_revision}\nRevises: ${down_revision | comma,n}\n\"\"\"\n\
         revision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\nbranch_labels = ${repr(branch_labels)}\n\
         depends_on = ${repr(depends_on)}\n\n\ndef upgrade():\n    print('up ${up_revision}')\n\n\ndef downgrade():\n    print('down ${up_revision}')\n",
    )
    .unwrap();
    for (number, node) in nodes.iter().enumerate() {
        let mut text = String::new();
        let label = node
            .label
            .as_ref()
            .map_or("None".to_owned(), |label| format!("'{label}'"));
        write!(
            text,
            "\"\"\"message {number}\n\nmore words\n\"\"\"\nrevision = '{id}'\ndown_revision = {down}\nbranch_labels = {label}\n\
             depends_on = {depends}\n\n\ndef upgrade():\n    print('up {id}')\n\n\ndef downgrade():\n    print('down {id}')\n",
            id = node.id,
            down = names(nodes, &node.down),
            depends = names(nodes, &node.depends_on),
        )
        .unwrap();
        std::fs::write(versions.join(format!("{}_message.py", node.id)), text).unwrap();
    }
}

/// A symbol that a user could write: mostly sensible.
fn symbol(random: &mut Random, nodes: &[Node]) -> String {
    let node = random.pick(nodes);
    let labels: Vec<&String> = nodes
        .iter()
        .filter_map(|node| node.label.as_ref())
        .collect();
    match random.next(14) {
        0..=2 => "head".to_owned(),
        3 | 4 => "heads".to_owned(),
        5 => "base".to_owned(),
        6 => format!("+{}", 1 + random.next(3)),
        7 => format!("-{}", 1 + random.next(3)),
        8 => node.id[..3].to_owned(),
        9 => format!(
            "{}{}{}",
            node.id,
            random.pick(&["+", "-"]),
            1 + random.next(2)
        ),
        10 if !labels.is_empty() => format!(
            "{}@{}",
            random.pick(&labels),
            random.pick(&["head", "base", "+1", "-1", "heads"])
        ),
        11 if !labels.is_empty() => (*random.pick(&labels)).clone(),
        12 => format!("zz{}", random.next(10)),
        _ => node.id.clone(),
    }
}

fn command(random: &mut Random, nodes: &[Node], number: usize) -> Vec<String> {
    let words: Vec<String> = match random.next(18) {
        0 => vec!["heads".into()],
        1 => vec![
            "heads".into(),
            random.pick(&["-v", "--resolve-dependencies"]).to_string(),
        ],
        2 => vec!["history".into()],
        3 => vec![
            "history".into(),
            random.pick(&["-v", "-i", "--verbose"]).to_string(),
        ],
        4 => vec![
            "history".into(),
            format!("-r{}:{}", symbol(random, nodes), symbol(random, nodes)),
        ],
        5 => vec!["branches".into(), "-v".into()],
        6 => vec!["current".into()],
        7 => vec![
            "current".into(),
            random.pick(&["-v", "--check-heads"]).to_string(),
        ],
        8 => {
            let symbols = [symbol(random, nodes), "current".to_owned()];
            vec!["show".into(), random.pick(&symbols).clone()]
        }
        9..=11 => vec!["upgrade".into(), symbol(random, nodes)],
        12 | 13 => vec!["downgrade".into(), symbol(random, nodes)],
        14 => vec!["stamp".into(), symbol(random, nodes)],
        15 => vec!["upgrade".into(), symbol(random, nodes), "--sql".into()],
        16 => {
            let mut words = vec![
                "revision".into(),
                "-m".into(),
                format!("new {number}"),
                format!("--rev-id=n{number:03}"),
            ];
            // Below the first revision Alembic writes half of a file and then stops.
            let head = symbol(random, nodes);
            if random.chance(70) && !head.contains('-') {
                words.push(format!("--head={head}"));
            }
            if random.chance(40) {
                words.push("--splice".into());
            }
            words
        }
        _ => vec![
            "merge".into(),
            "-m".into(),
            "join".into(),
            format!("--rev-id=m{number:03}"),
            symbol(random, nodes),
            symbol(random, nodes),
        ],
    };
    words
}

/// The rows of the version table, sorted.
fn rows(folder: &Path) -> Vec<String> {
    let path = folder.join("app.db");
    if !path.exists() {
        return Vec::new();
    }
    let connection = rusqlite::Connection::open(path).unwrap();
    let Ok(mut statement) =
        connection.prepare("SELECT version_num FROM alembic_version ORDER BY 1")
    else {
        return vec!["no version table".to_owned()];
    };
    statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

/// The folder's own name does not count.
fn settled(folder: &Path, answer: &Answer) -> (i32, String) {
    let root = folder.canonicalize().unwrap();
    (
        answer.code,
        answer.stdout.replace(&*root.to_string_lossy(), "[ROOT]"),
    )
}

#[test]
fn random_graphs_and_commands() {
    let mut alembic = Alembic::start();
    let mut different = Vec::new();
    let mut asked = 0;
    for seed in 0..PROJECTS {
        let mut random = Random(seed * 7919 + 17);
        let nodes = graph(&mut random);
        let work = tempfile::tempdir().unwrap();
        let (one, two) = (work.path().join("alembic"), work.path().join("limbec"));
        write_project(&one, &nodes);
        write_project(&two, &nodes);
        for number in 0..COMMANDS {
            let words = command(&mut random, &nodes, number);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let theirs = alembic.run(&one, &words);
            let ours = limbec_answer(&two, &words);
            asked += 1;
            let (expected, actual) = (settled(&one, &theirs), settled(&two, &ours));
            let (their_rows, our_rows) = (rows(&one), rows(&two));
            if expected == actual && their_rows == our_rows {
                continue;
            }
            different.push(format!(
                "project {seed}, command {number}: {words:?}\nalembic: {expected:?} {their_rows:?}\n{}\nlimbec:  {actual:?} {our_rows:?}\n{}",
                theirs.stderr.lines().last().unwrap_or_default(),
                ours.stderr,
            ));
            // The databases have parted: what follows would say nothing.
            break;
        }
    }
    assert!(
        different.is_empty(),
        "{} of {PROJECTS} projects differ ({asked} commands):\n{}",
        different.len(),
        different
            .iter()
            .take(12)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    );
    assert!(asked as u64 >= PROJECTS * COMMANDS as u64);
}

/// The lines of a CREATE statement, sorted: Alembic takes the constraints of a table that it rebuilds from a set, whose
/// order differs from run to run.
fn folded(sql: &str) -> String {
    let mut lines: Vec<&str> = sql
        .lines()
        .map(|line| line.trim().trim_end_matches(','))
        .collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// Everything that a SQLite file holds.
fn contents(database: &Path) -> String {
    let connection = rusqlite::Connection::open(database).unwrap();
    let mut out = String::new();
    let mut tables = Vec::new();
    {
        let mut statement = connection
            .prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY 1, 2")
            .unwrap();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let (kind, name, sql): (String, String, String) = (
                row.get(0).unwrap(),
                row.get(1).unwrap(),
                row.get(2).unwrap(),
            );
            writeln!(out, "{kind} {name}: {}", folded(&sql)).unwrap();
            if kind == "table" {
                tables.push(name);
            }
        }
    }
    for table in tables {
        let mut statement = connection
            .prepare(&format!("SELECT * FROM \"{table}\""))
            .unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        let mut lines = Vec::new();
        while let Some(row) = found.next().unwrap() {
            let values: Vec<String> = (0..columns)
                .map(|column| {
                    format!(
                        "{:?}",
                        row.get::<_, rusqlite::types::Value>(column).unwrap()
                    )
                })
                .collect();
            lines.push(values.join(" | "));
        }
        lines.sort();
        writeln!(out, "{table}: {lines:#?}").unwrap();
    }
    out
}

/// One database is moved by Alembic alone, the other by Alembic and Limbec in turn: they are equal after every step.
fn alternate(project: &Path, steps: usize) {
    let mut alembic = Alembic::start();
    let work = tempfile::tempdir().unwrap();
    let (alone, turns) = (work.path().join("alone"), work.path().join("turns"));
    copy_folder(project, &alone);
    copy_folder(project, &turns);
    let database = |folder: &Path| {
        let name = if folder.join("bot_database.db").exists() {
            "bot_database.db"
        } else {
            "bench.db"
        };
        folder.join(name)
    };
    for (target, count) in [("+1", steps), ("-1", steps), ("+1", steps)] {
        for number in 0..count {
            let command = if target == "+1" {
                "upgrade"
            } else {
                "downgrade"
            };
            let expected = alembic.run(&alone, &[command, target]);
            assert_eq!(expected.code, 0, "{}", expected.stderr);
            let answer = if number % 2 == 0 {
                limbec_answer(&turns, &[command, target])
            } else {
                alembic.run(&turns, &[command, target])
            };
            assert_eq!(
                answer.code, 0,
                "{command} {target}, step {number}: {}",
                answer.stderr
            );
            assert_eq!(answer.stdout, expected.stdout);
            assert_eq!(
                contents(&database(&turns)),
                contents(&database(&alone)),
                "{command} {target}, step {number}"
            );
        }
    }
}

#[test]
fn alternating_on_the_repair_bot() {
    alternate(&workspace().join("examples/repair-bot"), 5);
}

#[test]
fn alternating_on_a_history_of_forty_revisions() {
    let folder = tempfile::tempdir().unwrap();
    let made = std::process::Command::new(support::oracle_python())
        .arg(workspace().join("benches/history.py"))
        .arg(folder.path())
        .arg("40")
        .status()
        .unwrap();
    assert!(made.success());
    // Rows that say when they were made cannot be equal.
    for entry in std::fs::read_dir(folder.path().join("migrations/versions")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(
            &path,
            text.replace("CURRENT_TIMESTAMP", "'2026-01-01 00:00:00'"),
        )
        .unwrap();
    }
    alternate(folder.path(), 40);
}
