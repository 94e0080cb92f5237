//! Any commands about people.

use domain::command::{Command, PersonCommand, PersonDraft};
use domain::model::Person;
use domain::workspace::Workspace;

use super::pick;

pub fn any(workspace: &Workspace, verb: u8, picks: [u8; 4], text: &str) -> Command {
    let id = pick::<Person>(workspace, picks[0]);
    let draft = PersonDraft {
        name: text.to_owned(),
        role: text.to_owned(),
    };
    match verb % 5 {
        0..=2 => PersonCommand::Create { draft },
        3 => PersonCommand::Edit { id, draft },
        _ => PersonCommand::Delete { id },
    }
    .into()
}
