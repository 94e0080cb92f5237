//! The app: boots, draws the shell, and shows the page of the address.

pub mod boot;
mod copies;
mod entrance;
mod fatal;
mod looking;
mod notice_host;
mod pages;
mod parts;
mod safety;
mod schedules;
mod shell;
mod shortcuts;
mod update;

use domain::route::Route;
use leptos::prelude::*;

use crate::app::entrance::Entrance;
use crate::app::looking::LookingBanner;
use crate::app::notice_host::NoticeHost;
use crate::app::safety::SafetyBanner;
use crate::app::shell::Shell;
use crate::app::update::UpdateBanner;
use crate::desk::Desk;
use crate::platform::location;
use crate::ui::dialog::SettingAside;
use crate::ui::dynamic::dynamic;

/// The whole page.
#[component]
pub fn App(
    /// The state of this tab.
    desk: Desk,
) -> impl IntoView {
    provide_context(desk);
    let route = desk.route;
    let page = Memo::new(move |_| pages::page_of(route.get()));
    let entrance = Entrance::new();
    provide_context(entrance);
    provide_context(SettingAside(Callback::new(move |aside| {
        desk.notices.offer_back(aside);
    })));
    copies::keep(desk);
    parts::load_when_idle();
    schedules::follow(desk);
    let is_update_ready = update::ready(desk);
    // Everything is drawn anew when the person looks at something else than the work as it is.
    dynamic(move || {
        let here = desk.here();
        untrack(move || {
            provide_context(here);
            shortcuts::listen(here);
            pages::follow(here, page.into(), entrance);
            view! {
                <Shell route=route>
                    {if here.looking().is_some() {
                        view! { <LookingBanner/> }.into_any()
                    } else {
                        view! { <SafetyBanner/> }.into_any()
                    }}
                    <UpdateBanner desk=here is_ready=is_update_ready/>
                    {dynamic(move || pages::page(page.get()))}
                </Shell>
                <NoticeHost/>
                {dynamic(move || here.over.get().map(|over| parts::shown(parts::finding(over))))}
            }
        })
    })
}

/// The address as a route; it changes only when the route does.
fn route_signal() -> Signal<Route> {
    let (route, set_route) = signal(Route::parse(&location::hash()));
    location::on_hash_change(move || {
        let next = Route::parse(&location::hash());
        if route.get_untracked() != next {
            set_route.set(next);
        }
    });
    route.into()
}
