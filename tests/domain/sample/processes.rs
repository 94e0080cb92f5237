//! The sample's processes and their past.

use std::collections::{BTreeMap, BTreeSet};

use domain::flow::lint::lint;
use domain::flow::worktime::WorkTime;
use domain::id::StepId;
use domain::lists::List;
use domain::log::{Window, records};
use domain::measure::compare::Finding;
use domain::measure::effect::{Split, effect};
use domain::measure::report::capable;
use domain::measure::work_time::Clock;
use domain::mining::{Against, Study};
use domain::model::{Improvement, Person, Run, RunEvent, RunEventKind, Template, Version};
use domain::time::Instant;

use super::loaded;

#[test]
fn processes_are_documented_and_their_runs_under_way() {
    // E4
    let world = loaded();
    let workspace = &world.workspace;
    assert_eq!(workspace.all::<Template>().count(), 5);
    let roles: Vec<String> = workspace
        .all::<Person>()
        .map(|(_, person)| person.role.clone())
        .collect();
    for id in workspace.ids::<Template>(List::Templates) {
        let template: Template = world.get(id);
        assert!(!template.sheet.goal.is_empty() && template.sheet.run_minutes.is_some());
        let steps = workspace.draft_steps(id);
        assert!((4..=6).contains(&steps.len()));
        for step in &steps {
            assert!(
                !step.role.is_empty() && step.instructions.len() > 60,
                "{}",
                step.title
            );
            assert!(step.work.minutes.is_some(), "{}", step.title);
        }
        assert!(steps.iter().any(|step| !step.work.fields.is_empty()));
        let found = lint(&steps, &|role| roles.iter().any(|own| own == role));
        assert_eq!(found, [], "{}", template.name);
        let (_, latest) = workspace.latest_version(id).unwrap();
        assert_eq!(latest.steps, steps, "{}", template.name);
        let versions: BTreeMap<_, _> = workspace.list::<Version>(List::Versions(id)).collect();
        let n_finished = workspace.lists().len(List::FinishedRuns(id));
        let runs: Vec<_> = workspace.list::<Run>(List::Runs(id)).collect();
        assert!((2..=5).contains(&(runs.len() - n_finished)) && n_finished > 0);
        assert!(runs.is_sorted_by_key(|(_, run)| run.number));
        let places: BTreeSet<_> = runs.iter().map(|(_, run)| run.current).collect();
        assert!(places.len() >= 3, "{}", template.name);
        for (_, run) in &runs {
            assert!(versions[&run.version].published_at <= run.started_at);
        }
        assert!(
            versions
                .values()
                .all(|version| template.created_at <= version.published_at)
        );
    }
}

#[test]
fn what_happened_in_a_run_leads_to_where_it_stands() {
    // E4
    let world = loaded();
    for (id, run) in world.workspace.all::<Run>() {
        let mut stands: BTreeSet<Option<StepId>> = BTreeSet::new();
        let mut last = run.started_at;
        let events = world.workspace.list::<RunEvent>(List::RunEvents(id));
        let mut kinds = Vec::new();
        for (_, event) in events {
            assert!(last <= event.at && event.at < world.now(), "{}", run.name);
            last = event.at;
            kinds.push(event.kind);
            match event.kind {
                RunEventKind::StepEntered => stands.insert(event.step),
                RunEventKind::SentBack => stands.remove(&event.from),
                kind if kind.ends_step() => stands.remove(&event.step),
                _ => false,
            };
        }
        assert_eq!(kinds.first(), Some(&RunEventKind::Started));
        let open: BTreeSet<_> = run.open_tokens().map(|token| Some(token.step)).collect();
        assert_eq!(open, stands, "{}", run.name);
        let has_ended = kinds.last() == Some(&RunEventKind::Finished);
        assert_eq!(has_ended, run.finished_at.is_some(), "{}", run.name);
        assert_eq!(has_ended, open.is_empty(), "{}", run.name);
    }
}

#[test]
fn the_figures_of_a_process_are_worth_a_look() {
    // E6
    let world = loaded();
    let workspace = &world.workspace;
    let mut templates = workspace.all::<Template>();
    let (id, template) = templates
        .find(|(_, template)| template.name == "Customer support")
        .unwrap();
    let log = records::log(workspace, id);
    let window = Window {
        from: Instant::from_millis(world.now().millis() - 90 * 86_400_000),
        to: world.now(),
    };
    let study = Study {
        against: Some(Against::of(workspace, id, &log)),
        log,
        window,
        now: window.to,
        clock: Clock::CALENDAR,
    };
    let found = study.find();
    let report = &found.report;
    let log = &study.log;
    assert!(report.trips.len() >= 40);
    let times = report.times.unwrap();
    assert!(times.touch.is_some() && times.efficiency.is_some());
    let bottleneck = report.bottleneck.unwrap();
    assert_eq!(log.name_of(bottleneck.activity), "Confirm");
    assert!(!report.promises.kept.is_empty() && !report.promises.broken.is_empty());
    assert!(!report.yields.reworked.is_empty());
    let work_time = WorkTime::of(&workspace.settings(), 0);
    let long_ago = Instant::from_millis(window.from.millis() - 400 * 86_400_000);
    let working = Clock::of(&work_time, long_ago, window.to);
    let capability = capable(log, &report.charted, &working, template.sheet.run_minutes);
    assert!(capability.unwrap().n >= 30);
    assert!(found.mined.variants.len() > 3);
    let conformance = &found.mined.conformance;
    assert!(conformance.fitting.is_some_and(|share| share > 5_000));
    assert!(!conformance.deviations.is_empty());
    assert!(!found.mined.suggestions.is_empty());
    let improvement = workspace
        .list::<Improvement>(List::Improvements(id))
        .next()
        .unwrap()
        .1;
    let split = Split::Version(improvement.from_version.unwrap());
    let effect = effect(log, improvement.measure, split, &Clock::CALENDAR);
    assert_eq!(effect.comparison.finding, Finding::Shorter);
}
