//! The report to hand over: what changed since the last one, keeping it, and a file that opens anywhere.

use domain::command::KeepingCommand;
use domain::id::{ProjectId, StatusReportId};
use domain::lists::List;
use domain::model::{Baseline, Person, Project, Raid, RaidKind, ReportFigures, StatusReport, Task};
use domain::plan_figures::{of_project, task_plans};
use domain::status_report::{Figure, ReportPage, Section, changes_since, report_html};
use domain::time::Day;
use domain::variance::{Variance, variances};
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::report::Report;
use crate::platform::download;
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextArea;
use crate::ui::format;
use crate::ui::icon::Icon;

/// More tasks that differ from the baseline are not listed in a file.
const MAX_VARIANCES: usize = 20;

/// What changed, a summary, and the two ways to hand it over.
#[component]
pub fn Handover(
    /// The report.
    report: Report,
) -> impl IntoView {
    let desk = desk();
    let project = report.id;
    let summary = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let changes = Memo::new(move |_| changes(report));
    let likely = move || {
        report
            .simulated
            .get_untracked()
            .map(|simulated| (simulated.p50, simulated.p80))
    };
    let keep = move |_| {
        let assessment = report.assessment.get_untracked();
        let command = KeepingCommand::KeepReport {
            project,
            summary: summary.get_untracked(),
            standing: (assessment.standing(), assessment.reason()),
            likely: likely(),
        };
        match desk.try_run(command) {
            Ok(_) => error.set(None),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let save = move |_| {
        let html = page(report, &summary.get_untracked()).map(|page| report_html(&page));
        let Some(html) = html else { return };
        let name = desk.read(|ws| ws.get::<Project>(project).map(|p| p.name.clone()));
        let name: String = name
            .unwrap_or_default()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .take(60)
            .collect();
        let file = format!("{name}-{}.html", desk.today());
        if download::text_file(&file, "text/html", &html).is_err() {
            desk.notices
                .refused("The file could not be saved.".to_owned());
        }
    };
    let list = move || {
        let (title, lines) = changes.get();
        // What there is to come is nothing for paper.
        let class = if lines.is_empty() {
            "panel-note no-print"
        } else {
            "panel-note"
        };
        let rows = lines
            .into_iter()
            .map(|line| view! { <li class="row">{line}</li> });
        view! {
            <p class=class>{title}</p>
            <ul class="rows" aria-label="Changes">{rows.collect_view()}</ul>
        }
    };
    let kept = move || {
        let mut reports = desk.ids::<StatusReport>(List::StatusReports(project));
        reports.reverse();
        let rows = reports
            .into_iter()
            .take(12)
            .map(|id| view! { <Kept id=id/> });
        view! { <ul class="rows" aria-label="Kept reports">{rows.collect_view()}</ul> }
    };
    view! {
        <section class="panel">
            <header class="panel-head"><h2>"Status report"</h2></header>
            {dynamic(list)}
            <TextArea label="Summary" value=summary optional=true help="What the reader should know or decide."/>
            {dynamic(move || error.get().map(|sentence| view! { <p class="form-error" role="alert">{sentence}</p> }))}
            <div class="line-up">
                <button type="button" class="btn" data-kind="primary" on:click=keep>"Keep this report"</button>
                <button type="button" class="btn" on:click=save>
                    <Icon name="download"/>
                    <span class="label">"Save as a file"</span>
                </button>
            </div>
            {dynamic(kept)}
        </section>
    }
}

#[component]
fn Kept(id: StatusReportId) -> impl IntoView {
    let desk = desk();
    let report = desk.record::<StatusReport>(id);
    dynamic(move || {
        let report = report.get()?;
        let day = format::day(report.day, desk.today());
        Some(view! {
            <li class="row">
                <div>
                    {format!("{day}: {}", report.standing.name())}
                    <span class="sub">{report.summary.clone()}</span>
                </div>
            </li>
        })
    })
}

/// Figures of today, with the likely finishes where they were simulated.
fn figures_now(report: Report) -> Option<ReportFigures> {
    let desk = desk();
    let today = desk.today();
    let figures = desk.compute(|ws| of_project(ws, report.id, today)).ok()?;
    let simulated = report.simulated.get();
    Some(ReportFigures {
        p50: simulated.as_ref().map(|simulated| simulated.p50),
        p80: simulated.as_ref().map(|simulated| simulated.p80),
        ..figures
    })
}

fn changes(report: Report) -> (String, Vec<String>) {
    let desk = desk();
    let Some(last) = desk.keys(List::StatusReports(report.id)).last().copied() else {
        let first = "This is the first report. The next one will say what changed since.";
        return (first.to_owned(), Vec::new());
    };
    let (Some(last), Some(now)) = (
        desk.get::<StatusReport>(StatusReportId::from_key(last)),
        figures_now(report),
    ) else {
        return (String::new(), Vec::new());
    };
    let changes = desk.compute(|ws| changes_since(ws, report.id, &last, &now));
    let since = format::day(last.day, desk.today());
    let title = match changes.is_empty() {
        true => format!("Nothing has changed since the report of {since}."),
        false => format!("Since the report of {since}:"),
    };
    (title, changes)
}

fn page(report: Report, summary: &str) -> Option<ReportPage> {
    let desk = desk();
    let project = desk.read(|ws| ws.get::<Project>(report.id).cloned())?;
    let currency = desk.read(|ws| ws.settings().currency);
    let owner = project
        .owner
        .and_then(|id| desk.read(|ws| ws.get::<Person>(id).cloned()));
    let assessment = report.assessment.get_untracked();
    let figures = report.figures.get_untracked().ok()?;
    let value = &figures.value;
    let figure = |name: &str, value: String, note: &str| Figure {
        name: name.to_owned(),
        value,
        note: note.to_owned(),
    };
    let index = |index: Option<domain::earned_value::Index>| {
        index.map_or("–".to_owned(), domain::earned_value::Index::in_words)
    };
    let mut shown = vec![
        figure(
            "Earned value",
            value.earned.short(currency),
            "the budget of what is done",
        ),
        figure(
            "Planned value",
            value.planned.short(currency),
            "the budget of what should be done",
        ),
        figure(
            "Actual cost",
            value.actual.short(currency),
            "what was spent",
        ),
        figure(
            "Schedule index",
            index(value.schedule_index),
            "below 1: behind the plan",
        ),
        figure(
            "Cost index",
            index(value.cost_index),
            "below 1: dearer than planned",
        ),
        figure(
            "Cost at completion",
            value.forecasts.leading().short(currency),
            "while the trend holds",
        ),
    ];
    if !figures.is_measurable() {
        shown.clear();
    }
    if let Some(simulated) = report.simulated.get_untracked() {
        let day = |day: domain::time::Day| day.to_string();
        shown.push(figure(
            "Likely finish",
            day(simulated.p50),
            "half of the trials",
        ));
        shown.push(figure(
            "Finish at 80 %",
            day(simulated.p80),
            "80 % of the trials",
        ));
    }
    let (title, lines) = untrack(|| changes(report));
    let open = |kind: RaidKind| {
        desk.read(|ws| {
            let entries = ws.list::<Raid>(List::Raid(report.id));
            let open = entries.filter(|(_, raid)| raid.kind == kind && raid.closed_at.is_none());
            open.map(|(_, raid)| raid.title.clone())
                .collect::<Vec<String>>()
        })
    };
    let dates = match (project.start, project.finish) {
        (Some(start), Some(finish)) => format!("{start} to {finish}"),
        (None, Some(finish)) => format!("promised for {finish}"),
        _ => "no finish promised".to_owned(),
    };
    let owner = owner.map_or("nobody yet".to_owned(), |owner| owner.name.clone());
    Some(ReportPage {
        title: project.name.clone(),
        byline: format!(
            "Status on {}. Stage {}, {dates}. Owner: {owner}.",
            desk.today(),
            project.stage.name()
        ),
        standing: assessment.standing().name().to_owned(),
        reason: assessment.reason(),
        summary: summary.to_owned(),
        figures: shown,
        curve: figures.curve.map(|curve| curve.points).unwrap_or_default(),
        currency,
        sections: against_baseline(report.id)
            .into_iter()
            .chain([
                Section {
                    title: title.trim_end_matches(':').to_owned(),
                    lines,
                },
                Section {
                    title: "Open risks".to_owned(),
                    lines: open(RaidKind::Risk),
                },
                Section {
                    title: "Open issues".to_owned(),
                    lines: open(RaidKind::Issue),
                },
                Section {
                    title: "Open change requests".to_owned(),
                    lines: open(RaidKind::Change),
                },
            ])
            .collect(),
    })
}

/// How far the plan has moved from its latest baseline; nothing without one.
fn against_baseline(id: ProjectId) -> Option<Section> {
    let desk = desk();
    desk.read(|ws| {
        let (_, baseline) = ws.list::<Baseline>(List::Baselines(id)).last()?;
        let plans = task_plans(ws, id, desk.today()).ok()?;
        let all = variances(&plans, baseline, &ws.settings().calendar);
        let n_tasks = all.len();
        let differing: Vec<Variance> = all.into_iter().filter(Variance::is_any).collect();
        let tasks = format::count(n_tasks, "task", "tasks");
        let mut lines = vec![format!("{} of {tasks} differ.", differing.len())];
        lines.extend(differing.iter().take(MAX_VARIANCES).map(|variance| {
            let task = ws.get::<Task>(variance.task);
            let title = task.map_or("A deleted task", |task| task.title.as_str());
            let day = |day: Option<Day>| day.map_or("no date".to_owned(), |day| day.to_string());
            let before = match &variance.baseline {
                Some(line) => format!("{} in the baseline", day(line.finish)),
                None => "came later".to_owned(),
            };
            let now = day(variance.dates.map(|(_, finish)| finish));
            format!("{title}: ends {now}; {before}.")
        }));
        Some(Section {
            title: format!("Against the baseline “{}”", baseline.name),
            lines,
        })
    })
}
