import importlib.util
import logging
import sys

import sqlalchemy as sa
from alembic import context

logging.basicConfig(stream=sys.stderr, format="%(levelname)s [%(name)s] %(message)s")
logging.getLogger("alembic").setLevel(logging.INFO)

config = context.config
given = context.get_x_argument(as_dictionary=True)

spec = importlib.util.spec_from_file_location("case", "case.py")
case = importlib.util.module_from_spec(spec)
sys.modules["case"] = case
spec.loader.exec_module(case)

metadata = getattr(case, "metadata", sa.MetaData)()
getattr(case, given.get("stage", "after"))(metadata)
target = metadata if isinstance(metadata, sa.MetaData) else list(metadata)

engine = sa.create_engine(config.get_main_option("sqlalchemy.url"))
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=target, **getattr(case, "configure", {}))
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
