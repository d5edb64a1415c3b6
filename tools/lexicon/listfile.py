"""Reads and writes the list files of data/lexicon (format: data/lexicon/README.md)."""

import re
import unicodedata

# Letters NFKD does not take apart.
EXTRA = str.maketrans({"ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ß": "ss",
                       "æ": "ae", "Æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'", "ʻ": "'",
                       "`": "'", "–": "-", "ð": "d", "þ": "th"})
# As the longest lines of the code.
LINE_WIDTH = 110
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
            lines += wrapped(entries)
    path.write_text("\n".join(lines) + "\n")


def wrapped(entries):
    """Lines of whole entries: one broken over two lines would be read as two."""
    lines = [""]
    for entry in entries:
        if lines[-1] and len(lines[-1]) + len(entry) + 2 > LINE_WIDTH:
            lines.append("")
        lines[-1] += (", " if lines[-1] else "") + entry
    return lines


def read(path):
    """Reads `{flags: set of entries}`."""
    sections, current = {}, None
    for line in path.read_text().splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            current |= {entry.strip() for entry in line.split(",") if entry.strip()}
    return sections
