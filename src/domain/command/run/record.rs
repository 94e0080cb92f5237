//! Keeps the log of runs and what follows from a move: clocks, people, names, runs within runs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::start;
use crate::change::Draft;
use crate::command::Ctx;
use crate::flow::engine::{self, Engine, Happened};
use crate::flow::worktime::WorkTime;
use crate::flow::{fill, form};
use crate::id::{PersonId, RunEventId, RunId, TemplateId, VersionId};
use crate::lists::List;
use crate::model::{
    Archived, DueRule, Person, Run, RunEvent, RunEventKind, Settings, Step, StepKind, Template,
    Token, Value, Values, Version, VersionStep,
};
use crate::time::Instant;
use crate::workspace::Workspace;

/// Runs within runs, counted from the outermost.
pub const MAX_DEPTH: usize = 6;

/// A plan about runs in the making.
pub(crate) struct Log<'a, 'b> {
    pub workspace: &'a Workspace,
    pub draft: &'b mut Draft<'a>,
    pub ctx: &'b Ctx<'b>,
    pub settings: Settings,
    /// Events drafted so far of each run, and the largest number of a run of each process.
    n_events: BTreeMap<RunId, u32>,
    numbers: BTreeMap<TemplateId, u32>,
    /// Steps given to people in this plan, on top of those they have.
    given: BTreeMap<PersonId, usize>,
}

impl<'a, 'b> Log<'a, 'b> {
    pub(crate) fn new(
        workspace: &'a Workspace,
        draft: &'b mut Draft<'a>,
        ctx: &'b Ctx<'b>,
    ) -> Log<'a, 'b> {
        Log {
            workspace,
            draft,
            ctx,
            settings: workspace.settings(),
            n_events: BTreeMap::new(),
            numbers: BTreeMap::new(),
            given: BTreeMap::new(),
        }
    }

    pub fn work_time(&self) -> WorkTime {
        WorkTime::of(&self.settings, self.ctx.offset_minutes)
    }

    pub fn version(&self, id: VersionId) -> Option<Arc<Version>> {
        self.draft.get::<Version>(id)
    }

    /// The number of the next run of a process.
    pub fn next_number(&mut self, template: TemplateId) -> u32 {
        let lists = self.workspace.lists();
        let last = self.numbers.get(&template).copied().or_else(|| {
            let last = RunId::from_key(lists.last(List::Runs(template))?);
            Some(self.workspace.get::<Run>(last)?.number)
        });
        // No run gets the number of one in the archive, which may come back.
        let archived = self.workspace.list::<Archived>(List::Archived);
        let archived = archived.filter(|(_, archived)| archived.template == Some(template));
        let last = last.max(archived.filter_map(|(_, archived)| archived.number).max());
        let number = last.unwrap_or(0).saturating_add(1);
        self.numbers.insert(template, number);
        number
    }

    /// An event of now; its number in the run is given when it is put.
    pub fn event(&self, run: RunId, kind: RunEventKind) -> RunEvent {
        RunEvent {
            by: self.settings.your_name.clone(),
            ..RunEvent::new(run, kind, self.ctx.now)
        }
    }

    /// Adds an event to the log of its run.
    pub fn put(&mut self, mut event: RunEvent) {
        let lists = self.workspace.lists();
        let n_events = self.n_events.entry(event.run).or_insert_with(|| {
            let n_events = lists.len(List::RunEvents(event.run));
            u32::try_from(n_events).unwrap_or(u32::MAX)
        });
        *n_events = n_events.saturating_add(1);
        event.seq = *n_events;
        let key = match self.draft.get::<Run>(event.run) {
            // What a schedule starts has the same ids in every tab, so that it is there once.
            Some(run) if run.occurrence.is_some() && run.started_at == self.ctx.now => {
                start::mixed(event.run.key(), u64::from(event.seq))
            }
            _ => (self.ctx.new_key)(),
        };
        self.draft.put(RunEventId::from_key(key), event);
    }

    /// Moves a run with the engine and keeps what happened and what follows from it.
    pub fn play(
        &mut self,
        id: RunId,
        run: &mut Run,
        version: &Version,
        depth: usize,
        play: &dyn Fn(Engine) -> Vec<Happened>,
        about: &dyn Fn(&mut RunEvent),
    ) {
        let happened = {
            let workspace = self.workspace;
            let names = |id| named(workspace, id);
            play(Engine::new(version, run, &names, self.ctx.now))
        };
        self.rename(run, version);
        self.draft.put(id, run.clone());
        let mut first = true;
        for happened in happened {
            let mut event = self.event(id, happened.kind);
            event.step = happened.step;
            event.from = happened.from;
            event.token = happened.token;
            if happened.kind == RunEventKind::StepEntered {
                self.arrive(id, run, version, happened.token, depth);
                if let Some(token) = run.token(happened.token) {
                    event.person = token.assignee;
                    event.due = token.due;
                }
            } else if happened.kind == RunEventKind::Finished {
                event.due = run.due;
            } else if first {
                about(&mut event);
                first = false;
            }
            self.put(event);
        }
        engine::show_first(run);
        self.draft.put(id, run.clone());
        if run.finished_at.is_some() {
            self.tell_parent(id, run, depth);
        }
    }

    /// The clock, the person and the inner run of a token that has just come to its step.
    fn arrive(&mut self, id: RunId, run: &mut Run, version: &Version, key: u32, depth: usize) {
        let Some(nth) = run.tokens.iter().position(|token| token.key == key) else {
            return;
        };
        let step = run
            .tokens
            .get(nth)
            .and_then(|token| version.step(token.step));
        let Some(step) = step else { return };
        let due = self.step_due(step, &run.values);
        let assignee = self.whom(step, id, &run.values);
        let child = match step.work.kind {
            StepKind::SubProcess { template } if depth < MAX_DEPTH => {
                start::inside(self, template, id, run, depth + 1)
            }
            _ => None,
        };
        if let Some(token) = run.tokens.get_mut(nth) {
            token.due = due;
            token.assignee = assignee;
            token.child = child;
        }
    }

    /// When a step should be done to which a run comes now.
    fn step_due(&self, step: &VersionStep, values: &Values) -> Option<Instant> {
        let clock = self.work_time();
        let by_data =
            step.work
                .due
                .as_ref()
                .and_then(|DueRule { field, days }| match values.get(field) {
                    Some(Value::Date(day)) => clock.end_of(*day, *days),
                    _ => None,
                });
        by_data.or_else(|| clock.after(self.ctx.now, step.work.minutes?))
    }

    /// Who does a step: the person its role names, else whoever did a step of that role in this
    /// run, else whoever has the role and the fewest open steps.
    fn whom(&mut self, step: &VersionStep, run: RunId, values: &Values) -> Option<PersonId> {
        let is_there = |id: &PersonId| self.workspace.get::<Person>(*id).is_some();
        if let Some(id) = fill::person(&step.role, values).filter(is_there) {
            return Some(id);
        }
        let role = step.role.trim().to_lowercase();
        if role.is_empty() {
            return None;
        }
        let people = self.workspace.list::<Person>(List::People);
        let has_role = |person: &Person| person.role.trim().to_lowercase() == role;
        let able: Vec<PersonId> = people
            .filter(|(_, person)| has_role(person))
            .map(|(id, _)| id)
            .collect();
        let before = self
            .workspace
            .ids::<RunEvent>(List::RunEvents(run))
            .into_iter()
            .rev()
            .filter_map(|id| self.workspace.get::<RunEvent>(id)?.person)
            .find(|person| able.contains(person));
        let load = |id: &PersonId| {
            let given = self.given.get(id).copied().unwrap_or(0);
            self.workspace.lists().len(List::RunsOf(*id)) + given
        };
        let chosen = before.or_else(|| able.iter().copied().min_by_key(load))?;
        *self.given.entry(chosen).or_default() += 1;
        Some(chosen)
    }

    /// A run that nobody has named follows its data.
    pub fn rename(&self, run: &mut Run, version: &Version) {
        let workspace = self.workspace;
        let names = |id| named(workspace, id);
        if !run.named
            && let Some(name) = fill::name(&version.run_name, &run.values, &names)
        {
            run.name = name;
        }
    }

    /// The run that waits for this one goes on, with what was recorded here.
    pub fn tell_parent(&mut self, id: RunId, run: &Run, depth: usize) {
        let parent = run
            .parent
            .and_then(|id| Some((id, self.draft.get::<Run>(id)?)));
        let Some((parent_id, parent)) = parent else {
            return;
        };
        let mut parent = (*parent).clone();
        let Some(token) = parent.tokens.iter().find(|token| token.child == Some(id)) else {
            return;
        };
        // One that was called off or refused leaves the decision to whoever has the step.
        let key = token.key;
        if run.ending.is_some() || parent.paused_at.is_some() || depth > MAX_DEPTH {
            return;
        }
        let Some(version) = self.version(parent.version) else {
            return;
        };
        let mut brought = Values::new();
        for (name, value) in &run.values {
            if !parent.values.contains_key(name) {
                brought.insert(name.clone(), value.clone());
            }
        }
        parent.values.extend(brought.clone());
        let leave = |engine: Engine| engine.leave(key, engine::Leave::Done);
        self.play(
            parent_id,
            &mut parent,
            &version,
            depth + 1,
            &leave,
            &|event| {
                event.values.clone_from(&brought);
            },
        );
    }

    /// The name of a person; nothing when they are gone.
    pub fn named(&self, id: PersonId) -> Option<String> {
        named(self.workspace, id)
    }

    /// Whether a template is there.
    pub fn template(&self, id: TemplateId) -> Option<Arc<Template>> {
        self.draft.get::<Template>(id)
    }
}

fn named(workspace: &Workspace, id: PersonId) -> Option<String> {
    workspace
        .get::<Person>(id)
        .map(|person| person.name.clone())
}

impl Workspace {
    /// The steps of a process as they are now, in order, as a version would freeze them.
    pub fn draft_steps(&self, template: TemplateId) -> Vec<VersionStep> {
        self.list::<Step>(List::Steps(template))
            .map(|(id, step)| VersionStep::of(id, step))
            .collect()
    }

    /// The latest published version of a process.
    pub fn latest_version(&self, template: TemplateId) -> Option<(VersionId, &Arc<Version>)> {
        let id = VersionId::from_key(self.lists().last(List::Versions(template))?);
        Some((id, self.get::<Version>(id)?))
    }

    /// Why a step of a run cannot be finished now, besides what its form still needs.
    pub fn blocked(&self, run: &Run, token: &Token) -> Option<String> {
        if run.paused_at.is_some() {
            return Some(format!("“{}” is paused. Resume it first.", run.name));
        }
        let child = self.get::<Run>(token.child?)?;
        match (child.finished_at, child.ending) {
            (None, _) => Some(format!(
                "This step waits for “{}”, a run of another process. It goes on by itself when that run is finished.",
                child.name
            )),
            (Some(_), Some(_)) => None,
            (Some(_), None) => None,
        }
    }
}

/// The sentences that say what a step's form still needs.
pub(super) fn missing(step: &VersionStep, token: &Token, values: &Values) -> Vec<String> {
    let fields = step.work.fields.iter();
    let unfilled = fields
        .filter(|field| field.required && !values.contains_key(&field.key))
        .map(|field| format!("{} is empty. Fill it in.", field.label));
    let lines = (0..).zip(&step.work.checklist);
    let unticked = lines
        .filter(|(line, _)| !token.checked.contains(line))
        .count();
    let unticked = (unticked > 0).then(|| match unticked {
        1 => "One line of the checklist is open.".to_owned(),
        n => format!("{n} lines of the checklist are open."),
    });
    unfilled.chain(unticked).collect()
}

/// What does not fit its field, as a sentence.
pub(super) fn misfit(
    version: &Version,
    values: &[(String, Option<Value>)],
) -> Result<(), crate::command::CommandError> {
    let fields = form::fields(&version.steps);
    for (key, value) in values {
        let field = fields.get(key.as_str());
        let field =
            field.ok_or_else(|| crate::command::CommandError::NoSuchField { key: key.clone() })?;
        if let Some(value) = value {
            form::check(field, value).map_err(crate::command::CommandError::Form)?;
        }
    }
    Ok(())
}
