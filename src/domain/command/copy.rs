//! Copying a project: its plan on other days, without what has happened.

use std::collections::BTreeMap;

use crate::calendar::WorkingCalendar;
use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, ProjectDraft, project};
use crate::id::{
    AssignmentId, BudgetLineId, CharterId, EstimateId, LinkId, ProjectId, RaidId, TaskId,
};
use crate::lists::List;
use crate::model::{
    Assignment, BudgetLine, Charter, Column, Estimate, Link, Project, Raid, RaidKind, Stage, Task,
};
use crate::money::Money;
use crate::order::OrderKey;
use crate::outline::{self, Row};
use crate::schedule::{self, Activity, Input, Schedule};
use crate::time::Day;
use crate::workspace::Workspace;

/// What the copy of a project is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyDraft {
    /// What it is called.
    pub name: String,
    /// Its first day of work. Every day of the plan moves with it, by working days.
    pub start: Option<Day>,
    /// Its promised last day of work. Without a start, the plan ends there and is counted back.
    pub finish: Option<Day>,
    /// Whether people keep their places in it.
    pub with_people: bool,
    /// Whether it is kept as a template, for projects to start from.
    pub is_template: bool,
}

/// Drafts a copy of a project. Charter, tasks, links, estimates, budget, and the risks,
/// assumptions and dependencies come along; what was worked, spent, decided, reported and said stays.
pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    id: ProjectId,
    copy: &CopyDraft,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let original = project::find(workspace, id)?;
    let shift = Shift::new(workspace, id, original, copy, ctx.today);
    let basics = ProjectDraft {
        name: copy.name.clone(),
        objective: original.objective.clone(),
        start: copy
            .start
            .or_else(|| shift.day(original.start))
            .or(shift.begin),
        finish: copy.finish.or_else(|| shift.day(original.finish)),
        owner: original.owner.filter(|_| copy.with_people),
    };
    let made = Project {
        shape: original.shape,
        through: original.through.clone(),
        wip_limits: original.wip_limits.clone(),
        is_template: copy.is_template,
        ..project::new_project(workspace, &basics, Stage::Initiate, ctx)?
    };
    let label = match (copy.is_template, original.is_template) {
        (true, _) => format!("Saved “{}” as a template", made.name),
        (false, true) => format!("Started “{}” from “{}”", made.name, original.name),
        (false, false) => format!("Copied “{}” as “{}”", original.name, made.name),
    };
    let to = ProjectId::from_key((ctx.new_key)());
    draft.put(to, made);
    let rows = outline::rows(workspace, id);
    let copying = Copying {
        workspace,
        from: id,
        to,
        tasks: rows
            .iter()
            .map(|row| (row.id, TaskId::from_key((ctx.new_key)())))
            .collect(),
        with_people: copy.with_people,
        shift,
        ctx,
    };
    copying.charter(draft);
    copying.tasks(draft, &rows);
    copying.money(draft);
    copying.log(draft);
    Planned::created(to, label)
}

struct Copying<'a> {
    workspace: &'a Workspace,
    from: ProjectId,
    to: ProjectId,
    /// The copy of each task.
    tasks: BTreeMap<TaskId, TaskId>,
    with_people: bool,
    shift: Shift,
    ctx: &'a Ctx<'a>,
}

impl Copying<'_> {
    fn charter(&self, draft: &mut Draft) {
        let Some(charter) = self.workspace.get::<Charter>(CharterId::from(self.from)) else {
            return;
        };
        let mut charter = (**charter).clone();
        charter.project = self.to;
        charter.judgement = None;
        for criterion in &mut charter.criteria {
            criterion.is_met = false;
        }
        for deliverable in &mut charter.deliverables {
            deliverable.is_accepted = false;
        }
        if !self.with_people {
            charter.sponsor = None;
            charter.manager = None;
        }
        draft.put(CharterId::from(self.to), charter);
    }

    /// The tasks, all before their start, and what belongs to them.
    fn tasks(&self, draft: &mut Draft, rows: &[Row]) {
        let mut order = OrderKey::first();
        for row in rows {
            let (Some(task), Some(copy)) =
                (self.workspace.get::<Task>(row.id), self.tasks.get(&row.id))
            else {
                continue;
            };
            draft.put(*copy, self.task(task, &order));
            order = OrderKey::between(Some(&order), None);
            self.belongings(draft, row.id, *copy);
        }
        for (_, link) in self.workspace.list::<Link>(List::Links(self.from)) {
            let ends = (
                self.tasks.get(&link.predecessor),
                self.tasks.get(&link.successor),
            );
            if let (Some(predecessor), Some(successor)) = ends {
                let link = Link {
                    project: self.to,
                    predecessor: *predecessor,
                    successor: *successor,
                    ..(**link).clone()
                };
                draft.put(LinkId::from_key((self.ctx.new_key)()), link);
            }
        }
    }

    fn task(&self, task: &Task, order: &OrderKey) -> Task {
        let mut copy = Task {
            notes: task.notes.clone(),
            assignee: task.assignee.filter(|_| self.with_people),
            due: self.shift.day(task.due),
            parent: task.parent.and_then(|id| self.tasks.get(&id)).copied(),
            outline: Some(task.outline_key().clone()),
            kind: task.kind,
            duration: task.duration,
            effort: task.effort,
            constraint: task.constraint,
            pin: self.shift.day(task.pin),
            priority: task.priority,
            labels: task.labels.clone(),
            checklist: task.checklist.clone(),
            web_links: task.web_links.clone(),
            ..Task::new(self.to, task.title.clone(), Column::Backlog, order.clone())
        };
        if let Some(constraint) = &mut copy.constraint {
            constraint.day = self.shift.day(constraint.day);
        }
        for item in &mut copy.checklist {
            item.done = false;
        }
        copy
    }

    fn belongings(&self, draft: &mut Draft, task: TaskId, copy: TaskId) {
        if let Some(estimate) = self.workspace.get::<Estimate>(EstimateId::from(task)) {
            let mut estimate = (**estimate).clone();
            estimate.task = copy;
            draft.put(EstimateId::from(copy), estimate);
        }
        if self.with_people {
            for (_, part) in self.workspace.list::<Assignment>(List::Assignments(task)) {
                let mut part = (**part).clone();
                part.task = copy;
                draft.put(AssignmentId::from_key((self.ctx.new_key)()), part);
            }
        }
    }

    fn money(&self, draft: &mut Draft) {
        let lines = self
            .workspace
            .list::<BudgetLine>(List::BudgetLines(self.from));
        for (_, line) in lines {
            let line = BudgetLine {
                project: self.to,
                committed: Money::ZERO,
                actual: Money::ZERO,
                created_at: self.ctx.now,
                ..(**line).clone()
            };
            draft.put(BudgetLineId::from_key((self.ctx.new_key)()), line);
        }
    }

    /// What may happen again. Issues, decisions and change requests have happened.
    fn log(&self, draft: &mut Draft) {
        let kinds = [RaidKind::Risk, RaidKind::Assumption, RaidKind::Dependency];
        let entries = self.workspace.list::<Raid>(List::Raid(self.from));
        let entries = entries.filter(|(_, raid)| kinds.contains(&raid.kind));
        for (number, (_, raid)) in (1..).zip(entries) {
            let mut raid = Raid {
                project: self.to,
                number,
                owner: raid.owner.filter(|_| self.with_people),
                due: self.shift.day(raid.due),
                raised_at: self.ctx.now,
                closed_at: None,
                outcome: String::new(),
                came_from: None,
                ..(**raid).clone()
            };
            if let Some(risk) = &mut raid.risk {
                risk.task = risk.task.and_then(|id| self.tasks.get(&id)).copied();
            }
            draft.put(RaidId::from_key((self.ctx.new_key)()), raid);
        }
    }
}

/// How days of a plan move: by working days from its first day on, so that a weekend between two
/// tasks stays a weekend.
struct Shift {
    calendar: WorkingCalendar,
    /// The first day as it was and as it becomes; absent when nothing moves.
    from_to: Option<(Day, Day)>,
    /// The first day that was counted back for a plan that names none.
    begin: Option<Day>,
}

impl Shift {
    fn new(
        workspace: &Workspace,
        id: ProjectId,
        original: &Project,
        copy: &CopyDraft,
        today: Day,
    ) -> Shift {
        let calendar = workspace.settings().calendar;
        let days = workspace
            .list::<Task>(List::Tasks(id))
            .flat_map(|(_, task)| {
                let constraint = task.constraint.and_then(|constraint| constraint.day);
                [task.due, task.pin, constraint]
            });
        let days: Vec<Day> = days.flatten().collect();
        let first = original.start.or(days.iter().min().copied());
        let named = first.or(original.finish);
        // A plan of durations and links alone is as long from any day on.
        let first = named.unwrap_or(today);
        let to = copy.start.or_else(|| {
            // Counted back from the finish: the same number of working days before it.
            let mut day = copy.finish?;
            let last = original.finish.or_else(|| {
                let planned = undisturbed(workspace, id, first).finish();
                days.iter().max().copied().max(planned)
            });
            let n_days = calendar.working_days_between(first, last?);
            for _ in 0..n_days.max(0) {
                day = calendar.last_working_day(day.plus(-1)?)?;
            }
            Some(day)
        });
        Shift {
            from_to: to.map(|to| (first, to)).filter(|(first, to)| first != to),
            begin: to.filter(|_| named.is_none()),
            calendar,
        }
    }

    /// A day of the plan as it becomes.
    fn day(&self, day: Option<Day>) -> Option<Day> {
        let day = day?;
        let Some((from, to)) = self.from_to else {
            return Some(day);
        };
        match u32::try_from(self.calendar.working_days_between(from, day)) {
            Ok(n_days) => {
                let first = self.calendar.next_working_day(to)?;
                self.calendar.plus_working_days(first, n_days)
            }
            // Before the first day of work nothing is counted in working days.
            Err(_) => to.plus(day.days_since(from)),
        }
    }
}

/// The schedule of a plan from a day on in which nothing has happened yet, as in its copy.
fn undisturbed(workspace: &Workspace, id: ProjectId, from: Day) -> Schedule {
    let mut input = Input::of(workspace, id, from);
    input.start = schedule::number(from);
    input.status = input.start;
    for activity in &mut input.activities {
        *activity = Activity {
            percent: None,
            actual_start: None,
            actual_finish: None,
            ..*activity
        };
    }
    Schedule::new(input)
}
