//! When a column, an index or a constraint of the database is what the models declare: the answers
//! of Alembic's `DefaultImpl`, and what the databases answer differently.
//!
//! The comparison of whole schemas is not here; it asks these questions of a [`Dialect`].

use limbec_schema::{
    Column, Expr, Index, IndexElement, Options, ServerDefault, SqlType, UniqueConstraint,
};

use crate::{CompileError, Dialect, compile_expr_ddl};

/// Whether two things of one name are the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sameness {
    /// They are.
    Equal,
    /// They differ, for these reasons.
    Different(String),
    /// Nothing can be said, for these reasons: they count as equal.
    Unknown {
        /// The reasons.
        reason: String,
        /// What the user should be warned of.
        warnings: Vec<String>,
    },
}

/// A server default of the database beside the declared one.
#[derive(Debug, Clone, Copy)]
pub struct DefaultPair<'a> {
    /// The column in the database.
    pub found: &'a Column,
    /// The declared column.
    pub declared: &'a Column,
    /// The default in the database, as its catalog has it.
    pub found_text: Option<&'a str>,
    /// The declared default as SQL; a Python string stands as it is.
    pub declared_text: Option<&'a str>,
    /// The declared column is the one that the server numbers.
    pub numbered: bool,
}

/// A column of the database beside the declared one, for their types.
#[derive(Debug, Clone, Copy)]
pub struct TypePair<'a> {
    /// The schema of the table, `None` for the default one.
    pub schema: Option<&'a str>,
    /// The table.
    pub table: &'a str,
    /// The column in the database.
    pub found: &'a Column,
    /// The declared column.
    pub declared: &'a Column,
}

/// What is known of two defaults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DefaultSameness {
    /// They are the same.
    Equal,
    /// They differ.
    Different,
    /// The server decides: the query answers true where they are the same.
    Ask(String),
}

/// The answers in which databases differ when a schema is compared with models.
pub trait CompareRules: Send + Sync + std::fmt::Debug {
    /// Names of types that mean the same, in lower case.
    fn type_synonyms(&self) -> &'static [&'static [&'static str]] {
        &[&["numeric", "decimal"]]
    }

    /// Whether the default of a column is what the models declare.
    ///
    /// # Errors
    /// A declared default that cannot be written for the database.
    fn defaults(
        &self,
        dialect: &dyn Dialect,
        pair: &DefaultPair<'_>,
    ) -> Result<DefaultSameness, CompileError> {
        let _ = dialect;
        Ok(equal_if(pair.found_text == pair.declared_text))
    }

    /// The default of a reflected column as Alembic takes it over; `None` where it is no default of
    /// the user's, such as the sequence of a SERIAL.
    fn reflected_default(&self, text: String) -> Option<String> {
        Some(text)
    }

    /// A query that answers true where the database has one type for both, though the rules of Alembic
    /// see two; `None` where it cannot be asked.
    ///
    /// # Errors
    /// A type that the database does not have.
    fn same_type_query(
        &self,
        dialect: &dyn Dialect,
        pair: &TypePair<'_>,
    ) -> Result<Option<String>, CompileError> {
        let _ = (dialect, pair);
        Ok(None)
    }

    /// Whether a column takes no NULL because its type takes none.
    fn nullable_by_type(&self, found: &Column) -> bool {
        let _ = found;
        false
    }

    /// Takes away options that the inspector reports though nobody has set them.
    fn tidy_options(&self, options: &mut Options) {
        let _ = options;
    }

    /// The class in Python of a reflected type, where it is one of the dialect's own that is otherwise
    /// like the generic one.
    fn own_type_name(&self, found: &SqlType) -> Option<&'static str> {
        let _ = found;
        None
    }

    /// The text of a default as it stands in a script.
    fn default_in_script(&self, text: String) -> String {
        text
    }

    /// The text of a generated column's expression without what a server may write differently.
    fn normal_computed(&self, text: &str) -> String {
        without_punctuation(text)
    }

    /// Whether an index of the same name is the same index.
    ///
    /// # Errors
    /// A declared expression that cannot be written for the database.
    fn indexes(
        &self,
        dialect: &dyn Dialect,
        declared: &Index,
        found: &Index,
    ) -> Result<Sameness, CompileError> {
        let _ = dialect;
        Ok(plain_indexes(declared, found))
    }

    /// Whether a unique constraint of the same name is the same constraint.
    fn uniques(&self, declared: &UniqueConstraint, found: &UniqueConstraint) -> Sameness {
        plain_uniques(declared, found)
    }

    /// Whether indexes over expressions can be read back. Where they cannot, a declared one counts
    /// as present.
    fn reads_expression_indexes(&self) -> bool {
        true
    }
}

/// The rules that no database changes.
#[derive(Debug)]
pub struct GenericRules;

impl CompareRules for GenericRules {}

/// Whether the types of two columns differ, by the rules of Alembic's `compare_type`: the DDL of
/// both is cut into words and arguments.
///
/// # Errors
/// A type that the database does not have.
pub fn types_differ(
    dialect: &dyn Dialect,
    found: &SqlType,
    declared: &SqlType,
) -> Result<bool, CompileError> {
    let found = TypeWords::of(&dialect.type_ddl(found)?);
    let declared = TypeWords::of(&dialect.type_ddl(declared)?);
    let synonyms = dialect.compare().type_synonyms();
    Ok(!found.same_words(&declared, synonyms) || !found.same_arguments(&declared))
}

/// The DDL of a type in pieces: `timestamp`, [`without`, `time`, `zone`], [`3`].
struct TypeWords {
    first: String,
    rest: Vec<String>,
    arguments: Vec<String>,
}

impl TypeWords {
    fn of(ddl: &str) -> Self {
        let ddl = ddl.to_lowercase();
        let mut words = Vec::new();
        let mut inside = None;
        let mut rest = ddl.as_str();
        while let Some(c) = rest.chars().next() {
            let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
            if is_word(c) {
                let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                words.push(rest[..end].to_owned());
                rest = &rest[end..];
            } else if c == '('
                && let Some(length) = rest.get(2..).and_then(|after| after.find(')'))
            {
                inside = Some(rest[..length + 2].to_owned());
                rest = &rest[length + 3..];
            } else {
                rest = &rest[c.len_utf8()..];
            }
        }
        let arguments = inside.map_or_else(Vec::new, |inside| {
            inside
                .split(['(', ')', ','])
                .filter(|term| !term.is_empty() && !term.contains('='))
                .map(|term| term.trim().to_owned())
                .collect()
        });
        let mut words = words.into_iter();
        Self {
            first: words.next().unwrap_or_default(),
            rest: words.collect(),
            arguments,
        }
    }

    fn same_words(&self, other: &Self, synonyms: &[&[&str]]) -> bool {
        let all = |words: &Self| {
            std::iter::once(words.first.as_str())
                .chain(words.rest.iter().map(String::as_str))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let (mine, theirs) = (all(self), all(other));
        self.first == other.first
            || synonyms.iter().any(|group| {
                let both = |a: &str, b: &str| group.contains(&a) && group.contains(&b);
                both(&mine, &theirs) || both(&self.first, &other.first)
            })
    }

    /// Arguments count where both sides have as many: a side that says less is not a difference.
    fn same_arguments(&self, other: &Self) -> bool {
        let same = |a: &[String], b: &[String]| a.len() != b.len() || a == b;
        same(&self.rest, &other.rest) && same(&self.arguments, &other.arguments)
    }
}

/// The SQL of a server default, `None` where it has none. A Python string stands as it is.
///
/// # Errors
/// An expression that cannot be written for the database.
pub fn default_sql(
    dialect: &dyn Dialect,
    default: &ServerDefault,
) -> Result<Option<String>, CompileError> {
    match default {
        ServerDefault::Literal(text) => Ok(Some(text.clone())),
        ServerDefault::Expr(expr) => compile_expr_ddl(dialect, expr).map(Some),
        ServerDefault::Fetched => Ok(None),
    }
}

pub(crate) fn equal_if(equal: bool) -> DefaultSameness {
    if equal {
        DefaultSameness::Equal
    } else {
        DefaultSameness::Different
    }
}

fn without_punctuation(text: &str) -> String {
    text.chars()
        .filter(|c| !" ()'\"`[]\t\r\n".contains(*c))
        .collect::<String>()
        .to_lowercase()
}

/// `unique=False to unique=True`, where an index and its declaration differ in it.
pub(crate) fn unique_change(declared: &Index, found: &Index) -> Option<String> {
    let shown = |unique| if unique { "True" } else { "False" };
    (declared.unique != found.unique).then(|| {
        format!(
            "unique={} to unique={}",
            shown(found.unique),
            shown(declared.unique)
        )
    })
}

fn plain_indexes(declared: &Index, found: &Index) -> Sameness {
    let mut reasons: Vec<String> = unique_change(declared, found).into_iter().collect();
    let (new, old) = (index_columns(declared), index_columns(found));
    if new != old {
        reasons.push(format!("expression {} to {}", tuple(&old), tuple(&new)));
    }
    different(&reasons)
}

pub(crate) fn different(reasons: &[String]) -> Sameness {
    if reasons.is_empty() {
        Sameness::Equal
    } else {
        Sameness::Different(reasons.join(", "))
    }
}

pub(crate) fn plain_uniques(declared: &UniqueConstraint, found: &UniqueConstraint) -> Sameness {
    let sorted = |columns: &[String]| {
        let mut columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        columns.sort_unstable();
        columns.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let (new, old) = (sorted(&declared.columns), sorted(&found.columns));
    if new == old {
        return Sameness::Equal;
    }
    Sameness::Different(format!("expression {} to {}", tuple(&old), tuple(&new)))
}

/// The columns of an index, those inside of its expressions included.
pub fn index_columns(index: &Index) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for element in &index.elements {
        let names = match element {
            IndexElement::Column(name) => vec![name.as_str()],
            IndexElement::Expr(expr) => crate::ddl::columns_in(expr),
        };
        for name in names {
            if !columns.iter().any(|known| known == name) {
                columns.push(name.to_owned());
            }
        }
    }
    columns
}

/// Whether the index covers anything but columns. An order (`desc()`) is no expression.
pub fn is_expression_index(index: &Index) -> bool {
    fn is_expression(expr: &Expr) -> bool {
        match expr {
            Expr::Unary { operand, .. } | Expr::Nulls { operand, .. } => is_expression(operand),
            Expr::Column(_) => false,
            _ => true,
        }
    }
    index.elements.iter().any(|element| match element {
        IndexElement::Column(_) => false,
        IndexElement::Expr(expr) => is_expression(expr),
    })
}

/// Python's `repr` of a tuple of strings.
pub fn tuple(items: &[String]) -> String {
    let shown: Vec<String> = items
        .iter()
        .map(|item| crate::python_repr::python_str_repr(item))
        .collect();
    match shown.as_slice() {
        [only] => format!("({only},)"),
        several => format!("({})", several.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use limbec_schema::{NumericName, NumericType, SqlType};

    use super::types_differ;
    use crate::dialect;

    fn decimal(name: NumericName, precision: i64, scale: i64) -> SqlType {
        SqlType::Numeric(NumericType {
            precision: Some(precision),
            scale: Some(scale),
            ..NumericType::named(name)
        })
    }

    #[test]
    fn arguments_count_where_both_say_them() {
        let sqlite = dialect("sqlite").unwrap();
        let long = SqlType::string(Some(50));
        assert!(types_differ(sqlite, &SqlType::string(Some(20)), &long).unwrap());
        assert!(!types_differ(sqlite, &SqlType::string(None), &long).unwrap());
        let found = decimal(NumericName::ExactDecimal, 10, 2);
        let same = decimal(NumericName::Numeric, 10, 2);
        let other = decimal(NumericName::Numeric, 10, 3);
        assert!(!types_differ(sqlite, &found, &same).unwrap());
        assert!(types_differ(sqlite, &found, &other).unwrap());
    }
}
