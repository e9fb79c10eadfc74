"""Accuracy on a treebank: UPOS, UAS, LAS without subtypes, names."""

from collections import Counter

import torch

import decode
import scores


@torch.no_grad()
def predict(network, batch, labels):
    """Heads [B, T] and, a sentence, its tags, relations and names as words."""
    given, x = network(batch)
    heads = torch.zeros_like(batch.words)
    arcs, names = given["arcs"].float().numpy(), given["names"].float().numpy()
    for k, s in enumerate(batch.sentences):
        size = len(s.words)
        heads[k, :size] = torch.tensor(decode.tree(arcs[k, :size, : size + 1]))
    relations = network.heads.relations(x, heads).argmax(-1)
    tags = given["tags"].argmax(-1)
    for k, s in enumerate(batch.sentences):
        size = len(s.words)
        yield (
            s,
            [labels.tags[t] for t in tags[k, :size]],
            heads[k, :size].tolist(),
            [labels.relations[r] for r in relations[k, :size]],
            decode.viterbi(names[k, :size], labels.names),
        )


def accuracy(network, encoded, labels, words=3000) -> dict[str, float]:
    """The figures of scores.py."""
    network.eval()
    n = Counter()
    for indices in encoded.plan(words, shuffle=False):
        for sentence, *found in predict(network, encoded.batch(indices), labels):
            scores.count(n, sentence, *found)
    return scores.percentages(n)
