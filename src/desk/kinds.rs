//! The two kinds of work, as every page draws and names them.

use domain::classify::Kind;

use crate::ui::icon::Kind as Drawing;

/// The drawing of a kind of work.
pub fn drawing(kind: Kind) -> Drawing {
    match kind {
        Kind::Process => Drawing::Loop,
        Kind::Project => Drawing::Line,
    }
}

/// The kind's name at the start of a line.
pub fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Process => "Process",
        Kind::Project => "Project",
    }
}
