//! The columns of an outline: what each shows, and the command that an edit of it means.

use domain::command::{Command, TaskCommand, TaskField, TeamCommand};
use domain::id::{EstimateId, TaskId};
use domain::model::{Constraint, ConstraintKind, Estimate, Person, Priority, Task, TaskKind};
use domain::money::Money;
use domain::outline::Row;
use domain::simulate::Spread;

use crate::desk::{Desk, people};
use crate::ui::form::{hours_text, parse_amount, parse_day, parse_hours, parse_number};
use crate::ui::format;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Col {
    Title,
    Kind,
    Duration,
    Effort,
    Percent,
    Start,
    Finish,
    Constraint,
    Assignee,
    Priority,
    Cost,
}

impl Col {
    /// Every column from left to right.
    pub const ALL: [Col; 11] = [
        Col::Title,
        Col::Kind,
        Col::Duration,
        Col::Effort,
        Col::Percent,
        Col::Start,
        Col::Finish,
        Col::Constraint,
        Col::Assignee,
        Col::Priority,
        Col::Cost,
    ];

    /// Its heading.
    pub fn name(self) -> &'static str {
        match self {
            Col::Title => "Task",
            Col::Kind => "Kind",
            Col::Duration => "Days",
            Col::Effort => "Effort",
            Col::Percent => "Done",
            Col::Start => "Start",
            Col::Finish => "Finish",
            Col::Constraint => "Constraint",
            Col::Assignee => "Assignee",
            Col::Priority => "Priority",
            Col::Cost => "Own cost",
        }
    }

    /// What it means, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Col::Title => "What is to be done, with its code.",
            Col::Kind => "A task takes time, a milestone marks a point.",
            Col::Duration => "Working days. For a summary, those of its tasks added up.",
            Col::Effort => "Hours of work people put into it.",
            Col::Percent => {
                "How much is done. For a summary, its tasks weighed by their durations."
            }
            Col::Start => "The computed first day of work, from durations, links and constraints.",
            Col::Finish => "The computed last day of work.",
            Col::Constraint => "What its dates must keep to beside its links.",
            Col::Assignee => "Who does it.",
            Col::Priority => "How much it matters beside others.",
            Col::Cost => "What it most likely costs besides the time of people.",
        }
    }

    /// Its place from the left, from 0.
    pub fn number(self) -> usize {
        Col::ALL.iter().position(|col| *col == self).unwrap_or(0)
    }

    /// Whether it is set to the right, as numbers and days are.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Col::Duration | Col::Effort | Col::Percent | Col::Start | Col::Finish | Col::Cost
        )
    }

    /// Whether a person can set it; summaries take some of it from their parts.
    pub fn is_editable(self, row: &Row) -> bool {
        match self {
            Col::Start | Col::Finish => false,
            Col::Duration | Col::Percent | Col::Effort | Col::Cost | Col::Kind => !row.is_summary,
            _ => true,
        }
    }

    /// The choices of a column that is chosen from a list; none for one that is typed.
    pub fn choices(self, desk: Desk) -> Option<Vec<(String, String)>> {
        let named = |names: Vec<&str>| {
            let names = names.into_iter();
            names
                .map(|name| (name.to_owned(), name.to_owned()))
                .collect()
        };
        match self {
            Col::Kind => Some(named(vec!["Task", "Milestone"])),
            Col::Priority => Some(named(Priority::ALL.map(Priority::name).to_vec())),
            Col::Assignee => Some(leptos::prelude::untrack(|| {
                leptos::prelude::Get::get(&people::choices(desk, "Nobody"))
            })),
            _ => None,
        }
    }
}

/// What a field for the cell begins with.
pub fn typed(desk: Desk, col: Col, id: TaskId) -> String {
    let currency = desk.read(|ws| ws.settings().currency);
    let text = desk.read(|ws| {
        let task = ws.get::<Task>(id)?;
        Some(match col {
            Col::Title => task.title.clone(),
            Col::Kind => kind_name(task.kind).to_owned(),
            Col::Duration => task.duration.map(|n| n.to_string()).unwrap_or_default(),
            Col::Effort => task.effort.map(hours_text).unwrap_or_default(),
            Col::Percent => task.percent.map(|n| n.to_string()).unwrap_or_default(),
            Col::Assignee => task.assignee.map(|id| id.to_string()).unwrap_or_default(),
            Col::Priority => task.priority.name().to_owned(),
            Col::Constraint => constraint_text(task.constraint),
            Col::Cost => {
                let estimate = ws.get::<Estimate>(EstimateId::from(id));
                let cost = estimate.map_or(0, |estimate| estimate.cost.likely);
                match Money::new(cost) {
                    Ok(cost) if cost != Money::ZERO => cost.plain(currency),
                    _ => String::new(),
                }
            }
            Col::Start | Col::Finish => String::new(),
        })
    });
    text.unwrap_or_default()
}

/// The command that keeps what was typed into a cell, or what is wrong with it.
pub fn command(desk: Desk, col: Col, id: TaskId, text: &str) -> Result<Command, String> {
    let field = match col {
        Col::Title => TaskField::Title(text.to_owned()),
        Col::Kind => TaskField::Kind(if text == kind_name(TaskKind::Milestone) {
            TaskKind::Milestone
        } else {
            TaskKind::Task
        }),
        Col::Duration => TaskField::Duration(parse_number("Days", text)?),
        Col::Effort => TaskField::Effort(parse_hours("Effort", text)?),
        Col::Percent => {
            TaskField::Percent(parse_number("Done", text.trim_end_matches('%').trim())?)
        }
        Col::Assignee => TaskField::Assignee(people::chosen(text)),
        Col::Priority => {
            let mut priorities = Priority::ALL.into_iter();
            let priority = priorities.find(|priority| priority.name() == text);
            TaskField::Priority(priority.unwrap_or_default())
        }
        Col::Constraint => TaskField::Constraint(read_constraint(text)?),
        Col::Cost => return cost_command(desk, id, text),
        Col::Start | Col::Finish => return Err("This day is computed.".to_owned()),
    };
    Ok(TaskCommand::Set {
        ids: vec![id],
        fields: vec![field],
    }
    .into())
}

/// The likeliest cost is set; one that was an exact amount stays exact, and a spread stays around it.
fn cost_command(desk: Desk, id: TaskId, text: &str) -> Result<Command, String> {
    let currency = desk.read(|ws| ws.settings().currency);
    let likely = parse_amount(text, |text| Money::parse(text, currency))?.units();
    let estimate = desk.read(|ws| ws.get::<Estimate>(EstimateId::from(id)).cloned());
    let was = estimate
        .as_ref()
        .map(|estimate| estimate.cost)
        .unwrap_or_default();
    let is_exact = was.low == was.likely && was.likely == was.high;
    let (low, high) = if is_exact {
        (likely, likely)
    } else {
        (was.low.min(likely), was.high.max(likely))
    };
    Ok(TeamCommand::SetEstimate {
        task: id,
        duration: estimate.and_then(|estimate| estimate.duration),
        cost: Spread {
            low,
            likely,
            high,
            ..was
        },
    }
    .into())
}

fn kind_name(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Task => "Task",
        TaskKind::Milestone => "Milestone",
    }
}

/// A constraint as one text for the editor: the place of its kind and its day.
fn constraint_text(constraint: Option<Constraint>) -> String {
    let Some(constraint) = constraint else {
        return String::new();
    };
    let mut kinds = ConstraintKind::ALL.iter();
    let kind = kinds.position(|kind| *kind == constraint.kind).unwrap_or(0);
    let day = constraint
        .day
        .map(|day| day.to_string())
        .unwrap_or_default();
    format!("{kind} {day}")
}

fn read_constraint(text: &str) -> Result<Option<Constraint>, String> {
    let (kind, day) = text.split_once(' ').unwrap_or((text, ""));
    let kind = kind.parse::<usize>().ok();
    let Some(kind) = kind.and_then(|kind| ConstraintKind::ALL.get(kind).copied()) else {
        return Ok(None);
    };
    let day = parse_day(day)?;
    Ok(Some(Constraint { kind, day }))
}

/// What a cell shows.
pub fn shown(desk: Desk, col: Col, row: &Row, task: &Task) -> String {
    let today = desk.today();
    let days = |days: u64| format!("{days} d");
    match col {
        Col::Title => task.title.clone(),
        Col::Kind if row.is_summary => "Summary".to_owned(),
        Col::Kind => kind_name(task.kind).to_owned(),
        Col::Duration if row.is_summary => days(row.total.days),
        Col::Duration => task.duration.map(|n| days(n.into())).unwrap_or_default(),
        Col::Effort if row.total.effort == 0 => String::new(),
        Col::Effort => format::hours(row.total.effort),
        Col::Percent if row.is_summary => format!("{}\u{202F}%", row.total.percent()),
        Col::Percent => format!("{}\u{202F}%", task.percent_complete()),
        Col::Constraint => task.constraint.map_or_else(String::new, |constraint| {
            let day = constraint.day.map(|day| format::day(day, today));
            format!("{} {}", constraint.kind.name(), day.unwrap_or_default())
        }),
        Col::Assignee => {
            let person = task.assignee.and_then(|id| desk.get::<Person>(id));
            person.map(|person| person.name.clone()).unwrap_or_default()
        }
        Col::Priority => task.priority.name().to_owned(),
        Col::Cost if row.total.cost == 0 => String::new(),
        Col::Cost => {
            let currency = desk.read(|ws| ws.settings().currency);
            Money::new(row.total.cost).map_or_else(|_| String::new(), |cost| cost.short(currency))
        }
        Col::Start | Col::Finish => String::new(),
    }
}
