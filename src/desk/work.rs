//! Long work in the background: started, watched, cancelled.

use domain::job::{Answer, Job, Reply};
use leptos::prelude::*;

use crate::platform::worker::{self, Running};

/// How far a piece of work is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Progress {
    /// Nothing was started, or it was cancelled.
    #[default]
    Idle,
    /// Under way: steps made and steps in all.
    Running(u32, u32),
    /// Done.
    Done(Answer),
    /// It could not be done, and why.
    Failed(String),
}

/// A place for one piece of work at a time. It ends with the page that made it.
#[derive(Clone, Copy)]
pub struct Work {
    progress: RwSignal<Progress>,
    running: StoredValue<Option<Running>, LocalStorage>,
}

const NOT_STARTED: &str =
    "The computation could not be started here. Reload the page and try again.";

impl Default for Work {
    /// Nothing to do yet.
    fn default() -> Work {
        Work {
            progress: RwSignal::default(),
            running: StoredValue::new_local(None),
        }
    }
}

impl Work {
    /// How far it is, tracked.
    pub fn progress(self) -> Progress {
        self.progress.get()
    }

    /// Starts a job; one that is under way is cancelled.
    pub fn start(self, job: &Job) {
        let Ok(text) = serde_json::to_string(job) else {
            self.fail(NOT_STARTED.to_owned());
            return;
        };
        self.progress.set(Progress::Running(0, 1));
        let running = worker::start(
            &text,
            move |reply| self.hear(&reply),
            move || self.fail(NOT_STARTED.to_owned()),
        );
        let is_started = running.is_some();
        self.running.set_value(running);
        if !is_started {
            self.fail(NOT_STARTED.to_owned());
        }
    }

    /// Ends what is under way.
    pub fn cancel(self) {
        self.end();
        let _ = self.progress.try_set(Progress::Idle);
    }

    fn hear(self, reply: &str) {
        let progress = match serde_json::from_str(reply) {
            Ok(Reply::Progress { n_done, n_steps }) => Progress::Running(n_done, n_steps),
            Ok(Reply::Done(answer)) => Progress::Done(answer),
            Ok(Reply::Refused(sentence)) => Progress::Failed(sentence),
            Err(error) => Progress::Failed(format!("The answer could not be read: {error}.")),
        };
        let is_last = !matches!(progress, Progress::Running(..));
        // The page may have gone meanwhile.
        let _ = self.progress.try_set(progress);
        if is_last {
            // The worker is called from here: it is ended after this call.
            set_timeout(move || self.end(), std::time::Duration::ZERO);
        }
    }

    fn fail(self, sentence: String) {
        let _ = self.progress.try_set(Progress::Failed(sentence));
    }

    fn end(self) {
        let _ = self.running.try_update_value(Option::take);
    }
}
