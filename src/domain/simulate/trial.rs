//! One trial: durations drawn, the network passed forward, and what was critical found going back.

use super::network::{Link, LinkKind, Network, Order, RiskEvent};

/// One trial's numbers. It is used again for the next trial, so that no trial allocates.
pub struct Trial {
    /// Start and finish of every activity, in ticks.
    pub times: Vec<(i64, i64)>,
    durations: Vec<i64>,
    /// The draw behind each duration, without what risks added.
    pub draws: Vec<u64>,
    /// Whether each activity was critical.
    pub critical: Vec<bool>,
    /// Whether each risk happened.
    pub struck: Vec<bool>,
    /// The finish of the whole.
    pub finish: i64,
    /// The cost of the whole.
    pub cost: i64,
    delay: i64,
}

impl Trial {
    /// Room for a network of this size.
    pub fn new(n_activities: usize, n_risks: usize) -> Trial {
        Trial {
            times: vec![(0, 0); n_activities],
            durations: vec![0; n_activities],
            draws: vec![0; n_activities],
            critical: vec![false; n_activities],
            struck: vec![false; n_risks],
            finish: 0,
            cost: 0,
            delay: 0,
        }
    }

    /// Forgets the trial before.
    pub fn clear(&mut self) {
        self.critical.fill(false);
        self.struck.fill(false);
        self.cost = 0;
        self.delay = 0;
    }

    /// Takes what was drawn for an activity.
    pub fn begin(&mut self, at: usize, duration: i64, cost: i64, draw: u64) {
        if let (Some(own), Some(own_draw)) = (self.durations.get_mut(at), self.draws.get_mut(at)) {
            *own = duration;
            *own_draw = draw;
        }
        self.cost += cost;
    }

    /// Takes a risk that happens: its delay lengthens its activity, which then costs its rate for
    /// longer, or puts off the finish of the whole.
    pub fn strike(&mut self, at: usize, risk: &RiskEvent, delay: i64, cost: i64) {
        if let Some(struck) = self.struck.get_mut(at) {
            *struck = true;
        }
        self.cost += cost;
        match risk
            .activity
            .and_then(|activity| self.durations.get_mut(activity))
        {
            Some(duration) => *duration += delay,
            None => self.delay += delay,
        }
    }

    /// Passes the network forward for the finish, then back for what was critical: an activity is
    /// when it ends the whole, or when a critical one waits for it without a tick to spare.
    pub fn pass(&mut self, network: &Network, order: &Order) {
        let mut latest = 0;
        for at in order.sequence.iter().copied() {
            let duration = self.durations.get(at).copied().unwrap_or(0);
            let activity = network.activities.get(at).copied().unwrap_or_default();
            self.cost += rated(duration, activity.rate);
            let from = activity.not_before.max(0);
            let start = order
                .into(at)
                .iter()
                .fold(from, |start, link| start.max(self.earliest(link, duration)));
            if let Some(times) = self.times.get_mut(at) {
                *times = (start, start + duration);
            }
            latest = latest.max(start + duration);
        }
        self.finish = latest + self.delay;
        self.cost += network.fixed_cost;
        for at in order.sequence.iter().rev().copied() {
            let (start, finish) = self.times.get(at).copied().unwrap_or_default();
            if finish == latest
                && let Some(critical) = self.critical.get_mut(at)
            {
                *critical = true;
            }
            if self.critical.get(at) != Some(&true) {
                continue;
            }
            for link in order.into(at) {
                if self.earliest(link, finish - start) == start
                    && let Some(critical) = self.critical.get_mut(link.from)
                {
                    *critical = true;
                }
            }
        }
    }

    /// The earliest start of a successor of this duration that a link allows.
    fn earliest(&self, link: &Link, duration: i64) -> i64 {
        let (start, finish) = self.times.get(link.from).copied().unwrap_or_default();
        match link.kind {
            LinkKind::FinishStart => finish + link.lag,
            LinkKind::StartStart => start + link.lag,
            LinkKind::FinishFinish => finish + link.lag - duration,
            LinkKind::StartFinish => start + link.lag - duration,
        }
    }
}

fn rated(duration: i64, rate: i64) -> i64 {
    if rate == 0 {
        return 0;
    }
    i64::try_from(i128::from(duration) * i128::from(rate) / 1_000).unwrap_or(0)
}
