//! An entry of the log as a form. A risk has more to say than the others.

use domain::command::{RaidCommand, RaidDraft};
use domain::id::{ProjectId, RaidId};
use domain::lists::List;
use domain::model::{Raid, RaidKind, Response, Risk, Task};
use domain::money::Money;
use domain::simulate::Spread;
use leptos::prelude::*;

use crate::desk::{desk, people};
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::{FormFoot, field_error, on_submit, parse_amount, parse_day, parse_number};

/// What the form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Something new.
    New(RaidKind),
    /// An entry that is there.
    Existing(RaidId),
}

/// The dialog around the form; open while `form` is something.
#[component]
pub fn RaidDialog(
    /// Whose log.
    id: ProjectId,
    /// What the form is about.
    form: RwSignal<Option<About>>,
) -> impl IntoView {
    let (open, form) = open_while(form);
    let title = Signal::derive(move || match form.get() {
        Some(About::Existing(_)) => "Log entry".to_owned(),
        _ => "Add to the log".to_owned(),
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || form.get().map(|about| view! { <RaidForm project=id about=about open=open/> }))}
        </Dialog>
    }
}

fn scale(words: [&str; 5]) -> Signal<Vec<(String, String)>> {
    let choices = words
        .iter()
        .zip(1..)
        .map(|(word, n)| (n.to_string(), format!("{n}: {word}")));
    Signal::stored(choices.collect())
}

/// What each step of the probability means, least first.
pub const PROBABILITY: [&str; 5] = [
    "very unlikely",
    "unlikely",
    "possible",
    "likely",
    "very likely",
];
/// What each step of the impact means, least first.
pub const IMPACT: [&str; 5] = [
    "hardly felt",
    "small",
    "clear",
    "serious",
    "ends the project",
];

/// The fields that only a risk has, as texts.
#[derive(Clone, Copy)]
struct RiskFields {
    probability: RwSignal<String>,
    impact: RwSignal<String>,
    response: RwSignal<String>,
    plan: RwSignal<String>,
    trigger: RwSignal<String>,
    residual_probability: RwSignal<String>,
    residual_impact: RwSignal<String>,
    chance: RwSignal<String>,
    task: RwSignal<String>,
    delay: [RwSignal<String>; 3],
    cost: RwSignal<String>,
}

fn shown(number: i64) -> String {
    if number == 0 {
        String::new()
    } else {
        number.to_string()
    }
}

impl RiskFields {
    fn of(risk: &Risk, currency: domain::money::Currency) -> RiskFields {
        let text = |text: String| RwSignal::new(text);
        let optional = |n: Option<u8>| n.map(|n| n.to_string()).unwrap_or_default();
        let response = Response::ALL
            .iter()
            .position(|other| *other == risk.response);
        let delay = [risk.delay.low, risk.delay.likely, risk.delay.high];
        RiskFields {
            probability: text(risk.probability.to_string()),
            impact: text(risk.impact.to_string()),
            response: text(response.unwrap_or(0).to_string()),
            plan: text(risk.plan.clone()),
            trigger: text(risk.trigger.clone()),
            residual_probability: text(optional(risk.residual_probability)),
            residual_impact: text(optional(risk.residual_impact)),
            chance: text(
                risk.chance
                    .map(|chance| (chance / 100).to_string())
                    .unwrap_or_default(),
            ),
            task: text(risk.task.map(|id| id.to_string()).unwrap_or_default()),
            delay: delay.map(|days| text(shown(days))),
            cost: text(if risk.cost == Money::ZERO {
                String::new()
            } else {
                risk.cost.plain(currency)
            }),
        }
    }

    fn read(self, currency: domain::money::Currency) -> Result<Risk, String> {
        let get = |signal: RwSignal<String>| signal.get_untracked();
        let level = |signal| -> Result<Option<u8>, String> {
            Ok(parse_number("Level", &get(signal))?.and_then(|n| u8::try_from(n).ok()))
        };
        let [low, likely, high] = self.delay;
        let days = |signal| -> Result<i64, String> {
            Ok(parse_number("Delay", &get(signal))?.unwrap_or(0))
        };
        let chance = parse_number("Chance", &get(self.chance))?;
        let at: usize = get(self.response).parse().unwrap_or(0);
        Ok(Risk {
            probability: level(self.probability)?.unwrap_or(0),
            impact: level(self.impact)?.unwrap_or(0),
            response: Response::ALL.get(at).copied().unwrap_or_default(),
            plan: get(self.plan),
            trigger: get(self.trigger),
            residual_probability: level(self.residual_probability)?,
            residual_impact: level(self.residual_impact)?,
            chance: chance.map(|n| u32::try_from(n).unwrap_or(u32::MAX).saturating_mul(100)),
            task: get(self.task).parse().ok(),
            delay: Spread {
                low: days(low)?,
                likely: days(likely)?,
                high: days(high)?,
                ..Spread::default()
            },
            cost: parse_amount(&get(self.cost), |text| Money::parse(text, currency))?,
        })
    }
}

#[component]
fn RaidForm(project: ProjectId, about: About, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let currency = desk.read(|ws| ws.settings().currency);
    let draft = match about {
        About::New(kind) => RaidDraft {
            kind,
            ..RaidDraft::default()
        },
        About::Existing(id) => desk.read(|ws| {
            ws.get::<Raid>(id)
                .map(|raid| RaidDraft::of(raid))
                .unwrap_or_default()
        }),
    };
    let at = RaidKind::ALL
        .iter()
        .position(|kind| *kind == draft.kind)
        .unwrap_or(0);
    let kind = RwSignal::new(at.to_string());
    let title = RwSignal::new(draft.title);
    let notes = RwSignal::new(draft.notes);
    let owner = RwSignal::new(draft.owner.map(|id| id.to_string()).unwrap_or_default());
    let due = RwSignal::new(draft.due.map(|day| day.to_string()).unwrap_or_default());
    let fields = RiskFields::of(&draft.risk.unwrap_or_default(), currency);
    let error = RwSignal::new(None::<String>);
    let kinds = RaidKind::ALL.iter().enumerate();
    let kinds: Vec<(String, String)> = kinds
        .map(|(at, kind)| (at.to_string(), kind.name().to_owned()))
        .collect();
    let chosen = move || {
        let at: usize = kind.get().parse().unwrap_or(0);
        RaidKind::ALL.get(at).copied().unwrap_or_default()
    };
    let save = move || -> Result<(), String> {
        let kind = untrack(chosen);
        let risk = (kind == RaidKind::Risk)
            .then(|| fields.read(currency))
            .transpose()?;
        let draft = RaidDraft {
            kind,
            title: title.get_untracked(),
            notes: notes.get_untracked(),
            owner: people::chosen(&owner.get_untracked()),
            due: parse_day(&due.get_untracked())?,
            risk,
        };
        let command = match about {
            About::New(_) => RaidCommand::Create { project, draft },
            About::Existing(id) => RaidCommand::Edit { id, draft },
        };
        desk.try_run(command)?;
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    let is_risk = Memo::new(move |_| chosen() == RaidKind::Risk);
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <SelectField label="Kind" value=kind options=Signal::stored(kinds)/>
                <p class="help">{dynamic(move || chosen().meaning())}</p>
                <TextField label="Title" value=title error=field_error(error, "Title") autofocus=true/>
                {dynamic(move || is_risk.get().then(|| view! { <RiskPart project=project fields=fields/> }))}
                <TextArea label="Notes" value=notes optional=true/>
                <div class="form-row">
                    <SelectField label="Owner" value=owner options=people::choices(desk, "Nobody yet") optional=true/>
                    <TextField label="Due" value=due kind="date" optional=true/>
                </div>
            </div>
            <FormFoot open=open save="Save entry" error=error fields=&["Title"]/>
        </form>
    }
}

#[component]
fn RiskPart(project: ProjectId, fields: RiskFields) -> impl IntoView {
    let desk = desk();
    let responses = Response::ALL.iter().enumerate();
    let responses: Vec<(String, String)> = responses
        .map(|(at, response)| (at.to_string(), response.name().to_owned()))
        .collect();
    let with_none = |choices: Signal<Vec<(String, String)>>| {
        Signal::derive(move || {
            let none = std::iter::once((String::new(), "Not weighed".to_owned()));
            none.chain(choices.get()).collect()
        })
    };
    let tasks = Signal::derive(move || {
        let tasks = desk.ids::<Task>(List::Tasks(project)).into_iter();
        let names =
            tasks.filter_map(|id| Some((id.to_string(), desk.get::<Task>(id)?.title.clone())));
        std::iter::once((String::new(), "The whole project".to_owned()))
            .chain(names)
            .collect()
    });
    let [low, likely, high] = fields.delay;
    view! {
        <div class="form-row">
            <SelectField label="Probability" value=fields.probability options=scale(PROBABILITY)/>
            <SelectField label="Impact" value=fields.impact options=scale(IMPACT)/>
        </div>
        <SelectField label="Response" value=fields.response options=Signal::stored(responses)/>
        <TextArea label="Plan" value=fields.plan optional=true help="What is done about it, and by when."/>
        <TextField label="Trigger" value=fields.trigger optional=true help="By what one sees that it is happening."/>
        <div class="form-row">
            <SelectField label="Probability after" value=fields.residual_probability options=with_none(scale(PROBABILITY)) optional=true/>
            <SelectField label="Impact after" value=fields.residual_impact options=with_none(scale(IMPACT)) optional=true/>
        </div>
        <details class="more">
            <summary>"For the simulation"</summary>
            <TextField
                label="Chance in percent" value=fields.chance optional=true
                help="Without one the risk is left out of the simulation."
            />
            <SelectField label="Delays" value=fields.task options=tasks/>
            <div class="form-row">
                <TextField label="Days at best" value=low optional=true/>
                <TextField label="Days likely" value=likely optional=true/>
                <TextField label="Days at worst" value=high optional=true/>
            </div>
            <TextField label="Cost if it happens" value=fields.cost optional=true/>
        </details>
    }
}
