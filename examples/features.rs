//! Prints the features of each draft of a JSON-lines file, for training.
use std::io::{BufRead, Write};
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    for line in std::io::stdin().lock().lines() {
        let row: serde_json::Value = serde_json::from_str(&line?)?;
        let ctx: primum::context::Context =
            serde_json::from_value(row.get("context").cloned().unwrap_or_default())
                .unwrap_or_default();
        let draft = primum::draft::Draft::new(
            row["text"]
                .as_str()
                .ok_or("a line has no \"text\", expected a string")?,
        );
        let facts = primum::facts::Facts::new(&draft);
        let f = primum::evidence::features::features(&draft, &facts, &ctx);
        let s: Vec<String> = f.iter().map(u32::to_string).collect();
        writeln!(out, "{}", s.join(" "))?;
    }
    Ok(())
}
