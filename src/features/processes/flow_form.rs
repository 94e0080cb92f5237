//! What follows a step: in sequence, by a condition, or in parallel; and what finishing it means.

use domain::flow::expr;
use domain::id::{StepId, TemplateId};
use domain::lists::List;
use domain::model::{Branch, Next, StepKind, StepWork, Target, Template};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::step_form::{target, target_value, targets};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, next_number};
use crate::ui::icon::Icon;

/// What follows, being edited.
#[derive(Clone, Copy)]
pub struct Flow {
    kind: RwSignal<String>,
    rejected: RwSignal<String>,
    back: RwSignal<String>,
    sub: RwSignal<String>,
    shape: RwSignal<String>,
    go: RwSignal<String>,
    branches: RwSignal<Vec<Way>>,
    otherwise: RwSignal<String>,
    heads: RwSignal<Vec<String>>,
    join: RwSignal<String>,
}

/// A branch being edited.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Way {
    number: u32,
    when: RwSignal<String>,
    to: RwSignal<String>,
}

impl Way {
    fn new(branch: &Branch) -> Way {
        Way {
            number: next_number(),
            when: RwSignal::new(branch.when.clone()),
            to: RwSignal::new(target_value(branch.to)),
        }
    }
}

impl Flow {
    /// What follows a step.
    pub fn of(work: &StepWork) -> Flow {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let (kind, rejected, back, sub) = match &work.kind {
            StepKind::Task => ("task", "end".to_owned(), None, None),
            StepKind::Approval { rejected, back } => {
                ("approval", target_value(*rejected), *back, None)
            }
            StepKind::SubProcess { template } => ("sub", "end".to_owned(), None, Some(*template)),
        };
        let flow = Flow {
            kind: text(kind),
            rejected: text(&rejected),
            back: RwSignal::new(back.map(|id| id.to_string()).unwrap_or_default()),
            sub: RwSignal::new(sub.map(|id| id.to_string()).unwrap_or_default()),
            shape: text(""),
            go: text(""),
            branches: RwSignal::new(Vec::new()),
            otherwise: text(""),
            heads: RwSignal::new(Vec::new()),
            join: text("end"),
        };
        match &work.next {
            Next::Following => {}
            Next::Go(to) => {
                flow.shape.set("go".to_owned());
                flow.go.set(target_value(*to));
            }
            Next::Choose {
                branches,
                otherwise,
            } => {
                flow.shape.set("choose".to_owned());
                flow.branches.set(branches.iter().map(Way::new).collect());
                flow.otherwise.set(target_value(*otherwise));
            }
            Next::All { heads, join } => {
                flow.shape.set("all".to_owned());
                flow.heads
                    .set(heads.iter().map(StepId::to_string).collect());
                flow.join.set(target_value(*join));
            }
        }
        flow
    }

    /// Writes what was chosen into the documentation of a step.
    pub fn read(&self, work: &mut StepWork) {
        work.kind = match self.kind.get_untracked().as_str() {
            "approval" => StepKind::Approval {
                rejected: target(&self.rejected.get_untracked()),
                back: self.back.get_untracked().parse().ok(),
            },
            "sub" => match self.sub.get_untracked().parse() {
                Ok(template) => StepKind::SubProcess { template },
                Err(_) => StepKind::Task,
            },
            _ => StepKind::Task,
        };
        work.next = match self.shape.get_untracked().as_str() {
            "go" => Next::Go(target(&self.go.get_untracked())),
            "choose" => Next::Choose {
                branches: self.branches.with_untracked(|ways| {
                    let ways = ways.iter().map(|way| Branch {
                        when: way.when.get_untracked(),
                        to: target(&way.to.get_untracked()),
                    });
                    ways.collect()
                }),
                otherwise: target(&self.otherwise.get_untracked()),
            },
            "all" => Next::All {
                heads: self.heads.with_untracked(|heads| {
                    heads.iter().filter_map(|id| id.parse().ok()).collect()
                }),
                join: match target(&self.join.get_untracked()) {
                    Target::Following => Target::End,
                    join => join,
                },
            },
            _ => Next::Following,
        };
    }
}

/// The controls of what follows.
#[component]
pub fn FlowForm(
    /// The process.
    template: TemplateId,
    /// The step.
    id: StepId,
    /// What follows it.
    flow: Flow,
) -> impl IntoView {
    let desk = desk();
    let places = Signal::derive(move || targets(desk, template, id));
    let choices = |all: [(&str, &str); 4]| {
        all.into_iter()
            .filter(|(_, name)| !name.is_empty())
            .map(|(value, name)| (value.to_owned(), name.to_owned()))
            .collect::<Vec<_>>()
    };
    let kinds = choices([
        ("task", "Work, done once it is finished"),
        ("approval", "An approval: approve, reject or send back"),
        ("sub", "A run of another process"),
        ("", ""),
    ]);
    let shapes = choices([
        ("", "Go on to the step below"),
        ("go", "Always go elsewhere"),
        ("choose", "Choose by a condition"),
        ("all", "Several at the same time"),
    ]);
    let kind_part = move || match flow.kind.get().as_str() {
        "approval" => view! {
            <div class="form-row">
                <SelectField label="If rejected, go to" value=flow.rejected options=places/>
                <SelectField
                    label="If sent back, go to" value=flow.back
                    options=Signal::derive(move || steps(desk, template, id, "the step above"))
                />
            </div>
        }
        .into_any(),
        "sub" => view! {
            <SelectField
                label="Process" value=flow.sub
                options=Signal::derive(move || processes(desk, template))
                help="It starts by itself and brings back what it recorded."
            />
        }
        .into_any(),
        _ => ().into_any(),
    };
    let shape_part = move || match flow.shape.get().as_str() {
        "go" => view! { <SelectField label="Go to" value=flow.go options=places/> }.into_any(),
        "choose" => view! { <Branches flow=flow places=places/> }.into_any(),
        "all" => view! { <Heads template=template id=id flow=flow places=places/> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <fieldset class="form">
            <legend class="legend-h">"Then"</legend>
            <SelectField label="What this step is" value=flow.kind options=kinds/>
            {dynamic(kind_part)}
            <SelectField label="What follows" value=flow.shape options=shapes/>
            {dynamic(shape_part)}
        </fieldset>
    }
}

#[component]
fn Branches(flow: Flow, places: Signal<Vec<(String, String)>>) -> impl IntoView {
    if flow.branches.with_untracked(Vec::is_empty) {
        flow.branches.set(vec![Way::new(&Branch::default())]);
    }
    let add = move |_| {
        flow.branches
            .update(|ways| ways.push(Way::new(&Branch::default())));
    };
    let row = move |way: Way| {
        let remove = move |_| {
            flow.branches
                .update(|ways| ways.retain(|other| other.number != way.number));
        };
        let id = format!("field-{}", next_number());
        let note = format!("{id}-note");
        let described_by = note.clone();
        let wrong = move || {
            let when = way.when.get();
            let wrong = expr::parse(&when).err().filter(|_| !when.trim().is_empty());
            wrong.map(|wrong| view! { <p class="error">{wrong.to_string()}</p> })
        };
        view! {
            <li>
                <div class="field">
                    <label for=id.clone()>"If"</label>
                    <input
                        class="input" id=id autocomplete="off" placeholder="amount > 1000 and area = \"Safety\""
                        aria-describedby=described_by prop:value=way.when
                        on:input=move |event| way.when.set(event_target_value(&event))
                    />
                    <div id=note aria-live="polite">{dynamic(wrong)}</div>
                </div>
                <SelectField label="Go to" value=way.to options=places/>
                <div>
                    <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=remove>
                        <Icon name="trash-2"/>
                        <span class="label">"Remove branch"</span>
                    </button>
                </div>
            </li>
        }
    };
    view! {
        <ol class="branch">
            <For each=move || flow.branches.get() key=|way| way.number children=row/>
        </ol>
        <div>
            <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=add>
                <Icon name="plus"/>
                <span class="label">"Add a branch"</span>
            </button>
        </div>
        <SelectField
            label="Otherwise, go to" value=flow.otherwise options=places
            help="The first condition that holds decides. A field that is not filled in makes none true."
        />
    }
}

#[component]
fn Heads(
    template: TemplateId,
    id: StepId,
    flow: Flow,
    places: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let desk = desk();
    let boxes = move || {
        let all = steps(desk, template, id, "");
        let boxes = all.into_iter().skip(1).map(|(value, name)| {
            let is_in = {
                let value = value.clone();
                move || flow.heads.with(|heads| heads.contains(&value))
            };
            let toggle = move |event| {
                let is_on = event_target_checked(&event);
                flow.heads.update(|heads| {
                    heads.retain(|other| *other != value);
                    if is_on {
                        heads.push(value.clone());
                    }
                });
            };
            view! {
                <label class="check">
                    <input type="checkbox" prop:checked=is_in on:change=toggle/>
                    <span>{name}</span>
                </label>
            }
        });
        boxes.collect_view()
    };
    view! {
        <div class="stack" data-gap="1" role="group" aria-label="First steps of the branches">
            <p class="meta">"The first step of each branch. A branch goes on in the list until another one begins."</p>
            {dynamic(boxes)}
        </div>
        <SelectField
            label="They come together at" value=flow.join options=places
            help="It waits until every branch is finished."
        />
    }
}

/// The other steps of a process as choices, after one for none.
fn steps(desk: Desk, template: TemplateId, own: StepId, none: &str) -> Vec<(String, String)> {
    let all = targets(desk, template, own).into_iter().skip(2);
    let others = all.filter(|(value, _)| *value != own.to_string());
    std::iter::once((String::new(), none.to_owned()))
        .chain(others)
        .collect()
}

/// The other processes as choices.
fn processes(desk: Desk, own: TemplateId) -> Vec<(String, String)> {
    let all = desk
        .ids::<Template>(List::Templates)
        .into_iter()
        .filter(|id| *id != own);
    let named = all.filter_map(|id| Some((id.to_string(), desk.get::<Template>(id)?.name.clone())));
    std::iter::once((String::new(), "Choose".to_owned()))
        .chain(named)
        .collect()
}
