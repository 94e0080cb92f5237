//! The kept decisions: a list, and each as it was made.

mod list;
mod record;

pub use list::ListPage;
pub use record::Page;

use domain::classify::Kind;

use crate::ui::icon::Kind as Drawing;

/// The drawing of a kind of work.
fn drawing(kind: Kind) -> Drawing {
    match kind {
        Kind::Process => Drawing::Loop,
        Kind::Project => Drawing::Line,
    }
}

/// The kind's name at the start of a line.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Process => "Process",
        Kind::Project => "Project",
    }
}
