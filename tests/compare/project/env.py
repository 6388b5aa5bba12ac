import importlib.util
import pathlib
import sys

import sqlalchemy as sa
from alembic import context

given = context.get_x_argument(as_dictionary=True)
configure = {}
if pathlib.Path("case.py").exists():
    spec = importlib.util.spec_from_file_location("case", "case.py")
    case = importlib.util.module_from_spec(spec)
    sys.modules["case"] = case
    spec.loader.exec_module(case)
    metadata = sa.MetaData()
    getattr(case, given.get("stage", "after"))(metadata)
    configure = {"target_metadata": metadata, **getattr(case, "configure", {})}

engine = sa.create_engine(context.config.get_main_option("sqlalchemy.url"))
with engine.connect() as connection:
    context.configure(
        connection=connection, render_as_batch=connection.dialect.name == "sqlite", **configure
    )
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
