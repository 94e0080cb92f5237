//! When the tasks of a project are done: the network of its tasks and links, and what follows from it.

pub mod cycle;
