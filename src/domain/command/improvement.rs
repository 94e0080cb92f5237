//! Commands about the improvement backlog of a process.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, template};
use crate::id::{ImprovementId, TemplateId};
use crate::model::{Improvement, Measure, Pdca};
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about an improvement.
#[derive(Clone, Debug, PartialEq)]
pub enum ImprovementCommand {
    /// Write one down, in Plan.
    Create {
        /// The process.
        template: TemplateId,
        /// Its fields.
        draft: ImprovementDraft,
    },
    /// Replace its fields.
    Edit {
        /// Which.
        id: ImprovementId,
        /// The new fields.
        draft: ImprovementDraft,
    },
    /// Say how far it is.
    SetStage {
        /// Which.
        id: ImprovementId,
        /// The quarter of the cycle.
        stage: Pdca,
    },
    /// Delete it.
    Delete {
        /// Which.
        id: ImprovementId,
    },
}

/// The fields of an improvement as a form gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImprovementDraft {
    /// What is to get better.
    pub title: String,
    /// What is wrong now.
    pub problem: String,
    /// What is tried.
    pub hypothesis: String,
    /// By what the result is judged.
    pub measure: Measure,
    /// The first version with the change.
    pub from_version: Option<u32>,
    /// The first day with the change.
    pub from_day: Option<Day>,
    /// What came out.
    pub result: String,
}

impl ImprovementDraft {
    /// The fields of an improvement, for a form to start from.
    pub fn of(improvement: &Improvement) -> ImprovementDraft {
        ImprovementDraft {
            title: improvement.title.clone(),
            problem: improvement.problem.clone(),
            hypothesis: improvement.hypothesis.clone(),
            measure: improvement.measure,
            from_version: improvement.from_version,
            from_day: improvement.from_day,
            result: improvement.result.clone(),
        }
    }

    /// Writes the fields over those of an improvement, or says which rule is broken.
    fn write(&self, improvement: &mut Improvement) -> Result<(), CommandError> {
        improvement.title = text::line("Title", &self.title)?;
        improvement.problem = text::prose("Problem", &self.problem)?;
        improvement.hypothesis = text::prose("Hypothesis", &self.hypothesis)?;
        improvement.result = text::prose("Result", &self.result)?;
        improvement.measure = self.measure;
        improvement.from_version = self.from_version;
        improvement.from_day = self.from_day;
        Ok(())
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: ImprovementCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        ImprovementCommand::Create {
            template: template_id,
            draft: fields,
        } => {
            template::find(workspace, template_id)?;
            let mut improvement = Improvement {
                template: template_id,
                title: String::new(),
                problem: String::new(),
                hypothesis: String::new(),
                measure: Measure::Lead,
                stage: Pdca::Plan,
                from_version: None,
                from_day: None,
                result: String::new(),
                created_at: ctx.now,
            };
            fields.write(&mut improvement)?;
            let id = ImprovementId::from_key((ctx.new_key)());
            let label = format!("Added improvement “{}”", improvement.title);
            draft.put(id, improvement);
            Planned::created(id, label)
        }
        ImprovementCommand::Edit { id, draft: fields } => {
            let mut improvement = find(workspace, id)?.clone();
            fields.write(&mut improvement)?;
            let label = format!("Changed improvement “{}”", improvement.title);
            draft.put(id, improvement);
            Planned::done(label)
        }
        ImprovementCommand::SetStage { id, stage } => {
            let mut improvement = find(workspace, id)?.clone();
            improvement.stage = stage;
            let label = format!("Put “{}” to {}", improvement.title, stage.name());
            draft.put(id, improvement);
            Planned::done(label)
        }
        ImprovementCommand::Delete { id } => {
            let label = format!("Deleted improvement “{}”", find(workspace, id)?.title);
            draft.remove(id);
            Planned::done(label)
        }
    }
}

fn find(workspace: &Workspace, id: ImprovementId) -> Result<&Improvement, CommandError> {
    workspace
        .get::<Improvement>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone {
            what: "improvement",
        })
}
