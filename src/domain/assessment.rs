//! How a project stands by stated rules, each finding with its reason, and what someone judges
//! against them.

use crate::health::{Health, health};
use crate::id::{CharterId, ProjectId};
use crate::lists::List;
use crate::model::{
    Charter, Gate, Judgement, Project, Raid, RaidKind, Severity, Stage, Standing, Task, Verdict,
};
use crate::plan_figures::ProjectFigures;
use crate::time::Day;
use crate::workspace::Workspace;

/// An index below this needs a look (in ten-thousandths).
pub const WATCH_BELOW: i64 = 9_500;
/// An index below this is off track.
pub const OFF_BELOW: i64 = 8_500;

/// How a project stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// By the rules: the worst of the findings.
    pub by_rules: Standing,
    /// Each rule that is broken, with the reason as a sentence; worst first.
    pub findings: Vec<Finding>,
    /// Someone's judgement against the rules.
    pub judgement: Option<Judgement>,
}

/// A rule that is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad.
    pub standing: Standing,
    /// Why, as a sentence.
    pub reason: String,
}

impl Assessment {
    /// How it stands: by judgement where there is one.
    pub fn standing(&self) -> Standing {
        self.judgement
            .as_ref()
            .map_or(self.by_rules, |judgement| judgement.standing)
    }

    /// Why, in one sentence.
    pub fn reason(&self) -> String {
        match (&self.judgement, self.findings.first()) {
            (Some(judgement), _) => judgement.reason.clone(),
            (None, Some(finding)) => finding.reason.clone(),
            (None, None) => "No rule is broken.".to_owned(),
        }
    }
}

/// How a project stands on a day. The figures and the chance to make the promised finish are left
/// out of the rules where they are not known; `chance` is in basis points.
pub fn assess(
    workspace: &Workspace,
    project: ProjectId,
    today: Day,
    figures: Option<&ProjectFigures>,
    chance: Option<u32>,
) -> Assessment {
    let mut findings = Vec::new();
    let mut find = |standing: Standing, reason: String| findings.push(Finding { standing, reason });
    if let Some(found) = workspace.get::<Project>(project) {
        let first_due = workspace.list::<Task>(List::OpenTasksDue(project)).next();
        let standing = health(found, first_due.and_then(|(_, task)| task.due), today);
        match standing {
            Health::OffTrack => find(Standing::OffTrack, standing.rule().to_owned()),
            Health::Watch | Health::NoFinish => {
                find(Standing::Watch, standing.rule().to_owned());
            }
            Health::Done | Health::OnTrack => {}
        }
    }
    if let Some(figures) = figures {
        if let Some(n_days) = days_after_promise(workspace, project, figures) {
            let days = match n_days {
                1 => "1 working day".to_owned(),
                n_days => format!("{n_days} working days"),
            };
            let reason = format!("The plan ends {days} after the promise.");
            find(Standing::Watch, reason);
        }
        let time = figures.schedule.index;
        let cost = figures.value.cost_index.map(|index| index.0);
        for (index, what) in [
            (time, "Work is behind the plan"),
            (cost, "Work costs more than planned"),
        ] {
            let Some(index) = index.filter(|index| *index < WATCH_BELOW) else {
                continue;
            };
            let standing = if index < OFF_BELOW {
                Standing::OffTrack
            } else {
                Standing::Watch
            };
            let shown = crate::earned_value::Index(index).in_words();
            find(standing, format!("{what}: the index is {shown}."));
        }
    }
    match chance {
        Some(..2_000) => find(
            Standing::OffTrack,
            "The chance to make the promised finish is below 20 %.".to_owned(),
        ),
        Some(2_000..5_000) => find(
            Standing::Watch,
            "The chance to make the promised finish is below 50 %.".to_owned(),
        ),
        _ => {}
    }
    for (_, raid) in workspace.list::<Raid>(List::Raid(project)) {
        if raid.closed_at.is_some() {
            continue;
        }
        let is_late = raid.due.is_some_and(|due| due < today);
        let title = &raid.title;
        let score = raid
            .risk
            .as_ref()
            .map(|risk| risk.residual_score().unwrap_or(risk.score()));
        let is_high = score.is_some_and(|score| Severity::of(score) == Severity::High);
        if raid.kind == RaidKind::Issue && is_late {
            find(Standing::Watch, format!("The issue “{title}” is overdue."));
        } else if is_high && raid.owner.is_none() {
            find(
                Standing::Watch,
                format!("The high risk “{title}” has no owner."),
            );
        }
    }
    let last = workspace.list::<Gate>(List::Gates(project)).last();
    if let Some(ruling) = last.and_then(|(_, gate)| gate.ruling.clone()) {
        match ruling.verdict {
            Verdict::Stop => find(Standing::OffTrack, "It was stopped at its gate.".to_owned()),
            Verdict::Hold => find(Standing::Watch, "It is held at its gate.".to_owned()),
            Verdict::Go => {}
        }
    }
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.standing));
    Assessment {
        by_rules: findings
            .first()
            .map_or(Standing::OnTrack, |finding| finding.standing),
        findings,
        judgement: workspace
            .get::<Charter>(CharterId::from(project))
            .and_then(|charter| charter.judgement.clone()),
    }
}

/// By how many working days the plan of a project that is not done ends after its promise; none
/// when it does not.
fn days_after_promise(
    workspace: &Workspace,
    project: ProjectId,
    figures: &ProjectFigures,
) -> Option<i64> {
    let found = workspace.get::<Project>(project)?;
    let (promised, planned) = (found.finish?, figures.finish?);
    let after = workspace
        .settings()
        .calendar
        .working_days_between(promised.plus(1)?, planned.plus(1)?);
    (found.stage != Stage::Done && after > 0).then_some(after)
}
