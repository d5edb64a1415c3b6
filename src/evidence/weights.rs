//! The weights: an open-addressed table from a feature to one small whole
//! number a topic, in `data/weights/weights.bin` (little endian).
//!
//! Layout: `u32` slots (a power of two), `TOPICS` × `f32` bias, `TOPICS` × `f32`
//! scale, then slots × `u32` feature (0 = empty), then slots × `TOPICS` × `i8`.

use super::TOPICS;

static BYTES: &[u8] = include_bytes!("../../data/weights/weights.bin");

const HEAD: usize = 4 + 8 * TOPICS;

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

fn look_up(feature: u32, slots: usize) -> Option<&'static [u8]> {
    if slots == 0 || feature == 0 {
        return None;
    }
    let mut slot = feature as usize & (slots - 1);
    loop {
        match word(HEAD + 4 * slot)? {
            0 => return None,
            found if found == feature => {
                let at = HEAD + 4 * slots + slot * TOPICS;
                return BYTES.get(at..at + TOPICS);
            }
            _ => slot = (slot + 1) & (slots - 1),
        }
    }
}
