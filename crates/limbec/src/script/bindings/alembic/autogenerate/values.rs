//! SQLAlchemy's objects for the parts of operations.

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{
    Column, ColumnDefault, Constraint, ConstraintName, Expr, Index, IndexElement, OptionValue,
    Options, SqlType, Table,
};

use super::super::bridge;
use super::declared::Declared;
use super::objects;
use crate::script::bindings::sqlalchemy::types;

/// Makes the objects; those of the models are taken where there are some.
pub(super) struct Values<'a> {
    pub vm: &'a mut Vm,
    pub declared: &'a Declared,
}

/// The parts of an index.
pub(super) struct IndexValues {
    pub name: Value,
    pub elements: Value,
    pub options: Vec<(Rc<str>, Value)>,
}

fn named(name: &str) -> Table {
    Table {
        name: name.to_owned(),
        ..Table::default()
    }
}

impl Values<'_> {
    /// A name, final or not.
    pub fn name(&self, name: &ConstraintName) -> Value {
        match name {
            ConstraintName::Unnamed => Value::None,
            ConstraintName::Plain(name) => Value::str(name),
            ConstraintName::Final(name) => bridge::conv(name),
        }
    }

    /// A type.
    ///
    /// # Errors
    /// Whatever the constructor raises.
    pub fn sql_type(&mut self, sql_type: &SqlType) -> PyResult {
        match self.declared.type_object(sql_type) {
            Some(object) => Ok(object),
            None => types::type_value(self.vm, sql_type),
        }
    }

    fn table(&mut self, table: &Table) -> PyResult {
        let metadata = objects::metadata(self.vm)?;
        objects::table(self.vm, table, &metadata)
    }

    /// The column of the models, or one made from the data.
    ///
    /// # Errors
    /// Whatever the constructors raise.
    pub fn column(&mut self, table: &str, schema: Option<&str>, column: &Column) -> PyResult {
        let key = Table {
            schema: schema.map(str::to_owned),
            ..named(table)
        };
        let own = self
            .declared
            .table(&key)
            .and_then(|objects| objects.column(&column.name).cloned());
        // A column that the models do not have in this form is one of the database.
        if let Some(own) = own
            && self.is_same(column, &own)?
        {
            return Ok(own);
        }
        let made = self.table(&Table {
            columns: vec![column.clone()],
            ..key
        })?;
        objects::column_of(self.vm, &made, &column.name)
    }

    fn is_same(&mut self, column: &Column, object: &Value) -> PyResult<bool> {
        let sql_type = self.vm.getattr(object, "type")?;
        let known = self.declared.type_object(&column.sql_type);
        if known.is_some_and(|known| known.is(&sql_type)) {
            return Ok(true);
        }
        // One object stands for all types that are equal.
        Ok(bridge::sql_type(self.vm, &sql_type)? == column.sql_type)
    }

    /// Columns and constraints of a table.
    ///
    /// # Errors
    /// Whatever the constructors raise.
    pub fn table_items(&mut self, table: &Table) -> PyResult<Vec<Value>> {
        let mut items = Vec::new();
        if let Some(objects) = self.declared.table(table)
            && table
                .columns
                .iter()
                .all(|column| objects.column(&column.name).is_some())
        {
            for column in &table.columns {
                items.extend(objects.column(&column.name).cloned());
            }
            items.extend(objects.constraints.iter().cloned());
            return Ok(items);
        }
        let made = self.table(table)?;
        for column in &table.columns {
            items.push(objects::column_of(self.vm, &made, &column.name)?);
        }
        for (place, constraint) in table.constraints.iter().enumerate() {
            let object = objects::constraint_of(self.vm, &made, table, place)?;
            if !object.is_none() {
                if let (Value::Instance(instance), ConstraintName::Final(name)) =
                    (&object, constraint.name())
                {
                    instance.set("name", bridge::conv(name));
                }
                items.push(object);
            }
        }
        Ok(items)
    }

    /// A default.
    ///
    /// # Errors
    /// Whatever the constructors raise.
    pub fn default(&mut self, default: &ColumnDefault) -> PyResult {
        let mut column = Column::new("x", SqlType::Null);
        match default {
            ColumnDefault::Server(server) => column.server_default = Some(server.clone()),
            ColumnDefault::Identity(identity) => column.identity = Some(Box::new(identity.clone())),
            ColumnDefault::Computed(computed) => column.computed = Some(Box::new(computed.clone())),
        }
        let made = self.table(&Table {
            columns: vec![column],
            ..named("t")
        })?;
        let column = objects::column_of(self.vm, &made, "x")?;
        self.vm.getattr(&column, "server_default")
    }

    /// An expression, as the condition of a CHECK.
    ///
    /// # Errors
    /// Whatever the constructors raise.
    pub fn expression(&mut self, expr: &Expr) -> PyResult {
        let table = Table {
            constraints: vec![Constraint::Check(limbec_schema::CheckConstraint {
                name: ConstraintName::Unnamed,
                expr: expr.clone(),
                timing: limbec_schema::Timing::default(),
                comment: None,
                options: Options::new(),
                type_bound: None,
            })],
            ..named("t")
        };
        let made = self.table(&table)?;
        let check = objects::constraint_of(self.vm, &made, &table, 0)?;
        self.vm.getattr(&check, "sqltext")
    }

    /// The parts of an index of the models, or of one of the database whose columns are these.
    ///
    /// # Errors
    /// Whatever the constructors raise.
    pub fn index(&mut self, index: &Index, columns: &[Column]) -> PyResult<IndexValues> {
        let own = match columns {
            [] => self.declared_index(index)?,
            _ => None,
        };
        let object = match own {
            Some(own) => own,
            None => self.index_from_data(index, columns)?,
        };
        let elements = self.vm.getattr(&object, "expressions")?;
        Ok(IndexValues {
            name: self.name(&index.name),
            elements,
            options: self.options(&index.options)?,
        })
    }

    /// The index of the models that has this name and covers as much.
    fn declared_index(&mut self, index: &Index) -> PyResult<Option<Value>> {
        let key = Table {
            schema: index.schema.clone(),
            ..named(&index.table)
        };
        let Some(objects) = self.declared.table(&key) else {
            return Ok(None);
        };
        for object in &objects.indexes {
            let name = self.vm.getattr(object, "name")?;
            if name.as_str().as_deref() == index.name.as_str() {
                let elements = self.vm.getattr(object, "expressions")?;
                let is_same = self.vm.iterate(&elements)?.len() == index.elements.len();
                return Ok(is_same.then(|| object.clone()));
            }
        }
        Ok(None)
    }

    fn index_from_data(&mut self, index: &Index, known: &[Column]) -> PyResult {
        let columns = index.elements.iter().filter_map(|element| match element {
            IndexElement::Column(name) => {
                let own = known.iter().find(|column| column.name == *name);
                Some(own.map_or_else(|| Column::new(name, SqlType::Null), Column::clone))
            }
            IndexElement::Expr(_) => None,
        });
        let made = self.table(&Table {
            columns: columns.collect(),
            indexes: vec![index.clone()],
            ..named(&index.table)
        })?;
        objects::index_of(self.vm, &made, 0)
    }

    /// The options of a dialect as keywords.
    ///
    /// # Errors
    /// Whatever the constructors raise.
    pub fn options(&mut self, options: &Options) -> PyResult<Vec<(Rc<str>, Value)>> {
        let mut keywords = Vec::new();
        for (name, value) in options {
            keywords.push((Rc::from(name.as_str()), self.option(value)?));
        }
        Ok(keywords)
    }

    fn option(&mut self, value: &OptionValue) -> PyResult {
        Ok(match value {
            OptionValue::None => Value::None,
            OptionValue::Bool(value) => Value::Bool(*value),
            OptionValue::Int(value) => Value::Int(*value),
            OptionValue::Str(text) => Value::str(text),
            OptionValue::Expr(expr) => self.expression(expr)?,
            OptionValue::List(items) => {
                let mut made = Vec::new();
                for item in items {
                    made.push(self.option(item)?);
                }
                Value::list(made)
            }
            OptionValue::Map(items) => {
                let mut made = Vec::new();
                for (key, item) in items {
                    made.push((key.as_str(), self.option(item)?));
                }
                Value::dict(made)
            }
        })
    }
}
