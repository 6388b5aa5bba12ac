//! No text makes the parser or the lowering panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = limbec_python::check_source(text);
});
