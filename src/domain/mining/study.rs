//! A whole study of a log: every measure and everything mining finds, from one question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::TemplateId;
use crate::lists::List;
use crate::log::{Log, Window};
use crate::measure::report::{Report, report};
use crate::measure::work_time::Clock;
use crate::mining::suggest::Measured;
use crate::mining::{
    Conformance, Document, Follows, Suggestion, Variant, conformance, follows, suggestions,
    variants,
};
use crate::model::{Person, Version};
use crate::time::Instant;
use crate::workspace::Workspace;

/// So many events are studied within a frame of the page, with room for what else it does: a
/// hundred thousand take about a tenth of a second there.
pub const WITHIN_A_FRAME: usize = 5_000;

/// What is studied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Study {
    /// The runs that count.
    pub log: Log,
    /// The span of time that is looked at.
    pub window: Window,
    /// The moment it is looked at.
    pub now: Instant,
    /// Which time counts.
    pub clock: Clock,
    /// What mining holds the runs against; absent where only measures are asked for.
    pub against: Option<Against>,
}

/// What mining holds runs against.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Against {
    /// The documented flows by number of their version.
    pub documents: BTreeMap<u32, Document>,
    /// The roles of people by name, where they have one.
    pub roles: BTreeMap<String, String>,
}

/// What comes out of a study. Cases are places in its log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// The measures.
    pub report: Report,
    /// What mining found; empty where it was not asked for.
    pub mined: Mined,
}

/// What mining finds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mined {
    /// What followed what.
    pub follows: Follows,
    /// The ways of the finished runs.
    pub variants: Vec<Variant>,
    /// How they fit the documents.
    pub conformance: Conformance,
    /// What is worth a look.
    pub suggestions: Vec<Suggestion>,
}

impl Against {
    /// The documents of a process over the activities of a log, and who has which role.
    pub fn of(workspace: &Workspace, template: TemplateId, log: &Log) -> Against {
        let versions = workspace.list::<Version>(List::Versions(template));
        let documents = versions.map(|(_, version)| (version.number, Document::of(version, log)));
        let people = workspace.all::<Person>();
        let able = people.filter(|(_, person)| !person.role.is_empty());
        Against {
            documents: documents.collect(),
            roles: able
                .map(|(_, person)| (person.name.clone(), person.role.clone()))
                .collect(),
        }
    }
}

impl Study {
    /// Everything that is found.
    pub fn find(&self) -> Findings {
        let report = report(&self.log, self.window, self.now, &self.clock);
        let against = self.against.as_ref();
        let mined = against.map(|against| self.mine(&report, against));
        Findings {
            mined: mined.unwrap_or_default(),
            report,
        }
    }

    fn mine(&self, report: &Report, against: &Against) -> Mined {
        let (log, documents) = (&self.log, &against.documents);
        let variants = variants(log);
        let measured = Measured {
            steps: &report.steps,
            bottleneck: report.bottleneck,
            variants: &variants,
        };
        Mined {
            follows: follows(log),
            conformance: conformance(log, documents, |name| against.roles.get(name).cloned()),
            suggestions: suggestions(log, documents, &measured),
            variants,
        }
    }
}
