"""Reads and writes the list files of data/lexicon (format: data/lexicon/README.md)."""

import re
import textwrap
import unicodedata

# Letters NFKD does not take apart.
EXTRA = str.maketrans({"ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ß": "ss",
                       "æ": "ae", "Æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'", "ʻ": "'",
                       "`": "'", "–": "-", "ð": "d", "þ": "th"})
PLAIN = re.compile(r"[a-z][a-z0-9' .-]*[a-z0-9.]$")


def fold(text):
    """Lower case ASCII, or None where that loses letters (other scripts)."""
    text = unicodedata.normalize("NFKD", text.strip().translate(EXTRA))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"\s+", " ", text)
    return text if PLAIN.match(text) else None


def write(path, header, sections):
    """Writes `{flags: entries}`; entries sorted, comma-separated, wrapped."""
    lines = [f"# {key}: {value}" for key, value in header.items()]
    for flags, entries in sections.items():
        entries = sorted(set(entries))
        if entries:
            lines += ["", f"[{flags}]"]
            lines += [line.rstrip().rstrip(",") for line in
                      textwrap.wrap(", ".join(entries), 110, break_long_words=False,
                                    break_on_hyphens=False)]
    path.write_text("\n".join(lines) + "\n")


def read(path):
    """Reads `{flags: set of entries}`."""
    sections, current = {}, None
    for line in path.read_text().splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            current |= {entry.strip() for entry in line.split(",") if entry.strip()}
    return sections
