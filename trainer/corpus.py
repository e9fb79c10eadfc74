"""Treebanks: CoNLL-U files to sentences of words, tags, heads, relations and names."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

NAME_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
# Words that may stand inside a name without being proper nouns: Bank of England, Johnson & Johnson.
NAME_LINKS = set("of the de la el al van von bin and & - – 's ’s for".split())
NAME_TAGS = ["O"] + [f"{prefix}-{kind}" for kind in ("PER", "ORG", "LOC") for prefix in "BI"]


@dataclass
class Sentence:
    """One sentence. `heads` counts words from 1, 0 is the root. `names` are NAME_TAGS, None where nobody marked them."""

    words: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    relations: list[str]
    names: list[str] | None = None
    glued: list[bool] = field(default_factory=list)  # no space after this word
    hints: list[int] = field(default_factory=list)  # entity tags of a pretrained model, for the teacher


def read(path: Path) -> list[Sentence]:
    """Every sentence of a CoNLL-U file. Names come from `Entity=` brackets, where the file has any."""
    text = Path(path).read_text(encoding="utf-8")
    names_marked = "Entity=" in text
    return [sentence(rows, _name_tags(rows) if names_marked else None) for rows in sentence_rows(text)]


def sentence_rows(text: str):
    """The columns of every sentence's words; ranges (3-4) and empty nodes (5.1) are skipped."""
    rows = []
    for line in text.split("\n"):
        columns = line.split("\t")
        if columns[0].isdigit():
            rows.append(columns)
        elif not line and rows:
            yield rows
            rows = []


def sentence(rows, names) -> Sentence:
    column = lambda i: [row[i] for row in rows]
    return Sentence(
        words=column(1),
        upos=column(3),
        xpos=column(4),
        heads=[int(head) for head in column(6)],
        relations=column(7),
        names=names,
        glued=["SpaceAfter=No" in row[9] for row in rows],
    )


def marked_names(rows) -> list[str]:
    """The `Name=` tags of the MISC column, as Copydesk writes them."""
    tag = lambda row: next((m[len("Name="):] for m in row[9].split("|") if m.startswith("Name=")), "O")
    return [tag(row) for row in rows]


def name_spans(tags) -> set:
    """(first, past the last, type) of each name in a sequence of B-/I-/O tags."""
    found, start, kind = set(), None, None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and tag != f"I-{kind}":
            found.add((start, i, kind))
            start = None
        if tag.startswith("B-"):
            start, kind = i, tag[2:]
    return found


def _mentions(rows):
    """(first, last, entity type) of every bracket in the MISC column's `Entity=`, nested ones too."""
    open_, found = [], []
    for i, row in enumerate(rows):
        entity = next((m[len("Entity="):] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", entity):
            if part.startswith("("):
                fields = part.strip("()").split("-")
                open_.append((fields[0], fields[1] if len(fields) > 1 else "", i))
            if part.endswith(")"):
                name = part.strip("()").split("-")[0]
                k = next((k for k in reversed(range(len(open_))) if open_[k][0] == name), None)
                if k is not None:
                    _, kind, start = open_.pop(k)
                    found.append((start, i, kind))
    return found


def _name_tags(rows) -> list[str]:
    """Names: mentions headed by a proper noun, cut to the run of proper nouns around the head. The widest wins."""
    names = {}
    for first, last, kind in _mentions(rows):
        inside = range(first, last + 1)
        head = next((i for i in inside if int(rows[i][6]) - 1 not in inside), None)
        if kind not in NAME_TYPES or head is None or rows[head][3] != "PROPN":
            continue
        left, right = _name_core(rows, head, first, last)
        if head not in names or right - left > names[head][1] - names[head][0]:
            names[head] = (left, right, NAME_TYPES[kind])
    tags = ["O"] * len(rows)
    for left, right, kind in sorted(names.values(), key=lambda n: n[0] - n[1]):
        if all(tags[i] == "O" for i in range(left, right + 1)):
            tags[left : right + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (right - left)
    return tags


def _name_core(rows, head, first, last):
    proper = lambda i: first <= i <= last and rows[i][3] == "PROPN"
    link = lambda i: first <= i <= last and rows[i][1].lower() in NAME_LINKS
    left = right = head
    while True:
        if proper(left - 1):
            left -= 1
        elif link(left - 1) and proper(left - 2):
            left -= 2
        elif proper(right + 1):
            right += 1
        elif link(right + 1) and proper(right + 2):
            right += 2
        else:
            return left, right


def check_hashes(folder: Path, pins: dict[str, str]):
    """Every file is the one that the model card names.

    Raises SystemExit with the file and what to do, when one is missing or another version.
    """
    for name, expected in pins.items():
        path = folder / name
        if not path.exists():
            raise SystemExit(f"{path} is missing: download the treebanks as trainer/README.md says")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != expected:
            raise SystemExit(f"{path} is another version (sha256 {found[:12]}…, expected {expected[:12]}…)")
