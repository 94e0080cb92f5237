//! Building a log case by case.

use std::collections::BTreeMap;

use crate::id::{RunId, StepId};
use crate::log::{Activity, Case, Event, Lifecycle, Log};
use crate::time::Instant;

/// A log being built. Names are given out once each.
#[derive(Debug)]
pub struct Builder {
    log: Log,
    activities: BTreeMap<String, u32>,
    steps: BTreeMap<StepId, u32>,
    actors: BTreeMap<String, u32>,
}

impl Default for Builder {
    fn default() -> Self {
        let mut builder = Builder {
            log: Log::default(),
            activities: BTreeMap::new(),
            steps: BTreeMap::new(),
            actors: BTreeMap::new(),
        };
        builder.actor("");
        builder
    }
}

impl Builder {
    /// The place of the activity with this name.
    pub fn activity(&mut self, name: &str) -> u32 {
        if let Some(place) = self.activities.get(name) {
            return *place;
        }
        let place = self.add(name, None);
        self.activities.insert(name.to_owned(), place);
        place
    }

    /// The place of a documented step, which keeps the title it was first given.
    pub fn step(&mut self, step: StepId, title: &str) -> u32 {
        if let Some(place) = self.steps.get(&step) {
            return *place;
        }
        let place = self.add(title, Some(step));
        self.steps.insert(step, place);
        place
    }

    /// The place of who acted.
    pub fn actor(&mut self, name: &str) -> u32 {
        if let Some(place) = self.actors.get(name) {
            return *place;
        }
        let place = u32::try_from(self.log.actors.len()).unwrap_or(u32::MAX);
        self.log.actors.push(name.to_owned());
        self.actors.insert(name.to_owned(), place);
        place
    }

    /// Adds a case with its events, which are put in order of time; those of one instant stay in
    /// the order given.
    pub fn case(&mut self, case: CaseDraft, mut events: Vec<Event>) {
        events.sort_by_key(|event| event.at);
        let first = u32::try_from(self.log.events.len()).unwrap_or(u32::MAX);
        let n_events = u32::try_from(events.len()).unwrap_or(0);
        self.log.events.append(&mut events);
        self.log.cases.push(Case {
            run: case.run,
            name: case.name,
            version: case.version,
            accepted: case.accepted,
            finished: case.finished,
            cancelled: case.cancelled,
            due: case.due,
            fields: case.fields,
            first,
            n_events,
        });
    }

    /// Adds a finished case from what was done in it: activity, actor and instant. It was accepted
    /// with the first event and finished with the last; without an event nothing is added.
    pub fn trace(&mut self, name: &str, done: &[(&str, &str, Instant)]) {
        let (Some(first), Some(last)) = (
            done.iter().map(|event| event.2).min(),
            done.iter().map(|event| event.2).max(),
        ) else {
            return;
        };
        let events = done
            .iter()
            .map(|(activity, actor, at)| Event {
                activity: self.activity(activity),
                actor: self.actor(actor),
                lifecycle: Lifecycle::Finished,
                at: *at,
            })
            .collect();
        let case = CaseDraft {
            name: name.to_owned(),
            accepted: first,
            finished: Some(last),
            ..CaseDraft::default()
        };
        self.case(case, events);
    }

    /// The log, its cases in order of their acceptance.
    pub fn finish(mut self) -> Log {
        self.log.cases.sort_by_key(|case| case.accepted);
        self.log
    }

    fn add(&mut self, name: &str, step: Option<StepId>) -> u32 {
        let place = u32::try_from(self.log.activities.len()).unwrap_or(u32::MAX);
        self.log.activities.push(Activity {
            name: name.to_owned(),
            step,
        });
        place
    }
}

/// What is known of a case before its events. See [`Case`].
#[derive(Clone, Debug, Default)]
pub struct CaseDraft {
    /// The run it is.
    pub run: Option<RunId>,
    /// What it is called.
    pub name: String,
    /// The number of the version it follows.
    pub version: u32,
    /// When it was asked for.
    pub accepted: Instant,
    /// When its last step was done.
    pub finished: Option<Instant>,
    /// When it was given up.
    pub cancelled: Option<Instant>,
    /// When it is promised.
    pub due: Option<Instant>,
    /// Names and values it can be filtered by.
    pub fields: Vec<(String, String)>,
}
