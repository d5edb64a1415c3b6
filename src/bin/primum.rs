//! The native command: the same checker for policies, corpora and documentation.

use std::process::ExitCode;

fn main() -> ExitCode {
    primum::command::run(std::env::args().skip(1).collect())
}
