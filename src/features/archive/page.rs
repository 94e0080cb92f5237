//! The archive's page.

use domain::lists::List;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::archive::list::InArchive;
use crate::features::archive::ready::Ready;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;
use crate::ui::page_head::PageHead;

/// What is in the archive, and what can go there.
#[component]
pub fn Page() -> impl IntoView {
    let desk = desk();
    let lede = || {
        view! {
            <p class="lede">
                "Finished work that is put away. It is packed, costs nothing at start, is in every copy you make, \
                and comes back as it was. Until then it is on no board and in no figures."
            </p>
        }
    };
    let is_empty = Memo::new(move |_| desk.keys(List::Archived).is_empty());
    view! {
        <div class="page">
            <PageHead title="Archive" lede=lede/>
            <Ready/>
            {dynamic(move || if is_empty.get() {
                view! {
                    <Empty
                        kind=Kind::Line title="Nothing is in the archive"
                        text="Projects in the stage Done and finished runs can be put away here, and brought back at any time."
                    />
                }
                .into_any()
            } else {
                view! { <InArchive/> }.into_any()
            })}
        </div>
    }
}
