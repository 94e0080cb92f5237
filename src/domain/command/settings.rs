//! Commands about the workspace as a whole.

use std::collections::BTreeSet;

use crate::calendar::WorkingCalendar;
use crate::change::Draft;
use crate::command::{CommandError, Planned};
use crate::id::SettingsId;
use crate::model::{Settings, WorkingHours};
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about the settings.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsCommand {
    /// Replace them.
    Edit {
        /// The new settings.
        draft: SettingsDraft,
    },
    /// Choose the currency; amounts keep their numbers.
    SetCurrency {
        /// Its three letters.
        code: String,
    },
}

/// The settings as a form gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingsDraft {
    /// The name written beside what is done here; may be empty.
    pub your_name: String,
    /// The working days of the week, Monday first; at least one.
    pub weekdays: [bool; 7],
    /// Days off.
    pub holidays: BTreeSet<Day>,
    /// Whether the wizard's weights follow what was decided against its verdicts.
    pub learns_from_overrules: bool,
    /// The hours of a working day.
    pub hours: WorkingHours,
}

impl SettingsDraft {
    /// Settings for a form to start from.
    pub fn of(settings: &Settings) -> SettingsDraft {
        SettingsDraft {
            your_name: settings.your_name.clone(),
            weekdays: settings.calendar.weekdays(),
            holidays: settings.calendar.holidays().clone(),
            learns_from_overrules: settings.learns_from_overrules,
            hours: settings.hours,
        }
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: SettingsCommand,
) -> Result<Planned, CommandError> {
    let mut settings = workspace.settings();
    match command {
        SettingsCommand::Edit { draft: fields } => {
            if fields.hours.start >= fields.hours.end || fields.hours.end > WorkingHours::MAX {
                return Err(CommandError::NoWorkingHours);
            }
            settings.your_name = text::optional_line("Your name", &fields.your_name)?;
            settings.calendar = WorkingCalendar::new(fields.weekdays, fields.holidays)?;
            settings.learns_from_overrules = fields.learns_from_overrules;
            settings.hours = fields.hours;
        }
        SettingsCommand::SetCurrency { code } => settings.currency = code.parse()?,
    }
    if settings != workspace.settings() {
        draft.put(SettingsId::ONLY, settings);
    }
    Planned::done("Changed the settings".to_owned())
}
