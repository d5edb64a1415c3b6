"""Ordinary English words, a vote against reading a word as a name."""

from fetch import only

# The most used words; beyond them a capitalised unknown word is more often a name.
ORDINARY_COUNT = 18_000
# Smallest SCOWL sizes (10 commonest … 95 every word) that vouch for a lower-case word.
SIZES = (10, 20, 35, 40, 50)
# Words of these sizes count as ordinary when they are also a name or a place.
CLASH_SIZES = (10, 20, 35, 40, 50, 55, 60)


def scowl(work, sizes):
    """Lower-case words of the sizes, in American, British and Australian spelling."""
    words = set()
    folder = only("english-words.10", work / "scowl").parent
    for size in sizes:
        for variety in ("english", "american", "british", "australian"):
            path = folder / f"{variety}-words.{size}"
            if path.exists():
                words |= {w for w in path.read_text("latin-1").split()
                          if w.isascii() and w.isalpha() and w.islower()}
    return words


def frequencies(work):
    """`{word: count}`, Google Books counts cut to SCOWL's words."""
    lines = only("frequency_dictionary_en_82_765.txt", work / "symspellpy").read_text("utf-8-sig")
    return {w: int(n) for w, n in (line.split() for line in lines.splitlines())}


def make(work, clashes, never):
    """Sections for ordinary-words.txt; `clashes` are names and places, `never` is left out."""
    counts = frequencies(work)
    known = scowl(work, SIZES)
    ranked = sorted((w for w in known if w in counts and len(w) > 1), key=lambda w: -counts[w])
    words = set(ranked[:ORDINARY_COUNT]) | (scowl(work, CLASH_SIZES) & clashes)
    return {"ORDINARY": (words | {"a", "i"}) - never}
