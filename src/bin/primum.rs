//! The native command: the same checker for policies, corpora and documentation.

fn main() {}
