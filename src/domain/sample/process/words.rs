//! Short forms for what the sample's processes document and record.

use crate::id::StepId;
use crate::model::{Branch, FieldKind, FormField, Next, StepWork, Target, Value};

/// A step with a promise in working minutes.
pub(super) fn within(minutes: u32) -> StepWork {
    StepWork {
        minutes: Some(minutes),
        ..StepWork::default()
    }
}

impl StepWork {
    /// With a field that has to be filled in.
    pub(super) fn asks(mut self, key: &str, label: &str, kind: FieldKind) -> StepWork {
        self.fields.push(FormField {
            key: key.to_owned(),
            label: label.to_owned(),
            kind,
            required: true,
            ..FormField::default()
        });
        self
    }

    /// With a field that may stay empty.
    pub(super) fn notes(mut self, key: &str, label: &str, kind: FieldKind) -> StepWork {
        self = self.asks(key, label, kind);
        if let Some(field) = self.fields.last_mut() {
            field.required = false;
        }
        self
    }

    /// With a field of which one is chosen.
    pub(super) fn offers(mut self, key: &str, label: &str, options: &[&str]) -> StepWork {
        self = self.asks(key, label, FieldKind::Choice);
        if let Some(field) = self.fields.last_mut() {
            field.options = options.iter().map(|option| (*option).to_owned()).collect();
        }
        self
    }

    /// With lines to tick.
    pub(super) fn ticks(mut self, lines: &[&str]) -> StepWork {
        self.checklist = lines.iter().map(|line| (*line).to_owned()).collect();
        self
    }

    /// With what has to be there before and what is there after.
    pub(super) fn turns(mut self, inputs: &str, outputs: &str) -> StepWork {
        (self.inputs, self.outputs) = (inputs.to_owned(), outputs.to_owned());
        self
    }

    /// Going elsewhere while a condition holds, else on.
    pub(super) fn branches(mut self, when: &str, to: Option<&StepId>) -> StepWork {
        let branch = to.map(|to| Branch {
            when: when.to_owned(),
            to: Target::Step(*to),
        });
        self.next = Next::Choose {
            branches: branch.into_iter().collect(),
            otherwise: Target::Following,
        };
        self
    }
}

pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A whole number.
pub(super) fn number(n: u32) -> Value {
    Value::Number(i64::from(n) * 1_000)
}

/// A whole amount.
pub(super) fn money(n: u32) -> Value {
    Value::Money(i64::from(n) * 100)
}
