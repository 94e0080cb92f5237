//! How a project stands, by which rules, and a judgement against them.

use domain::assessment::Assessment;
use domain::command::CharterCommand;
use domain::model::Standing;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::report::Report;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea};
use crate::ui::form::field_error;
use crate::ui::icon::Status;

/// The shape of a standing.
fn shape(standing: Standing) -> &'static str {
    match standing {
        Standing::OnTrack => "good",
        Standing::Watch => "watch",
        Standing::OffTrack => "bad",
    }
}

fn mark(standing: Standing) -> impl IntoView {
    let status = shape(standing);
    view! { <Status status=status label=standing.name()/> }
}

/// How a project stands by all rules.
pub fn standing_mark(assessment: &Assessment) -> impl IntoView + use<> {
    let standing = assessment.standing();
    view! { <Status status=shape(standing) label=standing.name() title="By every rule of this page, or by a judgement against them."/> }
}

/// Every rule that is broken, and the way to judge otherwise.
#[component]
pub fn StandingPanel(
    /// The report.
    report: Report,
) -> impl IntoView {
    let content = move || {
        let assessment = report.assessment.get();
        let judged = assessment.judgement.clone().map(|judgement| {
            let by = if judgement.by.is_empty() { "someone".to_owned() } else { judgement.by };
            view! {
                <p class="panel-note">
                    {format!("Judged by {by} against the rules, which say {}: {}", assessment.by_rules.name(), judgement.reason)}
                </p>
            }
        });
        let findings = assessment.findings.clone().into_iter().map(|finding| {
            view! { <li class="row"><span>{finding.reason}</span>{mark(finding.standing)}</li> }
        });
        let none = assessment.findings.is_empty().then(|| {
            let is_measured = report
                .figures
                .get()
                .is_ok_and(|figures| figures.is_measurable());
            let value = if is_measured { "earned value, " } else { "" };
            let none = format!(
                "No rule is broken: dates, {value}risks, issues and gates are as they should be."
            );
            view! { <p class="panel-note">{none}</p> }
        });
        view! {
            <p class="panel-note">{mark(assessment.standing())}</p>
            {judged}
            {none}
            <ul class="rows" aria-label="Why">{findings.collect_view()}</ul>
            <p class="panel-note no-print">"The mark on boards and on the other tabs goes by the dates alone."</p>
        }
    };
    view! {
        <section class="panel">
            <header class="panel-head"><h2>"How it stands"</h2></header>
            {dynamic(content)}
            <Judge report=report/>
        </section>
    }
}

#[component]
fn Judge(report: Report) -> impl IntoView {
    let desk = desk();
    let project = report.id;
    let standing = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let choices = std::iter::once((String::new(), "By the rules".to_owned()));
    let judged = Standing::ALL.iter().enumerate();
    let choices: Vec<(String, String)> = choices
        .chain(judged.map(|(at, standing)| (at.to_string(), standing.name().to_owned())))
        .collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let at = standing.get_untracked().parse::<usize>().ok();
        let judged = at.and_then(|at| Standing::ALL.get(at).copied());
        let judgement = judged.map(|standing| (standing, reason.get_untracked()));
        match desk.try_run(CharterCommand::Judge { project, judgement }) {
            Ok(_) => error.set(None),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <details class="more">
            <summary>"Judge otherwise"</summary>
            <form class="stack" data-gap="2" on:submit=submit novalidate=true>
                <SelectField label="It stands" value=standing options=Signal::stored(choices)/>
                <TextArea
                    label="Reason" value=reason error=field_error(error, "Say why")
                    help="It is shown beside the standing until you leave it to the rules again."
                />
                <button type="submit" class="btn">"Keep this judgement"</button>
            </form>
        </details>
    }
}
