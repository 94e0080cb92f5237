//! Capability and the conditions it needs.

use domain::log::{Builder, Window};
use domain::measure::capability::{MIN_RUNS, Refusal, capability, indices};
use domain::measure::report::{capable, report};
use domain::measure::work_time::Clock;
use domain::measure::xmr::phases;

use super::{HOUR, hour};

#[test]
fn indices_are_those_of_the_handbook() {
    // X8 NIST/SEMATECH e-Handbook, 6.1.6: USL 20, LSL 8, mean 16, standard deviation 2: Cp 1.0,
    // Cpk 0.6667.
    let both = indices(16.0, 2.0, Some(8.0), 20.0).unwrap();
    assert_eq!(both.cp, Some(1.0));
    assert!((both.cpk - 0.6667).abs() < 1e-4);
    let one_sided = indices(16.0, 2.0, None, 20.0).unwrap();
    assert_eq!(one_sided.cp, None);
    assert!((one_sided.cpk - 0.6667).abs() < 1e-4);
    assert_eq!(indices(16.0, 0.0, None, 20.0), None);
    assert_eq!(indices(f64::NAN, 1.0, None, 20.0), None);
}

fn times(n: usize) -> Vec<i64> {
    let cycle = [9, 11, 8, 12];
    (0..n).map(|idx| cycle[idx % cycle.len()]).collect()
}

fn judge(times: &[i64], target: i64) -> Result<domain::measure::capability::Capability, Refusal> {
    let values: Vec<f64> = times.iter().map(|time| *time as f64).collect();
    capability(times, &phases(&values, &[], true)[0], target)
}

#[test]
fn a_stable_process_has_a_capability() {
    // X9
    let capability = judge(&times(40), 11).unwrap();
    assert_eq!(
        (capability.n, capability.within, capability.p95),
        (40, 7_500, 12)
    );
    // (11 − 10) ÷ (12 − 10) = 0.5.
    assert_eq!(capability.ppk_hundredths, Some(50));
    // Mean 10, mean range 2.95 and so σ 2.615: (11 − 10) ÷ 7.845 = 0.127.
    assert_eq!(capability.cpk_hundredths, Some(13));
    let same = judge(&vec![5; 40], 5).unwrap();
    assert_eq!((same.ppk_hundredths, same.cpk_hundredths), (None, None));
}

#[test]
fn runs_are_held_against_the_target_of_the_process_in_working_time() {
    // X9
    let mut builder = Builder::default();
    let cycle = [9, 11, 8, 12];
    for n in 0..32 {
        // A day has ten working hours, and every run begins with one and takes some of them.
        let began = n * 24;
        let ended = began + cycle[n as usize % 4] + if cycle[n as usize % 4] > 10 { 14 } else { 0 };
        builder.trace(
            &format!("{n}"),
            &[("A", "", hour(began)), ("A", "", hour(ended))],
        );
    }
    let log = builder.finish();
    let days = (0..40).map(|day| (hour(day * 24), hour(day * 24 + 10)));
    let working = Clock::working(days.collect());
    let window = Window {
        from: hour(0),
        to: hour(2_000),
    };
    let charted = report(&log, window, window.to, &Clock::CALENDAR).charted;
    let judge = |minutes| capable(&log, &charted, &working, minutes);
    assert_eq!(judge(Some(660)).unwrap().within, 7_500);
    assert_eq!(judge(Some(660)).unwrap().p95, 12 * HOUR);
    assert_eq!(judge(Some(539)).unwrap().within, 2_500);
    let refusal = judge(None).unwrap_err();
    assert_eq!(refusal, Refusal::NoTarget);
    assert!(
        refusal
            .to_string()
            .starts_with("Not given: the process has no target.")
    );
}

#[test]
fn capability_is_refused_with_the_reason() {
    // X9
    assert_eq!(
        judge(&times(MIN_RUNS - 1), 11).unwrap_err().to_string(),
        "Not given yet: 29 finished runs, and a capability needs 30. Fewer say nothing about one run in twenty."
    );
    let mut shifted = times(20);
    shifted.extend(times(20).iter().map(|time| time + 30));
    let refusal = judge(&shifted, 11).unwrap_err();
    assert!(matches!(refusal, Refusal::Unstable { n } if n > 0));
    assert!(refusal.to_string().contains("is not stable"));
}
