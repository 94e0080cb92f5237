//! Schedules. Rule ids: `src/domain/SPEC.md`, "Schedules".

use domain::command::{Command, Ctx, RunCommand, TemplateCommand, plan};
use domain::lists::List;
use domain::model::{CatchUp, Run};
use domain::recur::Rule;
use domain::time::Day;

use super::process;
use crate::world::{World, day};

/// Rule, first day and occurrences, recorded from another implementation (python-dateutil 2.9).
const RECORDED: &str = include_str!("../../fixtures/recurrences.txt");

#[test]
fn a_rule_occurs_as_another_implementation_says() {
    // S20
    for line in RECORDED.lines() {
        let parts: Vec<&str> = line.split('|').collect();
        let rule = Rule::read(parts[0]).unwrap();
        let expected: Vec<Day> = parts[2].split(',').map(day).collect();
        let days = rule.days(day(parts[1])).take(expected.len());
        assert_eq!(days.collect::<Vec<_>>(), expected, "{line}");
        let written = rule.to_string();
        assert_eq!(Rule::read(&written).unwrap(), rule, "{written}");
    }
}

#[test]
fn a_rule_says_itself_in_a_sentence() {
    // S21
    let start = day("2026-03-12");
    for (rule, sentence) in [
        ("FREQ=WEEKLY;INTERVAL=2", "Every second week on Thursday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,-1",
            "Every month on the 1st and the last day",
        ),
        ("FREQ=YEARLY", "Every year on the 12th of March"),
        ("FREQ=DAILY;COUNT=3", "Every day 3 times"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
            "Every month on Monday and Tuesday only the last of these",
        ),
    ] {
        assert_eq!(Rule::read(rule).unwrap().sentence(start), sentence);
    }
}

#[test]
fn a_rule_that_never_comes_true_or_too_often_is_refused() {
    // S22
    let start = day("2026-03-11");
    for (rule, sentence) in [
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "This rule never comes true: no day fits all of it. Change the days or the months.",
        ),
        (
            "FREQ=DAILY;UNTIL=20200101",
            "This rule never comes true: no day fits all of it. Change the days or the months.",
        ),
        (
            "FREQ=SECONDLY",
            "A process starts at most once a day. Use FREQ=DAILY or something rarer.",
        ),
        (
            "BYDAY=MO",
            "A rule begins with FREQ, for example FREQ=WEEKLY.",
        ),
        (
            "FREQ=WEEKLY;BYDAY=XX",
            "“XX” is not a day. Use MO, TU, WE, TH, FR, SA, SU.",
        ),
        (
            "FREQ=WEEKLY;BYDAY=1MO",
            "A numbered day such as 1MO needs FREQ=MONTHLY or YEARLY.",
        ),
        (
            "FREQ=DAILY;INTERVAL=0",
            "INTERVAL is a number from 1 to 1000.",
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=3",
            "Loopline does not know BYWEEKNO. Use BYMONTH, BYMONTHDAY and BYDAY.",
        ),
        (
            "FREQ=DAILY;COUNT=1;UNTIL=20300101",
            "COUNT and UNTIL exclude each other. Keep one of them.",
        ),
        ("FREQ=ÄÖ;;=", "FREQ=ÄÖ is not known."),
    ] {
        assert_eq!(
            Rule::checked(rule, start).unwrap_err().to_string(),
            sentence
        );
    }
}

fn caught_up(world: &mut World, today: &str) -> usize {
    let planned = world.with_ctx(|ctx| {
        let ctx = Ctx {
            today: day(today),
            ..*ctx
        };
        plan(&world.workspace, Command::Run(RunCommand::CatchUp), &ctx).unwrap()
    });
    let before = world.workspace.all::<Run>().count();
    world.apply(&planned.change);
    world.workspace.all::<Run>().count() - before
}

#[test]
fn missed_starts_are_made_up_for_by_policy_and_never_twice() {
    // S23
    for (policy, expected) in [(CatchUp::All, 3), (CatchUp::Latest, 1), (CatchUp::Skip, 0)] {
        let (mut world, template, _) = process(&["Check"]);
        let first = world.start(template, "by hand");
        world.run(RunCommand::Delete { id: first });
        let rule = ("FREQ=WEEKLY;BYDAY=MO".to_owned(), day("2026-03-02"), policy);
        world.run(TemplateCommand::Schedule {
            id: template,
            schedule: Some(rule),
        });
        assert_eq!(
            caught_up(&mut world, "2026-03-12"),
            0,
            "nothing before it was made is missed"
        );
        let mut other_tab = world.workspace.clone();
        assert!(world.workspace.has_due_starts(day("2026-03-31")) == (policy != CatchUp::Skip));
        assert_eq!(caught_up(&mut world, "2026-03-31"), expected);
        assert_eq!(caught_up(&mut world, "2026-03-31"), 0);
        assert_eq!(caught_up(&mut world, "2026-03-29"), 0);
        let here: Vec<_> = world.workspace.ids::<Run>(List::Runs(template));
        std::mem::swap(&mut world.workspace, &mut other_tab);
        caught_up(&mut world, "2026-03-31");
        assert_eq!(world.workspace.ids::<Run>(List::Runs(template)), here);
    }
}

#[test]
fn what_is_due_today_starts_whatever_the_policy() {
    // S23
    let (mut world, template, _) = process(&["Check"]);
    world.start(template, "by hand");
    let rule = ("FREQ=DAILY".to_owned(), world.today(), CatchUp::Skip);
    world.run(TemplateCommand::Schedule {
        id: template,
        schedule: Some(rule),
    });
    assert_eq!(caught_up(&mut world, "2026-03-11"), 1);
    assert_eq!(caught_up(&mut world, "2026-03-11"), 0);
    assert_eq!(caught_up(&mut world, "2026-03-15"), 1);
}
