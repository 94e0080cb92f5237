//! Order keys. Rule ids: `src/domain/SPEC.md`, "Order".

use domain::order::OrderKey;
use proptest::prelude::*;

/// Any key that can be stored, short ones and those at the ends of the scheme included.
fn any_key() -> impl Strategy<Value = OrderKey> {
    let usual = "[a-cX-Z][0-9A-Za-z]{1,8}";
    let ends = "z[0-9A-Zz]{26,28}|A0{26}[0-9A-Za-z]{1,3}|Zz{1,3}|a0[01Vz]{1,3}";
    prop_oneof![usual, ends].prop_filter_map("a key", |text| OrderKey::parse(&text))
}

proptest! {
    #[test]
    fn a_key_between_two_lies_strictly_between(a in any_key(), b in any_key()) {
        // O1
        let (low, high) = (a.clone().min(b.clone()), a.max(b));
        if low < high {
            let middle = OrderKey::between(Some(&low), Some(&high));
            prop_assert!(low < middle && middle < high, "{} {} {}", low, middle, high);
            prop_assert_eq!(OrderKey::parse(middle.as_str()), Some(middle));
        }
    }

    #[test]
    fn there_is_always_room_at_both_ends(key in any_key()) {
        // O1
        let (before, after) = (OrderKey::between(None, Some(&key)), OrderKey::between(Some(&key), None));
        prop_assert!(before < key && key < after, "{} {} {}", before, key, after);
        prop_assert_eq!(OrderKey::parse(before.as_str()), Some(before));
        prop_assert_eq!(OrderKey::parse(after.as_str()), Some(after));
    }

    #[test]
    fn equal_or_reversed_bounds_give_a_key_after_the_lower_one(a in any_key(), b in any_key()) {
        // O4
        let (low, high) = (a.clone().max(b.clone()), a.min(b));
        let key = OrderKey::between(Some(&low), Some(&high));
        prop_assert!(low < key);
        prop_assert_eq!(OrderKey::parse(key.as_str()), Some(key));
    }

    #[test]
    fn any_places_chosen_keep_a_list_in_order(places in prop::collection::vec(any::<prop::sample::Index>(), 1..200)) {
        // O1
        let mut keys: Vec<OrderKey> = Vec::new();
        for place in places {
            let idx = place.index(keys.len() + 1);
            let low = idx.checked_sub(1).map(|before| keys[before].clone());
            let key = OrderKey::between(low.as_ref(), keys.get(idx));
            keys.insert(idx, key);
        }
        prop_assert!(keys.is_sorted_by(|a, b| a < b));
    }
}

/// Keys made one after the other, each from the one before.
fn chain(n: usize, next: impl Fn(&OrderKey) -> OrderKey) -> Vec<OrderKey> {
    std::iter::successors(Some(OrderKey::first()), |key| Some(next(key)))
        .take(n)
        .collect()
}

#[test]
fn ten_thousand_appended_keys_stay_short() {
    // O2
    let keys = chain(10_000, |key| OrderKey::between(Some(key), None));
    assert!(keys.is_sorted_by(|a, b| a < b));
    assert!(keys.iter().all(|key| key.as_str().len() <= 4));
}

#[test]
fn ten_thousand_keys_put_first_stay_short() {
    // O2
    let keys = chain(10_000, |key| OrderKey::between(None, Some(key)));
    assert!(keys.is_sorted_by(|a, b| a > b));
    assert!(keys.iter().all(|key| key.as_str().len() <= 4));
}

#[test]
fn a_thousand_keys_at_the_same_place_grow_slowly() {
    // O2: each letter of base 62 holds five halvings.
    let low = OrderKey::first();
    let high = OrderKey::between(Some(&low), None);
    let mut falling = high.clone();
    let mut rising = low.clone();
    for _ in 0..1_000 {
        let next = OrderKey::between(Some(&low), Some(&falling));
        assert!(low < next && next < falling);
        falling = next;
        let next = OrderKey::between(Some(&rising), Some(&high));
        assert!(rising < next && next < high);
        rising = next;
    }
    assert!(falling.as_str().len() < 210 && rising.as_str().len() < 210);
}

#[test]
fn a_text_that_is_no_key_is_refused() {
    // O3
    for text in [
        "",
        "0",
        "a",
        "b0",
        "a00",
        "a0V0",
        "a0-",
        "é0",
        "a0é",
        "A00000000000000000000000000",
        " a0",
    ] {
        assert_eq!(OrderKey::parse(text), None, "{text}");
        let stored = serde_json::to_string(text).unwrap();
        assert!(serde_json::from_str::<OrderKey>(&stored).is_err());
    }
}
