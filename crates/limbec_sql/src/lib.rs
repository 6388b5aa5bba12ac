//! Part of Limbec.
