//! Swimlanes and filters of a board. Rule ids: `src/domain/SPEC.md`, “Tasks”.

use domain::board::{BoardView, DueWhen, Stands, Swimlanes, Who, shown};
use domain::command::{OutlineCommand, TaskField};
use domain::id::TaskId;
use domain::model::{Column, Priority, Task};
use domain::outline;
use proptest::prelude::*;

use crate::world::{World, day};

fn titles(world: &World, ids: &[TaskId]) -> Vec<String> {
    ids.iter().map(|id| world.get::<Task>(*id).title).collect()
}

#[test]
fn swimlanes_follow_people_priorities_and_phases() {
    // Q17
    let (mut world, project, ids) = World::with_tasks(&["Phase", "Part", "Deep", "Alone"]);
    let ada = world.person("Ada");
    world.person("Ben");
    world.run(OutlineCommand::Indent { id: ids[1] });
    world.run(OutlineCommand::Move {
        id: ids[2],
        parent: Some(ids[1]),
        before: None,
    });
    world.set(ids[2], TaskField::Assignee(Some(ada)));
    world.set(ids[3], TaskField::Priority(Priority::Urgent));
    let lanes = |swimlanes| {
        let view = BoardView {
            swimlanes,
            ..BoardView::default()
        };
        let shown = shown(&world.workspace, project, &view, world.today());
        let lanes = shown.swimlanes.into_iter();
        lanes
            .map(|lane| (lane.name, titles(&world, &lane.columns[0]).join(" ")))
            .collect::<Vec<_>>()
    };
    let pairs = |pairs: &[(&str, &str)]| {
        let owned = pairs
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        owned.collect::<Vec<_>>()
    };
    assert_eq!(lanes(Swimlanes::None), pairs(&[("", "Deep Alone")]));
    assert_eq!(
        lanes(Swimlanes::Person),
        pairs(&[("Ada", "Deep"), ("Nobody", "Alone")])
    );
    assert_eq!(
        lanes(Swimlanes::Priority),
        pairs(&[
            ("Urgent", "Alone"),
            ("High", ""),
            ("Normal", "Deep"),
            ("Low", "")
        ])
    );
    assert_eq!(
        lanes(Swimlanes::Phase),
        pairs(&[("Phase", "Deep"), ("No phase", "Alone")])
    );
}

#[test]
fn a_filter_narrows_by_words_people_labels_priority_and_due_day() {
    // Q18
    let (mut world, project, ids) = World::with_tasks(&["Dig the pit", "Pour", "Wait", "Paint"]);
    let ada = world.person("Ada");
    // Today is Wednesday, 11 March 2026.
    world.set(ids[0], TaskField::Due(Some(day("2026-03-10"))));
    world.set(ids[1], TaskField::Due(Some(day("2026-03-15"))));
    world.set(ids[1], TaskField::Assignee(Some(ada)));
    world.set(ids[1], TaskField::AddLabel("Site".to_owned()));
    world.set(ids[2], TaskField::Notes("The CONCRETE hardens".to_owned()));
    world.set(ids[2], TaskField::Due(Some(day("2026-03-16"))));
    world.set(ids[3], TaskField::Due(Some(day("2026-03-09"))));
    world.set(ids[3], TaskField::Column(Column::Done));
    let find = |view: BoardView| {
        let shown = shown(&world.workspace, project, &view, world.today());
        assert_eq!(shown.n_tasks, 4);
        let found: Vec<_> = shown.swimlanes[0].columns.concat();
        assert_eq!(found.len(), shown.n_shown);
        titles(&world, &found).join(", ")
    };
    let text = |text: &str| BoardView {
        text: text.to_owned(),
        ..BoardView::default()
    };
    let due = |due| BoardView {
        due: Some(due),
        ..BoardView::default()
    };
    let who = |who| BoardView {
        who: Some(who),
        ..BoardView::default()
    };
    assert_eq!(find(text("concrete")), "Wait");
    assert_eq!(find(text(" PIT dig ")), "Dig the pit");
    assert_eq!(find(text("site")), "Pour");
    assert_eq!(find(text("pit site")), "");
    assert_eq!(find(due(DueWhen::Overdue)), "Dig the pit");
    assert_eq!(find(due(DueWhen::ThisWeek)), "Dig the pit, Pour");
    assert_eq!(find(due(DueWhen::Never)), "");
    assert_eq!(find(who(Who::Person(ada))), "Pour");
    assert_eq!(find(who(Who::Nobody)), "Dig the pit, Wait, Paint");
    assert_eq!(
        find(BoardView {
            hides_done: true,
            ..BoardView::default()
        }),
        "Dig the pit, Pour, Wait"
    );
    let view = BoardView {
        swimlanes: Swimlanes::Person,
        priority: Some(Priority::Normal),
        label: Some("Site".to_owned()),
        ..BoardView::default()
    };
    assert!(view.is_narrow() && !view.whole().is_narrow());
    assert_eq!(view.whole().swimlanes, Swimlanes::Person);
    assert_eq!(
        find(BoardView {
            swimlanes: Swimlanes::None,
            ..view
        }),
        "Pour"
    );
}

proptest! {
    #[test]
    fn every_task_is_in_one_swimlane_of_its_column_in_board_order(
        columns in prop::collection::vec(0_usize..5, 1..12),
        picks in prop::collection::vec(any::<u8>(), 12),
        swimlanes in prop::sample::select(Swimlanes::ALL.to_vec()),
    ) {
        // Q17, Q60
        let mut world = World::new();
        let project = world.project("House");
        let ada = world.person("Ada");
        let ids: Vec<TaskId> = columns
            .iter()
            .map(|column| world.task(project, Column::ALL[*column], "x"))
            .collect();
        for (id, pick) in ids.iter().zip(&picks) {
            if pick % 2 == 0 {
                world.set(*id, TaskField::Assignee(Some(ada)));
            }
            world.set(*id, TaskField::Priority(Priority::ALL[usize::from(*pick) % 4]));
            if pick % 3 == 0 && let Ok(plan) = world.plan(OutlineCommand::Indent { id: *id }) {
                world.apply(&plan.change);
            }
        }
        let view = BoardView { swimlanes, ..BoardView::default() };
        let shown = shown(&world.workspace, project, &view, world.today());
        let is_leaf = |id: &TaskId| !outline::is_summary(&world.workspace, project, *id);
        let n_leaves = ids.iter().filter(|id| is_leaf(id)).count();
        prop_assert_eq!((shown.n_shown, shown.n_tasks), (n_leaves, n_leaves));
        let counted = outline::leaves(&world.workspace, project);
        prop_assert_eq!(counted.n_tasks, n_leaves);
        let stands: Vec<Stands> = shown.swimlanes.iter().map(|lane| lane.stands).collect();
        let mut unique = stands.clone();
        unique.sort();
        unique.dedup();
        prop_assert_eq!(unique.len(), stands.len());
        for (idx, column) in Column::ALL.into_iter().enumerate() {
            let whole = world.workspace.ids::<Task>(domain::lists::List::TasksIn(project, column));
            for lane in &shown.swimlanes {
                let cell = &lane.columns[idx];
                let in_order: Vec<_> = whole.iter().filter(|id| cell.contains(id)).copied().collect();
                prop_assert_eq!(cell, &in_order);
            }
            let n_cells: usize = shown.swimlanes.iter().map(|lane| lane.columns[idx].len()).sum();
            let n_leaves = whole.iter().filter(|id| is_leaf(id)).count();
            prop_assert_eq!(n_cells, n_leaves);
            prop_assert_eq!(outline::n_leaves_in(&world.workspace, project, column), n_leaves);
            if column == Column::Done {
                prop_assert_eq!(counted.n_done, n_leaves);
            }
        }
    }
}
