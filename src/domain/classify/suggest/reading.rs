//! What a description alone says the work is, and how often such a reading is right.

use super::hybrid::Hybrid;
use super::{Cue, tokens::Token};
use crate::classify::scale::point;

/// The most a reading claims, in basis points: about one in thirty descriptions that sound plain hides a hybrid.
const MOST: u16 = 9_700;

/// How sure a hybrid is on one sign, and when several agree, in basis points.
const HYBRID_ON_ONE: u16 = 6_500;
const HYBRID_ON_SEVERAL: u16 = 8_000;

/// What a description reads as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaning {
    /// Nothing in it tells.
    #[default]
    Unclear,
    /// Work that comes back.
    Process,
    /// Work that ends.
    Project,
    /// Both belong together in it.
    Hybrid,
}

impl Leaning {
    /// The word for it: "unclear", "process", "project" or "hybrid".
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unclear => "unclear",
            Self::Process => "process",
            Self::Project => "project",
            Self::Hybrid => "hybrid",
        }
    }
}

/// What a description alone says, with how often such a reading is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What it reads as.
    pub leaning: Leaning,
    /// How sure that is, in basis points up to 9,700; 0 when unclear. Calibrated: of readings given 8,000, about eight
    /// in ten are right.
    pub confidence: u16,
}

/// Reads the sum of the cues, scaled to logits by what held-out descriptions taught: five quarters of the weights.
pub(super) fn reading(cues: &[Cue], hybrid: Option<&Hybrid>) -> Reading {
    if let Some(hybrid) = hybrid {
        return Reading {
            leaning: Leaning::Hybrid,
            confidence: if hybrid.strength > 30 {
                HYBRID_ON_SEVERAL
            } else {
                HYBRID_ON_ONE
            },
        };
    }
    let total: i32 = cues.iter().map(|cue| cue.toward.signed(cue.weight)).sum();
    let place = point(total * 5 / 4);
    let (leaning, confidence) = match total {
        0 => (Leaning::Unclear, 0),
        1.. => (Leaning::Project, place),
        _ => (Leaning::Process, 10_000_u16.saturating_sub(place)),
    };
    Reading {
        leaning,
        confidence: confidence.min(MOST),
    }
}

/// How many words show the language.
const WORDS_LOOKED_AT: usize = 60;

/// Common words of other languages that English does not have.
const FOREIGN: &str = "der das und ist ein eine einen für mit nicht wir auf zu von dem den les des une est pour dans \
    avec sur nous que el los las una para con del por y il lo gli della di che het een van niet voor og att och som \
    na nie do się je não os uma em de du aux dal vom zum zur";

/// Letters that a word has in other languages.
const FOREIGN_LETTERS: &str = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœşğıłńśźżčřšžěůőű";
/// Words with such letters that are English as well.
const AT_HOME: &str = "café cafés cliché décor résumé résumés naïve façade fiancé fiancée exposé protégé soirée touché \
    crème purée entrée matinée attaché";

/// Whether a text is in another language: more of its words are common elsewhere than in English. Foreign letters count
/// where the word is not a name within the text, which begins with a capital.
pub(super) fn is_foreign(text: &str, tokens: &[Token]) -> bool {
    let is_name = |token: &Token| {
        let first = text.get(token.start..).and_then(|rest| rest.chars().next());
        token.start > 0 && first.is_some_and(char::is_uppercase)
    };
    let is_foreign = |token: &&Token| {
        let is_in = |words: &str| words.split_whitespace().any(|word| word == token.word);
        let has_letters = token.word.contains(|c| FOREIGN_LETTERS.contains(c));
        is_in(FOREIGN) || (has_letters && !is_in(AT_HOME) && !is_name(token))
    };
    let looked_at = || tokens.iter().take(WORDS_LOOKED_AT);
    let n_foreign = looked_at().filter(is_foreign).count();
    let n_english = looked_at()
        .filter(|token| super::signs::is_filler(&token.word))
        .count();
    n_foreign > n_english
}
