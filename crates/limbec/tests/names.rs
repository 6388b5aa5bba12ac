//! Whatever SQLAlchemy's objects have is there, or is an error that says so: never an `AttributeError`, which a script might
//! catch. The names are those of the original (`tests/names/record.py`).
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::rc::Rc;
use std::sync::Arc;

use limbec::runner::{Recorder, Session, SharedReporter};
use limbec::script::bindings::sqlalchemy::{self, engine::Engines};
use limbec::script::host::{Connector, Host, HostError};
use limbec_python::{Captured, Config, Found, Importer, PyError, Value, Vm, run_on_big_stack};
use limbec_sql::Url;

/// One object of each class, by the full name of the class; `ask` is what a script does.
const OBJECTS: &str = r#"
import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

Base = orm.declarative_base()


class Item(Base):
    __tablename__ = "item"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String(20))


engine = sa.create_engine("sqlite://")
connection = engine.connect()
Base.metadata.create_all(connection)
table = Item.__table__
connection.execute(table.insert().values(id=1, name="a"))
select = sa.select(table)
row = connection.execute(select).one()
session = orm.Session(connection)

OBJECTS = {
    "sqlalchemy.engine.base.Connection": connection,
    "sqlalchemy.engine.base.Engine": engine,
    "sqlalchemy.engine.url.URL": engine.url,
    "sqlalchemy.engine.default.DefaultDialect": connection.dialect,
    "sqlalchemy.engine.cursor.CursorResult": connection.execute(select),
    "sqlalchemy.engine.result.ScalarResult": connection.execute(select).scalars(),
    "sqlalchemy.engine.result.MappingResult": connection.execute(select).mappings(),
    "sqlalchemy.engine.row.Row": row,
    "sqlalchemy.engine.row.RowMapping": row._mapping,
    "sqlalchemy.engine.reflection.Inspector": sa.inspect(connection),
    "sqlalchemy.sql.schema.MetaData": Base.metadata,
    "sqlalchemy.sql.schema.Table": table,
    "sqlalchemy.sql.schema.Column": table.c.id,
    "sqlalchemy.sql.schema.Index": sa.Index("ix", table.c.id),
    "sqlalchemy.sql.schema.ForeignKey": sa.ForeignKey("item.id"),
    "sqlalchemy.sql.schema.ForeignKeyConstraint": sa.ForeignKeyConstraint(["a"], ["b.c"]),
    "sqlalchemy.sql.schema.PrimaryKeyConstraint": table.primary_key,
    "sqlalchemy.sql.schema.UniqueConstraint": sa.UniqueConstraint("id"),
    "sqlalchemy.sql.schema.CheckConstraint": sa.CheckConstraint("1 > 0"),
    "sqlalchemy.sql.schema.Sequence": sa.Sequence("s"),
    "sqlalchemy.sql.schema.Identity": sa.Identity(),
    "sqlalchemy.sql.schema.Computed": sa.Computed("1"),
    "sqlalchemy.sql.selectable.Select": select,
    "sqlalchemy.sql.selectable.Subquery": select.subquery(),
    "sqlalchemy.sql.selectable.CTE": select.cte(),
    "sqlalchemy.sql.selectable.Alias": table.alias(),
    "sqlalchemy.sql.selectable.Join": table.join(table.alias(), sa.true()),
    "sqlalchemy.sql.selectable.TableClause": sa.table("t"),
    "sqlalchemy.sql.selectable.CompoundSelect": select.union(select),
    "sqlalchemy.sql.dml.Insert": table.insert(),
    "sqlalchemy.sql.dml.Update": table.update(),
    "sqlalchemy.sql.dml.Delete": table.delete(),
    "sqlalchemy.sql.elements.TextClause": sa.text("1"),
    "sqlalchemy.sql.elements.ColumnClause": sa.column("a"),
    "sqlalchemy.sql.elements.BinaryExpression": table.c.id == 1,
    "sqlalchemy.sql.elements.Label": table.c.id.label("a"),
    "sqlalchemy.sql.elements.BindParameter": sa.bindparam("a"),
    "sqlalchemy.sql.elements.Case": sa.case((table.c.id == 1, 2)),
    "sqlalchemy.sql.elements.Over": sa.func.count().over(),
    "sqlalchemy.sql.functions.Function": sa.func.lower("A"),
    "sqlalchemy.sql.sqltypes.Integer": sa.Integer(),
    "sqlalchemy.sql.sqltypes.String": sa.String(),
    "sqlalchemy.sql.sqltypes.Enum": sa.Enum("a", name="e"),
    "sqlalchemy.sql.sqltypes.JSON": sa.JSON(),
    "sqlalchemy.sql.sqltypes.DateTime": sa.DateTime(),
    "sqlalchemy.orm.session.Session": session,
    "sqlalchemy.orm.session.sessionmaker": orm.sessionmaker(engine),
    "sqlalchemy.orm.scoping.scoped_session": orm.scoped_session(orm.sessionmaker(engine)),
    "sqlalchemy.orm.query.Query": session.query(Item),
    "sqlalchemy.orm.mapper.Mapper": sa.inspect(Item),
    "sqlalchemy.orm.attributes.InstrumentedAttribute": Item.name,
    "sqlalchemy.ext.asyncio.session.AsyncSession": AsyncSession(),
    "sqlalchemy.ext.asyncio.engine.AsyncEngine": create_async_engine("sqlite+aiosqlite://"),
}


def ask(thing, name):
    getattr(thing, name)


"#;

struct Package;

impl Importer for Package {
    fn find(&mut self, _vm: &mut Vm, dotted: &str) -> Found {
        sqlalchemy::module(dotted).map_or(Found::Absent, Found::Native)
    }
}

struct Databases(SharedReporter);

impl Connector for Databases {
    fn connect(&self, url: &str, _: &[(String, String)]) -> Result<Rc<dyn Host>, HostError> {
        let connection = limbec_sql::connection::connect(&Url::parse(url).unwrap()).unwrap();
        Ok(Session::online(connection, "pysqlite", url, self.0.clone()))
    }
}

/// The names that are neither there nor said to be missing, as `class.name`; and how many were asked for.
fn silent() -> (usize, Vec<String>) {
    sqlalchemy::reset();
    let config = Config {
        original: Some(Rc::new(sqlalchemy::class_has)),
        ..Config::default()
    };
    let mut vm = Vm::new(config, Box::new(Package), Box::new(Captured::default()));
    let reporter: SharedReporter = Arc::new(Recorder::new());
    vm.set_ext(Rc::new(Engines(Rc::new(Databases(reporter)))));
    let module = match vm.run_module("objects", "objects.py", OBJECTS) {
        Ok(module) => Value::Module(module),
        Err(error) => panic!("the objects: {error}"),
    };
    let ask = vm.getattr(&module, "ask").unwrap();
    let objects = vm.getattr(&module, "OBJECTS").unwrap();
    let (mut asked, mut silent) = (0, Vec::new());
    for class in vm.iterate(&objects).unwrap() {
        let object = vm.get_item(&objects, &class).unwrap();
        let class = class.as_str().unwrap();
        let names = sqlalchemy::class_names(&class);
        assert!(!names.is_empty(), "{class} is not in classes.txt");
        for name in names {
            asked += 1;
            let args = vec![object.clone(), Value::str(name)];
            if let Err(error @ PyError::Exception(_)) = vm.call(&ask, args, Vec::new())
                && vm.error_is(&error, "AttributeError")
            {
                silent.push(format!("{class}.{name}: {error}"));
            }
        }
    }
    (asked, silent)
}

#[test]
fn what_the_original_has_is_there_or_said_to_be_missing() {
    let (asked, silent) = run_on_big_stack(silent).unwrap();
    assert!(asked > 1000, "{asked} names");
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
