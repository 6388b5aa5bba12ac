//! No text makes the INI reader panic, and every value that it reads can be asked for.
#![no_main]

use std::path::Path;

use limbec::config::Ini;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut ini = Ini::new([("here", "/project")]);
    if ini.read_str(text, Path::new("fuzz.ini")).is_ok() {
        let sections: Vec<String> = ini.sections().map(str::to_owned).collect();
        for section in &sections {
            let _ = ini.items(section);
        }
    }
});
