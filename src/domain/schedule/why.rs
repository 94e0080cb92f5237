//! Why a date is what it is, as a sentence.

use super::network::NONE;
use super::{Driver, Schedule, day};
use crate::id::TaskId;
use crate::model::{ConstraintKind, LinkKind};
use crate::time::Day;

/// How a page writes what a sentence is about.
pub struct Words<'a> {
    /// The title of a task.
    pub title: &'a dyn Fn(TaskId) -> String,
    /// A day.
    pub day: &'a dyn Fn(Day) -> String,
}

impl Schedule {
    /// Why a task starts when it does, and what that rests on in turn, each a sentence: the first is
    /// about the task, each further one about the task the one before named. The chain ends where
    /// something other than a link decides, or after `n_max` sentences.
    pub fn why(&self, id: TaskId, words: &Words, n_max: usize) -> Vec<String> {
        let mut sentences = Vec::new();
        let mut at = self.index(id);
        while let Some(idx) = at.filter(|_| sentences.len() < n_max) {
            let Some(sentence) = self.why_at(idx, words) else {
                break;
            };
            sentences.push(sentence);
            at = self.driving_link(idx).and_then(|link| {
                let from = self.input.arrows.get(link)?.from as usize;
                Some(self.latest_part(from))
            });
        }
        sentences
    }

    /// The link that decides where a task lies, if one does: its place among the arrows.
    pub fn driving_link(&self, idx: usize) -> Option<usize> {
        let by = [
            self.times.start_by.get(idx)?,
            self.times.finish_by.get(idx)?,
        ];
        by.into_iter().find_map(|by| match by {
            Driver::Link(link) => Some(*link as usize),
            _ => None,
        })
    }

    /// For a summary the part with which it ends, on whatever level; else the task itself.
    fn latest_part(&self, idx: usize) -> usize {
        let mut at = idx;
        while self.network.is_summary(at) {
            let over = self.times.finish.get(at);
            let parts = self.network.arcs_into(at as u32).iter();
            let last = parts.map(|arc| arc.node as usize).find(|part| {
                *part < self.network.n_activities
                    && self.input.activities.get(*part).and_then(|a| a.parent) == Some(at as u32)
                    && self.times.finish.get(*part) == over
            });
            match last {
                Some(part) => at = part,
                None => break,
            }
        }
        at
    }

    fn why_at(&self, idx: usize, words: &Words) -> Option<String> {
        let activity = self.input.activities.get(idx)?;
        let dates = self.dates_at(idx)?;
        let title = (words.title)(activity.id);
        let (start, finish) = ((words.day)(dates.start), (words.day)(dates.finish));
        let (start_by, finish_by) = (
            *self.times.start_by.get(idx)?,
            *self.times.finish_by.get(idx)?,
        );
        if dates.is_summary {
            let last = self.input.activities.get(self.latest_part(idx))?;
            let last = (words.title)(last.id);
            return Some(match finish_by {
                Driver::Link(link) => format!(
                    "“{title}” ends on {finish} because {}.",
                    self.link_reason(link, words)?
                ),
                _ => format!(
                    "“{title}” runs from {start} to {finish}, as its parts do; “{last}” ends last."
                ),
            });
        }
        if dates.is_milestone {
            let reason = self.reason(idx, finish_by, words)?;
            return Some(format!("“{title}” is reached on {start} because {reason}."));
        }
        let takes = n_days(dates.days);
        Some(match (start_by, finish_by) {
            (_, Driver::Actual) => format!("“{title}” was finished on {finish}."),
            (Driver::Actual, by) => {
                let reason = match by {
                    Driver::Duration => format!("it takes {takes}"),
                    by => self.reason(idx, by, words)?,
                };
                format!("“{title}” began on {start} and ends on {finish} because {reason}.")
            }
            (Driver::Duration, by) => {
                let reason = self.reason(idx, by, words)?;
                format!(
                    "“{title}” starts on {start} because it takes {takes} and ends on {finish}: {reason}."
                )
            }
            (by, _) => {
                let reason = self.reason(idx, by, words)?;
                format!(
                    "“{title}” starts on {start} because {reason}. It takes {takes}, until {finish}."
                )
            }
        })
    }

    fn reason(&self, idx: usize, by: Driver, words: &Words) -> Option<String> {
        let status = day(self.input.status).map(words.day)?;
        Some(match by {
            Driver::Project => {
                let start = day(self.input.start).map(words.day)?;
                format!("the project starts on {start} and nothing holds it longer")
            }
            Driver::Status => {
                let activity = self.input.activities.get(idx)?;
                match activity.actual_start {
                    Some(_) => match self.days_left(idx)? {
                        1 => format!(
                            "1 working day of work is left, and it cannot be done before {status}"
                        ),
                        left => format!(
                            "{} of work are left, and they cannot be done before {status}",
                            n_days(left)
                        ),
                    },
                    None => format!("it has not begun, and cannot be done before {status}"),
                }
            }
            Driver::Link(link) => self.link_reason(link, words)?,
            Driver::Constraint(of) => {
                let activity = self.input.activities.get(of as usize)?;
                let (kind, on) = activity.constraint?;
                let whose = if of as usize == idx {
                    "it".to_owned()
                } else {
                    format!("“{}”, which it is part of,", (words.title)(activity.id))
                };
                format!(
                    "{whose} {} {}",
                    constraint_words(kind),
                    day(on).map(words.day)?
                )
            }
            Driver::Pin => "it is pinned there".to_owned(),
            Driver::Actual => "it was reached then".to_owned(),
            Driver::AsLate => "it is as late as it can be without moving what follows".to_owned(),
            Driver::Duration | Driver::Parts => "its parts do".to_owned(),
        })
    }

    fn link_reason(&self, link: u32, words: &Words) -> Option<String> {
        let arrow = self.input.arrows.get(link as usize)?;
        let (from, to) = (arrow.from as usize, arrow.to as usize);
        let before = self.dates_at(from)?;
        let title = (words.title)(self.input.activities.get(from)?.id);
        let end = if arrow.kind.is_from_finish() {
            format!("“{title}” ends on {}", (words.day)(before.finish))
        } else {
            format!("“{title}” starts on {}", (words.day)(before.start))
        };
        let waits = match arrow.kind {
            LinkKind::FinishToStart => "waits for that",
            LinkKind::StartToStart => "starts no earlier",
            LinkKind::FinishToFinish => "ends no earlier",
            LinkKind::StartToFinish => "does not end before",
        };
        let lag = match arrow.lag {
            0 => String::new(),
            lag if lag > 0 => format!(" and {} more", n_days(lag)),
            lag => format!(", less {}", n_days(-lag)),
        };
        let begin = self.network.begin.get(to).copied().unwrap_or(NONE);
        let who = if begin != NONE && arrow.kind.is_to_start() {
            format!("“{}”", (words.title)(self.input.activities.get(to)?.id))
        } else {
            "it".to_owned()
        };
        Some(format!("{end}, and {who} {waits}{lag}"))
    }

    fn days_left(&self, idx: usize) -> Option<i32> {
        let passes = super::Passes {
            input: &self.input,
            network: &self.network,
        };
        Some(passes.days_left(self.input.activities.get(idx)?))
    }
}

fn constraint_words(kind: ConstraintKind) -> &'static str {
    match kind {
        ConstraintKind::AsLateAsPossible => "is as late as possible after",
        ConstraintKind::StartNoEarlierThan => "must start no earlier than",
        ConstraintKind::StartNoLaterThan => "must start no later than",
        ConstraintKind::FinishNoEarlierThan => "must finish no earlier than",
        ConstraintKind::FinishNoLaterThan => "must finish no later than",
        ConstraintKind::MustStartOn => "must start on",
        ConstraintKind::MustFinishOn => "must finish on",
    }
}

fn n_days(n: i32) -> String {
    match n {
        1 => "1 working day".to_owned(),
        n => format!("{n} working days"),
    }
}
