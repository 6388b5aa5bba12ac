//! No text makes the interpreter panic, hang, or take more than its limits.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    limbec_fuzz::run(text);
});
