//! A log in XES (IEEE 1849).

use crate::log::import::xml::{Tag, Tags};
use crate::log::import::{Gathering, LogError, Raw, Taken};

/// What is known of the trace or event being read: its attributes by key.
#[derive(Default)]
struct Known {
    name: String,
    at: String,
    actor: String,
    lifecycle: String,
}

impl Known {
    fn learn(&mut self, attributes: Vec<(String, String)>) {
        let mut key = String::new();
        let mut value = String::new();
        for (name, text) in attributes {
            match name.as_str() {
                "key" => key = text,
                "value" => value = text,
                _ => {}
            }
        }
        match key.as_str() {
            "concept:name" => self.name = value,
            "time:timestamp" => self.at = value,
            "org:resource" => self.actor = value,
            "lifecycle:transition" => self.lifecycle = value.to_lowercase(),
            _ => {}
        }
    }
}

/// The events of an XES text. Attributes within attributes, globals and extensions are passed over.
pub fn xes(text: &str) -> Result<Taken, LogError> {
    let mut tags = Tags::new(text);
    let mut gathering = Gathering::default();
    let mut path: Vec<String> = Vec::new();
    let (mut trace, mut event) = (Known::default(), Known::default());
    let mut n_traces = 0usize;
    while let Some(tag) = tags.next_tag()? {
        match tag {
            Tag::Open {
                name,
                attributes,
                is_closed,
            } => {
                match (path.last().map(String::as_str), name.as_str()) {
                    (_, "trace") => {
                        n_traces += 1;
                        trace = Known::default();
                    }
                    (Some("trace"), "event") => event = Known::default(),
                    (Some("trace"), _) => trace.learn(attributes),
                    (Some("event"), _) => event.learn(attributes),
                    _ => {}
                }
                if !is_closed {
                    path.push(name);
                }
            }
            Tag::Close => {
                if path.pop().as_deref() == Some("event")
                    && path.last().map(String::as_str) == Some("trace")
                {
                    let case = if trace.name.is_empty() {
                        format!("Case {n_traces}")
                    } else {
                        trace.name.clone()
                    };
                    take(&mut gathering, n_traces, &case, &event);
                }
            }
        }
    }
    if n_traces == 0 {
        return Err(LogError::Xml {
            line: 1,
            what: "There is no trace in this XML, so it is not an XES log.".to_owned(),
        });
    }
    Ok(gathering.finish())
}

fn take(gathering: &mut Gathering, trace: usize, case: &str, event: &Known) {
    if matches!(event.lifecycle.as_str(), "" | "start" | "complete") {
        let raw = Raw {
            case,
            activity: &event.name,
            at: &event.at,
            actor: &event.actor,
            is_beginning: event.lifecycle == "start",
        };
        gathering.take(&format!("Trace {trace}, “{case}”"), &raw);
    }
}
