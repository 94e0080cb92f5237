//! Random keys from the browser's cryptographic source.

use store::IdSource;

/// 64 random bits a key.
pub struct BrowserIds;

impl IdSource for BrowserIds {
    fn next_key(&self) -> u64 {
        let mut bytes = [0u8; 8];
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        let is_filled =
            crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
        if is_filled {
            return u64::from_le_bytes(bytes);
        }
        // Every browser that runs WebAssembly has the source above; this keeps ids distinct if not.
        let high = (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
        let low = (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
        (high << 32) | low
    }
}
