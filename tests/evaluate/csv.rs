//! Reads comma-separated values by RFC 4180: quoted fields with commas, doubled quotes and line breaks, either line end.

/// One record with the line it begins on, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Where it begins.
    pub line: usize,
    /// Its fields, without quotes.
    pub fields: Vec<String>,
}

/// The records of a text; empty lines are none.
///
/// # Errors
///
/// A sentence with the line when a quote is not closed or something follows a closing quote.
pub fn records(text: &str) -> Result<Vec<Record>, String> {
    let mut reader = Reader {
        rest: text.strip_prefix('\u{feff}').unwrap_or(text),
        line: 1,
    };
    let mut records = Vec::new();
    while !reader.rest.is_empty() {
        let line = reader.line;
        let fields = reader.record()?;
        if fields != [""] {
            records.push(Record { line, fields });
        }
    }
    Ok(records)
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl Reader<'_> {
    fn record(&mut self) -> Result<Vec<String>, String> {
        let mut fields = Vec::new();
        loop {
            fields.push(self.field()?);
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
            } else {
                self.end_line();
                return Ok(fields);
            }
        }
    }

    fn field(&mut self) -> Result<String, String> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            let end = self.rest.find([',', '\r', '\n']).unwrap_or(self.rest.len());
            let (field, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Ok(field.to_owned());
        };
        let begun = self.line;
        self.rest = quoted;
        let mut field = String::new();
        loop {
            let Some((part, rest)) = self.rest.split_once('"') else {
                return Err(format!(
                    "The quote that opens on line {begun} is never closed."
                ));
            };
            self.line += part.matches('\n').count();
            field.push_str(part);
            self.rest = rest;
            let Some(rest) = rest.strip_prefix('"') else {
                break;
            };
            field.push('"');
            self.rest = rest;
        }
        if self.rest.is_empty() || self.rest.starts_with([',', '\r', '\n']) {
            return Ok(field);
        }
        Err(format!(
            "On line {}, something follows a closing quote. A quote within a field is written twice.",
            self.line
        ))
    }

    fn end_line(&mut self) {
        let rest = self.rest.strip_prefix('\r').unwrap_or(self.rest);
        self.rest = rest.strip_prefix('\n').unwrap_or(rest);
        self.line += 1;
    }
}
