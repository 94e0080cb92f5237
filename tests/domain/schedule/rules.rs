//! What a planner expects of dates, case by case. Today is Wednesday, 11 March 2026.

use domain::command::{
    LinkCommand, OutlineCommand, PersonCommand, ProjectCommand, ProjectDraft, SettingsCommand,
    SettingsDraft, TaskCommand, TaskField,
};
use domain::id::{ProjectId, TaskId};
use domain::model::{Column, Constraint, ConstraintKind, Link, LinkKind, Project, Task, TaskKind};
use domain::schedule::{Dates, Schedule, Words};

use crate::world::{World, day};

struct Plan {
    world: World,
    project: ProjectId,
}

impl Plan {
    /// A project that starts on Monday, 16 March.
    fn new() -> Plan {
        let mut world = World::new();
        let project = world.project_from("House", "2026-03-16");
        Plan { world, project }
    }

    fn set(&mut self, id: TaskId, field: TaskField) {
        self.world.run(TaskCommand::Set {
            ids: vec![id],
            fields: vec![field],
        });
    }

    fn task(&mut self, title: &str, days: i64) -> TaskId {
        let id = self.world.task(self.project, Column::Backlog, title);
        let field = match days {
            0 => TaskField::Kind(TaskKind::Milestone),
            days => TaskField::Duration(Some(days)),
        };
        self.set(id, field);
        id
    }

    fn link(&mut self, predecessor: TaskId, successor: TaskId, kind: LinkKind, lag: i64) {
        self.world.run(LinkCommand::Create {
            predecessor,
            successor,
            kind,
            lag,
        });
    }

    fn after(&mut self, predecessor: TaskId, successor: TaskId) {
        self.link(predecessor, successor, LinkKind::FinishToStart, 0);
    }

    fn within(&mut self, id: TaskId, parent: TaskId) {
        self.world.run(OutlineCommand::Move {
            id,
            parent: Some(parent),
            before: None,
        });
    }

    fn constrain(&mut self, id: TaskId, kind: ConstraintKind, on: &str) {
        let day = (!on.is_empty()).then(|| day(on));
        self.set(id, TaskField::Constraint(Some(Constraint { kind, day })));
    }

    fn schedule(&self) -> Schedule {
        Schedule::of(&self.world.workspace, self.project, self.world.today())
    }

    fn dates(&self, id: TaskId) -> Dates {
        self.schedule().dates(id).unwrap()
    }

    /// “03-16 to 03-20, float 0”.
    fn says(&self, id: TaskId) -> String {
        let dates = self.dates(id);
        let short = |day: domain::time::Day| day.to_string()[5..].to_owned();
        format!(
            "{} to {}, float {}",
            short(dates.start),
            short(dates.finish),
            dates.total_float
        )
    }

    fn why(&self, id: TaskId) -> Vec<String> {
        let words = Words {
            title: &|id| self.world.get::<Task>(id).title,
            day: &|day| day.to_string()[5..].to_owned(),
        };
        self.schedule().why(id, &words, 9)
    }
}

#[test]
fn work_goes_around_weekends_holidays_and_days_off() {
    // Q48
    let mut plan = Plan::new();
    let (dig, pour) = (plan.task("Dig", 5), plan.task("Pour", 3));
    plan.after(dig, pour);
    assert_eq!(plan.says(dig), "03-16 to 03-20, float 0");
    assert_eq!(plan.says(pour), "03-23 to 03-25, float 0");
    plan.world.run(SettingsCommand::Edit {
        draft: SettingsDraft {
            holidays: [day("2026-03-18")].into(),
            ..SettingsDraft::of(&plan.world.workspace.settings())
        },
    });
    assert_eq!(plan.says(dig), "03-16 to 03-23, float 0");
    let ada = plan.world.person("Ada");
    let days = [day("2026-03-25"), day("2026-03-26")].into();
    plan.world.run(PersonCommand::SetDaysOff { id: ada, days });
    assert_eq!(plan.says(pour), "03-24 to 03-26, float 0");
    plan.set(pour, TaskField::Assignee(Some(ada)));
    assert_eq!(plan.says(pour), "03-24 to 03-30, float 0");
}

#[test]
fn every_kind_of_link_holds_the_end_it_names() {
    // Q41
    for (kind, lag, says) in [
        (LinkKind::FinishToStart, 2, "03-25 to 03-27, float 0"),
        (LinkKind::FinishToStart, -2, "03-19 to 03-23, float 0"),
        (LinkKind::StartToStart, 1, "03-17 to 03-19, float 1"),
        (LinkKind::FinishToFinish, 0, "03-18 to 03-20, float 0"),
        (LinkKind::FinishToFinish, 1, "03-19 to 03-23, float 0"),
        (LinkKind::StartToFinish, 4, "03-17 to 03-19, float 1"),
    ] {
        let mut plan = Plan::new();
        let (a, b) = (plan.task("a", 5), plan.task("b", 3));
        plan.link(a, b, kind, lag);
        assert_eq!(plan.says(b), says, "{kind:?} {lag}");
    }
}

#[test]
fn a_milestone_lies_on_the_day_what_it_follows_ends() {
    // Q49
    let mut plan = Plan::new();
    let (begin, dig, done, pour) = (
        plan.task("Begin", 0),
        plan.task("Dig", 5),
        plan.task("Dug", 0),
        plan.task("Pour", 1),
    );
    for (a, b) in [(begin, dig), (dig, done), (done, pour)] {
        plan.after(a, b);
    }
    assert_eq!(plan.says(begin), "03-16 to 03-16, float 0");
    assert_eq!(plan.says(done), "03-20 to 03-20, float 0");
    assert_eq!(plan.says(pour), "03-23 to 03-23, float 0");
    assert!(plan.dates(done).is_milestone && plan.dates(done).is_critical);
}

#[test]
fn constraints_hold_from_below_and_show_as_negative_float_from_above() {
    // Q50
    let mut plan = Plan::new();
    let (a, b) = (plan.task("a", 5), plan.task("b", 3));
    plan.after(a, b);
    plan.constrain(b, ConstraintKind::StartNoEarlierThan, "2026-03-25");
    assert_eq!(plan.says(b), "03-25 to 03-27, float 0");
    assert_eq!(plan.says(a), "03-16 to 03-20, float 2");
    plan.constrain(b, ConstraintKind::FinishNoEarlierThan, "2026-03-27");
    assert_eq!(plan.says(b), "03-25 to 03-27, float 0");
    for kind in [
        ConstraintKind::StartNoLaterThan,
        ConstraintKind::MustStartOn,
    ] {
        plan.constrain(b, kind, "2026-03-19");
        assert_eq!(plan.says(b), "03-23 to 03-25, float -2");
        assert_eq!(plan.says(a), "03-16 to 03-20, float -2");
    }
    plan.constrain(b, ConstraintKind::MustFinishOn, "2026-03-24");
    assert_eq!(plan.says(b), "03-23 to 03-25, float -1");
    plan.set(b, TaskField::Constraint(None));
    // A due day is a promise: it moves nothing and tells when it is broken.
    plan.set(b, TaskField::Due(Some(day("2026-03-23"))));
    assert_eq!(plan.says(b), "03-23 to 03-25, float -2");
    assert!(plan.dates(a).is_critical);
}

#[test]
fn as_late_as_possible_takes_the_free_float_and_moves_nothing() {
    // Q51
    let mut plan = Plan::new();
    let (long, short, last) = (
        plan.task("long", 10),
        plan.task("short", 2),
        plan.task("last", 1),
    );
    plan.after(long, last);
    plan.after(short, last);
    let before = plan.says(last);
    plan.constrain(short, ConstraintKind::AsLateAsPossible, "");
    assert_eq!(plan.says(short), "03-26 to 03-27, float 0");
    assert_eq!(plan.says(last), before);
    assert!(plan.why(short)[0].contains("it is as late as it can be without moving what follows"));
}

#[test]
fn a_pinned_task_stands_still_and_what_it_breaks_is_negative_float() {
    // Q52
    let mut plan = Plan::new();
    let (a, b, c) = (plan.task("a", 5), plan.task("b", 3), plan.task("c", 1));
    plan.after(a, b);
    plan.after(b, c);
    plan.set(b, TaskField::Pin(Some(day("2026-03-18"))));
    assert_eq!(plan.says(b), "03-18 to 03-20, float 0");
    assert_eq!(plan.says(a), "03-16 to 03-20, float -3");
    assert_eq!(plan.says(c), "03-23 to 03-23, float 0");
    let schedule = plan.schedule();
    let broken: Vec<bool> = (0..2).map(|link| schedule.is_broken(link)).collect();
    assert_eq!(broken.iter().filter(|broken| **broken).count(), 1);
    assert_eq!(
        plan.why(b),
        ["“b” starts on 03-18 because it is pinned there. It takes 3 working days, until 03-20."]
    );
}

#[test]
fn progress_is_respected_and_what_is_left_is_done_from_the_status_date_on() {
    // Q53
    let mut plan = Plan::new();
    let draft = ProjectDraft {
        start: Some(day("2026-03-02")),
        ..ProjectDraft::of(&plan.world.get::<Project>(plan.project))
    };
    plan.world.run(ProjectCommand::Edit {
        id: plan.project,
        draft,
    });
    let (a, b) = (plan.task("a", 10), plan.task("b", 2));
    plan.after(a, b);
    // Not begun: cannot be done before today.
    assert_eq!(plan.says(a), "03-11 to 03-24, float 0");
    assert!(plan.why(a)[0].contains("it has not begun, and cannot be done before 03-11"));
    // Begun as planned.
    plan.set(a, TaskField::ActualStart(Some(day("2026-03-02"))));
    assert_eq!(plan.says(a), "03-02 to 03-13, float 0");
    // Behind and ahead.
    plan.set(a, TaskField::Percent(Some(20)));
    assert_eq!(plan.says(a), "03-02 to 03-20, float 0");
    assert_eq!(
        plan.why(a),
        [
            "“a” began on 03-02 and ends on 03-20 because 8 working days of work are left, and they cannot be done before 03-11."
        ]
    );
    plan.set(a, TaskField::Percent(Some(90)));
    assert_eq!(plan.says(a), "03-02 to 03-11, float 0");
    assert_eq!(plan.says(b), "03-12 to 03-13, float 0");
    // Over.
    plan.set(a, TaskField::ActualFinish(Some(day("2026-03-09"))));
    assert_eq!(plan.why(a), ["“a” was finished on 03-09."]);
    assert!(plan.dates(a).is_finished);
    assert_eq!(plan.says(b), "03-11 to 03-12, float 0");
    let status = Some(day("2026-03-20"));
    plan.world.run(ProjectCommand::SetStatusDate {
        id: plan.project,
        day: status,
    });
    assert_eq!(plan.says(b), "03-20 to 03-23, float 0");
}

#[test]
fn a_summary_runs_as_its_parts_do_and_links_to_it_hold_them_all() {
    // Q47
    let mut plan = Plan::new();
    let permit = plan.task("Permit", 3);
    let build = plan.world.task(plan.project, Column::Backlog, "Build");
    let (walls, roof) = (plan.task("Walls", 4), plan.task("Roof", 2));
    plan.within(walls, build);
    plan.within(roof, build);
    plan.after(walls, roof);
    plan.after(permit, build);
    let move_in = plan.task("Move in", 1);
    plan.after(build, move_in);
    assert_eq!(plan.says(build), "03-19 to 03-26, float 0");
    assert_eq!(plan.says(walls), "03-19 to 03-24, float 0");
    assert_eq!(plan.says(move_in), "03-27 to 03-27, float 0");
    assert!(plan.dates(permit).is_critical);
    assert_eq!(
        plan.why(walls)[0],
        "“Walls” starts on 03-19 because “Permit” ends on 03-18, and “Build” waits for that. It takes 4 working days, until 03-24."
    );
    assert_eq!(
        plan.why(build)[0],
        "“Build” runs from 03-19 to 03-26, as its parts do; “Roof” ends last."
    );
}

#[test]
fn a_date_rests_on_what_drives_it_and_that_on_the_next() {
    // Q54
    let mut plan = Plan::new();
    let (a, b, c) = (
        plan.task("Dig", 5),
        plan.task("Pour", 2),
        plan.task("Dry", 3),
    );
    let other = plan.task("Order sand", 1);
    plan.after(a, b);
    plan.after(other, b);
    plan.link(b, c, LinkKind::FinishToStart, 2);
    assert_eq!(
        plan.why(c),
        [
            "“Dry” starts on 03-27 because “Pour” ends on 03-24, and it waits for that and 2 working days more. It takes 3 working days, until 03-31.",
            "“Pour” starts on 03-23 because “Dig” ends on 03-20, and it waits for that. It takes 2 working days, until 03-24.",
            "“Dig” starts on 03-16 because the project starts on 03-16 and nothing holds it longer. It takes 5 working days, until 03-20.",
        ]
    );
}

#[test]
fn a_task_that_says_nothing_about_when_is_left_out() {
    // Q55
    let mut plan = Plan::new();
    let idle = plan.world.task(plan.project, Column::Backlog, "Some day");
    assert_eq!(plan.schedule().dates(idle), None);
    assert_eq!(
        (plan.schedule().start(), plan.schedule().finish()),
        (None, None)
    );
    let dig = plan.task("Dig", 2);
    plan.after(dig, idle);
    assert_eq!(plan.says(idle), "03-18 to 03-18, float 0");
    assert_eq!(plan.schedule().finish(), Some(day("2026-03-18")));
}

#[test]
fn links_that_two_tabs_closed_to_a_circle_are_left_out_and_named() {
    // Q56
    let mut plan = Plan::new();
    let (a, b, c) = (plan.task("a", 1), plan.task("b", 1), plan.task("c", 1));
    plan.after(a, b);
    plan.after(b, c);
    let link = Link {
        project: plan.project,
        predecessor: c,
        successor: a,
        kind: LinkKind::FinishToStart,
        lag: 0,
    };
    let mut change = domain::change::Change::default();
    let id = domain::id::LinkId::from_key(u64::MAX);
    change.put(id.into(), None, Some(link.into()));
    plan.world.workspace.apply(&change);
    assert_eq!(plan.schedule().left_out(), [id]);
    assert_eq!(plan.says(c), "03-18 to 03-18, float 0");
}
