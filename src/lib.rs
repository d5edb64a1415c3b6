//! Primum checks a clinician's draft, on the device, against the privacy and
//! boundary guidance of the medical professions.
//!
//! A [`check::Checker`] reads a [`draft::Draft`] once, collects
//! [`facts::Facts`], asks every rule in [`rules`] what follows from them in the
//! [`context::Context`], and answers with a [`finding::Report`].

#![cfg_attr(
    not(feature = "pages"),
    allow(
        dead_code,
        reason = "what only the pages use lies idle beside a compose box"
    )
)]

#[cfg(target_arch = "wasm32")]
pub mod wasm;

mod change;
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod context;
pub mod draft;
pub mod evidence;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod fold;
pub mod lexicon;
pub mod message;
pub mod pages;
pub mod policy;
pub mod profile;
pub mod reading;
pub mod rule;
pub mod rules;
pub mod scene;
pub mod second_opinion;
pub mod sense;
pub mod session;
#[cfg(not(target_arch = "wasm32"))]
pub mod tagged;
pub mod token;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod utf16;
pub mod word_set;
pub mod words;

use sense::hash;
