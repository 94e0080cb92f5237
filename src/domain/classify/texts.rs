//! The wording of the questions and their answers.

use super::{Answer, OptionText, Question};

/// The words of one question.
pub(super) struct Texts {
    pub(super) name: &'static str,
    pub(super) prompt: &'static str,
    pub(super) why: &'static str,
    first: OptionText,
    second: OptionText,
    both: OptionText,
}

const NOT_SURE: OptionText = words("Not sure", "Counts for neither side.", "");
const UNOFFERED: OptionText = words("", "", "");

/// How an answer is worded; empty for an answer the question does not offer.
pub(super) const fn option(question: Question, answer: Answer) -> OptionText {
    let texts = of(question);
    let asks_shape = matches!(
        question,
        Question::ChangesRoutine | Question::NearIdentical | Question::PartsThroughProcess
    );
    match (answer, asks_shape) {
        (Answer::NotSure, _) => NOT_SURE,
        (Answer::Loop, false) | (Answer::Yes, true) => texts.first,
        (Answer::Line, false) | (Answer::No, true) => texts.second,
        (Answer::Both, false) => texts.both,
        _ => UNOFFERED,
    }
}

/// The texts of a question.
pub(super) const fn of(question: Question) -> Texts {
    match question {
        Question::Repetition => Texts {
            name: "Nature",
            prompt: "Will this work come back?",
            why: "Work that comes back can be learned once and run many times.",
            first: words(
                "It comes back",
                "The same work returns, on a schedule or whenever someone asks for it.",
                "Like answering customers or checking machines",
            ),
            second: words(
                "It happens once",
                "When it is done, it is done.",
                "Like moving to a new office",
            ),
            both: both("It is done once now, and something like it will return."),
        },
        Question::End => Texts {
            name: "Timeline",
            prompt: "Does the work as a whole have an end?",
            why: "A project is over one day. A process goes on as long as it is needed.",
            first: words(
                "It goes on",
                "Single rounds finish; the work itself has no end date.",
                "Like payroll or equipment care",
            ),
            second: words(
                "It has an end",
                "There is a day or a result after which nobody works on it.",
                "Like a building",
            ),
            both: both("It ends, and part of it is kept going afterward."),
        },
        Question::Novelty => Texts {
            name: "Goal",
            prompt: "What should come out of it?",
            why: "The same result each time calls for a routine, a new result for a plan.",
            first: words(
                "The same result each time",
                "You could say today what next month’s result looks like.",
                "Like a delivered order",
            ),
            second: words(
                "Something new",
                "The result does not exist yet in this form.",
                "Like a mobile app",
            ),
            both: both("A known frame, with new content each time."),
        },
        Question::KnownSteps => Texts {
            name: "Known steps",
            prompt: "Could you write the steps down before starting?",
            why: "Known steps can be documented and followed. Unknown ones have to be planned and replanned.",
            first: words(
                "Yes, the steps are known",
                "A colleague could follow a written procedure.",
                "Like approving a vacation request",
            ),
            second: words(
                "No, they are worked out on the way",
                "What comes next depends on what is found.",
                "Like trying a new technology",
            ),
            both: both("Some parts are fixed, others are open."),
        },
        Question::PastExperience => Texts {
            name: "Past experience",
            prompt: "Have you done this before?",
            why: "Experience turns surprises into steps.",
            first: words(
                "Yes, many times",
                "The people doing it know what to expect.",
                "Like ordering office supplies",
            ),
            second: words(
                "No, it is a first",
                "Nobody here has done quite this.",
                "Like a first shop abroad",
            ),
            both: both("Done once or twice, or only by some."),
        },
        Question::Stakeholders => Texts {
            name: "Stakeholder role",
            prompt: "What part do others play in it?",
            why: "In a process people give steady feedback. In a project they take decisions.",
            first: words(
                "They give input and feedback",
                "The same team does the work; others use the result and say how it was.",
                "Like a support desk",
            ),
            second: words(
                "They decide along the way",
                "A team comes together for this; sponsors and users agree on scope and changes.",
                "Like building a school",
            ),
            both: both("One team runs it, and some points need a decision."),
        },
        Question::Management => Texts {
            name: "Management approach",
            prompt: "What keeps this work in good shape?",
            why: "Think of what you would spend a free hour on.",
            first: words(
                "Making the routine smoother",
                "Improve the flow, cut waste, keep every round even.",
                "Like customer support or ordering supplies",
            ),
            second: words(
                "Keeping time and money in line",
                "Follow the plan, hold the dates, stay within the budget.",
                "Like a mobile app or an office building",
            ),
            both: both("Dates matter, and so does an even flow."),
        },
        Question::Risk => Texts {
            name: "Risk",
            prompt: "How predictable is it?",
            why: "Stable work needs limits and checks. Uncertain work needs a risk plan.",
            first: words(
                "Mostly predictable",
                "What goes wrong is known, and so is what to do then.",
                "Like processing invoices",
            ),
            second: words(
                "Uncertain",
                "Cost, time or feasibility could turn out quite different.",
                "Like developing a new product",
            ),
            both: both("The work is known, its surroundings are not."),
        },
        Question::Success => Texts {
            name: "Success measure",
            prompt: "When would you call it a success?",
            why: "The measure decides what the board shows first.",
            first: words(
                "When every round comes out alike",
                "On time, right the first time, with little variation.",
                "Like nine of ten answers within a day",
            ),
            second: words(
                "When the goal is reached",
                "The agreed result, by the date, within the budget.",
                "Like an app in both stores by June",
            ),
            both: both("The goal counts, and that it keeps working."),
        },
        Question::ChangesRoutine => Texts {
            name: "Changes routine work",
            prompt: "Does its result change routine work?",
            why: "What is left behind then becomes a process with an owner.",
            first: words(
                "Yes",
                "Afterward, people do something regularly that they did not do, or did differently.",
                "Like a new way to welcome colleagues",
            ),
            second: words(
                "No",
                "The result is used; no routine is added or changed.",
                "Like a house that is lived in",
            ),
            both: UNOFFERED,
        },
        Question::NearIdentical => Texts {
            name: "Near-identical projects",
            prompt: "Have near-identical projects been run before?",
            why: "Projects that look alike can share one documented process.",
            first: words(
                "Yes",
                "Most tasks would be the same as last time.",
                "Like the yearly trade fair",
            ),
            second: words(
                "No",
                "Earlier projects had other tasks.",
                "Like a first app",
            ),
            both: UNOFFERED,
        },
        Question::PartsThroughProcess => Texts {
            name: "Parts through a process",
            prompt: "Would parts of it run through an existing process?",
            why: "Known parts can be left to the process that already does them.",
            first: words(
                "Yes",
                "For example purchasing, hiring or a standard approval.",
                "Like a clinic that hires as the group does",
            ),
            second: words(
                "No",
                "Everything in it is planned for this project.",
                "Like an expedition",
            ),
            both: UNOFFERED,
        },
        Question::TieBreaker => Texts {
            name: "What you need",
            prompt: "Do you need transparency over a one-off, or efficiency in a routine?",
            why: "The answers are balanced, so your need decides.",
            first: words(
                "Efficiency in a routine",
                "Get the same work done well, again and again.",
                "Like invoices that should cost less each",
            ),
            second: words(
                "Transparency over a one-off",
                "See at any time what is done, what is left and what it costs.",
                "Like a move that the board asks about",
            ),
            both: both("Neither matters more."),
        },
    }
}

const fn words(title: &'static str, detail: &'static str, example: &'static str) -> OptionText {
    OptionText {
        title,
        detail,
        example,
    }
}

const fn both(detail: &'static str) -> OptionText {
    words("Both, about equally", detail, "")
}
