//! Making a draft of a process of what runs did.

use super::named;
use crate::change::Draft;
use crate::command::step::checked_work;
use crate::command::{CommandError, Ctx, Planned};
use crate::id::{StepId, TemplateId};
use crate::mining::FoundStep;
use crate::model::{Branch, FieldKind, FormField, Next, Step, StepWork, Target};
use crate::order::OrderKey;
use crate::text;
use crate::workspace::Workspace;

/// A process with these steps. Where several ways lead on, the step asks which one it is, and the
/// answer is the condition: what it depended on, no log says.
pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    name: &str,
    found: &[FoundStep],
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let template = named(workspace, name, ctx)?;
    if found.is_empty() {
        return Err(CommandError::EmptyLog);
    }
    let label = format!("Drafted “{}” from what runs did", template.name);
    let id = TemplateId::from_key((ctx.new_key)());
    draft.put(id, template);
    let ids: Vec<StepId> = found
        .iter()
        .map(|_| StepId::from_key((ctx.new_key)()))
        .collect();
    let mut last: Option<OrderKey> = None;
    for (nth, (step_id, step)) in ids.iter().zip(found).enumerate() {
        let order = OrderKey::between(last.as_ref(), None);
        last = Some(order.clone());
        let record = Step {
            template: id,
            title: text::line("Title", &step.title)?,
            instructions: String::new(),
            role: String::new(),
            order,
            work: checked_work(&work(nth, step, found, &ids))?,
        };
        draft.put(*step_id, record);
    }
    Planned::created(id, label)
}

fn work(nth: usize, step: &FoundStep, found: &[FoundStep], ids: &[StepId]) -> StepWork {
    let target = |way: &Option<usize>| match way {
        None => Target::End,
        Some(place) if *place == nth + 1 => Target::Following,
        Some(place) => ids.get(*place).map_or(Target::End, |id| Target::Step(*id)),
    };
    let [first, others @ ..] = step.ways.as_slice() else {
        return StepWork::default();
    };
    if others.is_empty() {
        let next = match target(first) {
            Target::Following => Next::Following,
            target => Next::Go(target),
        };
        return StepWork {
            next,
            ..StepWork::default()
        };
    }
    let key = format!("after_{}", nth + 1);
    let option = |way: &Option<usize>| {
        let title = way.and_then(|place| Some((place, found.get(place)?)));
        // Numbered, because two steps may have one name, and without what ends a text.
        title.map_or_else(
            || "The end".to_owned(),
            |(place, step)| format!("{}. {}", place + 1, plain(&step.title)),
        )
    };
    let branches = others.iter().map(|way| Branch {
        when: format!("{key} = \"{}\"", option(way)),
        to: target(way),
    });
    StepWork {
        next: Next::Choose {
            branches: branches.collect(),
            otherwise: target(first),
        },
        fields: vec![FormField {
            key: key.clone(),
            label: "What comes next?".to_owned(),
            kind: FieldKind::Choice,
            required: true,
            help: "Found in the log. Put what it depends on in its place.".to_owned(),
            options: step.ways.iter().map(option).collect(),
            ..FormField::default()
        }],
        ..StepWork::default()
    }
}

/// A title as an option that a condition can name: short, and without quotes.
fn plain(title: &str) -> String {
    let title = title.chars().map(|c| match c {
        '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '\\' => ' ',
        c => c,
    });
    title.take(60).collect::<String>().trim().to_owned()
}
