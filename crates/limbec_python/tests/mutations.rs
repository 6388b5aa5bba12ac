//! Broken scripts: the recorded cases, damaged at random, are read without a panic. The same entry points are fuzzed
//! with `cargo fuzz` (see `fuzz/`); this is the part that runs everywhere, and asks the same questions every time.
#![allow(clippy::unwrap_used)]

#[path = "support/mutate.rs"]
mod mutate;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use limbec_python::check_source;
use limbec_python::header::read_header;
use proptest::prelude::*;

fn scripts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            scripts(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "py") {
            found.push(path);
        }
    }
}

/// What is done to a text: at a place, some characters are taken away and others put there.
#[derive(Debug, Clone)]
struct Damage {
    at: usize,
    remove: usize,
    insert: String,
}

fn damage() -> impl Strategy<Value = Damage> {
    let pieces = prop_oneof![
        Just(String::new()),
        "[(){}\\[\\]:,.='\"\\\\#@ \n\t]{1,6}".prop_map(|text| text),
        Just("f'{".to_owned()),
        Just("\"\"\"".to_owned()),
        Just("lambda ".to_owned()),
        Just("    ".to_owned()),
        Just("revision = ".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("é\u{301}\u{1f600}".to_owned()),
        Just("not ".repeat(400)),
        Just("(".repeat(150)),
    ];
    (any::<usize>(), 0usize..40, pieces).prop_map(|(at, remove, insert)| Damage {
        at,
        remove,
        insert,
    })
}

fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for damage in damages {
        let at = damage.at % (letters.len() + 1);
        let end = (at + damage.remove).min(letters.len());
        letters.splice(at..end, damage.insert.chars());
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn damaged_scripts_are_read_without_a_panic(place in any::<usize>(), damages in proptest::collection::vec(damage(), 1..5)) {
        let mut found = Vec::new();
        scripts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut found);
        scripts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples"), &mut found);
        found.sort();
        let path = &found[place % found.len()];
        let text = damaged(&std::fs::read_to_string(path).unwrap(), &damages);
        let _ = check_source(&text);
        let _ = read_header("damaged.py", &text);
    }
}

/// A small generator of numbers (xorshift), so that every run asks the same questions.
fn numbers(mut seed: u64) -> impl Iterator<Item = u8> {
    std::iter::repeat_with(move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 24) as u8
    })
}

/// What the targets `script` and `mutated` of `fuzz/` do, for a fixed number of scripts; `LIMBEC_FUZZ_SECONDS` runs it longer,
/// with other scripts.
#[test]
fn mutated_scripts_run_without_a_panic() {
    let mut found = Vec::new();
    scripts(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"),
        &mut found,
    );
    found.sort();
    let texts: Vec<String> = found
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let seconds = std::env::var("LIMBEC_FUZZ_SECONDS");
    let seconds = seconds.ok().and_then(|seconds| seconds.parse().ok());
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut count = 0u64;
    while end.map_or(count < 150, |end| Instant::now() < end) {
        count += 1;
        let seed = if end.is_some() {
            count + 1_000_000
        } else {
            count
        };
        let mut bytes = numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let length = 2 + usize::from(bytes.next().unwrap_or(0)) % 40;
        let data: Vec<u8> = bytes.take(length).collect();
        let text = mutate::mutated(&texts, &data);
        let start = Instant::now();
        // Written before the run, so that a script that ends the process can be found.
        if let Ok(path) = std::env::var("LIMBEC_FUZZ_LAST") {
            std::fs::write(path, &text).unwrap();
        }
        mutate::run(&text);
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "a script took {:?}:\n{text}",
            start.elapsed()
        );
    }
    if end.is_some() {
        eprintln!("{count} scripts");
    }
}
