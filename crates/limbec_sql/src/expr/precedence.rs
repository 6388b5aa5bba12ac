use limbec_schema::build::Affinity;
use limbec_schema::{BinaryOp, Expr, UnaryOp};

use crate::CompileError;
use crate::dml::{Compiler, Cx};

/// What an operand stands beside, which decides whether it needs parentheses (`self_group`).
#[derive(Debug, Clone, Copy)]
pub(super) enum Against<'o> {
    /// Nothing in particular: every operator gets parentheses.
    Nothing,
    /// WHERE, ON, HAVING.
    AsBool,
    And,
    Or,
    /// A list of arguments or columns.
    Comma,
    As,
    Between,
    Collate,
    /// DESC and ASC.
    Order,
    Nulls,
    Unary(UnaryOp),
    Binary(&'o BinaryOp),
}

/// An operator that SQLAlchemy has not ranked binds loosest as an operand and tightest as what an
/// operand stands beside.
const LOOSEST: i32 = -100;
const TIGHTEST: i32 = 100;

impl Against<'_> {
    fn precedence(self) -> i32 {
        match self {
            Against::Nothing => TIGHTEST,
            Against::AsBool => -10,
            Against::And | Against::Order => 3,
            Against::Or => 2,
            Against::Comma | Against::As => -1,
            Against::Between => 5,
            Against::Collate => 4,
            Against::Nulls => TIGHTEST,
            Against::Unary(op) => unary(op),
            Against::Binary(op) => binary(op).unwrap_or(TIGHTEST),
        }
    }
}

fn unary(op: UnaryOp) -> i32 {
    match op {
        UnaryOp::Not | UnaryOp::Distinct => 5,
        UnaryOp::Neg | UnaryOp::BitwiseNot => 8,
        UnaryOp::Desc | UnaryOp::Asc => 3,
        UnaryOp::Exists => 0,
        UnaryOp::Any | UnaryOp::All => 15,
    }
}

/// How tight an operator binds; `None` for those that SQLAlchemy has not ranked.
fn binary(op: &BinaryOp) -> Option<i32> {
    use BinaryOp as B;
    Some(match op {
        B::JsonGet | B::JsonPath | B::Index => 15,
        B::Mul | B::Div | B::FloorDiv | B::Mod => 8,
        B::Add | B::Sub | B::BitAnd | B::BitOr | B::BitXor | B::ShiftLeft | B::ShiftRight => 7,
        B::Matches { .. } => return None,
        B::Custom(custom) => custom.precedence,
        _ => 5,
    })
}

/// `(a op b) op c` needs no parentheses.
fn natural_self_precedent(op: &BinaryOp) -> bool {
    match op {
        BinaryOp::Add
        | BinaryOp::Mul
        | BinaryOp::Concat
        | BinaryOp::Index
        | BinaryOp::JsonGet
        | BinaryOp::JsonPath => true,
        BinaryOp::Custom(custom) => custom.natural_self_precedent,
        _ => false,
    }
}

/// True for operators that yield a truth value.
fn is_boolean(op: &BinaryOp) -> bool {
    use BinaryOp as B;
    match op {
        B::Custom(custom) => custom.is_comparison,
        B::Add
        | B::Sub
        | B::Mul
        | B::Div
        | B::FloorDiv
        | B::Mod
        | B::Concat
        | B::JsonGet
        | B::JsonPath
        | B::Index
        | B::BitAnd
        | B::BitOr
        | B::BitXor
        | B::ShiftLeft
        | B::ShiftRight => false,
        _ => true,
    }
}

/// True for what every database knows to be a condition, a boolean type or not.
pub(super) fn implicitly_boolean(expr: &Expr) -> bool {
    match expr {
        Expr::Group(inner) => implicitly_boolean(inner),
        Expr::Binary { op, .. } => is_boolean(op),
        Expr::Between { .. } | Expr::And(_) | Expr::Or(_) => true,
        _ => false,
    }
}

impl Compiler<'_> {
    /// An expression that stands alone, in parentheses where it is an operator.
    pub(crate) fn self_grouped(&mut self, expr: &Expr, cx: Cx) -> Result<String, CompileError> {
        self.grouped(expr, Against::Nothing, cx)
    }

    /// An operand, with the parentheses that its place asks for, or made a truth value.
    pub(super) fn grouped(
        &mut self,
        expr: &Expr,
        against: Against<'_>,
        cx: Cx,
    ) -> Result<String, CompileError> {
        let text = self.expr(expr, cx)?;
        if text.is_empty() {
            return Ok(text);
        }
        if needs_parentheses(expr, against) {
            return Ok(format!("({text})"));
        }
        let condition = matches!(against, Against::AsBool | Against::And | Against::Or);
        if condition && is_bare_truth(expr) && !self.dialect.features().native_boolean {
            return Ok(format!("{text} = 1"));
        }
        Ok(text)
    }
}

/// A boolean column or function where a condition is wanted.
fn is_bare_truth(expr: &Expr) -> bool {
    !matches!(expr, Expr::Group(_) | Expr::Subquery(_)) && expr.is_plain_boolean()
}

fn needs_parentheses(expr: &Expr, against: Against<'_>) -> bool {
    match expr {
        Expr::Label { operand, .. } | Expr::Coerce { operand, .. } => {
            needs_parentheses(operand, against)
        }
        Expr::Text(_) => matches!(against, Against::Binary(BinaryOp::In | BinaryOp::NotIn)),
        Expr::Binary { op, .. } => {
            if let Against::Binary(outer) = against
                && outer == op
                && natural_self_precedent(op)
            {
                return false;
            }
            operator(binary(op).unwrap_or(LOOSEST), is_boolean(op), against)
        }
        Expr::Between { .. } | Expr::RegexpReplace { .. } => {
            let condition = matches!(expr, Expr::Between { .. });
            operator(5, condition, against)
        }
        Expr::Collate { .. } => operator(4, false, against),
        // An AND of one is a truth value: `flag`, or `flag = 1`.
        Expr::And(items) | Expr::Or(items) if items.len() == 1 => false,
        Expr::And(_) => !matches!(against, Against::And) && operator(3, true, against),
        Expr::Or(_) => !matches!(against, Against::Or) && operator(2, true, against),
        // `flag = 0` of a database without booleans is a condition, never in parentheses.
        Expr::Unary {
            op: UnaryOp::Not,
            operand,
        } if operand.is_plain_boolean() => false,
        Expr::Unary { op, .. } => match op {
            UnaryOp::Desc | UnaryOp::Asc => false,
            op => unary(*op) <= against.precedence(),
        },
        Expr::Function(call) if !call.filter.is_empty() => 6 <= against.precedence(),
        Expr::Function(_) | Expr::Array { .. }
            if matches!(against, Against::Binary(BinaryOp::Index)) =>
        {
            expr.sql_type().affinity() == Affinity::Array
        }
        Expr::Subquery(_) | Expr::Group(_) | Expr::Tuple(_) | Expr::Slice { .. } => false,
        Expr::Nulls { .. } | Expr::AggregateOrderBy { .. } => false,
        _ => matches!(against, Against::Unary(UnaryOp::Any | UnaryOp::All)),
    }
}

fn operator(precedence: i32, boolean: bool, against: Against<'_>) -> bool {
    let negated = matches!(against, Against::Unary(UnaryOp::Not));
    precedence <= against.precedence() || (negated && !boolean)
}
