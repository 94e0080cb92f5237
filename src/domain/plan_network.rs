//! A project's open work as a network for the simulation: what is left of each task, the links
//! between, and the risks of the log.

use std::collections::BTreeMap;

use crate::calendar::WorkingCalendar;
use crate::id::{EstimateId, ProjectId, RaidId, TaskId};
use crate::lists::List;
use crate::model::{
    Column, ConstraintKind, Estimate, Link, LinkKind, Project, Raid, Task, TaskKind,
};
use crate::outline::is_summary;
use crate::simulate::{Activity, LinkKind as Kind, Network, RiskEvent, Spread};
use crate::time::Day;
use crate::workspace::Workspace;

/// Ticks of a working day: fine enough that rounding a draw to a tick changes nothing.
pub const TICKS_A_DAY: i64 = 100;

/// A network and what its places stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNetwork {
    /// The network; its ticks are hundredths of working days from `zero`.
    pub network: Network,
    /// The task of each activity.
    pub tasks: Vec<TaskId>,
    /// The log entry of each risk.
    pub risks: Vec<RaidId>,
    /// The working day at whose beginning tick 0 is.
    pub zero: Day,
    /// Tasks with a three-point estimate.
    pub n_estimated: usize,
    /// Tasks without a duration, taken as a day.
    pub n_unplanned: usize,
}

impl PlanNetwork {
    fn empty(zero: Day) -> PlanNetwork {
        PlanNetwork {
            network: Network::default(),
            tasks: Vec::new(),
            risks: Vec::new(),
            zero,
            n_estimated: 0,
            n_unplanned: 0,
        }
    }

    /// Whether every trial would end alike: no task has a range, and no risk can bring a delay.
    pub fn is_certain(&self) -> bool {
        let has_range = |spread: &Spread| spread.low != spread.high;
        let mut activities = self.network.activities.iter();
        let mut risks = self.network.risks.iter();
        !activities.any(|activity| has_range(&activity.duration))
            && !risks.any(|risk| risk.delay.high > 0)
    }

    fn places(&self) -> BTreeMap<TaskId, usize> {
        let places = self.tasks.iter().enumerate();
        places.map(|(at, id)| (*id, at)).collect()
    }

    /// The day on which work that ends at a tick is done.
    pub fn day_of(&self, tick: i64, calendar: &WorkingCalendar) -> Day {
        // Work that ends with a day ends on it, not on the morning after.
        let n_days = (tick.max(1) - 1) / TICKS_A_DAY;
        let n_days = u32::try_from(n_days).unwrap_or(u32::MAX).min(200_000);
        calendar
            .plus_working_days(self.zero, n_days)
            .unwrap_or(self.zero)
    }
}

/// What is left of a project from a day on. Finished tasks are left out; of those under way what
/// remains is their estimate less the share that is done.
pub fn remaining(workspace: &Workspace, project: ProjectId, today: Day) -> PlanNetwork {
    let calendar = workspace.settings().calendar;
    let found = workspace.get::<Project>(project);
    let start = found.and_then(|project| project.start).unwrap_or(today);
    let from = start.max(today);
    let zero = calendar.next_working_day(from).unwrap_or(from);
    let mut plan = PlanNetwork::empty(zero);
    let tick = |day: Day| {
        calendar
            .working_days_between(zero, day)
            .saturating_mul(TICKS_A_DAY)
    };
    for (id, task) in workspace.list::<Task>(List::Tasks(project)) {
        if task.column == Column::Done || is_summary(workspace, project, id) {
            continue;
        }
        let activity = activity(workspace, id, task, &tick, &mut plan);
        plan.network.activities.push(activity);
        plan.tasks.push(id);
    }
    let places = plan.places();
    plan.network.links = links(workspace, project, &places);
    for (id, raid) in workspace.list::<Raid>(List::Raid(project)) {
        let Some(risk) = raid.risk.as_ref().filter(|_| raid.closed_at.is_none()) else {
            continue;
        };
        // A risk to a task that is done or gone can strike no more.
        let activity = risk.task.map(|task| places.get(&task).copied());
        let (Some(probability), true) = (risk.chance, activity != Some(None)) else {
            continue;
        };
        plan.network.risks.push(RiskEvent {
            probability,
            activity: activity.flatten(),
            delay: scaled(risk.delay, TICKS_A_DAY, 1),
            cost: Spread::fixed(risk.cost.units()),
        });
        plan.risks.push(id);
    }
    plan.network.promised = found
        .and_then(|project| project.finish)
        .and_then(|finish| finish.plus(1))
        .map(tick);
    plan
}

fn activity(
    workspace: &Workspace,
    id: TaskId,
    task: &Task,
    tick: &impl Fn(Day) -> i64,
    plan: &mut PlanNetwork,
) -> Activity {
    let estimate = workspace.get::<Estimate>(EstimateId::from(id));
    let days = days(workspace, id, task, plan);
    let left = 100 - i64::from(task.percent_complete());
    let not_before = if is_started(task) {
        0
    } else {
        not_before(task, tick)
    };
    Activity {
        duration: scaled(days, TICKS_A_DAY * left, 100),
        cost: estimate.map_or(Spread::fixed(0), |estimate| {
            scaled(estimate.cost, left, 100)
        }),
        rate: 0,
        not_before: not_before.max(0),
    }
}

/// How long a task takes, in working days: by its estimate, else by its duration.
fn days(workspace: &Workspace, id: TaskId, task: &Task, plan: &mut PlanNetwork) -> Spread {
    let estimate = workspace.get::<Estimate>(EstimateId::from(id));
    let estimate = estimate.and_then(|estimate| estimate.duration);
    match (estimate, task.duration) {
        _ if task.kind == TaskKind::Milestone => Spread::fixed(0),
        (Some(spread), _) => {
            plan.n_estimated += 1;
            spread
        }
        (None, Some(days)) => Spread::fixed(i64::from(days)),
        (None, None) => {
            plan.n_unplanned += 1;
            Spread::fixed(1)
        }
    }
}

/// The tick before which a task may not start: by its pin or its constraint.
fn not_before(task: &Task, tick: &impl Fn(Day) -> i64) -> i64 {
    let constraint = task.constraint.filter(|constraint| {
        matches!(
            constraint.kind,
            ConstraintKind::StartNoEarlierThan | ConstraintKind::MustStartOn
        )
    });
    task.pin
        .or(constraint.and_then(|constraint| constraint.day))
        .map_or(0, tick)
}

/// Links between open tasks. One into a task that has begun holds it no more.
fn links(
    workspace: &Workspace,
    project: ProjectId,
    places: &BTreeMap<TaskId, usize>,
) -> Vec<crate::simulate::Link> {
    let has_begun = |id: TaskId| {
        workspace
            .get::<Task>(id)
            .is_some_and(|task| is_started(task))
    };
    let links = workspace.list::<Link>(List::Links(project));
    links
        .filter(|(_, link)| !(link.kind.is_to_start() && has_begun(link.successor)))
        .map(|(_, link)| {
            let leaves = |id| leaves(workspace, project, id, places);
            (leaves(link.predecessor), leaves(link.successor), link)
        })
        .flat_map(|(from, to, link)| {
            let kind = match link.kind {
                LinkKind::FinishToStart => Kind::FinishStart,
                LinkKind::StartToStart => Kind::StartStart,
                LinkKind::FinishToFinish => Kind::FinishFinish,
                LinkKind::StartToFinish => Kind::StartFinish,
            };
            let lag = i64::from(link.lag) * TICKS_A_DAY;
            let pairs = from
                .iter()
                .flat_map(|from| to.iter().map(|to| (*from, *to)))
                .collect::<Vec<_>>();
            pairs
                .into_iter()
                .map(move |(from, to)| crate::simulate::Link {
                    from,
                    to,
                    kind,
                    lag,
                })
        })
        .collect()
}

/// The places of a task, or of all its parts when it is a summary.
fn leaves(
    workspace: &Workspace,
    project: ProjectId,
    id: TaskId,
    places: &BTreeMap<TaskId, usize>,
) -> Vec<usize> {
    let mut ids = vec![id];
    let mut next = 0;
    while let Some(id) = ids.get(next).copied() {
        next += 1;
        // Two tabs may have made two tasks parts of each other.
        let parts = workspace.ids::<Task>(List::Outline(project, Some(id)));
        let new: Vec<TaskId> = parts
            .into_iter()
            .filter(|part| !ids.contains(part))
            .collect();
        ids.extend(new);
    }
    ids.iter()
        .filter_map(|id| places.get(id).copied())
        .collect()
}

fn is_started(task: &Task) -> bool {
    task.actual_start.is_some() || task.percent_complete() > 0
}

fn scaled(spread: Spread, by: i64, over: i64) -> Spread {
    let scale = |value: i64| value.saturating_mul(by) / over;
    Spread {
        low: scale(spread.low),
        likely: scale(spread.likely),
        high: scale(spread.high),
        shape: spread.shape,
    }
}
