//! Starting runs: by hand, and inside another run.

use super::record::Log;
use crate::command::{CommandError, Planned, template, version};
use crate::id::{RunId, TemplateId, VersionId};
use crate::model::{Run, RunEvent, RunEventKind, Values, Version};
use crate::text;
use crate::time::Day;

pub(super) fn start(
    log: &mut Log,
    template_id: TemplateId,
    name: &str,
) -> Result<Planned, CommandError> {
    let template = template::find(log.workspace, template_id)?;
    let title = template.name.clone();
    let name = text::optional_line("Name", name)?;
    let version = match log.workspace.latest_version(template_id) {
        Some((id, _)) => id,
        // The first run of a process publishes its first version on the spot.
        None => {
            version::freeze(
                log.workspace,
                log.draft,
                template_id,
                "First version",
                log.ctx,
            )
            .ok_or(CommandError::NoSteps { template: title })?
            .0
        }
    };
    let id = RunId::from_key((log.ctx.new_key)());
    let began = Began {
        name,
        ..Began::default()
    };
    let run = begin(log, id, template_id, version, began, 0)
        .ok_or(CommandError::Gone { what: "version" })?;
    Planned::created(id, format!("Started “{}”", run.name))
}

/// How a run comes to be.
#[derive(Default)]
pub(super) struct Began {
    pub name: String,
    pub values: Values,
    pub parent: Option<RunId>,
    pub occurrence: Option<Day>,
}

/// Starts a run of a version.
pub(super) fn begin(
    log: &mut Log,
    id: RunId,
    template_id: TemplateId,
    version_id: VersionId,
    began: Began,
    depth: usize,
) -> Option<Run> {
    let version = log.version(version_id)?;
    let template = log.template(template_id)?;
    let number = log.next_number(template_id);
    let now = log.ctx.now;
    let due = version
        .run_minutes
        .and_then(|minutes| log.work_time().after(now, minutes));
    let named = !began.name.is_empty();
    let name = if named {
        began.name
    } else {
        format!("{} {number}", template.name)
    };
    let mut run = Run {
        named,
        values: began.values,
        due,
        parent: began.parent,
        occurrence: began.occurrence,
        ..Run::new(template_id, version_id, number, name, now)
    };
    log.rename(&mut run, &version);
    log.draft.put(id, run.clone());
    let event = RunEvent {
        version: Some(version_id),
        values: run.values.clone(),
        due,
        ..log.event(id, RunEventKind::Started)
    };
    log.put(event);
    log.play(
        id,
        &mut run,
        &version,
        depth,
        &|engine| engine.start(),
        &|_| {},
    );
    Some(run)
}

/// Starts a run of another process for a step of this run; nothing when it has no version.
pub(super) fn inside(
    log: &mut Log,
    template_id: TemplateId,
    parent: RunId,
    run: &Run,
    depth: usize,
) -> Option<RunId> {
    let (version_id, _): (VersionId, &std::sync::Arc<Version>) =
        log.workspace.latest_version(template_id)?;
    let id = RunId::from_key((log.ctx.new_key)());
    let began = Began {
        name: run.name.clone(),
        values: run.values.clone(),
        parent: Some(parent),
        occurrence: None,
    };
    begin(log, id, template_id, version_id, began, depth)?;
    Some(id)
}

/// A key that is the same in every tab and after every import: two numbers mixed
/// (the finalizer of SplitMix64, Steele, Lea and Flood 2014).
pub(super) fn mixed(a: u64, b: u64) -> u64 {
    let mut z = a ^ b.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    // No record has the key 0.
    (z ^ (z >> 31)).max(1)
}
