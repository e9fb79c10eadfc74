"""What the network sees of a word: its row in the word list and hashed affixes and shape.

`network/src/features.rs` computes the same numbers. `models/features.tsv` holds examples that both are tested
with: `python trainer/features.py` here, `cargo test` there.
"""

from pathlib import Path

# name: (rows of its table, width)
TABLES = {"suffix2": (1024, 24), "suffix3": (2048, 24), "suffix4": (4096, 24), "prefix3": (2048, 24), "shape": (512, 24)}
CLASSES = 16  # bits of the gazetteer
FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


def normalise(word: str) -> str:
    """Lower case, digits as 0, typographic quotation marks and dashes as their typewriter forms."""
    folded = word.translate(FOLDED).lower()
    return "".join("0" if c in "0123456789" else c for c in folded)


def shape(word: str) -> str:
    """`Xxx` for Ann, `X.X.` for U.S., `dd` for 12: classes of characters, runs cut at three."""
    out = []
    for c in word.translate(FOLDED):
        kind = "d" if c in "0123456789" else "X" if c.isupper() else "x" if c.isalpha() else c
        if out[-3:] != [kind] * 3:
            out.append(kind)
    return "".join(out)


def fnv_bytes(data: bytes) -> int:
    """FNV-1a, 32 bits."""
    h = 0x811C9DC5
    for byte in data:
        h = (h ^ byte) * 0x01000193 & 0xFFFFFFFF
    return h


def fnv(text: str) -> int:
    """FNV-1a, 32 bits, of the UTF-8 bytes."""
    return fnv_bytes(text.encode("utf-8"))


def rows(word: str) -> list[int]:
    """The row of each table in TABLES, in their order. Row 0 of no table is special."""
    plain = normalise(word)
    keys = {"suffix2": plain[-2:], "suffix3": plain[-3:], "suffix4": plain[-4:], "prefix3": plain[:3], "shape": shape(word)}
    return [fnv(name + ":" + keys[name]) % size for name, (size, _) in TABLES.items()]


def check():
    """Every line of the examples: the word and what is computed of it."""
    examples = Path(__file__).resolve().parent.parent / "models" / "features.tsv"
    for line in examples.read_text(encoding="utf-8").splitlines()[1:]:
        word = line.split("\t")[0]
        plain = normalise(word)
        found = "\t".join([word, plain, shape(word), str(fnv(plain)), " ".join(map(str, rows(word)))])
        if found != line:
            raise SystemExit(f"{word}\n  expected {line}\n  found    {found}")


if __name__ == "__main__":
    check()
