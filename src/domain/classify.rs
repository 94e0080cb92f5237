//! stub
use serde::{Deserialize, Serialize};
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Process,
    Project,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    Loop,
    Line,
    BuildsProcess,
    RunsThroughProcesses,
    RecurringProject,
    Case,
}
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers(std::collections::BTreeMap<String, String>);
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion;
pub struct Verdict {
    pub kind: Kind,
    pub shape: Shape,
    pub point: u16,
    pub confidence: u16,
}
pub const QUESTION_SET: u32 = 1;
pub fn suggest(_: &str) -> Suggestion {
    Suggestion
}
pub fn decide(_: &Answers, _: &Suggestion) -> Verdict {
    Verdict {
        kind: Kind::Process,
        shape: Shape::Loop,
        point: 5000,
        confidence: 5000,
    }
}
