//! The weights: an open-addressed table from a feature to one small whole number
//! for [`Topic::Prompt`](super::Topic), and for some features a row with one for
//! every other topic, in `data/weights/weights.bin` (little endian).
//!
//! Layout: `u32` slots (a power of two), `u32` features, then `TOPICS` × `f32`
//! bias, scale and threshold; a bit a slot that is in use; for each of those a
//! `u16`, whose upper ten bits check which feature it is and whose lower six hold
//! its weight plus [`ZERO`]; a bit a feature that has a row; the rows, `OTHERS` ×
//! `i8` each. Bits come in multiples of 64.

use std::sync::LazyLock;

use super::TOPICS;

static BYTES: &[u8] = include_bytes!("../../data/weights/weights.bin");

const HEAD: usize = 8 + 12 * TOPICS;
/// Topics beside the first.
const OTHERS: usize = TOPICS - 1;
/// How many bits of an entry are its weight.
const WEIGHT_BITS: u32 = 6;
const WEIGHT_MASK: u16 = (1 << WEIGHT_BITS) - 1;
/// What stands for the weight 0.
const ZERO: i8 = 1 << (WEIGHT_BITS - 1);
/// A slot without a feature: no entry is 0, as no weight is as low as `-ZERO`.
const EMPTY: u16 = 0;
const CHECK_MASK: u32 = (1 << (u16::BITS - WEIGHT_BITS)) - 1;

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// The features of one draft, weighed up as they come.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    sums: [i32; TOPICS],
    /// Known features, and those of them with a row.
    known: [u16; 2],
    /// A bit a feature: each counts once.
    seen: Vec<u64>,
    table: &'static Table,
}

impl Scale {
    pub(super) fn new() -> Self {
        let table = &*TABLE;
        Self {
            sums: [0; TOPICS],
            known: [0; 2],
            seen: vec![0; table.slots.len().div_ceil(64)],
            table,
        }
    }

    /// Adds a feature; answers its weight for a prompt if it is known and new.
    pub(super) fn add(&mut self, feature: u32) -> Option<i8> {
        self.add_number(self.number(feature)?)
    }

    /// Which of the known features this is, if it is one.
    #[inline]
    pub(super) fn number(&self, feature: u32) -> Option<u16> {
        self.table.number(feature)
    }

    /// Adds a known feature; answers its weight for a prompt if it is new.
    #[inline]
    pub(super) fn add_number(&mut self, number: u16) -> Option<i8> {
        let (seen, bit) = self.seen_at(number)?;
        if *seen & bit != 0 {
            return None;
        }
        *seen |= bit;
        self.weigh(number, 1)
    }

    /// Takes a known feature away, which was added before.
    pub(super) fn remove_number(&mut self, number: u16) {
        let Some((seen, bit)) = self.seen_at(number) else {
            return;
        };
        if *seen & bit != 0 {
            *seen &= !bit;
            self.weigh(number, -1);
        }
    }

    fn seen_at(&mut self, number: u16) -> Option<(&mut u64, u64)> {
        let bit = 1 << (number % 64);
        Some((self.seen.get_mut(usize::from(number) / 64)?, bit))
    }

    /// Puts a feature's weights on the scale (1) or takes them off (-1).
    fn weigh(&mut self, number: u16, sign: i8) -> Option<i8> {
        let weight = weight_of(self.table.entry(number)?);
        self.sums[0] += i32::from(sign) * i32::from(weight);
        self.known[0] = self.known[0].saturating_add_signed(sign.into());
        if let Some(row) = self.table.row(number) {
            self.known[1] = self.known[1].saturating_add_signed(sign.into());
            for (sum, weight) in self.sums.iter_mut().skip(1).zip(row) {
                *sum += i32::from(sign) * i32::from(weight.cast_signed());
            }
        }
        Some(weight)
    }

    /// Log-odds of each topic: bias plus scale times the sum of weights over
    /// the square root of how many features are known.
    pub(super) fn log_odds(&self) -> [f32; TOPICS] {
        std::array::from_fn(|topic| {
            let known = self.known[usize::from(topic > 0)];
            let length = f32::from(known.max(1)).sqrt();
            #[allow(
                clippy::cast_precision_loss,
                reason = "sums of small weights stay far below 2^24"
            )]
            let sum = self.sums[topic] as f32;
            real(topic) + real(TOPICS + topic) * sum / length
        })
    }
}

/// The log-odds from which a topic counts as suggested: in cross-validation
/// few harmless drafts lie above it (`tools/train/train.py --share`).
pub(super) fn threshold(topic: usize) -> f32 {
    real(2 * TOPICS + topic)
}

fn word(at: usize) -> Option<u32> {
    let bytes = BYTES.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// The biases, scales and thresholds, in this order.
fn real(number: usize) -> f32 {
    word(8 + 4 * number).map_or(0.0, f32::from_bits)
}

/// The upper half of a feature, with its group (the upper four bits) mixed in.
#[allow(clippy::cast_possible_truncation, reason = "the mask leaves ten bits")]
fn check_of(feature: u32) -> u16 {
    (((feature >> 16) ^ (feature >> 26)) & CHECK_MASK) as u16
}

fn weight_of(entry: u16) -> i8 {
    i8::try_from(entry & WEIGHT_MASK).unwrap_or(ZERO) - ZERO
}

/// Bits of which some are set, and the number of each among those.
#[derive(Debug)]
struct Ranks {
    bits: Vec<u64>,
    /// How many are set before each 64.
    before: Vec<u16>,
}

impl Ranks {
    fn new(bits: Vec<u64>) -> Self {
        let mut count = 0_u32;
        let before = bits.iter().map(|bits| {
            let here = u16::try_from(count).unwrap_or(u16::MAX);
            count += bits.count_ones();
            here
        });
        Self {
            before: before.collect(),
            bits,
        }
    }

    #[inline]
    fn number(&self, at: usize) -> Option<usize> {
        let bits = *self.bits.get(at / 64)?;
        let bit = 1 << (at % 64);
        if bits & bit == 0 {
            return None;
        }
        let within = (bits & (bit - 1)).count_ones() as usize;
        Some(usize::from(*self.before.get(at / 64)?) + within)
    }
}

/// The bytes, laid out so that one look tells most: a feature's number is its slot.
#[derive(Debug)]
struct Table {
    /// An entry a slot; [`EMPTY`] where there is none.
    slots: Vec<u16>,
    /// The slots whose feature has a row.
    with_row: Ranks,
    rows: &'static [u8],
}

impl Table {
    fn new() -> Self {
        let size = |at| word(at).map_or(0, |size| size as usize);
        let (count, features) = (size(0), size(4));
        let lengths = [count / 8, 2 * features, features.div_ceil(64) * 8];
        let mut rest = BYTES.get(HEAD..).unwrap_or_default();
        let [used, entries, with_row] = lengths.map(|length| {
            let (part, behind) = rest.split_at_checked(length).unwrap_or_default();
            rest = behind;
            part
        });
        let mut slots = vec![EMPTY; count];
        let mut rows_at = vec![0_u64; count / 64];
        let filled = (0..count).filter(|slot| bit(used, *slot));
        for ((number, slot), entry) in filled.enumerate().zip(entries.chunks_exact(2)) {
            slots[slot] = u16::from_le_bytes([entry[0], entry[1]]);
            rows_at[slot / 64] |= u64::from(bit(with_row, number)) << (slot % 64);
        }
        Self {
            slots,
            with_row: Ranks::new(rows_at),
            rows: rest,
        }
    }

    #[inline]
    fn number(&self, feature: u32) -> Option<u16> {
        let check = check_of(feature);
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = feature as usize & mask;
        loop {
            // An empty slot ends the search.
            let entry = *self.slots.get(slot)?;
            if entry == EMPTY {
                return None;
            }
            if entry >> WEIGHT_BITS == check {
                return u16::try_from(slot).ok();
            }
            slot = (slot + 1) & mask;
        }
    }

    #[inline]
    fn entry(&self, number: u16) -> Option<u16> {
        self.slots.get(usize::from(number)).copied()
    }

    /// The weights of a feature for the other topics.
    #[inline]
    fn row(&self, number: u16) -> Option<&'static [u8]> {
        let row = self.with_row.number(number.into())?;
        self.rows.get(row * OTHERS..(row + 1) * OTHERS)
    }
}

fn bit(bytes: &[u8], at: usize) -> bool {
    bytes
        .get(at / 8)
        .is_some_and(|byte| byte >> (at % 8) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole_and_every_feature_has_a_slot() {
        let table = Table::new();
        let (slots, features) = (word(0).unwrap() as usize, word(4).unwrap() as usize);
        assert_eq!(table.slots.len(), slots);
        let filled = table.slots.iter().filter(|entry| **entry != EMPTY);
        assert_eq!(filled.count(), features);
        let rows = (0..=u16::MAX).filter_map(|number| table.row(number));
        assert_eq!(rows.flatten().count(), table.rows.len());
    }

    #[test]
    fn what_is_taken_away_weighs_nothing() {
        let mut scale = Scale::new();
        let empty = scale.log_odds();
        let table = &*TABLE;
        let known = (0..=u16::MAX).filter(|number| table.entry(*number) != Some(EMPTY));
        let known: Vec<u16> = known.take(400).collect();
        for number in &known {
            assert!(scale.add_number(*number).is_some());
            assert!(scale.add_number(*number).is_none(), "each counts once");
        }
        assert_ne!(scale.log_odds().map(f32::to_bits), empty.map(f32::to_bits));
        for number in &known {
            scale.remove_number(*number);
        }
        assert_eq!(scale.log_odds().map(f32::to_bits), empty.map(f32::to_bits));
    }
}
