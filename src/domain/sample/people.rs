//! The people of the sample company.

use std::collections::BTreeMap;

use super::Sheet;
use crate::id::PersonId;
use crate::model::Person;

/// Someone of the sample company.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Aisha,
    Jonas,
    Ken,
    Maya,
    Priya,
    Rosa,
    Tomas,
}

impl Who {
    const ALL: [Who; 7] = [
        Who::Aisha,
        Who::Jonas,
        Who::Ken,
        Who::Maya,
        Who::Priya,
        Who::Rosa,
        Who::Tomas,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Who::Aisha => "Aisha Bello",
            Who::Jonas => "Jonas Weber",
            Who::Ken => "Ken Watanabe",
            Who::Maya => "Maya Lindqvist",
            Who::Priya => "Priya Nair",
            Who::Rosa => "Rosa Delgado",
            Who::Tomas => "Tomás Ferreira",
        }
    }

    const fn role(self) -> &'static str {
        match self {
            Who::Aisha => "Support lead",
            Who::Jonas => "Marketing lead",
            Who::Ken => "Facilities manager",
            Who::Maya => "Head of operations",
            Who::Priya => "Office and people manager",
            Who::Rosa => "Warehouse manager",
            Who::Tomas => "Lead developer",
        }
    }
}

/// The ids the people were given.
pub(super) type People = BTreeMap<Who, PersonId>;

pub(super) fn add(sheet: &mut Sheet) -> People {
    let mut people = People::new();
    for who in Who::ALL {
        let id = PersonId::from_key(sheet.key());
        let person = Person {
            name: who.name().to_owned(),
            role: who.role().to_owned(),
            sample: true,
            ..Person::default()
        };
        sheet.put(id, person);
        people.insert(who, id);
    }
    people
}
