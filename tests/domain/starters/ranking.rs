//! Which starter is offered first, and why.

use domain::classify::{Answer, Answers, Kind, Question};
use domain::starters::rank::{GOOD_FIT, search};
use domain::starters::{Fit, Starters, rank};
use proptest::prelude::*;

use super::starters;

fn first(starters: &Starters, kind: Kind, description: &str) -> Fit {
    rank(starters, kind, description, &Answers::default()).swap_remove(0)
}

/// Descriptions and the process that fits.
const PROCESSES: &[(&str, &str)] = &[
    (
        "Answer questions that customers send to our helpdesk",
        "support-tickets",
    ),
    (
        "We publish two articles a week on our blog",
        "content-production",
    ),
    (
        "Service the machines on the shop floor every month",
        "equipment-maintenance",
    ),
    (
        "Order paper and toner before they run out",
        "office-supplies",
    ),
    (
        "Prepare laptop, badge and accounts for each new employee",
        "onboarding",
    ),
    (
        "When someone resigns: collect keys, revoke access, exit interview",
        "offboarding",
    ),
    (
        "Check supplier invoices against the purchase order and pay them",
        "purchase-to-pay",
    ),
    (
        "Reimburse travel expenses of our consultants",
        "expense-claims",
    ),
    (
        "Close the ledger after each month and report the figures",
        "month-end-close",
    ),
    (
        "React to outages of the booking system at night",
        "incident-response",
    ),
    (
        "Ship a new version of the app every other Tuesday",
        "software-release",
    ),
    ("Interview candidates for open positions", "hiring"),
    (
        "Follow up leads from the fair until they order",
        "lead-to-order",
    ),
    (
        "Deal with complaints and returns of unhappy buyers",
        "complaint-handling",
    ),
    (
        "Walk through the workshop looking for hazards",
        "safety-inspection",
    ),
    ("Send a mailing to our subscribers", "newsletter"),
    (
        "Pick, pack and ship parcels for the web shop",
        "order-fulfilment",
    ),
    ("Yearly appraisals of all staff", "performance-review"),
];

/// The same for projects.
const PROJECTS: &[(&str, &str)] = &[
    (
        "Deliver the system the tender asks for at a fixed price, as in the specification",
        "waterfall",
    ),
    (
        "Bring a new sensor from feasibility through prototype to a pilot series",
        "stage-gate",
    ),
    (
        "A small agile team works in sprints on a backlog for a product owner",
        "sprints",
    ),
    (
        "Put all ad hoc work on a kanban with a WIP limit",
        "pull-board",
    ),
    (
        "Find the root cause of the high defect rate in the paint shop",
        "dmaic",
    ),
    (
        "Halve the lead time of permits by value stream mapping",
        "lean-flow",
    ),
    (
        "A PMBOK style plan with WBS and earned value for many stakeholders",
        "full-plan",
    ),
    (
        "The ministry wants PRINCE2 with a project board and tolerances",
        "managed-stages",
    ),
    (
        "Building a school with a new gym on the old site",
        "construction",
    ),
    (
        "Develop a mobile app for field engineers",
        "software-product",
    ),
    (
        "Launch our organic tea brand in Spain with a campaign",
        "product-launch",
    ),
    (
        "Replace the CRM in all branches and migrate the data",
        "technology-rollout",
    ),
    ("Organise the annual congress for 400 guests", "event"),
    (
        "Design an onboarding model that HR repeats afterwards",
        "process-design",
    ),
    (
        "Design a new returns process for the warehouse, then the team runs it every week",
        "process-design",
    ),
];

#[test]
fn the_fitting_starter_comes_first() {
    // Z7
    let starters = starters();
    let mut wrong = Vec::new();
    for (kind, cases) in [(Kind::Process, PROCESSES), (Kind::Project, PROJECTS)] {
        for (description, id) in cases {
            let best = first(&starters, kind, description);
            let found = best.starter.about().id.clone();
            if found != *id {
                wrong.push(format!("{description}: {found} for {:?}", best.words));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_hint_alone_does_not_choose_a_starter() {
    // Z7
    let starters = starters();
    let score = |kind, text: &str| first(&starters, kind, text).score;
    assert!(score(Kind::Project, "Paint the warehouse") < GOOD_FIT);
    assert!(score(Kind::Project, "Construction of a warehouse") >= GOOD_FIT);
    assert!(score(Kind::Process, "Hiring") >= GOOD_FIT);
    assert!(score(Kind::Process, "Someone checks the machines every month") >= GOOD_FIT);
    assert!(score(Kind::Process, "Customer support tickets") >= GOOD_FIT);
}

#[test]
fn answers_of_the_wizard_speak_for_starters() {
    // Z7
    let starters = starters();
    let known = Answers::default().with(Question::KnownSteps, Answer::Loop);
    let fits = rank(&starters, Kind::Project, "", &known);
    let waterfall = fits
        .iter()
        .find(|fit| fit.starter.about().id == "waterfall")
        .unwrap();
    assert_eq!(waterfall.answers, [Question::KnownSteps]);
    assert!(waterfall.score > 0);
}

#[test]
fn with_nothing_to_go_by_the_order_is_that_of_the_file() {
    // Z7
    let starters = starters();
    for kind in [Kind::Process, Kind::Project] {
        let fits = rank(&starters, kind, "", &Answers::default());
        let ranked: Vec<_> = fits.into_iter().map(|fit| fit.starter).collect();
        assert_eq!(ranked, starters.of(kind));
    }
}

#[test]
fn a_search_wants_every_word_to_begin_one() {
    // Z7
    let starters = starters();
    let found = |query: &str| -> Vec<String> {
        let found = search(&starters, Kind::Process, query);
        found
            .iter()
            .map(|starter| starter.about().id.clone())
            .collect()
    };
    assert!(found("Supp tick").contains(&"support-tickets".to_owned()));
    assert!(found("upport").is_empty());
    assert!(found("support zebra").is_empty());
    assert_eq!(found(" ").len(), starters.processes.len());
}

#[test]
fn what_is_no_file_of_starters_is_refused_with_a_sentence() {
    // Z8
    for text in [
        "",
        "{}",
        "[]",
        "<html>",
        r#"{"processes":[{}],"projects":[]}"#,
    ] {
        let sentence = Starters::read(text).unwrap_err().to_string();
        assert!(sentence.contains("Start from blank"), "{text}");
    }
    assert_eq!(
        Starters::read(r#"{"processes":[],"projects":[]}"#),
        Ok(Starters::default())
    );
}

proptest! {
    #[test]
    fn every_starter_is_ranked_once_with_words_of_the_text(text in "\\PC{0,200}|([a-z]{1,9} ){0,30}") {
        // Z7, Z8
        let starters = starters();
        for kind in [Kind::Process, Kind::Project] {
            let fits = rank(&starters, kind, &text, &Answers::default());
            prop_assert_eq!(&fits, &rank(&starters, kind, &text, &Answers::default()));
            prop_assert_eq!(fits.len(), starters.of(kind).len());
            prop_assert!(fits.is_sorted_by(|a, b| a.score >= b.score));
            for fit in &fits {
                prop_assert_eq!(fit.score == 0, fit.words.is_empty());
                prop_assert!(starters.find(kind, &fit.starter.about().id).is_some());
            }
        }
        let _ = Starters::read(&text);
    }
}
