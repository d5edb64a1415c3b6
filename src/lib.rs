//! Primum checks a clinician's draft, on the device, against the privacy and
//! boundary guidance of the medical professions.

#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub mod context;
pub mod draft;
pub mod evidence;
pub mod facts;
pub mod fold;
pub mod lexicon;
pub mod sense;
pub mod token;
