//! Where a record goes in an ordered list.

use crate::lists::{List, Lists};
use crate::order::OrderKey;

/// The order key that puts a record just before `before` in a list, or last when that is absent.
///
/// `moving` is the record's own key, which does not count as a neighbor, and `order_of` reads a
/// record's order key.
pub fn order_key(
    lists: &Lists,
    list: List,
    before: Option<u64>,
    moving: Option<u64>,
    order_of: impl Fn(u64) -> Option<OrderKey>,
) -> OrderKey {
    let Some((high, high_key)) = before.and_then(|key| Some((order_of(key)?, key))) else {
        let last = lists.keys(list).rev().find(|key| Some(*key) != moving);
        return OrderKey::between(last.and_then(&order_of).as_ref(), None);
    };
    let mut low = lists.before(list, high.as_str(), high_key);
    if low.is_some() && low == moving {
        low = low.and_then(|key| lists.before(list, order_of(key)?.as_str(), key));
    }
    OrderKey::between(low.and_then(order_of).as_ref(), Some(&high))
}
