//! Scripts that are put together out of valid ones, and the interpreter with limits to run them: for `tests/mutations.rs`, and
//! for the targets of `cargo fuzz`.

use limbec_python::{Captured, Config, NoModules, Vm, format_error, run_on_big_stack};

/// Run a text with few steps and little memory; its error is written out, too.
pub fn run(text: &str) {
    let result = run_on_big_stack(|| {
        let config = Config {
            steps: Some(20_000),
            largest_object: 1 << 20,
            recursion_limit: 150,
            ..Config::default()
        };
        let output = Captured::default();
        let mut vm = Vm::new(config, Box::new(NoModules), Box::new(output));
        if let Err(error) = vm.run_module("__main__", "fuzz.py", text) {
            let _ = format_error(&mut vm, &error);
        }
    });
    assert!(result.is_ok(), "no thread");
}

/// A script out of pieces of the valid ones: the bytes say which lines are taken, and what is done to them.
pub fn mutated(scripts: &[&str], data: &[u8]) -> String {
    let mut out = String::new();
    let mut bytes = data.iter().copied();
    let Some(first) = bytes.next() else {
        return out;
    };
    let base = scripts[pair(first, bytes.next()) % scripts.len()];
    let mut lines: Vec<String> = base.lines().map(str::to_owned).collect();
    while let Some(action) = bytes.next() {
        if lines.is_empty() {
            break;
        }
        let at = pair(bytes.next().unwrap_or(0), bytes.next()) % lines.len();
        let operand = pair(bytes.next().unwrap_or(0), bytes.next());
        change(scripts, &mut lines, action, at, operand);
    }
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

fn pair(high: u8, low: Option<u8>) -> usize {
    usize::from(high) << 8 | usize::from(low.unwrap_or(0))
}

fn change(scripts: &[&str], lines: &mut Vec<String>, action: u8, at: usize, operand: usize) {
    match action % 9 {
        0 => {
            lines.remove(at);
        }
        1 => {
            let line = lines[at].clone();
            lines.insert(operand % (lines.len() + 1), line);
        }
        2 => {
            let other = operand % lines.len();
            lines.swap(at, other);
        }
        3 => {
            // A line of another script.
            let donor: Vec<&str> = scripts[operand % scripts.len()].lines().collect();
            if let Some(line) = donor.get(at % donor.len().max(1)) {
                lines[at] = (*line).to_owned();
            }
        }
        4 => {
            // One word becomes another of the same script.
            let words: Vec<String> = lines
                .iter()
                .flat_map(|line| {
                    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                })
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect();
            if words.is_empty() {
                return;
            }
            let (old, new) = (
                &words[operand % words.len()],
                &words[(operand / 7 + at) % words.len()],
            );
            lines[at] = lines[at].replacen(old.as_str(), new, 1);
        }
        5 => {
            let token = TOKENS[operand % TOKENS.len()];
            let line = &mut lines[at];
            let place = line
                .char_indices()
                .map(|(place, _)| place)
                .nth(operand % line.chars().count().max(1))
                .unwrap_or(0);
            line.insert_str(place, token);
        }
        6 => {
            // A number becomes one that is special.
            let special = NUMBERS[operand % NUMBERS.len()];
            let line = &lines[at];
            let Some(start) = line.find(|letter: char| letter.is_ascii_digit()) else {
                return;
            };
            let end = line[start..]
                .find(|letter: char| !letter.is_ascii_digit())
                .map_or(line.len(), |length| start + length);
            lines[at] = format!("{}{special}{}", &line[..start], &line[end..]);
        }
        7 => {
            let indent = " ".repeat(operand % 9);
            lines[at] = format!("{indent}{}", lines[at].trim_start());
        }
        _ => {
            let length = lines[at].chars().count();
            let (from, count) = (operand % length.max(1), operand / 251 % 8);
            lines[at] = lines[at]
                .chars()
                .enumerate()
                .filter(|(place, _)| *place < from || *place >= from + count)
                .map(|(_, letter)| letter)
                .collect();
        }
    }
}

const TOKENS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ".",
    "*",
    "**",
    "=",
    ":=",
    "'",
    "\"",
    "\"\"\"",
    "f'{",
    "\\",
    "#",
    "@",
    "->",
    " not ",
    " in ",
    " is ",
    " and ",
    " lambda: ",
    " yield ",
    " await ",
    " async ",
    "self",
    "super()",
    "__class__",
    "None",
    "[::-1]",
    "[0]",
    "()",
    ".join",
    ".format",
    " if 1 else ",
    "\u{feff}",
    "é",
    "\u{1f600}",
    "\0",
    "%s",
    "%(a)d",
    "!r",
    "__getattr__",
    "__eq__",
    "__hash__",
    "__del__",
    "del ",
    "global ",
    "nonlocal ",
    "return ",
    "raise ",
    "exec('1')",
    "eval('1')",
];

const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "1",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "10**10",
    "10**100",
    "1e308",
    "float('nan')",
    "float('inf')",
    "1j",
    "2**63",
    "True",
    "None",
    "'a' * 10**10",
    "[0] * 10**12",
    "0.1",
    "10**10**10",
    "1000000",
];
