"""The teacher: a pretrained sentence encoder (MiniLM, Apache-2.0) fine-tuned on the treebanks.

Too large to ship (22 million weights); it labels text for the small network to learn from.
"""

import torch
from torch import nn
from torch.nn import functional as F
from transformers import AutoModel, AutoTokenizer

import features
from network import Recurrence, Shape

HINTS = 64  # numbers of entity tags from a second pretrained model; 0 is none
SHAPE = Shape(width=384, arc_width=256, label_width=192, dropout=0.25)


class Pretrained(nn.Module):
    """Words to vectors: the mean of each word's pieces, with its shape and ending, which the pieces do not tell
    (they are in lower case), and one recurrence to mix these in."""

    def __init__(self, folder):
        super().__init__()
        self.pieces = AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(folder, attn_implementation="eager", add_pooling_layer=False)
        self.affix = nn.ModuleList(nn.Embedding(rows, 32) for rows, _ in features.TABLES.values())
        self.hint = nn.Embedding(HINTS, 32)
        self.into = nn.Linear(SHAPE.width + 32 * (len(features.TABLES) + 1), SHAPE.width)
        self.block = Recurrence(SHAPE.width, SHAPE.dropout)
        self.norm = nn.LayerNorm(SHAPE.width)
        self.cache = {}

    def _pieces(self, word):
        if word not in self.cache:
            pieces = self.pieces(word.translate(features.FOLDED), add_special_tokens=False)["input_ids"][:8]
            self.cache[word] = pieces or [self.pieces.unk_token_id]
        return self.cache[word]

    def forward(self, batch):
        rows, owners = [], []
        for s in batch.sentences:
            ids, owner = [self.pieces.cls_token_id], [len(batch.words[0])]
            for i, word in enumerate(s.words):
                pieces = self._pieces(word)
                ids += pieces
                owner += [i] * len(pieces)
            rows.append(torch.tensor((ids + [self.pieces.sep_token_id])[:512]))
            owners.append(torch.tensor((owner + [len(batch.words[0])])[:512]))
        pad = lambda items, fill: nn.utils.rnn.pad_sequence(items, batch_first=True, padding_value=fill)
        ids, owner = pad(rows, self.pieces.pad_token_id), pad(owners, batch.words.shape[1])
        attention = pad([torch.ones(len(r)) for r in rows], 0.0)
        # In single precision: half of it is fast on some processors and a hundred times slower on others.
        hidden = self.model(input_ids=ids, attention_mask=attention).last_hidden_state
        return self._mix(self._words(hidden, owner, batch), batch)

    def _words(self, hidden, owner, batch):
        """The mean of the pieces of each word."""
        size = batch.words.shape[1]
        sums = torch.zeros(hidden.shape[0], size + 1, hidden.shape[2])
        index = owner.unsqueeze(-1).expand(-1, -1, hidden.shape[2])
        sums = sums.scatter_add(1, index, hidden)
        counts = torch.zeros(hidden.shape[0], size + 1).scatter_add(1, owner, torch.ones_like(owner, dtype=torch.float))
        return (sums / counts.clamp(min=1).unsqueeze(-1))[:, :size]

    def _mix(self, x, batch):
        affixes = [table(batch.affixes[..., i]) for i, table in enumerate(self.affix)]
        hints = [torch.tensor(s.hints) for s in batch.sentences]
        hints = nn.utils.rnn.pad_sequence(hints, batch_first=True)
        affixes.append(self.hint(hints))
        x = torch.cat([x] + [F.dropout(a, SHAPE.dropout, self.training) for a in affixes], -1)
        x = F.dropout(self.into(x), SHAPE.dropout, self.training)
        return self.norm(self.block(x, batch.mask.unsqueeze(-1)))
