//! The working calendar: the days of the week on which work is done.

use domain::command::{SettingsCommand, SettingsDraft};
use domain::time::WEEKDAYS;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::settings::days_off::DaysOff;
use crate::features::settings::hours::Hours;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

#[component]
pub fn WorkingDays() -> impl IntoView {
    let desk = desk();
    let error = RwSignal::new(None::<String>);
    let weekdays = Memo::new(move |_| desk.compute(|ws| ws.settings().calendar.weekdays()));
    let days = (0..7).map(|idx| day(desk, idx, weekdays, error));
    view! {
        <section aria-labelledby="calendar-heading">
            <h2 class="sec" id="calendar-heading">"Working calendar"</h2>
            <div class="setting">
                <div>
                    <h3 id="weekdays-heading">"Days of the week"</h3>
                    <p>"Times in working days count only these."</p>
                    <p class="error" role="alert">{dynamic(move || error.get())}</p>
                </div>
                <div class="acts">
                    <div class="days" role="group" aria-labelledby="weekdays-heading">{days.collect_view()}</div>
                </div>
            </div>
            <Hours/>
            <DaysOff/>
        </section>
    }
}

fn day(
    desk: Desk,
    idx: usize,
    weekdays: Memo<[bool; 7]>,
    error: RwSignal<Option<String>>,
) -> impl IntoView {
    let is_worked = move || weekdays.with(|weekdays| weekdays.get(idx) == Some(&true));
    // Counts the answers of the store, so that a refused change is shown as refused: the box is
    // set back even though the value it follows has not changed.
    let answers = RwSignal::new(0_u32);
    let toggle = move |event| {
        let mut draft = desk.read(|ws| SettingsDraft::of(&ws.settings()));
        if let Some(day) = draft.weekdays.get_mut(idx) {
            *day = event_target_checked(&event);
        }
        let refused = desk.try_run(SettingsCommand::Edit { draft }).err();
        error.set(refused.map(|refused| refused.to_string()));
        answers.update(|n| *n += 1);
    };
    let shown = move || {
        answers.track();
        is_worked()
    };
    let name = WEEKDAYS.get(idx).copied().unwrap_or_default();
    view! {
        <label title=name>
            <input type="checkbox" aria-label=name prop:checked=shown on:change=toggle/>
            <span aria-hidden="true">{format::first_three(name)}</span>
        </label>
    }
}
