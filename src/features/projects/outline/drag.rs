//! Carrying a row by its handle, with the mouse, a pen or a finger.

use domain::command::OutlineCommand;
use domain::id::TaskId;
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use crate::features::projects::outline::sheet::Sheet;
use crate::platform::measure;

/// A row on its way.
#[derive(Clone, Copy)]
pub struct Carry {
    sheet: Sheet,
    carried: StoredValue<Option<TaskId>>,
}

impl Carry {
    pub fn new(sheet: Sheet) -> Carry {
        Carry {
            sheet,
            carried: StoredValue::new(None),
        }
    }

    pub fn down(self, event: &PointerEvent) {
        let is_on_handle = measure::closest_to_target(event, ".outline-grip").is_some();
        if event.button() == 0 && is_on_handle {
            self.carried.set_value(task_of(event));
            event.prevent_default();
        }
    }

    pub fn moved(self, event: &PointerEvent) {
        let Some(carried) = self.carried.get_value() else {
            return;
        };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let landing = measure::closest_at(x, y, "[data-task]").and_then(|row| {
            let id = TaskId::from_key(measure::number_of(&row, "data-task")?);
            // The upper and the lower third mean before and after, the middle a part of it.
            let rect = row.get_bounding_client_rect();
            let share = (y - rect.top()) / rect.height().max(1.0);
            let how = match share {
                ..0.33 => "before",
                0.67.. => "after",
                _ => "into",
            };
            (id != carried).then_some((id, how))
        });
        if self.sheet.landing.get_untracked() != landing {
            self.sheet.landing.set(landing);
        }
    }

    pub fn up(self) {
        let carried = self.carried.get_value();
        self.carried.set_value(None);
        let landing = self.sheet.landing.get_untracked();
        self.sheet.landing.set(None);
        let (Some(id), Some((at, how))) = (carried, landing) else {
            return;
        };
        let sheet = self.sheet;
        let (parent, before) = match how {
            "before" => (sheet.parent(at), Some(at)),
            "into" => (Some(at), None),
            _ => sheet.place_after(at),
        };
        sheet
            .desk()
            .run(OutlineCommand::Move { id, parent, before });
        if how == "into" {
            sheet.fold(at, false);
        }
    }

    pub fn cancel(self) {
        self.carried.set_value(None);
        self.sheet.landing.set(None);
    }
}

/// The task of the row an event comes from.
pub fn task_of(event: &leptos::ev::Event) -> Option<TaskId> {
    let row = measure::closest_to_target(event, "[data-task]")?;
    measure::number_of(&row, "data-task").map(TaskId::from_key)
}
