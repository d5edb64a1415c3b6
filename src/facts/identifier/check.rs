//! Check digits: arithmetic that tells a real number from a look-alike.

/// The weighted sum of digits given as ASCII, with one weight each.
fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight)
        .sum()
}

fn all_same(digits: &[u8]) -> bool {
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

/// NHS number: modulus 11 over ten digits (NHS Data Dictionary).
pub(super) fn nhs(digits: &[u8]) -> bool {
    if digits.len() != 10 || all_same(digits) {
        return false;
    }
    let check = 11 - weighted(&digits[..9], &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    check % 11 == u32::from(digits[9] - b'0') && check != 10
}

/// Scotland's CHI: as the NHS number, and it opens with a birth date.
pub(super) fn chi(digits: &[u8]) -> bool {
    nhs(digits) && is_day_month(&digits[..4])
}

fn is_day_month(digits: &[u8]) -> bool {
    let day = weighted(&digits[..2], &[10, 1]);
    let month = weighted(&digits[2..4], &[10, 1]);
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// Australia's Medicare card: first digit 2–6, ninth digit checks the first eight.
pub(super) fn medicare_au(digits: &[u8]) -> bool {
    (10..=11).contains(&digits.len())
        && (b'2'..=b'6').contains(&digits[0])
        && weighted(&digits[..8], &[1, 3, 7, 9, 1, 3, 7, 9]) % 10 == u32::from(digits[8] - b'0')
}

/// Luhn's check over all digits (payment cards, Canada's SIN, South Africa's id).
pub(super) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = u32::from(digit - b'0');
            let doubled = if at % 2 == 1 { digit * 2 } else { digit };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    sum.is_multiple_of(10) && !all_same(digits)
}

/// Aadhaar: twelve digits, the first 2–9, Verhoeff's check.
pub(super) fn aadhaar(digits: &[u8]) -> bool {
    digits.len() == 12 && digits[0] >= b'2' && !all_same(digits) && verhoeff(digits)
}

/// Verhoeff's check in the dihedral group of order ten, computed, not tabled.
fn verhoeff(digits: &[u8]) -> bool {
    // The permutation applied once per place, from Verhoeff (1969).
    const PERMUTE: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let total = digits
        .iter()
        .rev()
        .enumerate()
        .fold(0, |total, (place, digit)| {
            let moved =
                (0..place % 8).fold(digit - b'0', |value, _| PERMUTE[usize::from(value % 10)]);
            dihedral(total, moved)
        });
    total == 0
}

/// The product of two symmetries of the pentagon: 0–4 turn, 5–9 flip.
fn dihedral(one: u8, two: u8) -> u8 {
    let (turn, other) = (one % 5, two % 5);
    match (one < 5, two < 5) {
        (true, true) => (turn + other) % 5,
        (true, false) => (turn + other) % 5 + 5,
        (false, true) => (turn + 5 - other) % 5 + 5,
        (false, false) => (turn + 5 - other) % 5,
    }
}

/// Singapore's NRIC and FIN: a letter, seven digits, a check letter.
pub(super) fn nric(code: &[u8]) -> bool {
    let [first, digits @ .., last] = code else {
        return false;
    };
    if digits.len() != 7 || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum = weighted(digits, &[2, 7, 6, 5, 4, 3, 2]);
    let (added, letters): (u32, &[u8; 11]) = match first.to_ascii_uppercase() {
        b'S' => (0, b"JZIHGFEDCBA"),
        b'T' => (4, b"JZIHGFEDCBA"),
        b'F' => (0, b"XWUTRQPNMLK"),
        b'G' => (4, b"XWUTRQPNMLK"),
        b'M' => (3, b"XWUTRQPNJLK"),
        _ => return false,
    };
    let at = ((sum + added) % 11) as usize;
    // The M series counts its letters from the other end.
    let at = if first.eq_ignore_ascii_case(&b'M') {
        10 - at
    } else {
        at
    };
    letters[at] == last.to_ascii_uppercase()
}

/// Ireland's PPSN: seven digits, a check letter, perhaps a second letter.
pub(super) fn ppsn(code: &[u8]) -> bool {
    if !(8..=9).contains(&code.len()) || !code[..7].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let second = match code.get(8).map(u8::to_ascii_uppercase) {
        None | Some(b'W') => 0,
        Some(letter @ b'A'..=b'V') => u32::from(letter - b'A' + 1),
        _ => return false,
    };
    let sum = weighted(&code[..7], &[8, 7, 6, 5, 4, 3, 2]) + second * 9;
    let wanted = b"WABCDEFGHIJKLMNOPQRSTUV"[(sum % 23) as usize];
    wanted == code[7].to_ascii_uppercase()
}

/// International bank account number: modulus 97 (ISO 13616).
pub(super) fn iban(code: &[u8]) -> bool {
    if !(15..=34).contains(&code.len()) || !code.iter().all(u8::is_ascii_alphanumeric) {
        return false;
    }
    let rest = code[4..]
        .iter()
        .chain(&code[..4])
        .fold(0_u32, |rest, byte| {
            if byte.is_ascii_digit() {
                (rest * 10 + u32::from(byte - b'0')) % 97
            } else {
                (rest * 100 + u32::from(byte.to_ascii_uppercase() - b'A') + 10) % 97
            }
        });
    rest == 1
}

/// South Africa's identity number: birth date first, Luhn last.
pub(super) fn south_africa(digits: &[u8]) -> bool {
    digits.len() == 13 && luhn(digits) && {
        let month_day = [digits[4], digits[5], digits[2], digits[3]];
        is_day_month(&month_day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_pass_and_their_neighbours_fail() {
        // NHS: 943 476 5919, the Data Dictionary's own example.
        assert!(nhs(b"9434765919") && !nhs(b"9434765918") && !nhs(b"0000000000"));
        assert!(chi(b"0101010014") || !nhs(b"0101010014"));
        assert!(
            medicare_au(b"2123456701")
                && !medicare_au(b"2123456711")
                && !medicare_au(b"9123456701")
        );
        // Visa's and Mastercard's test numbers.
        assert!(
            luhn(b"4111111111111111") && luhn(b"5555555555554444") && !luhn(b"4111111111111112")
        );
        // Verhoeff's textbook example: 236 has the check digit 3.
        assert!(verhoeff(b"2363") && !verhoeff(b"2364"));
        assert!(
            nric(b"S1234567D") && !nric(b"S1234567A") && nric(b"F1234567N") && nric(b"T1234567J")
        );
        assert!(ppsn(b"1234567T") && ppsn(b"1234567FA") && !ppsn(b"1234567A"));
        // ISO 13616's example for the United Kingdom.
        assert!(iban(b"GB29NWBK60161331926819") && !iban(b"GB29NWBK60161331926818"));
        assert!(south_africa(b"8001015009087") && !south_africa(b"8013015009087"));
    }
}
