//! Signs that a project and a process belong together: one that builds a routine, one done again and again, or a case.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::span::Span;
use super::tokens::Token;
use crate::classify::Shape;

/// From this strength on, a description is taken for a hybrid.
const ENOUGH: i32 = 17;

/// What speaks for a hybrid shape, and the words it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hybrid {
    /// The shape that it has.
    pub shape: Shape,
    /// Where the words begin, in bytes of the text.
    pub start: usize,
    /// Where the words end, in bytes of the text.
    pub end: usize,
    /// Why, in a few words.
    pub reason: &'static str,
    /// How strongly; above 30 two signs agree.
    pub(super) strength: i32,
}

/// Sets of words, one bit each.
type Sets = u32;

const MAKING: Sets = 1;
const CHANGING: Sets = 1 << 1;
const ROUTINE: Sets = 1 << 2;
/// After a routine word these say that a thing is meant: "an approval app".
const THING: Sets = 1 << 3;
/// Before "program" these say that one for a computer is meant.
const COMPUTER: Sets = 1 << 4;
const OCCASION: Sets = 1 << 5;
const PIECE: Sets = 1 << 6;
const RHYTHM: Sets = 1 << 7;
const STARTING: Sets = 1 << 8;
const YEARLY: Sets = 1 << 9;
const EACH: Sets = 1 << 10;
const CLIENT: Sets = 1 << 11;
const CLIENTS: Sets = 1 << 12;
const THIS: Sets = 1 << 13;
const ACCOUNT: Sets = 1 << 14;
const ONBOARDING: Sets = 1 << 15;
const UPKEEP: Sets = 1 << 16;
const ENHANCING: Sets = 1 << 17;
const SAME: Sets = 1 << 18;
const DIFFERENT: Sets = 1 << 19;
const WAY: Sets = 1 << 20;
const HOW: Sets = 1 << 21;
const AGAIN: Sets = 1 << 22;
const LASTING: Sets = 1 << 23;
const OTHERWISE: Sets = 1 << 24;
const UNIT: Sets = 1 << 25;

/// The stems of each set, and words as they stand.
const WORDS: [(Sets, &str); 26] = [
    (
        MAKING,
        "design redesign creat develop build set introduc implement establish defin document standardis standardiz \
         rol roll launch automat streamlin improv optimis optimiz reengineer map writ start harmonis harmoniz digitis \
         digitiz pilot rethink turn improvement automation standardisation standardization introduction \
         implementation development documentation optimisation optimization formalis formaliz put overhaul",
    ),
    (
        CHANGING,
        "improvement redesign automation standardisation standardization harmonisation harmonization optimisation \
         optimization reengineer map documentation introduction implementation development rollout design",
    ),
    (
        ROUTINE,
        "process procedur workflow checklist playbook runbook sop routin protocol templat framework guidelin handbook \
         program programm pipelin pathway cycl onboard approval handl rota schedul governanc maintenanc scheme",
    ),
    (
        THING,
        "app engin tool softwar simulator portal platform board hangar depot chip plugin compiler library control \
         languag",
    ),
    (COMPUTER, "softwar computer application"),
    (
        OCCASION,
        "conferenc festival gala fair event campaign launch releas implementation rollout websit project open season \
         marathon budget summit catalogu camp ball edition product build engagement construction migration party \
         shoot exhibition retreat",
    ),
    (
        PIECE,
        "newsletter blog post podcast episod video vlog magazin issu webinar lookbook campaign brochur",
    ),
    (RHYTHM, "weekly monthly quarterly fortnightly yearly annual"),
    (
        STARTING,
        "set start launch introduc establish creat rol roll",
    ),
    (YEARLY, "annual yearly biennial"),
    (EACH, "each every recurr repeatabl"),
    (CLIENT, "client customer homeowner tenant"),
    (CLIENTS, "clients customers homeowners tenants"),
    (THIS, "this"),
    (ACCOUNT, "client customer enterpris"),
    (ONBOARDING, "onboard"),
    (UPKEEP, "maintenanc support ongoing"),
    (ENHANCING, "enhancement enhanc"),
    (SAME, "same alike similar"),
    (
        DIFFERENT,
        "better different uniqu special generally differently",
    ),
    (WAY, "way ways"),
    (HOW, "how"),
    (AGAIN, "again anew"),
    (
        LASTING,
        "afterward afterwards thereafter henceforth onward onwards",
    ),
    (OTHERWISE, "different differently else uniqu individual"),
    (
        UNIT,
        "case family famili patient client customer guest child order complaint",
    ),
];

static INDEX: LazyLock<BTreeMap<&str, Sets>> = LazyLock::new(|| {
    let mut index = BTreeMap::new();
    for (set, words) in WORDS {
        for word in words.split(' ') {
            *index.entry(word).or_default() |= set;
        }
    }
    index
});

fn sets(token: &Token) -> Sets {
    let of = |word: &str| INDEX.get(word).copied().unwrap_or_default();
    of(&token.stem) | of(&token.word)
}

/// Words of two sets near each other, and what that means.
struct Pattern {
    first: Sets,
    second: Sets,
    /// How many words the second may come after the first.
    within: usize,
    /// The most words the text may have.
    n_words: usize,
    strength: i32,
    shape: Shape,
    reason: &'static str,
}

const BUILDS: &str = "Makes or changes how routine work is done";
const RECURS: &str = "Comes back, and each time is a piece of work of its own";

const VARIES: &str = "Comes again and again, and each time it is different";

const fn pattern(first: Sets, second: Sets, within: usize, strength: i32) -> Pattern {
    Pattern {
        first,
        second,
        within,
        n_words: usize::MAX,
        strength,
        shape: Shape::RecurringProject,
        reason: RECURS,
    }
}

const fn building(first: Sets, second: Sets, within: usize, strength: i32) -> Pattern {
    Pattern {
        shape: Shape::BuildsProcess,
        reason: BUILDS,
        ..pattern(first, second, within, strength)
    }
}

const fn case(first: Sets, second: Sets, within: usize, strength: i32) -> Pattern {
    Pattern {
        shape: Shape::Case,
        reason: VARIES,
        ..pattern(first, second, within, strength)
    }
}

const fn short(pattern: Pattern, n_words: usize) -> Pattern {
    Pattern { n_words, ..pattern }
}

const PATTERNS: [Pattern; 17] = [
    building(MAKING, ROUTINE, 6, 26),
    building(ROUTINE, CHANGING, 2, 24),
    short(building(STARTING, RHYTHM, 3, 18), 9),
    pattern(YEARLY, OCCASION, 4, 25),
    pattern(EACH, OCCASION, 3, 20),
    short(pattern(CLIENT, OCCASION, 1, 22), 3),
    short(pattern(OCCASION, CLIENTS, 3, 22), 9),
    short(pattern(RHYTHM, PIECE, 4, 26), 8),
    short(pattern(THIS, PIECE, 3, 19), 8),
    short(pattern(ACCOUNT, ONBOARDING, 1, 19), 3),
    pattern(UPKEEP, ENHANCING, 6, 18),
    pattern(SAME, DIFFERENT, 12, 18),
    building(MAKING, WAY, 4, 20),
    building(HOW, SAME, 16, 20),
    building(STARTING, LASTING, 24, 18),
    pattern(OCCASION, AGAIN, 3, 22),
    case(UNIT, OTHERWISE, 4, 20),
];

/// What speaks most for a hybrid, if enough does. `leaning` is the signed weight of the description.
pub(super) fn hybrid(tokens: &[Token], leaning: i32) -> Option<Hybrid> {
    let sets: Vec<Sets> = tokens.iter().map(sets).collect();
    let mut best: Option<Hybrid> = None;
    let mut strength = if tokens.first()?.word == "how" {
        -15
    } else {
        0
    };
    for pattern in PATTERNS
        .iter()
        .filter(|pattern| tokens.len() <= pattern.n_words)
    {
        let Some((first, last)) =
            find(&sets, pattern).and_then(|(first, last)| tokens.get(first).zip(tokens.get(last)))
        else {
            continue;
        };
        // "Building maintenance" is upkeep.
        if first.word == "building" && first.end + 1 == last.start {
            continue;
        }
        // A routine that is always "the same, but different" is a routine.
        if pattern.first == SAME && leaning < 0 {
            continue;
        }
        strength += pattern.strength;
        if best.is_none_or(|best| best.strength < pattern.strength) {
            best = Some(Hybrid {
                shape: pattern.shape,
                start: first.start,
                end: last.end,
                reason: pattern.reason,
                strength: pattern.strength,
            });
        }
    }
    let best = best.filter(|_| strength >= ENOUGH)?;
    Some(Hybrid { strength, ..best })
}

impl Hybrid {
    /// What building a routine adds to the description: it is a project, however routine its words sound.
    pub(super) fn span(&self) -> Option<Span> {
        (self.shape == Shape::BuildsProcess)
            .then(|| Span::over(self.start, self.end, 30, self.reason))
    }
}

/// Where the words of both sets stand first.
fn find(sets: &[Sets], pattern: &Pattern) -> Option<(usize, usize)> {
    sets.iter().enumerate().find_map(|(first, word)| {
        if word & pattern.first == 0 {
            return None;
        }
        let near = sets.iter().enumerate().skip(first + 1).take(pattern.within);
        let (last, _) = near
            .into_iter()
            .find(|(_, word)| *word & pattern.second != 0)?;
        let beside = |idx: usize, set| sets.get(idx).is_some_and(|word| word & set != 0);
        let names_a_thing =
            pattern.second == ROUTINE && (beside(last + 1, THING) || beside(last - 1, COMPUTER));
        (!names_a_thing).then_some((first, last))
    })
}
