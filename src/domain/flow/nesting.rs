//! Runs within runs: what is wrong with the processes that do the steps of another.

use std::collections::BTreeSet;

use crate::flow::lint::Finding;
use crate::id::TemplateId;
use crate::model::{Run, StepKind, Template, Token, VersionStep};
use crate::workspace::Workspace;

impl Workspace {
    /// Why a step that another process should do is left to whoever has it; nothing when it is
    /// not, or when a run of that process was started for it.
    pub fn by_hand(&self, step: &VersionStep, token: &Token) -> Option<String> {
        let inner = inner(step)?;
        if token
            .child
            .is_some_and(|child| self.get::<Run>(child).is_some())
        {
            return None;
        }
        let Some(template) = self.get::<Template>(inner) else {
            return Some("The process for this step is gone, so do it by hand.".to_owned());
        };
        let name = &template.name;
        Some(if self.latest_version(inner).is_none() {
            format!("The process “{name}” has no version yet, so do this step by hand.")
        } else if token.child.is_some() {
            format!("The run of “{name}” for this step is gone, so do it by hand.")
        } else {
            format!("No run of “{name}” was started for this step, so do it by hand.")
        })
    }

    /// What is worth a look in the steps of a draft that other processes do, in their order.
    pub fn nesting(&self, template: TemplateId) -> Vec<Finding> {
        let steps = self.draft_steps(template);
        let found = steps.iter().filter_map(|step| {
            let inner = inner(step)?;
            let title = &step.title;
            let message = match self.get::<Template>(inner) {
                None => format!(
                    "The process that should do “{title}” is gone, so it is done by hand. Choose another."
                ),
                Some(_) if inner == template => format!(
                    "“{title}” starts this process again: runs within runs stop at six."
                ),
                Some(other) if self.comes_to(inner, template) => format!(
                    "“{title}” starts “{}”, which starts this process again: runs within runs stop at six.",
                    other.name
                ),
                Some(other) if self.latest_version(inner).is_none() => format!(
                    "“{title}” is done by hand until “{}” has a version. Publish one.",
                    other.name
                ),
                Some(_) => return None,
            };
            Some(Finding {
                step: step.step,
                message,
            })
        });
        found.collect()
    }

    /// Whether runs of a process start runs of another, through however many in between.
    fn comes_to(&self, from: TemplateId, to: TemplateId) -> bool {
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(template) = open.pop() {
            let started = match self.latest_version(template) {
                Some((_, version)) => version.steps.iter().filter_map(inner).collect(),
                None => {
                    let steps = self.draft_steps(template);
                    steps.iter().filter_map(inner).collect::<Vec<_>>()
                }
            };
            if started.contains(&to) {
                return true;
            }
            open.extend(started.into_iter().filter(|next| seen.insert(*next)));
        }
        false
    }
}

/// The process that does a step.
fn inner(step: &VersionStep) -> Option<TemplateId> {
    match step.work.kind {
        StepKind::SubProcess { template } => Some(template),
        _ => None,
    }
}
