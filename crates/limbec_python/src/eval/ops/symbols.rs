//! The names of the operators: as the source writes them, and the methods behind them.

use crate::ir::{Binary, Compare};

impl Binary {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::MatMul => "@",
            Self::Div => "/",
            Self::Mod => "%",
            Self::Pow => "** or pow()",
            Self::LShift => "<<",
            Self::RShift => ">>",
            Self::BitOr => "|",
            Self::BitXor => "^",
            Self::BitAnd => "&",
            Self::FloorDiv => "//",
        }
    }

    /// The method's name without underscores.
    pub(crate) fn method(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Sub => "sub",
            Self::Mul => "mul",
            Self::MatMul => "matmul",
            Self::Div => "truediv",
            Self::Mod => "mod",
            Self::Pow => "pow",
            Self::LShift => "lshift",
            Self::RShift => "rshift",
            Self::BitOr => "or",
            Self::BitXor => "xor",
            Self::BitAnd => "and",
            Self::FloorDiv => "floordiv",
        }
    }

    pub(crate) const ALL: [Self; 13] = [
        Self::Add,
        Self::Sub,
        Self::Mul,
        Self::MatMul,
        Self::Div,
        Self::Mod,
        Self::Pow,
        Self::LShift,
        Self::RShift,
        Self::BitOr,
        Self::BitXor,
        Self::BitAnd,
        Self::FloorDiv,
    ];

    pub(super) fn names(self) -> [&'static str; 3] {
        match self {
            Self::Add => ["__add__", "__radd__", "__iadd__"],
            Self::Sub => ["__sub__", "__rsub__", "__isub__"],
            Self::Mul => ["__mul__", "__rmul__", "__imul__"],
            Self::MatMul => ["__matmul__", "__rmatmul__", "__imatmul__"],
            Self::Div => ["__truediv__", "__rtruediv__", "__itruediv__"],
            Self::Mod => ["__mod__", "__rmod__", "__imod__"],
            Self::Pow => ["__pow__", "__rpow__", "__ipow__"],
            Self::LShift => ["__lshift__", "__rlshift__", "__ilshift__"],
            Self::RShift => ["__rshift__", "__rrshift__", "__irshift__"],
            Self::BitOr => ["__or__", "__ror__", "__ior__"],
            Self::BitXor => ["__xor__", "__rxor__", "__ixor__"],
            Self::BitAnd => ["__and__", "__rand__", "__iand__"],
            Self::FloorDiv => ["__floordiv__", "__rfloordiv__", "__ifloordiv__"],
        }
    }
}

impl Compare {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::NotEq => "!=",
            Self::Lt => "<",
            Self::LtE => "<=",
            Self::Gt => ">",
            Self::GtE => ">=",
            Self::Is => "is",
            Self::IsNot => "is not",
            Self::In => "in",
            Self::NotIn => "not in",
        }
    }

    pub(super) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::NotEq => ("__ne__", "__ne__"),
            Self::Lt => ("__lt__", "__gt__"),
            Self::LtE => ("__le__", "__ge__"),
            Self::Gt => ("__gt__", "__lt__"),
            Self::GtE => ("__ge__", "__le__"),
            _ => ("__eq__", "__eq__"),
        }
    }

    pub(super) fn of_order(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Lt => order.is_lt(),
            Self::LtE => order.is_le(),
            Self::Gt => order.is_gt(),
            Self::GtE => order.is_ge(),
            Self::NotEq => order.is_ne(),
            _ => order.is_eq(),
        }
    }
}
