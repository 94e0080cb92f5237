//! Currencies by their three letters.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A currency by its code of ISO 4217. Amounts of it have as many digits after the point as the
/// standard says: most two, some none or three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// A text that is not a currency code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A currency is written as three letters, for example EUR.")]
pub struct CurrencyError;

/// Currencies without a smaller unit in ISO 4217.
const WHOLE: [&str; 15] = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
    "XAF", "XOF",
];
/// Currencies of a thousand smaller units.
const THOUSAND: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

impl Currency {
    /// Its three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("EUR")
    }

    /// Digits after the point.
    pub fn decimals(self) -> u8 {
        let code = self.code();
        if WHOLE.contains(&code) {
            0
        } else if THOUSAND.contains(&code) {
            3
        } else {
            2
        }
    }

    /// How many of the smallest unit are one.
    pub fn units_in_one(self) -> i64 {
        match self.decimals() {
            0 => 1,
            3 => 1_000,
            _ => 100,
        }
    }

    /// What stands before an amount: its sign, or its letters and a space.
    pub fn symbol(self) -> String {
        match self.code() {
            "EUR" => "€".to_owned(),
            "USD" => "$".to_owned(),
            "GBP" => "£".to_owned(),
            "JPY" => "¥".to_owned(),
            code => format!("{code}\u{a0}"),
        }
    }

    /// The text without the sign or letters of this currency at either end.
    pub(super) fn strip_symbol(self, text: &str) -> &str {
        let symbol = self.symbol();
        let symbol = symbol.trim();
        let text = text.strip_prefix(symbol).unwrap_or(text);
        text.strip_suffix(symbol).unwrap_or(text).trim()
    }
}

impl Default for Currency {
    fn default() -> Self {
        Currency(*b"EUR")
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        let code = text.trim().to_ascii_uppercase();
        let letters: [u8; 3] = code.as_bytes().try_into().map_err(|_| CurrencyError)?;
        if letters.iter().all(u8::is_ascii_uppercase) {
            Ok(Currency(letters))
        } else {
            Err(CurrencyError)
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = CurrencyError;

    fn try_from(text: String) -> Result<Self, CurrencyError> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
