//! What differs between two versions, or a version and the draft.

use crate::id::StepId;
use crate::model::VersionStep;

/// A difference between two lists of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A step only the later one has.
    Added {
        /// Its title.
        title: String,
    },
    /// A step only the earlier one has.
    Removed {
        /// Its title.
        title: String,
    },
    /// A step that stands elsewhere in the list.
    Moved {
        /// Its title.
        title: String,
        /// Its places before and after, from 1.
        places: (usize, usize),
    },
    /// A part of a step that is different.
    Changed {
        /// Its title.
        title: String,
        /// The part, as its label says.
        part: &'static str,
        /// Before and after in words.
        values: (String, String),
    },
}

/// What makes `after` of `before`, in the order of `after`, then what was removed.
pub fn diff(before: &[VersionStep], after: &[VersionStep]) -> Vec<Difference> {
    let mut found = Vec::new();
    let place = |steps: &[VersionStep], id: StepId| steps.iter().position(|step| step.step == id);
    let kept_before: Vec<StepId> = kept(before, after);
    let kept_after: Vec<StepId> = kept(after, before);
    for (nth, step) in after.iter().enumerate() {
        let Some(old) = place(before, step.step) else {
            found.push(Difference::Added {
                title: step.title.clone(),
            });
            continue;
        };
        let order = |all: &[StepId]| all.iter().position(|id| *id == step.step);
        if order(&kept_before) != order(&kept_after) {
            found.push(Difference::Moved {
                title: step.title.clone(),
                places: (old + 1, nth + 1),
            });
        }
        if let Some(earlier) = before.get(old) {
            changes(earlier, step, &mut found);
        }
    }
    for step in before {
        if place(after, step.step).is_none() {
            found.push(Difference::Removed {
                title: step.title.clone(),
            });
        }
    }
    found
}

/// What makes the name pattern and the minutes of a run `after` those `before`: the parts of the
/// process sheet that a version freezes.
pub fn sheet_diff(before: (&str, Option<u32>), after: (&str, Option<u32>)) -> Vec<Difference> {
    let minutes = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let parts = [
        ("Name of a run", before.0.to_owned(), after.0.to_owned()),
        (
            "Time for a run in minutes",
            minutes(before.1),
            minutes(after.1),
        ),
    ];
    let changed = parts.into_iter().filter(|(_, old, new)| old != new);
    changed
        .map(|(part, old, new)| Difference::Changed {
            title: "Process sheet".to_owned(),
            part,
            values: (shown(&old), shown(&new)),
        })
        .collect()
}

fn kept(of: &[VersionStep], other: &[VersionStep]) -> Vec<StepId> {
    let is_there = |id: StepId| other.iter().any(|step| step.step == id);
    of.iter()
        .map(|step| step.step)
        .filter(|id| is_there(*id))
        .collect()
}

fn changes(before: &VersionStep, after: &VersionStep, found: &mut Vec<Difference>) {
    let mut part = |part: &'static str, old: &str, new: &str| {
        if old != new {
            found.push(Difference::Changed {
                title: after.title.clone(),
                part,
                values: (shown(old), shown(new)),
            });
        }
    };
    let (a, b) = (&before.work, &after.work);
    part("Title", &before.title, &after.title);
    part("Instructions", &before.instructions, &after.instructions);
    part("Role", &before.role, &after.role);
    part("Purpose", &a.purpose, &b.purpose);
    part("Accountable", &a.accountable, &b.accountable);
    part("Consulted", &a.consulted, &b.consulted);
    part("Informed", &a.informed, &b.informed);
    part("Inputs", &a.inputs, &b.inputs);
    part("Outputs", &a.outputs, &b.outputs);
    part(
        "Checklist",
        &a.checklist.join("; "),
        &b.checklist.join("; "),
    );
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    part(
        "Time limit in minutes",
        &number(a.minutes),
        &number(b.minutes),
    );
    part("At most runs", &number(a.wip_limit), &number(b.wip_limit));
    part("What to record", &fields(before), &fields(after));
    // The rest has no text of its own: that it differs is what there is to say.
    let same = |is_same: bool| if is_same { "" } else { "changed" };
    part(
        "Form details",
        "",
        same(fields(before) != fields(after) || a.fields == b.fields),
    );
    part("Due", "", same(a.due == b.due));
    part("Kind", "", same(a.kind == b.kind));
    part("What follows", "", same(a.next == b.next));
}

fn fields(step: &VersionStep) -> String {
    let fields = step.work.fields.iter();
    let named: Vec<String> = fields
        .map(|field| {
            let needed = if field.required { ", required" } else { "" };
            format!(
                "{} ({}{needed})",
                field.label,
                field.kind.name().to_lowercase()
            )
        })
        .collect();
    named.join("; ")
}

fn shown(text: &str) -> String {
    if text.is_empty() {
        return "nothing".to_owned();
    }
    let mut shown: String = text.chars().take(160).collect();
    if text.chars().count() > 160 {
        shown.push('…');
    }
    shown
}
