//! What a documented step holds beside its title: who, how long, what to record, and what follows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, StepId, TemplateId};
use crate::time::Day;

/// The documentation of a step, the same in the draft and in a frozen version.
///
/// Every part may be missing: a step written down as a title alone is a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepWork {
    /// Why the step is done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// The one role that answers for the result (the A of RACI); empty when it is the role that does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub accountable: String,
    /// Roles that are asked before (the C of RACI).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consulted: String,
    /// Roles that are told after (the I of RACI).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub informed: String,
    /// What has to be there before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub inputs: String,
    /// What is there after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outputs: String,
    /// Within how many working minutes of a run's coming to it the step should be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// A due day counted from a date of the run's data; it goes before `minutes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueRule>,
    /// Runs that should stand on the step at most at a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wip_limit: Option<u32>,
    /// What to tick off while doing it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<String>,
    /// What to record while doing it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FormField>,
    /// Work, an approval, or a run of another process.
    #[serde(default, skip_serializing_if = "StepKind::is_task")]
    pub kind: StepKind,
    /// What follows.
    #[serde(default, skip_serializing_if = "Next::is_following")]
    pub next: Next,
}

/// What finishing a step means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Work that is done once it is finished.
    #[default]
    Task,
    /// A decision: approve, reject or send back. Approving goes on with [`Next`].
    Approval {
        /// Where a rejected run goes; `End` ends the whole run as rejected.
        #[serde(default = "Target::end")]
        rejected: Target,
        /// Where a run that is sent back goes; the step before in the list when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        back: Option<StepId>,
    },
    /// A run of another process, which starts by itself and whose end finishes the step.
    SubProcess {
        /// The other process.
        template: TemplateId,
    },
}

impl StepKind {
    /// Whether it is plain work.
    pub fn is_task(&self) -> bool {
        *self == StepKind::Task
    }
}

/// What follows a finished step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// The step below in the list; the end after the last one.
    #[default]
    Following,
    /// Always the same place.
    Go(Target),
    /// The first branch whose condition holds, else the last place: an exclusive choice.
    Choose {
        /// Looked at in order.
        branches: Vec<Branch>,
        /// Where to go when no condition holds.
        #[serde(default)]
        otherwise: Target,
    },
    /// Every branch at once; `join` waits until all of them have come to it.
    All {
        /// The first step of each branch.
        heads: Vec<StepId>,
        /// Where the branches come together.
        join: Target,
    },
}

impl Next {
    /// Whether it is the plain sequence.
    pub fn is_following(&self) -> bool {
        *self == Next::Following
    }
}

/// One way of an exclusive choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// A condition over the fields, in the language of `flow::expr`.
    pub when: String,
    /// Where to go while it holds.
    #[serde(default)]
    pub to: Target,
}

/// A place in the flow.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The step below in the list; the end after the last one.
    #[default]
    Following,
    /// A step.
    Step(StepId),
    /// The end of the run, or of the branch inside a parallel section.
    End,
}

impl Target {
    /// The end; where a rejected run goes unless something else is said.
    pub fn end() -> Target {
        Target::End
    }
}

/// A due day counted from a date that the run knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueRule {
    /// The key of a date field.
    pub field: String,
    /// Working days after that date; before it when negative.
    #[serde(default)]
    pub days: i32,
}

/// A field of a step's form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormField {
    /// Its name in conditions and in `{{key}}`: a letter, then letters, digits and underscores.
    pub key: String,
    /// Its label on the page.
    pub label: String,
    /// What it holds.
    #[serde(default)]
    pub kind: FieldKind,
    /// Whether the step cannot be finished without it.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub required: bool,
    /// A sentence of help.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// What can be chosen, for the two kinds of choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// The least number or amount: thousandths of one, or hundredths for money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// The largest number or amount, in the same unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
}

/// What a field of a form holds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    #[default]
    Text,
    /// Several lines.
    LongText,
    /// A number with at most three decimals.
    Number,
    /// An amount with two decimals.
    Money,
    /// A day.
    Date,
    /// One of a few.
    Choice,
    /// Any of a few.
    MultiChoice,
    /// Someone of the workspace.
    Person,
    /// Yes or no.
    YesNo,
    /// A web address.
    Link,
}

impl FieldKind {
    /// Every kind, as a form offers them.
    pub const ALL: [FieldKind; 10] = [
        FieldKind::Text,
        FieldKind::LongText,
        FieldKind::Number,
        FieldKind::Money,
        FieldKind::Date,
        FieldKind::Choice,
        FieldKind::MultiChoice,
        FieldKind::Person,
        FieldKind::YesNo,
        FieldKind::Link,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            FieldKind::Text => "Short text",
            FieldKind::LongText => "Long text",
            FieldKind::Number => "Number",
            FieldKind::Money => "Amount of money",
            FieldKind::Date => "Date",
            FieldKind::Choice => "One choice",
            FieldKind::MultiChoice => "Several choices",
            FieldKind::Person => "Person",
            FieldKind::YesNo => "Yes or no",
            FieldKind::Link => "Link",
        }
    }
}

/// What was recorded in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Text, long text, one choice, or a link.
    Text(String),
    /// A number in thousandths.
    Number(i64),
    /// An amount in hundredths of its currency.
    Money(i64),
    /// A day.
    Date(Day),
    /// Several choices, in the order of the options.
    Choices(Vec<String>),
    /// Someone; they may have been removed since.
    Person(PersonId),
    /// Yes or no.
    Flag(bool),
}

/// The data of a run by key: entered once, known to every later step.
pub type Values = BTreeMap<String, Value>;
