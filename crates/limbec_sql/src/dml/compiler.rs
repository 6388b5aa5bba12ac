use std::collections::{HashMap, HashSet};

use limbec_schema::{Bind, Literal, SchemaMap, SqlStatement, SqlType};

use super::answers::DmlDialect;
use super::labels::OutputKey;
use super::scope::Scope;
use super::{BindMode, cte::CteText};
use crate::dialect::ParamStyle;
use crate::literal::{bind_value, literal};
use crate::{CompileError, Dialect, Params, Statement};

/// Where a value stands in the text until the text is complete: SQL moves around while it is
/// composed (WITH is put in front), and placeholders are numbered in their final order. The two are
/// noncharacters of Unicode, which no SQL contains.
const BIND_START: char = '\u{fdd0}';
const BIND_END: char = '\u{fdd1}';

/// What an expression must know of its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct Cx {
    /// Columns are written with their table.
    pub include_table: bool,
    /// Inside an operator: operators that group eagerly take parentheses.
    pub in_operator: bool,
    /// A CAST around a JSON access asks for the text, not for JSON.
    pub json_text: bool,
    /// Columns of schema-qualified tables keep the schema.
    pub use_schema: bool,
    /// Values are written inline, whatever the mode.
    pub literal: bool,
}

impl Default for Cx {
    fn default() -> Self {
        Cx {
            include_table: true,
            in_operator: false,
            json_text: false,
            use_schema: true,
            literal: false,
        }
    }
}

/// A value that travels beside the statement.
#[derive(Debug)]
struct Slot {
    name: String,
    /// One of the values of an IN list, which SQLAlchemy adds behind the others.
    expanded: bool,
    value: Option<Literal>,
    sql_type: SqlType,
}

/// The name of a value as it stands in a placeholder, where some characters cannot stand.
/// Source: SQLAlchemy, `bindname_escape_characters` of `SQLCompiler`.
pub(crate) fn escaped_name(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            '%' => 'P',
            '(' => 'A',
            ')' => 'Z',
            ':' => 'C',
            '.' | '[' | ']' | ' ' => '_',
            other => other,
        })
        .collect()
}

/// The state of one compilation.
#[derive(Debug)]
pub struct Compiler<'a> {
    /// The database.
    pub(crate) dialect: &'a dyn Dialect,
    /// Its answers.
    pub(crate) answers: &'static dyn DmlDialect,
    mode: BindMode,
    slots: Vec<Slot>,
    /// How often a stem has been numbered.
    counters: HashMap<String, usize>,
    /// The names of anonymous aliases by stem and identity.
    aliases: HashMap<(String, u64), String>,
    /// The names of the columns of subqueries whose expressions had none.
    outputs: HashMap<OutputKey, String>,
    /// Which schema stands for which.
    pub(crate) schemas: SchemaMap,
    /// The WITH queries found so far.
    pub(super) ctes: Vec<CteText>,
    /// The statements around what is being compiled.
    pub(super) stack: Vec<Scope>,
}

impl<'a> Compiler<'a> {
    /// A fresh compilation.
    pub fn new(dialect: &'a dyn Dialect, mode: BindMode) -> Self {
        Compiler {
            dialect,
            answers: dialect.dml(),
            mode,
            slots: Vec::new(),
            counters: HashMap::new(),
            aliases: HashMap::new(),
            outputs: HashMap::new(),
            schemas: SchemaMap::default(),
            ctes: Vec::new(),
            stack: Vec::new(),
        }
    }

    /// Whether values are written into the text.
    pub(super) fn is_literal(&self) -> bool {
        self.mode == BindMode::Literal
    }

    /// Whether placeholders are those that SQLAlchemy prints.
    pub(crate) fn is_printed(&self) -> bool {
        self.mode == BindMode::Printed
    }

    /// The text of a whole statement, placeholders still open.
    pub(crate) fn statement(&mut self, statement: &SqlStatement) -> Result<String, CompileError> {
        match statement {
            SqlStatement::Text(text) => self.text_clause(text, Cx::default()),
            SqlStatement::Select(select) => self.select(select, super::select::Place::default()),
            SqlStatement::Insert(insert) => self.insert(insert),
            SqlStatement::Update(update) => self.update(update),
            SqlStatement::Delete(delete) => self.delete(delete),
        }
    }

    /// A value: written inline or held for later, as the mode says.
    pub(crate) fn bind(&mut self, bind: &Bind, cx: Cx) -> Result<String, CompileError> {
        if self.mode == BindMode::Printed && (bind.expanding || cx.literal) && !bind.inline {
            return Ok(self.deferred_bind(bind));
        }
        if self.mode == BindMode::Literal || bind.inline || cx.literal {
            return self.inline_bind(bind);
        }
        if bind.expanding {
            return self.expanding_slots(bind);
        }
        let name = self.bind_name(bind);
        Ok(self.slot(name, bind.value.clone(), bind.sql_type.clone()))
    }

    /// What SQLAlchemy prints for a value that it writes into the text at execution only.
    fn deferred_bind(&mut self, bind: &Bind) -> String {
        let name = self.bind_name(bind);
        if bind.expanding {
            format!("(__[POSTCOMPILE_{name}])")
        } else {
            format!("__[POSTCOMPILE_{name}]")
        }
    }

    fn bind_name(&mut self, bind: &Bind) -> String {
        if bind.anonymous {
            self.numbered(&bind.key)
        } else {
            bind.key.clone()
        }
    }

    fn inline_bind(&mut self, bind: &Bind) -> Result<String, CompileError> {
        if let (true, Some(items)) = (bind.expanding, bind.value.as_ref().and_then(Literal::items))
        {
            let texts = items
                .iter()
                .map(|item| self.literal_item(item, &bind.sql_type))
                .collect::<Result<Vec<_>, _>>()?;
            return Ok(self.in_list(items, texts));
        }
        if bind.expanding && bind.value.is_none() {
            return Ok("(NULL)".to_owned());
        }
        match &bind.value {
            None => Ok("NULL".to_owned()),
            // None for a JSON column, which is bound as JSON's null, is written as NULL.
            Some(Literal::Json(text)) if text == "null" => Ok("NULL".to_owned()),
            Some(value) => literal(self.dialect, value, &bind.sql_type),
        }
    }

    /// One value of an IN list; a list of its own is a tuple.
    fn literal_item(&self, item: &Literal, sql_type: &SqlType) -> Result<String, CompileError> {
        match item {
            Literal::List(parts) | Literal::Tuple(parts) => {
                let texts = parts
                    .iter()
                    .map(|part| literal(self.dialect, part, &SqlType::Null))
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(format!("({})", texts.join(", ")))
            }
            other => literal(self.dialect, other, sql_type),
        }
    }

    fn expanding_slots(&mut self, bind: &Bind) -> Result<String, CompileError> {
        let Some(items) = bind.value.as_ref().and_then(Literal::items) else {
            return Ok(format!(
                "({})",
                self.slot(bind.key.clone(), None, bind.sql_type.clone())
            ));
        };
        let name = self.bind_name(bind);
        let first = self.slots.len();
        let mut texts = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let name = format!("{name}_{}", index + 1);
            texts.push(match item {
                Literal::List(parts) | Literal::Tuple(parts) => {
                    let parts: Vec<String> = parts
                        .iter()
                        .enumerate()
                        .map(|(at, part)| {
                            let name = format!("{name}_{}", at + 1);
                            self.slot(name, Some(part.clone()), SqlType::Null)
                        })
                        .collect();
                    format!("({})", parts.join(", "))
                }
                other => self.slot(name, Some(other.clone()), bind.sql_type.clone()),
            });
        }
        for slot in &mut self.slots[first..] {
            slot.expanded = true;
        }
        Ok(self.in_list(items, texts))
    }

    /// The right side of IN. (An empty one is written by the operator.)
    fn in_list(&self, items: &[Literal], texts: Vec<String>) -> String {
        if texts.is_empty() {
            return "(NULL)".to_owned();
        }
        let tuples = items.first().is_some_and(|item| item.items().is_some());
        let prefix = if tuples && self.answers.tuple_in_values() {
            "VALUES "
        } else {
            ""
        };
        format!("({prefix}{})", texts.join(", "))
    }

    /// A place for a value beside the statement.
    pub(super) fn slot(
        &mut self,
        name: String,
        value: Option<Literal>,
        sql_type: SqlType,
    ) -> String {
        self.slots.push(Slot {
            name,
            expanded: false,
            value,
            sql_type,
        });
        format!("{BIND_START}{}{BIND_END}", self.slots.len() - 1)
    }

    /// The next name of a stem: `param_1`, `anon_1`.
    pub(crate) fn numbered(&mut self, stem: &str) -> String {
        let stem: String = stem
            .chars()
            .map(|c| if " %():.[]".contains(c) { '_' } else { c })
            .collect();
        let counter = self.counters.entry(stem.clone()).or_insert(0);
        *counter += 1;
        let name = format!("{stem}_{counter}");
        let longest = self.dialect.features().max_identifier_length;
        if name.chars().count() > longest.saturating_sub(6) {
            let head: String = name.chars().take(longest.saturating_sub(6)).collect();
            return format!("{head}_{counter:x}");
        }
        name
    }

    /// The name of an anonymous alias, the same for the same object.
    pub(crate) fn alias_name(&mut self, stem: &str, id: u64) -> String {
        let key = (stem.to_owned(), id);
        if let Some(name) = self.aliases.get(&key) {
            return name.clone();
        }
        let name = self.numbered(stem);
        self.aliases.insert(key, name.clone());
        name
    }

    /// The name of a nameless column of a subquery, inside and outside of it.
    pub(super) fn output_name(&mut self, stem: &str, key: OutputKey) -> String {
        if let Some(name) = self.outputs.get(&key) {
            return name.clone();
        }
        let name = self.numbered(stem);
        self.outputs.insert(key, name.clone());
        name
    }

    /// The statement with its placeholders and values.
    ///
    /// # Errors
    /// A value that was not given, or that its type does not take.
    pub fn finish(self, text: &str) -> Result<Statement, CompileError> {
        if self.slots.is_empty() {
            return Ok(Statement::new(text));
        }
        let (sql, order) = self.placed(text);
        let params = match self.mode {
            BindMode::Parameters if self.sends_names() => {
                Params::Named(self.named_values(order, &sql)?)
            }
            BindMode::Printed | BindMode::Literal => Params::Named(
                order
                    .iter()
                    .map(|place| {
                        let slot = &self.slots[*place];
                        let value = slot.value.clone().unwrap_or(Literal::Null);
                        (slot.name.clone(), value)
                    })
                    .collect(),
            ),
            BindMode::Parameters => Params::Positional(
                order
                    .iter()
                    .map(|place| self.sent_value(&self.slots[*place], &sql))
                    .collect::<Result<_, _>>()?,
            ),
        };
        Ok(Statement { sql, params })
    }

    /// The text with its placeholders, and which values stand there, in the order of their places.
    fn placed(&self, text: &str) -> (String, Vec<usize>) {
        let mut sql = String::with_capacity(text.len());
        let mut order = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(BIND_START) {
            let (index, after) = after.split_once(BIND_END).unwrap_or(("0", after));
            let index = index.parse().unwrap_or(0);
            order.push(index);
            self.push_text(&mut sql, before);
            self.push_placeholder(&mut sql, &self.slots[index]);
            rest = after;
        }
        self.push_text(&mut sql, rest);
        (sql, order)
    }

    /// The text with its placeholders, for values that come from elsewhere.
    pub(super) fn text_with_placeholders(&self, text: &str) -> String {
        self.placed(text).0
    }

    /// The names of the placeholders in the order in which they stand in the text.
    pub(super) fn slot_names(&self, text: &str) -> Vec<String> {
        text.split(BIND_START)
            .skip(1)
            .filter_map(|part| part.split_once(BIND_END))
            .filter_map(|(index, _)| index.parse::<usize>().ok())
            .map(|index| self.slots[index].name.clone())
            .collect()
    }

    /// Whether values are sent by name.
    fn sends_names(&self) -> bool {
        self.dialect.features().paramstyle == ParamStyle::Pyformat
    }

    /// The values by name, each once, in the order in which the compiler met them.
    fn named_values(
        &self,
        mut placed: Vec<usize>,
        sql: &str,
    ) -> Result<Vec<(String, Literal)>, CompileError> {
        placed.sort_unstable_by_key(|place| (self.slots[*place].expanded, *place));
        let mut named: Vec<(String, Literal)> = Vec::with_capacity(placed.len());
        let mut seen = HashSet::with_capacity(placed.len());
        for place in placed {
            let slot = &self.slots[place];
            let name = escaped_name(&slot.name);
            if seen.insert(name.clone()) {
                named.push((name, self.sent_value(slot, sql)?));
            }
        }
        Ok(named)
    }

    fn push_text(&self, sql: &mut String, text: &str) {
        if self.answers.doubles_percents()
            && (self.mode != BindMode::Parameters || self.sends_names())
        {
            sql.push_str(&text.replace('%', "%%"));
        } else {
            sql.push_str(text);
        }
    }

    fn push_placeholder(&self, sql: &mut String, slot: &Slot) {
        match (self.mode, self.dialect.features().paramstyle) {
            (BindMode::Printed | BindMode::Literal, _) => {
                sql.push_str(&self.answers.printed_placeholder(&slot.name));
            }
            (_, ParamStyle::Qmark) => sql.push('?'),
            (_, ParamStyle::Pyformat) => {
                sql.push_str(&self.answers.printed_placeholder(&slot.name));
            }
        }
        sql.push_str(&self.answers.bind_cast(self.dialect, &slot.sql_type));
    }

    fn sent_value(&self, slot: &Slot, sql: &str) -> Result<Literal, CompileError> {
        match &slot.value {
            Some(value) => bind_value(self.dialect, value, &slot.sql_type),
            None => Err(CompileError::ValueRequired {
                name: slot.name.clone(),
                sql: sql.to_owned(),
            }),
        }
    }
}
