//! A log as a table.

use crate::csv::{Cell, Csv};
use crate::log::Log;
use crate::log::export::iso;

/// A row for each event, under the column names that process mining tools look for first.
pub fn csv(log: &Log) -> String {
    let mut csv = Csv::new(&[
        "case:concept:name",
        "concept:name",
        "lifecycle:transition",
        "time:timestamp",
        "org:resource",
        "loopline:event",
        "loopline:version",
    ]);
    for (case, number) in log.cases.iter().zip(1u32..) {
        for event in log.events_of(case) {
            csv.row(&[
                Cell::text(super::xes::case_name(case, number)),
                Cell::text(log.name_of(event.activity)),
                Cell::text(event.lifecycle.xes()),
                Cell::text(iso(event.at)),
                Cell::text(log.actor(event.actor)),
                Cell::text(event.lifecycle.name()),
                Cell::number(case.version),
            ]);
        }
    }
    csv.finish()
}
