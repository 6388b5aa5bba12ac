//! `render_item`: what env.py writes in its own way.

use std::collections::BTreeSet;
use std::rc::Rc;

use limbec_python::{PyError, PyResult, PySet, Value, Vm};
use limbec_schema::{ColumnDefault, Table};

use super::super::bridge;
use super::super::migration_context::MigrationContext;
use super::super::state::Alembic;
use super::declared::Declared;
use super::{hooks, objects};
use crate::autogen::render::{Item, RenderHooks};
use crate::script::bindings::sqlalchemy::types;

/// The hooks of a renderer.
pub(super) struct ItemHooks<'v> {
    vm: &'v mut Vm,
    context: &'v MigrationContext,
    function: Value,
    declared: Rc<Declared>,
    autogen_context: Value,
}

impl<'v> ItemHooks<'v> {
    /// The hooks of a context.
    ///
    /// # Errors
    /// None in practice.
    pub fn new(
        vm: &'v mut Vm,
        context: &'v Rc<MigrationContext>,
        object: &Value,
        declared: Rc<Declared>,
    ) -> PyResult<Self> {
        let given = context.opts().get_str("render_item").unwrap_or_default();
        let function = if vm.truthy(&given)? {
            given
        } else {
            Value::None
        };
        Ok(Self::with(vm, context, object, declared, function))
    }

    /// Hooks with a function of one's own, which may be `None`.
    pub fn with(
        vm: &'v mut Vm,
        context: &'v Rc<MigrationContext>,
        object: &Value,
        declared: Rc<Declared>,
        function: Value,
    ) -> Self {
        let autogen_context = autogen_context(vm, context, object);
        Self {
            vm,
            context,
            function,
            declared,
            autogen_context,
        }
    }

    /// The object that the function is given.
    fn object(&mut self, item: Item<'_>) -> PyResult {
        match item {
            Item::Type(sql_type) => match self.declared.type_object(sql_type) {
                Some(object) => Ok(object),
                None => types::type_value(self.vm, sql_type),
            },
            Item::Default(None) => Ok(Value::None),
            Item::Default(Some(default)) => {
                let mut column = limbec_schema::Column::new("x", limbec_schema::SqlType::Null);
                match default {
                    ColumnDefault::Server(server) => column.server_default = Some(server.clone()),
                    ColumnDefault::Identity(identity) => {
                        column.identity = Some(Box::new(identity.clone()))
                    }
                    ColumnDefault::Computed(computed) => {
                        column.computed = Some(Box::new(computed.clone()))
                    }
                }
                let made = self.alone(Table {
                    columns: vec![column],
                    ..named()
                })?;
                let column = objects::column_of(self.vm, &made, "x")?;
                self.vm.getattr(&column, "server_default")
            }
            Item::Column(column) => {
                let made = self.alone(Table {
                    columns: vec![column.clone()],
                    ..named()
                })?;
                let object = objects::column_of(self.vm, &made, &column.name)?;
                if let Some(own) = self.declared.type_object(&column.sql_type)
                    && let Value::Instance(instance) = &object
                {
                    instance.set("type", own);
                }
                Ok(object)
            }
            Item::Constraint(constraint) => {
                let table = Table {
                    columns: columns_of(constraint),
                    constraints: vec![constraint.clone()],
                    ..named()
                };
                let made = self.alone(table.clone())?;
                objects::constraint_of(self.vm, &made, &table, 0)
            }
        }
    }

    fn alone(&mut self, table: Table) -> PyResult {
        let metadata = objects::metadata(self.vm)?;
        objects::table(self.vm, &table, &metadata)
    }
}

fn named() -> Table {
    Table {
        name: "t".to_owned(),
        ..Table::default()
    }
}

/// Columns for a constraint to stand on.
fn columns_of(constraint: &limbec_schema::Constraint) -> Vec<limbec_schema::Column> {
    use limbec_schema::Constraint as C;
    let names = match constraint {
        C::PrimaryKey(key) => &key.columns[..],
        C::ForeignKey(key) => &key.columns[..],
        C::Unique(unique) => &unique.columns[..],
        C::Check(_) | C::Exclude(_) => &[],
    };
    names
        .iter()
        .map(|name| limbec_schema::Column::new(name, limbec_schema::SqlType::Null))
        .collect()
}

/// The `AutogenContext` that hooks are given.
pub(super) fn autogen_context(
    vm: &mut Vm,
    context: &Rc<MigrationContext>,
    object: &Value,
) -> Value {
    let instance = Alembic::of(vm).class("AutogenContext").allocate();
    instance.set("imports", Value::Set(Rc::new(PySet::new())));
    instance.set("opts", Value::Dict(context.opts().clone()));
    instance.set("migration_context", object.clone());
    instance.set(
        "metadata",
        context
            .opts()
            .get_str("target_metadata")
            .unwrap_or_default(),
    );
    instance.set("connection", context.bind());
    instance.set("dialect", bridge::dialect_object(context));
    Value::Instance(instance)
}

impl RenderHooks for ItemHooks<'_> {
    type Error = PyError;

    fn render_item(
        &mut self,
        item: Item<'_>,
        imports: &mut BTreeSet<String>,
    ) -> PyResult<Option<Option<String>>> {
        if self.function.is_none() {
            return Ok(None);
        }
        let object = self.object(item)?;
        let function = self.function.clone();
        let args = vec![
            Value::str(item.kind()),
            object,
            self.autogen_context.clone(),
        ];
        let answer = self.vm.call(&function, args, Vec::new())?;
        let asked = self.vm.getattr(&self.autogen_context, "imports")?;
        for line in self.vm.iterate(&asked)? {
            imports.insert(self.vm.str(&line)?.to_string());
        }
        Ok(match answer {
            Value::Bool(false) => None,
            Value::None => Some(None),
            text => Some(Some(self.vm.str(&text)?.to_string())),
        })
    }

    fn warn(&mut self, text: &str) {
        hooks::warn(self.context, text);
    }
}
