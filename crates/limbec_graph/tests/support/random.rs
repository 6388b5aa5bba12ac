//! Random numbers that are the same in every run, and random graphs made of them.

use serde_json::{Value, json};

/// A small generator of pseudo-random numbers (xorshift).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// Up to `count` different items, in random order.
    pub fn sample<T: Clone>(&mut self, items: &[T], count: usize) -> Vec<T> {
        let mut left = items.to_vec();
        let mut taken = Vec::new();
        while taken.len() < count && !left.is_empty() {
            taken.push(left.swap_remove(self.below(left.len())));
        }
        taken
    }
}

/// What one script says, as the oracle and [`super::answers`] take it.
#[derive(Clone, Debug)]
pub struct Spec {
    pub id: String,
    pub down: Vec<String>,
    pub depends_on: Vec<String>,
    pub labels: Vec<String>,
    pub doc: Option<String>,
}

impl Spec {
    pub fn to_json(&self) -> Value {
        json!({"id": self.id, "down": self.down, "depends_on": self.depends_on, "labels": self.labels, "doc": self.doc})
    }
}

/// The kinds of history that teams have, and some that nobody should have.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub revisions: usize,
    pub new_base: usize,
    pub branch: usize,
    pub merge: usize,
    pub depends: usize,
    pub label: usize,
}

impl Shape {
    pub fn random(random: &mut Random) -> Self {
        let revisions = 1 + random.below(14);
        let mut one_in = |choices: &[usize]| *random.pick(choices);
        Self {
            revisions,
            new_base: one_in(&[3, 6, 100]),
            branch: one_in(&[2, 4, 10]),
            merge: one_in(&[3, 5, 100]),
            depends: one_in(&[2, 4, 100, 100]),
            label: one_in(&[3, 6, 100]),
        }
    }
}

const ALPHABET: [&str; 6] = ["a", "b", "c", "1", "2", "_"];

/// Whether an identifier or a label of that name exists already.
fn is_taken(name: &str, specs: &[Spec]) -> bool {
    specs
        .iter()
        .any(|spec| spec.id == name || spec.labels.iter().any(|label| label == name))
}

fn identifier(random: &mut Random, taken: &[Spec]) -> String {
    loop {
        // Few letters, so that many identifiers begin alike; now and then one of three characters or less.
        let length = if random.once_in(8) {
            1 + random.below(3)
        } else {
            4 + random.below(4)
        };
        let id: String = (0..length).map(|_| *random.pick(&ALPHABET)).collect();
        if !is_taken(&id, taken) {
            return id;
        }
    }
}

/// A history without faults. The scripts come in random order, as files do.
pub fn graph(random: &mut Random, shape: Shape) -> Vec<Spec> {
    let mut specs: Vec<Spec> = Vec::new();
    let mut heads: Vec<String> = Vec::new();
    let mut labels: Vec<String> = Vec::new();
    for number in 0..shape.revisions {
        let id = identifier(random, &specs);
        let ids: Vec<String> = specs.iter().map(|spec| spec.id.clone()).collect();
        let down = if ids.is_empty() || random.once_in(shape.new_base) {
            Vec::new()
        } else if heads.len() > 1 && random.once_in(shape.merge) {
            let count = 2 + random.below(2);
            random.sample(&heads, count)
        } else if random.once_in(shape.branch) {
            random.sample(&ids, 1)
        } else {
            vec![random.pick(&heads).clone()]
        };
        let mut depends_on = Vec::new();
        if random.once_in(shape.depends) {
            let mut names = ids.clone();
            names.extend(labels.iter().cloned());
            let count = 1 + random.below(3);
            depends_on = random.sample(&names, count);
        }
        let mut own_labels = Vec::new();
        if random.once_in(shape.label) {
            own_labels.push(format!(
                "{}{number}",
                random.pick(&["lab", "branch", "my-branch", "b", "12"])
            ));
            if random.once_in(4) {
                own_labels.push(format!("more{number}"));
            }
        }
        own_labels.retain(|label| *label != id && !is_taken(label, &specs));
        heads.retain(|head| !down.contains(head));
        heads.push(id.clone());
        labels.extend(own_labels.iter().cloned());
        let doc = random.pick(&[None, Some("add a table"), Some("two words, and a comma")]);
        specs.push(Spec {
            id,
            down,
            depends_on,
            labels: own_labels,
            doc: doc.map(str::to_owned),
        });
    }
    random.sample(&specs, usize::MAX)
}

/// Makes one fault: a circle, a missing parent, a double identifier, a double label, an illegal character, a loop.
pub fn break_graph(random: &mut Random, specs: &mut Vec<Spec>) {
    let victim = random.below(specs.len());
    let other = random.pick(specs).clone();
    match random.below(8) {
        0 => specs[victim].down.push("missing".to_owned()),
        1 => specs[victim].depends_on.push("missing".to_owned()),
        2 => specs[victim].down = vec![other.id],
        3 => specs[victim].depends_on.push(other.id),
        4 => specs.push(Spec {
            labels: Vec::new(),
            ..other
        }),
        5 => specs[victim].labels = vec![other.id],
        6 => specs[victim].id += ["-x", "@", "+:"][random.below(3)],
        _ => {
            specs[victim].labels = vec!["double".to_owned()];
            let last = specs.len() - 1;
            specs[last].labels = vec!["double".to_owned()];
        }
    }
}
