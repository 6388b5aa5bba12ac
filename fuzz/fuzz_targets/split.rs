//! The pieces of a script, put together again, are the script.
#![no_main]

use libfuzzer_sys::fuzz_target;
use limbec_sql::split::split;

fuzz_target!(|text: &str| {
    for name in ["sqlite", "postgresql", "mysql"] {
        let Some(dialect) = limbec_sql::dialect(name) else {
            continue;
        };
        let pieces = split(dialect, text);
        let joined: String = pieces.iter().map(|piece| &text[piece.start..piece.end]).collect();
        assert_eq!(joined, text);
    }
});
