//! The recorded cases of the interpreter, damaged as the fuzzer says: lines, words and whole statements of several cases are
//! put together, so that most of what is run is nearly valid Python.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    limbec_fuzz::run(&limbec_fuzz::mutated(data));
});
