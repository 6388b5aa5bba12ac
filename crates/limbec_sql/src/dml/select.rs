use limbec_schema::build::{output_names, own_name};
use limbec_schema::{Correlate, Expr, FromItem, Select, SetOp, UnaryOp};

use super::labels::Spot;
use super::scope::{Scope, add, contains, expanded, froms_of};
use super::{Compiler, Cx};
use crate::CompileError;

/// Where a SELECT stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place {
    /// In FROM or WITH: columns are named by AS.
    pub asfrom: bool,
    /// In WITH: nothing around it is correlated with.
    pub within_cte: bool,
    /// The subquery or CTE that it is, whose columns others refer to.
    pub owner: Option<u64>,
    /// `LATERAL`: it sees the tables before it.
    pub lateral: bool,
    /// One part of a set operation, or the source of an INSERT: WITH goes before the whole.
    pub embedded: bool,
    /// Values inside are written inline, whatever the mode.
    pub literal: bool,
    /// Inside an operator, as [`Cx::in_operator`].
    pub in_operator: bool,
}

impl Compiler<'_> {
    /// A SELECT, a set operation, or a text that stands for one.
    pub(crate) fn select(&mut self, select: &Select, place: Place) -> Result<String, CompileError> {
        if let Some(rows) = &select.values {
            let cx = Cx {
                literal: place.literal,
                ..Cx::default()
            };
            return self.values_rows(rows, cx);
        }
        let mut text = match (&select.compound, &select.text) {
            (Some((op, parts)), _) => self.compound(select, *op, parts, place)?,
            (None, Some(text)) => {
                self.added_ctes(&select.ctes)?;
                self.text_clause(text, Cx::default())?
            }
            (None, None) => self.simple_select(select, place)?,
        };
        text.push_str(&self.statement_hints(&select.hints));
        if !place.embedded {
            let following = select.compound.is_some();
            text.insert_str(0, &self.with_clause(following));
        }
        let suffixes = self.prefixes(&select.suffixes)?;
        if !suffixes.is_empty() {
            text.push_str(&format!(" {suffixes}"));
        }
        Ok(text)
    }

    fn simple_select(&mut self, select: &Select, place: Place) -> Result<String, CompileError> {
        let froms = self.display_froms(select, place)?;
        self.push_select_scope(select, &froms);
        let result = self.select_body(select, &froms, place);
        self.stack.pop();
        result
    }

    fn select_body(
        &mut self,
        select: &Select,
        froms: &[FromItem],
        place: Place,
    ) -> Result<String, CompileError> {
        let cx = Cx {
            literal: place.literal,
            in_operator: place.in_operator,
            ..Cx::default()
        };
        let hints = self.table_hints(&select.hints, None)?;
        if let Some(scope) = self.stack.last_mut() {
            scope.hints = hints;
        }
        self.added_ctes(&select.ctes)?;
        let mut text = String::from("SELECT ");
        text.push_str(&self.prefixes(&select.prefixes)?);
        text.push_str(&self.distinct(select, cx)?);
        let columns = select
            .columns
            .iter()
            .zip(&output_names(&select.columns, select.label_style))
            .enumerate()
            .map(|(index, (column, naming))| {
                let spot = Spot {
                    asfrom: place.asfrom,
                    output: place.owner.map(|owner| (owner, index)),
                };
                self.labelled(column, naming, spot, cx)
            })
            .collect::<Result<Vec<_>, _>>()?;
        text.push_str(&columns.join(", "));
        if columns.is_empty() {
            text.truncate(text.trim_end().len());
        }
        if froms.is_empty() {
            text.push_str(self.answers.default_from(!select.filter.is_empty()));
        } else {
            let items = froms
                .iter()
                .map(|item| self.source(item, cx))
                .collect::<Result<Vec<_>, _>>()?;
            text.push_str(&format!(" \nFROM {}", items.join(", ")));
        }
        let filter = self.conditions(&select.filter, cx)?;
        if !filter.is_empty() {
            text.push_str(&format!(" \nWHERE {filter}"));
        }
        text.push_str(&self.group_by(select, cx)?);
        let having = self.conditions(&select.having, cx)?;
        if !having.is_empty() {
            text.push_str(&format!(" \nHAVING {having}"));
        }
        text.push_str(&self.order_by(select, cx)?);
        text.push_str(&self.row_limit(select, cx)?);
        if let Some(lock) = &select.for_update {
            text.push_str(&self.answers.for_update(self, lock)?);
        }
        Ok(text)
    }

    fn compound(
        &mut self,
        select: &Select,
        op: SetOp,
        parts: &[Select],
        place: Place,
    ) -> Result<String, CompileError> {
        let outer = self.stack.last();
        let scope = Scope {
            correlate: outer.map(|o| o.correlate.clone()).unwrap_or_default(),
            own: outer.map(|o| o.own.clone()).unwrap_or_default(),
            labels: parts.first().map(label_names).unwrap_or_default(),
            hints: Vec::new(),
        };
        self.stack.push(scope);
        let result = self.compound_body(select, op, parts, place);
        self.stack.pop();
        result
    }

    fn compound_body(
        &mut self,
        select: &Select,
        op: SetOp,
        parts: &[Select],
        place: Place,
    ) -> Result<String, CompileError> {
        self.added_ctes(&select.ctes)?;
        let width = parts.first().map_or(0, width);
        let mut texts = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            let own = self::width(part);
            if part.compound.is_none() && part.text.is_none() && own != width {
                return Err(CompileError::compile(format!(
                    "All selectables passed to CompoundSelect must have identical numbers of \
                     columns; select #1 has {width} columns, select #{} has {own}",
                    index + 1,
                )));
            }
            let embedded = Place {
                embedded: true,
                // The first part names the columns of the whole.
                owner: place.owner.filter(|_| index == 0),
                ..place
            };
            let text = self.select(part, embedded)?;
            texts.push(if needs_parentheses(part) {
                format!("({text})")
            } else {
                text
            });
        }
        let mut text = texts.join(&format!(" {} ", keyword(op)));
        let cx = Cx {
            include_table: false,
            literal: place.literal,
            in_operator: place.in_operator,
            ..Cx::default()
        };
        text.push_str(&self.group_by(select, cx)?);
        text.push_str(&self.order_by(select, cx)?);
        text.push_str(&self.row_limit(select, cx)?);
        Ok(text)
    }

    fn distinct(&mut self, select: &Select, cx: Cx) -> Result<String, CompileError> {
        if !select.distinct_on.is_empty() && self.answers.has_distinct_on() {
            let columns = self.label_aware_list(&select.distinct_on, cx)?;
            return Ok(format!("DISTINCT ON ({columns}) "));
        }
        Ok(if select.distinct || !select.distinct_on.is_empty() {
            "DISTINCT ".to_owned()
        } else {
            String::new()
        })
    }

    fn group_by(&mut self, select: &Select, cx: Cx) -> Result<String, CompileError> {
        if select.group_by.is_empty() {
            return Ok(String::new());
        }
        let texts = select
            .group_by
            .iter()
            .map(|item| match item {
                Expr::LabelRef(name) => self.label_reference(name, cx),
                other => self.expr(other, cx),
            })
            .collect::<Result<Vec<_>, _>>()?;
        Ok(format!(" GROUP BY {}", texts.join(", ")))
    }

    fn order_by(&mut self, select: &Select, cx: Cx) -> Result<String, CompileError> {
        if select.order_by.is_empty() {
            return Ok(String::new());
        }
        Ok(format!(
            " ORDER BY {}",
            self.label_aware_list(&select.order_by, cx)?
        ))
    }

    /// Expressions in which a label of the SELECT list goes by its name alone.
    fn label_aware_list(&mut self, items: &[Expr], cx: Cx) -> Result<String, CompileError> {
        let texts = items
            .iter()
            .map(|item| self.label_aware(item, cx))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(texts.join(", "))
    }

    fn label_aware(&mut self, item: &Expr, cx: Cx) -> Result<String, CompileError> {
        match item {
            Expr::LabelRef(name) => self.label_reference(name, cx),
            Expr::Label {
                name,
                anonymous: false,
                ..
            } => {
                let known = self.stack.last().is_some_and(|scope| {
                    scope
                        .labels
                        .iter()
                        .any(|(label, expr)| label == name && expr == item)
                });
                if known {
                    Ok(self.dialect.quote(name))
                } else {
                    self.expr(item, cx)
                }
            }
            Expr::Unary {
                op: op @ (UnaryOp::Desc | UnaryOp::Asc),
                operand,
            } if refers_to_label(operand) => {
                let word = if *op == UnaryOp::Desc { "DESC" } else { "ASC" };
                Ok(format!("{} {word}", self.label_aware(operand, cx)?))
            }
            Expr::Nulls { operand, order } if refers_to_label(operand) => Ok(format!(
                "{} NULLS {}",
                self.label_aware(operand, cx)?,
                crate::expr::nulls_word(*order)
            )),
            other => self.expr(other, cx),
        }
    }

    /// `order_by("name")`.
    pub(crate) fn label_reference(&mut self, name: &str, cx: Cx) -> Result<String, CompileError> {
        let Some(scope) = self.stack.last() else {
            return Ok(name.to_owned());
        };
        let found = scope
            .labels
            .iter()
            .find(|(label, _)| label == name)
            .map(|(_, expr)| expr.clone());
        match found {
            Some(Expr::Label { name, .. }) => Ok(self.dialect.quote(&name)),
            Some(other) => self.expr(&other, cx),
            None => Err(CompileError::compile(format!(
                "Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. \
                 Textual SQL expression {} should be explicitly declared as text({0})",
                crate::python_repr::python_str_repr(name)
            ))),
        }
    }

    fn row_limit(&mut self, select: &Select, cx: Cx) -> Result<String, CompileError> {
        if let Some(fetch) = &select.fetch {
            return self.answers.fetch(self, fetch, select.offset.as_ref(), cx);
        }
        if select.limit.is_none() && select.offset.is_none() {
            return Ok(String::new());
        }
        self.answers
            .limit(self, select.limit.as_ref(), select.offset.as_ref(), cx)
    }

    /// The FROM of a SELECT: what it names, what its columns and conditions belong to, without what
    /// joins contain and without what an enclosing statement provides.
    fn display_froms(
        &mut self,
        select: &Select,
        place: Place,
    ) -> Result<Vec<FromItem>, CompileError> {
        let froms = all_froms(select);
        let (around, own) = match self.stack.last() {
            Some(scope) if !place.within_cte => (scope.correlate.clone(), scope.own.clone()),
            _ => (Vec::new(), Vec::new()),
        };
        let (explicit, implicit) = if place.asfrom && !place.lateral {
            let outside: Vec<FromItem> = around
                .into_iter()
                .filter(|item| !contains(&own, item))
                .collect();
            (outside, Vec::new())
        } else {
            (around, own)
        };
        let count = froms.len();
        let kept: Vec<FromItem> = match &select.correlate {
            Correlate::Only(tables) => froms
                .into_iter()
                .filter(|item| !(contains(&explicit, item) && contains(tables, item)))
                .collect(),
            Correlate::Except(tables) => froms
                .into_iter()
                .filter(|item| !contains(&explicit, item) || contains(tables, item))
                .collect(),
            Correlate::Auto if count > 1 => froms
                .into_iter()
                .filter(|item| !contains(&implicit, item))
                .collect(),
            Correlate::Auto => froms,
        };
        if kept.is_empty() && count > 1 && select.correlate == Correlate::Auto {
            return Err(CompileError::InvalidRequest {
                message: "Select statement returned no FROM clauses due to auto-correlation; \
                          specify correlate(<tables>) to control correlation manually."
                    .to_owned(),
            });
        }
        Ok(kept)
    }

    fn push_select_scope(&mut self, select: &Select, froms: &[FromItem]) {
        let mut own = Vec::new();
        for item in froms {
            expanded(item, &mut own);
        }
        let mut correlate = own.clone();
        if let Some(scope) = self.stack.last() {
            for item in &scope.correlate {
                add(&mut correlate, item);
            }
        }
        self.stack.push(Scope {
            correlate,
            own,
            labels: label_names(select),
            hints: Vec::new(),
        });
    }
}

/// All tables of a SELECT, those inside joins hidden.
fn all_froms(select: &Select) -> Vec<FromItem> {
    let mut froms: Vec<FromItem> = Vec::new();
    for item in &select.from {
        add(&mut froms, item);
    }
    for column in &select.columns {
        froms_of(&column.expr, &mut froms);
    }
    for condition in &select.filter {
        froms_of(condition, &mut froms);
    }
    let mut hidden = Vec::new();
    for item in &froms {
        if let FromItem::Join { left, right, .. } = item {
            expanded(left, &mut hidden);
            expanded(right, &mut hidden);
        }
    }
    froms.retain(|item| !contains(&hidden, item));
    froms
}

fn label_names(select: &Select) -> Vec<(String, Expr)> {
    select
        .columns
        .iter()
        .filter_map(|column| own_name(&column.expr).map(|name| (name, column.expr.clone())))
        .collect()
}

fn refers_to_label(expr: &Expr) -> bool {
    match expr {
        Expr::LabelRef(_) | Expr::Label { .. } => true,
        Expr::Unary {
            op: UnaryOp::Desc | UnaryOp::Asc,
            operand,
        }
        | Expr::Nulls { operand, .. } => refers_to_label(operand),
        _ => false,
    }
}

/// The number of columns that a query yields.
fn width(select: &Select) -> usize {
    match &select.compound {
        Some((_, parts)) => parts.first().map_or(0, width),
        None => select.columns.len(),
    }
}

/// A part of a set operation with an order or a limit of its own, or that is one itself.
fn needs_parentheses(part: &Select) -> bool {
    part.compound.is_some()
        || part.limit.is_some()
        || part.offset.is_some()
        || part.fetch.is_some()
        || !part.order_by.is_empty()
}

fn keyword(op: SetOp) -> &'static str {
    match op {
        SetOp::Union => "UNION",
        SetOp::UnionAll => "UNION ALL",
        SetOp::Intersect => "INTERSECT",
        SetOp::IntersectAll => "INTERSECT ALL",
        SetOp::Except => "EXCEPT",
        SetOp::ExceptAll => "EXCEPT ALL",
    }
}
