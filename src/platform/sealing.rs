//! Files sealed with a passphrase, by the browser's own cryptography.
//!
//! The key is derived with PBKDF2-HMAC-SHA-256, 600,000 rounds (OWASP Password Storage Cheat
//! Sheet, 2023), from the passphrase and 16 random bytes; the text is encrypted with AES-256-GCM
//! under a random 96-bit nonce, so that a changed file is noticed. Everything but the passphrase is
//! in the file.

use js_sys::futures::JsFuture;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto};

const FORMAT: &str = "loopline-sealed";
const ROUNDS: u32 = 600_000;
/// A file that asks for more rounds is not ours, and would only keep the page busy.
const MAX_ROUNDS: u32 = 10_000_000;
const SALT_BYTES: usize = 16;
const NONCE_BYTES: usize = 12;

/// A sealed file.
#[derive(Serialize, Deserialize)]
struct Sealed {
    format: String,
    version: u32,
    kdf: String,
    rounds: u32,
    cipher: String,
    salt: String,
    nonce: String,
    data: String,
}

/// Whether a text is a sealed file.
pub fn is_sealed(text: &str) -> bool {
    serde_json::from_str::<Sealed>(text).is_ok_and(|sealed| sealed.format == FORMAT)
}

/// The text sealed with a passphrase, or why the browser could not.
pub async fn seal(text: &str, passphrase: &str) -> Result<String, String> {
    let sealed = try_seal(text, passphrase).await.map_err(|_| {
        "This browser cannot encrypt here. Open Loopline at an address that begins with https."
            .to_owned()
    })?;
    Ok(serde_json::to_string_pretty(&sealed).unwrap_or_default())
}

/// The text of a sealed file, or why it could not be opened.
pub async fn open(text: &str, passphrase: &str) -> Result<String, String> {
    let sealed: Sealed = serde_json::from_str(text)
        .map_err(|error| format!("This is not a sealed Loopline file: {error}."))?;
    if sealed.version > 1 || sealed.rounds > MAX_ROUNDS {
        return Err("This file was sealed by a newer Loopline. Open it with that one.".to_owned());
    }
    // A wrong passphrase and a changed file look the same, by design of the cipher.
    try_open(&sealed, passphrase).await.map_err(|_| {
        "The passphrase does not open this file, or the file was changed. Nothing was changed here."
            .to_owned()
    })
}

async fn try_seal(text: &str, passphrase: &str) -> Result<Sealed, JsValue> {
    let (crypto, subtle) = crypto()?;
    let (mut salt, mut nonce) = ([0; SALT_BYTES], [0; NONCE_BYTES]);
    crypto.get_random_values_with_u8_array(&mut salt)?;
    crypto.get_random_values_with_u8_array(&mut nonce)?;
    let key = key(&subtle, passphrase, &salt, ROUNDS).await?;
    let parameters = AesGcmParams::new("AES-GCM", &Uint8Array::from(&nonce[..]));
    let plain = Uint8Array::from(text.as_bytes());
    let data = subtle.encrypt_with_object_and_buffer_source(&parameters, &key, &plain)?;
    Ok(Sealed {
        format: FORMAT.to_owned(),
        version: 1,
        kdf: "PBKDF2-HMAC-SHA-256".to_owned(),
        rounds: ROUNDS,
        cipher: "AES-256-GCM".to_owned(),
        salt: base64(&salt)?,
        nonce: base64(&nonce)?,
        data: base64(&bytes(JsFuture::from(data).await?)?)?,
    })
}

async fn try_open(sealed: &Sealed, passphrase: &str) -> Result<String, JsValue> {
    let (_, subtle) = crypto()?;
    let (salt, nonce) = (from_base64(&sealed.salt)?, from_base64(&sealed.nonce)?);
    let key = key(&subtle, passphrase, &salt, sealed.rounds).await?;
    let parameters = AesGcmParams::new("AES-GCM", &Uint8Array::from(nonce.as_slice()));
    let data = Uint8Array::from(from_base64(&sealed.data)?.as_slice());
    let plain = subtle.decrypt_with_object_and_buffer_source(&parameters, &key, &data)?;
    let plain = bytes(JsFuture::from(plain).await?)?;
    String::from_utf8(plain).map_err(|_| "not text".into())
}

/// The key of a passphrase.
async fn key(
    subtle: &SubtleCrypto,
    passphrase: &str,
    salt: &[u8],
    rounds: u32,
) -> Result<CryptoKey, JsValue> {
    let secret = Uint8Array::from(passphrase.as_bytes());
    let secret =
        subtle.import_key_with_str("raw", &secret, "PBKDF2", false, &usages(&["deriveKey"]))?;
    let secret: CryptoKey = JsFuture::from(secret).await?.dyn_into()?;
    let derivation = Pbkdf2Params::new(
        "PBKDF2",
        &JsValue::from("SHA-256"),
        rounds,
        &Uint8Array::from(salt),
    );
    let derived = subtle.derive_key_with_object_and_object(
        &derivation,
        &secret,
        &AesDerivedKeyParams::new("AES-GCM", 256),
        false,
        &usages(&["encrypt", "decrypt"]),
    )?;
    JsFuture::from(derived).await?.dyn_into()
}

/// What a key may be used for.
fn usages(names: &[&str]) -> Array {
    names.iter().map(|name| JsValue::from(*name)).collect()
}

fn crypto() -> Result<(Crypto, SubtleCrypto), JsValue> {
    let crypto = web_sys::window().ok_or("no window")?.crypto()?;
    let subtle = crypto.subtle();
    // The type says it is always there; browsers leave it out of pages without https.
    if subtle.is_undefined() {
        return Err("no SubtleCrypto".into());
    }
    Ok((crypto, subtle))
}

fn bytes(buffer: JsValue) -> Result<Vec<u8>, JsValue> {
    let buffer: ArrayBuffer = buffer.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Base 64 by the browser, which takes and gives one letter a byte.
fn base64(bytes: &[u8]) -> Result<String, JsValue> {
    let letters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    web_sys::window().ok_or("no window")?.btoa(&letters)
}

fn from_base64(text: &str) -> Result<Vec<u8>, JsValue> {
    let letters = web_sys::window().ok_or("no window")?.atob(text)?;
    let byte = |letter| u8::try_from(u32::from(letter)).map_err(|_| "not a byte".into());
    letters.chars().map(byte).collect()
}
