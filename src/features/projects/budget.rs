//! A project's money: the budget by category, what is put aside, and time and expenses.

use domain::command::BudgetCommand;
use domain::id::{BudgetLineId, ProjectId};
use domain::lists::List;
use domain::model::BudgetLine;
use domain::money::{Currency, Money};
use domain::plan_figures::{BudgetTotals, budget_totals};
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::budget_form::{About, BudgetDialog};
use crate::features::projects::entries::Entries;
use crate::features::projects::project_head::ProjectPage;
use crate::ui::dynamic::dynamic;
use crate::ui::icon::{Icon, Status};
use crate::ui::menu::{Menu, MenuItem};

/// A project's money.
#[component]
pub fn BudgetPage(
    /// Whose.
    id: ProjectId,
) -> impl IntoView {
    let form = RwSignal::new(None::<About>);
    let add = move || {
        view! {
            <button type="button" class="btn" data-kind="primary" on:click=move |_| form.set(Some(About::New))>
                <Icon name="plus"/>
                <span class="label">"Add budget line"</span>
            </button>
        }
    };
    view! {
        <ProjectPage id=id tab="Budget" action=add>
            <div class="stack" data-gap="8">
                <Lines id=id form=form/>
                <Entries id=id/>
            </div>
            <BudgetDialog id=id form=form/>
        </ProjectPage>
    }
}

fn money(amount: Money, currency: Currency) -> String {
    amount.full(currency)
}

#[component]
fn Lines(id: ProjectId, form: RwSignal<Option<About>>) -> impl IntoView {
    let desk = desk();
    let totals =
        Memo::new(move |_| desk.compute(|ws| (budget_totals(ws, id), ws.settings().currency)));
    let content = move || {
        let (totals, currency) = totals.get();
        let totals = match totals {
            Ok(totals) => totals,
            Err(error) => {
                return view! { <p class="form-error">{error.to_string()}</p> }.into_any();
            }
        };
        let lines = desk.ids::<BudgetLine>(List::BudgetLines(id));
        let rows = lines
            .into_iter()
            .map(|line| view! { <Line id=line form=form currency=currency/> });
        view! {
            {standing(&totals, currency)}
            <div class="table-scroll" data-whole="" tabindex="0" role="region" aria-label="Budget">
                <table class="table">
                    <thead>
                        <tr>
                            <th>"Category"</th>
                            <th class="n">"Planned"</th>
                            <th class="n" title="Ordered or promised, not yet paid.">"Committed"</th>
                            <th class="n" title="Paid beside what is booked one by one below.">"Paid"</th>
                            <th class="n">"Left"</th>
                            <th><span class="vh">"Actions"</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                    <tfoot>{foot(&totals, currency)}</tfoot>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="panel">
            <header class="panel-head">
                <h2>"Budget"</h2>
                <div class="end">
                    <button type="button" class="btn" data-size="s" on:click=move |_| form.set(Some(About::Reserves))>
                        "Reserves and currency"
                    </button>
                </div>
            </header>
            {dynamic(content)}
        </section>
    }
}

/// One sentence on how the money stands.
fn standing(totals: &BudgetTotals, currency: Currency) -> AnyView {
    let baseline = totals.baseline().unwrap_or(Money::ZERO);
    if baseline == Money::ZERO {
        let none = "No budget yet. Add a line for each category: people, material, travel.";
        return view! { <p class="panel-note">{none}</p> }.into_any();
    }
    let bound = totals
        .actual
        .plus(totals.committed)
        .unwrap_or(totals.actual);
    let left = baseline.minus(bound).unwrap_or(Money::ZERO);
    let (spent, whole) = (totals.actual.full(currency), baseline.full(currency));
    let sentence = if left < Money::ZERO {
        let over = Money::ZERO.minus(left).unwrap_or(left).full(currency);
        view! { <Status status="bad" label=format!("{over} more is spent or committed than the budget of {whole} holds.")/> }.into_any()
    } else {
        let left = left.full(currency);
        format!("{spent} of {whole} is spent; {left} is neither spent nor committed.").into_any()
    };
    view! { <p class="panel-note">{sentence}</p> }.into_any()
}

fn foot(totals: &BudgetTotals, currency: Currency) -> impl IntoView {
    let row =
        |name: &'static str, note: &'static str, planned: Money, rest: Option<(Money, Money)>| {
            view! {
                <tr>
                    <th title=note>{name}</th>
                    <td class="n num">{money(planned, currency)}</td>
                    <td class="n num">{rest.map(|rest| money(rest.0, currency))}</td>
                    <td class="n num">{rest.map(|rest| money(rest.1, currency))}</td>
                    <td></td>
                    <td></td>
                </tr>
            }
        };
    let baseline = totals.baseline().unwrap_or(Money::ZERO);
    view! {
        {row(
            "Contingency", "For risks that are known. It is part of the budget that work is measured against.",
            totals.contingency, None,
        )}
        {row(
            "Budget", "Lines and contingency: the cost baseline. Paid is all that was booked, time and expenses included.",
            baseline, Some((totals.committed, totals.actual)),
        )}
        {row(
            "Management reserve", "For what nobody thought of. It is outside the budget and never measured against.",
            totals.reserve, None,
        )}
    }
}

#[component]
fn Line(id: BudgetLineId, form: RwSignal<Option<About>>, currency: Currency) -> impl IntoView {
    let desk = desk();
    let line = desk.record::<BudgetLine>(id);
    let cells = move || {
        let line = line.get()?;
        let bound = line.committed.plus(line.actual).unwrap_or(line.actual);
        let left = line.planned.minus(bound).unwrap_or(Money::ZERO);
        let left = if left < Money::ZERO {
            view! { <Status status="bad" label=money(left, currency)/> }.into_any()
        } else {
            money(left, currency).into_any()
        };
        let name =
            (!line.name.is_empty()).then(|| view! { <span class="sub">{line.name.clone()}</span> });
        Some(view! {
            <td>
                <button type="button" class="link" on:click=move |_| form.set(Some(About::Existing(id)))>
                    {line.category.clone()}
                </button>
                {name}
            </td>
            <td class="n num">{money(line.planned, currency)}</td>
            <td class="n num">{money(line.committed, currency)}</td>
            <td class="n num">{money(line.actual, currency)}</td>
            <td class="n num">{left}</td>
        })
    };
    let items = Callback::new(move |()| {
        vec![
            MenuItem {
                name: "Edit".to_owned(),
                icon: "pencil",
                action: Callback::new(move |()| form.set(Some(About::Existing(id)))),
            },
            MenuItem {
                name: "Delete".to_owned(),
                icon: "trash-2",
                action: Callback::new(move |()| {
                    desk.run(BudgetCommand::Delete { id });
                }),
            },
        ]
    });
    let label = Signal::derive(move || {
        format!(
            "Actions for {}",
            line.get()
                .map(|line| line.category.clone())
                .unwrap_or_default()
        )
    });
    view! {
        <tr>
            {dynamic(cells)}
            <td><Menu label=label items=items/></td>
        </tr>
    }
}
