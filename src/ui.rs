//! The frame's views. Each draws a [`crate::session::screen`] model; what a
//! control does stands in its `data-act` and is read by [`crate::session::act`].

pub(crate) mod app;
mod chip;
mod dom;
mod helpers;
#[cfg(feature = "pages")]
pub(crate) mod pages;
mod panel;
mod pause;
mod pieces;
mod request;
mod rule_words;
mod words;
