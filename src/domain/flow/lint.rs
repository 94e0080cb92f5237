//! What is wrong with a draft, or would surprise whoever runs it. Nothing here forbids publishing:
//! a run always goes on, only perhaps not where it was meant to go.

use std::collections::{BTreeMap, BTreeSet};

use crate::flow::expr::{self, Expr};
use crate::flow::fill;
use crate::flow::form;
use crate::flow::graph::{Graph, Place, Way};
use crate::id::StepId;
use crate::model::{FieldKind, Next, StepKind, Target, VersionStep};

/// Something worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The step it is about.
    pub step: StepId,
    /// What is wrong and what to do, as a sentence.
    pub message: String,
}

/// Everything worth a look in these steps, in their order. `has_role` says whether anyone has a
/// role; roles are compared as they are written.
pub fn lint(steps: &[VersionStep], has_role: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let graph = Graph::new(steps);
    let mut findings = Vec::new();
    let reached = graph.reach([Place::Step(0)]);
    let ending = ending(&graph);
    let filled = filled_before(&graph);
    let fields = form::fields(steps);
    for (nth, step) in steps.iter().enumerate() {
        let mut say = |message: String| {
            findings.push(Finding {
                step: step.step,
                message,
            });
        };
        let title = &step.title;
        if !reached.contains(&nth) {
            say(format!(
                "No run comes to “{title}”. Lead a branch to it, or delete it."
            ));
            continue;
        }
        if !ending.contains(&nth) {
            say(format!(
                "From “{title}”, no run comes to an end: it goes round for ever."
            ));
        }
        who(step, has_role, &mut say);
        if let Next::Choose { branches, .. } = &step.work.next {
            if branches.is_empty() {
                say(format!("“{title}” is to choose, but has no branch."));
            }
            let mut earlier: Vec<Expr> = Vec::new();
            for (number, branch) in (1..).zip(branches) {
                let Ok(condition) = expr::parse(&branch.when) else {
                    say(format!("Condition {number} of “{title}” cannot be read."));
                    continue;
                };
                for wrong in expr::check(&condition, &fields) {
                    say(format!("Condition {number} of “{title}”: {wrong}"));
                }
                let known = filled.get(&nth);
                for key in expr::fields_of(&condition) {
                    let is_here = step.work.fields.iter().any(|field| field.key == key);
                    let is_known = is_here || known.is_some_and(|known| known.contains(&key));
                    if !is_known && fields.contains_key(key.as_str()) {
                        say(format!(
                            "Condition {number} of “{title}” asks for “{key}”, which is not filled in on every way here."
                        ));
                    }
                }
                if earlier.contains(&condition) {
                    say(format!(
                        "Condition {number} of “{title}” covers nothing: an earlier one is the same."
                    ));
                }
                earlier.push(condition);
            }
            let mut ways = graph.edges(nth).into_iter();
            let places: BTreeSet<Place> = ways
                .by_ref()
                .filter(|edge| matches!(edge.way, Way::Branch(_) | Way::Otherwise))
                .map(|edge| edge.to)
                .collect();
            if !branches.is_empty() && places.len() < 2 {
                say(format!(
                    "Every branch of “{title}” leads to the same place."
                ));
            }
        }
        if let Next::All { heads, join } = &step.work.next {
            if graph.heads(nth).count() < 2 {
                say(format!(
                    "“{title}” goes on in parallel, but has fewer than two branches."
                ));
            }
            if graph.heads(nth).count() < heads.len() {
                say(format!(
                    "A parallel branch of “{title}” begins at a step that is gone."
                ));
            }
            if *join != Target::End && graph.join(nth) == Place::End {
                say(format!(
                    "The branches of “{title}” come together at a step that is gone."
                ));
            }
        }
        if let StepKind::SubProcess { .. } = step.work.kind
            && !step.work.fields.is_empty()
        {
            say(format!(
                "“{title}” is done by another process: what it should record belongs there."
            ));
        }
        for key in asked(step) {
            if !fields.contains_key(key.as_str()) {
                say(format!(
                    "“{title}” asks for “{key}”, which no step records."
                ));
            }
        }
        if let Some(due) = &step.work.due {
            let kind = fields.get(due.field.as_str()).map(|field| field.kind);
            if kind != Some(FieldKind::Date) {
                say(format!(
                    "“{title}” is due by “{}”, which is not a date.",
                    due.field
                ));
            }
        }
    }
    findings
}

fn who(step: &VersionStep, has_role: &dyn Fn(&str) -> bool, say: &mut dyn FnMut(String)) {
    let (title, role) = (&step.title, &step.role);
    if matches!(step.work.kind, StepKind::SubProcess { .. }) {
        return;
    }
    if role.is_empty() {
        say(format!("Nobody does “{title}” yet. Give it a role."));
    } else if fill::keys(role).is_empty() && !has_role(role) {
        say(format!(
            "Nobody has the role “{role}” of “{title}”. Give it to someone in Settings."
        ));
    }
}

/// The keys that a step's texts ask for.
fn asked(step: &VersionStep) -> BTreeSet<String> {
    let texts = [&step.instructions, &step.role, &step.title]
        .into_iter()
        .chain(&step.work.checklist);
    texts.flat_map(|text| fill::keys(text)).collect()
}

/// The steps from which the end can be come to.
fn ending(graph: &Graph) -> BTreeSet<usize> {
    let mut ending = BTreeSet::new();
    loop {
        let n_before = ending.len();
        for step in 0..graph.steps.len() {
            let leads_on = graph.edges(step).iter().any(|edge| match edge.to {
                Place::End => true,
                Place::Step(to) => ending.contains(&to),
            });
            if leads_on {
                ending.insert(step);
            }
        }
        if ending.len() == n_before {
            return ending;
        }
    }
}

/// The keys that are filled in on every way to a step: required fields of the steps before.
fn filled_before(graph: &Graph) -> BTreeMap<usize, BTreeSet<String>> {
    let required = |step: usize| {
        let fields = graph
            .steps
            .get(step)
            .into_iter()
            .flat_map(|step| &step.work.fields);
        fields
            .filter(|field| field.required)
            .map(|field| field.key.clone())
    };
    let mut known: BTreeMap<usize, BTreeSet<String>> = BTreeMap::from([(0, BTreeSet::new())]);
    let mut open = vec![0];
    // What is known only shrinks on a second visit, so this comes to rest.
    while let Some(step) = open.pop() {
        let mut after = known.get(&step).cloned().unwrap_or_default();
        after.extend(required(step));
        for edge in graph.edges(step) {
            let Place::Step(to) = edge.to else { continue };
            let met = match known.get(&to) {
                Some(before) => before.intersection(&after).cloned().collect(),
                None => after.clone(),
            };
            if known.get(&to) != Some(&met) {
                known.insert(to, met);
                open.push(to);
            }
        }
    }
    known
}
