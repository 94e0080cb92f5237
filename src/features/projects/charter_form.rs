//! The charter as a form. Measures and deliverables are written one a line: a list that grows is
//! easier to type than one of many fields.

use domain::command::{CharterCommand, CharterDraft, ProjectCommand, ProjectDraft};
use domain::id::{CharterId, ProjectId};
use domain::model::{Charter, Criterion, Deliverable, Project};
use leptos::prelude::*;

use crate::desk::{desk, people};
use crate::ui::dialog::Dialog;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::{FormFoot, field_error, on_submit, parse_day};

/// The dialog around the form.
#[component]
pub fn CharterDialog(
    /// Whose.
    id: ProjectId,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open=open title="Edit charter".to_owned()>
            <CharterForm id=id open=open/>
        </Dialog>
    }
}

/// “Floor plan: signed by the landlord”.
fn as_line(deliverable: &Deliverable) -> String {
    match deliverable.acceptance.as_str() {
        "" => deliverable.name.clone(),
        acceptance => format!("{}: {}", deliverable.name, acceptance.replace('\n', " ")),
    }
}

/// What stood ticked under the same name stays ticked.
fn deliverables(text: &str, before: &[Deliverable]) -> Vec<Deliverable> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (name, acceptance) = line.split_once(':').unwrap_or((line, ""));
            let name = name.trim().to_owned();
            let is_accepted = before
                .iter()
                .any(|other| other.name == name && other.is_accepted);
            Deliverable {
                acceptance: acceptance.trim().to_owned(),
                is_accepted,
                name,
            }
        })
        .collect()
}

fn criteria(text: &str, before: &[Criterion]) -> Vec<Criterion> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| Criterion {
            text: line.to_owned(),
            is_met: before
                .iter()
                .any(|other| other.text == line && other.is_met),
        })
        .collect()
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<String>>().join("\n")
}

#[component]
fn CharterForm(id: ProjectId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let (basics, charter) = desk.read(|ws| {
        let project = ws.get::<Project>(id);
        let charter = ws.get::<Charter>(CharterId::from(id));
        (
            project
                .map(|project| ProjectDraft::of(project))
                .unwrap_or_default(),
            charter
                .map(|charter| CharterDraft::of(charter))
                .unwrap_or_default(),
        )
    });
    let day = |day: Option<domain::time::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let person = |id: Option<domain::id::PersonId>| id.map(|id| id.to_string()).unwrap_or_default();
    let name = RwSignal::new(basics.name.clone());
    let objective = RwSignal::new(basics.objective.clone());
    let start = RwSignal::new(day(basics.start));
    let finish = RwSignal::new(day(basics.finish));
    let owner = RwSignal::new(person(basics.owner));
    let scope_in = RwSignal::new(charter.scope_in.clone());
    let scope_out = RwSignal::new(charter.scope_out.clone());
    let measures = RwSignal::new(joined(charter.criteria.iter().map(|c| c.text.clone())));
    let results = RwSignal::new(joined(charter.deliverables.iter().map(as_line)));
    let sponsor = RwSignal::new(person(charter.sponsor));
    let manager = RwSignal::new(person(charter.manager));
    let stakeholders = RwSignal::new(charter.stakeholders.clone());
    let constraints = RwSignal::new(charter.constraints.clone());
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let basics = ProjectDraft {
            name: name.get_untracked(),
            objective: objective.get_untracked(),
            start: parse_day(&start.get_untracked())?,
            finish: parse_day(&finish.get_untracked())?,
            owner: people::chosen(&owner.get_untracked()),
        };
        let draft = CharterDraft {
            scope_in: scope_in.get_untracked(),
            scope_out: scope_out.get_untracked(),
            criteria: criteria(&measures.get_untracked(), &charter.criteria),
            deliverables: deliverables(&results.get_untracked(), &charter.deliverables),
            sponsor: people::chosen(&sponsor.get_untracked()),
            manager: people::chosen(&manager.get_untracked()),
            stakeholders: stakeholders.get_untracked(),
            constraints: constraints.get_untracked(),
        };
        // Both are looked at before either is kept, so that a refusal leaves everything as it was.
        basics.checked().map_err(|refused| refused.to_string())?;
        desk.try_run(CharterCommand::Edit { project: id, draft })?;
        desk.try_run(ProjectCommand::Edit { id, draft: basics })?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="Name" value=name error=field_error(error, "Name") autofocus=true/>
                <TextArea
                    label="Objective" value=objective optional=true
                    help="What will be true when it is done, so that anyone can check it."
                />
                <div class="form-row">
                    <TextField label="Start" value=start kind="date" optional=true/>
                    <TextField label="Finish" value=finish kind="date" optional=true/>
                </div>
                <TextArea label="In scope" value=scope_in optional=true/>
                <TextArea label="Out of scope" value=scope_out optional=true/>
                <TextArea
                    label="Measures of success" value=measures optional=true
                    help="One a line, with a number or a date: “40 desks stand by 1 June”."
                />
                <TextArea
                    label="Deliverables" value=results optional=true
                    help="One a line. After a colon, when it is accepted: “Floor plan: signed by the landlord”."
                />
                <div class="form-row">
                    <SelectField label="Owner" value=owner options=people::choices(desk, "Nobody yet") optional=true/>
                    <SelectField label="Sponsor" value=sponsor options=people::choices(desk, "Nobody yet") optional=true/>
                </div>
                <SelectField label="Manager" value=manager options=people::choices(desk, "Nobody yet") optional=true/>
                <TextArea label="Stakeholders" value=stakeholders optional=true/>
                <TextArea label="Constraints" value=constraints optional=true/>
            </div>
            <FormFoot open=open save="Save charter" error=error fields=&["Name"]/>
        </form>
    }
}
