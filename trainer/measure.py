"""Accuracy on a treebank: UPOS, UAS, LAS without subtypes, names."""

from collections import Counter

import torch

import corpus
import decode


@torch.no_grad()
def predict(network, batch, labels):
    """Heads [B, T] and, a sentence, its tags, relations and names as words."""
    scores, x = network(batch)
    heads = torch.zeros_like(batch.words)
    arcs, names = scores["arcs"].float().numpy(), scores["names"].float().numpy()
    for k, s in enumerate(batch.sentences):
        size = len(s.words)
        heads[k, :size] = torch.tensor(decode.tree(arcs[k, :size, : size + 1]))
    relations = network.heads.relations(x, heads).argmax(-1)
    tags = scores["tags"].argmax(-1)
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
    """Percentages over all words; punctuation counts."""
    network.eval()
    n = Counter()
    for indices in encoded.plan(words, shuffle=False):
        for s, tags, heads, relations, names in predict(network, encoded.batch(indices), labels):
            n["words"] += len(s.words)
            n["upos"] += sum(a == b for a, b in zip(tags, s.upos))
            for i in range(len(s.words)):
                right = heads[i] == s.heads[i]
                n["uas"] += right
                n["las"] += right and relations[i].split(":")[0] == s.relations[i].split(":")[0]
            if s.names:
                gold, found = corpus.name_spans(s.names), corpus.name_spans(names)
                n["gold"] += len(gold)
                n["found"] += len(found)
                n["names"] += len(gold & found)
                n["name_spans"] += len({g[:2] for g in gold} & {f[:2] for f in found})
    out = {k: 100 * n[k] / n["words"] for k in ("upos", "uas", "las")}
    if n["gold"]:
        out |= {k: 200 * n[k] / (n["gold"] + n["found"]) for k in ("names", "name_spans")}
    return {k: round(v, 2) for k, v in out.items()}
