//! Above the chart: how close one looks, what is shown beside the bars, and what the plan says.

use domain::command::KeepingCommand;
use domain::lists::List;
use domain::model::Baseline;
use domain::time::Day;
use leptos::prelude::*;

use super::draw::Show;
use super::levelling::LevelDialog;
use super::plan::Plan;
use super::scale::Zoom;
use super::{Drag, Timeline, act, file};
use crate::desk::keys::KeysButton;
use crate::platform::print;
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::field::TextField;
use crate::ui::form::FormFoot;
use crate::ui::format;
use crate::ui::menu::{Menu, MenuItem};

/// The bar above the chart.
#[component]
pub fn Toolbar(timeline: Timeline) -> impl IntoView {
    let zooms = Zoom::ALL.map(|zoom| {
        view! {
            <button
                type="button" aria-pressed=text(move || (timeline.zoom.get() == zoom).to_string())
                on:click=move |_| timeline.zoom.set(zoom)
            >
                {zoom.name()}
            </button>
        }
    });
    let is_keeping = RwSignal::new(false);
    let is_levelling = RwSignal::new(false);
    let items = Callback::new(move |()| items(timeline, is_keeping, is_levelling));
    view! {
        <div class="toolbar">
            <span class="segmented" role="group" aria-label="Zoom">{zooms.into_iter().collect_view()}</span>
            <Choice timeline=timeline name="Baseline" get=|show| show.baseline set=|show, is_on| show.baseline = is_on/>
            <Choice timeline=timeline name="Critical path" get=|show| show.critical set=|show, is_on| show.critical = is_on/>
            <Choice timeline=timeline name="Float" get=|show| show.float set=|show, is_on| show.float = is_on/>
            <Choice timeline=timeline name="Links" get=|show| show.links set=|show, is_on| show.links = is_on/>
            <ChooseBaseline timeline=timeline/>
            <span class="end line-up">
                <button type="button" class="btn" on:click=move |_| is_keeping.set(true)>"Set new baseline"</button>
                <KeysButton/>
                <Menu label="Timeline actions" items=items/>
            </span>
        </div>
        <p class="gantt-says" data-live=text(move || timeline.drag.get().is_some().to_string())>
            {dynamic(move || says(timeline))}
        </p>
        <LevelDialog timeline=timeline open=is_levelling/>
        <Dialog open=is_keeping title="New baseline">
            <BaselineForm timeline=timeline open=is_keeping/>
        </Dialog>
    }
}

fn items(
    timeline: Timeline,
    is_keeping: RwSignal<bool>,
    is_levelling: RwSignal<bool>,
) -> Vec<MenuItem> {
    let item = |name: &str, icon, action: Callback<()>| MenuItem {
        name: name.to_owned(),
        icon,
        action,
    };
    vec![
        item(
            "Level people’s work…",
            "scale",
            Callback::new(move |()| is_levelling.set(true)),
        ),
        item(
            "Save as SVG",
            "download",
            Callback::new(move |()| file::save_svg(timeline)),
        ),
        item(
            "Save as PNG",
            "download",
            Callback::new(move |()| file::save_png(timeline)),
        ),
        item("Print", "printer", Callback::new(|()| print::print())),
        item(
            "Set new baseline",
            "history",
            Callback::new(move |()| is_keeping.set(true)),
        ),
    ]
}

#[component]
fn Choice(
    timeline: Timeline,
    name: &'static str,
    get: fn(&Show) -> bool,
    set: fn(&mut Show, bool),
) -> impl IntoView {
    let show = timeline.show;
    view! {
        <label class="check">
            <input
                type="checkbox" prop:checked=move || show.with(get)
                on:change=move |event| {
                    let is_on = event_target_checked(&event);
                    show.update(|show| set(show, is_on));
                }
            />
            <span>{name}</span>
        </label>
    }
}

/// Which baseline is compared with, where there is more than one.
#[component]
fn ChooseBaseline(timeline: Timeline) -> impl IntoView {
    let desk = timeline.desk;
    let ids = Memo::new(move |_| desk.ids::<Baseline>(List::Baselines(timeline.project)));
    let options = move || {
        let ids = ids.get();
        ids.into_iter()
            .rev()
            .filter_map(|id| {
                let name = desk.get::<Baseline>(id)?.name.clone();
                Some(view! { <option value=id.to_string()>{name}</option> })
            })
            .collect_view()
    };
    dynamic(move || {
        (ids.with(Vec::len) > 1).then(|| {
            view! {
                <select
                    class="input" data-size="s" aria-label="Baseline to compare with"
                    prop:value=timeline.baseline
                    on:change=move |event| timeline.baseline.set(event_target_value(&event))
                >
                    {dynamic(options)}
                </select>
            }
        })
    })
}

#[component]
fn BaselineForm(timeline: Timeline, open: RwSignal<bool>) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let command = KeepingCommand::TakeBaseline {
            project: timeline.project,
            name: name.get_untracked(),
        };
        match timeline.desk.try_run(command) {
            Ok(_) => {
                timeline.baseline.set(String::new());
                open.set(false);
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField
                    label="Name" value=name autofocus=true
                    help="The plan as it is now is kept under this name, for example “As signed”, and shown below each bar from then on."
                />
            </div>
            <FormFoot open=open save="Keep the plan" error=error fields=&[]/>
        </form>
    }
}

/// What would come of what is being dragged; else what came of the last edit, or how the plan stands.
fn says(timeline: Timeline) -> String {
    let desk = timeline.desk;
    if let (Some(Drag::Task(id, _)), Some(moved)) = (timeline.drag.get(), timeline.moved.get()) {
        let before = timeline.plan.with(|plan| plan.schedule.clone());
        return moved.map_or_else(
            |sentence| sentence,
            |after| act::outcome(desk, &before, &after, id),
        );
    }
    if let Some(Drag::Link(from, to)) = timeline.drag.get() {
        let from = act::title(desk, from);
        return match to {
            Some(to) => format!("“{}” will wait for “{from}”.", act::title(desk, to)),
            None => format!("Drag to the row of the task that waits for “{from}”."),
        };
    }
    let said = timeline.said.get();
    if said.is_empty() {
        timeline.plan.with(|plan| stands(plan, desk.today()))
    } else {
        said
    }
}

/// What the plan says about the promise, and about links that cannot hold.
fn stands(plan: &Plan, today: Day) -> String {
    let n_left_out = plan.schedule.left_out().len();
    let left_out = if n_left_out == 0 {
        String::new()
    } else {
        let links = format::count(n_left_out, "link goes", "links go");
        format!(
            " {links} round in a circle and is left out: open one of its tasks and take it out."
        )
    };
    let Some(finish) = plan.schedule.finish() else {
        return format!(
            "No task has dates yet. Place one, or open it and say how long it takes.{left_out}"
        );
    };
    let ends = format!("The plan ends on {}", format::day(finish, today));
    let days = |days: i64| format::count(days.unsigned_abs() as usize, "day", "days");
    let promise = match plan.promised.map(|promised| finish.days_since(promised)) {
        None => ". No finish is promised yet.".to_owned(),
        Some(0) => ", as promised.".to_owned(),
        Some(late @ 1..) => format!(", {} after the promise.", days(late)),
        Some(early) => format!(", {} before the promise.", days(early)),
    };
    ends + &promise + &left_out
}
