"""Counts of what a parse got right, and the figures made of them.  Standard library only."""

from collections import Counter

import corpus


def count(n: Counter, gold: corpus.Sentence, tags, heads, relations, names):
    """Adds one sentence: its words, tags, heads, relations without subtypes, and names where they are marked."""
    n["words"] += len(gold.words)
    n["UPOS"] += sum(a == b for a, b in zip(tags, gold.upos))
    right = [a == b for a, b in zip(heads, gold.heads)]
    n["UAS"] += sum(right)
    n["LAS"] += sum(r and base(a) == base(b) for r, a, b in zip(right, relations, gold.relations))
    if gold.names:
        expected, found = corpus.name_spans(gold.names), corpus.name_spans(names)
        n["expected"] += len(expected)
        n["found"] += len(found)
        n["names"] += len(expected & found)
        n["name spans"] += len({e[:2] for e in expected} & {f[:2] for f in found})


def percentages(n: Counter) -> dict[str, float]:
    """UPOS, UAS and LAS of all words, punctuation too; F1 of names (exact span and type) and of their spans alone."""
    out = {k: round(100 * n[k] / n["words"], 2) for k in ("UPOS", "UAS", "LAS")}
    if n["expected"]:
        out |= {k: round(200 * n[k] / (n["expected"] + n["found"]), 2) for k in ("names", "name spans")}
    return out


def base(relation: str) -> str:
    """A relation without its subtype."""
    return relation.split(":")[0]
