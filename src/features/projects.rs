//! Projects: the portfolio board, and a project's board, charter, money, log, people and report.

mod assign_form;
mod baselines;
mod budget;
mod budget_form;
mod charter;
mod charter_form;
mod earned;
mod entries;
mod gates;
mod handover;
mod lessons;
mod portfolio;
mod project_card;
mod project_form;
mod project_head;
mod raid;
mod raid_form;
mod related;
mod report;
mod simulation;
mod standing;
mod task_board;
mod task_card;
mod task_form;
mod team;
mod timeline;
mod variance_table;

pub use budget::BudgetPage;
pub use charter::CharterPage;
pub use portfolio::PortfolioPage;
pub use raid::RaidPage;
pub use report::ReportPage;
pub use task_board::BoardPage;
pub use team::TeamPage;
pub use timeline::TimelinePage;
