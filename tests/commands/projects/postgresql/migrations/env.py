from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config
fileConfig(config.config_file_name)
# `-x transaction_per_migration=true` and such choose the options of configure().
keywords = {
    name: value == "true" if value in ("true", "false") else value
    for name, value in context.get_x_argument(as_dictionary=True).items()
}


if context.is_offline_mode():
    context.configure(
        url=config.get_main_option("sqlalchemy.url"),
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
        **keywords,
    )
    with context.begin_transaction():
        context.run_migrations()
else:
    engine = engine_from_config(
        config.get_section(config.config_ini_section), prefix="sqlalchemy.", poolclass=pool.NullPool
    )
    with engine.connect() as connection:
        context.configure(connection=connection, **keywords)
        with context.begin_transaction():
            context.run_migrations()
