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
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{i}.txt" for i in range(len(documents))]
        for file, document in zip(files, documents):
            file.write_text(document.text(), encoding="utf-8")
        out = subprocess.run([binary, "parse", *files], capture_output=True, encoding="utf-8")
    if out.returncode:
        raise SystemExit(f"{binary} parse: exit {out.returncode}\n{out.stderr[-2000:]}")
    return read(out.stdout.split("\n"))


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


def differences(characters: str, gold, found):
    """Stretches where two divisions differ: (start, gold pieces, found pieces)."""
    gold_ends, found_ends = {end for _, end in gold}, {end for _, end in found}
    show = lambda start, end, ends: " ".join(
        characters[a:b] for a, b in _cut(start, end, ends))
    start, out = 0, []
    for end in sorted(gold_ends & found_ends):
        inside = [e for e in gold_ends ^ found_ends if start < e < end] if end - start > 1 else []
        if inside:
            out.append((start, show(start, end, gold_ends), show(start, end, found_ends)))
        start = end
    return out


def _cut(start, end, ends):
    for at in range(start + 1, end + 1):
        if at in ends or at == end:
            yield start, at
            start = at


def print_errors(errors, limit: int):
    """The most frequent token differences, then the sentence boundaries missed and found where none is."""
    tokens, missed, spurious = errors
    print("\ntokens: gold | found")
    for (gold, found), count in tokens.most_common(limit):
        print(f"{count:5}  {gold} | {found}")
    for name, places in (("missed", missed), ("spurious", spurious)):
        print(f"\nsentence ends {name}: {len(places)}")
        for group, before, after in places[:: max(1, len(places) // limit)]:
            print(f"  {group:12} {before[-50:]:>50} || {after[:40]}")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("--binary", default="target/release/copydesk")
    ap.add_argument("--errors", type=int, default=0)
    arguments = ap.parse_args()
    documents = read(arguments.gold.open(encoding="utf-8"))
    scores = defaultdict(lambda: (Score(), Score()))
    errors = Counter(), [], []
    for gold, found in zip(documents, parse(arguments.binary, documents), strict=True):
        gold_words, found_words = gold.sentences(), found.sentences()
        join = lambda sentences: "".join("".join(word.split()) for sentence in sentences for word in sentence)
        characters = join(gold_words)
        if characters != join(found_words):
            raise SystemExit(f"{gold.id}: the words found do not add up to the text")
        (gold_tokens, gold_whole), (tokens, whole) = spans(gold_words), spans(found_words)
        side = ["spoken" if gold.group in SPOKEN else "written"]
        for group in ["all", *side, gold.group]:
            scores[group][0].add(gold_tokens, tokens)
            scores[group][1].add(gold_whole, whole)
        for _, expected, got in differences(characters, gold_tokens, tokens):
            errors[0][expected, got] += 1
        raw = _spaced(gold.text())
        gold_ends, ends = {end for _, end in gold_whole}, {end for _, end in whole}
        for where, places in ((gold_ends - ends, errors[1]), (ends - gold_ends, errors[2])):
            places += [(gold.group, "".join(raw[max(0, e - 60) : e]), "".join(raw[e : e + 50])) for e in sorted(where)]
    print(f"{'':14}{'tokens  P      R     F1':34}sentences  P      R     F1")
    for group, (tokens, whole) in sorted(scores.items(), key=lambda s: (s[0] not in ("all", "written", "spoken"), s[0])):
        print(f"{group:14}{tokens}     {whole}")
    if arguments.errors:
        print_errors(errors, arguments.errors)


def _spaced(text: str) -> list[str]:
    """Every character that is not white space, with the space before it."""
    out, space = [], ""
    for c in text:
        if c.isspace():
            space = "¶" if c == "\n" else " "
        else:
            out.append(space + c)
            space = ""
    return out


if __name__ == "__main__":
    main()
