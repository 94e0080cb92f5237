//! A process's documented steps: the list, and the sheet of the chosen one.

use domain::flow::lint::{Finding, lint};
use domain::id::TemplateId;
use domain::lists::List;
use domain::model::{Person, Step, Template};
use domain::route::Route;
use domain::workspace::Workspace;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::clock::worked;
use crate::features::processes::head::{ProcessFrame, ProcessTab, latest_version};
use crate::features::processes::step_form::per_day;
use crate::features::processes::step_list::{AddStep, StepList};
use crate::features::processes::step_sheet::{StepSheet, on_paper};
use crate::features::processes::versions_page::Publish;
use crate::platform::print;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::Kind;

/// A process's documented steps.
#[component]
pub fn StepsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    view! {
        <ProcessFrame id=id tab=ProcessTab::Steps>
            <Purpose id=id/>
            <WholeSheet id=id/>
            <Editor id=id/>
            <OnPaper id=id/>
        </ProcessFrame>
    }
}

#[component]
fn Purpose(id: TemplateId) -> impl IntoView {
    let desk = desk();
    move || {
        let purpose = desk.get::<Template>(id)?.purpose.clone();
        (!purpose.is_empty()).then(|| view! { <p class="lede purpose">{purpose}</p> })
    }
}

/// The rest of the process sheet, as far as it is filled in.
#[component]
fn WholeSheet(id: TemplateId) -> impl IntoView {
    let desk = desk();
    dynamic(move || {
        let sheet = desk.get::<Template>(id)?.sheet.clone();
        let run_time = sheet
            .run_minutes
            .map(|minutes| worked(i64::from(minutes), per_day(desk)));
        let on_time = sheet
            .on_time_percent
            .map(|percent| format!("{percent} % of runs"));
        let facts = [
            ("Trigger", sheet.trigger),
            ("Goal", sheet.goal),
            ("Suppliers", sheet.suppliers),
            ("Inputs", sheet.inputs),
            ("Outputs", sheet.outputs),
            ("Customers", sheet.customers),
            ("Name of a run", sheet.run_name),
            ("Time for a run", run_time.unwrap_or_default()),
            ("Target on time", on_time.unwrap_or_default()),
            ("Review", sheet.cadence),
        ];
        let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
        let rows: Vec<_> = facts
            .map(|(name, text)| view! { <dt>{name}</dt><dd>{text}</dd> })
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <details class="more process-sheet">
                    <summary>"Process sheet"</summary>
                    <dl class="known">{rows}</dl>
                </details>
            }
        })
    })
}

/// Every step with all that is written about it, drawn while the page is printed: on the screen one
/// is chosen at a time.
#[component]
fn OnPaper(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let is_printing = RwSignal::new(false);
    let set = move |is_on| {
        move || {
            let _ = is_printing.try_set(is_on);
        }
    };
    let listening = StoredValue::new_local(print::listen(set(true), set(false)));
    on_cleanup(move || listening.dispose());
    dynamic(move || {
        is_printing.get().then(|| {
            let steps = desk.ids::<Step>(List::Steps(id)).into_iter();
            let steps = steps.filter_map(|step_id| {
                let step = desk.get::<Step>(step_id)?;
                Some(view! { <li>{on_paper(desk, &step)}</li> })
            });
            view! { <ol class="on-paper" aria-label="All steps">{steps.collect_view()}</ol> }
        })
    })
}

#[component]
fn Editor(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let steps = Memo::new(move |_| desk.ids::<Step>(List::Steps(id)));
    let noted = Memo::new(move |_| note(desk, id));
    // The step in the address, or the first.
    let chosen = Memo::new(move |_| {
        let wanted = match desk.route.get() {
            Route::Step(_, step_id) => Some(step_id),
            _ => None,
        };
        steps.with(|steps| {
            wanted
                .filter(|step_id| steps.contains(step_id))
                .or_else(|| steps.first().copied())
        })
    });
    let sheet = move || {
        match chosen.get() {
        Some(step_id) => view! { <StepSheet template=id id=step_id/> }.into_any(),
        None => view! {
            <Empty
                kind=Kind::Loop title="No steps yet"
                text="Write down what is done, one step after another, so that anyone can do it the same way."
            />
        }
        .into_any(),
    }
    };
    view! {
        <div class="editor">
            <div class="stack" data-gap="2">
                <StepList template=id steps=steps chosen=chosen/>
                <AddStep template=id/>
                {dynamic(move || noted.get().map(|note| view! {
                    <p class="meta">{note}</p>
                    <div><Publish id=id/></div>
                }))}
                <Lint id=id/>
            </div>
            {dynamic(sheet)}
        </div>
    }
}

/// What a change of the steps, or of what else a version freezes, means for the runs; tracked.
fn note(desk: Desk, id: TemplateId) -> Option<String> {
    let version = latest_version(desk, id)?;
    let is_published = desk.compute(|ws| ws.is_published(id));
    (!is_published).then(|| {
        format!(
            "Changed since version {}. Runs follow version {} until you publish version {}.",
            version.number,
            version.number,
            version.number + 1,
        )
    })
}

/// What is worth a look in the draft.
pub fn findings(workspace: &Workspace, id: TemplateId) -> Vec<Finding> {
    let roles: Vec<String> = workspace
        .list::<Person>(List::People)
        .map(|(_, person)| person.role.trim().to_lowercase())
        .collect();
    // Before anyone has a role, that nobody has one is no news.
    let is_quiet = roles.iter().all(String::is_empty);
    let mut findings = lint(&workspace.draft_steps(id), &|role| {
        is_quiet || roles.contains(&role.trim().to_lowercase())
    });
    findings.extend(workspace.nesting(id));
    findings
}

#[component]
fn Lint(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let found = Memo::new(move |_| desk.compute(|ws| findings(ws, id)));
    dynamic(move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let rows = found.into_iter().map(|finding| {
                let href = Route::Step(id, finding.step).href();
                view! { <li><a href=href>{finding.message}</a></li> }
            });
            view! {
                <details class="more">
                    <summary>{format::count(rows.len(), "thing needs a look", "things need a look")}</summary>
                    <ul class="plain-list">{rows.collect_view()}</ul>
                </details>
            }
        })
    })
}
