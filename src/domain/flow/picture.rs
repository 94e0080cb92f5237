//! Where everything of a map is drawn: boxes on a grid that breaks into bands as a text breaks into
//! lines, and ways that run between the boxes and never through one.
//!
//! Columns are apart by a gap and bands by lanes. A way to the next column bends in the gap between
//! the two; any other goes from the gap behind its step along a lane to the gap before the step it
//! leads to. So boxes and ways cannot meet, however many there are.

use crate::flow::graph::Place;
use crate::flow::layout::{Cell, Drawn, Layout};

/// The size of a box: two lines of a title and two below.
pub const BOX: (i64, i64) = (144, 72);
/// How wide a letter of a label is at most, on average.
const LETTER: i64 = 7;
/// Letters of a label that fit into a gap.
const LETTERS: usize = 12;
/// Letters of a label that one reads at a glance.
const MAX_LETTERS: usize = 64;
/// From the left edge of a box to that of the next, and from the top of one to that of the next.
const CELL: (i64, i64) = (232, 104);
/// Columns side by side: more do not fit beside the rail of a small laptop.
const PER_BAND: usize = 4;
/// From one lane to the next: room for a label.
const LANE: i64 = 18;
/// Free room around all.
const MARGIN: i64 = 40;
/// Between ways that bend in one gap.
const APART: i64 = 8;

/// A map with all its places, in user units from the top left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// How wide it is.
    pub width: i64,
    /// How high it is.
    pub height: i64,
    /// The top left of each step's box.
    pub steps: Vec<(i64, i64)>,
    /// The top left of the end's box.
    pub end: (i64, i64),
    /// The ways, as those of the layout.
    pub lines: Vec<Line>,
}

/// A way on the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The way.
    pub drawn: Drawn,
    /// Its corners; each piece is level or upright.
    pub points: Vec<(i64, i64)>,
    /// Where its label is: the middle of its foot.
    pub label: (i64, i64),
    /// Letters of a label for which there is room.
    pub n_letters: usize,
}

/// How a way goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    /// To the next column.
    Near,
    /// Along a lane above or below a band.
    Along { band: usize, is_above: bool },
}

/// Places everything of a layout.
pub fn picture(layout: &Layout) -> Picture {
    let cells = || layout.steps.iter().chain([&layout.end]);
    let n_bands = cells().map(|cell| band(*cell) + 1).max().unwrap_or(1);
    let cell_of = |place: Place| match place {
        Place::Step(step) => layout.steps.get(step).copied(),
        Place::End => Some(layout.end),
    };
    let ends = |drawn: &Drawn| Some((*layout.steps.get(drawn.edge.from)?, cell_of(drawn.edge.to)?));
    // Lanes above and below each band.
    let mut lanes = vec![(0i64, 0i64); n_bands];
    let mut courses = Vec::new();
    for drawn in &layout.edges {
        let course = ends(drawn).map_or(Course::Near, |(from, to)| course(from, to, drawn.is_back));
        let nth = match course {
            Course::Near => 0,
            Course::Along { band, is_above } => lanes.get_mut(band).map_or(0, |(above, below)| {
                let own = if is_above { above } else { below };
                *own += 1;
                *own - 1
            }),
        };
        courses.push((course, nth));
    }
    let mut tops = Vec::new();
    let mut top = MARGIN;
    for (nth, (above, below)) in lanes.iter().enumerate() {
        let own = cells().filter(|cell| band(**cell) == nth);
        let n_rows = own.map(|cell| cell.row as i64 + 1).max().unwrap_or(1);
        let first_row = top + above * LANE;
        let last_row = first_row + n_rows * CELL.1 - (CELL.1 - BOX.1);
        tops.push((first_row, last_row));
        top = last_row + below * LANE + MARGIN;
    }
    let first_row = |band: usize| tops.get(band).map_or(0, |tops| tops.0);
    let last_row = |band: usize| tops.get(band).map_or(0, |tops| tops.1);
    let corner = |cell: Cell| {
        let x = MARGIN + (cell.column % PER_BAND) as i64 * CELL.0;
        (x, first_row(band(cell)) + cell.row as i64 * CELL.1)
    };
    let n_columns = cells()
        .map(|cell| cell.column + 1)
        .max()
        .unwrap_or(1)
        .min(PER_BAND) as i64;
    let width = 2 * MARGIN + (n_columns - 1) * CELL.0 + BOX.0;
    let mut n_bends = 0;
    let lines = layout
        .edges
        .iter()
        .zip(courses)
        .filter_map(|(drawn, (course, nth))| {
            let (from, to) = ends(drawn)?;
            let ((x1, y1), (x2, y2)) = (corner(from), corner(to));
            let (start, end) = ((x1 + BOX.0, y1 + BOX.1 / 2), (x2, y2 + BOX.1 / 2));
            let shift = n_bends % 4 * APART;
            n_bends += 1;
            // Behind the step it comes from, and before the step it leads to.
            let (leaving, coming) = (start.0 + 14 + shift, end.0 - 14 - shift);
            Some(match course {
                Course::Near => Line {
                    drawn: *drawn,
                    points: vec![start, (leaving, start.1), (leaving, end.1), end],
                    label: (end.0 - (CELL.0 - BOX.0) / 2, end.1 - 6),
                    n_letters: LETTERS,
                },
                Course::Along { band, is_above } => {
                    let lane = if is_above {
                        first_row(band) - (nth + 1) * LANE + 4
                    } else {
                        last_row(band) + (nth + 1) * LANE
                    };
                    let points = [
                        start,
                        (leaving, start.1),
                        (leaving, lane),
                        (coming, lane),
                        (coming, end.1),
                        end,
                    ];
                    // A lane is a way's own, so its label may be longer than the way.
                    let middle = leaving.midpoint(coming);
                    let room = 2 * middle.min(width - middle) - LETTER;
                    Line {
                        drawn: *drawn,
                        points: points.to_vec(),
                        label: (middle, lane - 3),
                        n_letters: usize::try_from(room / LETTER).unwrap_or(0).min(MAX_LETTERS),
                    }
                }
            })
        });
    let lines = lines.collect();
    Picture {
        width,
        height: top,
        steps: layout.steps.iter().map(|cell| corner(*cell)).collect(),
        end: corner(layout.end),
        lines,
    }
}

fn band(cell: Cell) -> usize {
    cell.column / PER_BAND
}

fn course(from: Cell, to: Cell, is_back: bool) -> Course {
    let is_one_band = band(from) == band(to);
    if is_one_band && !is_back && to.column == from.column + 1 {
        return Course::Near;
    }
    Course::Along {
        band: band(from),
        is_above: is_one_band && !is_back,
    }
}
