//! What a process begins with: its sheet and its documented steps.

use super::About;
use super::fields::{Fields, Read};
use crate::model::FormField;

/// A ready-made process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// What is measured.
    pub name: String,
    /// The target, in words with its number.
    pub target: String,
}

/// A documented step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    pub consulted: Vec<String>,
    /// Roles told when it is finished.
    pub informed: Vec<String>,
    /// What it needs.
    pub inputs: Vec<String>,
    /// What it leaves behind.
    pub outputs: Vec<String>,
    /// Working minutes from reaching the step to finishing it that it should not exceed.
    pub target_minutes: u32,
    /// What to tick off before it is finished.
    pub checklist: Vec<String>,
    /// What is entered in it.
    pub fields: Vec<FormField>,
    /// Where the run goes instead of on to the next step; the first branch that holds wins. A
    /// branch back is rework.
    pub branches: Vec<StarterBranch>,
    /// The step it is followed by when no branch holds, or [`END`]; the next one when absent.
    pub goes_on_to: Option<String>,
    /// Makes it an approval: what is turned down goes back to this step.
    pub sends_back_to: Option<String>,
    /// Neighbouring steps of one group run side by side; the step after them waits for all. The
    /// step before them has no branches, and nothing else leads into the group.
    pub side_by_side: Option<String>,
}

/// Where a run has no further step.
pub const END: &str = "end";

/// Another way on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

impl Read for ProcessStarter {
    fn read(fields: &mut Fields) -> Option<ProcessStarter> {
        Some(ProcessStarter {
            about: fields.part("about")?,
            sheet: fields.part("sheet")?,
            steps: fields.parts("steps")?,
        })
    }
}

impl Read for Sheet {
    fn read(fields: &mut Fields) -> Option<Sheet> {
        Some(Sheet {
            purpose: fields.text("purpose")?,
            trigger: fields.text("trigger")?,
            goal: fields.text("goal")?,
            suppliers: fields.texts("suppliers")?,
            inputs: fields.texts("inputs")?,
            outputs: fields.texts("outputs")?,
            customers: fields.texts("customers")?,
            cadence: fields.text("cadence")?,
            recurrence: fields.maybe("recurrence")?,
            review: fields.text("review")?,
            run_minutes: fields.number("run_minutes")?,
            on_time_percent: fields.number("on_time_percent")?,
            measures: fields.parts("measures")?,
            run_name: fields.text("run_name")?,
        })
    }
}

impl Read for Measure {
    fn read(fields: &mut Fields) -> Option<Measure> {
        Some(Measure {
            name: fields.text("name")?,
            target: fields.text("target")?,
        })
    }
}

impl Read for StarterStep {
    fn read(fields: &mut Fields) -> Option<StarterStep> {
        Some(StarterStep {
            id: fields.text("id")?,
            title: fields.text("title")?,
            purpose: fields.text("purpose")?,
            instructions: fields.text("instructions")?,
            role: fields.text("role")?,
            accountable: fields.text("accountable")?,
            consulted: fields.some_texts("consulted")?,
            informed: fields.some_texts("informed")?,
            inputs: fields.texts("inputs")?,
            outputs: fields.texts("outputs")?,
            target_minutes: fields.number("target_minutes")?,
            checklist: fields.some_texts("checklist")?,
            fields: fields.some_parts("fields")?,
            branches: fields.some_parts("branches")?,
            goes_on_to: fields.maybe("goes_on_to")?,
            sends_back_to: fields.maybe("sends_back_to")?,
            side_by_side: fields.maybe("side_by_side")?,
        })
    }
}

impl Read for FormField {
    fn read(fields: &mut Fields) -> Option<FormField> {
        Some(FormField {
            key: fields.text("key")?,
            label: fields.text("label")?,
            kind: serde_json::from_value(fields.value("kind")?).ok()?,
            required: fields.flag("required")?,
            options: fields.some_texts("options")?,
            help: fields.maybe("help")?.unwrap_or_default(),
            min: None,
            max: None,
        })
    }
}

impl Read for StarterBranch {
    fn read(fields: &mut Fields) -> Option<StarterBranch> {
        Some(StarterBranch {
            field: fields.text("field")?,
            test: match fields.text("test")?.as_str() {
                "is" => Test::Is,
                "is_not" => Test::IsNot,
                "at_least" => Test::AtLeast,
                "below" => Test::Below,
                _ => return None,
            },
            value: fields.text("value")?,
            to: fields.text("to")?,
        })
    }
}
