//! The hours of a working day: promises in working time are counted by them.

use domain::command::{SettingsCommand, SettingsDraft};
use domain::model::WorkingHours;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dynamic::dynamic;

#[component]
pub fn Hours() -> impl IntoView {
    let desk = desk();
    let error = RwSignal::new(None::<String>);
    let hours = Memo::new(move |_| desk.compute(|ws| ws.settings().hours));
    // Counts the answers of the store, so that a refused hour is set back to what is kept.
    let answers = RwSignal::new(0_u32);
    let save = move |typed: String, set: fn(&mut WorkingHours, u16)| {
        let Some(minutes) = minutes(&typed) else {
            return;
        };
        let mut draft = desk.read(|ws| SettingsDraft::of(&ws.settings()));
        set(&mut draft.hours, minutes);
        let refused = desk.try_run(SettingsCommand::Edit { draft }).err();
        error.set(refused.map(|refused| refused.to_string()));
        answers.update(|n| *n += 1);
    };
    let input =
        move |name: &'static str, get: fn(WorkingHours) -> u16, set: fn(&mut WorkingHours, u16)| {
            let shown = move || {
                answers.track();
                let minutes = get(hours.get());
                format!("{:02}:{:02}", minutes / 60, minutes % 60)
            };
            view! {
                <input
                    class="input" type="time" aria-label=name prop:value=shown
                    on:change=move |event| save(event_target_value(&event), set)
                />
            }
        };
    view! {
        <div class="setting">
            <div>
                <h3>"Hours of a working day"</h3>
                <p>"Time limits of steps and runs count only these hours."</p>
                <p class="error" role="alert">{dynamic(move || error.get())}</p>
            </div>
            <div class="acts line-up">
                {input("Working day begins", |hours| hours.start, |hours, at| hours.start = at)}
                <span>"to"</span>
                {input("Working day ends", |hours| hours.end, |hours, at| hours.end = at)}
            </div>
        </div>
    }
}

/// Minutes after midnight of a time field’s text.
fn minutes(typed: &str) -> Option<u16> {
    let (hours, minutes) = typed.split_once(':')?;
    let hours: u16 = hours.parse().ok()?;
    let minutes: u16 = minutes.get(..2)?.parse().ok()?;
    hours.checked_mul(60)?.checked_add(minutes)
}
