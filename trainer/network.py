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
    word_width: int = 48
    blocks: int = 5
    arc_width: int = 96
    label_width: int = 96
    distances: int = 33  # signed distance head - dependent, cut to ±16
    dropout: float = 0.2


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


class Convolution(nn.Module):
    def __init__(self, width, dropout, dilation):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.conv = nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        y = (self.norm(x) * mask).transpose(1, 2)
        return x + self.dropout(F.gelu(self.conv(y).transpose(1, 2)))


class Network(nn.Module):
    def __init__(self, shape: Shape, words: int, tags: int, fine_tags: int, relations: int, names: int, static=None, kind="rec"):
        super().__init__()
        self.shape = shape
        self.static = static is not None
        if self.static:
            self.register_buffer("vectors", static)
            self.project = nn.Linear(static.shape[1], shape.word_width, bias=False)
        self.word = nn.Embedding(words, shape.word_width)
        nn.init.normal_(self.word.weight, std=0.1 if self.static else 0.5)
        self.affix = nn.ModuleList(nn.Embedding(rows, width) for rows, width in features.TABLES.values())
        for e in self.affix: nn.init.normal_(e.weight, std=0.5)
        into = shape.word_width + sum(width for _, width in features.TABLES.values())
        self.into = nn.Linear(into, shape.width)
        if kind == "rec":
            self.blocks = nn.ModuleList(Recurrence(shape.width, shape.dropout) for _ in range(shape.blocks))
        else:
            self.blocks = nn.ModuleList(Convolution(shape.width, shape.dropout, d) for d in (1, 1, 2, 4, 1, 2)[:shape.blocks])
        self.norm = nn.LayerNorm(shape.width)
        self.tag = nn.Linear(shape.width, tags)
        self.fine_tag = nn.Linear(shape.width, fine_tags)
        self.name = nn.Linear(shape.width, names)
        self.arc_dependent = nn.Linear(shape.width, shape.arc_width)
        self.arc_head = nn.Linear(shape.width, shape.arc_width)
        self.arc_distance = nn.Embedding(shape.distances, 1)
        self.label_dependent = nn.Linear(shape.width, shape.label_width)
        self.label_head = nn.Linear(shape.width, shape.label_width)
        self.label_distance = nn.Embedding(shape.distances, shape.label_width)
        self.label = nn.Linear(shape.label_width, relations)
        self.root = nn.Parameter(torch.randn(shape.width) * 0.1)
        nn.init.zeros_(self.arc_distance.weight)
        nn.init.zeros_(self.label_distance.weight)

    def encode(self, words, affixes, mask):
        """words [B,T], affixes [B,T,5], mask [B,T] -> [B,T+1,D]; position 0 is the root."""
        drop = lambda x: F.dropout(x, self.shape.dropout, self.training)
        word = self.word(words)
        if self.static:
            word = word + self.project(self.vectors[words])
        x = torch.cat([word] + [table(affixes[..., i]) for i, table in enumerate(self.affix)], -1)
        x = self.into(drop(x))
        x = drop(x)
        m = mask.unsqueeze(-1).float()
        for block in self.blocks:
            x = block(x, m)
        x = self.norm(x)
        root = self.root.expand(x.shape[0], 1, -1)
        return drop(torch.cat([root, x], 1))

    def arcs(self, x, mask):
        """Scores [B, T, T+1] of each word's possible heads."""
        d = F.dropout(self.arc_dependent(x[:, 1:]), self.shape.dropout, self.training)
        h = F.dropout(self.arc_head(x), self.shape.dropout, self.training)
        scores = d @ h.transpose(1, 2) / self.shape.arc_width**0.5
        scores = scores + self.arc_distance(self._distance(x)).squeeze(-1)
        whole = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        scores = scores.masked_fill(~whole.bool().unsqueeze(1), -1e4)
        T = scores.shape[1]
        self_loop = torch.eye(T, T + 1, dtype=torch.bool, device=x.device).roll(1, 1)
        return scores.masked_fill(self_loop, -1e4)

    def _distance(self, x):
        T, cut = x.shape[1] - 1, self.shape.distances // 2
        dependent, head = torch.arange(1, T + 1), torch.arange(0, T + 1)
        return (head[None, :] - dependent[:, None]).clamp(-cut, cut) + cut

    def labels(self, x, heads):
        """Relation scores [B, T, R] given heads [B, T]."""
        cut = self.shape.distances // 2
        at = torch.arange(1, heads.shape[1] + 1)
        distance = (heads - at).clamp(-cut, cut) + cut
        h = self.label_head(x).gather(1, heads.unsqueeze(-1).expand(-1, -1, self.shape.label_width))
        hidden = self.label_dependent(x[:, 1:]) + h + self.label_distance(distance)
        return self.label(F.dropout(F.relu(hidden), self.shape.dropout, self.training))
