//! The processes among the starters: their flow holds together.

use std::collections::{BTreeMap, BTreeSet};

use domain::flow::form;
use domain::model::{FieldKind, FormField};
use domain::starters::ProcessStarter;
use domain::starters::process::{END, StarterStep, Test};

use super::starters;

/// The texts between `{{` and `}}`.
fn placeholders(text: &str) -> Vec<&str> {
    text.split("{{")
        .skip(1)
        .map(|rest| rest.split("}}").next().unwrap().trim())
        .collect()
}

/// Where a run can go from each step: indices, with one past the last for the end.
pub(super) fn ways(process: &ProcessStarter) -> Vec<BTreeSet<usize>> {
    let steps = &process.steps;
    let at = |id: &String| {
        let place = steps.iter().position(|step| step.id == *id);
        let place = place.or((id == END).then_some(steps.len()));
        place.unwrap_or_else(|| panic!("{}: no step {id}", process.about.name))
    };
    let ways_of = |(idx, step): (usize, &StarterStep)| {
        let branches = step.branches.iter().map(|branch| at(&branch.to));
        let back = step.sends_back_to.iter().map(at);
        let next = step.goes_on_to.as_ref().map_or(idx + 1, at);
        branches.chain(back).chain([next]).collect()
    };
    steps.iter().enumerate().map(ways_of).collect()
}

fn is_value_of(field: &FormField, test: Test, value: &str) -> bool {
    let is_equality = matches!(test, Test::Is | Test::IsNot);
    match field.kind {
        FieldKind::Choice => is_equality && field.options.iter().any(|option| option == value),
        FieldKind::YesNo => is_equality && ["yes", "no"].contains(&value),
        FieldKind::Number | FieldKind::Money => value.parse::<i64>().is_ok(),
        _ => false,
    }
}

#[test]
fn there_are_enough_to_choose_from() {
    // Z1
    assert!(starters().processes.len() >= 16);
}

#[test]
fn every_step_is_documented_and_has_one_who_answers_for_it() {
    // Z1, Z3
    for process in starters().processes {
        let n_steps = process.steps.len();
        assert!((4..=12).contains(&n_steps), "{}", process.about.name);
        let sheet = &process.sheet;
        for list in [
            &sheet.suppliers,
            &sheet.inputs,
            &sheet.outputs,
            &sheet.customers,
        ] {
            assert!(!list.is_empty(), "{}", process.about.name);
        }
        assert!(sheet.measures.len() >= 3, "{}", process.about.name);
        for measure in &sheet.measures {
            let has_number = measure.target.chars().any(|c| c.is_ascii_digit());
            assert!(has_number, "{}: {}", process.about.name, measure.name);
        }
        for step in &process.steps {
            let place = format!("{}, {}", process.about.name, step.title);
            assert!(
                !step.role.is_empty() && !step.accountable.is_empty(),
                "{place}"
            );
            assert!(
                !step.inputs.is_empty() && !step.outputs.is_empty(),
                "{place}"
            );
            assert!((5..=60 * 8 * 130).contains(&step.target_minutes), "{place}");
            assert!(step.instructions.len() > 60, "{place} does not say how");
        }
        let n_fields: usize = process.steps.iter().map(|step| step.fields.len()).sum();
        assert!(n_fields >= 4, "{} collects no data", process.about.name);
    }
}

/// The fields that are entered on every way to a step, for each step.
fn entered_before(process: &ProcessStarter) -> Vec<BTreeSet<&str>> {
    let every: BTreeSet<&str> = process
        .steps
        .iter()
        .flat_map(|step| step.fields.iter().map(|field| field.key.as_str()))
        .collect();
    let mut before = vec![every; process.steps.len()];
    before[0].clear();
    let ways = ways(process);
    let n_steps = process.steps.len();
    // A round takes what some way leaves out one step further.
    for _ in 0..n_steps * n_steps {
        for (at, step) in process.steps.iter().enumerate() {
            let mut after = before[at].clone();
            after.extend(step.fields.iter().map(|field| field.key.as_str()));
            for way in ways[at].iter().filter(|way| **way < n_steps) {
                before[*way] = before[*way].intersection(&after).copied().collect();
            }
        }
    }
    before
}

#[test]
fn conditions_and_placeholders_name_fields_entered_by_then() {
    // Z3
    for process in starters().processes {
        let mut fields: BTreeMap<&str, &FormField> = BTreeMap::new();
        let before = entered_before(&process);
        for (step, before) in process.steps.iter().zip(before) {
            let place = format!("{}, {}", process.about.name, step.title);
            for text in [&step.title, &step.purpose, &step.instructions] {
                for field in placeholders(text) {
                    assert!(before.contains(field), "{place}: {{{{{field}}}}}");
                }
            }
            for field in &step.fields {
                let is_choice = matches!(field.kind, FieldKind::Choice | FieldKind::MultiChoice);
                assert_eq!(
                    is_choice,
                    field.options.len() >= 2,
                    "{place}: {}",
                    field.key
                );
                let earlier = fields.insert(&field.key, field);
                assert_eq!(earlier, None, "{place}: {}", field.key);
                assert!(form::is_key(&field.key), "{place}: {}", field.key);
            }
            for branch in &step.branches {
                let is_own = step.fields.iter().any(|field| field.key == branch.field);
                let is_entered = is_own || before.contains(branch.field.as_str());
                assert!(is_entered, "{place}: {}", branch.field);
                let field = fields[branch.field.as_str()];
                let fits = is_value_of(field, branch.test, &branch.value);
                assert!(fits, "{place}: {} {}", branch.field, branch.value);
                let is_sure = field.required;
                assert!(
                    is_sure,
                    "{place} asks for {}, which may stay empty",
                    field.key
                );
            }
        }
        let names_of_first: Vec<_> = process.steps[0]
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.key.as_str())
            .collect();
        for field in placeholders(&process.sheet.run_name) {
            let is_known = names_of_first.contains(&field);
            assert!(
                is_known,
                "{}: a run is named by {field}",
                process.about.name
            );
        }
    }
}

#[test]
fn every_step_can_be_reached_and_from_each_the_end() {
    // Z3
    for process in starters().processes {
        let ids: BTreeSet<_> = process.steps.iter().map(|step| &step.id).collect();
        assert_eq!(ids.len(), process.steps.len(), "{}", process.about.name);
        assert!(!ids.contains(&END.to_owned()), "{}", process.about.name);
        let ways = ways(&process);
        let end = process.steps.len();
        let from = |start: usize| {
            let mut reached = BTreeSet::from([start]);
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                let next = ways.get(at).into_iter().flatten();
                open.extend(next.filter(|way| reached.insert(**way)));
            }
            reached
        };
        assert_eq!(from(0).len(), end + 1, "{}", process.about.name);
        for step in 0..end {
            assert!(
                from(step).contains(&end),
                "{}, step {step}",
                process.about.name
            );
        }
    }
}

#[test]
fn steps_side_by_side_are_neighbours_entered_and_left_together() {
    // Z3
    for process in starters().processes {
        let name = &process.about.name;
        let groups: Vec<Option<&str>> = process
            .steps
            .iter()
            .map(|step| step.side_by_side.as_deref())
            .collect();
        assert_eq!(groups[0], None, "{name} begins with a step of its own");
        assert_eq!(
            groups.last(),
            Some(&None),
            "{name} ends with a step of its own"
        );
        let mut parts = groups.clone();
        parts.dedup();
        let n_names = groups.iter().flatten().collect::<BTreeSet<_>>().len();
        assert_eq!(n_names, parts.iter().flatten().count(), "{name}");
        let ways = ways(&process);
        for (idx, step) in process.steps.iter().enumerate() {
            let place = format!("{name}, {}", step.title);
            if groups[idx].is_some() {
                assert_eq!(ways[idx], BTreeSet::from([idx + 1]), "{place}");
                assert!(groups[idx - 1] == groups[idx] || groups[idx + 1] == groups[idx]);
                assert_eq!(step.sends_back_to, None, "{place}");
            }
            let into = ways[idx]
                .iter()
                .filter(|way| groups.get(**way).is_some_and(Option::is_some));
            let into: Vec<&usize> = into.collect();
            let is_within = groups[idx].is_some();
            let is_only_way = step.branches.is_empty() && into == [&(idx + 1)];
            assert!(
                into.is_empty() || is_within || is_only_way,
                "{place} leads into a group"
            );
        }
    }
}
