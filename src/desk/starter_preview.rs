//! What a starter brings, shown before anything is made of it.

use domain::starters::Starter;
use domain::starters::outline::Part;
use leptos::prelude::*;

/// Everything of note in a starter, in a place of its own that scrolls.
pub fn preview(starter: &Starter) -> AnyView {
    let label = format!("What “{}” brings", starter.about().name);
    let outline = starter.outline();
    view! {
        <section class="starter-preview" aria-label=label tabindex="0">
            <p>{outline.summary}</p>
            <ol class="starter-parts">{parts(outline.course)}</ol>
            <ul class="starter-parts">{parts(outline.whole)}</ul>
        </section>
    }
    .into_any()
}

fn parts(parts: Vec<Part>) -> Vec<AnyView> {
    parts.into_iter().map(part).collect()
}

fn part(part: Part) -> AnyView {
    let lines = part
        .lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any());
    let lines: Vec<AnyView> = lines.collect();
    view! {
        <li>
            <b>{part.title}</b>
            <span class="detail">{part.side}</span>
            <p>{part.purpose}</p>
            <ul>{lines}</ul>
        </li>
    }
    .into_any()
}
