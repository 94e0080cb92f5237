//! Spans of time, and how long several of them last together.

use crate::time::Instant;

/// A half-open span of time.
pub type Span = (Instant, Instant);

/// The spans in order, those that overlap or touch made one. Empty spans are left out.
pub fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| span.0 < span.1);
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
