//! Behaviour of the domain, rule by rule.
