#!/usr/bin/env python3
"""Accuracy of the built command on treebanks: the figures of models/README.md.  Standard library only.

  evaluate.py GOLD.conllu ... [--binary target/release/copydesk]

First on the treebank's own words (`copydesk parse --tokens`): percentages of all words, punctuation included; LAS
compares relations without subtypes. Then from raw text (`copydesk parse`): F1, where a word is right only if it
begins and ends at the right characters and its head does too (as in the CoNLL 2018 shared task). Names: F1 of exact
span and type, and of the span alone, where the treebank marks them.
"""

import argparse
import subprocess
from collections import Counter
from pathlib import Path

import corpus
import score_text
import scores


def system_sentences(text: str):
    """Words, tags, heads, relations and names of every sentence of `copydesk parse`'s output."""
    return [corpus.sentence(rows, corpus.marked_names(rows)) for rows in corpus.sentence_rows(text)]


def given_words(gold, binary: str, path: Path) -> dict[str, float]:
    out = subprocess.run([binary, "parse", "--tokens", path], capture_output=True, encoding="utf-8", check=True)
    n = Counter()
    for g, s in zip(gold, system_sentences(out.stdout), strict=True):
        scores.count(n, g, s.upos, s.heads, s.relations, s.names)
    return scores.percentages(n)


def raw_text(path: Path, binary: str) -> dict[str, float]:
    """F1 over words aligned by their characters."""
    gold = path.read_text(encoding="utf-8")
    documents = score_text.read(gold.split("\n"))
    found = score_text.output(binary, documents)
    n = Counter()
    ours, theirs = aligned(gold), aligned(found)
    n["gold"], n["found"] = len(theirs), len(ours)
    for span in ours.keys() & theirs.keys():
        (tag, head, relation), (tag2, head2, relation2) = ours[span], theirs[span]
        n["words"] += 1
        n["UPOS"] += tag == tag2
        n["UAS"] += head == head2
        n["LAS"] += head == head2 and scores.base(relation) == scores.base(relation2)
    return {k: 200 * n[k] / (n["gold"] + n["found"]) for k in ("words", "UPOS", "UAS", "LAS")}


def aligned(text: str) -> dict:
    """By (first, past the last) character that is not white space: tag, span of the head, relation."""
    out, at = {}, 0
    for rows in corpus.sentence_rows(text):
        spans = []
        for row in rows:
            length = len("".join(row[1].split()))
            spans.append((at, at + length))
            at += length
        for span, row in zip(spans, rows):
            head = int(row[6])
            out[span] = (row[3], spans[head - 1] if head else None, row[7])
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", nargs="+", type=Path)
    ap.add_argument("--binary", default="target/release/copydesk")
    arguments = ap.parse_args()
    show = lambda figures: "  ".join(f"{k} {v:.2f}" for k, v in figures.items())
    for path in arguments.gold:
        print(f"{path.name}, its own words:  {show(given_words(corpus.read(path), arguments.binary, path))}")
        print(f"{path.name}, from raw text:  {show(raw_text(path, arguments.binary))}")


if __name__ == "__main__":
    main()
