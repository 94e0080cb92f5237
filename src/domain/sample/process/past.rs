//! Living through the past of a sample process.

use crate::change::Change;
use crate::command::{
    Command, Ctx, Finish, ImprovementCommand, RunCommand, StepCommand, StepDraft, Verdict,
    VersionCommand, plan,
};
use crate::flow::worktime::WorkTime;
use crate::id::{ImprovementId, RecordId, RunId, SettingsId, StepId, TemplateId};
use crate::model::{
    Improvement, Run, RunEvent, Settings, Step, Template, Token, Value, Version, VersionStep,
};
use crate::sample::people::{People, Who};
use crate::sample::process::{At, Deed, Process, Round};
use crate::sample::{HOUR, Sheet};
use crate::time::{Day, Instant};
use crate::workspace::{Record, Workspace};

/// So many steps are done in a played run at most; none comes near.
const MAX_STEPS: usize = 30;

/// A workspace in which things are done at moments of the past.
pub(super) struct Past<'a> {
    workspace: Workspace,
    ctx: &'a Ctx<'a>,
    work_time: WorkTime,
    owner: Who,
}

impl<'a> Past<'a> {
    /// A workspace with the sample's people and nothing else.
    pub(super) fn new(sheet: &Sheet<'a>, owner: Who) -> Past<'a> {
        let mut workspace = Workspace::default();
        let mut change = Change::default();
        for (id, record) in &sheet.records {
            if matches!(record, Record::Person(_)) {
                change.put(*id, None, Some(record.clone()));
            }
        }
        workspace.apply(&change);
        let work_time = WorkTime::of(&Settings::default(), sheet.ctx.offset_minutes);
        Past {
            workspace,
            ctx: sheet.ctx,
            work_time,
            owner,
        }
    }

    /// Carries out a command at a moment, done by the process's owner.
    pub(super) fn run(&mut self, at: Instant, command: impl Into<Command>) {
        self.made(at, command);
    }

    /// Carries out a command at a moment and returns what it made.
    pub(super) fn made(&mut self, at: Instant, command: impl Into<Command>) -> Option<RecordId> {
        let local = at.millis() + i64::from(self.ctx.offset_minutes) * 60_000;
        let ctx = Ctx {
            now: at,
            today: Day::default().plus(local.div_euclid(24 * HOUR))?,
            offset_minutes: self.ctx.offset_minutes,
            new_key: self.ctx.new_key,
        };
        let planned = plan(&self.workspace, command.into(), &ctx).ok()?;
        self.workspace.apply(&planned.change);
        planned.created
    }

    /// From now on it is this person who does things.
    fn turn_to(&mut self, who: Who) {
        let id = RecordId::from(SettingsId::ONLY);
        let settings = Settings {
            your_name: who.name().to_owned(),
            ..Settings::default()
        };
        let mut change = Change::default();
        change.put(id, self.workspace.record(id), Some(settings.into()));
        self.workspace.apply(&change);
    }

    fn hours_ago(&self, hours: i64) -> Instant {
        Instant::from_millis(self.ctx.now.millis().saturating_sub(hours * HOUR))
    }

    /// The steps, the versions and the runs in order of time, and what is being improved.
    pub(super) fn live(&mut self, process: &Process, template: TemplateId, people: &People) {
        self.turn_to(self.owner);
        let created = self.hours_ago(process.days_old * 24);
        let mut steps: Vec<StepId> = Vec::new();
        for does in process.steps {
            let draft = StepDraft {
                title: does.title.to_owned(),
                instructions: does.instructions.to_owned(),
                role: does.role.to_owned(),
                ..StepDraft::default()
            };
            if let Some(id) = self.made(created, StepCommand::Create { template, draft }) {
                steps.push(StepId::from_key(id.key));
            }
        }
        let mut chance = Chance(process.earlier.seed);
        let mut starts: Vec<(i64, Start)> = Vec::new();
        for (number, version) in (1..).zip(process.versions) {
            starts.push((version.days_ago * 24, Start::Version(number, version.note)));
        }
        for n in 0..process.earlier.n {
            let at = process.earlier.first - process.earlier.every * n as i64;
            starts.push((at, Start::Played(n)));
        }
        for round in process.rounds {
            starts.push((round.started, Start::Told(round)));
        }
        // Runs are numbered as they start.
        starts.sort_by_key(|(hours_ago, _)| std::cmp::Reverse(*hours_ago));
        for (hours_ago, start) in starts {
            let at = self.hours_ago(hours_ago);
            match start {
                Start::Version(number, note) => {
                    self.publish(process, template, &steps, number, note, at);
                }
                Start::Played(n) => self.play(process, template, n, at, &mut chance),
                Start::Told(round) => self.tell(process, template, round, people, &mut chance),
            }
        }
        self.turn_to(self.owner);
        for (draft, stage, days_ago) in (process.improvements)() {
            let at = self.hours_ago(days_ago * 24);
            let created = self.made(at, ImprovementCommand::Create { template, draft });
            if let Some(id) = created.map(|id| ImprovementId::from_key(id.key)) {
                self.run(at, ImprovementCommand::SetStage { id, stage });
            }
        }
    }

    fn publish(
        &mut self,
        process: &Process,
        template: TemplateId,
        steps: &[StepId],
        number: u32,
        note: &str,
        at: Instant,
    ) {
        self.turn_to(self.owner);
        for (id, work) in steps.iter().zip((process.works)(steps, number)) {
            let Some(step) = self.workspace.get::<Step>(*id) else {
                continue;
            };
            let draft = StepDraft {
                work,
                ..StepDraft::of(step)
            };
            self.run(at, StepCommand::Edit { id: *id, draft });
        }
        let note = note.to_owned();
        let publish = VersionCommand::Publish {
            template,
            note,
            number,
        };
        self.run(at, publish);
    }

    fn start(&mut self, template: TemplateId, name: &str, at: Instant) -> Option<RunId> {
        let name = name.to_owned();
        let made = self.made(at, RunCommand::Start { template, name })?;
        Some(RunId::from_key(made.key))
    }

    /// Plays a run from start to end, in working hours.
    fn play(
        &mut self,
        process: &Process,
        template: TemplateId,
        run: usize,
        at: Instant,
        chance: &mut Chance,
    ) {
        self.turn_to(self.owner);
        // Nobody starts one at night.
        let started = self.work_time.after(at, 1 + chance.below(240));
        let Some((started, id)) = started.and_then(|at| Some((at, self.start(template, "", at)?)))
        else {
            return;
        };
        let mut latest = started;
        let mut seen: Vec<StepId> = Vec::new();
        for _ in 0..MAX_STEPS {
            let Some((token, at)) = self.standing(id) else {
                return;
            };
            let n_before = seen.iter().filter(|step| **step == token.step).count();
            seen.push(token.step);
            let at = At {
                run,
                n_before,
                name: "",
                ..at
            };
            let deed = (process.plays)(&at, chance);
            let from = latest.max(token.entered_at);
            let began = self.work_time.after(from, deed.wait.max(1));
            let ended = began.and_then(|began| self.work_time.after(began, deed.work.max(1)));
            let (Some(began), Some(ended)) = (began, ended) else {
                return;
            };
            if ended >= self.ctx.now {
                return;
            }
            self.finish(id, &token, deed, began, ended);
            latest = ended;
        }
    }

    /// Brings a run to where it was told to be, with the same time for each step.
    fn tell(
        &mut self,
        process: &Process,
        template: TemplateId,
        round: &Round,
        people: &People,
        chance: &mut Chance,
    ) {
        self.turn_to(self.owner);
        let started = self.hours_ago(round.started);
        let entered = self.hours_ago(round.entered);
        let Some(id) = self.start(template, round.name, started) else {
            return;
        };
        let n_steps = round.n_finished.min(process.steps.len());
        let mut before = started;
        for nth in 1..=n_steps {
            let Some((token, at)) = self.standing(id) else {
                break;
            };
            let deed = (process.plays)(
                &At {
                    name: round.name,
                    ..at
                },
                chance,
            );
            let deed = Deed {
                verdict: Verdict::Done,
                ..deed
            };
            let ended = part_way(started, entered, nth, n_steps);
            let began = part_way(before, ended, 2, 3);
            before = ended;
            self.finish(id, &token, deed, began, ended);
        }
        let who = round.assignee.and_then(|who| people.get(&who).copied());
        if let Some((token, _)) = self.standing(id).filter(|(token, _)| token.assignee != who) {
            let (token, person) = (token.key, who);
            self.run(entered, RunCommand::Assign { id, token, person });
        }
    }

    /// Where a run stands, if it has not ended.
    fn standing(&self, id: RunId) -> Option<(Token, At<'static>)> {
        let run = self.workspace.get::<Run>(id)?;
        let token = run.open_tokens().next()?.clone();
        let version = self.workspace.get::<Version>(run.version)?;
        let at = At {
            run: run.number as usize,
            version: version.number,
            step: version.position(token.step)?,
            n_before: 0,
            name: "",
        };
        Some((token, at))
    }

    fn finish(&mut self, id: RunId, token: &Token, deed: Deed, began: Instant, ended: Instant) {
        self.turn_to(deed.by);
        let key = token.key;
        self.run(began, RunCommand::Begin { id, token: key });
        if deed.verdict == Verdict::Done {
            for line in 0..self.n_lines(id, token.step) {
                let is_done = true;
                let check = RunCommand::Check {
                    id,
                    token: key,
                    line,
                    is_done,
                };
                self.run(ended, check);
            }
        }
        let values = deed.values.into_iter();
        let finish = Finish {
            id,
            token: key,
            values: values
                .map(|(key, value): (&str, Value)| (key.to_owned(), Some(value)))
                .collect(),
            verdict: deed.verdict,
            reason: deed.reason.to_owned(),
        };
        self.run(ended, RunCommand::Finish(finish));
    }

    fn n_lines(&self, id: RunId, step: StepId) -> u32 {
        let lines = || -> Option<usize> {
            let run = self.workspace.get::<Run>(id)?;
            let version = self.workspace.get::<Version>(run.version)?;
            let step: &VersionStep = version.step(step)?;
            Some(step.work.checklist.len())
        };
        lines().and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
    }

    /// All that came to be, without the people it began with.
    pub(super) fn records(self) -> Vec<(RecordId, Record)> {
        let mut records: Vec<(RecordId, Record)> = Vec::new();
        let workspace = &self.workspace;
        macro_rules! take {
            ($($kind:ident),*) => {$(
                let all = workspace.all::<$kind>();
                records.extend(all.map(|(id, record)| (id.into(), Record::$kind(record.clone()))));
            )*};
        }
        take!(Template, Step, Version, Run, RunEvent, Improvement);
        records
    }
}

/// What happens next in the past of a process.
enum Start<'a> {
    Version(u32, &'a str),
    Played(usize),
    Told(&'a Round),
}

/// The moment after `nth` of `n` equal parts of the time from `start` to `end`.
fn part_way(start: Instant, end: Instant, nth: usize, n: usize) -> Instant {
    let parts = |count| i64::try_from(count).unwrap_or(1);
    let elapsed = end.millis_since(start);
    Instant::from_millis(start.millis() + elapsed / parts(n).max(1) * parts(nth))
}

/// Chances that are the same each time (SplitMix64, Steele, Lea and Flood 2014).
pub(super) struct Chance(u64);

impl Chance {
    /// A number below `n`.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        u32::try_from((u128::from(mixed) * u128::from(n)) >> 64).unwrap_or(0)
    }

    /// A number from `low` up to `high`.
    pub(super) fn within(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low).saturating_add(1))
    }

    /// Whether something happens that happens so many times in a hundred.
    pub(super) fn strikes(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of some.
    pub(super) fn of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let n = u32::try_from(all.len()).ok()?;
        all.get(self.below(n) as usize).copied()
    }
}
