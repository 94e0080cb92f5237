//! Which rows of a long list are worth drawing.

/// Rows drawn beyond each end of what is seen, so that scrolling meets no gap.
const OVERSCAN: usize = 8;

/// Lists up to this long are drawn whole, each row as high as it likes.
pub const WHOLE: usize = 80;

/// The half-open range of rows to draw of `n_rows` rows of `row_height`, all in CSS pixels, when
/// `view_height` of them is seen from `scroll_top` on.
pub fn visible_rows(
    n_rows: usize,
    row_height: f64,
    scroll_top: f64,
    view_height: f64,
) -> (usize, usize) {
    if n_rows <= WHOLE {
        return (0, n_rows);
    }
    // Casting saturates, and a negative overscroll counts as the top.
    let first = (scroll_top / row_height).floor().max(0.0) as usize;
    let n_seen = (view_height / row_height).ceil().max(1.0) as usize + 1;
    let start = first.saturating_sub(OVERSCAN).min(n_rows);
    let end = (first + n_seen + OVERSCAN).min(n_rows);
    // Scrolling within a step draws nothing new.
    let start = start - start % OVERSCAN;
    (start.min(end), end)
}
