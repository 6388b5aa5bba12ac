//! Freeing objects that refer to each other in a circle.
//!
//! Values are counted references, so a table whose columns know their table would stay for ever, and with a thousand
//! scripts so would a thousand modules, whose functions know the module that they stand in. What may be part of such a
//! circle is named as a suspect; [`Vm::free_cycles`] then looks at everything that the suspects reach. An object to
//! which more references exist than were found there is in use, and so is all that it reaches. The rest is emptied.
//!
//! References that are not followed (Rust data other than a dict, classes, running frames) keep what they refer to in use: looking at too
//! little never frees too much.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::value::{Cell, Function, Instance, Module, PyDict, PyList, PySet, Value};
use crate::vm::Vm;

/// Looking ends here: what reaches so much is in use, or is not worth the time.
const MOST: usize = 20_000;
/// When so many suspects have gathered, those that are gone already are forgotten.
const GATHERED: usize = 4_096;

impl Vm {
    /// Note an object that refers to others that refer back to it.
    pub fn suspect(&mut self, object: &Value) {
        let Value::Instance(instance) = object else {
            return;
        };
        if self.suspects.len() >= GATHERED && self.suspects.len().is_power_of_two() {
            self.suspects.retain(|known| known.strong_count() > 0);
        }
        self.suspects.push(Rc::downgrade(instance));
    }

    /// Free the suspects that are in use no more, and modules that were run for one purpose, which is over. A module
    /// that is still in use stays in `sys.modules`; true where it was freed.
    pub fn free_cycles(&mut self, done: Option<Rc<Module>>) -> bool {
        let mut search = Search::default();
        search
            .modules
            .extend(done.as_ref().map(|module| Rc::as_ptr(module).addr()));
        for suspect in std::mem::take(&mut self.suspects) {
            if let Some(instance) = suspect.upgrade() {
                search.add(Node::Instance(instance));
            }
        }
        let Some(module) = done else {
            search.run();
            return false;
        };
        let name = module.name().clone();
        let listed = matches!(self.modules.get(&name), Some(Value::Module(known)) if Rc::ptr_eq(known, &module));
        if listed {
            // The order of modules means nothing; of a thousand scripts each would have to move up a thousand times.
            self.modules.swap_remove(&name);
        }
        let left = Rc::downgrade(&module);
        search.add(Node::Module(module));
        search.run();
        match left.upgrade() {
            Some(module) if listed => {
                self.modules.insert(name, Value::Module(module));
                false
            }
            left => left.is_none(),
        }
    }
}

/// A container, held by the search.
enum Node {
    Instance(Rc<Instance>),
    Dict(Rc<PyDict>),
    List(Rc<PyList>),
    Tuple(Rc<[Value]>),
    Set(Rc<PySet>),
    Function(Rc<Function>),
    Cell(Rc<Cell>),
    Module(Rc<Module>),
}

struct Found {
    node: Node,
    /// How many references to it were found.
    inside: usize,
    /// Where in `edges` the places end that it refers to; they begin where those of the one before end.
    edges_end: usize,
}

#[derive(Default)]
struct Search {
    found: Vec<Found>,
    /// How many of them have been asked what they refer to.
    looked_at: usize,
    /// The places in `found` that each refers to.
    edges: Vec<usize>,
    /// The places in `found` by address.
    known: FxHashMap<usize, usize>,
    /// The modules that may be freed, by address: all others are in use.
    modules: Vec<usize>,
    gave_up: bool,
}

impl Search {
    fn run(mut self) {
        self.follow();
        self.free();
    }

    /// The place of a node.
    fn add(&mut self, node: Node) -> usize {
        let address = node.address();
        if let Some(place) = self.known.get(&address) {
            return *place;
        }
        let place = self.found.len();
        self.known.insert(address, place);
        self.found.push(Found {
            node,
            inside: 0,
            edges_end: 0,
        });
        place
    }

    /// Look at what is reached and was not looked at yet.
    fn follow(&mut self) {
        let mut children = Vec::new();
        while self.looked_at < self.found.len() {
            if self.found.len() > MOST {
                self.gave_up = true;
                return;
            }
            let next = self.looked_at;
            self.looked_at += 1;
            self.found[next].node.children(&self.modules, &mut children);
            for child in children.drain(..) {
                let place = self.add(child);
                self.found[place].inside += 1;
                self.edges.push(place);
            }
            self.found[next].edges_end = self.edges.len();
        }
    }

    fn edges_of(&self, place: usize) -> &[usize] {
        let start = place
            .checked_sub(1)
            .map_or(0, |before| self.found[before].edges_end);
        &self.edges[start..self.found[place].edges_end]
    }

    fn free(self) {
        if self.gave_up {
            return;
        }
        let mut used = vec![false; self.found.len()];
        let mut reached: Vec<usize> = Vec::new();
        for (place, found) in self.found.iter().enumerate() {
            // One reference is that of the search.
            if found.node.references() > found.inside + 1 {
                used[place] = true;
                reached.push(place);
            }
        }
        while let Some(place) = reached.pop() {
            for next in self.edges_of(place) {
                if !std::mem::replace(&mut used[*next], true) {
                    reached.push(*next);
                }
            }
        }
        for (found, used) in self.found.iter().zip(used) {
            if !used {
                found.node.empty();
            }
        }
    }
}

impl Node {
    fn of(value: &Value, modules: &[usize]) -> Option<Self> {
        Some(match value {
            Value::Instance(instance) => Node::Instance(instance.clone()),
            Value::Dict(dict) => Node::Dict(dict.clone()),
            Value::List(list) => Node::List(list.clone()),
            Value::Tuple(tuple) if !tuple.is_empty() => Node::Tuple(tuple.clone()),
            Value::Set(set) | Value::FrozenSet(set) => Node::Set(set.clone()),
            Value::Function(function) => Node::Function(function.clone()),
            Value::Module(module) => return Self::of_module(module, modules),
            _ => return None,
        })
    }

    fn of_module(module: &Rc<Module>, modules: &[usize]) -> Option<Self> {
        let known = modules.contains(&Rc::as_ptr(module).addr());
        known.then(|| Node::Module(module.clone()))
    }

    fn address(&self) -> usize {
        match self {
            Node::Instance(node) => Rc::as_ptr(node).addr(),
            Node::Dict(node) => Rc::as_ptr(node).addr(),
            Node::List(node) => Rc::as_ptr(node).addr(),
            Node::Tuple(node) => node.as_ptr().addr(),
            Node::Set(node) => Rc::as_ptr(node).addr(),
            Node::Function(node) => Rc::as_ptr(node).addr(),
            Node::Cell(node) => Rc::as_ptr(node).addr(),
            Node::Module(node) => Rc::as_ptr(node).addr(),
        }
    }

    fn references(&self) -> usize {
        match self {
            Node::Instance(node) => Rc::strong_count(node),
            Node::Dict(node) => Rc::strong_count(node),
            Node::List(node) => Rc::strong_count(node),
            Node::Tuple(node) => Rc::strong_count(node),
            Node::Set(node) => Rc::strong_count(node),
            Node::Function(node) => Rc::strong_count(node),
            Node::Cell(node) => Rc::strong_count(node),
            Node::Module(node) => Rc::strong_count(node),
        }
    }

    /// One node for each reference that this one holds.
    fn children(&self, modules: &[usize], children: &mut Vec<Node>) {
        let mut add = |value: &Value| children.extend(Node::of(value, modules));
        match self {
            Node::Instance(instance) => {
                if let Some(inner) = instance.inner() {
                    add(&inner);
                }
                children.push(Node::Dict(instance.attrs().clone()));
                children.extend(instance.payload::<PyDict>().map(Node::Dict));
            }
            Node::Dict(dict) => dict.each(|key, value| {
                add(key);
                add(value);
            }),
            Node::List(list) => list.borrow().iter().for_each(add),
            Node::Tuple(tuple) => tuple.iter().for_each(add),
            Node::Set(set) => set.each(add),
            Node::Function(function) => {
                function.defaults.borrow().iter().flatten().for_each(add);
                let attrs = function.attrs.get().cloned();
                children.extend(attrs.map(Node::Dict));
                children.extend(function.closure.iter().cloned().map(Node::Cell));
                children.extend(Node::of_module(&function.globals, modules));
            }
            Node::Cell(cell) => cell.borrow().iter().for_each(add),
            Node::Module(module) => children.push(Node::Dict(module.dict().clone())),
        }
    }

    /// Let go of what it refers to.
    fn empty(&self) {
        match self {
            Node::Dict(dict) => dict.clear(),
            Node::List(list) => drop(std::mem::take(&mut *list.borrow_mut())),
            Node::Set(set) => set.clear(),
            Node::Cell(cell) => drop(cell.borrow_mut().take()),
            // Circles go through one of those above.
            Node::Instance(_) | Node::Tuple(_) | Node::Function(_) | Node::Module(_) => {}
        }
    }
}
