//! Whether links and summaries lead back to where they start.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{LinkId, TaskId};
use crate::lists::List;
use crate::model::{Link, Task};
use crate::workspace::Workspace;

/// The network of a project as it would be after an edit, looked at only as far as one walks.
pub struct Network<'a> {
    workspace: &'a Workspace,
    /// Tasks that would be part of another one.
    moved: BTreeMap<TaskId, Option<TaskId>>,
    /// A link that would be there, and its id when it is there already.
    link: Option<(Link, Option<LinkId>)>,
}

/// A point one passes on the way: a task without parts, or one end of a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Point {
    Task(TaskId),
    Begin(TaskId),
    End(TaskId),
}

impl Point {
    fn task(self) -> TaskId {
        match self {
            Point::Task(id) | Point::Begin(id) | Point::End(id) => id,
        }
    }
}

impl<'a> Network<'a> {
    /// The network as it is.
    pub fn new(workspace: &'a Workspace) -> Network<'a> {
        Network {
            workspace,
            moved: BTreeMap::new(),
            link: None,
        }
    }

    /// With these tasks as parts of another one, or at the top.
    #[must_use]
    pub fn with_parent(mut self, ids: &[TaskId], parent: Option<TaskId>) -> Network<'a> {
        self.moved.extend(ids.iter().map(|id| (*id, parent)));
        self
    }

    /// With this link, in place of the one with this id.
    #[must_use]
    pub fn with_link(mut self, link: Link, id: Option<LinkId>) -> Network<'a> {
        self.link = Some((link, id));
        self
    }

    /// The tasks of a circle that can be reached from a task, each before the one it leads to.
    ///
    /// Every new circle passes what an edit has moved or linked, so it is enough to walk from
    /// there. The walk visits each point and link once.
    pub fn cycle_from(&self, id: TaskId) -> Option<Vec<TaskId>> {
        let mut path: Vec<(Point, Vec<Point>)> = Vec::new();
        let mut finished = BTreeSet::new();
        let start = self.begin(id);
        path.push((start, self.after(start)));
        let mut on_path = BTreeSet::from([start]);
        while let Some((point, rest)) = path.last_mut() {
            let Some(next) = rest.pop() else {
                on_path.remove(point);
                finished.insert(*point);
                path.pop();
                continue;
            };
            if on_path.contains(&next) {
                let members = path.iter().map(|(point, _)| *point);
                return Some(names(members.skip_while(|point| *point != next)));
            }
            if !finished.contains(&next) {
                on_path.insert(next);
                path.push((next, self.after(next)));
            }
        }
        None
    }

    fn parent(&self, id: TaskId) -> Option<TaskId> {
        match self.moved.get(&id) {
            Some(parent) => *parent,
            None => self.workspace.get::<Task>(id)?.parent,
        }
    }

    fn parts(&self, id: TaskId) -> Vec<TaskId> {
        let Some(task) = self.workspace.get::<Task>(id) else {
            return Vec::new();
        };
        let there = self
            .workspace
            .ids::<Task>(List::Outline(task.project, Some(id)));
        let stay = there
            .into_iter()
            .filter(|part| !self.moved.contains_key(part));
        let come = self
            .moved
            .iter()
            .filter(|(_, parent)| **parent == Some(id))
            .map(|(part, _)| *part);
        stay.chain(come).collect()
    }

    fn begin(&self, id: TaskId) -> Point {
        if self.parts(id).is_empty() {
            Point::Task(id)
        } else {
            Point::Begin(id)
        }
    }

    /// Where a link leads to: its successor, or one end of it when that is a summary.
    fn entered(&self, link: &Link) -> Point {
        match self.begin(link.successor) {
            Point::Begin(id) if !link.kind.is_to_start() => Point::End(id),
            point => point,
        }
    }

    fn after(&self, point: Point) -> Vec<Point> {
        let id = point.task();
        let mut after = Vec::new();
        if let Point::Begin(_) = point {
            after.extend(self.parts(id).into_iter().map(|part| self.begin(part)));
            return after;
        }
        after.extend(self.parent(id).map(Point::End));
        for (link_id, link) in self.workspace.list::<Link>(List::LinksOf(id)) {
            let is_replaced = matches!(&self.link, Some((_, Some(old))) if *old == link_id);
            if link.predecessor == id && !is_replaced {
                after.push(self.entered(link));
            }
        }
        if let Some((link, _)) = self
            .link
            .as_ref()
            .filter(|(link, _)| link.predecessor == id)
        {
            after.push(self.entered(link));
        }
        after
    }
}

/// The tasks of points in a row, each once.
fn names(points: impl Iterator<Item = Point>) -> Vec<TaskId> {
    let mut ids: Vec<TaskId> = points.map(Point::task).collect();
    ids.dedup();
    if ids.len() > 1 && ids.first() == ids.last() {
        ids.pop();
    }
    ids
}
