//! People as choices and as faces on cards.

use domain::id::PersonId;
use domain::lists::List;
use domain::model::Person;
use leptos::prelude::*;

use super::Desk;
use crate::ui::avatar::Avatar;

/// Everyone as choices of a form, “Nobody” first; the value is the id.
pub fn choices(desk: Desk, nobody: &'static str) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let people = desk
            .ids::<Person>(List::People)
            .into_iter()
            .filter_map(|id| {
                let person = desk.get::<Person>(id)?;
                Some((id.to_string(), person.name.clone()))
            });
        std::iter::once((String::new(), nobody.to_owned()))
            .chain(people)
            .collect()
    })
}

/// The id behind a chosen value.
pub fn chosen(value: &str) -> Option<PersonId> {
    value.parse().ok()
}

/// A person's face, if there is one and they are still there; tracked.
pub fn face(desk: Desk, id: Option<PersonId>) -> Option<impl IntoView> {
    let person = desk.get::<Person>(id?)?;
    Some(view! { <Avatar initials=person.initials() name=person.name.clone()/> })
}
