//! No text makes the header reader panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = limbec_python::header::read_header("fuzz.py", text);
});
