//! Who works on the project, and how much everyone has to do, week by week over all projects.

use domain::command::PersonCommand;
use domain::id::{PersonId, ProjectId, TaskId};
use domain::lists::List;
use domain::load::{PersonLoad, WeekLoad, load, monday};
use domain::model::{Assignment, Person, Task};
use domain::money::Money;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::assign_form::{About, AssignDialog};
use crate::features::projects::budget_form::amount_text;
use crate::features::projects::project_head::ProjectPage;
use crate::features::projects::task_board::summaries;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextField;
use crate::ui::form::{FormFoot, on_submit, parse_amount, parse_number};
use crate::ui::format;

/// Weeks that are shown.
const N_WEEKS: usize = 8;

/// A project's people.
#[component]
pub fn TeamPage(
    /// Whose.
    id: ProjectId,
) -> impl IntoView {
    let terms = RwSignal::new(None::<PersonId>);
    let assign = RwSignal::new(None::<About>);
    let (open, shown) = open_while(terms);
    view! {
        <ProjectPage id=id tab="People">
            <div class="stack" data-gap="8">
                <Heat terms=terms/>
                <Parts id=id assign=assign/>
            </div>
            <Dialog open=open title="Terms".to_owned()>
                {dynamic(move || shown.get().map(|id| view! { <TermsForm id=id open=open/> }))}
            </Dialog>
            <AssignDialog project=id form=assign/>
        </ProjectPage>
    }
}

#[component]
fn Heat(terms: RwSignal<Option<PersonId>>) -> impl IntoView {
    let desk = desk();
    let loads = Memo::new(move |_| {
        let today = desk.today();
        desk.compute(|ws| load(ws, today, today, N_WEEKS))
    });
    let content = move || {
        let loads = match loads.get() {
            Ok(loads) => loads,
            Err(error) => {
                return view! { <p class="form-error">{error.to_string()}</p> }.into_any();
            }
        };
        if loads.is_empty() {
            let none = "There are no people yet. Add them in Settings; then give them tasks with a duration.";
            return view! { <p class="panel-note">{none}</p> }.into_any();
        }
        let first = monday(desk.today());
        let heads = (0..).take(N_WEEKS).map(|n: i64| {
            let day = first.plus(7 * n).unwrap_or(first);
            view! { <th scope="col" class="n">{format::day(day, first)}</th> }
        });
        let heads = heads.collect_view();
        let rows = loads.into_iter().map(|load| row(load, terms));
        view! {
            <div class="table-scroll" data-whole="" tabindex="0" role="region" aria-label="Load by week">
                <table class="table heat">
                    <thead>
                        <tr><th scope="col">"Week of"</th>{heads}<th scope="col">"Besides"</th></tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="panel">
            <header class="panel-head">
                <h2>"Load by week"</h2>
                <span class="meta">"hours booked by open tasks of all projects / hours there are"</span>
            </header>
            {dynamic(content)}
        </section>
    }
}

fn row(load: PersonLoad, terms: RwSignal<Option<PersonId>>) -> impl IntoView {
    let desk = desk();
    let id = load.person;
    let name = desk
        .get::<Person>(id)
        .map(|person| person.name.clone())
        .unwrap_or_default();
    let label = format!("Terms of {name}");
    let cells = load.weeks.iter().map(cell).collect_view();
    let besides = [
        (load.n_unplanned > 0).then(|| {
            format::count(
                load.n_unplanned,
                "task without dates",
                "tasks without dates",
            )
        }),
        (load.n_runs > 0).then(|| format::count(load.n_runs, "run", "runs")),
    ];
    let besides: Vec<String> = besides.into_iter().flatten().collect();
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" aria-label=label on:click=move |_| terms.set(Some(id))>{name}</button>
            </th>
            {cells}
            <td>{besides.join(", ")}</td>
        </tr>
    }
}

fn cell(week: &WeekLoad) -> impl IntoView {
    let level = match week.percent() {
        None => "off",
        Some(0) => "none",
        Some(1..=50) => "low",
        Some(51..=85) => "mid",
        Some(86..=100) => "full",
        Some(_) => "over",
    };
    let (booked, there) = (week.minutes.div_ceil(60), week.capacity / 60);
    let words = match level {
        "off" => "away".to_owned(),
        "over" => format!("{booked} h of {there} h, too much"),
        _ => format!("{booked} h of {there} h"),
    };
    let title = words.clone();
    let shown = match level {
        "off" => "away".to_owned(),
        "over" => format!("{booked}/{there} !"),
        _ => format!("{booked}/{there}"),
    };
    view! {
        <td class="n num" data-level=level title=title>
            <span aria-hidden="true">{shown}</span>
            <span class="vh">{words}</span>
        </td>
    }
}

#[component]
fn Parts(id: ProjectId, assign: RwSignal<Option<About>>) -> impl IntoView {
    let desk = desk();
    let summaries = summaries(desk, id);
    let rows = move || {
        let tasks = desk.ids::<Task>(List::Tasks(id));
        let is_work = |id: &TaskId| summaries.with(|keys| keys.binary_search(&id.key()).is_err());
        let rows: Vec<_> = tasks
            .into_iter()
            .filter(is_work)
            .filter_map(|task| {
                let found = desk.get::<Task>(task)?;
                (found.finished_at.is_none()).then(|| part(id, task, &found, assign))
            })
            .collect();
        if rows.is_empty() {
            let none = "No open tasks. Add tasks on the board, then say here who works on them.";
            return view! { <p class="panel-note">{none}</p> }.into_any();
        }
        view! { <ul class="rows" aria-label="Open tasks">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="panel">
            <header class="panel-head">
                <h2>"Who works on what"</h2>
                <span class="meta">"several people can share a task"</span>
            </header>
            {dynamic(rows)}
        </section>
    }
}

fn part(
    project: ProjectId,
    id: TaskId,
    task: &Task,
    assign: RwSignal<Option<About>>,
) -> impl IntoView + use<> {
    let desk = desk();
    let name = |id: PersonId| {
        desk.get::<Person>(id)
            .map(|person| person.name.clone())
            .unwrap_or_default()
    };
    let parts = desk.ids::<Assignment>(List::Assignments(id)).into_iter();
    let mut who: Vec<String> = parts
        .filter_map(|part| desk.get::<Assignment>(part))
        .map(|part| format!("{} {}\u{202f}%", name(part.person), part.percent))
        .collect();
    if who.is_empty() {
        who.push(task.assignee.map_or_else(|| "nobody yet".to_owned(), name));
    }
    let href = Route::Task(project, id).href();
    let label = format!("People and estimate of {}", task.title);
    view! {
        <li class="row">
            <div>
                <a href=href>{task.title.clone()}</a>
                <span class="sub">{who.join(", ")}</span>
            </div>
            <button type="button" class="btn" data-size="s" aria-label=label on:click=move |_| assign.set(Some(About(id)))>
                "People and estimate"
            </button>
        </li>
    }
}

#[component]
fn TermsForm(id: PersonId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let currency = desk.read(|ws| ws.settings().currency);
    let person = desk.read(|ws| {
        ws.get::<Person>(id)
            .map(|person| (**person).clone())
            .unwrap_or_default()
    });
    let hours = RwSignal::new((person.minutes_a_week() / 60).to_string());
    let rate = amount_text(person.rate.unwrap_or(Money::ZERO), currency);
    let skills = RwSignal::new(person.skills.join(", "));
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let hours = parse_number("Hours a week", &hours.get_untracked())?;
        let week = hours.map(|hours| u32::try_from(hours).unwrap_or(u32::MAX).saturating_mul(60));
        let rate = parse_amount(&rate.get_untracked(), |text| Money::parse(text, currency))?;
        let command = PersonCommand::SetTerms {
            id,
            week: week.filter(|week| *week != Person::USUAL_WEEK),
            rate: (rate != Money::ZERO).then_some(rate),
            skills: skills
                .get_untracked()
                .split(',')
                .map(|skill| skill.trim().to_owned())
                .collect(),
        };
        desk.try_run(command)?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <p>{person.name}</p>
                <TextField label="Hours a week" value=hours autofocus=true/>
                <TextField label="Cost of an hour" value=rate optional=true help="Time that is booked costs this much. What was booked before keeps its cost."/>
                <TextField label="Skills" value=skills optional=true help="Separated by commas."/>
            </div>
            <FormFoot open=open save="Save terms" error=error fields=&[]/>
        </form>
    }
}
