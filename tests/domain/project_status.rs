//! How a project stands, what is left of it, who is booked, and the report on it.

use domain::assessment::assess;
use domain::charter_gaps::{is_measurable, missing_before_start};
use domain::command::{
    CharterCommand, CharterDraft, KeepingCommand, LinkCommand, PersonCommand, ProjectCommand,
    ProjectDraft, RaidCommand, RaidDraft, TaskCommand, TaskField, TeamCommand,
};
use domain::id::{CharterId, PersonId, ProjectId, StatusReportId, TaskId};
use domain::load::load;
use domain::model::{
    Charter, Column, Criterion, Deliverable, LinkKind, Project, RaidKind, Risk, Stage, Standing,
    StatusReport,
};
use domain::plan_figures::{figures, of_project, task_plans};
use domain::plan_network::remaining;
use domain::simulate::{Simulation, Spread};
use domain::status_report::{Figure, ReportPage, Section, changes_since, report_html};

use crate::world::{World, day};

fn project(world: &mut World) -> ProjectId {
    let id = world.project("Move");
    let draft = ProjectDraft {
        name: "Move".to_owned(),
        objective: "Everyone works in the new rooms".to_owned(),
        start: Some(day("2026-03-02")),
        finish: Some(day("2026-04-30")),
        owner: None,
    };
    world.run(ProjectCommand::Edit { id, draft });
    id
}

fn planned(world: &mut World, project: ProjectId, title: &str, days: i64) -> TaskId {
    let id = world.task(project, Column::Ready, title);
    set(world, id, TaskField::Duration(Some(days)));
    id
}

fn set(world: &mut World, id: TaskId, field: TaskField) {
    world.run(TaskCommand::Set {
        ids: vec![id],
        fields: vec![field],
    });
}

fn link(world: &mut World, predecessor: TaskId, successor: TaskId) {
    let kind = LinkKind::FinishToStart;
    world.run(LinkCommand::Create {
        predecessor,
        successor,
        kind,
        lag: 0,
    });
}

// P26: what is missing goes as the charter grows.
#[test]
fn a_charter_says_what_it_lacks() {
    let mut world = World::new();
    let project = project(&mut world);
    let ada = world.person("Ada");
    let gaps = |world: &World| {
        let charter = world
            .workspace
            .get::<Charter>(CharterId::from(project))
            .cloned();
        missing_before_start(&world.get::<Project>(project), charter.as_deref())
    };
    assert_eq!(gaps(&world).len(), 6);
    let draft = CharterDraft {
        scope_in: "Desks".to_owned(),
        scope_out: "The kitchen".to_owned(),
        criteria: vec![Criterion {
            text: "40 desks stand".to_owned(),
            is_met: false,
        }],
        deliverables: vec![Deliverable {
            name: "Plan".to_owned(),
            ..Deliverable::default()
        }],
        sponsor: Some(ada),
        ..CharterDraft::default()
    };
    world.run(CharterCommand::Edit { project, draft });
    let left = gaps(&world);
    assert_eq!(left.len(), 2);
    assert!(left[0].contains("accepted") && left[1].contains("owner"));
    assert!(
        is_measurable("No call waits")
            && is_measurable("Fewer than 5")
            && !is_measurable("Be better")
    );
}

// P27: the worst rule decides, and a judgement goes before it.
#[test]
fn the_worst_rule_decides() {
    let mut world = World::new();
    let project = project(&mut world);
    let today = world.today();
    let standing = |world: &World, chance| assess(&world.workspace, project, today, None, chance);
    assert_eq!(standing(&world, None).standing(), Standing::OnTrack);
    assert_eq!(standing(&world, Some(4_999)).standing(), Standing::Watch);
    let off = standing(&world, Some(1_999));
    assert_eq!(off.standing(), Standing::OffTrack);
    assert!(off.reason().contains("20 %"));
    let risk = RaidDraft {
        kind: RaidKind::Risk,
        title: "The lift fails".to_owned(),
        risk: Some(Risk {
            probability: 5,
            impact: 5,
            ..Risk::default()
        }),
        ..RaidDraft::default()
    };
    world.run(RaidCommand::Create {
        project,
        draft: risk,
    });
    assert!(
        standing(&world, None)
            .reason()
            .contains("“The lift fails” has no owner")
    );
    let judgement = Some((Standing::OnTrack, "The lift is new.".to_owned()));
    world.run(CharterCommand::Judge { project, judgement });
    let judged = standing(&world, None);
    assert_eq!(
        (judged.standing(), judged.by_rules),
        (Standing::OnTrack, Standing::Watch)
    );
    assert_eq!(judged.reason(), "The lift is new.");
}

// P27: a plan without money is measured by its dates alone.
#[test]
fn a_project_without_value_is_not_behind() {
    let mut world = World::new();
    let project = project(&mut world);
    let standing = |world: &World| {
        let figures = figures(&world.workspace, project, world.today()).unwrap();
        let found = assess(
            &world.workspace,
            project,
            world.today(),
            Some(&figures),
            None,
        );
        (figures.is_measurable(), found.standing(), found.reason())
    };
    let good = (false, Standing::OnTrack, "No rule is broken.".to_owned());
    assert_eq!(standing(&world), good);
    let task = planned(&mut world, project, "a", 5);
    assert_eq!(standing(&world), good);
    // Thursday 30 April is promised; 38 working days from Wednesday 11 March end on 1 May.
    for (days, reason) in [
        (37, "No rule is broken."),
        (38, "The plan ends 1 working day after the promise."),
        (40, "The plan ends 3 working days after the promise."),
    ] {
        set(&mut world, task, TaskField::Duration(Some(days)));
        assert_eq!(standing(&world).2, reason);
    }
    assert_eq!(standing(&world).1, Standing::Watch);
    world.run(ProjectCommand::Move {
        id: project,
        stage: Stage::Done,
        before: None,
    });
    assert_eq!(standing(&world).1, Standing::OnTrack);
}

// P28: a chain of 5, 10 and 5 days from Monday 2 March, seen on 11 March.
#[test]
fn what_is_left_is_simulated() {
    let mut world = World::new();
    let project = project(&mut world);
    let [a, b, c] = [("a", 5), ("b", 10), ("c", 5)]
        .map(|(title, days)| planned(&mut world, project, title, days));
    link(&mut world, a, b);
    link(&mut world, b, c);
    let today = world.today();
    let plans = task_plans(&world.workspace, project, today).unwrap();
    let dates = |id| {
        plans
            .iter()
            .find(|plan| plan.id == id)
            .map(|plan| (plan.start.unwrap(), plan.finish.unwrap()))
    };
    // Nothing has begun, so nothing lies in the past: these are the dates of the timeline, too.
    assert_eq!(dates(a), Some((day("2026-03-11"), day("2026-03-17"))));
    assert_eq!(dates(b), Some((day("2026-03-18"), day("2026-03-31"))));
    assert_eq!(dates(c), Some((day("2026-04-01"), day("2026-04-07"))));
    world.run(TaskCommand::Move {
        id: a,
        column: Column::Done,
        before: None,
    });
    set(&mut world, b, TaskField::Percent(Some(40)));
    let plan = remaining(&world.workspace, project, today);
    assert_eq!(plan.tasks, [b, c]);
    let mut simulation = Simulation::new(&plan.network, 1, 10).unwrap();
    simulation.run(10);
    let finish = simulation.finish().finish_at(50);
    // Six days of b and five of c from Wednesday 11 March.
    assert_eq!(
        plan.day_of(finish, &world.workspace.settings().calendar),
        day("2026-03-25")
    );
}

// P28: a risk to a task strikes that task; one to a finished task strikes no more.
#[test]
fn risks_of_the_log_can_strike() {
    let mut world = World::new();
    let project = project(&mut world);
    let a = planned(&mut world, project, "a", 5);
    let draft = RaidDraft {
        title: "Rain".to_owned(),
        risk: Some(Risk {
            chance: Some(10_000),
            task: Some(a),
            delay: Spread::fixed(3),
            ..Risk::default()
        }),
        ..RaidDraft::default()
    };
    world.run(RaidCommand::Create { project, draft });
    let plan = remaining(&world.workspace, project, world.today());
    assert_eq!(plan.network.risks.len(), 1);
    let mut simulation = Simulation::new(&plan.network, 1, 10).unwrap();
    simulation.run(10);
    assert_eq!(simulation.finish().finish_at(50), 800);
    world.run(TaskCommand::Move {
        id: a,
        column: Column::Done,
        before: None,
    });
    assert_eq!(
        remaining(&world.workspace, project, world.today())
            .network
            .risks,
        []
    );
}

// P29: half of someone's week for a week; a day off takes its share of both.
#[test]
fn a_week_is_booked_by_its_days() {
    let mut world = World::new();
    let project = project(&mut world);
    let ada = world.person("Ada");
    let a = planned(&mut world, project, "a", 5);
    set(&mut world, a, TaskField::Pin(Some(day("2026-03-16"))));
    world.run(TeamCommand::Assign {
        task: a,
        person: ada,
        percent: 50,
    });
    let today = world.today();
    let week = |world: &World, n: usize| {
        let loads = load(&world.workspace, today, today, 3).unwrap();
        (
            loads[0].weeks[n].minutes,
            loads[0].weeks[n].capacity,
            loads[0].n_unplanned,
        )
    };
    assert_eq!(week(&world, 0), (0, 2_400, 0));
    assert_eq!(week(&world, 1), (1_200, 2_400, 0));
    let days = [day("2026-03-18")].into();
    world.run(PersonCommand::SetDaysOff { id: ada, days });
    assert_eq!(week(&world, 1), (960, 1_920, 0));
    let vague = world.task(project, Column::Ready, "vague");
    world.run(TeamCommand::Assign {
        task: vague,
        person: ada,
        percent: 100,
    });
    assert_eq!(week(&world, 1), (960, 1_920, 1));
    let _: PersonId = ada;
}

// P30: what changed is named.
#[test]
fn a_report_names_what_changed() {
    let mut world = World::new();
    let project = project(&mut world);
    let a = planned(&mut world, project, "Pack the books", 5);
    let standing = (Standing::OnTrack, "All is well.".to_owned());
    let summary = "First".to_owned();
    let kept = world.run(KeepingCommand::KeepReport {
        project,
        summary,
        standing,
        likely: None,
    });
    let last = world.get::<StatusReport>(StatusReportId::from_key(kept.created.unwrap().key));
    let now = |world: &World| of_project(&world.workspace, project, world.today()).unwrap();
    assert_eq!(
        changes_since(&world.workspace, project, &last, &now(&world)),
        [""; 0]
    );
    world.run(TaskCommand::Move {
        id: a,
        column: Column::Done,
        before: None,
    });
    let draft = RaidDraft {
        kind: RaidKind::Decision,
        title: "Books go first".to_owned(),
        ..RaidDraft::default()
    };
    world.run(RaidCommand::Create { project, draft });
    let changes = changes_since(&world.workspace, project, &last, &now(&world));
    assert_eq!(
        changes,
        [
            "Finished: Pack the books.",
            "Decision made: Books go first."
        ]
    );
}

// P30: the payloads of a page on cross-site scripting, in every place of the file.
#[test]
fn a_report_file_holds_no_markup_of_others() {
    let nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;";
    let text = || nasty.to_owned();
    let page = ReportPage {
        title: text(),
        byline: text(),
        standing: text(),
        reason: text(),
        summary: text(),
        figures: vec![Figure {
            name: text(),
            value: text(),
            note: text(),
        }],
        sections: vec![Section {
            title: text(),
            lines: vec![text()],
        }],
        ..ReportPage::default()
    };
    let html = report_html(&page);
    assert!(!html.contains("<script") && !html.contains("<img"));
    assert_eq!(html.matches("&lt;script&gt;").count(), 11);
    for address in ["http:", "https:", "src=", "href=", "url(", "@import"] {
        assert!(
            !html
                .replace(&nasty.replace('<', "&lt;"), "")
                .replace("src=x", "")
                .contains(address),
            "{address}"
        );
    }
    assert!(html.contains("default-src 'none'"));
}

// P24, P30: the curve of a real project is in the file.
#[test]
fn a_report_file_draws_the_curve() {
    let mut world = World::new();
    let project = project(&mut world);
    let a = planned(&mut world, project, "a", 5);
    let cost = Spread::fixed(100_000);
    world.run(TeamCommand::SetEstimate {
        task: a,
        duration: None,
        cost,
    });
    let curve = figures(&world.workspace, project, world.today())
        .unwrap()
        .curve
        .unwrap();
    let page = ReportPage {
        curve: curve.points,
        ..ReportPage::default()
    };
    let html = report_html(&page);
    assert_eq!(html.matches("<polyline").count(), 3);
    assert!(html.contains("€1\u{202f}000") && html.contains("2026-03-02"));
}
