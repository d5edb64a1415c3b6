//! `bindgen IN.wasm OUT_DIR NAME`: writes `OUT_DIR/NAME.js` and `OUT_DIR/NAME_bg.wasm`.

use std::path::PathBuf;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [module, out_dir, name] = arguments.as_slice() else {
        eprintln!(
            "bindgen: {} arguments given, expected three: IN.wasm OUT_DIR NAME",
            arguments.len()
        );
        return ExitCode::from(2);
    };
    match bind(module, out_dir, &name.to_string_lossy()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {}: {error:#}", module.display());
            ExitCode::FAILURE
        }
    }
}

fn bind(module: &PathBuf, out_dir: &PathBuf, name: &str) -> anyhow::Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(name)
        // An ES module that is told where its bytes are: an extension page has no bundler at run time.
        .web(true)?
        .typescript(true)
        // Without the `producers` section the bytes do not name the compiler twice.
        .remove_producers_section(true)
        // Function names stay until wasm-opt has run; it drops them.
        .remove_name_section(false)
        .omit_default_module_path(true)
        .generate(out_dir)
}
