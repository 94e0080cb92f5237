//! Starters: processes and projects to begin from, so that nobody starts with an empty page.
//!
//! Their texts are data in `src/starters`, joined into one file by the build and read by the page
//! when first needed. Nothing here knows where that file comes from.

mod fields;
pub mod outline;
pub mod plan;
pub mod process;
pub mod project;
pub mod rank;

use std::sync::Arc;

use crate::classify::{Answers, Kind};

use fields::{Fields, Read};
pub use process::ProcessStarter;
pub use project::ProjectStarter;
pub use rank::{Fit, rank};

/// Everything the page can offer to begin from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Starters {
    /// Ready-made processes.
    pub processes: Vec<Arc<ProcessStarter>>,
    /// Ready-made projects.
    pub projects: Vec<Arc<ProjectStarter>>,
}

/// What every starter says about itself, for lists and for ranking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its name in `src/starters`; the same in every release, so that it can be referred to.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The work it fits, in one sentence.
    pub fits_when: String,
    /// Words and phrases of descriptions it fits, in lower case.
    pub keywords: Vec<String>,
    /// Words that speak for it beside others, and mean something else as often.
    pub hints: Vec<String>,
    /// Answers of the wizard that speak for it.
    pub suits: Answers,
}

/// One of either kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Starter {
    /// Makes a process.
    Process(Arc<ProcessStarter>),
    /// Makes a project.
    Project(Arc<ProjectStarter>),
}

impl Starter {
    /// What it says about itself.
    pub fn about(&self) -> &About {
        match self {
            Starter::Process(starter) => &starter.about,
            Starter::Project(starter) => &starter.about,
        }
    }

    /// What it makes.
    pub fn kind(&self) -> Kind {
        match self {
            Starter::Process(_) => Kind::Process,
            Starter::Project(_) => Kind::Project,
        }
    }

    /// Its objective or purpose, for a form to begin with.
    pub fn aim(&self) -> &str {
        match self {
            Starter::Process(starter) => &starter.sheet.purpose,
            Starter::Project(starter) => &starter.charter.objective,
        }
    }
}

/// The file of starters cannot be read: it is damaged, or of another build.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The starters that came cannot be read. Start from blank now, or reload the page and try again."
)]
pub struct Unreadable;

impl Starters {
    /// Reads the joined file.
    pub fn read(text: &str) -> Result<Starters, Unreadable> {
        let starters = || {
            let mut fields = Fields::of(serde_json::from_str(text).ok()?)?;
            let processes = fields.parts("processes")?;
            let projects = fields.parts("projects")?;
            Some(Starters {
                processes: processes.into_iter().map(Arc::new).collect(),
                projects: projects.into_iter().map(Arc::new).collect(),
            })
        };
        starters().ok_or(Unreadable)
    }

    /// Every starter that makes this kind of work, in the order of the file.
    pub fn of(&self, kind: Kind) -> Vec<Starter> {
        match kind {
            Kind::Process => self
                .processes
                .iter()
                .cloned()
                .map(Starter::Process)
                .collect(),
            Kind::Project => self
                .projects
                .iter()
                .cloned()
                .map(Starter::Project)
                .collect(),
        }
    }

    /// The starter of a kind with this id.
    pub fn find(&self, kind: Kind, id: &str) -> Option<Starter> {
        self.of(kind)
            .into_iter()
            .find(|starter| starter.about().id == id)
    }
}

impl Read for About {
    fn read(fields: &mut Fields) -> Option<About> {
        Some(About {
            id: fields.text("id")?,
            name: fields.text("name")?,
            fits_when: fields.text("fits_when")?,
            keywords: fields.texts("keywords")?,
            hints: fields.some_texts("hints")?,
            suits: match fields.value("suits") {
                Some(suits) => serde_json::from_value(suits).ok()?,
                None => Answers::default(),
            },
        })
    }
}
