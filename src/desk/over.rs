//! What lies over every page, and what a page is asked for from there.

use domain::command::SampleCommand;
use domain::route::Route;
use domain::workspace::Workspace;
use leptos::prelude::*;

use super::Desk;

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Finding things and doing things by a few letters.
    Find,
    /// What the keys do.
    Keys,
}

/// What the page that is gone to is to do at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Open the form of a new project.
    NewProject,
    /// Open the form of a new process.
    NewProcess,
}

/// Pages of records that are remembered.
const MAX_RECENT: usize = 8;

impl Desk {
    /// Goes to a page that is to do something at once.
    pub fn go_and(&self, route: &Route, wish: Wish) {
        self.wish.set(Some(wish));
        self.go(route);
    }

    /// Carries out what the page was asked for, once, when the page has been drawn.
    pub fn grant(self, wish: Wish, grant: impl Fn() + Copy + 'static) {
        Effect::new(move |_| {
            if self.wish.get() == Some(wish) {
                self.wish.set(None);
                request_animation_frame(grant);
            }
        });
    }

    /// Remembers the record that a page is about.
    pub fn remember_page(&self, route: &Route) {
        let record = match route {
            Route::Task(..) | Route::Step(..) | Route::Run(_) | Route::Decision(_) => {
                Some(route.clone())
            }
            _ => (route.project().map(Route::Project))
                .or_else(|| route.template().map(Route::Process)),
        };
        if let Some(record) = record {
            self.recent.update(|recent| {
                recent.retain(|other| *other != record);
                recent.insert(0, record);
                recent.truncate(MAX_RECENT);
            });
        }
    }

    /// Loads the sample workspace. It takes a moment, so it is said first, and begun when that is
    /// on the page.
    pub fn load_sample(self) {
        self.notices.say("Loading the sample…");
        request_animation_frame(move || {
            request_animation_frame(move || {
                // A second press may have been waiting meanwhile.
                if !self.read(Workspace::has_sample) {
                    self.run(SampleCommand::Load);
                }
            });
        });
    }
}
