"""Sentences as padded tensors."""

import random
from dataclasses import dataclass

import torch
from torch.nn.utils.rnn import pad_sequence

import corpus
import features

IGNORED = -100  # no gold here: padding, or a treebank without this annotation


@dataclass
class Labels:
    """The label sets; a label's number is its place."""

    tags: list[str]
    fine_tags: list[str]
    relations: list[str]
    names: list[str]

    @classmethod
    def of(cls, sentences):
        seen = lambda field: sorted({label for s in sentences for label in getattr(s, field)})
        return cls(seen("upos"), seen("xpos"), seen("relations"), corpus.NAME_TAGS)


@dataclass
class Batch:
    """[B, T] each, `affixes` [B, T, 5], `classes` [B, T, 16]; `heads` count from 1, 0 is the root."""

    words: torch.Tensor
    affixes: torch.Tensor
    classes: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    fine_tags: torch.Tensor
    heads: torch.Tensor
    relations: torch.Tensor
    names: torch.Tensor
    sentences: list


class Encoded:
    """Sentences with their numbers, ready to be batched."""

    def __init__(self, sentences, labels: Labels, word_rows: dict[str, int], classes_of=None):
        """`classes_of(words)` gives the gazetteer's bits of each word; without it there are none."""
        self.sentences = sentences
        number = {field: {label: i for i, label in enumerate(getattr(labels, field))} for field in vars(labels)}
        cache = {}
        bits = lambda classes: [float(classes >> i & 1) for i in range(features.CLASSES)]

        def word(w):
            if w not in cache:
                cache[w] = (word_rows.get(features.normalise(w), 0), features.rows(w))
            return cache[w]

        self.rows = []
        for s in sentences:
            seen = [word(w) for w in s.words]
            names = [number["names"][n] for n in s.names] if s.names else [IGNORED] * len(s.words)
            self.rows.append(
                [
                    torch.tensor([row for row, _ in seen]),
                    torch.tensor([affixes for _, affixes in seen]),
                    torch.tensor([bits(c) for c in classes_of(s.words)] if classes_of else [bits(0)] * len(seen)),
                    torch.ones(len(seen)),
                    torch.tensor([number["tags"].get(t, IGNORED) for t in s.upos]),
                    torch.tensor([number["fine_tags"].get(t, IGNORED) for t in s.xpos]),
                    torch.tensor(s.heads),
                    torch.tensor([number["relations"].get(r, IGNORED) for r in s.relations]),
                    torch.tensor(names),
                ]
            )

    def batch(self, indices) -> Batch:
        columns = zip(*(self.rows[i] for i in indices))
        fills = [0, 0, 0.0, 0.0] + [IGNORED] * 5
        padded = [pad_sequence(list(c), batch_first=True, padding_value=fill) for c, fill in zip(columns, fills)]
        return Batch(*padded, [self.sentences[i] for i in indices])

    def plan(self, words: int, shuffle: bool) -> list[list[int]]:
        """Indices in batches of at most `words` padded words, of sentences about equally long."""
        noise = (lambda: random.random() * 4) if shuffle else (lambda: 0)
        order = sorted(range(len(self.rows)), key=lambda i: len(self.rows[i][0]) + noise())
        plan = [[]]
        for i in order:
            if plan[-1] and (len(plan[-1]) + 1) * len(self.rows[i][0]) > words:
                plan.append([])
            plan[-1].append(i)
        if shuffle:
            random.shuffle(plan)
        return plan
