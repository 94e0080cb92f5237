//! The improvement backlog. Rule ids: `src/domain/SPEC.md`, "Improving".

use domain::command::{ImprovementCommand, ImprovementDraft, TemplateCommand};
use domain::id::{ImprovementId, TemplateId};
use domain::lists::List;
use domain::log::{Builder, CaseDraft, Event, Lifecycle, Log};
use domain::measure::compare::Finding;
use domain::measure::effect::{Split, effect};
use domain::measure::work_time::Clock;
use domain::model::{Improvement, Measure, Pdca};
use domain::time::Instant;

use crate::world::World;

fn improvement(world: &mut World, template: TemplateId, title: &str) -> ImprovementId {
    let draft = ImprovementDraft {
        title: title.to_owned(),
        from_version: Some(2),
        ..ImprovementDraft::default()
    };
    let plan = world.run(ImprovementCommand::Create { template, draft });
    ImprovementId::from_key(plan.created.unwrap().key)
}

#[test]
fn an_improvement_is_written_down_goes_round_and_is_deleted_with_its_process() {
    // X37
    let mut world = World::new();
    let template = world.template("Support");
    let id = improvement(&mut world, template, " Wait less for facts ");
    let kept: Improvement = world.get(id);
    assert_eq!(
        (kept.title.as_str(), kept.stage),
        ("Wait less for facts", Pdca::Plan)
    );
    world.run(ImprovementCommand::SetStage {
        id,
        stage: Pdca::Check,
    });
    let draft = ImprovementDraft {
        result: "Half a day less".to_owned(),
        ..ImprovementDraft::of(&kept)
    };
    world.run(ImprovementCommand::Edit { id, draft });
    let kept: Improvement = world.get(id);
    assert_eq!(
        (kept.stage, kept.result.as_str()),
        (Pdca::Check, "Half a day less")
    );
    let refusal = world.refusal(ImprovementCommand::Edit {
        id,
        draft: ImprovementDraft::default(),
    });
    assert_eq!(refusal, "Title is empty. Give it a few words.");
    let other = improvement(&mut world, template, "Other");
    world.run(ImprovementCommand::Delete { id: other });
    assert_eq!(
        world
            .workspace
            .ids::<Improvement>(List::Improvements(template)),
        [id]
    );
    world.run(TemplateCommand::Delete { id: template });
    assert!(world.workspace.get::<Improvement>(id).is_none());
    assert!(
        world
            .refusal(ImprovementCommand::Delete { id })
            .contains("improvement")
    );
}

/// Twenty runs of each version, an hour apart; those of version 2 take half as long.
fn log() -> Log {
    let mut builder = Builder::default();
    let step = builder.activity("Answer");
    for n in 0..40i64 {
        let (version, hours) = if n < 20 {
            (1, 8 + n % 3)
        } else {
            (2, 4 + n % 3)
        };
        let at = |hours: i64| Instant::from_millis((n + hours) * 3_600_000);
        let case = CaseDraft {
            version,
            accepted: at(0),
            finished: Some(at(hours)),
            ..CaseDraft::default()
        };
        let event = |lifecycle, at| Event {
            activity: step,
            actor: 0,
            lifecycle,
            at,
        };
        let mut events = vec![event(Lifecycle::Finished, at(hours))];
        if n % 2 == 0 {
            events.push(event(Lifecycle::Began, at(1)));
        }
        builder.case(case, events);
    }
    builder.finish()
}

#[test]
fn an_effect_compares_runs_before_and_after_the_change() {
    // X38
    let log = log();
    let by_version = effect(&log, Measure::Lead, Split::Version(2), &Clock::CALENDAR);
    assert_eq!((by_version.before.len(), by_version.after.len()), (20, 20));
    assert_eq!(by_version.comparison.finding, Finding::Shorter);
    // By the moment the first run of version 2 began, runs under way then count on neither side.
    let moment = Split::Moment(Instant::from_millis(20 * 3_600_000));
    let by_moment = effect(&log, Measure::Lead, moment, &Clock::CALENDAR);
    assert_eq!((by_moment.before.len(), by_moment.after.len()), (11, 20));
    assert_eq!(by_moment.comparison.finding, Finding::Shorter);
    // Only every second run has a recorded beginning.
    let touch = effect(&log, Measure::Touch, Split::Version(2), &Clock::CALENDAR);
    assert_eq!((touch.before.len(), touch.after.len()), (10, 10));
    let early = effect(&log, Measure::Lead, Split::Version(3), &Clock::CALENDAR);
    assert_eq!(early.comparison.finding, Finding::TooEarly);
}
