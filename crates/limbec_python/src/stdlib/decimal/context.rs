//! What a context says of the arithmetic: how many digits, and how they are rounded.

/// What of a context the arithmetic needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// The digits that results are rounded to.
    pub precision: u64,
    /// How they are rounded.
    pub rounding: Rounding,
}

impl Default for Context {
    /// CPython's default context.
    fn default() -> Self {
        Self {
            precision: 28,
            rounding: Rounding::HalfEven,
        }
    }
}

thread_local! {
    static CONTEXT: std::cell::Cell<Context> = std::cell::Cell::new(Context::default());
}

/// The current context of this thread.
pub fn context() -> Context {
    CONTEXT.get()
}

/// Change the current context of this thread.
pub fn set_context(context: Context) {
    CONTEXT.set(context);
}

/// The ways to round that `quantize` and `round` take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Rounding {
    Ceiling,
    Down,
    Floor,
    HalfDown,
    HalfEven,
    HalfUp,
    Up,
    ZeroFiveUp,
}

impl Rounding {
    /// The rounding of a constant such as `ROUND_HALF_UP`.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "ROUND_CEILING" => Self::Ceiling,
            "ROUND_DOWN" => Self::Down,
            "ROUND_FLOOR" => Self::Floor,
            "ROUND_HALF_DOWN" => Self::HalfDown,
            "ROUND_HALF_EVEN" => Self::HalfEven,
            "ROUND_HALF_UP" => Self::HalfUp,
            "ROUND_UP" => Self::Up,
            "ROUND_05UP" => Self::ZeroFiveUp,
            _ => return None,
        })
    }

    /// The constant's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ceiling => "ROUND_CEILING",
            Self::Down => "ROUND_DOWN",
            Self::Floor => "ROUND_FLOOR",
            Self::HalfDown => "ROUND_HALF_DOWN",
            Self::HalfEven => "ROUND_HALF_EVEN",
            Self::HalfUp => "ROUND_HALF_UP",
            Self::Up => "ROUND_UP",
            Self::ZeroFiveUp => "ROUND_05UP",
        }
    }
}
