//! Projects: the portfolio board, a project's task board, its charter basics.

mod charter;
mod portfolio;
mod project_card;
mod project_form;
mod project_head;
mod related;
mod task_board;
mod task_card;
mod task_form;

pub use charter::CharterPage;
pub use portfolio::PortfolioPage;
pub use task_board::BoardPage;
