//! A sealed file opens with its passphrase and with nothing else.

use loopline::platform::sealing::{is_sealed, open, seal};
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "{\"format\":\"loopline\"} 🚲";

#[wasm_bindgen_test]
async fn it_opens_with_its_passphrase_and_shows_nothing_of_its_text() {
    let sealed = seal(TEXT, "correct horse").await.unwrap();
    assert!(is_sealed(&sealed) && !sealed.contains("\"loopline\""));
    assert!(sealed.contains("\"rounds\": 600000"));
    assert_eq!(open(&sealed, "correct horse").await.as_deref(), Ok(TEXT));
}

#[wasm_bindgen_test]
async fn two_files_of_one_text_have_nothing_in_common() {
    let (one, other) = (
        seal(TEXT, "a").await.unwrap(),
        seal(TEXT, "a").await.unwrap(),
    );
    let data = |sealed: &str| sealed.split("\"data\"").nth(1).map(str::to_owned);
    assert_ne!(data(&one), data(&other));
}

#[wasm_bindgen_test]
async fn another_passphrase_or_a_changed_file_is_refused_with_a_sentence() {
    let sealed = seal(TEXT, "correct horse").await.unwrap();
    let refused = open(&sealed, "correct horses").await.unwrap_err();
    assert!(refused.contains("does not open this file"), "{refused}");
    let changed = sealed.replace("\"rounds\": 600000", "\"rounds\": 600001");
    assert!(open(&changed, "correct horse").await.is_err());
    let endless = sealed.replace("\"rounds\": 600000", "\"rounds\": 4000000000");
    let refused = open(&endless, "correct horse").await.unwrap_err();
    assert!(refused.contains("newer Loopline"), "{refused}");
}

#[wasm_bindgen_test]
async fn what_is_no_sealed_file_is_refused() {
    for text in ["", "{}", TEXT, "{\"format\":\"loopline-sealed\"}"] {
        assert!(!is_sealed(text), "{text}");
        assert!(open(text, "a").await.is_err(), "{text}");
    }
}
