use thiserror::Error;

/// SQL that cannot be written for a dialect.
///
/// The words are those of SQLAlchemy and Alembic, because scripts may catch these errors and people
/// search for them; [`CompileError::python_class`] names the exception that Python would raise.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CompileError {
    /// A construct that the dialect knows but cannot write as it is, such as a VARCHAR without a
    /// length on MySQL.
    #[error("{message}")]
    Compile {
        /// SQLAlchemy's words.
        message: String,
    },
    /// A construct that the dialect has no way to write, such as JSONB on SQLite.
    #[error("{message} (Background on this error at: https://sqlalche.me/e/20/l7de)")]
    Unsupported {
        /// SQLAlchemy's words, without the link.
        message: String,
    },
    /// Arguments that contradict each other.
    #[error("{message}")]
    Argument {
        /// SQLAlchemy's words.
        message: String,
    },
    /// Two columns of one name.
    #[error("A column with name '{column}' is already present in table '{table}'.")]
    DuplicateColumn {
        /// The name.
        column: String,
        /// The table.
        table: String,
    },
    /// A constraint on a column that its table does not have.
    #[error("Can't create {constraint} on table '{table}': no column named '{column}' is present.")]
    ConstraintColumn {
        /// The class of the constraint.
        constraint: &'static str,
        /// The table.
        table: String,
        /// The name.
        column: String,
    },
    /// A name that is too long for the dialect.
    #[error("{message}")]
    Identifier {
        /// SQLAlchemy's words.
        message: String,
    },
    /// A placeholder in a text that was given no value.
    #[error(
        "(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter '{name}'\n\
         [SQL: {sql}]\n[parameters: [immutabledict({{}})]]\n\
         (Background on this error at: https://sqlalche.me/e/20/cd3x)"
    )]
    ValueRequired {
        /// The name.
        name: String,
        /// The statement.
        sql: String,
    },
    /// A naming convention that asks for what is not known, or an operation on something that
    /// does not fit.
    #[error("{message}")]
    InvalidRequest {
        /// SQLAlchemy's words.
        message: String,
    },
    /// What the database cannot do, such as ALTER of a constraint in SQLite.
    #[error("{message}")]
    NotImplemented {
        /// Alembic's words.
        message: String,
    },
    /// A command that cannot be carried out as given.
    #[error("{message}")]
    Command {
        /// Alembic's words.
        message: String,
    },
    /// A name that is not among those known, such as that of a constraint to be dropped.
    #[error("{message}")]
    Value {
        /// Python's words.
        message: String,
    },
    /// Columns each of which is to stand before the other.
    #[error("{message}")]
    Circular {
        /// SQLAlchemy's words.
        message: String,
    },
    /// A column that is not there; the message is its name.
    #[error("{message}")]
    Key {
        /// The name.
        message: String,
    },
    /// A method that a value does not have.
    #[error("{message}")]
    Attribute {
        /// Python's words.
        message: String,
    },
    /// A wrong value or type of an argument.
    #[error("{message}")]
    Type {
        /// Python's words.
        message: String,
    },
}

impl CompileError {
    /// A `sqlalchemy.exc.CompileError`.
    pub fn compile(message: impl Into<String>) -> Self {
        CompileError::Compile {
            message: message.into(),
        }
    }

    /// A `sqlalchemy.exc.UnsupportedCompilationError`: `compiler` is the class that met `construct`.
    pub fn cannot_render(compiler: &str, construct: &str) -> Self {
        CompileError::Unsupported {
            message: format!("Compiler {compiler} can't render element of type {construct}"),
        }
    }

    /// A Python `ValueError`.
    pub fn value(message: impl Into<String>) -> Self {
        CompileError::Value {
            message: message.into(),
        }
    }

    /// A Python `KeyError` for a column that is not there.
    pub fn no_such_column(name: impl Into<String>) -> Self {
        CompileError::Key {
            message: name.into(),
        }
    }

    /// A Python `NotImplementedError`.
    pub fn not_implemented(message: impl Into<String>) -> Self {
        CompileError::NotImplemented {
            message: message.into(),
        }
    }

    /// The dotted name of the exception that Python would raise.
    pub fn python_class(&self) -> &'static str {
        match self {
            CompileError::Compile { .. } => "sqlalchemy.exc.CompileError",
            CompileError::Unsupported { .. } => "sqlalchemy.exc.UnsupportedCompilationError",
            CompileError::Argument { .. } => "sqlalchemy.exc.ArgumentError",
            CompileError::DuplicateColumn { .. } => "sqlalchemy.exc.DuplicateColumnError",
            CompileError::ConstraintColumn { .. } => "sqlalchemy.exc.ConstraintColumnNotFoundError",
            CompileError::Identifier { .. } => "sqlalchemy.exc.IdentifierError",
            CompileError::ValueRequired { .. } => "sqlalchemy.exc.StatementError",
            CompileError::InvalidRequest { .. } => "sqlalchemy.exc.InvalidRequestError",
            CompileError::NotImplemented { .. } => "builtins.NotImplementedError",
            CompileError::Command { .. } => "alembic.util.exc.CommandError",
            CompileError::Value { .. } => "builtins.ValueError",
            CompileError::Circular { .. } => "sqlalchemy.exc.CircularDependencyError",
            CompileError::Key { .. } => "builtins.KeyError",
            CompileError::Attribute { .. } => "builtins.AttributeError",
            CompileError::Type { .. } => "builtins.TypeError",
        }
    }
}
