//! Time worked and money spent on a project: a timer, entries by hand, and a table to take away.

use domain::command::{EntryCommand, EntryDraft};
use domain::csv::{Cell, Csv};
use domain::id::{EntryId, PersonId, ProjectId};
use domain::lists::List;
use domain::model::{Entry, Person, Task};
use domain::money::Money;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people, save};
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{CheckField, SelectField, TextField};
use crate::ui::form::{FormFoot, on_submit, parse_amount, parse_day, parse_number};
use crate::ui::format;
use crate::ui::icon::Icon;
use crate::ui::menu::{Menu, MenuItem};

/// What the form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Time,
    Expense,
    Existing(EntryId),
}

/// Rows that are drawn; the file has all.
const MAX_ROWS: usize = 100;

/// Time and expenses.
#[component]
pub fn Entries(
    /// Whose.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let form = RwSignal::new(None::<About>);
    let (open, shown) = open_while(form);
    let rows = move || {
        let mut entries = desk.ids::<Entry>(List::Entries(id));
        entries.reverse();
        let n_more = entries.len().saturating_sub(MAX_ROWS);
        if entries.is_empty() {
            let none =
                "Nothing is booked yet. Start the timer, or write down time and expenses by hand.";
            return view! { <p class="panel-note">{none}</p> }.into_any();
        }
        let more = (n_more > 0).then(|| view! { <p class="panel-note">{format!("{n_more} older ones are in the CSV file.")}</p> });
        let rows = entries
            .into_iter()
            .take(MAX_ROWS)
            .map(|entry| view! { <Row id=entry form=form/> });
        view! {
            <ul class="rows" aria-label="Time and expenses">{rows.collect_view()}</ul>
            {more}
        }
        .into_any()
    };
    let totals = move || {
        let entries = desk.ids::<Entry>(List::Entries(id)).into_iter();
        let entries: Vec<_> = entries.filter_map(|id| desk.get::<Entry>(id)).collect();
        let minutes: u64 = entries.iter().map(|entry| u64::from(entry.minutes)).sum();
        let cost = Money::sum(entries.iter().map(|entry| entry.cost)).ok()?;
        let currency = desk.compute(|ws| ws.settings().currency);
        let hours = format::hours(minutes);
        Some(format!(
            "{hours} worked, {} with expenses",
            cost.full(currency)
        ))
    };
    let save_csv = move |_| {
        let text = desk.read(|ws| csv(ws, id));
        save::text(desk, "time-and-expenses.csv", "text/csv", &text);
    };
    view! {
        <section class="panel">
            <header class="panel-head">
                <h2>"Time and expenses"</h2>
                <span class="meta">{dynamic(totals)}</span>
                <div class="end">
                    <Timer id=id/>
                    <button type="button" class="btn" data-size="s" on:click=move |_| form.set(Some(About::Time))>"Book time"</button>
                    <button type="button" class="btn" data-size="s" on:click=move |_| form.set(Some(About::Expense))>"Book an expense"</button>
                    <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=save_csv>
                        <Icon name="download"/>
                        <span class="label">"CSV"</span>
                    </button>
                </div>
            </header>
            {dynamic(rows)}
            <Dialog open=open title="Time and expenses".to_owned()>
                {dynamic(move || shown.get().map(|about| view! { <EntryForm id=id about=about open=open/> }))}
            </Dialog>
        </section>
    }
}

/// Every entry as a table for a spreadsheet: what is billable can be filtered there.
fn csv(ws: &domain::workspace::Workspace, id: ProjectId) -> String {
    let currency = ws.settings().currency;
    let columns = [
        "Day", "Person", "Task", "Category", "Note", "Hours", "Cost", "Currency", "Billable",
    ];
    let mut csv = Csv::new(&columns);
    for (_, entry) in ws.list::<Entry>(List::Entries(id)) {
        let person = entry.person.and_then(|id| ws.get::<Person>(id));
        let task = entry.task.and_then(|id| ws.get::<Task>(id));
        let hundredths = (u64::from(entry.minutes) * 100 + 30) / 60;
        csv.row(&[
            Cell::Day(Some(entry.day)),
            Cell::text(person.map(|person| person.name.clone()).unwrap_or_default()),
            Cell::text(task.map(|task| task.title.clone()).unwrap_or_default()),
            Cell::text(entry.category.clone()),
            Cell::text(entry.note.clone()),
            Cell::number(format!("{}.{:02}", hundredths / 100, hundredths % 100)),
            Cell::number(entry.cost.plain(currency)),
            Cell::text(currency.code()),
            Cell::text(if entry.is_billable { "yes" } else { "no" }),
        ]);
    }
    csv.finish()
}

/// Who works here, by the name in the settings.
fn me(desk: Desk) -> Option<PersonId> {
    desk.read(|ws| {
        let name = ws.settings().your_name;
        let found = ws
            .all::<Person>()
            .find(|(_, person)| !name.is_empty() && person.name == name);
        found.map(|(id, _)| id)
    })
}

#[component]
fn Timer(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let running = move || {
        let timers = desk.ids::<Entry>(List::Timers).into_iter();
        timers.into_iter().find(|timer| {
            desk.get::<Entry>(*timer)
                .is_some_and(|entry| entry.project == id)
        })
    };
    let button = move || match running() {
        Some(timer) => {
            let since = desk
                .get::<Entry>(timer)
                .and_then(|entry| entry.running_since);
            let since = since
                .map(|at| format::moment(at, desk.today()))
                .unwrap_or_default();
            let stop = move |_| {
                desk.run(EntryCommand::StopTimer { id: timer });
            };
            view! {
                <span class="meta">{format!("Timer runs since {since}")}</span>
                <button type="button" class="btn" data-size="s" on:click=stop>"Stop the timer"</button>
            }
            .into_any()
        }
        None => {
            let start = move |_| {
                let person = me(desk);
                desk.run(EntryCommand::StartTimer {
                    project: id,
                    task: None,
                    person,
                });
            };
            view! {
                <button type="button" class="btn" data-size="s" on:click=start>
                    <Icon name="play"/>
                    <span class="label">"Start a timer"</span>
                </button>
            }
            .into_any()
        }
    };
    dynamic(button)
}

#[component]
fn Row(id: EntryId, form: RwSignal<Option<About>>) -> impl IntoView {
    let desk = desk();
    let today = desk.today();
    let entry = desk.record::<Entry>(id);
    let content = move || {
        let entry = entry.get()?;
        let currency = desk.compute(|ws| ws.settings().currency);
        let what = match (&entry.running_since, entry.is_expense()) {
            (Some(_), _) => "Timer running".to_owned(),
            (None, true) => entry.category.clone(),
            (None, false) => format::hours(u64::from(entry.minutes)),
        };
        let person = entry.person.and_then(|id| desk.get::<Person>(id));
        let task = entry.task.and_then(|id| desk.get::<Task>(id));
        let parts = [
            person.map(|person| person.name.clone()),
            task.map(|task| task.title.clone()),
            (!entry.note.is_empty()).then(|| entry.note.clone()),
            entry.is_billable.then(|| "billable".to_owned()),
        ];
        let detail: Vec<String> = parts.into_iter().flatten().collect();
        Some(view! {
            <div>
                <button type="button" class="link" on:click=move |_| form.set(Some(About::Existing(id)))>
                    {format!("{}: {what}", format::day(entry.day, today))}
                </button>
                <span class="sub">{detail.join(", ")}</span>
            </div>
            <span class="num">{entry.cost.full(currency)}</span>
        })
    };
    let items = Callback::new(move |()| {
        vec![MenuItem {
            name: "Delete".to_owned(),
            icon: "trash-2",
            action: Callback::new(move |()| {
                desk.run(EntryCommand::Delete { id });
            }),
        }]
    });
    view! {
        <li class="row" data-cols="3">
            {dynamic(content)}
            <Menu label="Entry actions".to_owned() items=items/>
        </li>
    }
}

#[component]
fn EntryForm(id: ProjectId, about: About, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let currency = desk.read(|ws| ws.settings().currency);
    let there = match about {
        About::Existing(id) => {
            desk.read(|ws| ws.get::<Entry>(id).map(|entry| EntryDraft::of(entry)))
        }
        _ => None,
    };
    let draft = there.unwrap_or_else(|| EntryDraft {
        day: desk.today(),
        task: None,
        person: me(desk),
        minutes: 0,
        category: String::new(),
        cost: Money::ZERO,
        note: String::new(),
        is_billable: false,
    });
    let is_expense = about == About::Expense || !draft.category.is_empty();
    let day = RwSignal::new(draft.day.to_string());
    let person = RwSignal::new(draft.person.map(|id| id.to_string()).unwrap_or_default());
    let task = RwSignal::new(draft.task.map(|id| id.to_string()).unwrap_or_default());
    let time = |n: u32| RwSignal::new(if n == 0 { String::new() } else { n.to_string() });
    let (hours, minutes) = (time(draft.minutes / 60), time(draft.minutes % 60));
    let category = RwSignal::new(draft.category);
    let cost = super::budget_form::amount_text(draft.cost, currency);
    let note = RwSignal::new(draft.note);
    let is_billable = RwSignal::new(draft.is_billable);
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let number = |what, text: RwSignal<String>| -> Result<u32, String> {
            let number = parse_number(what, &text.get_untracked())?.unwrap_or(0);
            Ok(u32::try_from(number).unwrap_or(u32::MAX))
        };
        let minutes = number("Hours", hours)?
            .saturating_mul(60)
            .saturating_add(number("Minutes", minutes)?);
        let written = category.get_untracked();
        let draft = EntryDraft {
            day: parse_day(&day.get_untracked())?.unwrap_or_else(|| desk.today()),
            task: task.get_untracked().parse().ok(),
            person: people::chosen(&person.get_untracked()),
            minutes: if is_expense { 0 } else { minutes },
            category: if is_expense && written.trim().is_empty() {
                "Expense".to_owned()
            } else {
                written
            },
            cost: parse_amount(&cost.get_untracked(), |text| Money::parse(text, currency))?,
            note: note.get_untracked(),
            is_billable: is_billable.get_untracked(),
        };
        let command = match about {
            About::Existing(id) => EntryCommand::Edit { id, draft },
            _ => EntryCommand::Create { project: id, draft },
        };
        desk.try_run(command)?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    let tasks = Signal::derive(move || {
        let tasks = desk.ids::<Task>(List::Tasks(id)).into_iter();
        let names =
            tasks.filter_map(|id| Some((id.to_string(), desk.get::<Task>(id)?.title.clone())));
        std::iter::once((String::new(), "No task".to_owned()))
            .chain(names)
            .collect()
    });
    let amount = if is_expense {
        view! {
            <div class="form-row">
                <TextField label="Category" value=category/>
                <TextField label="Amount" value=cost/>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="form-row">
                <TextField label="Hours" value=hours/>
                <TextField label="Minutes" value=minutes optional=true/>
            </div>
            <p class="help">"Its cost follows from the person's rate, which is kept on the People tab."</p>
        }
        .into_any()
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                {amount}
                <div class="form-row">
                    <TextField label="Day" value=day kind="date"/>
                    <SelectField label="Person" value=person options=people::choices(desk, "Nobody") optional=true/>
                </div>
                <SelectField label="Task" value=task options=tasks optional=true/>
                <TextField label="Note" value=note optional=true/>
                <CheckField label="Billable" value=is_billable/>
            </div>
            <FormFoot open=open save="Save entry" error=error fields=&[]/>
        </form>
    }
}
