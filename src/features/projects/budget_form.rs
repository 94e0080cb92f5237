//! A budget line, and what is put aside, as forms.

use domain::command::{BudgetCommand, BudgetDraft, SettingsCommand};
use domain::id::{BudgetLineId, CharterId, ProjectId};
use domain::model::{BudgetLine, Charter};
use domain::money::{Currency, Money};
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextField;
use crate::ui::form::{FormFoot, field_error, on_submit, parse_amount};

/// What the form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A new line.
    New,
    /// A line that is there.
    Existing(BudgetLineId),
    /// Contingency, management reserve and the currency.
    Reserves,
}

/// The dialog around the form; open while `form` is something.
#[component]
pub fn BudgetDialog(
    /// Whose.
    id: ProjectId,
    /// What the form is about.
    form: RwSignal<Option<About>>,
) -> impl IntoView {
    let (open, form) = open_while(form);
    let title = Signal::derive(move || {
        match form.get() {
            Some(About::Reserves) => "Reserves and currency",
            Some(About::Existing(_)) => "Budget line",
            _ => "Add budget line",
        }
        .to_owned()
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || form.get().map(|about| match about {
                About::Reserves => view! { <Reserves id=id open=open/> }.into_any(),
                about => view! { <LineForm id=id about=about open=open/> }.into_any(),
            }))}
        </Dialog>
    }
}

/// The text of an amount in a form: empty for nothing.
pub fn amount_text(amount: Money, currency: Currency) -> RwSignal<String> {
    RwSignal::new(match amount {
        Money::ZERO => String::new(),
        amount => amount.plain(currency),
    })
}

#[component]
fn LineForm(id: ProjectId, about: About, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let currency = desk.read(|ws| ws.settings().currency);
    let draft = match about {
        About::Existing(line) => desk.read(|ws| {
            ws.get::<BudgetLine>(line)
                .map(|line| BudgetDraft::of(line))
                .unwrap_or_default()
        }),
        _ => BudgetDraft::default(),
    };
    let category = RwSignal::new(draft.category);
    let name = RwSignal::new(draft.name);
    let planned = amount_text(draft.planned, currency);
    let committed = amount_text(draft.committed, currency);
    let actual = amount_text(draft.actual, currency);
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let amount = |text: RwSignal<String>| {
            parse_amount(&text.get_untracked(), |text| Money::parse(text, currency))
        };
        let draft = BudgetDraft {
            category: category.get_untracked(),
            name: name.get_untracked(),
            planned: amount(planned)?,
            committed: amount(committed)?,
            actual: amount(actual)?,
        };
        let command = match about {
            About::Existing(id) => BudgetCommand::Edit { id, draft },
            _ => BudgetCommand::Create { project: id, draft },
        };
        desk.try_run(command)?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField
                    label="Category" value=category error=field_error(error, "Category") autofocus=true
                    help="For example people, material or travel."
                />
                <TextField label="What for" value=name optional=true/>
                <TextField label="Planned" value=planned help="As 1234.50."/>
                <div class="form-row">
                    <TextField label="Committed" value=committed optional=true/>
                    <TextField label="Paid" value=actual optional=true/>
                </div>
            </div>
            <FormFoot open=open save="Save line" error=error fields=&["Category"]/>
        </form>
    }
}

#[component]
fn Reserves(id: ProjectId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let (currency, charter) = desk.read(|ws| {
        let charter = ws.get::<Charter>(CharterId::from(id)).cloned();
        (ws.settings().currency, charter)
    });
    let (contingency, reserve) =
        charter.map_or((Money::ZERO, Money::ZERO), |c| (c.contingency, c.reserve));
    let contingency = amount_text(contingency, currency);
    let reserve = amount_text(reserve, currency);
    let code = RwSignal::new(currency.code().to_owned());
    let error = RwSignal::new(None::<String>);
    let save = move || -> Result<(), String> {
        let amount = |text: RwSignal<String>| {
            parse_amount(&text.get_untracked(), |text| Money::parse(text, currency))
        };
        let (contingency, reserve) = (amount(contingency)?, amount(reserve)?);
        if code.get_untracked() != currency.code() {
            let code = code.get_untracked();
            desk.try_run(SettingsCommand::SetCurrency { code })?;
        }
        let command = BudgetCommand::SetReserves {
            project: id,
            contingency,
            reserve,
        };
        desk.try_run(command)?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="Contingency" value=contingency optional=true help="For risks that are known; part of the budget."/>
                <TextField label="Management reserve" value=reserve optional=true help="For what nobody thought of; outside the budget."/>
                <TextField
                    label="Currency" value=code
                    help="Three letters, for example EUR. It holds for every project; amounts keep their numbers."
                />
            </div>
            <FormFoot open=open save="Save reserves" error=error fields=&[]/>
        </form>
    }
}
