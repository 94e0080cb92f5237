//! A dialog that asks why: for what the flow does not foresee, and for what cannot be undone by others.

use domain::command::{Command, Finish, RunCommand, Verdict};
use domain::id::{RunId, StepId};
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextField;
use crate::ui::form::{FormFoot, field_error};

/// What a reason is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// To rest.
    Pause(RunId),
    /// To call it off.
    Cancel(RunId),
    /// To go on with what has ended.
    Reopen(RunId),
    /// To put it on another step than the next.
    Move {
        /// Which.
        id: RunId,
        /// The step.
        step: StepId,
        /// Where it stands; absent for its first step.
        from: Option<StepId>,
    },
    /// To leave a step in another way than by finishing it.
    Leave(Finish),
}

impl Asked {
    fn title(&self) -> &'static str {
        match self {
            Asked::Pause(_) => "Pause the run",
            Asked::Cancel(_) => "Cancel the run",
            Asked::Reopen(_) => "Reopen the run",
            Asked::Move { .. } => "Move to another step",
            Asked::Leave(finish) => match finish.verdict {
                Verdict::Reject => "Reject",
                Verdict::SendBack => "Send back",
                Verdict::Omit => "Leave this step out",
                Verdict::Override | Verdict::Done => "Finish with something missing",
            },
        }
    }

    fn help(&self) -> &'static str {
        match self {
            Asked::Pause(_) => "The clocks stand still until it is resumed.",
            Asked::Cancel(_) => {
                "It counts as cancelled, not as finished, and so do the runs inside it. It can be reopened."
            }
            Asked::Reopen(_) => "It goes on with the step that was finished last.",
            Asked::Move { .. } => {
                "The flow does not foresee this. Kept as a deviation, which Improve counts."
            }
            Asked::Leave(finish) => match finish.verdict {
                Verdict::Reject => "Kept with the run.",
                Verdict::SendBack => "The step before reads it and is done again.",
                _ => "Kept as a deviation, which Improve counts.",
            },
        }
    }

    fn command(self, reason: String) -> Command {
        match self {
            Asked::Pause(id) => RunCommand::Pause { id, reason }.into(),
            Asked::Cancel(id) => RunCommand::Cancel { id, reason }.into(),
            Asked::Reopen(id) => RunCommand::Reopen { id, reason }.into(),
            Asked::Move { id, step, from } => RunCommand::MoveTo {
                id,
                step,
                from,
                reason,
            }
            .into(),
            Asked::Leave(finish) => RunCommand::Finish(Finish { reason, ..finish }).into(),
        }
    }
}

/// The dialog; open while something is asked for.
#[component]
pub fn ReasonDialog(
    /// What for.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let (open, asked) = open_while(asked);
    let title = Signal::derive(move || {
        let title = asked.with(|asked| asked.as_ref().map(Asked::title));
        title.unwrap_or("Reason").to_owned()
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || asked.get().map(|about| view! { <ReasonForm about=about open=open/> }))}
        </Dialog>
    }
}

#[component]
fn ReasonForm(about: Asked, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let (save, help) = (about.title(), about.help());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match desk.try_run(about.clone().command(reason.get_untracked())) {
            Ok(_) => open.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField
                    label="Reason" value=reason error=field_error(error, "Reason") help=help autofocus=true
                />
            </div>
            <FormFoot open=open save=save error=error fields=&["Reason"]/>
        </form>
    }
}
