//! From a symbol (`head`, `heads`, `base`, an identifier or the beginning of one, `label@symbol`) to revisions.

use crate::error::{Caller, GraphError, Unresolved};
use crate::map::{Node, RevisionMap};
use crate::revision::{RevId, Revision, Selector};
use crate::target::negative_integer;

/// What one symbol leads to.
#[derive(Debug, Clone, Copy)]
pub enum Found<'m> {
    /// A revision.
    Revision(&'m Revision),
    /// The place below all revisions, reached by walking down.
    Base,
    /// Nothing: the empty state itself, or a walk that led past the end.
    Nothing,
}

impl<'m> Found<'m> {
    /// The revision, if there is one.
    #[must_use]
    pub fn revision(self) -> Option<&'m Revision> {
        match self {
            Self::Revision(revision) => Some(revision),
            Self::Base | Self::Nothing => None,
        }
    }
}

/// [`Found`] by node number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Located {
    Revision(Node),
    Base,
    Nothing,
}

impl Located {
    /// The revision where only a revision will do. Alembic asserts it.
    pub(crate) fn revision(self) -> Result<Node, GraphError> {
        match self {
            Self::Revision(node) => Ok(node),
            Self::Base => Err(GraphError::undefined(
                "The target lies below the first revision",
            )),
            Self::Nothing => Err(GraphError::undefined(
                "The target lies outside of the history",
            )),
        }
    }
}

/// A symbol taken apart: the names it stands for, and the branch they have to be on.
#[derive(Debug, Clone)]
pub(crate) struct Symbols {
    pub(crate) ids: Vec<RevId>,
    pub(crate) branch: Option<RevId>,
}

impl RevisionMap {
    /// The revision of one symbol.
    ///
    /// # Errors
    /// Unknown and ambiguous symbols; several heads where one was asked for.
    pub fn get_revision(&self, symbol: &str) -> Result<Found<'_>, GraphError> {
        self.locate_one(Some(symbol))
            .map(|located| self.found(located))
            .map_err(|error| error.for_caller(&Caller::Lookup))
    }

    /// The revisions of one symbol, or of several one after the other. The base is no revision: it adds nothing.
    ///
    /// # Errors
    /// Unknown and ambiguous symbols; several heads where `head` was asked for.
    pub fn get_revisions(
        &self,
        symbols: impl Into<Selector>,
    ) -> Result<Vec<Found<'_>>, GraphError> {
        let located = self
            .locate(&symbols.into())
            .map_err(|error| error.for_caller(&Caller::Lookup))?;
        Ok(located.into_iter().map(|one| self.found(one)).collect())
    }

    /// The only head, or the only head of a branch; `None` if there are no revisions.
    ///
    /// # Errors
    /// [`GraphError::MultipleHeads`], and a label that is unknown.
    pub fn get_current_head(&self, branch: Option<&str>) -> Result<Option<RevId>, GraphError> {
        let caller = match branch {
            None => Caller::CurrentHead,
            Some(_) => Caller::Lookup,
        };
        self.current_head(branch)
            .map_err(|error| error.for_caller(&caller))
    }

    /// The names that a symbol stands for, for the functions of `env.py` that ask for a revision number; `heads` gives
    /// all of them, any other symbol the first.
    ///
    /// # Errors
    /// As [`Self::get_revision`].
    pub fn as_revision_numbers(&self, symbol: Option<&str>) -> Result<Vec<RevId>, GraphError> {
        let mut ids = self
            .symbols(symbol)
            .map_err(|error| error.for_caller(&Caller::Lookup))?
            .ids;
        if symbol != Some("heads") {
            ids.truncate(1);
        }
        Ok(ids)
    }

    /// The rows that the version table is taken to have in offline mode, where the start is given by the user.
    ///
    /// # Errors
    /// As [`Self::get_revision`].
    pub fn offline_heads(&self, start: Option<&str>) -> Result<Vec<RevId>, GraphError> {
        let Some(start) = start.filter(|&start| start != "base") else {
            return Ok(Vec::new());
        };
        let node = self
            .locate_one(Some(start))
            .and_then(Located::revision)
            .map_err(|error| error.for_caller(&Caller::Lookup))?;
        Ok(vec![self.id(node).clone()])
    }

    pub(crate) fn found(&self, located: Located) -> Found<'_> {
        match located {
            Located::Revision(node) => Found::Revision(&self.nodes[node]),
            Located::Base => Found::Base,
            Located::Nothing => Found::Nothing,
        }
    }

    pub(crate) fn current_head(&self, branch: Option<&str>) -> Result<Option<RevId>, GraphError> {
        let branch = branch.filter(|branch| !branch.is_empty());
        let heads = match branch {
            Some(_) => self.filter_for_lineage(&self.heads, branch, false)?,
            None => self.heads.clone(),
        };
        if heads.len() > 1 {
            return Err(GraphError::MultipleHeads {
                heads,
                argument: branch
                    .map_or_else(|| "head".to_owned(), |branch| format!("{branch}@head"))
                    .into(),
                caller: Box::new(Caller::Library),
            });
        }
        Ok(heads.into_iter().next())
    }

    /// Takes a symbol apart.
    pub(crate) fn symbols(&self, symbol: Option<&str>) -> Result<Symbols, GraphError> {
        let Some(symbol) = symbol else {
            return Ok(Symbols {
                ids: Vec::new(),
                branch: None,
            });
        };
        let (branch, name) = match symbol.split_once('@') {
            Some((branch, name)) => (Some(branch), name),
            None => (None, symbol),
        };
        let ids = match name {
            "heads" => match branch.filter(|branch| !branch.is_empty()) {
                Some(branch) => self.filter_for_lineage(&self.heads, Some(branch), false)?,
                None => self.real_heads.clone(),
            },
            "head" => self.current_head(branch)?.into_iter().collect(),
            "base" => Vec::new(),
            name => vec![name.into()],
        };
        Ok(Symbols {
            ids,
            branch: branch.map(Into::into),
        })
    }

    /// All that a selector stands for.
    pub(crate) fn locate(&self, selector: &Selector) -> Result<Vec<Located>, GraphError> {
        let mut all = Vec::new();
        for symbol in selector.symbols() {
            all.extend(self.locate_symbol(symbol)?);
        }
        Ok(all)
    }

    /// All that one symbol stands for.
    pub(crate) fn locate_symbol(&self, symbol: &str) -> Result<Vec<Located>, GraphError> {
        let Symbols { ids, branch } = self.symbols(Some(symbol))?;
        if let [id] = ids.as_slice()
            && let Some(steps) = negative_integer(id)
        {
            return self.below_heads(branch.as_deref(), steps);
        }
        ids.iter()
            .map(|id| self.revision_for(Some(id), branch.as_deref()))
            .collect()
    }

    /// `branch@-N` outside of a relative target: walks down from the heads.
    fn below_heads(&self, branch: Option<&str>, steps: i64) -> Result<Vec<Located>, GraphError> {
        self.locate_symbol("heads")?
            .into_iter()
            .filter(|head| match (branch, head) {
                (Some(label), Located::Revision(node)) => self.nodes[*node].has_branch_label(label),
                _ => true,
            })
            .map(|head| self.walk_steps(head, steps, None, true))
            .collect()
    }

    /// The one revision that a symbol stands for.
    pub(crate) fn locate_one(&self, symbol: Option<&str>) -> Result<Located, GraphError> {
        let Symbols { ids, branch } = self.symbols(symbol)?;
        if ids.len() > 1 {
            return Err(GraphError::MultipleHeads {
                heads: ids,
                argument: symbol.unwrap_or_default().into(),
                caller: Box::new(Caller::Library),
            });
        }
        self.revision_for(ids.first().map(AsRef::as_ref), branch.as_deref())
    }

    /// The revision of the part before `@`: a label, or an identifier that stands for its line.
    pub(crate) fn resolve_branch(&self, branch: &str) -> Result<Node, GraphError> {
        if let Some(node) = self.node(branch) {
            return Ok(node);
        }
        self.identified(branch).map_err(|error| match error {
            GraphError::Resolution { caller, .. } => GraphError::Resolution {
                reason: Box::new(Unresolved::NoSuchBranch),
                argument: branch.into(),
                caller,
            },
            other => other,
        })
    }

    /// The revision of an identifier, a label, or the beginning of either, which must be on `branch` if that is given.
    pub(crate) fn revision_for(
        &self,
        id: Option<&str>,
        branch: Option<&str>,
    ) -> Result<Located, GraphError> {
        let branch = branch.filter(|branch| !branch.is_empty());
        let line = match branch {
            Some(branch) => Some((branch, self.resolve_branch(branch)?)),
            None => None,
        };
        let Some(id) = id else {
            return Ok(Located::Nothing);
        };
        let node = match self.node(id) {
            Some(node) => node,
            None => self.partial(id, branch)?,
        };
        if let Some((branch, on)) = line
            && !self.line(&[on], false).contains(node)
        {
            return Err(unresolved(
                id,
                Unresolved::NotOnBranch {
                    revision: self.id(node).clone(),
                    branch: branch.into(),
                },
            ));
        }
        Ok(Located::Revision(node))
    }

    /// The only name that begins with `id`. Names of up to three characters have to be written in full.
    fn partial(&self, id: &str, branch: Option<&str>) -> Result<Node, GraphError> {
        if id.is_empty() {
            return Err(GraphError::undefined(
                "A revision identifier must not be empty",
            ));
        }
        let mut candidates: Vec<RevId> = self
            .index
            .keys()
            .filter(|key| key.starts_with(id) && key.chars().nth(3).is_some())
            .cloned()
            .collect();
        if branch.is_some() {
            candidates = self.filter_for_lineage(&candidates, branch, false)?;
        }
        match candidates.as_slice() {
            [] => Err(unresolved(id, Unresolved::NoSuchRevision)),
            [only] => self
                .node(only)
                .ok_or_else(|| unresolved(id, Unresolved::NoSuchRevision)),
            _ => Err(unresolved(id, Unresolved::Ambiguous { candidates })),
        }
    }
}

pub(crate) fn unresolved(argument: &str, reason: Unresolved) -> GraphError {
    GraphError::Resolution {
        reason: Box::new(reason),
        argument: argument.into(),
        caller: Box::new(Caller::Library),
    }
}
