//! Asking for a passphrase.

use leptos::prelude::*;

use crate::ui::dialog::Dialog;
use crate::ui::field::TextField;
use crate::ui::form::{FormFoot, field_error};

/// Shorter ones can be guessed by trying.
const MIN_CHARS: usize = 8;

/// A dialog that asks for a passphrase, and calls back with it.
#[component]
pub fn PassphraseDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its heading.
    title: &'static str,
    /// What the passphrase is for.
    help: &'static str,
    /// What the button says.
    action: &'static str,
    /// Whether it is a new one, which must be long enough and is typed twice.
    is_new: bool,
    /// What is done with it.
    on_given: Callback<String>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=title>
            <PassphraseForm open=open help=help action=action is_new=is_new on_given=on_given/>
        </Dialog>
    }
}

#[component]
fn PassphraseForm(
    open: RwSignal<bool>,
    help: &'static str,
    action: &'static str,
    is_new: bool,
    on_given: Callback<String>,
) -> impl IntoView {
    let passphrase = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let given = passphrase.get_untracked();
        let refused = if given.is_empty() {
            Some("Passphrase is needed.".to_owned())
        } else if is_new && given.chars().count() < MIN_CHARS {
            Some(format!(
                "Passphrase needs at least {MIN_CHARS} characters; a few words are best."
            ))
        } else if is_new && again.get_untracked() != given {
            Some("Again: the two are not the same.".to_owned())
        } else {
            None
        };
        if refused.is_none() {
            open.set(false);
            on_given.run(given);
        }
        error.set(refused);
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField
                    label="Passphrase" value=passphrase error=field_error(error, "Passphrase") help=help
                    kind="password" autofocus=true
                />
                {is_new.then(|| view! {
                    <TextField
                        label="Again" value=again error=field_error(error, "Again") kind="password"
                        help="Nobody can open the file without it. Loopline does not keep it."
                    />
                })}
            </div>
            <FormFoot open=open save=action error=error fields=&["Passphrase", "Again"]/>
        </form>
    }
}
