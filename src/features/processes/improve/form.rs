//! The form of an improvement.

use domain::command::{ImprovementCommand, ImprovementDraft};
use domain::id::{ImprovementId, TemplateId};
use domain::lists::List;
use domain::model::{Improvement, Measure, Version};
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::{FormFoot, field_error, on_submit};

/// Which improvement the form is for.
#[derive(Clone, Debug, PartialEq)]
pub enum FormFor {
    /// A new one of this process, with what is known of it.
    New(TemplateId, ImprovementDraft),
    /// One that is there.
    Existing(ImprovementId),
}

/// The dialog with the form, open while there is something to edit.
#[component]
pub fn ImprovementDialog(
    /// What is edited.
    form: RwSignal<Option<FormFor>>,
) -> impl IntoView {
    let (open, form) = open_while(form);
    view! {
        <Dialog open=open title="Improvement">
            {move || form.get().map(|target| view! { <Fields target=target open=open/> })}
        </Dialog>
    }
}

#[component]
fn Fields(target: FormFor, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let (process, draft) = match &target {
        FormFor::New(id, draft) => (Some(*id), draft.clone()),
        FormFor::Existing(id) => {
            let existing = desk.read(|ws| ws.get::<Improvement>(*id).cloned());
            let existing = existing.as_ref();
            (
                existing.map(|one| one.template),
                existing
                    .map(|one| ImprovementDraft::of(one))
                    .unwrap_or_default(),
            )
        }
    };
    let title = RwSignal::new(draft.title);
    let problem = RwSignal::new(draft.problem);
    let hypothesis = RwSignal::new(draft.hypothesis);
    let result = RwSignal::new(draft.result);
    let measure = RwSignal::new(place_of(draft.measure).to_string());
    let version = RwSignal::new(
        draft
            .from_version
            .map(|number| number.to_string())
            .unwrap_or_default(),
    );
    let day = RwSignal::new(
        draft
            .from_day
            .map(|day| day.to_string())
            .unwrap_or_default(),
    );
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let typed = day.get_untracked();
        let from_day: Option<Day> = match typed.trim() {
            "" => None,
            text => Some(
                text.parse()
                    .map_err(|error: domain::time::DayError| error.to_string())?,
            ),
        };
        let draft = ImprovementDraft {
            title: title.get_untracked(),
            problem: problem.get_untracked(),
            hypothesis: hypothesis.get_untracked(),
            measure: measure
                .get_untracked()
                .parse()
                .ok()
                .and_then(|place: usize| Measure::ALL.get(place).copied())
                .unwrap_or_default(),
            from_version: version.get_untracked().parse().ok(),
            from_day,
            result: result.get_untracked(),
        };
        let command = match target {
            FormFor::New(template, _) => ImprovementCommand::Create { template, draft },
            FormFor::Existing(id) => ImprovementCommand::Edit { id, draft },
        };
        desk.try_run(command)?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    let measures: Vec<(String, String)> = Measure::ALL
        .iter()
        .map(|one| (place_of(*one).to_string(), one.name().to_owned()))
        .collect();
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="Title" value=title error=field_error(error, "Title") autofocus=true help="What is to get better."/>
                <TextArea label="Problem" value=problem optional=true/>
                <TextArea label="Hypothesis" value=hypothesis optional=true/>
                <SelectField label="Judged by" value=measure options=measures/>
                <div class="form-row">
                    <SelectField label="From version" value=version optional=true options=versions(desk, process)/>
                    <TextField label="Or from day" value=day kind="date" optional=true/>
                </div>
                <TextArea label="Result" value=result optional=true/>
            </div>
            <FormFoot open=open save="Save improvement" error=error fields=&["Title"]/>
        </form>
    }
}

fn place_of(measure: Measure) -> usize {
    Measure::ALL
        .iter()
        .position(|one| *one == measure)
        .unwrap_or(0)
}

/// The versions a change can have come with: every one but the first.
fn versions(desk: Desk, process: Option<TemplateId>) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), "Not said".to_owned())];
    if let Some(id) = process {
        desk.read(|ws| {
            for (_, version) in ws.list::<Version>(List::Versions(id)).skip(1) {
                choices.push((
                    version.number.to_string(),
                    format!("Version {}", version.number),
                ));
            }
        });
    }
    choices
}
