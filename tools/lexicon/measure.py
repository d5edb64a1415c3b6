#!/usr/bin/env python3
"""Prints what each list costs: the bytes of the tables with it less those without it.

The tables are those of build.rs, compressed with node's brotli at quality 11.
"""

import subprocess
from pathlib import Path

import listfile

DATA = Path(__file__).resolve().parents[2] / "data" / "lexicon"
BROTLI = ("const z=require('zlib'),c=z.constants,b=require('fs').readFileSync(0);"
          "console.log(z.brotliCompressSync(b,{params:{[c.BROTLI_PARAM_QUALITY]:11,"
          "[c.BROTLI_PARAM_LGWIN]:24}}).length)")
NIBBLE = 15


def tables(paths):
    """The words and phrases of the lists, with the names of their flags."""
    words, phrases = {}, {}
    for path in paths:
        for flags, entries in listfile.read(path).items():
            for entry in entries if flags != "NEVER_ORDINARY" else ():
                bare = entry.replace("'", "").replace(".", "")
                if " " in bare or "-" in bare:
                    phrases.setdefault(bare.replace("-", " "), set()).update(flags.split())
                if " " not in bare:
                    words.setdefault(bare.replace("-", ""), set()).update(flags.split())
    return words, phrases


def packed(table):
    """Records and classes, as build.rs writes them."""
    uses = {}
    for flags in table.values():
        uses[frozenset(flags)] = uses.get(frozenset(flags), 0) + 1
    number = {kind: i for i, kind in enumerate(sorted(uses, key=lambda kind: -uses[kind]))}
    records, classes, previous = bytearray(), bytearray(), b""
    for key in sorted(table):
        text = key.encode()
        shared = 0
        while shared < min(len(text), len(previous), NIBBLE) and text[shared] == previous[shared]:
            shared += 1
        rest = text[shared:]
        records.append(shared << 4 | min(len(rest), NIBBLE))
        if len(rest) >= NIBBLE:
            records.append(len(rest))
        records += rest
        classes.append(number[frozenset(table[key])])
        previous = text
    return bytes(records + classes)


def size(paths):
    """Raw and brotli bytes of the tables of these lists."""
    data = b"".join(packed(table) for table in tables(paths))
    out = subprocess.run(["node", "-e", BROTLI], input=data, capture_output=True, check=True)
    return len(data), int(out.stdout)


def main():
    """Prints a Markdown table."""
    paths = sorted(DATA.glob("*.txt"))
    raw, brotli = size(paths)
    print("| list | entries | raw bytes | brotli bytes |\n|---|---|---|---|")
    for path in paths:
        entries = sum(len(e) for e in listfile.read(path).values())
        raw_without, brotli_without = size([p for p in paths if p != path])
        print(f"| {path.name} | {entries:,} | {raw - raw_without:,} | "
              f"{brotli - brotli_without:,} |")
    words, phrases = tables(paths)
    print(f"| all: {len(words):,} words, {len(phrases):,} phrases | "
          f"{len(words) + len(phrases):,} | {raw:,} | {brotli:,} |")


if __name__ == "__main__":
    main()
