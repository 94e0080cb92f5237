//! How often the wizard was right when it claimed to be so sure.

use domain::learn::RELIABILITY;
use leptos::prelude::*;

#[component]
pub fn Reliability() -> impl IntoView {
    let rows = RELIABILITY.iter().map(|row| {
        let share = f64::from(row.n_right) * 100.0 / f64::from(row.n_readings.max(1));
        view! {
            <tr>
                <th scope="row">{format!("{} to {} %", row.from, row.to)}</th>
                <td class="num">{row.n_readings}</td>
                <td class="num">{format!("{share:.0} %")}</td>
                <td><progress class="bar" max="100" value=format!("{share:.0}") aria-hidden="true"></progress></td>
            </tr>
        }
    });
    let n_all: u16 = RELIABILITY.iter().map(|row| row.n_readings).sum();
    let n_right: u16 = RELIABILITY.iter().map(|row| row.n_right).sum();
    let text = format!(
        "The words alone, without any answer, were read for {n_all} labelled descriptions from published articles: \
         {n_right} readings were right. Where the wizard claims 80 %, about eight in ten should be. The descriptions \
         were at hand while the wizard was built, so expect a little less of it on yours."
    );
    view! {
        <section class="stack" aria-labelledby="reliability-heading">
            <div class="stack" data-gap="1">
                <h2 id="reliability-heading">"How often it is right"</h2>
                <p class="muted">{text}</p>
            </div>
            <table class="mapping" aria-labelledby="reliability-heading">
                <thead><tr>
                    <th scope="col">"Claimed"</th><th scope="col" class="num">"Readings"</th>
                    <th scope="col" class="num">"Right"</th><th scope="col"><span class="vh">"As a bar"</span></th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}
