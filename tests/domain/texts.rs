//! Text that people type. Rule ids: `src/domain/SPEC.md`, "Text".

use domain::text::{MAX_LINE, MAX_PROSE, line, optional_line, prose, required_prose};
use proptest::prelude::*;

fn sentence<T: std::fmt::Debug>(result: Result<T, domain::text::TextError>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn an_empty_text_is_refused_where_one_is_needed() {
    // T1
    for raw in ["", "   ", "\n\t ", "\u{3000}"] {
        assert_eq!(
            sentence(line("Name", raw)),
            "Name is empty. Give it a few words."
        );
        assert_eq!(
            sentence(required_prose("Description", raw)),
            "Description is empty. Give it a few words."
        );
        assert_eq!(optional_line("Role", raw).unwrap(), "");
        assert_eq!(prose("Notes", raw).unwrap(), "");
    }
}

#[test]
fn length_is_counted_in_characters_after_trimming() {
    // T2
    let full = "é".repeat(MAX_LINE);
    assert_eq!(line("Name", &format!("  {full}  ")).unwrap(), full);
    assert_eq!(
        sentence(line("Name", &"é".repeat(MAX_LINE + 3))),
        "Name is 203 characters long. At most 200 fit: shorten it by 3."
    );
    assert!(prose("Notes", &"x".repeat(MAX_PROSE)).is_ok());
    assert_eq!(
        sentence(prose("Notes", &"x".repeat(MAX_PROSE + 1))),
        "Notes is 10001 characters long. At most 10000 fit: shorten it by 1."
    );
}

#[test]
fn control_characters_are_refused_with_their_place() {
    // T3
    assert_eq!(
        sentence(line("Name", "  Pay\u{7}roll")),
        "Name has an invisible control character (U+0007) at position 4. Remove it."
    );
    for c in ['\0', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}'] {
        assert!(line("Name", &format!("a{c}b")).is_err(), "{c:?}");
        assert!(prose("Notes", &format!("a{c}b")).is_err(), "{c:?}");
    }
    for c in ['\n', '\t', '\r'] {
        assert!(line("Name", &format!("a{c}b")).is_err(), "{c:?}");
        assert!(prose("Notes", &format!("a{c}b")).is_ok(), "{c:?}");
    }
}

#[test]
fn characters_that_reorder_text_are_refused() {
    // T4
    for c in ('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}') {
        assert!(
            line("Name", &format!("invoice{c}fdp.exe")).is_err(),
            "{c:?}"
        );
        assert!(
            prose("Notes", &format!("invoice{c}fdp.exe")).is_err(),
            "{c:?}"
        );
    }
    for name in ["שלום", "مرحبا", "日本語", "👩‍🔧 on call"] {
        assert_eq!(line("Name", name).unwrap(), name);
    }
}

#[test]
fn markup_and_code_are_kept_as_typed() {
    // T5
    for text in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a & b < c > d \"e\" 'f'",
        "=SUM(A1:A9)",
        "'; drop table tasks; --",
        "{{ title }} ${title} %s",
    ] {
        assert_eq!(line("Title", text).unwrap(), text);
        assert_eq!(prose("Notes", text).unwrap(), text);
    }
}

#[test]
fn line_ends_become_the_same_everywhere() {
    // T6
    assert_eq!(
        prose("Notes", "one\r\ntwo\rthree\n").unwrap(),
        "one\ntwo\nthree"
    );
}

proptest! {
    #[test]
    fn an_accepted_text_is_accepted_again_unchanged(raw in any::<String>()) {
        // T6
        if let Ok(text) = line("Name", &raw) {
            prop_assert_eq!(line("Name", &text).unwrap(), text);
        }
        if let Ok(text) = prose("Notes", &raw) {
            prop_assert_eq!(prose("Notes", &text).unwrap(), text);
        }
    }
}
