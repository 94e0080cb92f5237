//! What is typed into a field of a step's form, as a value, and a value as text.

use std::collections::BTreeMap;

use crate::flow::engine::Names;
use crate::model::{FieldKind, FormField, Value, VersionStep};
use crate::text;

/// Fields by key; the first of two that share one.
pub fn fields<'a>(
    steps: impl IntoIterator<Item = &'a VersionStep>,
) -> BTreeMap<&'a str, &'a FormField> {
    let mut fields = BTreeMap::new();
    for field in steps.into_iter().flat_map(|step| &step.work.fields) {
        fields.entry(field.key.as_str()).or_insert(field);
    }
    fields
}

/// The value of what was typed; nothing typed is no value. Choices of several come one a line.
/// The sentence begins with the field's label, so that a form can show it there.
pub fn read(field: &FormField, typed: &str) -> Result<Option<Value>, String> {
    let label = &field.label;
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let value = match field.kind {
        FieldKind::Text | FieldKind::Choice | FieldKind::Link => Value::Text(typed.to_owned()),
        FieldKind::LongText => Value::Text(typed.replace("\r\n", "\n")),
        FieldKind::Number => Value::Number(decimal(typed, 3).ok_or_else(|| {
            format!("{label} is not a number. Write it with a point, for example 12.5.")
        })?),
        FieldKind::Money => Value::Money(decimal(typed, 2).ok_or_else(|| {
            format!("{label} is not an amount. Write it with a point, for example 1250.00.")
        })?),
        FieldKind::Date => Value::Date(typed.parse().map_err(|wrong| format!("{label}: {wrong}"))?),
        FieldKind::MultiChoice => Value::Choices(
            field
                .options
                .iter()
                .filter(|option| typed.lines().any(|line| line.trim() == option.as_str()))
                .cloned()
                .collect(),
        ),
        FieldKind::Person => Value::Person(
            typed
                .parse()
                .map_err(|_| format!("{label}: choose someone from the list."))?,
        ),
        FieldKind::YesNo => match typed {
            "yes" => Value::Flag(true),
            "no" => Value::Flag(false),
            _ => return Err(format!("{label}: choose yes or no.")),
        },
    };
    check(field, &value)?;
    Ok(Some(value))
}

/// Whether a value fits its field; the sentence begins with the field's label.
pub fn check(field: &FormField, value: &Value) -> Result<(), String> {
    let label = &field.label;
    match (field.kind, value) {
        (FieldKind::Text | FieldKind::Choice | FieldKind::Link, Value::Text(typed)) => {
            text::line("It", typed).map_err(|wrong| format!("{label}: {wrong}"))?;
            if field.kind == FieldKind::Choice && !field.options.contains(typed) {
                return Err(format!("{label}: “{typed}” is not one of the choices."));
            }
            if field.kind == FieldKind::Link && !is_link(typed) {
                return Err(format!(
                    "{label} is not a link. It begins with https:// or http:// and has no spaces."
                ));
            }
        }
        (FieldKind::LongText, Value::Text(typed)) => {
            text::prose("It", typed).map_err(|wrong| format!("{label}: {wrong}"))?;
        }
        (FieldKind::Number, Value::Number(number)) => within(field, *number, 3)?,
        (FieldKind::Money, Value::Money(number)) => within(field, *number, 2)?,
        (FieldKind::MultiChoice, Value::Choices(all)) => {
            if let Some(other) = all.iter().find(|one| !field.options.contains(one)) {
                return Err(format!("{label}: “{other}” is not one of the choices."));
            }
        }
        (FieldKind::Date, Value::Date(_))
        | (FieldKind::Person, Value::Person(_))
        | (FieldKind::YesNo, Value::Flag(_)) => {}
        _ => {
            return Err(format!(
                "{label}: this is not {}.",
                field.kind.name().to_lowercase()
            ));
        }
    }
    Ok(())
}

fn within(field: &FormField, number: i64, decimals: u32) -> Result<(), String> {
    let label = &field.label;
    match (field.min, field.max) {
        (Some(min), _) if number < min => {
            Err(format!("{label} is below {}.", written(min, decimals)))
        }
        (_, Some(max)) if number > max => {
            Err(format!("{label} is above {}.", written(max, decimals)))
        }
        _ => Ok(()),
    }
}

fn is_link(typed: &str) -> bool {
    let rest = typed
        .strip_prefix("https://")
        .or_else(|| typed.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !typed.contains(char::is_whitespace))
}

/// The number in units of the last of so many decimals: “12.5” with two is 1,250. Commas group
/// thousands. `None` for anything else, and for what is larger than fifteen digits.
pub fn decimal(typed: &str, decimals: u32) -> Option<i64> {
    let (is_negative, digits) = match typed.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, typed),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let whole: String = whole
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '\u{202F}'))
        .collect();
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let n_decimals = u32::try_from(part.len()).ok()?;
    if whole.is_empty() || whole.len() > 12 || n_decimals > decimals {
        return None;
    }
    if !is_number(&whole) || !is_number(part) || digits.ends_with('.') {
        return None;
    }
    let shifted = format!("{whole}{part}").parse::<i64>().ok()?;
    let number = shifted.checked_mul(10_i64.checked_pow(decimals - n_decimals)?)?;
    Some(if is_negative { -number } else { number })
}

/// A number of so many decimals as text: “1250.00”. Zeros at the end go, unless it is money.
pub fn written(number: i64, decimals: u32) -> String {
    let unit = 10_i64.pow(decimals.min(9)).unsigned_abs();
    let (whole, part) = (number.unsigned_abs() / unit, number.unsigned_abs() % unit);
    let sign = if number < 0 { "-" } else { "" };
    let width = decimals as usize;
    let mut text = format!("{sign}{whole}.{part:0width$}");
    if decimals != 2 {
        while text.ends_with('0') {
            text.pop();
        }
        if text.ends_with('.') {
            text.pop();
        }
    }
    text
}

/// A value as people read it.
pub fn shown(value: &Value, names: &Names) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => written(*number, 3),
        Value::Money(number) => written(*number, 2),
        Value::Date(day) => day.to_string(),
        Value::Choices(all) => all.join(", "),
        Value::Person(id) => names(*id).unwrap_or_else(|| "someone who is gone".to_owned()),
        Value::Flag(true) => "yes".to_owned(),
        Value::Flag(false) => "no".to_owned(),
    }
}

/// A value as a form has it, for [`read`] to read again.
pub fn typed(value: &Value) -> String {
    match value {
        Value::Choices(all) => all.join("\n"),
        Value::Person(id) => id.to_string(),
        other => shown(other, &|_| None),
    }
}

/// Whether a text can be the key of a field.
pub fn is_key(key: &str) -> bool {
    let mut letters = key.chars();
    let first = letters.next();
    let is_word = matches!(
        key,
        "and" | "or" | "not" | "in" | "is" | "contains" | "empty" | "yes" | "no" | "true" | "false"
    );
    first.is_some_and(|c| c.is_ascii_lowercase())
        && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && key.len() <= 40
        && !is_word
}

/// A key for a label: “Start date?” becomes `start_date`.
pub fn key_for(label: &str) -> String {
    let mut key = String::new();
    for c in label.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_lowercase() || (c.is_ascii_digit() && !key.is_empty()) {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with('_') {
            key.push('_');
        }
        if key.len() == 32 {
            break;
        }
    }
    let key = key.trim_end_matches('_');
    if is_key(key) {
        key.to_owned()
    } else if key.is_empty() {
        "field".to_owned()
    } else {
        format!("{key}_field")
    }
}
