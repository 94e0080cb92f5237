//! The token engine: how a run moves. Pure; the rules are the section “Flow” of SPEC.
//!
//! A token stands on a step that is to be done. Finishing the step takes the token away and puts
//! one on each step that follows. Nothing else moves a run, so the engine always comes to rest.

use crate::flow::expr;
use crate::flow::graph::{Graph, Place};
use crate::id::{PersonId, StepId};
use crate::model::{Ending, Next, Run, RunEventKind, Section, StepKind, Target, Token, Version};
use crate::time::Instant;

/// How a step is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// It is done, or the approval is given.
    Done,
    /// The approval is refused.
    Rejected,
    /// The approval asks for rework.
    Back,
    /// Someone leaves it out.
    Omitted,
}

/// Something the engine did, for the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened {
    /// What.
    pub kind: RunEventKind,
    /// To which step.
    pub step: Option<StepId>,
    /// The step that was left, for moves.
    pub from: Option<StepId>,
    /// To which token; 0 for the run as a whole.
    pub token: u32,
}

/// Names people for conditions.
pub type Names<'a> = dyn Fn(PersonId) -> Option<String> + 'a;

/// A run being moved.
pub struct Engine<'a> {
    graph: Graph<'a>,
    run: &'a mut Run,
    names: &'a Names<'a>,
    now: Instant,
    happened: Vec<Happened>,
}

impl<'a> Engine<'a> {
    /// The engine for a run of this version. A run of old data gets its token first.
    pub fn new(
        version: &'a Version,
        run: &'a mut Run,
        names: &'a Names<'a>,
        now: Instant,
    ) -> Engine<'a> {
        upgrade(version, run);
        Engine {
            graph: Graph::new(&version.steps),
            run,
            names,
            now,
            happened: Vec::new(),
        }
    }

    /// Puts a token on the first step. `false` when there is none.
    pub fn start(mut self) -> Vec<Happened> {
        if !self.graph.steps.is_empty() {
            self.enter(Vec::new(), 0);
        }
        self.rest()
    }

    /// Leaves the step of a token and goes on. Nothing happens when the token is not there.
    pub fn leave(mut self, token: u32, how: Leave) -> Vec<Happened> {
        let Some((token, from)) = self.take(token) else {
            return self.rest();
        };
        let step = self.graph.steps.get(from);
        let kind = step.map(|step| &step.work.kind);
        let is_approval = matches!(kind, Some(StepKind::Approval { .. }));
        let event = match how {
            Leave::Done if is_approval => RunEventKind::Approved,
            Leave::Done => RunEventKind::StepFinished,
            Leave::Rejected => RunEventKind::Rejected,
            Leave::Omitted => RunEventKind::Omitted,
            Leave::Back => RunEventKind::SentBack,
        };
        if how == Leave::Back {
            let back = self.graph.back(from).unwrap_or(from);
            self.say_moved(event, back, from, token.key);
            self.route(token.sections, Place::Step(back), token.step);
            return self.rest();
        }
        self.say(event, Some(token.step), token.key);
        if how != Leave::Omitted && !self.run.done.contains(&token.step) {
            self.run.done.push(token.step);
        }
        if how == Leave::Rejected {
            let rejected = match kind {
                Some(StepKind::Approval { rejected, .. }) => *rejected,
                _ => Target::End,
            };
            if rejected == Target::End {
                self.run.tokens.clear();
                self.run.ending = Some(Ending::Rejected);
            } else {
                let place = self.graph.resolve(from, rejected);
                self.route(token.sections, place, token.step);
            }
            return self.rest();
        }
        self.go_on(token, from);
        self.rest()
    }

    /// Puts a token on another step, against the flow. Parallel sections that do not have the
    /// step end, with all that stands in them.
    pub fn put(mut self, token: u32, to: StepId, kind: RunEventKind) -> Vec<Happened> {
        let Some(place) = self.graph.position(to) else {
            return self.rest();
        };
        let (token, from) = match self.take(token) {
            Some((token, from)) => (Some(token), Some(from)),
            None => (None, None),
        };
        let key = token.as_ref().map_or(0, |token| token.key);
        self.happened.push(Happened {
            kind,
            step: Some(to),
            from: from.and_then(|from| self.graph.id(from)),
            token: key,
        });
        self.run.ending = None;
        self.run.finished_at = None;
        let mut sections = token.map(|token| token.sections).unwrap_or_default();
        while let Some(section) = sections.last() {
            if self.is_inside(section, place) {
                break;
            }
            let key = section.key;
            self.run.tokens.retain(|token| !token.is_in(key));
            sections.pop();
        }
        self.enter(sections, place);
        self.rest()
    }

    /// Says anew what can be come to, after the version has changed.
    pub fn settle(self) -> Vec<Happened> {
        self.rest()
    }

    fn take(&mut self, key: u32) -> Option<(Token, usize)> {
        let nth = self
            .run
            .tokens
            .iter()
            .position(|token| token.key == key && !token.waits)?;
        let token = self.run.tokens.remove(nth);
        // A step that its version lacks counts as the first: the run goes on from the top.
        let from = self.graph.position(token.step).unwrap_or(0);
        Some((token, from))
    }

    fn go_on(&mut self, token: Token, from: usize) {
        let next = self.graph.steps.get(from).map(|step| &step.work.next);
        let place = match next {
            None | Some(Next::Following) => self.graph.following(from),
            Some(Next::Go(target)) => self.graph.resolve(from, *target),
            Some(Next::Choose {
                branches,
                otherwise,
            }) => {
                let taken = branches
                    .iter()
                    .find(|branch| expr::holds(&branch.when, &self.run.values, self.names));
                let target = taken.map_or(*otherwise, |branch| branch.to);
                self.graph.resolve(from, target)
            }
            Some(Next::All { .. }) => return self.split(token, from),
        };
        self.route(token.sections, place, token.step);
    }

    /// One token for each branch. A branch that begins at the join has nothing to do.
    fn split(&mut self, token: Token, from: usize) {
        let join = self.graph.join(from);
        let heads: Vec<usize> = self
            .graph
            .heads(from)
            .filter(|head| Place::Step(*head) != join)
            .collect();
        if heads.is_empty() {
            return self.route(token.sections, join, token.step);
        }
        let mut sections = token.sections;
        let key = self.next_key();
        sections.push(Section {
            key,
            split: token.step,
        });
        for head in heads {
            self.enter(sections.clone(), head);
        }
    }

    /// Brings a token to a place: into a step, to a join, or to the end.
    fn route(&mut self, mut sections: Vec<Section>, mut place: Place, last: StepId) {
        loop {
            let Some(section) = sections.last().copied() else {
                if let Place::Step(step) = place {
                    self.enter(sections, step);
                }
                return;
            };
            let split = self.graph.position(section.split);
            let join = split.map_or(Place::End, |split| self.graph.join(split));
            let tokens = &mut self.run.tokens;
            if place == join || place == Place::End {
                let is_waiting_here = |token: &Token| {
                    token.waits && token.sections.last().map(|s| s.key) == Some(section.key)
                };
                let is_last = tokens
                    .iter()
                    .all(|token| !token.is_in(section.key) || is_waiting_here(token));
                if !is_last {
                    let key = self.next_key();
                    let mut token = self.token(key, last, sections);
                    token.waits = true;
                    self.run.tokens.push(token);
                    return;
                }
                place = join;
            } else if matches!(place, Place::Step(step) if self.is_inside(&section, step)) {
                if let Place::Step(step) = place {
                    self.enter(sections, step);
                }
                return;
            }
            // All branches are here, or this one leaves the section: either way it is over.
            self.run.tokens.retain(|token| !token.is_in(section.key));
            sections.pop();
        }
    }

    fn is_inside(&self, section: &Section, step: usize) -> bool {
        let split = self.graph.position(section.split);
        split.is_some_and(|split| self.graph.section(split).contains(&step))
    }

    fn enter(&mut self, sections: Vec<Section>, step: usize) {
        let Some(id) = self.graph.id(step) else {
            return;
        };
        let key = self.next_key();
        let token = self.token(key, id, sections);
        self.run.tokens.push(token);
        self.say(RunEventKind::StepEntered, Some(id), key);
    }

    fn token(&self, key: u32, step: StepId, sections: Vec<Section>) -> Token {
        Token {
            key,
            step,
            entered_at: self.now,
            started_at: None,
            assignee: None,
            due: None,
            checked: Vec::new(),
            sections,
            waits: false,
            child: None,
        }
    }

    fn next_key(&mut self) -> u32 {
        self.run.n_given = self.run.n_given.saturating_add(1);
        self.run.n_given
    }

    fn say(&mut self, kind: RunEventKind, step: Option<StepId>, token: u32) {
        self.happened.push(Happened {
            kind,
            step,
            from: None,
            token,
        });
    }

    fn say_moved(&mut self, kind: RunEventKind, to: usize, from: usize, token: u32) {
        self.happened.push(Happened {
            kind,
            step: self.graph.id(to),
            from: self.graph.id(from),
            token,
        });
    }

    /// What became out of reach is skipped, and a run without tokens has ended.
    fn rest(mut self) -> Vec<Happened> {
        let graph = self.graph;
        let places = self.run.tokens.iter().flat_map(|token| {
            let joins = token.sections.iter().filter_map(|section| {
                let split = graph.position(section.split)?;
                Some(graph.join(split))
            });
            let own = graph.position(token.step).filter(|_| !token.waits);
            own.map(Place::Step).into_iter().chain(joins)
        });
        let reached = graph.reach(places.collect::<Vec<_>>());
        let is_reached = |id: &StepId| graph.position(*id).is_some_and(|at| reached.contains(&at));
        self.run.skipped.retain(|id| !is_reached(id));
        for (nth, step) in graph.steps.iter().enumerate() {
            let is_known =
                self.run.done.contains(&step.step) || self.run.skipped.contains(&step.step);
            let was_left = self
                .happened
                .iter()
                .any(|h| h.kind == RunEventKind::Omitted && h.step == Some(step.step));
            if !reached.contains(&nth) && !is_known {
                self.run.skipped.push(step.step);
                if !was_left {
                    self.say(RunEventKind::Skipped, Some(step.step), 0);
                }
            }
        }
        if self.run.tokens.is_empty() && self.run.finished_at.is_none() {
            self.run.finished_at = Some(self.now);
            self.say(RunEventKind::Finished, None, 0);
        }
        show_first(self.run);
        self.happened
    }
}

/// Gives a run of old data, which has only a current step, its token and the steps behind it.
pub fn upgrade(version: &Version, run: &mut Run) {
    let Some(step) = run.current.filter(|_| run.tokens.is_empty()) else {
        if run.finished_at.is_some() && run.n_given == 0 {
            run.n_given = 1;
            run.done = version.steps.iter().map(|step| step.step).collect();
        }
        return;
    };
    run.n_given = 1;
    run.tokens.push(Token {
        key: 1,
        step,
        entered_at: run.entered_at,
        started_at: None,
        assignee: run.assignee,
        due: None,
        checked: Vec::new(),
        sections: Vec::new(),
        waits: false,
        child: None,
    });
    let before = version.position(step).unwrap_or(0);
    let behind = version.steps.iter().take(before);
    run.done = behind.map(|step| step.step).collect();
}

/// Keeps the fields that show the first place of a run as its tokens have it.
pub fn show_first(run: &mut Run) {
    let first = run.open_tokens().next().cloned();
    run.current = first.as_ref().map(|token| token.step);
    run.assignee = first.as_ref().and_then(|token| token.assignee);
    if let Some(first) = first {
        run.entered_at = first.entered_at;
    } else if let Some(ended) = run.finished_at {
        run.entered_at = ended;
    }
}
