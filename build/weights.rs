//! Packs the learned weights of `data/weights`: of the open-addressed table only
//! the slots in use, with a bit a slot that says which those are.

use std::error::Error;
use std::fs;
use std::path::Path;

/// As in `src/evidence/mod.rs`.
const TOPICS: usize = 6;
/// Slots, then bias, scale and threshold of each topic.
const HEAD: usize = 4 + 12 * TOPICS;

/// Writes `weights.bin` into `out`: the head, the bits, check values, weights.
pub(crate) fn compile(out: &Path) -> Result<(), Box<dyn Error>> {
    let data = Path::new("data/weights/weights.bin");
    println!("cargo::rerun-if-changed={}", data.display());
    let bytes = fs::read(data)?;
    let slots = u32::from_le_bytes(bytes.get(..4).ok_or("weights: no head")?.try_into()?) as usize;
    let checks = bytes.get(HEAD..HEAD + 2 * slots);
    let checks = checks.ok_or("weights: fewer check values than slots")?;
    let weights = bytes.get(HEAD + 2 * slots..HEAD + (2 + TOPICS) * slots);
    let weights = weights.ok_or("weights: fewer weights than slots")?;
    let mut used = vec![0_u8; slots.div_ceil(8)];
    let (mut kept_checks, mut kept_weights) = (Vec::new(), Vec::new());
    for (slot, check) in checks.chunks_exact(2).enumerate() {
        if check != [0, 0] {
            used[slot / 8] |= 1 << (slot % 8);
            kept_checks.extend_from_slice(check);
            kept_weights.extend_from_slice(&weights[slot * TOPICS..(slot + 1) * TOPICS]);
        }
    }
    let head = bytes[..HEAD].to_vec();
    let packed = [head, used, kept_checks, kept_weights].concat();
    fs::write(out.join("weights.bin"), packed)?;
    Ok(())
}
