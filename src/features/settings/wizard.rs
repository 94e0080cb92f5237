//! Whether the wizard learns from what was decided against its verdicts, and what it has learned.

use domain::classify::tuning;
use domain::command::decision::overrules;
use domain::command::{SettingsCommand, SettingsDraft};
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

#[component]
pub fn WizardLearning() -> impl IntoView {
    let desk = desk();
    let is_on = Memo::new(move |_| desk.compute(|ws| ws.settings().learns_from_overrules));
    let overruled = Memo::new(move |_| desk.compute(overrules));
    let toggle = move |_| {
        let mut draft = desk.read(|ws| SettingsDraft::of(&ws.settings()));
        draft.learns_from_overrules = !draft.learns_from_overrules;
        desk.run(SettingsCommand::Edit { draft });
    };
    let learned = move || {
        let overruled = overruled.get();
        if overruled.is_empty() {
            let text =
                "You have not decided against a verdict yet, so there is nothing to learn from.";
            return view! { <p class="muted">{text}</p> }.into_any();
        }
        let moved = tuning::tune(&overruled)
            .into_iter()
            .filter(|weight| weight.from != weight.to);
        let rows = moved.map(|weight| {
            view! {
                <tr>
                    <th scope="row">{weight.question.name()}</th>
                    <td class="num">{weight.from}</td>
                    <td class="num">{weight.to}</td>
                    <td>{format!("{} agreed, {} did not", weight.n_with, weight.n_against)}</td>
                </tr>
            }
        });
        let from = format::count(overruled.len(), "decision", "decisions");
        let head = if is_on.get() {
            "Weight now"
        } else {
            "It would be"
        };
        view! {
            <p class="muted">{format!("From {from} of yours against a verdict:")}</p>
            <table class="mapping" aria-label="Weights that move">
                <thead><tr>
                    <th scope="col">"Question"</th><th scope="col" class="num">"Weight"</th>
                    <th scope="col" class="num">{head}</th><th scope="col">"Your answers"</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="wizard-heading">
            <h2 class="sec" id="wizard-heading">"The wizard"</h2>
            <div class="setting">
                <div>
                    <h3><label for="learns">"Learn from my decisions"</label></h3>
                    <p id="learns-note">
                        "Each time you decide against a verdict, the answers that agreed with you gain a little weight \
                         and the others lose some, by at most a quarter. Switching it off brings back what was. Kept \
                         decisions stay as they are."
                    </p>
                    {dynamic(learned)}
                </div>
                <div class="acts">
                    <input
                        type="checkbox" id="learns" aria-describedby="learns-note"
                        prop:checked=is_on on:change=toggle
                    />
                </div>
            </div>
        </section>
    }
}
