"""What the teacher says of sentences, as targets for the student."""

from dataclasses import dataclass

import torch
from torch.nn import functional as F

import decode

TASKS = ("tags", "fine_tags", "names", "relations")


@dataclass
class Targets:
    """Probabilities of one sentence in half precision: a row a word; `arcs` [T, T+1]; `heads` of the best tree."""

    tags: torch.Tensor
    fine_tags: torch.Tensor
    names: torch.Tensor
    relations: torch.Tensor
    arcs: torch.Tensor
    heads: torch.Tensor


@torch.no_grad()
def label(teacher, encoded, words=6000) -> list[Targets]:
    """The teacher's targets for every sentence, in order."""
    teacher.eval()
    out = [None] * len(encoded.sentences)
    for indices in encoded.plan(words, shuffle=False):
        batch = encoded.batch(indices)
        scores, x = teacher(batch)
        heads = torch.zeros_like(batch.words)
        arcs = scores["arcs"].numpy()
        for k, i in enumerate(indices):
            size = len(encoded.sentences[i].words)
            heads[k, :size] = torch.tensor(decode.tree(arcs[k, :size, : size + 1]))
        scores["relations"] = teacher.heads.relations(x, heads)
        soft = {task: scores[task].softmax(-1).half() for task in (*TASKS, "arcs")}
        for k, i in enumerate(indices):
            size = len(encoded.sentences[i].words)
            parts = {task: soft[task][k, :size].clone() for task in TASKS}
            out[i] = Targets(**parts, arcs=soft["arcs"][k, :size, : size + 1].clone(), heads=heads[k, :size].clone())
    return out


def padded(targets: list[Targets], size: int) -> dict[str, torch.Tensor]:
    """[B, T, ·] of each task; zero rows past a sentence's end, which cost nothing."""
    pad = lambda rows: torch.nn.utils.rnn.pad_sequence([r.float() for r in rows], batch_first=True)
    out = {task: pad([getattr(t, task) for t in targets]) for task in TASKS}
    out["arcs"] = pad([F.pad(t.arcs, (0, size + 1 - t.arcs.shape[1])) for t in targets])
    out["heads"] = torch.nn.utils.rnn.pad_sequence([t.heads for t in targets], batch_first=True)
    return out


WEIGHTS = {"tags": 1.0, "fine_tags": 0.5, "names": 1.0, "relations": 1.0, "arcs": 1.0}


def distance(scores, targets, mask):
    """Cross entropy of the student's scores against the teacher's probabilities, a word."""
    total = 0.0
    for task, weight in WEIGHTS.items():
        entropy = -(targets[task] * scores[task].log_softmax(-1)).sum(-1)
        total = total + weight * (entropy * mask).sum() / mask.sum()
    return total
