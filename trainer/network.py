"""The network: words to tags, heads, relations and names, in one pass.

word list + hashed affixes -> D -> residual blocks -> heads (tags, biaffine arcs, labels, names)

A block reads its neighbours through a depthwise convolution and the whole sentence through a minimal gated
recurrence in both directions (Feng et al. 2024, "Were RNNs all we needed?"): its gates depend on the input alone,
so all products of a layer are one matrix product, which is what integer SIMD is fast at.
"""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

import features


@dataclass
class Shape:
    width: int = 128
    word_width: int = 40
    class_width: int = 16
    blocks: int = 6
    arc_width: int = 96
    label_width: int = 96
    distances: int = 33  # signed distance head - dependent, cut to ±16
    dropout: float = 0.1


class Recurrence(nn.Module):
    def __init__(self, width, dropout):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.near = nn.Conv1d(width, width, 3, padding=1, groups=width)
        self.gates = nn.Linear(width, 3 * width)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.near.weight)
        with torch.no_grad():
            self.near.weight[:, :, 1] = 1
            self.gates.bias[width:2 * width] = 1.0

    def forward(self, x, mask):
        y = self.norm(x) * mask
        y = self.near(y.transpose(1, 2)).transpose(1, 2)
        value, keep, out = self.gates(y).chunk(3, dim=-1)
        keep = torch.sigmoid(keep)
        keep = torch.where(mask > 0, keep, torch.zeros_like(keep))
        value = torch.tanh(value) * (1 - keep) * mask
        half = x.shape[-1] // 2
        forward = scan(keep[..., :half], value[..., :half])
        backward = scan(keep[..., half:].flip(1), value[..., half:].flip(1)).flip(1)
        state = torch.cat([forward, backward], -1) * torch.sigmoid(out)
        return x + self.dropout(state)


@torch.jit.script
def scan(keep: torch.Tensor, value: torch.Tensor) -> torch.Tensor:
    """h[t] = keep[t] * h[t-1] + value[t] along dimension 1."""
    keeps, values = keep.unbind(1), value.unbind(1)
    h = values[0]
    out = [h]
    for t in range(1, len(values)):
        h = torch.addcmul(values[t], keeps[t], h)
        out.append(h)
    return torch.stack(out, 1)


class Encoder(nn.Module):
    """Words to vectors of the network's width."""

    def __init__(self, shape: Shape, words: int, vectors: torch.Tensor | None = None):
        super().__init__()
        self.dropout = shape.dropout
        self.word = nn.Embedding(words, shape.word_width)
        nn.init.normal_(self.word.weight, std=0.5 if vectors is None else 0.1)
        self.vectors = vectors
        if vectors is not None:
            self.project = nn.Linear(vectors.shape[1], shape.word_width, bias=False)
        self.affix = nn.ModuleList(nn.Embedding(rows, width) for rows, width in features.TABLES.values())
        for table in self.affix:
            nn.init.normal_(table.weight, std=0.5)
        self.classes = nn.Linear(features.CLASSES, shape.class_width, bias=False)
        affixes = sum(width for _, width in features.TABLES.values())
        self.into = nn.Linear(shape.word_width + affixes + shape.class_width, shape.width)
        self.blocks = nn.ModuleList(Recurrence(shape.width, shape.dropout) for _ in range(shape.blocks))
        self.norm = nn.LayerNorm(shape.width)

    def forward(self, batch):
        word = self.word(batch.words)
        if self.vectors is not None:
            word = word + self.project(self.vectors[batch.words])
        affixes = [table(batch.affixes[..., i]) for i, table in enumerate(self.affix)]
        x = torch.cat([word, *affixes, self.classes(batch.classes)], -1)
        x = F.dropout(x, self.dropout, self.training)
        x = F.dropout(self.into(x), self.dropout, self.training)
        mask = batch.mask.unsqueeze(-1)
        for block in self.blocks:
            x = block(x, mask)
        return self.norm(x)


class Heads(nn.Module):
    """Vectors of words to scores of tags, heads, relations and names."""

    def __init__(self, shape: Shape, labels):
        super().__init__()
        self.shape = shape
        self.tag = nn.Linear(shape.width, len(labels.tags))
        self.fine_tag = nn.Linear(shape.width, len(labels.fine_tags))
        self.name = nn.Linear(shape.width, len(labels.names))
        self.arc_dependent = nn.Linear(shape.width, shape.arc_width)
        self.arc_head = nn.Linear(shape.width, shape.arc_width)
        self.arc_distance = nn.Embedding(shape.distances, 1)
        self.label_dependent = nn.Linear(shape.width, shape.label_width)
        self.label_head = nn.Linear(shape.width, shape.label_width)
        self.label_distance = nn.Embedding(shape.distances, shape.label_width)
        self.label = nn.Linear(shape.label_width, len(labels.relations))
        self.root = nn.Parameter(torch.randn(shape.width) * 0.1)
        nn.init.zeros_(self.arc_distance.weight)
        nn.init.zeros_(self.label_distance.weight)

    def with_root(self, x):
        """[B, T, D] -> [B, T+1, D]: position 0 is the root."""
        x = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        return F.dropout(x, self.shape.dropout, self.training)

    def arcs(self, x, mask):
        """Scores [B, T, T+1] of each word's possible heads; `x` with the root."""
        d = F.dropout(self.arc_dependent(x[:, 1:]), self.shape.dropout, self.training)
        h = F.dropout(self.arc_head(x), self.shape.dropout, self.training)
        scores = d @ h.transpose(1, 2) / self.shape.arc_width**0.5
        size, cut = scores.shape[1], self.shape.distances // 2
        dependent, head = torch.arange(1, size + 1), torch.arange(0, size + 1)
        distance = (head[None, :] - dependent[:, None]).clamp(-cut, cut) + cut
        scores = scores + self.arc_distance(distance).squeeze(-1)
        whole = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        itself = dependent[:, None] == head[None, :]
        return scores.masked_fill((whole == 0).unsqueeze(1) | itself, -1e4)

    def relations(self, x, heads):
        """Relation scores [B, T, R] given heads [B, T]; `x` with the root."""
        cut = self.shape.distances // 2
        distance = (heads - torch.arange(1, heads.shape[1] + 1)).clamp(-cut, cut) + cut
        head = self.label_head(x).gather(1, heads.unsqueeze(-1).expand(-1, -1, self.shape.label_width))
        hidden = self.label_dependent(x[:, 1:]) + head + self.label_distance(distance)
        return self.label(F.dropout(F.relu(hidden), self.shape.dropout, self.training))


class Network(nn.Module):
    """An encoder and its heads."""

    def __init__(self, encoder, heads):
        super().__init__()
        self.encoder, self.heads = encoder, heads

    def forward(self, batch, *heads):
        """Scores of tags, fine tags, names [B, T, ·], arcs [B, T, T+1] and, for each of the given heads [B, T],
        relations; and the vectors with the root, of which relations of other heads can be scored."""
        x = self.heads.with_root(self.encoder(batch))
        words = x[:, 1:]
        scores = {"tags": self.heads.tag(words), "fine_tags": self.heads.fine_tag(words), "names": self.heads.name(words)}
        scores["arcs"] = self.heads.arcs(x, batch.mask)
        scores["relations"] = [self.heads.relations(x, given) for given in heads]
        return scores, x
