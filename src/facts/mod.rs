//! Facts: what a draft says, without a verdict. One file per kind of fact.

pub mod identifier;
