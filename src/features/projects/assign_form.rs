//! Who works on a task, how long it may take and what it may cost, as one form.

use domain::command::TeamCommand;
use domain::id::{EstimateId, PersonId, ProjectId, TaskId};
use domain::lists::List;
use domain::model::{Assignment, Estimate, Person, Task};
use domain::money::{Currency, Money};
use domain::simulate::{Shape, Spread};
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{FormFoot, on_submit, parse_amount, parse_number};

/// The task the form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About(pub TaskId);

/// The dialog around the form; open while `form` is something.
#[component]
pub fn AssignDialog(
    /// The project of the task.
    project: ProjectId,
    /// What the form is about.
    form: RwSignal<Option<About>>,
) -> impl IntoView {
    let desk = desk();
    let (open, form) = open_while(form);
    let title = Signal::derive(move || {
        let task = form.get().and_then(|About(id)| desk.get::<Task>(id));
        let task = task.filter(|task| task.project == project);
        task.map(|task| task.title.clone()).unwrap_or_default()
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || form.get().map(|About(id)| view! { <AssignForm id=id open=open/> }))}
        </Dialog>
    }
}

fn text(number: i64) -> RwSignal<String> {
    RwSignal::new(if number == 0 {
        String::new()
    } else {
        number.to_string()
    })
}

fn units(amount: i64, currency: Currency) -> RwSignal<String> {
    let amount = Money::new(amount).unwrap_or(Money::ZERO);
    super::budget_form::amount_text(amount, currency)
}

#[component]
fn AssignForm(id: TaskId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let currency = desk.read(|ws| ws.settings().currency);
    let people: Vec<(PersonId, String, u8)> = desk.read(|ws| {
        let people = ws.list::<Person>(List::People).map(|(person, found)| {
            let mut parts = ws.list::<Assignment>(List::Assignments(id));
            let part = parts.find(|(_, part)| part.person == person);
            (
                person,
                found.name.clone(),
                part.map_or(0, |(_, part)| part.percent),
            )
        });
        people.collect()
    });
    let estimate = desk.read(|ws| {
        ws.get::<Estimate>(EstimateId::from(id))
            .map(|e| (**e).clone())
    });
    let days = estimate
        .as_ref()
        .and_then(|estimate| estimate.duration)
        .unwrap_or_default();
    let cost = estimate.map(|estimate| estimate.cost).unwrap_or_default();
    let durations = [days.low, days.likely, days.high].map(text);
    let costs = [cost.low, cost.likely, cost.high].map(|amount| units(amount, currency));
    let shape = RwSignal::new(
        if days.shape == Shape::Triangular {
            "0"
        } else {
            "1"
        }
        .to_owned(),
    );
    let percents: Vec<(PersonId, u8, RwSignal<String>)> = people
        .iter()
        .map(|(id, _, percent)| (*id, *percent, text(i64::from(*percent))))
        .collect();
    let error = RwSignal::new(None::<String>);
    let saved = percents.clone();
    let save = move || -> Result<(), String> {
        let shape = if shape.get_untracked() == "0" {
            Shape::Triangular
        } else {
            Shape::Pert
        };
        let number = |signal: RwSignal<String>| parse_number("Days", &signal.get_untracked());
        let [low, likely, high] = durations;
        let (low, likely, high) = (number(low)?, number(likely)?, number(high)?);
        let duration = likely.map(|likely| Spread {
            low: low.unwrap_or(likely),
            likely,
            high: high.unwrap_or(likely),
            shape,
        });
        let amount = |signal: RwSignal<String>| {
            parse_amount(&signal.get_untracked(), |text| Money::parse(text, currency))
                .map(Money::units)
        };
        let [low, likely, high] = costs;
        let (low, likely, high) = (amount(low)?, amount(likely)?, amount(high)?);
        // One amount alone is certain; the other two may be left out.
        let cost = Spread {
            low: if low == 0 { likely } else { low },
            likely,
            high: if high == 0 { likely } else { high },
            shape,
        };
        let mut parts = Vec::new();
        for (person, before, signal) in &saved {
            let percent = parse_number("Percent", &signal.get_untracked())?.unwrap_or(0);
            let percent = u8::try_from(percent).unwrap_or(u8::MAX);
            if percent != *before {
                parts.push((*person, percent));
            }
        }
        desk.try_run(TeamCommand::SetPlan {
            task: id,
            duration,
            cost,
            parts,
        })?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    let rows = people.into_iter().zip(percents).map(|((_, name, _), (_, _, signal))| {
        let label = format!("Percent of the time of {name}");
        view! {
            <li class="row">
                <span>{name}</span>
                <span class="line-up">
                    <input
                        class="input percent" type="text" inputmode="numeric" aria-label=label
                        prop:value=signal on:input=move |event| signal.set(event_target_value(&event))
                    />
                    "%"
                </span>
            </li>
        }
    });
    let [low, likely, high] = durations;
    let [cheap, usual, dear] = costs;
    let shapes = [Shape::Triangular, Shape::Pert].iter().enumerate();
    let shapes: Vec<(String, String)> = shapes
        .map(|(at, shape)| (at.to_string(), shape.name().to_owned()))
        .collect();
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <fieldset class="stack" data-gap="2">
                    <legend>"How much of their time people give it"</legend>
                    <ul class="rows">{rows.collect_view()}</ul>
                </fieldset>
                <fieldset class="stack" data-gap="2">
                    <legend>"Working days it may take"</legend>
                    <div class="form-row">
                        <TextField label="Days at best" value=low optional=true/>
                        <TextField label="Days most likely" value=likely optional=true/>
                        <TextField label="Days at worst" value=high optional=true/>
                    </div>
                    <SelectField
                        label="Shape" value=shape options=Signal::stored(shapes)
                        help="Beta-PERT trusts the likeliest value more than the ends."
                    />
                </fieldset>
                <fieldset class="stack" data-gap="2">
                    <legend>"What it costs besides the time of people"</legend>
                    <div class="form-row">
                        <TextField label="Cost at best" value=cheap optional=true/>
                        <TextField label="Cost most likely" value=usual optional=true/>
                        <TextField label="Cost at worst" value=dear optional=true/>
                    </div>
                </fieldset>
            </div>
            <FormFoot open=open save="Save people and estimate" error=error fields=&[]/>
        </form>
    }
}
