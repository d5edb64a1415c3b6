//! Months as "2026-11": the finest time that counts are kept with.

/// Milliseconds in a day.
pub const DAY_MS: f64 = 86_400_000.0;

/// The month of a time since 1970, in UTC.
#[must_use]
pub fn month(now_ms: f64) -> String {
    let (year, month) = year_and_month(now_ms);
    format!("{year:04}-{month:02}")
}

/// The month `back` months earlier.
#[must_use]
pub fn months_before(now_ms: f64, back: u32) -> String {
    let (year, month) = year_and_month(now_ms);
    let count = year * 12 + i64::from(month) - 1 - i64::from(back);
    format!(
        "{:04}-{:02}",
        count.div_euclid(12),
        count.rem_euclid(12) + 1
    )
}

/// Proleptic Gregorian calendar, counted from 1 March of the year 0, so that
/// the day that leap years add comes last (400 years have 146,097 days).
fn year_and_month(now_ms: f64) -> (i64, u8) {
    /// Days from 1 March of the year 0 to 1 January 1970.
    const TO_1970: i64 = 719_468;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "days since 1970 fit for a billion years"
    )]
    let days = (now_ms / DAY_MS).floor() as i64 + TO_1970;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Months of 153 days in fives, as March to July and August to December are.
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, u8::try_from(month).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_known_days() {
        for (days, expected) in [
            (0.0, "1970-01"),
            (58.9, "1970-02"),
            (59.0, "1970-03"),
            (11_016.0, "2000-02"), // 29 February 2000
            (11_017.0, "2000-03"),
            (20_453.9, "2025-12"),
            (20_454.0, "2026-01"),
        ] {
            assert_eq!(month(days * DAY_MS), expected, "day {days}");
        }
    }

    #[test]
    fn months_before_cross_the_year() {
        assert_eq!(months_before(20_454.0 * DAY_MS, 0), "2026-01");
        assert_eq!(months_before(20_454.0 * DAY_MS, 1), "2025-12");
        assert_eq!(months_before(20_454.0 * DAY_MS, 24), "2024-01");
    }
}
