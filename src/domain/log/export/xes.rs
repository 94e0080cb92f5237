//! A log as XES (IEEE 1849-2016, eXtensible Event Stream).

use crate::log::export::iso;
use crate::log::{Case, Log};

/// The text of an XES file with the extensions for names, lifecycle, time and resources.
pub fn xes(log: &Log, name: &str) -> String {
    let mut xes = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<log xes.version=\"1849-2016\" xes.features=\"nested-attributes\" ",
        "xmlns=\"http://www.xes-standard.org/\">\n",
        "  <extension name=\"Concept\" prefix=\"concept\" uri=\"http://www.xes-standard.org/concept.xesext\"/>\n",
        "  <extension name=\"Lifecycle\" prefix=\"lifecycle\" uri=\"http://www.xes-standard.org/lifecycle.xesext\"/>\n",
        "  <extension name=\"Time\" prefix=\"time\" uri=\"http://www.xes-standard.org/time.xesext\"/>\n",
        "  <extension name=\"Organizational\" prefix=\"org\" uri=\"http://www.xes-standard.org/org.xesext\"/>\n",
        "  <global scope=\"trace\">\n    <string key=\"concept:name\" value=\"\"/>\n  </global>\n",
        "  <global scope=\"event\">\n    <string key=\"concept:name\" value=\"\"/>\n",
        "    <string key=\"lifecycle:transition\" value=\"complete\"/>\n",
        "    <date key=\"time:timestamp\" value=\"1970-01-01T00:00:00.000Z\"/>\n  </global>\n",
        "  <classifier name=\"Activity\" keys=\"concept:name\"/>\n",
    ));
    xes += "  ";
    attribute(&mut xes, "string", "concept:name", name);
    xes += "  ";
    attribute(&mut xes, "string", "lifecycle:model", "standard");
    for (case, number) in log.cases.iter().zip(1u32..) {
        xes += "  <trace>\n    ";
        attribute(&mut xes, "string", "concept:name", &case_name(case, number));
        xes += "    ";
        attribute(
            &mut xes,
            "int",
            "loopline:version",
            &case.version.to_string(),
        );
        for (name, value) in &case.fields {
            xes += "    ";
            attribute(&mut xes, "string", name, value);
        }
        for event in log.events_of(case) {
            xes += "    <event>\n";
            let actor = log.actor(event.actor);
            for (kind, key, value) in [
                ("string", "concept:name", log.name_of(event.activity)),
                ("string", "lifecycle:transition", event.lifecycle.xes()),
                ("date", "time:timestamp", &iso(event.at)),
                ("string", "loopline:event", event.lifecycle.name()),
                ("string", "org:resource", actor),
            ] {
                if !value.is_empty() {
                    xes += "      ";
                    attribute(&mut xes, kind, key, value);
                }
            }
            xes += "    </event>\n";
        }
        xes += "  </trace>\n";
    }
    xes + "</log>\n"
}

/// The name of a case, which tells cases of one name apart.
pub fn case_name(case: &Case, number: u32) -> String {
    format!("{number} {}", case.name)
}

fn attribute(xes: &mut String, kind: &str, key: &str, value: &str) {
    let (key, value) = (escaped(key), escaped(value));
    *xes += &format!("<{kind} key=\"{key}\" value=\"{value}\"/>\n");
}

/// Text as the value of an attribute. Control characters that XML has no way to write are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\n' => escaped += "&#10;",
            '\r' => escaped += "&#13;",
            '\t' => escaped += "&#9;",
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
