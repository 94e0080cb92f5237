//! What the Learn page teaches: how processes and projects differ, and worked examples to try.

mod dimensions;
mod examples;
mod reliability;

pub use dimensions::{DIMENSIONS, Dimension};
pub use examples::{EXAMPLES, Example};
pub use reliability::{Claimed, RELIABILITY, claimed};

/// A heading with a short text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The heading.
    pub title: &'static str,
    /// One to three sentences.
    pub text: &'static str,
}

/// What the page opens with.
pub const INTRO: Passage = Passage {
    title: "A loop comes back. A line arrives.",
    text: "A process is a series of steps that is repeated to reach the same kind of result. A project is a limited \
           effort that makes something unique and is then over. Each needs its own way of planning, steering and \
           measuring, and work run in the wrong way costs time twice.",
};

/// What the comparison is introduced with.
pub const COMPARISON: Passage = Passage {
    title: "Twelve ways to tell them apart",
    text: "Choose the side that sounds like your work. One side rarely wins every row; the first ones weigh most.",
};

/// How one kind of work becomes the other.
pub const CROSSINGS: [Passage; 3] = [
    Passage {
        title: "Projects that look alike become a process",
        text: "Three launches with the same tasks are one loop with three rounds. Loopline compares finished projects \
               and drafts the steps they share.",
    },
    Passage {
        title: "A project leaves a process behind",
        text: "Designing how new colleagues are welcomed is a project. Welcoming each of them that way is the process \
               it leaves behind.",
    },
    Passage {
        title: "A process asks for a project",
        text: "When a loop stays slow, changing it is a line: it has a goal, a date and an end. Then the loop goes on, \
               and its measures show whether the change helped.",
    },
];
