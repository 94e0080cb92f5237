//! What a process begins with: its sheet and its documented steps.

use serde::Deserialize;

use super::About;

/// A ready-made process.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessStarter {
    /// What it is and what it fits.
    pub about: About,
    /// Its process sheet.
    pub sheet: Sheet,
    /// Its steps in order. A step is followed by the next one unless it says otherwise.
    pub steps: Vec<StarterStep>,
}

/// The process sheet: why the process exists, what starts it, who is on either side of it, and how
/// its performance is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Why it exists and what a good round brings.
    pub purpose: String,
    /// What starts a round.
    pub trigger: String,
    /// The aim of the organisation it serves.
    pub goal: String,
    /// Who gives what it needs (the S of SIPOC).
    pub suppliers: Vec<String>,
    /// What it needs (the I).
    pub inputs: Vec<String>,
    /// What comes out (the O).
    pub outputs: Vec<String>,
    /// Who takes what comes out (the C).
    pub customers: Vec<String>,
    /// How often it runs, in words.
    pub cadence: String,
    /// A recurrence rule (RFC 5545) where it starts by the calendar; absent where an event starts it.
    #[serde(default)]
    pub recurrence: Option<String>,
    /// How often its owner looks at how well it runs, in words.
    pub review: String,
    /// Working minutes from its start in which a run should be finished.
    pub run_minutes: u32,
    /// The percentage of runs that should be finished in that time.
    pub on_time_percent: u32,
    /// What else it is judged by.
    pub measures: Vec<Measure>,
    /// How a run is named; `{{field}}` stands for what was entered.
    pub run_name: String,
}

/// A measure with its target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// What is measured.
    pub name: String,
    /// The target, in words with its number.
    pub target: String,
}

/// A documented step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterStep {
    /// Its name among the steps of this process, for branches.
    pub id: String,
    /// What is done.
    pub title: String,
    /// What the step is for.
    pub purpose: String,
    /// How it is done, so that anyone can do it the same way; `{{field}}` stands for what was
    /// entered in an earlier step.
    pub instructions: String,
    /// The role that does it.
    pub role: String,
    /// The one role that answers for its result.
    pub accountable: String,
    /// Roles asked before it is finished.
    #[serde(default)]
    pub consulted: Vec<String>,
    /// Roles told when it is finished.
    #[serde(default)]
    pub informed: Vec<String>,
    /// What it needs.
    pub inputs: Vec<String>,
    /// What it leaves behind.
    pub outputs: Vec<String>,
    /// Working minutes from reaching the step to finishing it that it should not exceed.
    pub target_minutes: u32,
    /// What to tick off before it is finished.
    #[serde(default)]
    pub checklist: Vec<String>,
    /// What is entered in it.
    #[serde(default)]
    pub fields: Vec<StarterField>,
    /// Where the run goes instead of on to the next step; the first branch that holds wins. A
    /// branch back is rework.
    #[serde(default)]
    pub branches: Vec<StarterBranch>,
    /// The step it is followed by when no branch holds, or [`END`]; the next one when absent.
    #[serde(default)]
    pub goes_on_to: Option<String>,
    /// Makes it an approval: what is turned down goes back to this step.
    #[serde(default)]
    pub sends_back_to: Option<String>,
    /// Neighbouring steps of one group run side by side; the step after them waits for all. The
    /// step before them has no branches, and nothing else leads into the group.
    #[serde(default)]
    pub side_by_side: Option<String>,
}

/// Where a run has no further step.
pub const END: &str = "end";

/// Something entered in a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterField {
    /// Its name in conditions and in `{{field}}`.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What kind of value it takes.
    pub kind: FieldType,
    /// Whether the step cannot be finished without it.
    #[serde(default)]
    pub required: bool,
    /// What can be chosen, for a choice.
    #[serde(default)]
    pub options: Vec<String>,
    /// A sentence of help.
    #[serde(default)]
    pub help: String,
}

/// Kinds of value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// One line.
    #[default]
    Text,
    /// Several lines.
    LongText,
    /// A number.
    Number,
    /// An amount of money.
    Money,
    /// A day.
    Date,
    /// One of the options.
    Choice,
    /// Any number of the options.
    MultiChoice,
    /// A person.
    Person,
    /// Yes or no.
    YesNo,
    /// A web address.
    Link,
}

/// Another way on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterBranch {
    /// The field that decides.
    pub field: String,
    /// How it is compared.
    pub test: Test,
    /// What it is compared with: an option, a number in figures, or `yes` and `no`.
    pub value: String,
    /// The step to go to, or [`END`].
    pub to: String,
}

/// How a field is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The same value.
    #[default]
    Is,
    /// Any other value.
    IsNot,
    /// That number or more.
    AtLeast,
    /// Less than that number.
    Below,
}

impl Test {
    /// The comparison as it is written between field and value.
    pub fn words(self) -> &'static str {
        match self {
            Test::Is => "is",
            Test::IsNot => "is not",
            Test::AtLeast => "is at least",
            Test::Below => "is below",
        }
    }
}
