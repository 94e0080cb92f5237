//! What words and answers put into the charter or the process sheet, and when runs start by
//! themselves: each line is shown with what it rests on and can be left out.

use domain::brief::cadence::{self, first_day};
use domain::brief::{Line, Source, lines};
use domain::classify::Kind;
use domain::recur::Rule;
use domain::starters::Starter;
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::wizard::state::Wizard;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// The proposals and what is kept of them.
#[derive(Clone, Copy)]
pub struct Brief {
    /// The lines for the chosen kind of work.
    all: Memo<Vec<Line>>,
    /// Lines that the person leaves out.
    left_out: RwSignal<Vec<Line>>,
    /// A rule by which runs could start, from the words or else from the starter.
    proposed: Memo<Option<Proposed>>,
    /// What the person said about it; nothing yet when absent.
    is_wanted: RwSignal<Option<bool>>,
}

/// A schedule that could be.
#[derive(Clone, PartialEq)]
struct Proposed {
    rule: Rule,
    start: Day,
    /// Where it comes from, as a sentence.
    source: String,
    /// Whether it is switched on until the person says otherwise.
    is_usual: bool,
}

impl Brief {
    /// The proposals for the work that is being decided.
    pub fn new(wizard: Wizard, to: RwSignal<Kind>, starter: RwSignal<Option<Starter>>) -> Brief {
        let today = desk().today();
        let all = Memo::new(move |_| {
            let answers = wizard.answers();
            let description = wizard.description();
            wizard
                .suggestion
                .with(|read| lines(to.get(), &description, &answers, read))
        });
        let proposed = Memo::new(move |_| {
            (to.get() == Kind::Process)
                .then(|| {
                    starter.with(|starter| propose(&wizard.description(), starter.as_ref(), today))
                })
                .flatten()
        });
        Brief {
            all,
            left_out: RwSignal::new(Vec::new()),
            proposed,
            is_wanted: RwSignal::new(None),
        }
    }

    /// The lines that are kept, tracked.
    pub fn kept(self) -> Vec<Line> {
        let mut kept = self.all.get();
        self.left_out
            .with(|left_out| kept.retain(|line| !left_out.contains(line)));
        kept
    }

    /// The schedule that is kept, tracked.
    pub fn schedule(self) -> Option<(String, Day)> {
        let proposed = self.proposed.get()?;
        let is_wanted = self.is_wanted.get().unwrap_or(proposed.is_usual);
        is_wanted.then(|| (proposed.rule.to_string(), proposed.start))
    }

    fn toggle(self, line: &Line) {
        self.left_out.update(|left_out| {
            if left_out.contains(line) {
                left_out.retain(|other| other != line);
            } else {
                left_out.push(line.clone());
            }
        });
    }
}

/// The words say it best; a starter of its own accord says what is usual. Where the starter's work
/// comes by events, a cadence in the words is offered and left off.
fn propose(description: &str, starter: Option<&Starter>, today: Day) -> Option<Proposed> {
    let of_starter = starter.and_then(|starter| match starter {
        Starter::Process(process) => Rule::read(process.sheet.recurrence.as_deref()?).ok(),
        Starter::Project(_) => None,
    });
    if let Some(found) = cadence::find(description) {
        return Some(Proposed {
            start: first_day(&found.rule, today),
            rule: found.rule,
            source: format!("From your words “{}”", found.words),
            is_usual: starter.is_none() || of_starter.is_some(),
        });
    }
    let rule = of_starter?;
    let name = starter.map(|starter| starter.about().name.clone());
    Some(Proposed {
        start: first_day(&rule, today),
        rule,
        source: format!("Usual for “{}”", name.unwrap_or_default()),
        is_usual: true,
    })
}

/// The lines and the schedule, each with a tick.
#[component]
pub fn BriefChoices(brief: Brief) -> impl IntoView {
    let schedule = move || {
        let proposed = brief.proposed.get()?;
        let said = format!(
            "{}, first on {}",
            proposed.rule.sentence(proposed.start),
            format::long_day(proposed.start)
        );
        let is_usual = proposed.is_usual;
        let is_on = move || brief.is_wanted.get().unwrap_or(is_usual);
        Some(view! {
            <fieldset class="stack" data-gap="2">
                <legend>"Schedule"</legend>
                <div class="option-list">
                    <label class="option">
                        <input
                            type="checkbox" prop:checked=is_on
                            on:change=move |event| brief.is_wanted.set(Some(event_target_checked(&event)))
                        />
                        <span><b>{said}</b>
                            <span class="sub">{proposed.source}". Runs then start by themselves; change it any time on the process’s page."</span>
                        </span>
                    </label>
                </div>
            </fieldset>
        })
    };
    let rows = move || {
        let lines = brief.all.get();
        let title = match lines.first()?.place.kind() {
            Kind::Project => "Put into the charter",
            Kind::Process => "Put into the process sheet",
        };
        let rows = lines.into_iter().map(|line| row(brief, line));
        Some(view! {
            <fieldset class="stack" data-gap="2">
                <legend>{title}</legend>
                <div class="option-list">{rows.collect_view()}</div>
            </fieldset>
        })
    };
    view! {
        {dynamic(schedule)}
        {dynamic(rows)}
    }
}

fn row(brief: Brief, line: Line) -> AnyView {
    let source = match &line.source {
        Source::Words(words) => format!("from your words “{words}”"),
        Source::Answer(question) => {
            format!("from the answer on {}", question.name().to_lowercase())
        }
    };
    let sub = format!("{}, {source}", line.place.name());
    let text = line.text.clone();
    let own = line.clone();
    let is_kept = move || brief.left_out.with(|left_out| !left_out.contains(&own));
    view! {
        <label class="option">
            <input type="checkbox" prop:checked=is_kept on:change=move |_| brief.toggle(&line)/>
            <span>{text}<span class="sub">{sub}</span></span>
        </label>
    }
    .into_any()
}
