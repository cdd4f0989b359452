//! The signs of CSV files, as they are typed.

use crate::data::CsvForm;
use crate::text::Text;

/// Parses the sign between values: one that does not belong to a value. A tab can be typed as `\t`.
pub(super) fn separator(typed: &str) -> Result<u8, String> {
    let sign = match typed {
        "\\t" => Some(b'\t'),
        _ => single(typed),
    };
    let usable = |sign: &u8| *sign == b'\t' || *sign == b' ' || sign.is_ascii_punctuation() && !b"\"'-+".contains(sign);
    sign.filter(usable).ok_or_else(|| {
        "a separator is one character that is no letter, digit, quote or sign of a number, such as `;`, `,`, `|` or \
         `\\t`"
            .to_owned()
    })
}

/// Parses the decimal sign.
pub(super) fn decimal(typed: &str) -> Result<char, String> {
    match typed {
        "." => Ok('.'),
        "," => Ok(','),
        _ => Err("a decimal sign is `.` or `,`".to_owned()),
    }
}

fn single(typed: &str) -> Option<u8> {
    match typed.as_bytes() {
        [sign] => Some(*sign),
        _ => None,
    }
}

/// The signs of CSV files. Where numbers have a comma, values are separated by a semicolon, unless another sign is
/// typed.
///
/// # Errors
/// A sentence for the user: both are the same sign.
pub(super) fn csv_form(separator: Option<u8>, decimal: char, text: &Text) -> Result<CsvForm, String> {
    let usual = if decimal == ',' { b';' } else { b',' };
    let separator = separator.unwrap_or(usual);
    match char::from(separator) == decimal {
        true => Err(text.with("export-same-sign", &[("sign", &decimal.to_string())])),
        false => Ok(CsvForm { separator, decimal }),
    }
}
