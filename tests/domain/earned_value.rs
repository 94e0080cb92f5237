//! Earned value against published examples, and what holds for any amounts.

use domain::earned_value::{
    EarnedValue, EarningRule, Index, MilestoneStep, WorkItem, earned_schedule,
};
use domain::money::Money;
use proptest::prelude::*;

fn euros(units: i64) -> Money {
    Money::new(units * 100).unwrap()
}

fn cents(units: i64) -> Money {
    Money::new(units).unwrap()
}

fn figures(budget: i64, planned: i64, earned: i64, actual: i64) -> EarnedValue {
    let [b, p, e, a] = [budget, planned, earned, actual].map(euros);
    EarnedValue::new(b, p, e, a, None).unwrap()
}

fn hundredths(index: Option<Index>) -> String {
    index.map(Index::in_words).unwrap_or("–".to_owned())
}

// P5: R. Mulcahy, “PMP Exam Prep”, the four-sided fence (8th ed., chapter Cost; studylib.net/doc/5898152).
// Four sides of $1,000, a day each; after day three two are done and the third is half done.
#[test]
fn the_fence_of_mulcahy() {
    let side = |n: i64, done: u32| WorkItem {
        budget: euros(1_000),
        start: n,
        finish: n + 1,
        rule: EarningRule::Percent,
        is_started: done > 0,
        is_finished: done == 10_000,
        done,
        steps: Vec::new(),
    };
    let sides = [side(0, 10_000), side(1, 10_000), side(2, 5_000), side(3, 0)];
    let planned = Money::sum(sides.iter().map(|side| side.planned_at(3).unwrap())).unwrap();
    let earned = Money::sum(sides.iter().map(|side| side.earned().unwrap())).unwrap();
    let spent = euros(1_000 + 1_200 + 600);
    let fence = EarnedValue::new(euros(4_000), planned, earned, spent, None).unwrap();
    assert_eq!(fence.planned, euros(3_000));
    assert_eq!(fence.earned, euros(2_500));
    assert_eq!(fence.cost_variance, euros(-300));
    assert_eq!(fence.schedule_variance, euros(-500));
    assert_eq!(fence.cost_index, Some(Index(8_929)));
    assert_eq!(fence.schedule_index, Some(Index(8_333)));
    // The book divides by the rounded .893 and gets 4,479, 1,679 and -479.
    assert_eq!(fence.forecasts.trend, Some(euros(4_480)));
    assert_eq!(fence.estimate_to_complete(), Ok(euros(1_680)));
    assert_eq!(fence.variance_at_completion(), Ok(euros(-480)));
}

// P5: P. Govan, R package PRA 0.3, vignette “Earned Value Management” and the reference of `tcpi` and
// `eac` (CRAN): $100,000 planned as 10, 20, 40, 70 and 100 %, 35 % done.
#[test]
fn the_toy_project_of_pra() {
    let toy = figures(100_000, 40_000, 35_000, 36_000);
    assert_eq!(toy.schedule_variance, euros(-5_000));
    assert_eq!(toy.cost_variance, euros(-1_000));
    assert_eq!(toy.schedule_index, Some(Index(8_750)));
    assert_eq!(toy.cost_index, Some(Index(9_722)));
    assert_eq!(
        figures(100_000, 40_000, 35_000, 63_000).forecasts.one_off,
        euros(128_000)
    );
    assert_eq!(
        hundredths(figures(100_000, 40_000, 35_000, 63_000).needed_for_budget),
        "1.76"
    );
    let estimated = EarnedValue::new(
        euros(100_000),
        euros(40_000),
        euros(35_000),
        euros(63_000),
        Some(euros(120_482 - 63_000)),
    );
    assert_eq!(hundredths(estimated.unwrap().needed_for_forecast), "1.13");
}

// P5: “Earned Value”, course slides (wnwk.com/doc/3476926): design 200, build 200, test 100.
#[test]
fn design_build_test() {
    let slides = figures(500, 300, 200, 250);
    assert_eq!(slides.cost_variance, euros(-50));
    assert_eq!(slides.schedule_variance, euros(-100));
    assert_eq!(hundredths(slides.cost_index), "0.80");
    assert_eq!(hundredths(slides.schedule_index), "0.67");
    assert_eq!(slides.forecasts.trend, Some(euros(625)));
    assert_eq!(slides.estimate_to_complete(), Ok(euros(375)));
    assert_eq!(slides.variance_at_completion(), Ok(euros(-125)));
    // 250 + 300 / (0.8 × 2/3) = 812.50, by the formula of the PMBOK Guide.
    assert_eq!(slides.forecasts.cost_and_time, Some(cents(81_250)));
}

// P5: tutorialspoint.com, “EVM Example”: 8 hours at $100, 11 spent, 1 more needed.
#[test]
fn one_late_task() {
    let earned = cents(73_333);
    let late = EarnedValue::new(
        euros(800),
        euros(800),
        earned,
        euros(1_100),
        Some(euros(100)),
    );
    let late = late.unwrap();
    assert_eq!(late.forecasts.bottom_up, Some(euros(1_200)));
    assert_eq!(late.variance_at_completion(), Ok(euros(-400)));
    assert_eq!(late.cost_index, Some(Index(6_667)));
    assert_eq!(late.schedule_index, Some(Index(9_167)));
    assert_eq!(late.needed_for_budget, None);
}

// P6: at the start everything is zero, and no index is given.
#[test]
fn before_the_start_there_are_no_indices() {
    let start = figures(1_000, 0, 0, 0);
    assert_eq!((start.schedule_index, start.cost_index), (None, None));
    assert_eq!(start.forecasts.trend, None);
    assert_eq!(start.forecasts.cost_and_time, None);
    assert_eq!(start.forecasts.leading(), euros(1_000));
    assert_eq!(start.needed_for_budget, Some(Index(10_000)));
    let nothing = figures(0, 0, 0, 0);
    assert_eq!(
        (nothing.needed_for_budget, nothing.needed_for_forecast),
        (None, None)
    );
}

// P7: each rule by hand.
#[test]
fn each_rule_plans_and_earns() {
    let item = |rule, is_started, done| WorkItem {
        budget: euros(100),
        start: 0,
        finish: 4,
        rule,
        is_started,
        is_finished: false,
        done,
        steps: vec![
            MilestoneStep {
                weight: 1,
                is_reached: true,
            },
            MilestoneStep {
                weight: 3,
                is_reached: false,
            },
        ],
    };
    let of = |rule| {
        let item = item(rule, true, 4_000);
        let planned = [0, 1, 4].map(|at| item.planned_at(at).unwrap().units() / 100);
        (planned, item.earned().unwrap().units() / 100)
    };
    assert_eq!(of(EarningRule::Percent), ([0, 25, 100], 40));
    assert_eq!(of(EarningRule::ZeroHundred), ([0, 0, 100], 0));
    assert_eq!(of(EarningRule::FiftyFifty), ([0, 50, 100], 50));
    assert_eq!(of(EarningRule::Milestones), ([0, 25, 100], 25));
    assert_eq!(
        item(EarningRule::FiftyFifty, false, 0).earned(),
        Ok(Money::ZERO)
    );
}

// P8: Lipke's formula on the plan of PRA: 35 of 100 earned after three periods is the plan of 2.75.
#[test]
fn schedule_earned_between_two_periods() {
    let plan = [0, 10, 20, 40, 70, 100].map(euros);
    let earned = earned_schedule(&plan, euros(35), 3);
    assert_eq!(
        (earned.earned, earned.actual, earned.variance),
        (2_750, 3_000, -250)
    );
    assert_eq!(earned.index, Some(9_167));
    assert_eq!(earned.forecast, Some(5_455));
}

// P8: SPI comes back to 1 when a late project ends; SPI(t) does not (Lipke 2003).
#[test]
fn a_late_project_stays_late() {
    let plan = [0, 10, 20, 40, 70, 100].map(euros);
    let end = earned_schedule(&plan, euros(100), 8);
    assert_eq!(
        figures(100, 100, 100, 100).schedule_index,
        Some(Index(10_000))
    );
    assert_eq!((end.earned, end.index), (5_000, Some(6_250)));
    assert_eq!(end.forecast, Some(8_000));
    let start = earned_schedule(&plan, Money::ZERO, 0);
    assert_eq!((start.index, start.forecast), (None, None));
    assert_eq!(earned_schedule(&[], euros(1), 3).earned, 0);
}

// P8: a plan without value is no plan one could be behind.
#[test]
fn a_plan_without_value_has_no_index() {
    for plan in [&[][..], &[Money::ZERO; 6][..]] {
        let found = earned_schedule(plan, Money::ZERO, 3);
        assert_eq!((found.index, found.forecast), (None, None));
    }
    assert_eq!(figures(0, 0, 0, 20).cost_index, None);
    assert_eq!(figures(100, 20, 0, 20).cost_index, Some(Index(0)));
}

fn any_money() -> impl Strategy<Value = Money> {
    prop_oneof![
        Just(Money::ZERO),
        Just(Money::MAX),
        (0_i64..1_000_000_000).prop_map(cents),
        (-9_000_000_000_000_000_i64..=9_000_000_000_000_000).prop_map(cents),
    ]
}

fn any_rule() -> impl Strategy<Value = EarningRule> {
    prop::sample::select(EarningRule::ALL.to_vec())
}

proptest! {
    // P6: any amounts give figures or a sentence.
    #[test]
    fn no_amounts_stop_it(b in any_money(), p in any_money(), e in any_money(), a in any_money(), r in any_money()) {
        if let Ok(figures) = EarnedValue::new(b, p, e, a, Some(r)) {
            let _ = (figures.estimate_to_complete(), figures.variance_at_completion());
            prop_assert_eq!(figures.schedule_index.is_none(), p == Money::ZERO || figures.schedule_index.is_none());
        }
        let _ = earned_schedule(&[a, b, p], e, i64::MAX);
    }

    // P7: the plan never falls, begins at nothing and ends at the budget.
    #[test]
    fn the_plan_never_falls(budget in 0_i64..10_000_000, start in -50_i64..50, length in 0_i64..60, rule in any_rule(), done in 0_u32..20_000) {
        let mut item = WorkItem {
            budget: cents(budget), start, finish: start + length, rule,
            is_started: true, is_finished: false, done, steps: Vec::new(),
        };
        let plan: Vec<Money> = (start - 1..start + length + 3).map(|at| item.planned_at(at).unwrap()).collect();
        prop_assert!(plan.is_sorted());
        prop_assert_eq!(plan[0], Money::ZERO);
        prop_assert_eq!(plan[plan.len() - 1], item.budget);
        prop_assert!(item.earned().unwrap() <= item.budget);
        item.is_finished = true;
        prop_assert_eq!(item.earned(), Ok(item.budget));
    }
}
