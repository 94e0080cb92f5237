//! Processes: the library, a process's steps, its runs board, and a run.

mod clock;
mod data_field;
mod field_rows;
mod filled;
mod flow_form;
mod head;
mod improve;
mod library;
mod log_import;
mod map_page;
mod metrics;
mod mining;
mod my_steps;
mod process_card;
mod process_form;
mod reason;
mod related;
mod run_card;
mod run_form;
mod run_page;
mod run_side;
mod run_task;
mod run_trail;
mod runs_board;
mod schedule_form;
mod sheet_form;
mod step_form;
mod step_list;
mod step_sheet;
mod steps_page;
mod strip;
mod study;
mod versions_page;

pub use improve::ImprovePage;
pub use library::LibraryPage;
pub use map_page::MapPage;
pub use metrics::MetricsPage;
pub use mining::MiningPage;
pub use run_page::RunPage;
pub use runs_board::RunsPage;
pub use steps_page::StepsPage;
pub use versions_page::VersionsPage;

use domain::command::RunCommand;

use crate::desk::Desk;

/// Starts what the schedules say for today, with what was missed; says so when something started.
pub fn start_what_is_due(desk: Desk) {
    let today = desk.today();
    if desk.read(|ws| ws.has_due_starts(today)) {
        desk.run(RunCommand::CatchUp);
    }
}
