"""Drug names in use: those MedlinePlus or the NHS writes about, with their brands."""

import bz2
import pickle
import re

from fetch import only
from listfile import fold

# Variants are stored with the brands of MedlinePlus first and chemical synonyms last.
VARIANTS_KEPT = 6
# Single words of letters: chemical names ("4-isobutyl...") never reach a post.
NAME = re.compile(r"[a-z]{4,16}$")
# A phrase of two words at most, both letters.
PHRASE = re.compile(r"[a-z]{3,}(?: [a-z]{3,})?$")
# A variant that begins like the drug's own name is a spelling of another language.
SAME_START = 5


def in_use(data):
    """Whether a public health service describes the drug. Wikipedia alone does not count."""
    return "medline_plus_id" in data or "nhs_url" in data


def make(work, ordinary, names):
    """Sections for drugs.txt; `ordinary` words and `names` are left out."""
    path = only("drug_ner_dictionary.pkl.bz2", work / "drug-named-entity-recognition")
    tables = pickle.load(bz2.open(path))
    variants = {}
    for variant, canonicals in tables["drug_variant_to_canonical"].items():
        for canonical in canonicals:
            variants.setdefault(canonical, []).append(variant)
    kept = set()
    for canonical, data in tables["drug_canonical_to_data"].items():
        if not in_use(data):
            continue
        folded = fold(canonical)
        if folded and PHRASE.match(folded):
            kept.add(folded)
        for variant in variants.get(canonical, [])[:VARIANTS_KEPT]:
            name = fold(variant)
            if name and NAME.match(name) and name[:SAME_START] != canonical[:SAME_START]:
                kept.add(name)
    return {"DRUG": {n for n in kept if n not in ordinary and n not in names}}
