//! Self-checked texts: eight hexadecimal digits of CRC-32, a colon, and the text.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// One table of 1 KB. Faster kinds have 16 KB of tables, which no compression makes smaller.
static CRC_32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The CRC-32 of a text, as zip files and Ethernet use it (ISO-HDLC).
pub fn crc32(text: &str) -> u32 {
    CRC_32.checksum(text.as_bytes())
}

/// The text with its check in front.
pub fn seal(text: &str) -> String {
    format!("{:08x}:{text}", crc32(text))
}

/// The text behind its check, or why it cannot be trusted.
pub fn open(sealed: &str) -> Result<&str, &'static str> {
    let (check, text) = sealed.split_once(':').ok_or("it has no check in front")?;
    let expected = u32::from_str_radix(check, 16).map_err(|_| "its check is not a number")?;
    if crc32(text) == expected {
        Ok(text)
    } else {
        Err("its check does not match its content")
    }
}
