//! What words and answers say for charter, sheet and schedule. Rule ids: `src/domain/SPEC.md`,
//! "Deciding" and "Kept decisions".

use std::sync::Arc;

use domain::brief::cadence::{find, first_day};
use domain::brief::{Line, Place, Source, lines, name};
use domain::classify::{Answer, Answers, Kind, Question, suggest};
use domain::command::{DecisionCommand, Route, Setup};
use domain::id::{CharterId, ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{Charter, Raid, Template};
use domain::recur::Rule;
use domain::starters::Starter;
use proptest::prelude::*;

use crate::starters::starters;
use crate::world::{World, day};

/// Place, text, and the words it rests on, of lines that rest on words.
fn said(kind: Kind, text: &str) -> Vec<(Place, String, String)> {
    let all = lines(kind, text, &Answers::default(), &suggest(""));
    let said = all.into_iter().filter_map(|line| match line.source {
        Source::Words(words) => Some((line.place, line.text, words)),
        Source::Answer(_) => None,
    });
    said.collect()
}

#[test]
fn words_become_lines_of_the_charter() {
    // W34
    let table = [
        (
            "Rebuild the shop so that customers find the till at once. It must stay open all week, with a budget of 40,000 euros.",
            vec![
                (Place::Criterion, "Customers find the till at once"),
                (Place::Constraint, "Budget of 40,000 euros"),
                (Place::Constraint, "It must stay open all week"),
            ],
        ),
        (
            "Move the archive, including the plans from 1950, excluding the photographs, without closing the reading room.",
            vec![
                (Place::InScope, "The plans from 1950"),
                (Place::OutOfScope, "The photographs"),
                (Place::Constraint, "Without closing the reading room"),
            ],
        ),
        (
            "Cut waiting times by 20 %, approved by the board",
            vec![
                (Place::Criterion, "Cut waiting times by 20 %"),
                (Place::Stakeholders, "Approved by the board"),
            ],
        ),
        ("Write the report under Anna's name", vec![]),
        ("", vec![]),
    ];
    for (text, expected) in table {
        let found = said(Kind::Project, text);
        let found: Vec<(Place, &str)> = found
            .iter()
            .map(|(place, text, _)| (*place, text.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn words_become_the_trigger_of_a_process() {
    // W34
    let table = [
        ("Every month someone checks the machines.", "Every month"),
        (
            "Whenever a customer calls, we note the case and call back.",
            "Whenever a customer calls",
        ),
        (
            "We order paper when stock runs low, and file the receipt.",
            "When stock runs low",
        ),
    ];
    for (text, expected) in table {
        let found = said(Kind::Process, text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(
            (found[0].0, found[0].1.as_str()),
            (Place::Trigger, expected)
        );
        assert!(text.contains(&found[0].2), "the words stand in the text");
    }
}

#[test]
fn a_name_is_the_first_sentence_cut_at_a_clause_or_a_word() {
    // W34
    let table = [
        ("Pay rent.", "Pay rent"),
        ("\n. Pay rent! And more", "Pay rent"),
        (
            "Organise the yearly summer party like last year, with the caterer hired through us",
            "Organise the yearly summer party like last year",
        ),
        (
            "Ask, if need be, everyone in the northern district of town for the old maps",
            "Ask, if need be, everyone in the northern district of town",
        ),
        (
            "Every quarter we organise a customer event with new speakers, and a report",
            "Every quarter we organise a customer event with new speakers",
        ),
        (
            "Every quarter we organise a customer event with new international speakers",
            "Every quarter we organise a customer event",
        ),
        (
            "We should at some time in the not too distant future think of the roof",
            "We should at some time in the not too distant future think",
        ),
        ("", ""),
        (" . ", ""),
    ];
    for (text, expected) in table {
        assert_eq!(name(text), expected);
    }
    assert_eq!(name(&"ß".repeat(300)).chars().count(), 60);
}

#[test]
fn an_answer_says_what_it_says_and_an_unsure_one_nothing() {
    // W34
    let none = suggest("");
    let risky = Answers::default().with(Question::Novelty, Answer::Line);
    let found = lines(Kind::Project, "xyzzy", &risky, &none);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].place, &found[0].source),
        (Place::Risk, &Source::Answer(Question::Novelty))
    );
    assert!(lines(Kind::Process, "xyzzy", &risky, &none).is_empty());
    let unsure: Answers = Question::ALL
        .into_iter()
        .map(|question| (question, Answer::NotSure))
        .collect();
    let words = "Every month someone checks the machines";
    for kind in [Kind::Process, Kind::Project] {
        let found = lines(kind, words, &unsure, &suggest(words));
        assert!(
            found
                .iter()
                .all(|line| line.source != Source::Answer(Question::Repetition))
        );
        assert!(
            found
                .iter()
                .all(|line| matches!(line.source, Source::Words(_)))
        );
    }
}

fn route(to: Kind, starter: Option<Starter>, setup: Setup) -> DecisionCommand {
    DecisionCommand::Route(Route {
        description: "xyzzy".to_owned(),
        answers: Answers::default(),
        to,
        overrule_reason: String::new(),
        name: "Ours".to_owned(),
        aim: String::new(),
        owner: None,
        starter,
        setup,
    })
}

fn line(place: Place, text: &str) -> Line {
    Line {
        place,
        text: text.to_owned(),
        more: "And more".to_owned(),
        source: Source::Words(text.to_owned()),
    }
}

const EVERY_PLACE: [Place; 11] = [
    Place::Criterion,
    Place::Deliverable,
    Place::InScope,
    Place::OutOfScope,
    Place::Stakeholders,
    Place::Constraint,
    Place::Risk,
    Place::Trigger,
    Place::Goal,
    Place::Customers,
    Place::Review,
];

fn one_for_each_place() -> Setup {
    let lines = EVERY_PLACE.map(|place| line(place, place.name()));
    Setup {
        lines: lines.to_vec(),
        ..Setup::default()
    }
}

#[test]
fn lines_stand_in_the_charter_and_the_log_before_those_of_the_starter() {
    // V10
    let starter = starters().projects.remove(0);
    for with in [None, Some(Starter::Project(starter.clone()))] {
        let mut world = World::new();
        let plan = world.run(route(Kind::Project, with.clone(), one_for_each_place()));
        let id = ProjectId::from_key(plan.created.unwrap().key);
        let charter = world.get::<Charter>(CharterId::from(id));
        let n_from = |n: usize| if with.is_some() { n } else { 0 };
        assert_eq!(charter.criteria[0].text, "Measure of success");
        assert_eq!(
            charter.criteria.len(),
            1 + n_from(starter.charter.success.len())
        );
        assert_eq!(charter.deliverables[0].name, "Deliverable");
        assert_eq!(charter.deliverables[0].acceptance, "And more");
        assert!(charter.scope_in.starts_with("In scope"));
        assert!(charter.scope_out.starts_with("Out of scope"));
        assert!(charter.stakeholders.starts_with("Stakeholders"));
        assert!(charter.constraints.starts_with("Constraint"));
        let log = world.workspace.ids::<Raid>(List::Raid(id));
        assert_eq!(log.len(), 1 + n_from(starter.risks.len()));
        let own = world.get::<Raid>(*log.last().unwrap());
        assert_eq!(
            (own.title.as_str(), own.risk.unwrap().plan.as_str()),
            ("Risk", "And more")
        );
    }
}

#[test]
fn lines_stand_in_the_process_sheet() {
    // V10
    let starter = starters().processes.remove(0);
    for with in [None, Some(Starter::Process(starter.clone()))] {
        let mut world = World::new();
        let plan = world.run(route(Kind::Process, with.clone(), one_for_each_place()));
        let id = TemplateId::from_key(plan.created.unwrap().key);
        let sheet = world.get::<Template>(id).sheet;
        assert_eq!(
            [&sheet.trigger, &sheet.customers, &sheet.cadence],
            ["Trigger", "Customers", "Review"]
        );
        assert!(sheet.goal.starts_with("Goal"));
        assert_eq!(sheet.goal.contains(&starter.sheet.goal), with.is_some());
        assert_eq!(sheet.run_name.is_empty(), with.is_none());
        assert_eq!(world.workspace.all::<Charter>().count(), 0);
    }
}

#[test]
fn a_schedule_from_the_wizard_starts_runs_from_its_first_day_on() {
    // V11
    let starter = starters()
        .processes
        .into_iter()
        .find(|starter| starter.sheet.recurrence.is_some())
        .unwrap();
    let rule = starter.sheet.recurrence.clone().unwrap();
    let first = first_day(&Rule::read(&rule).unwrap(), day("2026-03-11"));
    let setup = Setup {
        schedule: Some((rule, first)),
        ..Setup::default()
    };
    for with in [None, Some(Starter::Process(Arc::clone(&starter)))] {
        let mut world = World::new();
        let plan = world.run(route(Kind::Process, with.clone(), setup.clone()));
        let id = TemplateId::from_key(plan.created.unwrap().key);
        assert!(world.get::<Template>(id).schedule.is_some());
        let version = world.workspace.latest_version(id);
        assert_eq!(
            version.map(|(_, version)| version.number),
            with.as_ref().map(|_| 1)
        );
        let eve = first.plus(-1).unwrap();
        assert!(!world.workspace.has_due_starts(eve));
        assert_eq!(world.workspace.has_due_starts(first), with.is_some());
    }
}

#[test]
fn every_recurrence_of_a_starter_can_be_proposed() {
    // V11, Z1
    let proposed: Vec<_> = starters().processes;
    let rules: Vec<_> = proposed
        .iter()
        .filter_map(|one| one.sheet.recurrence.as_deref())
        .collect();
    assert!(rules.len() >= 5);
    for rule in rules {
        let rule = Rule::read(rule).unwrap();
        let start = first_day(&rule, day("2026-03-11"));
        assert!(Rule::checked(&rule.to_string(), start).is_ok());
        assert!(!rule.sentence(start).is_empty());
    }
}

proptest! {
    #[test]
    fn no_text_stops_the_readers(
        text in "\\PC{0,80}|((every|each|on|once a|so that|under|must|when|if|,|\\.|%|Ş|[0-9]{1,3}|month|monday|second|the|of|end|at) ){0,14}",
    ) {
        // W34, W35
        for kind in [Kind::Process, Kind::Project] {
            let found = lines(kind, &text, &Answers::default(), &suggest(&text));
            for line in found {
                prop_assert_eq!(line.place.kind(), kind);
                prop_assert!(!line.text.is_empty());
                if let Source::Words(words) = line.source {
                    prop_assert!(text.contains(&words));
                }
            }
        }
        if let Some(found) = find(&text) {
            let start = first_day(&found.rule, day("2026-03-11"));
            prop_assert!(start > day("2026-03-11"));
            prop_assert!(text.contains(&found.words));
            prop_assert!(Rule::checked(&found.rule.to_string(), start).is_ok());
        }
    }
}
