//! How runs move. Rule ids: `src/domain/SPEC.md`, "Flow", "Conditions" and "Schedules".

mod conditions;
mod data;
mod interpreter;
mod laws;
mod moving;
mod nesting;
mod pictures;
mod recurring;
mod versions;

use domain::command::{Finish, StepCommand, StepDraft, Verdict};
use domain::id::{RunId, StepId, TemplateId};
use domain::lists::List;
use domain::model::{
    FieldKind, FormField, Next, Run, RunEvent, RunEventKind, Step, StepWork, Target, Value,
};

use crate::world::World;

/// A process with steps of these titles.
pub fn process(titles: &[&str]) -> (World, TemplateId, Vec<StepId>) {
    let mut world = World::new();
    let template = world.template("Support");
    let ids = titles.iter().map(|title| world.step(template, title));
    let ids = ids.collect();
    (world, template, ids)
}

/// Changes the documentation of a step.
pub fn document(world: &mut World, id: StepId, change: impl FnOnce(&mut StepDraft)) {
    let mut draft = StepDraft::of(&world.get::<Step>(id));
    change(&mut draft);
    world.run(StepCommand::Edit { id, draft });
}

pub fn next(world: &mut World, id: StepId, next: Next) {
    document(world, id, |draft| draft.work.next = next);
}

pub fn work(world: &mut World, id: StepId, change: impl FnOnce(&mut StepWork)) {
    document(world, id, |draft| change(&mut draft.work));
}

pub fn field(key: &str, kind: FieldKind) -> FormField {
    FormField {
        key: key.to_owned(),
        label: key.to_owned(),
        kind,
        options: vec!["Safety".to_owned(), "Legal".to_owned()],
        ..FormField::default()
    }
}

pub fn to(id: StepId) -> Target {
    Target::Step(id)
}

/// The titles of the steps on which a run stands.
pub fn stands(world: &World, run: RunId) -> Vec<String> {
    let run: Run = world.get(run);
    let tokens = run.open_tokens();
    tokens
        .map(|token| world.get::<Step>(token.step).title)
        .collect()
}

/// How the step with this title is finished.
pub fn finish(world: &World, id: RunId, title: &str, verdict: Verdict) -> Finish {
    let run: Run = world.get(id);
    let token = run
        .open_tokens()
        .find(|token| world.get::<Step>(token.step).title == title);
    Finish {
        id,
        token: token.map_or(0, |token| token.key),
        values: Vec::new(),
        verdict,
        reason: String::new(),
    }
}

pub fn finished(world: &mut World, id: RunId, title: &str) {
    let finish = finish(world, id, title, Verdict::Done);
    world.run(domain::command::RunCommand::Finish(finish));
}

/// Finishes a step with data.
pub fn recorded(world: &mut World, id: RunId, title: &str, values: &[(&str, Value)]) {
    let mut finish = finish(world, id, title, Verdict::Done);
    finish.values = values
        .iter()
        .map(|(key, value)| ((*key).to_owned(), Some(value.clone())))
        .collect();
    world.run(domain::command::RunCommand::Finish(finish));
}

pub fn events(world: &World, run: RunId) -> Vec<RunEvent> {
    let events = world.workspace.list::<RunEvent>(List::RunEvents(run));
    events.map(|(_, event)| (**event).clone()).collect()
}

pub fn titles(world: &World, run: RunId, kind: RunEventKind) -> Vec<String> {
    let events = events(world, run).into_iter();
    events
        .filter(|event| event.kind == kind)
        .filter_map(|event| Some(world.get::<Step>(event.step?).title))
        .collect()
}
