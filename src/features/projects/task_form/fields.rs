//! The fields of a task that are saved together.

use domain::command::{TaskCommand, TaskField};
use domain::id::TaskId;
use domain::model::{Column, Priority, Task};
use domain::outline;
use leptos::prelude::*;

use crate::desk::{desk, people};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::{
    FormFoot, field_error, hours_text, on_submit, parse_day, parse_hours, parse_number,
};

/// What is typed in the form.
#[derive(Clone, Copy)]
struct Typed {
    title: RwSignal<String>,
    notes: RwSignal<String>,
    column: RwSignal<String>,
    assignee: RwSignal<String>,
    priority: RwSignal<String>,
    due: RwSignal<String>,
    labels: RwSignal<String>,
    duration: RwSignal<String>,
    effort: RwSignal<String>,
    percent: RwSignal<String>,
}

impl Typed {
    fn of(task: &Task) -> Typed {
        let text = |text: String| RwSignal::new(text);
        Typed {
            title: text(task.title.clone()),
            notes: text(task.notes.clone()),
            column: text(task.column.name().to_owned()),
            assignee: text(task.assignee.map(|id| id.to_string()).unwrap_or_default()),
            priority: text(task.priority.name().to_owned()),
            due: text(task.due.map(|day| day.to_string()).unwrap_or_default()),
            labels: text(task.labels.join(", ")),
            duration: text(task.duration.map(|n| n.to_string()).unwrap_or_default()),
            effort: text(task.effort.map(hours_text).unwrap_or_default()),
            percent: text(task.percent.map(|n| n.to_string()).unwrap_or_default()),
        }
    }

    /// Every field that does not say what it said when the form was opened.
    fn changed(self, before: &Task) -> Result<Vec<TaskField>, String> {
        let was = Typed::of(before);
        let is_new = |now: RwSignal<String>, was: RwSignal<String>| {
            let now = now.get_untracked();
            (now != was.get_untracked()).then_some(now)
        };
        let mut fields = Vec::new();
        fields.extend(is_new(self.title, was.title).map(TaskField::Title));
        fields.extend(is_new(self.notes, was.notes).map(TaskField::Notes));
        if let Some(name) = is_new(self.column, was.column) {
            let column = Column::ALL.into_iter().find(|column| column.name() == name);
            fields.extend(column.map(TaskField::Column));
        }
        if let Some(value) = is_new(self.assignee, was.assignee) {
            fields.push(TaskField::Assignee(people::chosen(&value)));
        }
        if let Some(name) = is_new(self.priority, was.priority) {
            let mut priorities = Priority::ALL.into_iter();
            let priority = priorities.find(|priority| priority.name() == name);
            fields.extend(priority.map(TaskField::Priority));
        }
        if let Some(day) = is_new(self.due, was.due) {
            fields.push(TaskField::Due(parse_day(&day)?));
        }
        if let Some(labels) = is_new(self.labels, was.labels) {
            let labels = labels.split(',').map(str::trim);
            let labels = labels.filter(|label| !label.is_empty()).map(str::to_owned);
            fields.push(TaskField::Labels(labels.collect()));
        }
        if let Some(days) = is_new(self.duration, was.duration) {
            fields.push(TaskField::Duration(parse_number("Duration", &days)?));
        }
        if let Some(hours) = is_new(self.effort, was.effort) {
            fields.push(TaskField::Effort(parse_hours("Effort", &hours)?));
        }
        if let Some(percent) = is_new(self.percent, was.percent) {
            fields.push(TaskField::Percent(parse_number("Done", &percent)?));
        }
        Ok(fields)
    }
}

/// The id of the form, for the foot that stands below what is no part of it.
const FORM: &str = "task-fields";

/// The form. It keeps a draft; the task changes once, when it is saved.
#[component]
pub fn TaskFields(
    /// Which.
    id: TaskId,
    /// The state of the dialog around it.
    open: RwSignal<bool>,
    /// What has forms of its own and is saved at once; it stands between the fields and the foot.
    children: Children,
) -> impl IntoView {
    let desk = desk();
    let Some((before, is_summary)) = desk.read(|ws| {
        let task = ws.get::<Task>(id)?;
        let is_summary = outline::is_summary(ws, task.project, id);
        Some(((**task).clone(), is_summary))
    }) else {
        return ().into_any();
    };
    let typed = Typed::of(&before);
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let fields = typed.changed(&before)?;
        if !fields.is_empty() {
            let ids = vec![id];
            desk.try_run(TaskCommand::Set { ids, fields })?;
        }
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    let named = |names: Vec<&str>| {
        let names = names.into_iter();
        Signal::stored(
            names
                .map(|name| (name.to_owned(), name.to_owned()))
                .collect::<Vec<_>>(),
        )
    };
    let columns = named(Column::ALL.map(Column::name).to_vec());
    let priorities = named(Priority::ALL.map(Priority::name).to_vec());
    let amounts = dynamic(move || {
        if is_summary {
            return view! {
                <p class="help">"Other tasks are parts of it: duration, effort and progress are added up from them."</p>
            }
            .into_any();
        }
        view! {
            <div class="form-row">
                <TextField label="Duration in days" value=typed.duration/>
                <TextField label="Effort in hours" value=typed.effort/>
                <TextField label="Percent complete" value=typed.percent/>
            </div>
        }
        .into_any()
    });
    view! {
        <form id=FORM on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="Title" value=typed.title error=field_error(error, "Title") autofocus=true/>
                <TextArea label="Notes" value=typed.notes optional=true/>
                <div class="form-row">
                    <SelectField label="Column" value=typed.column options=columns/>
                    <SelectField label="Priority" value=typed.priority options=priorities/>
                </div>
                <div class="form-row">
                    <SelectField
                        label="Assignee" value=typed.assignee optional=true
                        options=people::choices(desk, "Nobody yet")
                    />
                    <TextField label="Due" value=typed.due kind="date" optional=true/>
                </div>
                <TextField
                    label="Labels" value=typed.labels optional=true
                    help="Words to find and group it by, with commas between them."
                />
                {amounts}
            </div>
        </form>
        {children()}
        <FormFoot open=open save="Save task" error=error fields=&["Title"] form=FORM/>
    }
    .into_any()
}
