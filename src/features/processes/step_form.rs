//! The editor of a step: all of its documentation, what to record, and what follows.

use domain::command::{StepCommand, StepDraft};
use domain::id::{StepId, TemplateId};
use domain::model::{DueRule, Step, StepKind, Target};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::clock::{read_worked, worked};
use crate::features::processes::field_rows::{FieldRows, Row};
use crate::features::processes::flow_form::{Flow, FlowForm};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::field_error;

/// The fields whose errors show beside them.
const FIELDS: [&str; 9] = [
    "Title",
    "Role",
    "Instructions",
    "Purpose",
    "Accountable",
    "Time limit",
    "At most",
    "Inputs",
    "Outputs",
];

/// The editor. Closing it without saving keeps the step as it is.
#[component]
pub fn StepForm(
    /// The process.
    template: TemplateId,
    /// The step.
    id: StepId,
    /// Whether the editor is open.
    is_editing: RwSignal<bool>,
) -> impl IntoView {
    let desk = desk();
    let draft = desk.read(|ws| {
        ws.get::<Step>(id)
            .map(|step| StepDraft::of(step))
            .unwrap_or_default()
    });
    let per_day = per_day(desk);
    let text = |text: &str| RwSignal::new(text.to_owned());
    let number = |n: Option<u32>| RwSignal::new(n.map(|n| n.to_string()).unwrap_or_default());
    let work = draft.work.clone();
    let (title, role) = (text(&draft.title), text(&draft.role));
    let instructions = text(&draft.instructions);
    let (purpose, accountable) = (text(&work.purpose), text(&work.accountable));
    let (consulted, informed) = (text(&work.consulted), text(&work.informed));
    let (inputs, outputs) = (text(&work.inputs), text(&work.outputs));
    let minutes = RwSignal::new(
        work.minutes
            .map(|n| worked(i64::from(n), per_day))
            .unwrap_or_default(),
    );
    let wip = number(work.wip_limit);
    let checklist = text(&work.checklist.join("\n"));
    let due_field = text(work.due.as_ref().map_or("", |due| &due.field));
    let due_days = RwSignal::new(
        work.due
            .as_ref()
            .map(|due| due.days.to_string())
            .unwrap_or_default(),
    );
    let rows = RwSignal::new(work.fields.iter().map(Row::of).collect::<Vec<_>>());
    let flow = Flow::of(&work);
    let error = RwSignal::new(None::<String>);
    let read = move || -> Result<StepDraft, String> {
        let mut work = work.clone();
        work.purpose = purpose.get_untracked();
        work.accountable = accountable.get_untracked();
        work.consulted = consulted.get_untracked();
        work.informed = informed.get_untracked();
        work.inputs = inputs.get_untracked();
        work.outputs = outputs.get_untracked();
        work.minutes = read_worked(&minutes.get_untracked(), per_day)
            .map_err(|()| "Time limit: write it like 30 m, 4 h or 2 d.".to_owned())?;
        work.wip_limit = match wip.get_untracked().trim() {
            "" => None,
            typed => Some(
                typed
                    .parse()
                    .map_err(|_| "At most: write a whole number of runs.".to_owned())?,
            ),
        };
        work.checklist = checklist
            .get_untracked()
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(str::to_owned)
            .collect();
        let days = due_days.get_untracked();
        work.due = match due_field.get_untracked() {
            field if field.is_empty() => None,
            field => Some(DueRule {
                field,
                days: match days.trim() {
                    "" => 0,
                    typed => typed.parse().map_err(|_| {
                        "Due: write a whole number of days, for example -2.".to_owned()
                    })?,
                },
            }),
        };
        work.fields = rows
            .get_untracked()
            .iter()
            .map(Row::read)
            .collect::<Result<_, _>>()?;
        flow.read(&mut work);
        Ok(StepDraft {
            title: title.get_untracked(),
            instructions: instructions.get_untracked(),
            role: role.get_untracked(),
            work,
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = match read() {
            Ok(draft) => draft,
            Err(sentence) => return error.set(Some(sentence)),
        };
        match desk.try_run(StepCommand::Edit { id, draft }) {
            Ok(_) => is_editing.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let general = move || {
        let sentence = error.get()?;
        let has_a_field = FIELDS.iter().any(|label| sentence.starts_with(label));
        (!has_a_field).then(|| view! { <p class="error" role="alert">{sentence}</p> })
    };
    let dates = Signal::derive(move || date_fields(desk, template));
    view! {
        <form class="sheet" on:submit=submit novalidate=true aria-label="Edit step">
            <div class="form">
                <TextField label="Title" value=title error=field_error(error, "Title") autofocus=true/>
                <TextField
                    label="Role" value=role error=field_error(error, "Role") optional=true
                    help="Who does it, for example “Support agent”. The step goes to someone with this role by itself."
                />
                <TextArea
                    label="Instructions" value=instructions error=field_error(error, "Instructions")
                    optional=true help="How it is done. {{key}} shows what was recorded in a step before."
                />
                <TextArea
                    label="Checklist" value=checklist optional=true
                    help="One line for each thing to tick off."
                />
            </div>
            <FieldRows rows=rows/>
            <FlowForm template=template id=id flow=flow/>
            <fieldset class="form">
                <legend class="legend-h">"Time"</legend>
                <div class="form-row">
                    <TextField
                        label="Time limit" value=minutes error=field_error(error, "Time limit") optional=true
                        help="In working time, like 30 m, 4 h or 2 d."
                    />
                    <TextField
                        label="At most" value=wip error=field_error(error, "At most") optional=true
                        help="Runs that should stand here at a time."
                    />
                </div>
                <div class="form-row">
                    <SelectField
                        label="Due by a date of the run" value=due_field options=dates optional=true
                        help="Goes before the time limit."
                    />
                    <TextField
                        label="Working days after it" value=due_days optional=true
                        help="Before it with a minus, like -2."
                    />
                </div>
            </fieldset>
            <details class="more">
                <summary>"Purpose, responsibilities, inputs and outputs"</summary>
                <div class="form">
                    <TextArea label="Purpose" value=purpose error=field_error(error, "Purpose") optional=true/>
                    <TextField
                        label="Accountable" value=accountable error=field_error(error, "Accountable") optional=true
                        help="The one role that answers for the result. Empty: the role that does it."
                    />
                    <div class="form-row">
                        <TextField label="Consulted" value=consulted optional=true help="Asked before."/>
                        <TextField label="Informed" value=informed optional=true help="Told after."/>
                    </div>
                    <TextArea label="Inputs" value=inputs error=field_error(error, "Inputs") optional=true/>
                    <TextArea label="Outputs" value=outputs error=field_error(error, "Outputs") optional=true/>
                </div>
            </details>
            {dynamic(general)}
            <div class="done-bar">
                <button type="submit" class="btn" data-kind="primary">"Save step"</button>
                <button type="button" class="btn" data-kind="quiet" on:click=move |_| is_editing.set(false)>
                    "Cancel"
                </button>
            </div>
        </form>
    }
}

/// Working minutes in a working day, by the settings.
pub fn per_day(desk: Desk) -> i64 {
    let hours = desk.read(|ws| ws.settings().hours);
    i64::from(hours.end.saturating_sub(hours.start)).max(1)
}

/// The date fields of a process as choices; tracked.
fn date_fields(desk: Desk, template: TemplateId) -> Vec<(String, String)> {
    use domain::lists::List;
    use domain::model::FieldKind;
    let mut choices = vec![(String::new(), "No date".to_owned())];
    for step_id in desk.ids::<Step>(List::Steps(template)) {
        let Some(step) = desk.get::<Step>(step_id) else {
            continue;
        };
        let dates = step
            .work
            .fields
            .iter()
            .filter(|field| field.kind == FieldKind::Date);
        choices.extend(dates.map(|field| (field.key.clone(), field.label.clone())));
    }
    choices
}

/// The places of a process a step can lead to, as choices; tracked.
pub fn targets(desk: Desk, template: TemplateId, own: StepId) -> Vec<(String, String)> {
    use domain::lists::List;
    let mut choices = vec![
        (String::new(), "the step below".to_owned()),
        ("end".to_owned(), "the end".to_owned()),
    ];
    for step_id in desk.ids::<Step>(List::Steps(template)) {
        let title = desk.get::<Step>(step_id).map(|step| step.title.clone());
        let note = if step_id == own {
            " (this step again)"
        } else {
            ""
        };
        choices.push((
            step_id.to_string(),
            format!("{}{note}", title.unwrap_or_default()),
        ));
    }
    choices
}

/// The value of a choice of [`targets`].
pub fn target(value: &str) -> Target {
    match value {
        "" => Target::Following,
        "end" => Target::End,
        id => id.parse().map_or(Target::Following, Target::Step),
    }
}

/// The choice of a target.
pub fn target_value(target: Target) -> String {
    match target {
        Target::Following => String::new(),
        Target::End => "end".to_owned(),
        Target::Step(id) => id.to_string(),
    }
}

/// The name of a kind of step.
pub fn kind_name(kind: &StepKind) -> &'static str {
    match kind {
        StepKind::Task => "Work",
        StepKind::Approval { .. } => "Approval",
        StepKind::SubProcess { .. } => "Another process",
    }
}
