//! Self-checked texts: eight hexadecimal digits of CRC-32, a colon, and the text.

/// The text with its check in front.
pub fn seal(text: &str) -> String {
    format!("{:08x}:{text}", crc32fast::hash(text.as_bytes()))
}

/// The text behind its check, or why it cannot be trusted.
pub fn open(sealed: &str) -> Result<&str, &'static str> {
    let (check, text) = sealed.split_once(':').ok_or("it has no check in front")?;
    let expected = u32::from_str_radix(check, 16).map_err(|_| "its check is not a number")?;
    if crc32fast::hash(text.as_bytes()) == expected {
        Ok(text)
    } else {
        Err("its check does not match its content")
    }
}
