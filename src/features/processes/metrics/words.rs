//! What the figures mean, in the words of the page.

pub const LEAD: &str = "Lead time runs from a run's start to its end: the time of whoever waits for it. All hours count, nights and weekends included, unless working time is chosen. It counts runs finished in the period. The median is the time half of them kept; 85 of 100 kept the 85th percentile, which is what can be promised. Percentiles are interpolated between neighbouring runs (type 7).";
pub const ON_TIME: &str = "Runs finished by the moment promised for them ÷ runs whose promise fell due in the period. A promise is set when a run starts and never moved afterwards. Runs that were called off promise nothing.";
pub const FIRST_PASS: &str = "Runs in which every step was done once and nothing was sent back ÷ runs that ended in the period. Rolled yield is the product of the steps' own yields: the chance of passing them all. Rework is the share of runs with a repeated step.";
pub const EFFICIENCY: &str = "Time in which someone worked ÷ lead time, summed over the runs in which every step was begun and finished by hand. Steps worked on side by side count once. It equals process cycle efficiency as far as all of that work adds value; above a quarter is often called lean.";
pub const BOTTLENECK: &str = "The step at which most runs stood on average over the period: all time runs spent there ÷ the length of the period. A queue that grows shows that the step cannot keep up. It is not simply the step that takes longest.";
pub const CONTROL: &str = "The lead time of each of the latest runs, in order of finishing. Limits are the mean ± 2.66 times the mean difference between neighbours (XmR chart, Shewhart and Wheeler), computed anew for each version. Signals are: a run outside the limits, eight in a row on one side of the mean, three of four in a row nearer to a limit than to the mean, and a jump above 3.268 mean differences.";
pub const SPREAD: &str =
    "How many of the runs finished in the period took how long, from start to end.";
pub const SCATTER: &str = "Each finished run by the moment it was finished and its lead time. The lines are the 50th, 85th and 95th percentile of the period.";
pub const THROUGHPUT: &str =
    "Runs finished in each seven days, counted back from the end of the period.";
pub const CUMULATIVE: &str = "How many runs stood where. The finished ones are counted from the start of the period, and the others lie above them in the order of the steps; so the height of the upper part is the work in progress, and the slope of the lowest the throughput. With steps side by side, a run is counted at the one it came to last.";
pub const STEP_TIMES: &str = "Stay runs from coming up to done. It is divided into wait, until someone began, and work, where the beginning was recorded. Yield counts runs that did the step once and were not sent back.";
