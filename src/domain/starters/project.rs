//! What a project begins with: its charter, its phases with their tasks, and its risks.

use super::About;
use super::fields::{Fields, Read};
use crate::model::{LinkKind, Response};

/// A ready-made project. Its days are working days from the start, so it fits any start and any
/// calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectStarter {
    /// What it is and what it fits.
    pub about: About,
    /// Its charter.
    pub charter: StarterCharter,
    /// Its phases in order.
    pub phases: Vec<Phase>,
    /// What could go otherwise.
    pub risks: Vec<StarterRisk>,
}

/// The charter, to be made one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StarterCharter {
    /// What will be true when it is done.
    pub objective: String,
    /// What belongs to it.
    pub in_scope: Vec<String>,
    /// What does not, though someone might think so.
    pub out_of_scope: Vec<String>,
    /// How anyone can tell that it succeeded.
    pub success: Vec<String>,
    /// The results it hands over.
    pub deliverables: Vec<StarterDeliverable>,
    /// Who has a part in it.
    pub stakeholders: Vec<String>,
    /// What it must keep to.
    pub constraints: Vec<String>,
}

/// A result, and when it is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StarterDeliverable {
    /// The result.
    pub name: String,
    /// What must be true of it before it is accepted.
    pub accepted_when: String,
}

/// A part of the project's life.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phase {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// What must be true before the next phase begins.
    pub gate: Vec<String>,
    /// Its tasks.
    pub tasks: Vec<StarterTask>,
}

/// A task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StarterTask {
    /// Its name among the tasks of this project, for links.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// How to do it well.
    pub notes: String,
    /// Who does it.
    pub role: String,
    /// Working days it takes; a milestone takes none.
    pub days: u32,
    /// What it waits for.
    pub after: Vec<After>,
    /// What to tick off before it is finished.
    pub checklist: Vec<String>,
}

/// A dependency on an other task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// The task before.
    pub task: String,
    /// Which end of it binds which end of this.
    pub link: LinkKind,
    /// Working days between the two ends; less than zero lets them overlap.
    pub lag: i32,
}

/// A risk with its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StarterRisk {
    /// What could happen, with its cause and its effect.
    pub title: String,
    /// How likely, from 1 to 5.
    pub probability: u8,
    /// How bad, from 1 to 5.
    pub impact: u8,
    /// The kind of answer.
    pub response: Response,
    /// What is done about it.
    pub action: String,
    /// The sign that it is about to happen.
    pub trigger: String,
    /// The role that watches it.
    pub owner: String,
}

impl ProjectStarter {
    /// The tasks of all phases, in order.
    pub fn tasks(&self) -> impl Iterator<Item = &StarterTask> {
        self.phases.iter().flat_map(|phase| &phase.tasks)
    }
}

impl Read for ProjectStarter {
    fn read(fields: &mut Fields) -> Option<ProjectStarter> {
        Some(ProjectStarter {
            about: fields.part("about")?,
            charter: fields.part("charter")?,
            phases: fields.parts("phases")?,
            risks: fields.parts("risks")?,
        })
    }
}

impl Read for StarterCharter {
    fn read(fields: &mut Fields) -> Option<StarterCharter> {
        Some(StarterCharter {
            objective: fields.text("objective")?,
            in_scope: fields.texts("in_scope")?,
            out_of_scope: fields.texts("out_of_scope")?,
            success: fields.texts("success")?,
            deliverables: fields.parts("deliverables")?,
            stakeholders: fields.texts("stakeholders")?,
            constraints: fields.texts("constraints")?,
        })
    }
}

impl Read for StarterDeliverable {
    fn read(fields: &mut Fields) -> Option<StarterDeliverable> {
        Some(StarterDeliverable {
            name: fields.text("name")?,
            accepted_when: fields.text("accepted_when")?,
        })
    }
}

impl Read for Phase {
    fn read(fields: &mut Fields) -> Option<Phase> {
        Some(Phase {
            name: fields.text("name")?,
            purpose: fields.text("purpose")?,
            gate: fields.some_texts("gate")?,
            tasks: fields.parts("tasks")?,
        })
    }
}

impl Read for StarterTask {
    fn read(fields: &mut Fields) -> Option<StarterTask> {
        Some(StarterTask {
            id: fields.text("id")?,
            title: fields.text("title")?,
            notes: fields.text("notes")?,
            role: fields.text("role")?,
            days: fields.number("days")?,
            after: fields.some_parts("after")?,
            checklist: fields.some_texts("checklist")?,
        })
    }
}

impl Read for After {
    fn read(fields: &mut Fields) -> Option<After> {
        Some(After {
            task: fields.text("task")?,
            link: match fields.maybe("link")?.as_deref() {
                None => LinkKind::FinishToStart,
                Some("SS") => LinkKind::StartToStart,
                Some("FF") => LinkKind::FinishToFinish,
                Some("SF") => LinkKind::StartToFinish,
                Some(_) => return None,
            },
            lag: fields.whole("lag")?,
        })
    }
}

impl Read for StarterRisk {
    fn read(fields: &mut Fields) -> Option<StarterRisk> {
        Some(StarterRisk {
            title: fields.text("title")?,
            probability: u8::try_from(fields.number("probability")?).ok()?,
            impact: u8::try_from(fields.number("impact")?).ok()?,
            response: match fields.text("response")?.as_str() {
                "avoid" => Response::Avoid,
                "transfer" => Response::Transfer,
                "mitigate" => Response::Mitigate,
                "accept" => Response::Accept,
                _ => return None,
            },
            action: fields.text("action")?,
            trigger: fields.text("trigger")?,
            owner: fields.text("owner")?,
        })
    }
}
