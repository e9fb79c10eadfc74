"""Names, titles and other telling words, looked up word by word: what kinds of name a token may belong to.

    python trainer/gazetteer.py            builds models/gazetteer.bin from the pinned sources
    python trainer/gazetteer.py --check    looks up the examples of models/gazetteer_examples.tsv

`src/syntax/gazetteer.rs` looks up alike; the examples are a test of both. Where each list comes from and under
which licence is in NOTICE; `names_sources.py` decides what is taken.

A word is looked up as its key: lower case, accents folded (src/syntax/gazetteer/fold.tsv), full stops and apostrophes
taken out (`U.S.` and `US`, `O’Brien` and `OBRIEN` are alike). A phrase is up to four keys with spaces between;
hyphens between its words do not count. Acronyms that would be taken for words (WHO, US, ICE) have a key of their
own, `=who`, that only capitals find.
"""

import argparse
from pathlib import Path

import packing

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "models" / "gazetteer.bin"
EXAMPLES = ROOT / "models" / "gazetteer_examples.tsv"

BITS = (
    "GIVEN_MALE GIVEN_FEMALE SURNAME COUNTRY NATIONALITY PLACE ORG TITLE ORG_WORD PLACE_WORD COMMON "
    "PHRASE_PLACE PHRASE_ORG PHRASE_COUNTRY PHRASE_TITLE PHRASE_BEGIN"
).split()
# The bits of one word; both genders are both bits. COMMON: also an ordinary English word (will, mark, reading).
GIVEN_MALE, GIVEN_FEMALE, SURNAME, COUNTRY, NATIONALITY, PLACE, ORG, TITLE, ORG_WORD, PLACE_WORD, COMMON = (
    1 << i for i in range(11)
)
# The bits of each word of a phrase (New York, prime minister), beside those that it has alone.
PHRASE_PLACE, PHRASE_ORG, PHRASE_COUNTRY, PHRASE_TITLE, PHRASE_BEGIN = (1 << i for i in range(11, 16))

ANY_CASE = TITLE | ORG_WORD | PLACE_WORD  # the classes whose words need no capital
IN_PHRASE = {PLACE: PHRASE_PLACE, ORG: PHRASE_ORG, COUNTRY: PHRASE_COUNTRY, TITLE: PHRASE_TITLE}
LONGEST = 4  # words of a phrase
HYPHENS = {"-", "–", "—", "‐", "‑"}
DROPPED = set(".'’‘ʼʹʻ`´")


def _folds() -> dict[str, str]:
    lines = (ROOT / "src/syntax/gazetteer/fold.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.split("\t") for line in lines)
    return {letter: plain for plain, letters in pairs for letter in letters}


FOLDS = _folds()


def key(word: str) -> str:
    """`U.S.` -> `us`, `Müller` -> `muller`, `O’Brien` -> `obrien`. Hyphens have no key."""
    if word in HYPHENS:
        return ""
    kept = (c for c in word.lower() if c not in DROPPED and not "\u0300" <= c <= "\u036f")
    return "".join(FOLDS.get(c, c) for c in kept)


def has_capital(word: str) -> bool:
    return any(c.isupper() for c in word)


def is_capitals(word: str) -> bool:
    """WHO, U.S., G20: two or more letters or digits, the letters all capitals."""
    return has_capital(word) and not any(c.islower() for c in word) and len(key(word)) > 1


class Gazetteer:
    def __init__(self, entries: dict[str, int]):
        self.entries = entries
        # First words of phrases: spares most tokens the looking up of phrases.
        self.starts = {entry.split(" ")[0] for entry in entries if " " in entry}

    def word(self, word: str) -> int:
        """The bits of one word alone."""
        plain = key(word)
        if is_capitals(word) and (acronym := self.entries.get("=" + plain)):
            return acronym
        bits = self.entries.get(plain, 0)
        return bits if has_capital(word) else bits & ANY_CASE

    def classes(self, words: list[str]) -> list[int]:
        """One set of bits a token: those of the word alone and those of the longest phrase that it stands in."""
        bits = [self.word(word) for word in words]
        at = 0
        while at < len(words):
            end, phrase = self._phrase(words, at)
            for i in range(at, end):
                bits[i] |= phrase | (PHRASE_BEGIN if i == at else 0)
            at = max(end, at + 1)
        return bits

    def _phrase(self, words: list[str], at: int) -> tuple[int, int]:
        """End and bits of the longest phrase that begins here; (at, 0) where none does."""
        joined = key(words[at])
        found, parts = (at, 0), 1
        if joined not in self.starts:
            return found
        for i in range(at + 1, min(at + 2 * LONGEST - 1, len(words))):
            part = key(words[i])
            if not part:
                if words[i] in HYPHENS:
                    continue
                break
            joined, parts = f"{joined} {part}", parts + 1
            if parts > LONGEST:
                break
            bits = self.entries.get(joined, 0)
            if not (has_capital(words[at]) and has_capital(words[i])):
                bits &= ANY_CASE
            if bits:
                found = (i + 1, _in_phrase(bits))
        return found


def _in_phrase(bits: int) -> int:
    """Phrase bits of a phrase's classes; classes that have none of their own (NATIONALITY) stay as they are."""
    out = 0
    for i in range(11):
        if bits >> i & 1:
            out |= IN_PHRASE.get(1 << i, 1 << i)
    return out


def names(bits: int) -> str:
    """`PLACE COMMON`: the bits by name, as the examples write them; `-` for none."""
    return " ".join(name for i, name in enumerate(BITS) if bits >> i & 1) or "-"


def load(path: Path = MODEL) -> Gazetteer:
    return Gazetteer(packing.unpack(Path(path).read_bytes()))


def gender(bits: int) -> str | None:
    """The gender that a given name tells: None for no name and for one of both."""
    return {GIVEN_MALE: "male", GIVEN_FEMALE: "female"}.get(bits & (GIVEN_MALE | GIVEN_FEMALE))


def build():
    import names_sources

    entries = names_sources.entries()
    MODEL.parent.mkdir(exist_ok=True)
    MODEL.write_bytes(packing.pack(entries))
    if packing.unpack(MODEL.read_bytes()) != entries:
        raise SystemExit(f"{MODEL.name} does not read back as it was written")
    print(f"{MODEL.name}: {len(entries):,} entries, {MODEL.stat().st_size:,} bytes")


def check():
    """Every line of the examples: words, their bits by name with `|` between, and what it shows."""
    gazetteer, failed = load(), 0
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines()[1:]:
        words, expected = line.split("\t")
        found = " | ".join(map(names, gazetteer.classes(words.split(" "))))
        if found != expected:
            failed += 1
            print(f"{words}\n  expected {expected}\n  found    {found}")
    if failed:
        raise SystemExit(f"{failed} examples fail")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description="Builds the gazetteer from its pinned sources.")
    arguments.add_argument("--check", action="store_true", help="look up the examples instead")
    check() if arguments.parse_args().check else build()
