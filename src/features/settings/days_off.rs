//! Days off on top of the week's: holidays and closures.

use domain::command::{SettingsCommand, SettingsDraft};
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::{dynamic, flag};
use crate::ui::form::parse_day;
use crate::ui::format;
use crate::ui::icon::Icon;

#[component]
pub fn DaysOff() -> impl IntoView {
    let desk = desk();
    let error = RwSignal::new(None::<String>);
    let date = RwSignal::new(String::new());
    let days = Memo::new(move |_| {
        desk.compute(|ws| {
            let settings = ws.settings();
            settings
                .calendar
                .holidays()
                .iter()
                .copied()
                .collect::<Vec<_>>()
        })
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let added = match parse_day(&date.get_untracked()) {
            Ok(Some(day)) => edit(desk, |draft| {
                draft.holidays.insert(day);
            }),
            Ok(None) => Err("Choose a day first.".to_owned()),
            Err(sentence) => Err(sentence),
        };
        match added {
            Ok(()) => {
                date.set(String::new());
                error.set(None);
            }
            Err(sentence) => error.set(Some(sentence)),
        }
    };
    view! {
        <form class="setting" on:submit=add novalidate=true>
            <div>
                <h3><label for="day-off">"Days off"</label></h3>
                <p>"Holidays and closures on which no work is done."</p>
                <p class="error" role="alert">{dynamic(move || error.get())}</p>
            </div>
            <div class="acts">
                <input
                    class="input" id="day-off" type="date"
                    aria-invalid=flag(move || error.get().is_some().then_some("true"))
                    prop:value=date
                    on:input=move |event| date.set(event_target_value(&event))
                />
                <button type="submit" class="btn">"Add day off"</button>
            </div>
        </form>
        <ul class="off-days">
            {dynamic(move || days.get().into_iter().map(|day| chip(desk, day)).collect_view())}
        </ul>
    }
}

fn chip(desk: Desk, day: Day) -> impl IntoView {
    let name = format::long_day(day);
    let label = format!("Remove {name}");
    let remove = move |_| {
        if let Err(sentence) = edit(desk, |draft| {
            draft.holidays.remove(&day);
        }) {
            desk.notices.refused(sentence);
        }
    };
    view! {
        <li class="chip">
            {name}
            <button type="button" class="chip-remove" aria-label=label on:click=remove>
                <Icon name="x" small=true/>
            </button>
        </li>
    }
}

fn edit(desk: Desk, change: impl FnOnce(&mut SettingsDraft)) -> Result<(), String> {
    let mut draft = desk.read(|ws| SettingsDraft::of(&ws.settings()));
    change(&mut draft);
    desk.try_run(SettingsCommand::Edit { draft })
        .map(|_| ())
        .map_err(|refused| refused.to_string())
}
