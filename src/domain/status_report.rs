//! What a status report says: what changed since the last one, and the report as one HTML file that
//! opens anywhere.

mod html;

pub use html::{Figure, ReportPage, Section, report_html};

use crate::id::ProjectId;
use crate::lists::List;
use crate::model::{Gate, Raid, RaidKind, ReportFigures, StatusReport, Task};
use crate::money::{Currency, Money};
use crate::time::Instant;
use crate::workspace::Workspace;

/// What has changed in a project since a report was kept, each as a sentence. `now` are the
/// figures of today.
pub fn changes_since(
    workspace: &Workspace,
    project: ProjectId,
    last: &StatusReport,
    now: &ReportFigures,
) -> Vec<String> {
    let currency = workspace.settings().currency;
    let mut changes = Vec::new();
    let since = last.kept_at;
    let is_new = |at: Option<Instant>| at.is_some_and(|at| at > since);
    let finished: Vec<&str> = workspace
        .list::<Task>(List::Tasks(project))
        .filter(|(_, task)| is_new(task.finished_at))
        .map(|(_, task)| task.title.as_str())
        .collect();
    if !finished.is_empty() {
        changes.push(format!("Finished: {}.", listed(&finished)));
    }
    if last.figures.promised != now.promised {
        let day = |day: Option<crate::time::Day>| day.map_or("none".to_owned(), |d| d.to_string());
        changes.push(format!(
            "The promised finish went from {} to {}.",
            day(last.figures.promised),
            day(now.promised)
        ));
    }
    if let (Some(before), Some(after)) = (last.figures.p80, now.p80)
        && before != after
    {
        changes.push(format!("The finish at 80 % went from {before} to {after}."));
    }
    for (_, raid) in workspace.list::<Raid>(List::Raid(project)) {
        let (kind, title) = (raid.kind.name(), &raid.title);
        if is_new(raid.closed_at) {
            changes.push(format!("{kind} closed: {title}."));
        } else if is_new(Some(raid.raised_at)) {
            let verb = if raid.kind == RaidKind::Decision {
                "made"
            } else {
                "new"
            };
            changes.push(format!("{kind} {verb}: {title}."));
        }
    }
    for (_, gate) in workspace.list::<Gate>(List::Gates(project)) {
        if let Some(ruling) = gate
            .ruling
            .as_ref()
            .filter(|ruling| is_new(Some(ruling.at)))
        {
            let (verdict, to) = (ruling.verdict.name(), gate.to.name());
            changes.push(format!(
                "Gate to {to}: {verdict}, decided by {}.",
                ruling.by
            ));
        }
    }
    if let Some(line) = moved("spent", last.figures.actual, now.actual, currency) {
        changes.push(line);
    }
    if let Some(line) = moved("earned", last.figures.earned, now.earned, currency) {
        changes.push(line);
    }
    if last.figures.budget != now.budget {
        changes.push(format!(
            "The budget went from {} to {}.",
            last.figures.budget.full(currency),
            now.budget.full(currency)
        ));
    }
    changes
}

fn moved(verb: &str, before: Money, after: Money, currency: Currency) -> Option<String> {
    let more = after.minus(before).ok()?;
    (more > Money::ZERO).then(|| {
        format!(
            "{} more {verb}, {} in all.",
            more.full(currency),
            after.full(currency)
        )
    })
}

/// “a, b, c and 4 more”.
fn listed(names: &[&str]) -> String {
    let shown: Vec<&str> = names.iter().take(5).copied().collect();
    match names.len().saturating_sub(shown.len()) {
        0 => shown.join(", "),
        n => format!("{} and {n} more", shown.join(", ")),
    }
}
