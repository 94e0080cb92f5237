//! When a process starts by itself: a plain choice, the rule it makes, and the next days.

use domain::command::TemplateCommand;
use domain::id::TemplateId;
use domain::model::{CatchUp, Template};
use domain::recur::{ByDay, Freq, Rule};
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{FormFoot, field_error};
use crate::ui::format;

/// The dialog of a process's schedule.
#[component]
pub fn ScheduleDialog(
    /// The process.
    id: TemplateId,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! { <Dialog open=open title="When it starts"><ScheduleForm id=id open=open/></Dialog> }
}

/// The rule of a process as a sentence with its next day, tracked; “On request” without one.
pub fn starts(desk: Desk, id: TemplateId) -> String {
    let schedule = desk
        .get::<Template>(id)
        .and_then(|template| template.schedule.clone());
    let Some(schedule) = schedule else {
        return "On request".to_owned();
    };
    let Ok(rule) = Rule::read(&schedule.rule) else {
        return "By a rule that cannot be read".to_owned();
    };
    let today = desk.today();
    let next = rule.days(schedule.start).find(|day| *day > today);
    let sentence = rule.sentence(schedule.start);
    match next {
        Some(day) => format!("{sentence}, next {}", format::day(day, today)),
        None => format!("{sentence}, not again"),
    }
}

#[component]
fn ScheduleForm(id: TemplateId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let schedule = desk.read(|ws| {
        ws.get::<Template>(id)
            .and_then(|template| template.schedule.clone())
    });
    let today = desk.today();
    let text = |text: &str| RwSignal::new(text.to_owned());
    let start = RwSignal::new(schedule.as_ref().map_or(today, |s| s.start).to_string());
    let rule = text(schedule.as_ref().map_or("", |s| &s.rule));
    let how = text(if schedule.is_some() { "rule" } else { "" });
    let policy = text(match schedule.as_ref().map(|s| s.catch_up) {
        Some(CatchUp::All) => "all",
        Some(CatchUp::Skip) => "skip",
        _ => "latest",
    });
    let error = RwSignal::new(None::<String>);
    let first = move || {
        start
            .get()
            .parse::<Day>()
            .map_err(|wrong| format!("First day: {wrong}"))
    };
    let chosen = move || -> Result<Option<(String, Day)>, String> {
        let start = first()?;
        let simple = simple(&how.get(), start);
        let written = match (how.get().as_str(), simple) {
            ("", _) => return Ok(None),
            ("rule", _) | (_, None) => rule.get(),
            (_, Some(simple)) => simple.to_string(),
        };
        let rule = Rule::checked(&written, start).map_err(|wrong| format!("Rule: {wrong}"))?;
        Ok(Some((rule.to_string(), start)))
    };
    let preview = move || match chosen() {
        Ok(None) => {
            view! { <p class="meta">"Runs are started by hand, or by another run."</p> }.into_any()
        }
        Ok(Some((rule, start))) => {
            let Ok(rule) = Rule::read(&rule) else {
                return ().into_any();
            };
            let days = rule.days(start).filter(|day| *day >= today).take(5);
            let days: Vec<String> = days
                .map(|day| {
                    format!(
                        "{} {}",
                        format::first_three(day.weekday_name()),
                        format::day(day, today)
                    )
                })
                .collect();
            let next = if days.is_empty() {
                "none any more".to_owned()
            } else {
                days.join(", ")
            };
            view! { <p><b>{rule.sentence(start)}</b></p><p class="meta">{format!("Next: {next}")}</p> }.into_any()
        }
        Err(wrong) => view! { <p class="error" role="alert">{wrong}</p> }.into_any(),
    };
    let hows = move || {
        let day = first().unwrap_or(today);
        let names = [
            ("", "Only by hand".to_owned()),
            ("daily", "Every day".to_owned()),
            ("workdays", "Every day from Monday to Friday".to_owned()),
            ("weekly", format!("Every {}", day.weekday_name())),
            ("second", format!("Every second {}", day.weekday_name())),
            (
                "monthly",
                format!("Every month on day {}", day.day_of_month()),
            ),
            ("last", "On the last day of every month".to_owned()),
            (
                "workday",
                "On the last working day (Monday to Friday) of every month".to_owned(),
            ),
            (
                "quarterly",
                format!("Every three months on day {}", day.day_of_month()),
            ),
            ("yearly", "Every year on this day".to_owned()),
            ("rule", "By a rule of my own".to_owned()),
        ];
        names.map(|(value, name)| (value.to_owned(), name)).to_vec()
    };
    let policies = [
        ("latest", "start only the latest one"),
        ("all", "start all of them"),
        ("skip", "start none of them"),
    ];
    let policies = policies
        .map(|(value, name)| (value.to_owned(), name.to_owned()))
        .to_vec();
    let own = move || {
        (how.get() == "rule").then(|| {
            view! {
                <TextField
                    label="Rule" value=rule error=field_error(error, "Rule")
                    help="As RFC 5545 writes it, for example FREQ=MONTHLY;BYDAY=2TU."
                />
            }
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = match untrack(chosen) {
            Ok(chosen) => chosen,
            Err(wrong) => return error.set(Some(wrong)),
        };
        let catch_up = match policy.get_untracked().as_str() {
            "all" => CatchUp::All,
            "skip" => CatchUp::Skip,
            _ => CatchUp::Latest,
        };
        let schedule = chosen.map(|(rule, start)| (rule, start, catch_up));
        match desk.try_run(TemplateCommand::Schedule { id, schedule }) {
            Ok(_) => {
                open.set(false);
                crate::features::processes::start_what_is_due(desk);
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="First day" value=start kind="date" error=field_error(error, "First day")/>
                <SelectField label="Starts" value=how options=Signal::derive(hows)/>
                {dynamic(own)}
                <SelectField
                    label="If Loopline was closed on such days" value=policy options=policies
                    help="Nothing runs while Loopline is closed. On opening, missed starts are made up for."
                />
                <div aria-live="polite">{dynamic(preview)}</div>
            </div>
            <FormFoot open=open save="Save schedule" error=error fields=&["First day", "Rule"]/>
        </form>
    }
}

/// The rule of a plain choice.
fn simple(how: &str, start: Day) -> Option<Rule> {
    let by_day =
        |days: std::ops::Range<u8>| days.map(|weekday| ByDay { nth: None, weekday }).collect();
    Some(match how {
        "daily" => Rule::every(Freq::Daily, 1),
        "workdays" => Rule {
            by_day: by_day(0..5),
            ..Rule::every(Freq::Weekly, 1)
        },
        "weekly" | "second" => Rule {
            by_day: by_day(start.weekday()..start.weekday() + 1),
            ..Rule::every(Freq::Weekly, if how == "weekly" { 1 } else { 2 })
        },
        "monthly" => Rule::every(Freq::Monthly, 1),
        "last" => Rule {
            by_month_day: vec![-1],
            ..Rule::every(Freq::Monthly, 1)
        },
        "workday" => Rule {
            by_day: by_day(0..5),
            by_set_pos: vec![-1],
            ..Rule::every(Freq::Monthly, 1)
        },
        "quarterly" => Rule::every(Freq::Monthly, 3),
        "yearly" => Rule::every(Freq::Yearly, 1),
        _ => return None,
    })
}
