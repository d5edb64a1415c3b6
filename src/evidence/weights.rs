//! The weights: an open-addressed table from a feature to one small whole
//! number a topic, in `data/weights/weights.bin` (little endian).
//!
//! Layout: `u32` slots (a power of two), then `TOPICS` × `f32` bias, scale and
//! threshold, then slots × `u16` check (0 = empty), then slots × `TOPICS` × `i8`.

use super::TOPICS;

static BYTES: &[u8] = include_bytes!("../../data/weights/weights.bin");

const HEAD: usize = 4 + 12 * TOPICS;

/// Log-odds of each topic for a draft with these features: bias plus scale
/// times the sum of weights over the square root of how many are known.
pub(super) fn weigh(features: &[u32]) -> [f32; TOPICS] {
    let slots = word(0).map_or(0, |slots| slots as usize);
    let mut sums = [0_i32; TOPICS];
    let mut known = 0_u16;
    for feature in features {
        if let Some(weights) = look_up(*feature, slots) {
            known = known.saturating_add(1);
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += i32::from(weight.cast_signed());
            }
        }
    }
    let length = f32::from(known.max(1)).sqrt();
    std::array::from_fn(|topic| {
        #[allow(
            clippy::cast_precision_loss,
            reason = "sums of small weights stay far below 2^24"
        )]
        let sum = sums[topic] as f32;
        real(4 + 4 * topic) + real(4 + 4 * (TOPICS + topic)) * sum / length
    })
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

fn look_up(feature: u32, slots: usize) -> Option<&'static [u8]> {
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
                return BYTES.get(at..at + TOPICS);
            }
            _ => slot = (slot + 1) & (slots - 1),
        }
    }
}
