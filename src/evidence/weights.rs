//! The weights: an open-addressed table from a feature to one small whole
//! number a topic, in `data/weights/weights.bin` (little endian).
//!
//! Layout: `u32` slots (a power of two), then `TOPICS` × `f32` bias, scale and
//! threshold, then slots × `u16` check (0 = empty), then slots × `TOPICS` × `i8`.

use super::TOPICS;

static BYTES: &[u8] = include_bytes!("../../data/weights/weights.bin");

const HEAD: usize = 4 + 12 * TOPICS;

/// The features of one draft, weighed up as they come.
pub(super) struct Scale {
    slots: usize,
    sums: [i32; TOPICS],
    known: u16,
    /// A bit a slot: each feature counts once.
    seen: Vec<u64>,
}

impl Scale {
    pub(super) fn new() -> Self {
        let slots = word(0).map_or(0, |slots| slots as usize);
        Self {
            slots,
            sums: [0; TOPICS],
            known: 0,
            seen: vec![0; slots.div_ceil(64)],
        }
    }

    /// Adds a feature; answers its weights if it is known and new.
    pub(super) fn add(&mut self, feature: u32) -> Option<&'static [u8]> {
        let (slot, weights) = look_up(feature, self.slots)?;
        let bit = 1 << (slot % 64);
        let seen = self.seen.get_mut(slot / 64)?;
        if *seen & bit != 0 {
            return None;
        }
        *seen |= bit;
        self.known = self.known.saturating_add(1);
        for (sum, weight) in self.sums.iter_mut().zip(weights) {
            *sum += i32::from(weight.cast_signed());
        }
        Some(weights)
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

fn look_up(feature: u32, slots: usize) -> Option<(usize, &'static [u8])> {
    if slots == 0 {
        return None;
    }
    let check = (feature >> 16) as u16 | 1;
    let mut slot = feature as usize & (slots - 1);
    loop {
        let at = HEAD + 2 * slot;
        match u16::from_le_bytes(BYTES.get(at..at + 2)?.try_into().ok()?) {
            0 => return None,
            found if found == check => {
                let at = HEAD + 2 * slots + slot * TOPICS;
                return BYTES.get(at..at + TOPICS).map(|weights| (slot, weights));
            }
            _ => slot = (slot + 1) & (slots - 1),
        }
    }
}
