//! What a set of readings is worth. Everything that is counted is counted strictly: "unclear" is never right.

use domain::classify::{Leaning, Reading, suggest};

use super::rows::Row;

/// The labels, in the order of every table.
pub const LABELS: [Leaning; 3] = [Leaning::Process, Leaning::Project, Leaning::Hybrid];

/// What may be read, in the order of every table.
pub const READINGS: [Leaning; 4] = [
    Leaning::Process,
    Leaning::Project,
    Leaning::Hybrid,
    Leaning::Unclear,
];

/// How many bins the confidence is sorted into.
const N_BINS: usize = 10;

/// Readings whose confidence lies in one tenth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// How many there are.
    pub n: usize,
    /// How many of them are right.
    pub n_right: usize,
    /// The sum of their confidences, each from 0 to 1.
    pub confidence: f64,
}

/// Everything that is reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// What each row reads as, in their order.
    pub readings: Vec<Reading>,
    /// Rows by label and reading.
    pub confusion: [[usize; 4]; 3],
    /// The tenths of confidence.
    pub bins: [Bin; N_BINS],
    /// How long one reading takes.
    pub microseconds_per_text: f64,
}

impl Measures {
    /// Reads every description with the function that the page uses.
    pub fn of(rows: &[Row], microseconds_per_text: f64) -> Self {
        let readings = rows.iter().map(|row| suggest(&row.text).reading).collect();
        Self::of_readings(rows, readings, microseconds_per_text)
    }

    /// Compares readings, in the order of the rows, with the labels.
    pub fn of_readings(rows: &[Row], readings: Vec<Reading>, microseconds_per_text: f64) -> Self {
        let mut confusion = [[0; 4]; 3];
        let mut bins = [Bin::default(); N_BINS];
        for (row, reading) in rows.iter().zip(&readings) {
            for (label, counts) in LABELS.iter().zip(&mut confusion) {
                for (read, count) in READINGS.iter().zip(counts) {
                    *count += usize::from(row.label == *label && reading.leaning == *read);
                }
            }
            let tenth = usize::from(reading.confidence) * N_BINS / 10_000;
            if let Some(bin) = bins.get_mut(tenth.min(N_BINS - 1)) {
                bin.n += 1;
                bin.n_right += usize::from(row.label == reading.leaning);
                bin.confidence += f64::from(reading.confidence) / 10_000.0;
            }
        }
        Self {
            readings,
            confusion,
            bins,
            microseconds_per_text,
        }
    }

    /// How many rows there are.
    pub fn n_rows(&self) -> usize {
        self.readings.len()
    }

    /// How many read as this label, among the rows with that one.
    pub fn count(&self, label: Leaning, read: Leaning) -> usize {
        let at = |all: &[Leaning], one| all.iter().position(|other| *other == one);
        at(&LABELS, label)
            .and_then(|label| self.confusion.get(label))
            .zip(at(&READINGS, read))
            .and_then(|(counts, read)| counts.get(read))
            .copied()
            .unwrap_or_default()
    }

    /// Of all rows, the share read as labelled.
    pub fn accuracy(&self) -> f64 {
        self.accuracy_among(&LABELS)
    }

    /// Of the rows labelled process or project, the share read as labelled. To read one as a hybrid is wrong.
    pub fn binary_accuracy(&self) -> f64 {
        self.accuracy_among(&[Leaning::Process, Leaning::Project])
    }

    fn accuracy_among(&self, labels: &[Leaning]) -> f64 {
        let right = labels.iter().map(|label| self.count(*label, *label)).sum();
        ratio(
            right,
            labels.iter().map(|label| self.n_labelled(*label)).sum(),
        )
    }

    fn n_labelled(&self, label: Leaning) -> usize {
        READINGS.iter().map(|read| self.count(label, *read)).sum()
    }

    /// The harmonic mean of precision and recall of one label; `None` when it is neither a label nor a reading of any row.
    pub fn f1(&self, label: Leaning) -> Option<f64> {
        let right = self.count(label, label);
        let n_read: usize = LABELS.iter().map(|other| self.count(*other, label)).sum();
        let total = n_read + self.n_labelled(label);
        (total > 0).then(|| ratio(2 * right, total))
    }

    /// The mean of F1 over the labels that occur.
    pub fn macro_f1(&self) -> f64 {
        let all: Vec<f64> = LABELS.iter().filter_map(|label| self.f1(*label)).collect();
        all.iter().sum::<f64>() / all.len().max(1) as f64
    }

    /// The mean distance between how sure the readings of a tenth are and how many of them are right, weighed by how many
    /// there are (Naeini et al. 2015).
    pub fn expected_calibration_error(&self) -> f64 {
        let gaps = self
            .bins
            .iter()
            .map(|bin| (bin.confidence - bin.n_right as f64).abs());
        gaps.sum::<f64>() / self.n_rows().max(1) as f64
    }
}

/// A share; 0 of nothing.
pub fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
