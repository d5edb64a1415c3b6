//! `bindgen IN.wasm OUT_DIR`: writes `OUT_DIR/primum.js` and `OUT_DIR/primum_bg.wasm`.

use std::path::PathBuf;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [module, out_dir] = arguments.as_slice() else {
        eprintln!(
            "bindgen: {} arguments given, expected two: IN.wasm OUT_DIR",
            arguments.len()
        );
        return ExitCode::from(2);
    };
    match bind(module, out_dir) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {}: {error:#}", module.display());
            ExitCode::FAILURE
        }
    }
}

fn bind(module: &PathBuf, out_dir: &PathBuf) -> anyhow::Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("primum")
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
