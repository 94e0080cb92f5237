//! The plan of one task: why its dates are what they are, and everything that can be said about them.

use domain::command::{TaskCommand, TaskField};
use domain::id::TaskId;
use domain::model::{Constraint, ConstraintKind, Task, TaskKind};
use domain::time::Day;
use leptos::prelude::*;

use super::plan_links::Links;
use super::{Timeline, act};
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{FormFoot, on_submit, parse_day, parse_number};

/// The dialog of the task whose plan is open.
#[component]
pub fn PlanDialog(timeline: Timeline) -> impl IntoView {
    let (open, shown) = open_while(timeline.open);
    let desk = timeline.desk;
    let title = Signal::derive(move || {
        let task = timeline.open.get().and_then(|id| desk.get::<Task>(id));
        task.map_or_else(String::new, |task| task.title.clone())
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || shown.get().map(|id| view! {
                <Why timeline=timeline id=id/>
                <Links timeline=timeline id=id/>
                <PlanForm timeline=timeline id=id open=open/>
            }))}
        </Dialog>
    }
}

/// Why this date: a sentence each for the task and for what it rests on.
#[component]
fn Why(timeline: Timeline, id: TaskId) -> impl IntoView {
    let sentences = move || {
        let sentences = timeline
            .plan
            .with(|plan| act::why(timeline.desk, &plan.schedule, id, 12));
        if sentences.is_empty() {
            return view! { <p class="muted">"It has no dates yet: give it a duration, a link or a day."</p> }.into_any();
        }
        let items = sentences
            .into_iter()
            .map(|sentence| view! { <li>{sentence}</li> });
        view! { <ol class="gantt-why">{items.collect_view()}</ol> }.into_any()
    };
    view! {
        <section class="dialog-body" aria-label="Why these dates">
            <h3>"Why these dates?"</h3>
            {dynamic(sentences)}
        </section>
    }
}

fn day_text(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

#[component]
fn PlanForm(timeline: Timeline, id: TaskId, open: RwSignal<bool>) -> impl IntoView {
    let desk = timeline.desk;
    let Some(task) = desk.read(|ws| ws.get::<Task>(id).cloned()) else {
        return ().into_any();
    };
    let is_summary = timeline.plan.with_untracked(|plan| {
        plan.lines
            .iter()
            .any(|line| line.id == id && line.is_summary)
    });
    let number = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
    let kind = RwSignal::new(
        if task.kind == TaskKind::Milestone {
            "milestone"
        } else {
            "task"
        }
        .to_owned(),
    );
    let duration = RwSignal::new(number(task.duration.map(i64::from)));
    let percent = RwSignal::new(number(task.percent.map(i64::from)));
    let due = RwSignal::new(day_text(task.due));
    let rule = RwSignal::new(place_of(task.constraint.map(|c| c.kind)));
    let rule_day = RwSignal::new(day_text(task.constraint.and_then(|c| c.day)));
    let pin = RwSignal::new(day_text(task.pin));
    let begun = RwSignal::new(day_text(task.actual_start));
    let ended = RwSignal::new(day_text(task.actual_finish));
    let error = RwSignal::new(None::<String>);
    let before = task;
    let save = move || -> Result<(), String> {
        let chosen: Option<usize> = rule.get_untracked().parse().ok();
        let chosen = chosen
            .and_then(|place| ConstraintKind::ALL.get(place))
            .copied();
        let day = parse_day(&rule_day.get_untracked())?;
        let is_milestone = kind.get_untracked() == "milestone";
        let mut fields = vec![
            TaskField::Kind(if is_milestone {
                TaskKind::Milestone
            } else {
                TaskKind::Task
            }),
            TaskField::Due(parse_day(&due.get_untracked())?),
            TaskField::Constraint(chosen.map(|kind| Constraint { kind, day })),
        ];
        if !is_summary {
            if !is_milestone {
                fields.push(TaskField::Duration(parse_number(
                    "Duration",
                    &duration.get_untracked(),
                )?));
            }
            fields.push(TaskField::Percent(parse_number(
                "Percent complete",
                &percent.get_untracked(),
            )?));
            fields.push(TaskField::Pin(parse_day(&pin.get_untracked())?));
            fields.push(TaskField::ActualStart(parse_day(&begun.get_untracked())?));
            let ended = parse_day(&ended.get_untracked())?;
            if ended != before.actual_finish {
                fields.push(TaskField::ActualFinish(ended));
            }
        }
        let plan = timeline.plan.get_untracked();
        desk.try_run(TaskCommand::Set {
            ids: vec![id],
            fields,
        })?;
        let after = timeline.plan.get_untracked();
        timeline
            .said
            .set(act::outcome(desk, &plan.schedule, &after.schedule, id));
        Ok(())
    };
    let submit = on_submit(error, save, move || open.set(false));
    let kinds = [("task", "Task"), ("milestone", "Milestone")]
        .map(|(value, name)| (value.to_owned(), name.to_owned()));
    let rules = std::iter::once((String::new(), "As soon as possible".to_owned())).chain(
        (0..)
            .zip(ConstraintKind::ALL)
            .map(|(place, kind): (usize, ConstraintKind)| {
                (place.to_string(), kind.name().to_owned())
            }),
    );
    let rules: Vec<(String, String)> = rules.collect();
    let own = (!is_summary).then(|| view! {
        <div class="form-row">
            <TextField label="Duration" value=duration optional=true help="Working days, such as 5."/>
            <TextField label="Percent complete" value=percent optional=true help="0 to 100."/>
        </div>
        <div class="form-row">
            <TextField label="Actual start" value=begun kind="date" optional=true/>
            <TextField label="Actual finish" value=ended kind="date" optional=true/>
        </div>
        <TextField label="Pinned to" value=pin kind="date" optional=true help="It starts on this day whatever its links say."/>
    });
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <SelectField label="Kind" value=kind options=Signal::stored(kinds.to_vec())/>
                {own}
                <div class="form-row">
                    <SelectField label="Constraint" value=rule options=Signal::stored(rules)/>
                    <TextField label="Constraint day" value=rule_day kind="date" optional=true/>
                </div>
                <TextField label="Due" value=due kind="date" optional=true help="A promise: it moves nothing, and negative float says when it cannot be kept."/>
            </div>
            <FormFoot open=open save="Save plan" error=error fields=&[]/>
        </form>
    }
    .into_any()
}

fn place_of(kind: Option<ConstraintKind>) -> String {
    let place = kind.and_then(|kind| ConstraintKind::ALL.iter().position(|other| *other == kind));
    place.map(|place| place.to_string()).unwrap_or_default()
}
