//! The weights: an open-addressed table from a feature to one small whole
//! number a topic, in `data/weights/weights.bin` (little endian), of which
//! `build/weights.rs` packs the slots in use.
//!
//! Layout: `u32` slots (a power of two), then `TOPICS` × `f32` bias, scale and
//! threshold, then a bit a slot that is in use, then for each of those a `u16`
//! check, then for each `TOPICS` × `i8`.

use std::sync::LazyLock;

use super::TOPICS;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.bin"));

const HEAD: usize = 4 + 12 * TOPICS;

/// How many slots are in use before each 64, and in all.
static BEFORE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let used = BYTES.get(HEAD..HEAD + slot_count() / 8).unwrap_or_default();
    let mut count = 0;
    let counted = used.chunks(size_of::<u64>()).map(|chunk| {
        count += chunk.iter().map(|bits| bits.count_ones()).sum::<u32>();
        u16::try_from(count).unwrap_or(u16::MAX)
    });
    std::iter::once(0).chain(counted).collect()
});

fn slot_count() -> usize {
    word(0).map_or(0, |slots| slots as usize)
}

/// Which of the slots in use slot `slot` is, if it is one.
fn number_of(slot: usize) -> Option<usize> {
    let at = HEAD + slot / 64 * 8;
    let used = u64::from_le_bytes(BYTES.get(at..at + 8)?.try_into().ok()?);
    let bit = 1 << (slot % 64);
    let before = *BEFORE.get(slot / 64)?;
    let ahead = (used & (bit - 1)).count_ones();
    (used & bit != 0).then_some(usize::from(before) + ahead as usize)
}

/// Tells most unknown features from known ones without a look at the table.
static FILTER: LazyLock<Filter> = LazyLock::new(Filter::new);

/// The features of one draft, weighed up as they come.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    slots: usize,
    sums: [i32; TOPICS],
    known: u16,
    /// A bit a slot: each feature counts once.
    seen: Vec<u64>,
    filter: &'static Filter,
}

impl Scale {
    pub(super) fn new() -> Self {
        let slots = slot_count();
        Self {
            slots,
            sums: [0; TOPICS],
            known: 0,
            seen: vec![0; slots.div_ceil(64)],
            filter: &FILTER,
        }
    }

    /// Adds a feature; answers its weights if it is known and new.
    pub(super) fn add(&mut self, feature: u32) -> Option<&'static [u8]> {
        self.add_slot(self.slot(feature)?)
    }

    /// The slot of a feature, if it is known.
    pub(super) fn slot(&self, feature: u32) -> Option<u16> {
        if !self.filter.may_know(feature, self.slots) {
            return None;
        }
        u16::try_from(look_up(feature, self.slots)?).ok()
    }

    /// Adds the feature of a slot; answers its weights if it is new.
    #[inline]
    pub(super) fn add_slot(&mut self, slot: u16) -> Option<&'static [u8]> {
        let slot = usize::from(slot);
        let bit = 1 << (slot % 64);
        let seen = self.seen.get_mut(slot / 64)?;
        if *seen & bit != 0 {
            return None;
        }
        *seen |= bit;
        let weights = weights_at(slot, self.slots)?;
        self.known = self.known.saturating_add(1);
        for (sum, weight) in self.sums.iter_mut().zip(weights) {
            *sum += i32::from(weight.cast_signed());
        }
        Some(weights)
    }

    /// Takes the feature of a slot away, which was added before.
    pub(super) fn remove_slot(&mut self, slot: u16) {
        let slot = usize::from(slot);
        let bit = 1 << (slot % 64);
        let seen = self.seen.get_mut(slot / 64);
        let Some((seen, weights)) = seen.zip(weights_at(slot, self.slots)) else {
            return;
        };
        if *seen & bit != 0 {
            *seen &= !bit;
            self.known = self.known.saturating_sub(1);
            for (sum, weight) in self.sums.iter_mut().zip(weights) {
                *sum -= i32::from(weight.cast_signed());
            }
        }
    }

    /// Log-odds of each topic: bias plus scale times the sum of weights over
    /// the square root of how many features are known.
    pub(super) fn log_odds(&self) -> [f32; TOPICS] {
        let length = f32::from(self.known.max(1)).sqrt();
        std::array::from_fn(|topic| {
            #[allow(
                clippy::cast_precision_loss,
                reason = "sums of small weights stay far below 2^24"
            )]
            let sum = self.sums[topic] as f32;
            real(4 + 4 * topic) + real(4 + 4 * (TOPICS + topic)) * sum / length
        })
    }
}

fn word(at: usize) -> Option<u32> {
    BYTES
        .get(at..at + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map(u32::from_le_bytes)
}

fn real(at: usize) -> f32 {
    word(at).map_or(0.0, f32::from_bits)
}

/// The log-odds from which a topic counts as suggested: in cross-validation
/// few harmless drafts lie above it (`tools/train/train.py --share`).
pub(super) fn threshold(topic: usize) -> f32 {
    real(4 + 4 * (2 * TOPICS + topic))
}

/// A bit for each check value and block of slots it may be looked for from. The
/// table is three quarters full, so an unknown feature would take seven steps in
/// it; one in seven passes the filter.
#[derive(Debug)]
struct Filter(Vec<u64>);

impl Filter {
    /// 16 kB: it stays in the processor's nearest memory.
    const BITS_LOG2: u32 = 17;
    const BLOCK: usize = 32;

    fn new() -> Self {
        let slots = slot_count();
        let mut filter = Self(vec![0; (1 << Self::BITS_LOG2) / 64]);
        // A key stands behind the slot it is looked for from, with no empty one
        // between; the chain of the first slots may begin at the table's end.
        let mut chain = 0;
        for step in 0..2 * slots {
            let slot = step % slots;
            match check_at(slot) {
                None | Some(0) => chain = 0,
                Some(check) => {
                    chain += 1;
                    for back in (0..chain.min(slots))
                        .step_by(Self::BLOCK)
                        .chain([chain - 1])
                    {
                        filter.add(check, (slot + slots - back) % slots);
                    }
                }
            }
        }
        filter
    }

    fn add(&mut self, check: u16, slot: usize) {
        let bit = Self::bit(check, slot);
        if let Some(bits) = self.0.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
    }

    #[inline]
    fn may_know(&self, feature: u32, slots: usize) -> bool {
        let bit = Self::bit(check_of(feature), feature as usize & slots.wrapping_sub(1));
        self.0
            .get(bit / 64)
            .is_some_and(|bits| bits & (1 << (bit % 64)) != 0)
    }

    #[inline]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "slots are far fewer than 2^32"
    )]
    fn bit(check: u16, slot: usize) -> usize {
        // 2^32 divided by the golden ratio spreads the bits.
        let mixed =
            ((u32::from(check) << 16) ^ (slot / Self::BLOCK) as u32).wrapping_mul(0x9E37_79B1);
        (mixed >> (u32::BITS - Self::BITS_LOG2)) as usize
    }
}

/// What stands in a slot for a feature: its upper half, never 0.
fn check_of(feature: u32) -> u16 {
    (feature >> 16) as u16 | 1
}

/// What stands in slot `slot`; 0 where it is empty.
fn check_at(slot: usize) -> Option<u16> {
    number_of(slot).map_or(Some(0), check_of_number)
}

fn check_of_number(number: usize) -> Option<u16> {
    let at = HEAD + slot_count() / 8 + 2 * number;
    BYTES
        .get(at..at + 2)
        .and_then(|bytes| bytes.try_into().ok())
        .map(u16::from_le_bytes)
}

/// The weights of a slot in use, by its number among those.
fn weights_at(number: usize, slots: usize) -> Option<&'static [u8]> {
    let used = usize::from(BEFORE.last().copied().unwrap_or(0));
    let at = HEAD + slots / 8 + 2 * used + number * TOPICS;
    BYTES.get(at..at + TOPICS)
}

/// The number of the slot in use that a feature has.
fn look_up(feature: u32, slots: usize) -> Option<usize> {
    if slots == 0 {
        return None;
    }
    let check = check_of(feature);
    let mut slot = feature as usize & (slots - 1);
    loop {
        // An empty slot ends the search.
        let number = number_of(slot)?;
        if check_of_number(number)? == check {
            return Some(number);
        }
        slot = (slot + 1) & (slots - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_loses_nothing() {
        let trained = include_bytes!("../../data/weights/weights.bin");
        let slots = slot_count();
        let mut used = 0;
        for slot in 0..slots {
            let check = &trained[HEAD + 2 * slot..HEAD + 2 * slot + 2];
            assert_eq!(
                check_at(slot),
                Some(u16::from_le_bytes([check[0], check[1]]))
            );
            if let Some(number) = number_of(slot) {
                let at = HEAD + 2 * slots + slot * TOPICS;
                assert_eq!(weights_at(number, slots), Some(&trained[at..at + TOPICS]));
                used += 1;
            }
        }
        assert!(used > slots / 2, "{used} of {slots} slots in use");
    }
}
