//! From the text of a condition to its form: words, then a descent with a bounded depth.

use super::{Compare, Expr, ExprError, Term};
use crate::flow::form;
use crate::time::Day;

/// Characters of a condition.
const MAX_CHARS: usize = 1_000;
/// Parentheses and negations within each other.
const MAX_DEPTH: usize = 40;

#[derive(Clone, Debug, PartialEq)]
enum Word {
    /// A field or a word of the language, as written.
    Name(String),
    Text(String),
    Number(i64),
    Date(Day),
    Sign(&'static str),
}

pub(super) fn parse(text: &str) -> Result<Expr, ExprError> {
    let n_chars = text.chars().count();
    if n_chars > MAX_CHARS {
        return Err(error(
            MAX_CHARS,
            format!("A condition has at most {MAX_CHARS} characters; this one has {n_chars}."),
        ));
    }
    let mut reader = Reader {
        words: words(text)?,
        next: 0,
        end: n_chars + 1,
    };
    if reader.words.is_empty() {
        return Err(error(1, "Write a condition, for example amount > 1000."));
    }
    let expr = reader.either(0)?;
    match reader.peek() {
        None => Ok(expr),
        Some(word) => {
            let message = format!("Put “and” or “or” before {}.", shown(word));
            Err(error(reader.at(), message))
        }
    }
}

fn error(at: usize, message: impl Into<String>) -> ExprError {
    ExprError {
        message: message.into(),
        at,
    }
}

fn shown(word: &Word) -> String {
    match word {
        Word::Name(name) => format!("“{name}”"),
        Word::Text(text) => format!("the text “{text}”"),
        Word::Number(_) => "the number".to_owned(),
        Word::Date(day) => format!("the date {day}"),
        Word::Sign(sign) => format!("“{sign}”"),
    }
}

fn words(text: &str) -> Result<Vec<(usize, Word)>, ExprError> {
    let mut words = Vec::new();
    let mut chars = (1..).zip(text.chars()).peekable();
    while let Some((at, first)) = chars.next() {
        let mut next_is = |wanted: char| chars.next_if(|(_, c)| *c == wanted).is_some();
        let word = match first {
            c if c.is_whitespace() => continue,
            '(' => Word::Sign("("),
            ')' => Word::Sign(")"),
            ',' => Word::Sign(","),
            '=' => {
                next_is('=');
                Word::Sign("=")
            }
            '!' if next_is('=') => Word::Sign("!="),
            '≠' => Word::Sign("!="),
            '<' if next_is('=') => Word::Sign("<="),
            '<' if next_is('>') => Word::Sign("!="),
            '<' => Word::Sign("<"),
            '>' if next_is('=') => Word::Sign(">="),
            '>' => Word::Sign(">"),
            '≤' => Word::Sign("<="),
            '≥' => Word::Sign(">="),
            '"' | '“' | '”' | '\'' => {
                let mut inside = String::new();
                loop {
                    match chars.next() {
                        None => {
                            return Err(error(at, "This text has no closing quotation mark."));
                        }
                        Some((_, c)) if c == first || (first != '\'' && is_quote(c)) => break,
                        Some((_, c)) => inside.push(c),
                    }
                }
                Word::Text(inside)
            }
            c if c.is_ascii_digit() || c == '-' => {
                let mut number = c.to_string();
                while let Some((_, c)) =
                    chars.next_if(|(_, c)| c.is_ascii_digit() || matches!(c, '.' | '-'))
                {
                    number.push(c);
                }
                number_or_date(at, &number)?
            }
            c if c.is_alphabetic() => {
                let mut name = c.to_string();
                while let Some((_, c)) = chars.next_if(|(_, c)| c.is_alphanumeric() || *c == '_') {
                    name.push(c);
                }
                Word::Name(name)
            }
            c => {
                return Err(error(
                    at,
                    format!("“{c}” means nothing here. Write a field, a number or a \"text\"."),
                ));
            }
        };
        words.push((at, word));
    }
    Ok(words)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

fn number_or_date(at: usize, text: &str) -> Result<Word, ExprError> {
    if text.matches('-').count() == 2 && !text.starts_with('-') {
        let day = text.parse::<Day>();
        return day
            .map(Word::Date)
            .map_err(|wrong| error(at, wrong.to_string()));
    }
    form::decimal(text, 3).map(Word::Number).ok_or_else(|| {
        error(
            at,
            format!(
                "“{text}” is not a number. Write it like 1000 or 12.5, and a date like 2026-05-31."
            ),
        )
    })
}

struct Reader {
    words: Vec<(usize, Word)>,
    next: usize,
    end: usize,
}

impl Reader {
    fn peek(&self) -> Option<&Word> {
        self.words.get(self.next).map(|(_, word)| word)
    }

    fn at(&self) -> usize {
        self.words.get(self.next).map_or(self.end, |(at, _)| *at)
    }

    fn is_sign(&mut self, sign: &str) -> bool {
        let is_it = matches!(self.peek(), Some(Word::Sign(found)) if *found == sign);
        if is_it {
            self.next += 1;
        }
        is_it
    }

    fn is_word(&mut self, word: &str) -> bool {
        let is_it =
            matches!(self.peek(), Some(Word::Name(found)) if found.eq_ignore_ascii_case(word));
        if is_it {
            self.next += 1;
        }
        is_it
    }

    fn either(&mut self, depth: usize) -> Result<Expr, ExprError> {
        let mut left = self.both(depth)?;
        while self.is_word("or") {
            left = Expr::Or(Box::new(left), Box::new(self.both(depth)?));
        }
        Ok(left)
    }

    fn both(&mut self, depth: usize) -> Result<Expr, ExprError> {
        let mut left = self.one(depth)?;
        while self.is_word("and") {
            left = Expr::And(Box::new(left), Box::new(self.one(depth)?));
        }
        Ok(left)
    }

    fn one(&mut self, depth: usize) -> Result<Expr, ExprError> {
        if depth > MAX_DEPTH {
            return Err(error(self.at(), "Too many parentheses within each other."));
        }
        if self.is_word("not") {
            return Ok(Expr::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.is_sign("(") {
            let inner = self.either(depth + 1)?;
            if !self.is_sign(")") {
                return Err(error(self.at(), "A closing parenthesis is missing."));
            }
            return Ok(inner);
        }
        let at = self.at();
        let left = self.term("a field, for example amount")?;
        self.comparison(at, left)
    }

    fn comparison(&mut self, at: usize, left: Term) -> Result<Expr, ExprError> {
        let field = match &left {
            Term::Field(key) => Some(key.clone()),
            _ => None,
        };
        if let Some(key) = field.clone().filter(|_| self.is_word("is")) {
            let is_not = self.is_word("not");
            let expr = if self.is_word("empty") {
                Expr::IsEmpty(key)
            } else {
                let right = self.term("what it is compared with")?;
                Expr::Compare(left, Compare::Equal, right)
            };
            return Ok(if is_not {
                Expr::Not(Box::new(expr))
            } else {
                expr
            });
        }
        if let Some(key) = field.clone().filter(|_| self.is_word("in")) {
            if !self.is_sign("(") {
                return Err(error(
                    self.at(),
                    "After “in” comes a list, for example (\"A\", \"B\").",
                ));
            }
            let mut terms = vec![self.term("a text")?];
            while self.is_sign(",") {
                terms.push(self.term("a text")?);
            }
            if !self.is_sign(")") {
                return Err(error(self.at(), "The list has no closing parenthesis."));
            }
            return Ok(Expr::In(key, terms));
        }
        let by = match self.peek() {
            Some(Word::Sign("=")) => Compare::Equal,
            Some(Word::Sign("!=")) => Compare::Unequal,
            Some(Word::Sign("<")) => Compare::Less,
            Some(Word::Sign("<=")) => Compare::AtMost,
            Some(Word::Sign(">")) => Compare::More,
            Some(Word::Sign(">=")) => Compare::AtLeast,
            Some(Word::Name(name)) if name.eq_ignore_ascii_case("contains") => Compare::Contains,
            _ => {
                return match field {
                    Some(key) => Ok(Expr::Field(key)),
                    None => Err(error(
                        at,
                        "A condition compares something: begin with a field.",
                    )),
                };
            }
        };
        self.next += 1;
        let right = self.term("what it is compared with")?;
        Ok(Expr::Compare(left, by, right))
    }

    fn term(&mut self, wanted: &str) -> Result<Term, ExprError> {
        let at = self.at();
        let Some(word) = self.peek().cloned() else {
            return Err(error(
                at,
                format!("The condition ends too early: {wanted} is missing."),
            ));
        };
        let term = match &word {
            Word::Text(text) => Term::Text(text.clone()),
            Word::Number(number) => Term::Number(*number),
            Word::Date(day) => Term::Date(*day),
            Word::Name(name) => match name.to_ascii_lowercase().as_str() {
                "yes" | "true" => Term::Flag(true),
                "no" | "false" => Term::Flag(false),
                "and" | "or" | "not" | "in" | "is" | "contains" | "empty" => {
                    return Err(error(at, format!("Before “{name}”, {wanted} is missing.")));
                }
                _ => Term::Field(name.clone()),
            },
            Word::Sign(sign) => {
                return Err(error(at, format!("Before “{sign}”, {wanted} is missing.")));
            }
        };
        self.next += 1;
        Ok(term)
    }
}
