//! The rest of the process sheet: what starts it, who is on either side, and its targets.

use domain::model::Sheet;
use leptos::prelude::*;

use crate::features::processes::clock::{read_worked, worked};
use crate::ui::field::{TextArea, TextField};

/// The sheet, being edited.
#[derive(Clone, Copy)]
pub struct SheetForm {
    trigger: RwSignal<String>,
    goal: RwSignal<String>,
    cadence: RwSignal<String>,
    suppliers: RwSignal<String>,
    inputs: RwSignal<String>,
    outputs: RwSignal<String>,
    customers: RwSignal<String>,
    run_name: RwSignal<String>,
    run_time: RwSignal<String>,
    on_time: RwSignal<String>,
}

impl SheetForm {
    /// A sheet as text; `per_day` is the length of a working day in minutes.
    pub fn of(sheet: &Sheet, per_day: i64) -> SheetForm {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let run_time = sheet
            .run_minutes
            .map(|minutes| worked(i64::from(minutes), per_day));
        let on_time = sheet.on_time_percent.map(|percent| percent.to_string());
        SheetForm {
            trigger: text(&sheet.trigger),
            goal: text(&sheet.goal),
            cadence: text(&sheet.cadence),
            suppliers: text(&sheet.suppliers),
            inputs: text(&sheet.inputs),
            outputs: text(&sheet.outputs),
            customers: text(&sheet.customers),
            run_name: text(&sheet.run_name),
            run_time: RwSignal::new(run_time.unwrap_or_default()),
            on_time: RwSignal::new(on_time.unwrap_or_default()),
        }
    }

    /// The sheet, or what is wrong with it.
    pub fn read(&self, per_day: i64) -> Result<Sheet, String> {
        let run_minutes = read_worked(&self.run_time.get_untracked(), per_day)
            .map_err(|()| "Time for a run: write it like 4 h or 10 d.".to_owned())?;
        let on_time_percent = match self
            .on_time
            .get_untracked()
            .trim()
            .trim_end_matches('%')
            .trim()
        {
            "" => None,
            typed => Some(typed.parse().map_err(|_| {
                "Target on time: write a whole percentage, for example 90.".to_owned()
            })?),
        };
        Ok(Sheet {
            trigger: self.trigger.get_untracked(),
            goal: self.goal.get_untracked(),
            cadence: self.cadence.get_untracked(),
            suppliers: self.suppliers.get_untracked(),
            inputs: self.inputs.get_untracked(),
            outputs: self.outputs.get_untracked(),
            customers: self.customers.get_untracked(),
            run_name: self.run_name.get_untracked(),
            run_minutes,
            on_time_percent,
        })
    }
}

/// The controls of the sheet.
#[component]
pub fn SheetFields(
    /// What is edited.
    form: SheetForm,
) -> impl IntoView {
    view! {
        <details class="more">
            <summary>"Trigger, goal and targets"</summary>
            <div class="form">
                <TextField label="Trigger" value=form.trigger optional=true help="What starts a run."/>
                <TextField
                    label="Name of a run" value=form.run_name optional=true
                    help="With what is recorded, for example “Onboarding of {{name}}”."
                />
                <div class="form-row">
                    <TextField
                        label="Time for a run" value=form.run_time optional=true
                        help="In working time, like 4 h or 10 d."
                    />
                    <TextField label="Target on time" value=form.on_time optional=true help="Percent of runs."/>
                </div>
                <TextArea label="Goal" value=form.goal optional=true help="The aim of the organisation it serves."/>
                <TextField label="Review" value=form.cadence optional=true help="How often it is looked at as a whole."/>
            </div>
        </details>
        <details class="more">
            <summary>"Suppliers, inputs, outputs and customers"</summary>
            <div class="form">
                <TextArea label="Suppliers" value=form.suppliers optional=true/>
                <TextArea label="Inputs" value=form.inputs optional=true/>
                <TextArea label="Outputs" value=form.outputs optional=true/>
                <TextArea label="Customers" value=form.customers optional=true/>
            </div>
        </details>
    }
}
