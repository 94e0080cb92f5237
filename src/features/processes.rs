//! Processes: the library, a process's steps, its runs board, and a run.

mod head;
mod improve;
mod library;
mod log_import;
mod metrics;
mod mining;
mod process_card;
mod process_form;
mod related;
mod run_form;
mod run_page;
mod run_trail;
mod runs_board;
mod step_list;
mod step_sheet;
mod steps_page;
mod strip;

pub use improve::ImprovePage;
pub use library::LibraryPage;
pub use metrics::MetricsPage;
pub use mining::MiningPage;
pub use run_page::RunPage;
pub use runs_board::RunsPage;
pub use steps_page::StepsPage;
