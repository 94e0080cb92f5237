//! A project's status on one page: how it stands and why, earned value, when it will probably
//! finish, what changed, and the report to hand over.

use domain::assessment::{Assessment, assess};
use domain::id::ProjectId;
use domain::model::Project;
use domain::money::MoneyError;
use domain::plan_figures::{ProjectFigures, figures};
use domain::plan_network::PlanNetwork;
use leptos::prelude::*;

use crate::desk::work::Work;
use crate::desk::{Desk, desk};
use crate::features::projects::baselines::Baselines;
use crate::features::projects::earned::Earned;
use crate::features::projects::handover::Handover;
use crate::features::projects::project_head::ProjectPage;
use crate::features::projects::simulation::{Simulated, Simulation, simulated};
use crate::features::projects::standing::StandingPanel;
use crate::features::projects::variance_table::VarianceTable;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Report {
    /// The project.
    pub id: ProjectId,
    /// Its figures today.
    pub figures: Memo<Result<ProjectFigures, MoneyError>>,
    /// What the last simulation says, once there is one.
    pub simulated: Memo<Option<Simulated>>,
    /// How it stands.
    pub assessment: Memo<Assessment>,
    /// The simulation.
    pub work: Work,
    /// The plan that was last simulated.
    pub sent: RwSignal<Option<PlanNetwork>>,
}

/// A project's status.
#[component]
pub fn ReportPage(
    /// Whose.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let work = Work::default();
    let sent = RwSignal::new(None::<PlanNetwork>);
    let figures = Memo::new(move |_| {
        let today = desk.today();
        desk.compute(|ws| figures(ws, id, today))
    });
    let simulated = Memo::new(move |_| simulated(desk, id, work, sent));
    let assessment = Memo::new(move |_| {
        let today = desk.today();
        let figures = figures.get().ok();
        let chance = simulated.get().and_then(|simulated| simulated.chance);
        desk.compute(|ws| assess(ws, id, today, figures.as_ref(), chance))
    });
    let report = Report {
        id,
        figures,
        simulated,
        assessment,
        work,
        sent,
    };
    view! {
        <ProjectPage id=id tab="Report" assessment=assessment>
            <p class="print-only">{move || title(desk, id)}</p>
            <div class="report">
                <StandingPanel report=report/>
                <Handover report=report/>
                <Earned report=report/>
                <Simulation report=report/>
                <Baselines report=report/>
                <VarianceTable report=report/>
            </div>
        </ProjectPage>
    }
}

/// What stands above the report on paper: of what it is, and of which day.
fn title(desk: Desk, id: ProjectId) -> Option<String> {
    let name = desk.get::<Project>(id)?.name.clone();
    Some(format!("{name}: status on {}", desk.today()))
}
