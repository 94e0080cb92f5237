//! A study of a process's log: at once where it is short, else in the background.

use std::sync::Arc;

use domain::flow::worktime::WorkTime;
use domain::id::TemplateId;
use domain::job::{Answer, Job};
use domain::log::{Log, Window, records};
use domain::measure::work_time::Clock;
use domain::mining::study::WITHIN_A_FRAME;
use domain::mining::{Against, Findings, Study};
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::work::{Progress, Work};
use crate::desk::{Desk, desk};
use crate::features::processes::metrics::{Chosen, DAY};

/// A study with what it found.
#[derive(Clone, PartialEq)]
pub struct Studied {
    /// What was studied.
    pub study: Arc<Study>,
    /// What came out.
    pub findings: Arc<Findings>,
}

impl Studied {
    /// The log that was studied.
    pub fn log(&self) -> &Log {
        &self.study.log
    }

    /// The study done here and now.
    fn here(study: Arc<Study>) -> Studied {
        let findings = Arc::new(study.find());
        Studied { study, findings }
    }
}

/// A process's log; tracked.
pub fn log_of(id: TemplateId) -> Memo<Arc<Log>> {
    let desk = desk();
    Memo::new(move |_| Arc::new(desk.compute(|ws| records::log(ws, id))))
}

/// The clock that counts working hours alone, over a window and the year before it.
pub fn working_clock(desk: Desk, window: Window) -> Clock {
    let offset = desk.store().offset_minutes();
    let work_time = desk.read(|ws| WorkTime::of(&ws.settings(), offset));
    // Runs finished in the window, and those before it, may have begun long ago.
    let from = window.from.millis() - window.millis() - 365 * DAY;
    Clock::of(&work_time, Instant::from_millis(from), window.to)
}

/// What is found in the chosen part of a process's log, with mining or without; absent until the
/// first study is done. While a later one is under way, the one before stays.
pub fn studied(
    id: TemplateId,
    log: Memo<Arc<Log>>,
    chosen: Chosen,
    with_mining: bool,
) -> RwSignal<Option<Studied>> {
    let desk = desk();
    let work = Work::default();
    let shown = RwSignal::new(None::<Studied>);
    let asked = StoredValue::new(None::<Arc<Study>>);
    let study = Memo::new(move |_| Arc::new(study(desk, id, &log.get(), chosen, with_mining)));
    Effect::new(move |_| {
        let study = study.get();
        if study.log.events.len() <= WITHIN_A_FRAME {
            work.cancel();
            shown.set(Some(Studied::here(study)));
            return;
        }
        let job = Job::Study((*study).clone());
        asked.set_value(Some(study));
        work.start(&job);
    });
    Effect::new(move |_| {
        let Some(study) = asked.get_value() else {
            return;
        };
        match work.progress() {
            Progress::Done(Answer::Studied(mut findings)) => {
                findings.report.chart(&study.log);
                let findings = Arc::new(*findings);
                shown.set(Some(Studied { study, findings }));
            }
            // Without a worker the page has to do it itself.
            Progress::Failed(_) => shown.set(Some(Studied::here(study))),
            _ => {}
        }
    });
    shown
}

fn study(desk: Desk, id: TemplateId, log: &Log, chosen: Chosen, with_mining: bool) -> Study {
    let now = desk.now();
    let window = chosen.period.get().window(log, now);
    let mut log = chosen.filter().apply(log);
    if with_mining {
        log.cases
            .retain(|case| case.ended().is_none_or(|at| window.has(at)));
    }
    Study {
        against: with_mining.then(|| desk.read(|ws| Against::of(ws, id, &log))),
        clock: chosen.clock(desk, window),
        log,
        window,
        now,
    }
}
