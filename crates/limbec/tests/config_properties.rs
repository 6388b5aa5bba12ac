//! Properties of the configuration reader that hold for any input.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use limbec::config::{Config, Ini, mask_url, mask_urls_in};
use proptest::prelude::*;

/// Pieces that INI files are made of, so that random files reach the corners of the grammar.
fn ini_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[a]\n"),
        Just("[DEFAULT]\n"),
        Just("["),
        Just("]"),
        Just("k = "),
        Just("l:"),
        Just("%(k)s"),
        Just("%(l)s"),
        Just("%%"),
        Just("%"),
        Just("\n"),
        Just("\n  "),
        Just("# c\n"),
        Just(";"),
        Just("é\u{a0}"),
        Just("\r\n"),
        Just("x"),
        Just("postgresql://u:p@ss@h/d"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_a_place(text in prop_oneof![ini_text(), any::<String>()]) {
        let mut ini = Ini::new([("here", "/srv")]);
        match ini.read_str(&text, Path::new("x.ini")) {
            Err(error) => prop_assert!(error.location.is_some()),
            Ok(()) => {
                let sections: Vec<String> = ini.sections().map(str::to_owned).collect();
                for section in sections {
                    for option in ini.options(&section).unwrap() {
                        let _ = ini.location(&section, option);
                        if let Err(error) = ini.get(&section, option) {
                            prop_assert!(error.hint.is_some());
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_set_is_read_back(name in "[a-zA-Z][a-z_.]{0,10}", value in any::<String>()) {
        let mut config = Config::new();
        let escaped = value.replace('%', "%%");
        config.set_main_option(&name, &escaped).unwrap();
        prop_assert_eq!(config.get_main_option(&name).unwrap(), Some(value.clone()));
        let upper = config.get_main_option(&name.to_uppercase()).unwrap();
        prop_assert_eq!(upper, Some(value.clone()));
        prop_assert_eq!(config.set_main_option(&name, &format!("{escaped}%")).is_err(), true);
    }

    #[test]
    fn no_password_is_shown(
        user in "[a-z]{0,6}",
        password in "[A-Z0-9:@/#?&=%+ é'\"]{0,12}[A-Z]",
        rest in "(:[0-9]{2,4})?(/[a-z]{0,5}(\\?sslmode=[a-z]{3})?)?",
    ) {
        let url = format!("postgresql+asyncpg://{user}:{password}@host{rest}");
        let masked = mask_url(&url);
        let letters: Vec<char> = password.chars().filter(char::is_ascii_uppercase).collect();
        prop_assert!(!masked.chars().any(|c| letters.contains(&c)), "{} -> {}", url, masked);
        prop_assert!(masked.ends_with(&format!("@host{rest}")), "{} -> {}", url, masked);
        if !password.contains([' ', '\'', '"']) {
            let text = format!("can't connect to \"{url}\": refused");
            prop_assert_eq!(mask_urls_in(&text), format!("can't connect to \"{masked}\": refused"));
        }
    }
}
