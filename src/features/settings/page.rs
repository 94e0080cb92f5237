//! The settings page.

use leptos::prelude::*;

use crate::features::settings::calendar::WorkingDays;
use crate::features::settings::data::Data;
use crate::features::settings::people::People;
use crate::features::settings::personal::Personal;
use crate::features::settings::wizard::WizardLearning;
use crate::ui::page_head::PageHead;

/// Settings and data.
#[component]
pub fn Page() -> impl IntoView {
    let lede = || {
        view! {
            <p class="lede">
                "Everything lives in this browser on this device. Nothing is sent anywhere."
            </p>
        }
    };
    view! {
        <div class="page">
            <div class="settings">
                <PageHead title="Settings" lede=lede/>
                <Personal/>
                <People/>
                <WorkingDays/>
                <WizardLearning/>
                <Data/>
            </div>
        </div>
    }
}
