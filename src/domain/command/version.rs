//! Commands about the versions of a process: publish the draft, or take it back to a version.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, template};
use crate::id::{StepId, TemplateId, VersionId};
use crate::lists::List;
use crate::model::{Step, Version};
use crate::order::OrderKey;
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about versions.
#[derive(Clone, Debug, PartialEq)]
pub enum VersionCommand {
    /// Freeze the draft as the next version; new runs follow it.
    Publish {
        /// The process.
        template: TemplateId,
        /// What is different and why.
        note: String,
        /// The number the person saw as the next one: when another tab has published meanwhile,
        /// nothing happens.
        number: u32,
    },
    /// Make the draft what a version says, so that it can be published again.
    Restore {
        /// The version.
        id: VersionId,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: VersionCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        VersionCommand::Publish {
            template,
            note,
            number,
        } => {
            let name = template::find(workspace, template)?.name.clone();
            let note = text::line("Change note", &note)?;
            let next = match workspace.latest_version(template) {
                Some((_, latest)) if workspace.is_published(template) => {
                    return Err(CommandError::NothingToPublish {
                        template: name,
                        version: latest.number,
                    });
                }
                Some((_, latest)) => latest.number.saturating_add(1),
                None => 1,
            };
            if next != number {
                return Err(CommandError::PublishedElsewhere { version: next - 1 });
            }
            let (_, number) =
                freeze(workspace, draft, template, &note, ctx).ok_or(CommandError::NoSteps {
                    template: name.clone(),
                })?;
            Planned::done(format!("Published version {number} of “{name}”"))
        }
        VersionCommand::Restore { id } => restore(workspace, draft, id),
    }
}

impl Workspace {
    /// Whether the latest version of a process says all that a new one would.
    pub fn is_published(&self, id: TemplateId) -> bool {
        self.latest_version(id).is_some_and(|(_, latest)| {
            let has_new_sheet = self
                .get::<crate::model::Template>(id)
                .is_some_and(|template| {
                    template.sheet.run_name != latest.run_name
                        || template.sheet.run_minutes != latest.run_minutes
                });
            !has_new_sheet && latest.steps == self.draft_steps(id)
        })
    }
}

/// Drafts the next version of a process from its steps as they are. `None` when it has none.
pub(super) fn freeze(
    workspace: &Workspace,
    draft: &mut Draft,
    template_id: TemplateId,
    note: &str,
    ctx: &Ctx,
) -> Option<(VersionId, u32)> {
    let steps = workspace.draft_steps(template_id);
    if steps.is_empty() {
        return None;
    }
    let sheet = draft
        .get::<crate::model::Template>(template_id)
        .map(|template| template.sheet.clone())
        .unwrap_or_default();
    let number = workspace
        .latest_version(template_id)
        .map_or(1, |(_, latest)| latest.number.saturating_add(1));
    let id = VersionId::from_key((ctx.new_key)());
    let version = Version {
        template: template_id,
        number,
        published_at: ctx.now,
        note: note.to_owned(),
        by: workspace.settings().your_name,
        run_name: sheet.run_name,
        run_minutes: sheet.run_minutes,
        steps,
    };
    draft.put(id, version);
    Some((id, number))
}

fn restore(
    workspace: &Workspace,
    draft: &mut Draft,
    id: VersionId,
) -> Result<Planned, CommandError> {
    let version = workspace
        .get::<Version>(id)
        .ok_or(CommandError::Gone { what: "version" })?;
    let template = version.template;
    for step_id in workspace.ids::<Step>(List::Steps(template)) {
        draft.remove(step_id);
    }
    let mut last: Option<OrderKey> = None;
    for frozen in &version.steps {
        let order = OrderKey::between(last.as_ref(), None);
        last = Some(order.clone());
        let step_id: StepId = frozen.step;
        draft.put(
            step_id,
            Step {
                template,
                title: frozen.title.clone(),
                instructions: frozen.instructions.clone(),
                role: frozen.role.clone(),
                order,
                work: frozen.work.clone(),
            },
        );
    }
    let (run_name, run_minutes) = (version.run_name.clone(), version.run_minutes);
    draft.edit::<crate::model::Template>(template, |template| {
        template.sheet.run_name = run_name;
        template.sheet.run_minutes = run_minutes;
    });
    Planned::done(format!("Took the draft back to version {}", version.number))
}
