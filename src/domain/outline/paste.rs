//! An indented list, as people paste it from a mail or a text editor.

use crate::command::PlanError;
use crate::text;

/// The lines one paste may have.
pub const MAX_LINES: usize = 2_000;

/// Columns a tab counts for: only whether a line stands further in than another matters.
const TAB: usize = 4;

/// A line of a pasted list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// 0 for the top level; never more than one deeper than the line before.
    pub level: usize,
    /// Its text without indent and bullet.
    pub title: String,
}

/// The lines of an indented list. Bullets, numbers and codes before a line are taken off; empty
/// lines are passed over; a line belongs to the nearest one above that stands further out.
pub fn read(list: &str) -> Result<Vec<Pasted>, PlanError> {
    let n_lines = list.lines().filter(|line| !line.trim().is_empty()).count();
    if n_lines > MAX_LINES {
        return Err(PlanError::LongList {
            n_lines,
            max: MAX_LINES,
        });
    }
    let mut lines = Vec::with_capacity(n_lines);
    let mut indents: Vec<usize> = Vec::new();
    for (number, line) in (1..).zip(list.lines()) {
        let title = without_bullet(line.trim());
        if title.is_empty() {
            continue;
        }
        let title = text::line("The title", title).map_err(|reason| PlanError::Line {
            line: number,
            reason: reason.to_string(),
        })?;
        let indent = indent_of(line);
        while indents.last().is_some_and(|outer| *outer >= indent) {
            indents.pop();
        }
        lines.push(Pasted {
            level: indents.len(),
            title,
        });
        indents.push(indent);
    }
    if lines.is_empty() {
        return Err(PlanError::EmptyList);
    }
    Ok(lines)
}

fn indent_of(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| c.is_whitespace());
    blanks.map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

/// The text after “- ”, “* ”, “• ”, “– ”, “1. ”, “2) ”, “1.2.3 ” and a box to tick.
fn without_bullet(line: &str) -> &str {
    let mut rest = line;
    if let Some((mark, after)) = line.split_once(char::is_whitespace) {
        let digits = mark.trim_end_matches(['.', ')']);
        let is_code = digits.split('.').all(|part| {
            !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit())
        });
        // A bare number may be the first word of a title: “3 interviews”.
        let is_number = is_code && (digits.len() < mark.len() || digits.contains('.'));
        if is_number || ["-", "*", "•", "–", "—", "+"].contains(&mark) {
            rest = after.trim_start();
        }
    } else if ["-", "*", "•", "–", "—", "+"].contains(&line) {
        return "";
    }
    for box_to_tick in ["[ ] ", "[x] ", "[X] "] {
        rest = rest.strip_prefix(box_to_tick).unwrap_or(rest);
    }
    rest.trim()
}
