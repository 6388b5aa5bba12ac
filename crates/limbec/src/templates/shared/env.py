from logging.config import fileConfig

from sqlalchemy import engine_from_config
from sqlalchemy import pool

from alembic import context

# The options of the ini file and of the command line.
config = context.config

# Set up logging as the ini file says.
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# For `revision --autogenerate`: the MetaData of the application's models, e.g.
#     from myapp.models import Base
#     target_metadata = Base.metadata
target_metadata = None

# Any other option of the ini file is read with
#     config.get_main_option("name_of_the_option")


def run_migrations_offline() -> None:
    """Write the SQL of the migrations to a script (`--sql`).

    Only the kind of database is needed, not a connection: the URL says it.

    """
    url = config.get_main_option("sqlalchemy.url")
    context.configure(
        url=url,
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )

    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    """Run the migrations on the database itself."""
    connectable = engine_from_config(
        config.get_section(config.config_ini_section, {}),
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )

    with connectable.connect() as connection:
        context.configure(
            connection=connection, target_metadata=target_metadata
        )

        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
