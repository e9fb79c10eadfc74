"""More sentences out of the treebank's: words replaced by similar ones, names by other names, capitals changed.

The grammar stays about as it was; the teacher labels what comes out (as in TinyBERT, Jiao et al. 2020).
"""

import dataclasses
import random

import torch

import features

SIMILAR = 12  # neighbours a word may be replaced by
CONTENT = {"NOUN", "VERB", "ADJ", "ADV", "PROPN"}


def neighbours(vectors: torch.Tensor, block=1024) -> torch.Tensor:
    """[V, SIMILAR]: rows of the nearest words by cosine; `vectors` [V, d], row 0 stands for no word."""
    unit = torch.nn.functional.normalize(vectors, dim=-1)
    found = []
    for start in range(0, len(unit), block):
        cosine = unit[start : start + block] @ unit.T
        cosine[:, 0] = -1
        cosine[torch.arange(len(cosine)), torch.arange(start, start + len(cosine))] = -1
        found.append(cosine.topk(SIMILAR).indices)
    return torch.cat(found)


def like(model: str, word: str) -> str:
    """`word` with the capitals of `model`."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


class Augmenter:
    def __init__(self, words: list[str], vectors: torch.Tensor, given: list[str], surnames: list[str], places: list[str]):
        """`words[i]` has row i + 1 of `vectors`; the name lists in lower case."""
        self.words = words
        self.rows = {word: i + 1 for i, word in enumerate(words)}
        self.near = neighbours(vectors)
        self.known = vectors.abs().sum(1) > 0
        self.names = {"given": given, "surname": surnames, "place": places}
        self.kind_of = {w: kind for kind, names in reversed(self.names.items()) for w in names}

    def __call__(self, sentence):
        """A changed copy; `heads`, tags and hints are those of the original, names are no longer marked."""
        rate = random.choice((0.1, 0.25, 0.4))
        words = [
            self._replace(word, tag) if tag in CONTENT and random.random() < rate else word
            for word, tag in zip(sentence.words, sentence.upos)
        ]
        return dataclasses.replace(sentence, words=self._recase(words), names=None)

    def _replace(self, word, tag):
        plain = features.normalise(word)
        kind = self.kind_of.get(plain) if tag == "PROPN" else None
        if kind:
            return like(word, random.choice(self.names[kind]))
        row = self.rows.get(plain, 0)
        if not row or not self.known[row] or not plain.isalpha():
            return word
        other = self.words[int(self.near[row][random.randrange(SIMILAR)]) - 1]
        return like(word, other) if other.isalpha() else word

    def _recase(self, words):
        chance = random.random()
        if chance < 0.03:
            return [word.lower() for word in words]
        if chance < 0.06:
            return [word.upper() for word in words]
        if chance < 0.09:
            return [word[:1].upper() + word[1:] for word in words]
        return words
