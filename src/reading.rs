//! A reading: what is kept of a draft from one check to the next, so that a key
//! press costs what it changed.
//!
//! Facts are of two kinds (`src/facts/mod.rs`). Those that a line tells by itself
//! or with the words next to it are read anew for the lines or sentences around the
//! edit only, [`REACH`] tokens to either side, and spliced into those of the last
//! reading.
//! Those that the draft tells as a whole are read anew from the spliced ones.
//! The answer is that of a check of the whole draft; tests/reading.rs edits at
//! random and compares.

mod window;

use crate::context::{Context, Surface};
use crate::draft::Draft;
use crate::evidence::Evidence;
use crate::evidence::lines::Lines;
use crate::facts::Facts;
use crate::facts::term::Terms;
use crate::fold;
use crate::token::Tokens;
use window::Window;

/// How far beyond its own words a fact of a line may look, in tokens. The
/// longest way is that of an identifier: from the words that announce it over
/// what may stand between (nine tokens) to spelt-out digits (sixteen, with gaps
/// thirty-two).
pub(crate) const REACH: usize = 48;
/// Drafts below this many bytes are read whole: that costs no more than to look
/// for what changed.
const SHORTEST: usize = 1_000;

/// A draft as it was read last.
#[derive(Debug, Default)]
pub struct Reading {
    kept: Option<Kept>,
}

#[derive(Debug)]
struct Kept {
    /// The checker whose terms are among the facts.
    checker: u64,
    parent: Option<String>,
    /// Where the draft is written: lines weigh differently there.
    surface: Surface,
    source: String,
    fold: fold::Kept,
    tokens: Tokens,
    facts: Facts,
    lines: Option<Lines>,
}

/// A draft that was read, with what is kept of how its lines weigh.
#[derive(Debug)]
pub(crate) struct Read<'a> {
    pub(crate) draft: Draft<'a>,
    pub(crate) facts: Facts,
    lines: Option<Lines>,
    /// Only the lines or sentences around an edit were read.
    #[cfg_attr(
        not(test),
        allow(dead_code, reason = "tests ask whether the short way was taken")
    )]
    is_spliced: bool,
}

impl Read<'_> {
    /// How the draft reads.
    pub(crate) fn evidence(&self, context: &Context) -> Evidence {
        match &self.lines {
            Some(lines) => lines.evidence(&self.draft, &self.facts, context),
            None => Evidence::new(&self.draft, &self.facts, context),
        }
    }
}

impl Reading {
    /// The draft and the facts of `source` for the checker of this number.
    pub(crate) fn read<'a>(
        &mut self,
        source: &'a str,
        context: &Context,
        (checker, terms): (u64, &Terms),
    ) -> Read<'a> {
        let kept = self.kept.take().filter(|kept| {
            kept.checker == checker
                && kept.parent == context.parent
                && kept.surface == context.surface
                && source.len() >= SHORTEST
        });
        kept.and_then(|kept| kept.edited(source, terms, context))
            .unwrap_or_else(|| {
                let draft = Draft::new(source);
                let facts = Facts::in_context(&draft, terms, context);
                let is_long = source.len() >= SHORTEST;
                Read {
                    lines: is_long.then(|| Lines::new(&draft, &facts, context)),
                    draft,
                    facts,
                    is_spliced: false,
                }
            })
    }

    /// Reads `source` for the next time, if it is long enough to be worth it.
    pub(crate) fn know(&mut self, source: &str, context: &Context, ours: (u64, &Terms)) {
        if source.len() >= SHORTEST {
            let read = self.read(source, context, ours);
            self.keep(read, context, ours.0);
        }
    }

    /// Keeps what [`Self::read`] gave for the next time.
    pub(crate) fn keep(&mut self, read: Read<'_>, context: &Context, checker: u64) {
        let source = read.draft.source().to_owned();
        let (fold, tokens) = read.draft.into_kept();
        self.kept = Some(Kept {
            checker,
            parent: context.parent.clone(),
            surface: context.surface,
            source,
            fold,
            tokens,
            facts: read.facts,
            lines: read.lines,
        });
    }
}

impl Kept {
    /// The draft and the facts after an edit; `None` where the whole is to be read.
    fn edited<'a>(self, source: &'a str, terms: &Terms, context: &Context) -> Option<Read<'a>> {
        let old = Draft::from_kept(&self.source, self.fold, self.tokens);
        let window = Window::new(&old, source)?;
        let text = source.get(window.source())?;
        // Two thirds of the draft and more: to splice would cost more than it saves.
        if text.len() > source.len() / 3 * 2 {
            return None;
        }
        let part = Draft::new(text);
        let change = window.change(&old, &part)?;
        let fresh = Facts::of_lines(&part, terms);
        let mut facts = self.facts;
        let bytes = &change.bytes;
        if [bytes.old.start, bytes.old.end]
            .iter()
            .any(|at| facts.straddle(*at))
            || [bytes.fresh.start, bytes.fresh.end]
                .iter()
                .any(|at| fresh.straddle(*at))
        {
            return None;
        }
        let whole = facts.whole(old.tokens());
        let draft = old.splice(source, &part, &change);
        facts.splice(&fresh, &change, &draft, &whole);
        let lines = self.lines.map(|mut lines| {
            lines.splice(&Lines::looked_up(&part, &fresh, context), &change.tokens);
            lines
        });
        Some(Read {
            draft,
            facts,
            lines,
            is_spliced: true,
        })
    }
}

#[cfg(test)]
mod tests;
