//! The log of a project: risks, assumptions, issues, dependencies, decisions and changes.

use domain::command::RaidCommand;
use domain::id::{PersonId, ProjectId, RaidId};
use domain::lists::List;
use domain::model::{Person, Raid, RaidKind, Severity};
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::project_head::ProjectPage;
use crate::features::projects::raid_form::{About, RaidDialog};
use crate::features::projects::raid_matrix::{RiskMatrix, Square, square};
use crate::ui::dynamic::{dynamic, flag};
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::{Icon, Kind, Status};
use crate::ui::menu::{Menu, MenuItem};

/// What is shown of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    kind: Option<RaidKind>,
    with_closed: bool,
}

/// Which risks of the matrix are shown.
#[derive(Clone, Copy)]
struct InMatrix {
    square: RwSignal<Option<Square>>,
    is_after: RwSignal<bool>,
}

/// A project's log.
#[component]
pub fn RaidPage(
    /// Whose.
    id: ProjectId,
) -> impl IntoView {
    let form = RwSignal::new(None::<About>);
    let shown = RwSignal::new(Shown {
        kind: None,
        with_closed: false,
    });
    let matrix = InMatrix {
        square: RwSignal::new(None),
        is_after: RwSignal::new(false),
    };
    let action = move || {
        view! {
            <button
                type="button" class="btn" data-kind="primary"
                on:click=move |_| add(form, shown)
            >
                <Icon name="plus"/>
                <span class="label">"Add to the log"</span>
            </button>
        }
    };
    view! {
        <ProjectPage id=id tab="RAID" action=action>
            <RiskMatrix id=id chosen=matrix.square is_after=matrix.is_after/>
            <Filter shown=shown matrix=matrix/>
            <Entries id=id shown=shown matrix=matrix form=form/>
            <RaidDialog id=id form=form/>
        </ProjectPage>
    }
}

/// Opens a new entry of the kind that is shown.
fn add(form: RwSignal<Option<About>>, shown: RwSignal<Shown>) {
    let kind = shown.get_untracked().kind.unwrap_or_default();
    form.set(Some(About::New(kind)));
}

#[component]
fn Filter(shown: RwSignal<Shown>, matrix: InMatrix) -> impl IntoView {
    let choices = std::iter::once(None).chain(RaidKind::ALL.into_iter().map(Some));
    let buttons = choices.map(move |kind| {
        let is_pressed = move || {
            let is_chosen = shown.with(|shown| shown.kind == kind);
            Some(if is_chosen { "true" } else { "false" })
        };
        let name = kind.map_or("All", RaidKind::name);
        let meaning = kind.map_or("Everything in the log.", RaidKind::meaning);
        view! {
            <button
                type="button" class="btn" data-size="s" title=meaning aria-pressed=flag(is_pressed)
                on:click=move |_| shown.update(|shown| shown.kind = kind)
            >
                {name}
            </button>
        }
    });
    view! {
        <div class="toolbar" role="group" aria-label="Show">
            {buttons.collect_view()}
            <label class="check">
                <input
                    type="checkbox"
                    on:change=move |event| {
                        let is_checked = event_target_checked(&event);
                        shown.update(|shown| shown.with_closed = is_checked);
                    }
                />
                <span>"Show closed entries"</span>
            </label>
            {dynamic(move || matrix.square.get().map(|(probability, impact)| view! {
                <button type="button" class="chip" on:click=move |_| matrix.square.set(None)>
                    {format!("Probability {probability}, impact {impact}")}
                    <Icon name="x" small=true/>
                    <span class="vh">"Show all again"</span>
                </button>
            }))}
        </div>
    }
}

#[component]
fn Entries(
    id: ProjectId,
    shown: RwSignal<Shown>,
    matrix: InMatrix,
    form: RwSignal<Option<About>>,
) -> impl IntoView {
    let desk = desk();
    let content = move || {
        let Shown { kind, with_closed } = shown.get();
        let entries = desk.ids::<Raid>(List::Raid(id)).into_iter();
        let mut entries: Vec<_> = entries
            .filter_map(|id| Some((id, desk.get::<Raid>(id)?)))
            .filter(|(_, raid)| kind.is_none_or(|kind| kind == raid.kind))
            .filter(|(_, raid)| with_closed || raid.closed_at.is_none())
            .filter(|(_, raid)| match (matrix.square.get(), &raid.risk) {
                (Some(chosen), Some(risk)) => square(risk, matrix.is_after.get()) == chosen,
                (Some(_), None) => false,
                (None, _) => true,
            })
            .collect();
        if entries.is_empty() {
            return view! {
                <Empty
                    kind=Kind::Line title="Nothing here"
                    text="Write down what may go wrong, what you take for true, and what others must deliver. Anything that was decided belongs here, too."
                >
                    <button type="button" class="btn" data-kind="primary" on:click=move |_| add(form, shown)>"Write it down"</button>
                </Empty>
            }
            .into_any();
        }
        // The worst risks first; everything else in the order it was written down.
        entries.sort_by_key(|(_, raid)| {
            let score = raid
                .risk
                .as_ref()
                .map_or(0, |risk| risk.residual_score().unwrap_or(risk.score()));
            (
                raid.closed_at.is_some(),
                std::cmp::Reverse(score),
                raid.number,
            )
        });
        let rows = entries
            .into_iter()
            .map(|(id, _)| view! { <Entry id=id form=form/> });
        view! {
            <div class="table-scroll" data-whole="" tabindex="0" role="region" aria-label="Log">
                <table class="table">
                    <thead>
                        <tr>
                            <th>"No."</th>
                            <th>"What"</th>
                            <th title="Probability times impact, each from 1 to 5. It ranks risks; sums of it mean nothing.">"Score"</th>
                            <th>"Owner"</th>
                            <th>"Due"</th>
                            <th><span class="vh">"Actions"</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    dynamic(content)
}

#[component]
fn Entry(id: RaidId, form: RwSignal<Option<About>>) -> impl IntoView {
    let desk = desk();
    let today = desk.today();
    let entry = desk.record::<Raid>(id);
    let row = move || {
        let raid = entry.get()?;
        let detail = match &raid.risk {
            Some(risk) if !risk.plan.is_empty() => risk.plan.clone(),
            _ => raid.notes.clone(),
        };
        let closed = raid.closed_at.map(|at| {
            let outcome = raid.outcome.clone();
            view! { <span class="sub">{format!("Closed {}. {outcome}", format::moment(at, today))}</span> }
        });
        let due = raid.due.map(|due| {
            let text = format::day(due, today);
            if due < today && raid.closed_at.is_none() {
                view! { <Status status="watch" label=format!("{text}, overdue")/> }.into_any()
            } else {
                view! { <span class="num">{text}</span> }.into_any()
            }
        });
        let title = raid.title.clone();
        Some(view! {
            <td class="num">{raid.number}</td>
            <td>
                <button type="button" class="link" on:click=move |_| form.set(Some(About::Existing(id)))>{title}</button>
                <span class="sub">{raid.kind.name()}{(!detail.is_empty()).then(|| format!(": {detail}"))}</span>
                {closed}
            </td>
            <td>{raid.risk.as_ref().map(|risk| score(risk.score(), risk.residual_score()))}</td>
            <td>{name_of(raid.owner)}</td>
            <td>{due}</td>
        })
    };
    let items = Callback::new(move |()| menu(id, form));
    let label = Signal::derive(move || {
        format!(
            "Actions for {}",
            entry
                .get()
                .map(|raid| raid.title.clone())
                .unwrap_or_default()
        )
    });
    view! {
        <tr>
            {dynamic(row)}
            <td><Menu label=label items=items/></td>
        </tr>
    }
}

fn name_of(person: Option<PersonId>) -> Option<String> {
    let person = desk().get::<Person>(person?)?;
    Some(person.name.clone())
}

fn score(now: u8, after: Option<u8>) -> impl IntoView {
    let severity = Severity::of(now);
    let status = match severity {
        Severity::Low => "good",
        Severity::Medium => "watch",
        Severity::High => "bad",
    };
    view! {
        <Status status=status label=format!("{now} {}", severity.name())/>
        {after.map(|after| view! { <span class="sub">{format!("{after} after the response")}</span> })}
    }
}

fn menu(id: RaidId, form: RwSignal<Option<About>>) -> Vec<MenuItem> {
    let desk = desk();
    let raid = desk.read(|ws| ws.get::<Raid>(id).cloned());
    let is_open = raid.as_ref().is_some_and(|raid| raid.closed_at.is_none());
    let is_risk = raid.is_some_and(|raid| raid.kind == RaidKind::Risk);
    let run = move |command: RaidCommand| {
        Callback::new(move |()| {
            desk.run(command.clone());
        })
    };
    let item = |name: &str, icon, action| MenuItem {
        name: name.to_owned(),
        icon,
        action,
    };
    let edit = Callback::new(move |()| form.set(Some(About::Existing(id))));
    let mut items = vec![item("Edit", "pencil", edit)];
    if is_open && is_risk {
        let command = RaidCommand::BecomeIssue { id };
        items.push(item(
            "It happened: make it an issue",
            "arrow-right",
            run(command),
        ));
    }
    items.push(if is_open {
        let outcome = String::new();
        item("Close", "check", run(RaidCommand::Close { id, outcome }))
    } else {
        item(
            "Open again",
            "corner-up-left",
            run(RaidCommand::Reopen { id }),
        )
    });
    items.push(item("Delete", "trash-2", run(RaidCommand::Delete { id })));
    items
}
