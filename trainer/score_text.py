#!/usr/bin/env python3
"""Score tokens and sentences on raw text rebuilt from a treebank.  Standard library only.

  score_text.py GOLD.conllu [--binary target/release/copydesk] [--errors N]

The raw text of a document joins its words by SpaceAfter, sentences of a paragraph by a space and paragraphs
(# newpar) by an empty line. Tokens are UD words: do|n't, mayor|'s, can|not. A token or sentence is right when it
begins and ends at the same characters, white space not counted. Documents are grouped by `# meta::genre`, or
else by the first part of their id; `written` is everything but GUM's spoken genres.
"""

import argparse
import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

SPOKEN = {"conversation", "court", "interview", "podcast", "speech", "vlog"}


@dataclass
class Document:
    """Sentences of words, each word with whether a space follows it."""

    id: str = ""
    group: str = ""
    paragraphs: list[list[list[tuple[str, bool]]]] = field(default_factory=list)

    def text(self) -> str:
        return "\n\n".join(
            "".join(word + " " * space for sentence in paragraph for word, space in sentence).rstrip(" ")
            for paragraph in self.paragraphs
        ) + "\n"

    def sentences(self) -> list[list[str]]:
        return [[word for word, _ in sentence] for paragraph in self.paragraphs for sentence in paragraph]


def read(lines) -> list[Document]:
    """The documents of a CoNLL-U file; empty nodes (5.1) are skipped, a range (3-4) only says what follows it."""
    documents, sentence, glued_until, range_space, new_paragraph = [], [], 0, True, True
    for line in lines:
        line = line.rstrip("\n")
        columns = line.split("\t")
        if line.startswith("# newdoc"):
            name = line.split("=", 1)[-1].strip()
            documents.append(Document(name, re.split(r"[-_]", name)[0]))
            new_paragraph = True
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif line.startswith("# meta::genre"):
            documents[-1].group = line.split("=", 1)[1].strip()
        elif re.fullmatch(r"\d+-\d+", columns[0]):
            glued_until = int(columns[0].split("-")[1])
            range_space = "SpaceAfter=No" not in columns[9]
        elif columns[0].isdigit():
            number = int(columns[0])
            space = "SpaceAfter=No" not in columns[9] if number > glued_until else range_space and number == glued_until
            sentence.append((columns[1], space))
        elif not line and sentence:
            if not documents:
                documents.append(Document())
            if new_paragraph:
                documents[-1].paragraphs.append([])
            documents[-1].paragraphs[-1].append(sentence)
            sentence, glued_until, new_paragraph = [], 0, False
    return documents


def parse(binary: str, documents: list[Document]) -> list[Document]:
    """What `copydesk parse` makes of every document's text."""
    return read(output(binary, documents).split("\n"))


def output(binary: str, documents: list[Document]) -> str:
    """What `copydesk parse` prints for every document's text."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{i}.txt" for i in range(len(documents))]
        for file, document in zip(files, documents):
            file.write_text(document.text(), encoding="utf-8")
        out = subprocess.run([binary, "parse", *files], capture_output=True, encoding="utf-8")
    if out.returncode:
        raise SystemExit(f"{binary} parse: exit {out.returncode}\n{out.stderr[-2000:]}")
    return out.stdout


def spans(sentences: list[list[str]]):
    """(start, end) of every token and every sentence, in characters that are not white space."""
    at, tokens, whole = 0, [], []
    for sentence in sentences:
        start = at
        for word in sentence:
            length = len("".join(word.split()))
            tokens.append((at, at + length))
            at += length
        whole.append((start, at))
    return tokens, whole


class Score:
    def __init__(self):
        self.right = self.gold = self.found = 0

    def add(self, gold, found):
        self.right += len(set(gold) & set(found))
        self.gold += len(gold)
        self.found += len(found)

    def __str__(self):
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        f1 = 2 * self.right / max(self.gold + self.found, 1)
        return f"{100 * precision:6.2f} {100 * recall:6.2f} {100 * f1:6.2f}  of {self.gold:6}"


class Errors:
    """Where two divisions of the same characters differ."""

    def __init__(self):
        self.tokens, self.missed, self.spurious = Counter(), [], []

    def add(self, document: Document, gold, found):
        """`gold` and `found`: spans of tokens and of sentences."""
        written = _spaced(document.text())
        for expected, got in _differences("".join(c[-1] for c in written), gold[0], found[0]):
            self.tokens[expected, got] += 1
        expected, got = ({end for _, end in sentences} for sentences in (gold[1], found[1]))
        for ends, places in ((expected - got, self.missed), (got - expected, self.spurious)):
            for end in sorted(ends):
                before, after = "".join(written[max(0, end - 50) : end]), "".join(written[end : end + 40])
                places.append(f"  {document.group:12} {before[-50:]:>50} || {after[:40]}")

    def print(self, limit: int):
        """The most frequent differences of tokens, then sentence ends that were missed or are none, evenly chosen."""
        print("\ntokens: gold | found")
        for (gold, found), count in self.tokens.most_common(limit):
            print(f"{count:5}  {gold} | {found}")
        for name, places in (("missed", self.missed), ("spurious", self.spurious)):
            print(f"\nsentence ends {name}: {len(places)}")
            print(*places[:: max(1, len(places) // limit)], sep="\n")


def _spaced(text: str) -> list[str]:
    """Every character that is not white space, with the space (¶: new line) before it."""
    out, space = [], ""
    for c in text:
        if c.isspace():
            space = "¶" if c == "\n" else " "
        else:
            out.append(space + c)
            space = ""
    return out


def _differences(characters: str, gold, found):
    """The pieces of every shortest stretch that is divided in two ways: ("do n't", "don't")."""
    gold_ends, found_ends = {end for _, end in gold}, {end for _, end in found}
    start = 0
    for end in sorted(gold_ends & found_ends):
        inside = range(start + 1, end)
        if any((e in gold_ends) != (e in found_ends) for e in inside):
            yield tuple(_pieces(characters, start, end, ends) for ends in (gold_ends, found_ends))
        start = end


def _pieces(characters: str, start: int, end: int, ends: set[int]) -> str:
    return "".join(characters[at] + " " * (at + 1 in ends) for at in range(start, end)).strip()


def score(documents: list[Document], parsed: list[Document]):
    """Scores of tokens and sentences by group of documents, and the errors."""
    scores, errors = defaultdict(lambda: (Score(), Score())), Errors()
    for document, system in zip(documents, parsed, strict=True):
        words, system_words = document.sentences(), system.sentences()
        if _characters(words) != _characters(system_words):
            raise SystemExit(f"{document.id}: the words found do not add up to the text")
        gold, found = spans(words), spans(system_words)
        side = "spoken" if document.group in SPOKEN else "written"
        for group in ("all", side, document.group):
            for kind in (0, 1):
                scores[group][kind].add(gold[kind], found[kind])
        errors.add(document, gold, found)
    return scores, errors


def _characters(sentences: list[list[str]]) -> str:
    return "".join("".join(word.split()) for sentence in sentences for word in sentence)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("--binary", default="target/release/copydesk")
    ap.add_argument("--errors", type=int, default=0, help="how many errors of every kind to list")
    arguments = ap.parse_args()
    with arguments.gold.open(encoding="utf-8") as lines:
        documents = read(lines)
    scores, errors = score(documents, parse(arguments.binary, documents))
    print(f"{'':14}{'tokens  P      R     F1':37}sentences  P      R     F1")
    whole = ("all", "written", "spoken")
    for group in [*filter(scores.get, whole), *sorted(scores.keys() - set(whole))]:
        tokens, sentences = scores[group]
        print(f"{group:14}{tokens}     {sentences}")
    if arguments.errors:
        errors.print(arguments.errors)


if __name__ == "__main__":
    main()
