//! What `alembic.op`, `sqlalchemy` and `alembic.context` mean inside the interpreter.

pub mod alembic;
pub mod sqlalchemy;
