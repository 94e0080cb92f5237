//! Addresses. Rule ids: `src/domain/SPEC.md`, "Addresses".

use domain::id::{DecisionId, ProjectId, RunId, TaskId, TemplateId};
use domain::route::Route;
use proptest::prelude::*;

fn any_route() -> impl Strategy<Value = Route> {
    prop_oneof![
        prop::sample::select(vec![
            Route::Overview,
            Route::NewWork,
            Route::Decisions,
            Route::Projects,
            Route::Processes,
            Route::Learn,
            Route::Settings,
            Route::Archive,
            Route::History,
        ]),
        any::<u64>().prop_map(|key| Route::Decision(DecisionId::from_key(key))),
        any::<(u64, u64)>().prop_map(|(one, other)| {
            Route::CompareDecisions(DecisionId::from_key(one), DecisionId::from_key(other))
        }),
        any::<u64>().prop_map(|key| Route::ConvertProject(ProjectId::from_key(key))),
        any::<u64>().prop_map(|key| Route::ConvertProcess(TemplateId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Project(ProjectId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Timeline(ProjectId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Outline(ProjectId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Charter(ProjectId::from_key(key))),
        any::<(u64, u64)>()
            .prop_map(|(p, t)| Route::Task(ProjectId::from_key(p), TaskId::from_key(t))),
        any::<u64>().prop_map(|key| Route::Process(TemplateId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Runs(TemplateId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Metrics(TemplateId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Improve(TemplateId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Mining(TemplateId::from_key(key))),
        any::<u64>().prop_map(|key| Route::Run(RunId::from_key(key))),
        any::<u64>().prop_map(|key| Route::HistoryOf(RunId::from_key(key).into())),
        "x[a-z/]{0,20}x".prop_map(Route::NotFound),
    ]
}

proptest! {
    #[test]
    fn any_route_reads_back_from_its_link(route in any_route()) {
        // G1
        prop_assert_eq!(Route::parse(&route.href()), route);
    }

    #[test]
    fn any_address_leads_somewhere_and_always_to_the_same_place(hash in "[#/a-z_0-9]{0,40}|\\PC{0,60}") {
        // G2
        let route = Route::parse(&hash);
        prop_assert_eq!(Route::parse(&route.href()), route);
    }
}

#[test]
fn an_address_may_lack_the_hash_or_end_in_a_slash() {
    // G1
    for hash in ["", "#", "#/", "/", "#/overview"] {
        assert_eq!(Route::parse(hash), Route::Overview, "{hash}");
    }
    for hash in ["#/projects", "projects", "#projects/"] {
        assert_eq!(Route::parse(hash), Route::Projects, "{hash}");
    }
}

#[test]
fn every_page_of_a_project_or_a_process_knows_whose_it_is() {
    // G3
    let (project, template) = (ProjectId::from_key(1), TemplateId::from_key(1));
    for page in [
        "", "/charter", "/budget", "/raid", "/people", "/report", "/convert",
    ] {
        let route = Route::parse(&format!("#/projects/{project}{page}"));
        assert_eq!(route.project(), Some(project), "{page}");
        assert_eq!(route.template(), None, "{page}");
    }
    let pages = [
        "",
        "/map",
        "/versions",
        "/runs",
        "/metrics",
        "/improve",
        "/mining",
        "/convert",
    ];
    for page in pages {
        let route = Route::parse(&format!("#/processes/{template}{page}"));
        assert_eq!(route.template(), Some(template), "{page}");
        assert_eq!(route.project(), None, "{page}");
    }
    assert_eq!(Route::Projects.project(), None);
    assert_eq!(Route::Processes.template(), None);
}

#[test]
fn junk_is_not_found() {
    // G2
    let project = ProjectId::from_key(1);
    let template = TemplateId::from_key(1);
    for hash in [
        "#/nothing".to_owned(),
        "#/Projects".to_owned(),
        "#/projects/new".to_owned(),
        "#/projects//charter".to_owned(),
        format!("#/projects/{template}"),
        format!("#/projects/{project}/charter/more"),
        format!("#/projects/{project}/tasks"),
        format!("#/projects/{project}/tasks/{project}"),
        format!("#/processes/{project}/runs"),
        format!("#/runs/{template}"),
        format!("#/projects/{project}?tab=1"),
        "#/../etc/passwd".to_owned(),
        "#/<script>alert(1)</script>".to_owned(),
    ] {
        assert!(matches!(Route::parse(&hash), Route::NotFound(_)), "{hash}");
    }
    let Route::NotFound(path) = Route::parse(&"y".repeat(5_000)) else {
        panic!("a very long address was found");
    };
    assert_eq!(path.len(), 200);
}
