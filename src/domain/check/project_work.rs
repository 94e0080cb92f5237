//! The invariants of what surrounds a project's tasks: charter, gates, log, money, baselines, people.

use super::Problems;
use crate::id::{CharterId, EstimateId, PersonId, ProjectId};
use crate::model::{
    Assignment, Baseline, BudgetLine, Charter, Entry, Estimate, Gate, Lesson, Person, Project,
    Raid, RaidKind, Risk, StatusReport, Task,
};
use crate::money::Money;
use crate::workspace::Workspace;

/// Minutes of a day: nobody works longer.
const MAX_MINUTES: u32 = 24 * 60;

pub(super) fn check(workspace: &Workspace, problems: &mut Problems) {
    let is_gone = |id: ProjectId| workspace.get::<Project>(id).is_none();
    let lacks =
        |person: Option<PersonId>| person.is_some_and(|id| workspace.get::<Person>(id).is_none());
    let is_wrong = |amount: Money| amount < Money::ZERO || !amount.is_valid();
    for (id, charter) in workspace.all::<Charter>() {
        problems.when(
            is_gone(charter.project),
            id,
            "the charter's project is gone",
        );
        let is_astray = id != CharterId::from(charter.project);
        problems.when(
            is_astray,
            id,
            "the charter is kept under the key of another project",
        );
        let has_no_one = lacks(charter.sponsor) || lacks(charter.manager);
        problems.when(has_no_one, id, "someone the charter names is gone");
        let has_odd_sums = is_wrong(charter.contingency) || is_wrong(charter.reserve);
        problems.when(has_odd_sums, id, "what the charter puts aside is no amount");
    }
    for (id, gate) in workspace.all::<Gate>() {
        problems.when(is_gone(gate.project), id, "the gate's project is gone");
    }
    for (id, raid) in workspace.all::<Raid>() {
        problems.when(is_gone(raid.project), id, "the log entry's project is gone");
        problems.when(lacks(raid.owner), id, "the log entry's owner is gone");
        let is_weighed = raid.risk.is_some() == (raid.kind == RaidKind::Risk);
        problems.when(!is_weighed, id, "a risk is weighed, and nothing else is");
        let is_odd = raid.risk.as_ref().is_some_and(|risk| !is_in_range(risk));
        problems.when(is_odd, id, "the risk is weighed outside the scale");
        let is_lost = raid
            .came_from
            .is_some_and(|risk| workspace.get::<Raid>(risk).is_none());
        problems.when(is_lost, id, "the risk it came from is gone");
    }
    for (id, line) in workspace.all::<BudgetLine>() {
        problems.when(
            is_gone(line.project),
            id,
            "the budget line's project is gone",
        );
        let is_odd = [line.planned, line.committed, line.actual]
            .into_iter()
            .any(is_wrong);
        problems.when(
            is_odd,
            id,
            "the budget line has something that is no amount",
        );
    }
    for (id, entry) in workspace.all::<Entry>() {
        problems.when(is_gone(entry.project), id, "the entry's project is gone");
        problems.when(lacks(entry.person), id, "the entry's person is gone");
        let is_odd = is_wrong(entry.cost) || entry.minutes > MAX_MINUTES;
        problems.when(is_odd, id, "the entry's time or cost is out of range");
    }
    for (id, baseline) in workspace.all::<Baseline>() {
        problems.when(
            is_gone(baseline.project),
            id,
            "the baseline's project is gone",
        );
        let is_odd = baseline.lines.iter().any(|line| {
            let is_reversed = matches!((line.start, line.finish), (Some(s), Some(f)) if f < s);
            is_reversed || is_wrong(line.cost)
        });
        problems.when(is_odd, id, "the baseline has a task that cannot be");
    }
    for (id, report) in workspace.all::<StatusReport>() {
        problems.when(is_gone(report.project), id, "the report's project is gone");
    }
    for (id, lesson) in workspace.all::<Lesson>() {
        problems.when(is_gone(lesson.project), id, "the lesson's project is gone");
        problems.when(lacks(lesson.owner), id, "the lesson's owner is gone");
    }
    for (id, part) in workspace.all::<Assignment>() {
        let is_lost = workspace.get::<Task>(part.task).is_none();
        problems.when(is_lost, id, "the assignment's task is gone");
        problems.when(lacks(Some(part.person)), id, "the assigned person is gone");
        let is_odd = !(1..=100).contains(&part.percent);
        problems.when(is_odd, id, "the assignment takes no part of someone's time");
    }
    for (id, estimate) in workspace.all::<Estimate>() {
        let is_lost = workspace.get::<Task>(estimate.task).is_none();
        problems.when(is_lost, id, "the estimate's task is gone");
        let is_astray = id != EstimateId::from(estimate.task);
        problems.when(
            is_astray,
            id,
            "the estimate is kept under the key of another task",
        );
        let spreads = estimate.duration.into_iter().chain([estimate.cost]);
        let is_odd = spreads.into_iter().any(|spread| spread.checked().is_err());
        problems.when(is_odd, id, "the estimate is out of order");
    }
    for (id, person) in workspace.all::<Person>() {
        let is_odd = person.rate.is_some_and(is_wrong);
        problems.when(is_odd, id, "the person's rate is no amount");
    }
}

fn is_in_range(risk: &Risk) -> bool {
    let scale = 1..=5;
    scale.contains(&risk.probability)
        && scale.contains(&risk.impact)
        && scale.contains(&risk.residual_probability.unwrap_or(1))
        && scale.contains(&risk.residual_impact.unwrap_or(1))
        && risk.chance.unwrap_or(0) <= 10_000
        && risk.delay.checked().is_ok()
        && risk.cost >= Money::ZERO
        && risk.cost.is_valid()
}
